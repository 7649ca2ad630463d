package api

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/wire/saidtest"
)

const (
	salma dateline.PersonID = "salmaaaaaaaaa"
	other dateline.PersonID = "otheraaaaaaaa"
)

// says lets persons speak, and tells the API as the stages do.
func (p *press) says(lines ...saidtest.Line) {
	p.t.Helper()
	p.update(func(tx dateline.Tx) error { return saidtest.Put(context.Background(), tx, lines...) })
	p.orders(lines[0].ID())
}

// orders writes what the desk says of persons, and the entry of the stage.
func (p *press) orders(item dateline.ItemID, persons ...dateline.Person) {
	p.t.Helper()
	p.update(func(tx dateline.Tx) error {
		if err := tx.PutPersons(context.Background(), persons...); err != nil {
			return err
		}
		return tx.Append(context.Background(), dateline.Entry{Time: p.now, Kind: dateline.EntryPerson, Item: item})
	})
	p.settle()
}

func newSpokenPress(t *testing.T) *press {
	t.Helper()
	p := newPress(t)
	at := p.now.Add(-3 * time.Hour)
	p.says(
		saidtest.Line{GUID: "a", Source: "harbour", Person: salma, Name: "Salma Nawfal", Sentence: "“We will not close the gates of the <dam> this winter,” Nawfal said.", At: at},
		saidtest.Line{GUID: "b", Source: "outlet", Person: salma, Name: "Salma Nawfal", Sentence: "Nawfal: “We will not close the gates of the <dam> this winter.”", At: at.Add(time.Hour)},
		saidtest.Line{GUID: "c", Source: "harbour", Person: salma, Name: "سلمى نوفل", Language: "ar", Sentence: "قالت سلمى نوفل: «الماء قليل».", At: at.Add(2 * time.Hour)},
		saidtest.Line{GUID: "d", Source: "harbour", Person: other, Name: "Idris Halwani", Sentence: "“I will wait,” said Idris Halwani.", At: at},
	)
	return p
}

func TestPersonFeeds(t *testing.T) {
	p := newSpokenPress(t)
	for path, wants := range map[string][]string{
		"/en/person/" + string(salma) + "/feed.rss":  {"Salma Nawfal", "We will not close", "also in 1 other item", "2 statements"},
		"/ar/person/" + string(salma) + "/feed.atom": {"تصريحات", "سلمى نوفل", "ورد أيضًا في خبر آخر", "تصريحان", `xml:lang="ar"`},
		"/en/person/" + string(other) + "/feed.json": {"I will wait", "/en/statement/"},
	} {
		rec := p.ask("GET", path)
		for _, want := range wants {
			if !strings.Contains(rec.Body.String(), want) {
				t.Errorf("%s lacks %q:\n%s", path, want, rec.Body)
			}
		}
		if rec.Code != http.StatusOK || rec.Header().Get("X-Robots-Tag") != "noindex" {
			t.Errorf("%s answers %d with %v", path, rec.Code, rec.Header())
		}
	}
	var got struct {
		Items []struct {
			ID, URL, Language string
			External          string `json:"external_url"`
		}
	}
	if err := json.Unmarshal(p.ask("GET", "/en/person/"+string(salma)+"/feed.json").Body.Bytes(), &got); err != nil || len(got.Items) != 2 {
		t.Fatalf("%+v, %v", got, err)
	}
	if i := got.Items[0]; !strings.HasPrefix(i.ID, "tag:marsa.example,2026:statement/") || i.Language != "ar" || i.External != "https://harbour.example/c" {
		t.Errorf("the newest entry is %+v", i)
	}
}

// TestPersonFeedsFollowTheDesk asks for feeds that are kept, after each order.
func TestPersonFeedsFollowTheDesk(t *testing.T) {
	p := newSpokenPress(t)
	path, sitemap := "/en/person/"+string(salma)+"/feed.atom", "/sitemap-pages.xml"
	listed := func() bool { return strings.Contains(p.ask("GET", sitemap).Body.String(), "/en/person/"+string(salma)) }
	if p.ask("GET", path); listed() {
		t.Error("somebody who is not confirmed is in the sitemap")
	}
	p.orders("", dateline.Person{ID: salma, Confirmed: true})
	if rec := p.ask("GET", path); rec.Header().Get("X-Robots-Tag") != "" || !listed() {
		t.Errorf("confirmed: %v, listed %v", rec.Header(), listed())
	}
	p.orders("", dateline.Person{ID: other, Into: salma})
	if body := p.ask("GET", "/en/person/"+string(other)+"/feed.atom").Body.String(); !strings.Contains(body, "I will wait") || !strings.Contains(body, "We will not close") {
		t.Errorf("after joining the old address has\n%s", body)
	}
	p.orders("", dateline.Person{ID: salma, Private: true})
	for _, id := range []dateline.PersonID{salma, other, "nobody"} {
		if rec := p.ask("GET", "/en/person/"+string(id)+"/feed.atom"); rec.Code != http.StatusNotFound {
			t.Errorf("hidden, %s answers %d", id, rec.Code)
		}
	}
	if listed() {
		t.Error("somebody hidden is in the sitemap")
	}
}

// TestPersonFeedsFollowTheSource asks for a kept feed after a variant's source
// became one for the desk.
func TestPersonFeedsFollowTheSource(t *testing.T) {
	p := newSpokenPress(t)
	path := "/en/person/" + string(salma) + "/feed.atom"
	for _, usage := range []dateline.Usage{dateline.UsageDesk, dateline.UsageExcerpt} {
		p.get(path)
		p.source("outlet", usage)
		if got := strings.Contains(p.get(path), "also in 1 other item"); got != (usage == dateline.UsageExcerpt) {
			t.Errorf("the source is %s, and its words are counted: %v", usage, got)
		}
	}
}
