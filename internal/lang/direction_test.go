package lang

import (
	"testing"

	"dateline"
)

func TestDirection(t *testing.T) {
	for _, c := range []struct {
		text string
		want dateline.Direction
	}{
		{"", dateline.LeftToRight},
		{"2025 — !", dateline.LeftToRight},
		{"Oil prices rise", dateline.LeftToRight},
		{"أسعار النفط ترتفع", dateline.RightToLeft},
		{"iPhone 17: آبل تكشف عن هاتفها", dateline.RightToLeft},
		{"Microsoft Windows تعلن", dateline.RightToLeft},
		{"What the word جهاد means in English", dateline.LeftToRight},
		{"\u202eOil prices rise", dateline.LeftToRight},
		{"שלום", dateline.RightToLeft},
		{"ہندوستان", dateline.RightToLeft},
		{"مُحَمَّد", dateline.RightToLeft},
	} {
		if got := Direction(c.text); got != c.want {
			t.Errorf("Direction(%q) = %s, want %s", c.text, got, c.want)
		}
	}
	if DirectionOf("ar-EG") != dateline.RightToLeft || DirectionOf("en") != dateline.LeftToRight {
		t.Error("DirectionOf")
	}
}

func TestCanonical(t *testing.T) {
	for _, c := range []struct{ tag, want string }{
		{"en", "en"}, {"EN_us", "en-US"}, {" ar-eg ", "ar-EG"}, {"zh-HANT-tw", "zh-Hant-TW"}, {"ara", "ar"},
		{"iw", "he"}, {"eng-GB", "en-GB"}, {"ckb", "ckb"}, {"", ""}, {"-", ""}, {"e", ""}, {"english", ""},
		{"en-<b>", ""}, {"12", ""}, {"es-419", "es-419"}, {"x-default", ""},
	} {
		if got := Canonical(c.tag); got != c.want {
			t.Errorf("Canonical(%q) = %q, want %q", c.tag, got, c.want)
		}
	}
	for tag, want := range map[string]string{"ar-EG": "ar", "EN_us": "en", "": "", "und": "und", "per": "fa"} {
		if got := Base(tag); got != want {
			t.Errorf("Base(%q) = %q, want %q", tag, got, want)
		}
	}
}

func TestDetect(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", Unknown}, {"12:30", Unknown}, {"Hassan Rouhani", Unknown},
		{"The minister said that talks would resume on Thursday", "en"},
		{"قال الوزير إن المحادثات ستستأنف يوم الخميس في القاهرة", "ar"},
		{"iPhone 17: آبل تكشف عن هاتفها الجديد في كاليفورنيا", "ar"},
		{"وزیر امور خارجه ایران گفت که این گفت‌وگوها ادامه دارد", "fa"},
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
		Canonical(text)
	})
}
