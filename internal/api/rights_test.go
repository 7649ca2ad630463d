package api

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline/internal/api/rightstest"
	"dateline/internal/search"
)

// worldPaths is every address of the API at which an item of the world may stand.
func worldPaths(w *rightstest.World, p *press) []string {
	paths := everyPath(p)
	for _, f := range formats() {
		for _, language := range []string{"en", "ar"} {
			for _, id := range w.Sources() {
				paths = append(paths, "/"+language+"/source/"+string(id)+"/feed."+f.name)
			}
			paths = append(paths, "/"+language+"/search/feed."+f.name+"?q=headline", "/"+language+"/search/feed."+f.name+"?q=zzitem1")
		}
	}
	for d := range 3 {
		paths = append(paths, sitemapPath(dayOf(p.now.AddDate(0, 0, -d)), 1))
	}
	return paths
}

// pastPaths is the API as of several points of the log.
func pastPaths(p *press) (paths []string) {
	for seq := int64(5); seq < p.seen; seq += p.seen / 5 {
		for _, f := range formats() {
			paths = append(paths, fmt.Sprintf("/en/search/feed.%s?q=after:2000&as-of=%d", f.name, seq))
		}
		paths = append(paths, fmt.Sprintf("/ar/search/feed.json?q=-nothing+before:2100&as-of=%d", seq))
	}
	return paths
}

// TestNothingGoesOutThatMayNot makes worlds in which every word tells whose it
// is, and looks for words that must not be in any answer of the API, before and
// after what was on the wire is erased.
func TestNothingGoesOutThatMayNot(t *testing.T) {
	worlds := []uint64{0, 1, 2}
	if testing.Short() {
		worlds = worlds[2:] // it has the most of a past
	}
	shown, earlier := 0, 0
	for _, seed := range worlds {
		p := newPress(t)
		world := rightstest.New(seed, 60, p.now)
		if err := world.Fill(context.Background(), p.store, search.Words); err != nil {
			t.Fatal(err)
		}
		p.settle()
		_, stories, err := world.Relate(context.Background(), p.store)
		if err != nil {
			t.Fatal(err)
		}
		p.settle()
		if _, err := world.Speak(context.Background(), p.store); err != nil {
			t.Fatal(err)
		}
		p.settle()
		paths := worldPaths(world, p)
		for _, id := range world.Persons() {
			for _, f := range formats() {
				paths = append(paths, fmt.Sprintf("/en/person/%s/feed.%s", id, f.name), fmt.Sprintf("/ar/person/%s/feed.%s", id, f.name))
			}
		}
		for story := range stories {
			for _, f := range formats() {
				paths = append(paths, fmt.Sprintf("/en/story/%s/feed.%s", story, f.name), fmt.Sprintf("/ar/story/%s/feed.%s", story, f.name))
			}
		}
		for _, path := range paths {
			shown += world.Shown(p.ask("GET", path).Body.String()) // fills the cache, too
		}
		for _, path := range pastPaths(p) {
			earlier += world.Earlier(p.ask("GET", path).Body.String())
		}
		if err := world.Finish(context.Background(), p.store); err != nil {
			t.Fatal(err)
		}
		p.settle()
		for _, path := range paths {
			if faults := world.Broken(p.ask("GET", path).Body.String()); len(faults) > 0 {
				t.Errorf("world %d, %s:\n%s", seed, path, strings.Join(faults[:min(5, len(faults))], "\n"))
			}
		}
		for _, path := range pastPaths(p) {
			if faults := world.BrokenPast(p.ask("GET", path).Body.String()); len(faults) > 0 {
				t.Errorf("world %d, %s:\n%s", seed, path, strings.Join(faults[:min(5, len(faults))], "\n"))
			}
		}
	}
	if earlier < 10*len(worlds) {
		t.Errorf("the past showed %d earlier versions in all: the test proves little", earlier)
	}
	if shown < 100*len(worlds) {
		t.Errorf("the answers showed %d items in all: the test proves little", shown)
	}
}
