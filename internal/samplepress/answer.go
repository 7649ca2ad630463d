package samplepress

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"time"
)

// An answer is what a request gets.
type answer struct {
	kind    string // content type
	body    []byte
	changed time.Time
}

// answer writes an answer with its validators, or that nothing has changed. The
// ETag is a digest of the bytes, so that a page whose teasers change counts as
// changed, which its own date does not tell.
func (p *Press) answer(w http.ResponseWriter, r *http.Request, a answer) {
	sum := sha256.Sum256(a.body)
	w.Header().Set("Content-Type", a.kind)
	w.Header().Set("ETag", `"`+hex.EncodeToString(sum[:8])+`"`)
	// The intake must ask again each time, as it does with most newsrooms.
	w.Header().Set("Cache-Control", "no-cache")
	http.ServeContent(w, r, "", a.changed, bytes.NewReader(a.body))
}
