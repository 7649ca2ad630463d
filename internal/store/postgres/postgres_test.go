package postgres_test

import (
	"errors"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"dateline"
	"dateline/internal/store/postgres"
	"dateline/internal/store/postgres/pgtest"
	"dateline/internal/store/storetest"
)

var server *pgtest.Server

func TestMain(m *testing.M) { os.Exit(pgtest.Main(m, &server)) }

func open(t testing.TB, url string) dateline.Store {
	t.Helper()
	s, err := postgres.Open(t.Context(), postgres.Config{URL: url})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) dateline.Store { return open(t, server.Database(t)) })
}

// TestServerRestarts demands that a store goes on when all its idle connections
// have died.
func TestServerRestarts(t *testing.T) {
	url := server.Database(t)
	s := open(t, url)
	use := func() {
		t.Helper()
		err := s.Update(t.Context(), func(tx dateline.Tx) error { return tx.SetCursor(t.Context(), "a", 1) })
		if err != nil {
			t.Error(err)
		}
		var views sync.WaitGroup
		for range 4 {
			views.Go(func() {
				err := s.View(t.Context(), func(tx dateline.Tx) error {
					_, err := tx.Cursor(t.Context(), "a")
					time.Sleep(20 * time.Millisecond)
					return err
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		views.Wait()
	}
	use()
	c, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.Exec(t.Context(), "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'")
	if err := errors.Join(err, c.Close(t.Context())); err != nil {
		t.Fatal(err)
	}
	use()
}

// TestConnectionBreaks demands that a connection that breaks in the middle is
// said to be the machine's fault.
func TestConnectionBreaks(t *testing.T) {
	url := server.Database(t)
	s := open(t, url)
	err := s.Update(t.Context(), func(tx dateline.Tx) error {
		c, err := pgx.Connect(t.Context(), url)
		if err != nil {
			return err
		}
		_, err = c.Exec(t.Context(), "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'")
		if err := errors.Join(err, c.Close(t.Context())); err != nil {
			return err
		}
		return tx.SetCursor(t.Context(), "a", 1)
	})
	if !errors.Is(err, dateline.ErrUnavailable) || !strings.Contains(err.Error(), "the database") {
		t.Errorf("the connection broke: %v", err)
	}
	err = s.Update(t.Context(), func(tx dateline.Tx) error { return tx.SetCursor(t.Context(), "", -1<<62) })
	if errors.Is(err, dateline.ErrUnavailable) {
		t.Errorf("the next one: %v", err)
	}
}

// TestOpenFails demands errors that say what is wrong and keep the password.
func TestOpenFails(t *testing.T) {
	for url, want := range map[string]error{
		"postgres://a:secret@127.0.0.1:1/x?connect_timeout=2": dateline.ErrUnavailable,
		"postgres://a:secret@127.0.0.1:port/x":                dateline.ErrInvalid,
	} {
		_, err := postgres.Open(t.Context(), postgres.Config{URL: url})
		if !errors.Is(err, want) || strings.Contains(err.Error(), "secret") {
			t.Errorf("open %s: %v", url, err)
		}
	}
}

func TestOpenOlder(t *testing.T) {
	url := server.Database(t)
	reopen := func() dateline.Store {
		s, err := postgres.Open(t.Context(), postgres.Config{URL: url})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	storetest.OpenOlder(t, reopen, func(text string) { execute(t, url, text) })
}

func TestOpenNewer(t *testing.T) {
	url := server.Database(t)
	reopen := func() (dateline.Store, error) { return postgres.Open(t.Context(), postgres.Config{URL: url}) }
	storetest.OpenNewer(t, reopen, func(text string) { execute(t, url, text) })
}

// execute runs a statement on a database, beside any store.
func execute(t *testing.T, url, text string) {
	t.Helper()
	c, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.Exec(t.Context(), text)
	if err := errors.Join(err, c.Close(t.Context())); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
}
