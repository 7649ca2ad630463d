package annotate

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestLineOfEachLanguage: offsets count code points, and lists are never null.
func TestLineOfEachLanguage(t *testing.T) {
	for _, c := range []struct {
		language, text string
		want           []string
	}{
		{"en", "“Très bien,” Lena Marsh said in Cairo on 3 May 2025.", []string{
			`"source":[[13,23]]`, `"content":[[0,12]]`, `"speaker":"Lena Marsh"`, `"public":true`,
			`"times":[{"span":[41,51],"type":"DATE","value":"2025-05-03"}]`, `"places":[{"span":[32,37],"country":"EG"}]`, `"topics":[]`}},
		{"ar", "وصل إلى القاهرة في 3 مايو 2025.", []string{
			`"attributions":[]`, `"places":[{"span":[8,15],"country":"EG"}]`, `"times":[{"span":[19,30],"type":"DATE","value":"2025-05-03"}]`}},
		{"en", "Lena Marsh spoke in Cairo.", []string{`"places":[{"span":[20,25],"country":"EG"}]`}},
		{"fr", "Il est au Caire.", []string{`"attributions":[],"times":[],"topics":[],"places":[]`}},
	} {
		b, err := json.Marshal(NewLine("x", c.text, Mark(Input{Text: c.text, Language: c.language})))
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if !strings.Contains(string(b), want) {
				t.Errorf("%s\n got %s\nwant %s", c.text, b, want)
			}
		}
	}
}

// TestCodePoints: the offset of each character is its place, whatever it takes, and
// that of the end is their number; bytes that are no character are one each.
func TestCodePoints(t *testing.T) {
	for _, text := range []string{"", "ship", "ميناء مرسى", "a“ب\U0001f6a2c", "é", "\xffa\xd9"} {
		at, n := codePoints(text), 0
		for i := range text {
			if got := at(i); got != n {
				t.Errorf("%q: byte %d is character %d, want %d", text, i, got, n)
			}
			n++
		}
		if got := at(len(text)); got != n {
			t.Errorf("%q: the end is %d, want %d", text, got, n)
		}
	}
}

// TestSentences: all of a text is in sentences, in the language that it is in.
func TestSentences(t *testing.T) {
	for _, c := range []struct {
		language, text string
		want           []string
	}{
		{"en", "The port opened. “It is late,” he said.\n\nShips came", []string{"The port opened.", "“It is late,” he said.", "Ships came"}},
		{"", "فتح الميناء أبوابه أمس. دخلت السفن!", []string{"فتح الميناء أبوابه أمس.", "دخلت السفن!"}},
		{"ar-LB", "فتح الميناء.", []string{"فتح الميناء."}},
		{"", "Der Hafen von Marsa ist nach dem Sturm wieder offen, und zwölf Schiffe sind eingelaufen.", nil},
		{"en", "", nil},
	} {
		var got []string
		for _, s := range Said(Input{Text: c.text, Language: c.language}).Sentences {
			got = append(got, c.text[s.Start:s.End])
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
