package read

import "testing"

// persianSystems are pages as the content systems of Iran's agencies and papers write them,
// of our own copy.
func persianSystems() []shape {
	const headline = "بندر مرسا پس از توفان بازگشایی شد"
	shapes := []shape{
		{name: "an agency with place and name before the standfirst",
			html: `<html dir=rtl lang=fa><head><title>HEAD - خبرگزاری موج</title><meta property="og:site_name" content="خبرگزاری موج"><meta name=description content="مشهد- موج- بندر مرسا یک هفته پس از توفان به کار بازگشت و کشتی‌ها وارد شدند."></head><body><div class=date>شنبه ۱۳ تیر ۱۴۰۵</div><article class=item id=item><div class=item-header><div class=item-nav><div class=item-date><span>جمعه ۱۲ تیر ۱۴۰۵ - ۱۰:۱۵</span></div><div class=item-code><span>کد خبر : </span><span>863015</span></div></div>
<div class=item-title><h3 class="kicker rutitr">مدیر بندر خبر داد:</h3><h1 class=title itemprop=headline>HEAD</h1></div></div><div class=item-summary><p class="summary introtext" itemprop=description>مشهد- موج- بندر مرسا یک هفته پس از توفان به کار بازگشت و کشتی‌ها وارد شدند.</p></div>
<div class=item-body><div class=item-text itemprop=articleBody><p>P1</p><p>P2</p><p>P3</p><p>انتهای پیام/ ۱۱۲</p></div></div><section class="box tags"><h2>برچسب‌ها</h2><ul><li><a href=/t>بندر</a></li></ul></section><div class=short-link><span>لینک کوتاه</span> moj.example/x8z</div></article></body></html>`,
			place: "مشهد", credit: "موج", standfirst: "بندر مرسا یک هفته پس از توفان به کار بازگشت و کشتی‌ها وارد شدند.", published: "2026-07-03T10:15:00"},
	}
	for i := range shapes {
		shapes[i].headline = headline
	}
	return shapes
}

func TestPersianSystems(t *testing.T) {
	tryShapes(t, persianSystems(), []string{
		"مدیر بندر مرسا گفت: هفت اسکله بندر صبح جمعه پس از یک هفته تعطیلی به سبب توفان بازگشایی شد و نخستین کشتی‌ها وارد شدند.",
		"وی افزود: دوازده کشتی بیرون بندر در انتظار بودند و کارگران تا شب بار آنها را تخلیه خواهند کرد.",
		"بازار قدیمی شهر نیز از روز دوشنبه آینده درهای خود را به روی مردم باز می‌کند.",
	}, "fa")
}
