package intake

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"dateline"
	"dateline/internal/store/sqlite"
)

// childPath names the file into which a child process shall poll until it is killed.
const childPath = "DATELINE_TEST_POLL"

func TestMain(m *testing.M) {
	if path := os.Getenv(childPath); path != "" {
		if err := child(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child polls all sources and says after each how many items are kept.
func child(path string) error {
	ctx := context.Background()
	store, err := sqlite.Open(ctx, sqlite.Config{Path: path})
	if err != nil {
		return err
	}
	defer store.Close()
	in := New(Config{Store: store, Workers: 4})
	r, err := in.PollAll(ctx, func(r Report, total int) { fmt.Println(r.Kept) })
	if err == nil && len(r.Failed) > 0 {
		err = fmt.Errorf("%v", r.Failed)
	}
	return err
}

// TestKill kills a polling process at several moments and starts it again: all
// items are there, each once.
func TestKill(t *testing.T) {
	const sources, each = 30, 40
	w := newWeb(t)
	path := filepath.Join(t.TempDir(), "dateline.db")
	ctx := context.Background()
	store, err := sqlite.Open(ctx, sqlite.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	err = store.Update(ctx, func(tx dateline.Tx) error {
		for i := range sources {
			var items [][4]string
			for j := range each {
				items = append(items, [4]string{fmt.Sprintf("News %d", j), fmt.Sprintf("%d-%d", i, j), "", long("harbour")})
			}
			w.put(fmt.Sprintf("/%d", i), rss(items...))
			s := dateline.Source{ID: dateline.SourceID(fmt.Sprintf("s%d", i)), Feed: fmt.Sprintf("%s/%d", w.URL, i), AllowPrivate: true, Delay: -1, Pages: dateline.PagesNever}
			if err := tx.PutSource(ctx, s, time.Now()); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	for _, lines := range []int{1, 8, 17} {
		poll(t, path, lines)
	}
	poll(t, path, -1)
	if store, err = sqlite.Open(ctx, sqlite.Config{Path: path}); err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	all := kept(t, store)
	if len(all) != sources*each {
		t.Errorf("%d items of %d", len(all), sources*each)
	}
	for guid, n := range all {
		if n != 1 {
			t.Errorf("%s was kept %d times", guid, n)
		}
	}
}

// poll starts a child and kills it after so many lines; -1 lets it end.
func poll(t *testing.T, path string, lines int) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childPath+"="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	sc := bufio.NewScanner(out)
	for n := 1; sc.Scan(); n++ {
		if n == lines {
			_ = cmd.Process.Kill()
		}
	}
	if err := cmd.Wait(); err != nil && lines < 0 {
		t.Error(err)
	}
}
