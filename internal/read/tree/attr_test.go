package tree

import "testing"

func TestLeadsToAuthor(t *testing.T) {
	tests := []struct {
		href string
		want bool
	}{
		{"/authors/ann-lee", true},
		{"/Author/ann-lee/", true},
		{"https://marsa.example/en/people/ann-lee?from=a", true},
		{"https://marsa.example/our-experts/ann", true},
		{"/by/al", true},
		{"/by/a", false}, // a letter of an index
		{"/authors", false},
		{"/authors/", false},
		{"authors/ann-lee", false}, // a folder stands behind a slash
		{"/news/harbour?next=/authors/ann-lee", false},
		{"/the-authors-of-peace/ann-lee", false},
		{"/staff//ann-lee", false},
		{"", false},
	}
	for _, tt := range tests {
		if got := LeadsToAuthor(tt.href); got != tt.want {
			t.Errorf("%q: %v, want %v", tt.href, got, tt.want)
		}
		if got := LeadsToAuthor([]byte(tt.href)); got != tt.want {
			t.Errorf("the bytes of %q: %v, want %v", tt.href, got, tt.want)
		}
	}
}
