package postgres_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"dateline"
	"dateline/internal/store/mem"
	"dateline/internal/store/sqlite"
	"dateline/internal/store/storetest"
)

// TestSame demands that the three stores answer the same searches with the same
// items in the same order.
func TestSame(t *testing.T) {
	lite, err := sqlite.Open(t.Context(), sqlite.Config{Path: filepath.Join(t.TempDir(), "dateline.db")})
	if err != nil {
		t.Fatal(err)
	}
	defer lite.Close()
	stores := []dateline.Store{mem.New(), lite, open(t, server.Database(t))}
	storetest.Same(t, stores)
}

// TestSameHistory demands that the three stores tell the same of everything after
// whatever happens to them.
func TestSameHistory(t *testing.T) {
	for seed := range uint64(3) {
		lite, err := sqlite.Open(t.Context(), sqlite.Config{Path: filepath.Join(t.TempDir(), "dateline.db")})
		if err != nil {
			t.Fatal(err)
		}
		storetest.SameHistory(t, []dateline.Store{mem.New(), lite, open(t, server.Database(t))}, seed)
		if err := lite.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestTwoNodes demands that a second node on one database sees what the first
// one keeps, and that their log has no holes.
func TestTwoNodes(t *testing.T) {
	url := server.Database(t)
	one, two := open(t, url), open(t, url)
	const each = 30
	done := make(chan error, 2)
	for i, s := range []dateline.Store{one, two} {
		go func() {
			var err error
			for n := 0; n < each && err == nil; n++ {
				err = s.Update(t.Context(), func(tx dateline.Tx) error {
					return tx.Append(t.Context(), dateline.Entry{Kind: dateline.EntryFiled, Note: fmt.Sprint(i)})
				})
			}
			done <- err
		}()
	}
	var cursor int64
	for cursor < 2*each {
		err := two.View(t.Context(), func(tx dateline.Tx) error {
			entries, err := tx.Entries(t.Context(), cursor, 100)
			for _, e := range entries {
				if e.Seq != cursor+1 {
					return fmt.Errorf("entry %d came after %d", e.Seq, cursor)
				}
				cursor = e.Seq
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}
