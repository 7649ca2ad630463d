package main

import (
	"errors"
	"os/exec"
	"strings"
	"testing"
	"time"

	"dateline/internal/store/postgres/pgtest"
)

// TestNodesShareADatabase: over PostgreSQL a node that does not lead works beside
// the one that does. Its commands are done when the leader has taken up what they
// left, and it leads itself when the other one stops.
func TestNodesShareADatabase(t *testing.T) {
	database, err := pgtest.Start()
	switch {
	case err == nil:
		t.Cleanup(database.Stop)
	case !errors.Is(err, exec.ErrNotFound):
		t.Fatal(err)
	}
	url := database.Database(t) // skips where there is none
	leader, other := newShell(t), newShell(t)
	srv := leader.serve("--store", url)
	srv.eventually(t, "/readyz", "ready", true)

	id := strings.TrimSpace(other.must("--store", url, "desk", "file", "--headline", "Ferry stops", "--text", "“It is over,” Salma Nawfal said.", "--by", "rania"))
	srv.eventually(t, "/en/", "Ferry stops", true)
	if out := other.must("--store", url, "desk", "persons", "nawfal"); !strings.Contains(out, "1 statement") {
		t.Errorf("what the leader found: %q", out)
	}
	other.must("--store", url, "poll", "--all", "--wait")
	other.must("--store", url, "desk", "kill", id, "--reason", "wrong", "--notice", "Filed in error.")
	srv.eventually(t, "/en/", "Ferry stops", false)

	second := other.serve("--store", url)
	second.eventually(t, "/readyz", "ready", true)
	srv.stop()
	begin := time.Now()
	other.must("desk", "file", "--headline", "Ferry sails", "--text", "It sailed.", "--by", "rania")
	second.eventually(t, "/en/", "Ferry sails", true)
	if took := time.Since(begin); took > 10*time.Second {
		t.Errorf("the second node leads after %v, though the first one resigned", took)
	}
}
