package page

import (
	"strings"
	"testing"
	"time"

	"dateline"
)

// TestLabelsWithoutEnd: a figure full of labels of a credit takes no longer than its length. Once 8,000
// took eight seconds, and four times as long twice as many.
func TestLabelsWithoutEnd(t *testing.T) {
	in := `<figure><img src=/q.jpg>` + strings.Repeat("<b>Image source, </b>", 30000) + `<figcaption>A quay at noon.</figcaption></figure>`
	done := make(chan dateline.Picture, 1)
	go func() { done <- of(t, in).Picture }()
	select {
	case got := <-done:
		if want := (dateline.Picture{URL: "/q.jpg", Caption: "A quay at noon."}); got != want {
			t.Errorf("%+v", got)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("it reads on and on")
	}
}

// TestCaptionsOfSystems: each content system has its own way to set a caption and a credit.
func TestCaptionsOfSystems(t *testing.T) {
	quay := dateline.Picture{URL: "/q.jpg", Caption: "A quay at noon."}
	credited := dateline.Picture{URL: "/q.jpg", Caption: "A quay at noon.", Credit: "Ann Lee"}
	none := dateline.Picture{}
	long := strings.Repeat("The quay was busy all day. ", 20)
	tests := []struct {
		name, in string
		want     dateline.Picture
	}{
		{"a caption's element beside the picture", `<div><a><img src=/q.jpg></a><figcaption>A quay at noon.</figcaption></div>`, quay},
		{"a row of a table", `<table><tr><td><a><img src=/q.jpg></a></td></tr><tr><td class=tr-caption>A quay at noon.</td></tr></table>`, quay},
		{"a list of pictures", `<dl class=gallery><dt><img src=/q.jpg></dt><dd class=gallery-caption>A quay at noon.</dd></dl>`, quay},
		{"AMP's element", `<figure><amp-img src=/q.jpg></amp-img><figcaption>A quay at noon.</figcaption></figure>`, quay},
		{"microdata", `<div><img src=/q.jpg><p itemprop=caption>A quay at noon.</p><p itemprop=creditText>Ann Lee</p></div>`, credited},
		{"a lead picture's box", `<h1>x</h1><div class=leadImage><a><img src=/q.jpg><p>A quay at noon.</p></a></div>`, quay},
		{"it stands above the headline", `<div class=leadImage><a><img src=/q.jpg><p>A quay at noon.</p></a></div><h1>x</h1>`, none},
		{"it holds more than a line", `<h1>x</h1><div class=leadImage><img src=/q.jpg><p>A quay at noon.</p><p>The harbour opens.</p></div>`, none},
		{"a picture of a section far above", `<div><div><img src=/a.jpg><p>` + long + `</p></div><figcaption>A quay at noon.</figcaption></div>`, none},
		{"a picture many elements above", `<div><img src=/a.jpg><p>x</p><p>x</p><p>x</p><figcaption>A quay at noon.</figcaption></div>`, none},

		{"a label that is heard", `<figure><img src=/q.jpg><p><b class=sr-only>Image source, </b>Ann Lee</p><figcaption><b class=sr-only>Image caption, </b><p>A quay at noon.</p></figcaption></figure>`, credited},
		{"by a class that says nothing", `<figure><img src=/q.jpg><p><b class=x1>Image source, </b>Ann Lee</p><figcaption><b class=x1>Image caption, </b><p>A quay at noon.</p></figcaption></figure>`, credited},
		{"in Arabic", `<figure><img src=/q.jpg><p><b>صدر الصورة، </b>آن لي</p><figcaption><b>التعليق على الصورة، </b>رصيف الميناء</figcaption></figure>`, dateline.Picture{URL: "/q.jpg", Caption: "رصيف الميناء", Credit: "آن لي"}},
		{"words that go on are no label", `<figure><img src=/q.jpg><figcaption>Image captions at noon.</figcaption></figure>`, dateline.Picture{URL: "/q.jpg", Caption: "Image captions at noon."}},
		{"words in the credit", `<figure><img src=/q.jpg><figcaption><b>A quay at noon.</b> <b class=caption__credit>Photograph by Ann Lee</b></figcaption></figure>`, credited},
		{"a credit that is glued", `<figure><img src=/q.jpg><figcaption><b>A quay at noon.</b><b class=caption__source>Ann Lee</b></figcaption></figure>`, credited},
		{"a credit before the caption", `<figure><img src=/q.jpg><figcaption><b class=credit>Ann Lee</b> A quay at noon.</figcaption></figure>`, credited},
		{"a credit with a bar", `<figure><img src=/q.jpg><figcaption>A quay at noon. <b class=credit>Ann Lee | Marsa Courier</b></figcaption></figure>`, dateline.Picture{URL: "/q.jpg", Caption: "A quay at noon.", Credit: "Ann Lee | Marsa Courier"}},
		{"a box called after caption and credit", `<div><img src=/q.jpg><figcaption class="caption-attribution"><p>A quay at noon.</p><p class=image-attribution>Ann Lee</p></figcaption></div>`, credited},
		{"a caption in a caption", `<figure><img src=/q.jpg><figcaption><b>A quay at noon.</b> <figcaption itemprop=author>Ann Lee</figcaption></figcaption></figure>`, credited},
		{"a credit in the figure", `<figure><p class=image-credit>Ann Lee</p><img src=/q.jpg><figcaption>A quay at noon.</figcaption></figure>`, credited},
		{"a citation in the figure", `<figure><img src=/q.jpg><div><figcaption>A quay at noon.</figcaption> <cite>Ann Lee</cite></div></figure>`, credited},
		{"a title in the caption", `<figure><img src=/q.jpg><figcaption>From <cite>The Quay</cite></figcaption></figure>`, dateline.Picture{URL: "/q.jpg", Caption: "From The Quay"}},
		{"a credit before a caption's box", `<div><img src=/q.jpg><p class=wp-media-credit>Ann Lee</p><p class=wp-caption-text>A quay at noon.</p></div>`, credited},
		{"a credit's field", `<div><div><img src=/q.jpg></div><div class=field-caption>A quay at noon.</div><div class=field-credit><div>Photo Credit</div><div>Ann Lee</div></div></div>`, credited},
		{"text that is called a credit", `<div><img src=/q.jpg><p class=caption>A quay at noon.</p><p class=source>` + long + `</p></div>`, quay},
		{"a credit and no caption", `<figure><img src=/q.jpg><figcaption>Ann Lee//Getty Images</figcaption></figure>`, dateline.Picture{URL: "/q.jpg", Credit: "Ann Lee//Getty Images"}},
	}
	for _, tt := range tests {
		if got := of(t, tt.in).Picture; got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

func TestSplitCreditOfWords(t *testing.T) {
	for in, want := range map[string][2]string{
		"A quay. Photograph by Ann Lee":                                   {"A quay.", "Ann Lee"},
		"A quay (Photos by Ann Lee)":                                      {"A quay", "Ann Lee"},
		"A quay | Illustration by Ann Lee.":                               {"A quay", "Ann Lee"},
		"Image by Ann Lee from Marsa Pictures":                            {"", "Ann Lee from Marsa Pictures"},
		"A quay at noon.Credit...Ann Lee":                                 {"A quay at noon.", "Ann Lee"},
		"The Photograph by Ann Lee in the hall":                           {"The Photograph by Ann Lee in the hall", ""},
		"A quay in a photograph by Ann Lee":                               {"A quay in a photograph by Ann Lee", ""},
		"FILE PHOTO: A quay at noon":                                      {"FILE PHOTO: A quay at noon", ""},
		"FILE PHOTO: A quay at noon. REUTERS/Ann L":                       {"FILE PHOTO: A quay at noon.", "REUTERS/Ann L"},
		"In the picture: " + strings.Repeat("a quay, ", 12) + "and ships": {"In the picture: " + strings.Repeat("a quay, ", 12) + "and ships", ""},
	} {
		if caption, credit := splitCredit(in); [2]string{caption, credit} != want {
			t.Errorf("%q: %q, %q, want %q", in, caption, credit, want)
		}
	}
}
