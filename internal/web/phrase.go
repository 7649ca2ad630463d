package web

import (
	"html/template"
	"strconv"
	"strings"

	"dateline/internal/locale"
)

// isolated is a phrase in a page: what is put into its places comes from
// outside, so it is escaped and stands in elements that keep its direction to
// itself.
func isolated(p locale.Phrase, values ...string) template.HTML {
	text := template.HTMLEscapeString(string(p))
	pairs := make([]string, 0, 2*len(values))
	for i, v := range values {
		pairs = append(pairs, "{"+strconv.Itoa(i+1)+"}", "<bdi>"+template.HTMLEscapeString(v)+"</bdi>")
	}
	// In one pass: a headline that has "{2}" in it is not filled in once more.
	return template.HTML(strings.NewReplacer(pairs...).Replace(text)) //nolint:gosec // escaped above
}
