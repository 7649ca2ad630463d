package opening

import "testing"

func TestSplit(t *testing.T) {
	tests := []struct{ in, place, date, credit, rest string }{
		{"CAIRO, 3 July (MENA) — The minister said so.", "CAIRO", "3 July", "MENA", "The minister said so."},
		{"(MENAFN) The harbour has opened.", "", "", "MENAFN", "The harbour has opened."},
		{"(MENAFN - Arab News) The harbour has opened.", "", "", "MENAFN - Arab News", "The harbour has opened."},
		{"(Reuters) - The harbour has opened.", "", "", "Reuters", "The harbour has opened."},
		{"LONDON (Reuters) - The harbour has opened.", "LONDON", "", "Reuters", "The harbour has opened."},
		{"London (Reuters) The harbour has opened.", "London", "", "Reuters", "The harbour has opened."},
		{"NAIROBI (Doha Tribune 0) — The harbour has opened.", "NAIROBI", "", "Doha Tribune 0", "The harbour has opened."},
		{"ST. LOUIS — The harbour has opened.", "ST. LOUIS", "", "", "The harbour has opened."},
		{"WASHINGTON, D.C. — The harbour - has opened.", "WASHINGTON, D.C.", "", "", "The harbour - has opened."},
		{"PORT-AU-PRINCE, Haiti (AP) — It rained.", "PORT-AU-PRINCE, Haiti", "", "AP", "It rained."},
		{"NEW YORK, July 3, 2025 /PRNewswire/ -- It rained.", "NEW YORK", "July 3, 2025", "PRNewswire", "It rained."},
		{"RIO DE JANEIRO--It rained.", "RIO DE JANEIRO", "", "", "It rained."},
		{"Cairo – It rained.", "Cairo", "", "", "It rained."},
		{"GENEVA, Jan. 5 -- It rained.", "GENEVA", "Jan. 5", "", "It rained."},
		{"القاهرة - 3 يوليو (أ ش أ) - أعلن الوزير الخطة.", "القاهرة", "3 يوليو", "أ ش أ", "أعلن الوزير الخطة."},
		{"القاهرة (صحيفة بيروت 3) - أعلن الوزير الخطة.", "القاهرة", "", "صحيفة بيروت 3", "أعلن الوزير الخطة."},
		{"(د ب أ)- أعلن الوزير الخطة.", "", "", "د ب أ", "أعلن الوزير الخطة."},
		{"الرياض – واس: أعلن الوزير الخطة.", "الرياض", "", "واس", "أعلن الوزير الخطة."},
		{"بيروت – النشرة", "بيروت", "", "النشرة", ""},
		{"بيروت - أعلن الوزير الخطة.", "بيروت", "", "", "أعلن الوزير الخطة."},
		{"لندن/ وكالات - أعلن الوزير الخطة.", "لندن", "", "وكالات", "أعلن الوزير الخطة."},
		{"عواصم – وكالات: أعلن الوزير", "عواصم", "", "وكالات", "أعلن الوزير"},
		{"غزة/ سما/ أعلن الوزير الخطة.", "غزة", "", "سما", "أعلن الوزير الخطة."},
		{"القاهرة في 3 يوليو / أ ش أ / أعلن الوزير الخطة.", "القاهرة", "3 يوليو", "أ ش أ", "أعلن الوزير الخطة."},
		{"القاهرة في 3 يوليو/أ ش أ/ أعلن الوزير الخطة.", "القاهرة", "3 يوليو", "أ ش أ", "أعلن الوزير الخطة."},
		{"الدوحة في 03 تموز/يوليو /قنا/ أعلن الوزير الخطة.", "الدوحة", "03 تموز/يوليو", "قنا", "أعلن الوزير الخطة."},
		{"الرياض 18 محرم 1448هـ الموافق 3 يوليو 2026م واس", "الرياض", "3 يوليو 2026م", "واس", ""},
		{"الرياض 18 محرم 1448 هـ الموافق 03 يوليو 2026 م واس أعلن الوزير الخطة.", "الرياض", "03 يوليو 2026 م", "واس", "أعلن الوزير الخطة."},
		{"إسطنبول/ محمد علي/ الأناضول", "إسطنبول", "", "الأناضول", ""},
		{"الكويت - 3 - 7 (كونا) -- أعلن الوزير الخطة.", "الكويت", "3 - 7", "كونا", "أعلن الوزير الخطة."},
		{"دمشق-سانا أعلن الوزير الخطة.", "دمشق", "", "سانا", "أعلن الوزير الخطة."},
		{"رام الله 3-7-2026 وفا- أعلن الوزير الخطة.", "رام الله", "3-7-2026", "وفا", "أعلن الوزير الخطة."},
		{"موسكو 3 يوليو. /تاس/. أعلن الوزير الخطة.", "موسكو", "3 يوليو", "تاس", "أعلن الوزير الخطة."},
		{"القدس – «القدس العربي»: أعلن الوزير الخطة.", "القدس", "", "القدس العربي", "أعلن الوزير الخطة."},
		{"دبي، الإمارات العربية المتحدة (CNN) -- أعلن الوزير الخطة.", "دبي، الإمارات العربية المتحدة", "", "CNN", "أعلن الوزير الخطة."},
		{"الساحل (سونا) ــ أعلن الوزير الخطة.", "الساحل", "", "سونا", "أعلن الوزير الخطة."},
		{"بيروت ــ «الوكالة»: أعلن الوزير الخطة.", "بيروت", "", "", "«الوكالة»: أعلن الوزير الخطة."},
		{"القاهرة (أ ش أ)ـ أعلن الوزير الخطة.", "القاهرة", "", "أ ش أ", "أعلن الوزير الخطة."},
		{"اسطنبول ـ الاناضول: أعلن الوزير الخطة.", "اسطنبول", "", "الاناضول", "أعلن الوزير الخطة."},
		{"تهران - ایرنا - وزیر گفت که بندر باز شد.", "تهران", "", "ایرنا", "وزیر گفت که بندر باز شد."},
		{"بيروت - قال الوزير: الميناء مفتوح منذ أمس.", "بيروت", "", "", "قال الوزير: الميناء مفتوح منذ أمس."},
		{"بيروت - «حزب الميناء»: السفن تدخل اليوم.", "بيروت", "", "", "«حزب الميناء»: السفن تدخل اليوم."},
		{"الميناء/السوق: السفن تدخل اليوم.", "", "", "", "الميناء/السوق: السفن تدخل اليوم."},

		{"LONDON/Reuters - It rained.", "LONDON", "", "Reuters", "It rained."},
		{"DUBAI/CAIRO, July 3 (Reuters) - It rained.", "DUBAI/CAIRO", "July 3", "Reuters", "It rained."},
		{"دبي/القاهرة (رويترز) - أعلن الوزير الخطة.", "دبي/القاهرة", "", "رويترز", "أعلن الوزير الخطة."},
		{"WASHINGTON, D.C., July 3, 2025 (AP) - It rained.", "WASHINGTON, D.C.", "July 3, 2025", "AP", "It rained."},
		{"بيروت، الجمعة 3 تموز (رويترز) - أعلن الوزير الخطة.", "بيروت", "الجمعة 3 تموز", "رويترز", "أعلن الوزير الخطة."},
		{"Cairo 3 July (MENA) -- It rained.", "Cairo", "3 July", "MENA", "It rained."},
		{"[CAIRO] It rained.", "", "", "", "[CAIRO] It rained."},
		{"CAIRO [MENA] - It rained.", "CAIRO", "", "MENA", "It rained."},
		{"ABOARD THE NORA — It rained.", "ABOARD THE NORA", "", "", "It rained."},
		{"Aboard the Nora (AP) — It rained.", "Aboard the Nora", "", "AP", "It rained."},
		{"دمشق / سانا : أعلن الوزير الخطة.", "دمشق", "", "سانا", "أعلن الوزير الخطة."},
		{"إسطنبول-وكالة الميناء أعلن الوزير", "", "", "", "إسطنبول-وكالة الميناء أعلن الوزير"},
		{"دمشق-الرئيس في سانا أعلن الوزير", "", "", "", "دمشق-الرئيس في سانا أعلن الوزير"},
		{"الرياض واس أعلن الوزير الخطة.", "", "", "", "الرياض واس أعلن الوزير الخطة."}, // no day: the words may be a name
		{"3 يوليو 2026 واس أعلن الوزير الخطة.", "", "", "", "3 يوليو 2026 واس أعلن الوزير الخطة."},
		{"بيروت - صحيفة المرفأ: أعلن الوزير.", "بيروت", "", "صحيفة المرفأ", "أعلن الوزير."},
		{"بيروت - صحيفة المرفأ القديم اليوم: أعلن الوزير.", "بيروت", "", "", "صحيفة المرفأ القديم اليوم: أعلن الوزير."},
		{"بيروت - (رويترز) أعلن الوزير الخطة.", "بيروت", "", "", "(رويترز) أعلن الوزير الخطة."},

		// What stands for a name in brackets is neither credit nor does the name file.
		{"European Union (EU) leaders met.", "", "", "", "European Union (EU) leaders met."},
		{"EUROPEAN UNION (EU) LEADERS MET.", "", "", "", "EUROPEAN UNION (EU) LEADERS MET."},
		{"Bank of the Sea (BS) — It rained.", "", "", "", "Bank of the Sea (BS) — It rained."},
		{"Bank of the Sea (BOTS) — It rained.", "", "", "", "Bank of the Sea (BOTS) — It rained."},
		{"Marsa Shipping Inc (QXZ) — It rained.", "", "", "", "Marsa Shipping Inc (QXZ) — It rained."},
		{"Harbours (HRBS) - It rained.", "", "", "", "Harbours (HRBS) - It rained."},
		{"Marsa (MARS) - It rained.", "", "", "", "Marsa (MARS) - It rained."},
		{"Marsa (NMA) - It rained.", "Marsa", "", "NMA", "It rained."},
		{"MARSA (MRS) - It rained.", "MARSA", "", "MRS", "It rained."},
		{"Marsa (AP) It rained.", "Marsa", "", "AP", "It rained."},
		{"Marsa (NMA) It rained.", "", "", "", "Marsa (NMA) It rained."},
		{"Marsa, July 3 (NMA) It rained.", "Marsa", "July 3", "NMA", "It rained."},
		{"(US) officials met.", "", "", "", "(US) officials met."},
		{"AI - It rained.", "", "", "", "AI - It rained."},
		{"COVID-19 - It rained.", "", "", "", "COVID-19 - It rained."},
		{"بيروت- \"القدس العربي\": أعلن الوزير الخطة.", "بيروت", "", "القدس العربي", "أعلن الوزير الخطة."},
		{"موسكو 3 يوليو - سبوتنيك. أعلن الوزير الخطة.", "موسكو", "3 يوليو", "سبوتنيك", "أعلن الوزير الخطة."},
		{"موسكو - المطر. أعلن الوزير الخطة.", "موسكو", "", "", "المطر. أعلن الوزير الخطة."},

		{"(AP)It rained.", "", "", "AP", "It rained."},
		{"(Marsa Courier) - It rained.", "", "", "Marsa Courier", "It rained."},
		{"(Marsa Courier) It rained.", "", "", "", "(Marsa Courier) It rained."},
		{"(Marsa Courier said that it rained. It did.) - Yes.", "", "", "", "(Marsa Courier said that it rained. It did.) - Yes."},
		{"(Marsa Harbour Co.) - It rained.", "", "", "Marsa Harbour Co.", "It rained."},
		{"(AP", "", "", "", "(AP"},
		{"Cairo (the harbour) It rained.", "", "", "", "Cairo (the harbour) It rained."},
		{"It rained (AP) Yes.", "", "", "", "It rained (AP) Yes."},
		{"It rained on Saturday. The U.N. – so they say – came.", "", "", "", "It rained on Saturday. The U.N. – so they say – came."},
		{"US 3 — It rained.", "", "", "", "US 3 — It rained."},
		{"One two three four five six seven (AP) - It rained.", "", "", "", "One two three four five six seven (AP) - It rained."},
		{"ROME 2026 - It rained.", "", "", "", "ROME 2026 - It rained."},
		{"NASA (the space agency) said so.", "", "", "", "NASA (the space agency) said so."},
		{"EXCLUSIVE — The harbour has opened.", "", "", "", "EXCLUSIVE — The harbour has opened."},
		{"The minister — who was there — said so.", "", "", "", "The minister — who was there — said so."},
		{"Apple – the company – said so.", "", "", "", "Apple – the company – said so."},
		{"A well-known man said so.", "", "", "", "A well-known man said so."},
		{"(From left) Ann and Bob.", "", "", "", "(From left) Ann and Bob."},
		{"(Photo by Ann) It rained.", "", "", "", "(Photo by Ann) It rained."},
		{"قال الوزير - وهو حاضر - إن المطر نزل.", "", "", "", "قال الوزير - وهو حاضر - إن المطر نزل."},
		{"الحكومة - أعلنت الخطة.", "", "", "", "الحكومة - أعلنت الخطة."},
		{"", "", "", "", ""},
		{"(", "", "", "", "("},
		{"—", "", "", "", "—"},
	}
	for _, tt := range tests {
		o, rest := Split(tt.in)
		if o.Dateline.Place != tt.place || o.Dateline.Date != tt.date || o.Credit != tt.credit || rest != tt.rest {
			t.Errorf("Split(%q)\n = place %q date %q credit %q rest %q\nwant place %q date %q credit %q rest %q", tt.in,
				o.Dateline.Place, o.Dateline.Date, o.Credit, rest, tt.place, tt.date, tt.credit, tt.rest)
		}
	}
}

func TestSplitByline(t *testing.T) {
	o, rest := Split("القاهرة - كتب محمد علي: أعلن الوزير الخطة.")
	if o.Dateline.Place != "القاهرة" || o.Byline != "كتب محمد علي" || rest != "أعلن الوزير الخطة." {
		t.Errorf("got %+v, %q", o, rest)
	}
	for in, name := range map[string]string{"القاهرة - محمد علي: أعلن الوزير الخطة.": "محمد علي", "بيروت: سلمى حداد": "سلمى حداد", "إسطنبول/ محمد علي/ الأناضول": "محمد علي", "القاهرة ـ من محمد علي: أعلن الوزير الخطة.": "محمد علي", "بيروت - أعلن الوزير: الخطة جاهزة.": "", "بيروت - الشرق الأوسط: أعلن الوزير.": "",
		"By Ann Lee CAIRO (Reuters) - It rained.": "By Ann Lee", "By Ann Lee and Bob Ray NEW YORK, July 3 (Reuters) - It rained.": "By Ann Lee and Bob Ray", "By Ann Lee Cairo (Reuters) - It rained.": "", "BY THE SEA AT MARSA (AP) - It rained.": ""} {
		if o, _ := Split(in); o.Byline != name {
			t.Errorf("%q is by %q, want %q", in, o.Byline, name)
		}
	}
}

func TestSplitOutlet(t *testing.T) {
	tests := []struct{ in, credit, rest string }{
		{"مرسى نيوز :- أعلن الوزير الخطة الجديدة للميناء أمس.", "مرسى نيوز", "أعلن الوزير الخطة الجديدة للميناء أمس."},
		{"Marsa Courier - The minister announced the plan for the harbour.", "Marsa Courier", "The minister announced the plan for the harbour."},
		{"المرسى - صحيفة المرسى: أعلن الوزير الخطة الجديدة للميناء أمس.", "صحيفة المرسى", "أعلن الوزير الخطة الجديدة للميناء أمس."},
		{"المرسى – «صحيفة المرسى» – أعلن الوزير الخطة الجديدة للميناء أمس.", "صحيفة المرسى", "أعلن الوزير الخطة الجديدة للميناء أمس."},
		{"سلمى حداد - صحيفة المرسى: أعلن الوزير الخطة الجديدة للميناء أمس.", "", "سلمى حداد - صحيفة المرسى: أعلن الوزير الخطة الجديدة للميناء أمس."},
		{"ذكرت صحيفة المرسى: أعلن الوزير الخطة الجديدة للميناء أمس.", "", "ذكرت صحيفة المرسى: أعلن الوزير الخطة الجديدة للميناء أمس."},
		{"خاص - صحيفة المرسى: أعلن الوزير الخطة الجديدة للميناء أمس.", "", "خاص - صحيفة المرسى: أعلن الوزير الخطة الجديدة للميناء أمس."},
		{"MARSA - Marsa Courier - The minister announced the plan for the harbour.", "Marsa Courier", "The minister announced the plan for the harbour."},
		{"Ann Lee - Marsa Courier - The minister announced the plan for the harbour.", "", "Ann Lee - Marsa Courier - The minister announced the plan for the harbour."},
		{"Marsa Courier reported that the minister announced the plan.", "", "Marsa Courier reported that the minister announced the plan."},
	}
	for _, tt := range tests {
		if o, rest := Split(tt.in, "Marsa Courier", "مرسى نيوز", "", "صحيفة المرسى"); o.Credit != tt.credit || rest != tt.rest {
			t.Errorf("Split(%q) = %q, %q", tt.in, o.Credit, rest)
		}
	}
}

func TestEnd(t *testing.T) {
	tests := []struct{ in, credit, rest string }{
		{"وانتهت أعمال الإصلاح في الميناء مساء أمس. --(بترا)", "بترا", "وانتهت أعمال الإصلاح في الميناء مساء أمس."},
		{"The work in the harbour ended in the evening. (AP)", "AP", "The work in the harbour ended in the evening."},
		{"The work was done by the harbour company (MHC)", "", "The work was done by the harbour company (MHC)"},
		{"The work ended (at last).", "", "The work ended (at last)."},
		{"The work was done in Marsa – (Reuters)", "Reuters", "The work was done in Marsa"}, // one that is known needs no sentence
		{"قال الوزير إن «الميناء مفتوح منذ أمس» (أ ف ب)", "أ ف ب", "قال الوزير إن «الميناء مفتوح منذ أمس»"},
		{"He said: “The harbour is open again.” (AFP)", "AFP", "He said: “The harbour is open again.”"},
		{"The work was done in the end (ABCDEFGHIJKLM).", "", "The work was done in the end (ABCDEFGHIJKLM)."},
		{"(AP)", "", "(AP)"},
	}
	for _, tt := range tests {
		if credit, rest := End(tt.in); credit != tt.credit || rest != tt.rest {
			t.Errorf("End(%q) = %q, %q", tt.in, credit, rest)
		}
	}
}

func TestIsAgency(t *testing.T) {
	tests := map[string]bool{
		"AP": true, "A": false, "ABCDEFGHIJKL": true, "ABCDEFGHIJKLM": false, "AP DPA": false, "A.P.": true, "أ ش أ": true, "أ.ف.ب": true, "أ": false, "أ ب ت ث ج": true, "أ ب ت ث ج ح": false,
		"AP أ": false, "أب ج": false, "Ap": false, "Reuters": true, "رويترز": true, "MENAFN - Arab News": true, "Marsa - Arab News": false, " DPA ": true,
		"": false, "?": false, "the AP": false, "Xinhua / Marsa": true,
	}
	for in, want := range tests {
		if got := IsAgency(in); got != want {
			t.Errorf("IsAgency(%q) = %v", in, got)
		}
	}
}

func TestIsPlace(t *testing.T) {
	tests := map[string]bool{"Beirut": true, "BEIRUT": true, "New  York": true, "بيروت": true, "القـاهرة": true, "ابوظبي": true, "تهران": true, "Marsa": false, "": false, "New": false}
	for in, want := range tests {
		if got := IsPlace(in); got != want {
			t.Errorf("IsPlace(%q) = %v", in, got)
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{"CAIRO, 3 July (MENA) — x", "(MENAFN) x", "القاهرة - 3 يوليو (أ ش أ) - x", "A/B/C -- (", "—:)("} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if _, rest := Split(s); len(rest) > len(s) {
			t.Errorf("Split(%q) adds text", s)
		}
	})
}
