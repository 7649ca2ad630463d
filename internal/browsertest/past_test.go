package browsertest

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
)

// past changes an own item and asks, in the form of the search page, for what
// stood before.
func (s suite) past(t *testing.T) {
	for lang, words := range map[string]struct{ before, after, typed string }{
		"en": {"Quarrington lighthouse goes dark", "Quarrington lighthouse shines again", "lighthouse dark"},
		"ar": {"انطفاء منارة القرنفل", "منارة القرنفل تضيء من جديد", "انطفاء المنارة"},
	} {
		t.Run(lang, func(t *testing.T) {
			id := s.file(t, draft{lang: lang, headline: words.before, text: words.before + "."})
			s.eventually(t, "/"+lang+"/item/"+id, 200)
			then := nextSecond()
			s.command(t, "desk", "file", "--id", id, "--lang", lang, "--headline", words.after, "--text", "")
			w := s.browser.open(t, s.base)
			w.visit("/" + lang + "/search?q=" + url.QueryEscape(words.typed) + "&as-of=" + then.UTC().Format(time.RFC3339))
			first := func(what string) {
				t.Helper()
				shown := ask[string](w, `document.querySelector('main .line[data-item="`+id+`"]')?.innerText || ""`)
				if !strings.Contains(shown, words.before) || strings.Contains(shown, words.after) {
					t.Errorf("%s: the hit shows %q", what, shown)
				}
				if !ask[bool](w, `!!document.querySelector('main .line[data-item="`+id+`"] .since') && !!document.querySelector("main .past b bdi")`) {
					t.Errorf("%s: the page does not say that it shows the past, or the hit not that it has changed", what)
				}
			}
			first("by its address")
			w.look(360, "dark")
			w.loadAxe()
			w.check("the past", "width()", "accessible()", "isolation()")
			w.picture("past-" + lang + "-360-dark")
			w.look(1280, "light")
			w.picture("past-" + lang + "-1280-light")
			field := ask[string](w, `document.querySelector("main input[name=as-of]").value`)
			w.clicks(`document.querySelector("main form.ask button")`)
			w.must(`location.search.includes("as-of=`+url.QueryEscape(field)+`") && document.readyState === "complete"`, "the form is sent with its time")
			first("by the form")
			w.clicks(`document.querySelector("main .past a")`)
			w.must(`!location.search.includes("as-of") && document.readyState === "complete"`, "the link leads back to now")
			if ask[bool](w, `document.querySelector("main").innerText.includes("`+words.before+`")`) {
				t.Error("the search of now shows the version of then")
			}
			if status, body := s.get(t, "/"+lang+"/search?q=x&as-of=yesterday"); status != 400 || !strings.Contains(body, "<main") {
				t.Errorf("a time that cannot be read: %d", status)
			}
		})
	}
}

// nextSecond waits for the next full second, so that what happened is before it
// and what happens now is after it.
func nextSecond() time.Time {
	next := time.Now().Truncate(time.Second).Add(time.Second)
	time.Sleep(time.Until(next) + 50*time.Millisecond)
	return next
}

// ticked lets the fake web publish more and finds the wire of before as it was.
func (s suite) ticked(t *testing.T) {
	type hit struct{ ID, Source string }
	newest := func(asOf string) (hits []hit) {
		t.Helper()
		args := []string{"search", "--json", "--newest", "--limit", "500", "after:2000"}
		if asOf != "" {
			args = append(args, "--as-of", asOf)
		}
		for text := range strings.Lines(s.command(t, args...)) {
			var h hit
			if err := json.Unmarshal([]byte(text), &h); err != nil {
				t.Fatal(err)
			}
			hits = append(hits, h)
		}
		return hits
	}
	before, then := newest(""), nextSecond().UTC().Format(time.RFC3339)
	r, err := http.Get(s.web + "/ctl/tick?feeds=5&from=0&n=1")
	if err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("tick: %v, %v", r, err)
	}
	r.Body.Close()
	s.command(t, "poll", "--all", "--wait")
	came := slices.DeleteFunc(newest(""), func(h hit) bool { return slices.Contains(before, h) })
	if len(came) < 5 {
		t.Fatalf("%d items came after the tick", len(came))
	}
	if past := newest(then); !slices.Equal(past, before) {
		t.Errorf("as of before the tick: %d items\n%v, want %d\n%v", len(past), past, len(before), before)
	}
	for _, lang := range languages() {
		// Of one source: what was filed here is newer, and fills the first page of all.
		path := "/" + lang + "/search?q=after:2000+source:" + came[0].Source + "&order=new&as-of="
		_, now := s.get(t, path)
		_, past := s.get(t, path+then)
		if !strings.Contains(past, `class="line`) || strings.Contains(now, `class="past"`) || hits(past) == hits(now) {
			t.Errorf("the %s page of the past shows what the page of now shows", lang)
		}
	}
}

// hits is the items of a page, in order.
func hits(body string) string {
	var ids []string
	for _, part := range strings.Split(body, `data-item="`)[1:] {
		id, _, _ := strings.Cut(part, `"`)
		ids = append(ids, id)
	}
	return strings.Join(ids, " ")
}
