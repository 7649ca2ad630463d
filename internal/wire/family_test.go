package wire

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/api/rightstest"
	"dateline/internal/search"
	"dateline/internal/store/mem"
)

// A relatedWorld is a world of items in every state with families and stories
// over all of them.
type relatedWorld struct {
	*rightstest.World
	t        *testing.T
	store    dateline.Store
	reader   *Reader
	families []dateline.Family
	stories  map[dateline.StoryID][]dateline.ItemID
}

func newRelatedWorld(t *testing.T, seed uint64) *relatedWorld {
	t.Helper()
	w := &relatedWorld{World: rightstest.New(seed, 70, now), t: t, store: mem.New()}
	pub := dateline.Publication{Editions: []dateline.Edition{{Language: "en"}, {Language: "ar"}}}
	w.reader = NewReader(w.store, pub, func() time.Time { return now })
	ctx := context.Background()
	if err := w.Fill(ctx, w.store, search.Words); err != nil {
		t.Fatal(err)
	}
	err := w.store.Update(ctx, func(tx dateline.Tx) error {
		entries, err := tx.Entries(ctx, 0, 1<<20)
		if err != nil {
			return err
		}
		return (Stage{}).Step(ctx, tx, entries)
	})
	if err != nil {
		t.Fatal(err)
	}
	if w.families, w.stories, err = w.Relate(ctx, w.store); err != nil {
		t.Fatal(err)
	}
	if err := w.Finish(ctx, w.store); err != nil {
		t.Fatal(err)
	}
	return w
}

// out are those of the items that the public may know of.
func (w *relatedWorld) out(ids []dateline.ItemID) (out []dateline.ItemID) {
	for _, id := range ids {
		if w.Out(id) {
			out = append(out, id)
		}
	}
	return out
}

func idsOf(f Family) (ids []dateline.ItemID) {
	for i := range f.Members {
		ids = append(ids, f.Members[i].View.ID)
	}
	return ids
}

// TestOnlyWhatIsOutIsNamedOrCounted: whatever became of items that stand in one
// family or story, those that may not be known are neither in it nor counted, and
// all others are.
func TestOnlyWhatIsOutIsNamedOrCounted(t *testing.T) {
	named := 0
	for seed := range uint64(8) {
		named += newRelatedWorld(t, seed).check()
	}
	if named < 100 {
		t.Errorf("only %d items were named: the test proves little", named)
	}
}

func (w *relatedWorld) check() (named int) {
	ctx := context.Background()
	families, err := w.reader.Families(ctx, w.IDs())
	if err != nil {
		w.t.Fatal(err)
	}
	for _, f := range w.families {
		out := w.out(f.Members)
		for _, id := range f.Members {
			got, ok := families[id]
			if ok != (w.Out(id) && len(out) > 1) {
				w.t.Errorf("item %s has a family: %v, of which %d are out", id, ok, len(out))
			}
			if ok && !slices.Equal(idsOf(got), out) {
				w.t.Errorf("family %v, want %v", idsOf(got), out)
			}
			w.checkMembers(got)
			named += len(got.Members)
		}
	}
	w.checkKin(families)
	w.checkStories()
	for _, id := range w.out(w.IDs()) {
		found, err := w.reader.Translations(ctx, id)
		if err != nil {
			w.t.Fatal(err)
		}
		for _, tr := range found {
			if !w.Out(tr.View.ID) || tr.By != dateline.ByGuess {
				w.t.Errorf("translation %s by %s", tr.View.ID, tr.By)
			}
		}
	}
	return named
}

// checkKin demands that lists say of an item what its family says.
func (w *relatedWorld) checkKin(families map[dateline.ItemID]Family) {
	kin, err := w.reader.Kin(context.Background(), w.IDs())
	if err != nil {
		w.t.Fatal(err)
	}
	want := map[dateline.ItemID]Kin{}
	for id, f := range families {
		want[id] = f.Kin(id)
	}
	if !reflect.DeepEqual(kin, want) {
		w.t.Errorf("kin are %v, by their families %v", kin, want)
	}
}

// checkMembers looks at every word of a family, and at what each is made from.
func (w *relatedWorld) checkMembers(f Family) {
	for i := range f.Members {
		m := &f.Members[i]
		if m.Of != "" && f.Member(m.Of) == nil {
			w.t.Errorf("%s is said to be made from %s, which is not out", m.View.ID, m.Of)
		}
		if (m.Kind == "") != (i == 0) && w.connected(f) {
			w.t.Errorf("member %d is of kind %q", i, m.Kind)
		}
		if faults := w.Broken(everything(m.View)); len(faults) > 0 {
			w.t.Errorf("a member says %s", strings.Join(faults, "; "))
		}
		for _, n := range f.Corrections(m.View.ID) {
			if !w.Out(n.View.ID) {
				w.t.Errorf("a correction of %s, which is not out", n.View.ID)
			}
		}
	}
}

// connected reports whether nothing of a family was erased: an erased item takes
// its rows along, and what hung on it hangs on nothing.
func (w *relatedWorld) connected(f Family) bool {
	rows := 0
	err := w.store.View(context.Background(), func(tx dateline.Tx) error {
		of, err := tx.FamiliesOf(context.Background(), []dateline.ItemID{f.Members[0].View.ID})
		for _, full := range of {
			matches, err := tx.MatchesOf(context.Background(), full.Members)
			if err != nil {
				return err
			}
			for _, list := range matches {
				if slices.ContainsFunc(list, func(m dateline.Match) bool {
					return slices.Contains(full.Members, m.Of) && m.Kind != dateline.MatchTranslation
				}) {
					rows++
				}
			}
			rows -= len(full.Members) - 1
		}
		return err
	})
	return err == nil && rows == 0
}

func (w *relatedWorld) checkStories() {
	ctx := context.Background()
	var all []dateline.StoryID
	for id := range w.stories {
		all = append(all, id)
	}
	sums, err := w.reader.Stories(ctx, all)
	if err != nil {
		w.t.Fatal(err)
	}
	for id, items := range w.stories {
		out := w.out(items)
		story, err := w.reader.Story(ctx, id)
		if errors.Is(err, dateline.ErrNotFound) != (len(out) == 0) {
			w.t.Errorf("story with %d items out: %v", len(out), err)
		}
		sum, ok := sums[id]
		if ok != (len(out) > 1) || ok && sum.Items != len(out) {
			w.t.Errorf("story of %d items out is summed up to %d", len(out), sum.Items)
		}
		if story.Items != len(out) || len(story.Views) != len(out) {
			w.t.Errorf("story has %d items and shows %d, want %d", story.Items, len(story.Views), len(out))
		}
		for language, id := range story.Headlines {
			if !w.Out(id) {
				w.t.Errorf("headed in %s by %s, which is not out", language, id)
			}
		}
		for i := range story.Views {
			if faults := w.Broken(everything(story.Views[i])); len(faults) > 0 {
				w.t.Errorf("a story says %s", strings.Join(faults, "; "))
			}
		}
		for i := range story.Families {
			w.checkMembers(story.Families[i])
		}
	}
}

// A kinship whose middle is not out still says what its ends are to each other.
func TestKindsAcrossWhatIsNotOut(t *testing.T) {
	row := func(of dateline.ItemID, kind dateline.MatchKind) dateline.Match {
		return dateline.Match{Of: of, Kind: kind, OfShare: 0.5}
	}
	rows := map[dateline.ItemID][]dateline.Match{
		"b": {row("a", dateline.MatchRewrite)}, "c": {row("b", dateline.MatchDuplicate)},
		"d": {row("a", dateline.MatchUpdate)}, "e": {row("d", dateline.MatchExcerpt)},
	}
	of := func(out string, rows map[dateline.ItemID][]dateline.Match) *kinship {
		f, filings := dateline.Family{}, map[dateline.ItemID]dateline.Filing{}
		for _, id := range out {
			f.Members = append(f.Members, dateline.ItemID(id))
			filings[dateline.ItemID(id)] = dateline.Filing{Item: dateline.ItemID(id)}
		}
		for _, id := range "abcdez" {
			if !strings.ContainsRune(out, id) {
				f.Members = append(f.Members, dateline.ItemID(id))
			}
		}
		return kin(f, filings, rows)
	}
	for _, test := range []struct {
		name, out string // the earliest first
		of        dateline.ItemID
		kind      dateline.MatchKind
		nearest   dateline.ItemID
		share     float64
	}{
		{"of the earliest", "ab", "b", dateline.MatchRewrite, "a", 0.5},
		{"a copy of a rewrite is a rewrite", "abc", "c", dateline.MatchRewrite, "b", 0},
		{"across what is hidden", "ac", "c", dateline.MatchRewrite, "a", 0},
		{"a copy of what is now the earliest", "bc", "c", dateline.MatchDuplicate, "b", 0.5},
		{"both of something hidden", "bd", "d", dateline.MatchRewrite, "", 0},
		{"an excerpt of an update", "ade", "e", dateline.MatchExcerpt, "d", 0},
		{"nothing ties them", "az", "z", "", "", 0},
	} {
		m := of(test.out, rows).member(View{ID: test.of})
		if m.Kind != test.kind || m.Of != test.nearest || m.Share != test.share {
			t.Errorf("%s: %q of %q, share %v; want %q of %q, %v", test.name, m.Kind, m.Of, m.Share, test.kind, test.nearest, test.share)
		}
	}
	ring := of("ab", map[dateline.ItemID][]dateline.Match{"a": {row("b", dateline.MatchDuplicate)}, "b": {row("a", dateline.MatchDuplicate)}})
	if m := ring.member(View{ID: "b"}); m.Kind != dateline.MatchDuplicate {
		t.Errorf("in a ring: %q", m.Kind)
	}
}

func TestCorrectionsReachCopies(t *testing.T) {
	at := func(m int) time.Time { return now.Add(time.Duration(m) * time.Minute) }
	notice := func(kind dateline.DecisionKind, text string, m int) dateline.FiledNotice {
		return dateline.FiledNotice{Notice: dateline.Notice{Kind: kind, Text: text}, Time: at(m)}
	}
	origin := View{ID: "a", FirstSeen: at(0), Notices: []dateline.FiledNotice{
		notice(dateline.Correct, "early", 5), notice(dateline.Update, "update", 30), notice(dateline.Correct, "late", 40),
		notice(dateline.Clarify, "clear", 50),
	}}
	mended := View{ID: "m", FirstSeen: at(10), Notices: []dateline.FiledNotice{notice(dateline.Correct, "own", 45)}}
	clarified := View{ID: "k", FirstSeen: at(10), Notices: []dateline.FiledNotice{notice(dateline.Clarify, "own", 45)}} // corrects nothing
	f := Family{Members: []Member{
		{View: origin},
		{View: View{ID: "c", FirstSeen: at(10)}, Of: "a", OfKind: dateline.MatchDuplicate},
		{View: View{ID: "cc", FirstSeen: at(20)}, Of: "c", OfKind: dateline.MatchExcerpt},
		{View: View{ID: "r", FirstSeen: at(10)}, Of: "a", OfKind: dateline.MatchRewrite},
		{View: View{ID: "rc", FirstSeen: at(10)}, Of: "r", OfKind: dateline.MatchDuplicate},
		{View: View{ID: "n", FirstSeen: at(60)}, Of: "a", OfKind: dateline.MatchDuplicate},
		{View: mended, Of: "a", OfKind: dateline.MatchDuplicate},
		{View: clarified, Of: "a", OfKind: dateline.MatchDuplicate},
	}}
	for i := range f.Members { // each of another source
		f.Members[i].View.Source.ID = dateline.SourceID(f.Members[i].View.ID)
	}
	for id, want := range map[dateline.ItemID]string{
		"a": "", "c": "late clear", "cc": "late clear", "r": "", "rc": "", "n": "", "m": "clear", "k": "late clear", "unknown": "",
	} {
		var got []string
		for _, n := range f.Corrections(id) {
			if n.View.ID != "a" {
				t.Errorf("%s: a correction of %s", id, n.View.ID)
			}
			got = append(got, n.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}

// An agency files a correction as an item of its own: it concerns its first item and
// whoever has that, but not what the agency merely filed again, nor what others correct.
func TestCorrectionsFiledAnew(t *testing.T) {
	at := func(m int) time.Time { return now.Add(time.Duration(m) * time.Minute) }
	item := func(id dateline.ItemID, source dateline.SourceID, m int, kinds ...dateline.DecisionKind) View {
		v := View{ID: id, Source: Source{ID: source}, FirstSeen: at(m)}
		for _, k := range kinds {
			v.Notices = append(v.Notices, dateline.FiledNotice{Notice: dateline.Notice{Kind: k, Text: string(id)}, Time: at(m)})
		}
		return v
	}
	f := Family{Members: []Member{
		{View: item("origin", "agency", 30)}, // in one poll with its correction
		{View: item("copy", "post", 10), Of: "origin", OfKind: dateline.MatchDuplicate},
		{View: item("rewrite", "courier", 10), Of: "origin", OfKind: dateline.MatchRewrite},
		{View: item("again", "agency", 20, dateline.Update), Of: "origin", OfKind: dateline.MatchUpdate},
		{View: item("corrected", "agency", 30, dateline.Correct), Of: "origin", OfKind: dateline.MatchUpdate},
		{View: item("new", "agency", 30, dateline.Correct), Of: "origin", OfKind: dateline.MatchRewrite},
		{View: item("other", "post", 30, dateline.Correct), Of: "origin", OfKind: dateline.MatchDuplicate},
		{View: item("late", "fanar", 40), Of: "origin", OfKind: dateline.MatchDuplicate},
		{View: item("below", "fanar", 40), Of: "corrected", OfKind: dateline.MatchDuplicate},
	}}
	for id, want := range map[dateline.ItemID]string{
		"origin": "corrected", "copy": "corrected", "again": "corrected", "rewrite": "", "corrected": "", "new": "", "late": "", "below": "",
	} {
		var got []string
		for _, n := range f.Corrections(id) {
			got = append(got, n.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}

func TestRecord(t *testing.T) {
	f := func(id, source string, m int) dateline.Filing {
		return dateline.Filing{Item: dateline.ItemID(id), Source: dateline.SourceID(source), When: now.Add(time.Duration(m) * time.Minute)}
	}
	own := []dateline.Filing{f("a", "x", 0), f("b", "x", 10), f("c", "x", 40), f("d", "x", 90), f("e", "x", 0), f("f", "x", 5)}
	got := record(own, map[dateline.ItemID]*kinship{
		"a": {out: []dateline.Filing{own[0], f("y", "y", 3)}},
		"b": {out: []dateline.Filing{f("y2", "y", 0), own[1]}},
		"c": {out: []dateline.Filing{f("y3", "y", 0), own[2]}},
		"d": {out: []dateline.Filing{f("y4", "y", 0), own[3]}},
		"e": {out: []dateline.Filing{own[4], own[5]}}, // of its own: compares with nobody
		"f": {out: []dateline.Filing{own[4], own[5]}},
	})
	if want := (Record{Items: 6, Earliest: 1, Copies: 3, Late: 40 * time.Minute}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// TestRecordOfAnOwnText: a source that files its own text again copies nobody, though
// others have the text as well.
func TestRecordOfAnOwnText(t *testing.T) {
	first := dateline.Filing{Item: "a", Source: "x", When: now}
	again := dateline.Filing{Item: "b", Source: "x", When: now.Add(time.Hour)}
	family := &kinship{out: []dateline.Filing{first, {Item: "y", Source: "y", When: now.Add(time.Minute)}, again}}
	got := record([]dateline.Filing{first, again}, map[dateline.ItemID]*kinship{"a": family, "b": family})
	if want := (Record{Items: 2, Earliest: 1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// TestRecordOfEdits counts what a source changed in its own items, each item once, and
// not what happened to the items that these are copies of.
func TestRecordOfEdits(t *testing.T) {
	w := newSpokenWorld(t, says("a", 1, gates), says("b", 2, water), says("c", 3, "“No,” said Nawfal."))
	edit := func(guid string, kind dateline.EditKind, of dateline.ItemID) dateline.Edit {
		return dateline.Edit{Item: dateline.NewItemID("delta", guid), Version: 1, Source: "delta", Kind: kind, Time: now, Of: of}
	}
	w.do(func(ctx context.Context, tx dateline.Tx) error {
		return tx.PutEdits(ctx, edit("a", dateline.EditText, ""), edit("a", dateline.EditHeadline, ""),
			edit("b", dateline.EditText, dateline.NewItemID("delta", "c")), edit("c", dateline.EditMissing, ""))
	})
	got, err := w.reader.Record(context.Background(), "delta")
	if err != nil || got.Items != 3 || got.Edited != 1 {
		t.Errorf("%+v, %v: want one item edited of three", got, err)
	}
}

func TestMergedStory(t *testing.T) {
	w := newRelatedWorld(t, 3)
	ctx := context.Background()
	var ids []dateline.StoryID
	for id, items := range w.stories {
		if len(w.out(items)) > 0 {
			ids = append(ids, id)
		}
	}
	err := w.store.Update(ctx, func(tx dateline.Tx) error { return tx.MergeStory(ctx, ids[0], ids[1]) })
	if err != nil {
		t.Fatal(err)
	}
	s, err := w.reader.Story(ctx, ids[0])
	if err != nil || s.Merged != ids[1] || len(s.Views) != 0 {
		t.Errorf("merged story: %+v, %v", s, err)
	}
	if into, err := w.reader.Story(ctx, ids[1]); err != nil || into.Items != len(w.out(w.stories[ids[0]]))+len(w.out(w.stories[ids[1]])) {
		t.Errorf("the story it turned out to be: %d items, %v", into.Items, err)
	}
	if _, err := w.reader.Story(ctx, "nowhere"); !errors.Is(err, dateline.ErrNotFound) {
		t.Errorf("unknown story: %v", err)
	}
}
