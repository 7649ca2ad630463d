// Package rightstest is a world of items in which every word tells whose it is
// and where it stands, so that any output can be checked for words that must
// not go out. It knows the rules of design.md by itself and asks wire nothing:
// what it is to catch is a mistake there, or an output that goes round it.
package rightstest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline"
)

// ExcerptWords is how many words of an excerpt item's text may go out.
const ExcerptWords = 40

// A World is a number of items, in every state in which an item can be.
type World struct {
	now   time.Time
	cases []*kase
	names []dateline.Spoken // who speaks, once they do
}

// A kase is one item with what was done to it. Its words are zzitemNfieldM: item N,
// word M of a field.
type kase struct {
	n       int
	usage   dateline.Usage
	fate    string
	item    dateline.Item
	old     *dateline.Item // an earlier version; of an own item it is public in the past, if it was then
	early   bool           // the first decision was made on the earlier version
	limited bool           // paywalled, or reserved from mining: never beyond a link
}

// fates are what can become of an item. Only the first two are on the wire.
func fates() []string {
	return []string{
		"released", "corrected", "pending", "held", "spiked", "released then held", "killed", "withdrawn",
		"killed then released", "embargoed by its copy", "embargoed by the desk", "erased",
	}
}

// usages are all that a source can be given: none at all, and a full one without the
// reason that it needs, among them.
func usages() []dateline.Usage {
	return []dateline.Usage{
		dateline.UsageFull, dateline.UsageExcerpt, dateline.UsageLink, dateline.UsageDesk, "",
		"full without a reason", own,
	}
}

// own stands for the usage of the publication's own items.
const own dateline.Usage = "own"

// New makes a world of n items. The same seed makes the same one.
func New(seed uint64, n int, now time.Time) *World {
	w := &World{now: now}
	r := rand.New(rand.NewPCG(seed, 1))
	for i := range n {
		w.cases = append(w.cases, w.make(r, i))
	}
	return w
}

// make draws an item: its usage, its fate, and whether it was another before.
func (w *World) make(r *rand.Rand, n int) *kase {
	k := &kase{n: n, usage: usages()[r.IntN(len(usages()))], fate: fates()[r.IntN(len(fates()))], limited: r.IntN(5) == 0, early: r.IntN(2) == 0}
	if r.IntN(4) == 0 { // enough own items that changed while they were out
		k.usage, k.limited = own, false
		k.fate = fates()[r.IntN(2+r.IntN(len(fates())-1))]
	}
	// Nobody reserves rights against themselves.
	k.limited = k.limited && k.usage != own
	k.item = w.item(k, r)
	if k.limited {
		k.item.Rights = dateline.Rights{Paywalled: n%2 == 0, NoMining: n%2 == 1}
	}
	if k.fate == "embargoed by its copy" {
		k.item.Embargo = w.now.Add(24 * time.Hour)
	}
	if k.usage == own || r.IntN(3) == 0 {
		// Every word of the earlier version tells that it is of it, so that one that slips out
		// is known for what it is.
		old := k.item
		old.Headline, old.Standfirst = k.words("oldheadline", 5), k.words("oldstandfirst", 20)
		old.Body = []dateline.Block{{Kind: dateline.Paragraph, Text: k.words("oldbody", 60)}}
		old.Picture, old.Notices = nil, nil
		k.old = &old
		if k.early { // the next version comes between the first decision and the second
			k.item.Received = w.now.Add(-9*time.Minute - 30*time.Second)
		}
	}
	// Every other item is the translation of the one before.
	if n%2 == 1 {
		before := w.cases[n-1].item
		k.item.Language = map[string]string{"en": "ar", "ar": "en"}[before.Language]
		k.item.Translations = []dateline.Translation{{Language: before.Language, URL: before.URL}}
	}
	return k
}

// words are words that tell whose they are, in letters and digits alone, so that
// they come through any escaping, folding and slug.
func (k *kase) words(field string, n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("zzitem%d%s%d", k.n, field, i)
	}
	return strings.Join(out, " ")
}

// item draws the item itself: each field has words of its own, so that a fault names the
// field that went out.
func (w *World) item(k *kase, r *rand.Rand) dateline.Item {
	guid := strconv.Itoa(k.n)
	// Over two days, so that lists by day have more than one, and news sitemaps leave some
	// out.
	at := w.now.Add(-time.Duration(1+r.IntN(40)) * time.Hour)
	item := dateline.Item{
		GUID: guid, Source: k.source(), ID: dateline.NewItemID(k.source(), guid),
		URL:      "https://source.example/" + k.words("url", 1),
		Language: []string{"en", "ar"}[r.IntN(2)], Direction: dateline.LeftToRight,
		Headline: k.words("headline", 4), Slugline: k.words("slugline", 1),
		Byline: []string{k.words("byline", 2)}, Dateline: dateline.Dateline{Place: k.words("place", 1)},
		CreditLine: k.words("credit", 2), Section: k.words("section", 1), Keywords: []string{k.words("keyword", 1)},
		Genre: dateline.Report, PubStatus: dateline.Usable, Received: at, FirstSeen: at,
		Published: dateline.Stamp{Time: at, Zone: "Z", Precision: dateline.ToSecond},
		Picture:   &dateline.Picture{URL: "https://source.example/" + k.words("picture", 1), Caption: k.words("caption", 9), Credit: k.words("lens", 1)},
		Rights:    dateline.Rights{UsageTerms: k.words("terms", 3), Holder: k.words("holder", 1)},
	}
	if r.IntN(2) == 0 {
		// Up to more words than an excerpt may have: the standfirst counts among the forty.
		item.Standfirst = k.words("standfirst", 1+r.IntN(70))
	}
	// Entries of many feeds have no headline. What stands for one is taken from the text,
	// and counts among its words. Drawn by number, so that all else stays as it was drawn.
	if k.n%7 == 3 {
		item.Headline = ""
	}
	for b := range 1 + r.IntN(3) {
		item.Body = append(item.Body, block(r, func(part string, n int) string {
			return k.words(fmt.Sprintf("body%c%s", 'a'+b, part), n)
		}))
	}
	if r.IntN(3) == 0 {
		// Longer at times than the forty words, for a source's notice is text of the source,
		// too.
		item.Notices = []dateline.Notice{{Kind: dateline.Correct, Text: k.words("copynotice", 1+r.IntN(60))}}
	}
	return item
}

// block is a part of the text, of any kind.
func block(r *rand.Rand, words func(string, int) string) dateline.Block {
	// Every kind of block: an output that renders one by itself can forget a right by itself.
	switch n := 1 + r.IntN(50); r.IntN(5) {
	case 0:
		return dateline.Block{Kind: dateline.List, Items: []string{words("x", n), words("y", n)}}
	case 1:
		return dateline.Block{Kind: dateline.Table, Rows: [][]string{{words("x", n), words("y", n)}}}
	case 2:
		return dateline.Block{Kind: dateline.Quotation, Text: words("x", n)}
	case 3:
		return dateline.Block{Kind: dateline.Subhead, Text: words("x", n)}
	default:
		return dateline.Block{Kind: dateline.Paragraph, Text: words("x", n)}
	}
}

// source is one source for each usage, since the usage is the source's.
func (k *kase) source() dateline.SourceID {
	if k.usage == own {
		return dateline.OwnSource
	}
	return dateline.SourceID("source-" + strings.ReplaceAll(string("u"+k.usage), " ", "-"))
}

// Sources are the sources of the world, for asking for their pages.
func (w *World) Sources() []dateline.SourceID {
	var out []dateline.SourceID
	for _, k := range w.cases {
		if !slices.Contains(out, k.source()) {
			out = append(out, k.source())
		}
	}
	return out
}

// IDs are the items of the world, for asking for their pages.
func (w *World) IDs() []dateline.ItemID {
	out := make([]dateline.ItemID, len(w.cases))
	for i, k := range w.cases {
		out[i] = k.item.ID
	}
	return out
}

// Out reports whether the public may know of an item at all.
func (w *World) Out(id dateline.ItemID) bool {
	for _, k := range w.cases {
		if k.item.ID == id {
			return (k.fate == "released" || k.fate == "corrected") && k.usage != dateline.UsageDesk
		}
	}
	return false
}

// Relate makes families, matches, translations and stories of the items at
// random, whatever became of them: what has been killed still has copies. The
// families, and the stories, part the items between them, and each family is
// told by one story.
func (w *World) Relate(ctx context.Context, store dateline.Store) (families []dateline.Family, stories map[dateline.StoryID][]dateline.ItemID, err error) {
	r := rand.New(rand.NewPCG(uint64(len(w.cases)), 2))
	stories = map[dateline.StoryID][]dateline.ItemID{}
	err = store.Update(ctx, func(tx dateline.Tx) error {
		rest := w.IDs()
		for len(rest) > 0 {
			story := dateline.NewStoryID(rest[0])
			for range 1 + r.IntN(3) {
				n := min(len(rest), 1+r.IntN(5))
				if err := w.relate(ctx, tx, rest[:n], r); err != nil {
					return err
				}
				if n > 1 {
					families = append(families, dateline.Family{ID: rest[0], Members: rest[:n]})
				}
				stories[story] = append(stories[story], rest[:n]...)
				rest = rest[n:]
			}
			if err := w.tell(ctx, tx, story, stories[story]); err != nil {
				return err
			}
		}
		return tx.PutFamilies(ctx, families...)
	})
	return families, stories, err
}

// relate makes each item after the first from one before it, and the last one a
// translation of the first item of the world as well.
func (w *World) relate(ctx context.Context, tx dateline.Tx, ids []dateline.ItemID, r *rand.Rand) error {
	kinds := []dateline.MatchKind{dateline.MatchDuplicate, dateline.MatchUpdate, dateline.MatchExcerpt, dateline.MatchRewrite}
	for i, id := range ids {
		var rows []dateline.Match
		if i > 0 {
			rows = append(rows, dateline.Match{
				Item: id, Of: ids[r.IntN(i)], Kind: kinds[r.IntN(len(kinds))], By: dateline.ByWords, Share: 0.9, OfShare: 0.8,
			})
		}
		// Across families and usages, where a link to what is not out would tell that it is
		// there.
		if other := w.cases[r.IntN(len(w.cases))].item.ID; i == len(ids)-1 && other != id {
			rows = append(rows, dateline.Match{Item: id, Of: other, Kind: dateline.MatchTranslation, By: dateline.ByGuess})
		}
		if err := tx.PutMatches(ctx, []dateline.ItemID{id}, rows); err != nil {
			return err
		}
		if err := tx.Append(ctx, dateline.Entry{Time: w.now, Kind: dateline.EntryMatched, Item: id}); err != nil {
			return err
		}
	}
	return nil
}

// tell puts items into a story, whatever became of them: a story must not tell of what is
// not out.
func (w *World) tell(ctx context.Context, tx dateline.Tx, story dateline.StoryID, ids []dateline.ItemID) error {
	items, err := tx.Heads(ctx, ids)
	if err != nil {
		return err
	}
	var told []dateline.Told
	for i := range items {
		told = append(told, dateline.Told{
			Item: items[i].ID, Story: story, When: items[i].When(), Language: items[i].Language, Source: items[i].Source, By: dateline.ByWords,
		})
	}
	if err := tx.Append(ctx, dateline.Entry{Time: w.now, Kind: dateline.EntryStory, Item: ids[0]}); err != nil {
		return err
	}
	return tx.Tell(ctx, told)
}

// Fill puts the world into an empty store, all earlier versions first, so that
// there is a point of the log at which they all stood. The stages have to run
// after it; Finish does what comes after them.
func (w *World) Fill(ctx context.Context, store dateline.Store, words func(*dateline.Item) dateline.SearchWords) error {
	return store.Update(ctx, func(tx dateline.Tx) error {
		fill := func(v *dateline.Item, decisions []dateline.Decision) error {
			if _, err := tx.Keep(ctx, []dateline.Kept{{Item: *v, Words: words(v)}}); err != nil {
				return err
			}
			_, err := tx.Decide(ctx, decisions...)
			return err
		}
		for _, k := range w.cases {
			if err := tx.PutSource(ctx, k.sourceRow(), w.now); err != nil {
				return err
			}
			if k.old == nil {
				continue
			}
			early, _ := k.decided(w.now)
			if err := fill(k.old, early); err != nil {
				return err
			}
		}
		for _, k := range w.cases {
			_, late := k.decided(w.now)
			if err := fill(&k.item, late); err != nil {
				return err
			}
		}
		return nil
	})
}

// decided parts the decisions into those on the earlier version and the others.
func (k *kase) decided(now time.Time) (early, late []dateline.Decision) {
	all := k.decisions(now)
	n := 0
	if k.old != nil && k.early {
		n = min(1, len(all))
	}
	return all[:n], all[n:]
}

// Finish erases what is to be erased; by then it must have been on the wire.
func (w *World) Finish(ctx context.Context, store dateline.Store) error {
	return store.Update(ctx, func(tx dateline.Tx) error {
		for _, k := range w.cases {
			if k.fate == "erased" {
				if err := tx.Erase(ctx, k.item.ID, w.now); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// sourceRow is the source with its usage. Full without a reason is written as it is: what
// comes of it is for wire to say.
func (k *kase) sourceRow() dateline.Source {
	s := dateline.Source{
		ID: k.source(), Name: "Name of " + string(k.source()), Kind: dateline.Outlet, Language: "en",
		Usage: k.usage, UsageReason: "agreed by letter", Rule: dateline.RuleHold,
	}
	switch k.usage {
	case "full without a reason":
		s.Usage, s.UsageReason = dateline.UsageFull, ""
	case own:
		s.Usage, s.Kind = dateline.UsageFull, dateline.Own
	}
	return s
}

// decisions are those on the item, in order. The rule of the sources is to hold,
// so that a desk stage adds nothing to the wire.
func (k *kase) decisions(now time.Time) []dateline.Decision {
	kinds := map[string][]dateline.DecisionKind{
		"released": {dateline.Release}, "corrected": {dateline.Release, dateline.Correct},
		"pending": nil, "held": {dateline.Hold}, "spiked": {dateline.Spike},
		"released then held":    {dateline.Release, dateline.Hold},
		"killed":                {dateline.Release, dateline.Kill},
		"withdrawn":             {dateline.Release, dateline.Withdraw},
		"killed then released":  {dateline.Release, dateline.Kill, dateline.Release},
		"embargoed by its copy": {dateline.Release},
		"embargoed by the desk": {dateline.Release, dateline.Embargo},
		"erased":                {dateline.Release},
	}
	var out []dateline.Decision
	for i, kind := range kinds[k.fate] {
		d := dateline.Decision{
			Item: k.item.ID, Kind: kind, By: "mona", Time: now.Add(time.Duration(i-10) * time.Minute),
			Reason: k.words("reason", 3),
		}
		switch kind {
		case dateline.Correct, dateline.Kill, dateline.Withdraw:
			d.Notice = k.words("desknotice", 5)
		case dateline.Embargo:
			d.Until = now.Add(24 * time.Hour)
		}
		out = append(out, d)
	}
	return out
}

// word finds the words of the world in any text.
var word = regexp.MustCompile(`zzitem(\d+)([a-z]+)(\d+)`)

// Broken names what one output says and must not, in plain words.
func (w *World) Broken(output string) []string { return w.broken(output, (*kase).may) }

// BrokenPast is Broken for an output as of a past point of the log.
func (w *World) BrokenPast(output string) []string { return w.broken(output, (*kase).mayInPast) }

// Earlier counts the items of which an output shows an earlier version.
func (w *World) Earlier(output string) int {
	seen := map[string]bool{}
	for _, m := range word.FindAllStringSubmatch(output, -1) {
		seen[m[1]] = seen[m[1]] || strings.HasPrefix(m[2], "old")
	}
	n := 0
	for _, earlier := range seen {
		if earlier {
			n++
		}
	}
	return n
}

// broken reads an output for the world's words alone, so that it needs to know nothing of
// pages, feeds or JSON.
func (w *World) broken(output string, may func(*kase, string) leave) (faults []string) {
	excerpts := map[int]map[string]bool{}
	for _, m := range word.FindAllStringSubmatch(output, -1) {
		n, err := strconv.Atoi(m[1])
		if err != nil || n >= len(w.cases) {
			continue
		}
		k := w.cases[n]
		switch may(k, m[2]) {
		case never:
			faults = append(faults, fmt.Sprintf("%q of an item that is %s, usage %q", m[0], k.fate, k.usage))
		case asExcerpt:
			if excerpts[n] == nil {
				excerpts[n] = map[string]bool{}
			}
			// Each word once: that an excerpt stands in two places of a page shows no more of
			// the text.
			excerpts[n][m[0]] = true
		}
	}
	for n, words := range excerpts {
		// Counted over the whole output, so that two parts which keep the limit each, and
		// break it together, are found.
		if len(words) > ExcerptWords {
			faults = append(faults, fmt.Sprintf("%d words of the text of item %d, an excerpt", len(words), n))
		}
	}
	slices.Sort(faults)
	return slices.Compact(faults)
}

// Shown counts the items of which an output says anything, so that a test can
// tell an output that keeps the rules from one that is empty.
func (w *World) Shown(output string) int {
	seen := map[string]bool{}
	for _, m := range word.FindAllStringSubmatch(output, -1) {
		seen[m[1]] = true
	}
	return len(seen)
}

// A leave says whether a field may go out.
type leave int

const (
	never leave = iota
	asExcerpt
	always
)

// mayInPast is may for the past: the earlier version of an own item that is out
// today may be shown as it stood, if it was out then.
func (k *kase) mayInPast(field string) leave {
	if rest, earlier := strings.CutPrefix(field, "old"); earlier && k.usage == own && k.old != nil && k.early {
		return k.may(rest)
	}
	return k.may(field)
}

// may says whether words of a field may go out.
func (k *kase) may(field string) leave {
	switch k.fate {
	case "killed", "withdrawn", "killed then released":
		if field == "desknotice" && k.usage != dateline.UsageDesk {
			return always // the desk's own words, which say nothing of the item
		}
		return never
	case "released", "corrected":
	default:
		return never
	}
	if k.usage == dateline.UsageDesk {
		return never
	}
	switch field {
	case "headline", "credit", "byline", "place", "url", "desknotice":
		return always // the address of an own item is never shown, which no rule demands
	}
	// What is the desk's, or was said to it, whatever the usage.
	private := []string{"slugline", "keyword", "reason", "oldheadline", "oldstandfirst", "oldbody", "terms", "holder"}
	switch {
	case slices.Contains(private, field):
		return never
	case k.usage == own, k.usage == dateline.UsageFull && !k.limited:
		return always
	// Section, picture and caption fall under this and the next case: they are of the text.
	case k.usage == dateline.UsageLink || k.limited:
		return never
	case field == "standfirst" || field == "copynotice" || strings.HasPrefix(field, "body"):
		return asExcerpt
	default:
		return never
	}
}
