package read

import (
	"strings"
	"testing"

	"dateline"
)

// arabicSystems are pages as content systems of Arab newsrooms write them, of our own copy:
// what they set into and under a text is none of it.
func arabicSystems() []shape {
	return []shape{
		{name: "the paper and who wrote, under the text",
			html: `<html dir=rtl lang=ar><head><title>HEAD</title></head><body><article><h1>HEAD</h1><div class=author>كتب <a href=/author/7>سلمى حداد</a></div><time datetime="2026-07-03T10:15:00+03:00">3 يوليو 2026</time>
<div class=entry-content><p>P1</p><p>P2</p><p>P3</p><p style="text-align:left">صدى الساحل – سلمى حداد</p></div></article></body></html>`,
			byline: "سلمى حداد", published: "2026-07-03T10:15:00+03:00"},
		{name: "place and reporter on a line of their own",
			html: `<html dir=rtl lang=ar><head><title>HEAD</title><meta name=author content="زينب حداد"><meta property="article:published_time" content="2026-07-03T10:15:00+03:00"></head><body><article><h1>HEAD</h1>
<div class="post-content"><p><strong>طرابلس – زينب حداد</strong></p><p>P1</p><p>P2</p><p>P3</p></div></article></body></html>`,
			byline: "زينب حداد", place: "طرابلس", published: "2026-07-03T10:15:00+03:00"},
		{name: "the site's name before the second paragraph",
			html: `<html dir=rtl lang=ar><head><title>HEAD - صوت الساحل</title><meta property="og:site_name" content="صوت الساحل"><meta property="article:published_time" content="2026-07-03T10:15:00+03:00"></head><body><article><h1>HEAD</h1>
<div class="entry-content"><p>P1</p><p><strong>صوت الساحل :</strong> P2</p><p>P3</p><p>المصدر: واس</p></div></article></body></html>`,
			credit: "واس", published: "2026-07-03T10:15:00+03:00"},
		{name: "a change alone, and a day of another item inside the text",
			html: `<html dir=rtl lang=ar><head><title>HEAD</title><meta property="og:type" content="article"></head><body><article><h1>HEAD</h1><div class=post-meta><span class=time><time class="post-published updated" datetime="2026-07-04T10:12:09+03:00">آخر تحديث <b>يوليو 4, 2026</b></time></span></div>
<div class="entry-content"><p>P1</p><div class="bs-irp left"><div class=bs-irp-heading><span class=h-text>مقالات ذات صلة</span></div><div class=listing><p class=title><a href="/1" class=post-url>سفن أخرى تنتظر خارج الميناء</a></p><div class=post-meta><span class=time><time class="post-published updated" datetime="2026-07-03T10:12:09+03:00">يوليو 3, 2026</time></span></div></div></div><p>P2</p><p>P3</p></div></article></body></html>`,
			published: "2026-07-04T10:12:09+03:00", updated: "2026-07-04T10:12:09+03:00"},
		{name: "the label of the source glued to its link",
			html: `<html dir=rtl lang=ar><head><title>HEAD</title><meta property="article:published_time" content="2026-07-03T10:15:00+03:00"></head><body><article><h1>HEAD</h1>
<div class="td-post-content"><p>P1</p><p>P2</p><p>P3</p></div><footer><div class="td-post-source-tags"><div class="td-post-source-via"><div class="td-post-small-box"><span>المصدر</span><a rel=nofollow href="/x">رويترز</a></div></div><ul class="td-tags td-post-small-box clearfix"><li><span>كلمات دليلية</span></li><li><a href="/t">مرسى</a></li></ul></div></footer></article></body></html>`,
			credit: "رويترز", published: "2026-07-03T10:15:00+03:00"},
		{name: "a tag beside the day, of somebody of whom the text speaks by one name",
			html: `<html dir=rtl lang=ar><head><title>HEAD</title></head><body><article><h1>HEAD</h1><div class=meta><a href="/tag/samir" rel=tag>سمير حداد</a></div><div class=date>الجمعة 3 يوليو 2026</div>
<div class="entry-content"><p>P1</p><p>P2</p><p>P3</p></div></article></body></html>`,
			published: "2026-07-03T00:00:00"},
		{name: "who wrote beside the day, and for a tag under the text",
			html: `<html dir=rtl lang=ar><head><title>HEAD</title></head><body><article><h1>HEAD</h1><div class=meta>سلمى حداد</div><div class=date>الجمعة 3 يوليو 2026</div>
<div class="entry-content"><p>P1</p><p>P2</p><p>P3</p></div><div class=tags><a href="/tag/salma" rel=tag>سلمى حداد</a></div></article></body></html>`,
			byline: "سلمى حداد", published: "2026-07-03T00:00:00"},
		{name: "who wrote on the first of lines that end with one break each",
			html:   `<html dir=rtl><head><title>HEAD</title></head><body><div class=newsTitle><h1>HEAD</h1></div><div class=newsDate>تاريخ النشر: 2026-07-03</div><div class=newsDetails><div>كتبت سلمى حداد:<br>P1<br>P2<br>P3</div></div></body></html>`,
			byline: "سلمى حداد", published: "2026-07-03T00:00:00"},
		{name: "place and reporter there",
			html:   `<html dir=rtl><head><title>HEAD</title></head><body><div class=newsTitle><h1>HEAD</h1></div><div class=newsDate>تاريخ النشر: 2026-07-03</div><div class=newsDetails><div>تونس - وائل حداد:<br>P1<br>P2<br>P3</div></div></body></html>`,
			byline: "وائل حداد", place: "تونس", published: "2026-07-03T00:00:00"},
		{name: "the paper and the place on the first line of a paragraph",
			html:  `<html dir=rtl><head><title>HEAD</title><meta property="og:site_name" content="صدى الساحل"></head><body><article><h1>HEAD</h1><time>2026-07-03</time><div class=entry-content><p>صدى الساحل – عمان<br>P1</p><p>P2</p><p>P3</p></div></article></body></html>`,
			place: "عمان", credit: "صدى الساحل", published: "2026-07-03T00:00:00"},
		{name: "the paper's own report, on the first line of a paragraph",
			html:   `<html dir=rtl><head><title>HEAD</title><meta property="og:site_name" content="صحيفة صدى الساحل"></head><body><article><h1>HEAD</h1><time>2026-07-03</time><div class=entry-content><p>خاص-صدى الساحل<br>P1</p><p>P2</p><p>P3</p></div></article></body></html>`,
			credit: "صدى الساحل", published: "2026-07-03T00:00:00"},
		{name: "place and paper, the one with a stroke",
			html:  `<html dir=rtl><head><title>HEAD</title></head><body><article><h1>HEAD</h1><time>2026-07-03</time><div class=entry-content><p>المدى/ تونس<br />P1</p><p>P2</p><p>P3</p></div></article></body></html>`,
			place: "تونس", credit: "المدى", published: "2026-07-03T00:00:00"},
		{name: "the paper before who wrote, by the first half of its name",
			html:   `<html dir=rtl><head><title>HEAD</title><meta property="og:site_name" content="الساحل الآن - Sahel Now جريدة إلكترونية"></head><body><article><h1>HEAD</h1><div><span class=author><a href="/author/x">الساحل الآن - رانيا حداد</a></span><span class=date-post>الجمعة 3 يوليوز 2026 - 10:15</span></div><div class=article-content><p>P1</p><p>P2</p><p>P3</p></div></article></body></html>`,
			byline: "رانيا حداد", published: "2026-07-03T10:15:00"},
		{name: "the paper alone there",
			html:   `<html dir=rtl><head><title>HEAD</title><meta property="og:site_name" content="الساحل الآن - Sahel Now جريدة إلكترونية"></head><body><article><h1>HEAD</h1><div><span class=author><a href="/author/x">الساحل الآن</a></span><span class=date-post>الجمعة 3 يوليوز 2026 - 10:15</span></div><div class=article-content><p>P1</p><p>P2</p><p>P3</p></div></article></body></html>`,
			credit: "الساحل الآن", published: "2026-07-03T10:15:00"},
		{name: "the paper and the place where its writers stand, the word for a paper left out",
			html:  `<html dir=rtl><head><title>HEAD</title><meta property="og:site_name" content="صحيفة صدى الخليج"></head><body><article><h1>HEAD</h1><div class=contributor-name>صدى الخليج - الرياض</div><time datetime="2026-07-03T10:15:00+03:00">3 يوليو 2026</time><div class=article-content><p>P1</p><p>P2</p><p>P3</p></div></article></body></html>`,
			place: "الرياض", credit: "صدى الخليج", published: "2026-07-03T10:15:00+03:00"},
		{name: "both times in meta elements by names of the channel's own",
			html:      `<html dir=rtl lang=ar><head><title>HEAD | قناة المدار</title><meta name="publishedDate" content="2026-07-03T10:15:22"><meta name="lastDate" content="2026-07-03T11:40:10"></head><body><main><header class=article-header><h1>HEAD</h1></header><div class=article-dates><div class=date-simple><span>3/7/2026</span></div><div>|</div><div class=date-updated><span>آخر تحديث:</span> <span>14:40 (توقيت مكة)</span></div></div><div class=wysiwyg><p>P1</p><p>P2</p><p>P3</p></div></main></body></html>`,
			published: "2026-07-03T10:15:22", updated: "2026-07-03T11:40:10"},
		{name: "an agency's own page, its name and a full stop behind the place",
			html:  `<html dir=rtl lang=ar><head><title>HEAD</title><meta property="og:site_name" content="وكالة الموج"></head><body><div class=date>10:15 GMT 03.07.2026</div><h1>HEAD</h1><div class=article__body><div class=article__text>صيدا - الموج. P1</div><div class=article__text>P2</div><div class=article__text>P3</div></div></body></html>`,
			place: "صيدا", credit: "الموج", published: "2026-07-03T10:15:00Z"},
		{name: "the site's name and its own report before the text",
			html:   `<html dir=rtl lang=ar><head><title>HEAD</title><meta property="og:site_name" content="نبض الوطن"></head><body><h1>HEAD</h1><div>تم نشره في الجمعة 3 تموز / يوليو 2026 10:15 صباحا</div><div class=content><p>نبض الوطن ـ خاص - P1</p><p>P2</p><p>P3</p></div></body></html>`,
			credit: "نبض الوطن", published: "2026-07-03T10:15:00"},
		{name: "the site's name and who wrote before the text",
			html:   `<html dir=rtl lang=ar><head><title>HEAD</title><meta property="og:site_name" content="نبض الوطن"></head><body><h1>HEAD</h1><div>تم نشره في الجمعة 3 تموز / يوليو 2026 10:15 صباحا</div><div class=content><p>نبض الوطن - سمير حداد - P1</p><p>P2</p><p>P3</p></div></body></html>`,
			byline: "سمير حداد", credit: "نبض الوطن", published: "2026-07-03T10:15:00"},
		{name: "the same with other dashes",
			html:   `<html dir=rtl lang=ar><head><title>HEAD</title><meta property="og:site_name" content="نبض الوطن"></head><body><h1>HEAD</h1><div>3 يوليو 2026</div><div class=content><p>نبض الوطن – سمير حداد – P1</p><p>P2</p><p>P3</p></div></body></html>`,
			byline: "سمير حداد", credit: "نبض الوطن", published: "2026-07-03T00:00:00"},
		{name: "the site's name and section on the first line",
			html:   `<html dir=rtl lang=ar><head><title>HEAD</title><meta property="og:site_name" content="الفرات نيوز"></head><body><h1>HEAD</h1><div>2026-07-03 | 10:15</div><div class=content><p>الفرات نيوز – محليات<br>P1</p><p>P2</p><p>P3</p></div></body></html>`,
			credit: "الفرات نيوز", published: "2026-07-03T10:15:00"},
		{name: "its own report on the first line, without a sign",
			html:   `<html dir=rtl lang=ar><head><title>HEAD</title><meta property="og:site_name" content="الفرات نيوز"></head><body><h1>HEAD</h1><div>2026-07-03 | 10:15</div><div class=content><p>خاص الفرات نيوز<br>P1</p><p>P2</p><p>P3</p></div></body></html>`,
			credit: "الفرات نيوز", published: "2026-07-03T10:15:00"},
		{name: "who wrote behind the day, on one line",
			html:   `<html dir=rtl lang=ar><head><title>HEAD</title></head><body><h1>HEAD</h1><div class=subinfo>نشر في 03 يوليو 2026 (10:15) <b>بقلم رانيا حداد</b></div><div class=content><p>P1</p><p>P2</p><p>P3</p></div></body></html>`,
			byline: "رانيا حداد", published: "2026-07-03T10:15:00"},
		{name: "both times in one list, each in two calendars, and who wrote from where above it",
			html:   `<html dir=rtl lang=ar><head><title>HEAD</title></head><body><article><h1>HEAD</h1><div class=entry-meta><ul><li class=source>بيروت: سمير حداد</li></ul><ul><li>نُشر: 10:15-3 يوليو 2026 م ـ 18 محرم 1448 هـ</li><li>آخر تحديث: 11:40-3 يوليو 2026 م ـ 18 محرم 1448 هـ</li></ul><ul class=font><li>T</li><li>T</li></ul></div><div class=node-body><p>P1</p><p>P2</p><p>P3</p></div></article></body></html>`,
			byline: "سمير حداد", place: "بيروت", published: "2026-07-03T10:15:00", updated: "2026-07-03T11:40:00"},
		{name: "who wrote, behind a label under the text",
			html:   `<html dir=rtl lang=ar><head><title>HEAD</title></head><body><article><h1>HEAD</h1><div class=date>3/7/2026</div><div class=txt><p>P1</p><p>P2</p><p>P3</p><p>تقرير: سلمى حداد</p></div></article></body></html>`,
			byline: "سلمى حداد", published: "2026-07-03T00:00:00"},
		{name: "the source behind a bar",
			html:   `<html dir=rtl lang=ar><head><title>HEAD</title></head><body><article><h1>HEAD</h1><div class=date>3/7/2026</div><div class=txt><p>P1</p><p>P2</p><p>P3</p><p>المصدر | وكالات</p></div></article></body></html>`,
			credit: "وكالات", published: "2026-07-03T00:00:00"},
		{name: "the source behind a dash",
			html:   `<html dir=rtl lang=ar><head><title>HEAD</title></head><body><article><h1>HEAD</h1><div class=date>3/7/2026</div><div class=txt><p>P1</p><p>P2</p><p>P3</p><p>المصدر - رويترز</p></div></article></body></html>`,
			credit: "رويترز", published: "2026-07-03T00:00:00"},
		{name: "the source in brackets at the very end",
			html:   `<html dir=rtl lang=ar><head><title>HEAD</title></head><body><article><h1>HEAD</h1><div class=date>3/7/2026</div><div class=txt><p>P1</p><p>P2</p><p>P3</p><p>(وكالات)</p></div></article></body></html>`,
			credit: "وكالات", published: "2026-07-03T00:00:00"},
		{name: "who wrote under the headline, the paper and the place before the text",
			html:   `<html dir=rtl lang=ar><head><title>HEAD</title><meta property="og:site_name" content="المرسى"></head><body><article><h1>HEAD</h1><div class=meta><span class=author>سمير حداد</span> <span class=date>03-07-2026</span></div><div class=content><p><strong>المرسى - بيروت</strong></p><p>P1</p><p>P2</p><p>P3</p></div></article></body></html>`,
			byline: "سمير حداد", place: "بيروت", credit: "المرسى", published: "2026-07-03T00:00:00"},
	}
}

// TestOutletAsks: where an outlet's name stands before more paragraphs, it asks the questions.
func TestOutletAsks(t *testing.T) {
	page := `<html dir=rtl lang=ar><head><title>حوار مع مدير الميناء - صوت الساحل</title><meta property="og:site_name" content="صوت الساحل"></head><body><article><h1>حوار مع مدير الميناء</h1><p>` +
		strings.Join([]string{arabicText[0], "صوت الساحل : متى يعود العمل في الميناء كما كان قبل العاصفة؟", arabicText[1], "صوت الساحل : وماذا عن الرصيف الشمالي الذي تصدع؟", arabicText[2]}, "</p><p>") + `</p></article></body></html>`
	it, err := Page(dateline.Copy{Body: []byte(page), Received: received}, Hint{})
	if err != nil || len(it.Body) != 5 || !strings.HasPrefix(it.Body[1].Text, "صوت الساحل :") {
		t.Errorf("%v, text %s", err, it.Text())
	}
}

func TestArabicSystems(t *testing.T) { tryShapes(t, arabicSystems(), arabicText, "ar") }
