package rightstest

import (
	"strings"
	"testing"
	"time"

	"dateline"
)

// world is one in which the item with number 0 has that usage and fate.
func world(usage dateline.Usage, fate string) *World {
	w := New(1, 1, time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC))
	w.cases[0].usage, w.cases[0].fate, w.cases[0].limited = usage, fate, false
	return w
}

func TestBrokenFinds(t *testing.T) {
	excerpt := strings.Fields((&kase{}).words("bodyax", ExcerptWords+1))
	tests := map[string]struct {
		usage  dateline.Usage
		fate   string
		output string
		faults int
	}{
		"headline":                 {dateline.UsageLink, "released", "<b>zzitem0headline0</b>", 0},
		"headline in an address":   {dateline.UsageFull, "killed", "/en/item/x/zzitem0headline0-zzitem0headline1", 2},
		"body of full":             {dateline.UsageFull, "released", "zzitem0bodyax0", 0},
		"body of a link":           {dateline.UsageLink, "released", "zzitem0bodyax0", 1},
		"caption of an excerpt":    {dateline.UsageExcerpt, "released", "zzitem0caption0", 1},
		"forty words":              {dateline.UsageExcerpt, "released", strings.Join(excerpt[:ExcerptWords], " "), 0},
		"the same words twice":     {dateline.UsageExcerpt, "released", strings.Join(append(excerpt[:30:30], excerpt[:30]...), " "), 0},
		"forty-one words":          {dateline.UsageExcerpt, "released", strings.Join(excerpt, " "), 1},
		"an old version":           {dateline.UsageFull, "corrected", "zzitem0oldbody3", 1},
		"held":                     {dateline.UsageFull, "held", "zzitem0headline0", 1},
		"embargoed":                {dateline.UsageFull, "embargoed by the desk", "zzitem0headline0", 1},
		"the desk's own notice":    {dateline.UsageFull, "killed", "zzitem0desknotice0", 0},
		"a reason is for the desk": {dateline.UsageFull, "killed", "zzitem0reason0", 1},
		"desk only":                {dateline.UsageDesk, "released", "zzitem0headline0", 1},
		"no word of the world":     {dateline.UsageDesk, "held", "zzitem7headline0 iheadline headline0", 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := world(tt.usage, tt.fate).Broken(tt.output); len(got) != tt.faults {
				t.Errorf("faults %q, want %d", got, tt.faults)
			}
		})
	}
}

func TestBrokenPastFinds(t *testing.T) {
	tests := map[string]struct {
		usage         dateline.Usage
		fate, output  string
		today, inPast int
	}{
		"an earlier version of an own item":       {own, "released", "zzitem0oldbody3", 1, 0},
		"of an own item that was killed":          {own, "killed", "zzitem0oldbody3", 1, 1},
		"of an own item that is held":             {own, "released then held", "zzitem0oldheadline3", 1, 1},
		"of another's item, whatever its usage":   {dateline.UsageFull, "released", "zzitem0oldheadline0", 1, 1},
		"the current version of another's item":   {dateline.UsageFull, "released", "zzitem0headline0", 0, 0},
		"a reason, which is for the desk always":  {own, "corrected", "zzitem0reason0", 1, 1},
		"a current version that may not be shown": {dateline.UsageLink, "released", "zzitem0bodyax0", 1, 1},
	}
	for name, tt := range tests {
		w := world(tt.usage, tt.fate)
		w.cases[0].old, w.cases[0].early = &dateline.Item{}, true
		if a, b := len(w.Broken(tt.output)), len(w.BrokenPast(tt.output)); a != tt.today || b != tt.inPast {
			t.Errorf("%s: %d faults today, %d in the past; want %d, %d", name, a, b, tt.today, tt.inPast)
		}
		w.cases[0].early = false
		if len(w.BrokenPast("zzitem0oldbody3")) != 1 {
			t.Errorf("%s: a version that was never out may be shown", name)
		}
	}
	if w := New(7, 5, time.Time{}); w.Earlier("zzitem1oldbody3 zzitem1oldbody4 zzitem2body0") != 1 {
		t.Error("Earlier counts words, or what is not earlier")
	}
}

func TestLimitedItemsAreLinks(t *testing.T) {
	w := world(dateline.UsageFull, "released")
	w.cases[0].limited = true
	if len(w.Broken("zzitem0bodyax0")) != 1 || len(w.Broken("zzitem0headline0")) != 0 {
		t.Error("paywalled copy goes beyond a link")
	}
}

func TestWorldsHaveEveryKindOfItem(t *testing.T) {
	w := New(7, 400, time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC))
	seen := map[string]bool{}
	for _, k := range w.cases {
		seen[k.fate] = true
		seen["usage "+string(k.usage)] = true
	}
	if want := len(fates()) + len(usages()); len(seen) != want {
		t.Errorf("%d kinds of item, want %d", len(seen), want)
	}
	if w.Shown("zzitem1headline0 zzitem1headline1 zzitem2body0") != 2 {
		t.Error("Shown counts words, not items")
	}
	if len(w.IDs()) != 400 || len(w.Sources()) != len(usages()) {
		t.Errorf("%d items of %d sources", len(w.IDs()), len(w.Sources()))
	}
}
