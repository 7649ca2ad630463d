package clean

import "testing"

func TestLetters(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"Harbour", "Harbour"},
		{"ميناء مرسى", "ميناء مرسى"},
		{"مينـــاء مرســى", "ميناء مرسى"},
		{"مُـحـمّد", "مُحمّد"},
		{"الوزير لـ«الصباح»", "الوزير لـ«الصباح»"},
		{"18 محرم 1448هـ", "18 محرم 1448هـ"},
		{"خلال الـ24 ساعة", "خلال الـ24 ساعة"},
		{"وكالة CNN بـCNN", "وكالة CNN بـCNN"},
		{"ـــ", "ـــ"},
		{"ﻣﻴﻨﺎﺀ ﻣﺮﺳﻰ", "ميناء مرسى"},
		{"ﻻ ﺷﻲﺀ", "لا شيء"},
		{"ﷲ", "الله"},
		{"محمد ﷺ", "محمد ﷺ"},
		{"﴿نص﴾", "﴿نص﴾"},
		{"ﻣﻴﻨـــﺎﺀ", "ميناء"},
		{"ﹰ", "ً"},
	}
	for _, tt := range tests {
		got := Letters(tt.in)
		if got != tt.want {
			t.Errorf("Letters(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if again := Letters(got); again != got {
			t.Errorf("Letters(%q) = %q: not the same again", got, again)
		}
	}
}

func FuzzLetters(f *testing.F) {
	f.Add("مينـــاء ﻻ ﷺ")
	f.Fuzz(func(t *testing.T, s string) {
		once := Letters(Line(s))
		if twice := Letters(once); twice != once {
			t.Errorf("%q becomes %q and then %q", s, once, twice)
		}
	})
}
