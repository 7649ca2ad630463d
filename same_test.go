package dateline_test

import (
	"testing"

	"dateline"
)

func TestSameWords(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		same       bool
	}{
		{"white space", "The port\n\nis  shut.", " The port is shut. ", true},
		{"space before a stop", "The port is shut .", "The port is shut.", true},
		{"no-break space", "12\u00a0people", "12 people", true},
		{"two words made one", "now here", "nowhere", false},
		{"harakat", "كَتَبَ الوَزيرُ", "كتب الوزير", true},
		{"tatweel", "الميـــناء", "الميناء", true},
		{"hamza", "أعلن", "اعلن", false},
		{"combining hamza is a letter", "ا\u0655", "ا", false},
		{"marks of direction", "\u200fالميناء (\u200eMSC\u200f)", "الميناء (MSC)", true},
		{"soft hyphen", "har\u00adbour", "harbour", true},
		{"quotation marks", "“We’re late,” he said", "\"We're late,\" he said", true},
		{"guillemets", "قال «نعم»", "قال “نعم”", true},
		{"a number", "12 people", "13 people", false},
		{"a sign", "He left.", "He left?", false},
		{"case", "march", "March", false},
		{"accents", "pêche", "peche", false},
		{"nothing and white space", "", " \n\t", true},
	} {
		if got := dateline.SameWords(c.a, c.b); got != c.same {
			t.Errorf("%s: SameWords(%q, %q) = %v", c.name, c.a, c.b, got)
		}
	}
}

func FuzzEssence(f *testing.F) {
	for _, s := range []string{"The port  is shut .", "كَتَبَ الوَزيرُ \u200f(MSC)", "\xff \u00ad", "«a» b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := dateline.Essence(s)
		if again := dateline.Essence(once); again != once {
			t.Errorf("Essence(%q) = %q, and of that %q", s, once, again)
		}
		if !dateline.SameWords(s, "\t"+s+" \u200f") {
			t.Errorf("%q is not the same with white space around it", s)
		}
	})
}

func TestSameAddress(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"https://a.example/1", "https://a.example/1?utm=x", true},
		{"https://a.example/1/", "http://a.example/1#top", true},
		{"https://a.example/1", "", true},
		{"https://a.example/1", "https://a.example/2", false},
		{"https://a.example/old-headline", "https://a.example/new-headline", false},
	} {
		one, other := dateline.Item{URL: c.a}, dateline.Item{URL: c.b}
		if one.Same(&other) != c.same {
			t.Errorf("%q and %q: want same %v", c.a, c.b, c.same)
		}
	}
}

// TestSameOwn: what a person changed in the publication's own text is a change, however
// small; a source's page is set anew all the time.
func TestSameOwn(t *testing.T) {
	text := func(source dateline.SourceID, blocks ...dateline.Block) *dateline.Item {
		return &dateline.Item{Source: source, Headline: "Port opens", Body: blocks}
	}
	p := func(s string) dateline.Block { return dateline.Block{Kind: dateline.Paragraph, Text: s} }
	for name, c := range map[string][2][]dateline.Block{
		"points of a list": {{p("Ferries"), p("Tugs")}, {{Kind: dateline.List, Items: []string{"Ferries", "Tugs"}}}},
		"a vowel sign":     {{p("كتب الوزير")}, {p("كُتب الوزير")}},
		"quotation marks":  {{p("\"Late\"")}, {p("“Late”")}},
		"cells":            {{{Kind: dateline.Table, Rows: [][]string{{"a", "b"}}}}, {{Kind: dateline.Table, Rows: [][]string{{"a"}, {"b"}}}}},
	} {
		if text("nra", c[0]...).Same(text("nra", c[1]...)) == false {
			t.Errorf("%s: a source's item has changed", name)
		}
		if text(dateline.OwnSource, c[0]...).Same(text(dateline.OwnSource, c[1]...)) {
			t.Errorf("%s: an own item has not changed", name)
		}
		if !text(dateline.OwnSource, c[0]...).Same(text(dateline.OwnSource, c[0]...)) {
			t.Errorf("%s: an own item is not the same as itself", name)
		}
	}
}

// TestSameOwnSettings: what the desk's form sets beside the text is a change as well, though
// a source's page may be taken for another language from poll to poll.
func TestSameOwnSettings(t *testing.T) {
	for name, change := range map[string]func(*dateline.Item){
		"its language":           func(i *dateline.Item) { i.Language = "ar" },
		"a vowel sign of a name": func(i *dateline.Item) { i.Byline = []string{"مُنى"} },
	} {
		for source, same := range map[dateline.SourceID]bool{"nra": true, dateline.OwnSource: false} {
			was := dateline.Item{Source: source, Headline: "Port opens", Language: "en", Byline: []string{"منى"}}
			is := was
			if change(&is); is.Same(&was) != same {
				t.Errorf("%s of an item of %s: the same is %v", name, source, !same)
			}
		}
	}
}
