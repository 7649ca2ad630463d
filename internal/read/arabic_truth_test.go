//go:build learn

package read

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// A marked page is the truth as a person wrote it, in a file outside.
type marked struct {
	Headline  string   `json:"headline"`
	Byline    []string `json:"byline"`    // people only
	Published string   `json:"published"` // as exact as the page says; "" when undated
	Updated   string   `json:"updated"`   // "" when the page says none, or several
	Body      []string `json:"body"`      // paragraphs, without furniture
}

func (m marked) hash() hashed {
	all := plainWords(strings.Join(m.Body, "\n"))
	h := hashed{Headline: digest(plainWords(m.Headline)), Byline: []string{}, Published: m.Published, Updated: m.Updated, Words: len(all), Body: digest(all)}
	for _, name := range m.Byline {
		h.Byline = append(h.Byline, digest(plainWords(name)))
	}
	for _, p := range m.Body {
		h.Paragraphs = append(h.Paragraphs, digest(plainWords(p)))
	}
	var packed []byte
	for _, w := range windows(all) {
		packed = binary.BigEndian.AppendUint32(packed, w)
	}
	h.Windows = base64.RawStdEncoding.EncodeToString(packed)
	return h
}

// TestHashArabicTruth writes the hashes anew from a file of marked pages, whose
// name AR_TRUTH gives. That file stays outside.
func TestHashArabicTruth(t *testing.T) {
	name := os.Getenv("AR_TRUTH")
	if name == "" {
		t.Fatal("AR_TRUTH is not set")
	}
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var pages map[string]marked
	if err := json.Unmarshal(b, &pages); err != nil {
		t.Fatal(err)
	}
	out := map[string]hashed{}
	for id, m := range pages {
		out[id] = m.hash()
	}
	b, err = json.MarshalIndent(out, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(hashedFile, append(b, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}
