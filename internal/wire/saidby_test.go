//go:build !fuzz

package wire

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/api/rightstest"
	"dateline/internal/search"
	"dateline/internal/store/mem"
	"dateline/internal/store/sqlite"
	"dateline/internal/wire/saidtest"
)

// saidLines are what three persons said, two of one family name, in both scripts.
func saidLines() []saidtest.Line {
	line := func(guid string, at int, p dateline.PersonID, name, sentence string) saidtest.Line {
		l := saidtest.Line{GUID: guid, Source: "delta", Person: p, Name: name, Sentence: sentence, At: hours(at)}
		if strings.Contains(name, "ا") || strings.Contains(name, "ي") {
			l.Language = "ar"
		}
		return l
	}
	lines := []saidtest.Line{
		line("a", 1, "dmitry", "Dmitry Peskov", "“We are ready for a ceasefire,” Dmitry Peskov said."),
		line("b", 2, "dmitry", "Dmitry Peskov", "“Talks go on,” Peskov said."),
		line("c", 3, "dmitry", "دميتري بيسكوف", "قال دميتري بيسكوف: «لا هدنة قبل المحادثات»."),
		line("d", 4, "nikolay", "Nikolay Peskov", "“A ceasefire is for others,” said Nikolay Peskov."),
		line("e", 5, "ushakov", "Yury Ushakov", "“Peskov knows of the ceasefire,” Ushakov said."),
		line("f", 6, "dmitry", "Dmitry Peskov", "“A ceasefire was never offered,” Peskov said."),
		line("g", 7, "dmitry", "Dmitry Peskov", "“No ceasefire in May,” Peskov said."),
		line("h", 8, "hidden", "Anna Peskov", "“Let a ceasefire come,” said Anna Peskov."),
	}
	lines[5].Source, lines[6].Unsure = "sabil", true
	return lines
}

// each runs a test over every store that needs no server.
func each(t *testing.T, f func(*testing.T, *spokenWorld)) {
	for name, open := range map[string]func(*testing.T) dateline.Store{
		"mem": func(*testing.T) dateline.Store { return mem.New() },
		"sqlite": func(t *testing.T) dateline.Store {
			s, err := sqlite.Open(context.Background(), sqlite.Config{Path: filepath.Join(t.TempDir(), "said.db")})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { s.Close() })
			return s
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := worldOn(t, open(t), saidLines()...)
			w.mark(dateline.Person{ID: "hidden", Private: true})
			f(t, w)
		})
	}
}

func guidsOf(w *spokenWorld, ids []dateline.ItemID) string {
	var out []string
	for _, id := range ids {
		for _, l := range saidLines() {
			if l.ID() == id {
				out = append(out, l.GUID)
			}
		}
	}
	return strings.Join(out, " ")
}

func TestSaid(t *testing.T) {
	each(t, func(t *testing.T, w *spokenWorld) {
		for _, test := range []struct{ query, public, desk string }{
			{"said:peskov ceasefire", "d a", "h g f d a"},
			{"said:Peskov CEASEFIRES", "d a", "h g f d a"}, // inflected
			{"said:peskov", "d c b a", "h g f d c b a"},
			{`said:"dmitry peskov" ceasefire`, "a", "g f a"},
			{`said:"دميتري بيسكوف" ceasefire`, "a", "g f a"},
			{"said:بيسكوف", "d c b a", "h g f d c b a"}, // the table of names has it in both scripts
			{"said:بيسكوف هدنة", "c", "c"},
			{"said:ushakov ceasefire", "e", "e"},
			{"said:peskov -ceasefire", "c b", "c b"},
			{`said:peskov "go on"`, "b", "b"},
			{"said:peskov talks OR ceasefire", "d b a", "h g f d b a"},
			{"said:peskov lang:ar", "c", "c"},
			{"said:peskov source:sabil", "", "f"},
			{"said:peskov after:2100", "", ""},
			{"said:peskov -lang:ar -source:sabil", "d b a", "h g d b a"},
			{"said:peskov -source:delta", "", "f"},
			{"said:peskov -after:2100 -by:nobody", "d c b a", "h g f d c b a"},
			{"said:peskov said:nikolay", "d", "d"},
			{"said:peskov OR said:ushakov ceasefire", "e d a", "h g f e d a"},
			{"said:nobody OR said:ushakov", "e", "e"},
			{"said:ushakov OR said:nobody lang:ar OR lang:en", "e", "e"},
			{"said:ushakov OR said:peskov said:nikolay", "d", "d"},
			{"said:dmitry", "", ""}, // a given name alone tells nobody
			{"said:nobody", "", ""},
			{`said:"anna peskov"`, "", "h"},
		} {
			answer, err := w.reader.Search(context.Background(), Question{Text: test.query, Language: "en"})
			if err != nil {
				t.Fatal(err)
			}
			var ids []dateline.ItemID
			for _, h := range answer.Hits {
				ids = append(ids, h.View.ID)
			}
			if got := guidsOf(w, ids); got != test.public || answer.Total != len(ids) {
				t.Errorf("%s: the public finds %q (%d), want %q", test.query, got, answer.Total, test.public)
			}
			if got := w.desk(test.query); got != test.desk {
				t.Errorf("%s: the desk finds %q, want %q", test.query, got, test.desk)
			}
		}
	})
}

// desk is what the desk finds.
func (w *spokenWorld) desk(text string) string {
	w.t.Helper()
	query := search.Parse(text, time.UTC)
	var ids []dateline.ItemID
	err := w.store.View(context.Background(), func(tx dateline.Tx) error {
		hits, err := SaidBy(context.Background(), tx, &query, 100)
		for _, h := range hits {
			ids = append(ids, h.Item)
		}
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return guidsOf(w, ids)
}

// TestSaidInPages reads what was found one by one, with the sentence that was.
func TestSaidInPages(t *testing.T) {
	w := worldOn(t, mem.New(), saidLines()...)
	var got []string
	for skip := range 5 {
		answer, err := w.reader.Search(context.Background(), Question{Text: "said:peskov ceasefire", Language: "en", Skip: skip, Limit: 1})
		if err != nil || answer.More != (skip < 2) {
			t.Fatalf("after %d there is more: %v, %v", skip, answer.More, err)
		}
		for _, h := range answer.Hits {
			for _, piece := range h.Snippet {
				if piece.Marked {
					got = append(got, piece.Text)
				}
			}
		}
	}
	if strings.Join(got, " ") != "ceasefire ceasefire ceasefire" {
		t.Errorf("marked are %q", got)
	}
	_, err := w.reader.Search(context.Background(), Question{Text: "said:peskov", Language: "en", AsOf: "2026-01-01"})
	if !errors.Is(err, dateline.ErrInvalid) {
		t.Errorf("a past point gives %v", err)
	}
}

// TestSaidTellsNothingThatIsNotOut asks for everybody by every word that may be
// their name, in worlds in which every word tells whose it is.
func TestSaidTellsNothingThatIsNotOut(t *testing.T) {
	found := 0
	for seed := range uint64(2) {
		world, w := rightstest.New(seed, 60, now), newSpokenWorld(t)
		if err := world.Fill(context.Background(), w.store, search.Words); err != nil {
			t.Fatal(err)
		}
		w.do(func(context.Context, dateline.Tx) error { return nil })
		if _, err := world.Speak(context.Background(), w.store); err != nil {
			t.Fatal(err)
		}
		if err := world.Finish(context.Background(), w.store); err != nil {
			t.Fatal(err)
		}
		w.do(func(context.Context, dateline.Tx) error { return nil })
		others := map[string]bool{} // names that somebody who is not hidden bears
		for _, name := range world.Names() {
			others[name.Name] = others[name.Name] || name.Person != world.Persons()[0]
		}
		for _, name := range world.Names() {
			answer, err := w.reader.Search(context.Background(), Question{Text: "said:" + name.Name, Language: "en", Limit: 50})
			if err != nil {
				t.Fatal(err)
			}
			found += len(answer.Hits)
			if !others[name.Name] && len(answer.Hits) > 0 {
				t.Errorf("world %d: somebody hidden is found as %s", seed, name.Name)
			}
			for _, h := range answer.Hits {
				if !world.Out(h.View.ID) {
					t.Errorf("world %d: said:%s finds an item that is not out", seed, name.Name)
				}
			}
			if faults := world.Broken(name.Name); len(faults) > 0 && len(answer.Hits) > 0 {
				t.Errorf("world %d: said:%s finds by a word that is not out: %s", seed, name.Name, faults[0])
			}
		}
	}
	if found < 20 {
		t.Errorf("%d items were found: the test proves little", found)
	}
}

// manyBearers are persons of one family name, each with n statements, the newest of
// all in turn.
func manyBearers(n int) (lines []saidtest.Line) {
	for p, first := range strings.Fields("Salma Idris Karim Omar Tariq Yasmin Leila Hadi Nabil Rania Fadi Ziad Maya Hana Sami Dalia Rami Lina Walid Amal") {
		for i := range n {
			l := says(fmt.Sprintf("%d/%d", p, i), 0, fmt.Sprintf("“We will close gate %d of the dam,” %s Nawfal told reporters.", i, first))
			l.Person, l.Name = dateline.PersonID(fmt.Sprintf("person%07d", p)), first+" Nawfal"
			l.At = hours(90).Add(-time.Duration(i*20+p) * time.Minute)
			lines = append(lines, l)
		}
	}
	return lines
}

// TestSaidReadsLittle asks for a name that many bear: what is read must not grow
// with what they said. The pages together are what one page is, newest first.
func TestSaidReadsLittle(t *testing.T) {
	lines := manyBearers(60)
	store := &readsStore{Store: mem.New()}
	w := worldOn(t, store, lines...)
	ask := func(skip, limit int) Answer {
		store.items = 0
		a, err := w.reader.Search(context.Background(), Question{Text: "said:nawfal gate", Language: "en", Skip: skip, Limit: limit})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	var got []dateline.ItemID
	for skip := 0; skip < 120; skip += 10 {
		a := ask(skip, 10)
		if most := skip + 10 + 2*saidAtOnce; store.items > most {
			t.Fatalf("after %d, %d items were read, at most %d are enough", skip, store.items, most)
		}
		if !a.More || !a.AtLeast || len(a.Hits) != 10 {
			t.Fatalf("after %d: %d hits, more %v, at least %v", skip, len(a.Hits), a.More, a.AtLeast)
		}
		for _, h := range a.Hits {
			got = append(got, h.View.ID)
		}
	}
	for i, id := range got {
		if want := dateline.NewItemID("delta", fmt.Sprintf("%d/%d", i%20, i/20)); id != want {
			t.Fatalf("hit %d is %s, want %s", i, id, want)
		}
	}
	if a := ask(0, 5000); a.Total != mostSaidBy || a.More || !a.AtLeast || store.items > mostSaidBy {
		t.Errorf("all at once: %d found, %d items read", a.Total, store.items)
	}
	store.items = 0
	query := search.Parse("said:nawfal gate", time.UTC)
	w.do(func(context.Context, dateline.Tx) error { return nil })
	err := store.View(context.Background(), func(tx dateline.Tx) error {
		hits, err := SaidBy(context.Background(), tx, &query, 10)
		if len(hits) != 10 || hits[0].Item != got[0] || hits[9].Item != got[9] || store.items > saidAtOnce {
			t.Errorf("the desk finds %v after reading %d items", hits, store.items)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
