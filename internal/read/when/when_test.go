package when

import (
	"strings"
	"testing"
	"time"

	"dateline"
)

// tell is a stamp in one line: time, zone, proposal, precision.
func tell(s dateline.Stamp, ok bool) string {
	if !ok {
		return "none"
	}
	out := s.Text() + " " + string(s.Precision)
	if s.Zone != "" {
		out += " zone=" + s.Zone
	}
	if s.Proposed != "" {
		out += " proposed=" + s.Proposed
	}
	if s.Confidence != "" {
		out += " " + string(s.Confidence)
	}
	return out
}

func TestFind(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2025-07-22T05:29:53Z", "2025-07-22T05:29:53Z second zone=Z"},
		{"2025-07-22T05:29:53.123+03:00", "2025-07-22T05:29:53+03:00 second zone=+03:00"},
		{"2025-07-22T05:29-0500", "2025-07-22T05:29:00-05:00 minute zone=-05:00"},
		{"2025-07-22 05:29:53", "2025-07-22T05:29:53 second"},
		{"2025-07-22", "2025-07-22T00:00:00 day"},
		{"2025-07-22T00:00:00+00:00", "2025-07-22T00:00:00 day"},
		{"20250722T052953Z", "2025-07-22T05:29:53Z second zone=Z"},
		{"20250722", "2025-07-22T00:00:00 day"},
		{"Tue, 22 Jul 2025 05:29:53 GMT", "2025-07-22T05:29:53Z second zone=GMT"},
		{"Tue, 22 Jul 2025 05:29:53 +0300", "2025-07-22T05:29:53+03:00 second zone=+03:00"},
		{"Tue, 22 Jul 2025 05:29:53 EDT", "2025-07-22T05:29:53-04:00 second zone=EDT"},
		{"Tue, 22 Jul 2025 05:29:53 IST", "2025-07-22T05:29:53 second"},
		{"Tue Jul 22 05:29:53 2025", "2025-07-22T05:29:53 second"},
		{"22 July 2025", "2025-07-22T00:00:00 day"},
		{"22nd of July, 2025", "2025-07-22T00:00:00 day"},
		{"July 22, 2025, 5:29 p.m. ET", "2025-07-22T17:29:00-04:00 minute zone=ET"},
		{"Published: Jul. 22, 2025 at 5:29 PM", "2025-07-22T17:29:00 minute"},
		{"Updated 5:29 PM EST, Tue July 22, 2025", "2025-07-22T17:29:00-05:00 minute zone=EST"},
		{"22-Jul-25", "2025-07-22T00:00:00 day"},
		{"Tue, 22 Jul 25 05:29:53 GMT", "2025-07-22T05:29:53Z second zone=GMT"},
		{"Sun, 06 Nov 94 08:49:37 Z", "1994-11-06T08:49:37Z second zone=Z"},
		{"Sat, 10 Jul 10 11:12:13 +0300", "2010-07-10T11:12:13+03:00 second zone=+03:00"},
		{"22 July 25 people", "none"},
		{"22 July 25 05:29", "none"},
		{"Tue 22 Jul 2025 17.05 BST", "2025-07-22T17:05:00 minute"}, // of Britain, Bangladesh or Bougainville
		{"22 July 2025 17.05 CET", "2025-07-22T17:05:00+01:00 minute zone=CET"},
		{"22 July 2025 17.05 million", "2025-07-22T00:00:00 day"},
		{"22 July 2025 22:15 WIB", "2025-07-22T22:15:00+07:00 minute zone=WIB"},
		{"July 22, 2025: 17:05", "2025-07-22T17:05:00 minute"},
		{"July 22, 2025: 17 ships", "2025-07-22T00:00:00 day"},
		{"22.07.2025 17:05 Uhr", "2025-07-22T17:05:00 minute"},
		{"PHP 8.4.13 is out", "none"},
		{"04.08.13", "2013-08-04T00:00:00 day"},
		{"22/7/2025", "2025-07-22T00:00:00 day"},
		{"3/4/2025", "2025-04-03T00:00:00 day low"},
		{"22 juillet 2025 à 17h30", "2025-07-22T17:30:00 minute"},
		{"Tuesday, 02 January 2024 12:17 GMT", "2024-01-02T12:17:00Z minute zone=GMT"},
		{"22 تموز 2025", "2025-07-22T00:00:00 day"},
		{"٢٢ تمّوز ٢٠٢٥ - ٥:٢٩ م", "2025-07-22T17:29:00 minute"},
		{"الثلاثاء 22 يوليو/تموز 2025 الساعة 05:29 مساءً", "2025-07-22T17:29:00 minute"},
		{"3 كانون الثاني 2025", "2025-01-03T00:00:00 day"},
		{"3 كانون الأول، 2025", "2025-12-03T00:00:00 day"},
		{"3 تشرين الأول 2025", "2025-10-03T00:00:00 day"},
		{"3 تشرين الثاني 2025 11:00 ص", "2025-11-03T11:00:00 minute"},
		{"3 جانفي 2025", "2025-01-03T00:00:00 day"},
		{"5 جويلية 2025", "2025-07-05T00:00:00 day"},
		{"12 غشت 2025", "2025-08-12T00:00:00 day"},
		{"1 دجنبر 2025", "2025-12-01T00:00:00 day"},
		{"17 أيلول 2025 بتوقيت غرينتش", "2025-09-17T00:00:00 day"},
		{"17 أيلول 2025، 14:30 بتوقيت غرينتش", "2025-09-17T14:30:00Z minute zone=GMT"},
		{"17 سبتمبر 2025 14:30 بتوقيت مكة", "2025-09-17T14:30:00+03:00 minute zone=+03:00"},
		{"12 ربيع الأول 1447 هـ", "2025-09-05T00:00:00 day low"},
		{"1 محرم 1446", "2024-07-08T00:00:00 day low"},
		{"۱ فروردین ۱۴۰۰", "2021-03-21T00:00:00 day"},
		{"12 ربيع الأول 1447 هـ الموافق 5 سبتمبر 2025 م", "2025-09-05T00:00:00 day"},
		{"30 February 2025", "none"},
		{"July 2025", "none"},
		{"3 July", "none"},
		{"0000-00-00 00:00:00", "none"},
		{"on Thursday", "none"},
		{"version 1.2.2025 of", "2025-02-01T00:00:00 day"},
		{"call 555-1234", "none"},
		{"2099-01-01", "2099-01-01T00:00:00 day"},
		{"", "none"},
	}
	for _, tt := range tests {
		if got := tell(Find(tt.in, Context{})); got != tt.want {
			t.Errorf("Find(%q) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestContext(t *testing.T) {
	received := time.Date(2025, 7, 22, 12, 0, 0, 0, time.UTC)
	tests := []struct {
		in   string
		c    Context
		want string
	}{
		{"2025-07-22 05:29", Context{Zone: "Asia/Beirut"}, "2025-07-22T05:29:00 minute proposed=Asia/Beirut"},
		{"2025-07-22 05:29", Context{Zone: "GMT"}, "2025-07-22T05:29:00 minute proposed=GMT"},
		{"2025-07-22 05:29 IST", Context{Zone: "Asia/Kolkata"}, "2025-07-22T05:29:00 minute proposed=Asia/Kolkata"},
		{"2025-07-22 05:29", Context{Zone: "no such"}, "2025-07-22T05:29:00 minute"},
		{"3/4/2025", Context{MonthDay: true}, "2025-03-04T00:00:00 day low"},
		{"13/4/2025", Context{MonthDay: true}, "2025-04-13T00:00:00 day"},
		{"1447/3/12", Context{Language: "ar"}, "2025-09-05T00:00:00 day low"},
		{"1404/05/01", Context{Language: "fa"}, "2025-07-23T00:00:00 day"},
	}
	for _, tt := range tests {
		if got := tell(Find(tt.in, tt.c)); got != tt.want {
			t.Errorf("Find(%q, %+v) = %s, want %s", tt.in, tt.c, got, tt.want)
		}
	}
	for in, want := range map[string]string{
		"2 hours ago":       "2025-07-22T10:00:00 minute low",
		"2h ago":            "2025-07-22T10:00:00 minute low",
		"45m ago":           "2025-07-22T11:15:00 minute low",
		"3d ago":            "2025-07-19T00:00:00 day low",
		"1w ago":            "2025-07-15T00:00:00 day low",
		"3x ago":            "none",
		"قبل ساعتين":        "2025-07-22T10:00:00 minute low",
		"منذ ٣ ساعات":       "2025-07-22T09:00:00 minute low",
		"منذ يوم":           "2025-07-21T00:00:00 day low",
		"قبل أن يصل الرئيس": "none",
		"long ago":          "none",
	} {
		if got := tell(Relative(in, Context{Received: received})); got != want {
			t.Errorf("Relative(%q) = %s, want %s", in, got, want)
		}
		if got := tell(Relative(in, Context{})); got != "none" {
			t.Errorf("Relative(%q) without a time of receipt = %s", in, got)
		}
	}
}

func TestInURL(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example/2025/07/22/name":       "2025-07-22T00:00:00 day",
		"https://a.example/2025/jul/22/name":      "2025-07-22T00:00:00 day",
		"https://a.example/news/20250722-name":    "2025-07-22T00:00:00 day",
		"https://a.example/name-2025-07-22.html":  "2025-07-22T00:00:00 day",
		"https://a.example/2025/07/name":          "none",
		"https://a.example/item/12345678":         "none",
		"https://2025-07-22.example/name":         "none",
		"https://a.example/item?date=2025-07-22":  "none",
		"https://a.example/world-52345678/abc.ht": "none",
	} {
		if got := tell(InURL(in, Context{})); got != want {
			t.Errorf("InURL(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestChoose(t *testing.T) {
	received := time.Date(2025, 7, 22, 12, 0, 0, 0, time.UTC)
	c := Context{Received: received, Zone: "Asia/Riyadh"}
	tests := []struct {
		name   string
		claims []Claim
		want   string
		from   dateline.Evidence
	}{
		{"none", nil, "none", ""},
		{"nothing readable", []Claim{{Raw: "soon", From: dateline.FromMeta}}, "none", ""},
		{"surest first", []Claim{{Raw: "2025-07-20T10:00:00Z", From: dateline.FromStructuredData}, {Raw: "2025-07-21", From: dateline.FromText}},
			"2025-07-20T10:00:00Z second zone=Z high", dateline.FromStructuredData},
		{"a day made finer", []Claim{{Raw: "2025-07-20", From: dateline.FromMeta}, {Raw: "20 July 2025, 10:15", From: dateline.FromText}},
			"2025-07-20T10:15:00 minute proposed=Asia/Riyadh medium", dateline.FromMeta},
		{"a zone found", []Claim{{Raw: "2025-07-20 10:15", From: dateline.FromMeta}, {Raw: "2025-07-20T10:15:00+02:00", From: dateline.FromTimeElement}},
			"2025-07-20T10:15:00+02:00 second zone=+02:00 high", dateline.FromMeta},
		{"the future is passed over", []Claim{{Raw: "2099-01-01", From: dateline.FromMeta}, {Raw: "2025-07-20", From: dateline.FromURL}, {Raw: "2025-07-19", From: dateline.FromText}},
			"2025-07-19T00:00:00 day proposed=Asia/Riyadh medium", dateline.FromText},
		{"the future alone is doubtful", []Claim{{Raw: "2099-01-01", From: dateline.FromMeta}},
			"2099-01-01T00:00:00 day proposed=Asia/Riyadh low", dateline.FromMeta},
		{"a clock that was never set", []Claim{{Raw: "1969-12-31T16:00:00-08:00", From: dateline.FromFeed}, {Raw: "Thu, 01 Jan 1970 00:00:00 GMT", From: dateline.FromMeta}}, "none", ""},
		{"the first day of 1970", []Claim{{Raw: "1 January 1970", From: dateline.FromText}}, "1970-01-01T00:00:00 day proposed=Asia/Riyadh medium", dateline.FromText},
		{"year 0", []Claim{{Raw: "0000-01-01T00:00:00Z", From: dateline.FromMeta}}, "none", ""},
	}
	for _, tt := range tests {
		st := Choose(tt.claims, c)
		if got := tell(st, !st.IsZero()); got != tt.want || st.From != tt.from {
			t.Errorf("%s: %s from %q, want %s from %q", tt.name, got, st.From, tt.want, tt.from)
		}
	}
}

func TestLabelled(t *testing.T) {
	tests := []struct{ in, published, updated string }{
		{"3 July 2026", "3 July 2026", ""},
		{"Published 3 July 2026 | Updated 4 July 2026", " 3 July 2026 | ", "ed 4 July 2026"},
		{"Updated 4 July 2026, first published 3 July 2026", " 3 July 2026", "ed 4 July 2026, "},
		{"3 July 2026 - Updated 4 July 2026", "3 July 2026 - ", "ed 4 July 2026"},
		{"آخر تحديث 4 يوليو 2026 - نشر 3 يوليو 2026", " 3 يوليو 2026", " 4 يوليو 2026 - "},
		{"Updated 2 hours ago", "", "ed 2 hours ago"},
		{"4 July 2026, last updated 14:00", "", "4 July 2026, last updated 14:00"},
		{"3 July 2026 at 2:26 PM HST - Updated July 3 at 4:46 PM", "3 July 2026 at 2:26 PM HST - ", "ed July 3 at 4:46 PM"},
		{"3 July 2026 at 2:26 PM, updated 4:46 PM", "3 July 2026 at 2:26 PM, ", "ed 4:46 PM"},
		{"3 July 2026 at 2:26 PM, updated", "", "3 July 2026 at 2:26 PM, updated"},
		{"3 July 2026, updated 14:00, may change", "", "3 July 2026, updated 14:00, may change"},
		{"Share this", "", ""},
	}
	for _, tt := range tests {
		p, u := Labelled(tt.in)
		if got, got2 := strings.Join(p, ";"), strings.Join(u, ";"); got != tt.published || got2 != tt.updated {
			t.Errorf("Labelled(%q) = %q, %q, want %q, %q", tt.in, got, got2, tt.published, tt.updated)
		}
	}
}

func TestEpoch(t *testing.T) {
	for in, want := range map[string]string{
		"1753162193":    "2025-07-22T05:29:53Z second zone=UTC",
		"1753162193000": "2025-07-22T05:29:53Z second zone=UTC",
	} {
		if got := tell(Parse(in, Context{})); got != want {
			t.Errorf("Parse(%q) = %s, want %s", in, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"2025-07-22T05:29:53Z", "٢٢ تموز ٢٠٢٥ - ٥:٢٩ م", "July 22, 2025, 5:29 p.m. ET", "1447/3/12", "::-//..", "99999999T999999"} {
		f.Add(s)
	}
	received := time.Date(2025, 7, 22, 12, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range []Context{{}, {Received: received, Zone: "Asia/Beirut", Language: "ar"}, {MonthDay: true, Language: "fa"}} {
			if st, ok := Parse(s, c); ok && st.IsZero() {
				t.Errorf("%q: a date that is none", s)
			}
			Relative(s, c)
			InURL("https://a.example/"+s, c)
		}
	})
}

func TestWord(t *testing.T) {
	for s, want := range map[string]bool{"July": true, "jul": true, "Friday": true, "تموز": true, "الجمعة": true, "كانون الثاني": true, "July Ann": false, "Ann": false, "": false, "3": false} {
		if Word(s) != want {
			t.Errorf("Word(%q) = %v", s, !want)
		}
	}
}
