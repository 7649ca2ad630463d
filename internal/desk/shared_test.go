package desk_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/desk"
	"dateline/internal/store/mem"
)

const dispatch = "The ferry to the outer islands will sail twice a day from Monday, the port authority said, after repairs to the eastern pier were finished a week early."

// sharing keeps an item, one made from it, one with nothing of it, and a
// translation of the first.
func sharing(t *testing.T) *desk.Desk {
	t.Helper()
	store, ctx := mem.New(), context.Background()
	item := func(id dateline.ItemID, text string) dateline.Kept {
		return dateline.Kept{Item: dateline.Item{ID: id, Source: "port", GUID: string(id), Language: "en", Headline: "Headline " + string(id),
			Body: []dateline.Block{{Kind: dateline.Paragraph, Text: text}}, Received: now}}
	}
	err := store.Update(ctx, func(tx dateline.Tx) error {
		_, err := tx.Keep(ctx, []dateline.Kept{
			item("first", dispatch), item("again", "Islanders cheered. "+dispatch+" Tickets are unchanged."), item("alone", "Nothing of it."), item("arabic", "نص آخر"),
		})
		return errors.Join(err, tx.PutSource(ctx, dateline.Source{ID: "port", Name: "Port"}, now), tx.PutMatches(ctx, []dateline.ItemID{"again", "arabic"}, []dateline.Match{
			{Item: "again", Of: "first", Kind: dateline.MatchExcerpt}, {Item: "arabic", Of: "first", Kind: dateline.MatchTranslation},
		}))
	})
	if err != nil {
		t.Fatal(err)
	}
	return desk.New(desk.Config{Store: store})
}

func TestShared(t *testing.T) {
	d, ctx := sharing(t), context.Background()
	for id, want := range map[dateline.ItemID]struct {
		other dateline.ItemID
		made  bool
	}{"first": {"again", true}, "again": {"first", false}} {
		got, err := d.Shared(ctx, id)
		if err != nil || len(got) != 1 || got[0].Item.ID != want.other || got[0].Made() != want.made || got[0].Source.Name != "Port" {
			t.Fatalf("%s shares %+v, %v", id, got, err)
		}
		if text := strings.Join(got[0].Passages, "|"); !strings.Contains(dispatch, text) || len(text) < len(dispatch)*9/10 {
			t.Errorf("%s: passages %q", id, text)
		}
	}
	if got, err := d.Shared(ctx, "alone"); err != nil || len(got) != 0 {
		t.Errorf("what stands alone shares %+v, %v", got, err)
	}
	if _, err := d.Shared(ctx, "none"); !errors.Is(err, dateline.ErrNotFound) {
		t.Errorf("of no item: %v", err)
	}
	counts, err := d.SharedWith(ctx, []dateline.ItemID{"first", "again", "alone", "arabic"})
	if err != nil || counts["first"] != 1 || counts["again"] != 1 || counts["alone"] != 0 || counts["arabic"] != 0 {
		t.Errorf("counts %v, %v", counts, err)
	}
}
