package locale

import (
	"fmt"
	"slices"
	"testing"

	"dateline"
)

// TestEveryRefusalIsSaid: in each language, and about no more than there is.
func TestEveryRefusalIsSaid(t *testing.T) {
	for language, words := range map[string]RefusalWords{"English": englishRefusals(), "Arabic": arabicRefusals()} {
		whys := dateline.Whys()
		if len(words.Plain)+len(words.About) != len(whys) {
			t.Errorf("%s says %d reasons, and there are %d", language, len(words.Plain)+len(words.About), len(whys))
		}
		for why, about := range whys {
			text := words.Plain[why] + string(words.About[why])
			if text == "" || words.Plain[why] != "" && words.About[why] != "" {
				t.Errorf("%s says %q of the refusal %s", language, text, why)
			}
			var may []string
			for i := range about {
				may = append(may, fmt.Sprintf("{%d}", i+1))
			}
			for _, place := range places(text) {
				if !slices.Contains(may, place) {
					t.Errorf("%s: nothing goes into %s of %q", language, place, text)
				}
			}
			if about > 0 && !slices.Contains(places(text), "{1}") {
				t.Errorf("%s does not say what %q is about", language, text)
			}
		}
	}
}
