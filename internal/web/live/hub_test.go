package live

import (
	"bufio"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func message(t *testing.T, seq int64, language, kind string) Message {
	t.Helper()
	m, err := NewMessage(seq, language, kind, struct {
		N int64 `json:"n"`
	}{seq})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestMessageOnTheLine(t *testing.T) {
	m := message(t, 7, "en", "new")
	if want := "id: 7\nevent: new\ndata: {\"n\":7}\n\n"; string(m.bytes) != want {
		t.Errorf("%q, want %q", m.bytes, want)
	}
	if _, err := NewMessage(1, "", "bad", func() {}); err == nil {
		t.Error("what cannot be encoded became a message")
	}
}

func TestWhoIsTold(t *testing.T) {
	h := NewHub()
	english, _ := h.subscribe("en", 0)
	arabic, _ := h.subscribe("ar", 0)
	h.Send(message(t, 1, "en", "new"), message(t, 2, "", "changed"))
	if len(english) != 2 || len(arabic) != 1 {
		t.Errorf("the English edition was told %d, the Arabic %d: want 2 and 1", len(english), len(arabic))
	}
}

func TestSlowPageIsCutOff(t *testing.T) {
	h := NewHub()
	sub, _ := h.subscribe("en", 0)
	for i := range backlog + 1 {
		h.Send(message(t, int64(i+1), "en", "new"))
	}
	if h.Listeners() != 0 {
		t.Error("a page that does not keep up still listens")
	}
	h.unsubscribe(sub) // must not close it twice
	if _, missed := h.subscribe("en", backlog-1); len(missed) != 2 {
		t.Errorf("%d messages were missed, want 2", len(missed))
	}
}

func TestListening(t *testing.T) {
	h := NewHub()
	if h.Listening() {
		t.Error("somebody listens to a new hub")
	}
	sub, _ := h.subscribe("en", 0)
	if !h.Listening() {
		t.Error("nobody listens")
	}
	h.unsubscribe(sub)
	if !h.Listening() {
		t.Error("a page that may come back is forgotten at once")
	}
	h.left = time.Now().Add(-2 * comesBack)
	if h.Listening() {
		t.Error("a page that went long ago is waited for")
	}
}

func TestMissed(t *testing.T) {
	h := NewHub()
	h.Send(message(t, 1, "en", "new"), message(t, 2, "ar", "new"), message(t, 3, "", "gone"))
	for after, want := range map[int64]int{0: 0, 1: 1, 2: 1, 3: 0, 99: 0} {
		if _, missed := h.subscribe("en", after); len(missed) != want {
			t.Errorf("after %d: %d missed, want %d", after, len(missed), want)
		}
	}
}

func TestRecentIsBounded(t *testing.T) {
	h := NewHub()
	for i := range 3 * remembered {
		h.Send(message(t, int64(i+1), "", "gone"))
	}
	if len(h.recent) != remembered || h.recent[0].seq != 2*remembered+1 {
		t.Errorf("%d remembered from %d", len(h.recent), h.recent[0].seq)
	}
}

// stream runs a stream until ctx is done or the hub is closed and returns what
// was sent.
func stream(ctx context.Context, h *Hub, after string) *httptest.ResponseRecorder {
	r := httptest.NewRequestWithContext(ctx, http.MethodGet, "/events", nil)
	r.Header.Set("Last-Event-ID", after)
	w := httptest.NewRecorder()
	h.Stream(w, r, "en") //nolint:errcheck // a recorder takes all
	return w
}

func TestStream(t *testing.T) {
	h := NewHub()
	h.Send(message(t, 1, "", "gone"), message(t, 2, "", "changed"))
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	w := stream(ctx, h, "1")
	if got := w.Body.String(); !strings.HasPrefix(got, "retry: ") || !strings.Contains(got, "id: 2\n") || strings.Contains(got, "id: 1\n") {
		t.Errorf("sent %q", got)
	}
	if got := w.Header().Get("Content-Type") + " " + w.Header().Get("Cache-Control"); got != "text/event-stream no-store" {
		t.Errorf("headers %q", got)
	}
	if !w.Flushed || h.Listeners() != 0 {
		t.Errorf("flushed %v, %d still listen", w.Flushed, h.Listeners())
	}
}

func TestCloseEndsStreams(t *testing.T) {
	h := NewHub()
	h.Close()
	h.Close()
	stream(context.Background(), h, "rubbish") // returns at once
}

// TestStuckPageIsLetGo has a reader who takes the beginning of a stream and nothing
// more, as a sleeping phone does whose connection stays: the stream must end by
// itself, or each such reader holds a connection, and the end of the server up.
func TestStuckPageIsLetGo(t *testing.T) {
	h := NewHub()
	h.patience = 200 * time.Millisecond
	ended := make(chan error, 1)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { ended <- h.Stream(w, r, "en") }))
	defer server.Close()
	answer, err := server.Client().Get(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	big, err := NewMessage(1, "", "new", strings.Repeat("x", 1<<20)) // no line holds a backlog of these
	if err != nil {
		t.Fatal(err)
	}
	for range backlog {
		h.Send(big)
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("a reader who reads no more is no fault of ours: %v", err)
		}
	case <-time.After(20 * time.Second):
		server.CloseClientConnections()
		t.Error("the stream waits for a reader who reads no more")
	}
	if h.Listeners() != 0 {
		t.Errorf("%d still listen", h.Listeners())
	}
}

// TestPatienceIsWithWritingAlone keeps a stream in which nothing happens for longer
// than that: silence is no fault of the reader's.
func TestPatienceIsWithWritingAlone(t *testing.T) {
	h := NewHub()
	h.patience = 30 * time.Millisecond
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { h.Stream(w, r, "en") })) //nolint:errcheck // told below
	defer server.Close()
	answer, err := server.Client().Get(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	time.Sleep(5 * h.patience)
	h.Send(message(t, 7, "en", "new"))
	lines := bufio.NewScanner(answer.Body)
	for lines.Scan() && lines.Text() != "id: 7" {
	}
	if lines.Text() != "id: 7" {
		t.Error("a page that was silent for a while is told nothing more")
	}
}
