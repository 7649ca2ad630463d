package sqlite_test

import (
	"path/filepath"
	"testing"

	"dateline/internal/store/storetest"
)

func BenchmarkKeep(b *testing.B) {
	storetest.BenchmarkKeep(b, open(b, filepath.Join(b.TempDir(), "dateline.db")))
}

func BenchmarkFind(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "dateline.db"))
	storetest.Fill(b, s, 60000)
	storetest.BenchmarkFind(b, s)
}

func BenchmarkFilings(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "dateline.db"))
	storetest.Fill(b, s, 60000)
	storetest.BenchmarkFilings(b, s)
}
