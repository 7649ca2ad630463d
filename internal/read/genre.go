package read

import (
	"net/url"
	"strings"

	"dateline"
	"dateline/internal/read/clean"
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
		switch strings.ToLower(clean.Line(l)) {
		case "reportagenewsarticle":
			return dateline.Report
		case "analysisnewsarticle", "backgroundnewsarticle", "analysis", "news analysis", "تحليل", "تحليلات", "تحليل إخباري", "تحليلات وتقديرات":
			return dateline.Analysis
		case "opinionnewsarticle", "opinion", "opinions", "comment", "commentisfree", "op-ed", "opeds", "editorial", "editorials", "columns", "columnists", "رأي", "الرأي", "آراء", "الآراء", "مقالات الرأي", "مقالات وآراء", "آراء ومقالات", "قضايا وآراء", "كتاب وآراء", "كتاب ومقالات", "افتتاحية", "یادداشت":
			return dateline.Opinion
		case "press release", "press releases", "press-release", "press-releases", "pressrelease", "news-releases", "بيان صحفي", "بيانات صحفية":
			return dateline.PressRelease
		case "advertisercontentarticle", "sponsored", "sponsored content", "sponsored-content", "partner content", "partner-content", "paid post", "brand-studio", "محتوى ممول", "مادة إعلانية", "محتوى إعلاني":
			return dateline.Sponsored
		}
	}
	return ""
}
