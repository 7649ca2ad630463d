package locale

import (
	"testing"
	"time"

	"dateline"
)

// The counts of an item's copies are what readers see most of this package:
// each of the six Arabic forms, with the digits of the edition.
func TestCountsOfMatches(t *testing.T) {
	ar, en := edition(t, dateline.Edition{Language: "ar"}), plainEnglish(t)
	m, w := ar.Messages().Match, en.Messages().Match
	for _, test := range []struct {
		n        int
		en, ar   string
		rewrites string
		sources  string
	}{
		{0, "0 copies", "لا نسخ", "لا صياغات أخرى", "بلا مصدر"},
		{1, "1 copy", "نسخة واحدة", "صياغة أخرى واحدة", "من مصدر واحد"},
		{2, "2 copies", "نسختان", "صياغتان أخريان", "من مصدرين"},
		{3, "3 copies", "3 نسخ", "3 صياغات أخرى", "من 3 مصادر"},
		{10, "10 copies", "10 نسخ", "10 صياغات أخرى", "من 10 مصادر"},
		{11, "11 copies", "11 نسخة", "11 صياغة أخرى", "من 11 مصدرًا"},
		{100, "100 copies", "100 نسخة", "100 صياغة أخرى", "من 100 مصدر"},
		{103, "103 copies", "103 نسخ", "103 صياغات أخرى", "من 103 مصادر"},
	} {
		for got, want := range map[string]string{
			en.Count(w.Copies, test.n): test.en, ar.Count(m.Copies, test.n): test.ar,
			ar.Count(m.Rewrites, test.n): test.rewrites, ar.Count(m.FromSources, test.n): test.sources,
		} {
			if got != want {
				t.Errorf("%d: %q, want %q", test.n, got, want)
			}
		}
	}
}

func TestAfter(t *testing.T) {
	en, ar := plainEnglish(t), edition(t, dateline.Edition{Language: "ar", Digits: Arab})
	for d, want := range map[time.Duration][2]string{
		time.Minute:             {"1 minute after", "بعد دقيقة من"},
		40 * time.Minute:        {"40 minutes after", "بعد ٤٠ دقيقة من"},
		100 * time.Minute:       {"2 hours after", "بعد ساعتين من"},
		3 * time.Hour:           {"3 hours after", "بعد ٣ ساعات من"},
		36 * time.Hour:          {"2 days after", "بعد يومين من"},
		41*24*time.Hour + 1e9*5: {"41 days after", "بعد ٤١ يومًا من"},
	} {
		if got := [2]string{en.After(d), ar.After(d)}; got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}

func TestShare(t *testing.T) {
	en, ar := plainEnglish(t), edition(t, dateline.Edition{Language: "ar"})
	for share, want := range map[float64][2]string{
		0: {"a small part", "جزء يسير من النص"}, 0.19: {"a small part", "جزء يسير من النص"}, 0.25: {"about a quarter", "نحو ربع النص"},
		0.34: {"about a third", "نحو ثلث النص"}, 0.5: {"about half", "نحو نصف النص"}, 0.8: {"most of it", "معظم النص"},
		0.97: {"whole", "النص كاملًا"}, 1: {"whole", "النص كاملًا"},
	} {
		if got := [2]string{en.Share(share), ar.Share(share)}; got != want {
			t.Errorf("%v: %q, want %q", share, got, want)
		}
	}
}
