// Package pgtest starts a private PostgreSQL server for tests, in a temporary
// folder and on a socket of its own, and hands out empty schemas.
package pgtest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Server is a running server.
type Server struct {
	dir      string
	postgres *exec.Cmd
	schemas  atomic.Int64
}

// missing says what to do when there is no server to start.
const missing = "no PostgreSQL server was found: install one (Debian: apt-get install postgresql) to run these tests"

// Main runs the tests of a package with a server, for a TestMain:
//
//	func TestMain(m *testing.M) { os.Exit(pgtest.Main(m, &server)) }
//
// Without a server installed the pointer stays nil and Database skips the test,
// or fails it where CI=true.
func Main(m *testing.M, server **Server) int {
	s, err := Start()
	switch {
	case errors.Is(err, exec.ErrNotFound):
	case err != nil:
		fmt.Fprintln(os.Stderr, "start PostgreSQL:", err)
		return 1
	default:
		*server = s
		defer s.Stop()
	}
	return m.Run()
}

// Start starts a server; exec.ErrNotFound when none is installed.
func Start() (*Server, error) {
	initdb, err := find("initdb")
	if err != nil {
		return nil, err
	}
	server, err := find("postgres")
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "pg")
	if err != nil {
		return nil, err
	}
	s := &Server{dir: dir}
	if err := s.start(initdb, server); err != nil {
		s.Stop()
		return nil, err
	}
	return s, nil
}

// start makes the server's folder and starts it without a network: other servers on the
// machine, and their settings, play no part.
func (s *Server) start(initdb, server string) error {
	run := plainUser(s.dir)
	data := filepath.Join(s.dir, "data")
	if out, err := run(initdb, "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "-N").CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w: %s", err, out)
	}
	// Nothing here outlives the test, so the disk need not be waited for.
	s.postgres = run(server, "-D", data, "-k", s.dir, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=200")
	if err := s.postgres.Start(); err != nil {
		return err
	}
	return s.wait()
}

// wait waits until the server takes connections; the first start on a busy machine takes
// seconds.
func (s *Server) wait() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	for {
		c, err := pgx.Connect(ctx, s.url("public"))
		if err == nil {
			return c.Close(ctx)
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("the server does not answer: %w", err)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// find finds a program of the server, which Debian keeps off the path.
func find(program string) (string, error) {
	if path, err := exec.LookPath(program); err == nil {
		return path, nil
	}
	found, err := filepath.Glob(filepath.Join("/usr/lib/postgresql", "*", "bin", program))
	if err != nil || len(found) == 0 {
		return "", fmt.Errorf("%s: %w", program, exec.ErrNotFound)
	}
	return slices.Max(found), nil
}

// plainUser makes commands that do not run as root, which the server refuses:
// then the folder goes to the user postgres.
func plainUser(dir string) func(program string, args ...string) *exec.Cmd {
	u, err := user.Lookup("postgres")
	if os.Getuid() != 0 || err != nil {
		return exec.Command
	}
	uid, _ := strconv.Atoi(u.Uid)
	gid, _ := strconv.Atoi(u.Gid)
	_ = os.Chown(dir, uid, gid)
	return func(program string, args ...string) *exec.Cmd {
		as := []string{"--reuid=" + u.Uid, "--regid=" + u.Gid, "--clear-groups", "--", program}
		cmd := exec.Command("setpriv", append(as, args...)...)
		cmd.Dir = dir
		return cmd
	}
}

// Stop ends the server at once and removes its folder.
func (s *Server) Stop() {
	if s.postgres != nil && s.postgres.Process != nil {
		_ = s.postgres.Process.Signal(os.Interrupt)
		_ = s.postgres.Wait()
	}
	_ = os.RemoveAll(s.dir)
}

// url is the address of a schema: everything that a store makes lands there.
func (s *Server) url(schema string) string {
	q := url.Values{"host": {s.dir}, "user": {"postgres"}, "search_path": {schema}}
	return "postgres:///postgres?" + q.Encode()
}

// Database returns the address of an empty schema, which is to a test what a
// database of its own would be, and much cheaper. It goes with the server.
func (s *Server) Database(tb testing.TB) string {
	tb.Helper()
	switch {
	case s == nil && os.Getenv("CI") == "true":
		tb.Fatal(missing)
	case s == nil:
		tb.Skip(missing)
	}
	name := fmt.Sprint("test", s.schemas.Add(1))
	ctx := context.Background()
	c, err := pgx.Connect(ctx, s.url("public"))
	if err != nil {
		tb.Fatal(err)
	}
	_, err = c.Exec(ctx, "create schema "+name)
	if err := errors.Join(err, c.Close(ctx)); err != nil {
		tb.Fatal(err)
	}
	return s.url(name)
}
