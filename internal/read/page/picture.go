package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline"
	"dateline/internal/read/clean"
	"dateline/internal/read/opening"
	"dateline/internal/read/tree"
)

// figure keeps the first picture that has a caption, the caption split from
// what says who made the picture.
func (w *walker) figure(n *html.Node) {
	// Only the first: further ones belong to the paragraphs beside them.
	if w.page.Picture.URL != "" || !w.scan() {
		return
	}
	img := tree.Find(n, isImage)
	caption := tree.Find(n, func(c *html.Node) bool { return c.DataAtom == atom.Figcaption })
	if img != nil && caption != nil {
		w.keepPicture(img, caption)
	}
}

// captioned keeps a picture whose caption only a class calls so: in one box with it, as
// WordPress wrote them before there were figures, or beside it.
func (w *walker) captioned(n *html.Node) {
	if w.page.Picture.URL != "" {
		return
	}
	class := tree.Attr(n, "class")
	if !strings.Contains(class, "caption") || n.Parent == nil || !w.scan() {
		return
	}
	img := tree.Find(n, isImage)
	if img == nil && tree.Text(n) != "" {
		for prev := n.PrevSibling; prev != nil && img == nil; prev = prev.PrevSibling {
			img = tree.Find(prev, isImage)
		}
	}
	if img != nil && tree.Text(n) != "" && len(tree.Text(n)) <= maxText {
		w.keepPicture(img, n)
	}
}

func isImage(n *html.Node) bool { return n.DataAtom == atom.Img }

func (w *walker) keepPicture(img, caption *html.Node) {
	p := &w.page.Picture
	p.URL = tree.Attr(img, "src")
	for _, lazy := range [...]string{"data-src", "data-original", "data-lazy-src"} {
		if v := tree.Attr(img, lazy); v != "" && (p.URL == "" || strings.HasPrefix(p.URL, "data:")) {
			p.URL = v
		}
	}
	// The blank that stands there until a script puts the picture in.
	if strings.HasPrefix(p.URL, "data:") {
		p.URL = ""
	}
	text := cut(tree.Text(caption))
	if by := tree.Find(caption, isCredit); by != nil && by != caption {
		if credit := tree.Text(by); credit != "" && strings.HasSuffix(text, credit) {
			_, name := splitCredit(" " + credit)
			if name == "" {
				name = strings.Trim(credit, " ()[]©")
			}
			p.Caption, p.Credit = strings.TrimRight(strings.TrimSuffix(text, credit), " |-–—("), name
			return
		}
	}
	p.Caption, p.Credit = splitCredit(text)
}

// Credited is a picture with the credit parted from a caption that ends in one. A credit
// that is given beside it stays, and so does the caption.
func Credited(p dateline.Picture) dateline.Picture {
	if p.Credit == "" {
		p.Caption, p.Credit = splitCredit(p.Caption)
	}
	return p
}

// isCredit reports an element that a class calls the credit of a picture.
func isCredit(n *html.Node) bool {
	for w := (tree.Words{Of: tree.Attr(n, "class")}); w.Next(); {
		switch string(w.Word()) {
		case "credit", "credits", "copyright", "attribution", "photographer":
			return true
		}
	}
	return false
}

// splitCredit splits "A quay. Photo: Ann Lee" into caption and credit. A label
// that ends like another stands before it, or its beginning would be caption.
func splitCredit(s string) (caption, credit string) {
	// It has the length of s, so that a place in it is one in s.
	lower := clean.Lower(s)
	for _, label := range [...]string{"photo by ", "photo: ", "photograph: ", "image: ", "photo credit: ", "image credit: ", "picture credit: ", "credit: ", "picture: ", "تصوير: ", "المصدر: ", "صورة: "} {
		// From the end: captions speak of photos, too.
		if i := strings.LastIndex(lower, label); i >= 0 {
			return strings.TrimRight(s[:i], " |/-–—("), strings.Trim(s[i+len(label):], " ().")
		}
	}
	// What shops of agencies set behind their pictures.
	s, _, _ = strings.Cut(s, " Purchase Licensing Rights")
	for _, split := range [...]func(string) (string, string, bool){signed, bracketed, slashed, barred} {
		if caption, credit, ok := split(s); ok {
			return strings.TrimRight(caption, " |-–—"), strings.TrimSpace(credit)
		}
	}
	return s, ""
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
