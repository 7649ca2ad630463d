package lang

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// measured counts right, unknown and wrong answers on a file of the set.
func measured(t *testing.T, name string) (right, unknown, wrong map[string]int) {
	t.Helper()
	f, err := os.Open(filepath.Join(dataDir(t), "langid", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	right, unknown, wrong = map[string]int{}, map[string]int{}, map[string]int{}
	for s := bufio.NewScanner(f); s.Scan(); {
		want, text, _ := strings.Cut(s.Text(), "\t")
		switch Detect(text) {
		case want:
			right[want]++
			right["all"]++
		case Unknown:
			unknown[want]++
			unknown["all"]++
		default:
			wrong[want]++
			wrong["all"]++
		}
	}
	return right, unknown, wrong
}

func TestDetectMeasured(t *testing.T) {
	for _, c := range []struct {
		file          string
		least, errors float64
	}{
		{"sentences.tsv", 0.9, 0.02},
		{"word-pairs.tsv", 0, 0.08},
		{"single-words.tsv", 0, 0.06},
	} {
		right, unknown, wrong := measured(t, c.file)
		all := float64(right["all"] + unknown["all"] + wrong["all"])
		r, w := float64(right["all"])/all, float64(wrong["all"])/all
		t.Logf("%s: right %.3f wrong %.3f; right %v unknown %v wrong %v", c.file, r, w, right, unknown, wrong)
		if r < c.least || w > c.errors {
			t.Errorf("%s: right %.3f, wrong %.3f; want at least %.2f, at most %.2f", c.file, r, w, c.least, c.errors)
		}
	}
}

// dataDir is the folder of measuring data. In CI it must be there.
func dataDir(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("DATELINE_DATA")
	if dir == "" && os.Getenv("CI") == "true" {
		t.Fatal("DATELINE_DATA is unset: set it to the folder of measuring data")
	}
	if dir == "" {
		t.Skip("DATELINE_DATA is unset: not measured")
	}
	return dir
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

func FuzzDetect(f *testing.F) {
	f.Add("The minister")
	f.Add("\xff\xfe ال")
	f.Fuzz(func(t *testing.T, text string) {
		if Detect(text) == "" {
			t.Errorf("Detect(%q) is empty", text)
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
		"ar":  "أُغلق الميناء يوم الاثنين بسبب عاصفة بحسب ما قاله مسؤولون.",
		"fa":  "بندر روز دوشنبه به دلیل طوفان بسته شد و مقام\u200cها این را تأیید کردند.",
		"ur":  "حکام کے مطابق طوفان کی وجہ سے بندرگاہ پیر کو بند کر دی گئی ہے۔",
		"ps":  "بندر د دوشنبې په ورځ د توپان له امله وتړل شو او چارواکو دا خبر ورکړ چې ښه دی.",
		"ckb": "بەندەرەکە ڕۆژی دووشەممە بەهۆی زریانەوە داخرا، بەرپرسان وتیان لە شار.",
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
	for _, f := range []*family{latin, arabic, cyrillic} {
		for _, language := range f.languages {
			if known[language] == "" {
				t.Errorf("no sentence in %s", language)
			}
		}
	}
}
