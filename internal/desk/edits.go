package desk

import (
	"context"
	"errors"
	"slices"

	"dateline"
	"dateline/internal/diff"
)

// Edits is the newsroom's stage that tells what kind of edit a new version is,
// flags the copies of what was killed or taken away, and lets the rule of a source
// decide on items whose page is away. What
// happened to the page itself the intake records. It may be run again: an edit
// is recorded once, and a rule decides once on each.
type Edits struct{}

// Name is the name of the stage's cursor.
func (Edits) Name() string { return "edits" }

// Step records the edits that entries bring.
func (Edits) Step(ctx context.Context, tx dateline.Tx, entries []dateline.Entry) (err error) {
	defer dateline.Wrap(&err, "edits")
	var edits []dateline.Edit
	var away []dateline.Entry
	for _, e := range entries {
		switch {
		case e.Kind == dateline.EntryVersion && e.Source != dateline.OwnSource:
			found, err := editsIn(ctx, tx, e)
			if err != nil {
				return err
			}
			edits = append(edits, found...)
		case e.Kind == dateline.EntryEdited && isOfPage(dateline.EditKind(e.Note)):
			away = append(away, e)
		}
	}
	if err := tx.PutEdits(ctx, edits...); err != nil {
		return err
	}
	// After the edits of this batch are recorded, for a copy in it may be of an item in it.
	if err := carry(ctx, tx, entries); err != nil {
		return err
	}
	return followLost(ctx, tx, away)
}

// editsIn compares the version of an entry with the one before it.
func editsIn(ctx context.Context, tx dateline.Items, e dateline.Entry) (out []dateline.Edit, err error) {
	versions, err := tx.Versions(ctx, e.Item)
	if errors.Is(err, dateline.ErrGone) { // erased since
		return nil, nil
	}
	if err != nil || e.Version < 2 || e.Version > len(versions) {
		return nil, err
	}
	// Versions are numbered from 1 without gaps.
	for _, kind := range diff.Kinds(&versions[e.Version-2], &versions[e.Version-1]) {
		out = append(out, dateline.Edit{Item: e.Item, Version: e.Version, Source: e.Source, Kind: kind, Time: e.Time})
	}
	return out, nil
}

// isOfPage reports whether a kind is about the page and not about the copy: what
// a source orders in its copy the desk's rules obey anyway.
func isOfPage(k dateline.EditKind) bool {
	return k == dateline.EditMissing || k == dateline.EditGone || k == dateline.EditRestored
}

// reasonLost is why a rule held or withdrew an item whose page is away.
const reasonLost = "its page is gone at the source"

// followLost decides by the rules of sources on items whose pages went or came
// back. The zero rule leaves it to people.
func followLost(ctx context.Context, tx dateline.Tx, entries []dateline.Entry) error {
	rules := map[dateline.SourceID]dateline.Rule{}
	for _, e := range entries {
		rule, err := lostRule(ctx, tx, rules, e.Source)
		if err != nil {
			return err
		}
		if rule == "" || rule == dateline.RuleRelease {
			continue
		}
		ids := []dateline.ItemID{e.Item}
		// Asked of the record and not of the entry, which does not say of whom an edit tells.
		own, err := happened(ctx, tx, e)
		if err != nil {
			return err
		}
		earlier, err := tx.DecisionsOn(ctx, ids)
		if err != nil {
			return err
		}
		d := decideLost(e, earlier[e.Item], rule)
		if !own || d.Kind == "" {
			continue
		}
		if _, err := tx.Decide(ctx, d); err != nil && !errors.Is(err, dateline.ErrGone) {
			return err
		}
	}
	return nil
}

// happened reports whether it happened to the item itself, and not to one that
// it is a copy of.
func happened(ctx context.Context, tx dateline.Edits, e dateline.Entry) (bool, error) {
	on, err := tx.EditsOn(ctx, []dateline.ItemID{e.Item})
	return slices.ContainsFunc(on[e.Item], func(x dateline.Edit) bool { return x.Seq == e.Seq && x.Of == "" }), err
}

// decideLost is the decision that a rule makes on an item, its Kind "" when none.
// It takes off the wire only what is on it, and puts back only what it took off.
func decideLost(e dateline.Entry, earlier []dateline.Decision, rule dateline.Rule) dateline.Decision {
	d := dateline.Decision{Item: e.Item, By: dateline.ByRule, Time: e.Time, Reason: reasonLost}
	var last dateline.Decision
	for _, x := range earlier {
		switch x.Kind {
		// What decides whether it is out. A correction of the item says nothing of that.
		case dateline.Release, dateline.Hold, dateline.Spike, dateline.Withdraw, dateline.Kill:
			last = x
		}
	}
	lost := dateline.EditKind(e.Note).Lost()
	switch {
	case !last.Time.Before(e.Time): // decided since, or this is an old entry again
	case lost && last.Kind == dateline.Release && rule == dateline.RuleKill:
		d.Kind = dateline.Withdraw
	case lost && last.Kind == dateline.Release:
		d.Kind = dateline.Hold
	// By the reason, for the source's other rule may hold items too, and those stay held.
	case !lost && last.By == dateline.ByRule && last.Reason == reasonLost:
		d.Kind, d.Reason = dateline.Release, "its page is back at the source"
	}
	return d
}

// lostRule is that of a source, read once a batch; "" of one that was removed, which leaves
// its items to people.
func lostRule(ctx context.Context, tx dateline.Sources, known map[dateline.SourceID]dateline.Rule, id dateline.SourceID) (dateline.Rule, error) {
	if rule, ok := known[id]; ok {
		return rule, nil
	}
	s, err := tx.Source(ctx, id)
	if err != nil && !errors.Is(err, dateline.ErrNotFound) {
		return "", err
	}
	known[id] = s.Lost
	return s.Lost, nil
}

// An Edited is an edit with the item it happened to, as the desk sees them.
type Edited struct {
	Edit dateline.Edit
	Line
	Of dateline.Item // head of the item that this one is a copy of, when it happened to that one
}

// lostLooked is how many of the newest losses are looked through for open ones.
const lostLooked = 200

// Lost returns the items that their source has taken away, the newest loss first,
// until a person decides on them or they are back.
func (d *Desk) Lost(ctx context.Context) (open []Edited, err error) {
	defer dateline.Wrap(&err, "lost items")
	return d.edited(ctx, dateline.EditQuery{
		Kinds: []dateline.EditKind{dateline.EditKill, dateline.EditMissing, dateline.EditGone}, Limit: lostLooked,
	}, true)
}

// Edited returns the newest edits.
func (d *Desk) Edited(ctx context.Context, limit int) (edits []Edited, err error) {
	defer dateline.Wrap(&err, "edits")
	return d.edited(ctx, dateline.EditQuery{Limit: limit}, false)
}

// edited reads edits with their items; with open only those that wait for a
// person.
func (d *Desk) edited(ctx context.Context, q dateline.EditQuery, open bool) (out []Edited, err error) {
	err = d.cfg.Store.View(ctx, func(tx dateline.Tx) error {
		edits, err := tx.Edits(ctx, q)
		if err == nil && open {
			edits, err = waiting(ctx, tx, edits)
		}
		if err != nil {
			return err
		}
		out, err = withLines(ctx, tx, edits)
		return err
	})
	return out, err
}

// waiting keeps, of each item, the newest loss that is not over: nothing brought
// it back, no person has decided since, and it is not withdrawn anyway.
func waiting(ctx context.Context, tx dateline.Tx, losses []dateline.Edit) (out []dateline.Edit, err error) {
	ids := itemsOf(losses)
	edits, err := tx.EditsOn(ctx, ids)
	if err != nil {
		return nil, err
	}
	decisions, err := tx.DecisionsOn(ctx, ids)
	if err != nil {
		return nil, err
	}
	filings, err := tx.FilingsOf(ctx, ids)
	seen := map[dateline.ItemID]bool{}
	for _, e := range losses {
		over := seen[e.Item] || filings[e.Item].Status == dateline.Canceled
		for _, x := range edits[e.Item] {
			over = over || x.Kind == dateline.EditRestored && x.Of == e.Of && x.Seq > e.Seq
		}
		for _, x := range decisions[e.Item] {
			over = over || x.By != dateline.ByRule && x.By != dateline.BySource && x.Seq > e.Seq
		}
		// Only one that waits hides the older ones: when an origin is back, the item's own
		// page may still be away.
		if !over {
			seen[e.Item] = true
			out = append(out, e)
		}
	}
	return out, err
}

// itemsOf has an item as often as it has edits.
func itemsOf(edits []dateline.Edit) (ids []dateline.ItemID) {
	for _, e := range edits {
		ids = append(ids, e.Item)
	}
	return ids
}

// withLines adds items, filings and sources. Edits of items that were erased are
// left out.
func withLines(ctx context.Context, tx dateline.Tx, edits []dateline.Edit) (out []Edited, err error) {
	ids := itemsOf(edits)
	for _, e := range edits {
		if e.Of != "" {
			ids = append(ids, e.Of)
		}
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	heads, err := headed(ctx, tx, ids)
	if err != nil {
		return nil, err
	}
	filings, err := tx.FilingsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	sources, err := sourcesByID(ctx, tx)
	byID := map[dateline.ItemID]dateline.Item{}
	for _, h := range heads {
		byID[h.ID] = h
	}
	for _, e := range edits {
		if h, ok := byID[e.Item]; ok {
			out = append(out, Edited{Edit: e, Line: Line{Item: h, Filing: filings[h.ID], Source: sources[h.Source]}, Of: byID[e.Of]})
		}
	}
	return out, err
}

// A History is an item with all that became of it.
type History struct {
	Line
	Versions  []dateline.Item     // oldest first
	Edits     []Edited            // likewise; of a copy also what happened to its origins
	Decisions []dateline.Decision // likewise
}

// History returns the history of an item, with the errors of Items.Item.
func (d *Desk) History(ctx context.Context, id dateline.ItemID) (out History, err error) {
	defer dateline.Wrap(&err, "history of %s", id)
	err = d.cfg.Store.View(ctx, func(tx dateline.Tx) error {
		var err error
		if out.Versions, err = tx.Versions(ctx, id); err != nil {
			return err
		}
		ids := []dateline.ItemID{id}
		edits, err := tx.EditsOn(ctx, ids)
		if err != nil {
			return err
		}
		filings, err := tx.FilingsOf(ctx, ids)
		if err != nil {
			return err
		}
		decisions, err := tx.DecisionsOn(ctx, ids)
		if err != nil {
			return err
		}
		out.Decisions = decisions[id]
		out.Item, out.Filing = out.Versions[len(out.Versions)-1], filings[id]
		if out.Edits, err = withLines(ctx, tx, edits[id]); err != nil {
			return err
		}
		out.Source, err = tx.Source(ctx, out.Item.Source)
		if errors.Is(err, dateline.ErrNotFound) {
			return nil
		}
		return err
	})
	return out, err
}
