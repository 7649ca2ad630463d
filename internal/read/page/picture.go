package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/internal/read/clean"
	"dateline/internal/read/opening"
)

// Credited is a picture with the credit parted from a caption that ends in one. A credit
// that is given beside it stays, and so does the caption.
func Credited(p dateline.Picture) dateline.Picture {
	if p.Credit == "" {
		p.Caption, p.Credit = splitCredit(p.Caption)
	}
	return p
}

// splitCredit splits "A quay. Photo: Ann Lee" into caption and credit. A label
// that ends like another stands before it, or its beginning would be caption.
func splitCredit(s string) (caption, credit string) {
	// It has the length of s, so that a place in it is one in s.
	lower := clean.Lower(s)
	for _, label := range [...]string{"photo by ", "photo: ", "photograph: ", "image: ", "photo credit: ", "image credit: ", "picture credit: ", "credit: ", "credit...", "picture: ", "تصوير: ", "المصدر: ", "صورة: "} {
		// From the end: captions speak of photos, too.
		i := strings.LastIndex(lower, label)
		if i < 0 || strings.HasSuffix(lower[:i], "file ") || utf8.RuneCountInString(s[i:]) > longestCredit+len(label) {
			continue // "FILE PHOTO: A quay" is a caption
		}
		return strings.TrimRight(s[:i], " |/-–—("), strings.Trim(s[i+len(label):], " ().")
	}
	// What shops of agencies set behind their pictures.
	s, _, _ = strings.Cut(s, " Purchase Licensing Rights")
	for _, split := range [...]func(string) (string, string, bool){worded, signed, bracketed, slashed, barred} {
		if caption, credit, ok := split(s); ok {
			return strings.TrimRight(caption, " |-–—"), strings.TrimSpace(credit)
		}
	}
	return s, ""
}

// worded splits at words that begin a sentence of their own: "A quay. Photograph by Ann Lee".
// Amid one they are of the caption, which may show a photograph by somebody.
func worded(s string) (caption, credit string, ok bool) {
	for _, words := range [...]string{"Photograph by ", "Photographs by ", "Photography by ", "Photos by ", "Illustration by ", "Image by ", "Photo courtesy of ", "Photo Courtesy of ", "Image courtesy of "} {
		i := strings.LastIndex(s, words)
		if i < 0 || utf8.RuneCountInString(s[i:]) > longestCredit+len(words) {
			continue
		}
		if before := strings.TrimRight(s[:i], " |/-–—("); before == "" || before != strings.TrimRight(s[:i], " ") || strings.ContainsAny(before[len(before)-1:], ".!?)") {
			return before, strings.Trim(s[i+len(words):], " ()."), true
		}
	}
	return "", "", false
}

// longestCredit is how many characters a credit has at most.
const longestCredit = 80

// signed splits at the sign of a copyright: "A quay © Ann Lee / AFP".
func signed(s string) (caption, credit string, ok bool) {
	i := strings.LastIndex(s, "©")
	if i < 0 || utf8.RuneCountInString(s[i:]) > longestCredit {
		return "", "", false
	}
	return s[:i], strings.TrimPrefix(s[i:], "©"), true
}

// bracketed splits what closes a caption in brackets, if it names an agency or who made it
// for one: "(AP Photo/Ann Lee)", "[Ann Lee/Al Jazeera]", «(رويترز)». Other brackets are of
// the caption.
func bracketed(s string) (caption, credit string, ok bool) {
	s = strings.TrimRight(s, " .")
	for _, marks := range [...]string{"()", "[]"} {
		i := strings.LastIndexByte(s, marks[0])
		if i < 0 || !strings.HasSuffix(s, marks[1:]) {
			continue
		}
		inside := s[i+1 : len(s)-1]
		// In square ones no caption goes on: "[Ann Lee/Marsa Courier]".
		if files(inside) || marks == "[]" && strings.Count(inside, "/") == 1 && utf8.RuneCountInString(inside) <= longestCredit {
			return s[:i], inside, true
		}
	}
	return "", "", false
}

// slashed splits an agency with who made the picture for it off the end: "A quay, July 2.
// REUTERS/Ann Lee".
func slashed(s string) (caption, credit string, ok bool) {
	for i := len(s); i > 0; {
		i = strings.LastIndexByte(s[:i], ' ')
		if i < 0 {
			break
		}
		if agency, name, found := strings.Cut(s[i+1:], "/"); found && name != "" && names(agency) && utf8.RuneCountInString(s[i:]) <= longestCredit {
			return s[:i], s[i+1:], true
		}
	}
	return "", "", false
}

// barred splits an agency behind the last bar or dash: «رصيف الميناء - رويترز».
func barred(s string) (caption, credit string, ok bool) {
	for _, bar := range [...]string{" | ", " - ", " – ", " — "} {
		if i := strings.LastIndex(s, bar); i > 0 && names(s[i+len(bar):]) {
			return s[:i], s[i+len(bar):], true
		}
	}
	return "", "", false
}

// signsAlone reports a line that is a credit and no more, "Ann Lee//Getty Images": nothing in it
// begins with a small letter, as the words of a caption do.
func signsAlone(s string) bool {
	if !strings.Contains(s, "/") || !files(s) {
		return false
	}
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '/' || r == ' ' }) {
		if c, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(c) {
			return false
		}
	}
	return true
}

// files reports an agency, or names around a slash of which one is: "Ann Lee/AFP/Getty
// Images", "AP Photo/Ann Lee". Any two words may stand around a slash.
func files(s string) bool {
	if utf8.RuneCountInString(s) > longestCredit {
		return false
	}
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '/' || r == '|' || r == '-' || r == ',' }) {
		if names(part) {
			return true
		}
	}
	return false
}

// names reports an agency under one of the names that it has beside pictures.
func names(s string) bool {
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), " Photo"))
	switch strings.ToLower(s) {
	case "epa", "epa-efe", "afp", "getty", "getty images", "al jazeera", "shutterstock", "istock", "alamy", "apa images", "handout", "file", "pool",
		"الفرنسية", "غيتي", "غيتي إيميجز", "غيتي ايميجز", "الأوروبية", "أسوشيتد برس", "مواقع التواصل", "مواقع التواصل الاجتماعي", "أرشيفية", "إ.ب.أ", "أ.ف.ب", "أ.ب":
		return true
	}
	return opening.Known(s)
}
