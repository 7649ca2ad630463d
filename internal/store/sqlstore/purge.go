package sqlstore

import (
	"context"
	"errors"
	"fmt"

	"dateline"
)

// Purge overwrites the words of what was erased, on both shelves.
func (s *Store) Purge(ctx context.Context) error {
	for _, on := range []Shelf{Current, Past} {
		more := true
		for first := true; more; first = false {
			// One update for each part, so that intake and desk write in between.
			err := s.Update(ctx, func(tx dateline.Tx) error {
				t, ok := tx.(*Tx)
				if !ok {
					return errors.New("purge: no transaction of this store")
				}
				return t.shredding(ctx, func() (err error) {
					more, err = s.dialect.Search.Purge(ctx, t, on, first)
					return err
				})
			})
			if err != nil {
				return fmt.Errorf("purge the words of %s: %w", on, err)
			}
		}
	}
	return nil
}

// shredding has what f deletes overwritten, where that is a setting. Such a
// setting acts when it is prepared, so it must not be remembered.
func (t *Tx) shredding(ctx context.Context, f func() error) (err error) {
	if t.dialect.Shred == "" {
		return f()
	}
	if _, err := t.conn.ExecContext(ctx, t.dialect.Shred); err != nil {
		return err
	}
	// Set back also when f failed or nobody waits any more: the next one to write on this
	// connection would otherwise pay for overwriting.
	defer func() {
		_, failed := t.conn.ExecContext(context.WithoutCancel(ctx), t.dialect.Unshred)
		err = errors.Join(err, failed)
	}()
	return f()
}
