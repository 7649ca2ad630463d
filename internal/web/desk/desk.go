// Package desk is the desk's page: the newest items with what stands decided
// on each, buttons to decide otherwise, and a form for own items. It is for
// people who were invited by a one-time link; it is never cached and shows
// whole what the public may not see.
package desk

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"html/template"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"dateline"
	newsdesk "dateline/internal/desk"
	"dateline/internal/locale"
	"dateline/internal/web/look"
)

// Desk is what the page needs of the desk.
type Desk interface {
	Find(ctx context.Context, s newsdesk.Search) (newsdesk.Found, error)
	Decide(ctx context.Context, d dateline.Decision) error
	Lift(ctx context.Context, id dateline.ItemID, by string) error
	File(ctx context.Context, d newsdesk.Draft) (dateline.ItemID, error)
}

// Sources is what the page needs of the desk to tell who files, to set that, and to
// tell which sources read worse than before.
type Sources interface {
	Sources(ctx context.Context) ([]dateline.Source, error)
	Source(ctx context.Context, id dateline.SourceID) (dateline.Source, error)
	Set(ctx context.Context, id dateline.SourceID, s newsdesk.Settings, sign string) error
	Drifting(ctx context.Context) ([]dateline.Source, error)
	Accept(ctx context.Context, id dateline.SourceID) error
}

// Config is what a Handler is made of. All of it is required but Log and Now.
type Config struct {
	Desk        Desk
	Sources     Sources
	Edits       Edits
	Statements  Statements
	Texts       Texts
	Persons     Persons
	Publication *dateline.Publication
	Look        *look.Look
	Log         *slog.Logger
	Now         func() time.Time
}

// Handler serves /desk and what is under it.
type Handler struct {
	config   Config
	editions []*locale.Edition
	template *template.Template
	routes   http.Handler

	mu       sync.Mutex
	invites  map[key]time.Time // until when
	sessions map[key]time.Time
}

// A key is the digest of a secret: what is kept here lets nobody in.
type key [sha256.Size]byte

const (
	inviteFor  = 24 * time.Hour
	sessionFor = 12 * time.Hour
	cookieName = "dateline_desk"
	// person is who decides here, until the desk knows its people.
	person = "desk"
)

// New returns the desk page.
func New(config Config) (*Handler, error) {
	if config.Log == nil {
		config.Log = slog.New(slog.DiscardHandler)
	}
	if config.Now == nil {
		config.Now = time.Now
	}
	h := &Handler{config: config, invites: map[key]time.Time{}, sessions: map[key]time.Time{}}
	for _, e := range config.Publication.Editions {
		made, err := locale.New(e)
		if err != nil {
			return nil, err
		}
		h.editions = append(h.editions, made)
	}
	var err error
	if h.template, err = parseTemplate(); err != nil {
		return nil, err
	}
	h.routes = h.routing()
	return h, nil
}

// ServeHTTP implements http.Handler.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) { h.routes.ServeHTTP(w, r) }

// Invite makes a link, as a path within the site, that opens the desk once.
func (h *Handler) Invite() string {
	secret := rand.Text()
	h.mu.Lock()
	defer h.mu.Unlock()
	// Kept in memory alone: a restart ends all links and sessions, which is what whoever lost
	// one will do about it.
	h.invites[sha256.Sum256([]byte(secret))] = h.config.Now().Add(inviteFor)
	return "/desk/enter?token=" + secret
}

// accept turns the secret of an invitation into that of a session, once.
func (h *Handler) accept(secret string) (session string, ok bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	now := h.config.Now()
	invite := key(sha256.Sum256([]byte(secret)))
	until, ok := h.invites[invite]
	// Used up even when it is too old.
	delete(h.invites, invite)
	if !ok || now.After(until) {
		return "", false
	}
	for k, until := range h.sessions { // the few there are
		if now.After(until) {
			delete(h.sessions, k)
		}
	}
	session = rand.Text()
	h.sessions[sha256.Sum256([]byte(session))] = now.Add(sessionFor)
	return session, true
}

// entered reports whether the request comes from somebody who was let in.
func (h *Handler) entered(r *http.Request) bool {
	c, err := r.Cookie(cookieName)
	if err != nil {
		return false
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	until, ok := h.sessions[sha256.Sum256([]byte(c.Value))]
	return ok && h.config.Now().Before(until)
}

// leave ends the session of the request.
func (h *Handler) leave(r *http.Request) {
	if c, err := r.Cookie(cookieName); err == nil {
		h.mu.Lock()
		defer h.mu.Unlock()
		delete(h.sessions, sha256.Sum256([]byte(c.Value)))
	}
}

// cookie is the session's; an empty value takes it away.
func (h *Handler) cookie(value string) *http.Cookie {
	age := int(sessionFor / time.Second)
	if value == "" {
		age = -1
	}
	return &http.Cookie{
		Name: cookieName, Value: value, Path: "/desk", MaxAge: age, HttpOnly: true,
		// Not secure on plain http, or the browser would keep it from the desk of one's own
		// machine.
		SameSite: http.SameSiteStrictMode, Secure: strings.HasPrefix(h.config.Publication.Base, "https:"),
	}
}
