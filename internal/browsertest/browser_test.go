package browsertest

import (
	"context"
	_ "embed"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

//go:embed checks.js
var checksScript string

// patience is how long anything but a measured wait may take on a busy machine.
const patience = 30 * time.Second

// A browser is a running Chromium.
type browser struct {
	ctx context.Context
	axe string // the script that checks accessibility
}

// startBrowser starts Chromium until the end of the test. What is missing is a
// failure under CI; elsewhere the test skips and says what to install.
func startBrowser(t *testing.T) *browser {
	t.Helper()
	path := chromium()
	axe, err := os.ReadFile(filepath.Join(root, "test", "node_modules", "axe-core", "axe.min.js"))
	if path == "" || err != nil {
		missing(t, "Chromium or axe-core is missing: sh ./test.sh installs them")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.Flag("hide-scrollbars", true))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start %s: %v", path, err)
	}
	return &browser{ctx: ctx, axe: string(axe)}
}

func chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// missing skips a test on a machine that may lack a tool; CI may not.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatal(what)
	}
	t.Skip(what)
}

// A tab looks at one site. It notes what the page complains about.
type tab struct {
	*testing.T
	ctx  context.Context
	base string
	axe  string

	mu         sync.Mutex
	complaints []string // of the console, and requests to elsewhere
	document   string   // a page may itself answer with an error: that is no complaint
}

// open opens a tab with cookies of its own until the end of the test.
func (b *browser) open(t *testing.T, base string) *tab {
	t.Helper()
	w := &tab{T: t, base: base, axe: b.axe}
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext(), chromedp.WithListener(w.listen))
	t.Cleanup(cancel)
	w.ctx = ctx
	w.look(1280, "light")
	return w
}

// listen runs between the messages of the browser and must be quick.
func (w *tab) listen(event any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		at, err := url.Parse(e.Request.URL)
		if err == nil && at.Host != "" && "http://"+at.Host != w.base {
			w.complaints = append(w.complaints, "request to another host: "+e.Request.URL)
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == "error" || e.Type == "warning" {
			w.complaints = append(w.complaints, fmt.Sprintf("console: %s", e.Args[0].Value))
		}
	case *runtime.EventExceptionThrown:
		w.complaints = append(w.complaints, "script: "+e.ExceptionDetails.Text+" "+describe(e.ExceptionDetails.Exception))
	case *log.EventEntryAdded:
		ofPage := e.Entry.Source == log.EntrySourceNetwork && e.Entry.URL == w.document
		if e.Entry.Level == log.EntryLevelError && !ofPage {
			w.complaints = append(w.complaints, "console: "+e.Entry.Text+" "+e.Entry.URL)
		}
	}
}

func describe(o *runtime.RemoteObject) string {
	if o == nil {
		return ""
	}
	return o.Description
}

// takeComplaints returns what was noted since it was last asked.
func (w *tab) takeComplaints() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	noted := w.complaints
	w.complaints = nil
	return noted
}

func (w *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	w.Helper()
	run(w, chromedp.Steps(steps...))
}

func run[T any](w *tab, action chromedp.Action[T]) T {
	w.Helper()
	value, err := try(w, action)
	if err != nil {
		w.Fatalf("browser: %v", err)
	}
	return value
}

func try[T any](w *tab, action chromedp.Action[T]) (T, error) {
	ctx := w.ctx
	if chromedp.FromContext(ctx).Target != nil { // the first run opens the tab, which must outlive it
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, patience)
		defer cancel()
	}
	return chromedp.Run(ctx, action)
}

// clicks presses what a script finds, which leads to another page. The script is
// answered first: a page that goes takes its answer along.
func (w *tab) clicks(script string) {
	w.Helper()
	w.do(evaluate[struct{}](`void setTimeout(() => ` + script + `.click())`))
}

// visit loads a path of the site, or a whole address, and returns the status.
func (w *tab) visit(path string) int {
	w.Helper()
	address := path
	if path[0] == '/' {
		address = w.base + path
	}
	w.mu.Lock()
	w.document = address
	w.mu.Unlock()
	response := run(w, chromedp.NavigateResponse(address))
	w.do(evaluate[chromedp.Void](checksScript + ";document.fonts.ready.then(() => {})"))
	return int(response.Status)
}

// evaluate waits for promises.
func evaluate[T any](script string) chromedp.Action[T] {
	return chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise)
}

// ask returns the value of a script.
func ask[T any](w *tab, script string) T {
	w.Helper()
	return run(w, evaluate[T](script))
}

// check runs checks of checks.js, such as "width()", and reports what they find.
func (w *tab) check(where string, checks ...string) {
	w.Helper()
	for _, call := range checks {
		for _, complaint := range ask[[]string](w, "check."+call) {
			w.Errorf("%s: %s", where, complaint)
		}
	}
}

// loadAxe makes check("accessible()") possible on this page.
func (w *tab) loadAxe() {
	w.Helper()
	w.do(chromedp.Evaluate[chromedp.Void](w.axe + ";undefined"))
}

// soon waits until a script says yes and returns how long that took. A page that
// another one takes the place of meanwhile does not answer; the next one is asked.
func (w *tab) soon(limit time.Duration, script string) (time.Duration, bool) {
	w.Helper()
	for began := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		yes, err := try(w, evaluate[bool]("!!("+script+")"))
		if took := time.Since(began); err == nil && yes || took > limit {
			return took, err == nil && yes
		}
	}
}

// must waits for what has to come.
func (w *tab) must(script, what string) {
	w.Helper()
	if _, ok := w.soon(patience, script); !ok {
		w.Fatalf("%s: never came (%s)", what, script)
	}
}

// look sets the width and the colours ("light" or "dark"). Nothing moves, so
// that what is asked next is already where it will be.
func (w *tab) look(width int, scheme string) {
	w.Helper()
	w.do(chromedp.EmulateViewport(int64(width), 900))
	call(w, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}})
}

// printed shows the page as it is printed, until the next look.
func (w *tab) printed() {
	w.Helper()
	call(w, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
}

func call[P, R any](w *tab, command cdp.Command[P, R], params P) {
	w.Helper()
	run(w, func(ctx context.Context, t *chromedp.Target) (R, error) { return cdp.Call(ctx, t, command, params) })
}

// key presses one key as a keyboard does: the letter is typed only when nobody
// takes the key for something else.
func (w *tab) key(key string) {
	w.Helper()
	press := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: key}
	switch key {
	case "Tab":
		press.Code, press.WindowsVirtualKeyCode = key, 9
	case "Escape":
		press.Code, press.WindowsVirtualKeyCode = key, 27
	case "Enter":
		press.Code, press.WindowsVirtualKeyCode, press.Text = key, 13, "\r"
	default:
		press.Text, press.UnmodifiedText = key, key
	}
	call(w, input.DispatchKeyEvent, press)
	press.Type, press.Text, press.UnmodifiedText = input.DispatchKeyEventTypeKeyUp, "", ""
	call(w, input.DispatchKeyEvent, press)
}

// write types text into what has the focus.
func (w *tab) write(text string) {
	w.Helper()
	call(w, input.InsertText, input.InsertTextParams{Text: text})
}

// picture keeps a picture of the whole page where DATELINE_SHOTS says.
func (w *tab) picture(name string) {
	w.Helper()
	folder := os.Getenv("DATELINE_SHOTS")
	if folder == "" {
		return
	}
	if !filepath.IsAbs(folder) {
		folder = filepath.Join(root, folder)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		w.Fatal(err)
	}
	shoot := chromedp.FullScreenshot(100)
	// Of a right-to-left page that fits, Chromium's picture of the whole is shifted.
	if ask[bool](w, "document.documentElement.scrollHeight <= innerHeight") {
		shoot = chromedp.CaptureScreenshot()
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), run(w, shoot), 0o644); err != nil {
		w.Fatal(err)
	}
}
