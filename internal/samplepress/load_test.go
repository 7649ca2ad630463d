package samplepress

import (
	"errors"
	"testing"
	"time"

	"dateline"
)

// filed puts dispatches together as load does.
func filed(dispatches ...*dispatch) (map[string]*item, error) {
	items := map[string]*item{}
	for _, d := range dispatches {
		d.Source = "barid-en"
		if err := place(items, sources()[0], d, someDay()); err != nil {
			return nil, err
		}
	}
	return items, link(items)
}

// report is a dispatch as a test needs it.
func report(slug string, version int, at time.Duration) *dispatch {
	d := &dispatch{Slug: slug, Version: version, At: at}
	if version == 1 {
		d.Headline, d.Section, d.Body = "Headline of "+slug, "Region", parseBlocks("First words.\n\nSecond.\n\nThird.")
	}
	return d
}

// with changes a dispatch of a test.
func with(d *dispatch, f func(*dispatch)) *dispatch {
	f(d)
	return d
}

// TestMistakes: a press that cannot be what its files say does not start.
func TestMistakes(t *testing.T) {
	for name, dispatches := range map[string][]*dispatch{
		"a version is missing":      {report("a", 1, -3), report("a", 3, -1)},
		"a version without a first": {report("a", 2, -1)},
		"a version comes too early": {report("a", 1, -1), report("a", 2, -2)},
		"a change finds nothing": {report("a", 1, -2), with(report("a", 2, -1), func(d *dispatch) {
			d.Change = [2]string{"Fourth", "4th"}
		})},
		"a change finds too much": {report("a", 1, -2), with(report("a", 2, -1), func(d *dispatch) {
			d.Change = [2]string{"r", "R"}
		})},
		"a copy of nothing": {with(report("a", 1, -1), func(d *dispatch) { d.Copy = "barid-en/b" })},
		"a copy of a later version that is none": {report("b", 1, -2), with(report("a", 1, -1), func(d *dispatch) {
			d.Copy = "barid-en/b.2"
		})},
		"a copy of version 0":        {report("b", 1, -2), with(report("a", 1, -1), func(d *dispatch) { d.Copy = "barid-en/b.0" })},
		"a copy of no number":        {report("b", 1, -2), with(report("a", 1, -1), func(d *dispatch) { d.Copy = "barid-en/b.x" })},
		"a copy before its original": {report("b", 1, -1), with(report("a", 1, -2), func(d *dispatch) { d.Copy = "barid-en/b" })},
		"a copy of a copy": {
			report("c", 1, -3),
			with(report("b", 1, -2), func(d *dispatch) { d.Copy = "barid-en/c" }),
			with(report("a", 1, -1), func(d *dispatch) { d.Copy = "barid-en/b" }),
		},
		"a translation that is not there": {with(report("a", 1, -1), func(d *dispatch) { d.Translation = "barid-en/b" })},
		"a translation of one side":       {with(report("a", 1, -1), func(d *dispatch) { d.Translation = "barid-en/b" }), report("b", 1, -1)},
		"a word that is none":             {with(report("a", 1, -1), func(d *dispatch) { d.Body = parseBlocks("On {moonday}.") })},
	} {
		if _, err := filed(dispatches...); !errors.Is(err, dateline.ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
	}
}

func TestVersionsTakeOver(t *testing.T) {
	items, err := filed(
		with(report("a", 1, -3*time.Hour), func(d *dispatch) {
			d.Urgency, d.Byline, d.Opening, d.Rights = 2, "Nura Sabri", "DEIR LAWZ, {date} (Barid) —", "no-mining"
		}),
		with(report("a", 2, -2*time.Hour), func(d *dispatch) { d.Note, d.Change = "CORRECTION: 2nd.", [2]string{"Second", "2nd"} }),
		with(report("a", 3, -time.Hour), func(d *dispatch) { d.Headline, d.Body = "KILL: Advisory", parseBlocks("Do not use.") }),
	)
	if err != nil {
		t.Fatal(err)
	}
	v := items["barid-en/a"].versions
	if d := v[1]; d.Headline != v[0].Headline || d.Byline != "Nura Sabri" || d.Opening != "DEIR LAWZ, 22 November (Barid) —" ||
		d.Urgency != 2 || d.Rights != "no-mining" || d.Body[1].Text != "2nd." || v[0].Body[1].Text != "Second." {
		t.Errorf("the correction is %+v", d)
	}
	if d := v[2]; d.Headline != "KILL: Advisory" || d.Byline != "" || d.Opening != "" || d.Note != "" || len(d.Body) != 1 || d.Section != "Region" {
		t.Errorf("the kill is %+v", d)
	}
}

func TestCopyIsCut(t *testing.T) {
	items, err := filed(
		with(report("b", 1, -2*time.Hour), func(d *dispatch) { d.Opening = "DEIR LAWZ (Barid) —" }),
		with(report("a", 1, -time.Hour), func(d *dispatch) { d.Body, d.Copy, d.Cut = nil, "barid-en/b", 2 }),
	)
	if err != nil {
		t.Fatal(err)
	}
	if d := items["barid-en/a"].versions[0]; d.Opening != "DEIR LAWZ (Barid) —" || len(d.Body) != 2 || d.Body[1].Text != "Second." {
		t.Errorf("the copy is %+v", d)
	}
}
