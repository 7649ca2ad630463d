package dateline_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline"
)

// TestOut: an embargo ends at its moment, and nothing but a usable item goes out
// then; outputs ask this whether or not any stage has come by.
func TestOut(t *testing.T) {
	end := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		status  dateline.PubStatus
		embargo time.Time
		now     time.Time
		out     bool
	}{
		{dateline.Usable, time.Time{}, end, true},
		{dateline.Usable, end, end.Add(-time.Nanosecond), false},
		{dateline.Usable, end, end, true},
		{dateline.Usable, end, end.In(time.FixedZone("", 3*3600)), true},
		{dateline.Withheld, time.Time{}, end, false},
		{dateline.Canceled, time.Time{}, end, false},
		{"", time.Time{}, end, false},
	} {
		f := dateline.Filing{Status: c.status, Embargo: c.embargo}
		if f.Out(c.now) != c.out {
			t.Errorf("%q under embargo until %v at %v: out %v", c.status, c.embargo, c.now, !c.out)
		}
	}
}

// TestStamp: a wall clock without a zone is told without one, and is not the same
// claim as that hour of Greenwich.
func TestStamp(t *testing.T) {
	at := time.Date(2025, 7, 22, 5, 29, 53, 0, time.UTC)
	beirut := at.In(time.FixedZone("", 3*3600))
	wall := dateline.Stamp{Time: at, Precision: dateline.ToSecond}
	for _, c := range []struct {
		s    dateline.Stamp
		text string
	}{
		{dateline.Stamp{}, ""},
		{wall, "2025-07-22T05:29:53"},
		{dateline.Stamp{Time: at, Proposed: "GMT"}, "2025-07-22T05:29:53"}, // a zone that was proposed is no fact
		{dateline.Stamp{Time: at, Zone: "GMT"}, "2025-07-22T05:29:53Z"},
		{dateline.Stamp{Time: beirut, Zone: "+03:00"}, "2025-07-22T08:29:53+03:00"},
	} {
		if got := c.s.Text(); got != c.text || c.s.IsZero() != (c.text == "") {
			t.Errorf("%+v reads %q, zero %v", c.s, got, c.s.IsZero())
		}
	}
	for name, other := range map[string]dateline.Stamp{
		"a zone": {Time: at, Precision: dateline.ToSecond, Zone: "GMT"}, "a precision": {Time: at, Precision: dateline.ToDay},
		"a second": {Time: at.Add(time.Second), Precision: dateline.ToSecond},
	} {
		if wall.Equal(other) {
			t.Errorf("%s makes no difference", name)
		}
	}
	if !wall.Equal(dateline.Stamp{Time: beirut, Precision: dateline.ToSecond, From: dateline.FromText, Confidence: dateline.Doubtful}) {
		t.Error("where it was read makes another claim of it")
	}
}

// TestText: blocks with a blank line between, whatever they are, and none for what
// is empty.
func TestText(t *testing.T) {
	i := dateline.Item{Body: []dateline.Block{
		{Kind: dateline.Paragraph, Text: "One."}, {Kind: dateline.Paragraph}, {Kind: dateline.Subhead, Text: "Two"},
		{Kind: dateline.List, Items: []string{"a", "b"}}, {Kind: dateline.List},
		{Kind: dateline.Table, Rows: [][]string{{"x", "y"}, {"1"}}}, {Kind: dateline.Quotation, Text: "«Three»"},
	}}
	if got, want := i.Text(), "One.\n\nTwo\n\na\nb\n\nx\ty\n1\n\n«Three»"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := (&dateline.Item{}).Text(); got != "" {
		t.Errorf("without a body: %q", got)
	}
}

// TestSameItem: what a reader would notice makes another version, what only a
// machine would does not.
func TestSameItem(t *testing.T) {
	base := func() dateline.Item {
		return dateline.Item{
			Headline: "Ferry stops", Byline: []string{"Rania Sabbagh", "Omar Zayd"}, Urgency: 5,
			Body:    []dateline.Block{{Kind: dateline.Paragraph, Text: "It stopped."}},
			Notices: []dateline.Notice{{Kind: dateline.Correct, Text: "It was two."}},
		}
	}
	for name, c := range map[string]struct {
		change func(*dateline.Item)
		same   bool
	}{
		"digest":           {func(i *dateline.Item) { i.Digest = "another" }, true},
		"times of receipt": {func(i *dateline.Item) { i.Received, i.FirstSeen = time.Unix(1, 0), time.Unix(2, 0) }, true},
		"raw copy":         {func(i *dateline.Item) { i.Copy = "20260101-1/0/2s" }, true},
		"a paragraph as list": {func(i *dateline.Item) {
			i.Body[0] = dateline.Block{Kind: dateline.List, Items: []string{"It stopped."}}
		}, true},
		"standfirst":        {func(i *dateline.Item) { i.Standfirst = "Until Monday" }, false},
		"byline":            {func(i *dateline.Item) { i.Byline = i.Byline[:1] }, false},
		"order of byline":   {func(i *dateline.Item) { i.Byline[0], i.Byline[1] = i.Byline[1], i.Byline[0] }, false},
		"text":              {func(i *dateline.Item) { i.Body[0].Text = "It sailed." }, false},
		"credit":            {func(i *dateline.Item) { i.CreditLine = "Barid" }, false},
		"place":             {func(i *dateline.Item) { i.Dateline.Place = "MARSA" }, false},
		"urgency":           {func(i *dateline.Item) { i.Urgency = 1 }, false},
		"embargo":           {func(i *dateline.Item) { i.Embargo = time.Unix(9, 0) }, false},
		"withheld":          {func(i *dateline.Item) { i.PubStatus = dateline.Withheld }, false},
		"paywall":           {func(i *dateline.Item) { i.Rights.Paywalled = true }, false},
		"a summary no more": {func(i *dateline.Item) { i.Summary = true }, false},
		"notice":            {func(i *dateline.Item) { i.Notices[0].Text = "It was three." }, false},
		"notice of a kind":  {func(i *dateline.Item) { i.Notices[0].Kind = dateline.Clarify }, false},
		"one more notice":   {func(i *dateline.Item) { i.Notices = append(i.Notices, i.Notices[0]) }, false},
	} {
		one, other := base(), base()
		c.change(&other)
		if one.Same(&other) != c.same || other.Same(&one) != c.same {
			t.Errorf("%s: same %v", name, !c.same)
		}
	}
}

// TestNamesAndEditions fall back where a language has none.
func TestNamesAndEditions(t *testing.T) {
	names := dateline.Names{"ar": "مرسى", "en": ""}
	for language, want := range map[string]string{"ar": "مرسى", "en": "Marsa", "fr": "Marsa"} {
		if got := names.In(language, "Marsa"); got != want {
			t.Errorf("in %s: %q", language, got)
		}
	}
	if got := dateline.Names(nil).In("ar", "Marsa"); got != "Marsa" {
		t.Errorf("of no names: %q", got)
	}
	p := dateline.Publication{Editions: []dateline.Edition{{Language: "en"}, {Language: "ar", Zone: "Asia/Beirut"}}}
	if e, ok := p.Edition("ar"); !ok || e.Zone != "Asia/Beirut" {
		t.Errorf("the Arabic edition: %+v, %v", e, ok)
	}
	if e, ok := p.Edition("fr"); ok || e != (dateline.Edition{}) {
		t.Errorf("there is no French one: %+v", e)
	}
}

// TestEditKinds: an edit takes an item away, changes what it says, or brings it back.
func TestEditKinds(t *testing.T) {
	for kind, want := range map[dateline.EditKind][2]bool{
		dateline.EditKill: {true, false}, dateline.EditMissing: {true, false}, dateline.EditGone: {true, false},
		dateline.EditCorrection: {false, true}, dateline.EditHeadline: {false, true}, dateline.EditText: {false, true},
		dateline.EditRestored: {false, false},
	} {
		if kind.Lost() != want[0] || kind.Changed() != want[1] {
			t.Errorf("%s: lost %v, changed %v", kind, kind.Lost(), kind.Changed())
		}
	}
}

// TestErasure tells of each who spoke once, in an order that does not depend on
// theirs, and of nobody where nobody spoke.
func TestErasure(t *testing.T) {
	at := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	said := []dateline.Spoken{{Person: "q"}, {Person: "p"}, {Person: "q"}}
	got := dateline.Erasure("a", at, said)
	if len(got) != 2 || got[0].Kind != dateline.EntryErased || got[1].Kind != dateline.EntryPerson || got[1].Note != "p q" {
		t.Errorf("%+v", got)
	}
	for _, e := range got {
		if e.Item != "a" || !e.Time.Equal(at) {
			t.Errorf("%+v", e)
		}
	}
	if got := dateline.Erasure("a", at, nil); len(got) != 1 {
		t.Errorf("nobody spoke: %+v", got)
	}
}

// TestForget takes from an order what tells of the person on its side alone.
func TestForget(t *testing.T) {
	full := dateline.PersonOrder{
		Seq: 3, Kind: dateline.PersonJoin, Person: "p", Into: "q", By: "layla", Name: "S. Nawfal", Reason: "the same minister",
		Called: []string{"S. Nawfal"}, IntoCalled: []string{"Salma Nawfal"},
	}
	for id, want := range map[dateline.PersonID]string{
		"p": "[] [Salma Nawfal]  ", "q": "[S. Nawfal] [] S. Nawfal ", "r": "[S. Nawfal] [Salma Nawfal] S. Nawfal the same minister",
	} {
		o := full
		o.Forget(id)
		if got := fmt.Sprint(o.Called, " ", o.IntoCalled, " ", o.Name, " ", o.Reason); got != want {
			t.Errorf("%s is forgotten: %q, want %q", id, got, want)
		}
		if o.Seq != 3 || o.Person != "p" || o.Into != "q" || o.By != "layla" {
			t.Errorf("%s is forgotten, and so is who ordered what: %+v", id, o)
		}
	}
}

// TestWrap adds what was being done to an error, and makes none.
func TestWrap(t *testing.T) {
	var err error
	dateline.Wrap(&err, "keep(%q)", "a")
	if err != nil {
		t.Errorf("nothing failed: %v", err)
	}
	err = dateline.ErrGone
	dateline.Wrap(&err, "keep(%q)", "a")
	if !errors.Is(err, dateline.ErrGone) || !strings.HasPrefix(err.Error(), `keep("a"): `) {
		t.Errorf("got %v", err)
	}
}

// FuzzSpan: a stretch of a text is within it, whatever an old version of the text
// had there.
func FuzzSpan(f *testing.F) {
	f.Add(0, 3, "The ferry")
	f.Add(-1, 3, "The ferry")
	f.Add(5, 3, "")
	f.Fuzz(func(t *testing.T, start, end int, text string) {
		in := dateline.Span{Start: start, End: end}.In(text)
		if len(in) != 0 && len(in) != end-start || !strings.Contains(text, in) {
			t.Errorf("%d to %d of %q is %q", start, end, text, in)
		}
	})
}
