// Command learn makes the tables that package match ships, from the sets whose
// licence allows it:
//
//	go run ./cmd/learn names $DATELINE_DATA/names-ar-en/ar2en-train.txt >internal/match/names/letters.txt
//	go run ./cmd/learn headlines $DATELINE_DATA/dup-dev/ans-ar-headlines-train.jsonl >internal/match/headline/weights.txt
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"dateline/internal/match/headline"
	"dateline/internal/match/names"
)

func main() {
	if err := learn(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "learn:", err)
		os.Exit(1)
	}
}

func learn(args []string, to io.Writer) error {
	if len(args) != 2 {
		return fmt.Errorf("say what to learn (names, headlines) and from which file")
	}
	body, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	out := bufio.NewWriter(to)
	switch args[0] {
	case "names":
		err = learnNames(out, string(body))
	case "headlines":
		err = learnHeadlines(out, string(body))
	default:
		return fmt.Errorf("%q: learn names or headlines", args[0])
	}
	if err != nil {
		return err
	}
	return out.Flush()
}

// rounds after which the table hardly changes.
const rounds = 8

// learnNames expects an Arabic name, a tab and the Latin one on each line; others are
// passed over.
func learnNames(out *bufio.Writer, text string) error {
	var pairs []names.Pair
	for line := range strings.Lines(text) {
		if a, e, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			pairs = append(pairs, names.Pair{Arabic: a, English: e})
		}
	}
	// The licence asks that its notice stays with what was made of the data.
	fmt.Fprint(out, "# How Arabic letters are written in Latin ones: Arabic, Latin, probability; ^ and $ are the ends of a name.\n"+
		"# Learnt by cmd/learn from ar2en-train.txt of https://github.com/google/transliteration,\n"+
		"# Copyright Google Inc., Apache License 2.0; see THIRD-PARTY.md.\n")
	return names.Write(out, names.Learn(pairs, rounds))
}

// learnHeadlines expects {"a", "b", "label"}; what is not labelled agree counts against.
func learnHeadlines(out *bufio.Writer, text string) error {
	var pairs []headline.Pair
	n := 0
	for line := range strings.Lines(text) {
		n++
		if strings.TrimSpace(line) == "" {
			continue
		}
		var p struct{ A, B, Label string }
		if err := json.Unmarshal([]byte(line), &p); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		pairs = append(pairs, headline.Pair{A: p.A, B: p.B, Agree: p.Label == "agree"})
	}
	fmt.Fprint(out, "# What speaks for (+) and against (-) two Arabic headlines reporting the same.\n"+
		"# Learnt by cmd/learn from the training part of the Arabic News Stance corpus (ANS),\n"+
		"# Apache License 2.0; see THIRD-PARTY.md.\n")
	return headline.Write(out, headline.Learn(pairs))
}
