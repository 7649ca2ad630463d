package main

import (
	"bufio"
	"fmt"
	"math"
	"strings"

	"dateline"
	"dateline/internal/match/names"
)

type namesCmd struct {
	File string `arg:"" help:"Names, Arabic and Latin with a tab between on each line, or - for standard input."`
}

// named is a line as it is printed.
type named struct {
	Arabic string    `json:"ar"`
	Best   []string  `json:"best"`
	Scores []float64 `json:"scores"`
}

// Run prints for each Arabic name the five Latin ones of the whole file that are
// most likely the same, best first.
func (c namesCmd) Run(env *Env) error {
	var arabic, latin []string
	seen := map[string]bool{}
	add := func(list *[]string, s string) {
		// A name that stands in many lines is one candidate: twice in a list of five it would
		// push another out.
		if !seen[s] {
			seen[s] = true
			*list = append(*list, s)
		}
	}
	err := eachLine(env, c.File, func(_ int, line []byte) error {
		a, l, ok := strings.Cut(string(line), "\t")
		if a, l = strings.TrimSpace(a), strings.TrimSpace(l); !ok || a == "" || l == "" {
			return fmt.Errorf("no tab between two names: %w", dateline.ErrInvalid)
		}
		add(&arabic, a)
		add(&latin, l)
		return nil
	})
	if err != nil {
		return err
	}
	// Known only now: any Latin name of the file may be that of the first Arabic one.
	model, err := names.New()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(env.Stdout)
	enc := jsonTo(out)
	for i, guesses := range model.Rank(arabic, latin, 5) {
		// Empty lists and not null: programs that read the lines go through them.
		n := named{Arabic: arabic[i], Best: []string{}, Scores: []float64{}}
		for _, g := range guesses {
			n.Best, n.Scores = append(n.Best, latin[g.Latin]), append(n.Scores, math.Round(1000*g.Score)/1000)
		}
		if err := enc.Encode(n); err != nil {
			return err
		}
	}
	return out.Flush()
}
