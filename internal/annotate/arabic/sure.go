package arabic

import (
	"strings"

	"dateline/internal/annotate/statement"
	"dateline/internal/annotate/token"
)

// confidence is the precision of who said what on the open half of the Arabic set, of
// all rules together: the set is too small to tell them apart.
const confidence = 0.6

// sureShare is that of quotations in the two plain forms, see sure: of 90 in news texts
// of others, of which 71 had been looked at before, the words and the span of who
// speaks were right in 86 (docs/statements.md).
const sureShare = 0.95

// sure reports a quotation in one of the two forms in which Arabic copy leaves no doubt
// whose it is. A plain verb of saying, behind it at most eight words of a name and its
// office, perhaps where it was said, and the quotation that ends the sentence:
//
//	وقال الوزير فلان الفلاني في مقابلة مع الإذاعة: «…».
//
// Or the quotation, with which the sentence begins, verb and speaker, who end it:
//
//	«…»، قال الوزير فلان الفلاني.
func (d *doc) sure(f *found) bool {
	if len(f.cue) != 1 || len(f.source) != 1 || len(f.content) != 1 || f.polarity != statement.Says {
		return false
	}
	cue, source, content := f.cue[0], f.source[0], f.content[0]
	if cue.Last-cue.First != 1 || !plain(d.word(cue.First)) || source.First != cue.Last || !d.bare(source) {
		return false
	}
	if d.kind(content.First) != token.Open || d.Quotes[d.Tokens[content.First].Quote-1].Last != content.Last {
		return false
	}
	s := &d.Sentences[f.sentence]
	if content.First >= source.Last {
		return (d.marksOnly(source.Last, content.First) || d.setting(source.Last, content.First)) && d.marksOnly(content.Last, s.Last)
	}
	return content.First == s.First && d.marksOnly(content.Last, cue.First) && d.marksOnly(source.Last, s.Last)
}

// plain reports a verb that says nothing but that somebody spoke.
func plain(w string) bool {
	switch strings.TrimPrefix(w, "و") {
	case "قال", "قالت", "يقول", "تقول", "اضاف", "اضافت", "يضيف", "تضيف", "اوضح", "اوضحت", "تابع", "تابعت", "صرح", "صرحت",
		"اكد", "اكدت", "يؤكد", "تؤكد", "ذكر", "ذكرت", "اردف", "اردفت", "استطرد", "استطردت", "علق", "علقت", "شدد", "شددت":
		return true
	}
	return false
}

// mostNamed is of how many words name and office may be.
const mostNamed = 8

// bare reports a run of words alone, in which nothing begins a clause, counts, or says
// to whom was spoken.
func (d *doc) bare(r token.Run) bool {
	if r.Last-r.First > mostNamed {
		return false
	}
	for i := r.First; i < r.Last; i++ {
		w := d.word(i)
		if d.kind(i) != token.Word || d.Tokens[i].Quote != 0 || adverbial(w) || that(w) || preposition(w) && w != "في" || nobody(w) || toWhom(w) {
			return false
		}
		if _, verb := d.lookupAt(i); verb && !definite(w) {
			return false
		}
	}
	return true
}

// nobody tells words of a clause, or by which somebody is told of and not named.
func nobody(w string) bool {
	switch w {
	case "ما", "لا", "لم", "هو", "هي", "وهو", "وهي", "كما", "فيه", "فيها", "كان", "كانت", "هذا", "هذه", "هؤلاء", "ذلك", "تلك", "احد", "احدي", "بعض", "كل", "اي", "البالغ", "البالغه":
		return true
	}
	return strings.IndexAny(w, "0123456789") == 0 || strings.HasPrefix(w, "بال") || relative(w)
}

// toWhom tells a noun with ل before and a pronoun behind it, لأنصاره, which no name has.
func toWhom(w string) bool {
	if !strings.HasPrefix(w, "ل") || strings.HasPrefix(w, "لل") {
		return false
	}
	return strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ها") || strings.HasSuffix(w, "هم")
}

// marksOnly reports that no word stands between two tokens.
func (d *doc) marksOnly(from, to int) bool {
	for i := from; i < to; i++ {
		if d.kind(i) == token.Word {
			return false
		}
	}
	return true
}

// mostSetting is of how many tokens it may be where something was said.
const mostSetting = 12

// setting reports a phrase of where something was said, up to a colon: no other verb
// of saying, and no clause.
func (d *doc) setting(from, to int) bool {
	if d.kind(to-1) != token.Colon || to-from > mostSetting || d.word(from) != "في" && !adverbial(d.word(from)) {
		return false
	}
	for i := from; i < to-1; i++ {
		w := d.word(i)
		if _, verb := d.lookupAt(i); d.kind(i) != token.Word || verb || that(w) || w == "عن" || relative(w) {
			return false
		}
	}
	return true
}
