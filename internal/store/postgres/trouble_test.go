package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"dateline"
)

// TestTrouble: what the machine cannot do is told from what a statement asked wrong,
// by the classes of PostgreSQL's codes (appendix A of its manual): over the one the
// stages wait, over the other they pass an entry over.
func TestTrouble(t *testing.T) {
	for code, want := range map[string]string{
		"08006": "going away", "57P01": "going away", "57014": "going away",
		"53100": "make room", "53200": "make room", "53300": "make room",
		"58030": "machine", "XX001": "machine",
		"40001": "another program", "40P01": "another program", "55P03": "another program",
		"25006": "the one that leads",
		"22021": "", "23505": "", "42P01": "", "25P02": "", "0A000": "", "54000": "", "": "",
	} {
		got := trouble(fmt.Errorf("keep: %w", &pgconn.PgError{Code: code}))
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
	for _, err := range []error{
		io.EOF, io.ErrUnexpectedEOF, net.ErrClosed, sql.ErrConnDone, &net.OpError{Op: "dial", Err: errors.New("refused")}, context.DeadlineExceeded,
	} {
		if got := trouble(fmt.Errorf("ask: %w", err)); got == "" {
			t.Errorf("%v is nobody's fault", err)
		}
	}
	for _, err := range []error{errors.New("a noun cannot be encoded"), context.Canceled, sql.ErrNoRows, nil} {
		if got := trouble(err); got != "" {
			t.Errorf("%v: %q", err, got)
		}
	}
}

// TestList: each list that the store asks by becomes one that the driver knows, and
// one that it does not know is an error before the database sees it.
func TestList(t *testing.T) {
	for _, l := range []any{
		[]dateline.ItemID{"a", "b"}, []dateline.StoryID{"a", "b"}, []dateline.PersonID{"a", "b"}, []dateline.SourceID{"a", "b"}, []string{"a", "b"},
	} {
		if got, err := list(l); err != nil || fmt.Sprintf("%T %v", got, got) != "[]string [a b]" {
			t.Errorf("%T: %T %v, %v", l, got, got, err)
		}
	}
	if got, err := list([]int64{1, 2}); err != nil || fmt.Sprint(got) != "[1 2]" {
		t.Errorf("numbers: %v, %v", got, err)
	}
	if got, err := list([]dateline.ItemID(nil)); err != nil || fmt.Sprint(got) != "[]" {
		t.Errorf("an empty list: %v, %v", got, err)
	}
	if _, err := list([]float64{1}); err == nil || !strings.Contains(err.Error(), "float64") {
		t.Errorf("a list of another kind: %v", err)
	}
}
