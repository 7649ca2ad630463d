package read

import (
	"strings"
	"testing"
	"time"

	"dateline"
)

// TestTimes tries what pages say of times against what they show.
func TestTimes(t *testing.T) {
	const related = `<div class=more><div class=item>Ships of the year<span class=date>25 May 2026</span></div><div class=item>Market opens<span class=date>26 May 2026</span></div></div>`
	data := func(kind, published, modified string) string {
		return `<script type="application/ld+json">{"@type":"` + kind + `","headline":"Harbour opens after storm","datePublished":"` + published + `","dateModified":"` + modified + `"}</script>`
	}
	tests := []struct {
		name, head, under, after string
		published, updated       string
		from                     dateline.Evidence
		confidence               dateline.Confidence
	}{
		{name: "told and shown alike", head: data("NewsArticle", "2026-07-03T10:15:00+03:00", ""), under: "3 July 2026",
			published: "2026-07-03T10:15:00+03:00", from: dateline.FromStructuredData, confidence: dateline.Sure},
		{name: "told in the time of all machines, shown by the page's own clock", head: data("NewsArticle", "2026-07-03T01:50:59Z", "2026-07-03T04:10:00Z"), under: "Published July 2, 2026, 8:50 pm CST</div><div>Updated July 2, 2026, 11:10 pm CST",
			published: "2026-07-02T20:50:59-05:00", updated: "2026-07-02T23:10:00-05:00", from: dateline.FromStructuredData, confidence: dateline.Sure},
		{name: "shown before what machines are told: moved to another system", head: data("NewsArticle", "2026-07-01T10:15:00Z", "2026-07-01T10:15:00Z"), under: "14 May 2025",
			published: "2025-05-14T00:00:00", updated: "2026-07-01T10:15:00Z", from: dateline.FromText, confidence: dateline.Likely},
		{name: "shown as told, and another item's day as near", head: data("NewsArticle", "2026-07-03T10:15:00+03:00", ""), under: "3 July 2026</div><div><a>Ships of the year</a><time datetime=2026-05-25>25 May 2026</time>",
			published: "2026-07-03T10:15:00+03:00", from: dateline.FromStructuredData, confidence: dateline.Sure},
		{name: "shown after it: changed, but first published then", head: data("NewsArticle", "2025-05-14T10:15:00Z", "2026-07-01T10:15:00Z"), under: "1 July 2026",
			published: "2025-05-14T10:15:00Z", updated: "2026-07-01T10:15:00Z", from: dateline.FromStructuredData, confidence: dateline.Sure},
		{name: "shown after it, and machines are told of no change then: dated anew", head: data("NewsArticle", "2025-05-14T10:15:00Z", "2025-05-14T10:15:00Z"), under: "1 July 2026",
			published: "2026-07-01T00:00:00", updated: "2025-05-14T10:15:00Z", from: dateline.FromText, confidence: dateline.Likely},
		{name: "shown a day after it: the clock of another zone, or a change", head: data("NewsArticle", "2026-07-01T22:15:00Z", ""), under: "2 July 2026",
			published: "2026-07-01T22:15:00Z", from: dateline.FromStructuredData, confidence: dateline.Sure},
		{name: "several days shown after it: those of other items", head: data("NewsArticle", "2025-05-14T10:15:00Z", ""), under: "1 July 2026</div><div>2 July 2026",
			published: "2025-05-14T10:15:00Z", from: dateline.FromStructuredData, confidence: dateline.Sure},
		{name: "shown as a change alone", head: data("NewsArticle", "2025-05-14T10:15:00Z", ""), under: "Updated 1 July 2026",
			published: "2025-05-14T10:15:00Z", updated: "2026-07-01T00:00:00", from: dateline.FromStructuredData, confidence: dateline.Sure},
		{name: "points between numbers that stand as machines are told", head: data("NewsArticle", "2026-03-04T10:15:00Z", ""), under: "03.04.2026",
			published: "2026-03-04T10:15:00Z", from: dateline.FromStructuredData, confidence: dateline.Sure},
		{name: "a change of a page, at its end", under: "By Ann Lee", after: "<p>Last updated: 3 July 2026</p>", updated: "2026-07-03T00:00:00"},
		{name: "a change in an element named for byline and date", head: `<meta property="og:type" content="Article">`, under: `<p class="article-byline__pub-dates">Updated 3 July 2026</p>`,
			published: "2026-07-03T00:00:00", updated: "2026-07-03T00:00:00", from: dateline.FromText, confidence: dateline.Doubtful},
		{name: "a change of what is no article", head: `<meta property="og:type" content="profile">`, under: "Updated 3 July 2026", updated: "2026-07-03T00:00:00"},
		{name: "a day in a long line under the headline", under: "Ships that came in on 3 July 2026 with grain waited for a week outside the mole, and their masters were angry about it"},
		{name: "both in one element", under: `<p class="date">Published 3 May 2026 and updated since</p>`,
			published: "2026-05-03T00:00:00", from: dateline.FromText, confidence: dateline.Likely},
		{name: "a page that is no article and shows no time", head: data("WebPage", "2015-06-04T18:42:54Z", "2024-06-04T18:42:54Z"), updated: "2024-06-04T18:42:54Z"},
		{name: "the same, with a day under the headline", head: data("WebPage", "2015-06-04T18:42:54Z", ""), under: "4 June 2015",
			published: "2015-06-04T18:42:54Z", from: dateline.FromStructuredData, confidence: dateline.Sure},
		{name: "days of other items", after: related},
		{name: "a day behind the text, labelled", under: "By Ann Lee", after: "<p>Published 3 July 2026</p>" + related,
			published: "2026-07-03T00:00:00", from: dateline.FromText, confidence: dateline.Likely},
		{name: "one day behind the text", under: "By Ann Lee", after: "<p>3 July 2026</p>", published: "2026-07-03T00:00:00", from: dateline.FromText, confidence: dateline.Doubtful},
		{name: "a day behind the text, labelled in an element of its own, before what machines are told", head: data("NewsArticle", "2026-07-01T10:15:00Z", ""), after: "<p><b>Published</b> <time datetime=2026-05-03>3 May 2026</time></p>" + related,
			published: "2026-05-03T00:00:00", from: dateline.FromTimeElement, confidence: dateline.Sure},
		{name: "a name of a meta element that nobody agreed on", head: `<meta name="w-published-date" content="2026-07-03T06:03:43Z">`,
			published: "2026-07-03T06:03:43Z", from: dateline.FromMeta, confidence: dateline.Sure},
		{name: "an update alone", under: "Updated 3 July 2026", published: "2026-07-03T00:00:00", updated: "2026-07-03T00:00:00", from: dateline.FromText, confidence: dateline.Doubtful},
		{name: "a meta element of another's time", head: `<meta name="public-transport" content="2026-07-03T06:03:43Z"><meta name="start-date" content="2026-07-03T06:03:43Z">`},
		{name: "a meta element of a change", head: `<meta name="pub-date-updated" content="2026-07-03T06:03:43Z">`},
		{name: "meta elements that tell several days: first out, and put out again", head: `<meta name="published-time" content="2026-07-01T08:45:32Z"><meta name="published-date" content="2025-05-14">`,
			published: "2025-05-14T00:00:00", from: dateline.FromMeta, confidence: dateline.Sure},
		{name: "structured data and an earlier day in a meta element", head: data("NewsArticle", "2026-07-01T10:15:00Z", "") + `<meta property="article:published_time" content="2025-05-14">`,
			published: "2026-07-01T10:15:00Z", from: dateline.FromStructuredData, confidence: dateline.Sure},
		{name: "an update alone, on a page with data of its site and of questions", head: `<script type="application/ld+json">[{"@type":"FAQPage"},{"@type":"Organization"}]</script>`, under: "Updated 3 July 2026",
			published: "2026-07-03T00:00:00", updated: "2026-07-03T00:00:00", from: dateline.FromText, confidence: dateline.Doubtful},
		{name: "an update alone, on a page that calls itself a list", head: `<script type="application/ld+json">{"@type":"CollectionPage"}</script>`, under: "Updated 3 July 2026", updated: "2026-07-03T00:00:00"},
		{name: "an update whose label stands in an element of its own", under: `<div>Updated on</div><div class="the-updated-at">3 July 2026</div>`,
			published: "2026-07-03T00:00:00", updated: "2026-07-03T00:00:00", from: dateline.FromText, confidence: dateline.Doubtful},
		{name: "the day of prices", under: "Prices as of 3 July 2026"},
		{name: "days of other items under the headline, and the item's own as an update", under: `By Ann Lee</div><div>Updated 3 July 2026</div><ul><li><p class=date>1 May 2026</p><li><p class=date>2 May 2026</p><li><p class=date>3 May 2026</p></ul><div>`,
			published: "2026-07-03T00:00:00", updated: "2026-07-03T00:00:00", from: dateline.FromText, confidence: dateline.Doubtful},
		{name: "the order of numbers, by an address that only Open Graph has whole", head: `<link rel=canonical href="Harbour opens?"><meta property="og:url" content="https://marsa.example/2026/march/05/harbour">`, under: "05/03/2026",
			published: "2026-03-05T00:00:00", from: dateline.FromText, confidence: dateline.Likely},
		{name: "two days behind the text that could be read both ways", after: `<p>Published 03/05/2026</p><p>Published 05/06/2026</p>`},
		{name: "a site's own front", head: `<link rel=canonical href="https://marsa.example/"><meta property="article:published_time" content="2021-05-24T15:24:38Z">`},
		{name: "a time that RDFa marks, hidden from readers", under: `<span property="schema:dateCreated" content="2026-07-03T10:15:00+03:00" class="rdf-meta"></span>`,
			published: "2026-07-03T10:15:00+03:00", from: dateline.FromTimeElement, confidence: dateline.Sure},
		{name: "a meta element of a like name", head: `<meta name="og:pubdate" content="2026-07-03T10:15:00+03:00"><meta name="publisher-updated" content="2026-07-01">`,
			published: "2026-07-03T10:15:00+03:00", from: dateline.FromMeta, confidence: dateline.Sure},
		{name: "seconds since 1970 in structured data", head: `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour opens after storm","datePublished":1783062900}</script>`,
			published: "2026-07-03T07:15:00Z", from: dateline.FromStructuredData, confidence: dateline.Sure},
		{name: "the day of a post that the text embeds", head: data("NewsArticle", "2026-07-03T10:15:00Z", ""), under: `<blockquote class="marsa-post"><p>All berths are open.</p>— Harbour Watch (@harbourwatch) <a href="https://posts.example/7">July 1, 2026</a></blockquote>`,
			published: "2026-07-03T10:15:00Z", from: dateline.FromStructuredData, confidence: dateline.Sure},
		{name: "the time element of such a post", under: `By Ann Lee</div><blockquote>A post shared by Harbour Watch on <time datetime="2026-07-01T09:00:00Z">Jul 1, 2026 at 9:00am</time></blockquote><div>`},
		{name: "valid through", under: "The offer is valid through 1 August 2026."},
	}
	for _, tt := range tests {
		html := "<html><head><title>Harbour opens after storm</title>" + tt.head + "</head><body><h1>Harbour opens after storm</h1><div>" + tt.under + "</div><p>" +
			strings.Join(englishText, "</p><p>") + "</p><p>" + strings.Repeat("The harbour master spoke for a long time about the ships, the storm and the old market. ", 25) + "</p>" + tt.after + "</body></html>"
		it, err := Page(dateline.Copy{Body: []byte(html), Received: received}, Hint{})
		if err != nil {
			t.Fatal(err)
		}
		if p := it.Published; p.Text() != tt.published || p.From != tt.from || p.Confidence != tt.confidence || it.Updated.Text() != tt.updated {
			t.Errorf("%s: published %s %s %s, updated %s", tt.name, p.Text(), p.From, p.Confidence, it.Updated.Text())
		}
	}
}

// TestShownAbove: a newsroom's page sets its day above the headline, and under a short text those
// of other releases. The day is its own zone's.
func TestShownAbove(t *testing.T) {
	for told, shown := range map[string]string{"2026-07-03T10:15:00+03:00": "July 3", "2026-07-02T22:30:00Z": "July 3", "2026-07-04T03:00:00Z": "July 3"} {
		html := `<html><head><title>Harbour opens after storm</title><meta property="article:published_time" content="` + told + `"></head><body><div><span class=date>` + shown + `, 2026</span></div><h1>Harbour opens after storm</h1><div><p>` +
			strings.Join(englishText, "</p><p>") + `</p></div><div><span class=date>May 25, 2026</span><a href=/r>Ships of the year</a></div><div><span class=date>May 20, 2026</span><a href=/s>Market opens</a></div></body></html>`
		it, err := Page(dateline.Copy{Body: []byte(html), Received: time.Date(2026, 7, 4, 12, 0, 0, 0, time.UTC)}, Hint{})
		if err != nil {
			t.Fatal(err)
		}
		if got := it.Published.Text(); got != told {
			t.Errorf("%s, want %s", got, told)
		}
	}
}

// TestRumours: the Arabic word for rumours, beside the day of another item, is no label of this one's.
func TestRumours(t *testing.T) {
	for line, want := range map[string]string{"شائعات عن البحر 3 مايو 2026": "", "خطأ شائع في 3 مايو 2026": "", "شائع شدہ 3 مئی 2026": "2026-05-03T00:00:00", "شائع ہوا: 3 مئی 2026": "2026-05-03T00:00:00"} {
		html := `<html dir=rtl><head><title>الميناء يفتح أبوابه</title></head><body><h1>الميناء يفتح أبوابه</h1><div class=txt><p>` + strings.Join(arabicText, "</p><p>") + `</p></div><div class=more><div>` + line + `</div></div></body></html>`
		it, err := Page(dateline.Copy{Body: []byte(html), Received: received}, Hint{})
		if err != nil || it.Published.Text() != want {
			t.Errorf("%q: %v %s, want %q", line, err, it.Published.Text(), want)
		}
	}
}
