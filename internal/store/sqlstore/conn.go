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

func newPool(db *sql.DB, size int) *pool {
	return &pool{db: db, slots: make(chan struct{}, size), idle: make(chan *conn, size)}
}

// with lends a connection to f.
func (p *pool) with(ctx context.Context, f func(*conn) error) error {
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

func (c *conn) query(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	st, err := c.statement(ctx, text)
	if err != nil {
		return nil, err
	}
	return st.QueryContext(ctx, args...)
}

func (c *conn) close() error {
	var errs []error
	for _, st := range c.statements {
		errs = append(errs, st.Close())
	}
	return errors.Join(append(errs, c.Conn.Close())...)
}
