package speaker

import (
	"strings"

	"dateline/internal/annotate/statement"
	"dateline/internal/lang"
)

// arabicSource takes the source as written for the speaker, unless it is the short
// form of one before: the family name alone, or the office alone (الوزير after
// وزير الصحة فلان). Names have no capitals in Arabic, so what is a name is not
// known; Named is said only of a source of three words and more, or its short form,
// and package annotate asks more of what readers are shown.
func (r *resolver) arabicSource(all []statement.Statement, i int) {
	s := &all[i]
	source := strings.TrimRight(r.text.Body[s.Source[0].Start:s.Source[0].End], "، ")
	if r.governs(s.Cue) {
		source = ungoverned(source)
	}
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

// verbGender is that of the subject, as the verb of a cue tells it: قالت, قال. What
// begins with ت is left open, for تقول is of a woman and توقع of a man.
func (r *resolver) verbGender(cue []statement.Span) gender {
	if len(cue) == 0 {
		return unknown
	}
	words := foldedWords(r.written(cue[0]))
	if len(words) == 0 {
		return unknown
	}
	w := strings.TrimPrefix(words[len(words)-1], "و")
	switch {
	case len(words) > 2 || w == "عن" || w == "لفت" || w == "اثبت" || strings.HasPrefix(w, "عن") || strings.HasPrefix(w, "قول"):
		return unknown
	// The ت of the past, as in قالت, is of women; the last word of the cue is its verb.
	case strings.HasSuffix(w, "ت"):
		return female
	case w == "" || strings.HasPrefix(w, "ت") || strings.HasPrefix(w, "م"):
		return unknown
	}
	return male
}

// governs reports a cue behind which ل is written to the source: وفقاً للشرطة.
func (r *resolver) governs(cue []statement.Span) bool {
	if len(cue) == 0 {
		return false
	}
	switch strings.TrimPrefix(lang.Fold(r.written(cue[0])), "و") {
	case "وفقا", "فقا", "طبقا":
		return true
	}
	return false
}

// ungoverned is a source without the ل before it, which swallows an alef: للشرطة is
// الشرطة.
func ungoverned(source string) string {
	if rest, ok := strings.CutPrefix(source, "لل"); ok {
		return "ال" + rest
	}
	return strings.TrimPrefix(strings.TrimPrefix(source, "لـ"), "ل")
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

// folded is the words of a source up to what is told of it: behind a comma a name may
// still stand, a clause is no part of it.
func folded(s string) []string {
	parts := strings.Split(s, "،")
	words := foldedWords(parts[0])
	if len(parts) > 1 {
		more := foldedWords(parts[1])
		if len(more) > 1 && !clause(more[0]) {
			words = append(words, more...)
		}
	}
	return words
}

// clause tells folded words that lead on to something told of the speaker, or to when
// and where it was said.
func clause(w string) bool {
	switch w {
	case "الذي", "التي", "الذين", "وهو", "وهي", "في", "من", "علي", "البالغ", "البالغه", "خلال", "عبر":
		return true
	}
	return false
}

// foldedWords folds each word alone, for Fold is of one word and drops blanks.
func foldedWords(s string) []string {
	words := strings.Fields(s)
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
	return full[len(full)-1] == word || "ال"+full[0] == word || full[0] == word && strings.HasPrefix(word, "ال")
}

// unnamed tells sources that keep their names to themselves.
func unnamed(w string) bool {
	switch strings.TrimPrefix(w, "ال") {
	case "مصدر", "مصادر", "مسؤول", "مسؤوله", "مسؤولون", "مسؤولين", "مسئول", "مسئولون", "شهود", "محللون", "مراقبون", "خبراء", "سكان", "اهالي", "بيان", "تقرير", "دراسه", "دبلوماسي", "مصدرا", "مسؤولا", "مسئولا":
		return true
	}
	return false
}
