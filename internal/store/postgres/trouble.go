package postgres

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

// trouble says what keeps the database from working, whatever it is asked; ""
// when the statement is at fault.
func trouble(err error) string {
	var said *pgconn.PgError
	if errors.As(err, &said) {
		return troubleOf(said.Code)
	}
	var network net.Error
	var connect *pgconn.ConnectError
	switch {
	case errors.As(err, &network), errors.As(err, &connect), pgconn.SafeToRetry(err),
		errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, net.ErrClosed),
		errors.Is(err, driver.ErrBadConn), errors.Is(err, sql.ErrConnDone):
		return "the database cannot be reached"
	}
	return ""
}

// troubleOf reads the code of an error, of which the first two letters are its
// class.
func troubleOf(code string) string {
	switch {
	// Class 08 is the connection, 57 an operator's doing, such as a shutdown.
	case strings.HasPrefix(code, "08"), strings.HasPrefix(code, "57"):
		return "the database is going away"
	// Insufficient resources: 53100 a full disk, 53200 memory, 53300 connections.
	case strings.HasPrefix(code, "53"):
		return "make room for the database: disk, memory or connections"
	// Class 58 is the system below, such as a disk that fails to read; XX damaged data, too.
	case strings.HasPrefix(code, "58"), strings.HasPrefix(code, "XX"):
		return "the database's machine cannot read or write it"
	// Deadlocks and broken serialization (40), a lock that is not to be had (55P03).
	case strings.HasPrefix(code, "40"), strings.HasPrefix(code, "55"):
		return "another program holds the database"
	// A read-only transaction, which is all that a standby gives.
	case code == "25006":
		return "the database takes no writes: connect to the one that leads"
	}
	return ""
}
