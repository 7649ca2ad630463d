package lang

import "testing"

func TestCanonical(t *testing.T) {
	for _, c := range []struct{ tag, want string }{
		{"en", "en"}, {"EN_us", "en-US"}, {" ar-eg ", "ar-EG"}, {"zh-HANT-tw", "zh-Hant-TW"}, {"ara", "ar"},
		{"iw", "he"}, {"eng-GB", "en-GB"}, {"ckb", "ckb"}, {"", ""}, {"-", ""}, {"e", ""}, {"english", ""},
		{"en-<b>", ""}, {"12", ""}, {"es-419", "es-419"}, {"x-default", ""},
		{"arb", "ar"}, {"cmn-Hans", "zh-Hans"}, {"pes_IR", "fa-IR"}, {"swe", "sv"}, {"arz", "arz"}, {"en_US.UTF-8", ""},
		{"a-b-c-d-e-f-g-h-i", ""}, {"en-toolongapart", ""}, {"zh--TW", "zh-TW"},
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

func FuzzCanonical(f *testing.F) {
	f.Add("zh-HANT-tw")
	f.Add("x_default")
	f.Fuzz(func(t *testing.T, tag string) {
		once := Canonical(tag)
		if twice := Canonical(once); twice != once {
			t.Errorf("Canonical(%q) = %q, of that %q", tag, once, twice)
		}
		if once != "" && Base(once) != Base(Base(once)) {
			t.Errorf("Base(%q) = %q", once, Base(once))
		}
	})
}
