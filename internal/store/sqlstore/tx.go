package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Tx is a [dateline.Tx]; a dialect's Search writes and asks through it.
type Tx struct {
	conn    *conn
	dialect Dialect
	over    bool
}

var errOver = errors.New("the transaction is over")

// Exec runs a statement.
func (t *Tx) Exec(ctx context.Context, text string, args ...any) (sql.Result, error) {
	if t.over {
		return nil, errOver
	}
	return t.conn.exec(ctx, text, args...)
}

// Query asks for rows.
func (t *Tx) Query(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	if t.over {
		return nil, errOver
	}
	return t.conn.query(ctx, text, args...)
}

// Row asks for one row and scans it. sql.ErrNoRows when there is none.
func (t *Tx) Row(ctx context.Context, into []any, text string, args ...any) error {
	rows, err := t.Query(ctx, text, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	if !rows.Next() {
		if err := rows.Err(); err != nil {
			return err
		}
		return sql.ErrNoRows
	}
	if err := rows.Scan(into...); err != nil {
		return err
	}
	return rows.Close()
}

// collect scans all rows of an answer.
func collect[R any](rows *sql.Rows, err error) func(scan func(*R) []any) ([]R, error) {
	return func(scan func(*R) []any) ([]R, error) {
		if err != nil {
			return nil, err
		}
		defer rows.Close()
		list := []R{}
		for rows.Next() {
			var r R
			if err := rows.Scan(scan(&r)...); err != nil {
				return nil, err
			}
			list = append(list, r)
		}
		return list, rows.Err()
	}
}

// An Insert is the text of an INSERT but for its rows.
type Insert struct {
	Into    string // table and columns
	Columns int
	Tail    string // what to do on conflict
}

// text is the statement for so many rows.
func (i Insert) text(rows int) string {
	var b strings.Builder
	b.WriteString("insert into " + i.Into + " values ")
	for n := range rows * i.Columns {
		switch {
		case n == 0:
			b.WriteString("(")
		case n%i.Columns == 0:
			b.WriteString("), (")
		default:
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "$%d", n+1)
	}
	b.WriteString(") " + i.Tail)
	return b.String()
}

// Insert inserts many rows, as many with one statement as the dialect likes.
func (t *Tx) Insert(ctx context.Context, i Insert, rows [][]any) error {
	text, size := "", 0
	for chunk := range slices.Chunk(rows, t.dialect.Rows) {
		if len(chunk) != size {
			size = len(chunk)
			text = i.text(size)
		}
		if _, err := t.Exec(ctx, text, slices.Concat(chunk...)...); err != nil {
			return fmt.Errorf("insert into %s: %w", i.Into, err)
		}
	}
	return nil
}

// A Select is a query that grows.
type Select struct {
	Columns, From, Order string
	where                []string
	args                 []any
	dialect              Dialect
	err                  error
}

// Where adds a condition; each %s in it stands for one argument.
func (s *Select) Where(condition string, args ...any) {
	places := make([]any, len(args))
	for i, a := range args {
		s.args = append(s.args, a)
		places[i] = fmt.Sprintf("$%d", len(s.args))
	}
	s.where = append(s.where, fmt.Sprintf(condition, places...))
}

// WhereIn adds the condition that a column is one of a list of texts.
func (s *Select) WhereIn(column string, list []string) {
	arg, err := s.dialect.List(list)
	s.err = errors.Join(s.err, err)
	s.args = append(s.args, arg)
	s.where = append(s.where, fmt.Sprintf(s.dialect.TextIn, column, len(s.args)))
}

// text is the whole statement.
func (s *Select) text() string {
	text := "select " + s.Columns + " from " + s.From
	if len(s.where) > 0 {
		text += " where " + strings.Join(s.where, " and ")
	}
	return text + s.Order
}

// query runs the select.
func (t *Tx) query(ctx context.Context, s *Select) (*sql.Rows, error) {
	if s.err != nil {
		return nil, s.err
	}
	return t.Query(ctx, s.text(), s.args...)
}

// TextIn is the condition that a column is in the list bound as parameter n.
func (t *Tx) TextIn(column string, n int) string { return fmt.Sprintf(t.dialect.TextIn, column, n) }

// IntIn is TextIn for whole numbers.
func (t *Tx) IntIn(column string, n int) string { return fmt.Sprintf(t.dialect.IntIn, column, n) }

// List makes a list a parameter.
func (t *Tx) List(list any) (any, error) { return t.dialect.List(list) }

// plain makes a text one that every database takes: valid UTF-8 without zeros.
func plain[S ~string](s S) string {
	return strings.ReplaceAll(strings.ToValidUTF8(string(s), "\uFFFD"), "\x00", "\uFFFD")
}
