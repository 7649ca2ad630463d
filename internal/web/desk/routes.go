package desk

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"dateline"
	newsdesk "dateline/internal/desk"
	"dateline/internal/lang"
	"dateline/internal/locale"
	"dateline/internal/web"
)

const (
	newestItems = 50
	longestForm = 1 << 20 // bytes; of an Arabic letter a form makes six
)

// routing is every address of the desk.
func (h *Handler) routing() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /desk", h.guard(h.show))
	mux.Handle("GET /desk/{$}", http.RedirectHandler("/desk", http.StatusSeeOther))
	mux.Handle("GET /desk/item/{id}", h.guard(h.history))
	mux.Handle("GET /desk/sources", h.guard(h.sources))
	mux.Handle("GET /desk/source/{id}", h.guard(h.settings))
	mux.Handle("POST /desk/source", h.guard(h.set))
	mux.Handle("GET /desk/persons", h.guard(h.persons))
	mux.Handle("GET /desk/person/{id}", h.guard(h.speaker))
	mux.Handle("POST /desk/order", h.guard(h.order))
	mux.Handle("POST /desk/decide", h.guard(h.decide))
	mux.Handle("POST /desk/file", h.guard(h.file))
	mux.Handle("POST /desk/accept", h.guard(h.accepting))
	mux.Handle("POST /desk/leave", h.try(h.leaving))
	mux.Handle("GET /desk/enter", h.try(h.enter))
	// Under the guard, too: who was not let in must not learn which addresses there are.
	mux.Handle("GET /desk/", h.guard(func(http.ResponseWriter, *http.Request) error {
		return dateline.ErrNotFound
	}))
	// Every form here is guarded by where it comes from, so that no page needs a token of its
	// own.
	return http.NewCrossOriginProtection().Handler(mux)
}

func itemAt(id dateline.ItemID) string { return "/desk/item/" + url.PathEscape(string(id)) }

func sourceAt(id dateline.SourceID) string { return "/desk/source/" + url.PathEscape(string(id)) }

func personAt(id dateline.PersonID) string { return "/desk/person/" + url.PathEscape(string(id)) }

// guard lets in only who was let in.
func (h *Handler) guard(f func(http.ResponseWriter, *http.Request) error) http.Handler {
	return h.try(func(w http.ResponseWriter, r *http.Request) error {
		if !h.entered(r) {
			return dateline.ErrForbidden
		}
		return f(w, r)
	})
}

// The desk shows what the public may not see, so nothing of it is ever kept by
// a browser or told to another site.

// try makes a handler of a function that may fail.
func (h *Handler) try(f func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		headers := w.Header()
		headers.Set("Cache-Control", "no-store")
		headers.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "+
			"img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		headers.Set("X-Content-Type-Options", "nosniff")
		headers.Set("Referrer-Policy", "same-origin")
		// Before anybody is asked who they are: reading costs the same of whoever sends it.
		r.Body = http.MaxBytesReader(w, r.Body, longestForm)
		err := whole(r)
		if err == nil {
			err = f(w, r)
		}
		if err != nil {
			h.fail(w, r, err)
		}
	})
}

// whole reads the form. One that was cut off would be told of as one whose fields are empty.
func whole(r *http.Request) error {
	var large *http.MaxBytesError
	if err := r.ParseForm(); errors.As(err, &large) {
		return dateline.Refuse(dateline.WhyLongForm, dateline.ErrTooLarge, "the form is longer than the desk takes")
	}
	return nil
}

// fail says in the reader's language what went wrong, and to whoever is at the desk why.
func (h *Handler) fail(w http.ResponseWriter, r *http.Request, err error) {
	status := web.Status(err)
	if status == http.StatusInternalServerError {
		h.config.Log.Error("desk failed", "path", r.URL.Path, "err", err)
	}
	p := h.frame(r)
	// Who is in keeps the menu: a form that was refused must not look like being sent out.
	p.Entered = h.entered(r)
	p.Heading, p.Text = web.TroubleWords(p.M.Trouble, status)
	// Nothing of the desk is kept by a browser, so that going back would show an empty form.
	if r.URL.Path == "/desk/file" {
		p.Typed = typedIn(r)
	}
	// Whatever went wrong, outside it is told alike: nobody learns which items there are.
	if !p.Entered {
		p.Heading, p.Text = p.M.Desk.Entry, p.M.Desk.EntryText
	} else if words := refusalWords(p.E, err); words != "" {
		p.Text = words
	}
	if err := h.render(w, status, p); err != nil {
		h.config.Log.Error("desk failed", "err", err)
	}
}

// typedIn is all that was written in the form of an item.
func typedIn(r *http.Request) string {
	var parts []string
	for _, name := range []string{"headline", "text", "byline", "notice"} {
		if part := strings.TrimSpace(r.PostFormValue(name)); part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "\n\n")
}

// refusalWords say why the desk refused something; "" for any other error, which names
// files and queries and says nothing to do.
func refusalWords(e *locale.Edition, err error) string {
	var refused *dateline.Refusal
	if !errors.As(err, &refused) {
		return ""
	}
	words, what := e.Messages().Refusals, refused.What
	// The one number that nobody typed.
	if n, err := strconv.Atoi(cmp.Or(what...)); err == nil && refused.Why == dateline.WhyItemStale {
		what = []string{e.Figure(n)}
	}
	return cmp.Or(words.Plain[refused.Why], words.About[refused.Why].With(what...))
}

// render answers with a page and its status. An error means that nothing was sent yet.
func (h *Handler) render(w http.ResponseWriter, status int, p page) error {
	var b bytes.Buffer // whole before the first byte goes out, or the status would lie
	if err := h.template.Execute(&b, p); err != nil {
		return fmt.Errorf("desk template: %w", err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(b.Bytes()) //nolint:errcheck // the reader has gone
	return nil
}

// enter lets in by a one-time link. The address with the token is left at once,
// so that it stays neither in the bar nor in what is shared.
func (h *Handler) enter(w http.ResponseWriter, r *http.Request) error {
	// Programs that look whether a link in a letter is good ask for the header alone;
	// they must not use it up.
	if r.Method == http.MethodHead {
		return nil
	}
	session, ok := h.accept(r.URL.Query().Get("token"))
	if !ok {
		return dateline.ErrForbidden // it was used, or is too old
	}
	http.SetCookie(w, h.cookie(session))
	// A visit that began on another site has no strict cookie along until a page of ours
	// has led on, however often it is redirected before.
	if r.Header.Get("Sec-Fetch-Site") == "cross-site" {
		p := h.frame(r)
		p.Entered, p.Heading, p.LeadsTo = true, p.M.Desk.Title, "/desk?lang="+p.E.Language()
		return h.render(w, http.StatusOK, p)
	}
	return h.back(w, r, url.Values{})
}

// leaving needs no session: who has none has left.
func (h *Handler) leaving(w http.ResponseWriter, r *http.Request) error {
	h.leave(r)
	http.SetCookie(w, h.cookie(""))
	http.Redirect(w, r, "/", http.StatusSeeOther)
	return nil
}

// show is the desk's page itself. Whoever looks for something sees what was found
// and not, above it, what else waits.
func (h *Handler) show(w http.ResponseWriter, r *http.Request) error {
	p := h.frame(r)
	p.Entered, p.AtList = true, true
	if err := h.list(r, &p); err != nil {
		return err
	}
	if !p.Filter.On {
		var err error
		if p.Drifting, err = h.drifting(r, p.E); err != nil {
			return err
		}
		if err := h.edits(r, &p); err != nil {
			return err
		}
	}
	return h.render(w, http.StatusOK, p)
}

// notHere refuses what no form of the desk sends.
func notHere(what, value string) error {
	return dateline.Refuse(dateline.WhyNotHere, dateline.ErrInvalid, "no %s %q here", what, value)
}

// decide takes only the decisions that the page offers; the desk itself checks
// reasons and what stands against it.
func (h *Handler) decide(w http.ResponseWriter, r *http.Request) error {
	kind := dateline.DecisionKind(r.PostFormValue("kind"))
	switch kind {
	case dateline.Release, dateline.Hold, dateline.Kill, dateline.Spike, dateline.Withdraw, dateline.Correct, dateline.Clarify, dateline.Embargo, liftKind:
	default:
		return notHere("decision", string(kind))
	}
	until, err := h.until(r)
	if err != nil {
		return err
	}
	if e := h.edition(r); !until.IsZero() && until.Before(h.config.Now()) {
		return newsdesk.Past(e.DateTime(until))
	}
	at, err := url.ParseQuery(r.PostFormValue("back"))
	if err != nil { // before anything is decided
		return notHere("list", r.PostFormValue("back"))
	}
	item := dateline.ItemID(r.PostFormValue("item"))
	if kind == liftKind {
		err = h.config.Desk.Lift(r.Context(), item, person)
	} else {
		err = h.config.Desk.Decide(r.Context(), dateline.Decision{
			Item: item, Kind: kind, By: person, Reason: r.PostFormValue("reason"), Notice: r.PostFormValue("notice"), Until: until,
		})
	}
	if err != nil {
		return err
	}
	if at.Get("page") == itemPage { // where the whole item is read the desk stays with it
		return h.leadTo(w, r, itemAt(item), "decided")
	}
	q := kept(at)
	q.Set("done", "decided")
	q.Set("item", string(item))
	return h.back(w, r, q)
}

// file takes an own item; the button "as flash" stands over the urgency chosen.
func (h *Handler) file(w http.ResponseWriter, r *http.Request) error {
	urgency, err := strconv.Atoi(r.PostFormValue("urgency"))
	if err != nil {
		return dateline.Refuse(dateline.WhyUrgency, dateline.ErrInvalid, "urgency %q is no number", r.PostFormValue("urgency"))
	}
	// The button is pressed or not there at all: a browser sends only the one that was pressed.
	if r.PostFormValue("flash") != "" {
		urgency = int(dateline.Flash)
	}
	version, err := strconv.Atoi(cmp.Or(r.PostFormValue("version"), "0"))
	if err != nil {
		return notHere("version", r.PostFormValue("version"))
	}
	id, err := h.config.Desk.File(r.Context(), newsdesk.Draft{
		ID: dateline.ItemID(r.PostFormValue("item")), Version: version, Notice: r.PostFormValue("notice"), Byline: bylineOf(r.PostFormValue("byline")),
		Headline: r.PostFormValue("headline"), Text: r.PostFormValue("text"),
		Language: cmp.Or(r.PostFormValue("language"), h.languageOf(r, r.PostFormValue("headline")+"\n"+r.PostFormValue("text"))), Urgency: dateline.Urgency(urgency), By: person,
		Held: r.PostFormValue("held") != "",
	})
	if why(err) == dateline.WhyItemStale {
		return h.overtaken(w, r, err)
	}
	if err != nil {
		return err
	}
	switch {
	case r.PostFormValue("item") != "":
		return h.leadTo(w, r, itemAt(id), "filed")
	case r.PostFormValue("held") != "": // where its embargo can be set
		return h.leadTo(w, r, itemAt(id), "held")
	}
	return h.leadTo(w, r, "/desk", "filed")
}

// languageOf is that of the edition which runs as a text does, the page's own if it
// does. A flash of two words tells no more than that for sure: «بيان» could as well be
// Persian, and would then stand in no edition.
func (h *Handler) languageOf(r *http.Request, text string) string {
	page, way := h.edition(r), lang.Direction(text)
	for _, e := range append([]*locale.Edition{page}, h.editions...) {
		if e.Direction() == way {
			return e.Language()
		}
	}
	return page.Language()
}

// leadTo leads on to a page that tells what was done. Loading it once more does not do
// that twice.
func (h *Handler) leadTo(w http.ResponseWriter, r *http.Request, at, done string) error {
	q := url.Values{"lang": {h.edition(r).Language()}, "done": {done}}
	http.Redirect(w, r, at+"?"+q.Encode(), http.StatusSeeOther)
	return nil
}

// told says what was done just now, "" when that was nothing.
func told(m *locale.Messages, r *http.Request) string {
	return map[string]string{
		"filed": m.Desk.Filed, "held": m.Desk.FiledHeld, "decided": m.Desk.Decided, "accepted": m.Desk.Accepted,
		"ordered": m.Persons.Desk.Done, "set": m.Settings.Saved,
	}[r.URL.Query().Get("done")]
}

// back shows the list again after something was done, at the place of the item
// that it was done to: whoever works down the list goes on from there.
func (h *Handler) back(w http.ResponseWriter, r *http.Request, q url.Values) error {
	q.Set("lang", h.edition(r).Language())
	at := "/desk?" + q.Encode()
	if item := q.Get("item"); item != "" {
		at += "#item-" + url.PathEscape(item)
	}
	http.Redirect(w, r, at, http.StatusSeeOther)
	return nil
}
