package timex

import (
	"strings"
	"testing"
)

// TestWeekdayWithDate: the date behind a weekday tells its week, in whatever order
// it is written; read apart, the weekday was given the week of the text.
func TestWeekdayWithDate(t *testing.T) {
	checkTimes(t, English, [][2]string{
		{"It opened on Tuesday, 22 July 2025.", "Tuesday, 22 July 2025=2025-07-22"},
		{"It opened on Tuesday 22 July.", "Tuesday 22 July=2026-07-22"},
		{"It opened on Tuesday the 22nd of July 2025.", "Tuesday the 22nd of July 2025=2025-07-22"},
		{"It opened on Tuesday, July 2025 was over.", "Tuesday=2026-03-03 July 2025=2025-07"},
		{"It opened on Tuesday, 22 ferries came.", "Tuesday=2026-03-03"},
	})
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
	checkTimes(t, English, [][2]string{
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
	})
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

// TestArabicDays: days by their names, the part of the day before them and the date
// behind, in a text of Thursday, 5 March 2026.
func TestArabicDays(t *testing.T) {
	checkTimes(t, Arabic, [][2]string{
		{"وصل الخميس 3 تموز 2025.", "الخميس 3 تموز 2025=2025-07-03"},
		{"وصل يوم الثلاثاء، 24 شباط.", "يوم الثلاثاء، 24 شباط=2026-02-24"},
		{"وصل يوم الثلاثاء الموافق 24 شباط.", "يوم الثلاثاء الموافق 24 شباط=2026-02-24"},
		{"وصل صباح الثلاثاء 24 شباط.", "صباح الثلاثاء 24 شباط=2026-02-24TMO"},
		{"وصل أمس الأربعاء 4 آذار.", "أمس الأربعاء 4 آذار=2026-03-04"},
		{"وصل الثلاثاء، 24 سفينة.", "الثلاثاء=2026-03-03"},
		{"وصل الثلاثاء، وشباط الماضي.", "الثلاثاء=2026-03-03"},
		{"وصل أول من أمس.", "أول من أمس=2026-03-03"},
		{"وصل مساء أول أمس الثلاثاء.", "مساء أول أمس الثلاثاء=2026-03-03TEV"},
		{"وصل أول من الجميع، أول الناس.", ""},
		{"وصل البارحة ويعود الغد.", "البارحة=2026-03-04 الغد=2026-03-06"},
		{"وصل يوم أمس ويعود يوم غد.", "يوم أمس=2026-03-04 يوم غد=2026-03-06"},
		{"يعود صباح بعد غد.", "صباح بعد غد=2026-03-07TMO"},
		{"يعود بعد الغداء.", ""},
		{"وصل فجر السبت وظهر الأحد.", "فجر السبت=2026-02-28TNI الأحد=2026-03-01"},
		{"وصل بعد ظهر الأحد ويعود بعد الأحد.", "بعد ظهر الأحد=2026-03-01TAF الأحد=2026-03-01"},
		{"وصل عصر الأحد الماضي.", "عصر الأحد الماضي=2026-03-01TAF"},
		{"ليل الأحد، ليلة الأحد، ظهر الأحد.", "ليل الأحد=2026-03-01TNI ليلة الأحد=2026-03-01TNI ظهر الأحد=2026-03-01TAF"},
		{"وصل مساء والناس نيام يوم المطر.", ""},
		// what is no today
		{"وصل في اليوم التالي.", ""},
		{"وصل في اليوم السابق.", ""},
		{"وصل في ذلك اليوم وفي نفس اليوم.", ""},
		{"وصل في اليوم نفسه، اليوم الذي أمطر.", ""},
		{"وصل في اليوم الثاني من الزيارة.", ""},
		{"يحتفلون باليوم العالمي للبحر. اليوم العالمي للبحر.", ""},
		{"أعلن اليوم الوزير نوفل دام.", "اليوم=2026-03-05"},
		{"أعلن اليوم الخميس الوزير.", "اليوم الخميس=2026-03-05"},
		// what lies ahead is told by the word right behind, too
		{"يوم الأحد سيفتتح الميناء.", "يوم الأحد=2026-03-08"},
		{"زار الميناء الأحد وسيعود.", "الأحد=2026-03-01"},
		{"قال الوزير الأحد سيفتتح.", "الأحد=2026-03-01"},
		{"يوم الأحد في الميناء سيحتفلون.", "يوم الأحد=2026-03-01"},
	})
}

// TestArabicDates: the year behind a date, written out or told from the text's.
func TestArabicDates(t *testing.T) {
	checkTimes(t, Arabic, [][2]string{
		{"وصل في 11 أيلول عام 1998.", "11 أيلول عام 1998=1998-09-11"},
		{"وصل في 11 أيلول/سبتمبر من عام 1998.", "11 أيلول/سبتمبر من عام 1998=1998-09-11"},
		{"وصل في 11 أيلول سنة 1998م.", "11 أيلول سنة 1998م=1998-09-11"},
		{"وصل في أيلول عام 1998.", "أيلول عام 1998=1998-09"},
		{"وصل في 11 أيلول من العام الماضي.", "11 أيلول من العام الماضي=2025-09-11"},
		{"يعود في أيلول من السنة المقبلة.", "أيلول من السنة المقبلة=2027-09"},
		{"وصل في 3 رمضان عام 1447هـ.", "3 رمضان عام 1447هـ=2026-02-20"},
		{"وصل في 11 أيلول من 1500 متر.", "11 أيلول=2025-09-11"},
		{"وصل في 3 تموز الماضي.", "3 تموز الماضي=2025-07-03"},
		{"يعود في 3 تموز المقبل وفي 3 شباط المقبل.", "3 تموز المقبل=2026-07-03 3 شباط المقبل=2027-02-03"},
		{"وصل في 5 آذار الماضي ويعود في 5 آذار المقبل.", "5 آذار الماضي=2025-03-05 5 آذار المقبل=2027-03-05"},
		{"وصل في 4 آذار الماضي ويعود في 6 آذار المقبل.", "4 آذار الماضي=2026-03-04 6 آذار المقبل=2026-03-06"},
		{"يعود في 30 آذار الجاري.", "30 آذار الجاري=2026-03-30"},
		{"وصل عام 1998 ومنذ 1999.", "عام 1998=1998"},
		{"وصل منذ 1999.", "منذ 1999=1999"},
	})
	if got := times("وصل في 3 تموز الماضي وفي أيلول من العام الماضي.", "", Arabic); got != "3 تموز=XXXX-07-03" {
		t.Error(got)
	}
}

// TestArabicUnits: a unit that is named behind since or before is no time ago, the
// last minute is no day, and one that has ال is not counted by the number before.
func TestArabicUnits(t *testing.T) {
	checkTimes(t, Arabic, [][2]string{
		{"يعمل منذ عام 1998.", "عام 1998=1998"},
		{"بني قبل سنة 1998.", "سنة 1998=1998"},
		{"يعمل منذ يوم الأحد ومنذ يوم أمس.", "يوم الأحد=2026-03-01 يوم أمس=2026-03-04"},
		{"يعمل منذ شهر آذار وقبل شهر رمضان.", ""},
		{"وصل قبل شهر واحد.", "قبل شهر=2026-02"},
		{"وصل قبل ساعة.", "قبل ساعة=2026-03-05"},
		{"سجل في الدقيقة الأخيرة وحتى هذه الساعة.", ""},
		{"وصل هذه السنة وذلك الشهر الماضي.", "هذه السنة=2026 الشهر الماضي=2026-02"},
		{"وصل هذا شهر.", ""},
		{"يصل في 12 الشهر الجاري.", "الشهر الجاري=2026-03"},
		{"يعمل في السنتين الماضيتين وفي السنوات القادمة.", "السنتين الماضيتين=P2Y السنوات القادمة=PXY"},
		{"خلال الساعات الـ24 الماضية.", "الساعات الـ24 الماضية=PT24H"},
		{"خلال السنوات العشر الماضية.", "السنوات العشر الماضية=P10Y"},
		{"خلال الأيام الخمسة عشر الماضية.", "الأيام الخمسة عشر الماضية=P15D"},
	})
}

// TestArabicCounts: from three to ten with the plural, from eleven on with the
// singular; the end of a longer number is none.
func TestArabicCounts(t *testing.T) {
	checkTimes(t, Arabic, [][2]string{
		{"استغرق أحد عشر يوماً.", "أحد عشر يوماً=P11D"},
		{"استغرق إحدى عشرة سنة.", "إحدى عشرة سنة=P11Y"},
		{"استغرق اثني عشر شهراً.", "اثني عشر شهراً=P12M"},
		{"استغرق اثنتا عشرة دقيقة.", "اثنتا عشرة دقيقة=PT12M"},
		{"استغرق خمسة عشر يوماً.", "خمسة عشر يوماً=P15D"},
		{"استغرق ثماني عشرة ساعة.", "ثماني عشرة ساعة=PT18H"},
		{"استغرق عشرين يوماً.", "عشرين يوماً=P20D"},
		{"استغرق ثمانون عاماً.", "ثمانون عاماً=P80Y"},
		{"استغرق واحداً وعشرين يوماً.", "واحداً وعشرين يوماً=P21D"},
		{"استغرق واحد وعشرين يوماً.", "واحد وعشرين يوماً=P21D"},
		{"استغرق خمسة وأربعين يوماً.", "خمسة وأربعين يوماً=P45D"},
		{"استغرق مئة وخمسة عشر يوماً.", ""},
		{"استغرق واحد أيام، اثنين أيام.", ""},
		{"استغرق خمسة يوم وعشرين أيام.", ""},
		{"استغرق عشر سنوات وعشرة أيام.", "عشر سنوات=P10Y"},
		{"استغرق ست ساعات أو سبعة أيام أو تسعة أشهر أو أربع دقائق.", "ست ساعات=PT6H سبعة أيام=P7D تسعة أشهر=P9M أربع دقائق=PT4M"},
		{"استغرق 3 يوم أو 30 أيام.", "3 يوم=P3D 30 أيام=P30D"},
		{"وصل منذ خمسة وعشرين عاماً.", "منذ خمسة وعشرين عاماً=2001"},
	})
}

// TestArabicClocks: the part of the day and the day that stand behind a clock.
func TestArabicClocks(t *testing.T) {
	checkTimes(t, Arabic, [][2]string{
		{"يصل الساعة 3 بعد الظهر.", "الساعة 3 بعد الظهر=2026-03-05T15:00"},
		{"يصل الساعة 3 من بعد ظهر أمس.", "الساعة 3 من بعد ظهر أمس=2026-03-04T15:00"},
		{"يصل الساعة 11 قبل الظهر.", "الساعة 11 قبل الظهر=2026-03-05T11:00"},
		{"يصل الساعة 12:30 بعد منتصف الليل.", "الساعة 12:30 بعد منتصف الليل=2026-03-05T00:30"},
		{"يصل الساعة 3 بعد الفجر.", "الساعة 3=2026-03-05T03:00"},
		{"يصل الساعة 10 مساء أمس.", "الساعة 10 مساء أمس=2026-03-04T22:00"},
		{"يصل الساعة 10 من مساء السبت المقبل.", "الساعة 10 من مساء السبت المقبل=2026-03-07T22:00"},
		{"يصل الساعة 9 صباح الثلاثاء 24 شباط.", "الساعة 9 صباح الثلاثاء 24 شباط=2026-02-24T09:00"},
		{"يصل الساعة 9 صباحاً، 24 شباط 2027.", "الساعة 9 صباحاً، 24 شباط 2027=2027-02-24T09:00"},
		{"يصل الساعة 9 من كل يوم.", "الساعة 9=2026-03-05T09:00 كل يوم=P1D"},
		{"يصل الساعة 24:00 أو الساعة 24:30.", "الساعة 24:00=2026-03-05T24:00"},
		{"يصل في 3 الساعة 10:30.", "الساعة 10:30=2026-03-05T10:30"},
	})
}

// TestFoldedLists: figures that marks join (results, tables) are one word of any
// length, which is folded at one go.
func TestFoldedLists(t *testing.T) {
	list := strings.Repeat("١,", 4000)
	if got, want := folded(list), strings.Repeat("1,", 4000); got != want {
		t.Errorf("%.20q", got)
	}
	if n := testing.Benchmark(func(b *testing.B) {
		for range b.N {
			folded(list)
		}
	}).AllocedBytesPerOp(); n > 40*int64(len(list)) {
		t.Errorf("%d bytes made of %d", n, len(list))
	}
}
