package speaker_test

import "testing"

// TestArabicShortForms: the family name or the office alone stands for the one
// speaker before who has it, and for nobody when there are two.
func TestArabicShortForms(t *testing.T) {
	check(t, true, [][2]string{
		{"قال وزير الصحة سامر الحلواني إن العدد زاد. وأضاف أن الوضع مستقر.", "وزير الصحة سامر الحلواني*; وزير الصحة سامر الحلواني*"},
		{"قال وزير الصحة سامر الحلواني إن العدد زاد. وقال الوزير إن الوضع مستقر.", "وزير الصحة سامر الحلواني*; وزير الصحة سامر الحلواني*"},
		{"قال وزير الصحة سامر الحلواني إن العدد زاد. وقال الحلواني إن الوضع مستقر.", "وزير الصحة سامر الحلواني*; وزير الصحة سامر الحلواني*"},
		{"قال سامر الحلواني إن العدد زاد. وقال رامي الحلواني إنه نقص. وقال الحلواني إن الوضع مستقر.", "سامر الحلواني; رامي الحلواني; "},
		{"قالت وزيرة المياه سلمى نوفل، في بيان، إن السد سليم. وقالت نوفل إن الملء تأجل.", "وزيرة المياه سلمى نوفل*; وزيرة المياه سلمى نوفل*"},
		{"وأضاف أن الوضع مستقر.", ""},
	})
}

// TestArabicUnnamed: sources that keep their names to themselves are no names,
// however many words they are told in and however hamza is written.
// TestArabicRelayed: whom an outlet quotes without a name spoke before, and is not
// the outlet.
func TestArabicRelayed(t *testing.T) {
	check(t, true, [][2]string{
		{"قال وزير النقل سامر الحلواني إن الجسر مغلق. ونقلت عنه الوكالة قوله إن العمل انتهى.", "وزير النقل سامر الحلواني*; الوكالة; وزير النقل سامر الحلواني*"},
		{"نقلت عنه الوكالة قوله إن العمل انتهى.", "الوكالة; "},
	})
}

func TestArabicUnnamed(t *testing.T) {
	for _, source := range []string{
		"مسؤول محلي رفيع", "مسئول محلي رفيع", "المسؤول المحلي الرفيع", "مسؤولون في الوزارة", "مسؤولة كبيرة في الوزارة", "مصدر أمني مطلع", "مصادر قريبة من الوزير",
		"شهود عيان في المدينة", "خبراء في المياه", "أهالي الحي القديم", "تقرير حكومي جديد", "الشرطة", "شهود عيان",
	} {
		check(t, true, [][2]string{{"أعلن " + source + ": «الطريق مغلق منذ أيام».", source}})
	}
}
