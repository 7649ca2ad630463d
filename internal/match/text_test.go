package match

import (
	"runtime"
	"strings"
	"testing"

	"dateline/internal/lang"
)

// TestForms: what is kept of a text still gives its words.
func TestForms(t *testing.T) {
	for _, text := range []string{pier, "أغلقت سلطة الميناء الرصيف القديم", "Київ: дощ, 27 років", "", "…"} {
		read := Read(text)
		_, words := lang.Words(text)
		if read.Words() != len(words) {
			t.Errorf("%q: %d words, want %d", text, read.Words(), len(words))
			continue
		}
		for i, w := range words {
			if got := read.form(i); got != w.Form {
				t.Errorf("word %d of %q is %q, want %q", i, text, got, w.Form)
			}
			if p := read.words[i]; text[p.start:p.end] != text[w.Start:w.End] {
				t.Errorf("word %d of %q stands at %v", i, text, p)
			}
		}
	}
}

const pier = "The harbour authority of Port Elsin closed the old ferry pier on Tuesday after divers found cracks in eleven of its pillars."

// TestReadIsBounded: an endless text is read as far as is compared.
func TestReadIsBounded(t *testing.T) {
	read := Read(strings.Repeat("harbour ", maxLetters))
	if n := len(read.letters); n < maxLetters || n > maxLetters+10 {
		t.Errorf("%d letters", n)
	}
	if len(read.first) != read.Words()+1 || int(read.first[read.Words()]) != len(read.letters) {
		t.Error("words and letters do not agree")
	}
}

// TestTextIsSmall holds what a text takes: seven bytes a letter at most, where
// forms and places as read took 20.
func TestTextIsSmall(t *testing.T) {
	s := newSynthetic()
	sources := make([]string, 200)
	for i := range sources {
		sources[i] = s.text(330)
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	texts := make([]*Text, len(sources))
	letters := 0
	for i := range sources {
		texts[i] = Read(sources[i])
		letters += len(texts[i].letters)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if per := float64(after.HeapAlloc-before.HeapAlloc) / float64(letters); per > 7 {
		t.Errorf("%.1f bytes a letter", per)
	} else {
		t.Logf("%.1f bytes a letter, %d bytes an item", per, int(after.HeapAlloc-before.HeapAlloc)/len(texts))
	}
	runtime.KeepAlive(texts)
	runtime.KeepAlive(sources)
}
