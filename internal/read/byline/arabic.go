package byline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/lang"
	"dateline/internal/read/opening"
)

// cutArabicLabel cuts the words that announce an author in Arabic or Persian,
// however they are spelt and signed: «كتب:», «كتبت -», «إعداد وتحرير/», «به قلم».
func cutArabicLabel(s string) (string, bool) {
	if !lang.IsArabic(s) {
		return s, false
	}
	if name, ok := cutCorrespondent(s); ok {
		return name, true
	}
	if what, name, ok := strings.Cut(s, " بقلم "); ok && ofText(what) && nameOnly(name) {
		return name, true
	}
	words := leading(s)
	for n := len(words) - 1; n >= 0; n-- {
		label, after := words[n].folded, words[n].after
		name := strings.TrimLeft(after, " :-–—/|_\u200e\u200f")
		signed := strings.ContainsAny(after[:len(after)-len(name)], ":-–—/|_")
		if !announces(label, signed) {
			continue
		}
		name = beforeTime(name)
		if ofMatter(label) && !begunByName(name) || strings.HasSuffix(label, "توسط") && !persianName(name) {
			return s, false
		}
		if name != "" && after[0] != name[0] && (signed || nameOnly(name)) {
			return name, true
		}
	}
	return s, false
}

// ofMatter reports labels behind which a headline stands as often as a name: «تقرير: سلمى
// حداد», «تقرير: أرصفة الميناء غير آمنة».
func ofMatter(label string) bool {
	switch label {
	case "تقرير", "تحقيق", "متابعه", "رصد", "گزارش":
		return true
	}
	return false
}

// persianName reports what follows «توسط» in a byline: the word is "by" in Persian and a
// verb in Arabic, «توسط الوزير الصورة».
func persianName(s string) bool {
	return !strings.HasPrefix(s, "ال") && len(strings.Fields(s)) <= 3
}

// begunByName reports words that begin with a frequent given name, a title before it or not.
func begunByName(s string) bool {
	fields := untitledName(strings.Fields(s))
	if len(fields) == 0 {
		return false
	}
	w := strings.Trim(fields[0], ".،,:/-–()«»")
	return isGiven(w) || isGivenToo(w)
}

// untitledName are the words of a name without the titles before it: «أ.د. سمير حداد», «م/ محمد علي».
func untitledName(fields []string) []string {
	for len(fields) > 0 && isTitle(fields[0]) {
		fields = fields[1:]
	}
	return fields
}

// isTitle knows what stands before Arabic names, whole or as letters with full stops.
func isTitle(w string) bool {
	switch lang.Fold(strings.ReplaceAll(strings.Trim(w, ".،,:/-–()«»"), ".", "")) {
	case "", "د", "ا", "م", "اد", "الدكتور", "الدكتوره", "المهندس", "المهندسه", "الاستاذ", "الاستاذه", "الصحفي", "الصحفيه", "الزميل", "الزميله", "اللواء", "العميد", "السفير", "المستشار", "المحامي", "المحاميه":
		return true
	}
	return false
}

// ofText reports what a text is called before «بقلم»: «هذا المقال», «مقال», «تحليل».
func ofText(s string) bool {
	switch lang.Folded(strings.Trim(s, " :-–—|")) {
	case "هذا المقال", "مقال", "مقال راي", "راي", "تحليل", "تقرير", "نص", "خاص":
		return true
	}
	return false
}

// cutCorrespondent cuts the post and its place before a name: «مراسل بيروت: سمير حداد»,
// «مراسلنا في بغداد - محمد علي». Behind other words it begins a headline or a sentence.
func cutCorrespondent(s string) (string, bool) {
	post, rest, found := strings.Cut(s, " ")
	if !found || !strings.HasPrefix(strings.TrimPrefix(post, "ال"), "م") {
		return s, false // nothing is folded for most lines
	}
	switch strings.TrimPrefix(lang.Fold(post), "ال") {
	case "مراسل", "مراسله", "مراسلنا", "مراسلتنا", "موفد", "موفده", "موفدنا", "موفدتنا", "مندوب", "مندوبه", "مندوبنا":
	default:
		return s, false
	}
	i := strings.IndexAny(rest, ":-–—/")
	if i < 0 {
		return s, false
	}
	place, name := strings.TrimSpace(rest[:i]), strings.TrimLeft(rest[i:], " :-–—/")
	for _, in := range [...]string{"في ", "إلى "} {
		place = strings.TrimPrefix(place, in)
	}
	return name, isArabicPlace(place) && begunByName(name)
}

// beforeTime cuts where and when off the end of a byline: «سلمى حداد في جمعة,
// 03/07/2026», «محمد علي بتاريخ 3 يوليو».
func beforeTime(s string) string {
	for _, w := range [...]string{" في ", " بتاريخ ", " يوم ", " منذ ", " عبر "} {
		if i := strings.Index(s, w); i > 0 {
			s = s[:i]
		}
	}
	return s
}

// nameOnly reports that no small word of a sentence stands among the first
// words: «كتب الوزير على صفحته أن …» is the beginning of a report.
func nameOnly(s string) bool {
	for i, w := range strings.Fields(s) {
		// «علي» folds like «على», and is in many names.
		if f := lang.Fold(w); i > 7 || f != "علي" && lang.IsFunction(f) {
			return false
		}
	}
	return true
}

// announces reports folded words that announce an author. Words that sentences
// begin with too («تقرير», «حوار») need a sign after them.
func announces(label string, signed bool) bool {
	switch label {
	case "كتب", "كتبت", "كتبه", "كتبها", "بقلم", "اعداد", "بواسطه", "الكاتب", "الكاتبه", "كتب بواسطه", "كتبت بواسطه", "نشر بواسطه", "تم النشر بواسطه", "نشرت بواسطه", "مرسله بواسطه", "ارسلت بواسطه", "اضافه بواسطه", "بقلم الكاتب", "بقلم الكاتبه", "به قلم", "توسط", "نوشته شده توسط", "نوشتهشده توسط", "نويسنده", "نويسندگان":
		return true
	case "المؤلف", "المؤلفه", "تقرير", "حوار", "تحقيق", "متابعه", "تغطيه", "رصد", "تحرير", "اعداد وتحرير", "اعداد وتقديم", "متابعه واعداد", "اعداد ومتابعه", "كتب وصور", "كتبت وصورت", "تغطيه وتصوير", "تقرير وتصوير", "حوار وتصوير", "حاوره", "حاورته", "حاورها", "حاورتها", "اجري الحوار", "اجرت الحوار", "اجراه", "اجرته", "من مراسلنا", "من مراسلتنا", "المحرر", "المحرره", "الصحفي", "الصحفيه", "خبرنگار", "گزارشگر", "گزارش":
		return signed
	}
	return false
}

// isArabicLabel reports a line that is only such words; the name is on the next.
func isArabicLabel(line string) bool {
	line = strings.Trim(line, " :-–—|•·/\u200e\u200f")
	for _, l := range leading(line) {
		if l.after == "" {
			return announces(l.folded, false) || l.folded == "المؤلف" || l.folded == "المحرر" || l.folded == "خبرنگار"
		}
	}
	return false
}

// A start is the first words of a line, folded, and what follows them.
type start struct{ folded, after string }

// leading are the starts of one, two and three words, which only spaces divide:
// no label has more.
func leading(s string) []start {
	if !lang.IsArabic(s) {
		return nil
	}
	var out []start
	var buf [3]start
	rest := s
	for n := range buf {
		rest = strings.TrimLeft(rest, " \u200e\u200f")
		i := strings.IndexFunc(rest, func(r rune) bool {
			return !(r >= 'ء' && r <= 'ي') && !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.Is(unicode.Cf, r)
		})
		if i < 0 {
			i = len(rest)
		}
		if r, _ := utf8.DecodeRuneInString(rest); i == 0 || !unicode.Is(unicode.Arabic, r) {
			break
		}
		buf[n] = start{lang.Fold(rest[:i]), rest[i:]}
		if n > 0 {
			buf[n].folded = buf[n-1].folded + " " + buf[n].folded
		}
		rest = rest[i:]
		out = buf[:n+1]
	}
	return out
}

// afterPlace is what follows the place or the outlet of an Arabic byline:
// «القاهرة – محمد علي», «لندن/ سلمى حداد», «مرسى اليوم - سلمى حداد» only where the outlet
// is one word. A place after the name goes too: «سلمى حداد من بيروت».
func afterPlace(s string) string {
	if i := strings.Index(s, " من "); i > 0 && isArabicPlace(strings.TrimSpace(s[i+len(" من "):])) {
		s = s[:i]
	}
	if i := strings.LastIndexByte(s, '/'); i > 0 && isArabicPlace(strings.TrimSpace(s[i+1:])) {
		s = strings.TrimSpace(s[:i]) // «عمر عبد العزيز / بيروت»
	}
	i := strings.IndexAny(s, "-–—/|:")
	if i <= 0 {
		return s
	}
	before, name := strings.TrimSpace(s[:i]), strings.TrimLeft(s[i:], " -–—/|:")
	r, _ := utf8.DecodeRuneInString(name)
	oneWord := !strings.Contains(before, " ") && unicode.Is(unicode.Arabic, r) && !isArabicPlace(name)
	if strings.Contains(name, " ") && (opening.IsPlace(before) || oneWord && lang.IsArabic(before)) {
		return name // one word would be an outlet's: «أبوظبي - البيان»
	}
	return s
}

// afterOutlet is the name behind that of the outlet, which has more than one word: «الساحل
// الآن - رانيا حداد».
func afterOutlet(s string, outlets []string) string {
	if !lang.IsArabic(s) {
		return s
	}
	i := strings.IndexAny(s, "-–—/|:")
	if i <= 0 {
		return s
	}
	before, name := strings.TrimSpace(s[:i]), strings.TrimLeft(s[i:], " -–—/|:")
	if strings.Contains(name, " ") && begunByName(name) && (exactly(before, outlets) || isOutlet(before, outlets)) {
		return name
	}
	return s
}

// isArabicPlace reports a place that stands where a name could, beside one:
// «محمد علي / القاهرة».
func isArabicPlace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Arabic, r) && opening.IsPlace(s)
}

// isArabicDesk is isDesk for one word of Arabic script.
func isArabicDesk(w string) bool {
	switch strings.TrimPrefix(lang.Fold(w), "ال") {
	case "مراسل", "مراسلنا", "مراسلتنا", "مراسلونا", "مراسلو", "مراسلي", "مندوبنا", "تحرير", "محرر", "محررو", "محرري", "هيئه", "فريق", "قسم", "اداره", "مكتب", "ديسك", "تحريريه", "ڈيسك", "رپورٹر", "رپورٹرز", "نمائنده", "نمائندگان":
		return true
	}
	return false
}

// oneArabicName reports a single word with the article: «البيان» is an outlet.
func oneArabicName(s string) bool {
	return strings.HasPrefix(s, "ال") && !strings.Contains(s, " ")
}

// shot reports who took the pictures, or cut the film: «تصوير: محمد علي».
func shot(line string) bool {
	label, _, found := strings.Cut(line, ":")
	switch strings.TrimSpace(label) {
	case "تصوير", "عدسة", "كاميرا", "مونتاج":
		return found
	}
	return false
}
