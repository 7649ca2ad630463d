package byline

import (
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
		{"Ann Lee, Ph.D.", "Ann Lee"},
		{"Ann Lee | Marsa Courier", "Ann Lee"},
		{"Written by Ann Lee – Published 3 July", "Ann Lee"},
		{"<a href='/ann'>Ann Lee</a>", "Ann Lee"},
		{"Ann Lee (Beirut)", "Ann Lee"},
		{"Ann Lee; Ann Lee", "Ann Lee"},
		{"By Ann Lee July 3, 2026", "Ann Lee"},
		{"Ann Lee Marsa Courier", "Ann Lee"},
		{"Recipe by Ann Lee", "Ann Lee"},
		{"Reviewed by Ann Lee", ""},
		{"Posted byAnn Lee", "Ann Lee"},
		{"Dr. Ann Lee", "Dr. Ann Lee"},
		{"Ann van der Lee", "Ann van der Lee"},
		{"she enjoys dancing", ""},
		{"Admin", ""},
		{"Reuters Staff", ""},
		{"Marsa Courier", ""},
		{"marsacourier", ""},
		{"https://a.example/ann", ""},
		{"ann@a.example", ""},
		{"كتب: محمد علي", "محمد علي"},
		{"كتبت سلمى حداد", "سلمى حداد"},
		{"بقلم أحمد علي ومحمد حسن", "أحمد علي; محمد حسن"},
		{"أحمد علي وليد", "أحمد علي وليد"},
		{"أحمد علي، محمد حسن", "أحمد علي; محمد حسن"},
		{"هيئة التحرير", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := strings.Join(Clean([]string{tt.in}, "Marsa Courier"), "; "); got != tt.want {
			t.Errorf("Clean(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestPeople(t *testing.T) {
	tests := []struct {
		name, outlet, want string
	}{
		{"Ann Lee", "annlee.example", "Ann Lee"},
		{"Ann Lee", "Ann Lee", "Ann Lee"},
		{"Marsa Times", "Marsa Times", ""},
		{"Marsa", "Marsa", ""},
		{"Bob Ray", "annlee.example", "Bob Ray"},
	}
	for _, tt := range tests {
		if got := strings.Join(People([]string{tt.name}, tt.outlet), "; "); got != tt.want {
			t.Errorf("People(%q) at %q = %q, want %q", tt.name, tt.outlet, got, tt.want)
		}
	}
}

func TestShown(t *testing.T) {
	for in, want := range map[string]string{
		"By Ann Lee": "Ann Lee",
		"Ann Lee":    "Ann Lee",
		"Ann Lee has written about harbours for twenty years and lives near one, with two dogs and a boat that she built herself.": "",
	} {
		if got := strings.Join(Shown(in), "; "); got != want {
			t.Errorf("Shown(%q) = %q, want %q", in, got, want)
		}
	}
	if !IsLabel("By:") || !IsLabel("كتب") || IsLabel("Bystander") {
		t.Error("labels are not told from other lines")
	}
}

func TestInLine(t *testing.T) {
	tests := []struct {
		in, want string
		ok       bool
	}{
		{"By Ann Lee and Bob Ray", "Ann Lee; Bob Ray", true},
		{"By Our Correspondent", "", true},
		{"BY ANN LEE", "Ann Lee", true},
		{"كتب محمد علي", "محمد علي", true},
		{"كتبت: سلمى حداد", "سلمى حداد", true},
		{"By the end of the year the harbour will be open to all ships, he said.", "", false},
		{"Bystanders saw it", "", false},
		{"Ann Lee", "", false},
		{"كتب الوزير رسالة طويلة إلى المدير العام يطلب فيها المزيد من الوقت لإنجاز العمل في الميناء.", "", false},
	}
	for _, tt := range tests {
		names, ok := InLine(tt.in)
		if got := strings.Join(names, "; "); got != tt.want || ok != tt.ok {
			t.Errorf("InLine(%q) = %q, %v, want %q, %v", tt.in, got, ok, tt.want, tt.ok)
		}
	}
}

func TestBegin(t *testing.T) {
	names, rest, ok := Begin("كتب - محمد علي: أعلن الوزير الخطة.")
	if !ok || strings.Join(names, ";") != "محمد علي" || rest != "أعلن الوزير الخطة." {
		t.Errorf("got %q, %q, %v", names, rest, ok)
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
	})
}
