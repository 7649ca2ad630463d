package byline

import (
	"slices"
	"strings"

	"dateline/internal/read/clean"
)

// Others are the people whom lines name behind "Edited by", "Reviewed by" and
// their like. Pages mark them as they mark authors.
func Others(lines []string, outlets ...string) []string {
	var out []string
	for i, l := range lines {
		l = clean.Line(l)
		if isOther(l) && i+1 < len(lines) {
			l += " " + clean.Line(lines[i+1])
		}
		before, name, found := strings.Cut(l, " by ")
		if !found {
			before, name, found = strings.Cut(l, " by: ")
		}
		if !found || len(strings.Fields(before)) > 4 || !checks(before+" by") || writes(strings.ToLower(before)+" by") {
			continue
		}
		if r := Read(name, outlets...); len(r.People) > 0 && len(name) <= maxShown {
			out = append(out, r.People...)
		}
	}
	return out
}

// Without takes people away from what the candidates name, but for those whom a
// line names as having written: some edit what they wrote.
func Without(candidates []Candidate, others []string) []Candidate {
	others = slices.DeleteFunc(slices.Clone(others), func(name string) bool {
		return slices.ContainsFunc(candidates, func(c Candidate) bool { return c.Place == Labelled && contains(c.People, name) })
	})
	if len(others) == 0 {
		return candidates
	}
	for i, c := range candidates {
		candidates[i].People = slices.DeleteFunc(slices.Clone(c.People), func(name string) bool { return contains(others, name) })
	}
	return candidates
}
