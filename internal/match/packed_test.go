package match

import (
	"errors"
	"io"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// same reports whether two texts have all in common; a list that is empty is one that
// is nil.
func same(a, b *Text) bool {
	x, y := reflect.ValueOf(*a), reflect.ValueOf(*b)
	for i := range x.NumField() {
		if p, q := x.Field(i), y.Field(i); p.Kind() == reflect.Slice && p.Len() == 0 && q.Len() == 0 {
			continue
		} else if p.Kind() == reflect.Slice {
			for n := range max(p.Len(), q.Len()) {
				if n >= p.Len() || n >= q.Len() || !p.Index(n).Equal(q.Index(n)) {
					return false
				}
			}
		} else if !p.Equal(q) {
			return false
		}
	}
	return true
}

func TestPackedTextIsTheSame(t *testing.T) {
	texts := []string{
		"", "…", pier, ferry, tunnel, "Київ: дощ, 27 років", strings.Repeat(ferry+"\n", 40),
		"الرياض - واس: أغلقت سلطة الميناء الرصيف القديم يوم الثلاثاء، نقلا عن وكالة الأنباء، بعد 5,600 طلب و90 شكوى.",
		"Rates rise 5.6% on Friday\nLONDON (Reuters) - The Bank of Elsin, " + strings.Repeat(" ", 300) + "according to Anna Holm, said 1,200 jobs.",
	}
	s := newSynthetic()
	for range 50 {
		texts = append(texts, s.text(200))
	}
	for _, text := range texts {
		read := Read(text)
		packed := read.pack([]byte("before"))
		if got := unpack(packed[len("before"):]); !same(read, got) {
			t.Errorf("%.40q: %+v, want %+v", text, got, read)
		}
		if n := len(packed); len(text) > 1000 && 2*n > 3*len(text) {
			t.Errorf("%.40q: %d bytes of %d", text, n, len(text))
		}
	}
}

func FuzzPackedText(f *testing.F) {
	f.Add("Rates rise 5.6% on Friday\nLONDON (Reuters) - Anna Holm said so")
	f.Add("الرياض - واس: أغلقت الميناء الثلاثاء")
	f.Fuzz(func(t *testing.T, text string) {
		if read := Read(text); !same(read, unpack(read.pack(nil))) {
			t.Errorf("%q does not come back", text)
		}
	})
}

// memory is a spill that may break.
type memory struct {
	bytes  []byte
	broken error
	reads  int
}

func (m *memory) WriteAt(p []byte, off int64) (int, error) {
	if m.broken != nil {
		return 0, m.broken
	}
	if int64(len(m.bytes)) != off {
		return 0, errors.New("not at the end")
	}
	m.bytes = append(m.bytes, p...)
	return len(p), nil
}

func (m *memory) ReadAt(p []byte, off int64) (int, error) {
	m.reads++
	if m.broken != nil {
		return 0, m.broken
	}
	n := copy(p, m.bytes[off:])
	if int(off)+n == len(m.bytes) {
		return n, io.EOF // as a reader may at the end
	}
	return n, nil
}

// TestShelfSpills: texts come back the same, from wherever they are by then.
func TestShelfSpills(t *testing.T) {
	s, random := newSynthetic(), rand.New(rand.NewPCG(7, 8))
	spill := &memory{}
	shelf := shelf{spill: spill, room: 50_000}
	var texts []*Text
	for len(texts) < 2*keptTexts || len(shelf.packed) < 10_000 {
		texts = append(texts, Read(s.text(200)))
		shelf.add(texts[len(texts)-1])
	}
	for range 3000 {
		i := random.IntN(len(texts))
		if !same(shelf.text(int32(i)), texts[i]) {
			t.Fatalf("text %d of %d is another one", i, len(texts))
		}
	}
	if spill.reads == 0 || shelf.err != nil {
		t.Errorf("%d reads, %v", spill.reads, shelf.err)
	}
	spill.broken = errors.New("disk on fire")
	for i := range texts {
		shelf.text(int32(i))
	}
	if !errors.Is(shelf.err, spill.broken) {
		t.Errorf("a broken spill says %v", shelf.err)
	}
}

// TestGroupingSaysWhatBroke: a full disk is no empty answer.
func TestGroupingSaysWhatBroke(t *testing.T) {
	f := NewGrouping(&memory{broken: io.ErrShortWrite})
	f.texts.room = 1000
	for range 10 {
		f.Add(Item{Body: ferry})
	}
	if !errors.Is(f.Err(), io.ErrShortWrite) {
		t.Errorf("%v", f.Err())
	}
	f.Origins() // says nothing, and does not panic
}

// TestSpillChangesNoAnswer: families are the same whether texts are held or put aside.
func TestSpillChangesNoAnswer(t *testing.T) {
	s, spill := newSynthetic(), &memory{}
	aside := NewGrouping(spill)
	aside.texts.room = 50_000
	var items []Item
	for range 3 * keptTexts {
		it := Item{Body: s.text(100)}
		if n := len(items); n > 0 && n%5 == 0 {
			it.Body = mistype(items[n/2].Body, 9)
		}
		items = append(items, it)
		aside.Add(it)
	}
	copies, got := 0, aside.Origins()
	for i, want := range Families(items) {
		if want.From >= 0 {
			copies++
		}
		if got[i] != want {
			t.Fatalf("item %d: %+v, want %+v", i, got[i], want)
		}
	}
	if copies < len(items)/6 || spill.reads == 0 || aside.Err() != nil {
		t.Errorf("%d copies of %d items, %d reads, %v", copies, len(items), spill.reads, aside.Err())
	}
}
