package lang

import (
	_ "embed"
	"fmt"

	"dateline/internal/lang/grams"
)

// learnt is what cmd/grams learnt: the table of each script after the other.
//
//go:embed grams.bin
var learnt string

// The tables lie in learnt; nothing writes to them.
var arabic, cyrillic, latin = tables(learnt)

func tables(data string) (arabic, cyrillic, latin grams.Table) {
	for _, to := range []*grams.Table{&arabic, &cyrillic, &latin} {
		t, rest, err := grams.Parse(data)
		if err != nil {
			panic(fmt.Errorf("grams.bin: %w", err)) // the program was built with it
		}
		*to, data = *t, rest
	}
	return arabic, cyrillic, latin
}
