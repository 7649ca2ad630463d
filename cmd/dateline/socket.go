package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"dateline"
)

// `serve` holds its folder alone. Any other command that needs the folder goes
// through the server's local socket: the server runs the same command line with
// its own open store and sends back what it prints.

// errElsewhere says that a running server holds the folder.
var errElsewhere = fmt.Errorf("a running server holds the folder: %w", dateline.ErrUnavailable)

// errStopped says that it was stopped, or killed, in the midst of a command.
var errStopped = fmt.Errorf("the server stopped before the command was done; what it has kept stays: %w", dateline.ErrUnavailable)

// socketPath is where the server of a folder listens. Paths of sockets are
// limited to about 100 bytes, so a deep folder's stands in the temporary folder.
func socketPath(folder string) string {
	path := filepath.Join(folder, "control.sock")
	if len(path) < 100 {
		return path
	}
	id := dateline.NewItemID("socket", folder)
	return filepath.Join(os.TempDir(), "dateline-"+string(id)+".sock")
}

// A request is a command line to run in the server.
type request struct {
	Args  []string
	Dir   string
	Input []byte `json:",omitempty"` // standard input, for a line that asks for it
}

// maxInput bounds what goes to the server of standard input, which it holds whole.
const maxInput = 16 << 20

// asksForInput reports whether a command line names standard input. One that does
// not must not read it: at a terminal it would wait for ever.
func asksForInput(args []string) bool {
	return slices.ContainsFunc(args, func(a string) bool { return a == "-" || strings.HasPrefix(a, "--") && strings.HasSuffix(a, "=-") })
}

// newRequest is the request for a command line.
func newRequest(env *Env, args []string) (body []byte, err error) {
	r := request{Args: args, Dir: env.Dir}
	if asksForInput(args) {
		if r.Input, err = env.all(); err != nil {
			return nil, fmt.Errorf("read standard input: %w", err)
		}
	}
	if len(r.Input) > maxInput {
		return nil, fmt.Errorf("a running server takes %d MB of standard input at most; name a file instead: %w", maxInput>>20, dateline.ErrTooLarge)
	}
	return json.Marshal(r)
}

// A frame is a piece of what the command printed, or its exit code.
type frame struct {
	Out  string `json:",omitempty"`
	Err  string `json:",omitempty"`
	Exit *int   `json:",omitempty"`
}

// forward runs the command line in the server that holds the folder.
func forward(env *Env, args []string) (code int, err error) {
	cfg, err := env.config()
	if err != nil {
		return 0, err
	}
	path := socketPath(cfg.Data)
	client := http.Client{Transport: &http.Transport{
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return dialStarting(ctx, path)
		},
	}}
	body, err := newRequest(env, args)
	if err != nil {
		return 0, err
	}
	req, err := http.NewRequestWithContext(env.Context, http.MethodPost, "http://dateline/run", bytes.NewReader(body))
	if err != nil {
		return 0, fmt.Errorf("forward: %w", err)
	}
	resp, err := client.Do(req)
	var dial *net.OpError
	if err != nil && !(errors.As(err, &dial) && dial.Op == "dial") && env.Context.Err() == nil {
		return 0, errStopped
	}
	if err != nil {
		return 0, fmt.Errorf("the folder %s is in use by a program that does not answer (%w); stop it, or choose another --data: %w",
			cfg.Data, err, dateline.ErrUnavailable)
	}
	defer resp.Body.Close()
	return copyFrames(env, resp.Body)
}

// startWithin is how long a server that holds the folder may take until it
// listens: it locks first.
const startWithin = 2 * time.Second

// dialStarting connects to a server that may only just be starting.
func dialStarting(ctx context.Context, path string) (c net.Conn, err error) {
	// Tried again even if it refuses: a server that was killed has left its socket, and the
	// next one has locked the folder but does not listen yet.
	for end := time.Now().Add(startWithin); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		c, err = (&net.Dialer{}).DialContext(ctx, "unix", path)
		if err == nil || ctx.Err() != nil {
			break
		}
	}
	return c, err
}

// copyFrames prints what the server sends until the exit code. An answer that ends without
// one was cut off.
func copyFrames(env *Env, r io.Reader) (int, error) {
	d := json.NewDecoder(bufio.NewReader(r))
	for {
		var f frame
		if err := d.Decode(&f); err != nil {
			return 0, errStopped
		}
		if f.Exit != nil {
			return *f.Exit, nil
		}
		_, errOut := io.WriteString(env.Stdout, f.Out)
		_, errErr := io.WriteString(env.Stderr, f.Err)
		if err := errors.Join(errOut, errErr); err != nil {
			return 0, fmt.Errorf("print: %w", err)
		}
	}
}

// listenSocket serves commands for the folder until ctx is done.
func (a *App) listenSocket(ctx context.Context) error {
	path := socketPath(a.cfg.Data)
	// A server that was killed leaves it behind. Nobody else listens: the folder is ours.
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("control socket: %w", err)
	}
	listener, err := net.Listen("unix", path)
	if err != nil {
		return fmt.Errorf("control socket: %w", err)
	}
	// Whoever may write the socket may do everything at the desk.
	if err := os.Chmod(path, 0o600); err != nil {
		return fmt.Errorf("control socket: %w", err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /run", a.serveRun)
	server := http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	go func() {
		<-ctx.Done()
		server.Close()
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("control socket: %w", err)
	}
	return nil
}

// localOnly are the commands that make no sense inside a server.
func localOnly(args []string) bool {
	at := commandAt(args)
	return at < len(args) && (args[at] == "serve" || args[at] == "demo")
}

// serveRun runs one command line of a request with the server's open store. Input is
// base64 in JSON, a third longer: twice its bound has room for the rest of the line, too.
func (a *App) serveRun(w http.ResponseWriter, r *http.Request) {
	var req request
	if err := json.NewDecoder(io.LimitReader(r.Body, 2*maxInput)).Decode(&req); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	// No environment: the server's is in force already, and that of whoever runs the
	// command may be another user's idea of it.
	frames := &frameWriter{enc: json.NewEncoder(w), flush: http.NewResponseController(w).Flush}
	env := &Env{
		Context: r.Context(), Stdin: bytes.NewReader(req.Input), Getenv: func(string) string { return "" }, Dir: req.Dir,
		Stdout: writerFunc(func(p []byte) error { return frames.write(frame{Out: string(p)}) }),
		Stderr: writerFunc(func(p []byte) error { return frames.write(frame{Err: string(p)}) }),
		shared: a,
	}
	code := exitUnavailable
	if localOnly(req.Args) {
		fmt.Fprintf(env.Stderr, "dateline: a server runs already on the folder %s; stop it, or choose another --data\n", a.cfg.Data)
	} else {
		code = runGuarded(env, req.Args)
	}
	if err := frames.write(frame{Exit: &code}); err != nil {
		a.log.Debug("control socket", "err", err)
	}
}

// runGuarded runs a command line in the server. Who sent one over which the program
// trips is told so; a connection that just ends looks like a server that hangs.
func runGuarded(env *Env, args []string) (code int) {
	defer func() {
		if p := recover(); p != nil {
			fmt.Fprintf(env.Stderr, "dateline: a fault of this program, please report it: %v\n%s", p, debug.Stack())
			code = exitFailed
		}
	}()
	return run(env, args)
}

// frameWriter sends frames one at a time, each at once.
type frameWriter struct {
	mu    sync.Mutex
	enc   *json.Encoder
	flush func() error
}

// write flushes each frame: whoever runs a long command sees its lines as they come.
func (w *frameWriter) write(f frame) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := w.enc.Encode(f); err != nil {
		return err
	}
	return w.flush()
}

// A writerFunc is a writer that sends what it is given as a frame of its own.
type writerFunc func([]byte) error

// Write calls the function.
func (f writerFunc) Write(p []byte) (int, error) {
	if err := f(p); err != nil {
		return 0, err
	}
	return len(p), nil
}
