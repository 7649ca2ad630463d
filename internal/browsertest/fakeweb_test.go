package browsertest

import (
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"dateline/internal/datatest"
)

// startFakeWeb serves what the program takes in from wireload, a fake news web
// that stands beside the data: a world whose words nobody here chose.
func startFakeWeb(t *testing.T) *site {
	t.Helper()
	world, web := startWireload(t, datatest.Path(t, "..", "tools", "wireload"))
	s := &site{program: buildProgram(t), folder: t.TempDir(), web: web}
	const settings = "[publication]\nmail = \"desk@example.org\"\n" // where errors are reported
	if err := os.WriteFile(filepath.Join(s.folder, "dateline.toml"), []byte(settings), 0o644); err != nil {
		t.Fatal(err)
	}
	s.command(t, "sources", "import", world, "--allow-private", "--delay", "0")
	s.command(t, "poll", "--all", "--wait")
	s.start(t, "serve")
	return s
}

// startWireload serves twelve sources of ten entries each and returns a file
// that lists them, and the address.
func startWireload(t *testing.T, folder string) (opml, address string) {
	t.Helper()
	program := filepath.Join(t.TempDir(), "wireload")
	build := exec.CommandContext(t.Context(), "go", "build", "-o", program, ".")
	build.Dir = folder
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build the fake web: %v\n%s", err, out)
	}
	address = freeAddress(t)
	serve := exec.Command(program, "serve", "-addr", address, "-feeds", "12", "-entries", "10")
	if err := serve.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		serve.Process.Kill()
		serve.Wait()
	})
	web := &site{base: "http://" + address}
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if status, body := web.get(t, "/opml"); status == http.StatusOK {
			opml = filepath.Join(t.TempDir(), "sources.opml")
			if err := os.WriteFile(opml, []byte(body), 0o644); err != nil {
				t.Fatal(err)
			}
			return opml, web.base
		}
	}
	t.Fatal("the fake web did not come up")
	return "", ""
}
