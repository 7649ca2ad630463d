package desk

import (
	"context"
	"testing"

	"dateline"
)

// What two items share stands on the desk's page of either, folded away, and
// nowhere without the desk's session.
func TestSharedPassages(t *testing.T) {
	v := newVisitor(t)
	v.keeps("Ferries from Monday", "The ferry to the outer islands will sail twice a day from Monday, the port authority said on Sunday evening.", 0)
	ctx := context.Background()
	again := dateline.Item{
		ID: "bbbbbbbbbbbbb", Source: "port", GUID: "2", Headline: "Islands", Language: "en", Direction: dateline.LeftToRight,
		Body:     []dateline.Block{{Kind: dateline.Paragraph, Text: "We hear: the ferry to the outer islands will sail twice a day from Monday, the port authority said on Sunday evening."}},
		Received: v.now, PubStatus: dateline.Usable,
	}
	err := v.store.Update(ctx, func(tx dateline.Tx) error {
		if _, err := tx.Keep(ctx, []dateline.Kept{{Item: again}}); err != nil {
			return err
		}
		m := dateline.Match{Item: again.ID, Of: "aaaaaaaaaaaaa", Kind: dateline.MatchDuplicate}
		return tx.PutMatches(ctx, []dateline.ItemID{again.ID}, []dateline.Match{m})
	})
	if err != nil {
		t.Fatal(err)
	}
	v.settles()
	v.says("/desk/item/aaaaaaaaaaaaa", false, "twice a day")
	v.enter()
	v.says("/desk?lang=en", true, "text shared with 1 item", "/desk/item/aaaaaaaaaaaaa?lang=en#shared")
	v.says("/desk/item/aaaaaaaaaaaaa?lang=en", true, "made from this item: copy", "Islands", `<details class="passages">`, "ferry to the outer islands")
	v.says("/desk/item/bbbbbbbbbbbbb?lang=ar", true, "أُخذ عنه هذا الخبر", "المقاطع المشتركة", `<p lang="en" dir="ltr">`)
}
