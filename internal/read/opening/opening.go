package opening

import (
	"strings"
	"unicode/utf8"

	"dateline/internal/lang"
	"dateline/internal/read/when"
)

// reach is how many bytes of a paragraph an opening may take.
const reach = 220

// Split returns the opening of a first paragraph and the rest of it. Without an
// opening the rest is the whole paragraph. Outlets are names of the page's own
// outlet, which may stand as credit without parentheses: "المدينة نيوز :- …".
func Split(s string, outlets ...string) (Opening, string) {
	if o, rest, ok := outletFirst(s, outlets); ok {
		return o, rest
	}
	if o, rest, ok := dayFirst(s); ok {
		return o, rest
	}
	if o, rest, ok := creditAlone(s); ok {
		return placed(o, rest)
	}
	if o, ok := alone(s); ok {
		return o, ""
	}
	if o, ok := houseAlone(s, outlets); ok {
		return o, ""
	}
	if o, rest, ok := placeAndOutlet(s, outlets); ok {
		return o, rest
	}
	if o, rest, ok := dashed(s); ok {
		return o, rest
	}
	// Shapes with no dash behind them come last: less tells the opening from the text there.
	for _, unusual := range [...]func(string) (Opening, string, bool){placeColon, withoutDash, slashed, glued, datedAgency, isna} {
		if o, rest, ok := unusual(s); ok {
			return o, rest
		}
	}
	return Opening{}, s
}

// dashed reads an opening that ends in a dash, or in a colon after a credit.
func dashed(s string) (Opening, string, bool) {
	seps := separators(s)
	// From the last one back: an opening has dashes inside ("القاهرة - 3 يوليو (أ ش أ) -"), and
	// what is understood to the furthest is the whole of it.
	for i := len(seps) - 1; i >= 0; i-- {
		o, ok := head(s[:seps[i].from])
		rest := strings.TrimLeft(s[seps[i].to:], " ")
		// Behind an agency and before a colon stands who said it: «وطنية - باسيل: …».
		said := s[seps[i].from] == ':' && leads(o.Credit) && strings.HasPrefix(s, o.Credit) && o.Dateline.Place != "" && !IsPlace(o.Dateline.Place)
		// Behind a place or an agency alone a small letter goes on with the sentence: "Cairo – the
		// largest city – was flooded".
		alone := o.Dateline.Date == "" && (o.Dateline.Place == "" || o.Credit == "")
		if !ok || said || alone && beginsSmall(rest) {
			continue
		}
		o, rest = follow(o, rest)
		return o, rest, true
	}
	return Opening{}, s, false
}

// alone reads a paragraph that is an opening and nothing else: "بيروت – النشرة".
func alone(s string) (Opening, bool) {
	if utf8.RuneCountInString(s) > 80 || strings.HasSuffix(s, ".") {
		return Opening{}, false
	}
	s = strings.Trim(s, " :|") // papers of the Gulf set it between bars: «| واشنطن - من محمد علي |»
	o, ok := head(s)
	if !ok {
		o, ok = compound(s)
	}
	filed := o.Credit != "" && words(o.Credit) <= 3 || o.Byline != ""
	return o, ok && filed && (o.Dateline.Place != "" || o.Byline != "" && o.Credit != "") && (utf8.RuneCountInString(s) <= 40 || o.Dateline.Date != "")
}

// outletFirst reads an outlet's name and a separator.
func outletFirst(s string, outlets []string) (Opening, string, bool) {
	for _, o := range outlets {
		after, ok := strings.CutPrefix(s, o)
		if !ok || utf8.RuneCountInString(o) < 3 {
			continue
		}
		rest := strings.TrimLeft(after, " :-–—/|؛ـ")
		// Without a sign the name is the subject of a sentence, without a space half of a compound.
		if cut := after[:len(after)-len(rest)]; strings.ContainsAny(cut, ":-–—/|؛ـ") && strings.Contains(cut, " ") && len(rest) > 40 {
			out := Opening{Credit: o}
			if i := strings.IndexAny(rest, ":-–—/"); i > 0 && ownReport(rest[:i]) { // «صدى الساحل ـ خاص - …»
				rest = strings.TrimLeft(rest[i:], " :-–—/")
			}
			// «عصر بندر؛ مریم کاظمی- …», as news sites of Iran begin.
			if name, text, ok := strings.Cut(rest[:min(len(rest), reach)], "-"); ok && strings.Contains(cut, "؛") && strings.HasPrefix(text, " ") && out.person(name) {
				rest = strings.TrimLeft(rest[len(name)+1:], " ")
			}
			if out.Byline == "" && hasArabic(o) {
				out, rest = placed(out, rest) // «نبض الوطن : صيدا : …»
			}
			return out, rest, true
		}
	}
	return Opening{}, s, false
}

// placeAndOutlet reads a place, the outlet's own name and a separator: «المرسى -
// صحيفة المرسى: …». A name that nobody knows for a place may be a person's, so that it
// must be one word of Arabic, or stand in capitals.
func placeAndOutlet(s string, outlets []string) (Opening, string, bool) {
	for _, o := range outlets {
		i := strings.Index(s[:min(len(s), reach)], o)
		if utf8.RuneCountInString(o) < 3 || i <= 0 {
			continue
		}
		before, after := s[:i], s[i+len(o):]
		place, rest := strings.TrimRight(before, " -–—/:«\"(،,"), strings.TrimLeft(after, " -–—/:»\")")
		sure := IsPlace(place) || isUpper(place) || hasArabic(place) && words(place) == 1 && !saysSo(place)
		signs := after[:len(after)-len(rest)]
		if text, ok := strings.CutPrefix(after, ". "); ok && hasArabic(place) && strings.ContainsAny(before[len(place):], "-–—/") {
			signs, rest = ".", text // «صيدا - الموج. أعلن», as Sputnik begins
		}
		ended := strings.ContainsAny(signs, ":-–—/.") && len(rest) > 40
		if sure && looksLikePlace(place) && place != strings.TrimRight(before, " ") && (ended || rest == "") {
			if known(place) { // «وكالات – صدى الساحل: …»
				return Opening{Credit: place}, rest, true
			}
			out := Opening{Credit: o}
			out.Dateline.Place = place
			return out, rest, true
		}
	}
	return Opening{}, s, false
}

// End takes a credit off the end of a last paragraph: "… --(بترا)", "… (AP)".
// Only agencies that are known can stand there; other parentheses are text.
func End(s string) (credit, rest string) {
	if !strings.HasSuffix(s, ")") {
		return "", s
	}
	i := strings.LastIndexByte(s, '(')
	// What stands before must be a text, and the credit short.
	if i < 20 || len(s)-i > 60 {
		return "", s
	}
	inside := strings.TrimSpace(s[i+1 : len(s)-1])
	before := strings.TrimRight(s[:i], " -–—")
	// Initials that nobody knows count behind a whole sentence alone: elsewhere they explain
	// the words before them, "the Harbour Board (HB)".
	ended := strings.HasSuffix(before, ".") || strings.HasSuffix(before, "»") || strings.HasSuffix(before, "”") || strings.HasSuffix(before, "\"")
	if known(inside) || initials(inside) && ended {
		return inside, before
	}
	return "", s
}

// creditAlone reads "(MENAFN) Text" and "(Reuters) - Text".
func creditAlone(s string) (Opening, string, bool) {
	if !strings.HasPrefix(s, "(") {
		return Opening{}, s, false
	}
	inside, rest, ok := strings.Cut(s[1:], ")")
	if !ok || len(inside) > 80 {
		return Opening{}, s, false
	}
	rest = strings.TrimLeft(rest, " ")
	after := strings.TrimLeft(rest, "-–—:")
	dashed := len(after) < len(rest)
	// A credit that nobody knows needs the dash: "(Sometimes) it rains" has the same shape.
	if !IsAgency(inside) && !(dashed && isCredit(inside)) {
		return Opening{}, s, false
	}
	return Opening{Credit: strings.TrimSpace(inside)}, strings.TrimLeft(after, " "), true
}

// withoutDash reads "CAIRO (Reuters) Text", only for agencies that are known.
func withoutDash(s string) (Opening, string, bool) {
	i := strings.IndexByte(s, ')')
	if i < 0 || i > reach {
		return Opening{}, s, false
	}
	o, ok := head(s[:i+1])
	if ok && IsPlace(o.Dateline.Place) && urduPost(o.Byline) {
		return o, strings.TrimLeft(s[i+1:], " :-–—"), true
	}
	// "European Union (EU) leaders met" has the same shape.
	sure := IsPlace(o.Dateline.Place) || isUpper(o.Dateline.Place) || o.Dateline.Date != "" || known(o.Credit) || wellKnown(o.Credit)
	if !ok || o.Dateline.Place == "" || !IsAgency(o.Credit) || !sure {
		return Opening{}, s, false
	}
	return o, strings.TrimLeft(s[i+1:], " :-–—"), true
}

// A span is a separator, in bytes of the paragraph.
type span struct{ from, to int }

// separators are the dashes that may end an opening, and a colon after a credit.
func separators(s string) []span {
	var out []span
	for i := 0; i < len(s) && i < reach && len(out) < 5; {
		r, n := utf8.DecodeRuneInString(s[i:])
		j := i + n
		switch {
		case isDash(r):
			for j < len(s) {
				r2, n2 := utf8.DecodeRuneInString(s[j:])
				if !isDash(r2) {
					break
				}
				j += n2
			}
			// A dash inside a word, as in "Al-Arish", is none.
			loose := i > 0 && (s[i-1] == ' ' || s[i-1] == ')' || s[i-1] == '/') || j < len(s) && s[j] == ' '
			if j-i > 1 || loose {
				out = append(out, span{i, j})
			}
		case r == 'ـ' && i > 0 && (s[i-1] == ' ' || s[i-1] == ')'): // typed for a dash, alone or in a row
			for strings.HasPrefix(s[j:], "ـ") {
				j += len("ـ")
			}
			if strings.HasPrefix(s[j:], " ") {
				out = append(out, span{i, j})
			}
		// Arabic openings may end in a colon alone; behind a Latin letter it ends a label.
		case r == ':' && endsCredit(strings.TrimRight(s[:i], " ")):
			out = append(out, span{i, j})
		case r == '.' && strings.HasPrefix(s[j:], " ") && i-strings.LastIndexByte(s[:i], ' ') > 6:
			return out // a sentence ended: no abbreviation is that long
		}
		i = j
	}
	return out
}

// endsCredit reports what a colon may stand behind, with or without a space between.
func endsCredit(s string) bool {
	return s != "" && (s[len(s)-1] == ')' || s[len(s)-1] == '"' || s[len(s)-1] >= utf8.RuneSelf)
}

// isDash knows the signs that pages set for a dash, the minus of mathematics among them.
func isDash(r rune) bool {
	return r == '-' || r == '–' || r == '—' || r == '―' || r == '−'
}

// head reads what stands before the separator. All of it must be understood:
// one unknown part, and the paragraph has no opening.
func head(s string) (Opening, bool) {
	var o Opening
	rest, ok := o.groups(unbracket(strings.TrimSpace(s)))
	if !ok {
		return o, false
	}
	parts := splitParts(rest)
	filed := len(parts) == 3 && known(parts[2])
	for i, part := range parts {
		// Behind an agency that comes first stands the place: «وطنية - صيدا -».
		first := i == 0 || i == 1 && leads(o.Credit) && (IsPlace(part) || isUpper(part) || words(part) == 1 && !saysSo(part))
		if !o.part(part, first) && !(filed && i == 1 && o.person(part)) {
			return o, false
		}
	}
	o.swap()
	place := o.Dateline.Place
	switch {
	// Without a place only a credit that is known is one: "Apple – the company – said" has the same shape.
	case place == "":
		return o, o.Credit != "" && !body(o.Credit) && (IsAgency(o.Credit) || leads(o.Credit))
	// Nobody files as a city: before «(بيروت)» stands who wrote, or an outlet, and no place.
	case abbreviates(o.Credit, place), IsPlace(o.Credit) && !IsPlace(place):
		return o, false
	case o.Credit != "" || o.Dateline.Date != "" || o.Byline != "":
		return o, true
	}
	// A place alone must be known, or stand in capitals as agencies set it: any two words
	// before a dash would be one.
	return o, IsPlace(place) || isUpper(place) || inCountry(place)
}

// groups takes (…) and /…/ out of an opening.
func (o *Opening) groups(s string) (string, bool) {
	for _, marks := range [...][2]string{{"(", ")"}, {"/", "/"}, {"[", "]"}, {"«", "»"}, {"\"", "\""}, {"“", "”"}} {
		before, inside, ok := strings.Cut(s, marks[0])
		if !ok {
			continue
		}
		inside, after, ok := strings.Cut(inside, marks[1])
		if !ok && marks[0] == "/" {
			continue
		}
		inside = strings.TrimSpace(inside)
		if marks[0] == "/" && (when.Day("1 "+inside) || strings.Trim(after, " ,.") != "") {
			continue // a month under two names, or slashes between all parts
		}
		switch {
		// What is open, or has more behind it, is not all understood.
		case !ok, strings.Trim(after, " ,") != "" && !(marks[0] == "/" && after == ".") && !ownReport(after): // "/TASS/."
			return s, false
		case when.Day(inside):
			o.Dateline.Date = inside
		case urduPost(inside):
			o.Byline = inside
		// In quotation marks only a known agency is a credit: others are names of things.
		case known(inside), isCredit(inside) && strings.ContainsAny(marks[0], "([/"): // dpa writes itself small
			o.Credit = inside
		default:
			return s, false
		}
		s = strings.TrimSpace(before)
	}
	return s, true
}

// ownReport reports the word by which papers call a report their own, behind their name:
// «عدن (صدى الساحل) خاص:».
func ownReport(s string) bool {
	s = strings.Trim(s, " :-–—")
	if len(s) > 40 { // as nearly all that are asked for: the word may be stretched, «خـــاص»
		return false
	}
	switch lang.Fold(s) {
	case "خاص", "حصري", "متابعات", "متابعه":
		return true
	}
	return false
}

// splitParts splits an opening at dashes and slashes, and commas before a date.
func splitParts(s string) []string {
	var out []string
	start := 0
	// The space makes a dash at the end loose, so that it divides too.
	for _, sp := range separators(s + " ") {
		out = append(out, s[start:min(sp.from, len(s))])
		start = min(sp.to, len(s))
	}
	out = append(out, s[start:])
	var parts []string
	for _, part := range atCommas(arabicParts(out)) {
		part = strings.Trim(part, " ,،/")
		if i := commaBeforeDate(part); i > 0 {
			parts = append(parts, part[:i], strings.Trim(part[i:], " ,،"))
			continue
		}
		if i := dayIn(part); i > 0 && when.Day(part[i:]) {
			parts = append(parts, strings.TrimRight(part[:i], " ,،"), part[i:])
			continue
		}
		if before, after, ok := strings.Cut(part, "/"); ok && IsPlace(before) && !IsPlace(after) { // "DUBAI/CAIRO" is one part
			parts = append(parts, before, after)
			continue
		}
		if part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// commaBeforeDate finds the comma of "WASHINGTON, D.C., July 3, 2025" and of
// «بيروت، الجمعة 3 تموز»; -1 when there is none.
func commaBeforeDate(s string) int {
	for i, r := range s {
		if (r == ',' || r == '،') && when.Day(strings.Trim(s[i:], " ,،")) {
			return i
		}
	}
	return -1
}

// part understands one part: the first is a place, others a day, a credit, a byline.
func (o *Opening) part(s string, first bool) bool {
	s = strings.Trim(s, " ,،/")
	if hasArabic(s) {
		// «أبوظبي في 3 يوليو»: "on" is left with the place when the day is cut off.
		s = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(s, "."), " في"), " ،")
	}
	switch {
	case s == "":
		return true
	case when.Day(s):
		o.Dateline.Date = s
		return true
	case first && o.signedPlace(s):
		return true
	case first && hasArabic(s) && writes(s) && !strings.HasPrefix(s, "من "): // «كتبت سلمى حداد - أ ش أ»
		o.Byline = s
		return true
	case first && o.Credit == "" && leads(s):
		o.Credit = s
		return true
	case first && o.Credit == "" && hasArabic(s) && strings.Contains(s, " ") && known(s): // «سكاي نيوز عربية – وكالات:»
		o.Credit = s
		return true
	case first && o.Dateline.Place == "" && looksLikePlace(s):
		o.Dateline.Place = s
		return true
	case writes(s):
		o.Byline = strings.TrimPrefix(s, "من ")
		return true
	case o.shortDate(s):
		return true
	case o.Credit != "" && !first && agencies(s): // beside the one that is named: «العربية.نت – وكالات:»
		return true
	// Behind a place that is known only: no capitals tell an Arabic name from other words.
	case !first && IsPlace(o.Dateline.Place) && o.person(s):
		return true
	case o.Credit == "" && IsAgency(s):
		o.Credit = s
		return true
	case !first && o.Credit == "" && IsPlace(o.Dateline.Place) && words(s) <= 3 && isCredit(s) && !saysSo(s) && !isCountry(s):
		o.Credit = s
		return true
	}
	return false
}

// signedPlace reads who wrote before the place, on one line where a feed joins two:
// "By Ann Lee CAIRO". The place stands in capitals.
func (o *Opening) signedPlace(s string) bool {
	fields := strings.Fields(s)
	if len(fields) < 4 || fields[0] != "By" {
		return false
	}
	// Behind "By" and two names at least.
	for i := 3; i < len(fields) && i < 12; i++ {
		if place := strings.Join(fields[i:], " "); isUpper(place) && !isUpper(fields[i-1]) && looksLikePlace(place) {
			o.Byline, o.Dateline.Place = strings.Join(fields[:i], " "), place
			return true
		}
	}
	return false
}

// words counts what white space divides.
func words(s string) int { return len(strings.Fields(s)) }

// writes reports that a part begins with "wrote", as in "القاهرة - كتب محمد علي".
func writes(s string) bool {
	// «من» is "by" and "from": with one word behind it, it names a place.
	w, rest, ok := strings.Cut(s, " ")
	w = strings.TrimRight(w, ":")
	return ok && (w == "كتب" || w == "كتبت" || w == "By" || w == "من") && words(rest) >= 1 && words(rest) <= 5 &&
		(w != "من" || words(rest) >= 2)
}
