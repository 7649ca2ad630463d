package opening

import (
	"strings"
	"testing"
)

func TestLooksLikePlace(t *testing.T) {
	tests := map[string]bool{
		"Marsa": true, "MARSA": true, "Port of Marsa": true, "ST. LOUIS": true, "WASHINGTON, D.C.": true, "Marsa, on the Sea": true,
		"Beirut": true, "بيروت، لبنان": true, "مرسى القديمة": true, "ميناء مرسى القديم": true, "ميناء مرسى القديم الكبير": false,
		"marsa": false, "Marsa is": false, "Marsa 3": false, "Marsa!": false, "EXCLUSIVE": false, "عاجل": false, "اعداد": false, "مُتابعة": false, "خاص، لبنان": false,
		"One Two Three Four Five Six": true, "One Two Three Four Five Six Seven": false, "Us": false, "Usa": true, "": false, " ": false,
		"Harbours. Marsa": false, "Mr. Lee": true, "«مرسى»": false,
	}
	for in, want := range tests {
		if got := looksLikePlace(in); got != want {
			t.Errorf("looksLikePlace(%q) = %v", in, got)
		}
	}
}

func TestIsUpper(t *testing.T) {
	for in, want := range map[string]bool{"MARSA": true, "UK": false, "USA": true, "PORT of MARSA": true, "MARSa": false, "of the": false, "مرسى": false} {
		if got := isUpper(in); got != want {
			t.Errorf("isUpper(%q) = %v", in, got)
		}
	}
}

func TestArabicPerson(t *testing.T) {
	for in, want := range map[string]bool{
		"محمد علي": true, "محمد علي حسن الأحمد": true, "محمد علي حسن الأحمد الصغير": false, "محمد": false,
		"الشرق الأوسط": false, "أ ش أ": false, "Ann Lee": false, "محمد Lee": false, "شركة مرسى": false, "مرسى بوست": false, "مراسل مرسى": false, "قال الوزير": false,
	} {
		if got := arabicPerson(in); got != want {
			t.Errorf("arabicPerson(%q) = %v", in, got)
		}
	}
}

func TestWrites(t *testing.T) {
	for in, want := range map[string]bool{
		"كتب محمد": true, "كتبت: سلمى حداد": true, "من محمد علي": true, "من بيروت": false, "By Ann": true, "By": false, "By a b c d e": true, "By a b c d e f": false, "Buy Ann": false,
	} {
		if got := writes(in); got != want {
			t.Errorf("writes(%q) = %v", in, got)
		}
	}
}

// TestAlone: a paragraph that is an opening and nothing else is short, has no
// full stop, and names a place and who filed.
func TestAlone(t *testing.T) {
	tests := map[string]bool{
		"بيروت – النشرة": true, "بيروت – النشرة.": false, "بيروت": false, "بيروت – النشرة :": true, "النشرة": false, "Cairo - By Ann Lee": true,
		"Cairo (Marsa Courier)": true, "Cairo (One Two Three Four)": false,
		"Port of the Town of Marsa (Reuters)":                   true,
		"Port of the Town of Marsa (Press Association)":         false, // too long without a day
		"Port of the Town of Marsa, 3 July (Press Association)": true,
		"Cairo, 3 July - By " + strings.Repeat("A", 61):         true,
		"Cairo, 3 July - By " + strings.Repeat("A", 62):         false,
	}
	for in, want := range tests {
		if _, got := alone(in); got != want {
			t.Errorf("alone(%q) = %v", in, got)
		}
	}
}
