package sqlite

import (
	"errors"

	"modernc.org/sqlite"
	code "modernc.org/sqlite/lib"
)

// trouble says what keeps the database from working, whatever it is asked; ""
// when the statement is at fault.
func trouble(err error) string {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return ""
	}
	switch e.Code() & 0xff { // the rest of a code says more exactly where
	case code.SQLITE_FULL:
		return "make room on the disk"
	case code.SQLITE_BUSY, code.SQLITE_LOCKED, code.SQLITE_PROTOCOL:
		return "another program holds the database"
	case code.SQLITE_PERM, code.SQLITE_READONLY, code.SQLITE_CANTOPEN:
		return "see who may write to the folder"
	case code.SQLITE_IOERR, code.SQLITE_NOMEM:
		return "the machine cannot read or write it"
	case code.SQLITE_CORRUPT, code.SQLITE_NOTADB:
		return "the file is damaged: put back a copy of it"
	}
	return ""
}
