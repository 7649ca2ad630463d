package morgue

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// maxPack is the size from which a day gets another pack.
const maxPack = 512 << 20

// ending is that of a pack's file name.
const ending = ".pack"

// pack is a file to which records are appended.
type pack struct {
	name string
	file *os.File
	size int64
}

func packPath(dir, name string) string { return filepath.Join(dir, name+ending) }

// newPack makes the next pack of a day.
func newPack(dir, day string) (*pack, error) {
	for n := 1; ; n++ {
		// A pack that is there is never added to after a restart: its end may be torn.
		name := packName(day, n)
		file, err := os.OpenFile(packPath(dir, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		// Before the first record: a file whose name is lost takes its records with it.
		if err := syncDir(dir); err != nil {
			return nil, errors.Join(err, file.Close())
		}
		return &pack{name: name, file: file}, nil
	}
}

// append writes records and waits until they are on the disk.
func (p *pack) append(data []byte) error {
	// In one write: what is cut off is the end, and what was whole before stays so.
	if _, err := p.file.Write(data); err != nil {
		return err
	}
	p.size += int64(len(data))
	return p.file.Sync()
}

func (p *pack) close() error { return p.file.Close() }

// syncDir makes a new or removed name in a folder last.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	// Not every system can sync a folder; then there is nothing to be done.
	_ = d.Sync()
	return d.Close()
}

// readRecord reads the payload at a place and checks it.
func readRecord(file io.ReaderAt, at place) ([]byte, error) {
	data := make([]byte, at.length)
	if _, err := file.ReadAt(data, at.offset); err != nil {
		// A crash has cut it off, or it was never written: then nobody was promised it.
		if errors.Is(err, io.EOF) {
			err = errNoRecord
		}
		return nil, err
	}
	h, err := parseHeader(data)
	payload := data[headerSize:]
	switch {
	case err != nil:
		return nil, err
	case h.removed || h.length != len(payload):
		return nil, errNoRecord
	case h.sum != checksum(payload):
		return nil, errors.New("the record is damaged: its checksum is wrong")
	}
	return payload, nil
}

// records is what is needed of a pack to remove records from it.
type records interface {
	io.ReaderAt
	io.WriterAt
	Sync() error
}

// removeRecords overwrites records. The marks come first and are synced before
// the rest, so that a crash leaves no damaged record but one to be removed again.
// All go together: a sync can take ten milliseconds, and nothing is taken in or
// read meanwhile, while a day of a large wire is some ten thousand records.
func removeRecords(file records, list ...place) error {
	for _, at := range list {
		if err := mark(file, at); err != nil {
			return err
		}
	}
	if err := file.Sync(); err != nil {
		return err
	}
	for _, at := range list {
		if err := overwrite(file, at.offset+headerSize, at.length-headerSize); err != nil {
			return err
		}
	}
	return file.Sync()
}

// mark marks a record as removed.
func mark(file records, at place) error {
	head := make([]byte, headerSize)
	if _, err := file.ReadAt(head, at.offset); err != nil {
		if errors.Is(err, io.EOF) {
			err = errNoRecord
		}
		return err
	}
	h, err := parseHeader(head)
	if err != nil || h.length+headerSize != at.length {
		return errNoRecord
	}
	_, err = file.WriteAt(header{removed: true, length: h.length, received: h.received}.append(nil), at.offset)
	return err
}

// overwrite writes zeros.
func overwrite(file io.WriterAt, offset int64, length int) error {
	// A megabyte at a time: a record may be of half a gigabyte.
	zeros := make([]byte, min(length, 1<<20))
	for length > 0 {
		n, err := file.WriteAt(zeros[:min(length, len(zeros))], offset)
		if err != nil {
			return err
		}
		offset, length = offset+int64(n), length-n
	}
	return nil
}

// pruneWithin removes the records of a pack that were received before then.
func pruneWithin(path string, before time.Time) (freed int64, err error) {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return pruneRecords(file, before)
}

// pruneRecords is pruneWithin on an open file, so that a test can break it off in between.
func pruneRecords(file records, before time.Time) (freed int64, err error) {
	old, err := olderThan(file, before)
	if err != nil || len(old) == 0 {
		return 0, err
	}
	if err := removeRecords(file, old...); err != nil {
		return 0, err
	}
	for _, at := range old {
		freed += int64(at.length - headerSize)
	}
	return freed, nil
}

// olderThan finds records by going from header to header; where the tail was torn,
// it ends.
func olderThan(file io.ReaderAt, before time.Time) (old []place, err error) {
	head := make([]byte, headerSize)
	for offset := int64(0); ; {
		if _, err := file.ReadAt(head, offset); errors.Is(err, io.EOF) {
			return old, nil
		} else if err != nil {
			return nil, err
		}
		h, err := parseHeader(head)
		if err != nil {
			return old, nil
		}
		length := h.length + headerSize
		// Header to header, removed ones too: their lengths stay, and the next begins behind.
		if !h.removed && h.received < before.UnixMicro() {
			old = append(old, place{offset: offset, length: length})
		}
		offset += int64(length)
	}
}
