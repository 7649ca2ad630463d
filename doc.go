// Package dateline holds the nouns of a newswire and the seam behind which it
// is stored. It imports nothing but the standard library; every other package
// imports it.
//
// The way of an item, in the words used everywhere in this program:
//
// A [Source] files [Copy]. Package intake fetches it and keeps the raw bytes in
// the [Morgue]. Package read turns a Copy into an [Item]: one piece of news, in
// numbered versions, with a [Dateline], a credit and [Stamp]s. The store keeps
// the item, its search words and an [Entry] of the log in one transaction.
//
// From there on no part calls the next. Each stage of the newsroom follows the
// log with a cursor of its own: the desk makes a [Decision] for each item (by
// the rule of its source, or by a person), and the wire turns items and
// decisions into [Filing]s, what is published in which [Edition]. Site and
// feeds read filings, and learn from the log what changed.
//
// Errors have one of the kinds in error.go; packages wrap them with what was
// being done.
package dateline
