package notice

import (
	"strings"
	"testing"

	"dateline"
)

// FuzzLabels: what is taken off a headline or a body is taken off and not made up.
func FuzzLabels(f *testing.F) {
	for _, s := range []string{"CORRECTION: Ferry stops", "تصحيح: توقف العبّارة", "FLASH - KILL: x", "Editor's note: this corrects the number.", "::", "(CORRECTED) x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		rest, labels := Headline(s)
		if !strings.Contains(s, rest) {
			t.Errorf("Headline(%q) leaves %q", s, rest)
		}
		if len(labels) == 0 && rest != strings.TrimSpace(rest) && rest != s {
			t.Errorf("Headline(%q) found nothing and leaves %q", s, rest)
		}
		blocks := []dateline.Block{{Kind: dateline.Paragraph, Text: s}, {Kind: dateline.Paragraph, Text: "The ferry stopped."}, {Kind: dateline.List, Items: []string{s}}}
		left, notices := Body(blocks)
		if len(left) > len(blocks) || len(left)+len(notices) < len(blocks)-1 {
			t.Errorf("Body of %q: %d blocks and %d notices of %d", s, len(left), len(notices), len(blocks))
		}
		if l, ok := Category(s); ok && l == (Label{}) {
			t.Errorf("Category(%q) says nothing", s)
		}
	})
}
