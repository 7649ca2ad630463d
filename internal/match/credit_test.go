package match

import (
	"strings"
	"testing"
)

// TestCreditPlaces: a source is credited where copy says whom it is from.
func TestCreditPlaces(t *testing.T) {
	for _, c := range []struct{ text, source string }{
		{"(MENAFN - RT) The pier closed.", "RT"},
		{"(MENAFN - RT) The pier closed.", "MENAFN"},
		{"VALDRIA, March 4 (Northwire) - The pier closed.", "Northwire"},
		{"VALDRIA (Northwire)- The pier closed.", "Northwire"},
		{"Northwire - The pier closed.", "Northwire"},
		{"Northwire: the pier is closed\nIt leaks.", "northwire.com"},
		{"Pier closed | Daily Post\nIt leaks.", "The Daily Post"},
		{"Pier closed - Northwire Agency\nIt leaks.", "Northwire"},
		{"The pier closed, according to the National.", "The National"},
		{"The pier closed, the Independent reported on Tuesday.", "The Independent"},
		{"The pier closed, Holt told Anadolu on Tuesday.", "Anadolu Agency"},
		{"The pier closed, Holt told the Anadolu Agency on Tuesday.", "Anadolu"},
		{"The pier closed, Northwire said.", "www.northwire.com"},
		{"The pier closed.\nSource: Northwire", "Northwire"},
		{"The pier closed.\n© 2031 Northwire", "Northwire"},
		{"The pier closed.\nNorthwire, agencies", "Northwire"},
		{"The pier closed.\nThe post Pier closed appeared first on Northwire.", "Northwire"},
		{"The pier closed.\nThis article was originally published in The Daily Post in March.", "Daily Post"},
		{"The pier closed. Read the full story at Northwire and more.", "Northwire"},
		{"أغلق الرصيف.\nظهرت المقالة إغلاق الرصيف أولاً على سبق.", "سبق"},
		{"الرياض - واس: أغلق الرصيف.", "وكالة الأنباء السعودية (واس)"},
		{"الرياض 04 ذو القعدة 1452 هـ الموافق 04 مارس 2031 م واس\nأغلق الرصيف.\nأغلق رصيف العبارات القديم", "واس"},
		{"أغلق الرصيف\nالرياض 04 ذو القعدة 1452 هـ الموافق 04 مارس 2031 م واس\nأغلق رصيف العبارات القديم.", "واس"},
		{"(رويترز) - أغلق الرصيف.", "رويترز"},
		{"أغلق الرصيف نقلا عن رويترز.", "رويترز"},
		{"أغلق الرصيف، وفقا لما ذكرته وكالة الأناضول اليوم.", "الأناضول"},
		{"أغلق الرصيف، وفق ما أوردت صحيفة الشرق الأوسط.", "الشرق الأوسط"},
		{"قال المدير لصحيفة اليوم إن الرصيف مغلق.", "اليوم"},
		{"قال المدير في حديث لـ«الخليج» إن الرصيف مغلق.", "الخليج"},
		{"قال المدير لرويترز إن الرصيف مغلق.", "رويترز"},
		{"رويترز: إغلاق الرصيف\nأغلق الرصيف.", "رويترز"},
		{"أغلق الرصيف.\nالمصدر: الجزيرة + وكالات", "الجزيرة نت"},
		{"أغلق الرصيف بحسب موقع سبق.", "سبق"},
	} {
		for _, tail := range []string{"", strings.Repeat("\nThe boats leave from the coal quay until the spring.", 12)} {
			if !Read(c.text + tail).Credits(NameOf(c.source)) {
				t.Errorf("%q does not credit %s", c.text, c.source)
			}
		}
	}
}

// TestNoCredit: papers are called by words of every day, which credit nobody where
// copy uses them.
func TestNoCredit(t *testing.T) {
	for _, c := range []struct{ text, source string }{
		{"أغلقت الوزارة اليوم الثلاثاء الرصيف القديم.", "اليوم"},
		{"أغلقت الوزارة الرصيف وقال مديرها اليوم إن العمل مستمر.", "اليوم"},
		{"تسربت المياه في دول الخليج وفي الشرق الأوسط.", "الخليج"},
		{"تسربت المياه في دول الخليج وفي الشرق الأوسط.", "الشرق الأوسط"},
		{"وجاء في البيان أن الرصيف مغلق.", "البيان"},
		{"وقال نائب رئيس الاتحاد إن الدستور يمنع ذلك في المدينة.", "الاتحاد"},
		{"وسبق أن أغلق الرصيف.", "سبق"},
		{"بحسب بيان وزارة الوطن أغلق الرصيف.", "الوطن"},
		{"The National Assembly closed the pier, a source said.", "The National"},
		{"The pier was closed by the National Assembly on Monday.", "The National"},
		{"An independent report says so; the independent panel met.", "The Independent"},
		{"It was closed for the first time since the star mayor left.", "Time"},
		{"The Star Shipping Company said so.", "The Star"},
		{"The pier closed on Time and in Time it opened.", "Time"},
		{"أكد الوزير أولا على الوطن وأهله.", "أهله"},
		{"Today the pier closed (it leaks today).", "Today"},
		{"The pier in Metro Harbour closed.", "Metro"},
		{"The pier closed.", ""},
		{"The pier closed - again.", "—"},
	} {
		if Read(c.text).Credits(NameOf(c.source)) {
			t.Errorf("%q credits %q", c.text, c.source)
		}
	}
}

// TestCreditOfEverydayWords: a copy that has the whole text of the earliest known item
// is from it, though a paper called Today, whose name stands in every report, was
// between the two.
func TestCreditOfEverydayWords(t *testing.T) {
	whole := "أعلنت وزارة النقل اليوم الثلاثاء إغلاق جسر الوادي الكبير أمام الشاحنات الثقيلة حتى إشعار آخر بعد رصد تشققات في ثلاث من دعاماته. " +
		"وقال مدير الطرق سامر العبدان إن الجسر يحمل يوميا نحو 14 ألف مركبة وإن أعمال الترميم ستستغرق ستة أشهر وتكلف 23 مليون دينار. "
	last := "وكان سكان القرى المجاورة اشتكوا مرارا من اهتزاز الجسر، وطالبوا في عريضة وقعها ألفا شخص بفحصه. "
	items := []Item{
		{Body: whole + last, Source: "وكالة أنباء السيل", Date: day(1)},
		{Body: whole, Source: "اليوم", Date: day(1).Add(1)},
		{Body: whole + last, Source: "الخبر", Date: day(2)},
	}
	if got := Families(items)[2]; got.From != 0 || got.Kind != Duplicate {
		t.Errorf("with dates: %+v", got)
	}
}
