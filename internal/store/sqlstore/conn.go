package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// pool lends connections that remember their prepared statements: database/sql
// would prepare each statement anew in each transaction, and preparing costs
// more than running most of them.
type pool struct {
	db    *sql.DB
	slots chan struct{} // one for each connection that may be lent
	idle  chan *conn
}

// idle has room for all, so that giving one back never waits.
func newPool(db *sql.DB, size int) *pool {
	return &pool{db: db, slots: make(chan struct{}, size), idle: make(chan *conn, size)}
}

// with lends a connection to f.
func (p *pool) with(ctx context.Context, f func(*conn) error) error {
	// Waiting for a slot ends with the reader's patience, not with the pool's.
	select {
	case p.slots <- struct{}{}:
		defer func() { <-p.slots }()
	case <-ctx.Done():
		return ctx.Err()
	}
	c, err := p.take(ctx)
	if err != nil {
		return err
	}
	defer p.giveBack(c)
	return f(c)
}

// take gives an idle connection, or a new one while there are fewer than slots.
func (p *pool) take(ctx context.Context) (*conn, error) {
	select {
	case c := <-p.idle:
		return c, nil
	default:
	}
	// It stays out of database/sql's own pool from here on, with its statements.
	c, err := p.db.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("connect to the database: %w", err)
	}
	return &conn{Conn: c, statements: map[string]*sql.Stmt{}}, nil
}

// giveBack keeps a connection unless a transaction on it could not be begun or ended:
// nobody knows then what it is still in.
func (p *pool) giveBack(c *conn) {
	if c.broken {
		// What a broken connection says when it is closed helps nobody.
		_ = c.close()
		return
	}
	p.idle <- c
}

// close closes all connections; none is lent any more.
func (p *pool) close() error {
	close(p.idle)
	var errs []error
	for c := range p.idle {
		errs = append(errs, c.close())
	}
	return errors.Join(append(errs, p.db.Close())...)
}

// conn is a connection with its prepared statements.
type conn struct {
	*sql.Conn
	statements map[string]*sql.Stmt
	broken     bool
}

// maxStatements bounds what a connection remembers. Searches make their texts,
// so that there may be any number of them.
const maxStatements = 200

// statement prepares a text once for this connection. Texts are the key: they must hold
// no values, or none would ever be met again.
func (c *conn) statement(ctx context.Context, text string) (*sql.Stmt, error) {
	if st, ok := c.statements[text]; ok {
		return st, nil
	}
	if len(c.statements) >= maxStatements {
		// All go: to know which is asked again soon would take more than to prepare them.
		for _, st := range c.statements {
			if err := st.Close(); err != nil {
				return nil, err
			}
		}
		clear(c.statements)
	}
	st, err := c.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	c.statements[text] = st
	return st, nil
}

func (c *conn) exec(ctx context.Context, text string, args ...any) (sql.Result, error) {
	st, err := c.statement(ctx, text)
	if err != nil {
		return nil, err
	}
	return st.ExecContext(ctx, args...)
}

// The rows must be closed before the connection is asked again: PostgreSQL gives one
// answer at a time.
func (c *conn) query(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	st, err := c.statement(ctx, text)
	if err != nil {
		return nil, err
	}
	return st.QueryContext(ctx, args...)
}

// close closes the statements first, for they are of this connection.
func (c *conn) close() error {
	var errs []error
	for _, st := range c.statements {
		errs = append(errs, st.Close())
	}
	return errors.Join(append(errs, c.Conn.Close())...)
}
