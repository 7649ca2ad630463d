package web

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"

	"dateline"
)

// events tells open pages what changed. It remembers the last few messages,
// so that a page whose connection broke misses none.
type events struct {
	mu     sync.Mutex
	subs   map[chan message]string // -> language
	recent []message               // oldest first
	closed chan struct{}
}

// A message is one event as it goes over the line.
type message struct {
	seq      int64
	language string // of the edition it concerns; "" is all
	bytes    []byte
}

const (
	remembered = 256
	backlog    = 64 // messages a slow page may be behind before it is cut off
	heartbeat  = 20 * time.Second
)

func newEvents() *events {
	return &events{subs: map[chan message]string{}, closed: make(chan struct{})}
}

// newMessage writes an event in the form of an event stream.
func newMessage(seq int64, language, kind string, data any) message {
	return message{seq, language, fmt.Appendf(nil, "id: %d\nevent: %s\ndata: %s\n\n", seq, kind, asJSON(data))}
}

// send gives messages to all who listen. Who does not keep up is cut off: the
// browser connects again and is given what it missed.
func (e *events) send(messages ...message) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.recent = append(e.recent, messages...)
	if extra := len(e.recent) - remembered; extra > 0 {
		e.recent = append([]message(nil), e.recent[extra:]...)
	}
	for sub, language := range e.subs {
		for _, m := range messages {
			if m.language != "" && m.language != language {
				continue
			}
			select {
			case sub <- m:
				continue
			default:
			}
			delete(e.subs, sub)
			close(sub)
			break
		}
	}
}

// subscribe returns what comes from now on, and what came after a message that
// the page has already seen (0: nothing).
func (e *events) subscribe(language string, after int64) (sub chan message, missed []message) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, m := range e.recent {
		if after > 0 && m.seq > after && (m.language == "" || m.language == language) {
			missed = append(missed, m)
		}
	}
	sub = make(chan message, backlog)
	e.subs[sub] = language
	return sub, missed
}

func (e *events) unsubscribe(sub chan message) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if _, ok := e.subs[sub]; ok {
		delete(e.subs, sub)
		close(sub)
	}
}

// Listeners returns how many pages are open and listening.
func (s *Server) Listeners() int {
	s.events.mu.Lock()
	defer s.events.mu.Unlock()
	return len(s.events.subs)
}

// Close ends all event streams, so that a server can shut down.
func (s *Server) Close() {
	s.events.mu.Lock()
	defer s.events.mu.Unlock()
	select {
	case <-s.events.closed:
	default:
		close(s.events.closed)
	}
}

// follow streams events to one page.
func (s *Server) follow(w http.ResponseWriter, r *http.Request) error {
	language := r.URL.Query().Get("lang")
	if s.inLanguage(language).Language() != language {
		return fmt.Errorf("lang=%q is no edition: %w", language, dateline.ErrInvalid)
	}
	after, _ := strconv.ParseInt(r.Header.Get("Last-Event-ID"), 10, 64) // unreadable: from now on
	sub, missed := s.events.subscribe(language, after)
	defer s.events.unsubscribe(sub)

	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no") // a proxy must not hold events back
	flush := http.NewResponseController(w)
	if err := flush.SetWriteDeadline(time.Time{}); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	if _, err := fmt.Fprint(w, "retry: 2000\n\n"); err != nil {
		return nil
	}
	for _, m := range missed {
		w.Write(m.bytes) //nolint:errcheck // found out at the next flush
	}
	s.stream(w, r, flush, sub)
	return nil
}

// stream writes until the page is closed, falls behind, or the server ends.
func (s *Server) stream(w http.ResponseWriter, r *http.Request, flush *http.ResponseController, sub chan message) {
	tick := time.NewTicker(heartbeat)
	defer tick.Stop()
	for flush.Flush() == nil {
		select {
		case m, ok := <-sub:
			if !ok {
				return
			}
			w.Write(m.bytes) //nolint:errcheck // found out at the next flush
		case <-tick.C:
			fmt.Fprint(w, ":\n\n") //nolint:errcheck
		case <-r.Context().Done():
			return
		case <-s.events.closed:
			return
		}
	}
}
