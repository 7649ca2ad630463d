package notice

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/lang"
)

// told reads a notice that begins without a label: "An earlier version of this …",
// "This article was amended on 4 March", "تم تصحيح هذا الخبر".
func told(words []lang.Word) dateline.DecisionKind {
	const head = 12 // words, in which it must be clear
	f := make([]string, 0, head)
	for _, w := range words[:min(head, len(words))] {
		f = append(f, w.Form)
	}
	if len(f) < 2 {
		return ""
	}
	switch {
	case f[0] == "corrects", ofVersion(f), f[0] == "a" && f[1] == "correction" && has(f, "made"):
		return dateline.Correct
	case f[0] == "adds" && f[1] == "details", f[0] == "updates" && f[1] == "with":
		return dateline.Update
	case f[0] == "refiles" || f[0] == "recasts" && has(f, "correct", "fix"):
		return corrects(f)
	}
	if f[0] == "this" || f[0] == "the" {
		return ofItem(f)
	}
	return ofArabicItem(f)
}

// has reports one of some words.
func has(f []string, any ...string) bool {
	return slices.ContainsFunc(any, func(w string) bool { return slices.Contains(f, w) })
}

// corrects tells from an update what was filed anew because something was wrong.
func corrects(f []string) dateline.DecisionKind {
	if has(f, "correct", "corrects", "correcting", "fix", "fixes") {
		return dateline.Correct
	}
	return dateline.Update
}

// ofVersion reports "An earlier version of this", "A previous version of the article",
// "In an earlier version", «في نسخة سابقة من هذا الخبر».
func ofVersion(f []string) bool {
	at := slices.IndexFunc(f, func(w string) bool { return w == "version" || w == "versions" })
	if at > 0 && at <= 3 && has(f[:at], "earlier", "previous") && itself(f[at+1:]) {
		return true
	}
	const leading = 3 // words: «ورد في نسخة سابقة»
	for i := 1; i < len(f) && i <= leading; i++ {
		if (f[i-1] == "نسخه" || f[i-1] == "النسخه") && (f[i] == "سابقه" || f[i] == "السابقه") && itself(f[i+1:]) {
			return true
		}
	}
	return false
}

// ofItem reads "This March 4 story has been corrected", "This article was amended".
func ofItem(f []string) dateline.DecisionKind {
	at := slices.IndexFunc(f, func(w string) bool { return named(w) != "" })
	for _, w := range f[1:max(at, 1)] { // only a date may stand between
		if !dated(w) {
			return ""
		}
	}
	if at < 0 || named(f[at]) == withThis && f[0] != "this" {
		return ""
	}
	if !has(f[at+1:min(len(f), at+2)], "has", "was", "is", "have") {
		return ""
	}
	rest := f[at+2:]
	if len(rest) > 0 && rest[0] == "been" {
		rest = rest[1:]
	}
	if len(rest) == 0 {
		return ""
	}
	switch rest[0] {
	case "corrected", "amended":
		return dateline.Correct
	case "clarified":
		return dateline.Clarify
	case "updated", "refiled", "edited", "revised":
		return corrects(rest)
	}
	return ""
}

// ofArabicItem reads «تم تصحيح هذا الخبر», «جرى تعديل عنوان الخبر».
func ofArabicItem(f []string) dateline.DecisionKind {
	if f[0] != "تم" && f[0] != "جري" && f[0] != "تمت" || !itself(f[2:]) {
		return ""
	}
	switch f[1] {
	case "تصحيح", "تصويب", "تعديل":
		return dateline.Correct
	case "تحديث":
		return dateline.Update
	}
	return ""
}

// righted reports words that say what was wrong or is right: papers head corrections
// «تنويه» and «توضيح», too.
func righted(words []lang.Word) bool {
	for i := range words {
		switch words[i].Form {
		case "والصحيح", "والصواب", "الصواب", "خطا":
			return true
		}
	}
	return false
}

// bracketed reads what an agency says of its own copy on a line in brackets: «(تصحح القصة
// في الفقرة الثالثة …)», «(إعادة لحذف كلمة)», «(لإضافة تفاصيل)».
func bracketed(words []lang.Word) dateline.DecisionKind {
	if len(words) < 2 {
		return ""
	}
	f := make([]string, len(words))
	for i := range words {
		f[i] = words[i].Form
	}
	switch where := has(f, "الفقره", "فقره", "القصه", "العنوان", "الخبر", "التقرير", "السطر", "الفقرات"); f[0] {
	case "تصحح", "يصحح", "تصحيح", "لتصحيح":
		if where {
			return dateline.Correct
		}
	case "اعاده":
		if f[1] == "لتصحيح" || f[1] == "لتصويب" {
			return dateline.Correct
		}
		if strings.HasPrefix(f[1], "ل") && where {
			return dateline.Update
		}
	case "تضيف", "يضيف", "لاضافه", "اضافه":
		if has(f[1:], "تفاصيل", "تعليق", "تعليقات", "خلفيه", "اقتباس", "اقتباسات", "مزيد", "المزيد") {
			return dateline.Update
		}
	}
	return ""
}

// A naming is how surely a word means the item in which it stands.
type naming string

const (
	alone    naming = "alone"     // "the story"
	withThis naming = "with this" // other reports, pages and articles of laws are in the news
)

// named is how a word means an item, "" when it does not.
func named(w string) naming {
	switch w {
	case "article", "story", "headline", "الخبر", "المقال":
		return alone
	case "report", "post", "item", "piece", "page", "copy", "التقرير", "الماده", "النص", "الموضوع":
		return withThis
	}
	return ""
}

// itself reports the item itself among the next words: the course of a ship is corrected,
// too, and bills have earlier versions.
func itself(f []string) bool {
	const near = 4
	for i, w := range f[:min(near, len(f))] {
		switch named(w) {
		case alone:
			return true
		case withThis:
			return has(f[:i], "this", "هذا", "هذه")
		}
	}
	return false
}
