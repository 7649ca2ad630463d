package intake

import (
	"context"
	"fmt"
	"reflect"
	"testing"

	"dateline"
)

// A paper is a source on the bench whose pages can be rebuilt.
type paper struct {
	*bench
	entries [][4]string
}

// newPaper has pages that are always read.
func newPaper(t *testing.T) *paper {
	p := &paper{bench: newBench(t)}
	p.add("harbour", "/rss", func(s *dateline.Source) { s.Pages = dateline.PagesAlways })
	return p
}

// signed is an article that names its writer.
func signed(title, word string) string {
	return `<!DOCTYPE html><html lang="en"><head><title>` + title + `</title></head><body><article><h1>` + title +
		`</h1><p class="byline">By Rania Sabbagh</p><p>` + long(word) + `</p><p>` + long(word) + `</p></article></body></html>`
}

// unsigned is what is left of it after the site was rebuilt.
func unsigned(title, _ string) string {
	return `<!DOCTYPE html><html lang="en"><head><title>` + title + `</title></head><body><article><h1>` + title +
		`</h1><p>The council met in the harbour on Sunday and will meet again.</p></article></body></html>`
}

// files adds so many new items in a layout and polls.
func (p *paper) files(many int, layout func(title, word string) string) {
	p.Helper()
	for range many {
		n := len(p.entries)
		title, path := fmt.Sprintf("The harbour council meets for the %dth time", n), fmt.Sprint("/", n)
		p.web.put(path, layout(title, fmt.Sprint("number", n)))
		p.entries = append(p.entries, [4]string{title, fmt.Sprint("g", n), "{}" + path, "A summary."})
	}
	listed := p.entries[max(0, len(p.entries)-100):] // feeds list the newest, first
	var newest [][4]string
	for i := range listed {
		newest = append(newest, listed[len(listed)-1-i])
	}
	p.web.put("/rss", rss(newest...))
	if r := p.poll(); r.Kept != many || len(r.Failed)+len(r.Warned) > 0 {
		p.Fatalf("polled %+v", r)
	}
}

func (p *paper) drift() (lost []dateline.Trait) {
	s := p.source("harbour")
	for _, h := range s.Drift() {
		lost = append(lost, h.Trait)
	}
	return lost
}

// notes are what the log says of the source.
func (p *paper) notes() (notes []string) {
	p.Helper()
	err := p.store.View(context.Background(), func(tx dateline.Tx) error {
		entries, err := tx.Entries(context.Background(), 0, 10000)
		for _, e := range entries {
			if e.Kind == dateline.EntrySource && (e.Note == dateline.NoteDrifted || e.Note == dateline.NoteRecovered) {
				notes = append(notes, e.Note)
			}
		}
		return err
	})
	if err != nil {
		p.Fatal(err)
	}
	return notes
}

func TestDriftIsFlaggedAndGoesAway(t *testing.T) {
	p := newPaper(t)
	p.files(70, signed) // more than one part: what each of them shows is learnt
	if h := p.source("harbour").Poll.Reading.Habits[0]; h.Items+float64(h.Seen) != 70 || h.Share != 1 {
		t.Errorf("learnt from 70 items: %+v", h)
	}
	p.files(5, unsigned)
	if got := p.drift(); got != nil {
		t.Errorf("%v is missed after five items", got)
	}
	p.poll() // nothing new: nothing counted twice
	p.files(3, unsigned)
	want := []dateline.Trait{dateline.TraitByline, dateline.TraitLength}
	if got := p.drift(); !reflect.DeepEqual(got, want) {
		t.Fatalf("missed: %v, want %v", got, want)
	}
	p.files(4, unsigned)
	p.files(12, signed)
	if got := p.drift(); got != nil {
		t.Errorf("%v is still missed", got)
	}
	if got := p.notes(); !reflect.DeepEqual(got, []string{dateline.NoteDrifted, dateline.NoteRecovered}) {
		t.Errorf("the log says %v", got)
	}
}

func TestDriftIsAccepted(t *testing.T) {
	p := newPaper(t)
	p.files(60, signed)
	p.files(10, unsigned)
	if len(p.drift()) != 2 {
		t.Fatalf("missed: %v", p.drift())
	}
	s := p.source("harbour")
	s.Accepted = p.now
	ctx := context.Background()
	if err := p.store.Update(ctx, func(tx dateline.Tx) error { return tx.PutSource(ctx, s, p.now) }); err != nil {
		t.Fatal(err)
	}
	if got := p.drift(); got != nil {
		t.Errorf("%v is missed though it was accepted", got)
	}
	p.files(40, unsigned)
	p.files(10, unsigned)
	if got := p.drift(); got != nil {
		t.Errorf("%v is missed though it was accepted", got)
	}
	if r := p.source("harbour").Poll.Reading; !r.Accepted.Equal(s.Accepted) || r.Habits[0].Items != 30 || r.Habits[0].Share != 0 {
		t.Errorf("learnt anew: %+v", r)
	}
}

// Two polls of a source may overlap when all are polled by hand: the one that
// ends last must not bring back what the source was when it was leased.
func TestPollGoesOnFromTheStateAsItIs(t *testing.T) {
	p := newPaper(t)
	leased := p.source("harbour")
	p.files(40, signed)
	ctx := context.Background()
	k := p.in.newKeeper(ctx)
	r := p.in.poll(ctx, k, leased)
	k.stop()
	if r.Error != "" || r.Listed != 40 {
		t.Fatalf("the late poll: %+v", r)
	}
	s := p.source("harbour")
	if h := s.Poll.Reading.Habits[0]; s.Poll.Seen != 40 || h.Items+float64(h.Seen) != 40 {
		t.Errorf("after a late poll that found nothing new: %d seen, %+v", s.Poll.Seen, h)
	}
}
