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

// lookAlikes are bulletins that courts, fire brigades and observatories send, of
// two events each: place, persons, numbers, day.
func lookAlikes(n int) []string {
	facts := [][]any{{"Elsin", "Maren Holt", 12, "Monday", "Ivo Kramer", "5.6"}, {"Grauberg", "Ulf Tanner", 7, "Friday", "Petra Lindt", "4.9"}}[n]
	arabic := [][]any{{"مرسى الزيت", "سامي الحداد", 12, "الاثنين", "", "5.6"}, {"وادي النخيل", "نجيب الراوي", 7, "الجمعة", "", "5.1"}}[n]
	fill := func(text string, facts []any) string {
		return fmt.Sprintf(text+"%[1]s%.0[2]s%.0[3]d%.0[4]s%.0[5]s%.0[6]s", facts...)
	}
	return []string{
		fill("Fire destroys warehouse in %[1]s\nA fire destroyed a warehouse in %[1]s on %[4]s night, the civil defence said. Firefighters took %[3]d hours to bring the blaze under control. Nobody was hurt and the cause is being investigated. ", facts),
		fill("Court jails former mayor\nA court in %[1]s on %[4]s sentenced former mayor %[2]s to %[3]d years in prison for taking bribes. His lawyer, %[5]s, said he would appeal against the verdict within the time allowed by law. ", facts),
		fill("Police arrest man\nPolice in %[1]s arrested a man of %[3]d on %[4]s over a stabbing near the railway station. The victim is in stable condition in hospital. The motive is not known yet, a police spokesman said. ", facts),
		fill("The central bank of %[1]s left its main interest rate at %[6]s percent on %[4]s, as analysts had expected. Inflation is close to the target, governor %[2]s told reporters after the meeting. ", facts),
		fill("حريق في مستودع\nاندلع حريق في مستودع في %[1]s مساء %[4]s، وفق ما أفاد الدفاع المدني. واستغرق إخماد النيران %[3]d ساعات، ولم يصب أحد بأذى، ويجري التحقيق في أسباب الحريق. ", arabic),
		fill("ضرب زلزال بقوة %[6]s درجات منطقة %[1]s يوم %[4]s، بحسب هيئة المسح الجيولوجي. ولم ترد أنباء عن وقوع إصابات، وشعر السكان بالهزة لثوان عدة وغادر بعضهم منازلهم. ", arabic),
	}
}

// TestLookAlikes: a bulletin from one template about another event is no copy; the
// same one mistyped, cut or credited is.
func TestLookAlikes(t *testing.T) {
	first, second := lookAlikes(0), lookAlikes(1)
	for i := range first {
		if g := Compare(Read(first[i]), Read(second[i])); g.Same() || !g.LookAlike() {
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
