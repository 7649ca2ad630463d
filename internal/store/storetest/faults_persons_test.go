package storetest

import (
	"context"
	"errors"
	"slices"

	"dateline"
)

// speaking changes what is written of who spoke.
func speaking(name string, change func(*dateline.Spoken)) fault {
	return inTx(name, func(t *tx) {
		t.putSpoken = func(ctx context.Context, items []dateline.ItemID, said []dateline.Spoken) error {
			return t.Tx.PutSpoken(ctx, items, altered(said, change))
		}
	})
}

// summing changes what is given of persons.
func summing(name string, change func(*dateline.Person)) fault {
	return inTx(name, func(t *tx) {
		t.personsByID = func(ctx context.Context, ids []dateline.PersonID) (map[dateline.PersonID]dateline.Person, error) {
			by, err := t.Tx.PersonsByID(ctx, ids)
			for id, p := range by {
				change(&p)
				by[id] = p
			}
			return by, err
		}
	})
}

// askingSaid changes which statements of a person are asked for.
func askingSaid(name string, change func(*dateline.SpokenQuery)) fault {
	return inTx(name, func(t *tx) {
		t.spoken = func(ctx context.Context, q dateline.SpokenQuery) ([]dateline.Spoken, error) {
			change(&q)
			return t.Tx.Spoken(ctx, q)
		}
	})
}

// askingPersons changes which persons are asked for.
func askingPersons(name string, change func(*dateline.PersonQuery)) fault {
	return inTx(name, func(t *tx) {
		t.persons = func(ctx context.Context, q dateline.PersonQuery) ([]dateline.Person, error) {
			change(&q)
			return t.Tx.Persons(ctx, q)
		}
	})
}

// ordering changes what is given of orders.
func ordering(name string, change func([]dateline.PersonOrder) []dateline.PersonOrder) fault {
	return inTx(name, func(t *tx) {
		t.ordersOn = func(ctx context.Context, ids []dateline.PersonID) (map[dateline.PersonID][]dateline.PersonOrder, error) {
			on, err := t.Tx.OrdersOn(ctx, ids)
			for id := range on {
				on[id] = change(on[id])
			}
			return on, err
		}
	})
}

func personFaults() []fault {
	return slices.Concat(spokenFaults(), sumFaults(), nameFaults(), joinFaults(), orderFaults())
}

func spokenFaults() []fault {
	return []fault{
		speaking("what was spoken loses its evidence", func(s *dateline.Spoken) { s.Confidence, s.Program = 0, 0 }),
		speaking("nothing spoken is public", func(s *dateline.Spoken) { s.Public = false }),
		speaking("speakers have no role", func(s *dateline.Spoken) { s.Role = "" }),
		speaking("all is spoken in version 1", func(s *dateline.Spoken) { s.Version = 1 }),
		inTx("who spoke comes in another order", func(t *tx) {
			t.spokenIn = func(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID][]dateline.Spoken, error) {
				in, err := t.Tx.SpokenIn(ctx, ids)
				for id := range in {
					slices.Reverse(in[id])
				}
				return in, err
			}
		}),
		inTx("what was spoken is added to", func(t *tx) {
			t.putSpoken = func(ctx context.Context, items []dateline.ItemID, said []dateline.Spoken) error {
				in, err := t.Tx.SpokenIn(ctx, items)
				if err != nil {
					return err
				}
				for _, list := range in {
					for _, s := range list {
						if !slices.ContainsFunc(said, func(o dateline.Spoken) bool { return o.Statement == s.Statement }) {
							said = append(said, s)
						}
					}
				}
				return t.Tx.PutSpoken(ctx, items, said)
			}
		}),
		inTx("items where nobody speaks any more are left out", func(t *tx) {
			t.putSpoken = func(ctx context.Context, items []dateline.ItemID, said []dateline.Spoken) error {
				if len(said) == 0 {
					return nil
				}
				return t.Tx.PutSpoken(ctx, items, said)
			}
		}),
		inTx("what a person said comes oldest first", func(t *tx) {
			t.spoken = func(ctx context.Context, q dateline.SpokenQuery) ([]dateline.Spoken, error) {
				list, err := t.Tx.Spoken(ctx, q)
				slices.Reverse(list)
				return list, err
			}
		}),
		askingSaid("what a person said ignores the language", func(q *dateline.SpokenQuery) { q.Language = "" }),
		askingSaid("what a person said ignores the source", func(q *dateline.SpokenQuery) { q.Source = "" }),
		askingSaid("what a person said is public or not", func(q *dateline.SpokenQuery) { q.Public = false }),
		askingSaid("what a person said begins anew on each page", func(q *dateline.SpokenQuery) { q.Before = dateline.SpokenPlace{} }),
		askingSaid("what a person said is continued by time alone", func(q *dateline.SpokenQuery) { q.Before.Statement = "" }),
		askingSaid("what a person said ignores the limit", func(q *dateline.SpokenQuery) { q.Limit = 0 }),
		erasing("an erased item keeps who spoke", func(ctx context.Context, t dateline.Tx, id dateline.ItemID) (func() error, error) {
			in, err := t.SpokenIn(ctx, []dateline.ItemID{id})
			return func() error { return t.PutSpoken(ctx, []dateline.ItemID{id}, in[id]) }, err
		}),
		inTx("who spoke in an erased item is not told", func(t *tx) {
			t.entries = func(ctx context.Context, after int64, limit int) ([]dateline.Entry, error) {
				entries, err := t.Tx.Entries(ctx, after, limit)
				for i := 1; i < len(entries); i++ {
					if entries[i-1].Kind == dateline.EntryErased && entries[i].Kind == dateline.EntryPerson {
						entries[i].Note = ""
					}
				}
				return entries, err
			}
		}),
	}
}

func sumFaults() []fault {
	return []fault{
		summing("persons have no roles", func(p *dateline.Person) { p.Roles = nil }),
		summing("each statement is an item", func(p *dateline.Person) { p.Items = p.Statements }),
		summing("items are counted and not their sources", func(p *dateline.Person) { p.Sources = nil }),
		summing("persons began when they spoke last", func(p *dateline.Person) { p.First = p.Last }),
		summing("persons are called by what is written most", func(p *dateline.Person) {
			if len(p.Spellings) > 0 {
				p.Names["en"] = p.Spellings[0].Name
			}
		}),
		inTx("a person without statements stays", func(t *tx) {
			t.personsByID = func(ctx context.Context, ids []dateline.PersonID) (map[dateline.PersonID]dateline.Person, error) {
				by, err := t.Tx.PersonsByID(ctx, ids)
				for _, id := range ids {
					if _, ok := by[id]; !ok && id == "p" {
						by[id] = dateline.Person{ID: id}
					}
				}
				return by, err
			}
		}),
		inTx("an unknown person exists", func(t *tx) {
			t.personsByID = func(ctx context.Context, ids []dateline.PersonID) (map[dateline.PersonID]dateline.Person, error) {
				by, err := t.Tx.PersonsByID(ctx, ids)
				by["nobody"] = dateline.Person{ID: "nobody"}
				return by, err
			}
		}),
	}
}

func nameFaults() []fault {
	return []fault{
		speaking("names have no keys", func(s *dateline.Spoken) { s.Keys = nil }),
		speaking("names have one key", func(s *dateline.Spoken) { s.Keys = s.Keys[:min(1, len(s.Keys))] }),
		inTx("who is found by a key comes in no order", func(t *tx) {
			t.personsNamed = func(ctx context.Context, keys []string) (map[string][]dateline.Person, error) {
				found, err := t.Tx.PersonsNamed(ctx, keys)
				for key := range found {
					slices.Reverse(found[key])
				}
				return found, err
			}
		}),
		inTx("keys lead to one person", func(t *tx) {
			t.personsNamed = func(ctx context.Context, keys []string) (map[string][]dateline.Person, error) {
				found, err := t.Tx.PersonsNamed(ctx, keys)
				for key := range found {
					found[key] = found[key][:1]
				}
				return found, err
			}
		}),
		inTx("keys lead to whom they led once", func(t *tx) {
			t.personsNamed = func(ctx context.Context, keys []string) (map[string][]dateline.Person, error) {
				found, err := t.Tx.PersonsNamed(ctx, keys)
				if slices.Contains(keys, "script") {
					by, _ := t.Tx.PersonsByID(ctx, []dateline.PersonID{"p"})
					found["script"] = []dateline.Person{by["p"]}
				}
				return found, err
			}
		}),
		askingPersons("persons ignore the language", func(q *dateline.PersonQuery) { q.Language = "" }),
		askingPersons("unconfirmed persons are listed as confirmed", func(q *dateline.PersonQuery) { q.Confirmed = false }),
		askingPersons("hidden persons are listed", func(q *dateline.PersonQuery) { q.NoPrivate = false }),
		askingPersons("persons are listed by how much they spoke alone", func(q *dateline.PersonQuery) { q.ByLast = false }),
		askingPersons("persons begin anew on each page", func(q *dateline.PersonQuery) { q.Before = dateline.PersonPlace{} }),
		askingPersons("a list of persons is continued without their ids", func(q *dateline.PersonQuery) { q.Before.Person = "" }),
		askingPersons("persons ignore the limit", func(q *dateline.PersonQuery) { q.Limit = 0 }),
		inTx("joined persons are listed", func(t *tx) {
			t.persons = func(ctx context.Context, q dateline.PersonQuery) ([]dateline.Person, error) {
				list, err := t.Tx.Persons(ctx, q)
				by, _ := t.Tx.PersonsByID(ctx, []dateline.PersonID{"p"})
				if p := by["p"]; p.Into != "" {
					list = append(list, p)
				}
				return list, err
			}
		}),
		inTx("persons are not cleared", func(t *tx) { t.unperson = func(context.Context) error { return nil } }),
	}
}

func joinFaults() []fault {
	return []fault{
		inTx("what the desk says of persons is lost", func(t *tx) {
			t.putPersons = func(ctx context.Context, persons ...dateline.Person) error {
				for _, p := range persons {
					if err := t.Tx.PutPersons(ctx, dateline.Person{ID: p.ID, Into: p.Into}); err != nil {
						return err
					}
				}
				return nil
			}
		}),
		inTx("joined persons are gone", func(t *tx) {
			t.personsByID = func(ctx context.Context, ids []dateline.PersonID) (map[dateline.PersonID]dateline.Person, error) {
				by, err := t.Tx.PersonsByID(ctx, ids)
				for id, p := range by {
					if p.Into != "" {
						delete(by, id)
					}
				}
				return by, err
			}
		}),
		summing("who was joined before leads nowhere", func(p *dateline.Person) {
			if p.ID == "p" && p.Into == "r" {
				p.Into = "q"
			}
		}),
		inTx("persons are joined into anybody", func(t *tx) {
			t.putPersons = func(ctx context.Context, persons ...dateline.Person) error {
				if err := t.Tx.PutPersons(ctx, persons...); !errors.Is(err, dateline.ErrInvalid) {
					return err
				}
				return nil
			}
		}),
		inTx("a joined person keeps what they said", func(t *tx) {
			t.putPersons = func(ctx context.Context, persons ...dateline.Person) error {
				said, err := t.Tx.Spoken(ctx, dateline.SpokenQuery{Person: persons[0].ID})
				if err == nil {
					err = t.Tx.PutPersons(ctx, persons...)
				}
				if err != nil || persons[0].Into == "" {
					return err
				}
				for _, s := range said {
					if err := t.Tx.PutSpoken(ctx, []dateline.ItemID{s.Item}, []dateline.Spoken{s}); err != nil {
						return err
					}
				}
				return nil
			}
		}),
	}
}

func orderFaults() []fault {
	return []fault{
		ordering("orders lose who gave them", func(list []dateline.PersonOrder) []dateline.PersonOrder {
			for i := range list {
				list[i].By = ""
			}
			return list
		}),
		ordering("orders do not note how persons are spelled", func(list []dateline.PersonOrder) []dateline.PersonOrder {
			for i := range list {
				list[i].Called, list[i].IntoCalled = nil, nil
			}
			return list
		}),
		ordering("orders come newest first", func(list []dateline.PersonOrder) []dateline.PersonOrder { slices.Reverse(list); return list }),
		ordering("orders concern one person alone", func(list []dateline.PersonOrder) []dateline.PersonOrder {
			return slices.DeleteFunc(list, func(o dateline.PersonOrder) bool {
				return o.Kind == dateline.PersonJoin && o.Person == "p" && len(list) > 1
			})
		}),
		inTx("the names of erased persons stay in orders", func(t *tx) {
			t.ordersOn = func(ctx context.Context, ids []dateline.PersonID) (map[dateline.PersonID][]dateline.PersonOrder, error) {
				on, err := t.Tx.OrdersOn(ctx, ids)
				for _, list := range on {
					for i := range list {
						if list[i].Called == nil {
							list[i].Called = []string{"Salma Nawfal"}
						}
					}
				}
				return on, err
			}
		}),
		inTx("who was joined into erased persons stays in orders", func(t *tx) {
			t.ordersOn = func(ctx context.Context, ids []dateline.PersonID) (map[dateline.PersonID][]dateline.PersonOrder, error) {
				on, err := t.Tx.OrdersOn(ctx, ids)
				for _, list := range on {
					for i := range list {
						if list[i].Kind == dateline.PersonHide && list[i].Called == nil {
							list[i].Called = []string{"Salma Nawfal"}
						}
					}
				}
				return on, err
			}
		}),
		inTx("orders are cleared with the persons", func(t *tx) {
			t.ordersOn = func(ctx context.Context, ids []dateline.PersonID) (map[dateline.PersonID][]dateline.PersonOrder, error) {
				list, err := t.Tx.Persons(ctx, dateline.PersonQuery{})
				if err != nil || len(list) == 0 {
					return nil, err
				}
				return t.Tx.OrdersOn(ctx, ids)
			}
		}),
		inTx("orders are found by no number", func(t *tx) {
			t.ordersAt = func(context.Context, []int64) ([]dateline.PersonOrder, error) { return nil, nil }
		}),
		inTx("orders write nothing to the log", func(t *tx) {
			t.orderPersons = func(_ context.Context, orders ...dateline.PersonOrder) ([]int64, error) {
				return make([]int64, len(orders)), nil
			}
		}),
		inTx("orders are obeyed by the store", func(t *tx) {
			t.orderPersons = func(ctx context.Context, orders ...dateline.PersonOrder) ([]int64, error) {
				seqs, err := t.Tx.OrderPersons(ctx, orders...)
				for _, o := range orders {
					err = errors.Join(err, t.Tx.PutPersons(ctx, dateline.Person{ID: o.Person, Into: o.Into}))
				}
				return seqs, err
			}
		}),
		inTx("orders are recorded one by one", func(t *tx) {
			t.orderPersons = func(ctx context.Context, orders ...dateline.PersonOrder) (seqs []int64, err error) {
				for _, o := range orders {
					seq, failed := t.Tx.OrderPersons(ctx, o)
					if errors.Is(failed, dateline.ErrInvalid) {
						continue
					}
					seqs, err = append(seqs, seq...), errors.Join(err, failed)
				}
				return seqs, err
			}
		}),
		inTx("orders concern anybody", func(t *tx) {
			t.orderPersons = func(ctx context.Context, orders ...dateline.PersonOrder) ([]int64, error) {
				seqs, err := t.Tx.OrderPersons(ctx, orders...)
				if errors.Is(err, dateline.ErrNotFound) {
					return nil, nil
				}
				return seqs, err
			}
		}),
	}
}
