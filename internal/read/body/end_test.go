package body

import (
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline"
	"dateline/internal/read/tree"
)

func TestEnds(t *testing.T) {
	for text, want := range map[string]bool{
		"// انتهى //": true, "انتهى": true, "(النهاية)": true, "--(بترا)": true, "--SPA": true, "-- BERNAMA": true, "(end)": true, "Enditem": true,
		"The end": false, "End": false, "Reuters": false, "انتهى المطر": false, "(Marsa)": false, "": false,
	} {
		if got := ends(piece(dateline.Paragraph, text, 0)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if ends(piece(dateline.Subhead, "انتهى", 0)) {
		t.Error("a subhead ends copy")
	}
}

func TestEndMarks(t *testing.T) {
	for text, want := range map[string]bool{
		"MENAFN03072026000067011111ID1110001": true, "REUTERS": true, "رويترز": true, "MENAFN says so": false, "1,000,000,000 litres": false, "9612345678901 and more": false,
		"More on harbours: https://marsa.example/hub": true, "AP harbours: https://marsa.example/hub/harbours": true, "He wrote https://marsa.example": false, "See: harbours": false,
		"WAM/Ann Lee": true, "SPA/Bob": true, "Marsa/Ann Lee": false, "AP/Reuters agree on that.": false,
		"This story has not been edited by us and is published from a syndicated feed.": true, "Legal Disclaimer:": true,
	} {
		if got := underneath(piece(dateline.Paragraph, text, 0), ""); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestAsks(t *testing.T) {
	tests := []struct {
		text  string
		links float64
		want  bool
	}{
		{"The Morning Tide tells all that you need to start your day. Sign up here.", 0.1, true},
		{"The Morning Tide tells all that you need to start your day. Sign up here.", 0, false},
		{"يصلك المد كل صباح. اشترك هنا.", 0.1, true},
		{"They asked the men to sign up here, and all did.", 0.1, false},
		{"[ Storm leaves thousands without power ]", 0.8, true},
		{"[ Storm leaves thousands without power ]", 0, false},
		{"[Marsa Courier]", 0.8, false},
	}
	for _, tt := range tests {
		if got := teaser(piece(dateline.Paragraph, tt.text, tt.links)); got != tt.want {
			t.Errorf("%q with %v of links: %v", tt.text, tt.links, got)
		}
	}
}

func TestReportedFrom(t *testing.T) {
	names := []string{"Ann Lee", "Bob Ray"}
	for text, want := range map[string]bool{
		"Bob Ray reported from Marsa, and Ann Lee from Beirut.": true,
		"Ann Lee reported the storm to the harbour master.":     false,
		"Carol Dee reported from Marsa that it rained.":         false,
	} {
		if got := reportedFrom(text, names); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestToldSigns(t *testing.T) {
	told := Told{Names: []string{"Ann Lee", "Bob Ray"}}
	for text, want := range map[string]bool{
		"By Ann Lee, Middle East correspondent": true, "By Ann Lee and Bob Ray": true, "By Carol Dee": false, "Ann Lee": false, "By Ann Lee it was told, and by others, that it rained.": false,
	} {
		if got := told.signs(piece(dateline.Paragraph, text, 0)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if (Told{}).signs(piece(dateline.Paragraph, "By Ann Lee", 0)) {
		t.Error("a name that nothing tells")
	}
}

// Words in spans that only a style sets apart are not glued; letters of one word are not parted.
func TestSpans(t *testing.T) {
	for in, want := range map[string]string{
		"<p><cite><span>London</span><span>CNN</span> — </cite>It rained.</p>": "London CNN — It rained.",
		"<p>i<span>Phone</span></p>":                  "iPhone",
		"<p><span>har</span><span>bour</span></p>":    "harbour",
		"<p><b>Mac</b><b>Donald</b></p>":              "MacDonald",
		"<p><span>London </span><span>CNN</span></p>": "London CNN",
	} {
		if got := All(parse(t, in)); len(got) != 1 || got[0].Text != want {
			t.Errorf("%s: %+v", in, got)
		}
	}
}

// A label for those who hear the page stands in many sentences, behind links. It divides
// none, and is no word of it.
func TestUnseen(t *testing.T) {
	doc, err := tree.Parse([]byte(`<p>See the <a href=/w>weather<span class="sr-only">(opens in a new window)</span></a>, which was bad, and the <span class="visually-hidden focusable">a list of </span>ships.</p><h1 class=sr-only>Harbour opens</h1>`))
	if err != nil {
		t.Fatal(err)
	}
	pieces := All(doc)
	if len(pieces) != 2 || pieces[0].Text != "See the weather, which was bad, and the ships." || pieces[1].Text != "Harbour opens" {
		t.Errorf("%+v", pieces)
	}
	for class, want := range map[string]bool{"screen-reader-text": true, "u-visually-hidden": true, "visuallyhidden": true, "screen": false, "reader text": false} {
		if got := tree.UnseenClass(class); got != want {
			t.Errorf("%q: %v", class, got)
		}
	}
	if p := tree.Find(doc, func(n *html.Node) bool { return n.DataAtom == atom.P }); tree.Text(p) != "See the weather, which was bad, and the ships." {
		t.Errorf("text %q", tree.Text(p))
	}
}
