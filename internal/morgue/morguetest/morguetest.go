// Package morguetest is the suite that every dateline.Morgue passes.
package morguetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"dateline"
)

// Run runs the suite; open gives each check an empty morgue of its own.
func Run(t *testing.T, open func(t *testing.T) dateline.Morgue) {
	for _, c := range []struct {
		sentence string
		run      func(t *testing.T, m dateline.Morgue)
	}{
		{"a copy comes back whole", whole},
		{"addresses are in order", inOrder},
		{"an address serves for good", serves},
		{"what is not there is not found", notFound},
		{"a deleted copy is gone, its neighbours stay", deleted},
		{"pruning removes what was received before", pruned},
		{"pruning frees what it removed", freed},
		{"a canceled put keeps nothing", canceled},
		{"many may put and get at a time", many},
		{"what is handed out is a copy", copied},
	} {
		t.Run(c.sentence, func(t *testing.T) { c.run(t, open(t)) })
	}
}

// day is so many days after the first, at a time that needs its microseconds.
func day(n int) time.Time {
	return time.Date(2025, 7, 22, 9, 30, 15, 123456000, time.UTC).AddDate(0, 0, n)
}

// page is copy of a page with all that is kept beside its bytes.
func page(name string, received time.Time) dateline.Copy {
	return dateline.Copy{
		Source: "marsa", URL: "https://marsa.example/" + name, Received: received, ContentType: "text/html; charset=utf-8",
		Body: []byte("<p>" + name + " ميناء</p>"), Zone: "Africa/Cairo", Language: "ar",
	}
}

// put keeps copies and demands an address for each.
func put(t *testing.T, m dateline.Morgue, copies ...dateline.Copy) []dateline.CopyRef {
	t.Helper()
	refs, err := m.Put(t.Context(), copies)
	if err != nil || len(refs) != len(copies) {
		t.Fatalf("put %d copies: %d addresses, %v", len(copies), len(refs), err)
	}
	return refs
}

// same demands that an address leads to that copy, byte for byte.
func same(t *testing.T, m dateline.Morgue, ref dateline.CopyRef, want dateline.Copy) {
	t.Helper()
	got, err := m.Get(t.Context(), ref)
	if err != nil {
		t.Errorf("get %q: %v", ref, err)
		return
	}
	if !bytes.Equal(got.Body, want.Body) || !got.Received.Equal(want.Received) {
		t.Errorf("%q: got %d bytes of %v, want %d of %v", ref, len(got.Body), got.Received, len(want.Body), want.Received)
	}
	got.Body, want.Body, got.Received, want.Received = nil, nil, time.Time{}, time.Time{}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%q: got %v, want %v", ref, got, want)
	}
}

// gone demands that an address leads nowhere. An error of another kind would be taken for
// a broken disk.
func gone(t *testing.T, m dateline.Morgue, ref dateline.CopyRef) {
	t.Helper()
	if _, err := m.Get(t.Context(), ref); !errors.Is(err, dateline.ErrNotFound) {
		t.Errorf("get %q: %v instead of not found", ref, err)
	}
}

// whole: reading is run again on what lies here when it gets better: a byte, a zone or a
// language that is lost gives other items than the first time. Bytes that nothing makes
// smaller, and none at all, are copy too.
func whole(t *testing.T, m dateline.Morgue) {
	noise := make([]byte, 300<<10)
	r := rand.NewChaCha8([32]byte{1})
	if _, err := r.Read(noise); err != nil {
		t.Fatal(err)
	}
	copies := []dateline.Copy{
		page("a", day(0)), {}, {Body: []byte{0}, Received: day(1)}, {Body: noise, Received: day(0), URL: "noise"},
		{Body: bytes.Repeat([]byte("<p>news</p>"), 1<<18), Received: day(0).In(time.FixedZone("", -8*3600))},
	}
	refs := put(t, m, copies...)
	for i, ref := range refs {
		if ref == "" {
			t.Errorf("copy %d has no address", i)
		}
		same(t, m, ref, copies[i])
	}
}

// inOrder: intake gives each item the address at its place. Mixed up, an item points to
// another page's copy, and erasing it takes away the wrong one.
func inOrder(t *testing.T, m dateline.Morgue) {
	var copies []dateline.Copy
	for i := range 40 {
		copies = append(copies, page(fmt.Sprint(i), day(i%3)))
	}
	seen := map[dateline.CopyRef]bool{}
	for i, ref := range put(t, m, copies...) {
		same(t, m, ref, copies[i])
		if seen[ref] {
			t.Errorf("%q was given twice", ref)
		}
		seen[ref] = true
	}
	if refs := put(t, m); len(refs) != 0 {
		t.Errorf("%d addresses for nothing", len(refs))
	}
}

// serves: items keep addresses for as long as the copy lies here. One address for two puts
// would let the erasure of an item take the copy of another.
func serves(t *testing.T, m dateline.Morgue) {
	a := page("a", day(0))
	ref := put(t, m, a)[0]
	again := put(t, m, a, page("b", day(0)))
	same(t, m, ref, a)
	same(t, m, again[0], a)
	if again[0] == ref {
		t.Error("the same copy, put again, got the same address")
	}
}

// notFound: an address may be of another morgue, cut short, or made up by whoever types
// it. It must lead to no file outside, and deleting it touches nothing.
func notFound(t *testing.T, m dateline.Morgue) {
	ref := put(t, m, page("a", day(0)))[0]
	for _, r := range []dateline.CopyRef{"", "x", "../x/1/1", ref + "0", "0" + ref, "20250722-1/zzzz/zz", "20250722-9/0/zz", "mem/99"} {
		gone(t, m, r)
		if err := m.Delete(t.Context(), r); err != nil {
			t.Errorf("delete %q: %v", r, err)
		}
	}
	same(t, m, ref, page("a", day(0)))
}

// deleted: to erase an item is to take its bytes out of the midst of a pack. Doing it
// again is no error, for an erasure that was broken off is repeated.
func deleted(t *testing.T, m dateline.Morgue) {
	refs := put(t, m, page("a", day(0)), page("b", day(0)), page("c", day(0)))
	for range 2 {
		if err := m.Delete(t.Context(), refs[1]); err != nil {
			t.Error(err)
		}
	}
	same(t, m, refs[0], page("a", day(0)))
	gone(t, m, refs[1])
	same(t, m, refs[2], page("c", day(0)))
	more := put(t, m, page("d", day(0)))
	same(t, m, more[0], page("d", day(0)))
}

// pruned: the day of the limit is pruned in part: copy that came in after it stays, though
// it lies in a pack with what goes. The morgue goes on taking in that day's and older
// copy.
func pruned(t *testing.T, m dateline.Morgue) {
	limit := day(2)
	copies := []dateline.Copy{
		page("old", day(-300)), page("yesterday", day(1)), page("just before", limit.Add(-time.Microsecond)),
		page("at", limit), page("later that day", limit.Add(time.Hour)), page("new", day(3)),
	}
	refs := put(t, m, copies...)
	if _, err := m.Prune(t.Context(), limit); err != nil {
		t.Fatal(err)
	}
	for i, ref := range refs {
		if i < 3 {
			gone(t, m, ref)
		} else {
			same(t, m, ref, copies[i])
		}
	}
	more := put(t, m, page("more", limit), page("old again", day(1)))
	same(t, m, more[0], page("more", limit))
	same(t, m, more[1], page("old again", day(1)))
	same(t, m, refs[3], copies[3])
}

// freed: what a prune freed is told to whoever watches the disk; the next one has nothing
// to tell.
func freed(t *testing.T, m dateline.Morgue) {
	put(t, m, page("a", day(0)), page("b", day(5)))
	for i, want := range []bool{true, false} {
		n, err := m.Prune(t.Context(), day(1))
		if err != nil || (n > 0) != want {
			t.Errorf("prune number %d freed %d: %v", i+1, n, err)
		}
	}
}

// canceled: whoever is told that it failed puts the copy again. Kept all the same, it
// would lie there with no item that points to it, out of an erasure's reach.
func canceled(t *testing.T, m dateline.Morgue) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := m.Put(ctx, []dateline.Copy{page("a", day(0))}); !errors.Is(err, context.Canceled) {
		t.Errorf("put: %v", err)
	}
	if n, err := m.Prune(t.Context(), day(9)); n != 0 || err != nil {
		t.Errorf("%d bytes were kept: %v", n, err)
	}
}

// many: several sources come in at once while others are read and erased, in one pack:
// each address leads to its own copy meanwhile.
func many(t *testing.T, m dateline.Morgue) {
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			for i := range 10 {
				c := page(fmt.Sprint(w, "-", i), day(i%2))
				refs, err := m.Put(t.Context(), []dateline.Copy{c, c})
				if err != nil {
					t.Errorf("put: %v", err)
					return
				}
				same(t, m, refs[1], c)
				if err := m.Delete(t.Context(), refs[0]); err != nil {
					t.Errorf("delete: %v", err)
				}
				same(t, m, refs[1], c)
			}
		})
	}
	wg.Wait()
}

// copied: reading and cleaning work on the bytes they get. In memory that must not change
// what is kept, or the fake lies about the disk.
func copied(t *testing.T, m dateline.Morgue) {
	c := page("a", day(0))
	ref := put(t, m, c)[0]
	c.Body[0] = 'X'
	first, err := m.Get(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	first.Body[1] = 'Y'
	same(t, m, ref, page("a", day(0)))
}
