package dateline

import (
	"context"
	"time"
)

// A Store keeps everything but raw copy. It is put together from small groups;
// a function asks for the groups it needs (interface{ Items; Log }), not for Tx.
//
// Times that order or filter are kept to the microsecond.
//
// All stores pass the suite in internal/store/storetest.
type Store interface {
	// View runs f on one consistent snapshot. f must not write; a write fails.
	View(ctx context.Context, f func(Tx) error) error
	// Update runs f in one transaction: when f returns nil, all that it wrote is
	// durable and visible at once; otherwise nothing of it ever was. Updates run
	// one after the other. f may be run again after a conflict and must have no
	// effect but through its Tx.
	Update(ctx context.Context, f func(Tx) error) error
	// Close waits for running transactions.
	Close() error
}

// A Purger is a Store whose files may keep bytes of what was erased for a while,
// where nothing finds them.
type Purger interface {
	// Purge overwrites them. It works in many small updates, so that others can
	// write meanwhile, and may take minutes.
	Purge(ctx context.Context) error
}

// Tx is one transaction. It is good only inside the function it is given to; after
// that every call fails.
type Tx interface {
	Items
	Links
	Index
	Past
	Log
	Leader
	Decisions
	Filings
	Sources
	Matches
	Stories
	Looks
	Edits
	Statements
	Persons
	PersonOrders
}

// Items keeps items in numbered versions.
type Items interface {
	// Keep stores many items with their search words and log entries. An item
	// whose id is new becomes version 1 (EntryKept); one that differs from the
	// current version (Item.Same) becomes the next version (EntryVersion) and
	// keeps FirstSeen; one that does not only has its Digest renewed, for as long as
	// no version follows. Version
	// and FirstSeen of what is given are ignored but for FirstSeen of a first
	// version, which is Received when zero. One call may hold an id twice. An
	// erased item is refused (EntryErased). Entries have the time Received, and
	// the version's PubStatus as their Note. The results are in order.
	Keep(ctx context.Context, items []Kept) ([]Outcome, error)
	// Item returns the current version, ErrNotFound when there is none, ErrGone
	// when it was erased.
	Item(ctx context.Context, id ItemID) (Item, error)
	// Items returns the current versions of those ids that exist, in the order
	// of ids.
	Items(ctx context.Context, ids []ItemID) ([]Item, error)
	// Heads is Items without Body.
	Heads(ctx context.Context, ids []ItemID) ([]Item, error)
	// Versions returns all versions of an item, oldest first, with the errors of
	// Item.
	Versions(ctx context.Context, id ItemID) ([]Item, error)
	// Digests returns the digest of the current version of those ids that exist;
	// an erased item has the digest Erased and must not be taken in again.
	Digests(ctx context.Context, ids []ItemID) (map[ItemID]string, error)
	// ByURL returns the ids of the items whose current version has that address,
	// by id.
	ByURL(ctx context.Context, url string) ([]ItemID, error)
	// Erase removes all versions, search words, keys, decisions' texts, the filing
	// of an item, its statements and what persons said in it, its matches on either side and its places in a family and a
	// story, and leaves its bare id (the entries of Erasure). A person who said nothing
	// else is gone with who was joined into that one, and orders name neither. Erasing
	// again does nothing and is no error; ErrNotFound when there never was such an item.
	Erase(ctx context.Context, id ItemID, at time.Time) error
}

// Links keeps which addresses items name as their own in other languages; Keep
// writes them.
type Links interface {
	// Naming returns for each of the addresses which versions of items name it as
	// that of a translation (Item.Translations), by item and version; none of items
	// that were erased. A page may name one that comes in long after it.
	Naming(ctx context.Context, urls []string) (map[string][]ItemVersion, error)
}

// An ItemVersion names one version of an item.
type ItemVersion struct {
	Item    ItemID
	Version int
}

// Erased is the digest of an item that was erased.
const Erased = "erased"

// Kept is an item to be kept, with what the store needs beside it.
type Kept struct {
	Item  Item
	Words SearchWords
}

// An Outcome says what Keep did with an item.
type Outcome struct {
	ID      ItemID
	Version int
	What    EntryKind // EntryKept, EntryVersion, EntryErased (refused) or "" (unchanged)
}

// SearchWords is what is indexed of an item. All words are already folded, made
// of letters and digits only and separated by single spaces: a store splits at
// spaces and does nothing else to them. It may leave out words of more than
// 1,000 bytes, and of an item with more than half a megabyte of distinct words
// those beyond: Headline and Byline have the first room, then the first words of
// Body, then Stems, for which some is left.
type SearchWords struct {
	Headline string // index words of the headline, in order
	Body     string // those of the rest, in order
	Stems    string // further words without an order
	Byline   string // index words of byline and credit, in order
	Terms    []byte // opaque to the store; given back with a Candidate
}

// Index finds items by words. Only current versions are found, unless Find.AsOf
// asks for those of another day, and nothing that was erased or whose filing is
// canceled.
type Index interface {
	// Find returns the candidates for a search, newest first (Item.When to the
	// second, then id, both descending), at most q.Limit of them.
	Find(ctx context.Context, q Find) ([]Candidate, error)
	// WordStats returns in how many items each word occurs (in Headline, Body or
	// Stems; each count may stop at 100,000), and how many items there are that
	// were not erased.
	WordStats(ctx context.Context, words []string) (counts []int, items int, err error)
}

// Past is for versions that others have followed. A stage puts them into Index:
// at the time when a version is followed, only the new one's words are known.
type Past interface {
	// VersionHeads is Versions without Body of many items: of those that exist.
	VersionHeads(ctx context.Context, ids []ItemID) (map[ItemID][]Item, error)
	// PutPast indexes such versions, so that Find.AsOf finds them. What was
	// indexed of the same versions before is replaced; versions that are current,
	// that never were, and those of erased items are left out.
	PutPast(ctx context.Context, versions []Kept) error
}

// Find says which items are wanted: those with all Clauses (or, with Any, at
// least one), nothing that a Not names, and within the filters. Zero filters do
// not filter; no clauses at all find every item within the filters.
type Find struct {
	Clauses []Clause
	Any     bool
	Not     []Clause
	By      []Clause // all of them, each by a phrase in Byline
	// Sources and Languages: of any of them; none stand for all. "en" and "en-GB"
	// are alike: regions do not part what can be read.
	Sources   []SourceID
	Languages []string
	// NotBy, NotSources and NotLanguages leave out what any of them names.
	NotBy        []Phrase
	NotSources   []SourceID
	NotLanguages []string
	After        time.Time // Item.When at or after
	Before       time.Time // Item.When before
	Public       bool      // only items whose filing is usable and whose embargo is over at Now
	Now          time.Time
	// AsOf asks for what stood after that entry of the log: of each item the
	// version that was current then, if there was one, by its own words, time,
	// source and language. Filings filter as they are today. 0 means now.
	AsOf int64
	// PastOf leaves out, with AsOf, the versions that others have followed since,
	// but for those of this source; "" leaves out none.
	PastOf SourceID
	Skip   int
	Limit  int // 0 means 1,000
}

// A Clause is met by an item that has any of its phrases. An empty one is met by
// nothing.
type Clause []Phrase

// A Phrase is index words in a row, in Headline or in Body; a single word may
// also stand in Stems.
type Phrase []string

// A Candidate is an item that Find found, with what it is ranked by.
type Candidate struct {
	Item    ItemID
	Version int
	When    time.Time
	Terms   []byte
}

// Log is the order in which everything happened.
type Log interface {
	// Append adds entries; Seq of what is given is ignored. A follower that has
	// seen an entry will never later meet one with a lower number.
	Append(ctx context.Context, entries ...Entry) error
	// Entries returns at most limit entries after a sequence number, in order.
	Entries(ctx context.Context, after int64, limit int) ([]Entry, error)
	// Last returns the newest sequence number, 0 for an empty log.
	Last(ctx context.Context) (int64, error)
	// Cursor returns how far a named follower has come, 0 at first.
	Cursor(ctx context.Context, name string) (int64, error)
	// SetCursor moves it, back as well as forth.
	SetCursor(ctx context.Context, name string, seq int64) error
}

// Leader is the lease of the one newsroom that may run stages over this store.
// It is a row with an epoch, not a lock: a lock does not free itself when its
// holder freezes, and a holder that wakes up again must learn that it is late.
type Leader interface {
	// Lead takes or renews the lease for holder until now+ttl and returns its
	// epoch, which grows by one whenever the holder changes. ErrConflict when
	// another holder's lease has not run out (see ClockSkew).
	Lead(ctx context.Context, holder string, now time.Time, ttl time.Duration) (epoch int64, err error)
	// Epoch returns the current epoch, 0 when nobody ever led.
	Epoch(ctx context.Context) (int64, error)
}

// ClockSkew is how far the clocks of nodes may be apart. A lease that a machine took
// while its date was wrong must not keep all others from leading, or from a source,
// until that date: one that would last longer than a new one by more than this has
// run out.
const ClockSkew = time.Hour

// Decisions keeps what the desk decided.
type Decisions interface {
	// Decide records decisions and their log entries (EntryDecided), in order,
	// and returns their numbers. When an item does not exist (ErrNotFound) or was
	// erased (ErrGone), none of them is recorded.
	Decide(ctx context.Context, decisions ...Decision) ([]int64, error)
	// DecisionsOn returns the decisions on each of the items, oldest first.
	DecisionsOn(ctx context.Context, ids []ItemID) (map[ItemID][]Decision, error)
}

// Filings keeps what the wire publishes: one row an item, derived.
type Filings interface {
	// File writes filings, replacing those of the same items. The log entries
	// are the caller's to append.
	File(ctx context.Context, filings []Filing) error
	// FilingsOf returns the filings of those ids that have one.
	FilingsOf(ctx context.Context, ids []ItemID) (map[ItemID]Filing, error)
	// Filings returns filings newest first.
	Filings(ctx context.Context, q FilingQuery) ([]Filing, error)
	// CountFilings counts what Filings would return without a limit.
	CountFilings(ctx context.Context, q FilingQuery) (int, error)
	// Embargoed returns the filings whose embargo ends in (after, until], the
	// first to end first.
	Embargoed(ctx context.Context, after, until time.Time) ([]Filing, error)
	// ClearFilings removes all of them, before the wire is rebuilt from the log.
	ClearFilings(ctx context.Context) error
}

// FilingQuery says which filings are wanted. Zero fields do not filter.
type FilingQuery struct {
	Language  string
	NotIn     []string // none of these languages
	Source    SourceID
	Statuses  []PubStatus
	Urgency   Urgency   // at least as urgent: 1..Urgency
	Since     time.Time // When at or after (ByNotice: Noticed)
	Out       time.Time // only those whose embargo is over at this time
	ByNotice  bool      // only those with notices, by the time of the last notice
	ByRelease bool      // by Released instead of When; never released ones last, unless Statuses exclude them
	// Before continues a list after the filing that stands at this place.
	Before Place
	Limit  int // 0 means 50
}

// A Place is a place in a list of filings: all lists are ordered by a time, the
// newest first, then by item id, descending.
type Place struct {
	Time time.Time
	Item ItemID
}

// Sources keeps who files, and when each is polled next.
type Sources interface {
	// PutSource adds or replaces a source but leaves the Poll of one that exists
	// (EntrySource; Note is added, changed, moved, when it has another feed, or
	// retired; nothing when it is as it was). A new source with a feed is due at
	// once, whatever its Poll.
	PutSource(ctx context.Context, s Source, at time.Time) error
	// Source returns one source, ErrNotFound when there is none.
	Source(ctx context.Context, id SourceID) (Source, error)
	// SourcesByID returns those of the sources that exist.
	SourcesByID(ctx context.Context, ids []SourceID) (map[SourceID]Source, error)
	// Sources returns all of them by id.
	Sources(ctx context.Context) ([]Source, error)
	// RemoveSource removes it (EntrySource, removed); its items stay. ErrNotFound
	// when there is none.
	RemoveSource(ctx context.Context, id SourceID, at time.Time) error
	// LeaseSources claims at most limit sources that are due at now (a feed, not
	// retired, Poll.Next not after now, no lease that is still good: see ClockSkew) until then;
	// the longest due come first.
	LeaseSources(ctx context.Context, now, until time.Time, limit int) ([]Source, error)
	// Polled writes the poll state of a source and frees its lease. ErrNotFound
	// when it was removed meanwhile.
	Polled(ctx context.Context, id SourceID, p Poll) error
	// MakeDue makes every source with a feed that is not retired due at that
	// time and frees its lease.
	MakeDue(ctx context.Context, at time.Time) error
}

// Matches keeps what has its text from where: rows that a stage derives.
type Matches interface {
	// PutMatches writes what items were made from, in place of what was known of
	// each of them; each match's Item is one of items. Their order is kept: the
	// first that is no translation is the item's origin.
	PutMatches(ctx context.Context, items []ItemID, matches []Match) error
	// MatchesOf returns what each of the items was made from, in order.
	MatchesOf(ctx context.Context, ids []ItemID) (map[ItemID][]Match, error)
	// MatchesTo returns what was made from each of the items, by Item.
	MatchesTo(ctx context.Context, ids []ItemID) (map[ItemID][]Match, error)
	// PutFamilies writes families whole: its members leave those they were in, and
	// who was a member and is none any more has no family.
	PutFamilies(ctx context.Context, families ...Family) error
	// FamiliesOf returns the families of those items that have one, with two
	// members at least.
	FamiliesOf(ctx context.Context, ids []ItemID) (map[ItemID]Family, error)
	// PutKeys writes the keys of versions, in place of those with the same Seq.
	PutKeys(ctx context.Context, keyed []Keyed) error
	// Keys returns at most limit of them with a Seq after that one, in order.
	Keys(ctx context.Context, after int64, limit int) ([]Keyed, error)
	// ClearMatches removes matches, families and keys, before they are derived anew.
	ClearMatches(ctx context.Context) error
}

// Stories keeps which items tell one piece of news: rows that a stage derives.
type Stories interface {
	// Tell puts items into stories; an item is in one story at a time. Stories are
	// summed up again, those that an item left included; one that is left without
	// items, and was not merged, is gone. A merged one that is told again stands
	// for itself again.
	Tell(ctx context.Context, told []Told) error
	// ToldBy returns which stories items tell, of those that tell one.
	ToldBy(ctx context.Context, ids []ItemID) (map[ItemID]Told, error)
	// StoryItems returns at most limit items of a story (0 means 1,000), newest
	// first, after a place in that list.
	StoryItems(ctx context.Context, id StoryID, before Place, limit int) ([]Told, error)
	// StoriesByID returns those of the stories that exist, merged ones included.
	StoriesByID(ctx context.Context, ids []StoryID) (map[StoryID]Story, error)
	// Stories returns stories of two items or more, those with the newest item
	// first.
	Stories(ctx context.Context, q StoryQuery) ([]Story, error)
	// MergeStory moves all items of a story into another one. What was merged into
	// the first before leads to the other one, too. ErrInvalid when both are one.
	MergeStory(ctx context.Context, from, into StoryID) error
	// ClearStories removes all stories, before they are derived anew.
	ClearStories(ctx context.Context) error
}

// Looks keeps when the pages of items are looked at again. An item whose page
// nobody looks at has none.
type Looks interface {
	// PutLooks writes looks in place of those of the same items and frees their
	// leases. One whose Next is zero is removed; those of items that do not exist
	// or were erased are left out.
	PutLooks(ctx context.Context, looks ...Look) error
	// LeaseLooks claims at most limit looks that are due at now (Next not after
	// now, no lease that is still good: see ClockSkew) until then; the longest due come
	// first.
	LeaseLooks(ctx context.Context, now, until time.Time, limit int) ([]Look, error)
	// FreeLeases frees the leases of all looks and sources, as a process that was
	// killed left them behind. It is for who alone takes in from a store.
	FreeLeases(ctx context.Context) error
	// LooksOf returns the looks of those ids that have one.
	LooksOf(ctx context.Context, ids []ItemID) (map[ItemID]Look, error)
	// DigestsOf returns the digests of the newest items of a source (Item.When),
	// at most limit of them.
	DigestsOf(ctx context.Context, source SourceID, limit int) (map[ItemID]string, error)
}

// Edits keeps what happened to items at their sources after they came in.
type Edits interface {
	// PutEdits records edits and their log entries (EntryEdited; Note is the
	// kind), in order. An edit that is recorded already (the same Item, Kind, Time
	// and Of) is left out, and so are those of items that do not exist or were
	// erased: a stage may run again over old entries.
	PutEdits(ctx context.Context, edits ...Edit) error
	// Edits returns edits newest first.
	Edits(ctx context.Context, q EditQuery) ([]Edit, error)
	// EditsOn returns the edits on each of the items, oldest first.
	EditsOn(ctx context.Context, ids []ItemID) (map[ItemID][]Edit, error)
}

// EditQuery says which edits are wanted. Zero fields do not filter.
type EditQuery struct {
	Kinds  []EditKind
	Before int64 // Seq less than that
	Limit  int   // 0 means 50
}

// Statements keeps who said what: rows that a stage derives.
type Statements interface {
	// PutStatements writes the statements of versions, in place of what was known
	// of each of these versions; one without statements then has no row.
	PutStatements(ctx context.Context, marked ...Marked) error
	// StatementsOf returns the statements of all versions of items that have any,
	// oldest version first.
	StatementsOf(ctx context.Context, ids []ItemID) (map[ItemID][]Marked, error)
}

// Persons keeps which person made which statement: rows that a stage derives.
type Persons interface {
	// PutSpoken writes who spoke in items, in place of what was known of each of
	// them; each row's Item is one of items. Persons are summed up again; one that
	// is left without statements, and was not joined into another, is gone. One
	// that was joined and speaks again stands for itself again.
	PutSpoken(ctx context.Context, items []ItemID, said []Spoken) error
	// SpokenIn returns who spoke in items, by statement.
	SpokenIn(ctx context.Context, ids []ItemID) (map[ItemID][]Spoken, error)
	// Spoken returns what a person said, newest first (When, then statement, both
	// descending).
	Spoken(ctx context.Context, q SpokenQuery) ([]Spoken, error)
	// PersonsByID returns those of the persons that exist, joined ones included.
	PersonsByID(ctx context.Context, ids []PersonID) (map[PersonID]Person, error)
	// PersonsNamed returns who is found by each of the keys of what they were
	// called (Spoken.Keys): at most MostNamed of each, those who spoke most first,
	// then by id, descending.
	PersonsNamed(ctx context.Context, keys []string) (map[string][]Person, error)
	// Persons lists persons.
	Persons(ctx context.Context, q PersonQuery) ([]Person, error)
	// PutPersons writes what the desk says of persons that exist: Confirmed, Private
	// and Into; all else of them is summed up. One with Into gives all that it said
	// to that one, and who led to it leads there, too. ErrInvalid when that one does
	// not stand.
	PutPersons(ctx context.Context, persons ...Person) error
	// ClearPersons removes all of them, before they are derived anew.
	ClearPersons(ctx context.Context) error
}

// MostNamed is how many persons a key leads to at most. Where there are as many,
// the key tells nobody apart.
const MostNamed = 50

// PersonOrders keeps what the desk ordered about persons.
type PersonOrders interface {
	// OrderPersons records orders and their log entries (EntryOrdered; Note is the
	// kind), in order, notes how the persons are spelled then, and returns their
	// numbers. ErrNotFound when a person does not exist, ErrInvalid when an order
	// lacks what its kind needs; then none of them is recorded.
	OrderPersons(ctx context.Context, orders ...PersonOrder) ([]int64, error)
	// OrdersAt returns the orders of those log entries that are orders, by number.
	OrdersAt(ctx context.Context, seqs []int64) ([]PersonOrder, error)
	// OrdersOn returns the orders that concern each of the persons, on either side,
	// oldest first.
	OrdersOn(ctx context.Context, ids []PersonID) (map[PersonID][]PersonOrder, error)
}
