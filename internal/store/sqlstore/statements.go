package sqlstore

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/klauspost/compress/s2"

	"dateline"
)

// PutStatements writes the statements of versions, compressed: a report of 3 KB
// with twenty has 7 KB of them, and 1.5 KB compressed. Rows go one by one only where
// a version has lost all its statements, which is rare.
func (t *Tx) PutStatements(ctx context.Context, marked ...dateline.Marked) error {
	rows := make([][]any, 0, len(marked))
	for i := range marked {
		m := &marked[i]
		if len(m.Statements) == 0 {
			if _, err := t.Exec(ctx, "delete from statements where item = $1 and version = $2", string(m.Item), m.Version); err != nil {
				return err
			}
			continue
		}
		doc, err := json.Marshal(m.Statements)
		if err != nil {
			return fmt.Errorf("encode the statements of %s: %w", m.Item, err)
		}
		doc = s2.Encode(nil, doc)
		// By its bytes: whoever reads these very ones was given this very list.
		t.lately.note(doc, m.Statements)
		rows = append(rows, []any{string(m.Item), m.Version, m.Program, doc})
	}
	return t.Insert(ctx, Insert{
		Into: "statements (item, version, program, doc)", Columns: 4,
		Tail: "on conflict (item, version) do update set program = excluded.program, doc = excluded.doc",
	}, rows)
}

// StatementsOf returns the statements of all versions of items.
func (t *Tx) StatementsOf(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Marked, error) {
	of := map[dateline.ItemID][]dateline.Marked{}
	if len(ids) == 0 {
		return of, nil
	}
	type row struct {
		dateline.Marked
		doc []byte
	}
	rows, err := collect(ctx, t, t.askIn("select item, version, program, doc from statements where %s order by item, version", "item", ids),
		func(r *row) []any { return []any{&r.Item, &r.Version, &r.Program, &r.doc} })
	if err != nil {
		return nil, err
	}
	for i := range rows {
		r := &rows[i]
		if r.Statements, err = t.statements(r.doc); err != nil {
			return nil, fmt.Errorf("decode the statements of %s: %w", r.Item, err)
		}
		of[r.Item] = append(of[r.Item], r.Marked)
	}
	return of, nil
}

// statements decodes a document, unless it was written a moment ago: see lately.
func (t *Tx) statements(doc []byte) (list []dateline.Statement, err error) {
	if list, ok := t.lately.take(doc); ok {
		return list, nil
	}
	plain, err := s2.Decode(nil, doc)
	if err == nil {
		err = unmarshal(plain, &list)
	}
	return list, err
}
