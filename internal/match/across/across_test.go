package across

import "testing"

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
