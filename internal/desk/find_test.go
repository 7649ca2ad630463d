package desk_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/desk"
	"dateline/internal/search"
	"dateline/internal/store/mem"
	"dateline/internal/store/sqlite"
)

// A filed is an item of a small wire: its text and where it stands.
type filed struct {
	id, source, language, headline, body string
	decided                              dateline.DecisionKind
	ago                                  time.Duration
}

func smallWire() []filed {
	return []filed{
		{"aaaaaaaaaaaa2", "nra", "en", "Port authority reopens all berths", "Ships wait.", dateline.Release, 0},
		{"aaaaaaaaaaaa3", "nra", "en", "Strike at the port", "Cranes stand still.", dateline.Hold, time.Minute},
		{"aaaaaaaaaaaa4", "own", "en", "Port strike called off", "Cranes move.", dateline.Release, 2 * time.Minute},
		{"aaaaaaaaaaaa5", "nra", "en", "Port chief named wrongly", "Cranes.", dateline.Kill, 3 * time.Minute},
		{"aaaaaaaaaaaa6", "delta", "ar", "إعادة فتح الميناء", "عادت السفن.", dateline.Release, 4 * time.Minute},
		{"aaaaaaaaaaaa7", "delta", "de", "Hafen wieder offen", "Port.", "", 5 * time.Minute},
		{"international", "delta", "ar", "وفد international في المرفأ", "", dateline.Withdraw, 6 * time.Minute},
	}
}

// stocked is a desk over a store with a wire in it.
func stocked(t *testing.T, store dateline.Store, wire []filed) *desk.Desk {
	t.Helper()
	ctx := context.Background()
	var kept []dateline.Kept
	var filings []dateline.Filing
	for _, f := range wire {
		when := now.Add(-f.ago)
		item := dateline.Item{
			ID: dateline.ItemID(f.id), Source: dateline.SourceID(f.source), GUID: f.id, URL: "https://" + f.source + ".example/" + f.id, Language: f.language,
			Headline: f.headline, Body: []dateline.Block{{Kind: dateline.Paragraph, Text: f.body}}, Received: when, FirstSeen: when,
		}
		kept = append(kept, dateline.Kept{Item: item, Words: search.Words(&item)})
		filing := dateline.Filing{Item: item.ID, Source: item.Source, Language: f.language, Version: 1, Status: dateline.Withheld, When: when, Decided: f.decided}
		switch f.decided {
		case dateline.Release:
			filing.Status = dateline.Usable
		case dateline.Kill, dateline.Withdraw:
			filing.Status = dateline.Canceled
		}
		filings = append(filings, filing)
	}
	err := store.Update(ctx, func(tx dateline.Tx) error {
		_, err := tx.Keep(ctx, kept)
		return errors.Join(err, tx.File(ctx, filings))
	})
	if err != nil {
		t.Fatal(err)
	}
	return desk.New(desk.Config{Store: store, Now: func() time.Time { return now }, Words: search.Words})
}

func stores(t *testing.T) map[string]dateline.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), sqlite.Config{Path: filepath.Join(t.TempDir(), "dateline.db")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return map[string]dateline.Store{"mem": mem.New(), "sqlite": s}
}

// found are the last characters of the ids, in order.
func found(lines []desk.Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteByte(l.Item.ID[len(l.Item.ID)-1])
	}
	return b.String()
}

func TestFind(t *testing.T) {
	words := func(text string) search.Query { return search.Parse(text, time.UTC) }
	tests := []struct {
		name   string
		search desk.Search
		want   string
		count  int
	}{
		{"everything", desk.Search{}, "234567l", 7},
		{"held back", desk.Search{Status: dateline.Withheld}, "37", 2},
		{"released", desk.Search{Status: dateline.Usable}, "246", 3},
		{"canceled", desk.Search{Status: dateline.Canceled}, "5l", 2},
		{"of a source", desk.Search{Source: "delta"}, "67l", 3},
		{"own", desk.Search{Source: dateline.OwnSource}, "4", 1},
		{"in a language", desk.Search{Language: "ar"}, "6l", 2},
		{"in others", desk.Search{NotIn: []string{"en", "ar"}}, "7", 1},
		{"words of headline and text, killed ones too", desk.Search{Query: words("port")}, "23457", -1},
		{"all of the words", desk.Search{Query: words("strike port")}, "34", -1},
		{"words of the text", desk.Search{Query: words("crane")}, "34", -1}, // of a killed one the headline alone
		{"words and a state", desk.Search{Query: words("port"), Status: dateline.Withheld}, "37", -1},
		{"words of what was killed", desk.Search{Query: words("port"), Status: dateline.Canceled}, "5", -1},
		{"words and a source", desk.Search{Query: words("port"), Source: "nra"}, "235", -1},
		{"words and own", desk.Search{Query: words("port"), Source: dateline.OwnSource}, "4", -1},
		{"words and a language", desk.Search{Query: words("port"), Language: "de"}, "7", -1},
		{"words and other languages", desk.Search{Query: words("port"), NotIn: []string{"en", "ar"}}, "7", -1},
		{"two sources at once", desk.Search{Query: words("source:nra port"), Source: "own"}, "", -1},
		{"a filter in words", desk.Search{Query: words("source:own")}, "4", -1},
		{"a filter in words, of what was killed", desk.Search{Query: words("port source:nra before:2027"), Status: dateline.Canceled}, "5", -1},
		{"Arabic, in another spelling", desk.Search{Query: words("اعاده الموانئ")}, "", -1},
		{"Arabic, in another form", desk.Search{Query: words("اعاده ميناء")}, "6", -1},
		{"nothing", desk.Search{Query: words("zzqx")}, "", -1},
		{"an id", desk.Search{Named: "aaaaaaaaaaaa5", Query: words("aaaaaaaaaaaa5")}, "5", 1},
		{"an id that is a word as well", desk.Search{Named: "international", Query: words("international")}, "l", 1},
		{"a word that could be an id", desk.Search{Named: "cranes", Query: words("cranes")}, "34", -1},
		{"an address", desk.Search{Named: " https://nra.example/aaaaaaaaaaaa3 ", Query: words("https://nra.example/aaaaaaaaaaaa3")}, "3", 1},
	}
	for name, store := range stores(t) {
		d := stocked(t, store, smallWire())
		for _, tt := range tests {
			t.Run(name+"/"+tt.name, func(t *testing.T) {
				got, err := d.Find(context.Background(), tt.search)
				if err != nil || found(got.Lines) != tt.want || got.Count != tt.count || got.Next.Item != "" {
					t.Errorf("found %q of %d, going on at %q (%v), want %q of %d", found(got.Lines), got.Count, got.Next.Item, err, tt.want, tt.count)
				}
			})
		}
	}
}

// TestFindPages: page by page nothing is left out and nothing comes twice, where
// many items bear one time, killed ones stand between and a state is rare.
func TestFindPages(t *testing.T) {
	var wire []filed
	for i := range 90 {
		f := filed{fmt.Sprintf("b%012d", i), "nra", "en", fmt.Sprintf("Port no %d", i), "", dateline.Release, time.Duration(i/7) * 300 * time.Millisecond}
		switch i % 5 {
		case 2:
			f.decided = dateline.Hold
		case 3:
			f.decided = dateline.Kill
		}
		wire = append(wire, f)
	}
	for name, store := range stores(t) {
		d := stocked(t, store, wire)
		for _, tt := range []struct {
			status dateline.PubStatus
			query  string
			want   int
		}{{"", "", 90}, {"", "port", 90}, {dateline.Withheld, "port", 18}, {dateline.Canceled, "port", 18}, {dateline.Usable, "", 54}} {
			s := desk.Search{Query: search.Parse(tt.query, time.UTC), Status: tt.status, Limit: 7}
			seen := map[dateline.ItemID]bool{}
			for pages := 0; ; pages++ {
				page, err := d.Find(context.Background(), s)
				if err != nil || pages > 20 {
					t.Fatalf("%s: page %d: %v", name, pages, err)
				}
				for _, l := range page.Lines {
					if seen[l.Item.ID] {
						t.Errorf("%s, %q %s: %s comes twice", name, tt.query, tt.status, l.Item.ID)
					}
					seen[l.Item.ID] = true
				}
				if s.Before = page.Next; s.Before.Item == "" {
					break
				}
			}
			if len(seen) != tt.want {
				t.Errorf("%s, %q %s: %d items over all pages, want %d", name, tt.query, tt.status, len(seen), tt.want)
			}
		}
	}
}

// TestFindGoesOn: of a common word and a rare state a page looks at so many items,
// and the next one goes on behind them.
func TestFindGoesOn(t *testing.T) {
	var wire []filed
	for i := range 5600 {
		wire = append(wire, filed{fmt.Sprintf("c%012d", i), "nra", "en", "Port", "", dateline.Release, time.Duration(i) * time.Second})
	}
	wire[10].decided, wire[5500].decided, wire[5550].decided = dateline.Hold, dateline.Hold, dateline.Kill
	d := stocked(t, mem.New(), wire)
	s := desk.Search{Query: search.Parse("port", time.UTC), Status: dateline.Withheld}
	first, err := d.Find(context.Background(), s)
	if err != nil || len(first.Lines) != 1 || first.Next.Item != "c000000004999" {
		t.Fatalf("%d items, going on at %q, %v", len(first.Lines), first.Next.Item, err)
	}
	s.Before = first.Next
	next, err := d.Find(context.Background(), s)
	if err != nil || len(next.Lines) != 1 || next.Lines[0].Item.ID != "c000000005500" || next.Next.Item != "" {
		t.Errorf("then %d items, going on at %q, %v", len(next.Lines), next.Next.Item, err)
	}
}

func TestFindRefusesSpeakers(t *testing.T) {
	d := stocked(t, mem.New(), smallWire())
	if _, err := d.Find(context.Background(), desk.Search{Query: search.Parse("said:mansour", time.UTC)}); !errors.Is(err, dateline.ErrInvalid) {
		t.Errorf("said: %v", err)
	}
	if got, err := d.Find(context.Background(), desk.Search{Query: search.Parse("port", time.UTC), Limit: 2}); err != nil || len(got.Lines) != 2 || !slices.Equal([]dateline.ItemID{got.Next.Item}, []dateline.ItemID{"aaaaaaaaaaaa3"}) {
		t.Errorf("two of them: %v %v", got, err)
	}
}
