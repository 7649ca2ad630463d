package read

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/read/kind"
)

// Parts of pages, in both languages.

func meta(ogType, data string) string {
	s := `<meta property="og:type" content="` + ogType + `">`
	if data != "" {
		s += `<script type="application/ld+json">` + data + `</script>`
	}
	return s
}

func paragraphs(text []string) string { return "<p>" + strings.Join(text, "</p><p>") + "</p>" }

// cards are n teasers as fronts show them: a linked headline, a line without a link.
func cards(n int, headline, line string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<div class=card><h3><a href="/2026/07/item-%d">%s %d</a></h3><p>%s</p><time>3 July 2026</time></div>`, i, headline, i, line)
	}
	return b.String()
}

// linked are n teasers that are links as a whole.
func linked(n int, headline, line string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<li><a href="/item/%d"><img src=/%d.jpg><h3>%s %d</h3><p>%s</p></a></li>`, i, i, headline, i, line)
	}
	return "<ul>" + b.String() + "</ul>"
}

func figures(n int, caption string) string {
	return strings.Repeat(`<figure><img src=/p.jpg><figcaption>`+caption+`</figcaption></figure>`, n)
}

const (
	teaserEN, lineEN = "Harbour of Marsa opens again after storm", "The harbour master said that twelve ships had waited outside the mole for a whole week."
	teaserAR, lineAR = "افتتاح ميناء مرسى القديم بعد العاصفة", "قال مدير الميناء للصحفيين إن اثنتي عشرة سفينة كانت تنتظر خارج الرصيف منذ أسبوع كامل."
	navEN, navAR     = `<nav><a href=/>Home</a><a href=/world>World</a></nav>`, `<nav><a href=/>الرئيسية</a><a href=/w>محليات</a></nav>`
	footEN, footAR   = `<footer>© 2026 Marsa Courier. All rights reserved. <a href=/p>Privacy policy</a></footer>`, `<footer>جميع الحقوق محفوظة © 2026 <a href=/p>سياسة الخصوصية</a></footer>`
	headlineEN       = "Harbour opens after storm"
	cookieNote       = `<div id=cookie-note><p>We use cookies to improve your browsing experience. By going on you accept our use of cookies.</p><button>Accept</button></div>`
	newsletterBox    = `<div class=box><p>Subscribe to our evening letter and have more of our work to read.</p></div>`
	loginBox         = `<form action=/login><input name=user><input type=password name=p><button>Log in</button></form>`
)

// A pageCase is a page and what it is; an empty kind is an article.
type pageCase struct {
	name, address string
	want          kind.Kind
	html          string
}

func walls() []pageCase {
	return []pageCase{
		{"not found", "https://marsa.example/2026/07/gone", kind.Error, `<title>Page not found - Marsa Courier</title>` + navEN + `<h1>404</h1><p>The page you are looking for might have been removed, had its name changed, or is temporarily unavailable.</p>` + footEN},
		{"not found, with the newest items", "https://marsa.example/gone", kind.Error, `<title>Marsa Courier</title><h1>Sorry, page not found</h1><p>Try these instead.</p>` + linked(10, teaserEN, "") + footEN},
		{"not found, Arabic", "https://marsa.example/ar/1", kind.Error, `<html dir=rtl><title>الصفحة غير موجودة - مرسى اليوم</title>` + navAR + `<h1>عذراً</h1><p>الصفحة التي تبحث عنها غير موجودة، ربما تم حذفها أو تغيير عنوانها.</p><a href=/>العودة إلى الرئيسية</a>` + footAR},
		{"not found, Arabic, by its text alone", "https://marsa.example/ar/1", kind.Error, `<html dir=rtl><title>مرسى اليوم</title>` + navAR + `<div><p>لم نتمكن من العثور على الخبر المطلوب.</p></div>` + linked(6, teaserAR, "") + footAR},
		{"not found, Persian", "https://marsa.example/fa/1", kind.Error, `<html dir=rtl><title>صفحه یافت نشد</title><p>صفحه مورد نظر شما یافت نشد.</p>`},
		{"not found, at an article's head", "https://marsa.example/a", kind.Error, meta("article", "") + `<title>Page not found</title><h1>Page not found</h1><p>Go to the front page.</p>`},
		{"forbidden", "https://marsa.example/a", kind.Error, `<title>Access Denied</title><h1>Access Denied</h1><p>You don't have permission to access "http://marsa.example/a" on this server.</p>`},
		{"maintenance", "https://marsa.example/a", kind.Error, `<title>503 Service Unavailable</title><h1>Service Unavailable</h1><p>We are down for maintenance. Please come back soon.</p>`},
		{"maintenance, Arabic", "https://marsa.example/a", kind.Error, `<title>الموقع قيد الصيانة</title><p>نعتذر عن الإزعاج، سنعود قريبا.</p>`},
		{"a check of the browser", "https://marsa.example/a", kind.Robot, `<title>Just a moment...</title><h1>marsa.example</h1><p>Verifying you are human. This may take a few seconds.</p><noscript>Enable JavaScript and cookies to continue</noscript>`},
		{"unusual traffic", "https://marsa.example/a", kind.Robot, `<title>marsa.example</title><p>We have detected unusual traffic from your network. Please complete the captcha to go on.</p>`},
		{"a check of the reader, Arabic", "https://marsa.example/a", kind.Robot, `<html dir=rtl><title>مرسى</title><h1>التحقق الأمني</h1><p>يرجى التأكيد: أنا لست برنامج روبوت</p>`},
		{"consent", "https://marsa.example/a", kind.Consent, `<title>Marsa Courier</title><h1>We value your privacy</h1><p>We and our partners store and access information on a device, such as cookies, and process personal data.</p><button>Accept all cookies</button>`},
		{"consent before all", "https://consent.example/v2?to=a", kind.Consent, `<title>Before you continue</title><p>Before you continue to Marsa Courier we ask you to choose what may be kept on your device.</p>`},
		{"consent, Arabic", "https://marsa.example/a", kind.Consent, `<html dir=rtl><title>مرسى اليوم</title><h2>خصوصيتك تهمنا</h2><p>نستخدم ملفات تعريف الارتباط لتحسين تجربتك، وبمتابعتك التصفح فإنك توافق عليها.</p><button>موافق</button>`},
		{"login", "https://marsa.example/login?to=a", kind.Login, `<title>Log in | Marsa Courier</title><h1>Welcome back</h1>` + loginBox + `<a href=/f>Forgot your password?</a>`},
		{"login, Arabic", "https://marsa.example/a", kind.Login, `<html dir=rtl><title>مرسى اليوم</title><h1>تسجيل الدخول</h1>` + loginBox + `<a href=/f>هل نسيت كلمة المرور؟</a>`},
		{"paywall", "https://marsa.example/2026/07/03/harbour", kind.Paywall, meta("article", `{"@type":"NewsArticle","headline":"`+headlineEN+`","isAccessibleForFree":false}`) + `<title>Harbour</title><h1>` + headlineEN + `</h1><div class=wall><h2>Subscribe to continue reading</h2><p>Get all items for 1 a week.</p><a href=/s>Subscribe</a></div>` + footEN},
		{"paywall, Arabic", "https://marsa.example/ar/5", kind.Paywall, `<html dir=rtl><title>` + arabicHeadline + `</title><h1>` + arabicHeadline + `</h1><div><p>هذا المحتوى متاح للمشتركين فقط.</p><p>اشترك لمتابعة القراءة</p></div>` + footAR},
		{"a server's error, ASP.NET", "https://marsa.example/News.aspx?id=7", kind.Error, `<title>Runtime Error</title><h1>Server Error in '/' Application.<hr></h1><h2><i>Runtime Error</i></h2><b>Description: </b>An application error occurred on the server, and its settings keep the details of it from those who look at it from afar, for reasons of security.`},
		{"not shown in Europe", "https://marsa.example/a", kind.Error, `<title>451: Unavailable due to legal reasons</title><h1>451: Unavailable due to legal reasons</h1><p>You seem to come from a country belonging to the European Economic Area, where a regulation holds that we do not follow, so that we cannot let you in at this time.</p>`},
		{"sent elsewhere", "https://marsa.example/a", kind.Error, `<title>Redirecting...</title><p>You are being sent on. <a href=/b>Click here</a> if you are not.</p>`},
		{"a name for sale", "https://marsa.example/", kind.Error, `<title>marsa.example</title><h1>marsa.example</h1><p>This domain is for sale.</p><p>Related: harbours, ships</p>`},
		{"WordPress at work on itself", "https://marsa.example/a", kind.Error, `<title>Maintenance</title><h1>Briefly unavailable for scheduled maintenance. Check back in a minute.</h1>`},
		{"gone, Arabic", "https://marsa.example/ar/9", kind.Error, `<html dir=rtl><title>مرسى اليوم</title><div>عفوا، هذا الخبر لم يعد متاحا</div>` + linked(6, teaserAR, "")},
		{"blocked", "https://marsa.example/a", kind.Robot, `<title>marsa.example</title><h1>Sorry, you have been blocked</h1><p>You are unable to open marsa.example.</p>`},
		{"nothing before its scripts run", "https://marsa.example/app", kind.Empty, `<title>Marsa Courier</title><div id=root></div><script src=/app.js></script><noscript>Please enable JavaScript.</noscript>`},
	}
}

func lists() []pageCase {
	return []pageCase{
		{"front", "https://marsa.example/", kind.Front, meta("website", `{"@type":"WebSite","name":"Marsa Courier"}`) + `<title>Marsa Courier: news of the coast</title>` + navEN + `<main>` + cards(24, teaserEN, lineEN) + `</main>` + footEN},
		{"front, Arabic", "https://marsa.example/ar/", kind.Front, `<html dir=rtl lang=ar>` + meta("website", "") + `<title>مرسى اليوم</title>` + navAR + `<h1>مرسى اليوم</h1><div>` + cards(18, teaserAR, lineAR) + `</div>` + footAR},
		{"front at no known address", "", kind.Front, `<title>Marsa Courier</title><h1>Marsa Courier</h1>` + cards(16, teaserEN, lineEN) + footEN},
		{"front of links alone, Arabic", "", kind.Front, `<html dir=rtl><title>مرسى اليوم</title>` + navAR + linked(30, teaserAR, "") + footAR},
		{"front that calls itself an article", "https://marsa.example/index.html", kind.Front, meta("article", "") + `<title>Marsa Courier</title>` + cards(12, teaserEN, lineEN)},
		{"section", "https://marsa.example/world", kind.Front, `<title>World - Marsa Courier</title><h1>World</h1>` + cards(12, teaserEN, lineEN) + footEN},
		{"section, Arabic", "https://marsa.example/قسم/محليات", kind.Front, `<html dir=rtl><title>محليات</title><h1>محليات</h1>` + linked(14, teaserAR, lineAR) + footAR},
		{"tag", "https://marsa.example/tag/harbour", kind.Front, meta("article", `{"@graph":[{"@type":"CollectionPage","name":"harbour"},{"@type":"WebSite"}]}`)[len(`<meta property="og:type" content="article">`):] + `<title>harbour Archives</title><h1>Tag: harbour</h1>` + cards(10, teaserEN, lineEN)},
		{"section whose headlines are links and no headings", "https://marsa.example/world", kind.Front, `<title>World</title><h1>World</h1>` + strings.ReplaceAll(strings.ReplaceAll(cards(12, teaserEN, lineEN), "<h3>", "<div class=t>"), "</h3>", "</div>")},
		{"blog of whole items, Arabic", "https://marsa.example/blog", kind.Front, `<html dir=rtl><title>مدونة مرسى</title>` + strings.Repeat(`<article><h2><a href=/1>`+teaserAR+`</a></h2>`+paragraphs(arabicText)+paragraphs(arabicText)+`</article>`, 7)},
		{"search with little to show", "https://marsa.example/en/search", kind.Front, `<title>Search</title><h1>Search</h1>` + cards(3, teaserEN, lineEN)},
		{"newest first, with long teasers", "https://marsa.example/latest-items", kind.Front, `<title>Latest</title><h1>Latest</h1><p>Everything, newest first.</p>` + cards(20, teaserEN, lineEN+" "+lineEN+" It rained.")},
		{"search", "https://marsa.example/search?q=harbour", kind.Front, `<title>Search: harbour</title><h1>120 results for harbour</h1>` + cards(10, teaserEN, lineEN)},
		{"author", "https://marsa.example/author/ann-lee", kind.Front, `<title>Ann Lee</title><h1>Ann Lee</h1><p>Ann Lee covers the harbours of the coast for Marsa Courier. She has lived there for many years.</p>` + cards(12, teaserEN, lineEN)},
		{"author, with a life above bare headlines", "https://marsa.example/author/ann-lee", kind.Front, `<title>Ann Lee</title><h1>Ann Lee</h1><p>` + englishText[0] + `</p>` + strings.Repeat(`<h2><a href=/1>`+teaserEN+`</a></h2>`, 10)},
		{"archive, second page, Arabic", "https://marsa.example/local/page/2", kind.Front, `<html dir=rtl><title>محليات - صفحة 2</title><h1>محليات</h1>` + cards(10, teaserAR, lineAR)},
		{"gallery", "https://marsa.example/2026/harbour-week", kind.Gallery, meta("website", `{"@type":"ImageGallery","name":"A week"}`) + `<title>A week in the harbour</title><h1>A week in the harbour</h1><p>What our people saw.</p>` + figures(12, "A quay in the evening. Photo: Ann Lee")},
		{"gallery by its headline, Arabic", "https://marsa.example/ar/77", kind.Gallery, `<html dir=rtl><title>بالصور.. ميناء مرسى بعد العاصفة</title><h1>بالصور.. ميناء مرسى بعد العاصفة</h1>` + figures(9, "رصيف الميناء مساء")},
		{"gallery by its address", "https://marsa.example/photos/harbour", kind.Gallery, `<title>Harbour</title><h1>Harbour</h1><p>Twelve ships came in.</p>` + figures(5, "A quay")},
		{"video", "https://marsa.example/watch/1", kind.Video, meta("video.other", `{"@type":"VideoObject","name":"Harbour opens","uploadDate":"2026-07-03"}`) + `<title>Harbour opens</title><h1>Harbour opens</h1><video src=/v.mp4></video><p>Ships come in at noon.</p>`},
		{"video, Arabic", "https://marsa.example/video/5", kind.Video, `<html dir=rtl><title>شاهد لحظة دخول السفن</title><h1>شاهد لحظة دخول السفن</h1><iframe src="https://www.youtube.com/embed/x"></iframe><p>لحظة دخول أولى السفن إلى الميناء.</p>`},
	}
}

func bordering() []pageCase {
	article := meta("article", `{"@type":"NewsArticle","headline":"`+headlineEN+`","datePublished":"2026-07-03T10:15:00+03:00"}`)
	sub := ""
	for i, p := range append(englishText, englishText...) {
		sub += fmt.Sprintf("<h2>%d. %s</h2><p>%s</p>", i+1, teaserEN, p)
	}
	live, liveAR := "", ""
	for i := range 12 {
		live += fmt.Sprintf(`<article><time>10:%02d</time><h3>%s</h3><p>%s</p></article>`, i+10, teaserEN, englishText[i%3])
		liveAR += fmt.Sprintf(`<div class=post><span>10:%02d ص</span><p>%s</p></div>`, i+10, arabicText[i%3])
	}
	roundup := ""
	for i, p := range append(englishText, englishText...) {
		roundup += fmt.Sprintf(`<p>%s</p><p><a href=/%d>%s</a></p>`, p, i, teaserEN)
	}
	return []pageCase{
		{"two sentences", "https://marsa.example/a", "", `<title>` + headlineEN + `</title><h1>` + headlineEN + `</h1><p>The harbour of Marsa has opened again.</p><p>Twelve ships came in.</p>`},
		{"two sentences, Arabic, many links beside", "https://marsa.example/ar/1", "", `<html dir=rtl>` + navAR + `<title>` + arabicHeadline + `</title><h1>` + arabicHeadline + `</h1><p>` + arabicText[0] + `</p><p>` + arabicText[1] + `</p><aside>` + linked(20, teaserAR, "") + `</aside>` + footAR},
		{"a flash: only a headline", "https://marsa.example/ar/2", "", `<html dir=rtl><title>عاجل: افتتاح ميناء مرسى</title><h1>عاجل: افتتاح ميناء مرسى</h1><time>10:15</time>` + footAR},
		{"a flash of one sentence", "https://marsa.example/flash/3", "", article + `<title>` + headlineEN + `</title><h1>` + headlineEN + `</h1><p>More follows.</p>` + linked(30, teaserEN, "")},
		{"a list of numbered parts", "https://marsa.example/six", "", `<title>Six things</title><h1>Six things about the harbour</h1>` + sub},
		{"a round-up with a link under each part", "https://marsa.example/week", "", article + `<title>The week</title><h1>The week</h1>` + roundup},
		{"under a tag's name, with many links beside", "https://marsa.example/tag/harbour-opens", "", `<title>` + headlineEN + `</title><h1>` + headlineEN + `</h1>` + paragraphs(append(englishText, englishText...)) + linked(14, teaserEN, "")},
		{"on what is no longer to be had, Arabic", "https://marsa.example/ar/5", "", `<html dir=rtl><title>حداد: الخبز لم يعد متاحا للجميع</title><h1>حداد: الخبز لم يعد متاحا للجميع</h1><p>` + arabicText[1] + `</p>`},
		{"a round-up that declares nothing", "https://marsa.example/week", "", `<title>The week in Marsa</title><h1>The week in Marsa</h1>` + roundup},
		{"live", "https://marsa.example/live", "", meta("article", `{"@type":"LiveBlogPosting","headline":"`+headlineEN+`","datePublished":"2026-07-03"}`) + `<title>` + headlineEN + `</title><h1>` + headlineEN + `</h1>` + live},
		{"live, Arabic, declaring nothing", "https://marsa.example/ar/live", "", `<html dir=rtl><title>` + arabicHeadline + `</title><h1>` + arabicHeadline + `</h1>` + liveAR},
		{"led by pictures", "https://marsa.example/week", "", `<title>In pictures: the week in Marsa</title><h1>In pictures: the week in Marsa</h1>` + figures(4, "A quay") + paragraphs(englishText) + figures(6, "A ship")},
		{"led by a picture each, Arabic", "https://marsa.example/ar/8", "", `<html dir=rtl><title>` + arabicHeadline + ` (صور)</title><h1>` + arabicHeadline + ` (صور)</h1>` + figures(7, "الميناء") + paragraphs(arabicText)},
		{"a video with its report", "https://marsa.example/video/9", "", meta("video.other", "") + `<title>` + headlineEN + `</title><h1>` + headlineEN + `</h1><video src=/v.mp4></video>` + paragraphs(englishText)},
		{"about an error", "https://marsa.example/a", "", `<title>404 homes lost in storm</title><h1>404 homes lost in storm</h1>` + paragraphs(englishText[:2])},
		{"about errors", "https://marsa.example/a", "", `<title>Page not found: how the web forgets</title><h1>Page not found: how the web forgets</h1>` + paragraphs(append(englishText, englishText...))},
		{"about privacy", "https://marsa.example/a", "", `<title>We value your privacy, say the sites</title><h1>“We value your privacy”, say the sites</h1>` + paragraphs(append(englishText, englishText...))},
		{"behind a paywall, with its beginning", "https://marsa.example/a", "", meta("article", `{"@type":"NewsArticle","headline":"`+headlineEN+`","isAccessibleForFree":false}`) + `<title>` + headlineEN + `</title><h1>` + headlineEN + `</h1>` + paragraphs(englishText[:1]) + `<div><p>Subscribe to continue reading.</p></div>`},
		{"behind a paywall, with its beginning, Arabic", "https://marsa.example/ar/a", "", `<html dir=rtl><title>` + arabicHeadline + `</title><h1>` + arabicHeadline + `</h1>` + paragraphs(arabicText[:2]) + `<div><p>لمتابعة القراءة اشترك الآن، هذا المقال متاح للمشتركين.</p></div>`},
		{"with a note about cookies", "https://marsa.example/a", "", cookieNote + `<title>` + headlineEN + `</title><h1>` + headlineEN + `</h1>` + paragraphs(englishText[:2]) + footEN},
		{"with a login in its head", "https://marsa.example/a", "", loginBox + `<title>` + headlineEN + `</title><h1>` + headlineEN + `</h1>` + paragraphs(englishText[:2])},
		{"with a box for subscribers", "https://marsa.example/a", "", `<title>` + headlineEN + `</title><h1>` + headlineEN + `</h1>` + paragraphs(englishText[:2]) + newsletterBox + footEN},
		{"a table of results", "https://marsa.example/results", "", `<title>Results</title><h1>Results of the regatta</h1><table><tr><th>Ship</th><th>Time</th></tr>` + strings.Repeat("<tr><td>Nora</td><td>10:15</td></tr>", 20) + `</table>` + linked(30, teaserEN, "")},
		{"in a category", "https://marsa.example/category/local/harbour-opens", "", `<title>` + headlineEN + `</title><h1>` + headlineEN + `</h1>` + paragraphs(englishText) + linked(9, teaserEN, "")},
		{"in Tyre, whose name means pictures", "https://marsa.example/صور/1", "", `<html dir=rtl><title>صور تستعيد ميناءها</title><h1>صور تستعيد ميناءها</h1>` + figures(1, "الميناء") + `<p>` + arabicText[0] + `</p>`},
		{"plain, undated, of an old site", "", "", `<title>Harbour</title><table><tr><td><a href=/>Home</a></td><td><b>Harbour opens</b><br><br>` + strings.Join(englishText, "<br><br>") + `</td></tr></table>`},
	}
}

func TestPagesThatAreNoArticle(t *testing.T) {
	for _, tt := range append(append(walls(), lists()...), bordering()...) {
		_, err := Page(dateline.Copy{URL: tt.address, Body: []byte(tt.html), ContentType: "text/html; charset=utf-8"}, Hint{})
		var none *NoArticle
		switch errors.As(err, &none); {
		case none == nil && err != nil:
			t.Errorf("%s: %v", tt.name, err)
		case none == nil && tt.want != "":
			t.Errorf("%s: taken for an article, is %q", tt.name, tt.want)
		case none != nil && none.Kind != tt.want:
			t.Errorf("%s: taken for %v, is %q", tt.name, none, tt.want)
		case none != nil && (none.Evidence == "" || !errors.Is(err, dateline.ErrInvalid) && none.Kind != kind.Robot):
			t.Errorf("%s: no reason, or no kind of error: %v", tt.name, err)
		}
	}
}

func TestPaywalledBeginning(t *testing.T) {
	for _, tt := range bordering() {
		if !strings.HasPrefix(tt.name, "behind a paywall") {
			continue
		}
		it, err := Page(dateline.Copy{URL: tt.address, Body: []byte(tt.html)}, Hint{})
		if err != nil || !it.Rights.Paywalled {
			t.Errorf("%s: paywalled %v, %v", tt.name, it.Rights.Paywalled, err)
		}
		if strings.Contains(it.Text(), "Subscribe") || strings.Contains(it.Text(), "اشترك") {
			t.Errorf("%s: the wall is in the text: %q", tt.name, it.Text())
		}
	}
}
