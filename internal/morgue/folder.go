package morgue

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"dateline"
)

// Folder is a [dateline.Morgue] in a folder.
type Folder struct {
	dir     string
	codec   codec
	writing sync.Mutex       // who holds it may touch open packs
	open    map[string]*pack // by day
	reading sync.RWMutex     // held for writing while bytes are removed
}

// Open opens a folder, making it when there is none.
func Open(dir string) (*Folder, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	c, err := newCodec()
	if err != nil {
		return nil, err
	}
	return &Folder{dir: dir, codec: c, open: map[string]*pack{}}, nil
}

// Put appends copies to the packs of their days and syncs each pack once.
func (f *Folder) Put(ctx context.Context, copies []dateline.Copy) ([]dateline.CopyRef, error) {
	// Packed before the lock is taken: that is most of the work, and others can do theirs.
	records := make([][]byte, len(copies))
	for i, c := range copies {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var err error
		if records[i], err = f.codec.record(c); err != nil {
			return nil, err
		}
	}
	days := map[string][]int{}
	for i, c := range copies {
		day := c.Received.UTC().Format(dayForm)
		days[day] = append(days[day], i)
	}
	f.writing.Lock()
	defer f.writing.Unlock()
	refs := make([]dateline.CopyRef, len(copies))
	for day, list := range days {
		if err := f.append(day, list, records, refs); err != nil {
			return nil, fmt.Errorf("keep raw copy: %w", err)
		}
	}
	return refs, nil
}

// append writes the records of one day. A pack that could not be written whole
// is left behind: what stands in it stays good, and the next Put begins another.
func (f *Folder) append(day string, list []int, records [][]byte, refs []dateline.CopyRef) error {
	p, err := f.packOf(day)
	if err != nil {
		return err
	}
	var data []byte
	for _, i := range list {
		// Known before it is written: a pack only grows, and nobody else writes to it.
		refs[i] = place{p.name, p.size + int64(len(data)), len(records[i])}.ref()
		data = append(data, records[i]...)
	}
	if err := p.append(data); err != nil {
		delete(f.open, day)
		return errors.Join(err, p.close())
	}
	return nil
}

// maxOpen is how many packs stay open; usually there is one, at midnight two.
const maxOpen = 4

// packOf returns the pack to which the copy of a day goes.
func (f *Folder) packOf(day string) (*pack, error) {
	if p := f.open[day]; p != nil && p.size < maxPack {
		return p, nil
	} else if p != nil || len(f.open) >= maxOpen {
		if err := f.closePacks(); err != nil {
			return nil, err
		}
	}
	p, err := newPack(f.dir, day)
	if err == nil {
		f.open[day] = p
	}
	return p, err
}

// closePacks closes what is open; f.writing is held. The next copy begins a new pack.
func (f *Folder) closePacks() error {
	var errs []error
	for day, p := range f.open {
		errs = append(errs, p.close())
		delete(f.open, day)
	}
	return errors.Join(errs...)
}

// Get reads a copy.
func (f *Folder) Get(_ context.Context, ref dateline.CopyRef) (dateline.Copy, error) {
	payload, err := f.payload(ref)
	if errors.Is(err, errNoRecord) {
		err = dateline.ErrNotFound
	}
	if err != nil {
		return dateline.Copy{}, fmt.Errorf("raw copy %q: %w", ref, err)
	}
	// Outside of the lock, so that unpacking holds up no removal.
	return f.codec.copyIn(payload)
}

// payload reads the record at an address, errNoRecord when the address leads to none.
func (f *Folder) payload(ref dateline.CopyRef) ([]byte, error) {
	at, err := parseRef(ref)
	if err != nil {
		return nil, err
	}
	f.reading.RLock()
	defer f.reading.RUnlock()
	// Opened for each copy: few are ever read again, and a pack may be deleted meanwhile.
	file, err := os.Open(packPath(f.dir, at.pack))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errNoRecord
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return readRecord(file, at)
}

// Delete overwrites a copy.
func (f *Folder) Delete(_ context.Context, ref dateline.CopyRef) error {
	// An address that is none, such as that of a morgue of another kind, leads to nothing.
	at, err := parseRef(ref)
	if err != nil {
		return nil
	}
	f.reading.Lock()
	defer f.reading.Unlock()
	file, err := os.OpenFile(packPath(f.dir, at.pack), os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	err = removeRecords(file, at)
	if errors.Is(err, errNoRecord) {
		err = nil
	}
	return errors.Join(err, file.Close())
}

// Prune deletes the packs of days that are over before then, and overwrites
// what is too old in the packs of that day itself.
func (f *Folder) Prune(ctx context.Context, before time.Time) (freed int64, err error) {
	f.writing.Lock()
	defer f.writing.Unlock()
	f.reading.Lock()
	defer f.reading.Unlock()
	// One of them may have to go; the next Put begins another.
	if err := f.closePacks(); err != nil {
		return 0, err
	}
	entries, err := os.ReadDir(f.dir)
	if err != nil {
		return 0, err
	}
	for _, e := range entries {
		if err := ctx.Err(); err != nil {
			return freed, err
		}
		n, err := f.prunePack(e, before)
		freed += n
		if err != nil {
			return freed, fmt.Errorf("prune %s: %w", e.Name(), err)
		}
	}
	return freed, syncDir(f.dir)
}

// prunePack removes a pack or what is too old in it, and returns how many bytes went. What
// else lies in the folder is left alone: names that are no day's are not ours.
func (f *Folder) prunePack(e fs.DirEntry, before time.Time) (int64, error) {
	name, isPack := strings.CutSuffix(e.Name(), ending)
	day, err := dayOf(name)
	path := filepath.Join(f.dir, e.Name())
	switch {
	case !isPack || err != nil || !day.Before(before):
		return 0, nil
	// The limit lies within the day of this pack: some of it goes, some stays.
	case day.AddDate(0, 0, 1).After(before):
		return pruneWithin(path, before)
	}
	info, err := e.Info()
	if err != nil {
		return 0, err
	}
	return info.Size(), os.Remove(path)
}

// Close closes the folder.
func (f *Folder) Close() error {
	f.writing.Lock()
	defer f.writing.Unlock()
	return errors.Join(f.closePacks(), f.codec.close())
}
