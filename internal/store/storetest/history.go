package storetest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"dateline"
)

// SameHistory does the same random things to each of the stores, again and again,
// and demands after each that all of them tell the same of everything. What the
// checks of the suite do alone meets here: an item is erased that is a member, a
// head and a speaker's, stories are merged that items leave, and so on.
func SameHistory(t *testing.T, stores []dateline.Store, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 6))
	ctx := context.Background()
	// Compared after each step, so that the one over which they part is named.
	for step := range 250 {
		name, do := randomStep(r, step)
		var said []string
		for _, s := range stores {
			var answer any
			err := s.Update(ctx, func(tx dateline.Tx) (err error) {
				answer, err = do(ctx, tx)
				return err
			})
			all, failed := tale(ctx, s)
			if failed != nil {
				t.Fatalf("step %d, %s: %v", step, name, failed)
			}
			said = append(said, fmt.Sprintf("%s\nanswered %s, error of kind %v", all, encoded(answer), kindOf(err)))
		}
		for i := range said[1:] {
			if said[i+1] != said[0] {
				t.Fatalf("step %d, %s: store %d and store 0 differ:\n%s", step, name, i+1, apart(said[i+1], said[0]))
			}
		}
	}
}

// encoded is a value as a reader of a store sees it: none of something may be nil.
func encoded(v any) string {
	b, err := json.Marshal(v)
	switch {
	case err != nil:
		return err.Error()
	case string(b) == "null", string(b) == "{}":
		return "[]"
	}
	return string(b)
}

// kindOf is the kind of an error: the words of it may differ.
func kindOf(err error) error {
	for _, kind := range []error{dateline.ErrNotFound, dateline.ErrGone, dateline.ErrInvalid, dateline.ErrConflict} {
		if errors.Is(err, kind) {
			return kind
		}
	}
	return err
}

// apart shows where two texts begin to differ.
func apart(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	around := func(s string) string { return s[max(0, min(i, len(s))-300):min(len(s), i+300)] }
	return around(a) + "\n-- and --\n" + around(b)
}

// The world of a history is small, so that whatever happens meets again.
const worldItems, worldNames = 8, 4

// anyID is one of the few items of the world, whether it was kept yet or not.
func anyID(r *rand.Rand) dateline.ItemID { return id(name(r.IntN(worldItems))) }

// anyStory is one of the few stories; its id is as long as real ones are.
func anyStory(r *rand.Rand) dateline.StoryID {
	return dateline.StoryID(fmt.Sprintf("story%daaaaaaa", r.IntN(worldNames)))
}

// anyPerson is one of the few persons; the id is as long as real ones are.
func anyPerson(r *rand.Rand) dateline.PersonID {
	return dateline.PersonID(fmt.Sprintf("person%daaaaaa", r.IntN(worldNames)))
}

// A doing is one call, or a few, with what it answers.
type doing func(ctx context.Context, tx dateline.Tx) (any, error)

// randomStep is something that happens on a wire. It is chosen before any store
// is asked, so that all are asked the same.
func randomStep(r *rand.Rand, step int) (string, doing) {
	now := minute(step)
	all := []struct {
		name string
		make func(r *rand.Rand, now time.Time) doing
	}{
		{"keep", stepKeep}, {"keep", stepKeep}, {"file", stepFile}, {"decide", stepDecide}, {"erase", stepErase}, {"edit", stepEdit},
		{"look", stepLook}, {"lease looks", stepLease}, {"match", stepMatch}, {"families", stepFamilies}, {"tell", stepTell}, {"tell", stepTell},
		{"merge", stepMerge}, {"mark", stepMark}, {"speak", stepSpeak}, {"speak", stepSpeak}, {"join", stepJoin}, {"order", stepOrder}, {"source", stepSource},
	}
	one := all[r.IntN(len(all))]
	return one.name, one.make(r, now)
}

// stepKeep keeps few wordings of few items, so that the same comes again, one call holds
// an item twice, and times differ below the second.
func stepKeep(r *rand.Rand, now time.Time) doing {
	var items []dateline.Kept
	for range 1 + r.IntN(3) {
		k := piece(name(r.IntN(worldItems)), "Harbour "+name(r.IntN(3)), "Ships came "+name(r.IntN(3))+".")
		k.Item.Received, k.Item.Digest = now, fmt.Sprint("digest ", r.IntN(3))
		k.Item.Published.Time = minute(r.IntN(5)).Add(time.Duration(r.IntN(3)) * time.Millisecond)
		if r.IntN(3) == 0 {
			k.Item.Translations = []dateline.Translation{{Language: "ar", URL: "https://marsa.example/" + name(r.IntN(worldItems))}}
		}
		items = append(items, k)
	}
	return func(ctx context.Context, tx dateline.Tx) (any, error) { return tx.Keep(ctx, items) }
}

// stepFile files an item anew, at times with another language, status or place than
// before.
func stepFile(r *rand.Rand, _ time.Time) doing {
	f := dateline.Filing{
		Item: anyID(r), Source: "marsa", Language: []string{"en", "ar", ""}[r.IntN(3)], Version: 1, When: minute(r.IntN(5)),
		Status: []dateline.PubStatus{dateline.Usable, dateline.Withheld, dateline.Canceled}[r.IntN(3)], Urgency: dateline.Urgency(r.IntN(9)),
	}
	if r.IntN(2) == 0 {
		f.Released, f.Noticed, f.Embargo = minute(r.IntN(9)), minute(r.IntN(9)), minute(r.IntN(9))
	}
	return func(ctx context.Context, tx dateline.Tx) (any, error) {
		if _, err := tx.Item(ctx, f.Item); err != nil { // the wire files what it has read
			return nil, err
		}
		return nil, tx.File(ctx, []dateline.Filing{f})
	}
}

// stepDecide holds an item, which may be unknown or erased.
func stepDecide(r *rand.Rand, now time.Time) doing {
	d := dateline.Decision{Item: anyID(r), Kind: dateline.Hold, By: "layla", Time: now, Reason: "why", Notice: "what"}
	return func(ctx context.Context, tx dateline.Tx) (any, error) { return tx.Decide(ctx, d) }
}

// stepErase erases an item, or does nothing.
func stepErase(r *rand.Rand, now time.Time) doing {
	id, rare := anyID(r), r.IntN(4) == 0 // else soon nothing would be left
	return func(ctx context.Context, tx dateline.Tx) (any, error) {
		if !rare {
			return nil, nil
		}
		return nil, tx.Erase(ctx, id, now)
	}
}

// stepEdit records one of few edits, so that a later one is the same again.
func stepEdit(r *rand.Rand, _ time.Time) doing {
	e := dateline.Edit{Item: anyID(r), Version: 1, Source: "marsa", Kind: dateline.EditText, Time: minute(r.IntN(4)), Of: anyID(r)}
	return func(ctx context.Context, tx dateline.Tx) (any, error) { return nil, tx.PutEdits(ctx, e, e) }
}

// stepLook writes a look, or ends it.
func stepLook(r *rand.Rand, _ time.Time) doing {
	l := seen(name(r.IntN(worldItems)), r.IntN(40))
	if r.IntN(4) == 0 {
		l.Next = time.Time{}
	}
	return func(ctx context.Context, tx dateline.Tx) (any, error) { return nil, tx.PutLooks(ctx, l) }
}

// stepLease claims looks, at times with a lease that is over at once.
func stepLease(r *rand.Rand, now time.Time) doing {
	n, ttl := 1+r.IntN(3), time.Duration(r.IntN(20))*time.Minute
	return func(ctx context.Context, tx dateline.Tx) (any, error) {
		return tx.LeaseLooks(ctx, now, now.Add(ttl), n)
	}
}

// stepMatch replaces what an item was made from, by nothing at times.
func stepMatch(r *rand.Rand, _ time.Time) doing {
	item := name(r.IntN(worldItems))
	var list []dateline.Match
	for range r.IntN(3) {
		list = append(list, made(item, name(r.IntN(worldItems))))
	}
	return func(ctx context.Context, tx dateline.Tx) (any, error) {
		return nil, tx.PutMatches(ctx, named(item), list)
	}
}

// stepFamilies writes one of two families anew: whom it takes may be of the other one, and
// it may be left with nobody.
func stepFamilies(r *rand.Rand, _ time.Time) doing {
	var members []string
	for _, i := range r.Perm(worldItems)[:r.IntN(5)] {
		members = append(members, name(i))
	}
	f := family(name(r.IntN(2)), members...)
	return func(ctx context.Context, tx dateline.Tx) (any, error) { return nil, tx.PutFamilies(ctx, f) }
}

// stepTell moves items between stories, merged ones among them.
func stepTell(r *rand.Rand, _ time.Time) doing {
	var told []dateline.Told
	for range 1 + r.IntN(3) {
		d := teller(name(r.IntN(worldItems)), anyStory(r), r.IntN(9))
		d.Copy, d.Language = r.IntN(3) == 0, []string{"en", "ar"}[r.IntN(2)]
		told = append(told, d)
	}
	return func(ctx context.Context, tx dateline.Tx) (any, error) { return nil, tx.Tell(ctx, told) }
}

// stepMerge merges any story into any other, itself included, which is refused.
func stepMerge(r *rand.Rand, _ time.Time) doing {
	from, into := anyStory(r), anyStory(r)
	return func(ctx context.Context, tx dateline.Tx) (any, error) { return nil, tx.MergeStory(ctx, from, into) }
}

// stepMark marks a version again, without statements at times.
func stepMark(r *rand.Rand, _ time.Time) doing {
	m := marked(name(r.IntN(worldItems)), 1+r.IntN(2), []string{"It is over", "It begins"}[:r.IntN(3)]...)
	return func(ctx context.Context, tx dateline.Tx) (any, error) { return nil, tx.PutStatements(ctx, m) }
}

// stepSpeak replaces who spoke in an item, whom the desk may have joined into others
// meanwhile.
func stepSpeak(r *rand.Rand, _ time.Time) doing {
	n := r.IntN(worldItems)
	item, source := name(n), dateline.SourceID([]string{"marsa", "port"}[n%2]) // an item has one source
	var said []dateline.Spoken
	for n := range r.IntN(4) {
		s := voice(anyPerson(r), item, n, r.IntN(9))
		s.Name, s.Role = []string{"Salma Nawfal", "S. Nawfal", "سلمى نوفل"}[r.IntN(3)], []string{"", "minister", "deputy"}[r.IntN(3)]
		s.Public, s.Source = r.IntN(2) == 0, source
		said = append(said, s)
	}
	return func(ctx context.Context, tx dateline.Tx) (any, error) {
		return nil, tx.PutSpoken(ctx, named(item), said)
	}
}

// stepJoin says anything of a person: a join into a joined one, or into nobody, is
// refused.
func stepJoin(r *rand.Rand, _ time.Time) doing {
	p := dateline.Person{ID: anyPerson(r), Confirmed: r.IntN(2) == 0, Private: r.IntN(2) == 0}
	if r.IntN(2) == 0 {
		p.Into = anyPerson(r)
	}
	return func(ctx context.Context, tx dateline.Tx) (any, error) { return nil, tx.PutPersons(ctx, p) }
}

// stepOrder orders something about a person, who may not be there.
func stepOrder(r *rand.Rand, now time.Time) doing {
	o := dateline.PersonOrder{Kind: dateline.PersonHide, Person: anyPerson(r), By: "layla", Time: now, Reason: "why"}
	if r.IntN(2) == 0 {
		o.Kind, o.Into = dateline.PersonJoin, anyPerson(r)
	}
	return func(ctx context.Context, tx dateline.Tx) (any, error) { return tx.OrderPersons(ctx, o) }
}

// stepSource puts or removes a source and then claims what is due, so that leases of
// sources meet their changes.
func stepSource(r *rand.Rand, now time.Time) doing {
	s := feed(dateline.SourceID([]string{"marsa", "port", "a-b"}[r.IntN(3)]))
	s.Name, s.Retired = name(r.IntN(2)), r.IntN(4) == 0
	remove, n := r.IntN(5) == 0, r.IntN(3)
	return func(ctx context.Context, tx dateline.Tx) (any, error) {
		if remove {
			return nil, tx.RemoveSource(ctx, s.ID, now)
		}
		if err := tx.PutSource(ctx, s, now); err != nil {
			return nil, err
		}
		return tx.LeaseSources(ctx, now, now.Add(10*time.Minute), n)
	}
}
