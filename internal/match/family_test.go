package match

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

func day(n int) time.Time { return time.Date(2031, 3, n, 9, 0, 0, 0, time.UTC) }

func TestFamilies(t *testing.T) {
	items := []Item{
		{Body: sentences(ferry, 0, 1)},
		{Body: tunnel},
		{Body: ferry},
		{Body: mistype(ferry, 12)},
		{Headline: "Pier closed", Body: "Our reporter writes: " + ferry + " More on this tomorrow, when the council of the town meets in the old hall."},
		{Body: bridge},
		{Body: mistype(tunnel, 6)},
		{Body: sentences(tunnel, 0, 1)},
	}
	want := []Origin{
		{2, 2, Excerpt, 0}, {1, -1, None, 0}, {2, -1, None, 0}, {2, 2, Duplicate, 0},
		{2, 2, Update, 0}, {5, -1, None, 0}, {1, 1, Duplicate, 0}, {1, 1, Excerpt, 0},
	}
	got := Families(items)
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("item %d: %+v, want %+v", i, got[i], want[i])
		}
	}
}

// TestFamiliesByDate: stamps decide who is the earliest known, whatever the
// order of the list.
func TestFamiliesByDate(t *testing.T) {
	items := []Item{{Body: ferry, Date: day(3)}, {Body: mistype(ferry, 15), Date: day(1)}, {Body: ferry, Date: day(2)}}
	for i, o := range Families(items) {
		if from := map[int]int{0: 2, 1: -1, 2: 1}[i]; o.Family != 1 || o.From != from && !(i == 0 && o.From == 1) {
			t.Errorf("item %d: %+v", i, o)
		}
	}
}

// TestFamiliesCopyOfACopy: what has passages of the later version comes from it.
func TestFamiliesCopyOfACopy(t *testing.T) {
	longer := ferry + " " + sentences(tunnel, 0, 1, 2)
	items := []Item{{Body: ferry, Date: day(1)}, {Body: longer, Date: day(2)}, {Body: longer, Date: day(3)}, {Body: ferry, Date: day(4)}}
	got := Families(items)
	for i, from := range []int{-1, 0, 1, 0} {
		if got[i].From != from {
			t.Errorf("item %d comes from %d, want %d", i, got[i].From, from)
		}
	}
}

// TestRoundUpJoinsNoFamilies: a round-up carries passages of two families and
// makes them no one.
func TestRoundUpJoinsNoFamilies(t *testing.T) {
	filler := strings.Repeat("Elsewhere little happened, as the weather kept people at home and the shops were shut. ", 3)
	items := []Item{
		{Body: ferry}, {Body: mistype(ferry, 15)}, {Body: tunnel}, {Body: mistype(tunnel, 15)},
		{Body: "In brief. " + sentences(ferry, 0, 1) + filler + mistype(filler, 3) + sentences(tunnel, 0, 1) + mistype(bridge, 3)},
	}
	got := Families(items)
	if got[0].Family == got[2].Family {
		t.Error("a round-up made two families one")
	}
	if got[4].Family == 4 {
		t.Error("the round-up has no family")
	}
	if got[1].Family != got[0].Family || got[3].Family != got[2].Family {
		t.Error("a copy lost its family")
	}
}

func TestFamiliesOfNothing(t *testing.T) {
	if got := Families(nil); len(got) != 0 {
		t.Errorf("%v", got)
	}
	for i, o := range Families([]Item{{}, {}, {Headline: "Pier"}}) {
		if o.Family != i || o.From != -1 || o.Kind != None {
			t.Errorf("empty item %d: %+v", i, o)
		}
	}
}

// TestCareTellsWireCopy: text without hamzas and text with vowel signs were made
// from the plain one.
func TestCareTellsWireCopy(t *testing.T) {
	bare := strings.NewReplacer("أ", "ا", "إ", "ا", "ة", "ه").Replace(bridge)
	vowelled := strings.ReplaceAll(bridge, "ن", "نَ")
	for i, o := range Families([]Item{{Body: bare}, {Body: vowelled}, {Body: bridge}}) {
		if o.Family != 2 || i != 2 && o.From != 2 {
			t.Errorf("item %d: %+v", i, o)
		}
	}
}

// TestCreditsTellTheOrigin: what names another source is from it, if that one
// has the text.
func TestCreditsTellTheOrigin(t *testing.T) {
	tests := []struct {
		name  string
		items []Item
		from  []int
	}{
		{"in brackets", []Item{{Source: "MENAFN", Body: "(MENAFN - RT) " + ferry}, {Source: "RT", Body: ferry}}, []int{1, -1}},
		{"in words", []Item{{Source: "Daily", Body: ferry + " The Coast Herald was first to say so, as reported by Coast Herald."}, {Source: "Coast Herald", Body: ferry}}, []int{1, -1}},
		{"Arabic", []Item{{Source: "البلد", Body: bridge + " نقلا عن وكالة الساحل"}, {Source: "وكالة الساحل", Body: bridge}}, []int{1, -1}},
		{"with a letter before it", []Item{{Source: "البلد", Body: bridge + " وفقا لوكالة الساحل"}, {Source: "وكالة الساحل", Body: bridge}}, []int{1, -1}},
		{"rather than the earliest known", []Item{
			{Source: "A", Body: ferry, Date: day(1)}, {Source: "Coast", Body: ferry, Date: day(2)}, {Source: "B", Body: "Coast reports: " + ferry, Date: day(3)},
		}, []int{-1, 0, 1}},
	}
	for _, test := range tests {
		for i, o := range Families(test.items) {
			if o.From != test.from[i] {
				t.Errorf("%s: item %d comes from %d, want %d", test.name, i, o.From, test.from[i])
			}
		}
	}
}

// TestFamilyOfHundreds: a dispatch that hundreds carry is one family, whether they
// carry it as it is or add a line of their own.
func TestFamilyOfHundreds(t *testing.T) {
	for name, own := range map[string]string{"as it is": "", "with a line of its own": "Our correspondent %d, who was there on his %d. visit, adds a line. "} {
		items := []Item{{Body: ferry + tunnel, Date: day(1)}}
		for i := range 250 {
			body := ferry + tunnel
			if own != "" {
				body = fmt.Sprintf(own, 1000+i, 3000+7*i) + body
			}
			items = append(items, Item{Body: body, Date: day(1).Add(time.Duration(i+1) * time.Minute)})
		}
		got := Families(items)
		for i, o := range got {
			if o.Family != 0 {
				t.Fatalf("%s: item %d is of the family of %d", name, i, o.Family)
			}
		}
	}
}

// verse is so many words without sense.
func verse(seed uint64, words int) string {
	r := rand.New(rand.NewPCG(seed, 0))
	var b strings.Builder
	for range words {
		for range 2 + r.IntN(3) {
			b.WriteByte("bdfglmnprst"[r.IntN(11)])
			b.WriteByte("aeiou"[r.IntN(5)])
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// TestOwn: of a member of a crowd what is its own are keys, nothing where that is
// little, and all where it is most.
func TestOwn(t *testing.T) {
	one, two, three := verse(1, 400), verse(2, 250), verse(3, 400)
	whole, line := Read(one), Read(one+" "+sentences(tunnel, 0))
	longer, other := Read(one+" "+two), Read(two+" "+three)
	for _, c := range []struct {
		name      string
		text      *Text
		relatives []*Text
		own       func(n, all int) bool
	}{
		{"a part", whole, []*Text{longer}, func(n, _ int) bool { return n == 0 }},
		{"a line more", line, []*Text{whole}, func(n, all int) bool { return n == 0 && all > len(whole.Keys()) }},
		{"a third more", longer, []*Text{whole}, func(n, all int) bool { return n > fewKeys && n < all/2 }},
		{"what two have between them", longer, []*Text{whole, other}, func(n, _ int) bool { return n == 0 }},
		{"most is its own", other, []*Text{whole}, func(n, all int) bool { return n == all && n > fewKeys }},
		{"all is its own", other, nil, func(n, all int) bool { return n == all }},
	} {
		keys := c.text.Keys()
		got := Own(keys, c.relatives)
		if !c.own(len(got), len(keys)) || !slices.Equal(keys, c.text.Keys()) {
			t.Errorf("%s: %d keys of %d", c.name, len(got), len(keys))
		}
		for _, k := range got {
			if len(got) < len(keys) && slices.Contains(c.relatives[0].Keys(), k) {
				t.Errorf("%s: key %x is not its own", c.name, k)
			}
		}
	}
}

// TestCreditedBefore: what credits another member was not before it, if its stamp says
// so by no more than zones can be wrong.
func TestCreditedBefore(t *testing.T) {
	const arabic = "أغلقت إدارة الميناء الرصيف القديم صباح الثلاثاء بعد تسرب المياه إلى مخازنه الثلاثة، وقالت المديرة سلمى حداد إن الإصلاح يكلف أربعة ملايين دينار ويستمر حتى الربيع المقبل."
	first := time.Date(2031, 3, 4, 12, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		name, credited string
		before         time.Duration
		want           int
	}{
		{"an agency at the head", "نقلا عن رويترز\n\n" + arabic, 3 * time.Hour, 1},
		{"an agency at the end", arabic + "\n\nالمصدر: رويترز", 12 * time.Hour, 1},
		{"in English", "(Reuters) - " + pier + " Boats to the islands leave from the coal quay until the spring, said the director, Maren Holt.", 3 * time.Hour, 1},
		{"too early for any zone", "نقلا عن رويترز\n\n" + arabic, 15 * time.Hour, 0},
		{"no credit", arabic, 3 * time.Hour, 0},
	} {
		source, own := "رويترز", arabic
		if tt.name == "in English" {
			source, own = "Reuters", pier+" Boats to the islands leave from the coal quay until the spring, said the director, Maren Holt."
		}
		items := []Item{
			{Body: tt.credited, Source: "صحيفة المرسى", Date: first.Add(-tt.before)},
			{Body: own, Source: source, Date: first},
			{Body: own, Source: "صدى", Date: first.Add(time.Hour)},
		}
		if got := Families(items); got[tt.want].From != -1 || got[1-tt.want].From != tt.want {
			t.Errorf("%s: %+v, want %d as the earliest known", tt.name, got, tt.want)
		}
	}
}
