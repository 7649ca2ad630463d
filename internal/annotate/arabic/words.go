package arabic

import (
	"strings"
	"sync"

	"dateline/internal/annotate/statement"
	"dateline/internal/lang"
)

// A verb is a verb of reporting.
type verb struct {
	object   bool     // what follows may be its content without a preposition
	strict   bool     // a word of many uses: only with أن or a quotation
	whom     bool     // its object is somebody: whom it asks or accuses
	preps    []string // that introduce its content, folded; ب is written with its noun
	polarity statement.Polarity
}

// A form is one written form of a verb.
type form struct {
	*verb
	participle bool // مؤكداً: the subject is that of the sentence
}

// verbs lists past, present and participle of each verb, n where an object is its
// content, w where that is a person, k where only أن or a quotation makes it one, and its prepositions. The
// list is written by hand from how agencies write, with and without counting.
func verbs() map[statement.Polarity]string {
	return map[statement.Polarity]string{
		statement.Says: `
		قال/يقول/قائل أضاف/يضيف/مضيف أكد/يؤكد/مؤكد:n+على أعلن/يعلن/معلن:n+عن ذكر/يذكر/ذاكر أوضح/يوضح/موضح أشار/يشير/مشير:+إلى
		صرح/يصرح/مصرح:+ب أفاد/يفيد/مفيد:+ب كشف/يكشف/كاشف:+عن اعتبر/يعتبر/معتبر:n رأى/يرى/رائي:k تابع/يتابع/متابع:k بين/يبين/مبين:k
		لفت/يلفت/لافت:+إلى شدد/يشدد/مشدد:+على نوه/ينوه/منوه:+ب+إلى توقع/يتوقع/متوقع:n رجح/يرجح/مرجح:n زعم/يزعم/زاعم ادعى/يدعي/مدعي
		روى/يروي/راوي كتب/يكتب/-:k علق/يعلق/معلق:k رد/يرد/راد:k+ب أجاب/يجيب/مجيب اعترف/يعترف/معترف:+ب أقر/يقر/مقر:+ب وصف/يصف/واصف:nw
		أعرب/يعرب/معرب:+عن عبر/يعبر/معبر:+عن رحب/يرحب/مرحب:+ب أشاد/يشيد/مشيد:+ب أدان/يدين/-:n ندد/يندد/مندد:+ب انتقد/ينتقد/منتقد:n
		اتهم/يتهم/متهم:nw+ب استبعد/يستبعد/مستبعد:n خلص/يخلص/خالص:+إلى أظهر/يظهر/مظهر:k أبرز/يبرز/مبرز:k سجل/يسجل/مسجل:k جدد/يجدد/مجدد:n
		قدر/يقدر/مقدر:k تحدث/يتحدث/متحدث:+عن شكا/يشكو/شاكي:+من اشتكى/يشتكي/مشتكي:+من استدرك/يستدرك/مستدرك نبه/ينبه/منبه:+إلى+من
		شهد/يشهد/-:k حكى/يحكي/حاكي أبدى/يبدي/مبدي:n تساءل/يتساءل/متسائل:+عن عزا/يعزو/عازي:n لمح/يلمح/ملمح:+إلى أردف/يردف/مردف
		استطرد/يستطرد/مستطرد ختم/يختم/-:k اختتم/يختتم/مختتم:k اكتفى/يكتفي/مكتفي:+ب أثنى/يثني/مثني:+على أعاد/يعيد/معيد:k هنأ/يهنئ/مهنئ:n
		استنكر/يستنكر/مستنكر:n شجب/يشجب/شاجب:n ثمن/يثمن/مثمن:n أبلغ/يبلغ/مبلغ:k أخبر/يخبر/مخبر:k أجمع/يجمع/مجمع:+على اشترط/يشترط/مشترط
		ألمح/يلمح/ملمح:+إلى أورد/يورد/مورد:k تحدى/يتحدى/متحدي:n نعى/ينعى/ناعي:n أيد/يؤيد/مؤيد:n عارض/يعارض/-:n سخر/يسخر/ساخر:+من
		دافع/يدافع/مدافع:+عن طمأن/يطمئن/مطمئن:+إلى برر/يبرر/مبرر:n تحفظ/يتحفظ/متحفظ:+على استغرب/يستغرب/مستغرب:n أسف/يأسف/آسف:k تمنى/يتمنى/متمني:n هتف/يهتف/هاتف:k صاح/يصيح/صائح:k ردد/يردد/مردد:k
		همس/يهمس/هامس:k أسر/يسر/مسر:k احتج/يحتج/محتج:+على اعترض/يعترض/معترض:+على غرد/يغرد/مغرد:k تعجب/يتعجب/متعجب:k`,
		statement.Denies: `نفى/ينفي/نافي:n أنكر/ينكر/منكر:n رفض/يرفض/رافض:n كذب/يكذب/مكذب:n دحض/يدحض/داحض:n فند/يفند/مفند:n`,
		statement.Asks: `طالب/يطالب/مطالب:n+ب دعا/يدعو/داعي:n+إلى ناشد/يناشد/مناشد:n طلب/يطلب/طالب:n حث/يحث/حاث:n+على أوصى/يوصي/موصي:+ب
		سأل/يسأل/سائل:k+عن أمر/يأمر/آمر:+ب اقترح/يقترح/مقترح:n نصح/ينصح/ناصح:+ب حض/يحض/حاض:n+على استفسر/يستفسر/مستفسر:+عن ألح/يلح/ملح:+على`,
		statement.Promises: `وعد/يعد/واعد:+ب تعهد/يتعهد/متعهد:+ب التزم/يلتزم/ملتزم:+ب`,
		statement.Warns:    `حذر/يحذر/محذر:+من هدد/يهدد/مهدد:+ب توعد/يتوعد/متوعد:+ب أنذر/ينذر/منذر:+ب`,
	}
}

// lexicon is built when it is first asked for.
var lexicon = sync.OnceValue(newLexicon)

// newLexicon keys the forms of all verbs as they are folded, without hamza and signs, as
// the words of a text are.
func newLexicon() map[string]form {
	forms := map[string]form{}
	lists := verbs()
	for _, polarity := range statement.Polarities() { // of a form that two verbs have the last counts
		for _, field := range strings.Fields(lists[polarity]) {
			words, rest, _ := strings.Cut(field, ":")
			frames := strings.Split(rest, "+")
			v := &verb{polarity: polarity, object: strings.Contains(frames[0], "n"), strict: strings.Contains(frames[0], "k"), whom: polarity == statement.Asks || strings.Contains(frames[0], "w")}
			for _, p := range frames[1:] {
				v.preps = append(v.preps, lang.Fold(p))
			}
			inflect(forms, v, strings.Split(words, "/"))
		}
	}
	return forms
}

// inflect adds the third persons of past and present, and the participle in the
// accusative, in which it follows its subject. Forms are folded, so ى is ي.
func inflect(forms map[string]form, v *verb, words []string) {
	past, present, participle := lang.Fold(words[0]), lang.Fold(words[1]), lang.Fold(words[2])
	stem := strings.TrimSuffix(strings.TrimSuffix(past, "ي"), "ا")
	// A past in ى or ا loses it before ت and وا (نفى, نفت), any other stays whole.
	if stem == past || strings.HasSuffix(past, "ء") {
		stem = past
	}
	for _, w := range []string{past, stem + "ت", stem + "وا", stem + "تا"} {
		forms[w] = form{v, false}
	}
	if stem == past {
		forms[past+"ا"] = form{v, false}
	}
	tail := strings.TrimPrefix(present, "ي")
	for _, w := range []string{present, "ت" + tail, present + "ون", "ت" + tail + "ان"} {
		forms[w] = form{v, false}
	}
	for _, w := range []string{participle + "ا", participle + "ه", participle + "ين"} {
		// A form that is a finite verb as well is read as one.
		if _, taken := forms[w]; !taken && participle != "-" {
			forms[w] = form{v, true}
		}
	}
}

// lookup finds the verb in a folded word, with or without و and ف before it.
func lookup(w string) (form, bool) {
	for _, r := range []string{w, strings.TrimPrefix(w, "و"), strings.TrimPrefix(w, "ف")} {
		if f, ok := lexicon()[r]; ok {
			return f, true
		}
	}
	return form{}, false
}

// that reports إن and أن with what is written to them: إنه، بأنها، وأن.
func that(w string) bool {
	for _, p := range []string{"", "و", "ب", "ف"} {
		if rest, ok := strings.CutPrefix(w, p+"ان"); ok {
			switch rest {
			case "", "ه", "ها", "هم", "هما", "ني", "نا", "ي", "هن":
				return true
			}
		}
	}
	return false
}

// definite tells a word with ال.
func definite(w string) bool { return strings.HasPrefix(w, "ال") }

// relative tells الذي, الذين and التي, with which a clause about a noun begins.
func relative(w string) bool {
	return strings.HasPrefix(w, "الذي") || strings.HasPrefix(w, "التي")
}

// adverbial tells words behind which no name goes on: when, where and to whom.
func adverbial(w string) bool {
	switch w {
	case "اليوم", "امس", "غدا", "مساء", "صباح", "ظهر", "فجر", "ليل", "عصر", "خلال", "عبر", "امام", "بعد", "قبل", "عقب", "اثناء", "حول", "بشان",
		"للصحافيين", "للصحفيين", "للصحافه", "لوكاله", "لصحيفه", "لقناه", "لاذاعه", "لموقع", "للوكاله", "للقناه", "لدي", "تعليقا", "ردا", "حين", "عندما",
		"ايضا", "كذلك", "انه", "حيث", "وهو", "وهي", "فيما", "بينما", "مساءا", "صباحا", "مؤخرا", "السبت", "الاحد", "الاثنين",
		"الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "يوم", "للقاضي", "لرويترز", "للجزيره", "للعربيه", "للتلفزيون", "للاذاعه", "للصحيفه", "للموقع", "لتلفزيون", "لمحطه", "لشبكه", "لنا", "له", "لها", "لهم", "مرارا", "نفيا", "علنا", "خطيا", "رسميا", "ضاحكا", "ضاحكه", "قاطعا", "بدوره", "بدورها", "ردها", "رده", "قبيل", "هاتفيا", "لمراسلنا":
		return true
	}
	return false
}

// dated tells words of time that name an office as well (النائب العام), so that
// they count only with last or next.
func dated(w, next string) bool {
	switch w {
	case "الشهر", "العام", "الاسبوع":
		switch next {
		case "الماضي", "الحالي", "الجاري", "المقبل", "المنصرم", "القادم":
			return true
		}
	}
	return false
}

// occasion tells nouns that, behind في, say where something was said.
func occasion(w string) bool {
	switch w {
	case "بيان", "بيانه", "بيانها", "تصريح", "تصريحات", "مقابله", "كلمه", "كلمته", "كلمتها", "حديث", "مؤتمر", "تقرير", "تقريرها", "تقريره", "اتصال", "لقاء", "تغريده", "تغريدته", "تغريدتها", "رساله", "رسالته", "رسالتها",
		"خطاب", "ختام", "وقت", "جلسه", "حوار", "منشور", "منشوره", "منشورها", "افتتاح", "تدوينه", "تدوينته", "تدوينتها", "مقابلته", "مقابلتها", "حديثه", "رد", "مداخله", "ندوه", "تعليق", "اول":
		return true
	}
	return false
}
