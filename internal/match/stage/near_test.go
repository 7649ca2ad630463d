package stage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/match"
)

// hidden is an item with a rewrite that no key leads to: with one word of two changed
// and little text chance leaves none of the runs that are sampled.
func hidden(t *testing.T) (origin, told dateline.Item) {
	t.Helper()
	for seed := range uint64(400) {
		body := prose(seed, 120)
		words := strings.Split(body, " ")
		for i := range words {
			if i%3 == 2 {
				words[i] = fmt.Sprintf("anders%d", i*7+int(seed))
			}
		}
		origin, told = item("nra", "origin", 10, body), item("barid", "told", 50, strings.Join(words, " "))
		told.Headline = origin.Headline + " anew"
		a, b := match.Read(text(&origin)), match.Read(text(&told))
		keys := a.Keys()
		shares := func(k uint64) bool { return slices.Contains(keys, k) }
		if g := match.Compare(a, b); g.Same() && !slices.ContainsFunc(b.Keys(), shares) {
			return origin, told
		}
	}
	t.Fatal("no such rewrite: the test shows nothing")
	return origin, told
}

// TestRewriteWithoutKeys: an item whose words tell a story is compared with those of
// its items that it is most like, whether or not keys lead there.
func TestRewriteWithoutKeys(t *testing.T) {
	origin, told := hidden(t)
	again := item("port", "copy", 40, origin.Text())
	again.Headline = origin.Headline
	for name, items := range map[string][]dateline.Item{
		"the origin first":  {origin, told},
		"and a copy":        {origin, again, told},
		"the rewrite first": {told, origin},
		"between copies":    {again, told, origin},
	} {
		store := press(t)
		keep(t, store, items...)
		run(t, store, New(), 100, -1)
		list, family := matchesOf(t, store, told)
		made := func(m dateline.Match) bool { return m.Of == origin.ID }
		if !slices.ContainsFunc(list, made) {
			t.Errorf("%s: the rewrite was made from %+v", name, list)
			continue
		}
		if n := len(strings.Fields(family)); n != len(items) || !strings.HasPrefix(family, "origin ") {
			t.Errorf("%s: the family is %q", name, family)
		}
		if _, by := storyOf(t, store, told); by.Copy != copied(list) {
			t.Errorf("%s: it is a copy: %v, as its rows are %+v", name, by.Copy, list)
		}
	}
}
