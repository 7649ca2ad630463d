// Package story puts items into stories as they come: each one, in the order of
// its arrival, joins the story that it is most like, or begins a new one. It
// looks at items before it only, so an answer never changes by what comes later.
//
// An item is a list of words weighed by rarity, place in the text and whether
// they are names; a story is the sum of its items. Likeness is the cosine of the
// two, mixed with the mean likeness to the story's items: the cosine alone lets
// a large story draw in whatever shares its one great name, the mean alone
// splits stories whose reports differ (docs/matching.md has the measurements).
// The method is that of single-pass clustering (Allan et al., "On-line new event
// detection and tracking", 1998), with names weighed as Miranda et al.,
// "Multilingual clustering of streaming news", 2018, found to matter.
//
// How much likeness is enough depends on what else there is: an item that is nearly
// as like another story must be more like its own, one without a date more so among
// the first items, and there numbers and days of the week that agree or clash count.
//
// Of an event's first two reports often nobody can say yet that they are one, or
// that they are two. So stories are looked at again as they grow: two become one
// when an item tells both and they are as close as each is in itself, and one
// becomes two when it falls into parts (average linkage) that are far less close.
// And after 50, 100 and 200 items the first ones are weighed by what is known of
// rarity by then, and asked again which story they tell.
// Answers given before stay; what follows from a change is told as a Change.
package story
