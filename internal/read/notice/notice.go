// Package notice finds what a copy says about itself: that it is a flash, that
// it corrects an earlier one, that the source kills it.
package notice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/internal/lang"
)

// A Label is what stands before a headline and is no part of it.
type Label struct {
	Kind    dateline.DecisionKind // Correct, Clarify, Update, Withdraw, Kill or ""
	Urgency dateline.Urgency
	Text    string // as written
}

// Headline cuts labels such as "FLASH:", "CORRECTION:", "تصحيح:", "KILL:" off a
// headline. The remaining headline is never empty unless it was.
func Headline(h string) (string, []Label) {
	var labels []Label
	for range 3 {
		l, rest, ok := cut(h)
		if !ok || rest == "" {
			break
		}
		labels = append(labels, l)
		h = rest
	}
	if l, rest, ok := cutEnd(h); ok {
		return rest, append(labels, l)
	}
	return h, labels
}

// cutEnd cuts the label in brackets with which some close a headline: "(CORRECTED)",
// "(مصحح)". In small letters it may be the headline's own: "(update)"; a withdrawal stands
// before it, and behind it is one of a match or a candidate.
func cutEnd(h string) (Label, string, bool) {
	open := strings.LastIndexAny(h, "([")
	if open < 1 || !strings.HasSuffix(h, ")") && !strings.HasSuffix(h, "]") {
		return Label{}, h, false
	}
	word := strings.Trim(h[open:], "()[] ")
	kind, _, ok := meaning(word)
	rest := strings.TrimSpace(h[:open])
	if !ok || kind == "" || kind == dateline.Kill || kind == dateline.Withdraw || word != strings.ToUpper(word) || rest == "" {
		return Label{}, h, false
	}
	return Label{kind, 0, word}, rest, true
}

// Category reads a category or section that is a label, such as "عاجل".
func Category(c string) (Label, bool) {
	kind, urgency, ok := meaning(strings.Trim(c, " #:"))
	return Label{kind, urgency, c}, ok
}

// cut cuts one label with the sign that ends it.
func cut(h string) (Label, string, bool) {
	s := strings.TrimLeft(h, "#*[(⚡🔴 ")
	for i, r := range s {
		// No label is longer: a sign further on is the headline's own.
		if i > 40 {
			break
		}
		// A flash that is marked as a topic ends by itself: «#عاجل انفجار».
		topic := r == ' ' && i > 0 && strings.HasPrefix(strings.TrimSuffix(h, s), "#")
		if !topic && !ends(s, i, r) {
			continue
		}
		word := strings.Trim(s[:i], " _")
		kind, urgency, ok := meaning(word)
		if !ok || topic && urgency == 0 || word == "Killed" || word == "killed" { // "Killed: the crew of the Nora"
			return Label{}, h, false
		}
		rest := strings.TrimLeft(s[i:], " :|-–—*])…./!")
		return Label{kind, urgency, word}, rest, true
	}
	return Label{}, h, false
}

// ends reports that a label may end at a sign: a colon, a bar or bracket, a
// dash. A hyphen counts after capitals too ("CORRECTED-").
func ends(s string, i int, r rune) bool {
	switch r {
	case ':', '|', '–', '—', ']', ')', '*', '…':
		return true
	case '/':
		return i > 0 && (s[i-1] == ' ' || s[i-1] >= utf8.RuneSelf) // «تصحيح/», but not "Update/downgrade"
	case '-':
		return i > 0 && (s[i-1] == ' ' || s[:i] == strings.ToUpper(s[:i]))
	case '.', '!':
		return strings.HasPrefix(s[i:], "..") || s[i] == '!'
	case ' ':
		// "WITHDRAWN Harbour opens" and "FLASH Harbour opens" have no sign. Where all
		// stands in capitals it is no label: "FLASH FLOODS CLOSE HARBOUR".
		w := s[:i]
		return (w == "WITHDRAWN" || w == "FLASH" || w == "URGENT" || w == "BREAKING" || w == "KILL" || w == "CORRECTED") && strings.ToUpper(s) != s
	}
	return false
}

// meaning knows the labels, in both languages and Persian.
func meaning(label string) (dateline.DecisionKind, dateline.Urgency, bool) {
	// Further ones are numbered: "CORRECTION 2", "UPDATE 1-".
	label = strings.TrimRightFunc(label, func(r rune) bool { return unicode.IsDigit(r) || r == ' ' || r == '(' })
	// Folding drops the signs around words: "-FLASH" and "Kill?" are not what desks write.
	if label != strings.TrimFunc(label, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		return "", 0, false
	}
	l := lang.Folded(label)
	for _, please := range [...]string{"يرجي ", "الرجاء ", "برجاء "} {
		l = strings.TrimPrefix(l, please)
	}
	switch l {
	case "flash", "newsflash", "news flash", "عاجل", "عاجل جدا", "خبر عاجل", "هام وعاجل", "فوري", "خبر فوري":
		return "", dateline.Flash, true
	case "urgent", "breaking", "breaking news", "bulletin", "snap":
		return "", 2, true
	case "correction", "corrected", "corrects", "correct", "refile correction",
		"تصحيح", "تصويب", "استدراك", "خبر مصحح", "مصحح", "تصحيح خبر", "تصحيح الخبر", "اصلاحيه":
		return dateline.Correct, 0, true
	case "clarification", "clarified", "توضيح":
		return dateline.Clarify, 0, true
	case "update", "updated", "writethru", "تحديث", "محدث", "اعاده", "اعاده خبر":
		return dateline.Update, 0, true
	case "withdrawn", "withdrawal", "withdraw", "retraction", "retracted", "advisory withdrawn", "story withdrawn", "article withdrawn", "story retracted", "article retracted", "withdrawal notice",
		"سحب", "سحب خبر", "سحب الخبر", "خبر مسحوب", "مسحوب", "تم سحب الخبر":
		return dateline.Withdraw, 0, true
	case "kill", "mandatory kill", "bulletin kill", "advisory kill", "killed", "story killed", "kill notice", "kill story",
		"الغاء", "الغاء خبر", "الغاء الخبر", "خبر ملغي", "الغاء وسحب خبر", "سحب والغاء خبر", "الغاء الخبر السابق", "يلغي الخبر":
		return dateline.Kill, 0, true
	}
	return "", 0, false
}

// cutLabel takes "Correction:" off a notice, whose kind says as much.
func cutLabel(s string) string {
	label, rest, ok := strings.Cut(s, ":")
	if !ok {
		for _, dash := range []string{" - ", " – ", " — "} {
			if label, rest, ok = strings.Cut(s, dash); ok {
				break
			}
		}
	}
	if !ok || len(strings.Fields(label)) > 3 || strings.TrimSpace(rest) == "" {
		return s
	}
	return strings.TrimSpace(rest)
}

// Standing is the notice for a kill or withdrawal that a headline announces. It
// tells nothing of what was killed.
func Standing(kind dateline.DecisionKind, language string) dateline.Notice {
	arabic := strings.HasPrefix(language, "ar")
	text := "The source has withdrawn this item."
	switch {
	case kind == dateline.Kill && arabic:
		text = "ألغى المصدر هذا الخبر."
	case kind == dateline.Kill:
		text = "The source has killed this item."
	case arabic:
		text = "سحب المصدر هذا الخبر."
	}
	return dateline.Notice{Kind: kind, Text: text}
}
