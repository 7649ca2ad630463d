package read

import "testing"

// Pages whose headline is no h1, whose title is the site's on every page, or that show a day
// above their menu, which is the day on which they were fetched.
func TestArabicHeads(t *testing.T) {
	const text = `<p>P1</p><p>P2</p><p>P3</p>`
	tryShapes(t, []shape{
		{name: "a title for all pages, a heading, and the masthead's day above",
			html:      `<html dir=rtl><title>صحيفة مرسى</title><body><div id=top>السبت 4 يوليو 2026</div><div><h2>HEAD</h2><span>الجمعة 3 يوليو 2026</span>` + text + `</div></body></html>`,
			published: "2026-07-03T00:00:00"},
		{name: "a title for all pages, with what it is",
			html:      `<html dir=rtl><title>صحيفة مرسى الإلكترونية | الصفحة الرئيسية</title><body><h3>HEAD</h3><span>الجمعة 3 يوليو 2026</span>` + text + `</body></html>`,
			published: "2026-07-03T00:00:00"},
		{name: "a headline in a box that is called so",
			html:      `<html dir=rtl><title>صحيفة مرسى</title><body><div class=news_title>HEAD</div><span>الجمعة 3 يوليو 2026</span>` + text + `</body></html>`,
			published: "2026-07-03T00:00:00"},
		{name: "a headline in large letters",
			html:   `<html dir=rtl><title>صحيفة مرسى</title><body><table><tr><td><font size=5><b>HEAD</b></font></td></tr><tr><td><font color=red>كتب - محمد علي</font></td></tr><tr><td>` + text + `</td></tr></table></body></html>`,
			byline: "محمد علي"},
		{name: "undated, under a masthead and a menu",
			html: `<html dir=rtl><title>HEAD - صحيفة مرسى</title><body><div id=top>السبت 4 يوليو 2026 م الموافق 19 محرم 1448 هـ</div><div id=menu><a href=/>الرئيسية</a> <a href=/w>محليات</a></div><h1>HEAD</h1>` + text + `</body></html>`},
		{name: "the agency of Saudi Arabia names its desk",
			html: `<html dir=rtl><title>اقتصادي / HEAD</title><body><h1>اقتصادي / HEAD</h1>` + text + `</body></html>`},
		{name: "a section in the heading",
			html: `<html dir=rtl><title>HEAD - مرسى اليوم</title><body><h1><span class=kicker>اقتصاد</span> HEAD</h1>` + text + `</body></html>`},
		{name: "the agency's name as a heading above",
			html: `<html dir=rtl><title>HEAD</title><body><h1 class=logo><a href=/>وكالة مرسى للأنباء</a></h1><h2 class=post-title>HEAD</h2>` + text + `</body></html>`},
	}, arabicText, "ar")
}

func TestEnglishHeads(t *testing.T) {
	const text = `<p>P1</p><p>P2</p><p>P3</p>`
	const head = "Harbour opens again after a week of storm"
	tryShapes(t, []shape{
		{name: "a title for all pages, and an h1 of other words", headline: head,
			html:      `<html><title>Quay Gazette</title><body><h1>HEAD</h1><span>3 July 2026</span>` + text + `</body></html>`,
			published: "2026-07-03T00:00:00"},
		{name: "the paper as h1, with a name like a person's beside the day", headline: head,
			html:      `<html><title>HEAD | Quay Gazette</title><body><h1><a href=/>Quay Gazette</a></h1><h2>HEAD</h2><span>3 July 2026</span>` + text + `</body></html>`,
			published: "2026-07-03T00:00:00"},
		{name: "undated, under a masthead with a clock, no h1", headline: head,
			html: `<html><title>HEAD - Quay Gazette</title><body><div id=top>Saturday, July 4, 2026 | 10:10 GMT</div><ul><li><a href=/>Home</a><li><a href=/w>World</a><li><a href=/s>Sport</a></ul><h2 class=story-title>HEAD</h2>` + text + `</body></html>`},
		{name: "a section glued to the headline", headline: head,
			html: `<html><title>HEAD - Quay Gazette</title><body><h1><span class="c-kicker">Shipping</span>HEAD</h1>` + text + `</body></html>`},
		{name: "a heading of the section before it", headline: head,
			html: `<html><title>HEAD</title><body><h1>Shipping news</h1><h1>HEAD</h1>` + text + `</body></html>`},
		{name: "a day above the headline, under the menu, is its own", headline: head,
			html:      `<html><title>HEAD - Quay Gazette</title><body><ul><li><a href=/>Home</a><li><a href=/w>World</a><li><a href=/s>Sport</a></ul><div>3 July 2026</div><h1>HEAD</h1>` + text + `</body></html>`,
			published: "2026-07-03T00:00:00"},
	}, englishText, "en")
}
