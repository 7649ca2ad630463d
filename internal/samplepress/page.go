package samplepress

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"time"

	"dateline"
)

//go:embed looks
var lookFiles embed.FS

// looks are the templates of each source: no two lay out their pages alike.
type looks map[dateline.SourceID]*template.Template

// parseLooks reads all when the press starts: a source without a look is a mistake in the
// program, and must not wait for the first request to its pages.
func parseLooks(all []*source) (looks, error) {
	out := looks{}
	for _, s := range all {
		t, err := template.ParseFS(lookFiles, "looks/shared.html", "looks/"+string(s.ID)+".html")
		if err != nil {
			return nil, fmt.Errorf("sample press: look of %s: %w", s.ID, err)
		}
		out[s.ID] = t
	}
	return out, nil
}

// A page is what the templates are filled with.
type page struct {
	Source     *source
	Home, Feed string
	Lang, Dir  string
	Words      words
	Menu       []string

	URL, Headline, Section, Byline string
	Genre                          string
	Date, Updated                  string // for people
	Machine, MachineUpdated        string // for machines; "" where they are not told
	Text                           template.HTML
	Data                           map[string]any // JSON-LD; nil for none
	Paywalled, NoMining            bool
	Other                          *teaser // the translation
	Teasers                        []teaser
}

// A teaser is a link to an item.
type teaser struct{ URL, Headline, Lang, Dir, Date string }

// words are the furniture of pages, which is in the language of each page.
type words struct {
	By, Published, Updated, Share, Copy, Mail, More, Read, Search, Subscribe, About, Contact string
}

// wordsOf is of the page's language, not the source's: one that files in both has both.
func wordsOf(language string) words {
	if language == "ar" {
		return words{"بقلم", "نُشر", "آخر تحديث", "شارك", "نسخ الرابط", "بريد إلكتروني", "اقرأ أيضاً", "Read in English", "بحث", "اشترك", "من نحن", "اتصل بنا"}
	}
	return words{"By", "Published", "Updated", "Share", "Copy link", "E-mail", "More from us", "اقرأ بالعربية", "Search", "Subscribe", "About", "Contact"}
}

// direction knows the two languages that check lets a dispatch have.
func direction(language string) string {
	if language == "ar" {
		return string(dateline.RightToLeft)
	}
	return string(dateline.LeftToRight)
}

// page serves an item in its current version.
func (p *Press) page(s *source, r *http.Request) (answer, error) {
	it := p.items[string(s.ID)+"/"+r.PathValue("slug")]
	// What is not due yet must not be there under a guessed address either.
	if it == nil || p.current(it) == nil {
		return answer{}, fmt.Errorf("sample press: %s: %w", r.URL.Path, dateline.ErrNotFound)
	}
	d := p.current(it)
	v, err := p.fill(it, d)
	if err != nil {
		return answer{}, err
	}
	return p.render(s, "item", v, p.due(d))
}

// fill makes the page of one version of an item.
func (p *Press) fill(it *item, d *dispatch) (page, error) {
	dating, err := it.source.dating(d)
	if err != nil {
		return page{}, err
	}
	// The page keeps the date of the first version and tells the edit apart from it.
	first := p.due(it.versions[0])
	v := p.frame(it.source, d.Language)
	v.URL, v.Headline, v.Byline, v.Section, v.Genre = p.itemURL(it), d.Headline, d.Byline, d.Section, d.genre()
	v.Date, v.Machine = dating.shown(first), dating.machine(first)
	v.Text = template.HTML(markup(d.text()))
	v.Paywalled, v.NoMining = d.Rights == "paywalled", d.Rights == "no-mining"
	if d.Version > 1 {
		v.Updated, v.MachineUpdated = dating.shown(p.due(d)), dating.machine(p.due(d))
	}
	// A paywall is declared in structured data, whatever else the source says there.
	if it.source.dates == inData || v.Paywalled {
		v.Data = v.data()
	}
	// A translation may fall due later; until then the page does not know of it.
	if other := it.translation; other != nil && p.current(other) != nil {
		t, err := p.teaser(other)
		if err != nil {
			return page{}, err
		}
		v.Other = &t
	}
	// Other headlines around an article are what a reader of pages must keep out of it.
	v.Teasers, err = p.teasers(it.source, it, 4)
	return v, err
}

// frame is the furniture of every page of a source.
func (p *Press) frame(s *source, language string) page {
	return page{
		Source: s, Home: p.homeURL(s), Feed: p.feedURL(s), Lang: language, Dir: direction(language),
		Words: wordsOf(language), Menu: s.sections, Headline: s.Name, URL: p.homeURL(s),
	}
}

// data is what the page says as structured data.
func (v *page) data() map[string]any {
	data := map[string]any{
		"@context": "https://schema.org", "@type": "NewsArticle", "headline": v.Headline, "inLanguage": v.Lang,
		"mainEntityOfPage": v.URL, "articleSection": v.Section,
		"publisher":           map[string]any{"@type": "NewsMediaOrganization", "name": v.Source.Name},
		"isAccessibleForFree": !v.Paywalled,
	}
	for key, value := range map[string]string{"datePublished": v.Machine, "dateModified": v.MachineUpdated} {
		if value != "" {
			data[key] = value
		}
	}
	if v.Byline != "" {
		data["author"] = map[string]any{"@type": "Person", "name": v.Byline}
	}
	return data
}

// front serves the front page of a source.
func (p *Press) front(s *source, _ *http.Request) (answer, error) {
	v := p.frame(s, s.Language)
	var err error
	if v.Teasers, err = p.teasers(s, nil, len(p.filed[s.ID])); err != nil {
		return answer{}, err
	}
	return p.render(s, "front", v, p.changed(s))
}

// teasers are the newest n items of a source that are due, save one.
func (p *Press) teasers(s *source, save *item, n int) ([]teaser, error) {
	var out []teaser
	for _, it := range p.filed[s.ID] {
		if len(out) == n {
			break
		}
		if it == save || p.current(it) == nil {
			continue
		}
		t, err := p.teaser(it)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return slices.Clip(out), nil
}

// teaser is for an item that is due; current of any other is nil.
func (p *Press) teaser(it *item) (teaser, error) {
	d := p.current(it)
	dating, err := it.source.dating(d)
	if err != nil {
		return teaser{}, err
	}
	return teaser{p.itemURL(it), d.Headline, d.Language, direction(d.Language), dating.shown(p.due(it.versions[0]))}, nil
}

// render makes the page whole before it is sent, for its ETag is a digest of its bytes.
func (p *Press) render(s *source, name string, v page, changed time.Time) (answer, error) {
	var out bytes.Buffer
	if err := p.looks[s.ID].ExecuteTemplate(&out, name, v); err != nil {
		return answer{}, fmt.Errorf("sample press: %s of %s: %w", name, s.ID, err)
	}
	return answer{"text/html; charset=utf-8", out.Bytes(), changed}, nil
}
