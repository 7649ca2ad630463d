package wire

import (
	"context"
	"reflect"
	"slices"
	"time"

	"dateline"
	"dateline/internal/lang"
)

// Stage is the newsroom's stage that derives filings. Its cursor may be set
// back to any place: the filings come out the same.
type Stage struct{}

// Name is the name of the stage's cursor.
func (Stage) Name() string { return "wire" }

// Step brings the filings of the items in entries up to date.
func (Stage) Step(ctx context.Context, tx dateline.Tx, entries []dateline.Entry) (err error) {
	defer dateline.Wrap(&err, "wire")
	// Nothing of what this stage itself writes (EntryFiled) is among them.
	ids, at := touched(entries)
	if len(ids) == 0 {
		return nil
	}
	old, err := tx.FilingsOf(ctx, ids)
	if err != nil {
		return err
	}
	decisions, err := tx.DecisionsOn(ctx, ids)
	if err != nil {
		return err
	}
	// Each new item brings two entries, its own and the rule's decision; without this it
	// would be worked out twice.
	fresh := refiled(entries)
	ids = slices.DeleteFunc(ids, func(id dateline.ItemID) bool {
		return !fresh[id] && len(decisions[id]) == old[id].Decisions
	})
	heads, err := tx.Heads(ctx, ids)
	if err != nil {
		return err
	}
	urls := make([]string, len(heads))
	for i := range heads {
		urls[i] = heads[i].URL
	}
	naming, err := tx.Naming(ctx, urls)
	if err != nil {
		return err
	}
	f := filer{ctx: ctx, tx: tx, old: old, new: map[dateline.ItemID]dateline.Filing{}, versions: map[dateline.ItemID][]dateline.Item{}, naming: naming}
	for i := range heads {
		if err := f.file(&heads[i], decisions[heads[i].ID]); err != nil {
			return err
		}
	}
	// Behind all of them: an item may name one that came in the same batch after it.
	for i := range heads {
		if err := f.counterparts(&heads[i]); err != nil {
			return err
		}
	}
	return f.write(at)
}

// touched returns the items that entries speak of, once each, and the time of
// the last entry. The time of what a stage writes comes from the log, never
// from a clock, so that a rebuilt log tells the same.
func touched(entries []dateline.Entry) (ids []dateline.ItemID, at time.Time) {
	seen := map[dateline.ItemID]bool{}
	for _, e := range entries {
		at = e.Time
		switch e.Kind {
		case dateline.EntryKept, dateline.EntryVersion, dateline.EntryDecided, dateline.EntryEmbargo:
			if !seen[e.Item] {
				seen[e.Item] = true
				ids = append(ids, e.Item)
			}
		}
	}
	return ids, at
}

// refiled are the items of which entries tell more than a decision. The rules
// decide before this stage comes to a new item, so that most entries of
// decisions tell nothing that its filing does not follow already; any other
// entry needs a filing made afresh, or a cursor set back would change nothing.
func refiled(entries []dateline.Entry) map[dateline.ItemID]bool {
	fresh := map[dateline.ItemID]bool{}
	for _, e := range entries {
		switch e.Kind {
		case dateline.EntryKept, dateline.EntryVersion, dateline.EntryEmbargo:
			fresh[e.Item] = true
		}
	}
	return fresh
}

// A filer works out the filings of one batch.
// Counterparts may change filings of items outside of the batch; these are noted in
// old as they were, and in new as they become.
type filer struct {
	ctx      context.Context
	tx       dateline.Tx
	old, new map[dateline.ItemID]dateline.Filing
	order    []dateline.ItemID
	versions map[dateline.ItemID][]dateline.Item // of what is filed, oldest first
	naming   map[string][]dateline.ItemVersion   // what names the addresses of what is filed
}

// file makes the filing of one item anew. Counterparts stay from before: what an
// address that either one had until now led to still is the same news.
func (f *filer) file(head *dateline.Item, decisions []dateline.Decision) error {
	// Most items have one version, and the head has all that is asked of it.
	versions := []dateline.Item{*head}
	if head.Version > 1 {
		var err error
		if versions, err = f.tx.Versions(f.ctx, head.ID); err != nil {
			return err
		}
	}
	f.versions[head.ID] = versions
	filing := fold(head, decisions)
	notices(&filing, versions, decisions)
	filing.Counterparts = f.old[head.ID].Counterparts
	f.set(filing)
	return nil
}

// set notes a filing to be written, in the order of the first time: what is written
// must not depend on the order of a map.
func (f *filer) set(filing dateline.Filing) {
	if _, ok := f.new[filing.Item]; !ok {
		f.order = append(f.order, filing.Item)
	}
	f.new[filing.Item] = filing
}

// write stores what changed and says so in the log.
func (f *filer) write(at time.Time) error {
	var changed []dateline.Filing
	var entries []dateline.Entry
	for _, id := range f.order {
		filing := f.new[id]
		// What is filed as before leaves no entry: followers would drop pages for nothing.
		if old, ok := f.old[id]; ok && reflect.DeepEqual(normal(old), normal(filing)) {
			continue
		}
		changed = append(changed, filing)
		entries = append(entries, dateline.Entry{
			Time: at, Kind: dateline.EntryFiled, Item: id, Version: filing.Version,
			Source: filing.Source, Note: string(filing.Status),
		})
	}
	if len(changed) == 0 {
		return nil
	}
	if err := f.tx.File(f.ctx, changed); err != nil {
		return err
	}
	return f.tx.Append(f.ctx, entries...)
}

// normal makes filings comparable: stores give times back in their own zone
// and precision, and an empty map as nil.
func normal(f dateline.Filing) dateline.Filing {
	for _, t := range []*time.Time{&f.When, &f.Released, &f.Embargo, &f.Noticed} {
		*t = t.UTC().Truncate(time.Microsecond)
	}
	notices := make([]dateline.FiledNotice, len(f.Notices))
	for i, n := range f.Notices {
		n.Time = n.Time.UTC().Truncate(time.Microsecond)
		notices[i] = n
	}
	f.Notices = notices
	if len(f.Counterparts) == 0 {
		f.Counterparts = nil
	}
	return f
}

// fold works out where an item stands from its decisions.
func fold(head *dateline.Item, decisions []dateline.Decision) dateline.Filing {
	f := dateline.Filing{
		Item: head.ID, Source: head.Source, Language: lang.Base(head.Language), Version: head.Version,
		Status: dateline.Withheld, Urgency: head.Urgency, When: head.When(), Embargo: head.Embargo,
		Decisions: len(decisions),
	}
	var canceled, out time.Time // out: since when it was out before an embargo was laid on it
	for _, d := range decisions {
		if f.Decided == dateline.Kill {
			break // nothing stands over a kill
		}
		switch d.Kind {
		case dateline.Release:
			f.Decided, f.Status = d.Kind, dateline.Usable
			if f.Released.IsZero() {
				f.Released = d.Time
			}
		case dateline.Hold, dateline.Spike:
			f.Decided, f.Status = d.Kind, dateline.Withheld
		case dateline.Kill, dateline.Withdraw:
			f.Decided, f.Status = d.Kind, dateline.Canceled
			canceled = d.Time
		case dateline.Embargo:
			// It was to be seen: released, and no earlier embargo was on it any more.
			if f.Status == dateline.Usable && out.IsZero() && !d.Time.Before(f.Embargo) {
				out = f.Released
			}
			f.Embargo = d.Until
		}
	}
	// Lists by release go by the time from which the public could see it.
	if f.Embargo.After(f.Released) && !f.Released.IsZero() {
		f.Released = f.Embargo
	}
	if f.Status == dateline.Canceled && f.Released.After(canceled) {
		f.Released = out // it never came out of its embargo, if it was not out before
	}
	return f
}

// notices gathers those of all versions of the copy and those of the desk.
func notices(filing *dateline.Filing, versions []dateline.Item, decisions []dateline.Decision) {
	// A version may carry the notices of those before it again; each is
	// told once, at the time when it first came.
	seen := map[dateline.Notice]bool{}
	add := func(n dateline.Notice, at time.Time, own bool) {
		if !seen[n] {
			seen[n] = true
			filing.Notices = append(filing.Notices, dateline.FiledNotice{Notice: n, Time: at, Own: own})
		}
	}
	for i := range versions {
		for _, n := range versions[i].Notices {
			// A label alone says nothing that the source has not said.
			if n.Text == "" && has(filing.Notices, n.Kind) {
				continue
			}
			add(n, versions[i].Received, false)
		}
	}
	for _, d := range decisions {
		if tellsReaders(d.Kind) && !(d.By == dateline.BySource && has(filing.Notices, d.Kind)) {
			add(dateline.Notice{Kind: d.Kind, Text: d.Notice}, d.Time, d.By != dateline.BySource)
		}
	}
	slices.SortStableFunc(filing.Notices, func(a, b dateline.FiledNotice) int { return a.Time.Compare(b.Time) })
	// A copy that calls itself an update has no notice for readers in it, and agencies
	// file a dozen of them on one event: listed, they would bury the corrections.
	for _, n := range filing.Notices {
		if tellsReaders(n.Kind) {
			filing.Noticed = n.Time
		}
	}
}

// has reports whether the source's own copy has given such a notice already.
func has(notices []dateline.FiledNotice, kind dateline.DecisionKind) bool {
	return slices.ContainsFunc(notices, func(n dateline.FiledNotice) bool { return n.Kind == kind && !n.Own })
}

// tellsReaders reports whether a decision is also a notice.
func tellsReaders(k dateline.DecisionKind) bool {
	switch k {
	case dateline.Correct, dateline.Clarify, dateline.Withdraw, dateline.Kill:
		return true
	}
	return false
}

// counterparts finds the same item in other languages, by the addresses that the
// versions of either one have named, and tells those items of this one.
func (f *filer) counterparts(head *dateline.Item) error {
	var ids []dateline.ItemID
	for _, v := range f.naming[head.URL] {
		ids = append(ids, v.Item)
	}
	// Behind those, so that of two the one that the item itself names last stands.
	for _, version := range f.versions[head.ID] {
		for _, t := range version.Translations {
			named, err := f.tx.ByURL(f.ctx, t.URL)
			if err != nil {
				return err
			}
			ids = append(ids, named...)
		}
	}
	for _, id := range ids {
		if id == head.ID {
			continue
		}
		if err := f.link(head.ID, id); err != nil {
			return err
		}
	}
	return nil
}

// link makes two items each other's counterpart, if their languages differ.
func (f *filer) link(of, id dateline.ItemID) error {
	filing := f.new[of]
	other, ok := f.new[id]
	if !ok {
		stored, err := f.tx.FilingsOf(f.ctx, []dateline.ItemID{id})
		if err != nil {
			return err
		}
		if other, ok = stored[id]; !ok {
			return nil // not filed yet: it will find this one when it is
		}
		f.old[id] = other
	}
	if other.Language == filing.Language {
		return nil
	}
	filing.Counterparts = with(filing.Counterparts, other.Language, id)
	other.Counterparts = with(other.Counterparts, filing.Language, of)
	f.set(filing)
	f.set(other)
	return nil
}

// with is a copy of counterparts with one more: filings share their maps with what the
// store gave.
func with(m map[string]dateline.ItemID, language string, id dateline.ItemID) map[string]dateline.ItemID {
	out := map[string]dateline.ItemID{language: id}
	for l, other := range m {
		if l != language {
			out[l] = other
		}
	}
	return out
}
