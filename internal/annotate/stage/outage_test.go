package stage_test

import (
	"context"
	"reflect"
	"testing"

	"dateline"
	"dateline/internal/annotate/stage"
	"dateline/internal/store/mem"
	"dateline/internal/store/storetest"
)

// TestOutage: a step whose store fails says so, leaves no statement of it, and the
// next one marks all of them.
func TestOutage(t *testing.T) {
	want := mem.New()
	keep(t, want, english("a"), arabic("b"), brief("c"))
	follow(t, want, 10)
	ids := []dateline.ItemID{english("a").ID, arabic("b").ID, brief("c").ID}
	storetest.Outage(t, func(ctx context.Context) error {
		s := mem.New()
		keep(t, s, english("a"), arabic("b"), brief("c"))
		entries := log(t, s)
		err := s.Update(ctx, func(tx dateline.Tx) error { return (stage.Statements{}).Step(ctx, tx, entries) })
		if n := len(statements(t, s, ids...)); err != nil && n > 0 {
			t.Errorf("after %v %d items have statements", err, n)
		}
		follow(t, s, 10)
		if got := statements(t, s, ids...); !reflect.DeepEqual(got, statements(t, want, ids...)) {
			t.Errorf("after %v: %+v", err, got)
		}
		return err
	})
}
