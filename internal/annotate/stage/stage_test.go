package stage_test

import (
	"context"
	"reflect"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/annotate"
	"dateline/internal/annotate/stage"
	"dateline/internal/store/mem"
)

// follow takes the stage to the end of the log, as the newsroom does, so many
// entries at a time.
func follow(t *testing.T, s dateline.Store, batch int) {
	t.Helper()
	name := stage.Statements{}.Name()
	for more := true; more; {
		update(t, s, func(ctx context.Context, tx dateline.Tx) error {
			at, err := tx.Cursor(ctx, name)
			if err != nil {
				return err
			}
			entries, err := tx.Entries(ctx, at, batch)
			if more = len(entries) > 0; err != nil || !more {
				return err
			}
			if err := (stage.Statements{}).Step(ctx, tx, entries); err != nil {
				return err
			}
			return tx.SetCursor(ctx, name, entries[len(entries)-1].Seq)
		})
	}
}

func update(t *testing.T, s dateline.Store, f func(context.Context, dateline.Tx) error) {
	t.Helper()
	ctx := context.Background()
	if err := s.Update(ctx, func(tx dateline.Tx) error { return f(ctx, tx) }); err != nil {
		t.Fatal(err)
	}
}

func keep(t *testing.T, s dateline.Store, items ...dateline.Item) {
	t.Helper()
	update(t, s, func(ctx context.Context, tx dateline.Tx) error {
		kept := make([]dateline.Kept, len(items))
		for i := range items {
			kept[i].Item = items[i]
		}
		_, err := tx.Keep(ctx, kept)
		return err
	})
}

func statements(t *testing.T, s dateline.Store, ids ...dateline.ItemID) (of map[dateline.ItemID][]dateline.Marked) {
	t.Helper()
	ctx := context.Background()
	if err := s.View(ctx, func(tx dateline.Tx) (err error) { of, err = tx.StatementsOf(ctx, ids); return err }); err != nil {
		t.Fatal(err)
	}
	return of
}

func log(t *testing.T, s dateline.Store) (entries []dateline.Entry) {
	t.Helper()
	ctx := context.Background()
	if err := s.View(ctx, func(tx dateline.Tx) (err error) { entries, err = tx.Entries(ctx, 0, 1000); return err }); err != nil {
		t.Fatal(err)
	}
	return entries
}

func noon() time.Time { return time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC) } // a Friday

func item(guid, language string, paragraphs ...string) dateline.Item {
	i := dateline.Item{
		ID: dateline.NewItemID("marsa", guid), Source: "marsa", GUID: guid, Language: language, Headline: guid,
		Published: dateline.Stamp{Time: noon(), Zone: "GMT", Precision: dateline.ToSecond}, Received: noon(), PubStatus: dateline.Usable,
	}
	for _, p := range paragraphs {
		i.Body = append(i.Body, dateline.Block{Kind: dateline.Paragraph, Text: p})
	}
	return i
}

func english(guid string) dateline.Item {
	return item(guid, "en", "The gates of the dam were open on Friday.",
		"Kremlin aide Salma Nawfal said on Wednesday that the gates would stay open. “We will not close them this winter,” Nawfal told reporters in the valley.",
		"A farmer denied that the fields were dry.")
}

func arabic(guid string) dateline.Item {
	return item(guid, "ar", "فُتحت بوابات السد يوم الجمعة.", "وقالت وزيرة المياه سلمى نوفل إن البوابات ستبقى مفتوحة. وأضافت: «لن نغلقها هذا الشتاء».")
}

func brief(guid string) dateline.Item { return item(guid, "en", "The dam is 90 metres high.") }

func TestMarksWhatIsKept(t *testing.T) {
	s := mem.New()
	en, ar := english("en"), arabic("ar")
	keep(t, s, en, ar, brief("brief"))
	follow(t, s, 10)
	of := statements(t, s, en.ID, ar.ID, brief("brief").ID)
	if len(of) != 2 || len(of[en.ID]) != 1 || len(of[ar.ID]) != 1 {
		t.Fatalf("statements are %+v, want those of the two reports", of)
	}
	for _, m := range of {
		if m[0].Program != annotate.Program || m[0].Version != 1 {
			t.Errorf("marked as version %d by program %d", m[0].Version, m[0].Program)
		}
	}
	words := ""
	for _, st := range of[ar.ID][0].Statements {
		words += st.Speaker + ": " + st.Words(ar.Text()) + "\n"
	}
	for _, want := range []string{"سلمى نوفل", "البوابات ستبقى مفتوحة", "لن نغلقها هذا الشتاء"} {
		if !strings.Contains(words, want) {
			t.Errorf("the Arabic statements lack %q: %s", want, words)
		}
	}
}

func TestQuotation(t *testing.T) {
	en := english("en")
	text := en.Text()
	marked := stage.Mark(&en)
	if len(marked) != 3 {
		t.Fatalf("statements are %+v", marked)
	}
	if first := marked[0]; first.Said != "2026-11-18" || first.Kind != dateline.Indirect || first.Role != "Kremlin aide" {
		t.Errorf("the first was said on %q, want the Wednesday before, by %q: %+v", first.Said, first.Role, first)
	}
	quote := marked[1]
	if quote.Speaker != "Salma Nawfal" || !quote.Named || quote.Who != "Nawfal" || !quote.Public || quote.Said != "" {
		t.Errorf("the quotation is %+v", quote)
	}
	if got, want := quote.Sentence.In(text), "“We will not close them this winter,” Nawfal told reporters in the valley."; got != want {
		t.Errorf("its sentence is %q, want %q", got, want)
	}
	if denied := marked[2]; denied.Polarity != dateline.Denies || denied.Public {
		t.Errorf("the farmer's is %+v", denied)
	}
}

func TestLogTellsWhatWasMarked(t *testing.T) {
	s := mem.New()
	en := english("en")
	keep(t, s, en, brief("brief"))
	follow(t, s, 10)
	entries := log(t, s)
	last := entries[len(entries)-1]
	if len(entries) != 3 || last.Kind != dateline.EntryMarked || last.Item != en.ID || last.Version != 1 || !last.Time.Equal(noon()) {
		t.Errorf("the log ends with %+v", last)
	}
	if last.Note != "3" {
		t.Errorf("it tells of %s statements, want 3", last.Note)
	}
}

// TestVersions keeps three versions: with a statement, with another, and with
// none. Each keeps its own, however late the stage comes by.
func TestVersions(t *testing.T) {
	one, two, three := english("a"), english("a"), english("a")
	two.Body[2].Text = "A fisherman warned that the harbour would silt up."
	three.Body = three.Body[:1]
	var results []map[dateline.ItemID][]dateline.Marked
	for _, late := range []bool{false, true} {
		s := mem.New()
		for _, v := range []dateline.Item{one, two, three} {
			keep(t, s, v)
			if !late {
				follow(t, s, 10)
			}
		}
		follow(t, s, 10)
		results = append(results, statements(t, s, one.ID))
	}
	if !reflect.DeepEqual(results[0], results[1]) {
		t.Errorf("in time %v\nlate %v", results[0], results[1])
	}
	of := results[0][one.ID]
	if len(of) != 2 || of[0].Version != 1 || of[1].Version != 2 {
		t.Fatalf("marked are %+v", of)
	}
	same := func(i int) bool { return of[0].Statements[i].ID == of[1].Statements[i].ID }
	if !same(0) || !same(1) || same(2) {
		t.Errorf("a statement that stays must keep its address, and another one must not have it: %+v", of)
	}
}

// TestRebuild demands that a cursor set back to any place changes nothing.
func TestRebuild(t *testing.T) {
	s := mem.New()
	changed, erased := english("en"), english("erased")
	changed.Body[2].Text = "A fisherman warned that the harbour would silt up."
	keep(t, s, english("en"), arabic("ar"))
	keep(t, s, changed, erased)
	follow(t, s, 3)
	update(t, s, func(ctx context.Context, tx dateline.Tx) error { return tx.Erase(ctx, erased.ID, noon()) })
	follow(t, s, 3)
	ids := []dateline.ItemID{changed.ID, arabic("ar").ID, erased.ID}
	want, entries := statements(t, s, ids...), len(log(t, s))
	if len(want[ids[0]]) != 2 || len(want[ids[1]]) != 1 || len(want[ids[2]]) != 0 {
		t.Fatalf("marked are %+v", want)
	}
	for back := range int64(entries) {
		update(t, s, func(ctx context.Context, tx dateline.Tx) error {
			return tx.SetCursor(ctx, stage.Statements{}.Name(), back)
		})
		follow(t, s, 1+int(back)%4)
		if got := statements(t, s, ids...); !reflect.DeepEqual(got, want) {
			t.Fatalf("after going back to %d: %+v, want %+v", back, got, want)
		}
		if n := len(log(t, s)); n != entries {
			t.Fatalf("after going back to %d the log has %d entries, want %d", back, n, entries)
		}
	}
}

// TestNewRules leaves rows of other rules in the store: what they marked wrongly
// goes, and what they marked alike says which rules it is by now.
func TestNewRules(t *testing.T) {
	s := mem.New()
	en, none := english("en"), brief("brief")
	keep(t, s, en, none)
	right := dateline.Marked{Item: en.ID, Version: 1, Program: annotate.Program - 1, Statements: stage.Mark(&en)}
	wrong := right
	wrong.Item = none.ID
	update(t, s, func(ctx context.Context, tx dateline.Tx) error { return tx.PutStatements(ctx, right, wrong) })
	follow(t, s, 10)
	of := statements(t, s, en.ID, none.ID)
	if len(of[none.ID]) != 0 {
		t.Errorf("a wrong row stays: %+v", of[none.ID])
	}
	if got := of[en.ID]; len(got) != 1 || got[0].Program != annotate.Program {
		t.Errorf("the right row is %+v", got)
	}
	entries := log(t, s)
	if last := entries[len(entries)-1]; len(entries) != 3 || last.Item != none.ID || last.Note != "0" {
		t.Errorf("the log must tell of the one that changed alone, and ends with %+v", last)
	}
}

func TestRole(t *testing.T) {
	for _, test := range []struct{ text, role string }{
		{"Kremlin aide Yury Ushakov said that the call was useful.", "Kremlin aide"},
		{"Yury Ushakov, a Kremlin aide, said that the call was useful.", "a Kremlin aide"},
		{"A Kremlin aide said that the call was useful.", ""},
	} {
		it := item("a", "en", test.text)
		if got := stage.Mark(&it); len(got) != 1 || got[0].Role != test.role {
			t.Errorf("%s: %+v, want the role %q", test.text, got, test.role)
		}
	}
}

// TestDays tells on which day something was said, and not on which it was.
func TestDays(t *testing.T) {
	for text, want := range map[string]string{
		"Salma Nawfal said on Wednesday that the gates would stay open.":        "2026-11-18",
		"Salma Nawfal said the gates, which closed on Monday, would stay open.": "",
		"Salma Nawfal said that the gates would stay open.":                     "",
		"وقالت سلمى نوفل يوم الأربعاء إن البوابات ستبقى مفتوحة.":                "2026-11-18",
	} {
		it := item("a", "en", text)
		if text[0] > 'z' {
			it.Language = "ar"
		}
		if got := stage.Mark(&it); len(got) != 1 || got[0].Said != want {
			t.Errorf("%s: %+v, want it said on %q", text, got, want)
		}
	}
}

// TestDayOfTheItem: relative days count from the day of the item; one without a
// day of its own counts from when it was first seen, and one with neither from nothing.
func TestDayOfTheItem(t *testing.T) {
	const text = "Salma Nawfal said on Wednesday that the gates would stay open."
	day := func(d int) time.Time { return time.Date(2026, 11, d, 12, 0, 0, 0, time.UTC) }
	stamp := func(d int, c dateline.Confidence) dateline.Stamp {
		return dateline.Stamp{Time: day(d), Zone: "UTC", Precision: dateline.ToDay, Confidence: c}
	}
	for _, tt := range []struct {
		name      string
		published dateline.Stamp
		seen      time.Time
		want      string
	}{
		{"its own", stamp(20, dateline.Sure), day(27), "2026-11-18"},
		{"when it was first seen", dateline.Stamp{}, day(27), "2026-11-25"},
		{"none", dateline.Stamp{}, time.Time{}, ""},
	} {
		it := item("a", "en", text)
		it.Published, it.FirstSeen = tt.published, tt.seen
		if got := stage.Mark(&it); len(got) != 1 || got[0].Said != tt.want {
			t.Errorf("%s: %+v, want it said on %q", tt.name, got, tt.want)
		}
	}
}

// TestSpansFit demands of every text, however odd, that all spans lie in it.
func TestSpansFit(t *testing.T) {
	for _, text := range []string{
		"", "“", "said", "“Yes,” he said", "He said “yes", "«نعم» قال", "“One.” “Two,” said Ray. “Three", "Ray said:\n\n“One\n\n“Two”",
		strings.Repeat("“x,” said Ray. ", 300), "\xff“Yes,” Ray said\xfe.",
	} {
		it := item("x", "en", text)
		seen := map[dateline.StatementID]bool{}
		for _, s := range stage.Mark(&it) {
			if seen[s.ID] {
				t.Errorf("two statements of %.40q are %s", text, s.ID)
			}
			seen[s.ID] = true
			if s.Sentence.In(it.Text()) == "" {
				t.Errorf("a statement of %.40q has the sentence %v", text, s.Sentence)
			}
			for _, span := range append(append(s.Source, s.Cue...), s.Content...) {
				if span.In(it.Text()) == "" || span.Start < s.Sentence.Start || span.End > s.Sentence.End {
					t.Errorf("a span %v of %.40q is not in its sentence %v", span, text, s.Sentence)
				}
			}
		}
	}
}

// TestSaid tells when something was said: never on a day that has not come, nor
// on that of an event which the sentence names beside it.
func TestSaid(t *testing.T) {
	for _, test := range []struct{ language, text, want string }{
		{"en", "“We will win the vote,” Salma Nawfal said ahead of the election on 3 November 2030.", ""},
		{"en", "Ahead of the summit on 15 June 2030, Salma Nawfal said: “We will keep it open for all of us.”", ""},
		{"en", "“We will keep it open for all of us,” Salma Nawfal said before the vote next Thursday.", ""},
		{"en", "“We will keep it open for all of us,” Salma Nawfal said after the vote on Wednesday.", ""},
		{"en", "“We will keep it open for all of us,” Salma Nawfal said on Thursday after the vote on Wednesday.", "2026-11-19"},
		{"en", "“We will win the vote,” Salma Nawfal said on Tuesday.", "2026-11-17"},
		{"en", "After the vote, Salma Nawfal said on Tuesday: “We will keep it open for all of us.”", "2026-11-17"},
		{"en", "“We will keep it open for all of us,” Salma Nawfal said on 3 November 2030.", ""},
		{"en", "“We will keep it open for all of us,” Salma Nawfal said on Friday.", "2026-11-20"},
		{"en", "“We will keep it open for all of us,” Salma Nawfal said on Tuesday and on Wednesday.", ""}, // which of the two is not told
		{"en", "“We will keep it open for all of us,” Salma Nawfal said on Tuesday, 17 November 2026.", "2026-11-17"},
		{"en", "The council met on Monday. “We will keep it open for all of us,” Salma Nawfal said.", ""},
		{"en", "“We will keep it open for all of us,” Salma Nawfal said. The council meets on Monday.", ""},
		{"ar", "وقالت الوزيرة سلمى نوفل بعد ظهر الثلاثاء: «سنبقيها مفتوحة».", "2026-11-17"},
		{"ar", "وقالت الوزيرة سلمى نوفل قبل القمة المقررة في 15 يونيو 2030: «سنبقيها مفتوحة».", ""},
		{"ar", "وقالت الوزيرة سلمى نوفل بعد القمة في 15 يونيو 2026: «سنبقيها مفتوحة».", ""},
		{"ar", "وقالت الوزيرة سلمى نوفل يوم الثلاثاء: «سنبقيها مفتوحة».", "2026-11-17"},
	} {
		it := item("x", test.language, test.text)
		marked := stage.Mark(&it)
		if len(marked) != 1 || marked[0].Said != test.want {
			t.Errorf("%s\n%+v, want it said on %q", test.text, marked, test.want)
		}
	}
}
