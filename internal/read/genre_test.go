package read

import (
	"testing"

	"dateline"
)

func TestGenreOf(t *testing.T) {
	tests := []struct {
		labels []string
		want   dateline.Genre
	}{
		{[]string{"NewsArticle", "Business"}, ""},
		{[]string{"OpinionNewsArticle"}, dateline.Opinion},
		{[]string{"", " Press Release "}, dateline.PressRelease},
		{[]string{"Ports", "بيان صحفي"}, dateline.PressRelease},
		{[]string{"تحليل"}, dateline.Analysis},
		{[]string{"مقالات وآراء"}, dateline.Opinion},
		{[]string{"اراء"}, dateline.Opinion},
		{folders("https://marsa.example/مقالات-الرأي/harbour"), dateline.Opinion},
		{folders("https://marsa.example/paid-post/harbour"), dateline.Sponsored},
		{folders("https://marsa.example/en/opinion/harbour"), dateline.Opinion},
		{folders("https://marsa.example/analysis/2026/07/harbour"), dateline.Analysis},
		{folders("https://marsa.example/news/opinion"), ""}, // the item's own name
		{folders("https://marsa.example/opinion"), ""},
		{folders("::"), ""},
		{nil, ""},
	}
	for _, tt := range tests {
		if got := genreOf(tt.labels...); got != tt.want {
			t.Errorf("genreOf(%q) = %q, want %q", tt.labels, got, tt.want)
		}
	}
	// A feed's categories say it, too, where no page is read.
	it := Entry(FeedEntry{GUID: "1", Title: "Reduced timetable", Categories: []string{"Press release"}}, dateline.Copy{}, Hint{})
	if it.Genre != dateline.PressRelease {
		t.Errorf("entry: %q", it.Genre)
	}
	if merged := Merge(it, dateline.Item{Headline: "Reduced timetable"}); merged.Genre != dateline.PressRelease {
		t.Errorf("merged: %q", merged.Genre)
	}
}
