package stage

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline"
)

// storyOf is the story that an item tells, and how it is told.
func storyOf(t *testing.T, store dateline.Store, it dateline.Item) (dateline.Story, dateline.Told) {
	t.Helper()
	ctx := context.Background()
	var s dateline.Story
	var told dateline.Told
	err := store.View(ctx, func(tx dateline.Tx) error {
		by, err := tx.ToldBy(ctx, []dateline.ItemID{it.ID})
		if err != nil {
			return err
		}
		told = by[it.ID]
		stories, err := tx.StoriesByID(ctx, []dateline.StoryID{told.Story})
		s = stories[told.Story]
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return s, told
}

// fire and flood are two events of which there are two reports each, in words of
// their own.
func fire(n int) string {
	return []string{
		"A fire destroyed two warehouses in Port Elsin on Monday night. Three people were hurt, said mayor Maren Holt of Port Elsin.",
		"Maren Holt, mayor of Port Elsin, promised help to the owners of the warehouses that burnt down in Elsin on Monday night.",
	}[n]
}

func flood(n int) string {
	return []string{
		"The river Grau rose by two metres in Grauberg. A school was closed, said director Ulf Tanner in Grauberg.",
		"Pupils from Grauberg are taught in the town hall while the Grau falls, Ulf Tanner said in Grauberg.",
	}[n]
}

func TestStories(t *testing.T) {
	store := press(t)
	a, b := item("nra", "fire", 10, fire(0)), item("marsa", "flood", 20, flood(0))
	c, d := item("port", "fire2", 30, fire(1)), item("nra", "flood2", 40, flood(1))
	for _, it := range []*dateline.Item{&a, &b, &c, &d} {
		it.Headline = ""
	}
	copied := item("port", "copy", 50, fire(0))
	copied.Headline = ""
	keep(t, store, a, b, c, d, copied)
	run(t, store, New(), 2, -1)
	fireStory, told := storyOf(t, store, a)
	if fireStory.ID != dateline.NewStoryID(a.ID) || fireStory.Items != 3 || fireStory.Sources != 2 || told.Confidence != 1 {
		t.Errorf("the fire is %+v, told by %+v", fireStory, told)
	}
	if s, _ := storyOf(t, store, c); s.ID != fireStory.ID {
		t.Errorf("the second report of the fire tells %+v", s)
	}
	if s, told := storyOf(t, store, copied); s.ID != fireStory.ID || !told.Copy {
		t.Errorf("the copy tells %+v: %+v", s, told)
	}
	floodStory, _ := storyOf(t, store, b)
	if s, _ := storyOf(t, store, d); s.ID != floodStory.ID || floodStory.ID == fireStory.ID || floodStory.Items != 2 {
		t.Errorf("the flood is %+v and %+v", floodStory, s)
	}
	if head := fireStory.Headlines["en"]; head != c.ID {
		t.Errorf("the fire is headed by %s, want the newest that is no copy, %s", head, c.ID)
	}
	if notes := notesOf(t, store); !strings.Contains(notes, fmt.Sprintf("%s: tells %s", c.ID, fireStory.ID)) {
		t.Errorf("the log says\n%s", notes)
	}
}

// TestMerge: two stories that a link shows to be one are merged, the smaller
// into the larger one; its address leads there, and the log says so.
func TestMerge(t *testing.T) {
	store := press(t)
	en, second := item("nra", "fire", 10, fire(0)), item("port", "fire2", 20, fire(1))
	ar, later := item("nra", "ar", 30, prose(1, 80)), item("nra", "ar2", 40, prose(1, 80)+"\n\n"+prose(2, 30))
	ar.Language, later.Language = "ar", "ar"
	second.Headline = "" // or it would have to tell the story
	stage := New()
	keep(t, store, en, second, ar)
	run(t, store, stage, 100, -1)
	small, begun := storyOf(t, store, ar)
	later.Translations = []dateline.Translation{{Language: "en", URL: en.URL}}
	keep(t, store, later)
	run(t, store, stage, 100, -1)
	large, _ := storyOf(t, store, en)
	if s, told := storyOf(t, store, ar); s.ID != large.ID || told.Strand != begun.Strand || s.Items != 4 || len(s.Languages) != 2 {
		t.Errorf("after the link: %+v, %+v", s, told)
	}
	if notes := notesOf(t, store); !strings.Contains(notes, fmt.Sprintf("%s merged into %s", small.ID, large.ID)) {
		t.Errorf("the log says\n%s", notes)
	}
	more := item("port", "ar3", 50, prose(1, 80))
	more.Language = "ar"
	keep(t, store, more)
	run(t, store, New(), 100, -1)
	if s, _ := storyOf(t, store, more); s.ID != large.ID || s.Items != 5 {
		t.Errorf("what came after the merge tells %+v", s)
	}
}

// TestSplit: an address that carries other news leaves its story; one whose text
// grows stays.
func TestSplit(t *testing.T) {
	store := press(t)
	stage := New()
	first, live := item("nra", "1", 10, prose(1, 100)), item("port", "live", 20, prose(1, 100))
	keep(t, store, first, live)
	run(t, store, stage, 100, -1)
	before, _ := storyOf(t, store, first)
	keep(t, store, item("port", "live", 20, prose(1, 100)+"\n\n"+prose(2, 80)))
	run(t, store, stage, 100, -1)
	if s, told := storyOf(t, store, live); s.ID != before.ID || told.Version != 1 {
		t.Errorf("grown, it tells %+v: %+v", s, told)
	}
	keep(t, store, item("port", "live", 20, prose(8, 100)))
	run(t, store, stage, 100, -1)
	if s, told := storyOf(t, store, live); s.ID == before.ID || s.Items != 1 || told.Version != 3 {
		t.Errorf("with other news it tells %+v: %+v", s, told)
	}
	if notes := notesOf(t, store); !strings.Contains(notes, "split from "+string(before.ID)) {
		t.Errorf("the log says\n%s", notes)
	}
}

// TestErasedLeavesItsStory also from the memory of what words tell.
func TestErasedLeavesItsStory(t *testing.T) {
	store := press(t)
	stage := New()
	a, b := item("nra", "1", 10, prose(1, 100)), item("port", "2", 20, prose(1, 100))
	keep(t, store, a, b)
	run(t, store, stage, 100, -1)
	erase(t, store, a.ID)
	run(t, store, stage, 100, -1)
	s, _ := storyOf(t, store, b)
	if s.Items != 1 || s.Headlines["en"] != b.ID {
		t.Errorf("what is left is %+v", s)
	}
	erase(t, store, b.ID)
	run(t, store, stage, 100, -1)
	if n := len(stage.strands.languages); n != 0 {
		keep(t, store, item("port", "3", 30, prose(1, 100)))
		run(t, store, stage, 100, -1)
		if got, _ := storyOf(t, store, item("port", "3", 30, "")); got.Items != 1 {
			t.Errorf("after all was erased: %+v", got)
		}
	}
}
