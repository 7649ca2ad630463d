package read

import (
	"cmp"
	"time"

	"dateline"
	"dateline/internal/read/headline"
)

// Merge joins the item of a feed entry with that of the page behind it. The
// entry gives the identity; of the rest the page wins, unless its reading
// plainly failed.
func Merge(entry, page dateline.Item) dateline.Item {
	it := page
	it.ID, it.GUID, it.Source, it.Received = entry.ID, entry.GUID, entry.Source, entry.Received
	it.URL = cmp.Or(page.URL, entry.URL)
	if it.Headline == "" || entry.Headline != "" && headline.Likeness(entry.Headline, page.Headline) < 0.5 {
		it.Headline = entry.Headline
	}
	mergeBody(&it, entry, page)
	it.Standfirst = cmp.Or(page.Standfirst, entry.Standfirst)
	if len(it.Byline) == 0 {
		it.Byline = entry.Byline
	}
	if it.Dateline == (dateline.Dateline{}) {
		it.Dateline = entry.Dateline
	}
	it.CreditLine = cmp.Or(page.CreditLine, entry.CreditLine)
	it.Published = betterStamp(entry.Published, page.Published)
	it.Updated = betterStamp(entry.Updated, page.Updated)
	mergeRest(&it, entry)
	return it
}

// mergeBody takes the longer body with the language that goes with it.
func mergeBody(it *dateline.Item, entry, page dateline.Item) {
	if n := size(page.Body); n > 0 && (n*10 >= size(entry.Body)*9 || entry.Summary && n >= size(entry.Body)) {
		it.Summary = false
		return
	}
	it.Body, it.Summary, it.Opening = entry.Body, entry.Summary, entry.Opening
	it.Language, it.Direction = entry.Language, entry.Direction
	it.Dateline, it.CreditLine = entry.Dateline, cmp.Or(entry.CreditLine, page.CreditLine)
}

// mergeRest adds what the entry alone has.
func mergeRest(it *dateline.Item, entry dateline.Item) {
	if entry.PubStatus == dateline.Canceled {
		it.PubStatus, it.Notices = entry.PubStatus, entry.Notices
	} else if len(it.Notices) == 0 {
		it.Notices = entry.Notices
	}
	it.PubStatus = cmp.Or(it.PubStatus, entry.PubStatus) // withheld by either is withheld
	if it.Urgency == 0 || entry.Urgency > 0 && entry.Urgency < it.Urgency {
		it.Urgency = entry.Urgency
	}
	if it.Embargo.Before(entry.Embargo) {
		it.Embargo = entry.Embargo
	}
	it.Genre = cmp.Or(it.Genre, entry.Genre)
	if len(it.Keywords) == 0 {
		it.Keywords = entry.Keywords
	}
	if it.Picture == nil {
		it.Picture = entry.Picture
	}
	it.Rights.UsageTerms = cmp.Or(it.Rights.UsageTerms, entry.Rights.UsageTerms)
}

// betterStamp chooses between the stamp of a feed and that of its page: the one
// with the surer evidence, unless the other knows the zone or the time of day
// of the same day.
func betterStamp(feed, page dateline.Stamp) dateline.Stamp {
	switch {
	case page.IsZero():
		return feed
	case feed.IsZero():
		return page
	}
	if known(feed) > known(page) && feed.Time.Sub(page.Time).Abs() < 36*time.Hour {
		return feed
	}
	if rank(page.From) <= rank(feed.From) && page.Confidence != dateline.Doubtful {
		return page
	}
	if feed.Confidence != dateline.Doubtful {
		return feed
	}
	return page
}

// known counts what a stamp leaves to no guess.
func known(s dateline.Stamp) int {
	n := 0
	if s.Zone != "" {
		n++
	}
	if s.Precision != dateline.ToDay {
		n += 2
	}
	if s.Confidence != dateline.Doubtful {
		// More than clock and zone together.
		n += 4
	}
	return n
}

// rank orders evidence, the surest first.
func rank(e dateline.Evidence) int {
	for i, k := range [...]dateline.Evidence{dateline.FromStructuredData, dateline.FromMeta, dateline.FromTimeElement, dateline.FromFeed, dateline.FromText, dateline.FromURL} {
		if e == k {
			return i
		}
	}
	return 9
}

// Retell gives an item the text of its page as it is read now, with all that
// goes with the text. What the page does not say any more stays.
func Retell(it *dateline.Item, page dateline.Item) {
	it.Body, it.Summary, it.Opening = page.Body, false, page.Opening
	it.Language, it.Direction = page.Language, page.Direction
	it.Standfirst = cmp.Or(page.Standfirst, it.Standfirst)
	if len(page.Byline) > 0 {
		it.Byline = page.Byline
	}
	if page.Dateline != (dateline.Dateline{}) {
		it.Dateline = page.Dateline
	}
	it.CreditLine = cmp.Or(page.CreditLine, it.CreditLine)
}
