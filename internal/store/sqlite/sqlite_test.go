package sqlite_test

import (
	"bytes"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/store/sqlite"
	"dateline/internal/store/storetest"
)

func open(t testing.TB, path string) dateline.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), sqlite.Config{Path: path})
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
	storetest.Run(t, func(t *testing.T) dateline.Store {
		return open(t, filepath.Join(t.TempDir(), "dateline.db"))
	})
}

func phrase(words string) dateline.Phrase { return strings.Fields(words) }

// TestReopen demands that what was kept is there after the file was closed.
func TestReopen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a folder with ? and %41.db")
	items := storetest.Sample(20, false)
	for n := range 2 {
		s, err := sqlite.Open(t.Context(), sqlite.Config{Path: path})
		if err != nil {
			t.Fatal(err)
		}
		err = s.Update(t.Context(), func(tx dateline.Tx) error {
			outcomes, err := tx.Keep(t.Context(), items)
			for _, o := range outcomes {
				if o.Version != 1 || (o.What == "") != (n == 1) {
					t.Errorf("opened %d times: %+v", n+1, o)
				}
			}
			return err
		})
		if err := errors.Join(err, s.Close()); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

// TestFilesAreTheDesksOwn: what is held, killed or under embargo is in the files, so
// nobody else on the machine may read them, whatever folder they stand in. Who has
// opened them to others keeps that.
func TestFilesAreTheDesksOwn(t *testing.T) {
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "dateline.db")
	modes := func(want os.FileMode) {
		t.Helper()
		s := open(t, path)
		if err := s.Update(t.Context(), func(tx dateline.Tx) error { return tx.SetCursor(t.Context(), "a", 1) }); err != nil {
			t.Fatal(err)
		}
		files, err := filepath.Glob(path + "*")
		if err != nil || len(files) != 3 {
			t.Fatalf("files %v, %v", files, err)
		}
		for _, f := range files {
			if info, err := os.Stat(f); err != nil || info.Mode().Perm() != want {
				t.Errorf("%s: %v, %v, want %v", filepath.Base(f), info.Mode(), err, want)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	modes(0o600)
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	modes(0o640)
}

// TestTwoProcesses demands that a second opener of the file waits for the first
// one's transaction instead of failing.
func TestTwoProcesses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline.db")
	one, two := open(t, path), open(t, path)
	inside, done := make(chan bool), make(chan error)
	go func() {
		done <- one.Update(t.Context(), func(tx dateline.Tx) error {
			close(inside)
			time.Sleep(100 * time.Millisecond)
			return tx.SetCursor(t.Context(), "a", 1)
		})
	}()
	<-inside
	err := two.Update(t.Context(), func(tx dateline.Tx) error { return tx.SetCursor(t.Context(), "a", 2) })
	if err := errors.Join(err, <-done); err != nil {
		t.Error(err)
	}
}

// TestOpenSaysWhatToDo: what cannot be opened is the machine's fault, and the
// message says what to do.
func TestOpenSaysWhatToDo(t *testing.T) {
	folder := t.TempDir()
	junk := filepath.Join(folder, "junk.db")
	if err := os.WriteFile(junk, bytes.Repeat([]byte("no database "), 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{junk: "put back a copy", folder: "who may write"} {
		s, err := sqlite.Open(t.Context(), sqlite.Config{Path: path})
		if err == nil {
			s.Close()
		}
		if !errors.Is(err, dateline.ErrUnavailable) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", filepath.Base(path), err, want)
		}
	}
}

// TestFullDisk demands that what does not fit is said to be the machine's fault,
// leaves no trace, and goes in once there is room.
func TestFullDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline.db")
	items := storetest.Sample(400, false)
	keep := func(s dateline.Store) error {
		return s.Update(t.Context(), func(tx dateline.Tx) error {
			_, err := tx.Keep(t.Context(), items)
			return err
		})
	}
	small, err := sqlite.Open(t.Context(), sqlite.Small(path, 200))
	if err != nil {
		t.Fatal(err)
	}
	if err := keep(small); !errors.Is(err, dateline.ErrUnavailable) || !strings.Contains(err.Error(), "make room") {
		t.Fatalf("on a full disk: %v", err)
	}
	if err := small.Close(); err != nil {
		t.Fatal(err)
	}
	s := open(t, path)
	if err := keep(s); err != nil {
		t.Fatal(err)
	}
	err = s.View(t.Context(), func(tx dateline.Tx) error {
		entries, err := tx.Entries(t.Context(), 0, 1000)
		if len(entries) != len(items) {
			t.Errorf("%d entries for %d items", len(entries), len(items))
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestOpenFails demands an error that names the file.
func TestOpenFails(t *testing.T) {
	_, err := sqlite.Open(t.Context(), sqlite.Config{Path: filepath.Join(t.TempDir(), "none", "dateline.db")})
	if err == nil || !strings.Contains(err.Error(), "none") {
		t.Errorf("a file in a folder that is not there: %v", err)
	}
}

// TestErasedBytesGo looks for what was erased in the file itself.
func TestErasedBytesGo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline.db")
	s := open(t, path)
	items := storetest.Sample(200, false)
	secret := &items[100].Item
	secret.Headline, secret.URL = "Zk7Qx9Vw2Jp headline", "https://x.example/Zk7Qx9Vw2Jp"
	secret.Body[0].Text = "Zk7Qx9Vw2Jp " + secret.Body[0].Text
	items[100].Words.Terms = []byte("Zk7Qx9Vw2Jp")
	items[100].Words.Headline += " zk7qx9vw2jp"
	items[100].Words.Stems += " ƨzk7qx9vw2jp"
	filing := dateline.Filing{Item: secret.ID, Status: dateline.Usable, Notices: []dateline.FiledNotice{
		{Notice: dateline.Notice{Kind: dateline.Correct, Text: "Zk7Qx9Vw2Jp"}},
	}}
	holds := func() bool {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return bytes.Contains(bytes.ToLower(data), []byte("zk7qx9vw2jp"))
	}
	update := func(f func(tx dateline.Tx) error) {
		t.Helper()
		if err := s.Update(t.Context(), f); err != nil {
			t.Fatal(err)
		}
		sqlite.Checkpoint(t, path)
	}
	update(func(tx dateline.Tx) error {
		if _, err := tx.Keep(t.Context(), items); err != nil {
			return err
		}
		return tx.File(t.Context(), []dateline.Filing{filing})
	})
	update(func(tx dateline.Tx) error {
		_, err := tx.Decide(t.Context(), dateline.Decision{Item: secret.ID, Kind: dateline.Hold, Reason: "Zk7Qx9Vw2Jp"})
		return err
	})
	if !holds() {
		t.Fatal("the test cannot see what it looks for")
	}
	update(func(tx dateline.Tx) error { // the secret goes to the past, and more is written
		again := items[100]
		again.Item.Headline = "Zk7Qx9Vw2Jp corrected"
		if _, err := tx.Keep(t.Context(), append(storetest.Sample(400, false)[200:], again)); err != nil {
			return err
		}
		old := items[100]
		old.Item.Version = 1
		return tx.PutPast(t.Context(), []dateline.Kept{old})
	})
	update(func(tx dateline.Tx) error { return tx.Erase(t.Context(), secret.ID, time.Now()) })
	if err := s.(dateline.Purger).Purge(t.Context()); err != nil {
		t.Fatal(err)
	}
	sqlite.Checkpoint(t, path)
	if holds() {
		t.Error("the erased bytes are still in the file")
	}
}

func TestOpenOlder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline.db")
	reopen := func() dateline.Store {
		s, err := sqlite.Open(t.Context(), sqlite.Config{Path: path})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	storetest.OpenOlder(t, reopen, func(text string) { execute(t, path, text) })
}

func TestOpenNewer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline.db")
	reopen := func() (dateline.Store, error) { return sqlite.Open(t.Context(), sqlite.Config{Path: path}) }
	storetest.OpenNewer(t, reopen, func(text string) { execute(t, path, text) })
}

// execute runs a statement on a file while no store is open.
func execute(t *testing.T, path, text string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec(text)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
}
