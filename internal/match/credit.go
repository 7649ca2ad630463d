package match

import "dateline/internal/lang"

// Where copy says whom it is from: "(MENAFN - RT)" and "as reported by" at the
// beginning, the notice of rights or "نقلا عن" at the end.
const (
	creditHead = 60 // words
	creditTail = 40
)

// Credits reports whether a text names a source where copy names whom it is
// from. The name is that of another item's source, so words alone do; a name of
// fewer than two letters is none.
func (t *Text) Credits(source string) bool {
	_, name := lang.Words(source)
	if len(name) == 0 || len(source) < 2 {
		return false
	}
	tail := max(creditHead, len(t.words)-creditTail)
	for at := range min(creditHead, len(t.words)) {
		if t.stands(name, at) {
			return true
		}
	}
	for at := tail; at < len(t.words); at++ {
		if t.stands(name, at) {
			return true
		}
	}
	return false
}

// stands reports whether the words of a name stand at a place. In Arabic the
// first may have a preposition before it.
func (t *Text) stands(name []lang.Word, at int) bool {
	if at+len(name) > len(t.words) {
		return false
	}
	for i := range name {
		form := t.form(at + i)
		same := form == name[i].Form
		if !same && i == 0 {
			for _, f := range lang.Unprefixed(form) {
				same = same || f == name[i].Form
			}
		}
		if !same {
			return false
		}
	}
	return true
}
