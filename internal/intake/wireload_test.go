//go:build !fuzz

package intake

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/datatest"
	"dateline/internal/format/opml"
	"dateline/internal/search"
	"dateline/internal/store/mem"
	"dateline/internal/store/sqlite"
)

// wireload starts the fake news web that stands beside the data, on free ports,
// and returns its address. Tests with it run where DATELINE_DATA is set.
func wireload(t testing.TB, hosts int, flags ...string) string {
	t.Helper()
	program := datatest.Path(t, "..", "tools", "wireload")
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(program)); err != nil {
		t.Skip(err)
	}
	build := exec.Command("go", "build", "-o", "wireload", ".")
	build.Dir = dir
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	port := freePorts(t, hosts)
	address := fmt.Sprintf("127.0.0.1:%d", port)
	cmd := exec.Command(filepath.Join(dir, "wireload"), append([]string{"serve", "-addr", address, "-hosts", fmt.Sprint(hosts)}, flags...)...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	base := "http://" + address
	for range 100 {
		if r, err := http.Get(base + "/feeds.txt"); err == nil {
			r.Body.Close()
			return base
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("wireload does not answer")
	return ""
}

// freePorts finds so many free ports in a row.
func freePorts(t testing.TB, n int) int {
	t.Helper()
	for range 50 {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		port := l.Addr().(*net.TCPAddr).Port
		l.Close()
		free := true
		for i := 1; i < n && free; i++ {
			l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port+i))
			if free = err == nil; free {
				l.Close()
			}
		}
		if free {
			return port
		}
	}
	t.Fatal("no free ports")
	return 0
}

// subscribe puts wireload's sources into a store.
func subscribe(t testing.TB, store dateline.Store, base string, pages dateline.PageMode) {
	t.Helper()
	doc, err := opml.Read(get(t, base+"/opml"))
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	err = store.Update(ctx, func(tx dateline.Tx) error {
		for i, s := range FromOPML(doc) {
			s.ID = dateline.SourceID(fmt.Sprintf("feed-%d", i))
			s.AllowPrivate, s.Delay, s.Pages = true, -1, pages
			if err := tx.PutSource(ctx, s, time.Now()); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func get(t testing.TB, address string) []byte {
	t.Helper()
	r, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestRace is the standard race: everything once, then everything unchanged,
// then a change.
func TestRace(t *testing.T) {
	for _, c := range []struct {
		name  string
		pages dateline.PageMode
	}{{"feeds alone", dateline.PagesNever}, {"with pages", dateline.PagesAlways}} {
		t.Run(c.name, func(t *testing.T) {
			if testing.Short() {
				t.Skip("long")
			}
			base := wireload(t, 1)
			store, err := sqlite.Open(t.Context(), sqlite.Config{Path: filepath.Join(t.TempDir(), "dateline.db")})
			if err != nil {
				t.Fatal(err)
			}
			defer store.Close()
			subscribe(t, store, base, c.pages)
			in := New(Config{Store: store, Words: search.Words})
			before := datatest.CPU(t)
			r, err := in.PollAll(context.Background(), nil)
			if err != nil {
				t.Fatal(err)
			}
			used := datatest.CPU(t) - before
			t.Logf("%d items in %v, %.3f ms of CPU each", r.Kept, r.Took.Round(time.Millisecond), used.Seconds()*1000/float64(r.Kept))
			all := kept(t, store)
			if r.Kept != 10_000 || len(all) != 10_000 || len(r.Failed) != 0 || len(r.Warned) != 0 {
				t.Errorf("%d kept, %d of them different; failed %v, warned %v", r.Kept, len(all), r.Failed, r.Warned)
			}
			for guid, n := range all {
				if n != 1 {
					t.Errorf("%s was kept %d times", guid, n)
				}
			}
			before = datatest.CPU(t)
			r, err = in.PollAll(context.Background(), nil)
			if err != nil || r.NotModified != 200 || r.Kept+r.Versions != 0 {
				t.Errorf("again: %v %+v", err, r)
			}
			t.Logf("unchanged: %v, %.3f ms of CPU a feed", r.Took.Round(time.Millisecond), (datatest.CPU(t)-before).Seconds()*1000/200)
			get(t, base+"/ctl/tick")
			r, err = in.PollAll(context.Background(), nil)
			if err != nil || r.Kept != 400 || r.Versions != 0 {
				t.Errorf("after a change: %v %+v", err, r)
			}
			if s := string(get(t, base+"/ctl/stats")); !strings.Contains(s, `"page_repeat":0`) {
				t.Errorf("pages were fetched twice: %s", s)
			}
		})
	}
}

// TestFaults: what can be reached is kept, what is broken is named.
func TestFaults(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	base := wireload(t, 20, "-slow", ".05", "-slow-ms", "1500", "-broken", ".06")
	store := mem.New()
	subscribe(t, store, base, dateline.PagesNever)
	c := Config{Store: store}
	c.Fetch.HeaderTimeout = 4 * time.Second
	in := New(c)
	r, err := in.PollAll(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	// Of the 200 feeds 12 are broken, two of each kind; those that are cut at
	// two thirds still give entries.
	want, reasons := expected(t, base, r)
	for _, f := range append(r.Failed, r.Warned...) {
		t.Logf("%s: %s%s", f.Source, f.Error, f.Warning)
	}
	checkAllKept(t, want, kept(t, store))
	for reason, n := range map[string]int{"500": 2, "404": 2, "web page": 2, "in time": 2, "circle": 2, "breaks off": 2} {
		if reasons[reason] != n {
			t.Errorf("%d sources are named with %q, not %d", reasons[reason], reason, n)
		}
	}
}

// TestKilledOnAFaultyWeb kills the process that polls such a web, again and
// again, and lets the last one end. DATELINE_SOAK says how often it is killed.
func TestKilledOnAFaultyWeb(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	kills, err := strconv.Atoi(cmp.Or(os.Getenv("DATELINE_SOAK"), "2"))
	if err != nil {
		t.Fatal(err)
	}
	base := wireload(t, 20, "-slow", ".05", "-slow-ms", "1500", "-broken", ".06")
	path := filepath.Join(t.TempDir(), "dateline.db")
	store, err := sqlite.Open(t.Context(), sqlite.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	subscribe(t, store, base, dateline.PagesNever)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	for n := range kills {
		poll(t, path, 1+(37*n+11)%150) // anywhere among the 200 sources
	}
	if store, err = sqlite.Open(t.Context(), sqlite.Config{Path: path}); err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	c := Config{Store: store}
	c.Fetch.HeaderTimeout = 4 * time.Second
	r, err := New(c).PollAll(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	want, reasons := expected(t, base, r)
	checkAllKept(t, want, kept(t, store))
	if len(reasons) != 6 {
		t.Errorf("sources are named with %v, not with each of six reasons", reasons)
	}
}

// checkAllKept wants each item once and no other.
func checkAllKept(t *testing.T, want map[string]bool, all map[string]int) {
	t.Helper()
	lost, double := 0, 0
	for guid := range want {
		if all[guid] == 0 {
			lost++
		}
	}
	for _, n := range all {
		if n > 1 {
			double++
		}
	}
	if lost+double > 0 || len(all) != len(want) {
		t.Errorf("%d items of %d: %d lost, %d double", len(all), len(want), lost, double)
	}
}

// expected are the guids that can be reached, from the truth and, for feeds that
// are cut, from their own bytes.
func expected(t *testing.T, base string, r Report) (map[string]bool, map[string]int) {
	t.Helper()
	broken := map[int]bool{}
	reasons := map[string]int{}
	want := map[string]bool{}
	for _, f := range append(append([]PollResult(nil), r.Failed...), r.Warned...) {
		var n int
		fmt.Sscanf(string(f.Source), "feed-%d", &n)
		broken[n] = true
		for _, reason := range []string{"500", "404", "web page", "in time", "circle", "breaks off"} {
			if strings.Contains(f.Error+f.Warning, reason) {
				reasons[reason]++
			}
		}
		if f.Warning != "" {
			for _, guid := range wholeGUIDs(get(t, strings.TrimSpace(strings.Split(string(get(t, base+"/feeds.txt")), "\n")[n]))) {
				want[guid] = true
			}
		}
	}
	dec := json.NewDecoder(bytes.NewReader(get(t, base+"/truth.jsonl")))
	for dec.More() {
		var row struct {
			Feed int
			ID   string
		}
		if err := dec.Decode(&row); err != nil {
			t.Fatal(err)
		}
		if !broken[row.Feed] {
			want[row.ID] = true
		}
	}
	return want, reasons
}

// wholeGUIDs are the ids of the entries that end before the document does,
// found without the parser under test.
func wholeGUIDs(doc []byte) []string {
	var out []string
	for _, end := range []string{"</item>", "</entry>", "\"}]}"} {
		parts := strings.Split(string(doc), end)
		for _, p := range parts[:len(parts)-1] {
			if i := strings.Index(p, "tag:loadgen.example"); i >= 0 {
				id := p[i:]
				out = append(out, id[:strings.IndexAny(id, "<\"")])
			}
		}
	}
	return out
}
