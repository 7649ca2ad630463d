package across

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// dispatch is one of the sample press, as far as it counts here.
type dispatch struct{ name, text, translation string }

// readDispatches reads the files of the sample press in their order: headers,
// a blank line, the body. Later versions and what only repeats a text are left out.
func readDispatches(t *testing.T) (list []dispatch) {
	t.Helper()
	root := filepath.Join("..", "..", "samplepress", "dispatches")
	files, err := filepath.Glob(filepath.Join(root, "*", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	braces := regexp.MustCompile(`\{[^}]*\}`)
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		head, body, _ := strings.Cut(string(raw), "\n\n")
		name, _ := filepath.Rel(root, strings.TrimSuffix(file, ".txt"))
		d := dispatch{name: filepath.ToSlash(name)}
		if strings.Contains(filepath.Base(d.name), ".") || strings.TrimSpace(body) == "" {
			continue
		}
		for line := range strings.Lines(head) {
			switch key, value, _ := strings.Cut(strings.TrimSpace(line), ": "); key {
			case "headline":
				d.text = value
			case "translation":
				d.translation = value
			}
		}
		d.text += "\n" + braces.ReplaceAllString(body, "")
		list = append(list, d)
	}
	return list
}

// TestSamplePress holds guesses to what they have reached: of the translations
// that the sample press names, how many are found; and how many guesses there
// are besides, most of them other reports of the same events.
func TestSamplePress(t *testing.T) {
	x := index(t)
	list := readDispatches(t)
	at := map[string]int{}
	found, others, all := 0, 0, 0
	for i, d := range list {
		sig := Read(d.text)
		if _, ok := at[d.translation]; ok {
			all++
		}
		if g, ok := x.Find(sig, time.Time{}); ok {
			if other := list[g.Item]; other.name == d.translation || other.translation == d.name {
				found++
			} else {
				others++
			}
		}
		x.Add(sig, time.Time{})
		at[d.name] = i
	}
	t.Logf("%d of %d translations, %d other guesses among %d dispatches", found, all, others, len(list))
	if all < 20 || found*100 < all*80 || others > 18 {
		t.Errorf("%d of %d translations, %d other guesses", found, all, others)
	}
}
