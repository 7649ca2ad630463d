package sqlite_test

import (
	"path/filepath"
	"testing"

	"dateline"
	"dateline/internal/store/sqlite"
	"dateline/internal/store/storetest"
)

func open(t testing.TB, path string) dateline.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), sqlite.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) dateline.Store {
		return open(t, filepath.Join(t.TempDir(), "dateline.db"))
	})
}
