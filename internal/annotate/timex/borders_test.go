package timex

import "testing"

// TestTense: what decides whether a day without a year or a week lies behind or
// ahead is the nearest word before it, in its own sentence.
func TestTense(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing decides", "A strike on Monday.", "Monday=2026-03-02"},
		{"the nearer word wins", "It was said that it will close on Monday.", "Monday=2026-03-09"},
		{"the nearer word wins, the other way", "What will be known was said on Monday.", "Monday=2026-03-02"},
		{"the month May is no may", "A strike in May, one in January.", "May=2025-05 January=2026-01"},
		{"a word of another sentence", "It will close. A strike on Monday.", "Monday=2026-03-02"},
		{"a word behind", "On Monday the port will close.", "Monday=2026-03-09"},
		{"a word behind that denies", "On Monday the port won't open.", "Monday=2026-03-09"},
		{"a word before goes before one behind", "He said on Monday that it will close.", "Monday=2026-03-02"},
		{"a past of any word", "It collapsed on Monday.", "Monday=2026-03-02"},
		{"a short word in ed is no past", "The red bed will go to the shed on Monday.", "Monday=2026-03-09"},
		{"what is planned", "A vote planned for Monday.", "Monday=2026-03-09"},
		{"the day of the text stays", "It will open on Thursday.", "Thursday=2026-03-05"},
		{"a year from the tense", "It may open in January.", "January=2027-01"},
		{"the month before stays", "It may open in February.", "February=2026-02"},
		{"the next month is near enough for a past", "It opened in April.", "April=2026-04"},
		{"the month behind it is not", "It opened in May.", "May=2025-05"},
		{"last goes before the tense", "It may have opened last January, not last March.", "last January=2026-01 last March=2025-03"},
		{"next goes before the tense", "It closed for next March, not next June.", "next March=2027-03 next June=2026-06"},
		{"until a month that is over", "It is closed until February and through March.", "February=2027-02 March=2026-03"},
	} {
		if got := times(c.text, "2026-03-05", English); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}

// TestNearestYear: a day and month without a year is the one nearest to the day of
// the text; half a year is the border.
func TestNearestYear(t *testing.T) {
	for _, c := range []struct{ published, text, want string }{
		{"2026-03-05", "It opened on September 4.", "September 4=2026-09-04"},
		{"2026-03-05", "It opened on September 5.", "September 5=2025-09-05"},
		{"2026-10-05", "It opened on April 5.", "April 5=2026-04-05"},
		{"2026-10-05", "It opened on April 4.", "April 4=2027-04-04"},
		{"2026-01-02", "It closed on December 31.", "December 31=2025-12-31"},
		{"2026-12-30", "It closed on January 1.", "January 1=2027-01-01"},
		{"2026-03-05", "For the year ended March 31.", "the year=P1Y March 31=2025-03-31"},
		{"2026-03-05", "For the year ended March 5.", "the year=P1Y March 5=2026-03-05"},
	} {
		if got := times(c.text, c.published, English); got != c.want {
			t.Errorf("on %s: %s\n got %s\nwant %s", c.published, c.text, got, c.want)
		}
	}
}

// TestNoSuchDay: a day that no calendar has is no time.
func TestNoSuchDay(t *testing.T) {
	for _, c := range []struct {
		text string
		read reads
		want string
	}{
		{"It opened on June 31, 2025.", English, "June=2025-06 2025=2025"},
		{"It opened on February 29, 2024.", English, "February 29, 2024=2024-02-29"},
		{"It opened on 31 April 2025.", English, "April 2025=2025-04"},
		{"It opened on 2025-02-30.", English, ""},
		{"It opened on 13/14/2025.", English, ""},
		{"وصل في 31 نيسان 2025.", Arabic, "نيسان 2025=2025-04"},
		{"وصل في 30 شباط 2024.", Arabic, "شباط 2024=2024-02"},
		{"وصل في 29 شباط 2024.", Arabic, "29 شباط 2024=2024-02-29"},
	} {
		if got := times(c.text, "2026-03-05", c.read); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestDates are the ways of writing a day, a month and a year.
func TestDates(t *testing.T) {
	checkTimes(t, English, [][2]string{
		{"On 2025-07-22 it opened.", "2025-07-22=2025-07-22"},
		{"On 07/22/2025 it opened.", "07/22/2025=2025-07-22"},
		{"On 7/2/2025 it opened.", "7/2/2025=2025-07-02"},
		{"On 07/22/25 it opened.", "07/22/25=2025-07-22"},
		{"On 10-25-89 it opened.", "10-25-89=1989-10-25"},
		{"On 20250722 it opened.", "20250722=2025-07-22"},
		{"It opened on Thursday, July 24, 2025.", "Thursday, July 24, 2025=2025-07-24"},
		{"It opened on Friday, July 24.", "Friday, July 24=2026-07-24"},
		{"It opened on Tuesday, June was over.", "Tuesday=2026-03-03 June=2025-06"},
		{"It opened on the first of May 2025.", "the first of May 2025=2025-05-01"},
		{"It opened on the 32nd of May 2025.", "May 2025=2025-05"},
		{"It opened on the 30th of June 2025, not the 31st.", "the 30th of June 2025=2025-06-30"},
		{"It opened on the 3rd of the group.", ""},
		{"It opened on July 4th, 1998.", "July 4th, 1998=1998-07-04"},
		{"It opened on July 0.", "July=2025-07"},
		{"It opened in July 1998.", "July 1998=1998-07"},
		{"It opened in July of 1998.", "July of 1998=1998-07"},
		{"It opened in July of this year.", "July of this year=2026-07"},
		{"It opened in Sept. 1998.", "Sept. 1998=1998-09"},
		{"Jan opened it.", ""},
		{"It opened in Jan. 1998.", "Jan. 1998=1998-01"},
		{"It opened on February 29.", ""},
		{"It opened on February 29, 2024.", "February 29, 2024=2024-02-29"},
		{"It opened in mid-1998 and in early-July.", "mid-1998=1998 early-July=2025-07"},
		{"A mid-sized firm and a late-night show.", ""},
		{"It rose in June 12 %.", "June=2025-06"},
		{"It was built in nineteen twelve.", "nineteen twelve=1912"},
		{"It was built in nineteen ships.", ""},
		{"It happened in fiscal 1998 and late 1999.", "fiscal 1998=1998 late 1999=1999"},
		{"The 1990 percent rise and the 1990 points.", ""},
		{"It was built in the mid-1990s, the '80s and the 1995s.", "the mid-1990s=199 the '80s=198"},
		{"It was built in the 1980's.", "the 1980's=198"},
		{"It was built in the fifties, for the parties.", "the fifties=195"},
		{"It was built in the first century and the 19th century.", "the first century=00 the 19th century=18"},
	})
}

// TestQuarters: a business text counts in quarters; the one that a report is about
// is the last whole one.
func TestQuarters(t *testing.T) {
	for _, c := range []struct{ published, text, want string }{
		{"2026-03-05", "Profit rose in the first quarter.", "the first quarter=2026-Q1"},
		{"2026-03-05", "Profit rose in the second quarter.", "the second quarter=2025-Q2"},
		{"2026-03-05", "Profit will rise in the second quarter.", "the second quarter=2026-Q2"},
		{"2026-07-01", "Profit rose in the third quarter.", "the third quarter=2026-Q3"},
		{"2026-06-30", "Profit rose in the third quarter.", "the third quarter=2025-Q3"},
		{"2026-03-31", "The quarter was poor.", "The quarter=2025-Q4"},
		{"2026-04-01", "The quarter was poor.", "The quarter=2026-Q1"},
		{"2026-03-05", "The fifth quarter of the town.", ""},
		{"2026-03-05", "Profit fell from the year-earlier quarter.", "the year-earlier quarter=2024-Q4"},
		{"2026-03-05", "Profit fell from the year-ago period.", "the year-ago period=2024-Q4"},
		{"2026-03-05", "Profit rose in the fiscal third quarter of 2024.", "the fiscal third quarter of 2024=2024-Q3"},
		{"2026-03-05", "Profit rose in its 1998 third quarter.", "its 1998 third quarter=1998-Q3"},
		{"2026-03-05", "A quarter of the town.", ""},
		{"2026-03-05", "Sales rose from a year earlier. The port opened a year ago.", "a year earlier=2025 a year ago=2025"},
		{"", "Profit rose in the third quarter.", ""},
	} {
		if got := times(c.text, c.published, English); got != c.want {
			t.Errorf("on %s: %s\n got %s\nwant %s", c.published, c.text, got, c.want)
		}
	}
}

// TestClocks are times of day, in digits and by their name.
func TestClocks(t *testing.T) {
	for _, c := range []struct {
		text string
		read reads
		want string
	}{
		{"It came at 5 p.m. on Tuesday.", English, "5 p.m. on Tuesday=2026-03-03T17:00"},
		{"It came at 12 p.m. today.", English, "12 p.m. today=2026-03-05T12:00"},
		{"It came at 12 a.m. local time.", English, "12 a.m. local time=2026-03-05T00:00"},
		{"It came at 17:05 GMT.", English, "17:05 GMT=2026-03-05T17:05"},
		{"It came at 17:05 hours.", English, "17:05 hours=2026-03-05T17:05"},
		{"It came at 5:15 pm, July 4, 2025.", English, "5:15 pm, July 4, 2025=2025-07-04T17:15"},
		{"It came at 5:60 and 25:00 and 5:1.", English, ""},
		{"It came at midday.", English, "midday=2026-03-05T12:00"},
		{"جاء الساعة 10:30 صباحاً.", Arabic, "الساعة 10:30 صباحاً=2026-03-05T10:30"},
		{"جاء الساعة 1 ظهراً.", Arabic, "الساعة 1 ظهراً=2026-03-05T13:00"},
		{"جاء الساعة 12 ظهراً.", Arabic, "الساعة 12 ظهراً=2026-03-05T12:00"},
		{"جاء الساعة 4 عصراً.", Arabic, "الساعة 4 عصراً=2026-03-05T16:00"},
		{"جاء الساعة 11 ليلاً.", Arabic, "الساعة 11 ليلاً=2026-03-05T23:00"},
		{"جاء الساعة 2 ليلاً.", Arabic, "الساعة 2 ليلاً=2026-03-05T02:00"},
		{"جاء الساعة 12 ليلاً.", Arabic, "الساعة 12 ليلاً=2026-03-05T24:00"},
		{"جاء الساعة 12:20 صباحاً.", Arabic, "الساعة 12:20 صباحاً=2026-03-05T00:20"},
		{"جاء الساعة 22:30 ليلاً.", Arabic, "الساعة 22:30 ليلاً=2026-03-05T22:30"},
		{"جاء الساعة 12:30 ليلاً.", Arabic, "الساعة 12:30 ليلاً=2026-03-05T00:30"},
		{"جاء الساعة 4 فجراً.", Arabic, "الساعة 4 فجراً=2026-03-05T04:00"},
		{"جاء الساعة 30.", Arabic, ""},
		{"ثمن الساعة الذهبية.", Arabic, ""},
	} {
		if got := times(c.text, "2026-03-05", c.read); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
	if got := times("It came at 5 p.m.; at noon it left. جاء.", "", English); got != "5 p.m.=XXXX-XX-XXT17:00 noon=XXXX-XX-XXT12:00" {
		t.Error(got)
	}
	if got := times("جاء الساعة 5 مساءً.", "", Arabic); got != "الساعة 5 مساءً=XXXX-XX-XXT17:00" {
		t.Error(got)
	}
}

// TestArabicTense: as in English, by the nearest word before; words that only look
// like a future (سيارة, سياسة, ستين) are none.
func TestArabicTense(t *testing.T) {
	checkTimes(t, Arabic, [][2]string{
		{"سيصل الوفد يوم الأحد.", "يوم الأحد=2026-03-08"},
		{"وسيصل الوفد يوم الأحد.", "يوم الأحد=2026-03-08"},
		{"ستصل السفينة يوم الأحد.", "يوم الأحد=2026-03-08"},
		{"سوف يصل يوم الأحد.", "يوم الأحد=2026-03-08"},
		{"قال إنه سيصل يوم الأحد.", "يوم الأحد=2026-03-08"},
		{"سيصل الوفد كما قال يوم الأحد.", "يوم الأحد=2026-03-01"},
		{"سيتم افتتاح الميناء يوم الأحد.", "يوم الأحد=2026-03-08"},
		{"سيرة الوفد يوم الأحد.", "يوم الأحد=2026-03-01"},
		{"سياسة الميناء يوم الأحد.", "يوم الأحد=2026-03-01"},
		{"سيارة الوفد يوم الأحد.", "يوم الأحد=2026-03-01"},
		{"سيصل. اجتماع يوم الأحد.", "يوم الأحد=2026-03-01"},
		{"سيصل الوفد يوم الخميس.", "يوم الخميس=2026-03-05"},
		{"سيصل الوفد يوم الخميس المقبل.", "يوم الخميس المقبل=2026-03-12"},
		{"وصل يوم الخميس الحالي.", "يوم الخميس الحالي=2026-03-05"},
	})
}

// TestArabicNumbers: an amount is a dual, digits, or a word from three to ten.
func TestArabicNumbers(t *testing.T) {
	checkTimes(t, Arabic, [][2]string{
		{"استغرق ثلاث ساعات.", "ثلاث ساعات=PT3H"},
		{"استغرق ثماني سنوات.", "ثماني سنوات=P8Y"},
		{"استغرق ثمان دقائق.", "ثمان دقائق=PT8M"},
		{"استغرق عشرة أشهر.", "عشرة أشهر=P10M"},
		{"استغرق أسبوعين.", "أسبوعين=P2W"},
		{"استغرق عقدين.", "عقدين=P20Y"},
		{"استغرق 11 يوماً.", "11 يوماً=P11D"},
		{"استغرق بضع ساعات.", "بضع ساعات=PTXH"},
		{"استغرق عدة ساعة.", ""},
		{"استغرق 2500 عام.", ""},
		{"استغرق 0 ساعة.", ""},
		{"يعود خلال الأيام المقبلة.", "الأيام المقبلة=PXD"},
		{"يعود خلال الشهرين المقبلين.", "الشهرين المقبلين=P2M"},
		{"الأيام جميلة.", ""},
		{"وصل قبل الشهر.", ""},
		{"وصل قبل شهر.", "قبل شهر=2026-02"},
		{"وصل قبل شهر من الافتتاح.", ""},
		{"وصل منذ 1974.", "منذ 1974=1974"},
		{"وصل في سنة 1799 أو سنة 1800.", "سنة 1800=1800"},
		{"يصل في سنة 2099 أو سنة 2100.", "سنة 2099=2099"},
	})
}
