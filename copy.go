package dateline

import (
	"context"
	"time"
)

// A CopyRef is the address of raw copy in the morgue; "" means that none is kept.
type CopyRef string

// Copy is what came in, as bytes, unread.
type Copy struct {
	Source      SourceID
	URL         string // the address it was fetched from, after redirects
	Received    time.Time
	ContentType string // as the server or the file name says
	Body        []byte
	Zone        string // the source's zone and language, for what the copy leaves out
	Language    string
}

// A Morgue keeps raw copy, so that reading can be improved and run again.
type Morgue interface {
	// Put keeps copies durably and returns an address for each, in order.
	Put(ctx context.Context, copies []Copy) ([]CopyRef, error)
	// Get returns the copy kept at ref, ErrNotFound if there is none (any more).
	Get(ctx context.Context, ref CopyRef) (Copy, error)
	// Delete removes one copy for good. Deleting what is not there is no error.
	Delete(ctx context.Context, ref CopyRef) error
	// Prune removes all copy received before then and returns the bytes freed.
	Prune(ctx context.Context, before time.Time) (int64, error)
}
