package desk

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/intake/fetch"
	"dateline/internal/locale"
)

// poll keeps sources in each state of health.
func (v *visitor) poll() {
	v.t.Helper()
	ctx, at := context.Background(), v.now
	good := dateline.Poll{LastTry: at, LastGood: at.Add(-time.Hour), LastNew: at.Add(-2 * time.Hour), PerDay: 24, Next: at.Add(time.Minute)}
	with := func(change func(*dateline.Poll)) dateline.Poll {
		p := good
		change(&p)
		return p
	}
	sources := map[dateline.SourceID]dateline.Poll{
		"bright": good, "aurora": good,
		"broken": with(func(p *dateline.Poll) {
			p.LastError, p.Cause, p.Failures, p.LastGood = "it answers 500 <oops>", "status", 3, time.Time{}
		}),
		"quiet":  with(func(p *dateline.Poll) { p.LastNew = at.Add(-99 * time.Hour) }),
		"warned": with(func(p *dateline.Poll) { p.Warning = "cut off in the middle" }),
		"worse": with(func(p *dateline.Poll) {
			p.Reading = dateline.Reading{Habits: []dateline.Habit{{Trait: dateline.TraitByline, Share: .96, Seen: 14, Lost: at, Since: at}}}
		}),
		"fresh": {},
	}
	err := v.store.Update(ctx, func(tx dateline.Tx) (err error) {
		for id, poll := range sources {
			s := dateline.Source{ID: id, Name: strings.ToUpper(string(id)), Names: dateline.Names{"ar": "مصدر أحمد " + string(id)}, Feed: "https://" + string(id) + ".example/feed"}
			err = errors.Join(err, tx.PutSource(ctx, s, at), tx.Polled(ctx, id, poll))
		}
		return errors.Join(err, tx.PutSource(ctx, dateline.Source{ID: "files", Name: "Files"}, at),
			tx.PutSource(ctx, dateline.Source{ID: "gone", Name: "Gone", Feed: "https://gone.example/feed", Retired: true}, at))
	})
	if err != nil {
		v.t.Fatal(err)
	}
}

// TestUsageAsItIsObeyed tells of a source what its items get, not what stands in its
// row: full use that nobody recorded a reason for is none.
func TestUsageAsItIsObeyed(t *testing.T) {
	e, err := locale.New(dateline.Edition{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	usages := e.Messages().Source.Usages
	for _, c := range []struct {
		source dateline.Source
		want   dateline.Usage
	}{
		{dateline.Source{ID: "port"}, dateline.UsageExcerpt},
		{dateline.Source{ID: "port", Usage: dateline.UsageFull}, dateline.UsageExcerpt},
		{dateline.Source{ID: "port", Usage: dateline.UsageFull, UsageReason: "agreed"}, dateline.UsageFull},
		{dateline.Source{ID: dateline.OwnSource, Usage: dateline.UsageFull}, dateline.UsageFull},
		{dateline.Source{ID: "port", Usage: dateline.UsageDesk}, dateline.UsageDesk},
		{dateline.Source{ID: "port", Usage: "banana"}, dateline.UsageExcerpt},
	} {
		if got := sourceLineOf(e, &c.source, time.Now()).Usage; got != usages[c.want] || got == "" {
			t.Errorf("%+v: %q, want %q", c.source, got, usages[c.want])
		}
	}
}

// named are the groups and sources of a page, in order.
func named(body string) string {
	var b strings.Builder
	for _, m := range regexp.MustCompile(`<section class="health" id="(\w+)"|<tr data-source="(\w+)"`).FindAllStringSubmatch(body, -1) {
		if m[1] != "" {
			b.WriteString("| " + m[1] + ": ")
			continue
		}
		b.WriteString(m[2] + " ")
	}
	return strings.TrimSpace(b.String())
}

// TestSourcesByHealth: what needs a person stands first, with the reason.
func TestSourcesByHealth(t *testing.T) {
	v := newVisitor(t)
	if w := v.get("/desk/sources"); w.Code != http.StatusForbidden {
		t.Errorf("to who was not let in: %d", w.Code)
	}
	v.enter()
	if body := v.get("/desk/sources?lang=ar").Body.String(); !strings.Contains(body, "لا مصادر بعد") {
		t.Error("a desk without sources does not say so")
	}
	v.poll()
	for lang, want := range map[string][]string{
		"en": {"failed 3 times in a row", "next try ", ">The server answers with an error.<", "it answers 500 &lt;oops&gt;", ">never<", "Byline: on 0 of 14 items", "Nothing new for much longer", "cut off in the middle", "about 24 entries a day", `href="/desk?lang=en&amp;source=broken"`, "excerpt"},
		"ar": {"تعذّر الجلب 3 مرات متتالية", ">ردّ الخادم بخطأ.<", "لم يحدث", "مصدر أحمد bright", `lang="en" dir="ltr">it answers`, "مقتطف", `href="/desk/sources?lang=en"`},
	} {
		body := v.get("/desk/sources?lang=" + lang).Body.String()
		if got := named(body); got != "| failing: broken | drifting: worse | silent: quiet | warned: warned | waiting: fresh | well: aurora bright | unpolled: files | retired: gone" {
			t.Errorf("%s: %s", lang, got)
		}
		for _, w := range want {
			if !strings.Contains(bare(body), w) {
				t.Errorf("%s: %q is not on the page", lang, w)
			}
		}
	}
}

// TestCauses: whatever a poll may fail of has its sentence in both editions, and no
// other word has.
func TestCauses(t *testing.T) {
	kinds := []fetch.Kind{
		fetch.KindAddress, fetch.KindGuard, fetch.KindRobots, fetch.KindName, fetch.KindConnect, fetch.KindTLS, fetch.KindTimeout, fetch.KindStatus,
		fetch.KindGone, fetch.KindRedirects, fetch.KindTooLarge, fetch.KindEncoding, fetch.KindBroken, fetch.KindStopped, "feed", "store", "fault",
	}
	for _, lang := range []string{"en", "ar"} {
		e, err := locale.New(dateline.Edition{Language: lang})
		if err != nil {
			t.Fatal(err)
		}
		causes := e.Messages().Health.Causes
		for _, k := range kinds {
			if causes[string(k)] == "" {
				t.Errorf("%s: nothing is said of %s", lang, k)
			}
		}
		if len(causes) != len(kinds) {
			t.Errorf("%s: %d causes for %d kinds", lang, len(causes), len(kinds))
		}
	}
}

func TestSourcesByName(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	v.poll()
	for name, want := range map[string]string{
		"BRI":              "| well: bright",
		"gone.example":     "| retired: gone",
		"مصدر احمد bright": "| well: bright",
		"zzqx":             "",
	} {
		body := v.get("/desk/sources?" + url.Values{"lang": {"ar"}, "name": {name}}.Encode()).Body.String()
		if got := named(body); got != want {
			t.Errorf("%q finds %s, want %s", name, got, want)
		}
		if want == "" && !strings.Contains(body, "لا مصدر يطابق") || !strings.Contains(body, `href="/desk/sources?lang=ar">كل المصادر`) {
			t.Errorf("%q: it is not said that nothing is called so, or no way leads out", name)
		}
	}
	w := v.post("/desk/accept", url.Values{"lang": {"ar"}, "source": {"worse"}, "from": {"sources"}})
	if at := w.Header().Get("Location"); at != "/desk/sources?done=accepted&lang=ar" {
		t.Fatalf("accepting leads to %s", at)
	}
	if got := named(v.get("/desk/sources?done=accepted&lang=ar").Body.String()); strings.Contains(got, "drifting") {
		t.Errorf("what was accepted stays: %s", got)
	}
}
