package match

import (
	"time"

	"dateline/internal/lang"
)

// Flashes and headlines that came without a text are too short for passages: one
// other word ("will", "will not"; "raises", "cuts") makes other news of the same
// letters, and who reports the same says it in the same words or adds some.
const (
	briefWords  = 20
	leastBrief  = 4  // words that are no function words: fewer ("البرلمان يرفض الموازنة") are any country's
	briefCommon = 16 // letters in common, for the same reason
	briefMore   = 2  // so many times as long one may be, and not longer
	briefLife   = 36 * time.Hour
)

// A briefing is what makes two short texts the same or not.
type briefing int8

const (
	notBrief  briefing = iota // one of them is longer: passages say it
	briefSame                 // the words of one stand in the other, in order
	briefOther
)

// brief reports a text that is no longer than a headline or two.
func (t *Text) brief() bool { return len(t.words) <= briefWords }

// brief fills in what is to be said of two short texts.
func (g *Agreement) brief(a, b *Text) {
	x, y := a.content(), b.content()
	if len(x) > len(y) {
		x, y = y, x
	}
	in, letters := follow(x, y)
	g.Brief = briefOther
	if in < len(x) || len(x) < leastBrief || letters < briefCommon || len(y) > briefMore*len(x) || denials(x) != denials(y) {
		return
	}
	g.Brief = briefSame
	// Letters agree less than words where some were added between them.
	share := float64(len(x)) / float64(len(y))
	if len(a.words) > len(b.words) {
		g.A, g.B = max(g.A, share), 1
	} else {
		g.A, g.B = 1, max(g.B, share)
	}
	g.Exact = max(g.Exact, share)
}

// Dated says when the two came: the same headline on another day is other news
// ("Stocks close higher"). Longer texts are not said twice.
func (g *Agreement) Dated(a, b time.Time) {
	if g.Brief == briefSame && !a.IsZero() && !b.IsZero() && a.Sub(b).Abs() > briefLife {
		g.Brief = briefOther
	}
}

// content is the words that say something, denials among them.
func (t *Text) content() (list []string) {
	for i := range t.words {
		if f := t.form(i); denial(f) || !lang.IsFunction(f) {
			list = append(list, f)
		}
	}
	return list
}

// follow is how many words of x stand in y in the same order, and their letters.
func follow(x, y []string) (n, letters int) {
	for _, w := range y {
		if n < len(x) && sameWord(x[n], w) {
			letters += len([]rune(w))
			n++
		}
	}
	return n, letters
}

// sameWord allows for endings: two outlets set one headline in two tenses.
func sameWord(a, b string) bool {
	return a == b || lang.Stem(a, "") == lang.Stem(b, "")
}

// denials counts what turns a headline around.
func denials(words []string) (n int) {
	for _, w := range words {
		if denial(w) {
			n++
		}
	}
	return n
}

// denial reports what turns a flash around. What is said to be false counts here and not
// for headlines, whose weights were learnt without.
func denial(form string) bool {
	switch form {
	case "nor", "denied", "false", "cannot", "wont", "doesnt", "didnt", "isnt", "wasnt",
		"نفي", "نفت", "ينفي", "تنفي", "ينفون", "شائعه", "اشاعه", "كذبا":
		return true
	}
	return lang.Negates(form)
}

// unlabelled is words without the label with which desks send a flash: what follows is
// the headline that others send without one.
func unlabelled(words []lang.Word) []lang.Word {
	n := 0
	for n+1 < len(words) && label(words, n) {
		n++
	}
	return words[n:]
}

func label(words []lang.Word, n int) bool {
	switch words[n].Form {
	case "breaking", "flash", "urgent", "alert", "عاجل", "فلاش":
		return true
	case "news":
		return n > 0
	case "خبر":
		return words[n+1].Form == "عاجل"
	}
	return false
}
