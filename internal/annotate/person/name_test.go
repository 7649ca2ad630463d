package person

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"dateline"
)

func TestRead(t *testing.T) {
	for _, test := range []struct {
		speaker, name, role string
		short               bool
	}{
		{"Salma Nawfal", "Salma Nawfal", "", false},
		{"Ann Ray | Kremlin aide", "Ann Ray", "Kremlin aide", false},
		{"?Qulzar’s water minister, Salma Nawfal", "Salma Nawfal", "Qulzar’s water minister", false},
		{"?The governor, Lamia Darwish", "Lamia Darwish", "The governor", false},
		{"?the coast guard’s operations chief, Captain Anis Marsafi", "Anis Marsafi", "the coast guard’s operations chief", false},
		{"Jaber al-Ashi", "Jaber al-Ashi", "", false},
		{"?Marsh", "Marsh", "", true},
		{"?Mrs. Marsh", "Marsh", "", true},
		{"وزيرة المياه في قلزار سلمى نوفل", "سلمى نوفل", "وزيرة المياه في قلزار", false},
		{"المعلمة سميرة قطب التي كانت مسافرة", "سميرة قطب", "المعلمة", false},
		{"مدرب «نجوم القرفة» ماهر دعبول", "ماهر دعبول", "مدرب «نجوم القرفة»", false},
		{"رئيس عمليات خفر السواحل النقيب أنيس المرصفي", "أنيس المرصفي", "رئيس عمليات خفر السواحل النقيب", false},
		{"الرئيس عبد الفتاح الصافي", "عبد الفتاح الصافي", "الرئيس", false},
		{"نوفل", "نوفل", "", true},
		{"Blaze’s Ann Ray", "Ann Ray", "", false},
		{"Journalist Otto Bell", "Otto Bell", "Journalist", false},
		{"Tim Farmer", "Tim Farmer", "", false},
		{"Abu Zahr", "Abu Zahr", "", true},
		{"JAKE BELL", "JAKE BELL", "", false},
		{"J.D. Bell", "J.D. Bell", "", false},
		{"AJ Bell", "AJ Bell", "", false},
		{"Ann Ray’s", "Ann Ray", "", false},
		{"“Ann Ray”", "Ann Ray", "", false},
		{"Ursula von der Leyden", "Ursula von der Leyden", "", false},
		{"Ali al-Ashi", "Ali al-Ashi", "", false},
		{"الوزيرة سلمى نوفل، التي كانت مسافرة", "سلمى نوفل", "الوزيرة", false},
		{"الوزيرة سلمى نوفل ، وهي مسافرة", "سلمى نوفل", "الوزيرة", false},
		{"الوزيرة سلمى نوفل (45 عاماً)", "سلمى نوفل", "الوزيرة", false},
		{"سفيرة مرسى لدى قلزار سلمى نوفل", "سلمى نوفل", "سفيرة مرسى لدى قلزار", false},
		{"كبيرة المفاوضين سلمى نوفل", "سلمى نوفل", "كبيرة المفاوضين", false},
	} {
		s := said(test.speaker)
		n, ok := Read(s)
		if !ok || n.Text != test.name || n.Role != test.role || n.Short != test.short {
			t.Errorf("%s: %v, name %q, role %q, short %v", test.speaker, ok, n.Text, n.Role, n.Short)
		}
	}
}

// TestNobody are speakers who are no persons, or whose name cannot be told.
func TestNobody(t *testing.T) {
	for _, speaker := range []string{
		"", "?the ministry", "?a spokesman", "?The operator, Mirwad Shipping", "?officials", "?40s", "Mirwad Shipping", "Associated Press", "?the White House", "?the Times",
		"?A committee", "Port Authority", "?NATO", "?blankets", "?the meeting frank and useful", "Editor’s Note", "RUSSIANS SPARED FULL BAN", "AP-GfK Poll", "Big Win For Bernie", "Super PAC", "Communications Workers",
		"السيد ناصر للعالم", "ملكه وجيشه والعالم", "قائد أدهش بإعطائه دوراً لروسيا", "رئيس مجلس النواب في البلد الذي يقع بين البحرين سامي الشامي",
		"وزارة التعليم", "خفر السواحل", "مصدر في الوزارة", "شركة مرواد للملاحة المشغّلة للعبّارة", "لجنة الانتخابات", "رئيستها التنفيذية ريما صوّان خفض",
		"كبير", "،", "(سلمى)", "الوزيرة، سلمى", "@ann Bell", "Ann Bell2", "Ann van", "Win for Ann", "ann bell", "McDONALD",
		"وزير التعليم في قلزار", "الوزير", "مسؤول قضائي يوم الأحد", "النتائج الأولى لتحقيق سلطة الميناء",
	} {
		if n, ok := Read(said(speaker)); ok && (n.Sure && !n.Short) {
			t.Errorf("%s is taken for a person called %q", speaker, n.Text)
		}
	}
}

// TestLongestName: what nobody could be called is no name, in either script.
func TestLongestName(t *testing.T) {
	for _, tt := range []struct {
		name   string
		letter string
	}{{"Lina H%s", "o"}, {"السيدة لينا الح%s", "و"}} {
		for times, want := range map[int]bool{10: true, 9000: false} {
			name := fmt.Sprintf(tt.name, strings.Repeat(tt.letter, times))
			if n, ok := Read(said(name)); ok != want {
				t.Errorf("a name of %d bytes is one: %v (%.40s)", len(name), ok, n.Text)
			}
		}
	}
}

// TestKeysLead demands that two spellings of one name share a key.
func TestKeysLead(t *testing.T) {
	for _, pair := range [][2]string{
		{"Dmitry Peskov", "Dmitri Peskov"}, {"Volodymyr Zelensky", "Volodymyr Zelenskyy"}, {"Yevgeny Ray", "Evgeny Ray"}, {"Jaber al-Ashi", "Jaber Al Ashi"},
		{"Salma Nawfal", "سلمى نوفل"}, {"Tariq Abu Zahr", "طارق أبو زهر"}, {"Dmitry Peskov", "ديمتري بيسكوف"}, {"Abdul Rahman Safi", "عبد الرحمن الصافي"},
		{"Abdullah Safi", "عبدالله الصافي"}, {"George Marsh", "جورج مارش"}, {"Ann Ray", "Ray"}, {"سلمى نوفل", "نوفل"}, {"Idris Halwani", "إدريس الحلواني"},
	} {
		keys := map[string]bool{}
		for _, k := range Keys(pair[0]) {
			keys[k] = true
		}
		found := false
		for _, k := range Keys(pair[1]) {
			found = found || keys[k]
		}
		if !found {
			t.Errorf("%s %q and %s %q share no key", pair[0], Keys(pair[0]), pair[1], Keys(pair[1]))
		}
	}
	if Keys("") != nil || Keys("…") != nil {
		t.Error("nothing has keys")
	}
}

func TestGender(t *testing.T) {
	for role, want := range map[string]string{"spokeswoman": "female", "spokesman": "male", "minister": "", "وزيرة المياه": "female", "وزير المياه": "", "": ""} {
		if got := roleGender(role); got != want {
			t.Errorf("%q: %q, want %q", role, got, want)
		}
	}
}

// FuzzRead demands of any speaker that a name is a part of what was said, that
// its spelling alone has the same keys, and that nobody is unlike themselves.
func FuzzRead(f *testing.F) {
	for _, cases := range joins() {
		for _, c := range cases {
			f.Add(c.speaker, "", true)
		}
	}
	f.Add("المعلمة سميرة قطب التي", "وزيرة", false)
	f.Add("\xff de la - al-", ",", true)
	j, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, name, role string, named bool) {
		n, ok := Read(&dateline.Statement{Speaker: name, Role: role, Who: role + " " + name, Named: named})
		if !ok {
			return
		}
		if n.Text == "" || strings.TrimSpace(n.Text) != n.Text {
			t.Fatalf("%q is called %q", name, n.Text)
		}
		if again := Named(n.Text); !reflect.DeepEqual(again.Keys(), n.Keys()) {
			t.Errorf("%q has the keys %q, and by its spelling %q", n.Text, n.Keys(), again.Keys())
		}
		if !n.Short {
			self := Named(n.Text)
			if l := like(j.letters, &self, &self, false); l != exact {
				t.Errorf("%q is like itself by %d", n.Text, l)
			}
		}
	})
}
