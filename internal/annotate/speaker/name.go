package speaker

import (
	"sort"
	"strings"

	"dateline/internal/annotate/statement"
	"dateline/internal/annotate/token"
)

// A name is a person's name in the text, without titles.
type name struct {
	text, first, family string
	generation          string // jr, iii
	end                 int    // byte behind it
	gender              gender
}

// newName takes a name apart, of one word or more; one word is first and family name.
func newName(text string) name {
	words, generation := strings.Fields(straight(text)), ""
	if last := len(words) - 1; last > 0 {
		if generation = Generation(words[last]); generation != "" {
			words = words[:last] // nobody's family name is III
		}
	}
	return name{text: text, first: words[0], family: words[len(words)-1], generation: generation}
}

// shortIs reports that a text may call the person so: by the family name, with the
// small words before it (bin Salman) or not.
func (n name) shortIs(short string) bool {
	if strings.Contains(short, " ") {
		text := straight(n.text)
		at := len(text) - len(short)
		return at > 0 && text[at-1] == ' ' && strings.EqualFold(text[at:], short)
	}
	return strings.EqualFold(n.family, short) || familyFirst(short) && strings.EqualFold(n.first, short)
}

// straight writes O’Hara like O'Hara: one text may have both.
func straight(text string) string { return strings.ReplaceAll(text, "’", "'") }

// same reports two forms of one name: Donald Trump and Donald J. Trump.
func (n name) same(m name) bool {
	return n.first == m.first && n.family == m.family && n.generation == m.generation
}

// fullNames are the names of two words to four. A headline in which all words
// begin with a capital tells none: Black Lawmakers Rip Otto Bell is nobody.
func fullNames(t *token.Text) []name {
	var out []name
	for _, s := range t.Sentences {
		if headline(t.Tokens[s.First:s.Last]) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			run := runAt(t.Tokens, i, s.Last)
			if own := withoutTitles(t.Tokens, run); own.Last-own.First >= 2 && own.Last-own.First <= 4 && !leadsFamily(t.Tokens[own.First].Low) {
				n := newName(spelled(t, own))
				n.end, n.gender = t.Tokens[own.Last-1].End, genderOf(n.text, n.text)
				out = append(out, n)
			}
			i = max(i, run.Last-1)
		}
	}
	return out
}

// headline reports a sentence of four words and more that all begin with a capital,
// but for small ones.
func headline(tokens []token.Token) bool {
	words := 0
	for _, tok := range tokens {
		if tok.Kind != token.Word {
			continue
		}
		if words++; !tok.Upper && !stopWord(tok.Low) {
			return false
		}
	}
	return words >= 4
}

// runAt is the run of capitals that starts at token i, with small words of names
// (de, bin) between two of them.
func runAt(tokens []token.Token, i, last int) token.Run {
	j := i
	for j < last && tokens[j].Kind == token.Word {
		tok := tokens[j]
		if tok.Upper && !stopWord(tok.Low) || !tok.Upper && j > i && j+1 < last && particle(tok.Low) { // de la Cruz has two
			j++
			continue
		}
		break
	}
	for j > i && !tokens[j-1].Upper {
		j--
	}
	return token.Run{First: i, Last: j}
}

// withoutTitles is what stands behind the last title of a run: Massachusetts Sen.
// Ann Ray is Ann Ray.
func withoutTitles(tokens []token.Token, r token.Run) token.Run {
	for k := r.Last - 1; k >= r.First; k-- {
		if k == r.Last-2 && Generation(tokens[r.Last-1].Low) != "" {
			continue // Martin Luther King III
		}
		if owner := k < r.Last-1 && strings.HasSuffix(tokens[k].Low, "'s"); owner || title(tokens[k].Low) { // the Post's Ann Ray
			r.First = k + 1
			break
		}
	}
	return r
}

// spelled is a run as the text writes it, without the genitive at its end.
func spelled(t *token.Text, r token.Run) string {
	text := t.Body[t.Tokens[r.First].Start:t.Tokens[r.Last-1].End]
	return strings.TrimSuffix(strings.TrimSuffix(text, "’s"), "'s")
}

// headName is the name at the head of a source, or the one that a comma puts beside
// an office: the mayor of Tamar, Otto Bell.
func (r *resolver) headName(source statement.Span) (string, bool) {
	tokens := r.text.Tokens
	i := sort.Search(len(tokens), func(i int) bool { return tokens[i].Start >= source.Start })
	if n, ok := r.nameFrom(i, source.End); ok {
		return n, true
	}
	comma := i
	for office := false; comma < len(tokens) && tokens[comma].End <= source.End; comma++ {
		if w := tokens[comma].Low; w == "and" || w == "or" || w == "nor" || w == "," && !office {
			return "", false
		}
		if tokens[comma].Kind == token.Comma {
			break
		}
		office = office || !tokens[comma].Upper && holder(tokens[comma].Low) || title(tokens[comma].Low)
	}
	run := runAt(tokens, min(comma+1, len(tokens)), len(tokens))
	if run.Last-run.First < 2 || tokens[run.Last-1].End > source.End || !endsBeside(tokens[run.Last:], source.End) {
		return "", false
	}
	return r.nameFrom(comma+1, tokens[run.Last-1].End)
}

// endsBeside reports that a source ends here, or goes on with more about whom it has
// just named: behind any other word the name is a part of something longer.
func endsBeside(behind []token.Token, limit int) bool {
	if len(behind) == 0 || behind[0].End > limit || behind[0].Kind == token.Left {
		return true
	}
	if len(behind) < 2 || behind[0].Kind != token.Comma {
		return false
	}
	w := behind[1].Low
	return behind[1].End > limit || article(w) || w == "who" || w == "whose"
}

// holder tells who has an office or a trade. The operator, Bell Shipping, is nobody.
func holder(w string) bool {
	switch w {
	case "leader", "head", "doctor", "lawyer", "coach", "manager", "analyst", "economist", "teacher", "resident", "witness", "engineer", "envoy", "adviser", "advisor", "lawmaker",
		"driver", "worker", "fisherman", "fisher", "nurse", "student", "shopkeeper", "baker", "mechanic", "lecturer", "historian", "politician", "artist", "writer", "singer", "actor",
		"chair", "member", "organiser", "organizer", "volunteer", "survivor", "neighbour", "neighbor", "relative", "friend", "colleague", "trader", "strategist", "consultant",
		"architect", "inspector", "investigator", "surgeon", "physician", "veteran", "soldier", "priest", "rabbi", "bishop", "journalist", "reporter", "correspondent", "columnist",
		"author", "farmer", "pilot", "editor", "researcher", "scientist", "expert", "founder", "owner", "activist", "prosecutor", "treasurer", "premier", "negotiator", "commander":
		return true
	}
	return title(w) || titleGender(w) != unknown
}

// nameFrom is the name between token i and a byte, before what stands beside it and
// before a preposition. It must end there: in "a narrator in the Ray ad", "the Ray
// campaign" and "Ray and Bell" nobody speaks who is called Ray.
func (r *resolver) nameFrom(i, limit int) (string, bool) {
	tokens := r.text.Tokens
	end := i
	for end < len(tokens) && tokens[end].End <= limit && tokens[end].Kind == token.Word && !endsHead(tokens[end].Low) {
		if w := tokens[end].Low; w == "and" || w == "or" || w == "nor" {
			return "", false
		}
		end++
	}
	for k := i; k < end; k++ {
		run := runAt(tokens, k, end)
		if run.Last < end {
			k = max(k, run.Last-1)
			continue
		}
		run = withoutTitles(tokens, run)
		if run.First >= run.Last || run.Last-run.First > 4 || run.First > i && article(tokens[run.First-1].Low) {
			return "", false
		}
		n := spelled(r.text, run)
		return n, genderOf(n, n) != body
	}
	return "", false
}

// article tells what stands before no name (the Ray campaign) and, behind a comma, before
// what is told of one: Ray, a farmer.
func article(w string) bool { return w == "the" || w == "a" || w == "an" }

// endsHead tells the words with which something beside the name begins.
func endsHead(w string) bool {
	switch w {
	case "of", "in", "for", "at", "from", "with", "on", "to", "by", "as", "who", "whose", "whom", "which", "that", "via", "during":
		return true
	}
	return false
}

// endingAt is the name that stands right before a relative pronoun.
func (r *resolver) endingAt(start int) (name, bool) {
	k := sort.Search(len(r.names), func(i int) bool { return r.names[i].end > start }) - 1
	// A comma and a blank may stand between: Ray, who said.
	if k >= 0 && start-r.names[k].end <= len(", ")+1 {
		return r.names[k], true
	}
	return name{}, false
}

// fullest is the only full name of the text that n may be short for and that is
// not of the other gender. named is false when there is none or more than one.
func (r *resolver) fullest(n string, g gender) (text string, named bool) {
	small, _, several := strings.Cut(n, " ")
	if several && !leadsFamily(strings.ToLower(small)) {
		return n, true
	}
	n = straight(n)
	var found name
	for _, f := range r.names {
		if !f.shortIs(n) || f.gender.against(g) || found.text != "" && found.same(f) && len(f.text) <= len(found.text) {
			continue
		}
		// Two persons have the name: nobody can say which is meant.
		if found.text != "" && !found.same(f) {
			return "", false
		}
		found = f
	}
	if found.text == "" {
		return n, false
	}
	return found.text, true
}

// familyFirst tells family names of China, Korea and Vietnam, which stand first: Xi
// Jinping is Xi.
func familyFirst(n string) bool {
	switch n {
	case "Xi", "Li", "Wang", "Zhang", "Liu", "Chen", "Yang", "Huang", "Zhao", "Wu", "Zhou", "Xu", "Sun", "Ma", "Zhu", "Hu", "Lin", "He", "Guo", "Qin", "Han", "Jiang", "Deng",
		"Tsai", "Lai", "Kim", "Lee", "Park", "Choi", "Moon", "Yoon", "Jung", "Kang", "Cho", "Nguyen", "Tran", "Pham", "Le":
		return true
	}
	return false
}

// particle tells small words within a name, written small or not: Ursula von der Leyen.
func particle(w string) bool {
	switch w {
	case "de", "la", "van", "von", "der", "bin", "ben", "al", "el", "du", "da", "di":
		return true
	}
	return false
}

// leadsFamily tells a small word with which a family name alone begins: Bin Salman
// said. Ben, Al and Van are as often first names.
func leadsFamily(w string) bool {
	return particle(w) && w != "ben" && w != "al" && w != "van"
}

// stopWord tells words that a capital at a sentence's start makes no name.
func stopWord(w string) bool {
	switch w {
	case "the", "a", "an", "but", "and", "or", "nor", "so", "in", "on", "at", "by", "from", "to", "of", "with", "under", "over", "during", "despite", "since", "until",
		"like", "unlike", "he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their", "our", "my", "your", "as", "for", "if", "when", "while", "after",
		"before", "this", "that", "these", "those", "here", "there", "some", "many", "most", "few", "several", "all", "both", "each", "every", "another", "other", "one",
		"two", "three", "no", "not", "yes", "well", "what", "how", "why", "who", "where", "which", "whether", "because", "although", "though", "then", "now", "still",
		"even", "also", "yet", "only", "just", "such", "asked", "said", "according", "following", "instead", "meanwhile", "however", "indeed",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "april", "june", "july", "august", "september", "october",
		"november", "december", "republicans", "democrats", "americans", "critics", "experts", "officials", "people":
		return true
	}
	return false
}

// title tells words before a name that are no part of it.
func title(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "govs", "gen", "lt", "col", "sgt", "capt", "maj", "rev", "del", "adm", "cmdr", "sir", "lord", "president",
		"senator", "senators", "governor", "mayor", "minister", "prime", "secretary", "representative", "congressman", "congresswoman", "judge", "justice", "chairman",
		"chairwoman", "former", "vice", "attorney", "general", "spokesman", "spokeswoman", "spokesperson", "king", "queen", "prince", "princess", "pope", "speaker",
		"ambassador", "professor", "director", "republican", "democrat", "democratic", "gop", "chief", "officer", "captain", "deputy", "first", "lady", "foreign",
		"press", "state", "aide", "kremlin", "u.s.", "us", "nominee", "candidate", "ceo", "chancellor", "commissioner", "superintendent", "sheriff", "police":
		return true
	}
	return false
}
