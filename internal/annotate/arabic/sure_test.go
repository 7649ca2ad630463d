package arabic

import (
	"testing"

	"dateline/internal/annotate/statement"
	"dateline/internal/annotate/token"
)

// TestSure: what may go out to readers is a whole quotation right behind or before its
// speaker and a plain verb, and nothing that could be otherwise.
func TestSure(t *testing.T) {
	tests := []struct {
		text string
		sure bool
	}{
		{"قال مدير الميناء سامر الحلواني: «لن تبحر السفن قبل الفجر».", true},
		{"وأضاف الحلواني «لن تبحر السفن قبل الفجر».", true},
		{"وقالت الوزيرة أمينة البارودي، “لن تبحر السفن قبل الفجر.”", true},
		{"«لن تبحر السفن قبل الفجر»، قال مدير الميناء سامر الحلواني.", true},
		{"وقال سامر الحلواني في مقابلة مع إذاعة مرسى: «لن تبحر السفن قبل الفجر».", true},
		{"وقال سامر الحلواني للصحافيين: «لن تبحر السفن قبل الفجر».", true},
		// Somebody else may be meant, or more than what he said.
		{"وقال سامر الحلواني الذي عاد أمس: «لن تبحر السفن قبل الفجر».", false},
		{"وقال سامر الحلواني في مقابلة نقلت عن الوزير: «لن تبحر السفن قبل الفجر».", false},
		{"وقال سامر الحلواني إن الوزير أضاف: «لن تبحر السفن قبل الفجر».", false},
		{"وقال سامر الحلواني: «لن تبحر السفن قبل الفجر» وغادر القاعة.", false},
		{"وقال سامر الحلواني: لن تبحر «السفن الكبيرة جداً» قبل الفجر.", false},
		{"وقال الحلواني لأنصاره في المرفأ: «لن تبحر السفن قبل الفجر».", false},
		{"وقال أحد ركاب الحافلة الأخيرة: «لن تبحر السفن قبل الفجر».", false},
		{"وقالت المهندسة البالغة 26 عاماً: «لن تبحر السفن قبل الفجر».", false},
		{"وقالت مديرة الميناء لمياء الحلواني: «لن تبحر السفن قبل الفجر».", true},
		{"وقال سامر ــ الحلواني: «لن تبحر السفن قبل الفجر».", true}, // a word of tatweel alone has no letters
		{"وتابعت بالقول: «لن تبحر السفن قبل الفجر».", false},
		{"وقالت فيها: «لن تبحر السفن قبل الفجر».", false},
		{"وأردف كما «لن تبحر السفن قبل الفجر».", false},
		{"وقال: «لن تبحر السفن قبل الفجر».", false},
		{"ونفى سامر الحلواني: «لن تبحر السفن قبل الفجر».", false},
		{"وهتف سامر الحلواني: «لن تبحر السفن قبل الفجر».", false},
		{"وعاد الجميع. ثم «لن تبحر السفن قبل الفجر»، قال سامر الحلواني.", false},
		{"وقال مدير ميناء مرسى القديم في جزيرة مرجانة الكبرى سامر الحلواني: «لن تبحر السفن قبل الفجر».", false},
	}
	for _, test := range tests {
		found := Mark(token.Cut(test.text))
		sure := false
		for _, s := range found {
			if sure = sure || s.Confidence >= statement.PublicThreshold; sure && s.Kind != statement.Direct {
				t.Errorf("%s: sure of what is %s", test.text, s.Kind)
			}
		}
		if len(found) == 0 || sure != test.sure {
			t.Errorf("%s: %d found, sure %v, want %v", test.text, len(found), sure, test.sure)
		}
	}
}
