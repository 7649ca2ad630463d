package timex

import (
	"strings"
	"testing"

	"dateline/internal/annotate/token"
)

// TestEnglish reads sentences of Thursday, 5 March 2026; want is the text and
// value of each time.
func TestEnglish(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It opened on Tuesday.", "Tuesday=2026-03-03"},
		{"It will open on Tuesday.", "Tuesday=2026-03-10"},
		{"It opened on Thursday.", "Thursday=2026-03-05"},
		{"It opened last Thursday.", "last Thursday=2026-02-26"},
		{"It burned on Monday night.", "Monday night=2026-03-02TNI"},
		{"It opened today, not yesterday.", "today=2026-03-05 yesterday=2026-03-04"},
		{"It opened on 3 July 2025.", "3 July 2025=2025-07-03"},
		{"It opened on Dec. 28.", "Dec. 28=2025-12-28"},
		{"It opened on July 4, 1998.", "July 4, 1998=1998-07-04"},
		{"It opened in June.", "June=2025-06"},
		{"It may open in June.", "June=2026-06"},
		{"It opened last week and closes next month.", "last week=2026-W09 next month=2026-04"},
		{"It opened two weeks ago.", "two weeks ago=2026-W08"},
		{"It opened three months ago.", "three months ago=2025-12"},
		{"It took the past two years.", "the past two years=P2Y"},
		{"It took a 16-hour flight of several days.", "16-hour=PT16H several days=PXD"},
		{"A six-year-old saw it.", ""},
		{"Profit fell in the fourth quarter of 2025.", "the fourth quarter of 2025=2025-Q4"},
		{"It runs every day.", "every day=P1D"},
		{"It was built in the 1960s.", "the 1960s=196"},
		{"It was built in the 20th century.", "the 20th century=19"},
		{"It opened at 9:30 a.m. on Monday.", "9:30 a.m. on Monday=2026-03-02T09:30"},
		{"It is open now.", "now=PRESENT_REF"},
		{"They may march.", ""},
		{"The Mayo clinic saw Mars.", ""},
		{"Marsh was elected and opened it on Tuesday.", "Tuesday=2026-03-03"},
		{"The court postponed it until Friday.", "Friday=2026-03-06"},
		{"It opened this June.", "this June=2026-06"},
		{"It takes effect by January.", "January=2027-01"},
		{"It opened in late-June.", "late-June=2025-06"},
		{"It took 2 1/2 years and a minute and a half.", "2 1/2 years=P2Y6M a minute and a half=PT1M30S"},
		{"It took two and a half hours.", "two and a half hours=PT2H30M"},
		{"It stood for a hundred years.", "a hundred years=P100Y"},
		{"It closed at noon on Monday and at midnight.", "noon on Monday=2026-03-02T12:00 midnight=2026-03-05T24:00"},
		{"It reports for the year ended April 30.", "the year=P1Y April 30=2025-04-30"},
		{"It lost in last year's third quarter.", "last year's third quarter=2025-Q3"},
		{"Sales for the third quarter rose from a year ago.", "the third quarter=2025-Q3 a year ago=2024-Q4"},
		{"Sales for the quarter fell. For the nine months sales rose from a year ago.", "the quarter=2025-Q4 the nine months=P9M a year ago=2025"},
		{"These days it is open.", "These days=PRESENT_REF"},
		{"It was built in January nineteen ninety-seven.", "January nineteen ninety-seven=1997-01"},
		{"It has 2,000 seats.", ""},
		{"It opened this weekend.", "this weekend=2026-W09-WE"},
		{"It will open this weekend.", "this weekend=2026-W10-WE"},
		{"It opened in January.", "January=2026-01"},
		{"It opened this morning and last night.", "this morning=2026-03-05TMO last night=2026-03-04TNI"},
		{"It fell in June 5 percent.", "June=2025-06"},
		{"It closed on March 45.", "March=2026-03"},
		{"It opened in June last year and closes in June of next year.", "June last year=2025-06 June of next year=2027-06"},
		{"It opened in June nineteen eighty-four.", "June nineteen eighty-four=1984-06"},
		{"It opened on the 5th of July 2025, not the first of June 2025.", "the 5th of July 2025=2025-07-05 the first of June 2025=2025-06-01"},
		{"It opened the day before yesterday and closes the day after tomorrow.", "the day before yesterday=2026-03-03 the day after tomorrow=2026-03-07"},
		{"It opened the day before the storm.", ""},
		{"Their third quarter was poor. A quarter of them left.", "Their third quarter=2025-Q3"},
		{"It opened in the latest period and the past year.", "the latest period=2025-Q4 the past year=P1Y"},
		{"The recent years were good; the coming years will be.", "The recent years=PAST_REF the coming years=FUTURE_REF"},
		{"It closed last summer.", "last summer=2025-SU"},
	} {
		if got := times(c.text, "2026-03-05T10:00:00Z", English); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

type reads = func(*token.Text, string) []Time

// checkTimes reads sentences of Thursday, 5 March 2026; a case is a sentence and what
// times makes of it.
func checkTimes(t *testing.T, read reads, cases [][2]string) {
	t.Helper()
	for _, c := range cases {
		if got := times(c[0], "2026-03-05", read); got != c[1] {
			t.Errorf("%s\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

// times writes what a reader finds as text=value.
func times(text, published string, read reads) string {
	var out []string
	for _, x := range read(token.Cut(text), published) {
		out = append(out, text[x.Start:x.End]+"="+x.Value)
	}
	return strings.Join(out, " ")
}

// TestUndated: without the day of the text a weekday keeps its name, and of
// what counts from the day only the direction is known.
func TestUndated(t *testing.T) {
	for text, want := range map[string]string{
		"It opened last weekend and last summer.": "", "Sales for the quarter fell.": "", "It opened this June.": "this June=XXXX-06", "It opened the day before yesterday.": "",
	} {
		if got := times(text, "", English); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	if got := times("It opened on Tuesday, two weeks ago, in 1998.", "", English); got != "Tuesday=XXXX-WXX-2 two weeks ago=PAST_REF 1998=1998" {
		t.Error(got)
	}
}
