package lang

import "testing"

func TestNumeral(t *testing.T) {
	for word, want := range map[string]int{
		"ثلاث": 3, "أربعة": 4, "خمس": 5, "ستة": 6, "سبع": 7, "ثمانية": 8, "ثماني": 8, "ثمان": 8, "تسعة": 9, "عشر": 10, "عشرة": 10,
		"ثلاثون": 0, "واحد": 0, "اثنين": 0, "ثلاثاء": 0, "three": 0, "": 0,
	} {
		if got := Numeral(Fold(word)); got != want {
			t.Errorf("Numeral(%q) = %d, want %d", word, got, want)
		}
	}
}

func TestNegates(t *testing.T) {
	for word, want := range map[string]bool{"Not": true, "denies": true, "لا": true, "دون": true, "now": false, "ولا": false, "": false} {
		if got := Negates(Fold(word)); got != want {
			t.Errorf("Negates(%q) = %v", word, got)
		}
	}
}
