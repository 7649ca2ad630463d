package arabic

import (
	"strings"

	"dateline/internal/annotate/token"
)

// phraseCue reads بحسب، وفقاً لـ، نقلاً عن، على حد قول at token i and returns the
// token behind the cue, or i.
func (d *doc) phraseCue(i int) int {
	next := d.phraseEnd(i)
	if next == i {
		return i
	}
	end := d.end()
	last := next
	for last < end && !(d.kind(last) == token.Comma && d.Tokens[last].Quote == 0) && !that(d.word(last)) {
		last++
	}
	f := found{source: []token.Run{{First: next, Last: last}}, cue: []token.Run{{First: i, Last: next}}}
	if f.source[0].First == last { // حسب قوله: who spoke before in the sentence
		if !d.tellsWho(next - 1) {
			return i
		}
		f.source = nil
		for _, g := range d.found {
			if g.sentence == d.index {
				f.source = g.source
			}
		}
	}
	switch {
	case last < end && that(d.word(last)): // ذكرت الوكالة نقلا عن بيان أن …
		f.content = []token.Run{{First: last, Last: d.contentEnd(last)}}
	// In front (بحسب الوزارة، …) it credits what follows its comma, else what stands before it.
	case i == d.s.First && last < end:
		f.content = []token.Run{{First: last, Last: d.contentEnd(last + 1)}}
	case i > d.s.First:
		f.content = []token.Run{{First: d.phraseContent(i), Last: i}}
	}
	d.add(f)
	return next
}

// tellsWho reports a word that stands for the speaker, by the pronoun written to it
// (قوله, تعبيرها) or as a verb does (بحسب ما أعلن). Behind any other a name is missing.
func (d *doc) tellsWho(i int) bool {
	w := d.word(i)
	_, verb := lookup(w)
	return verb || strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ها") || strings.HasSuffix(w, "هم")
}

// phraseContent is where what a phrase behind it credits begins: at the quotation
// right before it, else at the sentence's start.
func (d *doc) phraseContent(i int) int {
	p := i - 1
	if d.kind(p) == token.Comma {
		p--
	}
	if d.kind(p) == token.Close && d.Tokens[p].Quote > 0 {
		// Shorter ones are names: ميناء «الفنار»، بحسب الوزارة credits the sentence.
		if q := d.Quotes[d.Tokens[p].Quote-1]; q.Last-q.First > 5 {
			return q.First
		}
	}
	return d.s.First
}

// phraseEnd is behind the words of such a phrase at token i, i where none stands. حسب
// and وفق also lead on to other things (حسب الأصول, وفق الاتفاق), so the word behind decides.
func (d *doc) phraseEnd(i int) int {
	w := strings.TrimPrefix(d.word(i), "و")
	next := d.word(i + 1)
	switch {
	case w == "بحسب" || w == "حسب" && next != "عدد" && next != "الاصول":
		return d.pastVerb(i+1, next)
	case (w == "وفق" || w == "فق") && (next == "ما" || !strings.HasPrefix(next, "الا")):
		return d.pastVerb(i+1, next)
	case (w == "وفقا" || w == "فقا" || w == "طبقا") && strings.HasPrefix(next, "ل"):
		if next == "لما" {
			return d.pastVerb(i+1, "ما")
		}
		return i + 1
	case w == "حسبما" || w == "بحسبما" || w == "وفقما" || w == "فقما":
		if _, ok := lookup(next); ok {
			return i + 2
		}
	case w == "نقلا" && next == "عن":
		return i + 2
	case w == "براي":
		return i + 1
	case w == "في" && (next == "راي" || next == "نظر"):
		return i + 2
	case w == "من" && next == "وجهه" && d.word(i+2) == "نظر":
		return i + 3
	case w == "علي" && next == "حد":
		return i + 3
	case w == "علي" && next == "ما" || w == "كما" && i > d.s.First:
		k := i + 1
		if w == "علي" {
			k++
		}
		if _, ok := lookup(d.word(k)); ok && !that(d.word(k+1)) && d.kind(i-1) != token.Stop && d.shortEnd(k) {
			return k + 1
		}
	}
	return i
}

// pastVerb goes over "what … announced": بحسب ما أعلنت.
func (d *doc) pastVerb(i int, w string) int {
	if w != "ما" {
		if saying(w) {
			return i + 1
		}
		return i
	}
	if v := d.word(i + 1); (v == "جاء" || v == "ورد") && d.word(i+2) == "في" {
		return i + 3
	} else if toldIt(v) {
		return i + 2
	}
	return i + 1
}

// toldIt tells a verb of reporting, also with what it told written to it: بحسب ما
// ذكره، وفقاً لما نقلته.
func toldIt(w string) bool {
	for _, verb := range []string{w, strings.TrimSuffix(w, "ه"), strings.TrimSuffix(w, "ها")} {
		if _, ok := lookup(verb); ok {
			return true
		}
		switch verb {
		case "نقل", "نقلت", "نشر", "نشرت":
			return true
		}
	}
	return false
}

// saying tells the noun by which somebody is quoted: his saying, her saying.
func saying(w string) bool { return w == "قوله" || w == "قولها" || w == "قولهم" }

// shortEnd reports that only a name stands between token k and the sentence's end
// or a comma.
func (d *doc) shortEnd(k int) bool {
	for i := k + 1; i < d.end(); i++ {
		if d.kind(i) == token.Colon || that(d.word(i)) || d.kind(i) == token.Open && i == k+1 {
			return false
		}
		if d.kind(i) == token.Comma {
			return true
		}
	}
	return d.end()-k < 12
}

// relayed reads "نقلت صحيفة عن دبلوماسي قوله إن" as two: who relays, and who spoke;
// and "جاء في بيان".
func (d *doc) relayed(i int) bool {
	w := strings.TrimPrefix(d.word(i), "و")
	if w == "جاء" && d.word(i+1) == "في" {
		j := d.contentStart(i+1, form{verb: &verb{}})
		return j > 0 && d.add(found{source: []token.Run{{First: i + 2, Last: d.nameEnd(i+2, j)}}, cue: []token.Run{{First: i, Last: i + 2}}, content: []token.Run{{First: j, Last: d.contentEnd(j)}}})
	}
	if w != "نقل" && w != "نقلت" && w != "ينقل" && w != "تنقل" {
		return false
	}
	from, said := d.fromWhom(i)
	// نقلت الشاحنة البضائع carried something else.
	if from < 0 || said < 0 {
		return false
	}
	first := said // أن begins what was said, قوله stands before it
	if saying(d.word(said)) {
		first++
	}
	inner := found{cue: []token.Run{{First: from, Last: from + 1}}, content: []token.Run{{First: first, Last: d.contentEnd(first)}}}
	if d.word(from) == "عن" { // عنه leaves who spoke to the sentence before
		inner.source = []token.Run{{First: from + 1, Last: said}}
	}
	if first > said {
		inner.cue = append(inner.cue, token.Run{First: said, Last: first})
	}
	who := token.Run{First: i + 1, Last: from}
	if d.word(from) != "عن" && from == i+1 { // نقلت عنه الوكالة قوله
		who = token.Run{First: from + 1, Last: said}
	}
	if who.First == who.Last {
		inner.cue[0].First = i
		return d.add(inner)
	}
	d.add(found{source: []token.Run{who}, cue: []token.Run{{First: i, Last: i + 1}}, content: []token.Run{{First: from, Last: inner.content[0].Last}}})
	return d.add(inner)
}

// fromWhom finds عن or عنه and the قوله or أن behind it; -1 for what is not there.
func (d *doc) fromWhom(i int) (from, said int) {
	from, said = -1, -1
	for j := i + 1; j < d.end(); j++ {
		switch v := d.word(j); {
		case from < 0 && (v == "عن" || v == "عنه" || v == "عنها" || v == "عنهم"):
			from = j
		case from > 0 && said < 0 && (saying(v) || that(v) && d.Tokens[j].Quote == 0):
			said = j
		}
	}
	return from, said
}

// nameEnd is where the name ends that starts at token i: at a colon, a comma or أن, at
// j at the latest.
func (d *doc) nameEnd(i, j int) int {
	for k := i; k < j; k++ {
		if d.kind(k) == token.Colon || d.kind(k) == token.Comma || that(d.word(k)) {
			return k
		}
	}
	return j
}

// heading reads "مصدر: …" and the turns of an interview: a name of few words and a
// colon begin the paragraph, and no verb of reporting stands before it.
func (d *doc) heading() bool {
	para := d.Paras[d.s.Para]
	if d.s.First != para.First {
		return false
	}
	i := d.s.First
	if d.kind(i) == token.Dash {
		i++
	}
	first := i
	for i < d.s.Last && i-first < 5 && (d.kind(i) == token.Word || d.Tokens[i].Quote != 0) {
		if _, ok := lookup(d.word(i)); ok || saying(d.word(i)) || strings.TrimPrefix(d.word(i), "و") == "جاء" { // نقلت الصحيفة عن المدير قوله: …
			return false
		}
		i++
	}
	// Without its dash such a line counts only as the first of a text, where headlines have it.
	turn := d.kind(d.s.First) == token.Dash
	if i == first || d.kind(i) != token.Colon || !turn && d.s.Para > 0 {
		return false
	}
	return d.add(found{source: []token.Run{{First: first, Last: i}}, cue: []token.Run{{First: i, Last: i + 1}}, content: []token.Run{{First: i + 1, Last: para.Last}}})
}

// loose lets a paragraph that is all quotation go on with the statement before it.
func (d *doc) loose() {
	for n, q := range d.Quotes {
		para := d.Paras[q.Para]
		if d.Tokens[q.First].Quote != n+1 || q.First != para.First || para.Last-q.Last > 1 {
			continue
		}
		best := -1
		for k, f := range d.found {
			last := f.content[len(f.content)-1].Last
			if last <= q.First && d.Tokens[last-1].Quote != 0 && f.para >= q.Para-2 && f.para < q.Para && (best < 0 || f.order() >= d.found[best].order()) {
				best = k
			}
		}
		if best >= 0 {
			d.found[best].content = append(d.found[best].content, q.Run)
		}
	}
}
