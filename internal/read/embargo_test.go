package read

import (
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/read/when"
)

func instant(t *testing.T, s string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// TestForbids tells orders not to publish from news of embargoes.
func TestForbids(t *testing.T) {
	for line, want := range map[string]bool{
		"EMBARGOED UNTIL 00:01 GMT, 4 July 2026": true, "*** Embargoed until Saturday ***": true, "Embargoed for release until tomorrow": true, "EMBARGOED": true, "Embargoed: 4 July 2026": true, "Embargoed 00.01 Saturday": true,
		"Strictly embargoed till 10 am": true, "Under embargo until 4 July 2026": true, "Embargo: 4 July 2026, 10:00 BST": true, "EMBARGO 4 July 2026": true, "Embargo time: 10:00 GMT": true, "PRESS RELEASE - embargoed until 4 July 2026": true,
		"Not for publication, broadcast or use on the net before 00:01 on 4 July 2026": true, "NOT FOR RELEASE UNTIL 4 JULY 2026": true, "Hold for release 4 July 2026": true, "For release: 4 July 2026": true, "For release on Saturday": true,
		"محظور النشر حتى 4 يوليو 2026": true, "يُحظر النشر حتى السبت": true, "حظر نشر حتى الساعة 10:15": true, "للنشر بعد 4 يوليو": true,
		"Embargo on oil begins on 4 July 2026": false, "Embargo: how it came to Marsa": false, "Embargo: 10 ships turned back": false, "Embargo lifts after 60 years": false, "Embargo: Monday's vote in Marsa": false, "Embargo ends on 4 July 2026": false, "Embargo: Monday 10:00": true, "Embargo": false, "Embargoes end on 4 July 2026": false,
		"An EU embargo on oil begins on 4 July 2026, the bloc said.": false, "Embargoed oil reached Marsa on 4 July 2026": false, "The study, embargoed until 4 July 2026, says so.": false,
		"For release: ten prisoners": false, "FOR IMMEDIATE RELEASE": false, "Hold fire until Saturday, ministers say": false, "Do not publish names until the trial, judge orders": false, "Not for publication": false,
		"يحظر النشر في قضية الميناء": false, "يُحظر النشر حتى إشعار آخر": true, "حظر النشر في قضية الميناء": false, "الحظر على النفط حتى 4 يوليو 2026": false, "": false,
		"EMBARGOED UNTIL 4 July 2026 " + strings.Repeat("x", 300): false,
		"Under strict embargo until 05:00 CET 6 July 2026":        true, "THIS RELEASE IS EMBARGOED UNTIL 00:01 6 July 2026": true, "This press release is strictly embargoed until Monday": true, "Embargoed copy - not for publication before 22:30 on Sunday": true, "Check against delivery - embargoed until delivery": true,
		"Not for use before 10:00 GMT on 6 July 2026": true, "Not to be used before 10:00, 6 July 2026": true, "For publication after 10:00 on 6 July 2026": true, "Embargo until: 6 July 2026": true, "Embargo lifts 6 July 2026 00:01": true,
		"يُمنع النشر قبل 6 يوليو 2026": true, "ممنوع من النشر حتى 6 يوليو 2026": true, "النشر محظور حتى 6 يوليو 2026": true, "تنبيه: محظور النشر قبل يوم الاثنين": true, "يرجى عدم النشر قبل 6 يوليو 2026": true, "تحت الحظر حتى 6 يوليو 2026": true, "غير مخصص للنشر قبل 6 يوليو 2026": true,
		"Sudan: embargo until 2027 on arms": false, "This is the embargo of 2026": false, "Not for use in ships": false, "Embargo lifts on 6 July 2026, ministers say": false, "يمنع النشر في القضية": false, "تحت الحظر منذ أعوام": false, "Press release: harbour opens on 4 July 2026": false,
	} {
		if got := forbids(line); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

// TestUntil reads when embargoes end: a day of the week is the next one, and a zone
// of several is the one in which the end comes last.
func TestUntil(t *testing.T) {
	friday := instant(t, "2026-07-03T12:00:00Z")
	for line, want := range map[string]string{
		"Embargoed until 00:01 GMT, 4 July 2026": "2026-07-04T00:01:00Z", "Embargoed until 4 July 2026 00.01": "2026-07-03T21:01:00Z", "Embargoed until 04.07.2026, 10.15": "2026-07-04T07:15:00Z",
		"Embargo: 4 July 2026": "2026-07-03T21:00:00Z", "Embargo: 4 July 2026, 10:00 BST": "2026-07-04T09:00:00Z", "Embargo: 4 July 2026, 10:00 CST": "2026-07-04T16:00:00Z", "Embargo: 4 July 2026, 10:00 EST": "2026-07-04T15:00:00Z",
		"Embargoed until 00:01 Saturday": "2026-07-03T21:01:00Z", "Embargoed until Friday": "2026-07-09T21:00:00Z", "Embargoed until 18:00 Friday": "2026-07-03T15:00:00Z", "Embargoed until 10:00 GMT": "2026-07-04T10:00:00Z",
		"Embargoed until 13:00 GMT": "2026-07-03T13:00:00Z", "محظور النشر حتى الساعة 10:15 السبت": "2026-07-04T07:15:00Z", "Embargoed until the minister speaks": "", "Embargoed until 3 p.m.": "2026-07-04T12:00:00Z",
		"محظور النشر حتى الساعة 10:15 الإثنين": "2026-07-06T07:15:00Z", "محظور النشر حتى 10:15 يوم الاربعاء": "2026-07-08T07:15:00Z", "Embargoed until 10:00 GMT (Monday)": "2026-07-06T10:00:00Z", "Embargoed until 10:00 GMT Tues": "2026-07-07T10:00:00Z",
		"محظور النشر حتى الساعة العاشرة صباح يوم الاثنين 6 يوليو 2026 بتوقيت بيروت": "2026-07-06T07:00:00Z", "محظور النشر حتى الساعة الثانية عشرة والنصف ظهراً 6 يوليو 2026": "2026-07-06T09:30:00Z", "يحظر النشر حتى الساعة الخامسة والربع مساء 6 يوليو 2026": "2026-07-06T14:15:00Z", "محظور النشر حتى الساعة الثامنة مساء الاثنين": "2026-07-06T17:00:00Z",
		"محظور النشر حتى الساعة العاشرة إلا ربعا صباح 6 يوليو 2026": "", "محظور النشر حتى صباح 6 يوليو 2026": "", "محظور النشر حتى مساء الاثنين 6 يوليو 2026": "", "Embargoed until ten o'clock on 6 July 2026": "", "Embargoed until the morning of 6 July 2026": "", "Embargoed until 10 a.m. on the morning of 6 July 2026": "2026-07-06T07:00:00Z",
		"STRICTLY EMBARGOED UNTIL 1600 BST 6 July 2026": "2026-07-06T15:00:00Z", "Not for publication before 0600 HOURS GMT, 6 July 2026": "2026-07-06T06:00:00Z", "Embargo: 0001hrs Monday 6 July 2026": "2026-07-05T21:01:00Z", "EMBARGOED UNTIL 6 JULY 2026 AT 1600": "2026-07-06T13:00:00Z", "Embargoed until 1600Z 6 July 2026": "2026-07-06T16:00:00Z", "Embargoed until 2030 GMT 6 July 2026": "2026-07-06T20:30:00Z",
		"Embargoed until 6 July 2026, 2 p.m. U.S. Eastern Time": "2026-07-06T18:00:00Z", "EMBARGO: 00:01 (UK time) 6 July 2026": "2026-07-05T23:01:00Z", "محظور النشر قبل 6 يوليو 2026 الساعة 10": "2026-07-06T07:00:00Z", "محظور النشر قبل الساعة 10 صباح 6 يوليو 2026": "2026-07-06T07:00:00Z", "محظور النشر قبل الساعة 12 منتصف ليل الاثنين": "",
		"Embargoed until noon Monday": "", "Embargoed until noon on 4 July 2026": "", "Embargoed until midnight, 4 July 2026": "", "Embargoed until 13:00 GMT tomorrow": "", "محظور النشر حتى ظهر الإثنين": "", "محظور النشر حتى 15:30 غداً": "",
		"Embargoed until 12 noon, 4 July 2026": "", "Embargoed until 12:00 noon on 4 July 2026": "2026-07-04T09:00:00Z", "Embargoed until 12:00 noon Monday": "2026-07-06T09:00:00Z", "Embargoed until 10:00 GMT, 4 July 2026. The harbour of Marsa opens at noon, it said.": "2026-07-04T10:00:00Z",
	} {
		end, ok := until(line, when.Context{Received: friday, Zone: "Asia/Beirut"})
		got := ""
		if ok {
			got = end.UTC().Format(time.RFC3339)
		}
		if got != want {
			t.Errorf("%q: %s, want %s", line, got, want)
		}
	}
	if end, ok := until("Embargoed until Saturday", when.Context{}); ok {
		t.Errorf("a day of the week of copy that came in at no known time is %s", end)
	}
}

// TestEmbargo: wherever an embargo stands before the text, the item has it, and its
// time is none of publication. One without an end that can be read is the desk's.
func TestEmbargo(t *testing.T) {
	text := strings.Join(englishText, "</p><p>")
	page := func(above, below, first string) string {
		return "<html><title>Harbour opens</title><body><div>" + above + "</div><h1>Harbour opens</h1><div>" + below + "</div><div><p>" + first + "</p><p>" + text + "</p></div>"
	}
	plain := func(above, below string) string {
		return above + "\n\nHarbour opens\n\n" + below + "\n\n" + strings.Join(englishText, "\n\n")
	}
	const line, open = "EMBARGOED UNTIL 00:01 GMT, 4 July 2026", "EMBARGOED UNTIL THE MINISTER SPEAKS"
	end := instant(t, "2026-07-04T00:01:00Z")
	for _, tt := range []struct {
		name, kind, copy string
		end              time.Time
		status           dateline.PubStatus
	}{
		{"above the headline of a page", "text/html", page(line, "", ""), end, ""},
		{"under it", "text/html", page("", line, ""), end, ""},
		{"in the text", "text/html", page("", "", line), end, ""},
		{"without an end", "text/html", page("", open, ""), time.Time{}, dateline.Withheld},
		{"none", "text/html", page("", "3 July 2026", "The embargo on oil begins on 5 February 2027."), time.Time{}, ""},
		{"above the headline of a text", "text/plain", plain(line, ""), end, ""},
		{"under it", "text/plain", plain("", line), end, ""},
		{"without an end, in a text", "text/plain", plain(open, ""), time.Time{}, dateline.Withheld},
	} {
		it, err := Item(dateline.Copy{Body: []byte(tt.copy), ContentType: tt.kind, Received: received}, Hint{})
		if err != nil || !it.Embargo.Equal(tt.end) || it.PubStatus != tt.status || it.Headline != "Harbour opens" {
			t.Errorf("%s: embargo %s, %q, %q, %v", tt.name, it.Embargo, it.PubStatus, it.Headline, err)
		}
		if tt.name != "none" && (!it.Published.IsZero() || !strings.HasPrefix(it.Text(), englishText[0])) {
			t.Errorf("%s: published %s: %.60q", tt.name, it.Published.Text(), it.Text())
		}
	}
	for _, e := range []FeedEntry{
		{Title: "Harbour opens", Content: "<p>" + line + "</p><p>" + text + "</p>"},
		{Title: "Harbour opens", Content: "<p>Not for publication before 00:01 GMT, 4 July 2026</p><p>" + text + "</p>"},
		{Title: line + ": Harbour opens", Content: "<p>" + text + "</p>"},
		{Title: "Harbour opens", Content: "<p>" + line + "<br>" + text + "</p>"},
	} {
		if it := Entry(e, dateline.Copy{Received: received}, Hint{}); !it.Embargo.Equal(end) || !strings.Contains(it.Text(), englishText[0]) {
			t.Errorf("%s %.60s: %s, %.60q", e.Title, e.Content, it.Embargo, it.Text())
		}
	}
}
