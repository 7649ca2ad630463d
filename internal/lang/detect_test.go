package lang

import (
	"strings"
	"testing"

	"dateline/internal/datatest"
)

// A measure is the parts of a set of lines with a right, no and a wrong answer.
type measure struct{ right, unknown, wrong float64 }

// measured asks about each line of a file of the set. The tables have not learnt
// from any of these lines.
func measured(t *testing.T, name string, ask func(string) string) (m measure, confused map[string]int) {
	t.Helper()
	pairs := datatest.Pairs(t, "langid", name)
	confused = map[string]int{}
	for _, p := range pairs {
		want, text := p[0], p[1]
		switch got := ask(text); got {
		case want:
			m.right++
		case Unknown:
			m.unknown++
		default:
			m.wrong++
			confused[want+" as "+got]++
		}
	}
	lines := float64(len(pairs))
	return measure{m.right / lines, m.unknown / lines, m.wrong / lines}, confused
}

// TestGuessMeasured holds the figures of docs/language.md, less a line or two.
func TestGuessMeasured(t *testing.T) {
	for _, c := range []struct {
		file  string
		least float64
	}{
		{"sentences.tsv", 0.997}, {"word-pairs.tsv", 0.978}, {"single-words.tsv", 0.910},
	} {
		m, confused := measured(t, c.file, func(text string) string { tag, _ := Guess(text); return tag })
		t.Logf("%s: right %.4f, unknown %.4f, wrong %.4f: %v", c.file, m.right, m.unknown, m.wrong, confused)
		if m.right < c.least {
			t.Errorf("%s: right %.4f, want at least %.3f", c.file, m.right, c.least)
		}
	}
}

// TestDetectMeasured: what an item's language is taken from is seldom wrong.
func TestDetectMeasured(t *testing.T) {
	for _, c := range []struct {
		file         string
		least, wrong float64
	}{
		{"sentences.tsv", 0.995, 0.0015}, {"word-pairs.tsv", 0.88, 0.004}, {"single-words.tsv", 0.63, 0.005},
	} {
		m, confused := measured(t, c.file, Detect)
		t.Logf("%s: right %.4f, unknown %.4f, wrong %.4f: %v", c.file, m.right, m.unknown, m.wrong, confused)
		if m.right < c.least || m.wrong > c.wrong {
			t.Errorf("%s: right %.4f, wrong %.4f; want at least %.3f, at most %.4f", c.file, m.right, m.wrong, c.least, c.wrong)
		}
	}
}

// TestConfidenceMeasured: of the answers given with about the same confidence,
// about that part is right.
func TestConfidenceMeasured(t *testing.T) {
	var lines, right, stated [10]float64
	for _, p := range datatest.Pairs(t, "langid", "single-words.tsv") {
		want, text := p[0], p[1]
		tag, confidence := Guess(text)
		tenth := min(int(confidence*10), 9)
		lines[tenth]++
		stated[tenth] += confidence
		if tag == want {
			right[tenth]++
		}
	}
	for i := range lines {
		if lines[i] < 100 {
			continue
		}
		got, said := right[i]/lines[i], stated[i]/lines[i]
		t.Logf("confidence %.3f: %.3f right of %.0f", said, got, lines[i])
		if got < said-0.1 || got > said+0.12 {
			t.Errorf("of %.0f answers with a confidence of %.2f, %.2f are right", lines[i], said, got)
		}
	}
}

func TestDetect(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", Unknown}, {"12:30", Unknown}, {"Hassan Rouhani", Unknown},
		{"The minister said that talks would resume on Thursday", "en"},
		{"قال الوزير إن المحادثات ستستأنف يوم الخميس في القاهرة", "ar"},
		{"iPhone 17: آبل تكشف عن هاتفها الجديد في كاليفورنيا", "ar"},
		{"وزیر امور خارجه ایران گفت که این گفت\u200cوگوها ادامه دارد", "fa"},
		{"وزیر خارجہ نے کہا ہے کہ مذاکرات جاری رہیں گے", "ur"},
		{"Le ministre a déclaré que les négociations se poursuivent", "fr"},
		{"Der Minister sagte, dass die Gespräche fortgesetzt werden", "de"},
		{"El ministro dijo que las conversaciones continúan en la capital", "es"},
		{"Министр заявил, что переговоры были продолжены", "ru"},
		{"Міністр заявив, що переговори тривають і їх продовжать", "uk"},
		{"Bakan, görüşmelerin devam edeceğini ve bir anlaşma olduğunu söyledi", "tr"},
		{"השר אמר כי השיחות יימשכו", "he"},
		{"外相は会談を続けると述べた", "ja"}, {"外交部长表示谈判将继续", "zh"}, {"장관은 회담이 계속된다고 말했다", "ko"},
	} {
		if got := Detect(c.text); got != c.want {
			t.Errorf("Detect(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzGuess(f *testing.F) {
	f.Add("The minister")
	f.Add("\xff\xfe ال")
	f.Add(strings.Repeat("ünder\u200c ", 100))
	f.Fuzz(func(t *testing.T, text string) {
		if tag, confidence := Guess(text); tag == "" || confidence < 0 || confidence > 1 {
			t.Errorf("Guess(%q) = %q, %v", text, tag, confidence)
		}
		Direction(text)
	})
}

// TestDetectSentences has one sentence in each language that can be told.
func TestDetectSentences(t *testing.T) {
	known := map[string]string{
		"en":  "The harbour was closed on Monday because of a storm, officials said.",
		"fr":  "Le port a été fermé lundi à cause d’une tempête, selon les autorités.",
		"de":  "Der Hafen wurde am Montag wegen eines Sturms geschlossen, sagten die Behörden.",
		"es":  "El puerto fue cerrado el lunes por una tormenta, según las autoridades.",
		"it":  "Il porto è stato chiuso lunedì per una tempesta, hanno detto le autorità.",
		"pt":  "O porto foi fechado na segunda-feira por uma tempestade, segundo as autoridades, que não deram mais informações.",
		"nl":  "De haven werd maandag gesloten door een storm, zeiden de autoriteiten.",
		"tr":  "Liman pazartesi günü fırtına nedeniyle kapatıldı ve bu karar için bir açıklama yapıldı.",
		"id":  "Pelabuhan itu ditutup pada hari Senin karena badai, kata para pejabat.",
		"pl":  "Port został zamknięty w poniedziałek z powodu sztormu, jak podały władze.",
		"sv":  "Hamnen stängdes på måndagen och det är inte klart när den öppnar.",
		"da":  "Havnen blev lukket mandag på grund af en storm, oplyser myndighederne.",
		"nb":  "Havnen ble stengt mandag på grunn av en storm, opplyser myndighetene.",
		"ca":  "El port va ser tancat dilluns a causa d’un temporal, segons les autoritats.",
		"ar":  "أُغلق الميناء يوم الاثنين بسبب عاصفة بحسب ما قاله مسؤولون.",
		"fa":  "بندر روز دوشنبه به دلیل طوفان بسته شد و مقام\u200cها این را تأیید کردند.",
		"ur":  "حکام کے مطابق طوفان کی وجہ سے بندرگاہ پیر کو بند کر دی گئی ہے۔",
		"ps":  "بندر د دوشنبې په ورځ د توپان له امله وتړل شو او چارواکو دا خبر ورکړ چې ښه دی.",
		"ckb": "بەندەرەکە ڕۆژی دووشەممە بەهۆی زریانەوە داخرا، بەرپرسان وتیان لە شار.",
		"sd":  "مرڪزي بئنڪ ٽئين مهيني لاءِ وياج جي شرح برقرار رکي آهي، گورنر چيو.",
		"ug":  "مەركىزىي بانكا ئۆسۈم نىسبىتىنى ئۈچىنچى ئاي ئۆزگەرتمىدى.",
		"ru":  "Порт был закрыт в понедельник из-за шторма, сообщили власти, и это не первый раз.",
		"uk":  "Порт було закрито в понеділок через шторм, повідомили в його управлінні, і це не вперше.",
		"bg":  "Пристанището беше затворено в понеделник заради буря, съобщиха властите, които са в града.",
		"sr":  "Лука је затворена у понедељак због олује, саопштили су из града који је на обали.",
		"he":  "הנמל נסגר ביום שני בגלל סערה", "el": "Το λιμάνι έκλεισε τη Δευτέρα", "ko": "항구는 월요일에 폐쇄되었다",
		"ja": "港は月曜日に閉鎖された", "zh": "港口星期一因暴风雨关闭", "th": "ท่าเรือปิดเมื่อวันจันทร์", "hi": "बंदरगाह सोमवार को बंद था",
		"bn": "বন্দর সোমবার বন্ধ ছিল", "hy": "Նավահանգիստը փակվել է", "ka": "პორტი დაიხურა", "am": "ወደቡ ሰኞ ተዘጋ",
	}
	for want, text := range known {
		if got := Detect(text); got != want {
			t.Errorf("Detect(%q) = %s, want %s", text, got, want)
		}
		// Case and length change nothing.
		if got := Detect(strings.ToUpper(text)); got != want {
			t.Errorf("Detect(%q) = %s, want %s", strings.ToUpper(text), got, want)
		}
		if got := Detect(strings.Repeat(text+" ", 50)); got != want {
			t.Errorf("Detect of much %s = %s", want, got)
		}
	}
}

// TestGuess asks about single words and short lines, mixed ones too.
func TestGuess(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"government", "en"}, {"yesterday", "en"}, {"shipping lane", "en"}, {"THURSDAY", "en"},
		{"gouvernement", "fr"}, {"aujourd’hui", "fr"}, {"les élèves", "fr"}, {"BIENTÔT", "fr"},
		{"hükümet", "tr"}, {"açıklama", "tr"}, {"görüşmeler sürüyor", "tr"}, {"baþbakan yardýmcýsý", "tr"},
		{"الحكومة", "ar"}, {"والمفاوضات", "ar"}, {"وقف إطلاق النار", "ar"}, {"الأُردنّ", "ar"}, {"الحكـــومة", "ar"}, {"ﺍﻟﺤﻜﻮﻣﺔ", "ar"},
		{"می\u200cشود", "fa"}, {"گفت\u200cوگو", "fa"}, {"کشورهای اروپایی", "fa"},
		{"گیا ہے", "ur"}, {"لوگوں", "ur"}, {"پاکستانی وزیر اعظم", "ur"},
		{"ממשלה", "he"}, {"Bundesregierung", "de"}, {"Gerechtigkeit", "de"}, {"правительство", "ru"}, {"уряду", "uk"},
		{"Apple تكشف عن هاتف iPhone", "ar"}, {"The word جهاد in English", "en"},
		{"Le président a rencontré Boris Johnson à Londres", "fr"}, {"says https://example.org/deutsche/regierung", "en"},
		{"12:30, 3.5%", Unknown}, {"https://example.com/news", Unknown}, {"someone@example.org", Unknown},
		{"fmt.Println(x)", Unknown}, {"a=b; c_d={e}", Unknown}, {"B-52", Unknown}, {"😀 — ?!", Unknown}, {"", Unknown}, {"x", Unknown},
		{"Chính phủ Việt Nam hôm nay thông báo", Unknown},
		{"Magyarország kormánya ma bejelentette", Unknown}, {"xkcd qqq zzz wrtk", Unknown},
		{"Ngân hàng trung ương giữ nguyên lãi suất trong tháng thứ ba liên tiếp", Unknown},
	} {
		if got, confidence := Guess(c.text); got != c.want {
			t.Errorf("Guess(%q) = %s (%.2f), want %s", c.text, got, confidence, c.want)
		}
	}
}

// TestGuessLooksAllOver: a quotation at the start of a long text decides nothing.
func TestGuessLooksAllOver(t *testing.T) {
	quotation := "« Nous ne pouvons pas accepter une telle décision sans avoir entendu les parties », "
	if got, confidence := Guess(quotation + strings.Repeat(englishCopy, 3)); got != "en" || confidence < sure {
		t.Errorf("Guess = %s, %.2f", got, confidence)
	}
}

// TestConfidenceGrows: more of the same text is never less sure.
func TestConfidenceGrows(t *testing.T) {
	words := strings.Fields(englishCopy)
	_, few := Guess(strings.Join(words[:2], " "))
	_, many := Guess(strings.Join(words[:20], " "))
	if few >= many || many < 0.9999 {
		t.Errorf("two words %.5f, twenty %.5f", few, many)
	}
}
