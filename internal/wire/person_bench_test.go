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
