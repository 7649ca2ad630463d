// Command dateline is a newswire in one program: it takes copy in, turns it
// into items, lets a desk decide, and publishes a bilingual wire.
//
//	dateline demo     shows it with the sample press
//	dateline serve    runs it
//	dateline --help   names everything else
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	_ "time/tzdata" // machines without zone files know zones, too

	"github.com/alecthomas/kong"

	"dateline"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "read" {
		// Nothing that starting up read of the program is needed to go on. Done in the
		// command its peak is 1.5 MB higher; other commands would start 10 ms later.
		dropFiles()
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends at once what takes its time to stop
	dir, err := os.Getwd()
	if err != nil {
		fmt.Fprintln(os.Stderr, "dateline:", err)
		os.Exit(exitFailed)
	}
	env := &Env{
		Context: ctx, Stdin: &interruptible{ctx: ctx, from: os.Stdin}, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Dir: dir,
	}
	code := run(env, os.Args[1:])
	stop()
	os.Exit(code)
}

// The exit codes.
const (
	exitOK          = 0
	exitFailed      = 1 // the work failed
	exitUsage       = 2 // what was asked cannot be done so: flags, configuration, input
	exitNotFound    = 3 // there is no such item, source or file
	exitUnavailable = 4 // something else is in the way now: a lock, a database, a host
)

// CLI is the command line.
type CLI struct {
	Config string `help:"Configuration file (default: ./dateline.toml if it is there)." placeholder:"FILE"`
	Data   string `help:"Folder for items and raw copy (default: .dateline)." placeholder:"DIR"`
	Listen string `help:"Address to serve on (default: 127.0.0.1:8080)." placeholder:"HOST:PORT"`
	Store  string `help:"sqlite, or postgres://… (default: sqlite in the data folder)." placeholder:"ADDRESS"`

	Serve    serveCmd    `cmd:"" help:"Run the wire: intake, desk, site."`
	Demo     demoCmd     `cmd:"" help:"Show the wire with the sample press."`
	Take     takeCmd     `cmd:"" help:"Take in feeds, pages and files."`
	Poll     pollCmd     `cmd:"" help:"Poll sources now."`
	Read     readCmd     `cmd:"" help:"Read pages and texts, print one JSON line each."`
	Annotate annotateCmd `cmd:"" help:"Mark who said what, and when, in texts; print one JSON line each."`
	Lang     langCmd     `cmd:"" help:"Print the language of each line that it reads."`
	Match    matchCmd    `cmd:"" help:"Find copies, rewrites and stories in a file of items."`
	Names    namesCmd    `cmd:"" help:"Find the Latin spellings of Arabic names."`
	Search   searchCmd   `cmd:"" help:"Search the items."`
	Sources  sourcesCmd  `cmd:"" help:"Add, list, change and remove sources."`
	Desk     deskCmd     `cmd:"" help:"Release, hold, kill, correct and write items."`
	Setup    setupCmd    `cmd:"" name:"config" help:"Print the configuration in force, as a documented file."`
	Version  versionCmd  `cmd:"" help:"Print the version."`
}

// errUsage marks what kong found wrong with the command line.
var errUsage = fmt.Errorf("usage: %w", dateline.ErrInvalid)

// exited carries kong's own exit (--help) out of the parser.
type exited struct{ code int }

// run does one command line and returns the exit code.
func run(env *Env, args []string) (code int) {
	defer func() {
		switch p := recover().(type) {
		case nil:
		// --help, which kong would end the whole process over: in a server, the server.
		case exited:
			code = p.code
		default: // swallowed, a fault would end with exit code 0
			panic(p)
		}
	}()
	// A command finds out that a server runs by doing what it would do without: to ask first
	// would leave room for one to start in between.
	err := dispatch(env, args)
	// Not from within a server: its line would be sent to itself for ever.
	if errors.Is(err, errElsewhere) && env.shared == nil {
		code, err = forward(env, args)
		if err == nil {
			return code
		}
	}
	switch {
	case err == nil:
	// In words: "stage match: context canceled" told nobody that all was well.
	case env.Context.Err() != nil && errors.Is(err, context.Canceled):
		fmt.Fprintln(env.Stderr, "dateline: stopped before it was done; what is kept stays, and the next command goes on from there")
	default:
		fmt.Fprintln(env.Stderr, "dateline:", oneLine(err))
	}
	return exitCode(err)
}

// oneLine is an error's text on one line. Of errors that were joined, such as
// that of a command and that of closing the store after it, what has been said
// already goes.
func oneLine(err error) string {
	text := ""
	for line := range strings.Lines(err.Error()) {
		if line = strings.TrimSpace(line); line != "" && !strings.Contains(text, line) {
			text += "; " + line
		}
	}
	return strings.TrimPrefix(text, "; ")
}

// dispatch parses a command line and runs its command in this process.
func dispatch(env *Env, args []string) error {
	env.cli = CLI{}
	parser, err := kong.New(&env.cli,
		kong.Name("dateline"),
		kong.Description("A newswire in one program: who reported it first, who said what, what changed since."),
		kong.Writers(env.Stdout, env.Stderr),
		kong.Exit(func(code int) { panic(exited{code}) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.Bind(env),
	)
	if err != nil {
		return fmt.Errorf("command line: %w", err)
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	// Before kong sees them: it would take the -word of a query for flags.
	parsed, err := parser.Parse(asWords(args))
	if err != nil {
		return fmt.Errorf("%w: %w; see dateline --help", errUsage, err)
	}
	env.command = strings.Fields(parsed.Command())
	// Closed in any case, so that what a command has kept before it failed goes out.
	return errors.Join(parsed.Run(), env.close())
}

// exitCode maps kinds of error to exit codes, here and nowhere else.
func exitCode(err error) int {
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, dateline.ErrInvalid), errors.Is(err, dateline.ErrForbidden):
		return exitUsage
	case errors.Is(err, dateline.ErrNotFound), errors.Is(err, dateline.ErrGone), errors.Is(err, os.ErrNotExist):
		return exitNotFound
	case errors.Is(err, dateline.ErrUnavailable), errors.Is(err, dateline.ErrConflict):
		return exitUnavailable
	default:
		return exitFailed
	}
}

// Env is what a command has of the world.
type Env struct {
	Context context.Context
	Stdin   io.Reader
	Stdout  io.Writer
	Stderr  io.Writer
	Getenv  func(string) string
	Dir     string // what relative file names are relative to

	input   []byte // standard input, once it was read as a whole
	isRead  bool
	cli     CLI
	command []string // as kong names it: "desk", "kill", "<id>"
	opened  *App     // this command's own, closed after it
	shared  *App     // the running server's, for commands that came through its socket
}

// path makes a file name of the command line absolute.
func (e *Env) path(name string) string {
	if name == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(e.Dir, name)
}

// all reads standard input to its end. It is kept: a command that finds the folder
// held has read it already when its line goes to the server.
func (e *Env) all() ([]byte, error) {
	if e.isRead {
		return e.input, nil
	}
	var err error
	e.input, err = io.ReadAll(e.Stdin)
	e.isRead = err == nil
	return e.input, err
}

// file reads a file of the command line, or standard input for "-".
func (e *Env) file(name string) ([]byte, error) {
	if name == "-" {
		return e.all()
	}
	return os.ReadFile(e.path(name))
}

// commandAt is where the command stands in a command line: behind the flags that
// hold for all commands, of which each but --help has a value.
// Needed before kong parses: what is a word and what a flag depends on the command.
func commandAt(args []string) int {
	for i := 0; i < len(args); i++ {
		switch arg := args[i]; {
		case !strings.HasPrefix(arg, "-"):
			return i
		case arg != "--help" && arg != "-h" && !strings.Contains(arg, "="):
			i++
		}
	}
	return len(args)
}

// most is a limit that a flag gives, bounded so that any number may be added to it.
// A search with --limit=-1 was a panic, in the running server if there was one: hence no
// sign, and hence a bound.
func most(limit uint) int { return int(min(limit, math.MaxInt32)) }

// verb is the decision that a desk command is named after.
// Each such command has the name of its decision, so that one Run serves them all.
func (e *Env) verb() dateline.DecisionKind { return dateline.DecisionKind(e.command[1]) }

// app opens the folder, or is the running server's. errElsewhere when another
// program holds the folder.
func (e *Env) app() (*App, error) {
	if e.shared != nil {
		return e.shared, nil
	}
	// One command may ask several times; the lock would refuse it the second time.
	if e.opened != nil {
		return e.opened, nil
	}
	cfg, err := e.config()
	if err != nil {
		return nil, err
	}
	if e.Getenv("GOGC") == "" {
		// What an item needs is dead as soon as it is kept. Collecting half as often
		// saves 6 % of the CPU of taking in and costs 27 MB at its peak.
		debug.SetGCPercent(200)
	}
	e.opened, err = Open(e.Context, cfg, e.logger(cfg.Log))
	return e.opened, err
}

// close lets the stages do what the command left for them, and closes. Whoever
// stops a command waits for nothing: the stages take up from the log where they
// are, and of many new items that may take minutes.
func (e *Env) close() error {
	if e.opened == nil {
		return nil
	}
	app := e.opened
	e.opened = nil
	err := app.Newsroom.CatchUp(e.Context)
	if errors.Is(err, dateline.ErrConflict) || e.Context.Err() != nil {
		err = nil // another node leads, or the next command, and takes it up
	}
	return errors.Join(err, app.Close())
}
