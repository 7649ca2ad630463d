package opening

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isCredit reports that what stands in parentheses names who filed, and is no
// remark: short, no sentence, begun by a capital or in a script without case.
func isCredit(s string) bool {
	s = strings.TrimSpace(s)
	if n := words(s); n == 0 || n > 8 || utf8.RuneCountInString(s) > 60 || strings.ContainsAny(s, "?!;\"“”«»") || notPlace(s) {
		return false
	}
	// Names of companies end in a full stop as well: "Newsfile Corp."
	if last := s[strings.LastIndexByte(s, ' ')+1:]; strings.Contains(s, ". ") || strings.HasSuffix(s, ".") && len(last) > 5 {
		return false // a sentence
	}
	r, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(r) || unicode.IsLower(r) {
		return false
	}
	switch first, _, _ := strings.Cut(strings.ToLower(s), " "); first {
	case "photo", "image", "picture", "file", "from", "left", "right", "see", "note", "credit", "video", "above", "the", "a", "in", "صورة", "الصورة", "انظر":
		return false
	}
	return true
}

// IsAgency reports a credit that can stand alone: initials, in either script, or
// an agency known by its name. "MENAFN - Arab News" is one by its first word.
func IsAgency(s string) bool {
	s = strings.TrimSpace(s)
	// Morocco's agency: in a text the same letters are "and with".
	if known(s) || s == "ومع" {
		return true
	}
	if !isCredit(s) {
		return false
	}
	if initials(s) {
		return !notInitials(s)
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return isDash(r) || r == '/' || r == ',' })
	first := strings.TrimSpace(parts[0])
	if first == s || strings.ContainsFunc(s, unicode.IsDigit) || !known(first) && (!initials(first) || notInitials(first)) { // "COVID-19"
		return false
	}
	// All are names: "OPEC, the oil group" begins a sentence.
	return !slices.ContainsFunc(parts, func(p string) bool { return beginsSmall(strings.TrimSpace(p)) })
}

// beginsSmall reports a small letter of a script that has capitals at the beginning.
func beginsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// Known reports an agency that is known by its name or its initials, whatever else
// the same letters may be.
func Known(s string) bool { return known(s) || wellKnown(s) }

// wellKnown knows the agencies that go by initials.
// In capitals alone, for folded as in known, "MAP", "APP" and "SPA" are words.
func wellKnown(s string) bool {
	switch s {
	case "AP", "AFP", "UPI", "DPA", "EFE", "ANSA", "TASS", "PTI", "ANI", "IANS", "PA", "AAP", "ANP", "CP", "AA", "APA", "MENA", "MENAFN", "KUNA", "WAM", "SPA", "QNA", "BNA", "ONA", "NNA", "INA",
		"SANA", "WAFA", "PETRA", "MAP", "APS", "TAP", "SUNA", "SABA", "IRNA", "ISNA", "APP", "BSS", "ANTARA", "BERNAMA", "PNA", "YONHAP", "KYODO", "BBC", "CNN", "VOA":
		return true
	}
	return false
}

// notInitials knows words in capitals that paragraphs begin with and nobody files under.
func notInitials(s string) bool {
	switch s {
	case "US", "UK", "EU", "UN", "UAE", "USA", "AI", "IT", "TV", "PM", "AM", "CEO", "GDP", "DNA", "NATO", "WHO", "IMF", "OPEC", "COVID", "NO", "OK", "HIV", "GPS", "FAQ", "PS", "DR", "MR", "MS", "ST":
		return true
	}
	return false
}

// body knows offices, clubs and companies that stand in capitals everywhere: before a dash
// they are what the sentence is about, neither place nor, without brackets, a credit.
func body(s string) bool {
	switch s {
	case "NASA", "ESA", "NOAA", "FIFA", "UEFA", "FIBA", "IOC", "FIA", "NBA", "NFL", "NHL", "MLB", "UFC", "WWE", "UNESCO", "UNICEF", "UNHCR", "UNRWA", "UNDP", "WFP", "FAO", "IAEA", "ILO", "WTO", "ICRC", "ICC", "ICJ", "OECD", "OSCE", "ASEAN", "BRICS",
		"FBI", "CIA", "NSA", "FDA", "CDC", "EPA", "FEMA", "IRS", "SEC", "FAA", "DHS", "TSA", "ECB", "NHS", "MI5", "MI6", "IDF", "PLO", "ISIS", "IBM", "BMW", "BP", "HSBC", "UBS", "SAP", "IKEA", "LG", "AMD", "TSMC", "LVMH", "BTS", "ABBA":
		return true
	}
	return false
}

// abbreviates reports initials that stand for the words before them, "European Union
// (EU)", or for a company on an exchange, "Apple Inc (AAPL)": no place, and no agency.
func abbreviates(credit, words string) bool {
	if credit == "" || !initials(credit) || wellKnown(credit) {
		return false
	}
	all, small, last := "", "", ""
	for w := range strings.FieldsSeq(words) {
		r, _ := utf8.DecodeRuneInString(w)
		if all += string(unicode.ToUpper(r)); !particle(w) {
			small += string(unicode.ToUpper(r))
		}
		last = strings.ToLower(strings.Trim(w, ".,"))
	}
	switch last {
	case "inc", "corp", "ltd", "plc", "co", "llc", "ag", "nv", "group", "holdings", "company", "corporation", "limited":
		return true
	}
	if len(all) > 1 && (credit == all || credit == small) {
		return true
	}
	// The sign of a company on an exchange has letters of its name: "Petromar (PTMR)".
	return !IsPlace(words) && !isUpper(words) && within(credit, strings.ToUpper(words))
}

// within reports that the letters of short stand in long in their order, the first
// one at its beginning.
func within(short, long string) bool {
	if len(short) < 3 || long == "" || short[0] != long[0] {
		return false
	}
	for i := range len(short) {
		at := strings.IndexByte(long, short[i])
		if at < 0 {
			return false
		}
		long = long[at+1:]
	}
	return true
}

// initials reports "AFP", "AP", "أ ش أ", "أ.ف.ب", "د ب أ".
func initials(s string) bool {
	letters, arabic := 0, 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '.' }) {
		for _, r := range w {
			switch {
			case unicode.IsUpper(r):
				letters++
			case unicode.Is(unicode.Arabic, r):
				arabic++
			default:
				return false
			}
		}
		if arabic > 0 && utf8.RuneCountInString(w) > 1 {
			return false
		}
	}
	// Arabic agencies are known by two to five letters that stand apart; Latin ones by one word.
	return letters >= 2 && letters <= 12 && arabic == 0 && words(s) == 1 || arabic >= 2 && arabic <= 5 && letters == 0
}

// known knows agencies and the outlets that others quote, folded.
func known(s string) bool {
	switch key(s) {
	case "reuters", "bloomberg", "xinhua", "anadolu", "anadolu agency", "associated press", "the associated press",
		"agence francepresse", "interfax", "tass", "ria novosti", "kyodo", "yonhap", "efe", "ansa", "dpa", "belga",
		"press association", "the canadian press", "pr newswire", "prnewswire", "business wire", "globe newswire",
		"globenewswire", "newsfile corp", "accesswire", "thomson reuters foundation", "the conversation", "tnn", "upi", "ians", "ani", "pti",
		"رويترز", "وكالات", "الوكالات", "الاناضول", "واس", "وام", "قنا", "كونا", "بترا", "سانا", "وفا", "واع", "نينا", "بنا", "معا", "صفا", "سما",
		"فرانس برس", "شينخوا", "تاس", "نوفوستي", "سبوتنيك", "وات", "واج", "سونا", "سبا", "العمانيه", "اسوشيتد برس", "اسوشيتدبرس", "بلومبرغ", "بلومبيرغ", "د ب ا", "وال", "وما", "ا ف ب", "ا ش ا", "ا ب", "و م ع",
		"العربيهنت", "العربيه نت", "العربيه", "الجزيره نت", "الجزيره", "سكاي نيوز عربيه", "الشرق الاوسط", "القدس العربي", "العربي الجديد", "النشره", "مصراوي", "الحره", "بي بي سي", "سي ان ان", "روسيا اليوم", "فرانس24", "فرانس 24", "الخليج اونلاين", "عربي بوست",
		"ايرنا", "ايسنا", "مهر", "فارس", "تسنيم", "ايلنا":
		return true
	}
	return false
}
