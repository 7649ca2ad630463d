package read

import (
	"strings"
	"testing"

	"dateline"
)

// Paragraphs for the layouts: what happened in Marsa.
var (
	arabicText = []string{
		"أعيد افتتاح ميناء مرسى يوم الجمعة بعد عاصفة أبقت السفن خارج الميناء مدة أسبوع كامل، كما قال مدير الميناء للصحفيين.",
		"وأضاف المدير أن اثنتي عشرة سفينة كانت تنتظر خارج الرصيف، وأن أولاها دخلت الميناء ظهرا وسط ترحيب البحارة والعمال.",
		"وسيعمل الميناء طوال الليل حتى تفرغ جميع السفن حمولتها، على أن تفتح السوق القديمة أبوابها يوم الاثنين المقبل.",
	}
	englishText = []string{
		"The harbour of Marsa has opened again after a storm that kept ships out for a week, the harbour master told reporters.",
		"Twelve ships waited outside the mole, he said, and the first of them, a grain carrier, came in at noon to cheers.",
		"The port will work through the night until all the ships are unloaded, and the old market will open on Monday.",
	}
)

const arabicHeadline = "افتتاح ميناء مرسى بعد عاصفة دامت أسبوعا"

// A layout is the way in which one kind of site shows an item; TEXT stands for
// its paragraphs, the first of which follows OPENING.
type layout struct {
	name, html              string
	byline, place, credit   string
	published, zone, source string // source is the zone that the source has
	from                    dateline.Evidence
}

// paragraphs writes the text as p elements, the opening before the first.
func (l layout) page(text []string) string {
	head, rest, _ := strings.Cut(l.html, "OPENING")
	open, rest, _ := strings.Cut(rest, "TEXT")
	return head + "<p>" + open + strings.Join(text, "</p>\n<p>") + "</p>" + rest
}

var arabicLayouts = []layout{
	{name: "a weekly's own system",
		html: `<html dir=rtl><title>` + arabicHeadline + ` - مرسى اليوم</title><div id=header><ul><li><a href=/>الرئيسية</a><li><a href=/w>محليات</a></ul></div>
<div class=details><h1>` + arabicHeadline + `</h1><span class=writer>كتب: محمد علي</span><span class=time>الجمعة 03/07/2026 - 10:15 ص</span><div class=txt>OPENINGTEXT</div>
<div class=tags><a href=/t>ميناء</a></div></div><div class=related><h3>أخبار ذات صلة</h3><a href=/1>خبر آخر عن الساحل كله</a></div></html>`,
		byline: "محمد علي", published: "2026-07-03T10:15:00", from: dateline.FromText, source: "Asia/Beirut"},
	{name: "an agency",
		html: `<html lang=ar><head><title>وكالة مرسى : ` + arabicHeadline + `</title><meta property="og:site_name" content="وكالة مرسى"><meta property="og:title" content="` + arabicHeadline + `"></head>
<body><h2>محليات</h2><h1>` + arabicHeadline + `</h1><div>٠٣ تموز ٢٠٢٦</div><div class=news_body>OPENINGمرسى 3 تموز (بترا) -- TEXT</div><p>ع م / س ح</p></body></html>`,
		place: "مرسى", credit: "بترا", published: "2026-07-03T00:00:00", from: dateline.FromText},
	{name: "Egypt: names, months and clock of its own",
		html: `<html><head><title>` + arabicHeadline + `</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"` + arabicHeadline + `","datePublished":"2026-07-03T10:15:00+03:00","author":{"@type":"Person","name":"سلمى حداد"},"publisher":{"@type":"Organization","name":"مرسى"}}</script></head>
<body><h1>` + arabicHeadline + `</h1><div class=art-text>OPENINGكتبت - سلمى حداد:TEXT<p>اقرأ أيضا..</p><p><a href=/2>موانئ أخرى تفتح أبوابها</a></p></div></body></html>`,
		byline: "سلمى حداد", published: "2026-07-03T10:15:00+03:00", from: dateline.FromStructuredData},
	{name: "Tunisia: months from French",
		html:  `<html><title>` + arabicHeadline + ` | المرسى</title><body><header><h2>المرسى</h2></header><article><h1>` + arabicHeadline + `</h1><p class=meta>03 جويلية 2026 في 10:15</p><div class=entry-content>OPENINGتونس (وات) - TEXT</div></article></body></html>`,
		place: "تونس", credit: "وات", published: "2026-07-03T10:15:00", from: dateline.FromText},
	{name: "Morocco",
		html:  `<html><title>` + arabicHeadline + `</title><body><h1>` + arabicHeadline + `</h1><div class=post-date>الجمعة 3 يوليوز 2026</div><div class=post-body>OPENINGالرباط – TEXT</div></body></html>`,
		place: "الرباط", published: "2026-07-03T00:00:00", from: dateline.FromText},
	{name: "Lebanon: two names of a month",
		html:  `<html><title>` + arabicHeadline + `</title><body><div class=box><h1>` + arabicHeadline + `</h1><span>تاريخ النشر: 3 تموز / يوليو 2026 ، 10:15 مساءً بتوقيت غرينتش</span></div><div class=box>OPENINGبيروت – النشرة: TEXT</div></body></html>`,
		place: "بيروت", credit: "النشرة", published: "2026-07-03T22:15:00Z", zone: "GMT", from: dateline.FromText},
	{name: "the Gulf: a Hijri date beside",
		html:  `<html><title>` + arabicHeadline + `</title><body><h1>` + arabicHeadline + `</h1><p>الجمعة 18 محرم 1448هـ - 3 يوليو 2026م</p><div>OPENINGالرياض – واس: TEXT</div></body></html>`,
		place: "الرياض", credit: "واس", published: "2026-07-03T00:00:00", from: dateline.FromText},
	{name: "WordPress with a time element",
		html: `<html lang=ar><head><title>` + arabicHeadline + ` - صدى مرسى</title><meta name=author content=admin><meta property="article:published_time" content="2026-07-03T07:15:00+00:00"></head><body class="single comments-open"><article class="post hentry"><h1 class=entry-title>` + arabicHeadline + `</h1>
<div class=entry-meta><time datetime="2026-07-03T07:15:00+00:00">3 يوليو، 2026</time><span class=author>بواسطة <a rel=author href=/a>ريم قاسم</a></span></div><div class="entry-content no-share">OPENINGTEXT</div></article><section id=comments><h3>تعليقات</h3><p>شكرا لكم على هذا الخبر الجميل، ونتمنى السلامة للجميع في الميناء وخارجه.</p></section></body></html>`,
		byline: "ريم قاسم", published: "2026-07-03T07:15:00Z", zone: "+00:00", from: dateline.FromMeta},
	{name: "line breaks for paragraphs, in tables",
		html:      `<html><title>` + arabicHeadline + `</title><table><tr><td><a href=/>الرئيسية</a></td><td><table><tr><td><h1>` + arabicHeadline + `</h1>التاريخ: 2026-07-03 10:15:00<br></td></tr><tr><td>OPENINGTEXT</td></tr></table></td></tr></table></html>`,
		published: "2026-07-03T10:15:00", from: dateline.FromText},
	{name: "undated",
		html: `<html><title>` + arabicHeadline + `</title><body><div class=clock>12:17</div><h1>` + arabicHeadline + `</h1><div>OPENINGTEXT</div><footer>جميع الحقوق محفوظة 2026</footer></body></html>`},
}

var englishLayouts = []layout{
	{name: "a clock in the masthead is no time of publication",
		html:   `<title>Harbour opens after storm</title><header><div class=date>Tuesday, 02 January 2024 12:17 GMT</div></header><main><h1>Harbour opens after storm</h1><div>By Ann Lee and Bob Ray</div><div>July 3, 2026, 10:15 a.m. ET</div><div>OPENINGMARSA (Reuters) - TEXT</div></main>`,
		byline: "Ann Lee; Bob Ray", place: "MARSA", credit: "Reuters", published: "2026-07-03T10:15:00-04:00", zone: "ET", from: dateline.FromText},
	{name: "day first where the address is British",
		html:      `<title>Harbour opens after storm</title><link rel=canonical href="https://marsa.co.uk/a"><h1>Harbour opens after storm</h1><p>Posted 3/7/2026</p><div>OPENINGTEXT</div>`,
		published: "2026-07-03T00:00:00", from: dateline.FromText},
	{name: "the day in the address",
		html:      `<title>Harbour opens after storm</title><link rel=canonical href="https://marsa.example/2026/07/03/harbour"><h1>Harbour opens after storm</h1><div>OPENINGTEXT</div>`,
		published: "2026-07-03T00:00:00", from: dateline.FromURL},
	{name: "only an update is shown",
		html:      `<title>Harbour opens after storm</title><h1>Harbour opens after storm</h1><p>Updated 3 July 2026</p><div>OPENINGTEXT</div>`,
		published: "2026-07-03T00:00:00", from: dateline.FromText},
	{name: "an ambiguous zone is no zone",
		html:      `<title>Harbour opens after storm</title><h1>Harbour opens after storm</h1><p>3 July 2026 10:15 IST</p><div>OPENINGTEXT</div>`,
		published: "2026-07-03T10:15:00", from: dateline.FromText, source: "Asia/Kolkata"},
}

func TestLayouts(t *testing.T) {
	try := func(layouts []layout, headline string, text []string, language string) {
		for _, l := range layouts {
			it, err := Page(dateline.Copy{Body: []byte(l.page(text)), Received: received, Zone: l.source}, Hint{})
			if err != nil {
				t.Errorf("%s: %v", l.name, err)
				continue
			}
			if it.Headline != headline || it.Language != language {
				t.Errorf("%s: headline %q in %s", l.name, it.Headline, it.Language)
			}
			if got := strings.Join(it.Byline, "; "); got != l.byline || it.Dateline.Place != l.place || it.CreditLine != l.credit {
				t.Errorf("%s: byline %q, dateline %+v, credit %q", l.name, got, it.Dateline, it.CreditLine)
			}
			if p := it.Published; p.Text() != l.published || p.From != l.from || p.Proposed != l.source || l.zone != "" && p.Zone != l.zone {
				t.Errorf("%s: published %s %+v", l.name, p.Text(), p)
			}
			if got, want := it.Text(), strings.Join(text, "\n\n"); got != want {
				t.Errorf("%s: text\n%s", l.name, got)
			}
		}
	}
	try(arabicLayouts, arabicHeadline, arabicText, "ar")
	try(englishLayouts, "Harbour opens after storm", englishText, "en")
}
