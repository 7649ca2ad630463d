package morgue

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"dateline"
)

// TestHeader: a header is read as it was written, and one with any byte changed is
// none, so that what was torn is not taken for a record.
func TestHeader(t *testing.T) {
	for _, h := range []header{{length: 17, received: 1783072800, sum: 99}, {removed: true, length: maxRecord, received: -1}, {}} {
		b := h.append(nil)
		if got, err := parseHeader(b); err != nil || got != h || len(b) != headerSize {
			t.Errorf("%+v is read as %+v, %v", h, got, err)
		}
		for i := range b {
			b[i] ^= 0x20
			if _, err := parseHeader(b); !errors.Is(err, errNoRecord) {
				t.Errorf("with byte %d changed: %v", i, err)
			}
			b[i] ^= 0x20
		}
		if _, err := parseHeader(b[:headerSize-1]); !errors.Is(err, errNoRecord) {
			t.Errorf("cut: %v", err)
		}
	}
	other := append([]byte("none"), header{length: 1}.append(nil)[4:headerSize-4]...)
	other = binary.LittleEndian.AppendUint32(other, checksum(other))
	if _, err := parseHeader(other); !errors.Is(err, errNoRecord) {
		t.Errorf("another mark with its sum: %v", err)
	}
}

// TestPayload: a copy is read as it was recorded; what is no copy is an error and
// never half of one.
func TestPayload(t *testing.T) {
	c, err := newCodec()
	if err != nil {
		t.Fatal(err)
	}
	defer c.close() //nolint:errcheck
	want := dateline.Copy{Source: "marsa", URL: "https://marsa.example/", Received: time.Date(2026, 7, 3, 10, 15, 0, 0, time.UTC), ContentType: "text/html", Zone: "Asia/Beirut", Language: "ar", Body: []byte("افتتاح الميناء")}
	record, err := c.record(want)
	if err != nil {
		t.Fatal(err)
	}
	h, err := parseHeader(record)
	if err != nil || h.length != len(record)-headerSize || h.removed || h.received != want.Received.UnixMicro() || h.sum != checksum(record[headerSize:]) {
		t.Errorf("its header is %+v, %v", h, err)
	}
	got, err := c.copyIn(record[headerSize:])
	if err != nil || !bytes.Equal(got.Body, want.Body) || got.URL != want.URL || got.Source != want.Source || !got.Received.Equal(want.Received) || got.Zone != want.Zone || got.Language != want.Language || got.ContentType != want.ContentType {
		t.Errorf("read as %+v, %v", got, err)
	}
	size := func(n uint32, rest string) []byte {
		return c.encoder.EncodeAll(append(binary.LittleEndian.AppendUint32(nil, n), rest...), nil)
	}
	for name, payload := range map[string][]byte{
		"nothing": nil, "not compressed": []byte("{}"), "three bytes": c.encoder.EncodeAll([]byte("abc"), nil), "less than it says": size(3, "{}"), "no JSON": size(2, "x}"), "cut": record[headerSize : len(record)-1],
	} {
		if got, err := c.copyIn(payload); err == nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if got, err := c.copyIn(size(2, "{}")); err != nil || len(got.Body) != 0 {
		t.Errorf("an empty copy: %+v, %v", got, err)
	}
}

// TestOverwritten: of a long record all is overwritten, and nothing beside it.
func TestOverwritten(t *testing.T) {
	const from, length = 10, 2<<20 + 12345
	file, err := os.Create(filepath.Join(t.TempDir(), "pack"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck
	if _, err := file.Write(bytes.Repeat([]byte("x"), from+length+10)); err != nil {
		t.Fatal(err)
	}
	if err := overwrite(file, from, length); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(file.Name())
	if want := append(append(bytes.Repeat([]byte("x"), from), make([]byte, length)...), bytes.Repeat([]byte("x"), 10)...); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%d bytes are left of %d: %v", bytes.Count(got, []byte("x")), from+10, err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	if err := overwrite(file, from, 1); err == nil {
		t.Error("a file that is shut was overwritten")
	}
}

func TestRef(t *testing.T) {
	at := place{"20260703-1", 1234, 5678}
	if got, err := parseRef(at.ref()); err != nil || got != at {
		t.Errorf("%s is read as %+v, %v", at.ref(), got, err)
	}
	for _, bad := range []dateline.CopyRef{
		"", "20260703-1/0", "20260703-1/0/zz/0", "20260703-0/0/zz", "20260703-01/0/zz", "20260703/0/zz", "20261303-1/0/zz", "../20260703-1/0/zz", "20260703-1/-1/zz", "20260703-1/0/1", "20260703-1/0/zzzzzzz", "20260703-1/ /zz",
	} {
		if got, err := parseRef(bad); err == nil {
			t.Errorf("%q is read as %+v", bad, got)
		}
	}
}

// TestFreed: of the day on which the limit lies what is older is overwritten, a
// whole day before it goes, and all of that is counted.
func TestFreed(t *testing.T) {
	dir := t.TempDir()
	f := open(t, dir)
	put := func(at time.Time, body string) (dateline.CopyRef, int64) {
		refs, err := f.Put(t.Context(), []dateline.Copy{{Received: at, Body: []byte(body)}})
		if err != nil {
			t.Fatal(err)
		}
		p, err := parseRef(refs[0])
		if err != nil {
			t.Fatal(err)
		}
		return refs[0], int64(p.length)
	}
	gone, whole := put(noon().AddDate(0, 0, -1), "the day before")
	old, part := put(noon().Add(-time.Hour), "an hour before")
	same, _ := put(noon(), "now")
	later, _ := put(noon().Add(time.Hour), "an hour later")
	freed, err := f.Prune(t.Context(), noon())
	if want := whole + part - headerSize; err != nil || freed != want {
		t.Errorf("freed %d bytes, want %d: %v", freed, want, err)
	}
	for ref, kept := range map[dateline.CopyRef]bool{gone: false, old: false, same: true, later: true} {
		if _, err := f.Get(t.Context(), ref); (err == nil) != kept {
			t.Errorf("%s: %v", ref, err)
		}
	}
	if again, err := f.Prune(t.Context(), noon()); err != nil || again != 0 {
		t.Errorf("again %d bytes: %v", again, err)
	}
}
