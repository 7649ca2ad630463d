package opening

import "testing"

// TestArabicHouses reads how agencies and papers in Arabic and Persian begin.
func TestArabicHouses(t *testing.T) {
	const text = "أعلنت إدارة الميناء فتح الأرصفة السبعة يوم الجمعة."
	tests := []struct{ in, place, date, credit, byline string }{
		{"أ ف ب - ", "", "", "أ ف ب", ""},
		{"أ.ف.ب: ", "", "", "أ.ف.ب", ""},
		{"رويترز: ", "", "", "رويترز", ""},
		{"وكالات - ", "", "", "وكالات", ""},
		{"دبي/القاهرة 3 يوليو تموز (رويترز) - ", "دبي/القاهرة", "3 يوليو تموز", "رويترز", ""},
		{"بكين أول يوليو 2026 (شينخوا) ", "بكين", "أول يوليو 2026", "شينخوا", ""},
		{"القاهرة في الأول من يوليو /أ ش أ/ ", "القاهرة", "الأول من يوليو", "أ ش أ", ""},
		{"بيروت أول يوليو تموز (رويترز) - ", "بيروت", "أول يوليو تموز", "رويترز", ""},
		{"بغداد - واع ", "بغداد", "", "واع", ""},
		{"القاهرة – أ ش أ ", "القاهرة", "", "أ ش أ", ""},
		{"بيروت: «الشرق الأوسط» ", "بيروت", "", "الشرق الأوسط", ""},
		{"بيروت - «الشرق الأوسط» ", "بيروت", "", "الشرق الأوسط", ""},
		{"أبوظبي-وام/ ", "أبوظبي", "", "وام", ""},
		{"بيت لحم-معا- ", "بيت لحم", "", "معا", ""},
		{"عمان 3 تموز (بترا)- سلمى حداد - ", "عمان", "3 تموز", "بترا", "سلمى حداد"},
		{"[03/يوليو/2026] صنعاء - سبأ: ", "صنعاء", "03/يوليو/2026", "سبأ", ""},
		{"الأخبار (نواكشوط) – ", "نواكشوط", "", "الأخبار", ""},
		{"طرابلس (لبنان) (أ ف ب) - ", "طرابلس", "", "أ ف ب", ""},
		{"القاهرة - وكالة رويترز: ", "القاهرة", "", "وكالة رويترز", ""},
		{"مشهد- خبرگزاری تسنیم: ", "مشهد", "", "خبرگزاری تسنیم", ""},
	}
	for _, tt := range tests {
		o, rest := Split(tt.in + text)
		if o.Dateline.Place != tt.place || o.Dateline.Date != tt.date || o.Credit != tt.credit || o.Byline != tt.byline || rest != text {
			t.Errorf("Split(%q) = %+v, %q", tt.in, o, rest)
		}
	}
}

func TestArabicHousesAlone(t *testing.T) {
	tests := []struct{ in, place, credit, byline string }{
		{"دمشق-سانا", "دمشق", "سانا", ""},
		{"الخرطوم – سودان تربيون", "الخرطوم", "سودان تربيون", ""},
		{"القليوبية - محمد علي", "القليوبية", "", "محمد علي"},
		{"| واشنطن - من محمد علي |", "واشنطن", "", "محمد علي"},
		{"|بيروت - «الشرق الأوسط»|", "بيروت", "الشرق الأوسط", ""},
		{"عدن (صدى الساحل) خاص:", "عدن", "صدى الساحل", ""},
		{"عدن (صدى الساحل) متابعات", "عدن", "صدى الساحل", ""},
	}
	for _, tt := range tests {
		o, rest := Split(tt.in)
		if o.Dateline.Place != tt.place || o.Credit != tt.credit || o.Byline != tt.byline || rest != "" {
			t.Errorf("Split(%q) = %+v, %q", tt.in, o, rest)
		}
	}
}

// TestNoArabicHouse leaves texts alone that begin like an opening.
func TestNoArabicHouse(t *testing.T) {
	for _, s := range []string{
		"القاهرة - رويترز وكالة أنباء تأسست في القرن التاسع عشر.",
		"بيروت - «حزب الميناء» أعلن أن السفن تدخل اليوم.",
		"غزة - معا نحو ميناء جديد، شعار حملة انطلقت أمس.",
		"بيروت (رويترز) - حزب الميناء - وهو أكبر الأحزاب - قال إنه سيقاطع.",
		"الجزائر - المغرب: مباراة الحسم تقام مساء اليوم.",
		"عدن (صدى الساحل) خاصة بعد أن فتح الميناء",
	} {
		if o, rest := Split(s); o.Byline != "" || o.Credit != "" && o.Credit != "رويترز" || rest == "" {
			t.Errorf("Split(%q) = %+v, %q", s, o, rest)
		}
	}
	if o, rest := Split("القاهرة - رويترز وكالة أنباء تأسست في القرن التاسع عشر."); o.Credit != "" {
		t.Errorf("a credit that is the subject: %+v, %q", o, rest)
	}
}

// TestOutletAlone reads a line with a place and the page's own outlet.
func TestOutletAlone(t *testing.T) {
	for in, want := range map[string]string{"مرسى – صدى الساحل": "مرسى", "مرسى - «صدى الساحل»": "مرسى", "سلمى حداد - صدى الساحل": "", "من صدى الساحل": "", "مرسى صدى الساحل": ""} {
		if o, rest := Split(in, "صدى الساحل"); o.Dateline.Place != want || want != "" && (o.Credit != "صدى الساحل" || rest != "") {
			t.Errorf("Split(%q) = %+v, %q", in, o, rest)
		}
	}
	if o, _ := Split("كتبت سلمى حداد - أ ش أ"); o.Dateline.Place != "" || o.Byline != "كتبت سلمى حداد" && o.Byline != "" {
		t.Errorf("who wrote is a place: %+v", o)
	}
}
