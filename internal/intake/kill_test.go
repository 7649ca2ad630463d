//go:build !fuzz

package intake

import (
	"bufio"
	"cmp"
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

const (
	// childPath names the file into which a child process shall poll until it is
	// killed, and childAhead how far its clock is ahead.
	childPath  = "DATELINE_TEST_POLL"
	childAhead = "DATELINE_TEST_AHEAD"
)

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
	ahead, err := time.ParseDuration(cmp.Or(os.Getenv(childAhead), "0s"))
	if err != nil {
		return err
	}
	in := New(Config{Store: store, Workers: 4, Now: func() time.Time { return time.Now().Add(ahead) }})
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

// TestKillLooking kills a process that looks at changed pages again, at several
// moments, and starts it again: each change is one version, and each page is
// looked at again.
func TestKillLooking(t *testing.T) {
	const items = 90
	w := newWeb(t)
	path := filepath.Join(t.TempDir(), "dateline.db")
	var entries [][4]string
	for i := range items {
		entries = append(entries, [4]string{fmt.Sprintf("News %d", i), fmt.Sprint(i), fmt.Sprintf("{}/%d", i), "…"})
		w.put(fmt.Sprintf("/%d", i), page(fmt.Sprintf("News %d", i), opening, "one"))
	}
	w.put("/feed", rss(entries...))
	s := dateline.Source{ID: "s", Feed: w.URL + "/feed", AllowPrivate: true, Delay: -1}
	came := time.Now().Add(-2 * time.Hour)
	ctx := context.Background()
	with(t, path, func(store dateline.Store) {
		err := store.Update(ctx, func(tx dateline.Tx) error { return tx.PutSource(ctx, s, came) })
		if err == nil {
			_, err = New(Config{Store: store, Now: func() time.Time { return came }}).PollAll(ctx, nil)
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	for i := range items {
		w.put(fmt.Sprintf("/%d", i), page(fmt.Sprintf("News %d", i), opening+" They wait for food.", "two"))
	}
	asked := func() (n int) {
		for i := range items {
			n += w.count(fmt.Sprintf("/%d", i))
		}
		return n
	}
	begin := asked()
	for i, looks := range []int{5, 30, 60} {
		killWhen(t, path, time.Duration(i)*(lease+time.Minute), func() bool { return asked() >= begin+looks })
	}
	killWhen(t, path, 4*(lease+time.Minute), func() bool { return false })
	with(t, path, func(store dateline.Store) { lookedAtAll(t, store, items) })
}

// with opens a store for a while.
func with(t *testing.T, path string, f func(dateline.Store)) {
	t.Helper()
	store, err := sqlite.Open(context.Background(), sqlite.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	f(store)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
}

// killWhen starts a child whose clock is ahead and kills it as soon as the time
// has come, or lets it end.
func killWhen(t *testing.T, path string, ahead time.Duration, when func() bool) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childPath+"="+path, childAhead+"="+ahead.String())
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for killed := false; ; time.Sleep(200 * time.Microsecond) {
		select {
		case err := <-ended:
			if err != nil && !killed {
				t.Error(err)
			}
			return
		default:
		}
		if !killed && when() {
			killed = true
			_ = cmd.Process.Kill()
		}
	}
}

// lookedAtAll demands one later version of each item, told once, and that each
// is looked at again some day.
func lookedAtAll(t *testing.T, store dateline.Store, items int) {
	t.Helper()
	ctx := context.Background()
	told := map[dateline.ItemID]int{}
	err := store.View(ctx, func(tx dateline.Tx) error {
		entries, err := tx.Entries(ctx, 0, 100_000)
		if err != nil {
			return err
		}
		var ids []dateline.ItemID
		for _, e := range entries {
			switch e.Kind {
			case dateline.EntryKept:
				ids = append(ids, e.Item)
			case dateline.EntryVersion:
				told[e.Item]++
			}
		}
		looks, err := tx.LooksOf(ctx, ids)
		if len(looks) != items || len(ids) != items {
			t.Errorf("%d items of %d, %d looks", len(ids), items, len(looks))
		}
		for _, id := range ids {
			if told[id] != 1 || !looks[id].Next.After(time.Now()) {
				t.Errorf("%s has %d later versions, and is looked at again %v", id, told[id], looks[id].Next)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
