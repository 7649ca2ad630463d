package desk

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"dateline"
)

// drifts makes a source whose last items have no byline.
func (v *visitor) drifts(seen int) {
	v.t.Helper()
	ctx := context.Background()
	habit := dateline.Habit{Trait: dateline.TraitByline, Items: 200, Share: 0.957, Seen: seen, Since: v.now.Add(-time.Hour), Lost: v.now.Add(-time.Minute)}
	err := v.store.Update(ctx, func(tx dateline.Tx) error {
		return errors.Join(
			tx.PutSource(ctx, dateline.Source{ID: "port", Name: "Port", Names: dateline.Names{"ar": "الميناء"}}, v.now),
			tx.Polled(ctx, "port", dateline.Poll{Reading: dateline.Reading{Habits: []dateline.Habit{habit}}}))
	})
	if err != nil {
		v.t.Fatal(err)
	}
}

// bare takes the invisible isolates out.
func bare(s string) string { return strings.NewReplacer("\u2068", "", "\u2069", "").Replace(s) }

// TestDriftOfWhatIsForTheDesk leads to no page of the site that answers 404.
func TestDriftOfWhatIsForTheDesk(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	v.drifts(14)
	v.says("/desk?lang=en", true, `href="/en/source/port"`)
	err := v.store.Update(context.Background(), func(tx dateline.Tx) error {
		s, err := tx.Source(context.Background(), "port")
		s.Usage = dateline.UsageDesk
		return errors.Join(err, tx.PutSource(context.Background(), s, v.now))
	})
	if err != nil {
		t.Fatal(err)
	}
	v.says("/desk?lang=en", true, "/desk/accept")
	v.says("/desk?lang=en", false, `href="/en/source/port"`)
}

func TestDriftIsShownAndAccepted(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	if body := v.get("/desk?lang=en").Body.String(); strings.Contains(body, "/desk/accept") {
		t.Error("sources that read well are listed")
	}
	v.drifts(14)
	for lang, want := range map[string][]string{
		"en": {"Port", "Byline: on 0 of 14 items since ", "usually on 96 in a hundred", `href="/en/source/port`},
		"ar": {"الميناء", "اسم الكاتب: في 0 من 14 خبرًا منذ", "والمعتاد 96 من كل مئة", `href="/ar/source/port`},
	} {
		body := bare(v.get("/desk?lang=" + lang).Body.String())
		for _, w := range want {
			if !strings.Contains(body, w) {
				t.Errorf("%s: %q is not on the page", lang, w)
			}
		}
	}
	w := v.post("/desk/accept", url.Values{"lang": {"en"}, "source": {"port"}})
	if w.Code != http.StatusSeeOther || !strings.Contains(w.Header().Get("Location"), "done=accepted") {
		t.Fatalf("accepting answers %d to %s", w.Code, w.Header().Get("Location"))
	}
	if body := v.get("/desk?lang=en&done=accepted").Body.String(); strings.Contains(body, "Byline: ") || !strings.Contains(body, "what is usual") {
		t.Error("what was accepted is still missed, or nobody says that it is not")
	}
	if w := v.post("/desk/accept", url.Values{"source": {"none"}}); w.Code != http.StatusNotFound {
		t.Errorf("a source that is not there: %d", w.Code)
	}
}

// Arabic counts in six forms.
func TestDriftCounts(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	for seen, want := range map[int]string{2: "من خبرين", 8: "من 8 أخبار", 11: "من 11 خبرًا", 100: "من 100 خبر"} {
		v.drifts(seen)
		if body := bare(v.get("/desk?lang=ar").Body.String()); !strings.Contains(body, want+" منذ") {
			t.Errorf("%d: %q is not on the page", seen, want)
		}
	}
}

// Only who was let in may accept.
func TestAcceptIsGuarded(t *testing.T) {
	v := newVisitor(t)
	v.drifts(14)
	if w := v.post("/desk/accept", url.Values{"source": {"port"}}); w.Code != http.StatusForbidden {
		t.Errorf("a stranger gets %d", w.Code)
	}
}
