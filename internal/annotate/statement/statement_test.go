package statement

import (
	"testing"

	"dateline/internal/annotate/token"
)

// TestPublic: only what is sure, all quoted, and of somebody with a name goes out.
func TestPublic(t *testing.T) {
	sure := Statement{Kind: Direct, Speaker: "Lena Marsh", Named: true, Confidence: PublicThreshold}
	if !sure.Public() {
		t.Error("a sure direct quotation of a named speaker is not public")
	}
	for name, change := range map[string]func(*Statement){
		"mixed":     func(s *Statement) { s.Kind = Mixed },
		"indirect":  func(s *Statement) { s.Kind = Indirect },
		"unnamed":   func(s *Statement) { s.Named = false },
		"uncertain": func(s *Statement) { s.Confidence = PublicThreshold - 0.01 },
	} {
		s := sure
		change(&s)
		if s.Public() {
			t.Errorf("%s is public", name)
		}
	}
}

func TestBounds(t *testing.T) {
	if got := Bounds([]Span{{7, 9}, {2, 4}, {12, 20}}); got != (Span{2, 20}) {
		t.Errorf("%+v", got)
	}
	if got := Bounds(nil); got != (Span{}) {
		t.Errorf("of nothing: %+v", got)
	}
}

// TestKindOf counts the words within quotation marks, not the marks.
func TestKindOf(t *testing.T) {
	for _, c := range []struct {
		text string
		want Kind
	}{
		{"“It leaks.”", Direct},
		{"it “leaks badly” now", Mixed},
		{"it leaks", Indirect},
		{"«يتسرب»", Direct},
	} {
		cut := token.Cut(c.text)
		all := []token.Run{{First: 0, Last: len(cut.Tokens)}}
		if got := KindOf(cut, all); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
		if spans := Spans(cut, all); len(spans) != 1 || c.text[spans[0].Start:spans[0].End] != c.text {
			t.Errorf("%s: %v", c.text, spans)
		}
	}
}
