package intake

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/desk"
)

// atom is a feed of entries given as id, title, time of change, with what else
// stands in it.
func atom(rest string, entries ...[3]string) string {
	var b strings.Builder
	b.WriteString(`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>Harbour</title>`)
	for _, e := range entries {
		fmt.Fprintf(&b, `<entry><id>%s</id><title>%s</title><link href="{}/%s"/><updated>%s</updated><summary>%s</summary></entry>`, e[0], e[1], e[0], e[2], long(e[1]))
	}
	return b.String() + rest + "</feed>"
}

// gone is a feed's word that it has deleted an entry.
func gone(id, when string) string {
	return fmt.Sprintf(`<at:deleted-entry ref="%s" when="%s"><at:comment>Not true.</at:comment></at:deleted-entry>`, id, when)
}

func TestDeletedByItsFeed(t *testing.T) {
	const early, noon, late = "2026-03-04T01:00:00Z", "2026-03-04T04:00:00Z", "2026-03-04T05:00:00Z"
	one, two, news := [3]string{"1", "Port", early}, [3]string{"2", "Ferry", early}, [3]string{"1", "Crane", late}
	lost, both := []dateline.EditKind{dateline.EditGone}, []dateline.EditKind{dateline.EditGone, dateline.EditRestored}
	for _, c := range []struct {
		name  string
		feeds []string // after the first
		want  []dateline.EditKind
	}{
		{"nothing", []string{atom("", one)}, nil},
		{"only not listed any more", []string{atom("", two)}, nil},
		{"deleted", []string{atom(gone("1", noon), two)}, lost},
		{"deleted, and no other entry", []string{atom(gone("1", noon))}, lost},
		{"said in three polls", []string{atom(gone("1", noon), two), atom(gone("1", noon)), atom(gone("1", late), two)}, lost},
		{"deleted without a time", []string{atom(gone("1", ""), two)}, lost},
		{"another one", []string{atom(gone("9", noon), one)}, nil},
		{"still listed, as it was before", []string{atom(gone("1", noon), one, two)}, lost},
		{"still listed, no time is told", []string{atom(gone("1", ""), one)}, nil},
		{"still listed without a time", []string{atom(gone("1", noon), [3]string{"1", "Port", ""})}, nil},
		{"filed anew under another name", []string{atom(gone("1", noon) + `<entry><id>9</id><title>Port</title><link href="{}/1"/><updated>` + late + `</updated><summary>` + long("Port") + `</summary></entry>`)}, nil},
		{"filed anew since", []string{atom(gone("1", noon), news)}, nil},
		{"back in other words", []string{atom(gone("1", noon), two), atom("", news)}, both},
		{"back as it was", []string{atom(gone("1", noon), two), atom("", one)}, both},
		{"back, and said to be deleted as before", []string{atom(gone("1", noon), two), atom(gone("1", noon), news), atom(gone("1", noon), news, two)}, both},
		{"deleted twice", []string{atom(gone("1", noon)), atom("", news), atom(gone("1", "2026-03-04T06:00:00Z"))}, append(slices.Clone(both), dateline.EditGone)},
	} {
		b := newBench(t)
		b.add("harbour", "/feed", func(s *dateline.Source) { s.Pages = dateline.PagesNever })
		for _, feed := range append([]string{atom("", one)}, c.feeds...) {
			b.web.put("/feed", feed)
			if r := b.poll(); len(r.Failed) > 0 {
				t.Fatalf("%s: %v", c.name, r.Failed)
			}
		}
		if got := b.edits(); !slices.Equal(got, c.want) {
			t.Errorf("%s: edits %v, want %v", c.name, got, c.want)
		}
		if it := b.item("harbour", "1"); it.Text() == "" || it.PubStatus == dateline.Canceled {
			t.Errorf("%s: its feed alone has taken it away: %+v", c.name, it)
		}
	}
}

// An item that was erased stays so, and an entry that was never taken in and
// stands beside the word that it is deleted is not taken in.
func TestDeletedAndNotKept(t *testing.T) {
	const early, noon = "2026-03-04T01:00:00Z", "2026-03-04T04:00:00Z"
	b := newBench(t)
	b.add("harbour", "/feed", func(s *dateline.Source) { s.Pages = dateline.PagesNever })
	b.web.put("/feed", atom("", [3]string{"1", "Port", early}))
	b.poll()
	ctx := context.Background()
	if err := b.store.Update(ctx, func(tx dateline.Tx) error { return tx.Erase(ctx, dateline.NewItemID("harbour", "1"), b.now) }); err != nil {
		t.Fatal(err)
	}
	b.web.put("/feed", atom(gone("1", noon)+gone("2", noon), [3]string{"2", "Ferry", early}))
	if r := b.poll(); r.Kept+r.Versions != 0 || len(b.edits()) != 0 {
		t.Errorf("kept %d, versions %d, edits %v", r.Kept, r.Versions, b.edits())
	}
}

// Its page is not looked at any more: what the page answers would tell the desk
// twice, or that the item is back when only its page was left.
func TestDeletedIsNotLookedAt(t *testing.T) {
	for _, c := range []struct {
		name string
		away bool
		want []dateline.EditKind
	}{
		{"its page stays", false, []dateline.EditKind{dateline.EditGone}},
		{"its page went before", true, []dateline.EditKind{dateline.EditGone}},
	} {
		b := newLookBench(t)
		if c.away {
			b.web.handle("/1", status(410))
		}
		b.later(2 * time.Hour)
		b.web.put("/feed", atom(gone("1", "2026-03-04T04:00:00Z")))
		b.poll()
		asked := b.web.count("/1")
		b.web.put("/1", page("Port shut", opening, "one"))
		b.later(48 * time.Hour)
		b.has(c.name, 1, asked, c.want...)
	}
}

// What a feed has deleted reaches the desk, and flags who carries the text.
func TestDeletedReachesTheDesk(t *testing.T) {
	b := newBench(t)
	never := func(s *dateline.Source) { s.Pages = dateline.PagesNever }
	b.add("harbour", "/feed", never)
	b.add("carrier", "/carrier", never)
	b.web.put("/feed", atom("", [3]string{"1", "Port", "2026-03-04T01:00:00Z"}))
	b.web.put("/carrier", atom("", [3]string{"c", "Port", "2026-03-04T02:00:00Z"}))
	b.poll()
	ctx, copied := context.Background(), dateline.NewItemID("carrier", "c")
	update := func(f func(tx dateline.Tx) error) {
		t.Helper()
		if err := b.store.Update(ctx, f); err != nil {
			t.Fatal(err)
		}
	}
	update(func(tx dateline.Tx) error {
		return tx.PutMatches(ctx, []dateline.ItemID{copied}, []dateline.Match{{Item: copied, Of: dateline.NewItemID("harbour", "1"), Kind: dateline.MatchDuplicate}})
	})
	b.web.put("/feed", atom(gone("1", "2026-03-04T04:00:00Z")))
	b.poll()
	update(func(tx dateline.Tx) error {
		entries, err := tx.Entries(ctx, 0, 100)
		if err != nil {
			return err
		}
		return desk.Edits{}.Step(ctx, tx, entries)
	})
	lost, err := desk.New(desk.Config{Store: b.store}).Lost(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range lost {
		got = append(got, fmt.Sprint(l.Item.Source, " ", l.Edit.Kind, " ", l.Edit.Of != ""))
	}
	slices.Sort(got)
	if want := []string{"carrier gone true", "harbour gone false"}; !slices.Equal(got, want) {
		t.Errorf("the desk has to look at %v, want %v", got, want)
	}
}
