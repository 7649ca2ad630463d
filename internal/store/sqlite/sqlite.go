// Package sqlite keeps everything in one SQLite file: the store for one
// machine. One connection writes, several read, and what was acknowledged is on
// the disk.
package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"dateline/internal/store/sqlstore"
)

// Config says which file, and how many views may run at a time.
type Config struct {
	Path    string
	Readers int    // 0 means 4
	pages   int    // how long the file may grow, for tests; 0 is as long as the disk lets it
	driver  string // for tests; "" is the one of modernc.org/sqlite
}

//go:embed migrations/*.sql
var migrations embed.FS

// Open opens the file, making it when there is none.
func Open(ctx context.Context, c Config) (*sqlstore.Store, error) {
	readers := cmp.Or(c.Readers, 4)
	own, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	settings := writing()
	if c.pages > 0 {
		settings = append(settings, fmt.Sprintf("max_page_count(%d)", c.pages))
	}
	private(c.Path)
	driver := cmp.Or(c.driver, "sqlite")
	// Nothing is opened yet, only written down: the migrations are the first to connect.
	write, err := open(driver, c.Path, settings)
	if err != nil {
		return nil, err
	}
	read, err := open(driver, c.Path, reading())
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	// One, for SQLite has one writer: a second would only wait, and hold its memory.
	write.SetMaxOpenConns(1)
	read.SetMaxOpenConns(readers)
	s, err := sqlstore.Open(ctx, sqlstore.Config{
		Read: read, Write: write, Readers: readers, Writers: 1,
		Dialect: sqlstore.Dialect{
			Goose: goose.DialectSQLite3, Migrations: own,
			// Immediate, for a transaction that reads first and writes then would fail where another
			// program has written in between. Rows go one by one: there is no way to save.
			View: "begin", Update: "begin immediate", Rows: 1,
			TextIn: "%s in (select value from json_each($%d))",
			IntIn:  "%s in (select value from json_each($%d))",
			List:   list, Shred: "pragma secure_delete = on", Unshred: "pragma secure_delete = fast", Search: search{},
			Trouble: trouble,
		},
	})
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", c.Path, err)
	}
	return s, nil
}

// private makes the file, where there is none, one that its owner alone may read:
// SQLite would make it readable for all, and gives the files beside it the mode that
// it finds. What is wrong with a path SQLite then says itself.
func private(path string) {
	if f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600); err == nil {
		_ = f.Close() // nothing was written
	}
}

// writing is the settings of the connection that writes. FULL makes each commit
// wait for the disk. The log grows to 48 MB before it is folded into the file,
// so that pages that change with every batch are written there once for many.
func writing() []string {
	return []string{
		"journal_mode(wal)", "synchronous(full)", "wal_autocheckpoint(12000)", "journal_size_limit(67108864)",
		"cache_size(-16000)", "temp_store(memory)", "secure_delete(fast)",
	}
}

// reading is the settings of a connection for views. query_only refuses a write by
// mistake; each has a cache of its own, which is smaller than that of the one that writes.
func reading() []string {
	return []string{"query_only(1)", "cache_size(-4000)", "temp_store(memory)"}
}

// open writes settings into the address, by which each new connection of the pool gets
// them. It waits ten seconds where another program, such as a backup, holds the file. The
// path is escaped, for a ? or % in a folder's name would end it.
func open(driver, path string, pragmas []string) (*sql.DB, error) {
	q := url.Values{"_pragma": append([]string{"busy_timeout(10000)"}, pragmas...)}
	return sql.Open(driver, (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: q.Encode()}).String())
}

// list is a list as JSON, which json_each takes apart again.
func list(l any) (any, error) {
	text, err := json.Marshal(l)
	return string(text), err
}
