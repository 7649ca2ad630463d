package lang

import (
	"strings"
	"testing"
)

// lines returns lines as a wire gets them, by language: headlines, first
// sentences, datelines, sports, markets, and names of other languages in them.
func lines() map[string][]string {
	return map[string][]string{
		"en": {
			"Central bank holds interest rates steady for a third month",
			"CAIRO, July 3 (MENA) - Talks on the ceasefire resumed on Thursday, two officials said.",
			"UPDATE 2-Oil falls 3% as stockpiles rise",
			"Macron, Erdoğan and Scholz meet in Ankara over grain shipments",
			"Real Madrid beat Bayern München 2-1 to reach the final",
			"FERRY STOPS FOR THE NIGHT",
			"\"We did not expect this,\" the mayor of Saint-Étienne told reporters.",
			"Wall Street closes higher; tech shares lead",
			"Three dead after storm hits the coast",
			"What the word إن شاء الله means to Londoners",
		},
		"ar": {
			"البنك المركزي يبقي أسعار الفائدة دون تغيير للشهر الثالث",
			"القاهرة - 3 يوليو (أ ش أ) - استؤنفت المحادثات الخميس بحسب مسؤولين.",
			"عاجل: زلزال يضرب شمال البلاد",
			"شركة OpenAI تعلن إطلاق ChatGPT باللغة العربية",
			"ريال مدريد يفوز على بايرن ميونخ ويتأهل إلى النهائي",
			"ارتفاع أسعار النفط", "وفاة ثلاثة أشخاص جراء العاصفة",
			"الاهلي يهزم الزمالك في القمه", // as many type it
			"وَقَالَ الوَزِيرُ إِنَّ الِاجْتِمَاعَ تَأَجَّلَ",
			"اقرأ أيضا: ما الذي نعرفه عن الاتفاق؟",
		},
		"fa": {
			"بانک مرکزی نرخ بهره را برای سومین ماه ثابت نگه داشت",
			"تهران - ایرنا - گفت\u200cوگوها درباره آتش\u200cبس از سر گرفته شد",
			"وزیر خارجه: مذاکرات ادامه می\u200cیابد",
			"قیمت نفت افزایش یافت", "سه نفر در پی توفان جان باختند",
			"رئال مادرید با شکست بایرن مونیخ به فینال رسید",
			"نمایندگان مجلس به طرح جدید رای دادند",
			"آمریکا تحریم\u200cهای تازه\u200cای علیه شرکت\u200cهای چینی اعمال کرد",
			"بارش برف جاده\u200cهای شمال کشور را بست",
			"رییس جمهور در گفتگو با خبرنگاران چه گفت؟",
		},
		"ur": {
			"اسٹیٹ بینک نے شرح سود برقرار رکھنے کا اعلان کر دیا",
			"اسلام آباد: وزیر اعظم نے کابینہ کا اجلاس طلب کر لیا",
			"طوفان سے تین افراد ہلاک", "تیل کی قیمتوں میں اضافہ",
			"پاکستان نے بھارت کو چھ وکٹوں سے شکست دے دی",
			"ریال میڈرڈ فائنل میں پہنچ گئی",
			"جنگ بندی پر مذاکرات دوبارہ شروع ہو گئے ہیں",
			"لاہور میں بارش، سڑکیں زیر آب آ گئیں",
			"صدر نے بل پر دستخط کر دیے", "کیا یہ ممکن ہے؟",
		},
		"he": {
			"בנק ישראל הותיר את הריבית ללא שינוי", "שלושה הרוגים בסופה", "מחירי הנפט עלו",
			"ראש הממשלה נפגש עם נשיא צרפת", "ריאל מדריד העפילה לגמר", "גוגל משיקה את Gemini בעברית",
		},
		"fr": {
			"La Banque centrale maintient ses taux pour le troisième mois",
			"LE CAIRE, 3 juillet (AFP) - Les pourparlers ont repris jeudi.",
			"Le pétrole recule de 3 % à New York",
			"Le PSG bat le Bayern Munich et file en finale",
			"Tempête : trois morts sur la côte atlantique",
			"Vingt blessés dans un accident de car près de Limoges",
			"L'opposition dénonce « un coup de force »",
			"Boris Johnson reçu à l'Élysée", "Grève des contrôleurs aériens mardi", "Qui sont les candidats ?",
		},
		"tr": {
			"Merkez Bankası faizi üçüncü ay da sabit tuttu",
			"ANKARA (AA) - Ateşkes görüşmeleri perşembe günü yeniden başladı.",
			"Petrol fiyatları yüzde 3 düştü",
			"Fırtınada üç kişi hayatını kaybetti",
			"Galatasaray, Bayern Münih'i yenerek finale yükseldi",
			"Cumhurbaşkanı New York'ta konuştu",
			"İstanbul'da yoğun kar yağışı bekleniyor",
			"Okullar ne zaman açılacak?", "Yeni yasa Meclis'te kabul edildi", "DOLAR YENİDEN YÜKSELDİ",
		},
		"de": {
			"Notenbank lässt Leitzins zum dritten Mal unverändert", "Drei Tote nach Sturm an der Küste",
			"Bundestag stimmt über neues Gesetz ab", "Ölpreise fallen um drei Prozent",
		},
		"es": {
			"El banco central mantiene los tipos por tercer mes consecutivo", "Tres muertos por el temporal en la costa",
			"El Congreso aprueba la nueva ley de vivienda", "Los precios del petróleo caen un 3 %",
		},
		"it": {
			"La Banca centrale lascia i tassi invariati per il terzo mese", "Tre morti per la tempesta sulla costa",
			"Il governo approva la nuova legge di bilancio",
		},
		"pt": {
			"Banco Central mantém juros pelo terceiro mês seguido", "Tempestade deixa três mortos no litoral",
			"Câmara aprova nova lei sobre habitação e emprego",
		},
		"nl": {
			"Centrale bank houdt rente voor de derde maand gelijk", "Drie doden door storm aan de kust",
			"Tweede Kamer stemt in met nieuwe wet",
		},
		"id": {"Bank sentral mempertahankan suku bunga untuk bulan ketiga", "Tiga orang tewas akibat badai di pesisir"},
		"pl": {"Bank centralny utrzymał stopy procentowe trzeci miesiąc z rzędu", "Trzy osoby zginęły podczas burzy na wybrzeżu"},
		"sv": {"Riksbanken lämnar räntan oförändrad för tredje månaden", "Tre döda efter stormen vid kusten"},
		"da": {"Nationalbanken holder renten uændret for tredje måned i træk", "Regeringen vil bruge flere penge på forsvaret"},
		"nb": {"Norges Bank holder renten uendret for tredje måned på rad", "Regjeringen vil bruke mer penger på forsvaret"},
		"ca": {"El Banc Central manté els tipus d'interès per tercer mes consecutiu", "Tres morts pel temporal a la costa"},
		"ru": {"Центробанк сохранил ставку третий месяц подряд", "Три человека погибли из-за шторма на побережье"},
		"uk": {"Нацбанк зберіг облікову ставку третій місяць поспіль", "Троє людей загинули через шторм на узбережжі"},
		"bg": {"Централната банка запази лихвите за трети пореден месец", "Трима души загинаха при бурята край брега"},
		"sr": {"Централна банка задржала камату трећи месец заредом", "Троје људи погинуло у олуји на обали"},
	}
}

// TestLines: a headline is enough.
func TestLines(t *testing.T) {
	for want, list := range lines() {
		for _, line := range list {
			if got, confidence := Guess(line); got != want || confidence < 0.4 {
				t.Errorf("Guess(%q) = %s (%.2f), want %s", line, got, confidence, want)
			}
			// What is too little for Detect must not mislead it.
			if got := Detect(line); got != want && got != Unknown {
				t.Errorf("Detect(%q) = %s, want %s", line, got, want)
			}
		}
	}
}

// TestLinesWithNoise: what a feed puts around a line changes nothing.
func TestLinesWithNoise(t *testing.T) {
	for want, list := range lines() {
		for _, line := range list {
			for _, noisy := range []string{
				"  " + line + "\n\n", line + " https://example.org/en/news/2026/the-harbour-was-closed.html",
				"2026-11-21 10:00 | " + line, line + " @newsdesk", strings.ReplaceAll(line, " ", "\u00a0"), line + " 📷 ©",
			} {
				if got, _ := Guess(noisy); got != want {
					t.Errorf("Guess(%q) = %s, want %s", noisy, got, want)
				}
			}
		}
	}
}

// TestFarLanguages: a language that is in no table is not taken for one that is.
func TestFarLanguages(t *testing.T) {
	for language, line := range map[string]string{
		"ro":  "Banca centrală a menținut dobânda pentru a treia lună consecutiv, a anunțat guvernatorul",
		"fi":  "Keskuspankki piti koron ennallaan kolmatta kuukautta, kertoi pääjohtaja tiistaina",
		"hu":  "A jegybank a harmadik hónapban sem változtatott az alapkamaton, közölte az elnök",
		"cs":  "Centrální banka ponechala úrokové sazby beze změny třetí měsíc po sobě",
		"sq":  "Banka qendrore mbajti të pandryshuar normën e interesit për të tretin muaj radhazi",
		"sw":  "Benki kuu imeacha viwango vya riba bila kubadilika kwa mwezi wa tatu mfululizo",
		"so":  "Bangiga dhexe ayaa sii haysay heerka dulsaarka bisha saddexaad",
		"vi":  "Ngân hàng trung ương giữ nguyên lãi suất trong tháng thứ ba liên tiếp",
		"az":  "Mərkəzi Bank faiz dərəcəsini üçüncü ay dəyişməz saxladı, sədr bildirib",
		"kmr": "Banka navendî rêjeya faîzê ji bo meha sêyemîn neguherand, serokê bankê got",
		"kk":  "Орталық банк пайыздық мөлшерлемені үшінші ай қатарынан өзгеріссіз қалдырды",
		"mn":  "Төв банк бодлогын хүүг гурав дахь сарын турш хэвээр үлдээлээ",
		"tg":  "Бонки марказӣ меъёри фоизро моҳи сеюм бетағйир нигоҳ дошт",
		"be":  "Цэнтральны банк захаваў стаўку трэці месяц запар, паведаміў кіраўнік",
	} {
		if got := Detect(line); got != Unknown {
			_, confidence := Guess(line)
			t.Errorf("Detect of a line in %s is %s (%.3f)", language, got, confidence)
		}
	}
}
