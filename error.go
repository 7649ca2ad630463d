package dateline

import (
	"errors"
	"fmt"
)

// The kinds of error. Packages wrap one of them so that a caller can tell what
// to do; package web maps them to HTTP in exactly one place, and the command to
// exit codes in another.
var (
	// ErrNotFound says that there is no such thing, and never was.
	ErrNotFound = errors.New("not found")
	// ErrGone says that there was such a thing and that it was withdrawn.
	ErrGone = errors.New("gone")
	// ErrInvalid says that what was given cannot be used; the message says how to mend it.
	ErrInvalid = errors.New("invalid")
	// ErrForbidden says that rights, robots rules or the address guard forbid it.
	ErrForbidden = errors.New("forbidden")
	// ErrConflict says that somebody else changed or holds it meanwhile.
	ErrConflict = errors.New("conflict")
	// ErrTooLarge says that a limit of size, depth or count was passed.
	ErrTooLarge = errors.New("too large")
	// ErrUnavailable says that it may work later: a host is down, a limit is reached.
	ErrUnavailable = errors.New("unavailable")
)

// Wrap adds what was being done to a non-nil error:
//
//	defer dateline.Wrap(&err, "keep(%q)", id)
func Wrap(err *error, format string, args ...any) {
	if *err != nil {
		*err = fmt.Errorf("%s: %w", fmt.Sprintf(format, args...), *err)
	}
}
