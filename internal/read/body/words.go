package body

import (
	"strings"
	"unicode"

	"dateline/internal/lang"
	"dateline/internal/read/clean"
)

// leads reports the words by which a line leads to another item.
func leads(s string) bool {
	s = strings.TrimLeft(s, " *►▶>»•-–—[(")
	s = s[:min(len(s), 60)]
	if leading.Of(s, whatever) || strings.HasPrefix(s, "הצטרפו ") && invites(s) {
		return true
	}
	f := folded(s)
	return f != "" && leadsArabic(s, f)
}

// leading are the words that such lines begin with.
var leading = lang.NewBeginnings("read more", "read also", "also read", "see also", "see more", "more:", "related:", "related stor", "related article", "watch:", "watch |", "read:", "read |", "read next", "don't miss", "don’t miss",
	"you may also", "recommended:", "recommended for", "also on ", "explore further", "up next", "more from", "more on ", "insight:", "live updates:", "in pictures:", "listen:", "must read", "trending:", "click here",
	"subscribe to", "sign up for", "sign up to", "thanks for reading", "thank you for reading", "اقرأ:", "إقرأ:", "اقرأ |", "شاهد:", "شاهد |", "شاهد..", "المزيد:", "فيديو |", "بالفيديو |", "بالفيديو:",
	"עוד בנושא", "קראו גם", "קראו עוד", "לקריאה נוספת", "כתבות נוספות", "לכתבות נוספות", "ראו גם", "עקבו אחרינו")

// invites reports the Hebrew call to a channel: «הצטרפו לערוץ הטלגרם». Where it is neither WhatsApp's
// nor Telegram's, the words say that somebody joined one.
func invites(s string) bool {
	_, where, found := strings.Cut(s, "הצטרפו ל")
	if !found {
		return false
	}
	for _, kind := range [...]string{"ערוץ ה", "קבוצת ה"} {
		name, ok := strings.CutPrefix(where, kind)
		if ok && (strings.HasPrefix(name, "וואטסאפ") || strings.HasPrefix(name, "ווטסאפ") || strings.HasPrefix(name, "טלגרם")) {
			return true
		}
	}
	return false
}

// whatever takes all that follows a beginning.
func whatever(string, string) bool { return true }

// label reports a line that is furniture by its words alone.
func label(s string) bool {
	switch strings.Trim(clean.Lower(s), " :.…-–—>»|▼▲↓") {
	case "advertisement", "advertising", "advert", "ad", "ads", "sponsored", "related", "related articles", "related stories", "related news", "related topics", "related content", "recommended stories", "suggested topics", "read more",
		"share", "share this", "share this article", "share this story", "tweet", "print", "email", "comments", "leave a comment", "most read", "most popular", "you may also like", "you might also like",
		"recommended", "story continues below", "article continues below", "story continues below advertisement", "article continues below advertisement", "scroll to continue", "subscribe", "sign up", "continue reading", "read also", "see also", "see more", "more on this story", "table of contents", "contents", "jump to",
		"close", "video", "loading", "loading video", "play", "play video", "photo", "photos", "gallery", "image", "copy link", "link copied", "facebook", "twitter", "linkedin", "pinterest", "whatsapp", "reddit", "skip advertisement", "back to top", "view gallery", "enlarge", "getty images", "watch now", "advertisement - scroll to continue", "don't miss", "trending", "newsletter", "save", "follow us", "tags", "topics", "about the author", "please use chrome browser for a more accessible video player",
		"תגובות", "תגיות", "שתפו", "שיתוף", "פרסומת":
		return true
	}
	return arabicLabel(folded(s))
}

// numbered reports the counter of a gallery: "Image 1 of 5", "2/12", «صورة ١ من ٥».
func numbered(s string) bool {
	if !strings.ContainsFunc(s, unicode.IsDigit) {
		return false // as most lines have none
	}
	fields := strings.FieldsFunc(clean.Lower(s), func(r rune) bool { return r == ' ' || r == '/' })
	digits := 0
	for _, f := range fields {
		switch {
		case strings.TrimFunc(f, unicode.IsDigit) == "":
			digits++
		case f != "image" && f != "photo" && f != "slide" && f != "of" && f != "صورة" && f != "من":
			return false
		}
	}
	return digits == 2
}

// otherSection reports a heading under which something else begins.
func otherSection(s string) bool {
	s = strings.ToLower(strings.Trim(s, " :.#*-–—|»"))
	if sections.Of(s, whatever) {
		return true
	}
	if f := folded(s); f != "" && (begins(f, arabicSections) || leadsArabic(s, f)) {
		return true
	}
	return s == "תגובות" || s == "تبصرے" || s == "related" || s == "comments" || s == "comment" || s == "tags" || s == "share" || s == "advertisement" || s == "references and notes" || s == "legal disclaimer" || s == "suggested topics"
}

// sections are the words that such headings begin with.
var sections = lang.NewBeginnings("more from ", "more great ", "more stories", "more news", "related articles", "related stories", "related news", "related posts", "related topics", "related content", "related items", "related links", "related reading", "recommended", "you may also", "you might also", "read next", "read more", "up next", "about the author", "about author", "about this article",
	"leave a comment", "leave a reply", "post a comment", "add a comment", "join the conversation", "join the discussion", "share this", "subscribe", "sign up", "our newsletter", "newsletter", "latest news", "latest posts", "recent posts", "popular posts", "most read", "most popular", "trending",
	"don't miss", "don’t miss", "citation:", "отзывы", "комментарии", "comentários", "comentarios", "commentaires", "kommentare", "leia mais", "leia também", "lire aussi", "lea también", "mehr zum thema", "עוד בנושא", "כתבות נוספות", "אולי יעניין")

// underBegin are the beginnings of lines under an article.
var underBegin = lang.NewBeginnings("reporting by ", "editing by ", "additional reporting", "our standards:", "follow ", "subscribe", "sign up", "copyright ",
	"tags:", "tags ", "topics:", "filed under", "posted in", "share this", "share on", "read more", "read next", "related:", "more:", "for more information", "contact:", "media contact",
	"view comments", "comments", "leave a ", "like this story", "have a tip", "got a tip", "click here", "get the latest", "download the", "join our", "join the", "this article was originally", "this story was originally",
	"this article originally", "source:", "sources:", "email:", "legal disclaimer", "disclaimer:", "image credit", "photo credit", "featured image", "photo by", "listen to", "advert", "advertisement", "submitted by ", "כל הזכויות שמורות", "מצאתם טעות", "נמצאה טעות")

// underTopics are words that stand in the last paragraph of those reports alone
// that are about them.
var underTopics = lang.NewPhrases("newsletters", "terms of service", "terms of use", "privacy policy", "whatsapp")

// underAnywhere are words that stand in no report's last paragraph.
var underAnywhere = lang.NewPhrases("contributed to this report", "contributed to this story", "contributed to this article", "all rights reserved", "may be reached at", "can be reached at",
	"follow us on", "follow him on", "follow her on", "follow them on", "on twitter at", "our newsletter", "sign up for", "subscribe to", "click here", "published from a syndicated feed", "with inputs from", "with input from agencies", "from a syndicated feed", "published from a wire source", "only a portion of the news stories offered", "without warranty of any kind", "share this on", "become a member", "support our journalism")
