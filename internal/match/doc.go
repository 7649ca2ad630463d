// Package match tells which items have the same words: as duplicate, update,
// rewrite or excerpt, and which one of them is the earliest known. It is pure.
//
// The way of an item through it:
//
//	Read      a text becomes its letters, folded, without what is between words
//	Keys      sampled hashes of runs of letters; a store keeps them
//	Index     the items that share keys with an item, in time that hardly grows
//	Compare   which passages agree, and what share of each stands in the other
//	Kind      what that makes of the two
//	Families  the whole of it, over a list of items, with who came from whom
//
// Runs of letters, not of words: one wrong key in five leaves a twentieth to a
// tenth of the runs of three words, but a sixth to a quarter of the runs of
// twelve letters, so one kind of key serves clean and mistyped copy alike.
// docs/matching.md has the measurements.
package match
