package timex

import "testing"

// TestWeekdayWithDate: the date behind a weekday tells its week, in whatever order
// it is written; read apart, the weekday was given the week of the text.
func TestWeekdayWithDate(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It opened on Tuesday, 22 July 2025.", "Tuesday, 22 July 2025=2025-07-22"},
		{"It opened on Tuesday 22 July.", "Tuesday 22 July=2026-07-22"},
		{"It opened on Tuesday the 22nd of July 2025.", "Tuesday the 22nd of July 2025=2025-07-22"},
		{"It opened on Tuesday, July 2025 was over.", "Tuesday=2026-03-03 July 2025=2025-07"},
		{"It opened on Tuesday, 22 ferries came.", "Tuesday=2026-03-03"},
	} {
		if got := times(c.text, "2026-03-05", English); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestSentenceEnds: no expression runs over the end of its sentence, where a
// headline ends without a full stop too.
func TestSentenceEnds(t *testing.T) {
	for _, c := range []struct {
		text string
		read reads
		want string
	}{
		{"The pier opened in March\n\n5 ferries came.", English, "March=2026-03"},
		{"The pier opened in July\n\n1998 guests came.", English, "July=2025-07 1998=1998"},
		{"The pier opened at 5 p.m. On Tuesday it closed.", English, "5 p.m.=2026-03-05T17:00 Tuesday=2026-03-03"},
		{"It took two\n\nMarch came.", English, "March=2026-03"},
		{"افتتح الميناء قبل ثلاثة\n\nأيام العمل كثيرة.", Arabic, ""},
		{"افتتح الميناء الخميس\n\nالماضي لا يعود.", Arabic, "الخميس=2026-03-05"},
	} {
		if got := times(c.text, "2026-03-05", c.read); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestAmounts: numbers of several words, halves, and what no calendar reaches.
func TestAmounts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It took two dozen years.", "two dozen years=P24Y"},
		{"It took a dozen days.", "a dozen days=P12D"},
		{"It took two hundred days.", "two hundred days=P200D"},
		{"It took two hundred and fifty days.", "two hundred and fifty days=P250D"},
		{"It took a hundred twenty-one days.", "a hundred twenty-one days=P121D"},
		{"It took a hundred twenty one days.", "a hundred twenty one days=P121D"},
		{"It took a hundred and a day.", "a day=P1D"},
		{"It took three thousand years.", "three thousand years=P3000Y"},
		{"It took twenty a day.", "a day=P1D"},
		{"It took 99999999999 thousand years.", "years=PXY"},
		{"It took half an hour, half a day or half a year.", "half an hour=PT30M half a day=PT12H half a year=P6M"},
		{"It took half a minute.", "half a minute=PT30S"},
		{"It took half a week.", "a week=P1W"},
		{"Half the hour was lost.", "the hour=PT1H"},
		{"It stood 3,000 years ago.", "3,000 years ago=PAST_REF"},
		{"It stood 2,026 years ago.", "2,026 years ago=0000"},
		{"It will stand 3,000 centuries from now.", "3,000 centuries from now=FUTURE_REF"},
		{"It opened two weeks before the vote.", "two weeks=P2W"},
		{"It was painted in the '80s and the ‘90s.", "the '80s=198 the ‘90s=199"},
		{"It was the '10s and the 'xs.", ""},
	} {
		if got := times(c.text, "2026-03-05", English); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestNoSuchTime: what no clock and no calendar has is no time.
func TestNoSuchTime(t *testing.T) {
	for _, c := range []struct{ published, text, want string }{
		{"2026-03-05", "It came at 24:00.", "24:00=2026-03-05T24:00"},
		{"2026-03-05", "It came at 24:59.", ""},
		{"2026-03-05", "It came on the 0th of May.", "May=2025-05"},
		{"", "It came on the 0th of May and on May 0.", "May=XXXX-05 May=XXXX-05"},
		{"2026-03-05", "It rose in May 5 million and in June 5 percent.", "May=2025-05 June=2025-06"},
		{"", "It opened this morning, last night and tonight.", ""},
		{"", "Profit rose in the third quarter of 2025 and the 2024 first quarter.", "the third quarter of 2025=2025-Q3 the 2024 first quarter=2024-Q1"},
		{"2026-03-05", "It came at 5 p.m. BST on Tuesday.", "5 p.m. BST on Tuesday=2026-03-03T17:00"},
	} {
		if got := times(c.text, c.published, English); got != c.want {
			t.Errorf("%q: %s\n got %s\nwant %s", c.published, c.text, got, c.want)
		}
	}
}
