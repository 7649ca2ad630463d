package intake

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/morgue"
)

// brokenMorgue cannot be written.
type brokenMorgue struct{ dateline.Morgue }

var errBroken = errors.New("no room left")

func (brokenMorgue) Put(context.Context, []dateline.Copy) ([]dateline.CopyRef, error) {
	return nil, errBroken
}

func TestPileIsClearedAway(t *testing.T) {
	ctx := context.Background()
	raw := morgue.NewMem()
	p := &pile{morgue: raw}
	works := make([]work, 25)
	waiting := 0
	for i := range works {
		works[i].copy = dateline.Copy{
			Source: "nra", URL: fmt.Sprint(i), Received: time.Unix(1, 0), Body: []byte(strings.Repeat(fmt.Sprint(i%10), pileBytes/10)),
		}
		if err := p.add(ctx, &works[i]); err != nil {
			t.Fatal(err)
		}
		waiting = 0
		for _, w := range works[:i+1] {
			waiting += len(w.copy.Body)
		}
		if waiting >= pileBytes+pileBytes/10 {
			t.Fatalf("%d bytes wait in memory after %d pages", waiting, i+1)
		}
	}
	if waiting == 0 {
		t.Error("the rest goes with the items, for the sake of fewer syncs")
	}
	for i, w := range works {
		if len(w.copy.Body) > 0 {
			continue
		}
		c, err := raw.Get(ctx, w.item.Copy)
		if err != nil || c.URL != fmt.Sprint(i) || len(c.Body) != pileBytes/10 {
			t.Errorf("page %d: %q has %s, %d bytes, %v", i, w.item.Copy, c.URL, len(c.Body), err)
		}
	}
}

func TestPileKeepsWhatTheMorgueRefuses(t *testing.T) {
	p := &pile{morgue: brokenMorgue{}}
	w := &work{copy: dateline.Copy{Body: make([]byte, pileBytes)}}
	if err := p.add(context.Background(), w); !errors.Is(err, errBroken) || len(w.copy.Body) == 0 || w.item.Copy != "" {
		t.Errorf("%v, %d bytes left, filed as %q", err, len(w.copy.Body), w.item.Copy)
	}
}
