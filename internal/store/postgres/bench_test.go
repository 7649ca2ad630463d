package postgres_test

import (
	"errors"
	"testing"

	"github.com/jackc/pgx/v5"

	"dateline"
	"dateline/internal/store/storetest"
)

func BenchmarkKeep(b *testing.B) { storetest.BenchmarkKeep(b, open(b, server.Database(b))) }

// filled is a store of 60,000 items whose statistics are up to date, as they are
// a minute after the last large change.
func filled(b *testing.B) dateline.Store {
	b.Helper()
	url := server.Database(b)
	s := open(b, url)
	storetest.Fill(b, s, 60000)
	c, err := pgx.Connect(b.Context(), url)
	if err != nil {
		b.Fatal(err)
	}
	_, err = c.Exec(b.Context(), "vacuum analyze")
	if err := errors.Join(err, c.Close(b.Context())); err != nil {
		b.Fatal(err)
	}
	return s
}

func BenchmarkFind(b *testing.B) {
	s := filled(b)
	storetest.BenchmarkFind(b, s)
}

func BenchmarkFilings(b *testing.B) {
	s := filled(b)
	storetest.BenchmarkFilings(b, s)
}
