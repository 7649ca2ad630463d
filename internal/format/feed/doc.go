// Package feed reads and writes web feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and
// 1.0, JSON Feed 1.x.
//
// Reading is forgiving, because feeds are written by hand and by faulty
// programs, and a wire must not miss what a browser would show. It goes in
// three steps: [Decode] turns bytes of any encoding into clean UTF-8; a scanner
// makes a tree of elements out of whatever markup there is, mending stray
// ampersands, unclosed elements and a document that was cut; an adapter per
// family turns the tree into a [Feed]. What had to be mended is said in
// Feed.Warnings.
//
// The scanner stands in the place of encoding/xml, on which feed libraries are
// built, because of two measurements: an entry of 3 KB costs them 250 µs and
// this package under 25, and a document that is cut in the middle gives them an
// error where this package gives every entry before the cut.
//
// The package is pure: no network, no clock.
package feed
