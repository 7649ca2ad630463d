//go:build !fuzz

package wire

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"dateline/internal/store/sqlite"
	"dateline/internal/wire/saidtest"
)

// BenchmarkPerson makes what a person's page shows, of somebody with as many
// statements as are looked at, most of them within a fortnight, on SQLite.
func BenchmarkPerson(b *testing.B) {
	store, err := sqlite.Open(context.Background(), sqlite.Config{Path: filepath.Join(b.TempDir(), "person.db")})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { store.Close() })
	var lines []saidtest.Line
	for n := range mostSaid {
		l := says(fmt.Sprint(n), 99-n%300, fmt.Sprintf("“We will close gate %d of the dam at the bridge of quarter %d on day %d,” Nawfal told reporters. %s",
			n, n%7, n%31, strings.Repeat("The river was low. ", 60)))
		lines = append(lines, l)
	}
	w := worldOn(b, store, lines...)
	for b.Loop() {
		p, err := w.reader.Person(context.Background(), salma)
		if err != nil || len(p.Said) < 2 {
			b.Fatalf("%d statements, %v", len(p.Said), err)
		}
	}
}

// BenchmarkSaidBy asks for a name that twenty bear, who all said much.
func BenchmarkSaidBy(b *testing.B) {
	store, err := sqlite.Open(context.Background(), sqlite.Config{Path: filepath.Join(b.TempDir(), "said.db")})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { store.Close() })
	lines := manyBearers(100)
	for i := range lines {
		lines[i].Sentence += strings.Repeat(" The river was low.", 150)
	}
	w := worldOn(b, store, lines...)
	for name, text := range map[string]string{"found": "said:nawfal gate", "nothing found": "said:nawfal ferry"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := w.reader.Search(context.Background(), Question{Text: text, Language: "en"}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
