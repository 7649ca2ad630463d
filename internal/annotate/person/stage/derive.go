package stage

import (
	"context"
	"maps"
	"reflect"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/annotate/person"
)

// derive finds who spoke in items that are taken together.
func (p *Persons) derive(ctx context.Context, tx dateline.Tx, list []utterance) error {
	if len(list) == 0 {
		return nil
	}
	voices, keys := make([][]voice, len(list)), map[string]bool{}
	for i := range list {
		voices[i] = list[i].voices()
		for _, v := range voices[i] {
			for _, k := range v.row.Keys {
				keys[k] = true
			}
		}
	}
	known, err := look(ctx, tx, slices.Sorted(maps.Keys(keys)))
	if err != nil {
		return err
	}
	var items []dateline.ItemID
	var rows []dateline.Spoken
	var log []dateline.Entry
	for i := range list {
		u := &list[i]
		said := p.speakers(known, u, voices[i])
		changed := differences(u.before, said)
		// Nothing is told of an item that says what it said: deriving anew must not fill the log.
		if len(changed) == 0 {
			continue
		}
		items, rows = append(items, u.entry.Item), append(rows, said...)
		log = append(log, told(u.entry, changed))
	}
	if len(items) == 0 {
		return nil
	}
	if err := tx.PutSpoken(ctx, items, rows); err != nil {
		return err
	}
	if err := p.shade(ctx, tx, rows, list[len(list)-1].entry.Seq); err != nil {
		return err
	}
	return tx.Append(ctx, log...)
}

// told is the entry that tells of persons that an item was found to concern.
func told(e *dateline.Entry, ids []dateline.PersonID) dateline.Entry {
	notes := make([]string, len(ids))
	for i, id := range ids {
		notes[i] = string(id)
	}
	return dateline.Entry{
		Time: e.Time, Kind: dateline.EntryPerson, Item: e.Item, Version: e.Version, Source: e.Source, Note: strings.Join(notes, " "),
	}
}

// differences are the persons whose rows of an item are others than before.
func differences(before, after []dateline.Spoken) []dateline.PersonID {
	changed := map[dateline.PersonID]bool{}
	missing := func(list, in []dateline.Spoken) {
		for _, s := range list {
			// A store does not give keys back, so they say nothing of what changed.
			s.Keys = nil
			if !slices.ContainsFunc(in, func(o dateline.Spoken) bool { o.Keys = nil; return reflect.DeepEqual(o, s) }) {
				changed[s.Person] = true
			}
		}
	}
	missing(before, after)
	missing(after, before)
	return slices.Sorted(maps.Keys(changed))
}

// speakers finds who made the statements of one item: full names first, so that
// short ones can be those of the same item.
func (p *Persons) speakers(known *acquaintance, u *utterance, voices []voice) (said []dateline.Spoken) {
	var present []dateline.PersonID
	for _, short := range []bool{false, true} {
		for i := range voices {
			v := &voices[i]
			if v.name.Short != short || !p.who(known, u, v, present) {
				continue
			}
			said = append(said, v.row)
			if !short && !slices.Contains(present, v.row.Person) {
				present = append(present, v.row.Person)
			}
		}
	}
	slices.SortFunc(said, byStatement)
	return said
}

// who finds the person of one statement. What was found before by the same name
// stays: an address on a page must not lead to somebody else because of whom the
// desk came to know since.
func (p *Persons) who(known *acquaintance, u *utterance, v *voice, present []dateline.PersonID) bool {
	for _, old := range u.before {
		if old.Statement == v.row.Statement && old.Name == v.row.Name {
			v.row.Person, v.row.By, v.row.Confidence = old.Person, old.By, old.Confidence
			return true
		}
	}
	speaker := person.Speaker{Name: v.name, Source: v.row.Source, When: v.row.When, Present: present}
	verdict := p.judge.Who(&speaker, known.candidates(v.row.Keys))
	v.row.Person, v.row.By, v.row.Confidence = verdict.Person, dateline.ByWords, verdict.Confidence
	// Whoever is new has an address of the statement that began them; where that one is
	// taken, of the name with it.
	if verdict.New {
		v.row.Person = dateline.NewPersonID(v.row.Statement)
		if u.begun[v.row.Person] {
			v.row.Person = dateline.SplitPersonID(v.row.Person, v.row.Name)
		}
	}
	if v.row.Person == "" {
		return false
	}
	// Whoever speaks next in this batch may be the same.
	known.meet(&v.row)
	return true
}

// An acquaintance is who is known by the keys of a batch, with those whom the
// batch has met itself, so that it makes no difference where a batch ends.
type acquaintance struct {
	persons map[dateline.PersonID]*dateline.Person
	byKey   map[string][]dateline.PersonID
	items   map[dateline.PersonID]dateline.ItemID // in which each was met last
	read    map[dateline.PersonID]person.Known    // as long as nothing new is known of them
}

// look asks the store once for all keys of a batch.
func look(ctx context.Context, tx dateline.Persons, keys []string) (*acquaintance, error) {
	named, err := tx.PersonsNamed(ctx, keys)
	known := &acquaintance{
		persons: map[dateline.PersonID]*dateline.Person{}, byKey: map[string][]dateline.PersonID{}, items: map[dateline.PersonID]dateline.ItemID{},
		read: map[dateline.PersonID]person.Known{},
	}
	for key, list := range named {
		for _, p := range list {
			if known.persons[p.ID] == nil {
				known.persons[p.ID] = &p
			}
			known.byKey[key] = append(known.byKey[key], p.ID)
		}
	}
	return known, err
}

// candidates are the persons to whom keys lead, but those keys that lead to too
// many.
func (a *acquaintance) candidates(keys []string) (list []person.Known) {
	for i, key := range keys {
		ids := a.byKey[key]
		// So many are read of a key at most: there may be more, and the one who is meant among
		// them.
		if len(ids) >= dateline.MostNamed {
			continue
		}
		for _, id := range ids {
			if i > 0 && slices.ContainsFunc(list, func(k person.Known) bool { return k.ID == id }) {
				continue
			}
			k, ok := a.read[id]
			if !ok {
				k = person.Know(a.persons[id])
				a.read[id] = k
			}
			list = append(list, k)
		}
	}
	return list
}

// meet adds a statement to what is known of its person.
func (a *acquaintance) meet(s *dateline.Spoken) {
	p := a.persons[s.Person]
	if p == nil {
		p = &dateline.Person{ID: s.Person}
		a.persons[s.Person] = p
	}
	spellings, role := slices.Clone(p.Spellings), p.Roles[s.Language].Words
	p.Count(s, 1)
	named := func(x, y dateline.Spelling) bool { return x.Name == y.Name }
	if p.Roles[s.Language].Words != role || !slices.EqualFunc(spellings, p.Spellings, named) {
		// Only another spelling or office makes what was read of a person stale.
		delete(a.read, s.Person)
	}
	if a.items[s.Person] != s.Item {
		a.items[s.Person] = s.Item
		p.CountItem(s.Source, 1)
	}
	for _, key := range s.Keys {
		if !slices.Contains(a.byKey[key], s.Person) {
			a.byKey[key] = append(a.byKey[key], s.Person)
		}
	}
}
