package intake

import (
	"errors"
	"strings"
	"testing"

	"dateline"
)

// TestGuarded: a panic is an error that tells what it was, and what f says passes.
func TestGuarded(t *testing.T) {
	err := guarded(func() error {
		var none []int
		return errors.New(string(rune(none[len(t.Name())])))
	})
	var f *fault
	if !errors.Is(err, dateline.ErrInvalid) || !errors.As(err, &f) || !strings.Contains(err.Error(), "index out of range") || strings.Contains(err.Error(), "\n") {
		t.Errorf("%v", err)
	}
	if !strings.Contains(string(f.stack), "TestGuarded") || kindOf(err) != "fault" {
		t.Errorf("%s: %s", kindOf(err), f.stack)
	}
	mine := errors.New("mine")
	if err := guarded(func() error { return mine }); err != mine {
		t.Errorf("%v", err)
	}
}

// TestFaultOverOneItem: an item of which no search words can be made is kept, and
// so is the rest of its feed, or of the file it stands in.
func TestFaultOverOneItem(t *testing.T) {
	b := newBench(t)
	b.in.c.Words = func(it *dateline.Item) dateline.SearchWords {
		if strings.HasPrefix(it.Headline, "خطأ") {
			panic("no words for it")
		}
		return dateline.SearchWords{Headline: "word"}
	}
	b.add("h", "/rss")
	b.web.put("/rss", rss([4]string{"Two", "g2", "", long("second")}, [4]string{"خطأ", "g1", "", long("first")}))
	if r := b.poll(); r.Kept != 2 || len(r.Failed) != 0 {
		t.Errorf("%+v", r)
	}
	lines := `{"id":"a","title":"خطأ جديد","text":"x"}` + "\n" + `{"id":"b","title":"B","text":"y"}`
	if got, err := b.in.Take(t.Context(), write(t, "a.jsonl", lines), TakeOptions{}); err != nil || got.Kept != 2 {
		t.Errorf("%v %+v", err, got)
	}
	err := b.store.View(t.Context(), func(tx dateline.Tx) error {
		found, err := tx.Find(t.Context(), dateline.Find{Clauses: []dateline.Clause{{{"word"}}}})
		if len(found) != 2 {
			t.Errorf("found %d", len(found))
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
