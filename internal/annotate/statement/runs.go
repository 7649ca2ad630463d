package statement

import "dateline/internal/annotate/token"

// Spans turns runs of tokens into spans of the text.
func Spans(t *token.Text, runs []token.Run) []Span {
	var out []Span
	for _, r := range runs {
		out = append(out, Span{Start: t.Tokens[r.First].Start, End: t.Tokens[r.Last-1].End})
	}
	return out
}

// KindOf tells by the words within quotation marks how much of a content is in the
// speaker's own words.
func KindOf(t *token.Text, content []token.Run) Kind {
	quoted, words := 0, 0
	for _, r := range content {
		for i := r.First; i < r.Last; i++ {
			if t.Tokens[i].Kind == token.Word {
				words++
				if t.Tokens[i].Quote != 0 {
					quoted++
				}
			}
		}
	}
	switch quoted {
	case 0:
		return Indirect
	case words:
		return Direct
	}
	return Mixed
}
