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
	lately  *lately
	totals  *totals // once they were asked for
	over    bool
}

// totals are the row of the table state. Updates run one after the other, so a
// transaction may count for itself and write the row once, in the end.
type totals struct {
	seq     int64 // of the newest log entry
	items   int   // that were not erased
	changed bool
}

// total reads the totals once in a transaction. In an update nobody else can change them
// meanwhile, and a view is one snapshot.
func (t *Tx) total(ctx context.Context) (*totals, error) {
	// Asked here because what is remembered needs no statement, which would have refused.
	if t.over { // what it remembers is of then
		return nil, errOver
	}
	if t.totals != nil {
		return t.totals, nil
	}
	var n totals
	if err := t.Row(ctx, []any{&n.seq, &n.items}, "select seq, items from state where one = 1"); err != nil {
		return nil, fmt.Errorf("read the totals: %w", err)
	}
	t.totals = &n
	return t.totals, nil
}

// settle writes the totals if they have changed.
func (t *Tx) settle(ctx context.Context) error {
	if t.totals == nil || !t.totals.changed {
		return nil
	}
	_, err := t.Exec(ctx, "update state set seq = $1, items = $2 where one = 1", t.totals.seq, t.totals.items)
	return err
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
	// Closed here as well as by defer: what went wrong on the way is told only by closing.
	return rows.Close()
}

// question is a query with its arguments.
type question struct {
	text string
	args []any
	err  error // why it cannot be asked
}

func ask(text string, args ...any) question { return question{text: text, args: args} }

// askIn asks for the rows in which a column is one of a list; %s in the text is
// that condition.
// The list is one parameter, however long: the text stays the same, and with it the
// prepared statement, and no list meets a database's bound on parameters.
func (t *Tx) askIn(text, column string, list any) question {
	arg, err := t.dialect.List(list)
	return question{fmt.Sprintf(text, t.TextIn(column, 1)), []any{arg}, err}
}

// collect asks and scans each row into the places that columns names. An answer
// that breaks off is none: a part of it would pass for all there is with whoever
// goes on before looking at the error.
func collect[R any](ctx context.Context, t *Tx, q question, columns func(*R) []any) ([]R, error) {
	if q.err != nil {
		return nil, q.err
	}
	rows, err := t.Query(ctx, q.text, q.args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	list := []R{}
	for rows.Next() {
		var r R
		if err := rows.Scan(columns(&r)...); err != nil {
			return nil, err
		}
		list = append(list, r)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return list, nil
}

// Ints asks for one column of whole numbers.
func (t *Tx) Ints(ctx context.Context, text string, args ...any) ([]int, error) {
	return collect(ctx, t, ask(text, args...), func(n *int) []any { return []any{n} })
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
	// All chunks but the last are of one size: the text is made, and prepared, twice at most.
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

// arg adds an argument and returns what stands for it.
func (s *Select) arg(v any) string {
	s.args = append(s.args, v)
	return fmt.Sprintf("$%d", len(s.args))
}

// Where adds a condition; each %s in it stands for one argument.
func (s *Select) Where(condition string, args ...any) {
	// Conditions are texts of this package and of the dialects. What a reader gives is an
	// argument, always: no word of it is ever a part of a statement.
	places := make([]any, len(args))
	for i, a := range args {
		places[i] = s.arg(a)
	}
	s.where = append(s.where, fmt.Sprintf(condition, places...))
}

// whereIn adds the condition that a column is one of a list of texts.
func (s *Select) whereIn(column string, list []string) {
	arg, err := s.dialect.List(list)
	// Kept until the query is asked, so that conditions can be put together without an
	// error at each.
	s.err = errors.Join(s.err, err)
	s.arg(arg)
	s.where = append(s.where, fmt.Sprintf(s.dialect.TextIn, column, len(s.args)))
}

// limit bounds the answer.
// It must come when the order is set, for it is written behind it.
func (s *Select) limit(limit, skip int) {
	s.Order += " limit " + s.arg(limit) + " offset " + s.arg(skip)
}

// ask is the whole query.
func (s *Select) ask() question {
	text := "select " + s.Columns + " from " + s.From
	if len(s.where) > 0 {
		text += " where " + strings.Join(s.where, " and ")
	}
	return question{text + s.Order, s.args, s.err}
}

// TextIn is the condition that a column is in the list bound as parameter n.
func (t *Tx) TextIn(column string, n int) string { return fmt.Sprintf(t.dialect.TextIn, column, n) }

// IntIn is TextIn for whole numbers.
func (t *Tx) IntIn(column string, n int) string { return fmt.Sprintf(t.dialect.IntIn, column, n) }

// List makes a list a parameter.
func (t *Tx) List(list any) (any, error) { return t.dialect.List(list) }

// PostgreSQL refuses both with an error that undoes the whole batch, and feeds have them:
// one bad byte in an address must not stop the other forty-nine items.
// plain makes a text one that every database takes: valid UTF-8 without zeros.
func plain[S ~string](s S) string {
	return strings.ReplaceAll(strings.ToValidUTF8(string(s), "\uFFFD"), "\x00", "\uFFFD")
}
