package body

import (
	"slices"
	"testing"

	"dateline/internal/lang"
)

// TestArabicEntries holds the lists to their form: an entry that is not folded
// would never match.
func TestArabicEntries(t *testing.T) {
	for _, finder := range []*lang.Beginnings{arabicLeads, persianLeads, arabicSections, arabicUnder, arabicUnderShort} {
		list := finder.All()
		for _, e := range list {
			if folded(e) != e {
				t.Errorf("%q must be written %q", e, folded(e))
			}
		}
		slices.Sort(list)
		if n := len(slices.Compact(slices.Clone(list))); n != len(list) {
			t.Errorf("%d entries stand twice", len(list)-n)
		}
	}
}

func TestArabicFurniture(t *testing.T) {
	tests := []struct {
		name, in, want string
	}{
		{"spellings of one teaser", p(one, "اقرأ أيضاً", "إقرأ أيضًا:", "اقـرأ ايضا", "ﺍﻗﺮﺃ ﺃﻳﻀﺎ", "اقرأ أيضاً | ميناء آخر يفتح أبوابه", two), "p:ONE|p:TWO"},
		{"when another item was filed", p(one, "أمس, 18:20 GMT", two), "p:ONE|p:TWO"},
		{"what was an hour ago", p(one, "منذ ساعة بدأ القصف", two, "قبل يومين."), "p:ONE|p:منذ ساعة بدأ القصف|p:TWO|p:قبل يومين."},
		{"labels", p(one, "شارك هذا الخبر", "نسخ الرابط", "حجم الخط", "الكلمات الدالة:", "صورة أرشيفية", two), "p:ONE|p:TWO"},
		{"Persian", p(one, "بیشتر بخوانید:", "اشتراک\u200cگذاری", "همچنین بخوانید: بندری دیگر باز شد", two, "انتهای پیام/ی", "کد خبر 1353889"), "p:ONE|p:TWO"},
		{"in this regard, in Persian", p(one, "در همین زمینه، مدیر بندر گفت کشتی\u200cها وارد شدند.", two, "در همین رابطه مدیر بندر از کارگران سپاسگزاری کرد."), "p:ONE|p:در همین زمینه، مدیر بندر گفت کشتی\u200cها وارد شدند.|p:TWO|p:در همین رابطه مدیر بندر از کارگران سپاسگزاری کرد."},
		{"the same above links", p(one, "در همین زمینه:", "خبر مرتبط: بندری دیگر باز شد", two, "در همین رابطه"), "p:ONE|p:TWO"},
		{"Urdu", p(one, "مزید پڑھیں:", "یہ بھی پڑھیے: <a href=/1>دوسری بندرگاہ کھل گئی</a>", two, "مزید خبروں کے لیے ہمیں فیس بک پر فالو کریں", "ٹیگز"), "p:ONE|p:TWO"},
		{"more of it, in Urdu", p(one, "مزید سات جہاز کل بندرگاہ میں داخل ہوں گے۔", two), "p:ONE|p:مزید سات جہاز کل بندرگاہ میں داخل ہوں گے۔|p:TWO"},
		{"Kurdish", p(one, "زیاتر بخوێنەوە: بەندەرێکی دیکە کرایەوە", two, "هاوبەشی بکە"), "p:ONE|p:TWO"},
		{"Hebrew", p(one, "עוד בנושא:", "קראו גם: נמל אחר נפתח", two, "רוצים עדכונים? הצטרפו לערוץ הטלגרם", "מצאתם טעות בכתבה? כתבו לנו", "תגובות"), "p:ONE|p:TWO"},
		{"who joined a channel, in Hebrew", p(one, "הצטרפו לקבוצת המורדים גם לוחמים מן הצפון.", two, "שני עיתונאים הצטרפו לערוץ 12 לאחר הסערה."), "p:ONE|p:הצטרפו לקבוצת המורדים גם לוחמים מן הצפון.|p:TWO|p:שני עיתונאים הצטרפו לערוץ 12 לאחר הסערה."},
		{"a call to a group, in Hebrew", p(one, "הצטרפו לקבוצת הוואטסאפ שלנו", two, "לעדכונים: הצטרפו לערוץ הווטסאפ"), "p:ONE|p:TWO"},
		{"reactions in the world, in Hebrew", p(one, two, one, two) + "<h3>תגובות בעולם</h3>" + p("בעולם בירכו על פתיחת הנמל."), "p:ONE|p:TWO|p:ONE|p:TWO|subhead:תגובות בעולם|p:בעולם בירכו על פתיחת הנמל."},
		{"reactions of readers, in Hebrew", p(one, two, one, two) + "<h3>תגובות (3)</h3>" + p("איזה יופי, סוף סוף פתחו."), "p:ONE|p:TWO|p:ONE|p:TWO"},
		{"remarks and analyses, in Urdu", p(one, two, one, two) + "<h3>تبصرے اور تجزیے</h3>" + p("بندرگاہ کھلنے پر سب خوش ہیں۔"), "p:ONE|p:TWO|p:ONE|p:TWO|subhead:تبصرے اور تجزیے|p:بندرگاہ کھلنے پر سب خوش ہیں۔"},
		{"remarks of readers, in Urdu", p(one, two, one, two) + "<h3>3 تبصرے</h3>" + p("بہت اچھی خبر ہے۔"), "p:ONE|p:TWO|p:ONE|p:TWO"},
		{"whose view it is", p(one, two, "وعبّر رئيس التحرير عن وجهة نظر الصحيفة من إغلاق الميناء."), "p:ONE|p:TWO|p:وعبّر رئيس التحرير عن وجهة نظر الصحيفة من إغلاق الميناء."},
		{"under the text", p(one, two, "(إعداد محمد علي للنشرة العربية - تحرير سلمى حداد)", "المصدر: وكالات", "ع م / س ح", "© 2026 جميع الحقوق محفوظة"), "p:ONE|p:TWO"},
		{"whose opinion it is not", p(one, two, "الآراء الواردة في هذا المقال لا تعبّر بالضرورة عن رأي الصحيفة."), "p:ONE|p:TWO"},
		{"copied from elsewhere", p(one, two, "هذا الخبر (فتح الميناء) منقول من موقع (الجسر) ولا يعبر بأي شكل من الأشكال عن وجهة نظر الموقع", "ملحوظة: مضمون هذا الخبر تم كتابته بواسطة الجسر ونحن غير مسئولين عن محتوى الخبر"), "p:ONE|p:TWO"},
		{"follow us", p(one, two, "تابعوا آخر أخبار الميناء عبر غوغل نيوز", "انضم إلى قناتنا على تلغرام", "حمّل تطبيق مرسى"), "p:ONE|p:TWO"},
		{"a heading of others", p(one, two) + "<h3>الأكثر قراءة</h3>" + p("ميناء آخر يفتح أبوابه للسفن بعد العاصفة."), "p:ONE|p:TWO"},
		{"whose picture", p(one, "© REUTERS / ANN LEE", two), "p:ONE|p:TWO"},
		{"a number of the item", p(one, two, "17302"), "p:ONE|p:TWO"},

		{"signed by agencies", p(one, two, "وام/محمد علي/سلمى حداد", "ع م", "بنا 1015 جمت 03/07/2026", "// انتهى //", "10:15 ت م"), "p:ONE|p:TWO"},
		{"an agency in a sentence", p(one, two, "رويترز نشرت 3 صور للميناء بعد العاصفة."), "p:ONE|p:TWO|p:رويترز نشرت 3 صور للميناء بعد العاصفة."},
		{"teasers that are questions", p(one, "اقرأ أيضا:", "<a href=/1>هل تعود السفن إلى الميناء؟</a>", "<a href=/2>من يدفع ثمن العاصفة؟</a>", two), "p:ONE|p:TWO"},
		{"a teaser as a heading", p(one) + "<h3>اقرأ أيضا: سفن أخرى تنتظر</h3>" + p(two), "p:ONE|p:TWO"},
		{"took part", p(one, two, "شارك في اللقاء وزراء النقل في سبع دول."), "p:ONE|p:TWO|p:شارك في اللقاء وزراء النقل في سبع دول."},
		{"joined", p(one, "انضم إلى الفريق ثلاثة بحارة.", two), "p:ONE|p:انضم إلى الفريق ثلاثة بحارة.|p:TWO"},
		{"prices set free", p(one, two, "تحرير الأسعار يبدأ في الشهر المقبل."), "p:ONE|p:TWO|p:تحرير الأسعار يبدأ في الشهر المقبل."},
		{"who the writer is", p(one, two, "* كاتب وباحث لبناني"), "p:ONE|p:TWO"},
		{"a list with stars", p(one, two, "* كاتبان من لبنان فازا بالجائزة هذا العام."), "p:ONE|p:TWO|p:* كاتبان من لبنان فازا بالجائزة هذا العام."},
		{"watched", p(one, "شاهد المئات السفن وهي تدخل.", two), "p:ONE|p:شاهد المئات السفن وهي تدخل.|p:TWO"},
	}
	for _, tt := range tests {
		if got := short(Trim(All(parse(t, tt.in)), headed("Harbour opens"))); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestSignOff(t *testing.T) {
	tests := map[string]bool{"ع م / س ح": true, "م.ن": true, "(أ ف ب)": true, "سم/مع/سن": true, "لين/ب ق": true, "مصر/ لبنان / غزة": false, "دم": false, "غزة/مصر/سلم": true, "ع م / ساره": false, "": false, "1": false, "A B": false, "و": true}
	for in, want := range tests {
		if signOff(in) != want {
			t.Errorf("signOff(%q) = %v", in, !want)
		}
	}
}

func TestClockAlone(t *testing.T) {
	tests := map[string]bool{"12:40": true, "١١:٠٥ ص": true, "9:05 م": true, "10:15 ت م": true, "12": false, ":": false, "12:40 GMT": false, "1:2:3": false, "": false, "Luke 3:16": false}
	for in, want := range tests {
		if clockAlone(in) != want {
			t.Errorf("clockAlone(%q) = %v", in, !want)
		}
	}
}
