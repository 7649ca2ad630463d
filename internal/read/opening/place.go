package opening

import (
	"strings"
	"unicode"

	"dateline/internal/lang"
)

// looksLikePlace reports that s has the shape of a place in a dateline: a known
// one, words in capitals, or (for a dateline that has a credit or a day too)
// capitalised words, at most six, or at most three Arabic ones.
func looksLikePlace(s string) bool {
	n := words(s)
	if n == 0 || n > 6 || strings.ContainsAny(s, ".!?\"“”«»()") && !strings.Contains(s, ".,") && !abbreviated(s) {
		return false
	}
	if before, _, ok := strings.Cut(s, "،"); IsPlace(s) || ok && IsPlace(before) {
		return true // a city, or a city and its country
	}
	// After the places that are known: «صور» is Tyre and a label for pictures.
	if notPlace(s) || body(s) {
		return false
	}
	letters := 0
	for _, w := range strings.Fields(s) {
		r := []rune(w)
		switch {
		case unicode.IsUpper(r[0]), unicode.Is(unicode.Arabic, r[0]):
		case particle(w):
		default:
			return false
		}
		for _, c := range r {
			if unicode.IsLetter(c) {
				letters++
			} else if unicode.IsDigit(c) {
				return false
			}
		}
	}
	// Arabic has no capitals to tell names by, so that four words may be a sentence.
	return letters >= 3 && (!unicode.Is(unicode.Arabic, []rune(s)[0]) || n <= 3)
}

// isUpper reports that a place stands in capitals, as agencies write it.
func isUpper(s string) bool {
	upper := 0
	for _, w := range strings.Fields(s) {
		if particle(w) {
			continue
		}
		for _, r := range w {
			if unicode.IsLower(r) {
				return false
			}
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	// Two capitals are initials: "US - China talks".
	return upper >= 3
}

// abbreviated reports full stops that belong to words, as in "ST. LOUIS" or "WASHINGTON, D.C.".
func abbreviated(s string) bool {
	if strings.ContainsAny(s, "!?\"“”«»()") {
		return false
	}
	for _, w := range strings.Fields(s) {
		// A longer word with a full stop ends a sentence.
		if i := strings.IndexByte(w, '.'); i > 5 {
			return false
		}
	}
	return true
}

// particle knows the small words in names of places, of Europe's languages and of Arabic
// in Latin letters, which stand in small letters even there: "RIO de JANEIRO".
func particle(w string) bool {
	switch strings.Trim(strings.ToLower(w), ",") {
	case "of", "the", "de", "la", "le", "del", "al", "el", "on", "upon", "and", "near", "in", "sur", "do", "da", "d", "aboard", "at":
		return true
	}
	return false
}

// notPlace knows the labels that stand in capitals before a dash.
func notPlace(s string) bool {
	w, _, _ := strings.Cut(s, " ")
	switch lang.Fold(w) {
	case "breaking", "exclusive", "update", "updated", "watch", "video", "opinion", "analysis", "live", "photos",
		"correction", "corrected", "flash", "urgent", "note", "read", "more", "related", "poll", "quiz", "review",
		"interview", "feature", "comment", "editorial", "advertisement", "sponsored", "podcast", "file", "photo",
		"story", "news", "sports", "warning", "spoiler", "embargoed", "kill", "covid", "i", "what", "who", "why", "how",
		"المصدر", "مصدر", "المصادر", "الكاتب", "الكاتبه", "المحرر", "التاريخ", "القسم", "التصنيف", "نشر", "المؤلف", "منبع",
		"تقرير", "كتب", "كتبت", "بقلم", "اعداد", "ترجمه", "متابعه", "متابعات", "نقلا",
		"عاجل", "تحديث", "فيديو", "صور", "خاص", "حصري", "تصحيح", "شاهد", "بالفيديو", "بالصور", "راي", "تحليل":
		return true
	}
	return false
}

// IsPlace knows cities that datelines begin with, in both scripts and however
// they are spelt.
func IsPlace(s string) bool {
	if len(s) > 60 {
		return false
	}
	_, ok := places[key(s)]
	return ok
}

// key is a name as its folded words.
func key(s string) string {
	var room [64]byte // for most names, so that one copy is made
	out := room[:0]
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == '\u00a0' || r == ',' || r == '،' }) {
		if len(out) > 0 {
			out = append(out, ' ')
		}
		out = append(out, lang.Fold(w)...)
	}
	return string(out)
}

// places are cities that may open a paragraph with nothing but a dash behind them.
// All others are known by their capitals, or by the credit or the day beside them.
var places = set(`
abidjan|abu dhabi|abuja|accra|addis ababa|adelaide|aden|ahmedabad|ajman|aleppo|alexandria|algiers|alkhobar|almaty|amaravati|amman|amritsar|amsterdam|ankara|antalya|antananarivo|antwerp|aqaba|ashgabat|asmara|astana|asuncion|aswan|athens|atlanta|auckland|baalbek|baghdad|baku|bamako|bandung|bangalore|bangkok|bangui|barcelona|basra|beijing|beirut|belfast|belgrade|bengaluru|benghazi|berlin|bern|bethlehem|bhopal|bhubaneswar|bishkek|bogota|boston|brasilia|bratislava|brazzaville|brisbane|brussels|bucharest|budapest|buenos aires|bujumbura|cairo|calgary|canberra|cape town|caracas|cardiff|casablanca|cebu|chandigarh|chattogram|chengdu|chennai|chicago|chisinau|chittagong|christchurch|cologne|colombo|conakry|copenhagen|cotonou|dakar|damascus|dammam|dar es salaam|davao|dehradun|deir ezzor|delhi|dhaka|diyarbakir|djibouti|dnipro|dodoma|doha|dubai|dublin|durban|dushanbe|edinburgh|el fasher|erbil|faisalabad|fallujah|fez|frankfurt|freetown|fujairah|gaborone|gaza|gaza city|gaziantep|gdansk|geneva|george town|gilgit|glasgow|guangzhou|guatemala city|gurugram|guwahati|haifa|hama|hamburg|hanoi|harare|hargeisa|havana|hebron|helsinki|herat|hiroshima|ho chi minh city|hodeidah|homs|hong kong|houston|hyderabad|idlib|imphal|indore|ipoh|irbid|isfahan|islamabad|istanbul|izmir|jaipur|jakarta|jammu|jeddah|jenin|jerusalem|johannesburg|johor baru|juba|kabul|kampala|kandahar|kandy|kano|karachi|karbala|kathmandu|khan younis|kharkiv|khartoum|kherson|kiev|kigali|kinshasa|kirkuk|kochi|kolkata|kota kinabalu|krakow|kuala lumpur|kuching|kuwait|kuwait city|kyiv|lagos|lahore|las vegas|latakia|lausanne|libreville|lilongwe|lima|lisbon|ljubljana|london|los angeles|luanda|lucknow|lusaka|luxembourg|luxor|lviv|lyon|macao|macau|madinah|madrid|makkah|managua|manama|manchester|mangaluru|manila|maputo|marib|marrakech|marrakesh|marseille|mashhad|mecca|medina|melbourne|mexico city|miami|milan|minsk|misrata|mogadishu|monrovia|montevideo|montreal|moscow|mosul|mukalla|multan|mumbai|munich|muscat|muzaffarabad|n'djamena|nablus|nagpur|nairobi|najaf|naples|naypyidaw|new delhi|new york|niamey|nicosia|noida|nouakchott|odesa|odessa|omdurman|oran|osaka|oslo|ottawa|ouagadougou|panama city|paris|patna|peshawar|petaling jaya|philadelphia|phnom penh|podgorica|port moresby|port said|port sudan|port-au-prince|porto|prague|pretoria|pristina|pune|putrajaya|pyongyang|quetta|quito|rabat|rafah|raipur|ramallah|ranchi|ras al khaimah|rawalpindi|reykjavik|riga|rio de janeiro|riyadh|rome|rotterdam|salalah|san francisco|san juan|san salvador|sanaa|santiago|santo domingo|sao paulo|sarajevo|seattle|seoul|seville|sfax|shah alam|shanghai|sharjah|shenzhen|shimla|shiraz|sidon|singapore|sirte|skopje|sofia|srinagar|st. petersburg|stockholm|strasbourg|sukkur|sulaymaniyah|surabaya|sydney|sylhet|tabriz|taipei|taiz|tallinn|tangier|tashkent|tbilisi|tegucigalpa|tehran|tel aviv|the hague|thimphu|thiruvananthapuram|tirana|tobruk|tokyo|toronto|trabzon|tripoli|tunis|turin|ulaanbaatar|united nations|vancouver|varanasi|vatican city|venice|vienna|vientiane|vilnius|visakhapatnam|warsaw|washington|wellington|windhoek|wuhan|yangon|yaounde|yerevan|zagreb|zaporizhzhia|zurich
القاهرة|بيروت|دمشق|بغداد|عمان|الرياض|جدة|مكة المكرمة|المدينة المنورة|الدمام|دبي|أبوظبي|أبو ظبي|الشارقة|الدوحة|الكويت|المنامة|مسقط|صنعاء|عدن|القدس|القدس المحتلة|رام الله|غزة|نابلس|الخليل|حلب|حمص|إدلب|البصرة|الموصل|أربيل|كركوك|النجف|الخرطوم|بورتسودان|طرابلس|بنغازي|تونس|الجزائر|الرباط|الدار البيضاء|نواكشوط|مقديشو|جيبوتي|الإسكندرية|الجيزة|أسوان|صيدا|صور|واشنطن|نيويورك|الأمم المتحدة|لندن|باريس|برلين|بروكسل|جنيف|فيينا|روما|مدريد|موسكو|كييف|أنقرة|إسطنبول|اسطنبول|طهران|إسلام آباد|كابول|نيودلهي|بكين|طوكيو|سيول|لاهاي|أثينا|نيقوسيا|أديس أبابا|نيروبي|جوهانسبرغ|لاغوس|داكار|جاكرتا|كوالالمبور|عواصم|ستوكهولم|أوسلو|وارسو|بلغراد|استانبول|أبوجا|جوبا|مراكش|فاس|وهران|قسنطينة|صفاقس|سوسة|الأحساء|أبها|تبوك|حائل|القصيم|بريدة|عجمان|رأس الخيمة|الفجيرة|العين|صلالة|تعز|الحديدة|المكلا|مأرب|خان يونس|رفح|جنين|طولكرم|حيفا|الناصرة|زحلة|بعلبك|اللاذقية|طرطوس|درعا|دير الزور|الرقة|الحسكة|القامشلي|السليمانية|كربلاء|الأنبار|الفلوجة|تكريت|ديالى|أم درمان|الفاشر|بورسعيد|السويس|المنصورة|طنطا|الأقصر|شرم الشيخ|الغردقة|سيناء|العريش|مصراتة|سبها|سرت|البيضاء|طبرق|عنابة|تلمسان|طنجة|أكادير|العيون|وجدة|بنزرت|القيروان|نواذيبو|هرجيسا|موروني|تل أبيب|بوسطن|شيكاغو|لوس أنجلوس|أوتاوا|تورونتو|مكسيكو|برازيليا|بوينس آيرس|سيدني|كانبيرا|سنغافورة|مانيلا|بانكوك|هونغ كونغ|شنغهاي|دلهي|مومباي|دكا|كولومبو|طشقند|باكو|تبليسي|يريفان|بوخارست|بودابست|براغ|زيوريخ|زيورخ|ميونخ|ميلانو|برشلونة|لشبونة|أمستردام|كوبنهاغن|هلسنكي|دبلن|الفاتيكان|ستراسبورغ|بيت لحم|أريحا|قلقيلية|سلفيت|طوباس|البيرة|بيت حانون|جباليا|دير البلح|النصيرات|القليوبية|الدقهلية|الغربية|المنوفية|الشرقية|البحيرة|كفر الشيخ|دمياط|الفيوم|بني سويف|المنيا|أسيوط|سوهاج|الإسماعيلية|مرسى مطروح|شمال سيناء|جنوب سيناء|الوادي الجديد|البحر الأحمر|حلوان|الزرقاء|إربد|العقبة|الكرك|المفرق|جرش|عجلون|مادبا|السلط|النبطية|جونية|جبيل|البترون|عكار|الهرمل|السويداء|القنيطرة|حماة|دهوك|نينوى|واسط|ميسان|ذي قار|الناصرية|المثنى|السماوة|الديوانية|بابل|الحلة|سامراء|الطائف|ينبع|نجران|جازان|جيزان|الباحة|عرعر|سكاكا|الجوف|الجبيل|الظهران|القطيف|خميس مشيط|أم القيوين|خورفكان|نزوى|صحار|إب|ذمار|سيئون|لحج|الضالع|زنجبار|صعدة|كسلا|القضارف|نيالا|دنقلا|عطبرة|ود مدني|بورت سودان|الزاوية|زوارة|غريان|درنة|أجدابيا|زليتن|تيبازة|البليدة|سطيف|باتنة|بجاية|تيزي وزو|سكيكدة|ورقلة|بسكرة|الجلفة|غرداية|تندوف|مستغانم|سيدي بلعباس|تبسة|قالمة|جيجل|نابل|المنستير|القصرين|سيدي بوزيد|قفصة|توزر|قبلي|قابس|مدنين|تطاوين|جندوبة|سليانة|زغوان|أريانة|منوبة|بن عروس|تطوان|الحسيمة|الناظور|مكناس|القنيطرة|سطات|آسفي|الصويرة|بني ملال|خريبكة|ورزازات|السمارة|تيزنيت|روصو|كيفه|أطار|تهران|مشهد|اصفهان|شیراز|تبریز|کابل|هرات|قم|اهواز|کرمانشاه|ارومیه|رشت|زاهدان|همدان|کرمان|یزد|اردبیل|بندرعباس|اراک|قزوین|زنجان|سنندج|ساری|گرگان|بوشهر|ایلام|بیرجند|بجنورد|خرم آباد|شهرکرد|یاسوج|سمنان|کرج
کراچی|لاہور|اسلام آباد|راولپنڈی|پشاور|کوئٹہ|ملتان|فیصل آباد|حیدرآباد|حیدر آباد|سکھر|گوجرانوالہ|سیالکوٹ|بہاولپور|مظفر آباد|گلگت|سوات|گوادر|نئی دہلی|ممبئی|سری نگر|سرینگر|لکھنؤ|ڈھاکہ|واشنگٹن|نیویارک|ماسکو|بیجنگ|دبئی|مکہ مکرمہ|مدینہ منورہ|انقرہ|یروشلم|جنیوا|ٹوکیو|سڈنی
هەولێر|سلێمانی|دهۆک|کەرکووک|هەڵەبجە|زاخۆ|کۆیە|ڕانیە|بەغدا|مووسڵ|ئامەد|قامیشلۆ|کۆبانی|مەهاباد|کرماشان|ئەنقەرە|ئیستەنبوڵ`)

// set folds the names, so that each is found in all of its spellings.
func set(lists string) map[string]struct{} {
	m := map[string]struct{}{}
	for _, line := range strings.Split(strings.TrimSpace(lists), "\n") {
		for _, name := range strings.Split(line, "|") {
			m[key(name)] = struct{}{}
		}
	}
	return m
}
