package arabic

import (
	"strings"

	"dateline/internal/annotate/token"
)

// object is the content of a verb that takes an object: behind its subject, which
// a word of time closes, or right behind a participle.
func (d *doc) object(v, end int, f form) int {
	if !f.object || f.strict {
		return -1
	}
	// Their subject stands before them, so the next word is the object already.
	if f.participle || theirs(d.word(v)) && d.kind(v+1) == token.Word {
		return v + 1
	}
	first := v + 1
	for j := v + 1; j < end && d.Tokens[j].Quote == 0; j++ {
		if d.kind(j) == token.Comma {
			if k := d.pastInsert(j, end); k > 0 {
				return k
			}
			break
		}
		if j > first && adverbial(d.word(j)) {
			for j < end && (adverbial(d.word(j)) || adverbial(d.word(j-1)) && definite(d.word(j))) {
				j++
			}
			return j
		}
	}
	// A name ends where a definite noun follows it, and a body where an indefinite one
	// does.
	for j := v + 2; j < end && d.Tokens[j].Quote == 0 && d.kind(j) == token.Word; j++ {
		here, before := definite(d.word(j)), definite(d.word(j-1))
		if here && !before && j > v+2 || !here && before && j == v+2 && !preposition(d.word(j)) {
			return j
		}
	}
	return -1
}

// insert is how many words may stand between two commas that tell when or where
// something was said: أعلنت الوزارة، اليوم الخميس في بيان، تسجيل…
const insert = 9

// pastInsert is behind such words, which begin at the comma at j; 0 where none stand.
func (d *doc) pastInsert(j, end int) int {
	if w := d.word(j + 1); !adverbial(w) && (w != "في" || !occasion(d.word(j+2))) {
		return 0
	}
	for k := j + 2; k+1 < end && k < j+insert; k++ {
		if d.kind(k) == token.Comma && d.kind(k+1) == token.Word && !that(d.word(k+1)) {
			return k + 1
		}
	}
	return 0
}

// objectStart goes back from token j over the object of the verb, as whom it asks:
// دعا الوزير الأطراف إلى. Of definite nouns the last is the object, with the adjectives
// behind it, if a definite one stands before that, with a name behind or not (النائب
// سامر الحلواني الحكومة); else it belongs to the subject (وزير الخارجية).
func (d *doc) objectStart(v, j int) int {
	i := j - 1
	for i > v+1 && adjective(d.word(i)) {
		i--
	}
	if i == v+2 && j == v+3 && !definite(d.word(i)) && !definite(d.word(i-1)) && strings.HasPrefix(d.word(j), "ب") {
		return i // اتهمت روسيا أوكرانيا بـ…: two names
	}
	if i <= v+1 || !definite(d.word(i)) {
		return j
	}
	for k := v + 1; k < i; k++ {
		if definite(d.word(k)) {
			return i
		}
	}
	return j
}

// adjective tells definite words that go on with the noun before them: الأمريكي,
// العام, المتحدة. Most end like a nisba.
func adjective(w string) bool {
	rest, ok := strings.CutPrefix(w, "ال")
	if !ok {
		return false
	}
	switch rest {
	// These end like a nisba and are nouns.
	case "اهالي", "اراضي", "نادي", "مواليه", "قاضي", "محامي":
		return false
	case "عام", "عامه", "متحده", "خاص", "خاصه", "اول", "اعلي", "سابق", "سابقه", "حالي", "جديد", "جديده", "مشترك", "مشتركه", "مؤقت", "مؤقته", "منتخب", "منتخبه", "ساميه", "مسلحه":
		return true
	}
	return strings.HasSuffix(rest, "ي") || strings.HasSuffix(rest, "يه")
}

// headlined reports a verb in the present behind its subject, as headlines have it:
// الوزير يعلن استقالته. Its object stands right behind it.
func (d *doc) headlined(v int, f form) bool {
	w, next := d.word(v), d.word(v+1)
	if !f.object || f.strict || f.participle || d.cueStart(v) < v || !strings.HasPrefix(w, "ي") && !strings.HasPrefix(w, "ت") {
		return false
	}
	r := d.subjectBefore(v)
	return r.Last > r.First && r.First == d.s.First && d.kind(v+1) == token.Word && !that(next) && !preposition(next) && !adverbial(next)
}
