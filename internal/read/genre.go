package read

import (
	"strings"

	"dateline"
	"dateline/internal/read/clean"
)

// genreOf is the genre that one of the labels states: types of schema.org,
// sections of pages, categories of feeds. "" when none does.
func genreOf(labels ...string) dateline.Genre {
	for _, l := range labels {
		switch strings.ToLower(clean.Line(l)) {
		case "reportagenewsarticle":
			return dateline.Report
		case "analysisnewsarticle", "backgroundnewsarticle", "analysis", "تحليل", "تحليلات":
			return dateline.Analysis
		case "opinionnewsarticle", "opinion", "opinions", "comment", "commentisfree", "op-ed", "رأي", "آراء", "مقالات الرأي":
			return dateline.Opinion
		case "press release", "press releases", "بيان صحفي", "بيانات صحفية":
			return dateline.PressRelease
		case "advertisercontentarticle", "sponsored", "sponsored content", "partner content", "محتوى ممول":
			return dateline.Sponsored
		}
	}
	return ""
}
