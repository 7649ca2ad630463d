package wire

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/api/rightstest"
	"dateline/internal/search"
	"dateline/internal/store/mem"
	"dateline/internal/wire/saidtest"
)

const (
	salma dateline.PersonID = "salmaaaaaaaaa"
	idris dateline.PersonID = "idrisaaaaaaaa"
)

// A spokenWorld is a wire on which persons speak.
type spokenWorld struct {
	t      testing.TB
	store  dateline.Store
	reader *Reader
	seen   int64
}

func newSpokenWorld(t testing.TB, lines ...saidtest.Line) *spokenWorld {
	t.Helper()
	return worldOn(t, mem.New(), lines...)
}

func worldOn(t testing.TB, store dateline.Store, lines ...saidtest.Line) *spokenWorld {
	t.Helper()
	w := &spokenWorld{t: t, store: store}
	pub := dateline.Publication{Editions: []dateline.Edition{{Language: "en"}, {Language: "ar"}}}
	w.reader = NewReader(w.store, pub, func() time.Time { return now })
	for id, usage := range map[dateline.SourceID]dateline.Usage{
		"delta": dateline.UsageFull, "nahr": dateline.UsageExcerpt, "sabil": dateline.UsageLink, "inside": dateline.UsageDesk,
	} {
		w.do(func(ctx context.Context, tx dateline.Tx) error {
			return tx.PutSource(ctx, dateline.Source{ID: id, Name: string(id), Usage: usage, UsageReason: "agreed"}, now)
		})
	}
	w.put(lines...)
	return w
}

func (w *spokenWorld) do(f func(context.Context, dateline.Tx) error) {
	w.t.Helper()
	ctx := context.Background()
	err := w.store.Update(ctx, func(tx dateline.Tx) error {
		if err := f(ctx, tx); err != nil {
			return err
		}
		entries, err := tx.Entries(ctx, w.seen, 1<<20)
		if err != nil || len(entries) == 0 {
			return err
		}
		w.seen = entries[len(entries)-1].Seq
		return (Stage{}).Step(ctx, tx, entries)
	})
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *spokenWorld) put(lines ...saidtest.Line) {
	w.t.Helper()
	w.do(func(ctx context.Context, tx dateline.Tx) error { return saidtest.Put(ctx, tx, lines...) })
}

func (w *spokenWorld) mark(persons ...dateline.Person) {
	w.t.Helper()
	w.do(func(ctx context.Context, tx dateline.Tx) error { return tx.PutPersons(ctx, persons...) })
}

// said are the sentences of a person's page, an entry a line, with its variants
// behind it.
func (w *spokenWorld) said(id dateline.PersonID) string {
	w.t.Helper()
	p, err := w.reader.Person(context.Background(), id)
	if err != nil {
		return err.Error()
	}
	var out []string
	for _, s := range p.Said {
		line := s.Quote.Sentence
		for _, also := range s.Also {
			line += " + " + string(also.View.Source.ID)
		}
		if s.Denied != "" {
			line += " denied"
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func hours(n int) time.Time { return now.Add(time.Duration(n-100) * time.Hour) }

func says(guid string, at int, sentence string) saidtest.Line {
	return saidtest.Line{GUID: guid, Source: "delta", Person: salma, Name: "Salma Nawfal", Sentence: sentence, At: hours(at)}
}

const (
	gates = "“We will not close the gates of the dam this winter,” Nawfal told reporters in Qulzar."
	water = "“The water is low,” said Salma Nawfal."
)

// TestHiddenThoughTheRowIsBehind hides somebody of whose statement the row of who said
// it still has that it is unsure, while it is sure by now: no name may stand there.
func TestHiddenThoughTheRowIsBehind(t *testing.T) {
	line := says("a", 1, gates)
	w := newSpokenWorld(t, line)
	w.do(func(ctx context.Context, tx dateline.Tx) error {
		said, err := tx.SpokenIn(ctx, []dateline.ItemID{line.ID()})
		if err != nil {
			return err
		}
		rows := said[line.ID()]
		for i := range rows {
			rows[i].Public = false
		}
		return tx.PutSpoken(ctx, []dateline.ItemID{line.ID()}, rows)
	})
	for _, hidden := range []bool{false, true} {
		w.mark(dateline.Person{ID: salma, Private: hidden})
		v, err := w.reader.Item(context.Background(), line.ID())
		if err != nil || len(v.Quotes) != 1 || v.Quotes[0].Private != hidden || v.Quotes[0].Person != "" {
			t.Errorf("hidden %v: %+v, %v", hidden, v.Quotes, err)
		}
	}
}

// TestPersonWithinRights has one sentence in items of every kind.
func TestPersonWithinRights(t *testing.T) {
	line := says("a", 1, gates)
	for name, test := range map[string]struct {
		change func(*spokenWorld, *saidtest.Line)
		shown  bool
	}{
		"as it is":          {nil, true},
		"within an excerpt": {func(_ *spokenWorld, l *saidtest.Line) { l.Source = "nahr" }, true},
		"beyond an excerpt": {func(_ *spokenWorld, l *saidtest.Line) {
			l.Source, l.Sentence = "nahr", strings.Repeat("word ", 45)+gates
		}, false},
		"of a link":                {func(_ *spokenWorld, l *saidtest.Line) { l.Source = "sabil" }, false},
		"for the desk":             {func(_ *spokenWorld, l *saidtest.Line) { l.Source = "inside" }, false},
		"not sure enough":          {func(_ *spokenWorld, l *saidtest.Line) { l.Unsure = true }, false},
		"who is not in it":         {func(_ *spokenWorld, l *saidtest.Line) { l.Sentence = strings.ReplaceAll(gates, "Nawfal", "she") }, false},
		"of somebody unknown":      {func(_ *spokenWorld, l *saidtest.Line) { l.Person = "" }, false},
		"of somebody else's words": {func(_ *spokenWorld, l *saidtest.Line) { l.Person = idris }, false},
	} {
		w, l := newSpokenWorld(t), line
		if test.change != nil {
			test.change(w, &l)
		}
		w.put(l)
		want := "not found"
		if test.shown {
			want = gates
		}
		if got := w.said(salma); !strings.HasSuffix(got, want) {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// TestPersonAfterDecisions shows the page of somebody whose only item is decided
// upon, and whom the desk hides.
func TestPersonAfterDecisions(t *testing.T) {
	line := says("a", 1, gates)
	for _, kind := range []dateline.DecisionKind{dateline.Hold, dateline.Kill, dateline.Withdraw, dateline.Embargo} {
		w := newSpokenWorld(t, line)
		w.do(func(ctx context.Context, tx dateline.Tx) error {
			_, err := tx.Decide(ctx, dateline.Decision{Item: line.ID(), Kind: kind, By: "mona", Time: now, Until: now.Add(time.Hour)})
			return err
		})
		if got := w.said(salma); !strings.HasSuffix(got, "not found") {
			t.Errorf("%s: %s", kind, got)
		}
	}
	w := newSpokenWorld(t, line)
	v, err := w.reader.Item(context.Background(), line.ID())
	if err != nil || len(v.Quotes) != 1 || v.Quotes[0].Person != salma {
		t.Fatalf("the item's quotes are %+v, %v", v.Quotes, err)
	}
	w.mark(dateline.Person{ID: salma, Private: true})
	if got := w.said(salma); !strings.HasSuffix(got, "not found") {
		t.Errorf("hidden: %s", got)
	}
	if v, err = w.reader.Item(context.Background(), line.ID()); err != nil || len(v.Quotes) != 1 || v.Quotes[0].Person != "" || !v.Quotes[0].Private {
		t.Errorf("hidden, the item's quotes are %+v, %v", v.Quotes, err)
	}
}

// TestSpoken asks for who speaks in several items at once: the answer is that of
// each item's own page, and nothing of what is not out or not to be shown.
func TestSpoken(t *testing.T) {
	open, excerpt := says("a", 1, gates), says("b", 2, gates)
	excerpt.Source = "nahr"
	linked, inside := says("c", 3, gates), says("d", 4, gates)
	linked.Source, inside.Source = "sabil", "inside"
	killed, unsure := says("e", 5, gates), says("f", 6, gates)
	unsure.Unsure = true
	w := newSpokenWorld(t, open, excerpt, linked, inside, killed, unsure)
	w.do(func(ctx context.Context, tx dateline.Tx) error {
		_, err := tx.Decide(ctx, dateline.Decision{Item: killed.ID(), Kind: dateline.Kill, By: "mona", Time: now, Reason: "wrong"})
		return err
	})
	ids := []dateline.ItemID{killed.ID(), excerpt.ID(), inside.ID(), open.ID(), linked.ID(), unsure.ID(), "nowhereeeeeee"}
	got, err := w.reader.Spoken(context.Background(), ids)
	if err != nil || len(got) != 2 || got[0].ID != excerpt.ID() || got[1].ID != open.ID() {
		t.Fatalf("%d items, %v; want the excerpt, then the open one", len(got), err)
	}
	for i := range got {
		own, err := w.reader.Item(context.Background(), got[i].ID)
		if err != nil || !reflect.DeepEqual(got[i].Quotes, own.Quotes) || got[i].Quotes[0].Person != salma {
			t.Errorf("%+v, %v; on its page %+v", got[i].Quotes, err, own.Quotes)
		}
	}
	w.mark(dateline.Person{ID: salma, Private: true})
	if got, err = w.reader.Spoken(context.Background(), ids); err != nil || len(got) != 2 || !got[0].Quotes[0].Private || got[0].Quotes[0].Person != "" {
		t.Errorf("hidden: %+v, %v", got, err)
	}
	if got, err = w.reader.Spoken(context.Background(), nil); err != nil || len(got) != 0 {
		t.Errorf("of no items: %+v, %v", got, err)
	}
}

func TestPersonJoined(t *testing.T) {
	other := says("b", 2, "“The lake will rise by spring,” Idris Halwani said.")
	other.Person, other.Name = idris, "Idris Halwani"
	w := newSpokenWorld(t, says("a", 1, gates), other)
	w.mark(dateline.Person{ID: idris, Into: salma})
	p, err := w.reader.Person(context.Background(), idris)
	if err != nil || p.Into != salma || len(p.Said) > 0 {
		t.Errorf("the joined one is %+v, %v", p, err)
	}
	if p, err = w.reader.Person(context.Background(), salma); err != nil || len(p.Said) != 2 || p.Statements != 2 {
		t.Errorf("the one that stands said %d, %v", len(p.Said), err)
	}
	w.mark(dateline.Person{ID: salma, Private: true})
	if _, err = w.reader.Person(context.Background(), idris); !errors.Is(err, dateline.ErrNotFound) {
		t.Errorf("joined into somebody hidden: %v", err)
	}
}

// TestPersonIsSummedUpFromWhatIsOut looks for words of what is not.
func TestPersonIsSummedUpFromWhatIsOut(t *testing.T) {
	secret := says("b", 2, gates)
	secret.Source, secret.Name, secret.Role = "inside", "Secret Nawfal", "the spy"
	linked := says("c", 3, "“نعم، سنبقيها مفتوحة,” قالت سلمى نوفل")
	linked.Source, linked.Name, linked.Language, linked.Unsure = "sabil", "سلمى نوفل", "ar", true
	w := newSpokenWorld(t, says("a", 1, gates), secret, linked)
	p, err := w.reader.Person(context.Background(), salma)
	if err != nil {
		t.Fatal(err)
	}
	if text := fmt.Sprintf("%+v", p); strings.Contains(text, "Secret") || strings.Contains(text, "spy") || strings.Contains(text, "سلمى") {
		t.Errorf("the person tells what is not out: %s", text)
	}
	if p.Statements != 1 || p.Items != 1 || len(p.Sources) != 1 || !p.Last.Equal(hours(1)) {
		t.Errorf("counts tell of what is not out: %+v", p.Person)
	}
	// Where the whole text is shown the name is no secret, though the rules are
	// not sure of what was said.
	linked.GUID, linked.Source = "d", "delta"
	w.put(linked)
	if p, err = w.reader.Person(context.Background(), salma); err != nil || p.Names["ar"] != "سلمى نوفل" || p.Statements != 1 {
		t.Errorf("names are %v, statements %d, %v", p.Names, p.Statements, err)
	}
}

// TestSayings puts variants together and keeps the rest apart.
func TestSayings(t *testing.T) {
	at := func(l saidtest.Line, source dateline.SourceID) saidtest.Line { l.Source = source; return l }
	as := func(l saidtest.Line, p dateline.Polarity) saidtest.Line { l.Polarity = p; return l }
	again := "Nawfal said: “We will not close the gates of the dam this winter.”"
	for name, test := range map[string]struct {
		lines []saidtest.Line
		want  string
	}{
		"newest first":           {[]saidtest.Line{says("a", 1, gates), says("b", 2, water)}, water + "\n" + gates},
		"one outlet each":        {[]saidtest.Line{says("a", 1, gates), at(says("b", 2, again), "nahr")}, gates + " + nahr"},
		"the earliest stands":    {[]saidtest.Line{says("a", 2, gates), at(says("b", 1, again), "nahr")}, again + " + delta"},
		"few words are no proof": {[]saidtest.Line{says("a", 1, "“Not now,” Nawfal said."), says("b", 2, "Nawfal: “Not now.”")}, "Nawfal: “Not now.”\n“Not now,” Nawfal said."},
		"said again much later":  {[]saidtest.Line{says("a", -600, gates), says("b", 1, again)}, again + "\n" + gates},
		"another number": {
			[]saidtest.Line{says("a", 1, "“We have 40 boats,” Nawfal said."), says("b", 2, "“It was never our dam,” Nawfal said.")},
			"“It was never our dam,” Nawfal said.\n“We have 40 boats,” Nawfal said.",
		},
		"but for a number": {
			[]saidtest.Line{says("a", 1, "“We have sent 40 boats to the islands of the delta,” Nawfal said."), says("b", 2, "“We have sent 50 boats to the islands of the delta,” Nawfal said.")},
			"“We have sent 50 boats to the islands of the delta,” Nawfal said.\n“We have sent 40 boats to the islands of the delta,” Nawfal said.",
		},
		"but for a number in words": {
			[]saidtest.Line{says("a", 1, "“There are two hundred people missing after the flood in the old town,” Nawfal said."), says("b", 2, "“There are three hundred people missing after the flood in the old town,” Nawfal said.")},
			"“There are three hundred people missing after the flood in the old town,” Nawfal said.\n“There are two hundred people missing after the flood in the old town,” Nawfal said.",
		},
		"but for an Arabic number in words": {
			[]saidtest.Line{says("a", 1, "Nawfal: «سنرسل ثلاثمئة قارب إلى جزر الدلتا هذا الشتاء»"), says("b", 2, "Nawfal: «سنرسل أربعمئة قارب إلى جزر الدلتا هذا الشتاء»")},
			"Nawfal: «سنرسل أربعمئة قارب إلى جزر الدلتا هذا الشتاء»\nNawfal: «سنرسل ثلاثمئة قارب إلى جزر الدلتا هذا الشتاء»",
		},
		"but for a negation that is joined": {
			[]saidtest.Line{says("a", 1, "Nawfal: «نغلق بوابات السد الكبير في هذا الشتاء كله»"), says("b", 2, "Nawfal: «فلا نغلق بوابات السد الكبير في هذا الشتاء كله»")},
			"Nawfal: «فلا نغلق بوابات السد الكبير في هذا الشتاء كله»\nNawfal: «نغلق بوابات السد الكبير في هذا الشتاء كله»",
		},
		"but for a negation": {
			[]saidtest.Line{says("a", 1, gates), says("b", 2, strings.Replace(gates, "will not", "will", 1))},
			strings.Replace(gates, "will not", "will", 1) + "\n" + gates,
		},
		"but for an Arabic negation": {
			[]saidtest.Line{says("a", 1, "Nawfal: «سنغلق بوابات السد الكبير هذا الشتاء كله»"), says("b", 2, "Nawfal: «ولن نغلق بوابات السد الكبير هذا الشتاء كله»")},
			"Nawfal: «ولن نغلق بوابات السد الكبير هذا الشتاء كله»\nNawfal: «سنغلق بوابات السد الكبير هذا الشتاء كله»",
		},
		"with another word": {
			[]saidtest.Line{says("a", 1, gates), at(says("b", 2, strings.Replace(gates, "this winter", "in this winter", 1)), "nahr")},
			gates + " + nahr",
		},
		"denied in another story": {[]saidtest.Line{says("a", 1, gates), as(says("b", 2, water), dateline.Denies)}, water + "\n" + gates},
	} {
		if got := newSpokenWorld(t, test.lines...).said(salma); got != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, test.want)
		}
	}
}

// TestSayingsOfOneTextAndStory has items that the match stage has tied together.
func TestSayingsOfOneTextAndStory(t *testing.T) {
	a, b, c := says("a", 1, gates), says("b", 2, "“We will not close the gates,” Nawfal said."), says("c", 3, water)
	b.Source, c.Polarity = "nahr", dateline.Denies
	w := newSpokenWorld(t, a, b, c)
	if got, want := w.said(salma), c.Sentence+"\n"+b.Sentence+"\n"+a.Sentence; got != want {
		t.Fatalf("before:\n%s\nwant\n%s", got, want)
	}
	w.do(func(ctx context.Context, tx dateline.Tx) error {
		if err := tx.PutFamilies(ctx, dateline.Family{ID: a.ID(), Members: []dateline.ItemID{a.ID(), b.ID()}}); err != nil {
			return err
		}
		var told []dateline.Told
		for _, l := range []saidtest.Line{a, b, c} {
			told = append(told, dateline.Told{Item: l.ID(), Version: 1, Story: "story", When: l.At, Language: "en", Source: l.Source})
		}
		return tx.Tell(ctx, told)
	})
	if got, want := w.said(salma), c.Sentence+"\n"+a.Sentence+" + nahr denied"; got != want {
		t.Errorf("after:\n%s\nwant\n%s", got, want)
	}
}

// TestPersonsTellNothingThatIsNotOut makes worlds in which every word tells whose
// it is, and looks for words that must not be in anything that is said of persons.
func TestPersonsTellNothingThatIsNotOut(t *testing.T) {
	shown, excerpts := 0, 0
	for seed := range uint64(6) {
		world, w := rightstest.New(seed, 150, now), newSpokenWorld(t)
		if err := world.Fill(context.Background(), w.store, search.Words); err != nil {
			t.Fatal(err)
		}
		w.do(func(context.Context, dateline.Tx) error { return nil })
		if _, err := world.Speak(context.Background(), w.store); err != nil {
			t.Fatal(err)
		}
		if err := world.Finish(context.Background(), w.store); err != nil {
			t.Fatal(err)
		}
		w.do(func(context.Context, dateline.Tx) error { return nil })
		for _, id := range world.Persons() {
			p, err := w.reader.Person(context.Background(), id)
			if err != nil && !errors.Is(err, dateline.ErrNotFound) {
				t.Fatal(err)
			}
			for i := range p.Said {
				shown++
				if p.Said[i].View.Usage == dateline.UsageExcerpt {
					excerpts++
				}
				p.Said[i].View.Link = "" // may be followed by anybody, and is in every view
			}
			if faults := world.Broken(fmt.Sprintf("%+v", p)); len(faults) > 0 {
				t.Errorf("world %d, %s: %s", seed, id, strings.Join(faults[:min(3, len(faults))], "\n"))
			}
		}
	}
	if shown < 100 || excerpts < 20 {
		t.Errorf("%d statements were shown, %d of them within excerpts: the test proves little", shown, excerpts)
	}
}

// TestPersonBehindWhatIsNotShown has more newer statements for the desk than are
// shown of anybody: an item that is out leads to the page, so there must be one.
func TestPersonBehindWhatIsNotShown(t *testing.T) {
	var lines []saidtest.Line
	for n := range mostSaid + 1 {
		l := says(fmt.Sprint("d", n), 50, fmt.Sprintf("“We will close gate %d of the dam,” Nawfal told reporters.", n))
		l.Source = "inside"
		lines = append(lines, l)
	}
	w := newSpokenWorld(t, append(lines, says("a", 1, gates))...)
	if got := w.said(salma); got != gates {
		t.Errorf("the page says %s", got)
	}
	p, err := w.reader.Person(context.Background(), salma)
	if err != nil || p.More {
		t.Errorf("there is more behind the last one: %v, %v", p.More, err)
	}
	v, err := w.reader.Item(context.Background(), lines[0].ID())
	if err == nil {
		t.Errorf("an item for the desk is out: %+v", v)
	}
}

// readsStore counts the items that are read whole.
type readsStore struct {
	dateline.Store
	items int
}

type readsTx struct {
	dateline.Tx
	store *readsStore
}

func (s *readsStore) View(ctx context.Context, f func(dateline.Tx) error) error {
	return s.Store.View(ctx, func(tx dateline.Tx) error { return f(readsTx{tx, s}) })
}

func (t readsTx) Items(ctx context.Context, ids []dateline.ItemID) ([]dateline.Item, error) {
	t.store.items += len(ids)
	return t.Tx.Items(ctx, ids)
}

// TestConfirmedReadsLittle lists somebody who said much, somebody whose words are
// behind others that are not shown, and nobody who has nothing to show.
func TestConfirmedReadsLittle(t *testing.T) {
	var lines []saidtest.Line
	for n := range 200 {
		lines = append(lines, says(fmt.Sprint("a", n), n, fmt.Sprintf("“We will close gate %d,” Nawfal said.", n)))
		hidden := says(fmt.Sprint("b", n), n, fmt.Sprintf("“We will open gate %d,” Idris Halwani said.", n))
		hidden.Person, hidden.Name = idris, "Idris Halwani"
		if n > 0 {
			hidden.Source = "inside"
		}
		lines = append(lines, hidden)
	}
	none := says("c", 1, "“No,” said Karim Saleh.")
	none.Person, none.Name, none.Source = "karimaaaaaaaa", "Karim Saleh", "inside"
	store := &readsStore{Store: mem.New()}
	w := worldOn(t, store, append(lines, none)...)
	for _, id := range []dateline.PersonID{salma, idris, none.Person} {
		w.mark(dateline.Person{ID: id, Confirmed: true})
	}
	store.items = 0
	got, err := w.reader.Confirmed(context.Background(), 10)
	if err != nil || len(got) != 2 || !slices.Contains(got, salma) || !slices.Contains(got, idris) {
		t.Errorf("confirmed are %v, %v", got, err)
	}
	if store.items > 200+3*fewSaid {
		t.Errorf("%d items were read for it", store.items)
	}
}
