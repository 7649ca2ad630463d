package read

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"dateline"
)

// A page of a known shape: P1, P2 and P3 stand for its paragraphs, HEAD for its
// headline. What is not given is expected to be missing.
type shape struct {
	name, html            string
	headline              string // where it is not the usual one
	byline, place, credit string
	standfirst            string
	published, updated    string
	extra                 []string // paragraphs of the text after the three
	encode                func(*testing.T, string) []byte
}

func (s shape) bytes(t *testing.T, text []string) []byte {
	out := strings.NewReplacer("P1", text[0], "P2", text[1], "P3", text[2], "HEAD", cmp.Or(s.headline, arabicHeadline)).Replace(s.html)
	if s.encode != nil {
		return s.encode(t, out)
	}
	return []byte(out)
}

func windows1256(t *testing.T, s string) []byte {
	b, err := charmap.Windows1256.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// shapedLetters writes Arabic letters as their isolated presentation forms.
func shapedLetters(_ *testing.T, s string) []byte {
	return []byte(strings.NewReplacer("مرسى", "ﻣﺮﺳﻰ", "افتتاح", "ﺍﻓﺘﺘﺎﺡ").Replace(s))
}

func arabicShapes() []shape {
	return []shape{
		{name: "live blog",
			html: `<html dir=rtl lang=ar><head><title>HEAD | مرسى اليوم</title><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"HEAD","datePublished":"2026-07-03T10:15:00+03:00","dateModified":"2026-07-03T12:40:00+03:00","coverageStartTime":"2026-07-03T10:00:00+03:00"}</script></head>
<body><h1>HEAD</h1><div class=lead><p>P1</p></div><div class=live-updates><div class=update><span class=time>12:40</span><p>P2</p><div class=share><a href=#>فيسبوك</a></div></div>
<div class=update><span class=time>11:05</span><p>P3</p><div class=share><a href=#>فيسبوك</a></div></div></div><button>تحميل المزيد</button></body></html>`,
			published: "2026-07-03T10:15:00+03:00", updated: "2026-07-03T12:40:00+03:00"},
		{name: "opinion with a box about its author",
			html: `<html dir=rtl><title>HEAD - مرسى اليوم</title><body><div class=opinion><div class=writer><img src=/a.jpg><a href=/writers/7>محمد علي</a></div><h1>HEAD</h1><span class=date>الجمعة 3 يوليو 2026</span>
<div class=article-body><p>P1</p><p>P2</p><p>P3</p><p>الآراء الواردة في هذا المقال تعبّر عن رأي كاتبها ولا تعبّر بالضرورة عن رأي الصحيفة.</p></div>
<div class=author-box><h4>عن الكاتب</h4><p>محمد علي كاتب وصحفي يكتب عن موانئ الساحل منذ عشرين عاما، وله كتاب عن تاريخ مرسى وأسواقها القديمة.</p><h4>مقالات أخرى للكاتب</h4><ul><li><a href=/1>سوق مرسى القديمة وحكاياتها</a></ul></div></div></body></html>`,
			byline: "محمد علي", published: "2026-07-03T00:00:00"},
		{name: "a name and where he writes from, which nothing marks",
			html: `<html dir=rtl lang=ar><head><title>HEAD</title></head><body><div class=top><h1>HEAD</h1><div class=info><p>سمير حداد (القاهرة)</p><p>GMT 10:15 2026 الجمعة ,03 تموز / يوليو</p></div></div>
<div class=txt><p>P1</p><p>P2</p><p>P3</p></div></body></html>`,
			byline: "سمير حداد", published: "2026-07-03T10:15:00Z"},
		{name: "a tag with somebody of whom the text tells",
			html: `<html dir=rtl lang=ar><head><title>HEAD</title></head><body><div class=top><h1>HEAD</h1><div class=info><p>سمير حداد</p><p>الجمعة 3 يوليو 2026</p></div></div>
<div class=txt><p>P1</p><p>P2</p><p>P3</p><p>وقال مدير الميناء سمير حداد إن الأرصفة كلها ستفتح قبل نهاية الشهر، وإن السفن ستعود إلى المرور كما كانت.</p></div></body></html>`,
			published: "2026-07-03T00:00:00", extra: []string{"وقال مدير الميناء سمير حداد إن الأرصفة كلها ستفتح قبل نهاية الشهر، وإن السفن ستعود إلى المرور كما كانت."}},
		{name: "an agency's report, which names who reported it in brackets at its end",
			html: `<html dir=rtl lang=ar><head><title>HEAD</title><meta name=author content=رويترز></head><body><div class=top><h1>HEAD</h1><p>3 يوليو 2026 - 10:15 ص</p></div>
<div class=txt><p>مرسى (رويترز) - P1</p><p>P2</p><p>P3</p><p>(تغطية صحفية سمير حداد من بيروت - إعداد محمد علي للنشرة العربية - تحرير سامي نور)</p></div></body></html>`,
			byline: "سمير حداد", place: "مرسى", credit: "رويترز", published: "2026-07-03T10:15:00",
			extra: []string{"(تغطية صحفية سمير حداد من بيروت - إعداد محمد علي للنشرة العربية - تحرير سامي نور)"}},
		{name: "an agency's own page",
			html: `<html dir=rtl><head><title>وكالة أنباء مرسى - HEAD</title><meta property=og:site_name content="وكالة أنباء مرسى"></head><body><div class=main-news><div class=sec>محليات</div><h1>HEAD</h1><div class=info>2026/07/03 10:15:22 م</div>
<div class=news-text>مرسى في 3 يوليو / و أ م / P1<br><br>P2<br><br>P3<br><br>ر ق / س ح</div><div class=tools>طباعة | إرسال | حفظ</div></div></body></html>`,
			place: "مرسى", credit: "و أ م", published: "2026-07-03T22:15:22"},
		{name: "a Hijri and a common date in numbers",
			html:      `<html dir=rtl><title>HEAD</title><body><h1>HEAD</h1><ul class=meta><li>18/01/1448 هـ</li><li>03/07/2026 م</li><li>10:15 ص</li></ul><div class=body-text><p>P1</p><p>P2</p><p>P3</p></div></body></html>`,
			published: "2026-07-03T00:00:00"},
		{name: "WordPress with related items inside its text",
			html: `<html dir=rtl lang=ar><head><title>HEAD - صدى مرسى</title><meta property="article:published_time" content="2026-07-03T07:15:00+00:00"></head><body class="rtl single-post"><div class=jeg_inner><h1 class=jeg_post_title>HEAD</h1>
<div class=jeg_meta_container><div class=jeg_meta_author><span>كتب</span> <a href=/a>سلمى حداد</a></div><div class=jeg_meta_date><a href=#>3 يوليو، 2026</a></div></div>
<div class=content-inner><p>P1</p><div class="jnews_inline_related_post"><h3>مقالات ذات صلة</h3><article><h3><a href=/1>سفن أخرى تنتظر خارج الميناء القديم</a></h3><span>1 يوليو، 2026</span></article></div><p>P2</p><p>اقرأ أيضاً: <a href=/2>سوق مرسى تفتح أبوابها</a></p><p>P3</p><p>للاشتراك في قناتنا على تلغرام <a href=/t>اضغط هنا</a></p></div>
<div class=jeg_post_tags>تاجز: <a href=/t/1>ميناء</a></div></div></body></html>`,
			byline: "سلمى حداد", published: "2026-07-03T07:15:00Z"},
		{name: "AMP",
			html: `<!doctype html><html amp lang=ar dir=rtl><head><meta charset=utf-8><title>HEAD</title><link rel=canonical href="https://marsa.example/ar/1"><script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":"HEAD","datePublished":"2026-07-03T10:15:00+03:00","author":{"@type":"Person","name":"محمد علي"}}</script></head>
<body><amp-sidebar id=s><ul><li><a href=/>الرئيسية</a></ul></amp-sidebar><h1>HEAD</h1><amp-img src=/p.jpg width=1 height=1></amp-img><amp-social-share type=facebook></amp-social-share><div class=article><p>P1</p><amp-ad width=300 height=250><div>إعلان</div></amp-ad><p>P2</p><amp-iframe src=/v><div placeholder>فيديو</div></amp-iframe><p>P3</p></div><amp-list src=/r><div>إقرأ أيضا</div></amp-list></body></html>`,
			byline: "محمد علي", published: "2026-07-03T10:15:00+03:00"},
		{name: "windows-1256, said in its head alone",
			html:   `<html dir=rtl><head><meta http-equiv=Content-Type content="text/html; charset=windows-1256"><title>HEAD</title></head><body><table><tr><td><h1>HEAD</h1>الجمعة 03/07/2026 10:15 ص<br><br>كتب: محمد علي<br><br>P1<br><br>P2<br><br>P3<br><br></td></tr></table></body></html>`,
			encode: windows1256, byline: "محمد علي", published: "2026-07-03T10:15:00"},
		{name: "windows-1256, said nowhere",
			html:   `<html dir=rtl><head><title>HEAD</title></head><body><h1>HEAD</h1><div>03/07/2026</div><div><p>P1</p><p>P2</p><p>P3</p></div></body></html>`,
			encode: windows1256, published: "2026-07-03T00:00:00"},
		{name: "presentation forms around the text",
			html:   `<html dir=rtl><head><title>HEAD</title></head><body><h1>HEAD</h1><div>3 ﻳﻮﻟﻴﻮ 2026</div><div>ﻛﺘﺐ: ﻣﺤﻤﺪ ﻋﻠﻲ</div><div><p>P1</p><p>P2</p><p>ﺍﻗﺮﺃ ﺃﻳﻀﺎ: <a href=/1>خبر آخر</a></p><p>P3</p></div></body></html>`,
			encode: shapedLetters, byline: "محمد علي", published: "2026-07-03T00:00:00"},
		{name: "Blogger",
			html: `<html dir=rtl><head><title>مدونة مرسى: HEAD</title></head><body><div class='post hentry'><h1 class='post-title entry-title'>HEAD</h1><div class='post-header'></div><div class='post-body entry-content'><div dir="rtl" style="text-align: right;" trbidi="on"><span style="font-size: large;">P1</span><br /><br /><span style="font-size: large;">P2</span><br /><br /><span style="font-size: large;">P3</span></div></div>
<div class='post-footer'><span class='post-author vcard'>مرسلة بواسطة <span class='fn'>ريم قاسم</span></span> <span class='post-timestamp'>في <a class='timestamp-link' href=/x><abbr class='published' title='2026-07-03T10:15:00+03:00'>10:15 ص</abbr></a></span></div></div><div id=comments><h4>ليست هناك تعليقات:</h4></div></body></html>`,
			byline: "ريم قاسم", published: "2026-07-03T10:15:00+03:00"},
		{name: "Drupal",
			html: `<html dir=rtl lang=ar><head><title>HEAD | مرسى</title></head><body><div id=page><h1 class="title" id="page-title">HEAD</h1><div class="node node-article"><div class="submitted">نشر بواسطة <span class="username">سلمى حداد</span> في جمعة, 03/07/2026 - 10:15</div>
<div class="content"><div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even" property="content:encoded"><p>P1</p><p>&nbsp;</p><p>P2</p><p>&nbsp;</p><p>P3</p></div></div></div><div class="field field-name-field-tags"><h3 class="field-label">الكلمات الدلالية:</h3><ul class=links><li><a href=/t>ميناء</a></ul></div></div><ul class="links inline"><li><a href=/login>سجّل الدخول</a> لإرسال تعليقات</ul></div></div></body></html>`,
			byline: "سلمى حداد", published: "2026-07-03T10:15:00"},
		{name: "ASP.NET, all of it in a form",
			html: `<html><head><title>HEAD</title></head><body><form method=post action="./News.aspx?id=7" id=form1><input type=hidden name=__VIEWSTATE value=x><div id=menu><a href=/>الرئيسية</a></div><span id=ctl00_lblTitle class=NewsTitle><h1>HEAD</h1></span><span id=ctl00_lblDate>تاريخ النشر: 03/07/2026 - 10:15 م</span>
<div id=ctl00_lblDetails><div style="text-align: justify">P1</div><div style="text-align: justify">&nbsp;</div><div style="text-align: justify">P2</div><div style="text-align: justify">P3</div></div><div>عدد المشاهدات: 1024</div></form></body></html>`,
			published: "2026-07-03T22:15:00"},
		{name: "standfirst, source and both times",
			html: `<html dir=rtl lang=ar><head><title>HEAD | أخبار | مرسى نت</title><meta property="og:description" content="ميناء مرسى يعود إلى العمل بعد أسبوع من العاصفة، والسفن تدخل تباعا."></head><body><header class=article-header><h1>HEAD</h1><p class=article-excerpt><em>ميناء مرسى يعود إلى العمل بعد أسبوع من العاصفة، والسفن تدخل تباعا.</em></p><div class=article-dates><span>3/7/2026</span><span>|</span><span>آخر تحديث: 4/7/2026 10:15 (توقيت مكة)</span></div></header>
<main><div class=wysiwyg><p>P1</p><h2>سفن تنتظر</h2><p>P2</p><figure><img src=/1.jpg><figcaption>رصيف الميناء مساء (رويترز)</figcaption></figure><p>P3</p></div><div class=article-source>المصدر : وكالات</div></main></body></html>`,
			standfirst: "ميناء مرسى يعود إلى العمل بعد أسبوع من العاصفة، والسفن تدخل تباعا.", published: "2026-07-03T00:00:00", updated: "2026-07-04T10:15:00+03:00"},
		{name: "outlet and name on one line",
			html:   `<html dir=rtl><title>HEAD</title><body><h1>HEAD</h1><span class=author>الساحل - سلمى حداد</span> <span class=date-post>الجمعة 3 يوليوز 2026 - 10:15</span><div class=article-content><p>P1</p><p>P2</p><p>P3</p></div></body></html>`,
			byline: "سلمى حداد", published: "2026-07-03T10:15:00"},
		{name: "name from a place",
			html:   `<html dir=rtl><title>HEAD</title><body><h1>HEAD</h1><div class=author>سلمى حداد من بيروت</div><div>نشر في: الجمعة 3 يوليو 2026 - 10:15 ص</div><div><p>P1</p><p>P2</p><p>P3</p></div></body></html>`,
			byline: "سلمى حداد", published: "2026-07-03T10:15:00"},
		{name: "place, person and agency on a line of their own",
			html:   `<html dir=rtl><title>HEAD</title><body><h1>HEAD</h1><div>03.07.2026 - محدث : 04.07.2026</div><div class=content-body><p>إسطنبول/ محمد علي/ الأناضول</p><p>P1</p><p>P2</p><p>P3</p></div></body></html>`,
			byline: "محمد علي", place: "إسطنبول", credit: "الأناضول", published: "2026-07-03T00:00:00", updated: "2026-07-04T00:00:00"},
		{name: "place and paper, clock before the day, two calendars",
			html:  `<html dir=rtl><title>HEAD</title><body><h1>HEAD</h1><ul><li>لندن: «الشرق الأوسط»</li><li>نُشر: 10:15-3 يوليو 2026 م ـ 18 مُحرَّم 1448 هـ</li></ul><div><p>P1</p><p>P2</p><p>P3</p></div></body></html>`,
			place: "لندن", credit: "الشرق الأوسط", published: "2026-07-03T10:15:00"},
		{name: "all of it on one line with bars, under a masthead's day",
			html:   `<html dir=rtl><title>HEAD | صحيفة المرسى</title><body><div id=top><span id=date>السبت 4 يوليو 2026</span></div><div><h1>HEAD</h1><div class=info><span>نشر في: 03 يوليو 2026 - 10:15 ص</span> | <span>آخر تحديث: 03 يوليو 2026 - 11:40 ص</span> | <span>كتب: سلمى حداد</span> | <span>عدد المشاهدات: 1532</span></div><div class=pic><img src=a.jpg><br>الميناء بعد العاصفة - أرشيفية</div><div id=story><p><b>المرسى - صحيفة المرسى:</b> P1</p><p>P2</p><p>P3</p></div></div></body></html>`,
			byline: "سلمى حداد", place: "المرسى", credit: "صحيفة المرسى", published: "2026-07-03T10:15:00", updated: "2026-07-03T11:40:00"},
		{name: "the agency under the text, and what tags and joins it",
			html:   `<html dir=rtl><title>HEAD</title><body><h1>HEAD</h1><div>الجمعة 3 يوليو 2026</div><p>سلمى حداد - المرسى</p><div><p>P1</p><p>P2</p><p>.</p><p>P3</p><p>المصدر: رويترز + وكالات</p><p>#الميناء #العاصفة</p></div></body></html>`,
			byline: "سلمى حداد", credit: "رويترز", published: "2026-07-03T00:00:00"},
		{name: "an agency with nothing after its name",
			html:  `<html dir=rtl><title>HEAD</title><body><h1>HEAD</h1><div>الجمعة 1448/1/18 هـ الموافق 2026/07/03 م</div><div><p>الرياض 18 محرم 1448 هـ الموافق 03 يوليو 2026 م واس<br>P1</p><p>P2</p><p>P3</p><p>// انتهى //</p><p>10:15 ت م</p></div></body></html>`,
			place: "الرياض", credit: "واس", published: "2026-07-03T00:00:00"},
		{name: "an agency that signs with names",
			html:  `<html dir=rtl><title>HEAD</title><body><h1>HEAD</h1><div>الجمعة ٣ يوليو ٢٠٢٦ - ١٠:١٥ م</div><div><p>أبوظبي في 3 يوليو / وام / P1</p><p>P2</p><p>P3</p><p>وام/محمد علي/سلمى حداد</p></div></body></html>`,
			place: "أبوظبي", credit: "وام", published: "2026-07-03T22:15:00"},
		{name: "the source above the text, with its place",
			html:   `<html dir=rtl lang=ar><head><title>HEAD</title></head><body><article><h1>HEAD</h1><div>نشر في: 03 يوليو ,2026: 10:15 ص</div><div>المصدر: دبي - العربية.نت</div><div class=text><p>P1</p><p>P2</p><p>P3</p></div></article></body></html>`,
			credit: "العربية.نت", published: "2026-07-03T10:15:00"},
		{name: "the paper itself as the source",
			html:   `<html dir=rtl lang=ar><head><title>HEAD | صدى المرسى</title><meta property=og:site_name content="صدى المرسى"></head><body><article><h1>HEAD</h1><div>03-07-2026 | 10:15</div><div>المصدر: "صدى المرسى"</div><div class=text><p>P1</p><p>P2</p><p>P3</p></div></article></body></html>`,
			credit: "صدى المرسى", published: "2026-07-03T10:15:00"},
		{name: "a place and the site on a line of their own",
			html:  `<html dir=rtl lang=ar><head><title>HEAD - صدى الساحل</title><meta property="article:published_time" content="2026-07-03T07:15:00+00:00"><meta property=og:site_name content="صدى الساحل"></head><body><article><h1>HEAD</h1><div class=entry-content><p><strong>مرسى – صدى الساحل</strong></p><p>P1</p><p>P2</p><p>P3</p></div></article></body></html>`,
			place: "مرسى", credit: "صدى الساحل", published: "2026-07-03T07:15:00Z"},
		{name: "who wrote, and an agency, beside the day",
			html:   `<html dir=rtl lang=ar><head><title>HEAD</title></head><body><article><h1>HEAD</h1><span class=date>الجمعة، 03 يوليو 2026 10:15 م</span><div><img src=/p.jpg><span>الميناء - أرشيفية</span></div><span class=writeBy>كتبت سلمى حداد - أ ش أ</span><div id=articleBody><p>P1</p><p>P2</p><p>P3</p></div></article></body></html>`,
			byline: "سلمى حداد", credit: "أ ش أ", published: "2026-07-03T22:15:00"},
		{name: "the source in brackets under the text, and who the writer is",
			html:   `<html dir=rtl lang=ar><head><title>HEAD</title></head><body><article><h1>HEAD</h1><div><span>كتبت: سلمى حداد</span><span>3 يوليو 2026</span></div><div class=text><p>P1</p><p>P2</p><p>P3</p><p>(المصدر: رويترز)</p><p>* كاتبة وصحافية لبنانية</p></div></article></body></html>`,
			byline: "سلمى حداد", credit: "رويترز", published: "2026-07-03T00:00:00"},
		{name: "whom it is from, on the last line",
			html:   `<html dir=rtl lang=ar><head><title>HEAD</title></head><body><article><h1>HEAD</h1><div>3 يوليو 2026</div><div class=text><p>P1</p><p>P2</p><p>P3</p><p>نقلا عن رويترز</p></div></article></body></html>`,
			credit: "رويترز", published: "2026-07-03T00:00:00", extra: []string{"نقلا عن رويترز"}},
		{name: "a list of other items inside the text",
			html:   `<html dir=rtl><title>HEAD</title><body><article><h1>HEAD</h1><div class=by>بقلم: سلمى حداد - بيروت</div><time datetime="2026-07-03T10:15:00+03:00">3 تموز 2026</time><div><p>P1</p><p><strong>إقرأ أيضا:</strong></p><ul><li><a href=/1>سفن أخرى تنتظر خارج الميناء</a></li><li><a href=/2>سوق مرسى تفتح أبوابها الاثنين</a></li></ul><p>P2</p><p><a href=/app>حمّل تطبيق مرسى من هنا</a></p><p>P3</p><p>تابعوا آخر أخبار مرسى عبر <a href=/g>Google News</a></p></div></article></body></html>`,
			byline: "سلمى حداد", published: "2026-07-03T10:15:00+03:00"},
	}
}

func TestArabicShapes(t *testing.T) { tryShapes(t, arabicShapes(), arabicText, "ar") }

// tryShapes reads pages whose paragraphs are text, and of which nothing else is.
func tryShapes(t *testing.T, shapes []shape, text []string, language string) {
	t.Helper()
	for _, s := range shapes {
		it, err := Page(dateline.Copy{Body: s.bytes(t, text), Received: received}, Hint{})
		if err != nil {
			t.Errorf("%s: %v", s.name, err)
			continue
		}
		if it.Headline != cmp.Or(s.headline, arabicHeadline) || it.Language != language || (it.Direction == dateline.RightToLeft) != (language != "en") {
			t.Errorf("%s: headline %q in %s, %s", s.name, it.Headline, it.Language, it.Direction)
		}
		if got := strings.Join(it.Byline, "; "); got != s.byline || it.Dateline.Place != s.place || s.credit != "" && it.CreditLine != s.credit {
			t.Errorf("%s: byline %q, dateline %+v, credit %q", s.name, got, it.Dateline, it.CreditLine)
		}
		if it.Standfirst != s.standfirst {
			t.Errorf("%s: standfirst %q", s.name, it.Standfirst)
		}
		if it.Published.Text() != s.published || it.Updated.Text() != s.updated {
			t.Errorf("%s: published %s %s, updated %s", s.name, it.Published.Text(), it.Published.From, it.Updated.Text())
		}
		var got []string
		for _, b := range it.Body {
			if b.Kind == dateline.Paragraph {
				got = append(got, plainText(b.Text))
			}
		}
		if want := append(slices.Clone(text), s.extra...); !slices.Equal(got, want) {
			t.Errorf("%s: text\n%q", s.name, got)
		}
	}
}

// plainText is a paragraph in the letters of the texts above.
func plainText(s string) string {
	return strings.NewReplacer("ﻣﺮﺳﻰ", "مرسى", "ﺍﻓﺘﺘﺎﺡ", "افتتاح").Replace(s)
}
