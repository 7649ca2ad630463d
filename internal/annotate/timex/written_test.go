package timex

import "testing"

// TestWaysToWriteADay reads a day as agencies, outlets and tables write it.
func TestWaysToWriteADay(t *testing.T) {
	checkTimes(t, English, [][2]string{
		{"It opened on March 5th.", "March 5th=2026-03-05"},
		{"It opened on Mar. 5, not in Mar del Tamar.", "Mar. 5=2026-03-05"},
		{"It opened on 5 Mar 2026.", "5 Mar 2026=2026-03-05"},
		{"It opened on 05/03/2026.", "05/03/2026=2026-03-05"},
		{"It opened on 22/07/2025 and 07/22/2025.", "22/07/2025=2025-07-22 07/22/2025=2025-07-22"},
		{"It opened on 04/07/2025.", "04/07/2025=2025-07-04"},
		{"It opened on 2026/03/05.", "2026/03/05=2026-03-05"},
		{"It opened on 20260305.", "20260305=2026-03-05"},
		{"It opened on 10-25-89.", "10-25-89=1989-10-25"},
		{"It opened on Thursday 5 March 2026.", "Thursday 5 March 2026=2026-03-05"},
		{"He was born on 12 May 1958.", "12 May 1958=1958-05-12"},
		{"It closed on 31/31/2025 and 2026-13-01.", ""},
		{"It opened on 5.3.2026.", ""},
	})
}

// TestClocksOfAllPresses reads clocks with their half of the day glued to them, and
// those of wire files.
func TestClocksOfAllPresses(t *testing.T) {
	checkTimes(t, English, [][2]string{
		{"It opened at 10am on Thursday.", "10am on Thursday=2026-03-05T10:00"},
		{"It opened at 3.30pm local time.", "3.30pm local time=2026-03-05T15:30"},
		{"It opened at 3:30pm on March 3.", "3:30pm on March 3=2026-03-03T15:30"},
		{"It opened at 12am today, not at 12pm.", "12am today=2026-03-05T00:00 12pm=2026-03-05T12:00"},
		{"It opened at 1500 GMT.", "1500 GMT=2026-03-05T15:00"},
		{"It opened at 10 a.m. ET (1500 GMT).", "10 a.m. ET=2026-03-05T10:00"},
		{"It opened at 1575 GMT.", ""},
		{"It opened at 1500 guests.", ""},
		{"He ran the 1500 in 3:45.", ""},
		{"It opened at 7 p.m. yesterday.", "7 p.m. yesterday=2026-03-04T19:00"},
		{"The team at 10amp left at am.", ""},
	})
}

// TestQuartersByNumber reads Q3 as the third quarter.
func TestQuartersByNumber(t *testing.T) {
	checkTimes(t, English, [][2]string{
		{"In Q3 2025 it grew.", "Q3 2025=2025-Q3"},
		{"It grew in Q1 and in Q5.", "Q1=2026-Q1"},
		{"In the first quarter of this year it grew.", "the first quarter of this year=2026-Q1"},
	})
}

// TestWhatComesBack tells what comes back from how long it takes.
func TestWhatComesBack(t *testing.T) {
	checkTimes(t, English, [][2]string{
		{"Once a week it opens.", "Once a week=P1W"},
		{"Twice a day it opens.", "Twice a day=P1D"},
		{"It opens three times a year.", "times a year=P1Y"},
		{"On Sundays it opens.", "Sundays=XXXX-WXX-7"},
		{"Every Monday it opens.", "Every Monday=XXXX-WXX-1"},
		{"Every two weeks it opens.", "Every two weeks=P2W"},
		{"It opens each month.", "each month=P1M"},
		{"It took a week, once.", "a week=P1W"},
	})
}

// TestMayAndMarch are names and marches, too.
func TestMayAndMarch(t *testing.T) {
	checkTimes(t, English, [][2]string{
		{"Theresa May came.", ""},
		{"Mrs. May came.", ""},
		{"The March on Tamar came.", ""},
		{"It came in May.", "May=2025-05"},
		{"In May it came.", "May=2025-05"},
		{"The March vote came.", "March=2026-03"},
		{"It came on Monday, May 4.", "Monday, May 4=2026-05-04"},
		{"May 5 was warm.", "May 5=2026-05-05"},
	})
}

// TestWhatIsCountedFromTheText counts from the day of the text.
func TestWhatIsCountedFromTheText(t *testing.T) {
	checkTimes(t, English, [][2]string{
		{"Two decades ago it grew.", "Two decades ago=200"},
		{"More than 20 years ago it grew.", "20 years ago=2006"},
		{"A week from now it will close.", "A week from now=2026-W11"},
		{"Over the last three days it grew.", "the last three days=P3D"},
		{"In recent years it grew.", "recent years=PAST_REF"},
		{"In the coming days it will close.", "the coming days=FUTURE_REF"},
		{"In two weeks it will open.", "two weeks=P2W"},
		{"Overnight it grew.", ""},
	})
}

// TestStillMisread shows what comes out wrong: ranges, decades without their century,
// and days counted from another one than the text's.
func TestStillMisread(t *testing.T) {
	checkTimes(t, English, [][2]string{
		{"It opened on March 3-5, 2026.", "March=2026-03 2026=2026"},
		{"It opened from March 3 to 5.", "March 3=2026-03-03"},
		{"It ran from 2019-2021.", ""},
		{"In the 50s he left.", ""},
		{"They met on Monday. The next day it grew.", "Monday=2026-03-02 The next day=2026-03-06"},
		{"May 5 was a Tuesday.", "May 5=2026-05-05 Tuesday=2026-03-03"},
		{"Years ago it grew.", "Years=PXY"},
		{"Route 1950 closed.", "1950=1950"},
	})
}

// TestArabicWaysToWriteADay reads both names of a month, in strokes or brackets, and
// days in figures, the day first.
func TestArabicWaysToWriteADay(t *testing.T) {
	checkTimes(t, Arabic, [][2]string{
		{"وصل في 5 آذار/مارس 2019.", "5 آذار/مارس 2019=2019-03-05"},
		{"وصل في 5 آذار (مارس) 2019.", "5 آذار (مارس) 2019=2019-03-05"},
		{"وصل في 5 آذار (نيسان) 2019.", "5 آذار=2026-03-05"},
		{"وصل في 5 آذار (مارس 2019.", "5 آذار=2026-03-05 مارس 2019=2019-03"},
		{"وصل في يناير/كانون الثاني 2025.", "يناير/كانون الثاني 2025=2025-01"},
		{"وصل في 05/03/2026.", "05/03/2026=2026-03-05"},
		{"وصل بتاريخ 5-3-2026.", "5-3-2026=2026-03-05"},
		{"وصل في 2026-03-05.", "2026-03-05=2026-03-05"},
		{"وصل في ٥/٣/٢٠٢٦.", "٥/٣/٢٠٢٦=2026-03-05"},
		{"وصل في 22/07/2025.", "22/07/2025=2025-07-22"},
		{"وصل في 32/07/2025.", ""},
		{"فاز 3-2 في الدقيقة 90.", ""},
		{"وصل مساء يوم الثلاثاء الموافق 3 مارس.", "مساء يوم الثلاثاء الموافق 3 مارس=2026-03-03TEV"},
		{"وصل الثلاثاء (3 مارس 2020).", "الثلاثاء (3 مارس 2020)=2020-03-03"},
		{"وصل الثلاثاء (3 سفن).", "الثلاثاء=2026-03-03"},
		{"وصل في ١٤ فبراير ٢٠٢٥م.", "١٤ فبراير ٢٠٢٥م=2025-02-14"},
	})
}

// TestArabicNights are those that begin on their day.
func TestArabicNights(t *testing.T) {
	checkTimes(t, Arabic, [][2]string{
		{"وصل الليلة الماضية.", "الليلة الماضية=2026-03-04TNI"},
		{"يصل الليلة.", "الليلة=2026-03-05TNI"},
		{"تصل الليلة المقبلة.", "الليلة المقبلة=2026-03-06TNI"},
		{"وصل فجر اليوم الخميس.", "فجر اليوم الخميس=2026-03-05TNI"},
		{"وصل ليل الثلاثاء.", "ليل الثلاثاء=2026-03-03TNI"},
	})
}

// TestArabicHoursInWords are hours behind الساعة, or before a part of the day.
func TestArabicHoursInWords(t *testing.T) {
	checkTimes(t, Arabic, [][2]string{
		{"وصل عند الساعة العاشرة صباحاً.", "الساعة العاشرة صباحاً=2026-03-05T10:00"},
		{"وصل الساعة العاشرة والنصف مساءً.", "الساعة العاشرة والنصف مساءً=2026-03-05T22:30"},
		{"وصل الساعة الثانية عشرة والربع ظهراً.", "الساعة الثانية عشرة والربع ظهراً=2026-03-05T12:15"},
		{"وصل الساعة الحادية عشرة ليلاً.", "الساعة الحادية عشرة ليلاً=2026-03-05T23:00"},
		{"وصل الساعة الثالثة والثلث عصراً.", "الساعة الثالثة والثلث عصراً=2026-03-05T15:20"},
		{"وصل عند العاشرة من مساء أمس.", "العاشرة من مساء أمس=2026-03-04T22:00"},
		{"وصل في الدورة العاشرة من المهرجان.", ""},
		{"وصل في الدورة الثالثة عشرة مساء أمس.", "مساء أمس=2026-03-04TEV"},
		{"وصل الساعة 10:30 صباحا بالتوقيت المحلي.", "الساعة 10:30 صباحا=2026-03-05T10:30"},
	})
}

// TestArabicRounded counts what is only rounded, as English does.
func TestArabicRounded(t *testing.T) {
	checkTimes(t, Arabic, [][2]string{
		{"وصل قبل نحو عامين.", "قبل نحو عامين=2024"},
		{"وصل قبل أكثر من 20 عاماً.", "قبل أكثر من 20 عاماً=2006"},
		{"وصل قبل حوالى ثلاث سنوات.", "قبل حوالى ثلاث سنوات=2023"},
		{"وصل منذ أكثر من عام.", "منذ أكثر من عام=2025"},
		{"وصل قبل ما يقارب شهرين.", "قبل ما يقارب شهرين=2026-01"},
		{"وصل قبل ما يزيد على عشر سنوات.", "قبل ما يزيد على عشر سنوات=2016"},
		{"وصل قبل أقل من ساعة.", "قبل أقل من ساعة=2026-03-05"},
		{"وصل قبل أكثر من سفينة.", ""},
		{"وصل منذ ما أعلن.", ""},
	})
}

// TestArabicYears reads years, quarters, decades and centuries.
func TestArabicYears(t *testing.T) {
	checkTimes(t, Arabic, [][2]string{
		{"وصل بين عامي 2011 و2015.", "عامي 2011=2011 و2015=2015"},
		{"وصل في عامي 2011 و 2015.", "عامي 2011=2011 2015=2015"},
		{"وصل في 2011.", "2011=2011"},
		{"وصل في 2011 وعاد.", "2011=2011"},
		{"وصل في 2011 سفينة.", ""},
		{"وصل 2011 زائراً.", ""},
		{"وصل في الربع الثالث من عام 2025.", "الربع الثالث من عام 2025=2025-Q3"},
		{"وصل في الربع الأخير من العام الماضي.", "الربع الأخير من العام الماضي=2025-Q4"},
		{"وصل في الربع الأول من 2025.", "الربع الأول من 2025=2025-Q1"},
		{"وصل إلى الربع الخالي.", ""},
		{"وصل في الربع الثالث من السباق.", ""},
		{"وصل في ثمانينيات القرن الماضي.", "ثمانينيات القرن الماضي=198"},
		{"وصل في تسعينات القرن التاسع عشر.", "تسعينات القرن التاسع عشر=189"},
		{"وصل في القرن الحادي والعشرين.", "القرن الحادي والعشرين=20"},
		{"وصل في ثمانينيات العمر.", ""},
	})
}

// TestArabicWhatComesBack tells what comes back, and what is now.
func TestArabicWhatComesBack(t *testing.T) {
	checkTimes(t, Arabic, [][2]string{
		{"يصل كل يوم.", "كل يوم=P1D"},
		{"يصل كل أسبوع أو كل جمعة.", "كل أسبوع=P1W كل جمعة=XXXX-WXX-5"},
		{"يصل كل يوم جمعة.", "كل يوم جمعة=XXXX-WXX-5"},
		{"يصل يومياً أو أسبوعياً أو شهرياً أو سنوياً.", "يومياً=P1D أسبوعياً=P1W شهرياً=P1M سنوياً=P1Y"},
		{"وصل كل الأيام.", ""},
		{"يصل الآن، وكان حالياً هنا، ووصل مؤخراً.", "الآن=PRESENT_REF حالياً=PRESENT_REF مؤخراً=PAST_REF"},
	})
}

// TestArabicCommemorated leaves out days by which something is called, unless their
// year stands there.
func TestArabicCommemorated(t *testing.T) {
	checkTimes(t, Arabic, [][2]string{
		{"وصل إلى شارع 15 مايو.", ""},
		{"بعد ثورة 25 يناير 2011 وصل.", "25 يناير 2011=2011-01-25"},
		{"احتفل بثورة 25 يناير.", ""},
		{"وصل إلى ميدان 6 أكتوبر.", ""},
		{"وصل في 6 أكتوبر.", "6 أكتوبر=2025-10-06"},
	})
}

// TestArabicStillMisread shows what comes out wrong.
func TestArabicStillMisread(t *testing.T) {
	checkTimes(t, Arabic, [][2]string{
		{"وصل ليل الثلاثاء الأربعاء.", "ليل الثلاثاء=2026-03-03TNI الأربعاء=2026-03-04"},
		{"وصل خلال الـ24 ساعة الماضية.", ""},
		{"وصل في الفترة 2011-2015.", ""},
		{"وصل في شهر مارس.", ""},
		{"وصل بعد يومين.", "يومين=P2D"},
	})
}
