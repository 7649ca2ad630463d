package stage

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/match"
	"dateline/internal/match/across"
)

// program is the version of the stage; it stands in every row, and grows when the
// rows would come out otherwise. Those of older versions stay: the addresses of
// stories must last, and derived anew some would be others. Whoever wants that sets
// the cursor back to 0.
const program = 7

// Stage is the newsroom's stage that finds what each item has its text from and
// which story it tells.
type Stage struct {
	memory  *memory
	strands *strands
	scripts *scripts
	texts   *texts

	comparer  match.Comparer
	maxFamily int // tests have a small one

	Matched  atomic.Int64 // items that were found to be made from another one
	Families atomic.Int64 // families begun
	Stories  atomic.Int64 // stories begun
	Merged   atomic.Int64 // stories merged into others
}

// New returns the stage; what it has to remember it loads at its first step.
func New() *Stage { return newStage(spanEntries, strandEntries, scriptItems) }

// newStage takes sizes because tests have spans of a few entries.
func newStage(texts, strands int64, scripts int) *Stage {
	m := newMemory(texts)
	return &Stage{memory: m, strands: newStrands(strands), scripts: newScripts(m, scripts), texts: newTexts(), maxFamily: maxFamily}
}

// Name is the name of the stage's cursor.
func (*Stage) Name() string { return "match" }

// Step derives from the items that entries tell of.
func (m *Stage) Step(ctx context.Context, tx dateline.Tx, entries []dateline.Entry) (err error) {
	defer dateline.Wrap(&err, "match")
	if slices.ContainsFunc(entries, erases) {
		m.texts = newTexts() // nothing of what was erased is held
	}
	clear := func(ctx context.Context) error {
		return errors.Join(tx.ClearMatches(ctx), tx.ClearStories(ctx))
	}
	return follow(ctx, tx, follower{m.Name(), clear, m.remembered(), func(part []dateline.Entry) error {
		return m.derive(ctx, tx, part)
	}}, entries)
}

// Load makes the memory ready before the first step, in a transaction that only
// reads, so that others can write meanwhile.
func (m *Stage) Load(ctx context.Context, store dateline.Store) error {
	return load(ctx, store, m.Name(), m.remembered())
}

// remembered has scripts last: they are made from the arrivals in memory.
func (m *Stage) remembered() remembering { return both{m.memory, both{m.strands, m.scripts}} }

// A batch derives from some entries, after which the memory is right again.
type batch struct {
	ctx     context.Context
	tx      dateline.Tx
	m       *Stage
	sources map[dateline.SourceID]dateline.Source
	keyed   []dateline.Keyed
	told    map[dateline.ItemID]dateline.Told // to be written
	log     []dateline.Entry
	naming  map[string][]dateline.ItemVersion // what names the addresses of the items
	moved   bool                              // the item that was taken last left its story
}

// derive needs a memory that is right for the first entry and reaches the last (follow).
func (m *Stage) derive(ctx context.Context, tx dateline.Tx, entries []dateline.Entry) error {
	b := &batch{ctx: ctx, tx: tx, m: m, sources: map[dateline.SourceID]dateline.Source{}, told: map[dateline.ItemID]dateline.Told{}}
	items, err := readVersions(ctx, tx, versionsIn(entries))
	if err != nil {
		return err
	}
	var urls []string
	for _, it := range items {
		urls = append(urls, it.URL)
	}
	if b.naming, err = tx.Naming(ctx, urls); err != nil {
		return err
	}
	for _, e := range entries {
		item, ok := items[version{e.Item, e.Version}]
		if !ok || !brings(e.Kind) {
			continue // erased meanwhile, or no version of an item
		}
		if err := b.take(&item, e); err != nil {
			return err
		}
	}
	return b.write()
}

// brings reports whether an entry brings a version of an item.
func brings(kind dateline.EntryKind) bool {
	return kind == dateline.EntryKept || kind == dateline.EntryVersion
}

func versionsIn(entries []dateline.Entry) (list []version) {
	for _, e := range entries {
		if brings(e.Kind) {
			list = append(list, version{e.Item, e.Version})
		}
	}
	return list
}

// take derives the matches of one version of an item.
func (b *batch) take(item *dateline.Item, e dateline.Entry) error {
	when := claim(item)
	// An edit may bring a later stamp; the words were known when they first came.
	if before, ok := b.m.memory.last(item.ID); ok && before.when.Before(when) {
		when = before.when // what an earlier version claimed stands
	}
	text := text(item)
	_, words := lang.Words(text)
	p, err := b.read(item, when, match.ReadWords(text, words))
	if err != nil {
		return err
	}
	keys := p.text.Keys()
	ties, apart, err := b.ties(p, keys)
	if err != nil {
		return err
	}
	linked, err := b.linked(p)
	if err != nil {
		return err
	}
	sig := across.ReadWords(text, words)
	// A copy is a translation of what its origin is one of, and a link is no guess.
	if len(ties)+len(linked) == 0 {
		if m, ok := b.m.scripts.guess(item, sig); ok {
			linked = append(linked, m)
		}
	}
	r := &relation{batch: b, p: p}
	if len(ties)+len(linked) > 0 || item.Version > 1 {
		if err := r.relate(ties, linked, e); err != nil {
			return err
		}
	}
	if err := b.tell(item, r, apart, e); err != nil {
		return err
	}
	if err := r.meet(linked, e); err != nil {
		return err
	}
	keys = r.indexed(keys)
	a := arrival{item.ID, item.Version, when}
	b.m.memory.add(a, keys)
	b.m.scripts.add(item, a, sig)
	b.keyed = append(b.keyed, dateline.Keyed{Seq: e.Seq, Item: item.ID, Version: item.Version, Keys: pack(when, keys)})
	if b.moved {
		return b.restrand(e)
	}
	return nil
}

// restrand has an item's old words leave the strand that they were put into. That is
// rare: what is remembered of stories is built anew.
func (b *batch) restrand(e dateline.Entry) error {
	b.moved = false
	if err := b.write(); err != nil {
		return err
	}
	_, err := b.m.strands.ready(b.ctx, b.tx, e.Seq, e.Seq+1)
	b.m.strands.done = -1 // as it is while a part is derived
	return err
}

// write stores what has been gathered.
func (b *batch) write() error {
	// Emptied first, for restrand writes in the middle of a batch.
	keyed, log := b.keyed, b.log
	b.keyed, b.log = nil, nil
	if err := b.flush(); err != nil {
		return err
	}
	if err := b.tx.PutKeys(b.ctx, keyed); err != nil || len(log) == 0 {
		return err
	}
	return b.tx.Append(b.ctx, log...)
}

// A tie is what an item and another one have in common.
type tie struct {
	other     *piece
	agreement match.Agreement // of the earlier one with the later one
	later     bool            // the item is the later of the two
}

const (
	// maxCompared is how many candidates an item is compared with: those whose shared
	// keys say most. A copy shares most with its family, and eight of them tell what
	// all would; the earliest known one of each family comes on top.
	maxCompared = 8
	// maxMisses is how many candidates in a row may have nothing to do with an item
	// before the rest, which share less, are passed over.
	maxMisses = 2
	// likely is how much a candidate must share of what the best one does: what is
	// half of a family's text comes after all copies of it, and before what shares
	// phrases with it.
	likely = 0.4
	// maxMembers is with how many of a family an item is compared that is known
	// earlier than all of it. That is rare, so that many cost little.
	maxMembers = 40
)

// ties compares an item with candidates, those first that share most, and gives
// those of one origin with it, and items that look like it and tell another event.
func (b *batch) ties(p *piece, keys []uint64) (list []tie, apart []dateline.ItemID, err error) {
	seen := map[dateline.ItemID]bool{p.item.ID: true}
	candidates := b.m.memory.candidates(keys)
	misses := 0
	for _, c := range candidates {
		if len(seen) > maxCompared || misses == maxMisses || c.Share < likely*candidates[0].Share {
			break
		}
		if seen[c.item] {
			continue
		}
		seen[c.item] = true
		t, ok, err := b.tie(p, c.arrival)
		if err != nil {
			return nil, nil, err
		}
		misses++
		switch {
		case ok:
			list, misses = append(list, t), 0
		case t.agreement.LookAlike():
			apart = append(apart, c.item)
		}
	}
	list, err = b.withFamilies(p, list, seen)
	return list, apart, err
}

// withFamilies adds to ties those with the families of the items that they are with.
func (b *batch) withFamilies(p *piece, list []tie, seen map[dateline.ItemID]bool) ([]tie, error) {
	if len(list) == 0 {
		return nil, nil
	}
	families, err := b.tx.FamiliesOf(b.ctx, others(list))
	if err != nil {
		return nil, err
	}
	for _, id := range others(list) {
		if list, err = b.among(p, families[id].Members, list, seen); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// among compares an item with the earliest known member of a family, and where it
// is known earlier than that, as an origin that came in after its copies, with the
// others, too: each was made from it.
func (b *batch) among(p *piece, members []dateline.ItemID, list []tie, seen map[dateline.ItemID]bool) ([]tie, error) {
	ahead := func(t tie) bool { return !t.later && t.other.item.ID == members[0] }
	for n, id := range members {
		if n == maxMembers || n > 0 && !slices.ContainsFunc(list, ahead) {
			break
		}
		a, ok := b.m.memory.last(id)
		if !ok || seen[id] {
			continue
		}
		seen[id] = true
		t, ok, err := b.tie(p, a)
		if err != nil {
			return nil, err
		}
		if ok {
			list = append(list, t)
		}
	}
	return list, nil
}

// others keeps the order of the ties, those first that share most.
func others(ties []tie) []dateline.ItemID {
	ids := make([]dateline.ItemID, len(ties))
	for i := range ties {
		ids[i] = ties[i].other.item.ID
	}
	return ids
}

// tie compares an item with another one and reports whether they are of one
// origin; not when that one was erased meanwhile.
func (b *batch) tie(p *piece, other arrival) (t tie, ok bool, err error) {
	o, err := b.piece(other)
	if err != nil || o == nil {
		return t, false, err
	}
	// Always the earlier one first: what share stands in the other is not the same both
	// ways, and kinds are told from the later one's side.
	t = tie{other: o, later: o.before(p, b.m.memory.first(o.item.ID), b.order(p))}
	if t.later {
		t.agreement = b.m.comparer.Compare(o.text, p.text)
	} else {
		t.agreement = b.m.comparer.Compare(p.text, o.text)
	}
	t.agreement.Dated(p.when, o.when)
	return t, t.agreement.Same(), nil
}

// order is where an item stands in the order of arrival, also before it is added.
func (b *batch) order(p *piece) int32 {
	if _, known := b.m.memory.last(p.item.ID); known {
		return b.m.memory.first(p.item.ID)
	}
	return int32(len(b.m.memory.arrivals))
}

// row is the match that a tie makes.
func (t *tie) row(p *piece) dateline.Match {
	later, earlier := p, t.other
	if !t.later {
		later, earlier = t.other, p
	}
	g := &t.agreement
	m := dateline.Match{
		Item: later.item.ID, Version: later.item.Version, Of: earlier.item.ID, OfVersion: earlier.item.Version,
		Kind: dateline.MatchKind(g.Kind()), Share: g.B, OfShare: g.A, Exact: g.Exact, Longest: g.Longest,
		By: dateline.ByWords, Confidence: min(1, max(g.A, g.B)*g.Exact), Program: program,
	}
	// Words show that two are one, a credit who had them: both together are nearly sure.
	if later.credits(earlier) {
		m.By, m.Confidence = dateline.ByCredit, (1+m.Confidence)/2
	}
	return m
}

// linked are the translations of an item among those that came in before it: what
// its page names, and what names it. Often one of two pages names the other only,
// and either may come in first.
func (b *batch) linked(p *piece) ([]dateline.Match, error) {
	var out []dateline.Match
	link := func(id dateline.ItemID, a arrival) {
		if id == p.item.ID || slices.ContainsFunc(out, func(m dateline.Match) bool { return m.Of == id }) {
			return
		}
		out = append(out, dateline.Match{
			Item: p.item.ID, Version: p.item.Version, Of: id, OfVersion: a.version, Kind: dateline.MatchTranslation,
			By: dateline.ByLink, Confidence: 1, Program: program,
		})
	}
	for _, t := range p.item.Translations {
		ids, err := b.tx.ByURL(b.ctx, t.URL)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			if other, ok := b.m.memory.last(id); ok && t.Language != p.item.Language {
				link(id, other)
			}
		}
	}
	for _, v := range b.naming[p.item.URL] {
		// Of versions that the log has not come to yet nothing is known here.
		other, ok := b.m.memory.last(v.Item)
		if !ok || other.version != v.Version {
			continue
		}
		o, err := b.piece(other)
		if err != nil {
			return nil, err
		}
		if o != nil && lang.Base(o.item.Language) != lang.Base(p.item.Language) {
			link(v.Item, other)
		}
	}
	return out, nil
}

// note appends to the log what changed about an item.
func (b *batch) note(e dateline.Entry, kind dateline.EntryKind, id dateline.ItemID, note string) {
	entry := dateline.Entry{Time: e.Time, Kind: kind, Item: id, Note: note}
	if a, ok := b.m.memory.last(id); ok {
		entry.Version = a.version
	}
	if id == e.Item {
		entry.Version, entry.Source = e.Version, e.Source
	}
	b.log = append(b.log, entry)
}
