// Package live tells open pages what changed, as a stream of events over HTTP
// (server-sent events). It knows nothing of items: whoever follows the log
// hands it messages.
package live

import (
	"encoding/json"
	"fmt"
	"sync"
	"time"
)

const (
	// remembered messages can be given again to a page whose connection broke.
	remembered = 256
	// backlog is how many messages a slow page may be behind. A reader on a bad
	// line must not make the newsroom wait.
	backlog = 64
	// comesBack is how long a page may take to connect again.
	comesBack = time.Minute
)

// A Hub passes messages on to open pages. It is safe for concurrent use.
type Hub struct {
	mu     sync.Mutex
	subs   map[chan Message]string // -> language
	recent []Message               // oldest first
	left   time.Time               // when the last listener went
	closed chan struct{}
	// patience is how long a reader may take to take what is written.
	patience time.Duration
}

// A Message is one event as it goes over the line.
type Message struct {
	seq      int64
	language string
	bytes    []byte
}

// NewHub returns a hub to which nobody listens yet.
func NewHub() *Hub {
	return &Hub{subs: map[chan Message]string{}, closed: make(chan struct{}), patience: 30 * time.Second}
}

// NewMessage makes an event of a kind. seq orders it among all events, for a
// page that connects again; language is the edition it concerns, "" all.
func NewMessage(seq int64, language, kind string, data any) (Message, error) {
	encoded, err := json.Marshal(data)
	if err != nil {
		return Message{}, fmt.Errorf("event %s: %w", kind, err)
	}
	text := fmt.Appendf(nil, "id: %d\nevent: %s\ndata: %s\n\n", seq, kind, encoded)
	return Message{seq, language, text}, nil
}

// Send gives messages to all who listen. It never waits: who does not keep up
// is cut off, and the browser connects again and is given what it missed.
func (h *Hub) Send(messages ...Message) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.recent = append(h.recent, messages...)
	if extra := len(h.recent) - remembered; extra > 0 {
		h.recent = append([]Message(nil), h.recent[extra:]...) // let go of the old ones
	}
	for sub, language := range h.subs {
		if !deliver(sub, language, messages) {
			delete(h.subs, sub)
			close(sub)
		}
	}
}

// deliver reports whether there was room for all that concern the language.
func deliver(sub chan Message, language string, messages []Message) bool {
	for _, m := range messages {
		if m.language != "" && m.language != language {
			continue
		}
		select {
		case sub <- m:
		default:
			return false
		}
	}
	return true
}

// subscribe returns what comes from now on, and what came after a message that
// the page has already seen (0: nothing). Both in one step, so that nothing
// falls between.
func (h *Hub) subscribe(language string, after int64) (sub chan Message, missed []Message) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, m := range h.recent {
		if after > 0 && m.seq > after && (m.language == "" || m.language == language) {
			missed = append(missed, m)
		}
	}
	sub = make(chan Message, backlog)
	h.subs[sub] = language
	return sub, missed
}

// unsubscribe ends a subscription, unless Send has already cut it off.
func (h *Hub) unsubscribe(sub chan Message) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.left = time.Now()
	if _, ok := h.subs[sub]; ok {
		delete(h.subs, sub)
		close(sub)
	}
}

// Listeners returns how many pages are open and listening.
func (h *Hub) Listeners() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.subs)
}

// Listening reports whether a page listens, or did until a moment ago: one whose
// connection broke will want what it missed.
func (h *Hub) Listening() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.subs) > 0 || time.Since(h.left) < comesBack
}

// Close ends all streams, so that a server that shuts down need not wait for
// readers who leave their pages open. Closing again does nothing.
func (h *Hub) Close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	select {
	case <-h.closed:
	default:
		close(h.closed)
	}
}
