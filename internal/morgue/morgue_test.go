package morgue

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/morgue/morguetest"
)

func open(t testing.TB, dir string) *Folder {
	t.Helper()
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

func TestFolder(t *testing.T) {
	morguetest.Run(t, func(t *testing.T) dateline.Morgue { return open(t, filepath.Join(t.TempDir(), "a", "morgue")) })
}

func TestMem(t *testing.T) {
	morguetest.Run(t, func(*testing.T) dateline.Morgue { return NewMem() })
}

func noon() time.Time { return time.Date(2025, 7, 22, 12, 0, 0, 0, time.UTC) }

// packs reads all packs of a folder.
func packs(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"+ending))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, f := range files {
		if all[f], err = os.ReadFile(f); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// TestDeletedBytesGo looks for what was deleted in the files themselves.
func TestDeletedBytesGo(t *testing.T) {
	dir := t.TempDir()
	f := open(t, dir)
	secret := dateline.Copy{Received: noon(), Body: []byte("7Jk2qPzX")} // too short and odd to be compressed
	refs, err := f.Put(t.Context(), []dateline.Copy{secret, {Received: noon(), Body: []byte("other")}})
	if err != nil {
		t.Fatal(err)
	}
	holds := func() bool {
		for _, data := range packs(t, dir) {
			if bytes.Contains(data, secret.Body) {
				return true
			}
		}
		return false
	}
	if !holds() {
		t.Fatal("the test cannot see what it looks for")
	}
	if err := f.Delete(t.Context(), refs[0]); err != nil {
		t.Fatal(err)
	}
	if holds() {
		t.Error("the deleted bytes are still in the pack")
	}
}

// TestReopen demands that a folder opened again serves and takes copy, whatever
// a crash left at the end of a pack.
func TestReopen(t *testing.T) {
	for _, torn := range []string{"", "D", "DLc1", strings.Repeat("x", 100), string(header{length: 500}.append(nil)) + "half a record"} {
		dir := t.TempDir()
		first := dateline.Copy{Received: noon(), Body: []byte("first")}
		f := open(t, dir)
		refs, err := f.Put(t.Context(), []dateline.Copy{first})
		if err != nil {
			t.Fatal(err)
		}
		for name, data := range packs(t, dir) {
			if err := os.WriteFile(name, append(data, torn...), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		f = open(t, dir)
		more, err := f.Put(t.Context(), []dateline.Copy{{Received: noon(), Body: []byte("second")}})
		if err != nil {
			t.Fatal(err)
		}
		for ref, want := range map[dateline.CopyRef]string{refs[0]: "first", more[0]: "second"} {
			if c, err := f.Get(t.Context(), ref); err != nil || string(c.Body) != want {
				t.Errorf("after a tail of %d bytes: %q, %v", len(torn), c.Body, err)
			}
		}
		if _, err := f.Prune(t.Context(), noon().Add(time.Second)); err != nil {
			t.Errorf("prune after a tail of %d bytes: %v", len(torn), err)
		}
		for _, ref := range append(refs, more...) {
			if _, err := f.Get(t.Context(), ref); !errors.Is(err, dateline.ErrNotFound) {
				t.Errorf("pruned, with a tail of %d bytes: %v", len(torn), err)
			}
		}
	}
}

// TestDamage demands an error, neither false copy nor "not found", for a record
// that the disk has changed.
func TestDamage(t *testing.T) {
	dir := t.TempDir()
	f := open(t, dir)
	refs, err := f.Put(t.Context(), []dateline.Copy{{Received: noon(), Body: []byte("first")}})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range packs(t, dir) {
		data[len(data)-2] ^= 1
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if c, err := f.Get(t.Context(), refs[0]); err == nil || errors.Is(err, dateline.ErrNotFound) {
		t.Errorf("a damaged record gave %q, %v", c.Body, err)
	}
}

// TestFailedWrite demands that a Put after one that failed is good.
func TestFailedWrite(t *testing.T) {
	f := open(t, t.TempDir())
	c := dateline.Copy{Received: noon(), Body: []byte("first")}
	refs, err := f.Put(t.Context(), []dateline.Copy{c})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range f.open { // as if the disk were full
		if err := p.file.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.Put(t.Context(), []dateline.Copy{c}); err == nil {
		t.Error("a write that failed was reported good")
	}
	more, err := f.Put(t.Context(), []dateline.Copy{c})
	if err != nil {
		t.Fatal(err)
	}
	for _, ref := range append(refs, more...) {
		if got, err := f.Get(t.Context(), ref); err != nil || string(got.Body) != "first" {
			t.Errorf("%q: %q, %v", ref, got.Body, err)
		}
	}
}

// A faulty file fails at its nth write or sync, as a machine that loses its power
// does, and counts the syncs.
type faulty struct {
	*os.File
	at, done, syncs int
}

var errPower = errors.New("the power is gone")

func (f *faulty) fails() error {
	if f.done++; f.at > 0 && f.done >= f.at {
		return errPower
	}
	return nil
}

func (f *faulty) WriteAt(p []byte, at int64) (int, error) {
	if err := f.fails(); err != nil {
		return 0, err
	}
	return f.File.WriteAt(p, at)
}

func (f *faulty) Sync() error {
	f.syncs++
	return f.fails()
}

// TestPruneIsCut demands that a prune which ends anywhere leaves each record whole
// or gone, never damaged, and that the next one removes the rest. However many
// records go, the disk is waited for twice.
func TestPruneIsCut(t *testing.T) {
	const n = 5
	for at := 1; ; at++ {
		dir := t.TempDir()
		f := open(t, dir)
		copies := make([]dateline.Copy, n)
		for i := range copies {
			copies[i] = dateline.Copy{Received: noon().Add(time.Duration(i) * time.Minute), Body: []byte(fmt.Sprint("body ", i))}
		}
		refs, err := f.Put(t.Context(), copies)
		if err != nil {
			t.Fatal(err)
		}
		file, err := os.OpenFile(packPath(dir, packName("20250722", 1)), os.O_RDWR, 0)
		if err != nil {
			t.Fatal(err)
		}
		pack := &faulty{File: file, at: at}
		_, failed := pruneRecords(pack, noon().Add((n-1)*time.Minute)) // all but the last
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
		for i, ref := range refs {
			c, err := f.Get(t.Context(), ref)
			if good := err == nil && string(c.Body) == fmt.Sprint("body ", i); !good && (i == n-1 || !errors.Is(err, dateline.ErrNotFound)) {
				t.Errorf("cut at step %d: record %d is %q, %v", at, i, c.Body, err)
			}
		}
		if freed, err := f.Prune(t.Context(), noon().Add(n*time.Minute)); err != nil || freed == 0 {
			t.Errorf("cut at step %d, then pruned: %d bytes, %v", at, freed, err)
		}
		for i, ref := range refs {
			if _, err := f.Get(t.Context(), ref); !errors.Is(err, dateline.ErrNotFound) {
				t.Errorf("cut at step %d, then pruned: record %d: %v", at, i, err)
			}
		}
		if failed == nil {
			if pack.syncs != 2 || at < 2*n {
				t.Errorf("%d records were removed with %d syncs in %d steps", n-1, pack.syncs, pack.done)
			}
			return
		}
		if !errors.Is(failed, errPower) {
			t.Fatalf("cut at step %d: %v", at, failed)
		}
	}
}

func TestPruneLeavesOtherFiles(t *testing.T) {
	dir := t.TempDir()
	f := open(t, dir)
	for _, name := range []string{"notes.txt", "20200101.pack", "20200101-0.pack", "x-1.pack"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := f.Prune(t.Context(), noon()); n != 0 || err != nil {
		t.Errorf("pruned %d bytes of strangers: %v", n, err)
	}
}

func FuzzParseRef(f *testing.F) {
	f.Add("20250722-1/0/2b")
	f.Add("20250722-12/1zz/zzzzzz")
	f.Add("../../x/1/1")
	f.Fuzz(func(t *testing.T, ref string) {
		at, err := parseRef(dateline.CopyRef(ref))
		if err != nil {
			return
		}
		if again, err := parseRef(at.ref()); err != nil || again != at {
			t.Errorf("%q reads as %+v, which reads as %+v, %v", ref, at, again, err)
		}
		if filepath.Dir(packPath("/dir", at.pack)) != "/dir" {
			t.Errorf("%q leads out of the folder", ref)
		}
	})
}

func FuzzReadRecord(f *testing.F) {
	c, err := newCodec()
	if err != nil {
		f.Fatal(err)
	}
	good, err := c.record(dateline.Copy{URL: "u", Body: []byte("body"), Received: noon()})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add(good[:len(good)-1])
	f.Add(header{length: maxRecord}.append(nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		payload, err := readRecord(bytes.NewReader(data), place{length: max(len(data), headerSize)})
		if err == nil {
			_, _ = c.copyIn(payload)
		}
		_, _ = c.copyIn(data)
	})
}

// BenchmarkPut measures keeping pages of 100 KB, 20 at a time. One operation is
// one page.
func BenchmarkPut(b *testing.B) {
	f := open(b, b.TempDir())
	pages := make([]dateline.Copy, 200)
	for i := range pages {
		pages[i] = dateline.Copy{Source: "marsa", URL: fmt.Sprint("https://marsa.example/", i), Received: noon(), Body: markup(i)}
	}
	b.SetBytes(100_000)
	b.ReportAllocs()
	b.ResetTimer()
	for n := 0; n < b.N; n += 20 {
		start := n % len(pages)
		if _, err := f.Put(context.Background(), pages[start:start+min(20, b.N-n)]); err != nil {
			b.Fatal(err)
		}
	}
}

// markup is a page of 100 KB that compresses about as well as pages do.
func markup(seed int) []byte {
	var page bytes.Buffer
	for n := seed * 7919; page.Len() < 100_000; n++ {
		fmt.Fprintf(&page, "<div class=\"item item-%d\"><a href=\"/news/%x\">%x word %d</a></div>\n", n%13, n*2654435761, n*40503, n%977)
	}
	return page.Bytes()[:100_000]
}

func BenchmarkGet(b *testing.B) {
	f := open(b, b.TempDir())
	refs, err := f.Put(context.Background(), []dateline.Copy{{Received: noon(), Body: markup(1)}})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := f.Get(context.Background(), refs[0]); err != nil {
			b.Fatal(err)
		}
	}
}

// TestBounds: a record or an address that names more than a record may hold is
// none, however sound its checksum; it would make a reader take so much memory.
func TestBounds(t *testing.T) {
	for length, want := range map[int]error{0: nil, maxRecord: nil, maxRecord + 1: errNoRecord} {
		if _, err := parseHeader(header{length: length}.append(nil)); !errors.Is(err, want) {
			t.Errorf("a header of %d bytes: %v, want %v", length, err, want)
		}
	}
	ref := func(offset, length int64) dateline.CopyRef {
		return dateline.CopyRef(packName("20250722", 1) + "/" + strconv.FormatInt(offset, 36) + "/" + strconv.FormatInt(length, 36))
	}
	for r, want := range map[dateline.CopyRef]error{
		ref(0, headerSize): nil, ref(7, maxRecord): nil, ref(0, headerSize-1): errNoRecord, ref(0, maxRecord+1): errNoRecord, ref(-1, 100): errNoRecord,
		"20250722-1/0": errNoRecord, "../0/2s": errNoRecord, "20250722-1/!/2s": errNoRecord,
	} {
		if _, err := parseRef(r); !errors.Is(err, want) {
			t.Errorf("the address %q: %v, want %v", r, err, want)
		}
	}
}

// TestAddressOfAnotherLength: an address that is not that of a whole record leads
// to none.
func TestAddressOfAnotherLength(t *testing.T) {
	f := open(t, t.TempDir())
	refs, err := f.Put(t.Context(), []dateline.Copy{{Received: noon(), Body: []byte("first")}, {Received: noon(), Body: []byte("second")}})
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(string(refs[0]), "/")
	length, err := strconv.ParseInt(parts[2], 36, 64)
	if err != nil {
		t.Fatal(err)
	}
	for _, by := range []int64{-1, 1} {
		parts[2] = strconv.FormatInt(length+by, 36)
		if c, err := f.Get(t.Context(), dateline.CopyRef(strings.Join(parts, "/"))); !errors.Is(err, dateline.ErrNotFound) {
			t.Errorf("%d bytes off: %q, %v", by, c.Body, err)
		}
	}
}
