package stage

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/annotate/person"
)

// heard is what is known of the items that entries tell of.
type heard struct {
	marked   map[dateline.ItemID][]dateline.Marked
	spoken   map[dateline.ItemID][]dateline.Spoken
	versions map[dateline.ItemID][]dateline.Item
}

// hear reads what entries tell of. An item in which nobody is named is not read
// at all: they are most.
func hear(ctx context.Context, tx dateline.Tx, entries []dateline.Entry) (h heard, err error) {
	var ids []dateline.ItemID
	for i := range entries {
		if e := &entries[i]; e.Kind == dateline.EntryMarked && !slices.Contains(ids, e.Item) {
			ids = append(ids, e.Item)
		}
	}
	if len(ids) == 0 {
		return h, nil
	}
	if h.marked, err = tx.StatementsOf(ctx, ids); err != nil {
		return h, err
	}
	if h.spoken, err = tx.SpokenIn(ctx, ids); err != nil {
		return h, err
	}
	ids = slices.DeleteFunc(ids, func(id dateline.ItemID) bool { return len(h.spoken[id]) == 0 && !names(h.marked[id]) })
	if len(ids) > 0 {
		h.versions, err = tx.VersionHeads(ctx, ids)
	}
	return h, err
}

// names reports whether a statement may name somebody.
func names(marked []dateline.Marked) bool {
	return slices.ContainsFunc(marked, func(m dateline.Marked) bool {
		return slices.ContainsFunc(m.Statements, func(s dateline.Statement) bool {
			_, ok := person.Read(&s)
			return ok
		})
	})
}

// An utterance is the statements of an item up to a version.
type utterance struct {
	entry    *dateline.Entry
	upTo     int
	marked   []dateline.Marked
	versions []dateline.Item
	before   []dateline.Spoken // what was known of the item
	// begun are the persons who began with a statement of the item and are more
	// than it by now.
	begun map[dateline.PersonID]bool
}

// of is the utterance that an entry tells of; none when the item was erased, or
// nobody is named in it.
func (h *heard) of(e *dateline.Entry) (utterance, bool) {
	versions := h.versions[e.Item]
	return utterance{entry: e, upTo: e.Version, marked: h.marked[e.Item], versions: versions}, len(versions) > 0
}

// reachBack takes in what was seen of later versions: an older version is marked
// again when the rules have changed.
func (u *utterance) reachBack() {
	for _, s := range u.before {
		u.upTo = max(u.upTo, s.Version)
	}
}

// findBegun finds who began with the statements of the item: newer rules may give
// such a statement to somebody else, who must not get the address of the first.
func (u *utterance) findBegun(ctx context.Context, tx dateline.Persons) error {
	own, ids := map[dateline.PersonID]int{}, []dateline.PersonID{}
	for _, s := range u.before {
		id := dateline.NewPersonID(s.Statement)
		ids = append(ids, id)
		if s.Person == id {
			own[id]++
		}
	}
	by, err := tx.PersonsByID(ctx, ids)
	u.begun = map[dateline.PersonID]bool{}
	for id, p := range by {
		u.begun[id] = p.Into != "" || p.Statements > own[id]
	}
	return err
}

// A voice is a statement whose speaker has a name.
type voice struct {
	row  dateline.Spoken // but for the person
	name person.Name
}

// voices are the statements of all versions up to that of the entry, each once, as
// the newest version that has it puts it. Older ones stay: what an item no longer
// says was said.
func (u *utterance) voices() []voice {
	at := map[dateline.StatementID]int{}
	var list []voice
	for _, m := range u.marked {
		if m.Version > u.upTo {
			continue
		}
		head, ok := version(u.versions, m.Version)
		if !ok {
			continue
		}
		for i := range m.Statements {
			v, ok := voiceOf(&m.Statements[i], head)
			if !ok {
				continue
			}
			// Versions come oldest first, so the newest puts its words in the place of the others.
			if k, met := at[v.row.Statement]; met {
				list[k] = v
				continue
			}
			at[v.row.Statement] = len(list)
			list = append(list, v)
		}
	}
	return list
}

// version finds one version of an item; none when it was erased since it was marked.
func version(list []dateline.Item, number int) (*dateline.Item, bool) {
	for i := range list {
		if list[i].Version == number {
			return &list[i], true
		}
	}
	return nil, false
}

// voiceOf reads the name of who makes a statement. Times go to the microsecond, as
// PostgreSQL keeps them: else a row that was read back would differ from one made anew.
func voiceOf(s *dateline.Statement, item *dateline.Item) (voice, bool) {
	n, ok := person.Read(s)
	if !ok {
		return voice{}, false
	}
	language, _, _ := strings.Cut(item.Language, "-")
	return voice{name: n, row: dateline.Spoken{
		Statement: s.ID, Item: item.ID, Version: item.Version, Name: n.Text, Role: n.Role, Language: language, Source: item.Source,
		When: s.When(item.When()).UTC().Truncate(time.Microsecond), Public: s.Public, Program: person.Program, Keys: n.Keys(),
	}}, true
}

// byStatement orders rows as a store gives them back.
func byStatement(a, b dateline.Spoken) int { return cmp.Compare(a.Statement, b.Statement) }
