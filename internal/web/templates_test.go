package web

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// pageTypes are the data of each template.
func pageTypes() map[string]any {
	return map[string]any{
		"front": frontPage{}, "latest": latestPage{}, "item": itemPage{}, "sources": sourcesPage{},
		"source": sourcePage{}, "search": searchPage{}, "notices": noticesPage{}, "about": aboutPage{},
		"versions": versionsPage{},
		"story":    storyPage{}, "person": personPage{}, "trouble": troublePage{},
	}
}

// fill gives every field something: text, two of each list, true.
func fill(v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.String:
		if v.Type() == reflect.TypeFor[template.HTML]() {
			v.SetString("<bdi>x</bdi>")
		} else if v.String() == "" {
			v.SetString("x<&")
		}
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(7)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(v.Field(i), depth)
			}
		}
	case reflect.Slice:
		if depth > 4 {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), depth+1)
		}
	case reflect.Pointer:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		if v.Type().Elem().PkgPath() == "dateline/internal/web" {
			fill(v.Elem(), depth+1)
		}
	}
}

// TestTemplates runs each template with all fields empty and with all full, in
// both editions, and finds well-formed pages without blanks.
func TestTemplates(t *testing.T) {
	w := emptyWorld(t)
	if len(pageTypes()) != len(pageNames()) {
		t.Fatal("a template has no data type here")
	}
	for name, data := range pageTypes() {
		for _, e := range w.site.editions {
			for _, full := range []bool{false, true} {
				t.Run(fmt.Sprint(name, "/", e.Language(), "/full=", full), func(t *testing.T) {
					p := reflect.New(reflect.TypeOf(data)).Elem()
					r := httptest.NewRequest("GET", "/"+e.Language()+"/", nil)
					p.FieldByName("Frame").Set(reflect.ValueOf(w.site.frame(e, r, name, "")))
					if full {
						fill(p, 0)
					}
					var b bytes.Buffer
					if err := w.site.templates.execute(&b, name, p.Interface()); err != nil {
						t.Fatal(err)
					}
					wellFormed(t, b.String())
					lacks(t, b.String(), "x<&", "<no value>", "ZgotmplZ", "%!")
				})
			}
		}
	}
}

// wellFormed checks that every element that must be closed is, in order.
func wellFormed(t *testing.T, page string) {
	t.Helper()
	void := map[string]bool{"meta": true, "link": true, "input": true, "br": true}
	var open []string
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("never closed: %v", open)
			}
			return
		case html.StartTagToken:
			if name, _ := z.TagName(); !void[string(name)] {
				open = append(open, string(name))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				t.Fatalf("</%s> closes nothing: %v are open", name, open)
			}
			open = open[:len(open)-1]
		}
	}
}
