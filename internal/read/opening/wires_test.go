package opening

import "testing"

// Each line is the way in which an agency or a paper begins, with words of our own.
func TestWires(t *testing.T) {
	const en, ar = "Harbour officials opened the seven quays again on Friday.", "أعلنت إدارة الميناء فتح الأرصفة السبعة يوم الجمعة."
	tests := []struct{ opening, place, date, credit string }{
		{"KARACHI: ", "KARACHI", "", ""},
		{"KARACHI/LAHORE: ", "KARACHI/LAHORE", "", ""},
		{"New Delhi: ", "New Delhi", "", ""},
		{"Beirut, Lebanon – ", "Beirut, Lebanon", "", ""},
		{"MARSA, Norland – ", "MARSA, Norland", "", ""},
		{"BEIRUT, July 3, IRNA – ", "BEIRUT", "July 3", "IRNA"},
		{"Tehran, IRNA – ", "Tehran", "", "IRNA"},
		{"Riyadh, July 3, 2026, SPA -- ", "Riyadh", "July 3, 2026", "SPA"},
		{"Riyadh, Muharram 18, 1448, July 3, 2026, SPA -- ", "Riyadh", "July 3, 2026", "SPA"},
		{"RIYADH, 18 Muharram 1448 AH / 3 July 2026 AD (SPA) -- ", "RIYADH", "3 July 2026", "SPA"},
		{"RIYADH, Rabi'II 18, 1446 corresponding to Oct 21, 2024 (SPA) -- ", "RIYADH", "Oct 21, 2024", "SPA"},
		{"CNN — ", "", "", "CNN"},
		{"Marsa, Norland CNN — ", "Marsa, Norland", "", "CNN"},
		{"NNA - ", "", "", "NNA"},
		{"NNA - SIDON - ", "SIDON", "", "NNA"},
		{"(ANSA) - ROME, JUL 3 - ", "ROME", "JUL 3", "ANSA"},
		{"(MENAFN - Arab News) JEDDAH: ", "JEDDAH", "", "MENAFN - Arab News"},
		{"MOSCOW. July 3 (Interfax) - ", "MOSCOW", "July 3", "Interfax"},
		{"MOSCOW, July 3. /TASS/. ", "MOSCOW", "July 3", "TASS"},
		{"New Delhi [India], July 3 (ANI): ", "New Delhi", "July 3", "ANI"},
		{"Berlin (dpa) - ", "Berlin", "", "dpa"},
		{"CAIRO – 3 July 2026: ", "CAIRO", "3 July 2026", ""},
		{"بيروت 3 يوليو تموز (رويترز) - ", "بيروت", "3 يوليو تموز", "رويترز"},
		{"الرباط 3 يوليوز 2026 (ومع) ", "الرباط", "3 يوليوز 2026", "ومع"},
		{"وطنية - ", "", "", "وطنية"},
		{"وطنية – مرسى – ", "مرسى", "", "وطنية"},
		{"صنعاء - سبأ : ", "صنعاء", "", "سبأ"},
		{"طرابلس - (لانا) : ", "طرابلس", "", "لانا"},
		{"(أ ف ب) - بيروت - ", "بيروت", "", "أ ف ب"},
	}
	for _, tt := range tests {
		text := en
		if hasArabic(tt.opening) {
			text = ar
		}
		o, rest := Split(tt.opening + text)
		if o.Dateline.Place != tt.place || o.Dateline.Date != tt.date || o.Credit != tt.credit || rest != text {
			t.Errorf("%q: place %q, day %q, credit %q, then %q", tt.opening, o.Dateline.Place, o.Dateline.Date, o.Credit, rest)
		}
	}
}

// What looks like them and is the report itself.
func TestNoWires(t *testing.T) {
	for _, s := range []string{
		"WATCH: Harbour officials opened the seven quays again on Friday.",
		"KEY POINTS: Harbour officials opened the seven quays again on Friday.",
		"WATCH, Norland – officials opened the seven quays again on Friday.",
		"London: 12 degrees, rain.",
		"London: it will rain in all of the south on Friday.",
		"Harbour, Norland – officials opened the seven quays again on Friday.",
		"Marsa Ports, Reuters – all of them were there when the quays opened.",
		"PA: Harbour officials opened the seven quays again on Friday.",
		"The board [Marsa's own], on July 3 (it rained): nothing.",
		"فارس - وهو قبطان - قال إن الأرصفة ستفتح قريبا.",
		"الرباط-ومع ذلك أعلنت إدارة الميناء فتح الأرصفة السبعة.",
	} {
		if o, rest := Split(s); o != (Opening{}) && rest != s {
			t.Errorf("%q: %+v, then %q", s, o, rest)
		}
	}
}

func TestWhoSaidSoIsNoPlace(t *testing.T) {
	o, rest := Split("وطنية - باسيل: لن تفتح الأرصفة قبل نهاية الشهر.")
	if o.Credit != "وطنية" || o.Dateline.Place != "" || rest != "باسيل: لن تفتح الأرصفة قبل نهاية الشهر." {
		t.Errorf("got %+v, %q", o, rest)
	}
}

func TestPersonBeforeAgency(t *testing.T) {
	o, rest := Split("مرسى / سلمى قاسم / الأناضول")
	if o.Dateline.Place != "مرسى" || o.Byline != "سلمى قاسم" || o.Credit != "الأناضول" || rest != "" {
		t.Errorf("got %+v, %q", o, rest)
	}
}
