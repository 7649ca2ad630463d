package browsertest

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
)

// An entryTruth is what the fake web says of an entry of its own.
type entryTruth struct{ URL, Headline, Cluster, Role, Lang string }

// truthful compares the pages with what the fake web says of its entries: each
// copy and rewrite names its origin as the earliest known item, and the page of
// each origin lists them.
func (s suite) truthful(t *testing.T) {
	web := &site{base: s.web}
	_, body := web.get(t, "/truth.jsonl")
	origins, carriers := map[string]entryTruth{}, map[string][]entryTruth{}
	for text := range strings.Lines(body) {
		var one entryTruth
		if err := json.Unmarshal([]byte(text), &one); err != nil {
			t.Fatal(err)
		}
		if one.Role == "original" {
			origins[one.Cluster] = one
		} else {
			carriers[one.Cluster] = append(carriers[one.Cluster], one)
		}
	}
	pages := s.itemPages(t)
	bareDay := regexp.MustCompile(`<time datetime="\d{4}-\d\d-\d\d"><b>`)
	looked := 0
	for cluster, list := range carriers {
		origin, ok := pages[origins[cluster].URL]
		if !ok || bareDay.MatchString(origin.body) {
			continue // killed by another test; or published at midnight, which passes for a bare day, and which comes first of a day nobody can say
		}
		for _, c := range list {
			page, ok := pages[c.URL]
			if !ok {
				continue
			}
			looked++
			known := regexp.MustCompile(`(?s)<p class="known">.*?</p>`).FindString(page.body)
			if !strings.Contains(known, `href="`+origin.path+`"`) {
				t.Errorf("the page of a %s of %q says %q", c.Role, origins[cluster].Headline, known)
			}
			if !strings.Contains(origin.body, `<li><p><a href="`+page.path) && !strings.Contains(origin.body, `<a href="`+page.path+`">`) {
				t.Errorf("the page of %q does not list its %s", origins[cluster].Headline, c.Role)
			}
		}
	}
	if looked < 10 {
		t.Errorf("only %d copies and rewrites were looked at", looked)
	}
}

// An itemPage is the page of an item as it is served.
type itemPage struct{ path, body string }

// itemPages are those of all items out, by where their source has them.
func (s suite) itemPages(t *testing.T) map[string]itemPage {
	t.Helper()
	original := regexp.MustCompile(`class="button" href="([^"]+)" rel="external`)
	canonical := regexp.MustCompile(`<link rel="canonical" href="[a-z]+://[^/]+([^"]+)"`)
	out := map[string]itemPage{}
	for _, l := range s.items(t) {
		status, body := s.get(t, "/en/item/"+l.ID)
		link, path := original.FindStringSubmatch(body), canonical.FindStringSubmatch(body)
		if status == 200 && link != nil && path != nil {
			out[link[1]] = itemPage{path[1], body}
		}
	}
	return out
}
