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
		name := packName(day, n)
		file, err := os.OpenFile(packPath(dir, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if err := syncDir(dir); err != nil {
			return nil, errors.Join(err, file.Close())
		}
		return &pack{name: name, file: file}, nil
	}
}

// append writes records and waits until they are on the disk.
func (p *pack) append(data []byte) error {
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

// removeRecord overwrites a record. The mark comes first and is synced before
// the rest, so that a crash leaves no damaged record but one to be removed
// again.
func removeRecord(file *os.File, at place) error {
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
	removed := header{removed: true, length: h.length, received: h.received}
	if _, err := file.WriteAt(removed.append(nil), at.offset); err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		return err
	}
	if err := overwrite(file, at.offset+headerSize, h.length); err != nil {
		return err
	}
	return file.Sync()
}

// overwrite writes zeros.
func overwrite(file *os.File, offset int64, length int) error {
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

// pruneWithin removes the records of a pack that were received before then. It
// goes from header to header; where the tail was torn, it ends.
func pruneWithin(path string, before time.Time) (freed int64, err error) {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	head := make([]byte, headerSize)
	for offset := int64(0); ; {
		if _, err := file.ReadAt(head, offset); errors.Is(err, io.EOF) {
			return freed, nil
		} else if err != nil {
			return freed, err
		}
		h, err := parseHeader(head)
		if err != nil {
			return freed, nil
		}
		length := h.length + headerSize
		if !h.removed && h.received < before.UnixMicro() {
			if err := removeRecord(file, place{offset: offset, length: length}); err != nil {
				return freed, err
			}
			freed += int64(h.length)
		}
		offset += int64(length)
	}
}
