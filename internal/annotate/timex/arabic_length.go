package timex

import (
	"strconv"
	"strings"
	"time"

	"dateline/internal/lang"
)

// arabicDay takes the names with ال only: خميس alone may be a man and اثنين the number
// two. w is folded, so الأحد and الاحد are one.
func arabicDay(w string) (time.Weekday, bool) {
	d := lang.Weekday(w)
	return time.Weekday(d % 7), d > 0 && lang.IsArabic(w)
}

// arabicTense tells whether a word looks ahead; told is false for most words. A
// future verb begins with س, and so do cars, politics and six: their stems are
// left out.
func arabicTense(w string) (ahead, told bool) {
	switch w {
	case "سوف", "المقرر", "مقرر", "المتوقع", "المنتظر", "المزمع", "يعتزم", "تعتزم", "موعد":
		return true, true
	case "قال", "قالت", "اعلن", "اعلنت", "كان", "كانت", "اكد", "اكدت", "وصل", "وصلت", "قتل", "عقد":
		return false, true
	}
	w = strings.TrimPrefix(w, "و")
	switch w { // of four letters most are nouns (سيرة, سياق): 40 of 143 in 5,704 sentences were these verbs
	case "سيتم", "ستتم", "سيصل", "ستصل", "سيضم", "ستضم", "سيظل", "ستظل", "سيقع", "ستقع", "سيمر", "ستمر", "سيجد", "ستجد", "سيرد", "سترد", "سيحل", "ستحل", "سيعد", "ستعد":
		return true, true
	}
	// سي and ست are the future of he and she or they; those of the speaker, سأ and سن, are left.
	if len([]rune(w)) < 5 || !strings.HasPrefix(w, "سي") && !strings.HasPrefix(w, "ست") {
		return false, false
	}
	for _, stem := range []string{"سياس", "سيار", "سيناري", "سيطر", "سيد", "سينا", "سيول", "سياد", "ستين", "ستمئ", "ستار", "ستره"} {
		if strings.HasPrefix(w, stem) {
			return false, false
		}
	}
	return true, true
}

// A counted is the unit of a word in its numbers: of يوم one, of يومين two, of أيام
// many. The others are none.
type counted struct{ one, two, many unit }

// arabicUnit reads a folded word, with or without ال. ثانية is left out, for it also is
// the ordinal second and again.
func arabicUnit(w string) counted {
	switch strings.TrimPrefix(w, "ال") {
	case "ساعه":
		return counted{one: hour}
	case "ساعتين", "ساعتان":
		return counted{two: hour}
	case "ساعات":
		return counted{many: hour}
	case "دقيقه":
		return counted{one: minute}
	case "دقيقتين":
		return counted{two: minute}
	case "دقائق":
		return counted{many: minute}
	case "يوم", "يوما":
		return counted{one: day}
	case "يومين", "يومان":
		return counted{two: day}
	case "ايام":
		return counted{many: day}
	case "اسبوع", "اسبوعا":
		return counted{one: week}
	case "اسبوعين", "اسبوعان":
		return counted{two: week}
	case "اسابيع":
		return counted{many: week}
	case "شهر", "شهرا":
		return counted{one: month}
	case "شهرين", "شهران":
		return counted{two: month}
	case "اشهر", "شهور":
		return counted{many: month}
	case "عام", "عاما", "سنه":
		return counted{one: year}
	case "عامين", "عامان", "سنتين", "سنتان":
		return counted{two: year}
	case "اعوام", "سنوات", "سنين":
		return counted{many: year}
	case "عقدين":
		return counted{two: decade}
	case "عقود":
		return counted{many: decade}
	}
	return counted{}
}

// definite tells a word with ال, which is about a known stretch of time: of 12
// الشهر the month is no unit that twelve counts.
func definite(w string) bool { return strings.HasPrefix(w, "ال") }

// A count is what stands before a unit. Arabic counts days from three to ten in the
// plural and from eleven on in the singular, so a word tells which must follow (of
// خمسة عشر يوما the end alone, عشر يوما, is nothing); behind digits and some stands
// what the writer likes.
type count struct {
	n                string // a number or X
	plural, singular bool   // what it takes
}

// number reads digits and the words from three to ninety-nine, with or without ال;
// end is i where none stands.
func (r *arabicReader) number(i int) (c count, end int) {
	w := strings.TrimPrefix(r.word(i), "ال")
	if n, err := atoi(w); err == nil && n > 0 && n < 2000 {
		return count{strconv.Itoa(n), true, true}, i + 1
	}
	if w == "بضع" || w == "بضعه" || w == "عده" {
		return count{"X", true, false}, i + 1
	}
	n := digitWord(w)
	next := strings.TrimSuffix(r.word(i+1), "ه")
	switch tens := tensOf(strings.TrimPrefix(next, "و")); {
	case n > 0 && next == "عشر":
		return count{strconv.Itoa(10 + n), false, true}, i + 2
	case n > 0 && tens > 0 && strings.HasPrefix(next, "و"):
		return count{strconv.Itoa(tens + n), false, true}, i + 2
	case n >= 3:
		return count{strconv.Itoa(n), true, false}, i + 1
	case w == "عشر" || w == "عشره":
		return count{"10", true, false}, i + 1
	}
	if tens := tensOf(w); tens > 0 {
		return count{strconv.Itoa(tens), false, true}, i + 1
	}
	return count{}, i
}

// digitWord is what a word from one to nine says; one and two only count with ten
// or tens behind them.
func digitWord(w string) int {
	switch strings.TrimSuffix(w, "ه") {
	case "احد", "احدي", "واحد", "واحدا", "واحده":
		return 1
	case "اثني", "اثنا", "اثنتي", "اثنتا", "اثنين", "اثنان":
		return 2
	}
	if n := lang.Numeral(w); n < 10 {
		return n
	}
	return 0
}

// tensOf reads عشرين and عشرون to تسعين.
func tensOf(w string) int {
	stem, ok := strings.CutSuffix(w, "ين")
	if !ok {
		stem, ok = strings.CutSuffix(w, "ون")
	}
	if n := digitWord(stem); ok && n >= 3 {
		return 10 * n
	}
	if ok && stem == "عشر" {
		return 20
	}
	return 0
}

// amount reads يومين, ثلاثة أيام, 16 ساعة, عدة أشهر.
func (r *arabicReader) amount(i int) (n string, u unit, end int) {
	if u := arabicUnit(r.word(i)).two; u != none {
		return "2", u, i + 1
	}
	c, end := r.number(i)
	// 12 الشهر is the twelfth of the month and no length.
	if end == i || definite(r.word(end)) {
		return "", none, i
	}
	switch counts := arabicUnit(r.word(end)); {
	case c.plural && counts.many != none:
		return c.n, counts.many, end + 1
	case c.singular && counts.one != none:
		return c.n, counts.one, end + 1
	}
	return "", none, i
}

// ago reads قبل يومين and منذ ثلاثة أسابيع, قبل عام. What is before something else
// (قبل يومين من الافتتاح) has another anchor and is left out, and so is a unit that
// is named behind it: منذ عام 2011 is no year ago, منذ يوم الأحد no day.
func (r *arabicReader) ago(i int) reading {
	if w := r.word(i); w != "قبل" && w != "منذ" {
		return reading{}
	}
	start := r.pastAbout(i + 1)
	n, u, end := r.amount(start)
	if end == start {
		if u = arabicUnit(r.word(end)).one; u == none || definite(r.word(end)) || r.isNamed(end+1) {
			return reading{}
		}
		n, end = "1", end+1
	}
	if r.word(end) == "من" {
		return reading{}
	}
	return r.away(end, n, u, 1)
}

// pastAbout goes over what only rounds a number: قبل نحو عامين, منذ أكثر من عام.
func (r *arabicReader) pastAbout(i int) int {
	switch r.word(i) {
	case "نحو", "حوالي", "قرابه", "زهاء":
		return i + 1
	case "اكثر", "اقل", "ازيد":
		if r.word(i+1) == "من" {
			return i + 2
		}
	case "ما":
		if w := r.word(i + 1); w == "يقارب" || w == "يقرب" || w == "يزيد" {
			if next := r.word(i + 2); next == "من" || next == "عن" || next == "علي" {
				return i + 3
			}
			return i + 2
		}
	}
	return i
}

// isNamed tells that a name of a day, a month or a year stands at token i.
func (r *arabicReader) isNamed(i int) bool {
	_, _, afterYear := r.yearAt(i)
	_, _, afterMonth := r.monthAt(i)
	return afterYear > i || afterMonth > i || r.namedDay(i).end > i
}

// lately reads الأيام الثلاثة الماضية, اليومين المقبلين and الساعات الـ24 الماضية.
func (r *arabicReader) lately(i int) reading {
	c := arabicUnit(r.word(i))
	if !definite(r.word(i)) || c.many == none && c.two == none {
		return reading{}
	}
	// The number stands behind its unit here (الأيام الثلاثة), unlike in an amount; without
	// one the plural is X, as the past months are in English.
	n, u, end := "2", c.two, i+1
	if c.many != none {
		n, u = "X", c.many
		if k, next := r.number(end); next > end {
			n, end = k.n, next
		}
	}
	if _, ok := r.direction(end); !ok {
		return reading{}
	}
	return reading{end + 1, Duration, period(n, u)}
}

// length reads how long something takes: ثلاثة أيام, يومين, 16 ساعة.
func (r *arabicReader) length(i int) reading {
	if n, u, end := r.amount(i); end > i && !definite(r.word(i)) {
		return reading{end, Duration, period(n, u)}
	}
	return reading{}
}
