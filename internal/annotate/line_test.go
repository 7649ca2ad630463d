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
