package body

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/lang"
	"dateline/internal/read/opening"
)

// The words of Arabic, Persian, Urdu and Kurdish pages stand here in the form that [lang.Fold]
// gives them: «إقرأ أيضاً», «اقرأ أيضًا» and «اقـرأ ايضا» are one entry, and Persian
// letters are the Arabic ones. A test holds the lists to it. They are variables, since
// lists that were made at each call cost short entries time.

// folded is a line of Arabic script without what its spellings differ in: its
// folded words, one space between them. "" when the line begins in another script.
func folded(s string) string {
	if !lang.IsArabic(s) {
		return ""
	}
	return lang.Folded(s)
}

// begins reports that s begins with one of the entries, as whole words.
func begins(s string, entries *lang.Beginnings) bool {
	return entries.Of(s, func(_, rest string) bool { return rest == "" || rest[0] == ' ' })
}

// arabicLeads are the words by which a line leads to another item or away from
// the page. Verbs that news sentences begin with too («شاهد», «تابع») stand only
// with the word that makes them a teaser.
var arabicLeads = lang.NewBeginnings(
	"اقرا ايضا", "اقرا كذلك", "اقرا المزيد", "اقرا عن", "اقرا التفاصيل", "اقراي ايضا", "اقراوا ايضا", "اقرؤوا ايضا", "ويمكن قراءه", "وايضا اقرا",
	"طالع ايضا", "طالعوا ايضا", "طالع المزيد", "شاهد ايضا", "شاهدوا ايضا", "شاهدي ايضا", "شاهد الفيديو", "شاهد بالفيديو", "شاهد المزيد", "تابع ايضا", "تابعوا ايضا", "انظر ايضا", "انظروا ايضا",
	"للمزيد", "لمزيد من الاخبار", "لمزيد من التفاصيل", "لقراءه المزيد", "لقراءه الخبر", "لقراءه المقال", "لقراءه النص", "لمشاهده الفيديو", "لمشاهده المزيد", "لمتابعه اخر", "لمتابعه الاخبار", "لمتابعه المزيد", "لمتابعتنا", "للاطلاع علي المزيد", "المزيد عن", "المزيد حول",
	"مواضيع ذات", "موضوعات ذات", "مواضيع متعلقه", "موضوعات متعلقه", "مواضيع مرتبطه", "اخبار ذات", "اخبار متعلقه", "اخبار مرتبطه", "خبر متعلق", "مقالات ذات", "مقالات متعلقه", "ذات صله", "روابط ذات",
	"قد يهمك", "قد يهمكم", "قد يعجبك", "قد يعجبكم", "ربما يهمك", "ربما يعجبك", "ننصح بقراءه", "ننصحك بقراءه", "نرشح لك", "نرشح لكم", "يرشح لكم", "لا يفوتك", "لا تفوت", "من ارشيفنا",
	"تابعونا", "تابعنا", "تابعوا اخر", "تابعوا اخبار", "تابعوا قناه", "تابعوا قناتنا", "تابعوا صفحتنا", "تابعوا حسابنا", "تابع قناتنا", "تابع اخر", "تابع صفحتنا", "تابعوا", "انضم الي قناه", "انضم الي قناتنا", "انضموا الي", "انضم الينا", "اشترك في قناه", "اشترك في قناتنا", "اشترك في النشره", "اشترك في نشرتنا", "اشترك في خدمه", "اشتركوا في قناه", "اشتركوا في قناتنا", "اشتركوا في النشره", "اشترك الان", "حمل تطبيق", "حملوا تطبيق", "لتحميل تطبيق", "نزل تطبيق", "اضغط هنا", "انقر هنا",
	"بيشتر بخوانيد", "بيشتر بدانيد", "همچنين بخوانيد", "بخوانيد", "مطالب مرتبط", "اخبار مرتبط", "خبرهاي مرتبط", "پيشنهاد ويژه", "در كانال ما", "به كانال ما", "در كانال تلگرام", "به كانال تلگرام", "عضو شويد", "بيشتر ببينيد", "اخبار پيشنهادي",
	"يه بھي پڑھيں", "يه بھي پڑھيے", "يه بھي پڑھئے", "يه بھي ديكھيں", "مزيد پڑھيں", "مزيد پڑھيے", "مزيد پڑھئے", "مزيد خبروں", "مزيد جانيے", "متعلقه خبريں", "متعلقه خبر", "متعلقه مضامين", "هميں فالو كريں", "همارے واٹس ايپ چينل",
	"زياتر بخوێنهوه", "ههروهها بخوێنهوه", "بابهتي پهيوهنديدار", "ههواڵي پهيوهنديدار",
)

// persianLeads are such words that sentences begin with too, «در همین زمینه، مدیر گفت»: they count
// alone or before a colon.
var persianLeads = lang.NewBeginnings("در همين زمينه", "در همين رابطه", "خبر مرتبط", "مطلب مرتبط")

// leadsArabic reports a line, folded as f, that begins with one of all these.
func leadsArabic(s, f string) bool {
	if begins(f, arabicLeads) {
		return true
	}
	colon := strings.IndexByte(s[:min(len(s), 60)], ':') >= 0
	return persianLeads.Of(f, func(_, rest string) bool { return rest == "" || rest[0] == ' ' && colon })
}

// arabicLabel reports a whole line that is furniture.
func arabicLabel(s string) bool {
	switch s {
	case "اعلان", "اعلانات", "اعلان ممول", "محتوي ممول", "محتوي اعلاني", "ماده اعلانيه", "ماده مموله", "ذات صله", "يتبع", "يتبع بعد الاعلان", "تكمله الخبر", "المقال يستكمل بعد الاعلان",
		"شارك", "شارك الخبر", "شارك المقال", "شارك المقاله", "شارك الموضوع", "شارك هذا", "شارك هذا الخبر", "شارك هذا المقال", "شارك هذا الموضوع", "شارك عبر", "شارك علي", "شاركها", "شاركه", "مشاركه", "مشاركه الخبر", "مشاركه المقال", "مشاركه عبر", "انشر", "انشرها", "غرد", "تغريد", "ارسل لصديق", "ارسال لصديق",
		"طباعه", "طباعه الخبر", "اطبع", "نسخه للطباعه", "حفظ", "احفظ", "نسخ", "نسخ الرابط", "انسخ الرابط", "تم النسخ", "تم نسخ الرابط", "الرابط المختصر", "رابط مختصر", "رابط الخبر", "حجم الخط", "تكبير الخط", "تصغير الخط", "خط كبير", "ع ع", "استمع", "استمع الي الخبر", "استمع الي المقال", "استمع للخبر", "استمع للمقال", "استماع",
		"الوسوم", "وسوم", "كلمات دلاليه", "الكلمات الدلاليه", "الكلمات الداله", "كلمات داله", "كلمات مفتاحيه", "الكلمات المفتاحيه", "تاجز", "تاجات", "العلامات", "الموضوع", "الموضوعات", "المواضيع", "التصنيف", "التصنيفات", "الاقسام", "القسم",
		"تعليق", "تعليقات", "التعليقات", "اضف تعليق", "اضف تعليقا", "اضف تعليقك", "اضافه تعليق", "اترك تعليق", "اترك تعليقا", "اكتب تعليقك", "لا توجد تعليقات", "لا تعليقات", "تعليق واحد", "التعليقات مغلقه",
		"المزيد", "عرض المزيد", "اظهر المزيد", "تحميل المزيد", "التالي", "السابق", "الرئيسيه", "الصفحه الرئيسيه", "اغلاق", "فيديو", "صور", "صوره", "الصوره", "البوم الصور", "صور ارشيفيه", "صوره ارشيفيه", "صوره تعبيريه", "ارشيفيه", "تعبيريه", "ملخص", "فهرس", "المحتويات",
		"واتساب", "واتس اب", "فيسبوك", "فيس بوك", "تويتر", "تلغرام", "تليغرام", "تيليجرام", "تلجرام", "لينكد ان", "ماسنجر", "انستغرام", "البريد الالكتروني", "بريد الكتروني", "تابعنا", "تابعونا", "تابعونا علي", "تابعنا علي", "اشترك", "اشترك الان",
		"انتهاي پيام", "اشتراك گذاري", "اشتراكگذاري", "به اشتراك گذاري", "به اشتراكگذاري", "به اشتراك بگذاريد", "نظر شما", "نظرات", "نظرات كاربران", "ارسال نظر", "برچسبها", "برچسب ها", "كد خبر", "لينك كوتاه", "لينك كوتاه خبر", "چاپ", "نسخه چاپي", "كپي لينك", "مطالب مرتبط", "اخبار مرتبط", "تبليغات", "تبليغ", "بيشتر", "ذخيره", "اندازه فونت", "كليدواژهها", "كليدواژه ها", "تگ ها", "ارسال به دوستان", "نسخه قابل چاپ", "گزارش خطا",
		"شيئر كريں", "ٹيگز", "تبصرے", "اشتهار", "فائل فوٹو", "هاوبهشي بكه", "كۆمێنتهكان":
		return true
	}
	return false
}

// arabicSections are the headings under which something else begins.
var arabicSections = lang.NewBeginnings(
	"الاكثر قراءه", "الاكثر مشاهده", "الاكثر تداولا", "الاكثر تصفحا", "الاكثر شيوعا", "اخر الاخبار", "احدث الاخبار", "اخر المقالات", "احدث المقالات", "اخبار اخري", "مقالات اخري", "مواضيع اخري", "مقالات الكاتب", "مقالات اخري للكاتب", "عن الكاتب", "حول الكاتب", "نبذه عن الكاتب", "المزيد من", "من نفس القسم", "اخترنا لك", "اخترنا لكم", "مختارات", "ترشيحاتنا", "اختيارات المحرر", "يمكنك ايضا قراءه",
	"التعليقات", "اضف تعليق", "اضافه تعليق", "اضف تعليقك", "اضف تعليقا", "اترك تعليق", "اترك تعليقا", "اترك تعليقك", "اترك ردا", "اكتب تعليقك", "تعليقات القراء", "شارك الخبر", "شارك المقال", "شارك برايك", "النشره البريديه", "اشترك في النشره",
	"نظر شما", "نظرات", "ارسال نظر", "اخرين اخبار", "پربازديد", "پربيننده", "پيشنهاد", "از سراسر وب", "وبگردي", "برچسبها", "برچسب ها",
	"متعلقه عنوانات", "اپني رائے ديں", "جواب چھوڑ ديں", "دوايين ههواڵهكان", "كۆمێنتهكان",
)

// arabicUnder are the beginnings of lines under an article: whose rights, where
// to follow, whose opinion it is not.
var arabicUnder = lang.NewBeginnings(
	"جميع الحقوق", "كافه الحقوق", "كل الحقوق", "حقوق النشر", "حقوق الطبع", "الوسوم", "وسوم", "كلمات دلاليه", "الكلمات الدلاليه", "الكلمات الداله", "كلمات مفتاحيه", "الكلمات المفتاحيه",
	"شارك الخبر", "شارك المقال", "شارك هذا", "شارك برايك", "شاركنا", "شاركونا", "تم نسخ", "رابط مختصر", "الرابط المختصر", "رابط الخبر", "هل اعجبك", "يمكنكم متابعه", "يمكنك متابعه", "كن اول من", "لا تنسوا الاشتراك", "لا تنس الاشتراك",
	"الاراء الوارده", "المقالات المنشوره", "المقال يعبر", "هذا المقال يعبر", "الاخبار المنشوره علي الصفحه", "ما ورد في هذا المقال", "ان الاراء الوارده", "نشر هذا المقال",
	"انتهاي پيام", "كد خبر", "برچسبها", "برچسب ها", "لينك كوتاه", "تمامي حقوق", "كليه حقوق",
)

// arabicUnderShort are such beginnings that sentences have too («شارك في اللقاء»,
// «تحرير الأسعار»): they count in a short line that is no sentence.
var arabicUnderShort = lang.NewBeginnings("المصدر", "مصدر الخبر", "المصادر", "عدد المشاهدات", "المشاهدات", "مشاهدات", "عدد القراءات", "عدد الزيارات", "عدد مرات القراءه", "كود الخبر", "رقم الخبر", "بازديد", "تعداد بازديد", "مصدر الصوره", "مصدر", "شارك", "مواضيع", "انتهي", "تحرير", "اعداد", "ترجمه", "تنويه", "تصوير", "منبع", "وكالات")

// arabicAnywhere are words that stand in no report's last paragraph, folded.
// One finder for all: twenty searches in each paragraph were a twelfth of a page's time.
var arabicAnywhere = lang.NewPhrases(
	"جميع الحقوق محفوظه", "سياسه الخصوصيه", "شروط الاستخدام", "النشره البريديه", "قناتنا علي", "صفحتنا علي", "حسابنا علي", "تابعونا علي", "تطبيق نبض", "اخبار جوجل", "غوغل نيوز", "جوجل نيوز", "google news",
	"لا تعبر بالضروره", "لا يعبر بالضروره", "لا تعبر عن راي", "لا يعبر عن راي", "عن راي اصحابها", "عن راي كاتبها", "عن راي صاحبه", "عن راي كاتبه",
	"غير مسئولين عن محتوي الخبر", "غير مسؤولين عن محتوي الخبر", "مضمون هذا الخبر تم كتابته",
)

// signOff reports the initials of the people on the desk, as agencies end copy
// with: "ع م / س ح", "م.ن", "(أ ف ب)", "al/br/cd", "سم/مع/سن".
func signOff(s string) bool {
	if i := strings.IndexByte(s, '/'); i >= 2 && i <= 4 && len(s) <= 20 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz/") == "" {
		return true // as AFP sets them
	}
	if strings.ContainsRune(s, '/') && groups(s) {
		return true
	}
	letters := 0
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if utf8.RuneCountInString(w) > 1 || !lang.IsArabic(w) {
			return false
		}
		letters++
	}
	return letters > 0 && letters <= 8
}

// groups reports what AFP's Arabic desk signs with: two or three letters of each name
// between strokes, «سم/مع/سن», «لين/ب ق».
func groups(s string) bool {
	for part := range strings.SplitSeq(s, "/") {
		letters := 0
		for _, r := range part {
			switch {
			case r == ' ':
			case !unicode.Is(unicode.Arabic, r):
				return false
			default:
				letters++
			}
		}
		if letters == 0 || letters > 3 || part != strings.TrimSpace(part) { // «مصر / غزة»
			return false
		}
	}
	return true
}

// archived reports the line under a picture that says that it is an old one, or only
// stands for what the text tells: «الميناء بعد العاصفة - أرشيفية».
func archived(s string) bool {
	for _, end := range [...]string{"أرشيفية", "ارشيفية", "تعبيرية", "من الأرشيف", "من الارشيف"} { // unfolded: each short line is asked
		if rest, ok := strings.CutSuffix(strings.TrimRight(s, " )"), end); ok {
			return rest != ""
		}
	}
	return false
}

// agencySign reports the line with which agencies of the Gulf end copy: who wrote
// it, or when it went out: «وام/محمد علي/سلمى حداد», «بنا 1015 جمت 03/07/2026», "WAM/Ann Lee".
func agencySign(s string) bool {
	i := strings.IndexAny(s, " /")
	if i <= 0 || len(s) > 2*80 || sentence(s) || utf8.RuneCountInString(s) > 80 {
		return false
	}
	if s[i] == '/' && opening.Known(s[:i]) {
		return true
	}
	return lang.IsArabic(s) && opening.IsAgency(s[:i]) && (strings.ContainsRune(s, '/') || strings.ContainsFunc(s, unicode.IsDigit))
}

// wordless reports a line without a letter: a number of the item, a rule of stars.
func wordless(s string) bool { return !strings.ContainsFunc(s, unicode.IsLetter) }

// aboutWriter reports the note under an opinion that says who wrote it: «* كاتب وباحث لبناني».
func aboutWriter(s string) bool {
	note := strings.TrimLeft(s, "*٭ ")
	if note == s || utf8.RuneCountInString(s) > 80 {
		return false
	}
	word, _, _ := strings.Cut(note, " ")
	switch lang.Fold(strings.Trim(word, "،.,")) {
	case "كاتب", "كاتبه", "باحث", "باحثه", "صحافي", "صحافيه", "صحفي", "صحفيه", "اكاديمي", "اكاديميه", "محلل", "محلله", "استاذ", "استاذه", "خبير", "خبيره", "اعلامي", "اعلاميه", "دبلوماسي", "مستشار":
		return true
	}
	return false
}

// disowned reports a folded line that says whose view a text is not. Without the denial it tells of
// somebody's: «عبّر عن وجهة نظر الصحيفة».
func disowned(f string) bool {
	before, whose, found := strings.Cut(f, "عن وجهه نظر ")
	if !found || !strings.Contains(before, "لا يعبر") && !strings.Contains(before, "لا تعبر") {
		return false
	}
	for _, house := range [...]string{"الموقع", "الصحيفه", "الجريده"} {
		if strings.HasPrefix(whose, house) {
			return true
		}
	}
	return false
}

// underArabic reports a line under an Arabic or Persian article.
func underArabic(s string) bool {
	f := folded(s)
	if f == "" {
		return false
	}
	return arabicAnywhere.In(f) || disowned(f) || begins(f, arabicUnder) || leadsArabic(s, f) || !sentence(s) && begins(f, arabicUnderShort) && utf8.RuneCountInString(s) < 120
}
