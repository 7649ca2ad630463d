package across

import (
	"strings"
	"testing"
)

// invented copy, in both languages.
const (
	fireEN = "Two warehouses burnt down in Elsin on Monday. The mayor, Maren Holt, said that 27 families were without work. " +
		"Firemen came from Grauberg and Tarmouk. Damage is put at 350 million."
	fireAR = "احترق مستودعان في السين يوم الاثنين. وقالت رئيسة البلدية مارين هولت إن 27 عائلة صارت بلا عمل. " +
		"وجاء رجال الإطفاء من غراوبرغ وطرموك. وتقدر الخسائر بنحو 350 مليونا."
	otherAR = "احترقت مدرسة في بلدة نورفيك يوم الاثنين. وقال رئيس البلدية أولف تانر إن 45 تلميذا نقلوا إلى دار البلدية، وتقدر الخسائر بنحو 12 مليونا."
	laterAR = "قالت رئيسة البلدية مارين هولت من السين إن 40 عائلة عادت إلى العمل بعد 90 يوما من الحريق الذي كلف 600 مليون."
)

func TestCompare(t *testing.T) {
	m := matcher(t)
	tests := []struct {
		name, a, b string
		same       bool
	}{
		{"translation", fireEN, fireAR, true},
		{"the other way round", fireAR, fireEN, true},
		{"another event of the kind", fireEN, otherAR, false},
		{"same people, other numbers", fireEN, laterAR, false},
		{"one language", fireEN, fireEN, false},
		{"nothing", "", fireAR, false},
		{"nothing at all", "", "", false},
	}
	for _, test := range tests {
		e := m.Compare(Read(test.a), Read(test.b))
		if e.enough(&Config{Share: 0.55, Weight: 2}) != test.same {
			t.Errorf("%s: %+v", test.name, e)
		}
	}
}

func TestRead(t *testing.T) {
	s := Read(fireEN)
	if s.arabic || len(s.names) < 5 || !contains(s.numbers, "27") || !contains(s.numbers, "350") {
		t.Errorf("%+v", s)
	}
	for _, n := range s.names {
		if n.form == "firemen" || n.form == "damage" {
			t.Errorf("%s only begins a sentence", n.form)
		}
	}
	a := Read("زار وفد القاهرة ٢٧ مدينة")
	if !a.arabic || !contains(a.numbers, "27") {
		t.Errorf("%+v", a)
	}
	if e := matcher(t).Compare(a, Read("A team from Cairo toured 27 towns")); e.Names != 1 || e.Numbers != 1 {
		t.Errorf("%+v", e)
	}
}

// TestNothingIsNoName: a reading of an Arabic word that is empty once matched all
// Latin names that are no exonyms.
func TestNothingIsNoName(t *testing.T) {
	e := matcher(t).Compare(Read("Now Holt met Tanner and Varga in Grauberg"), Read("ال و ب هذا ما قاله الناس في ذلك اليوم"))
	if e.Names != 0 {
		t.Errorf("%+v", e)
	}
}

func TestSkeleton(t *testing.T) {
	for latin, arabic := range map[string]string{
		"maren": "مارين", "holt": "هولت", "grauberg": "غراوبرغ", "tarmouk": "طرموك", "elsin": "السين",
		"khartoum": "خرطوم", "shadi": "شادي", "ali": "علي", "sarah": "ساره", "yassin": "ياسين", "hannan": "حنان",
	} {
		if a, b := Skeleton(latin), Skeleton(arabic); a != b {
			t.Errorf("%s is %s, %s is %s", latin, a, arabic, b)
		}
	}
	if Skeleton("") != "" || Skeleton("27") != "" {
		t.Error("what has no letters has a skeleton")
	}
}

// TestClasses: the letters of one class are one in both scripts, and those of no
// two classes are.
func TestClasses(t *testing.T) {
	seen := map[byte]string{}
	for _, letters := range []string{"bpبپ", "tتطث", "dدضذظ", "kqcكقک", "gjجغگ", "fvفڤ", "szسصز", "xش", "hهحخ", "mم", "nن", "lل", "rر", "wو", "yي", "aeiouاأإآىةعءئؤ"} {
		first := class([]rune(letters)[0])
		if other, ok := seen[first]; ok || first == 0 {
			t.Errorf("%s is in the class of %s", letters, other)
		}
		seen[first] = letters
		for _, r := range letters {
			if class(r) != first {
				t.Errorf("%c is none of %s", r, letters)
			}
		}
	}
	for _, r := range "7- .é" {
		if class(r) != 0 {
			t.Errorf("%q has a class", r)
		}
	}
}

func TestSkeletonOf(t *testing.T) {
	for name, want := range map[string]string{
		"anna": "AN", "ana": "AN", "ann": "AN", "nanna": "NN", "bob": "BB", "wali": "WL", "yara": "YR", "eve": "AF", "sarah": "SR", "hah": "H", "o'neil": "ANL",
		"kuwait": "KT", "mussa": "MS", "bashshar": "BXR", "ghada": "GD", "thuraya": "TR", "philip": "FLB", "ياسمين": "YSMN", "عمر": "AMR",
	} {
		if got := Skeleton(name); got != want {
			t.Errorf("Skeleton(%q) = %q, want %q", name, got, want)
		}
	}
}

// TestParts: the consonants, and the vowels before each and behind the last.
func TestParts(t *testing.T) {
	for name, want := range map[string]struct{ consonants, vowels string }{
		"maren": {"MRN", "|a|e|"}, "مارين": {"MRN", "|ا|ي|"}, "anna": {"N", "a|a"}, "nana": {"NN", "|a|a"}, "walid": {"LD", "wa|i|"}, "sarah": {"SR", "|a|a"},
		"hiba": {"HB", "|i|a"}, "khalil": {"HLL", "|a|i|"}, "abouy": {"B", "a|ouy"}, "": {"", ""}, "7": {"", ""}, "o'neil": {"NL", "o|ei|"},
	} {
		consonants, vowels := Parts(name)
		if consonants != want.consonants || strings.Join(vowels, "|") != want.vowels || len(vowels) != len(consonants)+1 {
			t.Errorf("Parts(%q) = %q, %q, want %v", name, consonants, vowels, want)
		}
	}
}

// TestExonyms: places that Arabic does not write by their sound are found, with
// the article and particles too.
func TestExonyms(t *testing.T) {
	m := matcher(t)
	for latin, arabic := range map[string]string{
		"Egypt": "مصر", "Egyptian": "لمصر", "Cairo": "بالقاهرة", "Algeria": "الجزائر", "Algiers": "والجزائر", "Morocco": "المغرب", "Jerusalem": "القدس", "Damascus": "دمشق",
		"Aleppo": "حلب", "Greece": "اليونان", "Austria": "النمسا", "India": "الهند", "China": "الصين", "Hungary": "المجر", "United": "المتحدة",
	} {
		if e := m.Compare(Read("they came from "+latin), Read("وصلوا من "+arabic+" أمس")); e.Names != 1 {
			t.Errorf("%s and %s: %+v", latin, arabic, e)
		}
		if e := m.Compare(Read("they came from "+latin), Read("وصلوا من الميناء أمس")); e.Names != 0 {
			t.Errorf("%s and a harbour: %+v", latin, e)
		}
	}
}

// TestWhatIsRead: names are words with capitals within a sentence, each once;
// numbers have two digits, each once.
func TestWhatIsRead(t *testing.T) {
	for text, want := range map[string]string{
		"They met Holt, Holt and Tanner":                "holt tanner|",
		"Holt met them":                                 "|", // any word begins a sentence with a capital
		"They left. Holt met them! Varga? Tanner":       "|",
		"They left, Holt met them\nTanner":              "holt|",
		"They met Al and Ulf":                           "ulf|",
		"They met the Aeae":                             "|", // too little can be heard
		"They saw 7 of 27, then 27 of 350":              "|27 350",
		"زار ٢٧ ثم ٢٧ و٧":                               "زار|27",
		"زاروا 27 و٩٠ ولـ350":                           "زاروا|27 90 350",
		"They met " + strings.Repeat("Bet Cam Dor ", 9): "bet cam dor|",
	} {
		s := Read(text)
		k := s.kept()
		if got := k.words + "|" + k.numbers; got != want {
			t.Errorf("%q is kept as %q, want %q", text, got, want)
		}
		again := k.whole()
		if strings.Join(again.keys(), " ") != strings.Join(s.keys(), " ") || again.arabic != s.arabic {
			t.Errorf("%q: keys %q, of what was kept %q", text, s.keys(), again.keys())
		}
	}
	var many strings.Builder
	for a := 'b'; a < 'h'; a++ {
		for b := 'k'; b < 'p'; b++ {
			many.WriteString(" then " + strings.ToUpper(string(a)) + "e" + string(b) + "o")
		}
	}
	if n := len(Read(many.String()).names); n != maxNames {
		t.Errorf("%d names are read, want %d", n, maxNames)
	}
	if n := len(Read(strings.Repeat("then ", readWords-1) + "Holt Tanner").names); n != 1 {
		t.Errorf("%d names of the first %d words, want 1", n, readWords)
	}
}

func TestKeys(t *testing.T) {
	s := Read("They met Holt and Halt in Kolm with 27") // two names of one key
	if got := strings.Join(s.keys(), " "); len(s.names) != 3 || got != "HLT KLM 27" {
		t.Errorf("keys %q of %v", got, s.names)
	}
}

// TestEvidence counts by hand.
func TestEvidence(t *testing.T) {
	m := matcher(t)
	for _, tt := range []struct {
		en, ar string
		want   Evidence
	}{
		{"they met Holt and Varga with 27 and 45", "التقى هولت ومعه 27 و90", Evidence{Names: 1, Numbers: 1, Clashes: 1, Share: 2.0 / 5, Weight: 2}},
		{"they met Holt with 27", "التقى هولت ومعه 27", Evidence{Names: 1, Numbers: 1, Share: 1, Weight: 2}},
		{"they met Holt with 27", "التقى هولت", Evidence{Names: 1, Share: 0.5, Weight: 1}}, // no number stands against it
		{"they met Holt", "التقى هولت ومعه 27", Evidence{Names: 1, Share: 0.5, Weight: 1}},
		{"they met", "التقى هولت", Evidence{}},
	} {
		for _, pair := range [][2]string{{tt.en, tt.ar}, {tt.ar, tt.en}} {
			if got := m.Compare(Read(pair[0]), Read(pair[1])); got != tt.want {
				t.Errorf("%s: %+v, want %+v", pair[0], got, tt.want)
			}
		}
	}
}

func TestEnough(t *testing.T) {
	cfg := Config{Share: 0.55, Weight: 2}
	for _, tt := range []struct {
		e    Evidence
		want bool
	}{
		{Evidence{Names: 2, Share: 0.55, Weight: 2}, true}, {Evidence{Names: 1, Numbers: 1, Share: 1, Weight: 2}, true},
		{Evidence{Names: 2, Share: 0.54, Weight: 2}, false}, {Evidence{Names: 2, Share: 0.55, Weight: 1.9}, false}, {Evidence{Names: 1, Share: 1, Weight: 2}, false},
		{Evidence{Names: 2, Numbers: 1, Clashes: 2, Share: 1, Weight: 3}, true}, {Evidence{Names: 2, Numbers: 1, Clashes: 3, Share: 1, Weight: 3}, false},
	} {
		if got := tt.e.enough(&cfg); got != tt.want {
			t.Errorf("%+v: %v", tt.e, got)
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add(fireEN, fireAR)
	f.Add("٢٧ A B", "ا")
	m := matcher(f)
	f.Fuzz(func(t *testing.T, a, b string) {
		if e := m.Compare(Read(a), Read(b)); e.Share < 0 || e.Share > 1 || e.Clashes < 0 || e.Weight < 0 {
			t.Errorf("%+v", e)
		}
	})
}

func matcher(t testing.TB) *Matcher {
	t.Helper()
	m, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return m
}
