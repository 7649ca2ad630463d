package kind

import (
	"strings"
	"testing"
)

// says is evidence whose visible text is that.
func says(text string, e Evidence) Evidence {
	e.Visible = func() string { return text }
	return e
}

// A judged case is evidence and the kind that follows; the pairs stand on both
// sides of one limit.
type judged struct {
	name string
	e    Evidence
	want Kind
}

func judge(t *testing.T, cases []judged) {
	t.Helper()
	for _, c := range cases {
		if c.e.Visible == nil {
			c.e.Visible = func() string { return strings.Repeat("harbour ", 40) }
		}
		if got, why := Of(c.e); got != c.want || (got == Article) != (why == "") {
			t.Errorf("%s: %q (%s), want %q", c.name, got, why, c.want)
		}
	}
}

func TestWalls(t *testing.T) {
	const ask = "Subscribe to continue reading"
	long := ask + strings.Repeat(" harbour", 1600) // more than any wall says
	judge(t, []judged{
		{"an error with some text", Evidence{Title: "Page not found", Text: shortText - 1}, Error},
		{"an item as long as an item", Evidence{Title: "Page not found", Text: shortText}, Article},
		{"a declared item that is short", Evidence{Title: "Page not found", Text: fewWords, Declared: true}, Article},
		{"a declared error", Evidence{Title: "Page not found", Text: fewWords - 1, Declared: true}, Error},
		{"the headline says it", Evidence{Headline: "الصفحة غير موجودة"}, Error},
		{"the first heading says it", Evidence{H1: "Access denied"}, Error},
		{"a wall", says(ask, Evidence{Text: 50, Paragraph: 50}), Paywall},
		{"a wall in Arabic", says("اشترك لمتابعة القراءة", Evidence{Text: 50, Paragraph: 50}), Paywall},
		{"a test for robots, at the beginning", says("Unusual traffic from your network", Evidence{}), Robot},
		{"a wall's words within others", says("resubscribe to continue", Evidence{Text: 50, Paragraph: 50}), Article},
		{"the words come a second time", says("The harbour. "+ask, Evidence{Text: 50, Paragraph: 50}), Paywall},
		{"a wall below a paragraph", says(ask, Evidence{Text: lead, Paragraph: lead}), Article},
		{"a wall below less than a paragraph", says(ask, Evidence{Text: lead - 1, Paragraph: lead - 1}), Paywall},
		{"a wall beside a declared item", says(ask, Evidence{Text: fewWords, Paragraph: 90, Declared: true}), Article},
		{"a wall beside a shorter one", says(ask, Evidence{Text: fewWords - 1, Paragraph: 90, Declared: true}), Paywall},
		{"a wall in the foot of a long page", says(long, Evidence{Text: 50, Paragraph: 50}), Article},
		{"a wall on a long page without text", says(long, Evidence{}), Paywall},
		{"a flash above a banner for cookies", says("Port of Marsa closed. We value your privacy", Evidence{Text: 40, Paragraph: 40, H1: "Port of Marsa closed"}), Article},
		{"a flash beside a box to log in", says("Port of Marsa closed. Forgot your password?", Evidence{Text: 40, Paragraph: 40, H1: "Port of Marsa closed"}), Article},
		{"a question for consent with a name above", says("Marsa Courier. We value your privacy", Evidence{Text: 40, Paragraph: 40, H1: "Marsa Courier"}), Consent},
		{"a question for consent as heading", says("We value your privacy. Yes.", Evidence{Text: 40, Paragraph: 40, H1: "Before you continue to Marsa"}), Consent},
		{"nothing but the question", says("We value your privacy", Evidence{H1: "Port of Marsa closed"}), Consent},
		{"a flash beside a wall", says(ask, Evidence{Text: 50, Paragraph: 50, H1: "Port of Marsa closed"}), Paywall},
		{"a password", Evidence{Password: true, Text: 50, Paragraph: lead - 1}, Login},
		{"a password beside a paragraph", Evidence{Password: true, Text: 120, Paragraph: lead}, Article},
		{"a password on a declared item", Evidence{Password: true, Declared: true, Text: 50}, Article},
	})
}

func TestPlayers(t *testing.T) {
	gallery, video, photos := []string{"ImageGallery"}, []string{"VideoObject"}, "https://marsa.example/photos/harbour"
	judge(t, []judged{
		{"its data says gallery", Evidence{Types: gallery, Text: fewWords - 1, Paragraph: 200}, Gallery},
		{"a report with pictures", Evidence{Types: gallery, Text: fewWords, Paragraph: 200}, Article},
		{"the address says it, four pictures", Evidence{Address: photos, Pictures: 4, Text: 90}, Gallery},
		{"the address says it, three", Evidence{Address: photos, Pictures: 3, Text: 90}, Article},
		{"the address says it in Arabic", Evidence{Address: "https://marsa.example/صور/7", Pictures: 4, Text: 90}, Gallery},
		{"the headline says it, six", Evidence{Headline: "In pictures: the storm", Pictures: 6, Text: 90}, Gallery},
		{"the headline says it, five", Evidence{Headline: "In pictures: the storm", Pictures: 5, Text: 90}, Article},
		{"the headline says it at its end", Evidence{Headline: "The storm, in photos", Pictures: 6, Text: 90}, Gallery},
		{"the headline is it", Evidence{Headline: "بالصور", Pictures: 6, Text: 90}, Gallery},
		{"the word within a headline", Evidence{Headline: "Minister in pictures scandal", Pictures: 6, Text: 90}, Article},
		{"with a list it is a report", Evidence{Headline: "In pictures: the storm", Pictures: 6, Lists: 1, Text: 90}, Article},
		{"its data says video", Evidence{Types: video, Text: 90, Paragraph: 90}, Video},
		{"its open graph says video", Evidence{OGType: "Video.other", Text: 90, Paragraph: 90}, Video},
		{"video, declared, no player", Evidence{Types: video, Declared: true, Text: 90, Paragraph: 90}, Article},
		{"video, declared, a player", Evidence{Types: video, Declared: true, Players: 1, Text: 90, Paragraph: 90}, Video},
		{"video with a paragraph", Evidence{Types: video, Players: 1, Text: 160, Paragraph: 160}, Article},
		{"video with less than one", Evidence{Types: video, Players: 1, Text: 159, Paragraph: 159}, Video},
		{"a player at a video's address", Evidence{Address: "https://marsa.example/فيديو/5", Players: 1, Text: 90, Paragraph: 159}, Video},
		{"the same with a paragraph", Evidence{Address: "https://marsa.example/video/5", Players: 1, Text: 160, Paragraph: 160}, Article},
		{"a video's address without player", Evidence{Address: "https://marsa.example/video/5", Text: 90, Paragraph: 90}, Article},
		{"a player elsewhere", Evidence{Address: "https://marsa.example/harbour", Players: 1, Text: 90, Paragraph: 90}, Article},
	})
}

func TestFronts(t *testing.T) {
	const root, tag = "https://marsa.example/", "https://marsa.example/tag/harbour"
	collection := []string{"CollectionPage"}
	judge(t, []judged{
		{"a site's address, eight links", Evidence{Address: root, Leads: 8, Text: 700}, Front},
		{"a site's address, seven links", Evidence{Address: root, Leads: 7, Text: 700}, Article},
		{"a site's address, four headings", Evidence{Address: root, Headings: 4, Running: 8, Text: 700}, Front},
		{"a site's address, three headings", Evidence{Address: root, Headings: 3, Running: 3, Text: 5000, Lists: 1}, Article},
		{"a site's address, text between the headings", Evidence{Address: root, Headings: 4, Running: 9, Text: 700, Lists: 1}, Article},
		{"a site's address, less text than links", Evidence{Address: root, Leads: 8, Running: 9, Text: 150*8 - 1}, Front},
		{"a site's address, more text than links", Evidence{Address: root, Leads: 8, Running: 9, Text: 150 * 8}, Article},
		{"a site's address, declared, some text", Evidence{Address: root, Leads: 8, Declared: true, Text: 2000}, Front},
		{"a site's address, declared, an item's text", Evidence{Address: root, Leads: 8, Declared: true, Text: 2001}, Article},
		{"a collection", Evidence{Types: collection, Leads: 8, Running: 9, Text: 5000}, Front},
		{"a collection of nothing", Evidence{Types: collection, Leads: 7, Running: 9, Text: 5000}, Article},
		{"a tag, two headings", Evidence{Address: tag, Headings: 2, Running: 4, Text: 5000}, Front},
		{"a tag, one heading", Evidence{Address: tag, Headings: 1, Running: 1, Text: 5000}, Article},
		{"a tag, text between the headings", Evidence{Address: tag, Headings: 2, Running: 5, Text: 5000}, Article},
		{"no address, teasers", Evidence{Headings: 9, Running: 10, Text: 300*9 - 1}, Front},
		{"no address, as long as an item", Evidence{Headings: 9, Running: 10, Text: 300 * 9}, Article},
		{"no address, links beside", Evidence{Headings: 9, Leads: 20, Running: 10, Text: 300*10 - 1}, Front},
		{"no address, a paragraph without headline", Evidence{Headings: 9, Running: 11, Text: 900}, Article},
		{"no address, four teasers", Evidence{Headings: 4, Running: 4, Text: 900}, Front},
		{"no address, three teasers", Evidence{Headings: 3, Running: 3, Text: 700}, Article},
		{"no address, a list among the teasers", Evidence{Headings: 9, Running: 9, Lists: 1, Text: 900}, Article},
		{"whole items", Evidence{Articles: 5, Headings: 5, Running: 40, Text: 9000}, Front},
		{"four whole items", Evidence{Articles: 4, Headings: 5, Running: 40, Text: 9000}, Article},
		{"whole items under four headings", Evidence{Articles: 5, Headings: 4, Running: 40, Text: 9000}, Article},
		{"links alone", Evidence{Leads: 35, Text: 20*35 - 1, Paragraph: 3*lead - 1}, Front},
		{"links and as much text", Evidence{Leads: 35, Text: 20 * 35, Paragraph: 3*lead - 1}, Article},
		{"links and a paragraph", Evidence{Leads: 35, Text: 20*35 - 1, Paragraph: 3 * lead}, Article},
		{"links and a list", Evidence{Leads: 35, Text: 600, Paragraph: 200, Lists: 1}, Article},
		{"twenty-five links", Evidence{Leads: 25, Text: 499, Paragraph: 200}, Front},
		{"twenty-four links", Evidence{Leads: 24, Text: 479, Paragraph: 200}, Article},
	})
}

func TestEmptyPages(t *testing.T) {
	judge(t, []judged{
		{"nothing", says("", Evidence{}), Empty},
		{"a menu", says(strings.Repeat("م", 199), Evidence{}), Empty},
		{"more than a menu", says(strings.Repeat("م", 200), Evidence{}), Article},
		{"a sentence", says("", Evidence{Text: 1}), Article},
		{"a table", says("", Evidence{Lists: 1}), Article},
		{"declared", says("", Evidence{Declared: true}), Article},
		{"a flash", says("", Evidence{H1: "عاجل"}), Article},
		{"a picture", says("", Evidence{Pictures: 1}), Article},
	})
}

func TestSegments(t *testing.T) {
	tests := map[string]string{
		"https://marsa.example/World/Harbour-opens.html": "world|harbour opens",
		"https://marsa.example//a//b/":                   "a|b",
		"https://marsa.example/a.longer":                 "a longer", // no ending
		"https://marsa.example/x.xhtml":                  "x",
		"https://marsa.example/.well":                    "well",
		"https://marsa.example/%D9%82%D8%B3%D9%85":       "قسم",
		"::": "",
	}
	for in, want := range tests {
		if got := strings.Join(segments(in), "|"); got != want {
			t.Errorf("segments(%q) = %q, want %q", in, got, want)
		}
	}
}
