package read

import (
	"net/url"
	"strings"

	"dateline"
	"dateline/internal/lang"
)

// folders are the first two of an address, where sites keep what is no report apart:
// /opinion/harbour, /en/analysis/harbour.
func folders(address string) []string {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	parts := strings.Split(strings.Trim(u.Path, "/"), "/")
	return parts[:min(2, len(parts)-1)] // the last is the item itself
}

// genreOf is the genre that one of the labels states: types of schema.org,
// sections of pages, categories of feeds. "" when none does.
func genreOf(labels ...string) dateline.Genre {
	for _, l := range labels {
		switch strings.TrimPrefix(lang.Folded(l), "ال") {
		case "reportagenewsarticle":
			return dateline.Report
		case "analysisnewsarticle", "backgroundnewsarticle", "analysis", "news analysis", "تحليل", "تحليلات", "تحليل اخباري", "تحليلات وتقديرات":
			return dateline.Analysis
		case "opinionnewsarticle", "opinion", "opinions", "comment", "commentisfree", "op ed", "opeds", "editorial", "editorials", "columns", "columnists",
			"راي", "اراء", "مقالات الراي", "مقالات واراء", "اراء ومقالات", "قضايا واراء", "كتاب واراء", "كتاب ومقالات", "افتتاحيه", "يادداشت":
			return dateline.Opinion
		case "press release", "press releases", "pressrelease", "news releases", "بيان صحفي", "بيانات صحفيه":
			return dateline.PressRelease
		case "advertisercontentarticle", "sponsored", "sponsored content", "partner content", "paid post", "brand studio", "محتوي ممول", "ماده اعلانيه", "محتوي اعلاني":
			return dateline.Sponsored
		}
	}
	return ""
}
