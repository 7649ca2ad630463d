package sqlite

import "testing"

// Checkpoint folds the log of a file into the file.
func Checkpoint(t *testing.T, path string) {
	t.Helper()
	db, err := open(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("pragma wal_checkpoint(truncate)"); err != nil {
		t.Fatal(err)
	}
}
