package lang

import (
	"slices"
	"strings"
	"testing"
)

func TestBeginnings(t *testing.T) {
	b := NewBeginnings("read", "read more", "more:", "اقرا ايضا", "من")
	for s, want := range map[string]string{
		"": "", "r": "", "READ": "read", "Read More": "read,read more", "MORE:": "more:", "Re": "", "read": "read", "read more here": "read,read more", "more": "", "more:": "more:", "اقرا ايضا عن": "اقرا ايضا", "اقرا": "", "من": "من", "منذ": "من", "م": "", "\xd9": "", "ومن": "",
	} {
		var got []string
		b.Of(s, func(word, rest string) bool {
			if !strings.EqualFold(word+rest, s) {
				t.Errorf("%q: %q and %q", s, word, rest)
			}
			got = append(got, word)
			return false
		})
		if strings.Join(got, ",") != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
	if !b.Of("reading", func(_, rest string) bool { return rest == "ing" }) || b.Of("reads", func(_, rest string) bool { return rest == "" }) {
		t.Error("what follows does not tell")
	}
}

func TestBeginningsTooShort(t *testing.T) {
	for _, s := range []string{"", "و", "©"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q is taken", s)
				}
			}()
			NewBeginnings(s)
		}()
	}
}

// clean is s with small letters for the capitals of English.
func clean(s string) string {
	b := []byte(s)
	for i, c := range b {
		b[i] = small(c)
	}
	return string(b)
}

// FuzzBeginnings holds the finder against asking for each.
func FuzzBeginnings(f *testing.F) {
	all := []string{"a", "ab", "abc", "اب", "ابا", "لل", "b\xd8"}
	b := NewBeginnings(all...)
	for _, s := range all {
		f.Add(s + "x")
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := slices.ContainsFunc(all, func(w string) bool { return strings.HasPrefix(clean(s), w) })
		if got := b.Of(s, func(string, string) bool { return true }); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	})
}
