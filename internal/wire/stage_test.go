package wire

import (
	"context"
	"testing"
	"time"

	"dateline"
	"dateline/internal/store/mem"
)

// filing runs the stage over an item's versions and the decisions on it.
func filing(t *testing.T, versions []dateline.Item, decisions ...dateline.Decision) dateline.Filing {
	t.Helper()
	ctx := context.Background()
	store := mem.New()
	var out dateline.Filing
	err := store.Update(ctx, func(tx dateline.Tx) error {
		for _, v := range versions {
			v.ID, v.Source = "aaaaaaaaaaaaa", "nra"
			if _, err := tx.Keep(ctx, []dateline.Kept{{Item: v}}); err != nil {
				return err
			}
		}
		for _, d := range decisions {
			d.Item = "aaaaaaaaaaaaa"
			if _, err := tx.Decide(ctx, d); err != nil {
				return err
			}
		}
		entries, err := tx.Entries(ctx, 0, 100)
		if err != nil {
			return err
		}
		if err := (Stage{}).Step(ctx, tx, entries); err != nil {
			return err
		}
		filings, err := tx.FilingsOf(ctx, []dateline.ItemID{"aaaaaaaaaaaaa"})
		out = filings["aaaaaaaaaaaaa"]
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestFold(t *testing.T) {
	at := func(m int) time.Time { return before.Add(time.Duration(m) * time.Minute) }
	d := func(kind dateline.DecisionKind, m int) dateline.Decision {
		return dateline.Decision{Kind: kind, Time: at(m), By: "rania"}
	}
	embargo := d(dateline.Embargo, 0)
	embargo.Until = at(600)
	longer := d(dateline.Embargo, 2)
	longer.Until = at(700)
	tests := []struct {
		name      string
		decisions []dateline.Decision
		status    dateline.PubStatus
		decided   dateline.DecisionKind
		released  time.Time
	}{
		{"nothing decided", nil, dateline.Withheld, "", time.Time{}},
		{"released", []dateline.Decision{d(dateline.Release, 1)}, dateline.Usable, dateline.Release, at(1)},
		{"released again", []dateline.Decision{d(dateline.Release, 1), d(dateline.Hold, 2), d(dateline.Release, 3)}, dateline.Usable, dateline.Release, at(1)},
		{"held", []dateline.Decision{d(dateline.Release, 1), d(dateline.Hold, 2)}, dateline.Withheld, dateline.Hold, at(1)},
		{"spiked", []dateline.Decision{d(dateline.Spike, 1)}, dateline.Withheld, dateline.Spike, time.Time{}},
		{"corrected stays out", []dateline.Decision{d(dateline.Release, 1), d(dateline.Correct, 2)}, dateline.Usable, dateline.Release, at(1)},
		{"withdrawn", []dateline.Decision{d(dateline.Release, 1), d(dateline.Withdraw, 2)}, dateline.Canceled, dateline.Withdraw, at(1)},
		{"withdrawn, then released", []dateline.Decision{d(dateline.Release, 1), d(dateline.Withdraw, 2), d(dateline.Release, 3)}, dateline.Usable, dateline.Release, at(1)},
		{"nothing stands over a kill", []dateline.Decision{d(dateline.Kill, 1), d(dateline.Release, 2)}, dateline.Canceled, dateline.Kill, time.Time{}},
		{"killed under embargo", []dateline.Decision{embargo, d(dateline.Release, 1), d(dateline.Kill, 2)}, dateline.Canceled, dateline.Kill, time.Time{}},
		{"killed under an embargo that came when it was out", []dateline.Decision{d(dateline.Release, -2), embargo, d(dateline.Kill, 2)}, dateline.Canceled, dateline.Kill, at(-2)},
		{"killed under the second embargo", []dateline.Decision{embargo, d(dateline.Release, 1), longer, d(dateline.Kill, 3)}, dateline.Canceled, dateline.Kill, time.Time{}},
		{"killed after both", []dateline.Decision{embargo, d(dateline.Release, 1), longer, d(dateline.Kill, 800)}, dateline.Canceled, dateline.Kill, at(700)},
		{"held when the embargo came", []dateline.Decision{d(dateline.Hold, -2), embargo, d(dateline.Release, 1), d(dateline.Withdraw, 2)}, dateline.Canceled, dateline.Withdraw, time.Time{}},
		{"held under embargo", []dateline.Decision{embargo, d(dateline.Hold, 1)}, dateline.Withheld, dateline.Hold, time.Time{}},
		{"under embargo", []dateline.Decision{embargo, d(dateline.Release, 1)}, dateline.Usable, dateline.Release, at(600)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := filing(t, []dateline.Item{{Headline: "One", Language: "en-GB", Received: before}}, tt.decisions...)
			if f.Status != tt.status || f.Decided != tt.decided || !f.Released.Equal(tt.released) {
				t.Errorf("%s %q released %v; want %s %q %v", f.Status, f.Decided, f.Released, tt.status, tt.decided, tt.released)
			}
			if f.Language != "en" {
				t.Errorf("language %q: an item stands in the edition of its base language", f.Language)
			}
		})
	}
}

func TestNoticesOfAllVersions(t *testing.T) {
	corrects := dateline.Notice{Kind: dateline.Correct, Text: "It came third."}
	versions := []dateline.Item{
		{Headline: "One", Received: before},
		{Headline: "Two", Received: before.Add(time.Minute), Notices: []dateline.Notice{corrects}},
		{Headline: "Three", Received: before.Add(2 * time.Minute), Notices: []dateline.Notice{corrects}},
		{Headline: "CORRECTED: Three", Received: before.Add(3 * time.Minute), Notices: []dateline.Notice{{Kind: dateline.Correct}}}, // says no more
		{Headline: "Four", Received: before.Add(3 * time.Minute)},
	}
	f := filing(t, versions, dateline.Decision{Kind: dateline.Clarify, Notice: "Ours.", By: "rania", Time: before.Add(30 * time.Second)})
	if len(f.Notices) != 2 || !f.Notices[0].Own || f.Notices[1].Own || f.Notices[1].Text != corrects.Text {
		t.Fatalf("notices %+v", f.Notices)
	}
	if !f.Noticed.Equal(before.Add(time.Minute)) {
		t.Errorf("noticed %v", f.Noticed)
	}
}

// An update stands in the item's history and in no list of notices: an agency files
// a dozen of them on one event, and corrections would drown in them.
func TestAnUpdateIsNotNoticed(t *testing.T) {
	update := dateline.Notice{Kind: dateline.Update, Text: "Adds details."}
	corrects := dateline.Notice{Kind: dateline.Correct, Text: "It came third."}
	versions := []dateline.Item{
		{Headline: "One", Received: before, Notices: []dateline.Notice{update}},
		{Headline: "Two", Received: before.Add(time.Minute), Notices: []dateline.Notice{corrects}},
		{Headline: "Three", Received: before.Add(2 * time.Minute), Notices: []dateline.Notice{{Kind: dateline.Update, Text: "Adds more."}}},
	}
	for n, want := range []time.Time{{}, before.Add(time.Minute), before.Add(time.Minute)} {
		f := filing(t, versions[:n+1])
		if !f.Noticed.Equal(want) || len(f.Notices) != n+1 {
			t.Errorf("version %d: %d notices, the last at %v, want %v", n+1, len(f.Notices), f.Noticed, want)
		}
	}
}

// The source's kill reaches the desk as a decision and readers once.
func TestOneNoticeForOneKill(t *testing.T) {
	versions := []dateline.Item{
		{Headline: "One", Received: before},
		{Headline: "KILL", Received: now, PubStatus: dateline.Canceled, Notices: []dateline.Notice{{Kind: dateline.Kill, Text: "The source has killed this item."}}},
	}
	f := filing(t, versions, dateline.Decision{Kind: dateline.Kill, By: dateline.BySource, Time: now})
	if len(f.Notices) != 1 || f.Status != dateline.Canceled {
		t.Errorf("%s with %+v", f.Status, f.Notices)
	}
	f = filing(t, versions[:1], dateline.Decision{Kind: dateline.Kill, By: dateline.BySource, Time: now})
	if len(f.Notices) != 1 {
		t.Errorf("a kill without words of its own: %+v", f.Notices)
	}
}
