package annotate_test

import (
	"os"
	"os/exec"
	"testing"

	"dateline/internal/annotate"
)

// TestSameInEveryProcess marks verbs that stand in two lists in several
// processes: what a store keeps must come out the same when it is made again.
func TestSameInEveryProcess(t *testing.T) {
	const text = "Ray insisted the pier would close. Ann suggested that it stay open. Ray begged them to wait. Marsh proposed a tunnel."
	got := ""
	for _, s := range annotate.Mark(annotate.Input{Text: text, Language: "en"}).Statements {
		got += string(s.Polarity) + " "
	}
	if os.Getenv("ANNOTATE_PRINT") != "" {
		if _, err := os.Stdout.WriteString("marks: " + got + "\n"); err != nil {
			t.Fatal(err)
		}
		return
	}
	for range 8 { // of two orders of two lists, all eight alike is one chance in 128
		cmd := exec.Command(os.Args[0], "-test.run=^TestSameInEveryProcess$") //nolint:gosec // itself
		cmd.Env = append(os.Environ(), "ANNOTATE_PRINT=1")
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		if want := "marks: " + got + "\n"; len(out) < len(want) || string(out[:len(want)]) != want {
			t.Fatalf("another process marks %q, this one %q", out, want)
		}
	}
}
