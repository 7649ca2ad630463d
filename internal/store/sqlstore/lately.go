package sqlstore

import (
	"sync"

	"dateline"
)

// lately remembers the statements that were written last, for whoever reads them
// first: the stage of persons follows that which marks, and to decode what was
// just encoded took it a fifth of its time. A memory counts for the very bytes it
// was written as, so one of a transaction that was rolled back harms nothing.
type lately struct {
	mu sync.Mutex
	of map[string][]dateline.Statement // by document
}

// mostLately bounds what is remembered: about two batches of a stage.
const mostLately = 1000

// note remembers statements by their document.
func (l *lately) note(doc []byte, list []dateline.Statement) {
	l.mu.Lock()
	defer l.mu.Unlock()
	// All go at once: who reads in order has taken the old ones by then.
	if l.of == nil || len(l.of) >= mostLately {
		l.of = map[string][]dateline.Statement{}
	}
	l.of[string(doc)] = list
}

// take gives the statements of a document away: they are the taker's own.
// Given away and not lent: two who held one list could change it under each other.
func (l *lately) take(doc []byte) ([]dateline.Statement, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	list, ok := l.of[string(doc)]
	delete(l.of, string(doc))
	return list, ok
}
