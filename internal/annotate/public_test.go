package annotate

import "testing"

// TestPublicArabic: readers are shown whom a sentence quotes when the name is sure: an
// office with a name behind it, or its short form, and not what else is as long.
func TestPublicArabic(t *testing.T) {
	const words = "«لن تبحر السفن قبل الفجر»."
	for _, test := range []struct {
		text, speaker string // "" where nothing may be shown
	}{
		{"قال مدير الميناء سامر الحلواني: " + words, "مدير الميناء سامر الحلواني"},
		{"قالت الرئيسة التنفيذية للشركة ريما صوّان: " + words, "الرئيسة التنفيذية للشركة ريما صوّان"},
		{"افتتح الرصيف. وقال وزير النقل سامر الحلواني إن العمل انتهى. وأضاف الحلواني: " + words, "وزير النقل سامر الحلواني"},
		{"«لن تبحر السفن قبل الفجر»، قال مدير الميناء سامر الحلواني.", "مدير الميناء سامر الحلواني"},
		{"وقالت البارودي مخاطبة النواب: " + words, ""},
		{"وأضاف الحلواني بخصوص المرفأ: " + words, ""},
		{"وقال رئيس الوزراء السابق: " + words, ""},
		{"وقالت القيادة العامة المشتركة: " + words, ""},
		{"وقال الوزيرة المرجانية السابقة: " + words, ""},
		{"وقال متحدث باسم وزارة النقل البحرية: " + words, ""},
		{"وقال وزير النقل والموانئ: " + words, ""},
		{"وقال المديرة التنفيذية للشركة: " + words, ""},
		{"وقالت الدكتورة فاطمة الزهراء: " + words, "الدكتورة فاطمة الزهراء"},
		{"وقال الحلواني: " + words, ""},
		{"وقال مدير الميناء سامر الحلواني إن السفن " + words, ""},
	} {
		shown := ""
		for _, s := range Mark(Input{Text: test.text, Language: "ar"}).Statements {
			if s.Public() {
				shown += s.Speaker
			}
		}
		if shown != test.speaker {
			t.Errorf("%s: %q is shown, want %q", test.text, shown, test.speaker)
		}
	}
}
