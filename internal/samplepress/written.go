package samplepress

import (
	"path"
	"strconv"

	"dateline"
	"dateline/internal/lang"
)

// Written gives the dispatches as they stand in their files, each version as an
// item whose guid is SOURCE/SLUG or SOURCE/SLUG.N. Words in braces are not filled
// in, what stands for another's words is left out, and there are no times: it is
// for tests that need text without a press that runs.
func Written() ([]dateline.Item, error) {
	dispatches, err := parseAll()
	items := make([]dateline.Item, 0, len(dispatches))
	for _, d := range dispatches {
		if len(d.Body) == 0 {
			continue
		}
		guid := path.Join(string(d.Source), d.Slug)
		if d.Version > 1 {
			guid += "." + strconv.Itoa(d.Version)
		}
		it := dateline.Item{ID: dateline.NewItemID(d.Source, guid), Source: d.Source, GUID: guid, Headline: d.Headline, Language: "en", Body: d.Body}
		if lang.Direction(it.Text()) == dateline.RightToLeft {
			it.Language = "ar"
		}
		items = append(items, it)
	}
	return items, err
}
