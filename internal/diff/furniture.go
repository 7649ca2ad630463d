package diff

import (
	"strings"

	"dateline/internal/lang"
	"dateline/internal/lang/calendar"
)

// most is how many words furniture has: two clocks of an Arabic page, which tells when
// it came out and when it was touched, have eighteen.
const most = 24

// furniture reports whether a paragraph is a counter or a clock: numbers and the
// words that go with them on pages, nothing else. A sentence of news has others.
func furniture(paragraph string) bool {
	_, words := lang.Words(paragraph)
	if len(words) > most {
		return false
	}
	numbers, weak, strong := 0, 0, 0
	for i, w := range words {
		switch {
		case strings.ContainsAny(w.Form, "0123456789"):
			numbers++
		case relative(w.Form):
			numbers, strong = numbers+1, strong+1
		case pageWord(w.Form):
			strong++
		case beside(w.Form) || ofZone(words, i):
			weak++
		default:
			return false
		}
	}
	// Words alone, as in "Read on Sunday", may be a subhead; "12 times" may be news.
	return numbers > 0 && (strong > 0 || weak == 0)
}

// relative reports a word that is, or goes with, a number of hours that is written
// without digits: "an hour ago", "قبل ساعتين".
func relative(form string) bool {
	switch form {
	case "ago", "now", "منذ", "قبل", "دقيقتان", "دقيقتين", "ثانيتان", "ثانيتين":
		return true
	}
	return false
}

// beside reports a word that stands beside those of counters and clocks, and as well in
// news.
func beside(form string) bool {
	switch form {
	case "an", "a", "just", "about", "times", "to", "this", "article", "story", "first", "print", "email", "estimated",
		"عدد", "تم", "تمت", "مره", "مرات", "للمقال", "المقال", "للخبر", "الخبر":
		return true
	}
	return false
}

// ofZone reports the words behind "بتوقيت", which name a place: مكة المكرمة has two.
func ofZone(words []lang.Word, i int) bool {
	const zone = "بتوقيت"
	return i > 0 && words[i-1].Form == zone || i > 1 && words[i-2].Form == zone && words[i].Form == "المكرمه"
}

// pageWord reports whether a folded word goes with the counters and clocks of
// pages.
func pageWord(form string) bool {
	switch form {
	case "comment", "comments", "share", "shares", "view", "views", "like", "likes", "read", "reads", "reading", "time",
		"min", "mins", "minute", "minutes", "hour", "hours", "day", "days", "second", "seconds", "ago", "k", "m",
		"last", "updated", "update", "published", "posted", "modified", "on", "at", "am", "pm", "gmt", "utc", "local",
		"est", "edt", "et", "cst", "cdt", "ct", "pst", "pdt", "pt", "bst", "cet", "cest", "msk", "ist", "hits", "tweet", "tweets", "listen",
		"mon", "tue", "wed", "thu", "fri", "sat", "sun":
		return true
	}
	_, _, month := calendar.Month(form, "")
	return month > 0 || lang.Weekday(form) > 0 || arabicPageWord(form)
}

// arabicPageWord is the same for Arabic, with the article or without.
func arabicPageWord(form string) bool {
	switch strings.TrimPrefix(form, "ال") {
	case "تعليق", "تعليقات", "مشاركه", "مشاركات", "مشاهده", "مشاهدات", "اعجاب", "اعجابات", "قراءه", "قراءات", "قراء", "زياره", "زيارات",
		"دقيقه", "دقائق", "ساعه", "ساعتين", "ساعات", "يوم", "يومين", "ايام", "لحظات", "قليل", "استمع", "اضيف", "ثانيه", "ثوان", "اخر", "تحديث", "نشر", "في", "مده", "وقت",
		"توقيت", "غرينتش", "جرينتش", "محلي", "صباحا", "مساء", "ص", "م", "بتوقيت", "بتاريخ", "تاريخ", "تعليقا", "اعجابا",
		"احد", "اثنين", "ثلاثاء", "اربعاء", "خميس", "جمعه", "سبت",
		"كانون", "تشرين", "اول", "ثاني": // of months of two words
		return true
	}
	return false
}
