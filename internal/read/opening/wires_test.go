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
		{"MARSA, Norland: ", "MARSA, Norland", "", ""},
		{"RIYADH, SPA -- ", "RIYADH", "", "SPA"},
		{"MAP - RABAT - ", "RABAT", "", "MAP"},
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
		"NASA — It rained on the harbour for two days, the agency wrote on Friday.",
		"UNESCO – Seven old harbours are to be kept, it said on Friday.",
		"NATO – the alliance – said on Friday that it would open the harbour.",
		"IKEA – which sells tables – said on Friday that it would open a house in Marsa.",
		"Cairo – the largest city of Africa – was flooded on Friday.",
		"AA – meetings begin again at the harbour.",
		"MAP – of the harbour, drawn by hand.",
		"OPEC, the oil group, agreed – at last – to open the harbour.",
		"IKEA, which sells tables – said on Friday that it would open a house in Marsa.",
		"MARSA, it rained – all day.",
		"(IKEA, the shop) It opened in Marsa.",
		"[فيديو] صنعاء - سبأ: أعلنت الإدارة فتح الميناء.",
		"[3 يوليو 2026] أعلنت الإدارة فتح الميناء.",
		"[3 يوليو 2026] صنعاء - 2 يوليو (سبأ) - أعلنت الإدارة فتح الميناء.",
		"سلمى حداد (بيروت) – أعلنت الإدارة فتح الميناء.",
		"دمشق-ساحة أعلنت مغلقة.",
		"LONDON: Rain on Friday.",
		"What do you say CNN — said the minister.",
		"Mr. July 3 – the man of the day.",
		"RIYADH, Safar 14 (SPA) -- It rained.",
		"Marsa. July 3 (Interfax) - It rained.",
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

// TestTakenOnce: what an opening has already is not taken from behind it again.
func TestTakenOnce(t *testing.T) {
	for _, tt := range [][2]string{
		{"MOSCOW, July 2 – ", "July 3: the day on which the seven quays opened."},
		{"(Reuters) - ", "July 3: the day on which the seven quays opened."},
		{"بغداد (رويترز) - ", "واع أعلنت فتح الميناء."},
		{"موسكو (رويترز) - ", "سبوتنيك. هذا اسم القمر."},
		{"عمان (نشرة الميناء) - ", "حزب الساحل - أعلن مقاطعة الانتخابات."},
		{"MOSCOW - ", "Interfax. It is a name."},
	} {
		if o, rest := Split(tt[0] + tt[1]); o == (Opening{}) || rest != tt[1] {
			t.Errorf("Split(%q) = %+v, %q", tt[0]+tt[1], o, rest)
		}
	}
}

func TestPersonBeforeAgency(t *testing.T) {
	o, rest := Split("مرسى / سلمى قاسم / الأناضول")
	if o.Dateline.Place != "مرسى" || o.Byline != "سلمى قاسم" || o.Credit != "الأناضول" || rest != "" {
		t.Errorf("got %+v, %q", o, rest)
	}
}
