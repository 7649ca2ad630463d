package search

import (
	"strconv"
	"strings"
	"time"

	"dateline"
	"dateline/internal/lang"
)

// filter takes a token for a filter if its value can be one; or says that it is
// another choice beside the last one, which was of its kind.
func (p *parser) filter(t token, or bool) bool {
	q := &p.query
	switch t.field {
	case "source":
		id := sourceID(t)
		if id != "" && len(q.Sources) < mostTerms {
			q.Sources = append(q.Sources, id)
		}
		return id != ""
	case "lang":
		tag := lang.Canonical(t.text)
		if tag == "" {
			return false
		}
		if len(q.Languages) < mostTerms {
			q.Languages = append(q.Languages, tag)
		}
		return true
	case "by":
		words := forms(t.text)
		if len(words) > 0 {
			q.By = join(q.By, dateline.Phrase(words), or)
		}
		return len(words) > 0
	case "said": // the words as typed: names are compared by package wire, not folded here
		name := strings.Join(strings.Fields(t.text), " ")
		if len(forms(name)) > 0 && len(q.Said) < mostTerms {
			q.Said = join(q.Said, name, or)
		}
		return len(forms(name)) > 0
	case "after":
		return p.after(t, or)
	case "before":
		return p.before(t, or)
	}
	return false
}

// join adds a choice to the last list, or a list of its own.
func join[L ~[]T, T any](lists []L, choice T, or bool) []L {
	if n := len(lists); or && n > 0 {
		lists[n-1] = append(lists[n-1], choice)
		return lists
	}
	return append(lists, L{choice})
}

// after reads a day from which on items are wanted: the latest that is named, or
// of two with an OR the earlier.
func (p *parser) after(t token, or bool) bool {
	day, ok := readDay(t.text, p.zone)
	if was := p.query.After; ok && (was.IsZero() || day.After(was) != or) {
		p.query.After = day
	}
	return ok
}

// before reads a day before which items are wanted: the earliest that is named, or
// of two with an OR the later.
func (p *parser) before(t token, or bool) bool {
	day, ok := readDay(t.text, p.zone)
	if was := p.query.Before; ok && (was.IsZero() || day.Before(was) != or) {
		p.query.Before = day
	}
	return ok
}

// exclusion takes a filter behind a hyphen for its opposite if its value can be
// one. Not after a day is before it. Who did not say something is no question:
// nearly everybody.
func (p *parser) exclusion(t token) bool {
	q := &p.query
	switch t.field {
	case "source":
		id := sourceID(t)
		if id != "" && len(q.NotSources) < mostTerms {
			q.NotSources = append(q.NotSources, id)
		}
		return id != ""
	case "lang":
		tag := lang.Canonical(t.text)
		if tag != "" && len(q.NotLanguages) < mostTerms {
			q.NotLanguages = append(q.NotLanguages, tag)
		}
		return tag != ""
	case "by":
		words := forms(t.text)
		if len(words) > 0 && len(q.NotBy) < mostTerms {
			q.NotBy = append(q.NotBy, words)
		}
		return len(words) > 0
	case "after":
		return p.before(t, false)
	case "before":
		return p.after(t, false)
	}
	return false
}

// sourceID takes an id as people type it; those of sources are in lower case.
func sourceID(t token) dateline.SourceID {
	return dateline.SourceID(strings.ToLower(strings.TrimSpace(t.text)))
}

// readDay reads y, y-m or y-m-d, in digits of any script, as its beginning.
func readDay(text string, zone *time.Location) (time.Time, bool) {
	parts := strings.Split(text, "-")
	// What is left out is the first: "after:2025" is from the first of January.
	numbers := [3]int{0, 1, 1}
	if len(parts) > 3 {
		return time.Time{}, false
	}
	for i, part := range parts {
		n, err := strconv.Atoi(lang.Fold(part))
		if err != nil {
			return time.Time{}, false
		}
		numbers[i] = n
	}
	if zone == nil {
		zone = time.UTC
	}
	t := time.Date(numbers[0], time.Month(numbers[1]), numbers[2], 0, 0, 0, 0, zone)
	// time.Date makes the 31st of November the 1st of December: what it moved is no day.
	if numbers[0] < 1000 || numbers[0] > 9999 || int(t.Month()) != numbers[1] || t.Day() != numbers[2] {
		return time.Time{}, false
	}
	return t, true
}
