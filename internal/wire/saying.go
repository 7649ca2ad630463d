package wire

import (
	"context"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/match"
)

// Two statements of one person are one when their words are nearly the same. In
// items of one text less is enough: whoever copied may have cut.
const (
	sameShare   = 0.8
	familyShare = 0.5
	// fewWords is what two statements must have at least to be taken for one by
	// their words alone: "No comment" is said anew each time.
	fewWords = 5
	// sameWithin is how far apart they may be; later ones repeat it on purpose.
	sameWithin = 14 * 24 * time.Hour
)

// sayings puts together what is one statement, and notes what was denied later.
// said is newest first, and so is what comes out.
func sayings(ctx context.Context, tx dateline.Tx, said []Said) ([]Saying, error) {
	var ids []dateline.ItemID
	for i := range said {
		ids = append(ids, said[i].View.ID)
	}
	families, err := tx.FamiliesOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	var out []Saying
	var texts []words
	// The earliest stands for the others, so that the address of a saying stays when
	// another outlet comes with it.
	for _, s := range slices.Backward(said) { // the earliest of each stands for it
		w := read(&s, families[s.View.ID].ID)
		at := -1
		// out is oldest first here, so the first that is too old ends the search.
		for i := len(out) - 1; i >= 0 && s.When.Sub(out[i].When) <= sameWithin; i-- {
			if texts[i].same(&w) {
				at = i
				break
			}
		}
		if at >= 0 {
			out[at].Also = append(out[at].Also, s)
			continue
		}
		out, texts = append(out, Saying{Said: s}), append(texts, w)
	}
	slices.Reverse(out)
	return out, denied(ctx, tx, out, ids)
}

// words are what a statement says, for comparing.
type words struct {
	forms  []string
	joined string // the forms
	turns  []string
	set    map[string]bool
	text   *match.Text
	family dateline.ItemID
}

// read takes a statement's words apart once: 500 statements are 125,000 pairs.
func read(s *Said, family dateline.ItemID) words {
	w := words{set: map[string]bool{}, text: match.Read(s.Quote.said), family: family}
	_, found := lang.Words(s.Quote.said)
	for _, one := range found {
		w.forms = append(w.forms, one.Form)
		if turns(one.Form) {
			w.turns = append(w.turns, one.Form)
		}
		w.set[one.Form] = true
	}
	w.joined = strings.Join(w.forms, " ")
	return w
}

// same reports whether two are one statement. Most pairs have few words in
// common and are told apart without being compared letter by letter.
func (w *words) same(v *words) bool {
	kin := w.family != "" && w.family == v.family
	if !kin && min(len(w.forms), len(v.forms)) < fewWords {
		return false
	}
	// The same words need no comparing; wires mostly carry them unchanged.
	if w.joined == v.joined {
		return true
	}
	if !w.agrees(v, kin) {
		return false
	}
	// Words in common, as a bound from above for the letters in common that Compare
	// finds: it settles most pairs, and costs far less.
	share, common := sameShare, 0
	if kin {
		share = familyShare
	}
	for form := range w.set {
		if v.set[form] {
			common++
		}
	}
	if float64(common) < share*float64(min(len(w.set), len(v.set))) {
		return false
	}
	found := match.Compare(w.text, v.text)
	// In items of one text one of the two may be cut, so the better side counts;
	// otherwise both must agree.
	if kin {
		return max(found.A, found.B) >= share
	}
	return min(found.A, found.B) >= share
}

// agrees reports whether two have the same numbers and the same negations. All
// else of "We have 40 boats" and "We have 50 boats" is the same, and so it is of
// "We will close it" and "We will not close it". Of two in items of one text the
// shorter may be a part of the longer one, and need only have none of its own.
func (w *words) agrees(v *words, kin bool) bool {
	short, long := w, v
	if len(short.forms) > len(long.forms) {
		short, long = long, short
	}
	lacks := func(other *words) func(string) bool {
		return func(form string) bool { return !other.set[form] }
	}
	return !slices.ContainsFunc(short.turns, lacks(long)) && (kin || !slices.ContainsFunc(long.turns, lacks(short)))
}

// turns reports whether a word alone makes another statement: a number, or a
// negation in English or Arabic.
func turns(form string) bool {
	if form[0] >= '0' && form[0] <= '9' {
		return true
	}
	if counts(form) {
		return true
	}
	switch joined(form) {
	case "not", "no", "never", "none", "nobody", "nothing", "cannot", "without", "neither", "nor",
		"wont", "dont", "doesnt", "didnt", "cant", "couldnt", "isnt", "arent", "wasnt", "werent", "hasnt", "havent", "hadnt", "wouldnt", "shouldnt", "aint",
		"لا", "لن", "لم", "ليس", "ليست", "لسنا", "لسن", "ليسوا", "لست", "غير", "دون", "بدون", "بلا", "ما", "كلا":
		return true
	}
	return false
}

// joined is an Arabic word without the and or then that is written with it: فلن.
func joined(form string) string {
	// «واحد» is the number one, and no "and" with a number behind it.
	if rest, ok := strings.CutPrefix(form, "و"); ok && !strings.HasPrefix(form, "واحد") {
		return rest
	}
	return strings.TrimPrefix(form, "ف")
}

// counts reports whether a word is a number in letters. One and its kin are left
// out in English, where they mostly count nothing (no one, one of them). The
// dual of an Arabic noun, which is a number as well, is not known.
func counts(form string) bool {
	switch form {
	case "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
		"eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds", "thousand", "thousands",
		"million", "millions", "billion", "billions", "trillion", "dozen", "dozens", "half", "third", "quarter", "twice":
		return true
	}
	form = strings.TrimPrefix(joined(form), "ب")
	// The article goes last, and only where the word is no number with it: ألف, a
	// thousand, begins with the letters of one.
	return numeral(form) || numeral(strings.TrimPrefix(form, "ال"))
}

// numeral reports whether a folded Arabic word is a number, alone, as a dual or in
// front of what it counts (مائتي شخص).
func numeral(form string) bool {
	if hundreds, ok := strings.CutSuffix(form, "مائه"); ok && hundreds != "" {
		form = hundreds // ثلاثمائة
	} else if hundreds, ok := strings.CutSuffix(form, "مئه"); ok && hundreds != "" {
		form = hundreds
	}
	switch form {
	case "اثنان", "اثنين", "اثنتان", "اثنتين", "اثنا", "اثني", "اثنتا", "اثنتي", "ثلاث", "ثلاثه", "اربع", "اربعه", "خمس", "خمسه", "ست", "سته", "سبع", "سبعه", "ثمان", "ثماني", "ثمانيه", "تسع", "تسعه",
		"عشر", "عشره", "عشرون", "عشرين", "ثلاثون", "ثلاثين", "اربعون", "اربعين", "خمسون", "خمسين", "ستون", "ستين", "سبعون", "سبعين", "ثمانون", "ثمانين", "تسعون", "تسعين",
		"مائه", "مئه", "مائتا", "مائتان", "مائتي", "مائتين", "مئتا", "مئتان", "مئتي", "مئتين", "مئات", "الف", "الاف", "الفا", "الفان", "الفي", "الفين", "الوف",
		"مليون", "مليونا", "مليونان", "مليوني", "مليونين", "ملايين", "مليار", "مليارا", "ملياران", "ملياري", "مليارين", "مليارات",
		"نصف", "ثلث", "ربع", "عشرات":
		return true
	}
	return false
}

// denied notes of each statement the first later one in its story by which the
// person denies something. It does not know what: that is for the reader to see.
func denied(ctx context.Context, tx dateline.Stories, list []Saying, ids []dateline.ItemID) error {
	told, err := tx.ToldBy(ctx, ids)
	if err != nil {
		return err
	}
	for i := range list {
		s := &list[i]
		story := told[s.View.ID].Story
		// Outside of a story nobody knows that the two are about one thing; and a denial of a
		// denial is more than a mark can say.
		if story == "" || s.Quote.Polarity == dateline.Denies {
			continue
		}
		for j := i - 1; j >= 0; j-- { // newest first, so these are later
			later := &list[j]
			if later.Quote.Polarity == dateline.Denies && told[later.View.ID].Story == story && later.When.After(s.When) {
				s.Denied = later.Quote.ID
				break
			}
		}
	}
	return nil
}
