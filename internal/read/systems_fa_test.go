package read

import "testing"

// persianSystems are pages as the content systems of Iran's agencies and papers write them,
// of our own copy.
func persianSystems() []shape {
	const headline = "بندر مرسا پس از توفان بازگشایی شد"
	shapes := []shape{
		{name: "an agency with place and name before the standfirst",
			html: `<html dir=rtl lang=fa><head><title>HEAD - خبرگزاری موج</title><meta property="og:site_name" content="خبرگزاری موج"><meta name=description content="مشهد- موج- بندر مرسا یک هفته پس از توفان به کار بازگشت و کشتی ها وارد شدند."></head><body><div class=date>شنبه ۱۳ تیر ۱۴۰۵</div><article class=item id=item><div class=item-header><div class=item-nav><div class=item-date><span>جمعه ۱۲ تیر ۱۴۰۵ - ۱۰:۱۵</span></div><div class=item-code><span>کد خبر : </span><span>863015</span></div></div>
<div class=item-title><h3 class="kicker rutitr">مدیر بندر خبر داد:</h3><h1 class=title itemprop=headline>HEAD</h1></div></div><div class=item-summary><p class="summary introtext" itemprop=description>مشهد- موج- بندر مرسا یک هفته پس از توفان به کار بازگشت و کشتی ها وارد شدند.</p></div>
<div class=item-body><div class=item-text itemprop=articleBody><p>P1</p><p>P2</p><p>P3</p><p>انتهای پیام/ ۱۱۲</p></div></div><section class="box tags"><h2>برچسب ها</h2><ul><li><a href=/t>بندر</a></li></ul></section><div class=short-link><span>لینک کوتاه</span> moj.example/x8z</div></article></body></html>`,
			place: "مشهد", credit: "موج", standfirst: "بندر مرسا یک هفته پس از توفان به کار بازگشت و کشتی ها وارد شدند.", published: "2026-07-03T10:15:00"},
		{name: "tools between the day and the headline, the paper and who wrote before the text",
			html: `<html dir=rtl lang=fa><head><title>HEAD</title><meta property="og:site_name" content="عصر بندر"></head><body><div class=header_date>شنبه ۱۳ تیر ۱۴۰۵ - 4 July 2026</div><div class=menu><a href=/1>صفحه نخست</a> <a href=/2>سیاسی</a> <a href=/3>اقتصادی</a></div>
<div class=newsbody_wrap><div class=news_toolbar><div class="news_nav news_id_c"><span class=news_nav_title>کد خبر: </span>۹۸۷۱۲</div><div class="news_nav news_pdate_c"><span class=news_nav_title>تاریخ انتشار: </span>۱۰:۱۵ - ۱۲ تیر ۱۴۰۵</div><div class=news_nav><a href=/rss>نسخه چاپی</a></div><div class=news_nav><a href=#>ارسال به دوستان</a></div></div><div class=title><h1><a href=/n>HEAD</a></h1></div>
<div class=body><p><strong>عصر بندر؛ مریم کاظمی-</strong> P1</p><p>P2</p><p><strong>بیشتر بخوانید:</strong></p><p><a href=/1>کشتی های دیگر بیرون بندر</a></p><p>P3</p></div><div class=news_source>منبع: ایسنا</div><div>برچسب ها: <a href=/t>بندر</a></div><div class=comments_item><div>ناشناس</div><div>۱۰:۲۲ - ۱۴۰۵/۰۴/۱۲</div></div></div></body></html>`,
			byline: "مریم کاظمی", credit: "عصر بندر", published: "2026-07-03T10:15:00"},
		{name: "the source under the text",
			html:   `<html dir=rtl lang=fa><head><title>HEAD</title></head><body><h1>HEAD</h1><div>۱۲ تیر ۱۴۰۵</div><div class=body><p>P1</p><p>P2</p><p>P3</p></div><div class=news_source>منبع: ایسنا</div></body></html>`,
			credit: "ایسنا", published: "2026-07-03T00:00:00"},
		{name: "the students' agency, its name and the province glued to the standfirst",
			html: `<html dir=rtl lang=fa><head><title>HEAD</title><meta property="og:description" content="ایسنا/خراسان رضوی بندر مرسا یک هفته پس از توفان به کار بازگشت و کشتی ها وارد شدند."></head><body><div class=full-news-text><h1 class=first-title>HEAD</h1><div class=meta-news><ul><li><span>تاریخ: </span><span>جمعه / ۱۲ تیر ۱۴۰۵ / ۱۰:۱۵</span></li><li><span>دسته بندی:</span> <a href=/c>اقتصادی</a></li><li><span>کد خبر: </span><span>1405041201234</span></li><li><span>خبرنگار : </span><strong><a href=/r>71455</a></strong></li></ul></div>
<p class=summary itemprop=description>ایسنا/خراسان رضوی بندر مرسا یک هفته پس از توفان به کار بازگشت و کشتی ها وارد شدند.</p><div class=item-text itemprop=articleBody><p>P1</p><p>P2</p><p>P3</p><p>انتهای پیام</p></div></div></body></html>`,
			place: "خراسان رضوی", credit: "ایسنا", standfirst: "بندر مرسا یک هفته پس از توفان به کار بازگشت و کشتی ها وارد شدند.", published: "2026-07-03T10:15:00"},
	}
	for i := range shapes {
		shapes[i].headline = headline
	}
	return shapes
}

func TestPersianSystems(t *testing.T) {
	tryShapes(t, persianSystems(), []string{
		"مدیر بندر مرسا گفت: هفت اسکله بندر صبح جمعه پس از یک هفته تعطیلی به سبب توفان بازگشایی شد و نخستین کشتی ها وارد شدند.",
		"وی افزود: دوازده کشتی بیرون بندر در انتظار بودند و کارگران تا شب بار آنها را تخلیه خواهند کرد.",
		"بازار قدیمی شهر نیز از روز دوشنبه آینده درهای خود را به روی مردم باز می کند.",
	}, "fa")
}
