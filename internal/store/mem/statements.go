package mem

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"dateline"
)

// marked is the statements of items, their versions in order.
type marked struct {
	statements map[dateline.ItemID][]dateline.Marked
}

func newMarked() marked { return marked{map[dateline.ItemID][]dateline.Marked{}} }

func (m marked) copy() marked { return marked{maps.Clone(m.statements)} }

// PutStatements writes the statements of versions.
func (t *tx) PutStatements(ctx context.Context, list ...dateline.Marked) error {
	if err := t.writing(ctx); err != nil {
		return err
	}
	for _, m := range list {
		versions := slices.DeleteFunc(slices.Clone(t.statements[m.Item]), func(o dateline.Marked) bool { return o.Version == m.Version })
		// As on disk, where a version without statements has no row.
		if len(m.Statements) > 0 {
			versions = append(versions, clone(m))
		}
		slices.SortFunc(versions, func(a, b dateline.Marked) int { return cmp.Compare(a.Version, b.Version) })
		t.statements[m.Item] = versions
	}
	return nil
}

// StatementsOf returns the statements of all versions of items.
func (t *tx) StatementsOf(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Marked, error) {
	if err := t.reading(ctx); err != nil {
		return nil, err
	}
	of := map[dateline.ItemID][]dateline.Marked{}
	for _, id := range ids {
		for _, m := range t.statements[id] {
			of[id] = append(of[id], clone(m))
		}
	}
	return of, nil
}
