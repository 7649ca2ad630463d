package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/newsroom"
	"dateline/internal/store/mem"
	"dateline/internal/store/storetest"
	"dateline/internal/wire"
)

// TestMarksStayAsTheyAre: & and > are printed as they were filed; they are no
// markup in a line of JSON.
func TestMarksStayAsTheyAre(t *testing.T) {
	s := newShell(t)
	s.write("items.jsonl", `{"id":"a1","lang":"en","title":"Bell & Sons stop for 5 > 4 hours","text":"The ferry to Murjana stopped on Sunday.","source":"Harbour Post"}`+"\n")
	s.must("take", "items.jsonl")
	if out := s.must("search", "--json", "ferry"); !strings.Contains(out, `"headline":"Bell & Sons stop for 5 > 4 hours"`) {
		t.Errorf("search: %s", out)
	}
	s.write("queries.jsonl", `{"q":"ferry & sons"}`+"\n")
	if out := s.must("search", "--queries", "queries.jsonl"); !strings.Contains(out, `"q":"ferry & sons"`) {
		t.Errorf("queries: %s", out)
	}
	s.write("pairs.txt", "بوتين\tputin & co\n")
	if out := s.must("names", "pairs.txt"); !strings.Contains(out, `"putin & co"`) {
		t.Errorf("names: %s", out)
	}
}

// TestQueriesAreNamedByTheirLine: a line that is no query is told by its number, as
// an editor counts, blank lines included.
func TestQueriesAreNamedByTheirLine(t *testing.T) {
	s := newShell(t)
	s.write("items.jsonl", items)
	_, _, _ = s.run("take", "items.jsonl") // one line of it is refused
	for body, want := range map[string]string{
		"not json\n":                     "queries.jsonl line 1",
		`{"q":"ferry"}` + "\n\nnot json": "queries.jsonl line 3",
		`{"q":"ferry"}` + "\n[1]\n":      "queries.jsonl line 2",
	} {
		s.write("queries.jsonl", body)
		if out, complaint, code := s.run("search", "--queries", "queries.jsonl"); code != exitUsage || !strings.Contains(complaint, want) || out != "" {
			t.Errorf("%q: exit %d, %q, printed %q", body, code, complaint, out)
		}
	}
	s.write("queries.jsonl", "\n"+`{"q":"ferries Sunday"}`+"\n\n")
	if out := s.must("search", "--queries", "queries.jsonl"); strings.Count(out, "\n") != 1 {
		t.Errorf("blank lines are answered: %q", out)
	}
	if _, complaint, code := s.run("search", "--queries", "none.jsonl"); code != exitNotFound || !strings.Contains(complaint, "none.jsonl") {
		t.Errorf("no file: exit %d, %q", code, complaint)
	}
}

// TestCutArchives: of an archive that breaks off what there is is read; one that
// ends before its first byte holds nothing.
func TestCutArchives(t *testing.T) {
	dir := t.TempDir()
	whole := zipped(t, strings.Repeat("harbour ", 5000))
	var in loader
	for _, n := range []int{len(whole) - 1, len(whole) - 4, len(whole) - 9, len(whole) / 2} {
		name := filepath.Join(dir, "cut.gz")
		if err := os.WriteFile(name, []byte(whole[:n]), 0o600); err != nil {
			t.Fatal(err)
		}
		body, err := in.load(&Env{}, name)
		if err != nil || !strings.HasPrefix(string(body), "harbour") {
			t.Errorf("cut at %d of %d: %d bytes, %v", n, len(whole), len(body), err)
		}
	}
	name := filepath.Join(dir, "head.gz")
	if err := os.WriteFile(name, []byte(whole[:10]), 0o600); err != nil {
		t.Fatal(err)
	}
	if body, err := in.load(&Env{}, name); err == nil {
		t.Errorf("an archive of nothing but its head: %d bytes", len(body))
	}
}

// TestPagesAtTheBound: a page of exactly what is held is whole, and one of exactly
// what is read is not refused.
func TestPagesAtTheBound(t *testing.T) {
	dir := t.TempDir()
	var in loader
	for _, c := range []struct {
		size, want int
		fails      bool
	}{{heldPage - 1, heldPage - 1, false}, {heldPage, heldPage, false}, {heldPage + 1, heldPage, false}, {maxPage, heldPage, false}, {maxPage + 1, 0, true}} {
		name := filepath.Join(dir, "page.html")
		f, err := os.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Truncate(int64(c.size)); err != nil { // a file with a hole takes no room
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		body, err := in.load(&Env{}, name)
		if (err != nil) != c.fails || !c.fails && len(body) != c.want {
			t.Errorf("a page of %d bytes: %d, %v", c.size, len(body), err)
		}
	}
}

// TestReadyz: not before every stage has come as far as the log was, not while the
// store is silent, and from then on at once.
func TestReadyz(t *testing.T) {
	store := mem.New()
	err := store.Update(t.Context(), func(tx dateline.Tx) error {
		return tx.Append(t.Context(), make([]dateline.Entry, 3)...)
	})
	if err != nil {
		t.Fatal(err)
	}
	a := &App{Store: store, stages: []newsroom.Stage{wire.Stage{}}, Newsroom: newsroom.New(newsroom.Config{Store: store})}
	s := &site{since: 3}
	ask := func() (int, string) {
		w := httptest.NewRecorder()
		a.readyz(w, httptest.NewRequest(http.MethodGet, "/readyz", nil).WithContext(t.Context()), s)
		return w.Code, strings.TrimSpace(w.Body.String())
	}
	reach := func(seq int64) {
		if err := store.Update(t.Context(), func(tx dateline.Tx) error { return tx.SetCursor(t.Context(), wire.Stage{}.Name(), seq) }); err != nil {
			t.Fatal(err)
		}
	}
	for _, seq := range []int64{0, 2} {
		reach(seq)
		if code, said := ask(); code != http.StatusServiceUnavailable || said != "the stages are catching up" {
			t.Errorf("at entry %d: %d %q", seq, code, said)
		}
	}
	storetest.Outage(t, func(ctx context.Context) error { _, err := a.left(ctx, 3); return err })
	reach(3)
	if code, said := ask(); code != http.StatusOK || said != "ready" {
		t.Errorf("at the end: %d %q", code, said)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if code, _ := ask(); code != http.StatusOK {
		t.Errorf("it was ready once, and is not asked again: %d", code)
	}
	s = &site{since: 3}
	if code, said := ask(); code != http.StatusServiceUnavailable || said != "the store does not answer" {
		t.Errorf("of a closed store: %d %q", code, said)
	}
}
