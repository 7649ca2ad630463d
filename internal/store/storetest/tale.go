package storetest

import (
	"context"
	"errors"
	"strings"

	"dateline"
)

// tale is all that a store tells of the world of a history, one group a line.
func tale(ctx context.Context, s dateline.Store) (string, error) {
	var b strings.Builder
	err := s.View(ctx, func(tx dateline.Tx) error {
		var errs []error
		tell := func(what string, v any, err error) {
			errs = append(errs, err)
			b.WriteString(what + " " + encoded(v) + "\n")
		}
		tellItems(ctx, tx, tell)
		tellFilings(ctx, tx, tell)
		tellStories(ctx, tx, tell)
		tellPersons(ctx, tx, tell)
		entries, err := tx.Entries(ctx, 0, 1<<20)
		tell("entries", entries, err)
		sources, err := tx.Sources(ctx)
		tell("sources", sources, err)
		return errors.Join(errs...)
	})
	return b.String(), err
}

// noting takes down what a store said.
type noting = func(what string, v any, err error)

// tellItems tells of items whatever can be asked, by words and as of today; erased ones
// among them.
func tellItems(ctx context.Context, tx dateline.Tx, tell noting) {
	ids := world()
	items, err := tx.Items(ctx, ids)
	tell("items", items, err)
	heads, err := tx.VersionHeads(ctx, ids)
	tell("versions", heads, err)
	digests, err := tx.Digests(ctx, ids)
	tell("digests", digests, err)
	var urls []string
	for i := range worldItems {
		urls = append(urls, "https://marsa.example/"+name(i))
	}
	naming, err := tx.Naming(ctx, urls)
	tell("naming", naming, err)
	for _, q := range []dateline.Find{{}, {Public: true, Now: minute(4)}, {Clauses: all("ships")}, {Clauses: all("b"), Not: phrase("came c")}} {
		found, err := tx.Find(ctx, q)
		tell("found", found, err)
	}
	counts, n, err := tx.WordStats(ctx, []string{"ships", "b"})
	tell("counts", []any{counts, n}, err)
	decisions, err := tx.DecisionsOn(ctx, ids)
	tell("decisions", decisions, err)
	looks, err := tx.LooksOf(ctx, ids)
	tell("looks", looks, err)
	edits, err := tx.Edits(ctx, dateline.EditQuery{})
	tell("edits", edits, err)
	said, err := tx.StatementsOf(ctx, ids)
	tell("statements", said, err)
}

// world is all items of a history, the unknown and the erased included.
func world() (ids []dateline.ItemID) {
	for i := range worldItems {
		ids = append(ids, id(name(i)))
	}
	return ids
}

// tellFilings asks for every order of lists, and for filters together that the checks ask
// for alone.
func tellFilings(ctx context.Context, tx dateline.Tx, tell noting) {
	for _, q := range []dateline.FilingQuery{
		{}, {Language: "ar"}, {NotIn: []string{"en"}}, {ByRelease: true}, {ByNotice: true}, {Out: minute(4), Limit: 3},
		{Urgency: 4, Statuses: []dateline.PubStatus{dateline.Usable, dateline.Canceled}}, {Source: "marsa", Since: minute(2)},
	} {
		filings, err := tx.Filings(ctx, q)
		tell("filings", filings, err)
		n, err := tx.CountFilings(ctx, q)
		tell("counted", n, err)
	}
	ended, err := tx.Embargoed(ctx, minute(2), minute(6))
	tell("embargoed", ended, err)
}

// tellStories tells matches from both sides, families and stories, merged ones included.
func tellStories(ctx context.Context, tx dateline.Tx, tell noting) {
	ids := world()
	of, err := tx.MatchesOf(ctx, ids)
	tell("matches of", of, err)
	to, err := tx.MatchesTo(ctx, ids)
	tell("matches to", to, err)
	families, err := tx.FamiliesOf(ctx, ids)
	tell("families", families, err)
	by, err := tx.ToldBy(ctx, ids)
	tell("told by", by, err)
	var stories []dateline.StoryID
	for i := range worldNames {
		stories = append(stories, dateline.StoryID("story"+string(rune('0'+i))+"aaaaaaa"))
	}
	known, err := tx.StoriesByID(ctx, stories)
	tell("stories", known, err)
	for _, id := range stories {
		told, err := tx.StoryItems(ctx, id, dateline.Place{}, 0)
		tell("tellers", told, err)
	}
	for _, q := range []dateline.StoryQuery{{}, {Language: "ar"}, {Since: minute(5), Limit: 2}} {
		list, err := tx.Stories(ctx, q)
		tell("listed", list, err)
	}
}

// tellPersons tells persons as pages ask for them: by item, by id, by key and in lists.
func tellPersons(ctx context.Context, tx dateline.Tx, tell noting) {
	var ids []dateline.PersonID
	for i := range worldNames {
		ids = append(ids, dateline.PersonID("person"+string(rune('0'+i))+"aaaaaa"))
	}
	in, err := tx.SpokenIn(ctx, world())
	tell("spoken in", in, err)
	known, err := tx.PersonsByID(ctx, ids)
	tell("persons", known, err)
	for _, id := range ids {
		for _, q := range []dateline.SpokenQuery{{Person: id}, {Person: id, Public: true, Source: "port", Limit: 2}} {
			said, err := tx.Spoken(ctx, q)
			tell("spoken", said, err)
		}
	}
	for _, q := range []dateline.PersonQuery{{}, {ByLast: true, NoPrivate: true}, {Language: "en", Confirmed: true}} {
		list, err := tx.Persons(ctx, q)
		tell("listed", list, err)
	}
	named, err := tx.PersonsNamed(ctx, []string{"family nawfal", "name p", "nobody"})
	tell("named", named, err)
	on, err := tx.OrdersOn(ctx, ids)
	tell("orders", on, err)
}
