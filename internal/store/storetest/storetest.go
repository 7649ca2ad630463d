// Package storetest is the suite that every dateline.Store passes: the one on
// disk, the one on a server, and the fake in memory. Each check is a sentence
// of the contract in the root package.
//
// A suite that passes proves little until it was attacked: faults_test.go
// keeps a list of broken stores, and demands that the suite fails each of them.
package storetest

import (
	"context"
	"encoding/json"
	"errors"
	"testing"
	"time"

	"dateline"
)

// T is what a check needs of a *testing.T. It is an interface so that the suite
// can be run against a broken store without failing the test around it.
type T interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// A check is one sentence of the contract.
type check struct {
	sentence string
	run      func(k *kit)
}

// checks is the whole suite.
func checks() []check {
	var all []check
	for _, part := range [][]check{
		transactionChecks(), keepChecks(), itemChecks(), findChecks(), filterChecks(), pastChecks(), logChecks(),
		leaderChecks(), decisionChecks(), filingChecks(), sourceChecks(), matchChecks(), storyChecks(), editChecks(), statementChecks(), personChecks(), slowChecks(),
	} {
		all = append(all, part...)
	}
	return all
}

// slowChecks come last, so that most faults are told before them.
func slowChecks() []check {
	return []check{
		{"a view cannot write", viewWrites},
		{"an update that fails leaves nothing of any write", rollbackEach},
		{"a transaction is good only inside its function", transactionOver},
		{"updates run one after the other", serial},
		{"a follower beside two writers misses nothing", twoWriters},
		{"close waits for running transactions", closeWaits},
		{"a large batch is kept whole", keepMany},
		{"a limit of zero is a thousand", findThousand},
		{"a limit of zero is a thousand items of a story", storyThousand},
		{"a text of more words than an index takes is found by its headline and first words", findVast},
		{"words that no index takes are met by nothing", findEndless},
	}
}

// Run runs the suite; open gives each check an empty store of its own.
func Run(t *testing.T, open func(t *testing.T) dateline.Store) {
	for _, c := range checks() {
		t.Run(c.sentence, func(t *testing.T) {
			c.run(newKit(t, open(t)))
		})
	}
}

// kit is what checks are made of: short forms that fail the test themselves.
type kit struct {
	T
	ctx   context.Context
	store dateline.Store
}

// newKit takes any T, so that a broken store can be tried without failing the test around
// it.
func newKit(t T, s dateline.Store) *kit {
	return &kit{T: t, ctx: context.Background(), store: s}
}

// update writes and demands that it succeeds, as all but the checks of refusal do.
func (k *kit) update(f func(tx dateline.Tx) error) {
	k.Helper()
	if err := k.store.Update(k.ctx, f); err != nil {
		k.Fatalf("Update: %v", err)
	}
}

// view reads and demands that it succeeds.
func (k *kit) view(f func(tx dateline.Tx) error) {
	k.Helper()
	if err := k.store.View(k.ctx, f); err != nil {
		k.Fatalf("View: %v", err)
	}
}

// same compares by JSON: what a reader of the store can tell apart.
func (k *kit) same(what string, got, want any) {
	k.Helper()
	g, err1 := json.Marshal(got)
	w, err2 := json.Marshal(want)
	if err := errors.Join(err1, err2); err != nil {
		k.Fatalf("%s: %v", what, err)
	}
	// Keys of maps come sorted in JSON, so that order tells only where it is a list's.
	if string(g) != string(w) {
		k.Errorf("%s:\n got %s\nwant %s", what, g, w)
	}
}

// each is one field of each of a list: most orders are told by ids alone.
func each[T, F any](list []T, field func(*T) F) (out []F) {
	for i := range list {
		out = append(out, field(&list[i]))
	}
	return out
}

// kind demands an error of a kind.
func (k *kit) kind(what string, err, want error) {
	k.Helper()
	if !errors.Is(err, want) {
		k.Errorf("%s: got error %v, want %v", what, err, want)
	}
}

// keep keeps what is given in one transaction.
func (k *kit) keep(items ...dateline.Kept) []dateline.Outcome {
	k.Helper()
	var outcomes []dateline.Outcome
	k.update(func(tx dateline.Tx) (err error) {
		outcomes, err = tx.Keep(k.ctx, items)
		return err
	})
	return outcomes
}

// file files what is given in one transaction.
func (k *kit) file(filings ...dateline.Filing) {
	k.Helper()
	k.update(func(tx dateline.Tx) error { return tx.File(k.ctx, filings) })
}

// item is the current version of an item that must be there.
func (k *kit) item(id dateline.ItemID) dateline.Item {
	k.Helper()
	var item dateline.Item
	k.view(func(tx dateline.Tx) (err error) {
		item, err = tx.Item(k.ctx, id)
		return err
	})
	return item
}

// entries reads the whole log.
// No history of the suite is as long as that bound.
func (k *kit) entries() []dateline.Entry {
	k.Helper()
	var entries []dateline.Entry
	k.view(func(tx dateline.Tx) (err error) {
		entries, err = tx.Entries(k.ctx, 0, 10000)
		return err
	})
	return entries
}

// last reads the newest entry.
func (k *kit) last() dateline.Entry {
	k.Helper()
	entries := k.entries()
	if len(entries) == 0 {
		k.Fatalf("the log is empty")
	}
	return entries[len(entries)-1]
}

// found runs a search and gives the GUIDs-made-short of what it finds.
func (k *kit) found(q dateline.Find) []string {
	k.Helper()
	var names []string
	k.view(func(tx dateline.Tx) error {
		candidates, err := tx.Find(k.ctx, q)
		if err != nil {
			return err
		}
		for _, c := range candidates {
			item, err := tx.Item(k.ctx, c.Item)
			if err != nil {
				return err
			}
			names = append(names, item.GUID)
		}
		return nil
	})
	return names
}

// finds demands what a search finds, in order.
func (k *kit) finds(what string, q dateline.Find, want ...string) {
	k.Helper()
	k.same(what, k.found(q), want)
}

// noon is the day on which the items of the suite are published.
func noon() time.Time { return time.Date(2025, 7, 22, 12, 0, 0, 0, time.UTC) }

// minute is so many minutes after noon.
func minute(n int) time.Time { return noon().Add(time.Duration(n) * time.Minute) }
