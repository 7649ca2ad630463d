package diff

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline"
)

// shown writes runs as an editor would mark them.
func shown(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		switch r.Kind {
		case Deleted:
			b.WriteString("[-" + r.Text + "-]")
		case Inserted:
			b.WriteString("[+" + r.Text + "+]")
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

func TestTexts(t *testing.T) {
	for _, c := range []struct{ name, before, after, want string }{
		{"nothing", "", "", ""},
		{"all new", "", "The port is shut.", "[+The port is shut.+]"},
		{"all gone", "The port is shut.", "", "[-The port is shut.-]"},
		{"white space alone", "The  port\n\nis shut .", "The port is shut.", "The port is shut."},
		{"a number", "The fire killed 12 people in the port.", "The fire killed 15 people in the port.",
			"The fire killed [-12 -][+15 +]people in the port."},
		{"a number with a point", "Prices rose by 2.5 percent in May.", "Prices rose by 2.7 percent in May.",
			"Prices rose by [-2.5 -][+2.7 +]percent in May."},
		{"a clock", "The ferry left the port at 12:30 as planned.", "The ferry left the port at 12:50 as planned.",
			"The ferry left the port at [-12:30 -][+12:50 +]as planned."},
		{"the last word", "He saw five people today.", "He saw five people.", "He saw five people[- today-]."},
		{"the first words", "Yesterday the port was shut again.", "The port was shut again.",
			"[-Yesterday the -][+The +]port was shut again."},
		{"a quoted sentence before", `"It is shut." He left.`, `"It is open." He left.`, `"It is [-shut-][+open+]." He left.`},
		{"words moved in a sentence", "Ships wait here now.", "Here now ships wait.", "[-Ships wait here -][+Here +]now [+ships wait+]."},
		{"a sign at the beginning", "- The port is shut.", ") The port is shut.", "[-- -][+) +]The port is shut."},
		{"two words kept between", "One big red ship of old came here today.", "One tiny blue ship of new came here today.", "One [-big red -][+tiny blue +]ship of [-old -][+new +]came here today."},
		{"a word kept where words only came", "He saw the ship.", "He saw all the big ship.", "He saw [+all +]the [+big +]ship."},
		{"a sign", "The port is shut.", "The port is shut!", "The port is shut[-.-][+!+]"},
		{"a sentence between", "The port is shut. Ships wait outside.", "The port is shut. Nobody said why. Ships wait outside.",
			"The port is shut. [+Nobody said why. +]Ships wait outside."},
		{"a sentence of which little stands", "The minister of the port said that he was happy. Ships wait.",
			"Nobody at all knows the reason for it. Ships wait.",
			"[-The minister of the port said that he was happy. -][+Nobody at all knows the reason for it. +]Ships wait."},
		{"a paragraph", "The port is shut.\n\nShips wait.", "The port is shut.\n\nIt opens on Monday.\n\nShips wait.",
			"The port is shut.\n\n[+It opens on Monday.\n\n+]Ships wait."},
		{"a name's two words in an abbreviation", "The U.S. envoy left the harbour.", "The U.N. envoy left the harbour.",
			"The [-U.S-][+U.N+]. envoy left the harbour."},
		{"no lone word between two that were replaced", "One big red ship of old and slow sailors came here today as they said.",
			"One tiny blue boat of new and quick fishers came here today as they said.",
			"One [-big red ship of old and slow sailors -][+tiny blue boat of new and quick fishers +]came here today as they said."},
		{"Arabic number", "قُتل 12 شخصاً في حريق الميناء، بحسب الوزارة.", "قُتل 15 شخصاً في حريق الميناء، بحسب الوزارة.",
			"قُتل [-12 -][+15 +]شخصاً في حريق الميناء، بحسب الوزارة."},
		{"Arabic word with its article", "أعلنت الوزارة إغلاق الميناء يوم الأحد.", "أعلنت الوزارة افتتاح الميناء يوم الأحد.",
			"أعلنت الوزارة [-إغلاق -][+افتتاح +]الميناء يوم الأحد."},
		{"harakat and tatweel", "كَتَبَ الوَزيرُ إلى الميـــناء.", "كتب الوزير إلى الميناء.", "كتب الوزير إلى الميناء."},
		{"Arabic decimal", "ارتفعت الأسعار ٢٫٥ في المئة.", "ارتفعت الأسعار ٢٫٧ في المئة.", "ارتفعت الأسعار [-٢٫٥ -][+٢٫٧ +]في المئة."},
	} {
		if got := shown(Texts(c.before, c.after)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	runs := Texts("One is one.\n\nTwo is two.\n\nThree is three.\n\nFour is four.\n\nFive is five.", "One is one.\n\nTwo is two.\n\nThree is three.\n\nFour was four.\n\nFive is five.")
	p := Paragraphs(runs)
	if len(p) != 5 {
		t.Fatalf("%d paragraphs: %v", len(p), p)
	}
	if got := shown(p[3]); got != "Four [-is -][+was +]four." {
		t.Errorf("the fourth paragraph is %s", got)
	}
	near := Around(p)
	if len(near) != 3 || shown(near[0]) != "Three is three." || shown(near[2]) != "Five is five." {
		t.Errorf("around the change stand %v", near)
	}
	runs = Texts("One.\n\nTwo.", "One.\n\nTwo")
	if p := Paragraphs(runs); len(p) != 2 || shown(p[1]) != "Two[-.-]" {
		t.Errorf("paragraphs of a lost sign: %v", p)
	}
	if p := Paragraphs([]Run{{Same, "One"}, {Inserted, " "}, {Same, "two\n\n"}, {Deleted, " "}, {Same, "Three"}}); len(p) != 2 || len(p[0]) != 3 || len(p[1]) != 1 {
		t.Errorf("white space within a paragraph stays, before it goes: %v", p)
	}
	if near := Around(Paragraphs(Texts("One is one.\n\nTwo.\n\nThree.", "One was one.\n\nTwo.\n\nThree."))); len(near) != 2 || shown(near[1]) != "Two." {
		t.Errorf("around a change of the first stand %v", near)
	}
	if near := Around(Paragraphs(Texts("One.\n\nTwo.\n\nThree is three.", "One.\n\nTwo.\n\nThree was three."))); len(near) != 2 || shown(near[0]) != "Two." {
		t.Errorf("around a change of the last stand %v", near)
	}
	if got := Paragraphs(Texts("a\n\n\n\n", " \n\n")); len(got) != 1 {
		t.Errorf("white space makes paragraphs: %v", got)
	}
}

// TestLong is about what must not take the square of a long text.
func TestLong(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	before, after := story(r, 30_000), story(r, 30_000)
	runs := Texts(before, after)
	if After(runs) != after || dateline.Essence(Before(runs)) != dateline.Essence(before) {
		t.Error("the runs of two long texts are not the texts")
	}
}

// BenchmarkLong edits one word of a text of 30,000: it costs about as many times
// more as it is longer.
func BenchmarkLong(b *testing.B) {
	before := story(rand.New(rand.NewPCG(5, 6)), 30_000)
	words := strings.Fields(before)
	after := strings.Replace(before, words[20_000]+" "+words[20_001], "other words", 1)
	b.SetBytes(int64(len(before) + len(after)))
	for b.Loop() {
		Texts(before, after)
	}
}

// story is n words of sentences.
func story(r *rand.Rand, n int) string {
	var b strings.Builder
	for i := range n {
		for range 2 + r.IntN(6) {
			b.WriteByte(byte('a' + r.IntN(26)))
		}
		switch {
		case i%60 == 59:
			b.WriteString(".\n\n")
		case i%15 == 14:
			b.WriteString(". ")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func FuzzTexts(f *testing.F) {
	for _, s := range [][2]string{
		{"The port is shut. Ships wait.", "The port was shut. Nobody said why.\n\nShips wait outside."},
		{"قُتل 12 شخصاً.", "قتل ١٥ شخصاً في الميناء."}, {"", " \n\n"}, {" ", "x"}, {"x", "\n "}, {"\xff.", "\u0640 .\u200f"}, {"a b c d e f", "a x c y e f"},
	} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		runs := Texts(before, after)
		if got := After(runs); got != after {
			t.Errorf("after is %q, want %q", got, after)
		}
		// Halves of broken characters may join to whole ones where texts meet.
		whole := utf8.ValidString(before) && utf8.ValidString(after)
		if got := Before(runs); whole && !dateline.SameWords(squeezed(got), squeezed(before)) {
			t.Errorf("before is %q, want %q", got, before)
		}
		if Changed(runs) == dateline.SameWords(before, after) {
			t.Errorf("changed %v, yet the words of %q and %q", Changed(runs), before, after)
		}
		for i, r := range runs {
			if r.Text == "" || i > 0 && runs[i-1].Kind == r.Kind {
				t.Errorf("run %d of %v is empty or like the one before", i, runs)
			}
		}
	})
}

// squeezed leaves white space out: where it stood in the earlier version is not
// told.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

func BenchmarkTexts(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 4))
	before := story(r, 800)
	words := strings.Fields(before)
	after := strings.Replace(before, words[100], "another", 1)
	after = strings.Replace(after, words[400]+" "+words[401], "reworded", 1)
	after = strings.Replace(after, "\n\n", "\n\nA sentence that was not there. ", 3)
	b.SetBytes(int64(len(before) + len(after)))
	for b.Loop() {
		Texts(before, after)
	}
}
