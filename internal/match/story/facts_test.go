package story

import (
	"slices"
	"testing"

	"dateline/internal/lang"
)

func TestFactsOf(t *testing.T) {
	tests := []struct {
		text    string
		numbers []int
		days    uint8
	}{
		{"On Tuesday the navy took 26 pirates, on Friday 5 more; 26 are held.", []int{26, 5}, dayOf("tuesday") | dayOf("friday")},
		{"قال يوم الاثنين إن ٢٦ شخصا", []int{26}, dayOf("monday")},
		{"B52 pilots, 4x4 cars and a number of 99999999999999999999999", nil, 0},
		{"", nil, 0},
	}
	for _, test := range tests {
		_, words := lang.Words(test.text)
		if got := factsOf(words); !slices.Equal(got.numbers, test.numbers) || got.days != test.days {
			t.Errorf("%q: %+v, want %v and %b", test.text, got, test.numbers, test.days)
		}
	}
}

// TestDayOf: seven days, in both languages.
func TestDayOf(t *testing.T) {
	en := []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
	ar := []string{"الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"}
	all := uint8(0)
	for i := range en {
		day := dayOf(en[i])
		if other := dayOf(lang.Fold(ar[i])); day == 0 || day != other || all&day != 0 {
			t.Errorf("%s is %b, %s %b", en[i], day, ar[i], other)
		}
		all |= day
	}
	if dayOf("someday") != 0 {
		t.Error("someday is a day")
	}
}

func TestFactsAgreed(t *testing.T) {
	var story facts
	story.add(facts{numbers: []int{26, 2013}, days: 1})
	story.add(facts{numbers: []int{26}, days: 2})
	tests := []struct {
		name        string
		item        facts
		brief, long float64
	}{
		{"nothing", facts{}, 1, 1},
		{"a number of the story's", facts{numbers: []int{7, 26}}, sameNumber, 1},
		{"other numbers", facts{numbers: []int{7}}, 1, otherNumbers},
		{"one of its days", facts{days: 2 | 4}, 1, 1},
		{"another day", facts{days: 4}, otherDays, otherDays},
		{"both", facts{numbers: []int{26}, days: 4}, sameNumber * otherDays, otherDays},
	}
	for _, test := range tests {
		brief, long := story.agreed(test.item, true), story.agreed(test.item, false)
		if brief != test.brief || long != test.long {
			t.Errorf("%s: %v in a brief text, %v in a long one, want %v and %v", test.name, brief, long, test.brief, test.long)
		}
	}
	if none := (&facts{}).agreed(facts{numbers: []int{1}, days: 1}, false); none != 1 {
		t.Errorf("a story without facts leaves %v", none)
	}
}

// TestDaysKeepApart: of two raids in the same words the day tells which one a
// third report means; with dates it is the dates' to tell.
func TestDaysKeepApart(t *testing.T) {
	raid := func(day string) Item {
		return Item{Body: "Coast guards took a trawler with smugglers off Kolm on " + day + ", the admiralty of Norvik announced."}
	}
	s := grown()
	s.Restore(raid("Monday"), 0)
	s.Restore(raid("Thursday"), 1)
	for want, name := range []string{"Monday", "Thursday"} {
		m := s.member(raid(name))
		likings := s.likings(&m, nil)
		if likings[0].story != want || likings[1].score > likings[0].score*otherDays*1.1 {
			t.Errorf("%s: %+v", name, likings)
		}
		m.date = momentOf(day(1))
		if a, b := s.stories[0].agreed(&m), s.stories[1].agreed(&m); a != b {
			t.Errorf("%s with a date: %v and %v", name, a, b)
		}
	}
}

// TestRestoreKeepsFacts: also those that came by a merger.
func TestRestoreKeepsFacts(t *testing.T) {
	a, b := grown(), grown()
	items := []Item{
		{Body: "Lindquist resigned on Monday. Norvik parliament votes on 12 posts."},
		{Body: "Halvard shipyard bribes: prosecutors search 40 offices on Sunday."},
		{Body: "Lindquist resigned, Norvik parliament votes. Prosecutors search shipyard: Halvard bribes."},
	}
	for _, it := range items {
		a.Add(it)
		b.Restore(it, 0)
	}
	if c := a.Changes(); len(c) != 1 || c[0].Kind != Merged {
		t.Fatalf("%+v: the test shows nothing", c)
	}
	_, x := a.stories[0].known()
	_, y := b.stories[0].known()
	if x.days != dayOf("monday")|dayOf("sunday") || x.days != y.days || !slices.Equal(x.numbers, []int{12, 40}) || !slices.Equal(x.numbers, y.numbers) {
		t.Errorf("%+v, restored %+v", x, y)
	}
}
