package byline

import (
	"testing"

	"dateline/internal/read/readtest"
)

// FuzzSays: names are those that stand there, whole lines without white space
// around them.
func FuzzSays(f *testing.F) {
	for _, s := range []string{"By Ann Lee and Bob Ray, Staff Writers", "كتب: محمد علي وأحمد صباغ", "ANN LEE | Harbour Post", "By <a>Ann</a>", "(Reporting by Ann Lee in Cairo; Editing by Bob Ray)", "https://x.example/author/ann-lee"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		inLine, _ := InLine(s)
		begin, _, _ := Begin(s)
		shown, _ := Shown(s)
		for _, r := range []Reading{Read(s), {People: Foot(s)}, inLine, begin, shown, Beside([]string{s, s}, func(string) bool { return false })} {
			for _, name := range r.Names() {
				if why := readtest.Broken(name); why != "" {
					t.Errorf("%q gives %q: %s", s, name, why)
				}
				if more := readtest.Adds(s+s, name); more != "" {
					t.Errorf("%q gives %q, with more %s than there are", s, name, more)
				}
			}
		}
	})
}
