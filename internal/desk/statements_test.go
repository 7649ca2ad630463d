package desk_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"dateline"
	"dateline/internal/annotate/stage"
	"dateline/internal/desk"
	"dateline/internal/store/mem"
)

// TestStatements shows the desk what the public does not see, of the current
// version alone.
func TestStatements(t *testing.T) {
	ctx, store := context.Background(), mem.New()
	d := desk.New(desk.Config{Store: store, Now: time.Now})
	item := dateline.Item{ID: dateline.NewItemID("marsa", "a"), Source: "marsa", GUID: "a", Language: "en", Headline: "Gates"}
	for _, text := range []string{"A farmer denied that the fields were dry.", "Officials said that the gates would close. “No,” Salma Nawfal said."} {
		item.Body = []dateline.Block{{Kind: dateline.Paragraph, Text: text}}
		err := store.Update(ctx, func(tx dateline.Tx) error {
			if _, err := tx.Keep(ctx, []dateline.Kept{{Item: item}}); err != nil {
				return err
			}
			entries, err := tx.Entries(ctx, 0, 10)
			if err != nil {
				return err
			}
			return stage.Statements{}.Step(ctx, tx, entries)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	got, err := d.Statements(ctx, item.ID)
	if err != nil || len(got) != 2 {
		t.Fatalf("statements are %+v, %v", got, err)
	}
	if got[0].Words != "that the gates would close" && got[0].Words != "the gates would close" || got[0].Public || got[0].Speaker != "Officials" {
		t.Errorf("the first is %+v", got[0])
	}
	if got[1].Whole != "“No,” Salma Nawfal said." || got[1].Words != "“No,”" && got[1].Words != "“No”" {
		t.Errorf("the second is %+v", got[1])
	}
	if _, err := d.Statements(ctx, "nobody"); !errors.Is(err, dateline.ErrNotFound) {
		t.Errorf("of an item that is none: %v", err)
	}
}
