// Package search knows what an item is found by and which of the found comes
// first. It is pure: a store keeps the words that [Words] makes of an item and
// finds candidates by them; [Parse] reads what a reader typed; [Run] asks the
// store and ranks its candidates, so that every store answers alike.
//
// A word of a query is looked for by its form, its stem and, when too little was
// found, its root (see package lang). Forms stand in the index as they are;
// stems and roots that differ from the form stand there too, each behind a
// letter that no news text uses. Names that are spelt in several ways, in Latin
// and in Arabic letters, are looked for in all of them.
//
// Ranking never reads a text: each candidate brings its term vector, from which
// BM25 is computed on all three levels with frequencies of the whole corpus.
package search
