package match

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// invented copy: none of it is anybody's.
const (
	ferry = "The harbour authority of Port Elsin closed the old ferry pier on Tuesday after divers found cracks in eleven of its pillars. " +
		"Boats to the islands leave from the coal quay until the spring, said the director, Maren Holt. " +
		"Repairs will cost about four million crowns and begin when the ice has gone, she told the town council. " +
		"Shop owners at the pier asked for help with their rents. The council votes on Friday."
	tunnel = "Engineers broke through the last metres of the Grauberg tunnel on Wednesday night, two years later than planned. " +
		"The railway expects the first trains next autumn, when journeys between both valleys become forty minutes shorter. " +
		"Critics doubt the figures and ask who pays for the water that still runs into the eastern tube."
	bridge = "أعلنت هيئة الطرق إغلاق الجسر القديم فوق نهر السلام اعتبارا من يوم الأحد بعد اكتشاف تشققات في سبعة من أعمدته. " +
		"وقالت مديرة الهيئة سلمى الخطيب إن أعمال الترميم ستكلف نحو أربعة ملايين دينار وتستمر حتى الربيع المقبل. " +
		"وطالب أصحاب المتاجر القريبة من الجسر بتعويضات عن خسائرهم، على أن يصوت المجلس البلدي على الطلب يوم الخميس."
)

// mistype changes one letter in so many.
func mistype(text string, every int) string {
	random := rand.New(rand.NewPCG(7, 7))
	r := []rune(text)
	out := make([]rune, 0, len(r))
	for _, c := range r {
		if random.IntN(every) > 0 {
			out = append(out, c)
			continue
		}
		switch random.IntN(3) {
		case 0: // left out
		case 1:
			out = append(out, r[random.IntN(len(r))])
		case 2:
			out = append(out, c, r[random.IntN(len(r))])
		}
	}
	return string(out)
}

func sentences(text string, numbers ...int) string {
	all := strings.SplitAfter(text, ". ")
	var b strings.Builder
	for _, n := range numbers {
		b.WriteString(strings.TrimSpace(all[n]) + " ")
	}
	return b.String()
}

func TestCompareKinds(t *testing.T) {
	tests := []struct {
		name, a, b string
		want       Kind
	}{
		{"itself", ferry, ferry, Duplicate},
		{"other case and quotes", ferry, strings.ToUpper(ferry), Duplicate},
		{"a credit", ferry, "(PORT ELSIN, Agency) — " + ferry + " All rights reserved.", Duplicate},
		{"one wrong key in five", ferry, mistype(ferry, 5), Duplicate},
		{"Arabic, one wrong key in five", bridge, mistype(bridge, 5), Duplicate},
		{"no hamzas", bridge, strings.NewReplacer("أ", "ا", "إ", "ا", "ة", "ه").Replace(bridge), Duplicate},
		{"other order", ferry, sentences(ferry, 2, 0, 3, 1), Duplicate},
		{"its beginning", ferry, sentences(ferry, 0), Excerpt},
		{"inside another", ferry, tunnel + " " + sentences(ferry, 0, 1) + tunnel, Excerpt},
		{"more at the end", ferry, ferry + " " + sentences(tunnel, 0, 1, 2), Update},
		{"another event", ferry, tunnel, None},
		{"another language", ferry, bridge, None},
		{"a shared phrase", ferry, tunnel + " The council votes on Friday.", None},
		{"nothing", ferry, "", None},
		{"nothing at all", "", "", None},
	}
	for _, test := range tests {
		g := Compare(Read(test.a), Read(test.b))
		if got := g.Kind(); got != test.want {
			t.Errorf("%s: %q, want %q (%+v)", test.name, got, test.want, g)
		}
		back := Compare(Read(test.b), Read(test.a))
		if g.Same() != back.Same() {
			t.Errorf("%s: the same one way round only", test.name)
		}
	}
}

func TestCompareShares(t *testing.T) {
	lead := sentences(ferry, 0)
	g := Compare(Read(ferry), Read(tunnel+" "+lead))
	if g.A < 0.25 || g.A > 0.45 || g.B < 0.2 || g.B > 0.45 {
		t.Errorf("shares %.2f and %.2f, want about a third", g.A, g.B)
	}
	if len(g.Passages) != 1 {
		t.Fatalf("%d passages, want one", len(g.Passages))
	}
	p := g.Passages[0]
	host := tunnel + " " + lead
	if a, b := ferry[p.A.Start:p.A.End], host[p.B.Start:p.B.End]; a != b || !strings.HasPrefix(a, "The harbour") {
		t.Errorf("passages %q and %q", a, b)
	}
	if p.Exact != 1 || p.Words < 15 {
		t.Errorf("exact %.2f, %d words", p.Exact, p.Words)
	}
}

func TestComparePassagesStandInBoth(t *testing.T) {
	b := sentences(ferry, 3, 1) + mistype(tunnel, 8)
	for _, p := range func() []Passage { g := Compare(Read(ferry), Read(b)); return g.Passages }() {
		if p.A.Start >= p.A.End || p.A.End > len(ferry) || p.B.Start >= p.B.End || p.B.End > len(b) {
			t.Errorf("%+v is no part of the texts", p)
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add(ferry, mistype(ferry, 5))
	f.Add(bridge, tunnel)
	f.Add("", "ab")
	f.Fuzz(func(t *testing.T, a, b string) {
		g := Compare(Read(a), Read(b))
		if g.A < 0 || g.A > 1 || g.B < 0 || g.B > 1 || g.Exact < 0 || g.Exact > 1 {
			t.Errorf("shares out of bounds: %+v", g)
		}
		for _, p := range g.Passages {
			_, _ = a[p.A.Start:p.A.End], b[p.B.Start:p.B.End]
		}
	})
}

func TestKeys(t *testing.T) {
	whole := Read(strings.Repeat(ferry+" "+tunnel+" ", 1)).Keys()
	if len(whole) < 8 || len(whole) > 40 {
		t.Errorf("%d keys for %d letters", len(whole), len(ferry)+len(tunnel))
	}
	known := map[uint64]bool{}
	for _, k := range whole {
		if known[k] {
			t.Errorf("key %x twice", k)
		}
		known[k] = true
	}
	found := 0
	part := Read(tunnel).Keys()
	for _, k := range part {
		if known[k] {
			found++
		}
	}
	if found < len(part) {
		t.Errorf("%d of %d keys of a part are keys of the whole", found, len(part))
	}
	rest := sentences(tunnel, 0, 1) // with which they are no headlines, of which every fourth run is a key
	if a, b := Read("Of 312 ferries 7 ran. "+rest).Keys(), Read("312").Keys(); len(a) != len(Read("Of ferries ran. "+rest).Keys())+1 || a[len(a)-1] != b[len(b)-1] {
		t.Errorf("the number is no key of its own: %x, %x", a, b)
	}
	if n := len(Read("Ferry pier closed").Keys()); n != 1 {
		t.Errorf("a headline has %d keys, want one at least", n)
	}
	if n := len(Read(" … ").Keys()); n != 0 {
		t.Errorf("no letters have %d keys", n)
	}
	if n := len(Read(strings.Repeat(mistype(ferry+tunnel, 4), 60)).Keys()); n > maxKeys {
		t.Errorf("%d keys, want %d at most", n, maxKeys)
	}
}

func TestReadBoundsLongTexts(t *testing.T) {
	g := Read(strings.Repeat("word ", 100_000))
	if len(g.letters) > maxLetters+96 || g.Words() != len(g.first)-1 {
		t.Errorf("%d letters, %d words", len(g.letters), g.Words())
	}
}
