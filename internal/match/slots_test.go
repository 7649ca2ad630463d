package match

import (
	"fmt"
	"strings"
	"testing"
)

// filledForms are what official agencies send every day, filled in three times each.
func filledForms() map[string][3]string {
	const (
		cable = "ملك السيل يهنئ رئيس %[3]s\nبعث ملك السيل برقية تهنئة إلى فخامة الرئيس %[1]s %[2]s، رئيس %[3]s، بمناسبة ذكرى %[4]s بلاده. وأعرب الملك عن أصدق التهاني وأطيب التمنيات بالصحة والسعادة لفخامته، ولحكومة وشعب %[3]s الصديق اطراد التقدم والازدهار. كما بعث ولي العهد برقية مماثلة إلى الرئيس %[1]s %[2]s."
		envoy = "وزير الخارجية يستقبل سفير %[3]s\nاستقبل وزير الخارجية في مكتبه بمقر الوزارة سفير %[3]s لدى السيل %[1]s %[2]s. وجرى خلال الاستقبال استعراض العلاقات الثنائية بين البلدين وسبل تعزيزها وتطويرها في مختلف المجالات، إضافة إلى بحث المستجدات الإقليمية والدولية والجهود المبذولة بشأنها.%.0[4]s"
		wish  = "King of Sayl congratulates %[3]s\nThe King of Sayl has sent a cable of congratulations to %[1]s %[2]s, President of %[3]s, on the anniversary of %[4]s of his country. The King expressed his sincere congratulations and best wishes of health and happiness to the President, and to the government and friendly people of %[3]s steady progress and prosperity. The Crown Prince sent a similar cable to President %[1]s %[2]s."
	)
	fill := func(form string, with [3][4]any) (out [3]string) {
		for i, w := range with {
			out[i] = fmt.Sprintf(form, w[:]...)
		}
		return out
	}
	arabic := [3][4]any{{"إيفو", "دال", "كارسك", "استقلال"}, {"توماس", "فيرين", "أومبرا", "تأسيس"}, {"إيلونا", "براسك", "فالدريا", "استقلال"}}
	return map[string][3]string{
		"cable": fill(cable, arabic), "envoy": fill(envoy, arabic),
		"wish": fill(wish, [3][4]any{{"Ivo", "Dahl", "Karsk", "the National Day"}, {"Tomas", "Verin", "Ombra", "the independence"}, {"Ilona", "Prask", "Valdria", "the National Day"}}),
	}
}

// TestFilledForms: one form that is filled in with other names tells another event; the same
// one edited, mistyped or credited is a copy.
func TestFilledForms(t *testing.T) {
	for name, filled := range filledForms() {
		for i, a := range filled {
			for _, b := range filled[:i] {
				if g := Compare(Read(a), Read(b)); g.Same() || !g.LookAlike() {
					t.Errorf("%s: %q and %q are the same: %+v", name, a, b, g)
				}
			}
			for what, copied := range map[string]string{
				"itself": a, "mistyped": mistype(a, 12), "much mistyped": mistype(a, 8), "credited": "(Agency) " + a, "in capitals": strings.ToUpper(a),
				"other words":        strings.NewReplacer("استقبل", "التقى", "استعراض", "بحث", "وأعرب", "وعبر", "مماثلة", "مشابهة", "sincere", "warm", "similar", "like").Replace(a),
				"one name set right": strings.NewReplacer("دال", "مور", "Dahl", "Moor").Replace(a),
			} {
				if g := Compare(Read(a), Read(copied)); !g.Same() {
					t.Errorf("%s, %s, is another: %+v", name, what, g)
				}
			}
		}
	}
}

// TestEverydayWordsFillNoForm: outlets put words of their own for an agency's, each
// time that they come.
func TestEverydayWordsFillNoForm(t *testing.T) {
	const text = "مقتل 12 شخصا في قصف إسرائيلي على بلدة الوادي\nأعلن مصدر طبي مقتل 12 شخصا في قصف إسرائيلي على بلدة الوادي مساء الثلاثاء. وقال المصدر إن القتلى من عائلة واحدة، وإن القصف الإسرائيلي أصاب منزلا من ثلاثة طوابق في وسط البلدة. ونقل الجرحى إلى مستشفى المدينة القريبة."
	told := strings.NewReplacer("مقتل", "استشهاد", "إسرائيلي", "صهيوني", "الإسرائيلي", "الصهيوني", "القتلى", "الشهداء", "قصف", "عدوان").Replace(text)
	if g := Compare(Read(text), Read(told)); g.Form || !g.Same() {
		t.Errorf("%q is another: %+v", told, g)
	}
}
