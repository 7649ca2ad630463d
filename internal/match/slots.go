package match

import (
	"slices"
	"strings"
	"sync"

	"dateline/internal/lang"
)

// Official agencies send the same words every day: a cable to each head of state on
// the feast of his country, a minister with one ambassador after the other. They have
// no numbers, and share the names of those who sent them; in Arabic nothing shows a
// name. But they are forms: word for word the same, and where they differ, one name is
// put for another each time. A copy differs here and there, in words of every day.
const (
	leastForm    = 0.8  // of each text in passages
	mostExact    = 0.97 // from which nothing is put for anything
	longestForm  = 600  // words: forms are short, and each strange word is looked for in all of the other text
	mostOthers   = 20   // places that differ otherwise, after which it is none
	lookAhead    = 8    // words in which two texts find together again
	longestSlot  = 6    // words of a name with its titles
	fewOthers    = 3    // names put for others for one place that differs otherwise
	fewSlots     = 2    // names put for others; one may be a correction
	fewFillings  = 3    // places in which they are
	shortestName = 3    // letters
)

// A slot is a place where one name stands in the one text and another in the other.
type slot struct{ a, b string }

// form reports whether two texts that agree are one form filled in twice.
func form(a, b *Text, g *Agreement, passages []chain) bool {
	if min(g.A, g.B) < leastForm || g.Exact < fullExact || g.Exact > mostExact || max(len(a.words), len(b.words)) > longestForm {
		return false
	}
	w := &filling{a: a, b: b, inA: a.forms(), inB: b.forms()}
	for _, c := range passages {
		w.read(a.wordAt(c.a0), a.wordAt(c.a1-1)+1, b.wordAt(c.b0), b.wordAt(c.b1-1)+1)
	}
	return w.isForm()
}

// A filling is what is put into a form twice.
type filling struct {
	a, b     *Text
	inA, inB map[string]bool
	slots    []slot
	others   int // places that differ otherwise
}

func (t *Text) forms() map[string]bool {
	m := make(map[string]bool, len(t.words))
	for i := range t.words {
		m[t.form(i)] = true
	}
	return m
}

// read goes along two passages, word by word.
func (w *filling) read(i, endA, j, endB int) {
	for i < endA && j < endB && w.others <= mostOthers {
		if slices.Equal(w.a.word(int32(i)), w.b.word(int32(j))) {
			i, j = i+1, j+1
			continue
		}
		x, y := w.together(i, endA, j, endB)
		w.differ(i, x, j, y)
		i, j = x, y
	}
}

// together is where both go on in the same words: two of them, the last, or one that
// says something.
func (w *filling) together(i, endA, j, endB int) (int, int) {
	same := func(x, y int) bool {
		return x < endA && y < endB && slices.Equal(w.a.word(int32(x)), w.b.word(int32(y)))
	}
	for d := 1; d <= 2*lookAhead; d++ {
		for x := max(0, d-lookAhead); x <= min(d, lookAhead); x++ {
			p, q := i+x, j+d-x
			if same(p, q) && (same(p+1, q+1) || p+1 == endA || q+1 == endB || !lang.IsFunction(w.a.form(p))) {
				return p, q
			}
		}
	}
	return min(i+lookAhead, endA), min(j+lookAhead, endB)
}

// differ takes what stands in one text only.
func (w *filling) differ(i, x, j, y int) {
	a, b := w.a.strange(i, x, w.b, w.inB), w.b.strange(j, y, w.a, w.inA)
	if a == "" || b == "" || x-i > longestSlot || y-j > longestSlot {
		w.others++
		return
	}
	w.slots = append(w.slots, slot{a, b})
}

// strange is the first of some words that may be a name and stands nowhere in the
// other text, mistyped either.
func (t *Text) strange(from, to int, other *Text, there map[string]bool) string {
	for i := from; i < to; i++ {
		f := t.form(i)
		letters := t.word(int32(i))
		if len(letters) < shortestName || there[f] || isNumber(letters) || lang.IsFunction(f) || lang.Weekday(f) > 0 || !t.maybeName(i, f) {
			continue
		}
		alike := func(k int32) bool { return spelledAlike(letters, other.word(k)) }
		if !slices.ContainsFunc(other.all(), alike) {
			return f
		}
	}
	return ""
}

// maybeName reports a word with a capital; of Arabic, which has none, a word that is
// not of every day.
func (t *Text) maybeName(i int, form string) bool {
	if !lang.IsArabic(form) {
		return t.capital(i)
	}
	return !ofEveryDay(form)
}

func ofEveryDay(form string) bool {
	return slices.ContainsFunc(lang.Unprefixed(form), func(f string) bool { return everyday()[strings.TrimPrefix(f, "ال")] })
}

// isForm demands that each name is put for one name alone, that there are two at least,
// and that one comes again.
func (w *filling) isForm() bool {
	if len(w.slots) < fewFillings || w.others > mostOthers {
		return false
	}
	// A capital shows a name. Without, all that differs must look like names.
	least := w.others
	if lang.IsArabic(w.slots[0].a) {
		least *= fewOthers
	}
	if len(w.slots) < least {
		return false
	}
	of, back := map[string]string{}, map[string]string{}
	for _, s := range w.slots {
		b, known := of[s.a]
		a, taken := back[s.b]
		if known && b != s.b || taken && a != s.a {
			return false
		}
		of[s.a], back[s.b] = s.b, s.a
	}
	return len(of) >= fewSlots
}

// everyday are words that Arab outlets put for each other, or that change with the one
// beside them, without their article. One that is missing makes a copy a form only
// where two others are put for two, and nothing else is changed.
var everyday = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(everydayWords) {
		m[lang.Fold(w)] = true
	}
	return m
})

const everydayWords = `
	قال قالت ذكر ذكرت صرح صرحت أعلن أعلنت أكد أكدت أضاف أضافت أوضح أوضحت أشار أشارت أفاد أفادت كشف كشفت بين بينت لفت لفتت شدد شددت
	نقل نقلت نشر نشرت تابع تابعت يقول يؤكد يعلن مضيفا مؤكدا مشيرا موضحا لافتا مبينا قائلا
	بعد قبل قبيل عقب خلال أثناء حول بشأن ضد تجاه نحو حوالي قرابة زهاء أمام قرب بالقرب بسبب نتيجة جراء إثر وسط ضمن لدى رغم كذلك أيضا حيث بينما
	فيما حين عندما أثر بحسب وفق وفقا طبقا حسب مع دون بدون سوى نظرا إضافة علاوة فضلا
	اليوم أمس يوم غدا مساء صباح فجر ظهر ليلة ليل نهار ساعة دقيقة أسبوع شهر عام سنة أعوام سنوات أشهر أيام ساعات الماضي المقبل القادم الجاري الحالي السابق الأسبق المنصرم
	يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين الأول الثاني
	رئيس زعيم قائد مدير أمين وزير نائب مسؤول مسؤولون مصدر مصادر متحدث ناطق حكومة سلطات سلطة إدارة نظام دولة بلد بلاد جمهورية مملكة وزارة هيئة لجنة مجلس
	قتل قتيل قتلى مقتل مصرع وفاة موت شهيد شهداء استشهاد ضحية ضحايا جريح جرحى إصابة مصاب مصابين أصيب جرح سقط لقي حتفه
	هجوم اعتداء عملية ضربة غارة قصف تفجير انفجار حادث حادثة كارثة أزمة حرب عدوان معركة اشتباك اشتباكات مواجهات نزاع صراع قتال
	جيش قوات قوة جنود عناصر مسلح مسلحون مسلحين إرهابي إرهابيون إرهابيين مقاتل مقاتلون متشدد متشددون متمرد متمردون مقاومة احتلال إسرائيل إسرائيلي صهيوني كيان عدو داعش تنظيم جماعة ميليشيا مليشيا
	شخص أشخاص مدني مدنيون مدنيين مواطن مواطنون مواطنين ناس سكان أهالي عدد مجموعة كبير كبيرة عديد عدة بعض جميع كل كافة كثير
	أول ثاني ثالث رابع خامس أولى ثانية ثالثة آخر أخرى جديد جديدة واحد واحدة اثنان اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة مئة ألف مليون مليار
	سيد سيدة دكتور مهندس أستاذ لواء عميد عقيد فريق جنرال شيخ أمير أميرة ملك ملكة سمو صاحب فخامة معالي سعادة
	خطة برنامج مشروع مبادرة توقع رجح أصدر صدر
	دعا دعت طالب طالبت حث بحث ناقش استعرض تناول جرى تم بدأ انطلق عقد شارك حضر وصل غادر زار استقبل التقى اجتمع
	تعزيز تطوير دعم توسيع زيادة رفع خفض ارتفاع انخفاض تراجع صعود نمو تحسن مختلف شتى كافة سبل مجال مجالات قضية قضايا موضوع ملف مسألة شأن
`
