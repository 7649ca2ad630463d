// Package desk decides: by the rules of sources as items come in, and for the
// people who sit at it.
package desk

import (
	"context"
	"errors"

	"dateline"
)

// Rules is the newsroom's stage that decides by the rule of an item's source
// where no person has decided, and that obeys a source's kill of its own item.
type Rules struct{}

// Name is the name of the stage's cursor.
func (Rules) Name() string { return "desk" }

// Step decides on the items that entries bring.
func (Rules) Step(ctx context.Context, tx dateline.Tx, entries []dateline.Entry) (err error) {
	defer dateline.Wrap(&err, "desk rules")
	came := map[dateline.ItemID]dateline.Entry{}
	var ids []dateline.ItemID
	for _, e := range entries {
		if e.Kind != dateline.EntryKept && e.Kind != dateline.EntryVersion {
			continue
		}
		if _, seen := came[e.Item]; !seen {
			ids = append(ids, e.Item)
		}
		came[e.Item] = e
	}
	if len(ids) == 0 {
		return nil
	}
	heads, err := tx.Heads(ctx, ids)
	if err != nil {
		return err
	}
	decisions, err := tx.DecisionsOn(ctx, ids)
	if err != nil {
		return err
	}
	rules := map[dateline.SourceID]dateline.Rule{}
	for i := range heads {
		h := &heads[i]
		rule, err := ruleOf(ctx, tx, rules, h.Source)
		if err != nil {
			return err
		}
		d := decide(h, decisions[h.ID], rule)
		if d.Kind == "" {
			continue
		}
		// The time is the log's: the same entries always give the same decisions.
		d.Item, d.Time = h.ID, came[h.ID].Time
		if _, err := tx.Decide(ctx, d); err != nil {
			return err
		}
	}
	return nil
}

// decide is the decision that an item needs now, its Kind "" when none.
func decide(head *dateline.Item, earlier []dateline.Decision, rule dateline.Rule) dateline.Decision {
	for _, d := range earlier {
		if d.Kind == dateline.Kill || d.Kind == dateline.Withdraw && d.By == dateline.BySource {
			return dateline.Decision{}
		}
	}
	if head.PubStatus == dateline.Canceled {
		return dateline.Decision{Kind: cancelKind(head), By: dateline.BySource, Reason: "withdrawn by its source"}
	}
	if len(earlier) > 0 {
		return dateline.Decision{}
	}
	d := dateline.Decision{By: dateline.ByRule}
	switch rule {
	case dateline.RuleHold:
		d.Kind = dateline.Hold
	case dateline.RuleKill:
		d.Kind, d.Reason = dateline.Spike, "rule of the source"
	default:
		d.Kind = dateline.Release
	}
	if head.PubStatus == dateline.Withheld {
		d.Kind, d.Reason = dateline.Hold, "withheld by its source"
	}
	return d
}

// cancelKind is what the source's own advisory orders.
func cancelKind(head *dateline.Item) dateline.DecisionKind {
	for _, n := range head.Notices {
		if n.Kind == dateline.Withdraw {
			return dateline.Withdraw
		}
	}
	return dateline.Kill
}

func ruleOf(ctx context.Context, tx dateline.Sources, known map[dateline.SourceID]dateline.Rule, id dateline.SourceID) (dateline.Rule, error) {
	if rule, ok := known[id]; ok {
		return rule, nil
	}
	s, err := tx.Source(ctx, id)
	if err != nil && !errors.Is(err, dateline.ErrNotFound) {
		return "", err
	}
	known[id] = s.Rule
	return s.Rule, nil
}
