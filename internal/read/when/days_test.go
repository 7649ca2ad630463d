package when

import (
	"strings"
	"testing"
	"time"

	"dateline"
)

func TestDays(t *testing.T) {
	days := Days([]Claim{
		{Raw: "2023-10-03T10:00:00Z", From: dateline.FromMeta},
		{Raw: "5 May 2023", From: dateline.FromText, Weak: true},
		{Raw: "06/07/2023", From: dateline.FromText},
		{Raw: "https://marsa.example/2023/october/04/x", From: dateline.FromURL},
	}, Context{})
	for day, want := range map[string]bool{"2023-10-03": true, "2023-05-05": true, "2023-10-04": true, "2023-07-06": false, "2023-06-07": false} {
		if days[day] != want {
			t.Errorf("%s: %v, want %v", day, !want, want)
		}
	}
	for in, want := range map[string]string{
		"03/10/2023": "2023-10-03 ", // not the 10th of March, as the page's own country would have it
		"04/10/2023": "2023-10-04 ",
		"10/03/2023": "2023-10-03 ",
		"08/09/2023": "2023-08-09 low",
	} {
		st, _ := Find(in, Context{MonthDay: true, Days: days})
		if got := st.Time.Format(time.DateOnly) + " " + string(st.Confidence); got != want {
			t.Errorf("Find(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCount(t *testing.T) {
	claims := func(raw ...string) (out []Claim) {
		for _, r := range raw {
			out = append(out, Claim{Raw: r, From: dateline.FromText})
		}
		return out
	}
	for _, tt := range []struct {
		claims []Claim
		want   int
	}{
		{nil, 0},
		{claims("By Ann Lee", "5 min read"), 0},
		{claims("3 July 2026", "July 3, 2026", "2026-07-03T10:15:00Z"), 1},
		{claims("03/05/2026", "05/06/2026"), 2},
		{claims("3 July 2026", "4 July 2026", "03/05/2026"), 3},
	} {
		if got := Count(tt.claims); got != tt.want {
			t.Errorf("%v: %d days", tt.claims, got)
		}
	}
}

func TestEarlier(t *testing.T) {
	stamp := func(s string) dateline.Stamp {
		st, ok := Find(s, Context{})
		if !ok {
			t.Fatalf("no date in %q", s)
		}
		return st
	}
	for _, tt := range []struct {
		shown, told string
		want        bool
	}{
		{"2 November 2022", "2025-06-12T10:00:00Z", true},
		{"18 December 2025", "2025-12-19T02:41:41Z", false}, // an evening in the west
		{"18 December 2025", "2025-12-19T22:02:58Z", true},
		{"19 December 2025", "2025-12-18T10:00:00Z", false},
		{"19 December 2025", "2024-12-18T10:00:00Z", false}, // shown again, not first
	} {
		if got := Earlier(stamp(tt.shown), stamp(tt.told)); got != tt.want {
			t.Errorf("Earlier(%s, %s) = %v", tt.shown, tt.told, got)
		}
	}
	if doubtful := (dateline.Stamp{Time: time.Unix(0, 0), Confidence: dateline.Doubtful}); Earlier(doubtful, stamp("2025-06-12")) || Earlier(dateline.Stamp{}, stamp("2025-06-12")) {
		t.Error("a doubtful day, or none, is before nothing")
	}
}

func TestAnew(t *testing.T) {
	for _, tt := range []struct {
		shown, told string
		want        bool
	}{
		{"2 November 2025", "2025-06-12T10:00:00Z", true},
		{"18 June 2025", "2025-06-12T10:00:00Z", false},
		{"12 May 2025", "2025-06-12T10:00:00Z", false},
	} {
		shown, _ := Find(tt.shown, Context{})
		told, _ := Find(tt.told, Context{})
		if got := Anew(shown, told); got != tt.want {
			t.Errorf("Anew(%s, %s) = %v", tt.shown, tt.told, got)
		}
		shown.Confidence = dateline.Doubtful
		if Anew(shown, told) || Anew(dateline.Stamp{}, told) || Anew(told, dateline.Stamp{}) {
			t.Errorf("%s: a doubtful day, or none, is anew", tt.shown)
		}
	}
}

func TestDaysWithPoints(t *testing.T) {
	days := Days([]Claim{{Raw: "03.04.2026", From: dateline.FromText}, {Raw: "2026-03-04", From: dateline.FromMeta}}, Context{})
	if st, _ := Find("03.04.2026", Context{Days: days}); len(days) != 1 || st.Time.Format(time.DateOnly) != "2026-03-04" {
		t.Errorf("of %v 03.04.2026 is %s", days, st.Time)
	}
	if st, _ := Find("03.04.2026", Context{}); st.Time.Format(time.DateOnly) != "2026-04-03" || st.Confidence == dateline.Doubtful {
		t.Errorf("alone it is %s, %s", st.Time, st.Confidence)
	}
}

func TestChooseOwnZone(t *testing.T) {
	st := Choose([]Claim{{Raw: "2025-12-19T03:05:00+00:00", From: dateline.FromMeta}, {Raw: "2025-12-18T19:05:00-08:00", From: dateline.FromTimeElement}}, Context{})
	if st.Text() != "2025-12-18T19:05:00-08:00" || st.From != dateline.FromMeta {
		t.Errorf("the page's own zone is lost: %s from %s", st.Text(), st.From)
	}
	st = Choose([]Claim{{Raw: "2025-12-05T11:00:22Z", From: dateline.FromMeta}, {Raw: "5 Dec 2025 12.00 CET", From: dateline.FromText}}, Context{})
	if st.Text() != "2025-12-05T12:00:22+01:00" || st.Zone != "CET" || st.Precision != dateline.ToSecond || st.Confidence != dateline.Sure {
		t.Errorf("what machines are told is lost but for its zone: %+v", st)
	}
}

// TestChooseByClock finds the page's own zone by the clock that it shows beside the
// time that it tells machines.
func TestChooseByClock(t *testing.T) {
	tests := []struct{ name, told, shown, want string }{
		{"the evening before", "2026-07-03T01:50:59Z", "2 July 2026, 5:50 pm", "2026-07-02T17:50:59-08:00"},
		{"a zone of many names", "2026-07-03T02:15:49+00:00", "2 July 2026, 9:15 pm CST", "2026-07-02T21:15:49-05:00"},
		{"in Arabic", "2026-07-03T22:30:00Z", "٤ يوليو ٢٠٢٦ - ١:٣٠ ص", "2026-07-04T01:30:00+03:00"},
		{"half an hour", "2026-07-03T05:00:00Z", "3 July 2026 10:30", "2026-07-03T10:30:00+05:30"},
		{"other minutes: the time of something else", "2026-07-03T01:50:59Z", "2 July 2026, 5:51 pm", "2026-07-03T01:50:59Z"},
		{"minutes that no zone has", "2026-07-03T01:50:59Z", "3 July 2026, 3:35 am", "2026-07-03T01:50:59Z"},
		{"further than any zone", "2026-07-03T01:50:59Z", "5 July 2026, 1:50 am", "2026-07-03T01:50:59Z"},
		{"a clock of Greenwich", "2026-07-03T01:50:59Z", "3 July 2026, 1:50 am", "2026-07-03T01:50:59Z"},
		{"a day alone", "2026-07-03T01:50:59Z", "2 July 2026", "2026-07-03T01:50:59Z"},
		{"told with a zone of its own", "2026-07-03T01:50:59+02:00", "2 July 2026, 5:50 pm", "2026-07-03T01:50:59+02:00"},
		{"a day told without a time", "2026-07-03", "2 July 2026, 5:00 pm", "2026-07-03T00:00:00"},
	}
	for _, tt := range tests {
		for _, zone := range [...]string{"", "Asia/Beirut"} {
			claims := []Claim{{Raw: tt.told, From: dateline.FromStructuredData}, {Raw: tt.shown, From: dateline.FromText}}
			if st := Choose(claims, Context{Zone: zone, Language: "ar"}); st.Text() != tt.want || st.From != dateline.FromStructuredData {
				t.Errorf("%s, source in %q: %s from %s, want %s", tt.name, zone, st.Text(), st.From, tt.want)
			}
		}
	}
	weak := []Claim{{Raw: "2026-07-03T01:50:59Z", From: dateline.FromMeta}, {Raw: "2 July 2026, 5:50 pm", From: dateline.FromText, Weak: true}}
	if st := Choose(weak, Context{}); st.Text() != "2026-07-03T01:50:59Z" {
		t.Errorf("a masthead's clock sets the zone: %s", st.Text())
	}
}

func TestLabelledOther(t *testing.T) {
	for _, l := range []string{"Received 12 October 2022", "Valid through 01/23/2026", "Last active 20 December 2025", "Data as of 20 December 2025", "© 2026 Marsa 3 July 2026",
		"See the message posted by a member of the harbour board on the forum of the association on 2026-07-03:"} {
		if published, changed := Labelled(l); len(published)+len(changed) > 0 {
			t.Errorf("Labelled(%q) = %q, %q", l, published, changed)
		}
	}
	if published, _ := Labelled("نشر بواسطة سلمى حداد في قسم الموانئ بتاريخ 3 يوليو 2026"); len(published) != 1 {
		t.Errorf("an author between the label and the date: %q", published)
	}
	if published, changed := Labelled("Received 12 October 2022; Revised 2 May 2023; Published 3 July 2023"); len(published) != 1 || len(changed) != 1 {
		t.Errorf("a line of three labels: %q, %q", published, changed)
	}
}

func TestIsLabel(t *testing.T) {
	for line, want := range map[string]bool{
		"Updated on": true, "Last updated:": true, "Published": true, "آخر تحديث:": true,
		"Edited by Bob": false, "Updated 3 July 2026": false, "Updated an hour ago": false, "By Ann Lee": false, "": false,
		"The harbour was founded here": false, "نشر بواسطة سلمى": false,
	} {
		if IsLabel(line) != want {
			t.Errorf("IsLabel(%q) = %v", line, !want)
		}
	}
}

func TestHasDigit(t *testing.T) {
	for r := range rune(0x3000) {
		want := strings.ContainsRune(digits, r)
		if got := hasDigit("م" + string(r) + "م"); got != want {
			t.Errorf("%U: %v, want %v", r, got, want)
		}
	}
}
