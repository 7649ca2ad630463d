package person

import (
	"strings"

	"dateline/internal/lang"
)

// An office is a kind of office, in both languages. Offices in common are evidence
// that two names are one person's; offices that differ are none against, for
// people have several and change them.
type office uint32

// fields are the offices that a role names.
func fields(role string, arabic bool) (all office) {
	for _, w := range strings.FieldsFunc(role, func(r rune) bool { return r == ' ' || r == ',' || r == '-' || r == '،' || r == '’' || r == '\'' }) {
		all |= field(lang.Fold(w), arabic)
	}
	return all
}

// field is the offices that a folded word names, 0 for none. رئيس heads a state, a
// body or a town.
func field(w string, arabic bool) office {
	if arabic {
		w = strings.TrimPrefix(w, "ال")
		for _, ending := range []string{"تها", "ته", "هم", "ها"} {
			if rest, ok := strings.CutSuffix(w, ending); ok && len(rest) > 6 {
				w = rest
				break
			}
		}
		w = strings.TrimSuffix(w, "ه")
	} else {
		w = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "woman"), "man"), "person")
	}
	return officeWords[w]
}

// officeWords is built once; nothing writes to it afterwards.
var officeWords = newOffices(offices)

// newOffices gives each line one bit; a word of two lines (رئيس) has both.
func newOffices(lines string) map[string]office {
	words := map[string]office{}
	for i, line := range strings.Split(lines, "\n") {
		for w := range strings.FieldsSeq(line) {
			words[w] |= 1 << i
		}
	}
	return words
}

// offices are the words of one kind of office a line, folded, Arabic ones without
// article and the ending of women.
const offices = `minister ministers وزير وزيرت
president presidents premier chancellor رئيس رئيست
spokes spokesman spokeswoman متحدث ناطق
ambassador envoy ambassadors سفير مبعوث موفد
mayor عمد محافظ رئيس رئيست
governor حاكم حاكمت والي
director head chief مدير مديرت رئيس رئيست
executive ceo تنفيذي
captain skipper officer commander قائد ضابط قبطان ربان
coach manager مدرب
player striker goalkeeper لاعب مهاجم حارس
teacher headteacher principal معلم مدرس ناظر
professor academic scientist researcher lecturer expert استاذ باحث عالم خبير
analyst economist strategist trader dealer محلل اقتصادي متعامل
judge prosecutor attorney lawyer solicitor barrister قاضي مدعي محامي
senator deputy congress congresswoman lawmaker representative councillor سيناتور نائب عضو
king queen prince princess emir sultan crown ملك امير سلطان عاهل
pope bishop archbishop priest imam rabbi بابا مطران امام
doctor physician surgeon nurse طبيب جراح
secretary امين سكرتير
negotiator مفاوض مفاوضي مفاوضين
adviser advisor aide counsellor مستشار مساعد
author writer novelist poet playwright كاتب روائي شاعر
actor actress singer director musician composer ممثل مغني موسيقار فنان
chair chairs leader leads زعيم رئيس رئيست
founder owner مالك مؤسس
farmer fisher shopkeeper baker مزارع صياد بائع
editor journalist reporter correspondent moderator columnist anchor صحفي صحافي مراسل محرر
candidate مرشح
engineer inspector مهندس مفتش
activist campaigner ناشط
witness resident survivor شاهد مواطن ناج`

// roleGender is what a role tells: in English by its title, in Arabic by the
// ending of women. The form of men stands for both there.
func roleGender(role string) string {
	if !lang.IsArabic(role) {
		return gendered(role, "")
	}
	first, _, _ := strings.Cut(strings.TrimSpace(role), " ")
	if w := lang.Fold(first); strings.HasSuffix(w, "ه") && (field(w, true) != 0 || rank(w)) {
		return "female"
	}
	return ""
}
