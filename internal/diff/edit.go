package diff

import (
	"slices"
	"strings"

	"dateline"
)

// Kinds says what kinds of edit lie between two versions of an item, the earlier
// one first. A change that the copy itself announces is a correction, or no edit
// at all when the notice is a plain update; only what changed without a word is
// a changed headline or text. That a summary gave way to the whole text is none:
// the source changed nothing.
func Kinds(before, after *dateline.Item) (kinds []dateline.EditKind) {
	was, is := before.PubStatus == dateline.Canceled, after.PubStatus == dateline.Canceled
	switch {
	case is && !was:
		return []dateline.EditKind{dateline.EditKill}
	case was && !is:
		kinds = append(kinds, dateline.EditRestored)
	}
	if told := announced(before, after); len(told) > 0 {
		if slices.ContainsFunc(told, corrects) {
			kinds = append(kinds, dateline.EditCorrection)
		}
		return kinds
	}
	if !dateline.SameWords(before.Headline, after.Headline) {
		kinds = append(kinds, dateline.EditHeadline)
	}
	if before.Summary == after.Summary && !sameText(before, after) {
		kinds = append(kinds, dateline.EditText)
	}
	return kinds
}

// announced are the notices that the earlier version does not have.
func announced(before, after *dateline.Item) (out []dateline.Notice) {
	for _, n := range after.Notices {
		if !slices.Contains(before.Notices, n) {
			out = append(out, n)
		}
	}
	return out
}

// corrects reports a notice that sets right or clears up what was said; an update only
// tells more.
func corrects(n dateline.Notice) bool {
	return n.Kind == dateline.Correct || n.Kind == dateline.Clarify
}

// Real reports whether a page that was read again tells something else than the
// version that is kept: more than counters, clocks and what [dateline.Item.Same]
// leaves out.
func Real(before, after *dateline.Item) bool {
	if after.Same(before) {
		return false
	}
	// All but the text must be the same as it stands, the text without its furniture.
	rest := *after
	rest.Body, rest.Standfirst = before.Body, before.Standfirst
	return !rest.Same(before) || !sameText(before, after)
}

// sameText reports whether standfirst and paragraphs are the same but for
// furniture that got between them.
func sameText(a, b *dateline.Item) bool {
	return dateline.SameWords(a.Standfirst, b.Standfirst) && news(a) == news(b)
}

// news is the essence of the lines that are no furniture.
func news(i *dateline.Item) string {
	var out []string
	for line := range strings.SplitSeq(i.Text(), "\n") {
		if e := dateline.Essence(line); e != "" && !furniture(line) {
			out = append(out, e)
		}
	}
	return strings.Join(out, " ")
}
