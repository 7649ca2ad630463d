package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"time"
)

// A file is one file of an archive.
type file struct {
	name string // slashed
	body []byte
	mode os.FileMode
}

// epoch is the time of all files in archives: the same files give the same
// archive.
func epoch() time.Time { return time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC) }

// tarball packs files in the order given, which is part of the bytes.
func tarball(w io.Writer, files []file) error {
	zipped := gzip.NewWriter(w)
	archive := tar.NewWriter(zipped)
	for _, f := range files {
		// Neither owner nor group: those of who packed it would change the bytes.
		head := tar.Header{Name: f.name, Mode: int64(f.mode), Size: int64(len(f.body)), ModTime: epoch()}
		if err := archive.WriteHeader(&head); err != nil {
			return err
		}
		if _, err := archive.Write(f.body); err != nil {
			return err
		}
	}
	return errors.Join(archive.Close(), zipped.Close())
}

// zipball is tarball for Windows.
func zipball(w io.Writer, files []file) error {
	archive := zip.NewWriter(w)
	for _, f := range files {
		head := zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: epoch()}
		head.SetMode(f.mode)
		entry, err := archive.CreateHeader(&head)
		if err != nil {
			return err
		}
		if _, err := entry.Write(f.body); err != nil {
			return err
		}
	}
	return archive.Close()
}
