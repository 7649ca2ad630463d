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
	out := http.NewResponseController(w)
	// The server's limit on writing is for pages, which end.
	if err := out.SetWriteDeadline(time.Time{}); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return fmt.Errorf("open the stream: %w", err)
	}
	if _, err := fmt.Fprint(w, "retry: 2000\n\n"); err != nil {
		return nil // the page is closed
	}
	for _, m := range missed {
		w.Write(m.bytes) //nolint:errcheck // found out at the next flush
	}
	h.pump(w, r, out, sub)
	return nil
}

func (h *Hub) pump(w http.ResponseWriter, r *http.Request, out *http.ResponseController, sub chan Message) {
	tick := time.NewTicker(heartbeat)
	defer tick.Stop()
	for out.Flush() == nil {
		select {
		case m, ok := <-sub:
			if !ok {
				return // cut off
			}
			w.Write(m.bytes) //nolint:errcheck // found out at the next flush
		case <-tick.C:
			fmt.Fprint(w, ":\n\n") //nolint:errcheck // as above
		case <-r.Context().Done():
			return
		case <-h.closed:
			return
		}
	}
}
