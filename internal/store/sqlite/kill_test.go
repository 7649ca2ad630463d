package sqlite_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"dateline"
	"dateline/internal/store/sqlite"
	"dateline/internal/store/storetest"
)

// childPath names the file that a child process shall fill until it is killed.
const childPath = "DATELINE_TEST_FILL"

func TestMain(m *testing.M) {
	if path := os.Getenv(childPath); path != "" {
		fmt.Fprintln(os.Stderr, fill(path))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// fill keeps items for ever and says after each commit how many there are.
func fill(path string) error {
	ctx := context.Background()
	s, err := sqlite.Open(ctx, sqlite.Config{Path: path})
	if err != nil {
		return err
	}
	items := storetest.Sample(3000, false)
	for n := 0; n < len(items); n += 3 {
		err := s.Update(ctx, func(tx dateline.Tx) error {
			_, err := tx.Keep(ctx, items[n:n+3])
			return err
		})
		if err != nil {
			return err
		}
		fmt.Println(n + 3)
	}
	return fmt.Errorf("nobody killed the child in time")
}

// TestKill kills a child process between and within its commits, and demands
// that all it acknowledged is there, and that nothing is there by halves.
func TestKill(t *testing.T) {
	for _, after := range []int{3, 60, 150} {
		path := filepath.Join(t.TempDir(), fmt.Sprint(after, ".db"))
		acknowledged := killAfter(t, path, after)
		checkWhole(t, path, acknowledged)
	}
}

// killAfter lets a child acknowledge so many items, kills it, and returns how
// many it acknowledged in the end.
func killAfter(t *testing.T, path string, items int) (acknowledged int) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childPath+"="+path)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if _, err := fmt.Sscan(lines.Text(), &acknowledged); err != nil {
			t.Fatal(err)
		}
		if acknowledged == items {
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := child.Wait(); err == nil || acknowledged < items {
		t.Fatalf("the child ended by itself after %d items: %v", acknowledged, err)
	}
	return acknowledged
}

func checkWhole(t *testing.T, path string, acknowledged int) {
	t.Helper()
	ctx := t.Context()
	s, err := sqlite.Open(ctx, sqlite.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	err = s.View(ctx, func(tx dateline.Tx) error {
		last, err := tx.Last(ctx)
		if err != nil {
			return err
		}
		if last < int64(acknowledged) || last%3 != 0 {
			t.Errorf("%d items were acknowledged, the log holds %d", acknowledged, last)
		}
		_, items, err := tx.WordStats(ctx, nil)
		if err != nil {
			return err
		}
		found, err := tx.Find(ctx, dateline.Find{Limit: 10000})
		if err != nil {
			return err
		}
		if items != int(last) || len(found) != int(last) {
			t.Errorf("%d entries, %d items counted, %d found", last, items, len(found))
		}
		for _, k := range storetest.Sample(acknowledged, false) {
			if _, err := tx.Item(ctx, k.Item.ID); err != nil {
				return err
			}
			words := k.Words.Headline
			found, err := tx.Find(ctx, dateline.Find{Clauses: []dateline.Clause{{phrase(words)}}, Sources: []dateline.SourceID{k.Item.Source}})
			if err != nil || len(found) == 0 {
				t.Errorf("%q is not found: %v", words, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
