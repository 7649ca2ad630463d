package sqlite

import "testing"

// Small is a file on a disk that has room for so many pages.
func Small(path string, pages int) Config { return Config{Path: path, pages: pages} }

// Through is a file that is reached by a driver of this name.
func Through(driver, path string) Config { return Config{Path: path, driver: driver} }

// Checkpoint folds the log of a file into the file.
func Checkpoint(t *testing.T, path string) {
	t.Helper()
	db, err := open("sqlite", path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("pragma wal_checkpoint(truncate)"); err != nil {
		t.Fatal(err)
	}
}
