package byline

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestClean(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Ann Lee", "Ann Lee"},
		{"By Ann Lee and Bob Ray", "Ann Lee; Bob Ray"},
		{"by: ANN LEE", "Ann Lee"},
		{"Ann Lee, Bob Ray & Carol O'Hara", "Ann Lee; Bob Ray; Carol O'Hara"},
		{"Ann Lee, Chief Political Correspondent", "Ann Lee"},
		{"& Ann Lee Writer, Ports", "Ann Lee"},
		{"Licensed Grader, M.A.", ""},
		{"Ann Lee Sports Writer", "Ann Lee"},
		{"By Ann Lee Crime Reporter", "Ann Lee"},
		{"Ann Lee Business Editor, Marsa Courier", "Ann Lee"},
		{"Ann Court, Reporter", "Ann Court"},
		{"Marsa Court Reporter", "Marsa Court Reporter"},
		{"Our Foreign Staff", "Our Foreign Staff"},
		{"Lee, Ann de", "Ann de Lee"},
		{"Lee, Ann", "Ann Lee"},
		{"Lee, Reuters", "Lee"},
		{"Lee, London", "Lee"},
		{"Ann Lee ann@marsa.example", "Ann Lee"},
		{"Ann Lee ann@marsa.example, Bob Ray bob@marsa.example", "Ann Lee; Bob Ray"},
		{"Ann Lee ann@marsa.example and Bob Ray (bob@marsa.example)", "Ann Lee; Bob Ray"},
		{"Ann Lee ann@marsa.example 555-0100", "Ann Lee"},
		{"Eastern Daylight Time", ""},
		{"Pacific Time", ""},
		{"Ann Time", "Ann Time"},
		{"Lee, CFA", "Lee, CFA"},
		{"Lee, Marsa.example", "Lee"},
		{"Lee, Ann van der", "Ann van der Lee"},
		{"Ann Check", "Ann Check"},
		{"Bob Powers", "Bob Powers"},
		{"Medically Reviewed", ""},
		{"Ann Lee, Ph.D.", "Ann Lee, Ph.D."},
		{"Ann Lee, MD, FAXX; Bob Ray, Harbour Editor", "Ann Lee, MD, FAXX; Bob Ray"},
		{"Lee, Ann B.", "Ann B. Lee"},
		{"ann lee", "ann lee"},
		{"Ann (Nan) Lee", "Ann (Nan) Lee"},
		{"Ann Lee | Marsa Courier", "Ann Lee"},
		{"Written by Ann Lee – Published 3 July", "Ann Lee"},
		{"<a href='/ann'>Ann Lee</a>", "Ann Lee"},
		{"Ann Lee (Beirut)", "Ann Lee"},
		{"Ann Lee; Ann Lee", "Ann Lee"},
		{"Lee, Ann; Ray, Bob B.", "Ann Lee; Bob B. Ray"},
		{"Ann Lee Reuters", "Ann Lee"},
		{"Ann Lee AFP", "Ann Lee"},
		{"Sir Bob Ray MP", "Sir Bob Ray MP"},
		{"Ann Reuters", "Ann Reuters"},
		{"(Reuters)", ""},
		{"Ann Lee in Beirut and Bob Ray in Cairo", "Ann Lee; Bob Ray"},
		{"Ann Lee in Beirut", "Ann Lee"},
		{"تصوير: محمد علي", ""},
		{"تصويري محمد علي", "تصويري محمد علي"},
		{"van Dee, Carol; Lee, Ann;", "Carol van Dee; Ann Lee"},
		{"Ann Lee, Cairo; Bob Ray, Beirut", "Ann Lee; Bob Ray"},
		{"Ann Lee, MD; Bob Ray, PhD", "Ann Lee, MD; Bob Ray, PhD"},
		{"Ann Lee, Harbour Editor; Bob Ray, Reporter", "Ann Lee; Bob Ray"},
		{"By Ann Lee July 3, 2026", "Ann Lee"},
		{"Ann Lee Marsa Courier", "Ann Lee"},
		{"Recipe by Ann Lee", "Ann Lee"},
		{"Reviewed by Ann Lee", ""},
		{"Posted byAnn Lee", "Ann Lee"},
		{"Dr. Ann Lee", "Dr. Ann Lee"},
		{"Ann B. Lee", "Ann B. Lee"},
		{"Ann Lee Jr. and Bob Ray", "Ann Lee Jr.; Bob Ray"},
		{"Ann Lee. Last", "Ann Lee"},
		{"Ann Lee Ann Lee", "Ann Lee"},
		{"Ann Lee and co-authors", "Ann Lee"},
		{"Facebook", ""},
		{"Ann Lee, CXPF®", "Ann Lee, CXPF®"},
		{"Ann B. Lee CXP, PXP", "Ann B. Lee CXP, PXP"},
		{"ANN LEE, BOB RAY", "Ann Lee; Bob Ray"},
		{"QuayPlus®", ""},
		{"Ann Lee3/7/2026", "Ann Lee"},
		{"ann2 lee", ""},
		{"Marsa Harbour Tax & Accounting", ""},
		{"Ann & Bob Lee", "Ann; Bob Lee"},
		{"Ann van der Lee", "Ann van der Lee"},
		{"she enjoys dancing", ""},
		{"Admin", ""},
		{"Reuters Staff", "Reuters Staff"},
		{"Marsa Courier", ""},
		{"marsacourier", ""},
		{"https://a.example/ann", ""},
		{"ann@a.example", ""},
		{"كتب: محمد علي", "محمد علي"},
		{"كتبت سلمى حداد", "سلمى حداد"},
		{"بقلم أحمد علي ومحمد حسن", "أحمد علي; محمد حسن"},
		{"أحمد علي وليد", "أحمد علي وليد"},
		{"أحمد علي، محمد حسن", "أحمد علي; محمد حسن"},
		{"هيئة التحرير", "هيئة التحرير"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := strings.Join(Clean([]string{tt.in}, "Marsa Courier"), "; "); got != tt.want {
			t.Errorf("Clean(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// TestInLineLongerSmall has letters that are longer when they are small, so that
// a label found in small letters stands elsewhere in the line itself.
func TestInLineLongerSmall(t *testing.T) {
	r, ok := InLine("ȺȺȺȺȺȺȺȺ written by Ann Lee")
	if want := []string{"Ann Lee"}; !ok || !reflect.DeepEqual(r.People, want) {
		t.Errorf("%+v %v, want %v", r, ok, want)
	}
	InLine("ȺȺȺȺȺȺȺȺ written by") // must not panic
}

// TestReadWholeOutlet: the words of an outlet's name are nobody's, however they
// read alone.
func TestReadWholeOutlet(t *testing.T) {
	for _, name := range [...]string{"Human in the Loop", "Marsa Wire", "Northern Dispatch"} {
		got := Read(name, name)
		if want := (Reading{Outlet: name}); !reflect.DeepEqual(got, want) {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	if got := Read("Ann Lee", "Ann Lee"); len(got.People) != 1 {
		t.Errorf("on a site of her own: %+v", got)
	}
}

func TestRead(t *testing.T) {
	tests := []struct {
		in   string
		want Reading
	}{
		{"Ann Lee", Reading{People: []string{"Ann Lee"}}},
		{"Our Correspondent", Reading{Desk: "Our Correspondent"}},
		{"the Marsa Courier Team", Reading{Desk: "the Marsa Courier Team"}},
		{"our own correspondent on ports", Reading{}},
		{"The Marsa Courier Team", Reading{Desk: "The Marsa Courier Team"}},
		{"Marsa Courier", Reading{Outlet: "Marsa Courier"}},
		{"Marsa Courier Staff", Reading{Desk: "Marsa Courier Staff"}},
		{"The Marsa Courier", Reading{Outlet: "The Marsa Courier"}},
		{"Reuters", Reading{Outlet: "Reuters"}},
		{"Ann Lee, Reuters", Reading{People: []string{"Ann Lee"}, Outlet: "Reuters"}},
		{"Ann Lee and Staff Reporter", Reading{People: []string{"Ann Lee"}, Desk: "Staff Reporter"}},
		{"Harbour Research Institute", Reading{Outlet: "Harbour Research Institute"}},
		{"Ann Lee BBC News", Reading{People: []string{"Ann Lee"}, Outlet: "BBC News"}},
		{"Green Quay TV Network", Reading{Outlet: "Green Quay TV Network"}},
		{"Harbour University HR Services", Reading{Outlet: "Harbour University HR Services"}},
		{"admin", Reading{}},
		{"Marsa Harbour Tax & Accounting", Reading{Outlet: "Marsa Harbour Tax & Accounting"}},
		{"Ann Lee and Reuters", Reading{People: []string{"Ann Lee"}, Outlet: "Reuters"}},
		{"هيئة التحرير", Reading{Desk: "هيئة التحرير"}},
	}
	for _, tt := range tests {
		if got := Read(tt.in, "Marsa Courier"); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("Read(%q) = %+v, want %+v", tt.in, got, tt.want)
		}
	}
	if got := Read("Ann Lee", "annlee.example"); len(got.People) != 1 {
		t.Errorf("the owner of a site is nobody at home: %+v", got)
	}
	if got := Read("Ann Lee", "lee"); len(got.People) != 1 || got.People[0] != "Ann Lee" {
		t.Errorf("a family name in the address is taken for an outlet: %+v", got)
	}
	if got := Read("Harbour", "harbournews"); got.Outlet != "Harbour" {
		t.Errorf("an outlet of one word is a person at its own address: %+v", got)
	}
	if got := Read("Harriet", "harrietsails"); len(got.People) != 1 {
		t.Errorf("whose site it is, is an outlet: %+v", got)
	}
	if got := Read("Quay Post", " The Quay Post | qpost.example"); got.Outlet != "Quay Post" {
		t.Errorf("an outlet without its article is a person: %+v", got)
	}
	if got := Read("Harbour Travel Expert", "Harbour Travel Expert"); got.Outlet == "" && got.People[0] != "Harbour Travel Expert" {
		t.Errorf("a word is cut off the outlet's own name: %+v", got)
	}
}

func TestShown(t *testing.T) {
	for in, want := range map[string]string{
		"By Ann Lee":                     "Ann Lee true",
		"Ann Lee":                        "Ann Lee false",
		"By\nAnn Lee\nHarbour Editor":    "Ann Lee true",
		"Ann Lee\nFormer Harbour Master": "Ann Lee false",
		"3 July 2026 · Ann Lee":          "Ann Lee false",
		"3 July 2026 · Ann Lee on behalf of the harbour board": "Ann Lee false",
		"Updated\n3 July 2026\nAnn Lee":                        "Ann Lee false",
		"5 min read\nAnn Lee":                                  "Ann Lee false",
		"Written by\nAnn Lee, who has sailed for years\nBob Ray, harbour editor\nUpdated 3 July": "Ann Lee; Bob Ray true",
		"By Ann Lee,\nBob Ray and\nCarol Dee\nHarbour desk":                                      "Ann Lee; Bob Ray; Carol Dee true",
		"Reviewed by Bob Ray": " false",
		"Ann Lee has written about harbours for twenty years and lives near one, with two dogs and a boat that she built herself, on the eastern shore of the bay, and a cat.": " false",
	} {
		r, labelled := Shown(in)
		if got := fmt.Sprint(strings.Join(r.Names(), "; "), " ", labelled); got != want {
			t.Errorf("Shown(%q) = %q, want %q", in, got, want)
		}
	}
	for line, want := range map[string]bool{"By:": true, "كتب": true, "Article written by:": true, "Author(s)": true, "Bystander": false, "Article reviewed by:": false, "It is not known what was written by": false} {
		if IsLabel(line) != want {
			t.Errorf("IsLabel(%q) = %v", line, !want)
		}
	}
}

func TestInLine(t *testing.T) {
	tests := []struct {
		in, want string
		ok       bool
	}{
		{"By Ann Lee and Bob Ray", "Ann Lee; Bob Ray", true},
		{"By Our Correspondent", "Our Correspondent", true},
		{"Posted on 3 July 2026 by Ann Lee", "Ann Lee", true},
		{"The storm was seen by Ann Lee", "", false},
		{"By Ann Lee • 5 min read", "Ann Lee", true},
		{"BY ANN LEE", "Ann Lee", true},
		{"كتب محمد علي", "محمد علي", true},
		{"كتبت: سلمى حداد", "سلمى حداد", true},
		{"Article written by: Ann Lee, MD", "Ann Lee, MD", true},
		{"This post was written by Ann Lee, MD, surgeon, Marsa Health.", "Ann Lee, MD", true},
		{"August 12, 2025 By Ann Lee", "Ann Lee", true},
		{"Author(s) John A. Lee, Bob B. Ray", "John A. Lee; Bob B. Ray", true},
		{"The book that was last year written by Ann Lee", "", false},
		{"By the end of the year the harbour will be open to all ships, he said.", "", false},
		{"Bystanders saw it", "", false},
		{"Written by Ann Lee who lives in Marsa and builds useful things. You should follow her", "Ann Lee", true},
		{"Written by Ann Lee, who lives in Marsa. Follow her.", "Ann Lee", true},
		{"Written by the man who lives in Marsa. Follow him.", "", false},
		{"Ann Lee", "", false},
		{"كتب الوزير رسالة طويلة إلى المدير العام يطلب فيها المزيد من الوقت لإنجاز العمل في الميناء.", "", false},
	}
	for _, tt := range tests {
		r, ok := InLine(tt.in)
		if got := strings.Join(r.Names(), "; "); got != tt.want || ok != tt.ok {
			t.Errorf("InLine(%q) = %q, %v, want %q, %v", tt.in, got, ok, tt.want, tt.ok)
		}
	}
}

func TestBegin(t *testing.T) {
	r, rest, ok := Begin("كتب - محمد علي: أعلن الوزير الخطة.")
	if !ok || strings.Join(r.Names(), ";") != "محمد علي" || rest != "أعلن الوزير الخطة." {
		t.Errorf("got %+v, %q, %v", r, rest, ok)
	}
	if _, rest, ok := Begin("By noon: rain."); ok || rest != "By noon: rain." {
		t.Errorf("a sentence was taken for a byline: %q", rest)
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"By Ann Lee and Bob Ray", "كتب: محمد علي", "<b", ", , and &", "BY"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, name := range Clean([]string{s}, s) {
			if name != strings.TrimSpace(name) || strings.ContainsAny(name, "<>\n") {
				t.Errorf("Clean(%q) gives %q", s, name)
			}
		}
		InLine(s)
		Begin(s)
		Shown(s)
	})
}
