package kind

import (
	"strings"

	"dateline/internal/lang"
)

// A sign is how one kind of wall shows itself, in folded words.
type sign struct {
	kind  Kind
	heads []string // whole titles, or beginnings of them
	texts []string // somewhere in a page that has no text of its own
	most  int      // bytes of such a page, folded
}

// inHead returns the words by which title or headline name this wall. "404 homes
// burnt" and "Ferry still not found" are no errors: the words must be all of a part
// of it. Beginnings and ends count of three words on, for sites that set their
// name beside them without a sign.
func (w sign) inHead(heads []string) string {
	for _, line := range heads {
		for _, h := range w.heads {
			if line == h || strings.Count(h, " ") >= 2 && (strings.HasPrefix(line, h+" ") || strings.HasSuffix(line, h) && line[len(line)-len(h)-1] == ' ') {
				return h
			}
		}
	}
	return ""
}

// inText returns the words of this wall that a page says, from the beginning of a word.
func (w sign) inText(all string) string {
	for _, t := range w.texts {
		if i := strings.Index(all, t); i >= 0 && (i == 0 || all[i-1] == ' ') {
			return t
		}
	}
	return ""
}

// walls are ordered: a test for robots may speak of errors, a paywall of cookies.
func walls() []sign {
	return []sign{
		{kind: Robot, most: 4000,
			heads: []string{"just a moment", "attention required", "are you a robot", "are you human", "verify you are human", "verifying you are human", "human verification", "checking your browser", "please verify you are a human", "pardon our interruption", "security check", "bot verification", "robot check", "captcha", "ddos guard", "access to this page has been denied", "تحقق من انك لست روبوتا", "هل انت روبوت", "التحقق من المتصفح", "لحظه من فضلك", "التحقق الامني", "جار التحقق من المتصفح"},
			texts: []string{"enable javascript and cookies to continue", "verify you are human", "verifying you are human", "checking your browser before", "complete the security check", "unusual traffic from your", "prove you are not a robot", "im not a robot", "please complete the captcha", "ray id", "incapsula incident", "press hold to confirm", "sorry you have been blocked", "تحقق من انك انسان", "اثبت انك لست روبوتا", "انا لست برنامج روبوت", "تحقق من انك لست روبوتا", "من ربات نيستم"}},
		{kind: Error, most: 6000,
			heads: []string{"404", "403", "410", "500", "502", "503", "error", "not found", "404 not found", "page not found", "404 page not found", "error 404", "404 error", "page cannot be found", "page cant be found", "this page isnt available", "page not available", "page unavailable", "page no longer available", "article not found", "content not found", "story not found", "nothing found", "no such page", "no such item", "page gone", "nothing here", "oops", "oops page not found", "sorry page not found", "access denied", "403 forbidden", "forbidden", "410 gone", "500 internal server error", "internal server error", "502 bad gateway", "bad gateway", "503 service unavailable", "service unavailable", "503 service temporarily unavailable", "gateway timeout", "504 gateway timeout", "site under maintenance", "under maintenance", "account suspended", "database error", "error establishing a database connection", "invalid url", "runtime error", "server error in application", "bad request", "400 bad request", "too many requests", "429 too many requests", "451 unavailable due to legal reasons", "451 unavailable for legal reasons", "unavailable for legal reasons", "redirecting", "object moved", "document moved", "301 moved permanently", "302 found", "maintenance mode",
				"الصفحه غير موجوده", "صفحه غير موجوده", "الصفحه المطلوبه غير موجوده", "الصفحه التي تبحث عنها غير موجوده", "لم يتم العثور علي الصفحه", "تعذر العثور علي الصفحه", "الصفحه غير متاحه", "الصفحه غير متوفره", "الخبر غير موجود", "المقال غير موجود", "المحتوي غير متوفر", "المحتوي غير موجود", "خطا 404", "404 الصفحه غير موجوده", "حدث خطا", "خطا في الخادم", "طلب غير صالح", "الصفحه المطلوبه غير متوفره", "عذرا الصفحه غير موجوده", "عفوا الصفحه غير موجوده", "غير مصرح لك بالدخول", "الموقع تحت الصيانه", "الموقع قيد الصيانه", "صفحه يافت نشد", "صفحه مورد نظر يافت نشد", "صفحه پيدا نشد"},
			texts: []string{"page you are looking for", "page youre looking for", "page you were looking for", "page yourequested", "the requested url", "requested page could not be found", "page could not be found", "page cannot be found", "page doesnt exist", "page does not exist", "page has been moved or deleted", "article yourequested", "story you are looking for", "you dont have permission to access", "not have permission to access", "error establishing a database connection", "the server encountered", "we are down for maintenance", "unavailable for scheduled maintenance", "this domain is for sale", "this domain has expired", "buy this domain", "not available in your country", "not available in your region", "belonging to the european economic area",
				"الصفحه التي تبحث عنها", "الصفحه التي طلبتها", "الصفحه المطلوبه غير", "الرابط الذي طلبته", "لم يتم العثور علي الصفحه", "تعذر العثور علي", "لم نتمكن من العثور", "ربما تم حذف", "الصفحه غير موجوده", "لا توجد صفحه", "الصفحه لم تعد", "الخبر لم يعد متاحا", "المقال لم يعد متاحا", "الخبر غير متاح", "الخبر غير متوفر", "المقال غير متوفر", "المحتوي غير متاح", "المحتوي لم يعد متاحا", "تم حذف الخبر", "تم حذف هذا الخبر", "ليس لديك صلاحيه", "ليست لديك صلاحيه", "صفحه مورد نظر"}},
		{kind: Paywall, most: 12000,
			heads: []string{"subscribe to read", "subscribe to continue", "subscription required", "subscribers only", "اشترك للقراءه", "اشترك لمتابعه القراءه", "للمشتركين فقط"},
			texts: []string{"subscribe to continue reading", "subscribe to read", "to continue reading", "to keep reading", "to read the full", "to read this article", "to read this story", "subscribe to unlock", "subscribers only", "for subscribers only", "exclusive to subscribers", "available to subscribers", "only available to subscribers", "you have reached your limit", "youve reached your limit", "your free articles", "already a subscriber", "become a subscriber to", "this content is for members", "this article is for subscribers",
				"للمشتركين فقط", "متاح للمشتركين", "حصري للمشتركين", "خاص بالمشتركين", "مخصص للمشتركين", "اشترك لمتابعه القراءه", "اشترك لمواصله القراءه", "اشترك لقراءه", "اشترك للاستمرار", "لمتابعه القراءه", "لمواصله القراءه", "لاستكمال القراءه", "لقراءه المقال كاملا", "لقراءه بقيه المقال", "استنفدت عدد المقالات", "هل انت مشترك"}},
		{kind: Consent, most: 8000,
			heads: []string{"before you continue", "we value your privacy", "we care about your privacy", "your privacy choices", "cookie consent", "privacy settings", "consent", "خصوصيتك تهمنا", "نحن نقدر خصوصيتك", "نهتم بخصوصيتك", "قبل المتابعه"},
			texts: []string{"we value your privacy", "we care about your privacy", "before you continue to", "our partners store and or access", "we and our partners", "accept all cookies", "accept cookies to", "you must accept cookies", "manage your privacy", "يستخدم هذا الموقع ملفات تعريف الارتباط", "نستخدم ملفات تعريف الارتباط", "ملفات تعريف الارتباط", "خصوصيتك تهمنا", "نحن نقدر خصوصيتك", "نحن وشركاونا"}},
		{kind: Login, most: 4000,
			heads: []string{"log in", "login", "sign in", "sign up", "register", "create account", "create an account", "my account", "log in or sign up", "تسجيل الدخول", "تسجيل دخول", "سجل الدخول", "انشاء حساب", "ورود", "ورود به سايت"},
			texts: []string{"log in to continue", "sign in to continue", "you must be logged in to", "please log in to", "please sign in to", "create an account to", "forgot your password", "سجل الدخول للمتابعه", "يجب تسجيل الدخول", "يرجي تسجيل الدخول", "نسيت كلمه المرور", "نسيت كلمه السر", "هل نسيت كلمه"}},
	}
}

// spoken are the texts of all walls, in one finder, and the kind of each. They are
// built once; nothing writes to them afterwards.
var spoken, spokenKinds = newSpoken()

func newSpoken() (*lang.Phrases, []Kind) {
	var all []string
	var kinds []Kind
	for _, w := range walls() {
		for _, t := range w.texts {
			all, kinds = append(all, t), append(kinds, w.kind)
		}
	}
	return lang.NewPhrases(all...), kinds
}

// Speaks tells the kind of wall that a paragraph speaks for, Article when it is
// none: "Subscribe to continue reading", «الصفحة التي تبحث عنها غير موجودة».
func Speaks(paragraph string) Kind {
	if len(paragraph) > 1000 {
		return Article
	}
	if i := spoken.AtWord(lang.Folded(paragraph)); i >= 0 {
		return spokenKinds[i]
	}
	return Article
}
