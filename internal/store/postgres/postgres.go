// Package postgres keeps everything in a PostgreSQL database, version 15 or
// newer: the store for many machines.
//
// Updates of all machines run one after the other: each begins by locking the
// row from which log entries take their numbers. A number given before its
// commit would otherwise become visible after a later one, and a follower would
// step over it.
package postgres

import (
	"cmp"
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"dateline"
	"dateline/internal/store/sqlstore"
)

// Config says which database, and how many views may run at a time.
type Config struct {
	URL     string // postgres://user:password@host/database
	Readers int    // 0 means 8
}

//go:embed migrations/*.sql
var migrations embed.FS

// Open connects to the database and makes its tables when there are none.
func Open(ctx context.Context, c Config) (*sqlstore.Store, error) {
	settings, err := pgx.ParseConfig(c.URL)
	if err != nil {
		return nil, fmt.Errorf("the address of the database: %w", errors.Join(err, dateline.ErrInvalid))
	}
	// A node that freezes within a transaction would hold up all others.
	settings.RuntimeParams["idle_in_transaction_session_timeout"] = "60000"
	// Notices, such as that a table is there already, are nothing to tell.
	settings.RuntimeParams["client_min_messages"] = "warning"
	// Two pools, for views are planned otherwise than updates.
	write := stdlib.OpenDB(*settings)
	// Asked at once: a wrong address is told with the host's name, and not by a migration.
	if err := write.PingContext(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("connect to %s: %w", settings.Host, err), dateline.ErrUnavailable, write.Close())
	}
	d, err := dialect()
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	return sqlstore.Open(ctx, sqlstore.Config{
		Read: forReading(settings), Write: write, Readers: cmp.Or(c.Readers, 8), Writers: 2, Dialect: d,
	})
}

// forReading opens a pool that plans each query for its own words: the plan for
// a common word (walk back from the newest item) takes a hundred times as long
// for a rare one, and the other way round.
func forReading(settings *pgx.ConnConfig) *sql.DB {
	own := settings.Copy()
	own.RuntimeParams["plan_cache_mode"] = "force_custom_plan"
	return stdlib.OpenDB(*own)
}

// dialect is how PostgreSQL differs. 500 rows of 13 columns are 6,500 parameters, of 65,535
// that its protocol has room for.
func dialect() (sqlstore.Dialect, error) {
	own, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return sqlstore.Dialect{}, err
	}
	// Two nodes that start at once must not make the tables twice.
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return sqlstore.Dialect{}, err
	}
	return sqlstore.Dialect{
		Goose: goose.DialectPostgres, Options: []goose.ProviderOption{goose.WithSessionLocker(locker)}, Migrations: own,
		// An update waits for the lock, and must then see what it waited for: with one snapshot
		// for all of it, begun before, the wait would end in an error.
		View: "begin isolation level repeatable read read only", Update: "begin isolation level read committed",
		Lock: "select seq from state where one = 1 for update",
		Rows: 500, TextIn: "%s = any($%d::text[])", IntIn: "%s = any($%d::bigint[])", List: list, Search: search{}, Trouble: trouble,
	}, nil
}

// list turns lists of named strings into lists of plain ones, which the driver
// knows.
func list(l any) (any, error) {
	switch l := l.(type) {
	case []dateline.ItemID:
		return texts(l), nil
	case []dateline.StoryID:
		return texts(l), nil
	case []dateline.PersonID:
		return texts(l), nil
	case []dateline.SourceID:
		return texts(l), nil
	case []string, []int64:
		return l, nil
	default:
		return nil, fmt.Errorf("a list of %T cannot be a parameter", l)
	}
}

func texts[S ~string](l []S) []string {
	list := make([]string, len(l))
	for i, s := range l {
		list[i] = string(s)
	}
	return list
}
