package diff

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/lang"
)

// Kinds says what kinds of edit lie between two versions of an item, the earlier
// one first. A change that the copy itself announces is a correction, or no edit
// at all when the notice is a plain update; only what changed without a word is
// a changed headline or text. That a summary gave way to the whole text is none:
// the source changed nothing.
func Kinds(before, after *dateline.Item) (kinds []dateline.EditKind) {
	was, is := before.PubStatus == dateline.Canceled, after.PubStatus == dateline.Canceled
	switch {
	case is && !was:
		return []dateline.EditKind{dateline.EditKill}
	case was && !is:
		kinds = append(kinds, dateline.EditRestored)
	}
	if told := announced(before, after); len(told) > 0 {
		if slices.ContainsFunc(told, corrects) {
			kinds = append(kinds, dateline.EditCorrection)
		}
		return kinds
	}
	if !dateline.SameWords(before.Headline, after.Headline) {
		kinds = append(kinds, dateline.EditHeadline)
	}
	if before.Summary == after.Summary && !sameText(before, after) {
		kinds = append(kinds, dateline.EditText)
	}
	return kinds
}

// announced are the notices that the earlier version does not have.
func announced(before, after *dateline.Item) (out []dateline.Notice) {
	for _, n := range after.Notices {
		if !slices.Contains(before.Notices, n) {
			out = append(out, n)
		}
	}
	return out
}

// corrects reports a notice that sets right or clears up what was said; an update only
// tells more.
func corrects(n dateline.Notice) bool {
	return n.Kind == dateline.Correct || n.Kind == dateline.Clarify
}

// Real reports whether a page that was read again tells something else than the
// version that is kept: more than counters, clocks and what [dateline.Item.Same]
// leaves out.
func Real(before, after *dateline.Item) bool {
	if after.Same(before) {
		return false
	}
	// All but the text must be the same as it stands, the text without its furniture.
	rest := *after
	rest.Body, rest.Standfirst = before.Body, before.Standfirst
	return !rest.Same(before) || !sameText(before, after)
}

// sameText reports whether standfirst and paragraphs are the same but for
// furniture that got between them.
func sameText(a, b *dateline.Item) bool {
	return dateline.SameWords(a.Standfirst, b.Standfirst) && news(a) == news(b)
}

// news is the essence of the lines that are no furniture.
func news(i *dateline.Item) string {
	var out []string
	for line := range strings.SplitSeq(i.Text(), "\n") {
		if e := dateline.Essence(line); e != "" && !furniture(line) {
			out = append(out, e)
		}
	}
	return strings.Join(out, " ")
}

// most is how many words furniture has: "Last updated on Sunday 22 November 2026
// at 21:04 GMT".
const most = 12

// furniture reports whether a paragraph is a counter or a clock: numbers and the
// words that go with them on pages, nothing else. A sentence of news has others.
func furniture(paragraph string) bool {
	_, words := lang.Words(paragraph)
	if len(words) > most {
		return false
	}
	numbers := 0
	for _, w := range words {
		switch {
		case strings.ContainsAny(w.Form, "0123456789"):
			numbers++
		case !pageWord(w.Form):
			return false
		}
	}
	// Words alone, as in "Read on Sunday", may be a subhead.
	return numbers > 0
}

// pageWord reports whether a folded word goes with the counters and clocks of
// pages.
func pageWord(form string) bool {
	switch form {
	case "comment", "comments", "share", "shares", "view", "views", "like", "likes", "read", "reads", "reading", "time",
		"min", "mins", "minute", "minutes", "hour", "hours", "day", "days", "second", "seconds", "ago", "k", "m",
		"last", "updated", "update", "published", "modified", "on", "at", "am", "pm", "gmt", "utc", "local",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return true
	}
	return arabicPageWord(form)
}

// arabicPageWord is the same for Arabic, with the article or without.
func arabicPageWord(form string) bool {
	switch strings.TrimPrefix(form, "ال") {
	case "تعليق", "تعليقات", "مشاركه", "مشاركات", "مشاهده", "مشاهدات", "اعجاب", "اعجابات", "قراءه", "قراءات", "قراء", "زياره", "زيارات",
		"قبل", "منذ", "دقيقه", "دقائق", "ساعه", "ساعات", "يوم", "ايام", "ثانيه", "ثوان", "اخر", "تحديث", "نشر", "في", "مده", "وقت",
		"توقيت", "غرينتش", "جرينتش", "محلي", "صباحا", "مساء", "ص", "م", "بتوقيت", "بتاريخ", "تاريخ", "تعليقا", "اعجابا",
		"احد", "اثنين", "ثلاثاء", "اربعاء", "خميس", "جمعه", "سبت",
		"يناير", "فبراير", "مارس", "ابريل", "مايو", "يونيو", "يوليو", "اغسطس", "سبتمبر", "اكتوبر", "نوفمبر", "ديسمبر",
		"كانون", "شباط", "اذار", "نيسان", "ايار", "حزيران", "تموز", "اب", "ايلول", "تشرين", "اول", "ثاني":
		return true
	}
	return false
}
