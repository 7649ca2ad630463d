package live

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"
)

// heartbeat is how often a silent stream says that it is alive. Proxies close
// connections that are silent for a minute or less.
const heartbeat = 20 * time.Second

// Stream sends the events of a language to one page until the page is closed,
// falls behind, or the hub is closed.
func (h *Hub) Stream(w http.ResponseWriter, r *http.Request, language string) error {
	after, _ := strconv.ParseInt(r.Header.Get("Last-Event-ID"), 10, 64) // unreadable: from now on
	sub, missed := h.subscribe(language, after)
	defer h.unsubscribe(sub)

	header := w.Header()
	header.Set("Content-Type", "text/event-stream")
	header.Set("Cache-Control", "no-store")
	header.Set("X-Accel-Buffering", "no") // a proxy must not hold events back
	l := line{w: w, out: http.NewResponseController(w), patience: h.patience}
	if err := l.begin(); err != nil {
		return fmt.Errorf("open the stream: %w", err)
	}
	l.write([]byte("retry: 2000\n\n"))
	for _, m := range missed {
		l.write(m.bytes)
	}
	h.pump(&l, r, sub)
	return nil
}

// pump writes what comes until nobody takes it any more.
func (h *Hub) pump(l *line, r *http.Request, sub chan Message) {
	tick := time.NewTicker(heartbeat)
	defer tick.Stop()
	for l.out.Flush() == nil {
		if l.begin() != nil {
			return
		}
		select {
		case m, ok := <-sub:
			if !ok {
				return // cut off
			}
			l.write(m.bytes)
		case <-tick.C:
			l.write([]byte(":\n\n"))
		case <-r.Context().Done():
			return
		case <-h.closed:
			return
		}
	}
}

// A line is the way to one reader.
type line struct {
	w        http.ResponseWriter
	out      *http.ResponseController
	patience time.Duration
}

// begin takes away the limit on writing for the wait that comes now: the server's
// own is for pages, which end.
func (l *line) begin() error {
	err := l.out.SetWriteDeadline(time.Time{})
	if errors.Is(err, http.ErrNotSupported) {
		return nil
	}
	return err
}

// write sets a limit for as long as something is to be taken. Without one a reader
// who takes nothing more and stays connected holds the stream for ever: it hangs in
// the writing, where it learns neither that it was cut off nor that the hub closes.
func (l *line) write(text []byte) {
	l.out.SetWriteDeadline(time.Now().Add(l.patience)) //nolint:errcheck // begin has told whether it can be set
	l.w.Write(text)                                    //nolint:errcheck // found out at the next flush
}
