package main

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/intake"
)

// TestStoppedWaitsForNothing: a command that is stopped leaves to the next one what
// the stages have not come to, and loses nothing.
func TestStoppedWaitsForNothing(t *testing.T) {
	s := newShell(t)
	s.write("items.jsonl", items)
	begin := func(ctx context.Context) (*Env, *App) {
		t.Helper()
		var out bytes.Buffer
		env := &Env{Context: ctx, Stdout: &out, Stderr: &out, Getenv: func(k string) string { return s.env[k] }, Dir: s.dir}
		app, err := env.app()
		if err != nil {
			t.Fatal(err)
		}
		return env, app
	}
	come := func(app *App) (at int64) {
		t.Helper()
		err := app.Store.View(t.Context(), func(tx dateline.Tx) (err error) {
			at, err = tx.Cursor(t.Context(), "match")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	ctx, stop := context.WithCancel(t.Context())
	env, app := begin(ctx)
	if taken, err := app.Intake.Take(ctx, s.dir+"/items.jsonl", intake.TakeOptions{}); err != nil || taken.Kept < 2 {
		t.Fatalf("%+v, %v", taken, err)
	}
	stop()
	if err := env.close(); err != nil {
		t.Errorf("stopped: %v", err)
	}
	env, app = begin(t.Context())
	if at := come(app); at != 0 {
		t.Errorf("the stage went on to %d", at)
	}
	if err := env.close(); err != nil {
		t.Error(err)
	}
	env, app = begin(t.Context())
	if come(app) == 0 {
		t.Error("the next command did not take it up")
	}
	if err := env.close(); err != nil {
		t.Error(err)
	}
}

// TestStoppedSaysSo in words, whatever it was that stopped.
func TestStoppedSaysSo(t *testing.T) {
	s := newShell(t)
	s.write("items.jsonl", items)
	s.must("take", "items.jsonl")
	ctx, stop := context.WithCancel(t.Context())
	stop()
	for _, args := range [][]string{{"poll", "--all", "--wait"}, {"take", "items.jsonl"}, {"search", "ferry"}} {
		var out, complaint bytes.Buffer
		code := run(&Env{Context: ctx, Stdout: &out, Stderr: &complaint, Getenv: func(k string) string { return s.env[k] }, Dir: s.dir}, args)
		if code == exitOK || !strings.HasPrefix(complaint.String(), "dateline: stopped before it was done") || strings.Count(complaint.String(), "\n") != 1 {
			t.Errorf("%v: exit %d, %q", args, code, complaint.String())
		}
	}
}

// TestStoppedAtItsStart: a server that is stopped before all of it has begun has ended
// well, as one that is stopped later has.
func TestStoppedAtItsStart(t *testing.T) {
	s := newShell(t)
	s.env["DATELINE_LISTEN"] = "127.0.0.1:0"
	var out bytes.Buffer
	env := &Env{Context: t.Context(), Stdout: &out, Stderr: &out, Getenv: func(k string) string { return s.env[k] }, Dir: s.dir}
	app, err := env.app()
	if err != nil {
		t.Fatal(err)
	}
	site, err := app.newSite(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := app.serve(ctx, site); err != nil {
		t.Errorf("it ended with %v", err)
	}
	if err := env.close(); err != nil {
		t.Error(err)
	}
}

// TestImportKnowsItsWords: a line with a setting that means nothing is refused, for
// what it was meant to keep back would be published, and keeps no other out.
func TestImportKnowsItsWords(t *testing.T) {
	s := newShell(t)
	line := func(name, set string) string {
		return `<outline text="` + name + `" xmlUrl="https://` + name + `.example/f" ` + set + `/>`
	}
	s.write("list.opml", `<opml version="2.0" xmlns:dateline="urn:dateline:source"><body>`+line("a", `dateline:usage="desk only"`)+line("b", `dateline:rule="wait"`)+
		line("c", `dateline:kind="paper"`)+line("d", `dateline:pages="no"`)+line("e", `dateline:lost="no"`)+line("f", `dateline:again="no"`)+
		line("g", `dateline:usage="Link" dateline:rule="Hold"`)+`</body></opml>`)
	out, complaint, code := s.run("sources", "import", "list.opml")
	if code == exitOK || !strings.Contains(out, "1 source added") || !strings.Contains(complaint, `"desk only" is no usage: it may be full, excerpt, link, desk`) {
		t.Errorf("exit %d, %q, %q", code, out, complaint)
	}
	for _, what := range []string{`"wait" is no rule`, `"paper" is no kind`, `"no" is no pages`, `"no" is no lost`, `"no" is no again`, "6 of 7 could not be added"} {
		if !strings.Contains(complaint, what) {
			t.Errorf("it does not say that %s: %q", what, complaint)
		}
	}
	if list := s.must("sources", "list"); !strings.Contains(list, "link     hold") {
		t.Error(list)
	}
}

// TestAddTellsTheID: of a second feed of one host the id is told that it got.
func TestAddTellsTheID(t *testing.T) {
	press := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(`<rss version="2.0"><channel><title>Harbour</title></channel></rss>`))
	}))
	defer press.Close()
	s := newShell(t)
	for _, want := range []string{"", "-2", "-3"} {
		out := s.must("sources", "add", press.URL+"/rss"+want, "--allow-private", "--delay", "0")
		id, _, _ := strings.Cut(out, ":")
		if !strings.HasSuffix(id, want) || !strings.Contains(s.must("sources", "list"), id+" ") {
			t.Errorf("%q: it says %q", want, out)
		}
	}
}
