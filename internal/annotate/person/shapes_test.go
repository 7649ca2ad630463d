package person

import (
	"slices"
	"testing"
	"time"

	"dateline"
)

// TestShort decides about a family name alone by who speaks in the same item, by the
// office, and by what the source wrote lately.
func TestShort(t *testing.T) {
	j, err := New()
	if err != nil {
		t.Fatal(err)
	}
	later := func(d time.Duration) time.Time { return noon().Add(d) }
	ann, otto := "Ann Bell | minister", "Otto Bell | coach"
	for _, c := range []struct {
		name, speaker string
		known         []string
		source        dateline.SourceID
		when          time.Time
		present       []dateline.PersonID
		want          dateline.PersonID
		sure          float64
	}{
		{"who has just spoken in full", "Bell", []string{ann}, "other", noon(), []dateline.PersonID{"0"}, "0", sureInItem},
		{"who has just spoken, of two", "Bell", []string{ann, otto}, "other", noon(), []dateline.PersonID{"1"}, "1", sureInItem},
		{"both have spoken", "Bell", []string{ann, otto}, "marsa", noon(), []dateline.PersonID{"0", "1"}, "", 0},
		{"the office is the other's", "Bell | minister", []string{ann, otto}, "marsa", noon(), []dateline.PersonID{"1"}, "", 0},
		{"the office is that of who has spoken", "Bell | coach", []string{ann, otto}, "marsa", noon(), []dateline.PersonID{"1"}, "1", sureInItem},
		{"the text does not take the name for one it knows", "?Bell", []string{ann}, "marsa", noon(), []dateline.PersonID{"0"}, "", 0},
		{"in Arabic no text tells", "نوفل", []string{"سلمى نوفل"}, "other", noon(), []dateline.PersonID{"0"}, "0", sureInItem},
		{"the office alone", "Bell | minister", []string{ann}, "other", later(999 * time.Hour), nil, "0", sureFamily},
		{"another office", "Bell | coach", []string{ann}, "marsa", noon(), nil, "", 0},
		{"another source", "Bell", []string{ann}, "other", noon(), nil, "", 0},
		{"the source, within a week", "Bell", []string{ann}, "marsa", later(recent), nil, "0", sureFamily},
		{"the source, later", "Bell", []string{ann}, "marsa", later(recent + time.Second), nil, "", 0},
		{"the source, a week before", "Bell", []string{ann}, "marsa", later(-recent), nil, "0", sureFamily},
		{"the source, before that", "Bell", []string{ann}, "marsa", later(-recent - time.Second), nil, "", 0},
		{"two of the name", "Bell", []string{ann, otto}, "marsa", noon(), nil, "", 0},
		{"another name", "Ball", []string{ann}, "marsa", noon(), []dateline.PersonID{"0"}, "", 0},
		{"another script", "بيل", []string{ann}, "marsa", noon(), []dateline.PersonID{"0"}, "", 0},
		{"the other gender", "Mrs. Bell", []string{"Sam Bell | spokesman"}, "marsa", noon(), []dateline.PersonID{"0"}, "", 0},
	} {
		n, ok := Read(said(c.speaker))
		if !ok || !n.Short {
			t.Errorf("%s: %q is read as %+v", c.name, c.speaker, n)
			continue
		}
		got := j.Who(&Speaker{Name: n, Source: c.source, When: c.when, Present: c.present}, known(c.known))
		if got.Person != c.want || got.Confidence != c.sure || got.New {
			t.Errorf("%s: %+v, want %q as sure as %v", c.name, got, c.want, c.sure)
		}
	}
}

// TestOnceIsNotWellKnown: one item with a name in full is not enough for a source to
// call somebody by the family name ever after.
func TestOnceIsNotWellKnown(t *testing.T) {
	j, err := New()
	if err != nil {
		t.Fatal(err)
	}
	n, _ := Read(said("Bell"))
	p := dateline.Person{ID: "p", Sources: map[dateline.SourceID]int{"marsa": 1}, First: noon(), Last: noon(), Spellings: []dateline.Spelling{{Name: "Ann Bell", Count: 1}}}
	if got := j.Who(&Speaker{Name: n, Source: "marsa", When: noon()}, []Known{Know(&p)}); got.Person != "" {
		t.Errorf("%+v", got)
	}
	p.Sources["marsa"] = wellKnown
	if got := j.Who(&Speaker{Name: n, Source: "marsa", When: noon()}, []Known{Know(&p)}); got.Person != "p" {
		t.Errorf("%+v", got)
	}
}

// TestConfidence orders the ways of being known: letter for letter, the same names,
// another spelling, the other script.
func TestConfidence(t *testing.T) {
	j, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		speaker, known string
		want           float64
	}{
		{"Salma Nawfal", "Salma Nawfal", sureExact},
		{"Salma J. Nawfal", "Salma Nawfal", sureWhole},
		{"Salma Nofal", "Salma Nawfal", sureSpelled},
		{"الوزيرة سلمى نوفل", "Salma Nawfal", sureAcross},
	} {
		n, _ := Read(said(c.speaker))
		if got := j.Who(&Speaker{Name: n}, known([]string{c.known})); got.Person != "0" || got.Confidence != c.want {
			t.Errorf("%s beside %s: %+v, want %v", c.speaker, c.known, got, c.want)
		}
	}
}

// TestGone: a person who was joined to another is nobody any more.
func TestGone(t *testing.T) {
	j, err := New()
	if err != nil {
		t.Fatal(err)
	}
	n, _ := Read(said("Ann Bell"))
	p := dateline.Person{ID: "p", Into: "q", Spellings: []dateline.Spelling{{Name: "Ann Bell", Count: 1}}}
	if got := j.Who(&Speaker{Name: n}, []Known{Know(&p)}); got.Person != "" || !got.New {
		t.Errorf("%+v", got)
	}
}

// TestEdits counts the letters in which two words differ; more than one are two.
func TestEdits(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"nawfal", "nawfal", 0}, {"nawfal", "nowfal", 1}, {"nawfal", "nawfals", 1}, {"nawfal", "awfal", 1}, {"nawfal", "nafal", 1}, {"", "n", 1}, {"", "", 0},
		{"nawfal", "nowfel", 2}, {"nawfal", "nowfals", 2}, {"nawfal", "naw", 2}, {"", "na", 2}, {"abc", "bcd", 2}, {"سلمى", "سلما", 1},
	} {
		for _, got := range []int{edits(c.a, c.b), edits(c.b, c.a)} {
			if got != c.want {
				t.Errorf("%q and %q differ by %d, want %d", c.a, c.b, got, c.want)
			}
		}
	}
}

// TestUnits are the parts of a name: without articles, with what belongs together
// in one, in one way of writing it.
func TestUnits(t *testing.T) {
	for text, want := range map[string][]string{
		"Jaber al-Ashi":            {"jaber", "ashi"},
		"Jaber Al Ashi":            {"jaber", "ashi"},
		"Rashid ash-Shami":         {"rashid", "shami"},
		"Ann Ray-Bell":             {"ann", "raybell"},
		"Abdel Fattah el-Safi":     {"abdfattah", "safi"},
		"Abdulrahman Safi":         {"abdrahman", "safi"},
		"Tareq Abu Zahr":           {"tareq", "abuzahr"},
		"Ursula von der Leyden":    {"ursula", "vonderleyden"},
		"Otto van":                 {"otto", "van"},
		"George H.W. Bush":         {"george", "h", "w", "bush"},
		"J.D. Bell":                {"jd", "bell"},
		"Otto Bell Jr.":            {"otto", "bell"},
		"طارق أبو زهر":             {"طارق", "ابوزهر"},
		"عبد الفتاح الصافي":        {"عبدفتاح", "صافي"},
		"عبدالله الصافي":           {"عبدله", "صافي"},
		"سامي آل ثاني":             {"سامي", "ثاني"},
		"محمد الدر":                {"محمد", "الدر"}, // what the article leaves must be a word
		"سلمى 4 نوفل":              {"سلمي", "نوفل"},
		"Ann O’Ray":                {"ann", "oray"},
		"Salma (Sally) Nawfal (!)": {"salma", "sally", "nawfal"},
	} {
		n := Named(text)
		got := append(append([]string{n.given}, n.middle...), n.family)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestMiddle: names in the middle speak against each other only where both are
// written, and an initial stands for its name.
func TestMiddle(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want likeness
	}{
		{"Ann Bell", "Ann Mary Bell", whole},
		{"Ann M. Bell", "Ann Mary Bell", whole},
		{"Ann Mary Bell", "Ann Maud Bell", unlike},
		{"Ann M. Bell", "Ann Maud Ray Bell", whole},
		{"Ann Ray Bell", "Ann Maud Ray Bell", whole},
		{"Ann K. Bell", "Ann Maud Ray Bell", unlike},
		{"Ann M. Bell", "Ann M. R. Bell", unlike},
		{"Ann Mary Bell Jr.", "Ann Mary Bell", unlike},
	} {
		a, b := Named(c.a), Named(c.b)
		if x, y := like(nil, &a, &b, false), like(nil, &b, &a, false); x != c.want || y != c.want {
			t.Errorf("%s and %s: %d and %d, want %d", c.a, c.b, x, y, c.want)
		}
	}
}

// TestField: a word in any of its forms names its office; a long word that happens
// to end like one with a pronoun does not lose its office.
func TestField(t *testing.T) {
	for _, c := range []struct {
		words  []string
		arabic bool
	}{
		{[]string{"spokesman", "spokeswoman", "spokesperson"}, false},
		{[]string{"chairman", "chairwoman", "chair"}, false},
		{[]string{"وزير", "وزيره", "الوزير", "الوزيره", "وزيرتها"}, true},
		{[]string{"مدير", "مديره", "المدير", "مديرتهم", "مديرتها"}, true},
		{[]string{"مفاوض", "مفاوضي", "المفاوضين"}, true},
	} {
		first := field(c.words[0], c.arabic)
		for _, w := range c.words {
			if got := field(w, c.arabic); got == 0 || got&first == 0 {
				t.Errorf("%s has not the office of %s", w, c.words[0])
			}
		}
	}
	for _, w := range []string{"man", "woman", "person", "human", "harbour"} {
		if field(w, false) != 0 {
			t.Errorf("%s is an office", w)
		}
	}
}

// TestSpeakersOfOneOffice: an office in common is what tells that two who are
// spelled alike are one; each kind has its own.
func TestSpeakersOfOneOffice(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Kremlin spokesman", "المتحدث باسم الكرملين", true},
		{"foreign minister", "وزيرة الخارجية", true},
		{"mayor of Marsa", "رئيس البلدية", true},
		{"president", "رئيس البلدية", true}, // رئيس heads states and towns
		{"president", "mayor", false},
		{"music teacher", "لاعب", false},
		{"police officer", "ضابط", true},
		{"", "", false},
	} {
		if got := fields(c.a, false)&fields(c.b, c.b != "mayor") != 0; got != c.want {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// TestHeard compares words across scripts: the consonants decide, then the vowels
// that Arabic writes, then what a name ends with.
func TestHeard(t *testing.T) {
	j, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		arabic, latin string
		want          bool
	}{
		{"ماريو", "mario", true},
		{"ماريا", "mario", false},
		{"ماريو", "maria", false},
		{"كريم", "karim", true},
		{"كريمة", "karima", true},
		{"كريم", "karima", false},
		{"كريمة", "karim", false},
		{"نوري", "nuri", true},
		{"نور", "nuri", false},
		{"نوري", "nur", false},
		{"سالم", "salem", true},
		{"سليم", "salim", true},
		{"سليم", "salem", false},
		{"سلام", "salam", true},
		{"سالم", "salam", false},
		{"عمر", "omar", true},
		{"عمر", "amr", false},
		{"دميتري", "dmitry", true},
		{"سعد", "said", false},
		{"سعيد", "said", true},
		{"حسن", "hassan", true},
		{"حسين", "hassan", false},
		{"صالح", "saleh", true},
		{"صلاح", "salah", true},
		{"صلاح", "saleh", false},
	} {
		if got := heardAlike(j.letters, c.arabic, c.latin, false); got != c.want {
			t.Errorf("%s and %s: %v", c.arabic, c.latin, got)
		}
	}
	// An i where Arabic writes the a before it alone is one only with an office.
	if heardAlike(j.letters, "خالد", "khalid", false) || !heardAlike(j.letters, "خالد", "khalid", true) {
		t.Error("خالد and khalid are one with an office in common, and only then")
	}
}
