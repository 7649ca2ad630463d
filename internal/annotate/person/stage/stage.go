// Package stage finds which person made each statement, by following the log
// behind the stage that marks them, and obeys what the desk orders about persons
// at its place in the log.
//
// Who may be meant is looked up in the store, by keys of names, once for a batch.
// What it derives is a function of the statements, the orders and their order in
// the log. The orders that it has not come to yet are all that it remembers.
package stage

import (
	"context"
	"fmt"
	"log/slog"

	"dateline"
	"dateline/internal/annotate/person"
)

// Persons is the newsroom's stage that finds who spoke.
type Persons struct {
	judge *person.Judge
	ahead ahead
	// Log is told of orders that found nobody; nil for nobody to tell.
	Log *slog.Logger
}

// New returns the stage. It fails when a table of the program was spoilt.
func New() (*Persons, error) {
	judge, err := person.New()
	return &Persons{judge: judge}, err
}

// Name is the name of the stage's cursor. The version of the rules is a part of
// it, so that newer rules begin at the beginning of the log by themselves.
func (*Persons) Name() string { return fmt.Sprint("persons ", person.Program) }

// derived names how far the stage has come, which it keeps when its cursor is set
// back: to any place but the beginning that changes nothing, since who is known
// later says nothing of who was known then.
func (p *Persons) derived() string { return p.Name() + " derived" }

// Step finds who spoke in the versions that entries tell of, and obeys orders.
func (p *Persons) Step(ctx context.Context, tx dateline.Tx, entries []dateline.Entry) (err error) {
	defer dateline.Wrap(&err, "find persons")
	done, err := tx.Cursor(ctx, p.derived())
	if err != nil {
		return err
	}
	// The cursor was set back to the beginning of the log: everything is derived anew.
	if entries[0].Seq == 1 {
		if err := tx.ClearPersons(ctx); err != nil {
			return err
		}
		done = 0
	}
	if err := p.ahead.look(ctx, tx, done); err != nil {
		return err
	}
	last := entries[len(entries)-1].Seq
	// What was derived before the cursor was set back is passed over.
	for len(entries) > 0 && entries[0].Seq <= done {
		entries = entries[1:]
	}
	if err := p.take(ctx, tx, entries); err != nil {
		return err
	}
	// Never back: see derived.
	return tx.SetCursor(ctx, p.derived(), max(done, last))
}

// take derives from entries in order. Items that nobody is known to speak in yet
// are taken together; all else alone, since it may take something away from the
// sums of persons, which only the store can make anew.
func (p *Persons) take(ctx context.Context, tx dateline.Tx, entries []dateline.Entry) error {
	heard, err := hear(ctx, tx, entries)
	if err != nil {
		return err
	}
	var fresh []utterance
	flush := func() error {
		list := fresh
		fresh = nil
		return p.derive(ctx, tx, list)
	}
	taken := map[dateline.ItemID]bool{}
	for i := range entries {
		e := &entries[i]
		switch {
		// An order is about the persons of its place in the log, so all before it comes first.
		case e.Kind == dateline.EntryOrdered:
			if err := flush(); err != nil {
				return err
			}
			if err := p.obey(ctx, tx, e); err != nil {
				return err
			}
			continue
		case e.Kind != dateline.EntryMarked:
			continue
		}
		u, ok := heard.of(e)
		if !ok {
			continue
		}
		if again := taken[e.Item] || len(heard.spoken[e.Item]) > 0; !again {
			taken[e.Item] = true
			fresh = append(fresh, u)
			continue
		}
		if err := flush(); err != nil {
			return err
		}
		if err := p.again(ctx, tx, u); err != nil {
			return err
		}
	}
	return flush()
}

// again derives from an item that somebody is known to speak in.
func (p *Persons) again(ctx context.Context, tx dateline.Tx, u utterance) error {
	in, err := tx.SpokenIn(ctx, []dateline.ItemID{u.entry.Item})
	if err != nil {
		return err
	}
	u.before = in[u.entry.Item]
	u.reachBack()
	if err := u.findBegun(ctx, tx); err != nil {
		return err
	}
	return p.derive(ctx, tx, []utterance{u})
}
