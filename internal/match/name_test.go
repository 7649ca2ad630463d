package match

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/internal/lang"
)

func TestNames(t *testing.T) {
	for text, want := range map[string]string{
		"The fire brigade of Elsin rescued Maren Holt. Nobody was hurt, Holt said on Monday.": "elsin maren holt holt",
		"Fire Destroys Warehouse In Elsin\nA fire broke out near Grauberg.":                   "grauberg",
		"POLICE IN ELSIN ARREST A MAN": "",
		"He told Al Marsa: “Nothing was lost in Tarnsee by those who were there.” The Ölmühle of Ülm burnt down at night.": "marsa tarnsee olmuhle ulm",
		"Line one of Kolm\nHalvard is first of its line, Norvik is not":                                                    "kolm norvik",
		"حريق في مرسى الزيت":                                                                                               "",
		"A person of the EU wrote The same to IT":                                                                          "",
		"": "",
	} {
		_, words := lang.Words(text)
		var got []string
		for _, n := range names(text, words) {
			got = append(got, words[n].Form)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: names %v, want %s", text, got, want)
		}
	}
}

func TestSpelledAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"elsin", "elsin", true},
		{"elsin", "elsim", true},
		{"elsin", "lsim", true}, // two of five
		{"elsin", "kolm", false},
		{"elsin", "el", false},
		{"holt", "hold", true},
		{"holt", "halt", true},
		{"holt", "bird", false},
		{"grauberg", "gruabreg", false}, // two letters changed places twice: four edits
		{"grauberg", "grauebrg", true},
		{strings.Repeat("a", 40), strings.Repeat("a", 40), true},
		{strings.Repeat("a", 40), strings.Repeat("a", 39) + "b", false}, // too long to be a name
	} {
		a, b := Read(c.a), Read(c.b)
		if got := spelledAlike(a.letters, b.letters); got != c.want || got != spelledAlike(b.letters, a.letters) {
			t.Errorf("%s and %s: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// lookAlikes are bulletins that towns, courts, clubs and banks send, of two events
// each: place, persons, numbers, day.
func lookAlikes(n int) (out []string) {
	english := [][]any{{"Elsin", "Maren Holt", 12, "Monday", "Ivo Kramer", "5.6", 340, "Tarnsee"}, {"Grauberg", "Ulf Tanner", 7, "Friday", "Petra Lindt", "4.9", 215, "Kolm"}, {"Grauberg", "Ulf Tanner", 12, "Monday", "Petra Lindt", "5.6", 340, "Kolm"}}[n]
	arabic := [][]any{{"مرسى الزيت", "سامي الحداد", 12, "الاثنين", "وليد نعمة", "5.6", 340, "الحي"}, {"وادي النخيل", "نجيب الراوي", 7, "الجمعة", "فؤاد شاهين", "4.9", 215, "المدينة"}, nil}[n]
	for _, text := range []string{
		"Power restored in %[1]s after outage\nPower was restored in %[1]s on %[4]s after an outage that left thousands of homes in the dark for %[3]d hours, the electricity company said. A faulty transformer was to blame.",
		"%[1]s council approves new budget\nThe council of %[1]s approved a budget of %[7]d million crowns on %[4]s, after a debate of several hours. Spending on roads rises by %[3]d percent, while taxes stay as they are, the treasurer %[2]s said.",
		"%[2]s elected mayor of %[1]s\n%[2]s was elected mayor of %[1]s on %[4]s with %[3]d percent of the vote, according to final results. The candidate of the opposition, %[5]s, conceded defeat and congratulated the winner.",
		"Heavy rain floods streets in %[1]s\nHeavy rain flooded streets in %[1]s on %[4]s, trapping drivers in their cars. Rescue workers brought %[3]d people to safety. The weather service expects more rain until the weekend.",
		"Man arrested over stabbing in %[1]s\nPolice in %[1]s arrested a man of %[3]d on %[4]s over a stabbing near the railway station. The victim is in stable condition in hospital. The motive is not known yet, a police spokesman said.",
		"%[1]s beat %[8]s %[3]d-1\n%[1]s beat %[8]s %[3]d-1 on %[4]s to go top of the league. %[2]s opened the scoring in the first half and %[5]s made sure of the win from the penalty spot shortly before the end.",
		"Central bank of %[1]s leaves rate unchanged\nThe central bank of %[1]s left its main interest rate at %[6]s percent on %[4]s, as analysts had expected. Inflation is close to the target, governor %[2]s told reporters after the meeting.",
		"Ferry runs aground off %[1]s\nA ferry with %[7]d passengers on board ran aground off %[1]s early on %[4]s. All passengers were taken off by lifeboats and nobody was hurt, the coast guard said. The captain, %[2]s, will be questioned.",
		"%[2]s, novelist of %[1]s, dies at %[3]d\nThe novelist %[2]s died in %[1]s on %[4]s at the age of %[3]d, the family said. %[2]s wrote more than twenty books, which were translated into many languages, and won the national prize twice.",
		"Airport of %[1]s closed by fog\nThe airport of %[1]s was closed by thick fog on %[4]s morning. %[3]d flights were cancelled and others diverted to neighbouring cities. Normal service was expected to resume in the afternoon.",
	} {
		out = append(out, fmt.Sprintf(text+"%.0[1]s%.0[2]s%.0[3]d%.0[4]s%.0[5]s%.0[6]s%.0[7]d%.0[8]s", english...))
	}
	if arabic == nil { // it shows no names
		return out
	}
	for _, text := range []string{
		"عودة الكهرباء إلى %[1]s بعد انقطاع\nعادت الكهرباء إلى %[1]s يوم %[4]s بعد انقطاع ترك آلاف المنازل في الظلام %[3]d ساعات، وفق ما أعلنت شركة الكهرباء. وعزت الشركة الانقطاع إلى عطل في أحد المحولات.",
		"انتخاب %[2]s رئيسا لبلدية %[1]s\nانتخب %[2]s رئيسا لبلدية %[1]s يوم %[4]s بعد حصوله على %[3]d في المئة من الأصوات بحسب النتائج النهائية. وأقر مرشح المعارضة %[5]s بهزيمته وهنأ الفائز.",
		"أمطار غزيرة تغرق شوارع %[1]s\nأغرقت أمطار غزيرة شوارع %[1]s يوم %[4]s وحاصرت سائقين داخل سياراتهم. ونقل رجال الإنقاذ %[3]d شخصا إلى أماكن آمنة، وتتوقع الأرصاد مزيدا من الأمطار حتى نهاية الأسبوع.",
		"جنوح عبارة قبالة %[1]s\nجنحت عبارة على متنها %[7]d راكبا قبالة %[1]s فجر %[4]s. وأخلي جميع الركاب بقوارب النجاة ولم يصب أحد بأذى، وفق خفر السواحل. وسيستجوب القبطان %[2]s.",
		"إغلاق مطار %[1]s بسبب الضباب\nأغلق مطار %[1]s صباح %[4]s بسبب الضباب الكثيف، وألغيت %[3]d رحلة وحولت رحلات أخرى إلى مدن مجاورة. ويتوقع أن تستأنف الحركة بعد الظهر.",
		"البنك المركزي في %[1]s يثبت الفائدة\nأبقى البنك المركزي في %[1]s سعر الفائدة الرئيسي عند %[6]s في المئة يوم %[4]s كما توقع المحللون. وقال المحافظ %[2]s للصحفيين بعد الاجتماع إن التضخم قريب من الهدف.",
	} {
		out = append(out, fmt.Sprintf(text+"%.0[1]s%.0[2]s%.0[3]d%.0[4]s%.0[5]s%.0[6]s%.0[7]d%.0[8]s", arabic...))
	}
	return out
}

// TestLookAlikes: a bulletin from one template about another event is no copy; the
// same one mistyped, cut or credited is.
func TestLookAlikes(t *testing.T) {
	first, second := lookAlikes(0), lookAlikes(1)
	for i := range first {
		if g := Compare(Read(first[i]), Read(second[i])); g.Same() || g.stands(0) && !g.LookAlike() {
			t.Errorf("%q and %q: same %v, look-alike %v: %+v", first[i], second[i], g.Same(), g.LookAlike(), g)
		}
		for name, copied := range map[string]string{
			"mistyped": mistype(first[i], 9), "credited": "(Agency) " + first[i], "in capitals": strings.ToUpper(first[i]),
			"in lower case": strings.ToLower(first[i]),
		} {
			if g := Compare(Read(first[i]), Read(copied)); !g.Same() || g.LookAlike() {
				t.Errorf("%q, %s: same %v, look-alike %v: %+v", first[i], name, g.Same(), g.LookAlike(), g)
			}
		}
	}
}

// TestUpdateIsNoLookAlike: what has other numbers because more is known is told of
// the same event; so is what only shares a phrase, as far as words say.
func TestUpdateIsNoLookAlike(t *testing.T) {
	crash := "A bus left the road near Elsin on its way to Grauberg and fell into the river. At least %d people were killed and %d injured, the police of Elsin said. Divers are looking for the driver, whose name is not known yet."
	first, later := fmt.Sprintf(crash, 12, 30), fmt.Sprintf(crash, 15, 41)
	missing := " Another %d passengers from Norvik and %d from Kolm are missing."
	for name, other := range map[string]string{
		"an update": later, "a longer update": later + fmt.Sprintf(missing, 9, 4), "another event": tunnel, "a phrase": tunnel + " At least 15 people were killed and 41 injured, the police said on Friday.",
		"the same": first,
	} {
		if g := Compare(Read(first), Read(other)); g.LookAlike() {
			t.Errorf("%s looks like it: %+v", name, g)
		}
	}
	long, longer := first+fmt.Sprintf(missing, 5, 2), later+fmt.Sprintf(missing, 9, 4)
	if g := Compare(Read(long), Read(longer)); g.LookAlike() {
		t.Errorf("with four other numbers and the same names it does: %+v", g)
	}
	on := func(text, day string) string {
		return strings.Replace(text, "A bus left", "Early on "+day+" a bus left", 1)
	}
	if g := Compare(Read(on(first, "Monday")), Read(on(later, "Monday"))); g.LookAlike() {
		t.Errorf("with other numbers, on the same day, it does: %+v", g)
	}
	if g := Compare(Read("Early. "+on(first, "Monday")), Read("Early. "+on(later, "Friday"))); !g.LookAlike() {
		t.Errorf("with other numbers and on another day it does not: %+v", g)
	}
}

// TestOtherNames: two towns on one day, with the same numbers, are told apart by
// names alone.
func TestOtherNames(t *testing.T) {
	first := lookAlikes(0)
	for i, other := range lookAlikes(2) {
		if g := Compare(Read(first[i]), Read(other)); g.Same() {
			t.Errorf("%q is the same as %q: %d of %d names", other, first[i], g.SameNames, g.Names)
		}
	}
}

// TestFigures: a point or a comma inside a number does not end it.
func TestFigures(t *testing.T) {
	figures := func(text string) []uint64 {
		r := Read(text)
		list := r.figures(nil, 0, int32(len(r.letters)))
		slices.Sort(list)
		return list
	}
	for _, c := range []struct {
		a, b string
		n    int
		same bool
	}{
		{"rose 5.6 percent", "fell 5.6 percent", 1, true},
		{"rose 5.6 percent", "rose 6.5 percent", 1, false},
		{"rose 5.6 percent", "rose 5 6 percent", 1, false},
		{"of 4,000 people", "of 4000 people", 1, true},
		{"of 4,000,000 people", "of 4.000.000 people", 1, true},
		{"٥٫٦ درجات", "5.6 درجات", 1, true},
		{"on Monday, 5 people", "5 people on Monday", 2, true},
		{"on Monday, 5 people", "on Tuesday, 5 people", 2, false},
		{"no figure", "none", 0, true},
	} {
		a, b := figures(c.a), figures(c.b)
		if len(a) != c.n || slices.Equal(a, b) != c.same {
			t.Errorf("%q and %q: %d figures, same %v, want %d and %v", c.a, c.b, len(a), slices.Equal(a, b), c.n, c.same)
		}
	}
}
