package read

import (
	"testing"

	"dateline"
)

// What agencies and distributors set before, amid and behind a text on their own
// pages. The shapes are theirs, the words are ours.
func agencyShapes() []shape {
	return []shape{
		{name: "SPA: its end, a clock and a number",
			html:  `<html dir=rtl lang=ar><title>HEAD</title><body><h1>HEAD</h1><div>الجمعة 1448/1/18 هـ الموافق 2026/07/03 م واس</div><div class=txt><p>مرسى 18 محرم 1448 هـ الموافق 03 يوليو 2026 م واس</p><p>P1</p><p>P2</p><p>P3</p><p>// انتهى //</p><p>12:12 ت مـ</p><p>0071</p></div></body></html>`,
			place: "مرسى", credit: "واس", published: "2026-07-03T00:00:00"},
		{name: "Petra: signs at the end alone",
			html:   `<html dir=rtl lang=ar><title>HEAD</title><body><h1>HEAD</h1><div>3 تموز 2026</div><div><p>P1</p><p>P2</p><p>P3</p><p>--(بترا)</p><p>س ق/م ع</p><p>03/07/2026 12:12:13</p></div></body></html>`,
			credit: "بترا", published: "2026-07-03T00:00:00"},
		{name: "NNA: itself, then the place",
			html:  `<html dir=rtl lang=ar><title>NNA - HEAD</title><body><h1>HEAD</h1><div>الجمعة، 03 تموز 2026 - 12:12</div><div><p>وطنية - مرسى - P1</p><p>P2</p><p>P3</p><p>==================== س.ق.</p></div></body></html>`,
			place: "مرسى", credit: "وطنية", published: "2026-07-03T12:12:00"},
		{name: "Anadolu: person between place and agency, terms for subscribers",
			html:   `<html dir=rtl lang=ar><title>HEAD</title><body><h1>HEAD</h1><span class=tarih>03 يوليو 2026</span><div class=detay><p>مرسى / سلمى قاسم / الأناضول</p><p>P1</p><p>P2</p><p>P3</p><div>الأخبار المنشورة على الصفحة الرسمية للوكالة، هي اختصار لجزء من الأخبار التي تُعرض للمشتركين. <a href=/s>من أجل الاشتراك يُرجى الاتصال بنا.</a></div></div></body></html>`,
			byline: "سلمى قاسم", place: "مرسى", credit: "الأناضول", published: "2026-07-03T00:00:00"},
		{name: "the BBC: labels for those who hear the page",
			html: `<html dir=rtl lang=ar><head><title>HEAD - أخبار المرسى</title><script type="application/ld+json">{"@type":"ReportageNewsArticle","headline":"HEAD","datePublished":"2026-07-03T09:12:31.000Z","author":{"@type":"NewsMediaOrganization","name":"أخبار المرسى"}}</script></head><body><main><h1 id=content>HEAD</h1>
<section aria-labelledby=article-byline><strong class=visually-hidden id=article-byline>Article Information</strong><ul><li><span role=text><span class=visually-hidden>Author, </span><span>سلمى قاسم</span></span></li><li><span role=text><span class=visually-hidden>Role, </span><span>أخبار المرسى - بيروت</span></span></li></ul></section><time datetime=2026-07-03>3 يوليو/ تموز 2026</time>
<div><p>P1</p></div><div><p>P2</p></div><section><a href=#e>تخطى قصص مقترحة وواصل القراءة</a><strong>قصص مقترحة</strong><ul><li><a href=/1>كم خسر الصيادون؟</a></li></ul><p id=e>قصص مقترحة نهاية</p></section><div><p>P3</p></div></main></body></html>`,
			byline: "سلمى قاسم", published: "2026-07-03T09:12:31Z"},
		{name: "KUNA: one break a paragraph, its end and who wrote",
			html:  `<html dir=rtl lang=ar><title>كونا : HEAD</title><body><h1>HEAD</h1><div>13/07/2026</div><p>مرسى - 13 - 7 (كونا) -- P1<br>P2<br>P3 (النهاية)<br>س ق / م ع</p></body></html>`,
			place: "مرسى", credit: "كونا", published: "2026-07-13T00:00:00"},
		{name: "KUNA in paragraphs",
			html:  `<html dir=rtl lang=ar><title>كونا : HEAD</title><body><h1>HEAD</h1><div>13/07/2026</div><p>مرسى - 13 - 7 (كونا) -- P1</p><p>P2</p><p>P3 (النهاية)</p><p>س ق / م ع</p></body></html>`,
			place: "مرسى", credit: "كونا", published: "2026-07-13T00:00:00"},
		{name: "the source in a list under the headline",
			html:   `<html dir=rtl lang=ar><title>HEAD | المرسى</title><body><h1>HEAD</h1><ul><li>الكاتب: المرسى نت</li><li>المصدر: وكالات</li><li>3 تموز 2026 10:15</li></ul><div id=body><p>P1</p><p>P2</p><p>مادة اعلانية</p><p>P3</p></div></body></html>`,
			credit: "وكالات", published: "2026-07-03T10:15:00"},
		{name: "clock and day on two lines",
			html:   `<html dir=rtl lang=ar><title>HEAD | المرسى</title><body><h1>HEAD</h1><div>10:15 ص</div><div>الجمعة 03 يوليو 2026</div><div>كتب- محمد علي:</div><div><p>P1</p><p>P2</p><p>P3</p></div></body></html>`,
			byline: "محمد علي", published: "2026-07-03T10:15:00"},
		{name: "a name above a line with two times",
			html:   `<html dir=rtl lang=ar><title>HEAD - بوابة المرسى</title><body><h2 class=ttl>HEAD</h2><div>سلمى قاسم</div><div>نشر في: الجمعة 3 يوليه 2026 - 10:15 ص | آخر تحديث: الجمعة 3 يوليه 2026 - 11:15 ص</div><div><p>P1</p><p>P2</p><p>P3</p></div></body></html>`,
			byline: "سلمى قاسم", published: "2026-07-03T10:15:00", updated: "2026-07-03T11:15:00"},
		{name: "Al Jazeera: a list that is counted aloud",
			html:      `<html dir=rtl lang=ar><title>HEAD | اقتصاد</title><body><main><h1>HEAD</h1><div class=article-dates>3/7/2026</div><div class=wysiwyg><p>P1</p><div class=more-on><h2>اقرأ أيضا</h2><span class=screen-reader-text>list of 1 items</span><ul><li><span class=screen-reader-text>list 1 of 1</span><article><a href=/1><h3>سفن تنتظر</h3></a></article></li></ul><span class=screen-reader-text>end of list</span></div><p>P2</p><p>P3</p></div></main></body></html>`,
			published: "2026-07-03T00:00:00"},
	}
}

func TestAgencyShapes(t *testing.T) { tryShapes(t, agencyShapes(), arabicText, "ar") }

// Where the first paragraph is a standfirst, an agency that is known opens the second, which
// stays as it is.
func TestOpeningOfSecond(t *testing.T) {
	page := func(second string) []byte {
		return []byte("<html dir=rtl lang=ar><title>" + arabicHeadline + "</title><body><h1>" + arabicHeadline + "</h1><p>" + arabicText[2] + "</p><p>" + second + arabicText[0] + "</p><p>" + arabicText[1] + "</p></body></html>")
	}
	for second, credit := range map[string]string{"القاهرة - سبوتنيك. ": "سبوتنيك", "القاهرة - قال مصدر: ": "", "بيروت - صحيفة المرفأ: ": ""} {
		it, err := Page(dateline.Copy{Body: page(second), Received: received}, Hint{})
		if err != nil || it.CreditLine != credit || (it.Dateline.Place != "") != (credit != "") || len(it.Body) != 3 || it.Body[1].Text != second+arabicText[0] {
			t.Errorf("%s: %+v, %q, %v: %q", second, it.Dateline, it.CreditLine, err, it.Text())
		}
	}
}

func TestDistributorShapes(t *testing.T) {
	tryShapes(t, []shape{
		{name: "MENAFN: its number, and what it does not answer for", headline: "Harbour Opens After Storm",
			html:  `<title>HEAD | MENAFN.COM</title><h1 id=title1>HEAD</h1><br>Date<div id=date>7/13/2026 5:29:53 AM</div><br><div>(<a href=/>MENAFN</a>- Marsa Post) BEIRUT: P1<br><br>P2<br><br>P3<p>MENAFN13072026000067011111ID1110001</p><hr><p><strong>Legal Disclaimer:</strong><br>The news is given “as is” without warranty of any kind. For complaints on it, kindly contact the provider above.</p></div>`,
			place: "BEIRUT", credit: "MENAFN- Marsa Post", published: "2026-07-13T05:29:53"},
		{name: "Reuters: paragraphs that are none, its newsletter, its standards", headline: "Harbour opens after storm, officials say",
			html: `<html lang=en><head><title>HEAD | Reuters</title><meta property=og:site_name content=Reuters><meta name=article:published_time content=2026-07-03T09:12:31Z></head><body><main><article><h1 data-testid=Heading>HEAD</h1><time datetime=2026-07-03T09:12:31Z><span>July 3, 2026</span></time>
<div class=article-body><ul data-testid=Summary><li>All quays to open this month</li><li>Fishermen ask for aid</li></ul><div data-testid=paragraph-0>MARSA, July 3 (Reuters) - P1</div><div data-testid=paragraph-1>P2</div><div>The Daily Tide newsletter has all the news that you need to start your day. Sign up <a href=/n>here.</a></div><div data-testid=paragraph-2>P3</div><div>Reporting by Ann Lee and Bob Ray; Editing by Carol Dee</div><p>Our Standards: <a href=/s>Principles of Trust</a></p><div>Suggested Topics:</div><ul><li><a>World</a></li></ul></div></article></main></body></html>`,
			byline: "Ann Lee; Bob Ray", place: "MARSA", credit: "Reuters", published: "2026-07-03T09:12:31Z"},
		{name: "CNN: place and name in spans, and an agency's name at the end of what it gave", headline: "Harbour opens after storm, officials say",
			html:   `<html lang=en><title>HEAD | CNN</title><body><h1>HEAD</h1><div class=byline>By <a>Ann Lee</a>, CNN</div><div>Published 10:15 AM EDT, Fri July 3, 2026</div><p>By Ann Lee, Middle East correspondent</p><div><p><cite><span>Marsa, Norland</span><span>CNN</span> — </cite>P1</p><p>P2</p><p>P3</p><p>REUTERS</p></div></body></html>`,
			byline: "Ann Lee", place: "Marsa, Norland", credit: "CNN", published: "2026-07-03T10:15:00-04:00"},
		{name: "an agency's name at the end alone", headline: "Harbour opens after storm, officials say",
			html:   `<html lang=en><title>HEAD | Quay Times</title><body><h1>HEAD</h1><div>Published Jul 03, 2026, 10:15 AM</div><div><p>P1</p><p>P2</p><p>P3</p><p>REUTERS</p></div></body></html>`,
			credit: "REUTERS", published: "2026-07-03T10:15:00"},
		{name: "who reported from where, and the day, above the text", headline: "After a Storm, a Harbour Opens Again",
			html:   `<html lang=en><title>HEAD</title><body><main><article><h1>HEAD</h1><section><div><p>By <span>Ann Lee</span> and <span>Bob Ray</span></p><p>Ann Lee reported from Marsa, and Bob Ray from the ships that were waiting outside.</p><time datetime=2026-07-03T05:12:31-04:00>July 3, 2026</time></div><div><p>P1</p><p>P2</p></div><p>[ <a href=/1>Storm leaves thousands without power</a> ]</p><div><p>P3</p></div></section></article></main></body></html>`,
			byline: "Ann Lee; Bob Ray", published: "2026-07-03T05:12:31-04:00"},
	}, englishText, "en")
}
