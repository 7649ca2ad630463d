package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/config"
	"dateline/internal/desk"
	"dateline/internal/intake"
	"dateline/internal/store/mem"
)

// TestPollReport: what went wrong with which source comes before the sum, and the
// sum counts as people do.
func TestPollReport(t *testing.T) {
	for name, c := range map[string]struct {
		r    intake.Report
		want string
	}{
		"one": {
			intake.Report{Sources: 1, Kept: 1, Versions: 1, Pages: 1, Took: 1250 * time.Millisecond},
			"1 source polled (0 unchanged, 0 failed), 1 item kept, 1 new version, 1 page read, 1.2 s\n",
		},
		"several": {
			intake.Report{
				Sources: 3, NotModified: 1, Looks: 2, Elsewhere: 1,
				Warned: []intake.PollResult{{Source: "post", Warning: "cut off"}},
				Failed: []intake.PollResult{{Source: "gone", Error: "410"}},
			},
			"warning  post: cut off\nfailed   gone: 410\n2 pages looked at again\n1 source polled by the server that runs\n" +
				"3 sources polled (1 unchanged, 1 failed), 0 items kept, 0 new versions, 0 pages read, 0.0 s\n",
		},
	} {
		var out bytes.Buffer
		if err := printReport(&Env{Stdout: &out}, c.r); err != nil || out.String() != c.want {
			t.Errorf("%s: %v, got\n%swant\n%s", name, err, out.String(), c.want)
		}
	}
}

// TestHealthInWords: what a person must know of a source stands first.
func TestHealthInWords(t *testing.T) {
	now := time.Date(2026, 11, 22, 14, 32, 0, 0, time.UTC)
	lost := dateline.Reading{Habits: []dateline.Habit{
		{Trait: dateline.TraitByline, Lost: now, Since: now.Add(-time.Hour), Seen: 9, Share: 0.96},
		{Trait: dateline.TraitDate, Lost: now, Since: now.Add(-time.Hour), Seen: 9, Had: 2, Share: 1},
		{Trait: dateline.TraitText, Lost: now, Seen: 4, Share: 0.5}, {Trait: dateline.TraitLength, Lost: now, Seen: 4, Share: 0.5},
	}}
	polled := dateline.Poll{LastTry: now, LastGood: now.Add(-26 * time.Hour), Seen: 7, PerDay: 2.5, LastNew: now}
	for name, c := range map[string]struct {
		s    dateline.Source
		want string
	}{
		"files":      {dateline.Source{}, "not polled"},
		"new":        {dateline.Source{Feed: "f"}, "not polled yet"},
		"well":       {dateline.Source{Feed: "f", Poll: polled}, "last good 26h0m ago; 7 seen; 2.5 a day expected"},
		"just now":   {dateline.Source{Feed: "f", Poll: dateline.Poll{LastTry: now, LastGood: now}}, "last good just now; 0 seen"},
		"clock back": {dateline.Source{Feed: "f", Poll: dateline.Poll{LastTry: now, LastGood: now.Add(time.Hour)}}, "last good just now; 0 seen"},
		"failing":    {dateline.Source{Feed: "f", Poll: dateline.Poll{LastTry: now, LastError: "500", Failures: 2}}, "failed 2 times: 500; 0 seen"},
		"retired":    {dateline.Source{Feed: "f", Retired: true, Poll: dateline.Poll{LastTry: now, LastError: "410"}}, "retired; 0 seen"},
		"warned":     {dateline.Source{Feed: "f", Poll: dateline.Poll{LastTry: now, Warning: "cut off"}}, "0 seen; cut off"},
		"silent":     {dateline.Source{Feed: "f", Poll: dateline.Poll{LastTry: now, PerDay: 24, LastNew: now.Add(-6 * time.Hour)}}, "0 seen; 24.0 a day expected; silent for longer than usual"},
		"drifting": {
			dateline.Source{Feed: "f", Poll: dateline.Poll{LastTry: now, Reading: lost}},
			"! reads worse since 2026-11-22 13:32 UTC: none of 9 items with a byline (usually 96 %), 2 of 9 items with a date (usually 100 %)," +
				" none of 4 items with the whole text (usually 50 %), none of 4 items of the usual length (usually 50 %); 0 seen",
		},
	} {
		if got := health(&c.s, now); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
	}
	if got := traitWords("colour"); got != "colour" {
		t.Errorf("a trait of another age: %q", got)
	}
	for rule, want := range map[dateline.Rule]string{"": "release", dateline.RuleHold: "hold"} {
		if got := ruleName(&dateline.Source{Rule: rule}); got != want {
			t.Errorf("the rule %q is called %q", rule, got)
		}
	}
}

// TestLogger logs from the level that is set on, as text or as JSON.
func TestLogger(t *testing.T) {
	for _, c := range []struct {
		log         config.Log
		has, hasNot string
	}{
		{config.Log{Level: "info", Format: "text"}, "level=INFO msg=serving", "polled"},
		{config.Log{Level: "debug", Format: "text"}, "level=DEBUG msg=polled", "{"},
		{config.Log{Level: "error", Format: "json"}, `"level":"ERROR","msg":"broken"`, "serving"},
		{config.Log{Level: "odd"}, "msg=serving", "polled"},
	} {
		var out bytes.Buffer
		log := (&Env{Stderr: &out}).logger(c.log)
		log.Debug("polled")
		log.Info("serving")
		log.Error("broken")
		if !strings.Contains(out.String(), c.has) || strings.Contains(out.String(), c.hasNot) {
			t.Errorf("%+v: %s", c.log, out.String())
		}
	}
}

// TestLag: a stage is as far behind as the log is ahead of its cursor, and where
// the store is silent, it is not said to have caught up.
func TestLag(t *testing.T) {
	store := mem.New()
	a := &App{Store: store, log: slog.New(slog.DiscardHandler)}
	err := store.Update(t.Context(), func(tx dateline.Tx) error {
		if err := tx.Append(t.Context(), make([]dateline.Entry, 5)...); err != nil {
			return err
		}
		return tx.SetCursor(t.Context(), "wire", 3)
	})
	if err != nil {
		t.Fatal(err)
	}
	if wire, desk := a.lag("wire"), a.lag("desk"); wire != 2 || desk != 5 {
		t.Errorf("%v and %v", wire, desk)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if lag := a.lag("wire"); lag != -1 {
		t.Errorf("of a closed store: %v", lag)
	}
}

// TestSettings that mean something else below than above.
func TestSettings(t *testing.T) {
	if lookAgain(0) >= 0 || lookAgain(time.Hour) != time.Hour {
		t.Error("0 looks again never, where the intake takes it for the usual time")
	}
	names := dateline.Names{"en": "Marsa", "ar": "مرسى"}
	for _, other := range []dateline.Names{nil, {"en": "Marsa"}, {"en": "Marsa", "ar": "مرسا"}, {"en": "Marsa", "fr": "مرسى"}} {
		if sameNames(names, other) {
			t.Errorf("%v are the names %v", other, names)
		}
	}
	if !sameNames(names, dateline.Names{"ar": "مرسى", "en": "Marsa"}) || !sameNames(nil, dateline.Names{}) {
		t.Error("names are no more the same")
	}
	if most(5) != 5 || most(1<<62) <= 0 {
		t.Error("a limit is another one")
	}
	if out := newShell(t).must("version"); !strings.HasPrefix(out, "dateline "+versionName()+" go") {
		t.Errorf("version: %q", out)
	}
}

// TestPublicationIsRenamed: the publication's own source is called as the
// configuration has it, and changes only when that does.
func TestPublicationIsRenamed(t *testing.T) {
	cfg := config.Default()
	cfg.Data = t.TempDir()
	ctx := t.Context()
	entries := func(names map[string]string) (last int64) {
		cfg.Publication.Names = names
		app, err := Open(ctx, cfg, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Fatal(err)
		}
		defer app.Close()
		err = app.Store.View(ctx, func(tx dateline.Tx) error {
			own, err := tx.Source(ctx, dateline.OwnSource)
			if err == nil && (own.Name != names["en"] || own.Names["ar"] != names["ar"] || own.Usage != dateline.UsageFull) {
				t.Errorf("it is %+v, want %v", own, names)
			}
			last, _ = tx.Last(ctx)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return last
	}
	first := entries(map[string]string{"en": "Marsa", "ar": "مرسى"})
	if again := entries(map[string]string{"en": "Marsa", "ar": "مرسى"}); again != first {
		t.Errorf("%d log entries, then %d, and nothing changed", first, again)
	}
	if renamed := entries(map[string]string{"en": "Marsa Daily", "ar": "مرسى"}); renamed != first+1 {
		t.Errorf("%d log entries, then %d", first, renamed)
	}
}

// TestFolderIsHeld: a second program on the folder is told so, and the first one
// is left alone.
func TestFolderIsHeld(t *testing.T) {
	cfg := config.Default()
	cfg.Data = filepath.Join(t.TempDir(), "deep", "down")
	log := slog.New(slog.DiscardHandler)
	first, err := Open(t.Context(), cfg, log)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), cfg, log); !errors.Is(err, errElsewhere) {
		t.Errorf("a second one: %v", err)
	}
	if info, err := os.Stat(cfg.Data); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder is open to others: %v, %v", info.Mode(), err)
	}
	if err := errors.Join(first.Close(), first.Close()); err != nil {
		t.Errorf("closed, and closed again: %v", err)
	}
	again, err := Open(t.Context(), cfg, log)
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
	if _, err := Open(t.Context(), config.Config{Data: "/dev/null/x"}, log); err == nil || !strings.Contains(err.Error(), "data folder") {
		t.Errorf("no folder: %v", err)
	}
}

// TestSettleGivesUp: stages that stand still are not waited for when nobody waits
// any more, and an order about persons that was carried out is not forgotten.
func TestSettleGivesUp(t *testing.T) {
	cfg := config.Default()
	cfg.Data = t.TempDir()
	app, err := Open(t.Context(), cfg, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer app.Close()
	app.deskLink = func() string { return "" } // as if a newsroom ran
	if _, err := app.Desk.File(t.Context(), desk.Draft{Headline: "Berths reopen", By: "rania"}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := app.settle(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("nobody runs the stages: %v", err)
	}
	app.deskLink = nil
	if err := app.settle(t.Context()); err != nil {
		t.Error(err)
	}
	app.deskLink = func() string { return "" }
	if err := app.settle(t.Context()); err != nil {
		t.Errorf("nothing is left: %v", err)
	}
	order := dateline.PersonOrder{Kind: dateline.PersonHide, Person: "nobody", By: "rania", Reason: "a minor"}
	if err := (settledDesk{app.Desk, app.settle}).Order(t.Context(), order); !errors.Is(err, dateline.ErrNotFound) {
		t.Errorf("an order about nobody: %v", err)
	}
}

// TestExportToNowhere: a list that cannot be written is an error.
func TestExportToNowhere(t *testing.T) {
	s := newShell(t)
	for _, name := range []string{"none/list.opml", "."} {
		if _, complaint, code := s.run("sources", "export", name); code == exitOK || complaint == "" {
			t.Errorf("%s: exit %d, %q", name, code, complaint)
		}
	}
	if out := s.must("sources", "export"); !strings.Contains(out, "<opml") {
		t.Errorf("to standard output: %q", out)
	}
}

// TestControlSocketTakesCommandsOnly: what is no command line is refused, and a
// reader that goes away ends nothing but its command.
func TestControlSocketTakesCommandsOnly(t *testing.T) {
	a := &App{log: slog.New(slog.DiscardHandler)}
	w := httptest.NewRecorder()
	a.serveRun(w, httptest.NewRequest(http.MethodPost, "/run", strings.NewReader("desk list")))
	if w.Code != http.StatusBadRequest {
		t.Errorf("no command line: %d", w.Code)
	}
	w = httptest.NewRecorder()
	a.serveRun(w, httptest.NewRequest(http.MethodPost, "/run", strings.NewReader(`{"Args":["version"]}`)))
	if body := w.Body.String(); !strings.Contains(body, `{"Out":"dateline `) || !strings.Contains(body, fmt.Sprintf(`{"Exit":%d}`, exitOK)) {
		t.Errorf("a command: %q", body)
	}
	w = httptest.NewRecorder()
	a.serveRun(w, httptest.NewRequest(http.MethodPost, "/run", strings.NewReader(`{"Args":["desk","list"]}`))) // there is no desk
	if body := w.Body.String(); !strings.Contains(body, "fault of this program") || !strings.Contains(body, fmt.Sprintf(`{"Exit":%d}`, exitFailed)) {
		t.Errorf("a command that panics: %q", body)
	}
	gone := errors.New("gone")
	if _, err := writerFunc(func([]byte) error { return gone }).Write([]byte("x")); !errors.Is(err, gone) {
		t.Errorf("a reader that went away: %v", err)
	}
	var out, complaints bytes.Buffer
	env := &Env{Stdout: &out, Stderr: &complaints}
	if code, err := copyFrames(env, strings.NewReader(`{"Out":"a"}{"Err":"b"}{"Out":"c"}{"Exit":3}`)); code != 3 || err != nil || out.String() != "ac" || complaints.String() != "b" {
		t.Errorf("frames: %d, %v, %q %q", code, err, out.String(), complaints.String())
	}
	if _, err := copyFrames(env, strings.NewReader(`{"Out":"a"}{"Ou`)); !errors.Is(err, dateline.ErrUnavailable) {
		t.Errorf("a server that stopped: %v", err)
	}
}

// TestServerDies: a server that is gone in the midst of a command is told from one
// that never answered.
func TestServerDies(t *testing.T) {
	s := newShell(t)
	folder := filepath.Join(s.dir, ".dateline")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	env := &Env{Context: t.Context(), Stdin: strings.NewReader(""), Getenv: func(string) string { return "" }, Dir: s.dir}
	if _, err := forward(env, []string{"desk", "list"}); !errors.Is(err, dateline.ErrUnavailable) || !strings.Contains(err.Error(), "does not answer") {
		t.Errorf("nobody listens: %v", err)
	}
	listener, err := net.Listen("unix", socketPath(folder))
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	go func() {
		for {
			c, err := listener.Accept()
			if err != nil {
				return
			}
			_, _ = http.ReadRequest(bufio.NewReader(c)) // it has begun
			_ = c.Close()
		}
	}()
	_, err = forward(env, []string{"desk", "list"})
	if !errors.Is(err, dateline.ErrUnavailable) || !strings.Contains(err.Error(), "stopped before the command was done") || strings.Contains(err.Error(), "--data") {
		t.Errorf("it dies: %v", err)
	}
}
