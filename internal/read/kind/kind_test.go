package kind

import (
	"strings"
	"testing"

	"dateline/internal/lang"
)

// TestEntries holds the lists to their form: an entry that is not folded would
// never match.
func TestEntries(t *testing.T) {
	for _, w := range walls() {
		for _, e := range append(w.heads, w.texts...) {
			if lang.Folded(e) != e {
				t.Errorf("%s: %q must be written %q", w.kind, e, lang.Folded(e))
			}
		}
	}
}

func TestInHead(t *testing.T) {
	tests := []struct {
		head string
		want Kind
	}{
		{"404", Error}, {"404 Not Found", Error}, {"Error 404 | Marsa Courier", Error}, {"Marsa Courier - Page not found", Error},
		{"عذراً، الصفحة غير موجودة", Error}, {"الصَّفحة غيـر موجودة", Error}, {"Just a moment...", Robot}, {"LOG IN", Login}, {"Log in or sign up", Login},
		{"404 homes lost in storm", Article}, {"Error in the count of votes", Article}, {"Forbidden city opens", Article}, {"Register of ships lost", Article},
		{"Consent of the owners", Article}, {"", Article},
		{"Ferry and its crew still not found", Article}, {"Access denied to harbour for a week", Article}, {"Lighthouse under maintenance", Article}, {"Sailors wait at security check", Article},
		{"Access denied", Error}, {"Marsa Courier: Access Denied", Error}, {"Site under maintenance – Marsa", Error}, {"Sorry page not found Marsa Courier", Error}, {"Attention Required! | Marsa", Robot},
		{"بعد العاصفة حدث خطأ", Article}, {"حدث خطأ - صحيفة المرسى", Error},
	}
	for _, tt := range tests {
		k, _ := wall(Evidence{Title: tt.head, Visible: func() string { return "" }})
		if k != tt.want {
			t.Errorf("%q is %q, want %q", tt.head, k, tt.want)
		}
	}
}

func TestAddressed(t *testing.T) {
	tests := []struct {
		address    string
		root, list bool
	}{
		{"https://marsa.example", true, false}, {"https://marsa.example/ar/", true, false}, {"https://marsa.example/index.html", true, false},
		{"https://marsa.example/en/home.aspx", true, false}, {"https://marsa.example/?p=17", false, false}, {"https://marsa.example/a", false, false}, {"https://marsa.example/17", false, false}, {"https://marsa.example/tag/harbour", false, true},
		{"https://marsa.example/world/page/3", false, true}, {"https://marsa.example/%D9%82%D8%B3%D9%85/7", false, true}, {"https://marsa.example/category/local/harbour-opens", false, false},
		{"https://marsa.example/2026/07/03/harbour", false, false}, {"", false, false}, {"::", false, false}, {"/tag/harbour", false, false},
	}
	for _, tt := range tests {
		if root, list := addressed(tt.address); root != tt.root || list != tt.list {
			t.Errorf("%s: root %v, list %v", tt.address, root, list)
		}
	}
}

// TestDeclared: what a page calls itself saves it from being taken for a list,
// never from being taken for an error.
func TestDeclared(t *testing.T) {
	e := Evidence{Headings: 20, Running: 4, Leads: 60, Text: 500, Visible: func() string { return "" }}
	if k, _ := Of(e); k != Front {
		t.Errorf("a list is %q", k)
	}
	e.Declared = true
	if k, why := Of(e); k != Article || why != "" {
		t.Errorf("an article with many links is %q: %s", k, why)
	}
	e.Text, e.Title = 80, "Page not found"
	if k, _ := Of(e); k != Error {
		t.Errorf("an error with an article's head is %q", k)
	}
}

func TestSpeaks(t *testing.T) {
	tests := map[string]Kind{
		"Subscribe to continue reading": Paywall, "هذا المقال متاح للمشتركين.": Paywall, "We value your privacy": Consent,
		"Enable JavaScript and cookies to continue": Robot, "The page you are looking for is not here.": Error, "The harbour has opened again.": Article, "": Article,
		"subscribe to continue reading " + strings.Repeat("x", 1000): Article,
	}
	for in, want := range tests {
		if got := Speaks(in); got != want {
			t.Errorf("Speaks(%.40q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("404", "https://marsa.example/tag/x", "Subscribe to continue reading", 10, 30)
	f.Fuzz(func(t *testing.T, title, address, text string, size, links int) {
		e := Evidence{Title: title, Headline: title, Address: address, Text: size, Leads: links, Headings: links, Visible: func() string { return text }}
		if k, why := Of(e); (k == Article) != (why == "") {
			t.Errorf("%q for the reason %q", k, why)
		}
		_ = Speaks(text)
	})
}
