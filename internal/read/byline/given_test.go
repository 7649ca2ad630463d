package byline

import (
	"reflect"
	"strings"
	"testing"

	"dateline/internal/lang"
)

// TestGivenFolded holds the lists to the form that words are compared in.
func TestGivenFolded(t *testing.T) {
	seen := map[string]bool{}
	for _, name := range strings.Fields(given + givenToo) {
		if lang.Fold(name) != name {
			t.Errorf("%s stands unfolded; %s is its form", name, lang.Fold(name))
		}
		if seen[name] {
			t.Errorf("%s stands twice", name)
		}
		seen[name] = true
	}
}

// TestBesideArabic reads names that nothing marks, beside the day.
func TestBesideArabic(t *testing.T) {
	tests := []struct {
		line string
		want []string
	}{
		{"سمير حداد", []string{"سمير حداد"}},
		{"سمير حداد - القاهرة", []string{"سمير حداد"}},
		{"سمير حداد (القاهرة)", []string{"سمير حداد"}},
		{"القاهرة: سمير حداد", []string{"سمير حداد"}},
		{"القاهرة ــ سمير حداد", []string{"سمير حداد"}},
		{"المصدر: دبي - سمير حداد", []string{"سمير حداد"}},
		{"عمان - سمير حداد - 03-07-2026", []string{"سمير حداد"}},
		{"سلمى حداد وأحمد نور الدين", []string{"سلمى حداد", "أحمد نور الدين"}},
		{"عمر عبد العزيز / بيروت", []string{"عمر عبد العزيز"}},
		{"جمال حداد", []string{"جمال حداد"}},
		{"وائل حداد", []string{"وائل حداد"}}, // folding leaves a hamza on its seat
		{"فؤاد نور الدين", []string{"فؤاد نور الدين"}},
		{"أ.د. سمير حداد", []string{"أ.د. سمير حداد"}},
		{"د. سمير حداد", []string{"د. سمير حداد"}},
		{"الدكتور سمير حداد", []string{"الدكتور سمير حداد"}},
		{"جمال المرأة", nil},
		{"سمير", nil},
		{"سمير حداد يفتتح ميناء مرسى الجديد", nil},
		{"محمد صباغ", nil}, // who is in the news
		{"روسيا اليوم", nil},
		{"موسكو - روسيا اليوم", nil},
		{"دمشق - سكاي نيوز عربية", nil},
		{"اقتصاد وأعمال", nil},
		{"آخر الأخبار", nil},
		{"على الساعة", nil},
		{"على الهواء", nil},
		{"على أبو زيد", []string{"على أبو زيد"}}, // so Egypt spells «علي»
	}
	news := func(word string) bool { return word == "محمد صباغ" }
	for _, tt := range tests {
		for _, lines := range [...][]string{{tt.line, "الجمعة 3 يوليو 2026"}, {"3 يوليو 2026 - 10:15", tt.line}} {
			if got := Beside(lines, news).People; !reflect.DeepEqual(got, tt.want) {
				t.Errorf("%q: %q, want %q", lines, got, tt.want)
			}
		}
	}
}

// TestUnglueDay cuts the day of the week that a page sets apart by style alone.
func TestUnglueDay(t *testing.T) {
	for in, want := range map[string]string{"كتب: سمير حدادالجمعة 03/07/2026": "سمير حداد", "كتب سمير حداد الجمعة، 3 يوليو": "سمير حداد", "كتب: سمير الجمعة": "سمير الجمعة", "كتب: سمير عبدالأحد": "سمير عبدالأحد"} {
		if r, ok := InLine(in); !ok || len(r.People) != 1 || r.People[0] != want {
			t.Errorf("%s: %+v, want %s", in, r, want)
		}
	}
}
