package headline

import "testing"

// TestOpposed holds apart headlines that differ in one word that turns the news around.
func TestOpposed(t *testing.T) {
	judge, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"البنك المركزي يرفع سعر الفائدة 50 نقطة أساس في اجتماع اليوم", "البنك المركزي يخفض سعر الفائدة 50 نقطة أساس في اجتماع اليوم", true},
		{"ارتفاع أسعار القمح في ميناء مرسى", "تراجع أسعار القمح في ميناء مرسى", true},
		{"الإفراج عن قبطان السفينة نورا في مرسى", "اعتقال قبطان السفينة نورا في مرسى", true},
		{"حالة الطقس المتوقعة ليوم الأحد في مرسى والساحل", "حالة الطقس المتوقعة ليوم الاثنين في مرسى والساحل", true},
		{"البنك المركزي يرفع سعر الفائدة", "رفع سعر الفائدة في البنك المركزي", false},
		{"ارتفاع أسعار القمح وتراجع الزيت في مرسى", "تراجع أسعار الزيت وارتفاع القمح في مرسى", false},
		{"البرلمان يصوت يوم الأحد على الموازنة", "التصويت على الموازنة الأحد", false},
		{"البرلمان يصوت يوم الأحد على الموازنة", "التصويت على الموازنة قريبا", false},
		{"", "", false},
	} {
		for _, pair := range [...][2]string{{tt.a, tt.b}, {tt.b, tt.a}} {
			if got := judge.opposed(pair[0], pair[1]); got != tt.want {
				t.Errorf("%q, %q: %v", pair[0], pair[1], got)
			}
			if tt.want && judge.Agree(pair[0], pair[1]) {
				t.Errorf("%q and %q agree", pair[0], pair[1])
			}
		}
	}
}
