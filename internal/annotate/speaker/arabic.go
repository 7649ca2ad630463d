package speaker

import (
	"strings"

	"dateline/internal/annotate/statement"
	"dateline/internal/lang"
)

// arabicSource takes the source as written for the speaker, unless it is the short
// form of one before: the family name alone, or the office alone (الوزير after
// وزير الصحة فلان). Names have no capitals in Arabic, so what is a name is not
// known; Named is said only of a source of three words and more, or its short form.
func (r *resolver) arabicSource(all []statement.Statement, i int) {
	s := &all[i]
	source := strings.TrimRight(r.text.Body[s.Source[0].Start:s.Source[0].End], "، ")
	words := folded(source)
	found := -1
	for k := i - 1; k >= 0 && len(words) == 1; k-- {
		if len(all[k].Source) == 0 || all[k].Speaker == "" || !isShort(words[0], r.folded(all[k].Speaker)) {
			continue
		}
		if found >= 0 && all[found].Speaker != all[k].Speaker {
			return // two are possible
		}
		found = k
	}
	if found >= 0 {
		s.Speaker, s.Named = all[found].Speaker, all[found].Named
		return
	}
	s.Speaker, s.Named = source, len(words) >= 3 && !unnamed(words[0])
}

// folded is the words of a speaker, who is asked for at each short name behind.
func (r *resolver) folded(speaker string) []string {
	words, ok := r.words[speaker]
	if !ok {
		words = folded(speaker)
		r.words[speaker] = words
	}
	return words
}

func folded(s string) []string {
	words := strings.Fields(strings.Split(s, "،")[0])
	for i, w := range words {
		words[i] = lang.Fold(w)
	}
	return words
}

// isShort reports that a word is the last of a longer source, or its office.
func isShort(word string, full []string) bool {
	if len(full) < 2 {
		return false
	}
	return full[len(full)-1] == word || "ال"+full[0] == word
}

// unnamed tells sources that keep their names to themselves.
func unnamed(w string) bool {
	switch strings.TrimPrefix(w, "ال") {
	case "مصدر", "مصادر", "مسؤول", "مسؤوله", "مسؤولون", "مسؤولين", "مسئول", "مسئولون", "شهود", "محللون", "مراقبون", "خبراء", "سكان", "اهالي", "بيان", "تقرير", "دراسه", "دبلوماسي", "مصدرا", "مسؤولا", "مسئولا":
		return true
	}
	return false
}
