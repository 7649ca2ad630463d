package notice

import (
	"strings"
	"unicode/utf8"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/lang/calendar"
)

// Body takes notices out of the blocks of a body: at its beginning and its end,
// where sources put them.
func Body(blocks []dateline.Block) ([]dateline.Block, []dateline.Notice) {
	var notices []dateline.Notice
	// The last block stays: a notice alone is what the item has to say.
	for range 2 {
		if n, of := first(blocks); of > 0 && of < len(blocks) {
			notices = append(notices, n)
			blocks = blocks[of:]
		}
		if n, of := last(blocks); of > 0 && of < len(blocks) {
			notices = append(notices, n)
			blocks = blocks[:len(blocks)-of]
		}
	}
	return blocks, notices
}

// first is the notice with which a body begins, and of how many blocks it is: a label
// may stand on a line of its own.
func first(blocks []dateline.Block) (n dateline.Notice, of int) {
	if len(blocks) < 2 {
		return n, 0
	}
	if n, ok := paragraph(blocks[0]); ok {
		return n, 1
	}
	if n, ok := under(blocks[0], blocks[1]); ok {
		return n, 2
	}
	return n, 0
}

// last is the notice with which a body ends.
func last(blocks []dateline.Block) (n dateline.Notice, of int) {
	end := len(blocks) - 1
	if end < 1 {
		return n, 0
	}
	if n, ok := under(blocks[end-1], blocks[end]); ok {
		return n, 2
	}
	if n, ok := paragraph(blocks[end]); ok {
		return n, 1
	}
	return n, 0
}

// most is how long a notice is, in letters: what is longer is an item on corrections.
const most = 600

// under reads a paragraph below a label, "CORRECTION, MARCH 4".
func under(label, text dateline.Block) (dateline.Notice, bool) {
	s := label.Text
	_, words := lang.Words(s)
	kind, n := labelled(s, words)
	if kind == "" || n < len(words) || text.Kind != dateline.Paragraph || utf8.RuneCountInString(text.Text) > most {
		return dateline.Notice{}, false
	}
	// Below a label of its own a second one says no more.
	if inner, ok := paragraph(text); ok {
		return dateline.Notice{Kind: kind, Text: inner.Text}, true
	}
	return dateline.Notice{Kind: kind, Text: text.Text}, true
}

// paragraph reads one block as a notice: "(Corrects paragraph 3 …)",
// "Correction, March 4: An earlier version …", "تصحيح: …", "Editor's note: …".
func paragraph(b dateline.Block) (dateline.Notice, bool) {
	if b.Kind != dateline.Paragraph || utf8.RuneCountInString(b.Text) > most {
		return dateline.Notice{}, false
	}
	s := strings.Trim(b.Text, "()[]*• \u00a0")
	_, words := lang.Words(s)
	if kind, n := labelled(s, words); kind != "" && n < len(words) {
		if righted(words[n:]) {
			kind = dateline.Correct
		}
		return dateline.Notice{Kind: kind, Text: strings.TrimSpace(s[words[n].Start-opening(s[:words[n].Start]):])}, true
	}
	kind := told(words)
	if kind == "" && strings.HasPrefix(b.Text, "(") && strings.HasSuffix(b.Text, ")") {
		kind = bracketed(words)
	}
	if kind != "" {
		return dateline.Notice{Kind: kind, Text: cutLabel(s)}, true
	}
	return dateline.Notice{}, false
}

// opening is the length of the marks right before a word that belong to it: a bracket
// or a quotation mark.
func opening(before string) int {
	return len(before) - len(strings.TrimRight(before, "(\"“«‘'["))
}

// labelled reads the label of a notice with its date, and says how many words both
// have. A label ends with a sign, or is all there is.
func labelled(s string, words []lang.Word) (kind dateline.DecisionKind, n int) {
	const longest = 4 // words
	for n = min(longest, len(words)); n > 0; n-- {
		if kind = labels(forms(words[:n])); kind != "" {
			break
		}
	}
	if kind == "" {
		return "", 0
	}
	for n < len(words) && !sign(s, words, n) && (dated(words[n].Form) || n+1 < len(words) && ofDay(words[n].Form) && dated(words[n+1].Form)) {
		n++
	}
	if n < len(words) && !sign(s, words, n) {
		return "", 0
	}
	// "Correction: March 4, 2031: An earlier version": the date is of the label, if a sign follows it.
	end := n
	for end < len(words) && dated(words[end].Form) {
		end++
	}
	if end > n && end < len(words) && sign(s, words, end) {
		n = end
	}
	return kind, n
}

func forms(words []lang.Word) string {
	all := make([]string, len(words))
	for i := range words {
		all[i] = words[i].Form
	}
	return strings.Join(all, " ")
}

// sign reports that a label may end before a word: at a colon, a dash, or the end of a
// line or bracket.
func sign(s string, words []lang.Word, n int) bool {
	gap := s[words[n-1].End:words[n].Start]
	return strings.ContainsAny(gap, ":–—|)]\n") || strings.Contains(gap, " - ") || strings.Contains(gap, "- ")
}

// labels are those of notices; longer ones come before the shorter ones that they
// begin with.
func labels(forms string) dateline.DecisionKind {
	switch forms {
	case "correction", "corrections", "corrected", "correction and clarification", "corrections and clarifications", "correction and apology", "corrections amplifications",
		"for the record",
		"تصحيح", "تصويب", "استدراك", "تصحيح خبر", "تصحيح خطا", "خطا وتصويب", "تصحيح وتوضيح", "تصحيح واعتذار", "اعتذار وتصحيح", "تنويه وتصحيح", "اعتذار وتصويب":
		return dateline.Correct
	case "clarification", "clarifications", "editor note", "editors note", "note from the editor", "note from the editors",
		"توضيح", "تنويه", "تنويه هام", "تنويه وتوضيح", "ملاحظه المحرر", "ملاحظه من المحرر", "ملاحظه التحرير", "ملاحظه من التحرير", "توضيح من المحرر", "توضيح من التحرير", "تنويه من التحرير":
		return dateline.Clarify
	}
	return ""
}

// ofDay are words of a date beside days and months.
func ofDay(form string) bool {
	switch form {
	case "on", "of", "at", "من", "في", "يوم", "بتاريخ":
		return true
	}
	return false
}

// dated reports a word of the date that labels carry.
func dated(form string) bool {
	if strings.ContainsAny(form[:1], "0123456789") || lang.Weekday(form) > 0 {
		return true
	}
	if _, _, words := calendar.Month(form, ""); words > 0 {
		return true
	}
	switch form {
	case "am", "pm", "gmt", "et", "est", "edt", "pt", "bst", "م",
		"كانون", "تشرين", "الاول", "الثاني": // of months of two words
		return true
	}
	return false
}
