// Package stage marks who said what in every kept version, from its stored text,
// by following the log. What it derives is a function of the version alone, so
// its cursor may be set back to any place, and it needs no memory.
package stage

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strconv"

	"dateline"
	"dateline/internal/annotate"
)

// Statements is the newsroom's stage that marks statements.
type Statements struct{}

// Name is the name of the stage's cursor. The version of the rules is a part of
// it, so that newer rules begin at the beginning of the log by themselves.
func (Statements) Name() string { return fmt.Sprint("statements ", annotate.Program) }

// Step marks the versions that entries bring.
func (Statements) Step(ctx context.Context, tx dateline.Tx, entries []dateline.Entry) (err error) {
	defer dateline.Wrap(&err, "mark statements")
	brought, ids := versions(entries)
	if len(ids) == 0 {
		return nil
	}
	texts, err := read(ctx, tx, brought, ids)
	if err != nil {
		return err
	}
	// What was marked before tells whether anything is new: newer rules that find the same
	// write a new number of the program and tell nobody.
	before, err := tx.StatementsOf(ctx, ids)
	if err != nil {
		return err
	}
	var rows []dateline.Marked
	var log []dateline.Entry
	for i := range brought {
		e := &brought[i]
		item, ok := texts[version{e.Item, e.Version}]
		if !ok {
			continue // erased meanwhile
		}
		m := dateline.Marked{Item: e.Item, Version: e.Version, Program: annotate.Program, Statements: Mark(item)}
		old, had := of(before[e.Item], e.Version)
		same := reflect.DeepEqual(old.Statements, m.Statements)
		if same && (!had || old.Program == m.Program) {
			continue
		}
		rows = append(rows, m)
		if !same {
			log = append(log, dateline.Entry{
				Time: e.Time, Kind: dateline.EntryMarked, Item: e.Item, Version: e.Version, Source: e.Source,
				Note: strconv.Itoa(len(m.Statements)),
			})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	if err := tx.PutStatements(ctx, rows...); err != nil {
		return err
	}
	return tx.Append(ctx, log...)
}

// A version names one text: statements are marked in each version of an item.
type version struct {
	item   dateline.ItemID
	number int
}

// versions are the entries that bring versions of items, and the items.
func versions(entries []dateline.Entry) (brought []dateline.Entry, ids []dateline.ItemID) {
	seen := map[dateline.ItemID]bool{}
	for _, e := range entries {
		if e.Kind != dateline.EntryKept && e.Kind != dateline.EntryVersion {
			continue
		}
		brought = append(brought, e)
		if !seen[e.Item] {
			seen[e.Item] = true
			ids = append(ids, e.Item)
		}
	}
	return brought, ids
}

// read reads the versions that were brought. Nearly always they are current.
func read(ctx context.Context, tx dateline.Items, brought []dateline.Entry, ids []dateline.ItemID) (map[version]*dateline.Item, error) {
	items, err := tx.Items(ctx, ids)
	if err != nil {
		return nil, err
	}
	texts := make(map[version]*dateline.Item, len(items))
	for i := range items {
		texts[version{items[i].ID, items[i].Version}] = &items[i]
	}
	for _, e := range brought {
		// Replaying the log meets old versions, of which the store lists all at once.
		if texts[version{e.Item, e.Version}] != nil {
			continue
		}
		older, err := tx.Versions(ctx, e.Item)
		// Erased since it was kept: there is nothing to mark.
		if errors.Is(err, dateline.ErrGone) || errors.Is(err, dateline.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		for i := range older {
			texts[version{e.Item, older[i].Version}] = &older[i]
		}
	}
	return texts, nil
}

// of is what was marked in a version.
func of(list []dateline.Marked, number int) (dateline.Marked, bool) {
	for _, m := range list {
		if m.Version == number {
			return m, true
		}
	}
	return dateline.Marked{}, false
}
