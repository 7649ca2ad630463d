package desk

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/annotate/person/stage"
	newsdesk "dateline/internal/desk"
	"dateline/internal/wire/saidtest"
)

const (
	salma dateline.PersonID = "salmaaaaaaaaa"
	other dateline.PersonID = "otheraaaaaaaa"
)

// spoken is a visitor of a desk at which two persons spoke.
func spoken(t *testing.T) *visitor {
	t.Helper()
	v := newVisitor(t)
	lines := []saidtest.Line{
		{GUID: "a", Source: "delta", Person: salma, Name: "Salma Nawfal", Role: "minister", Sentence: "“The <gates> stay open,” minister Nawfal said.", At: v.now},
		{GUID: "b", Source: "delta", Person: salma, Name: "سلمى نوفل", Language: "ar", Sentence: "قالت سلمى نوفل: «لا».", At: v.now, Unsure: true},
		{GUID: "c", Source: "delta", Person: other, Name: "S. Nawfal", Sentence: "“I will wait,” S. Nawfal said.", At: v.now},
	}
	err := v.store.Update(context.Background(), func(tx dateline.Tx) error { return saidtest.Put(context.Background(), tx, lines...) })
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestPersonLine names a person once, by the page's language, and offers what is not so
// already.
func TestPersonLine(t *testing.T) {
	v := newVisitor(t)
	p := dateline.Person{ID: "salma", Names: map[string]string{"en": "Salma Nawfal", "ar": "سلمى نوفل"}}
	for i, want := range []string{"Salma Nawfal (سلمى نوفل)", "سلمى نوفل (Salma Nawfal)"} {
		line := personLineOf(v.page.editions[i], &p)
		if got := line.Name + " (" + strings.Join(line.Others, ", ") + ")"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	for _, c := range []struct {
		confirmed, private bool
		want               string
	}{{false, false, "confirm"}, {true, false, "unconfirm"}, {false, true, "confirm unconfirm"}} {
		p.Confirmed, p.Private = c.confirmed, c.private
		var can []string
		for _, a := range speakerPageOf(v.page.editions[0], &newsdesk.Speaker{Person: p}).Can {
			can = append(can, string(a.Kind))
		}
		if strings.Join(can, " ") != c.want {
			t.Errorf("confirmed %v, hidden %v: can %v, want %s", c.confirmed, c.private, can, c.want)
		}
	}
}

func TestPersonsAtTheDesk(t *testing.T) {
	v := spoken(t)
	v.says("/desk/persons", false, "Nawfal")
	v.says("/desk/person/"+string(salma), false, "Nawfal")
	v.enter()
	v.says("/desk?lang=en", true, `href="/desk/persons?lang=en"`)
	v.says("/desk/persons?lang=en", true, "Salma Nawfal", "2 statements", "S. Nawfal", "/desk/person/salmaaaaaaaaa?lang=en")
	v.says("/desk/persons?lang=ar&name=nawfal", true, "سلمى نوفل", "تصريحان", `value="nawfal"`)
	v.says("/desk/persons?lang=en&name=nobody", true, "Nobody is known by this name.")
	v.says("/desk/person/"+string(salma)+"?lang=en", true,
		"The &lt;gates&gt; stay open", "قالت سلمى نوفل", "for the desk", "shown if rights allow", "minister", "<option>Salma Nawfal</option>",
		`<option value="otheraaaaaaaa">`, "/en/person/salmaaaaaaaaa", `value="confirm"`, `value="hide"`)
	v.says("/desk/person/"+string(salma)+"?lang=ar", true, "دمج", "فصل", "تأكيد", "إخفاء", `<h1 class="title" dir="auto">سلمى نوفل</h1>`)
	if w := v.get("/desk/person/nobody"); w.Code != http.StatusNotFound {
		t.Errorf("nobody answers %d", w.Code)
	}
}

// TestOrdersAtTheDesk gives each order by its form and reads what was recorded.
func TestOrdersAtTheDesk(t *testing.T) {
	v := spoken(t)
	order := func(kind string, more ...string) int {
		form := url.Values{"person": {string(salma)}, "kind": {kind}, "lang": {"en"}}
		for i := 0; i < len(more); i += 2 {
			form.Set(more[i], more[i+1])
		}
		return v.post("/desk/order", form).Code
	}
	if got := order("confirm"); got != http.StatusForbidden {
		t.Errorf("a stranger's order answers %d", got)
	}
	v.enter()
	for _, test := range []struct {
		kind string
		more []string
		want int
	}{
		{"confirm", nil, http.StatusSeeOther},
		{"unconfirm", nil, http.StatusSeeOther},
		{"hide", []string{"reason", "a minor"}, http.StatusSeeOther},
		{"hide", nil, http.StatusBadRequest},
		{"split", []string{"name", "سلمى نوفل", "reason", "somebody else"}, http.StatusSeeOther},
		{"join", []string{"into", string(other), "reason", "one person"}, http.StatusSeeOther},
		{"join", []string{"into", "nobody", "reason", "one person"}, http.StatusNotFound},
		{"rename", nil, http.StatusBadRequest},
	} {
		if got := order(test.kind, test.more...); got != test.want {
			t.Errorf("%s %v answers %d, want %d", test.kind, test.more, got, test.want)
		}
	}
	v.says("/desk/person/"+string(salma)+"?lang=en&done=ordered", true, "The order was recorded", "a minor", "somebody else", "salmaaaaaaaaa → otheraaaaaaaa")
	v.says("/desk/person/"+string(salma)+"?lang=ar", true, "<bdi>التحرير</bdi>")
	v.carriedOut()
	v.says("/desk/person/"+string(salma)+"?lang=en", true, "Same person as otheraaaaaaaa")
}

// carriedOut lets the stage of persons obey. It knows the persons of the test by
// their rows, which it did not derive itself.
func (v *visitor) carriedOut() {
	v.t.Helper()
	ctx := context.Background()
	persons, err := stage.New()
	if err != nil {
		v.t.Fatal(err)
	}
	err = v.store.Update(ctx, func(tx dateline.Tx) error {
		entries, err := tx.Entries(ctx, 0, 1000)
		if err != nil {
			return err
		}
		for len(entries) > 0 && entries[0].Kind != dateline.EntryOrdered {
			entries = entries[1:]
		}
		return persons.Step(ctx, tx, entries)
	})
	if err != nil {
		v.t.Fatal(err)
	}
}
