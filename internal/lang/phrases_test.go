package lang

import (
	"slices"
	"strings"
	"testing"
)

func TestPhrases(t *testing.T) {
	p := NewPhrases("all rights", "الحقوق محفوظه", "ray id", "rights reserved", "حقوق محفوظ")
	tests := []struct {
		text   string
		in     bool
		atWord int
	}{
		{"", false, -1},
		{"ray i", false, -1},
		{"ray id", true, 2},
		{"a ray id", true, 2},
		{"gray id", true, -1},
		{"gray id and ray id", true, 2},
		{"rights reserved and all rights", true, 0},
		{"جميع الحقوق محفوظه", true, 1},
		{"والحقوق محفوظه", true, -1},
		{"حقوق محفوظه", true, 4},
		{"right reserved", false, -1},
	}
	for _, tt := range tests {
		var each []string
		if p.Each(tt.text, func(s string) bool { each = append(each, s); return len(each) == 2 }) != (len(each) == 2) || (len(each) > 0) != tt.in || tt.atWord >= 0 && !slices.Contains(each, p.all[tt.atWord]) {
			t.Errorf("%q: each is %q", tt.text, each)
		}
		if in, at := p.In(tt.text), p.AtWord(tt.text); in != tt.in || at != tt.atWord {
			t.Errorf("%q: %v %d, want %v %d", tt.text, in, at, tt.in, tt.atWord)
		}
	}
}

func TestPhrasesTooShort(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a phrase of two letters is taken")
		}
	}()
	NewPhrases("عن")
}

// FuzzPhrases holds the one pass against a search for each.
func FuzzPhrases(f *testing.F) {
	all := []string{"abcabc", "cabcab", "bcabcabc", "اب اب ا"}
	p := NewPhrases(all...)
	f.Add("abcabcabc")
	f.Add("x اب اب اب")
	f.Fuzz(func(t *testing.T, s string) {
		in, first := false, -1
		for i := len(all) - 1; i >= 0; i-- {
			in = in || strings.Contains(s, all[i])
			if strings.HasPrefix(s, all[i]) || strings.Contains(s, " "+all[i]) {
				first = i
			}
		}
		if p.In(s) != in || p.AtWord(s) != first {
			t.Errorf("%q: %v %d, want %v %d", s, p.In(s), p.AtWord(s), in, first)
		}
	})
}
