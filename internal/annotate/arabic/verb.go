package arabic

import (
	"strings"

	"dateline/internal/annotate/token"
)

// verbCue reads a verb of reporting at token v.
func (d *doc) verbCue(v int, f form) {
	// A participle in the name just found is of who speaks, not what he does next.
	if f.participle && d.speaks(v) {
		return
	}
	out := found{cue: []token.Run{{First: d.cueStart(v), Last: v + 1}}, polarity: f.polarity}
	if d.behindQuote(v) && d.credited(v, f, out) {
		return
	}
	j := d.contentStart(v, f)
	if j < 0 || d.idle(v, j) {
		return
	}
	source := d.subjectBehind(v, j, f)
	if source.First >= source.Last && f.object && d.kind(v+1) == token.Word && !f.participle && j == v+1 && d.subjectBefore(v).Last == 0 && v > d.s.First && d.kind(v-1) != token.Comma {
		return
	}
	out.content = []token.Run{{First: j, Last: d.contentEnd(j)}}
	out.source = d.source(v, source, f)
	// A sentence that ends with a quotation may be followed by more of it.
	if d.kind(d.end()-1) == token.Close {
		out.content = append(out.content, d.nextQuotes()...)
	}
	d.add(out)
}

// speaks reports that token i belongs to whoever was found to speak last.
func (d *doc) speaks(i int) bool {
	n := len(d.found) - 1
	return n >= 0 && d.found[n].subject.First <= i && i < d.found[n].subject.Last
}

// idle tells what is no statement: the outlet's own يذكر أن, refusing comment,
// asking not to be named, رداً على, which looks like two who answered, and عبر where
// it is a preposition.
func (d *doc) idle(v, j int) bool {
	next := d.word(j + 1)
	switch d.word(v) {
	case "يذكر":
		return v == d.s.First && j == v+1
	case "طلب", "طلبت", "طالبا", "طالبه", "طلبوا":
		return d.word(j) == "عدم" && (next == "الكشف" || next == "ذكر" || next == "نشر")
	case "رفض", "رفضت", "رافضا", "رافضه":
		for k := v + 1; k <= j; k++ {
			if w := d.word(k); w == "التعليق" || w == "الادلاء" {
				return true
			}
		}
	case "ردا":
		return d.word(v+1) == "علي" // in answer to
	case "عبر", "بين": // through, between
		return v > d.s.First && d.kind(v-1) == token.Word && !connective(d.word(v-1))
	}
	return false
}

// cueStart takes قد, لم and كان along.
func (d *doc) cueStart(v int) int {
	switch strings.TrimPrefix(d.word(v-1), "و") {
	case "قد", "لم", "كان", "كانت", "لن", "لا", "ما":
		if v-1 >= d.s.First {
			return v - 1
		}
	}
	return v
}

// lookupAt also finds a verb with the pronoun of whom it tells or names (أخبره بأن,
// وصفته بأنه), which only counts right before its clause: many nouns end alike, and
// anywhere it costs 0.7 points on the open half of the Arabic set.
func (d *doc) lookupAt(i int) (form, bool) {
	w := d.word(i)
	if f, ok := lookup(w); ok {
		return f, ok
	}
	if strings.TrimPrefix(d.word(i-1), "و") == "لم" { // لم ينفِ, لم يدعُ, لم يقل: a long vowel falls out
		for _, last := range []string{"و", "ي"} {
			if f, ok := lookup(w + last); ok && !f.participle {
				return f, true
			}
		}
		if w == "يقل" || w == "تقل" {
			return lookup("يقول")
		}
	}
	if !that(d.word(i + 1)) {
		return form{}, false
	}
	for _, pronoun := range []string{"هما", "هم", "ها", "ني", "نا", "ه", "ك"} {
		if verb, ok := strings.CutSuffix(w, pronoun); ok {
			if f, ok := lookup(verb); ok && !f.participle {
				return f, true
			}
		}
	}
	return form{}, false
}

// source is the subject behind the verb; else, for a participle, who spoke before
// in the sentence; else a subject before the verb; else nobody.
func (d *doc) source(v int, behind token.Run, f form) []token.Run {
	if behind.First < behind.Last && !f.participle {
		return []token.Run{behind}
	}
	if !f.participle && !d.conjoined(v) {
		if r := d.subjectBefore(v); r.Last > r.First {
			return []token.Run{r}
		}
	}
	if f.participle || !strings.HasPrefix(d.word(v), "و") || d.kind(v-1) == token.Comma {
		for i := len(d.found) - 1; i >= 0 && d.found[i].sentence == d.index; i-- {
			if len(d.found[i].source) > 0 && d.found[i].source[0].First < v {
				return d.found[i].source
			}
		}
	}
	if f.participle {
		return d.firstSubject(v)
	}
	return nil
}

// conjoined reports a verb with و before it: زار الوزير المصنع وقال. What stands
// before such a verb is another clause, and no subject of its own.
func (d *doc) conjoined(v int) bool {
	w := d.word(v)
	_, whole := lexicon()[w]
	return !whole && strings.HasPrefix(w, "و")
}

// firstSubject is the subject of the sentence's first verb, whatever it does:
// what stands behind it up to a preposition or a mark.
func (d *doc) firstSubject(v int) []token.Run {
	first := d.s.First + 1
	last := first
	for last < v && d.kind(last) == token.Word && !adverbial(d.word(last)) && !preposition(d.word(last)) && !strings.HasPrefix(d.word(last), "ب") {
		last++
	}
	if last == first || last >= v {
		return nil
	}
	return []token.Run{{First: first, Last: last}}
}

// preposition also tells إلا and لأن, behind which no name goes on either.
func preposition(w string) bool {
	switch w {
	case "في", "من", "الي", "علي", "عن", "مع", "الا", "لان":
		return true
	}
	return false
}

// contentStart is where what was said begins behind the verb at v, or -1. The first of
// what can begin it wins, in the order of the words: إنّ, a colon, a quotation, the
// verb's own preposition. Only a verb that takes an object asks where its subject
// ends, which is the weakest of the guesses.
func (d *doc) contentStart(v int, f form) int {
	end := d.end()
	if d.headlined(v, f) {
		return v + 1
	}
	for j := v + 1; j < end; j++ {
		if d.Tokens[j].Quote != 0 && d.kind(j) != token.Open {
			continue
		}
		w := d.word(j)
		switch {
		case d.kind(j) == token.Colon:
			return j + 1
		case d.kind(j) == token.Open && f.object && !f.participle && j > v+2 && d.Quotes[d.Tokens[j].Quote-1].Last >= end-1:
			return d.objectStart(v, j)
		case d.kind(j) == token.Open && d.opensSpeech(j, v):
			return j
		case d.kind(j) != token.Word:
			continue
		case that(w) && !strings.HasPrefix(w, "و"):
			switch p := d.word(j - 1); {
			case preposition(p) && j-1 > v:
				return j - 1
			case f.whom && strings.HasPrefix(w, "ب"):
				return d.objectStart(v, j)
			}
			return j
		case d.governed(w, f) && j > v && (!f.object || j == v+1 || len(f.preps) > 0):
			if f.object && f.whom {
				return d.objectStart(v, j)
			}
			return j
		case j > v+1 && f.other(w, d, j):
			return d.object(v, j, f)
		case f.object && !f.strict && j > v && (w == "ذلك" || w == "ما" || w == "عدم" || w == "وجود" || w == "هذه" || w == "هذا" || w == "اي" || w == "جميع"):
			return j
		}
	}
	return d.object(v, end, f)
}

// other reports that another cue begins, so that the content is not behind it.
func (f form) other(w string, d *doc, j int) bool {
	g, ok := lookup(w)
	return ok && g.verb != f.verb && (d.kind(j-1) == token.Comma || strings.HasPrefix(w, "و")) && (!g.strict || d.kind(j+1) == token.Colon)
}

// governed reports a preposition of the verb: إلى, or ب written with its noun.
func (d *doc) governed(w string, f form) bool {
	for _, p := range f.preps {
		if p == "ب" {
			if strings.HasPrefix(w, "ب") && len([]rune(w)) > 3 && !notWithB(w) {
				return true
			}
		} else if w == p {
			return true
		}
	}
	return false
}

// notWithB tells words that begin with ب of their own, or only say how and for
// whom.
func notWithB(w string) bool {
	switch w {
	case "باسم", "بعد", "بين", "بلاده", "بلادها", "بيان", "بشان", "بدوره", "بدورها", "بلديه", "بنك", "برلمان", "بعض", "بشده", "بسرعه", "بوضوح", "بينما", "بحسب",
		"باحث", "برنامج", "بطل", "بلاغ", "بعيدا", "بعثه", "بريد", "بروفيسور", "بطريرك", "بائع":
		return true
	}
	// With بو foreign names begin, but بوقف and بوجود have ب before a noun.
	if rest, ok := strings.CutPrefix(w, "بو"); ok {
		return strings.IndexAny(rest, "قجضص") != 0
	}
	return strings.HasPrefix(w, "بن") && len([]rune(w)) < 6
}

// opensSpeech tells a quotation of speech from a name in quote marks, which stands
// behind the noun that it names and is short. Speech has four words or more: with
// two, 1.3 points are lost on the open half of the Arabic set.
func (d *doc) opensSpeech(j, v int) bool {
	q := d.Quotes[max(0, d.Tokens[j].Quote-1)]
	if j == v+1 {
		return !that(d.word(q.Last)) || strings.HasPrefix(d.word(q.Last), "و") // قالت «الفنار» إن
	}
	return q.Last-q.First > 5 || d.kind(j-1) == token.Comma || j+3 > d.end() || q.Last >= d.end() && q.Last-q.First > 3
}

// theirs tells a verb in the plural, which has its subject before it: الأعضاء أيدوا
// الاتفاق. Before its subject Arabic leaves the verb in the singular.
func theirs(w string) bool { return strings.HasSuffix(w, "وا") }

// subjectBehind is the noun phrase between the verb and its content.
func (d *doc) subjectBehind(v, j int, f form) token.Run {
	first, last := v+1, v+1
	if theirs(d.word(v)) {
		return token.Run{First: first, Last: last}
	}
	for i := first; i < j; i++ {
		w := d.word(i)
		if d.Tokens[i].Quote == 0 {
			if g, ok := lookup(w); ok && g.participle && (i > first || w != "متحدثه") {
				break // وأضاف قائلاً; a متحدثة is who speaks, though
			}
			if d.kind(i) == token.Colon || adverbial(w) || dated(w, d.word(i+1)) || w == "في" && (occasion(d.word(i+1)) || d.kind(i-1) == token.Comma) || strings.HasPrefix(w, "لل") && i > first && d.kind(i-1) != token.Word {
				break
			}
			if d.kind(i) == token.Comma && (adverbial(d.word(i+1)) || d.word(i+1) == "في" || i+1 >= j) {
				break
			}
			// A preposition right behind the verb means that nobody is named; later ones (وزير من
			// الحزب) may be of the name.
			if that(w) || preposition(w) && i == first || w == "نقلا" || w == "علي" && (d.word(i+1) == "ما" || platform(d.word(i+1))) {
				break
			}
			if w == "ل" && d.kind(i+1) == token.Open { // لـ«الفنار»
				break
			}
			if i > first && strings.HasPrefix(w, "لوسائل") || w == "الي" && i+1 == j {
				break
			}
		}
		last = i + 1
	}
	return token.Run{First: first, Last: last}
}

// platform tells where, behind على, people write.
func platform(w string) bool {
	switch w {
	case "منصه", "حسابه", "حسابها", "صفحته", "صفحتها", "موقع", "موقعه", "موقعها", "تويتر", "اكس", "فيسبوك", "فيس", "تلغرام", "تيليغرام", "انستغرام", "هامش":
		return true
	}
	return false
}

// subjectBefore is the noun phrase that begins the clause in which the verb
// stands second: الوزير نفى.
func (d *doc) subjectBefore(v int) token.Run {
	g := d.cueStart(v)
	i := g
	for i > d.s.First && !that(d.word(i-1)) && (d.kind(i-1) == token.Word || d.kind(i-1) == token.Open || d.kind(i-1) == token.Close || d.Tokens[i-1].Quote != 0) {
		i--
	}
	if d.kind(g-1) == token.Comma { // كتلة الإنصاف، التي صوتت ضده، أعلنت
		c := g - 2
		for c > d.s.First && d.kind(c) != token.Comma {
			c--
		}
		// Only a relative clause between commas keeps the subject before it for this verb.
		if c > d.s.First && relative(d.word(c+1)) {
			return token.Run{First: d.s.First, Last: g}
		}
		return token.Run{}
	}
	for i < g && connective(d.word(i)) {
		i++
	}
	w := d.word(i)
	if i >= g || preposition(w) || adverbial(w) || strings.HasPrefix(w, "ب") && len(w) > 6 || g-i > 9 || verbLike(w) {
		if p := d.word(g - 1); p == "الذي" || p == "التي" || p == "الذين" {
			return token.Run{First: g - 1, Last: g}
		}
		return token.Run{}
	}
	return token.Run{First: i, Last: g}
}

// connective tells words that begin a clause and stand before its subject.
func connective(w string) bool {
	switch w {
	case "لكن", "ولكن", "اما", "وكان", "وكانت", "كما", "غير", "ان", "الا", "ثم", "و", "فيما", "بينما", "كان", "كانت":
		return true
	}
	return false
}

// verbLike tells what is likely a verb at a clause's start, by its prefix.
func verbLike(w string) bool {
	return strings.HasPrefix(w, "ي") || strings.HasPrefix(w, "وي") || strings.HasPrefix(w, "است") || strings.HasPrefix(w, "من") && len(w) < 10
}

// contentEnd is where what was said ends: with its sentence, or where the next
// cue begins. Arabic joins whole reports with و in one sentence, so a verb behind it
// is asked without a comma, too.
func (d *doc) contentEnd(j int) int {
	end := d.end()
	for i := j; i < end; i++ {
		if d.Tokens[i].Quote != 0 || d.kind(i) != token.Comma && i > j && !strings.HasPrefix(d.word(i), "و") {
			continue
		}
		k := i
		if d.kind(i) == token.Comma {
			k = i + 1
		}
		if d.cueAt(k, d.kind(i) == token.Comma) {
			return i
		}
	}
	return end
}

// cueAt reports that a statement begins at token k.
func (d *doc) cueAt(k int, comma bool) bool {
	w := d.word(k)
	if comma {
		switch w {
		case "بحسب", "حسب", "وفق", "وفقا", "نقلا", "طبقا", "فيما", "بينما", "قبل":
			return true
		case "علي":
			return d.word(k+1) == "حد" || d.word(k+1) == "ما"
		case "كما", "ثم", "لكن":
			_, ok := lookup(d.word(k + 1))
			return ok
		}
	}
	f, ok := d.lookupAt(k)
	if !ok || definite(w) || f.strict {
		return false
	}
	// Behind و alone a verb must have its clause beside it: many a word with و looks like one.
	return comma || d.kind(k+1) == token.Colon || that(d.word(k+1))
}

// behindQuote reports that a quotation and at most a comma stand before the verb.
func (d *doc) behindQuote(v int) bool {
	p := d.cueStart(v) - 1
	if p >= d.s.First && d.word(p) == "كما" {
		p--
	}
	if p >= d.s.First && d.kind(p) == token.Comma {
		p--
	}
	return p >= d.s.First && d.kind(p) == token.Close
}

// credited reads "…"، قال فلان، "…".
func (d *doc) credited(v int, f form, out found) bool {
	// وقال behind a quotation begins a report of its own and does not credit it.
	if strings.HasPrefix(d.word(v), "و") {
		if _, bare := lexicon()[d.word(v)]; !bare {
			return false
		}
	}
	end := d.end()
	i := v + 1
	for i < end && d.kind(i) == token.Word && !adverbial(d.word(i)) && !(d.word(i) == "في" && occasion(d.word(i+1))) || i < end && d.Tokens[i].Quote != 0 && i > v+1 && d.kind(i-1) == token.Word {
		if that(d.word(i)) {
			return false
		}
		i++
	}
	if d.kind(i) == token.Colon {
		return false
	}
	q := d.cueStart(v) - 1
	for d.kind(q) != token.Close {
		q--
	}
	first := d.Quotes[d.Tokens[q].Quote-1].First
	// What a cue before has taken is not given a second speaker.
	for _, g := range d.found {
		if g.content[0].First <= first && g.content[len(g.content)-1].Last > first {
			return false
		}
	}
	out.content = []token.Run{{First: first, Last: q + 1}}
	if d.kind(i) == token.Comma && d.kind(i+1) == token.Word && !adverbial(d.word(i+1)) && !d.cueAt(i+1, true) && i+1 < end {
		for i++; i < end && d.kind(i) != token.Comma && d.kind(i) != token.Open; i++ {
		}
	}
	out.source = []token.Run{{First: v + 1, Last: i}}
	if f.participle {
		out.source = nil
	}
	for ; i < end; i++ {
		if d.kind(i) == token.Open && d.kind(i-1) == token.Comma {
			out.content = append(out.content, token.Run{First: i, Last: d.Quotes[d.Tokens[i].Quote-1].Last})
			break
		}
		if _, ok := lookup(d.word(i)); ok {
			break
		}
	}
	out.content = append(out.content, d.nextQuotes()...)
	return d.add(out)
}

// nextQuotes are the sentences behind that are all quotation, in the paragraph.
func (d *doc) nextQuotes() []token.Run {
	var out []token.Run
	for n := d.index + 1; n < len(d.Sentences) && d.Sentences[n].Para == d.s.Para; n++ {
		s := d.Sentences[n]
		if d.kind(s.First) != token.Open || s.Last-d.Quotes[d.Tokens[s.First].Quote-1].Last > 1 {
			break
		}
		out = append(out, s.Run)
	}
	return out
}
