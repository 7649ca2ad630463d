package search

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// show writes pieces with brackets around marked ones.
func show(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Marked {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestMark(t *testing.T) {
	for _, c := range []struct{ query, text, want string }{
		{"election", "Elections, an election.", "[Elections], an [election]."},
		{"مدرسة", "في المدرسة وبمدرستها مدارس", "في [المدرسة] [وبمدرستها] مدارس"},
		{"مدرسة", "بناء مدارس جديدة", "بناء [مدارس] جديدة"},
		{"بوتين", "تصريح لبوتين اليوم", "تصريح [لبوتين] اليوم"},
		{"Kiev", "From Kyiv to كييف", "From [Kyiv] to [كييف]"},
		{`"prime minister"`, "The Prime\nMinister and a minister", "The [Prime Minister] and a minister"},
		{"صدام حسين", "لصدام حسين وحسين", "[لصدام حسين] وحسين"},
		{"the talks", "the talks in the town", "the [talks] in the town"},
		{"x -y", "x y", "[x] y"},
		{"x", "", ""},
		{"", "a  b\n", "a b"},
		{"U.S.", "the U.S. and us", "the [U.S]. and [us]"},
	} {
		if got := show(NewMarker(Parse(c.query, time.UTC)).Mark(c.text)); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.query, c.text, got, c.want)
		}
	}
}

func TestSnippet(t *testing.T) {
	text := "The day began quietly. Markets were closed and ferries late.\n\n" +
		"Ministers of both countries met in the harbour (an old one) to sign. “Nothing is signed,” an aide said. " +
		strings.Repeat("More words follow here. ", 20) + "The harbour was named twice by ministers who signed the treaty."
	for _, c := range []struct {
		query string
		n     int
		want  string
	}{
		{"harbour", 8, "… Ministers of both countries met in the [harbour] …"},
		{"harbour treaty", 12, "… The [harbour] was named twice by ministers who signed the [treaty]."},
		{"signed aide", 6, "… “Nothing is [signed],” an [aide] said. …"},
		{"absent", 4, "The day began quietly. …"},
		{"absent", 400, strings.Join(strings.Fields(text), " ")},
	} {
		if got := show(NewMarker(Parse(c.query, time.UTC)).Snippet(text, c.n)); got != c.want {
			t.Errorf("%q: %q, want %q", c.query, got, c.want)
		}
	}
}

func TestSnippetInLongSentence(t *testing.T) {
	text := strings.Repeat("كلمة ", 300) + "والحكومة " + strings.Repeat("كلمة ", 300)
	got := show(NewMarker(Parse("حكومة", time.UTC)).Snippet(text, 10))
	if want := "… كلمة كلمة [والحكومة] كلمة كلمة كلمة كلمة كلمة كلمة كلمة …"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestSnippetShowsTheHit looks for hits in texts that have no spaces, or far down:
// wherever the hit is, the snippet has it, and nothing pushes it out of sight.
func TestSnippetShowsTheHit(t *testing.T) {
	chinese := strings.Repeat("政府今天在首都举行会议讨论经济改革", 900)
	encoded := strings.Repeat("abcdefghij", 500)
	english := strings.Repeat("More words follow here. ", 2000) // 48,000 bytes
	for _, c := range []struct{ name, query, text, want string }{
		{"Chinese", "罢工", chinese[:3000] + "港口罢工" + chinese, "港口[罢工]政府今天"},
		{"Chinese behind the window", "罢工", chinese + "港口罢工" + chinese, "港口[罢工]政府今天"},
		{"a row across two windows", `"port shut"`, strings.Repeat("x", snippetWindow-7) + "  port shut today", "[port shut] today"},
		{"English behind the window", "strike", english + "The port is on strike. " + english, " The port is on [strike]. More"},
		{"at the end of the third window", "strike", english + english + "The port is on strike.", "port is on [strike]."},
		{"behind a word of 5,000 letters", "strike", encoded + " strike", " [strike]"},
		{"the word of 5,000 letters itself", encoded, "See " + encoded + " there", "See [" + encoded[:40] + "…"},
		{"behind an address", "strike", "https://a.example/" + strings.Repeat("1/", 300) + " strike", " [strike]"},
		{"Arabic behind the window", "إضراب", strings.Repeat("كلمات أخرى في النص. ", 1500) + "الميناء في إضراب.", "الميناء في [إضراب]."},
	} {
		snippet := NewMarker(Parse(c.query, time.UTC)).Snippet(c.text, 32)
		got, long := show(snippet), 0
		for _, p := range snippet {
			long += utf8.RuneCountInString(p.Text)
		}
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: %.200q has no %q", c.name, got, c.want)
		}
		if long > 400 {
			t.Errorf("%s: a snippet of %d characters", c.name, long)
		}
		if !utf8.ValidString(got) {
			t.Errorf("%s: %.200q is no UTF-8", c.name, got)
		}
	}
}

// TestSnippetWithoutHit gives the beginning of a text however long, and says that
// it goes on.
func TestSnippetWithoutHit(t *testing.T) {
	long := "Ships wait. " + strings.Repeat("word ", 100_000)
	if got := show(NewMarker(Parse("absent", time.UTC)).Snippet(long, 2)); got != "Ships wait. …" {
		t.Errorf("got %q", got)
	}
}

func FuzzSnippet(f *testing.F) {
	f.Add("harbour", "The harbour. A (harbour) again!", 3)
	f.Add("\"a b\" OR c", "a b\n\nc", 1)
	f.Fuzz(func(t *testing.T, query, text string, n int) {
		if n < 1 || n > 100 {
			return
		}
		m := NewMarker(Parse(query, time.UTC))
		plain := strings.NewReplacer("[", "", "]", "")
		all := plain.Replace(show(m.Mark(text)))
		if want := strings.Join(strings.Fields(plain.Replace(text)), " "); utf8.ValidString(text) && strings.Join(strings.Fields(all), " ") != want {
			t.Errorf("Mark(%q) reads %q", text, all)
		}
		for _, p := range m.Snippet(text, n) {
			if p.Text == "" {
				t.Errorf("an empty piece of %q", text)
			}
		}
	})
}
