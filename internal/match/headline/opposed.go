package headline

import (
	"strings"

	"dateline/internal/lang"
)

// opposites are words of headlines in Arabic that turn each other around, those of one
// sense before the stroke, their contraries behind it. All are compared by stems.
const opposites = `ارتفاع ارتفع يرتفع ترتفع صعود يصعد تصعد قفزة/انخفاض انخفض ينخفض تنخفض تراجع يتراجع تتراجع هبوط يهبط تهبط
رفع يرفع ترفع زيادة/خفض يخفض تخفض خفضت تقليص
قبول يقبل تقبل موافقة يوافق توافق يقر تقر يؤيد تؤيد/رفض يرفض ترفض رفضت يعارض تعارض
تأكيد يؤكد تؤكد أكدت/نفي ينفي تنفي نفت
فوز يفوز تفوز يهزم تهزم/خسارة يخسر تخسر
فتح يفتح تفتح افتتاح/إغلاق يغلق تغلق
وصول يصل تصل/مغادرة يغادر تغادر
اعتقال يعتقل تعتقل توقيف حبس سجن/إفراج يفرج تفرج إطلاق
تعيين يعين تعين/إقالة يقيل تقيل إعفاء يعفي
نجاح ينجح تنجح/فشل يفشل تفشل
سماح يسمح تسمح/حظر يحظر تحظر منع يمنع تمنع
استئناف يستأنف تستأنف/تعليق يعلق تعلق وقف يوقف توقف
إدانة يدين تدين/تبرئة يبرئ تبرئ براءة`

// contraries gives each stem those that turn it around.
func contraries() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for line := range strings.Lines(opposites) {
		x, y, _ := strings.Cut(strings.TrimSpace(line), "/")
		for _, sides := range [...][2]string{{x, y}, {y, x}} {
			for w := range strings.FieldsSeq(sides[0]) {
				stem := lang.Stem(lang.Fold(w), "")
				if all[stem] == nil {
					all[stem] = map[string]bool{}
				}
				for other := range strings.FieldsSeq(sides[1]) {
					all[stem][lang.Stem(lang.Fold(other), "")] = true
				}
			}
		}
	}
	return all
}

// opposed reports a word that stands in a alone where b alone has its contrary, and days of
// the week of which none is in both. The pairs learnt from are too few to teach either.
func (j *Judge) opposed(a, b string) bool {
	as, af := words(a)
	bs, bf := words(b)
	if x, y := days(af), days(bf); x != 0 && y != 0 && x&y == 0 {
		return true
	}
	ao, bo := only(as, bs), only(bs, as)
	for _, x := range ao {
		for _, y := range bo {
			if j.contrary[x][y] {
				return true
			}
		}
	}
	return false
}

// days are the days of the week among some words, a bit each.
func days(forms []string) (set int) {
	for _, f := range forms {
		if d := lang.Weekday(f); d > 0 {
			set |= 1 << d
		}
	}
	return set
}
