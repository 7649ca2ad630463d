// Package desk decides: by the rules of sources as items come in, and for the
// people who sit at it.
package desk

import (
	"context"
	"errors"
	"slices"

	"dateline"
)

// Rules is the newsroom's stage that decides by the rule of an item's source
// where no person has decided, and that obeys a source's kill of its own item.
type Rules struct{}

// Name is the name of the stage's cursor.
func (Rules) Name() string { return "desk" }

// Step decides on the items that entries bring. The log says of each version
// who filed it and whether it is usable, so that only what its source takes
// back must be read.
func (Rules) Step(ctx context.Context, tx dateline.Tx, entries []dateline.Entry) (err error) {
	defer dateline.Wrap(&err, "desk rules")
	ids, came := newest(entries)
	if len(ids) == 0 {
		return nil
	}
	earlier, err := tx.DecisionsOn(ctx, ids)
	if err != nil {
		return err
	}
	rules := map[dateline.SourceID]dateline.Rule{}
	var decisions []dateline.Decision
	for _, id := range ids {
		e := came[id]
		rule, err := ruleOf(ctx, tx, rules, e.Source)
		if err != nil {
			return err
		}
		d := decide(dateline.PubStatus(e.Note), earlier[id], rule)
		if d.Kind == "" {
			continue
		}
		if d.Kind == dateline.Kill {
			if d.Kind, err = cancelKind(ctx, tx, id); err != nil {
				return err
			}
			// Each later version of a withdrawn item is withdrawn, too: said once, or it
			// would undo what a person has decided since.
			if d.Kind == dateline.Withdraw && withdrawnBySource(earlier[id]) {
				continue
			}
		}
		// The time is the log's: the same entries always give the same decisions.
		d.Item, d.Time = id, e.Time
		decisions = append(decisions, d)
	}
	_, err = tx.Decide(ctx, decisions...)
	if !errors.Is(err, dateline.ErrGone) {
		return err
	}
	// One was erased since: rare enough not to look at each item for it.
	if decisions, err = onStanding(ctx, tx, ids, decisions); err != nil {
		return err
	}
	_, err = tx.Decide(ctx, decisions...)
	return err
}

// onStanding drops the decisions on items that were erased.
func onStanding(ctx context.Context, tx dateline.Items, ids []dateline.ItemID, decisions []dateline.Decision) ([]dateline.Decision, error) {
	digests, err := tx.Digests(ctx, ids)
	return slices.DeleteFunc(decisions, func(d dateline.Decision) bool { return digests[d.Item] == dateline.Erased }), err
}

// newest returns the items whose versions entries bring, once each, and the last
// entry of each.
func newest(entries []dateline.Entry) (ids []dateline.ItemID, came map[dateline.ItemID]dateline.Entry) {
	came = map[dateline.ItemID]dateline.Entry{}
	for _, e := range entries {
		if e.Kind != dateline.EntryKept && e.Kind != dateline.EntryVersion {
			continue
		}
		if _, seen := came[e.Item]; !seen {
			ids = append(ids, e.Item)
		}
		came[e.Item] = e
	}
	return ids, came
}

// decide is the decision that an item needs now, its Kind "" when none.
func decide(status dateline.PubStatus, earlier []dateline.Decision, rule dateline.Rule) dateline.Decision {
	if killed(earlier) {
		return dateline.Decision{}
	}
	// Also where a person has released it: what its source takes back must not stay out under
	// its name.
	if status == dateline.Canceled {
		return dateline.Decision{Kind: dateline.Kill, By: dateline.BySource, Reason: "withdrawn by its source"}
	}
	if len(earlier) > 0 {
		return dateline.Decision{}
	}
	d := dateline.Decision{By: dateline.ByRule}
	switch rule {
	case dateline.RuleHold:
		d.Kind = dateline.Hold
	// Set aside and not killed: what was never out needs no notice, and a kill is for good.
	case dateline.RuleKill:
		d.Kind, d.Reason = dateline.Spike, "rule of the source"
	default:
		d.Kind = dateline.Release
	}
	// The source's own word stands over a rule that would release.
	if status == dateline.Withheld {
		d.Kind, d.Reason = dateline.Hold, "withheld by its source"
	}
	return d
}

// cancelKind is what the source's own advisory orders. One that names no kind is a
// kill, and so is one that carries the notice of an earlier withdrawal beside its
// own: of the two a kill is the one that must not be missed.
func cancelKind(ctx context.Context, tx dateline.Items, id dateline.ItemID) (dateline.DecisionKind, error) {
	heads, err := tx.Heads(ctx, []dateline.ItemID{id})
	kind := dateline.Kill
	for _, h := range heads {
		for _, n := range h.Notices {
			switch n.Kind {
			case dateline.Kill:
				return dateline.Kill, err
			case dateline.Withdraw:
				kind = dateline.Withdraw
			}
		}
	}
	return kind, err
}

// withdrawnBySource asks for what the source did; a withdrawal by a person does not stop the
// source's own from being recorded.
func withdrawnBySource(decisions []dateline.Decision) bool {
	return slices.ContainsFunc(decisions, func(d dateline.Decision) bool {
		return d.Kind == dateline.Withdraw && d.By == dateline.BySource
	})
}

// ruleOf is that of a source, read once a batch.
func ruleOf(ctx context.Context, tx dateline.Sources, known map[dateline.SourceID]dateline.Rule, id dateline.SourceID) (dateline.Rule, error) {
	if rule, ok := known[id]; ok {
		return rule, nil
	}
	s, err := tx.Source(ctx, id)
	// Of a source that was removed meanwhile the zero rule holds, which is to release: what it
	// filed before belongs onto the wire as before.
	if err != nil && !errors.Is(err, dateline.ErrNotFound) {
		return "", err
	}
	known[id] = s.Rule
	return s.Rule, nil
}
