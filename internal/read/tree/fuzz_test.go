package tree

import (
	"testing"
	"unicode/utf8"

	"dateline/internal/read/readtest"
)

// FuzzParse: any text makes a tree, and the tree's text is that of the page.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"<p>a<b>b</b>c<br>d", "<table>x<tr>y", "<svg><p>z", "<a><a><div><a>", "<b><p></b>x</p>", "<template>t</template>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := Parse([]byte(s))
		if err != nil || !utf8.ValidString(s) {
			return
		}
		text := Text(doc)
		if r := readtest.Adds(s, text); r != "" {
			t.Errorf("%q reads %q, with more %s than there are", s, text, r)
		}
		for _, limit := range []int{0, 10, 1000} {
			if lines := Lines(doc, limit); !utf8.ValidString(lines) {
				t.Errorf("Lines(%q, %d) = %q", s, limit, lines)
			}
		}
	})
}
