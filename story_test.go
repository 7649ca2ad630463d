package dateline_test

import (
	"reflect"
	"regexp"
	"slices"
	"testing"
	"time"

	"dateline"
)

func TestStoryIDIsStableAndOpaque(t *testing.T) {
	a, b := dateline.NewStoryID("aaaaaaaaaaaaa"), dateline.NewStoryID("aaaaaaaaaaaab")
	if a != dateline.NewStoryID("aaaaaaaaaaaaa") || a == b {
		t.Errorf("ids %s and %s", a, b)
	}
	if !regexp.MustCompile(`^[a-z2-7]{13}$`).MatchString(string(a)) || string(a) == "aaaaaaaaaaaaa" {
		t.Errorf("id %s", a)
	}
}

func TestSumStory(t *testing.T) {
	at := func(n int) time.Time { return time.Date(2031, 3, 1, n, 0, 0, 0, time.UTC) }
	told := []dateline.Told{
		{Item: "a", When: at(3), Language: "en", Source: "x"},
		{Item: "b", When: at(5), Language: "en", Source: "y", Copy: true},
		{Item: "c", When: at(1), Language: "en", Source: "x"},
		{Item: "d", When: at(2), Language: "ar", Source: "z", Copy: true},
		{Item: "e", When: at(3), Language: "en", Source: "x"}, // as new as a: the later id
	}
	want := dateline.Story{
		ID: "s", Items: 5, Sources: 3, First: at(1), Last: at(5), Languages: []string{"ar", "en"},
		Headlines: map[string]dateline.ItemID{"en": "e", "ar": "d"},
	}
	for range len(told) {
		if got := dateline.SumStory("s", told); !reflect.DeepEqual(got, want) {
			t.Fatalf("got  %+v\nwant %+v", got, want)
		}
		told = slices.Concat(told[1:], told[:1])
	}
	if got := dateline.SumStory("s", nil); !reflect.DeepEqual(got, dateline.Story{ID: "s"}) {
		t.Errorf("of nothing: %+v", got)
	}
}

func TestEarliestOfAFamily(t *testing.T) {
	f := dateline.Family{ID: "a", Members: []dateline.ItemID{"b", "a"}}
	if f.Earliest() != "b" || (&dateline.Family{}).Earliest() != "" {
		t.Error("the earliest known item is not the first member")
	}
}
