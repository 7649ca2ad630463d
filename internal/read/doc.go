// Package read turns copy into items. It is pure: the same copy gives the same
// item, always; it knows no net, no clock and no database, so that it can be
// bettered and run again over the morgue.
//
// [Item] takes any copy, [Page] a web page, [Text] plain text, [Record] a line
// of items in JSON, [Entry] an entry of a feed; [Merge] joins an entry with its
// page. [NewLine] is the form in which the command prints an item.
//
// Each field is read in a package of its own: clean (bytes to text), page (what
// a page says about itself), body (the article's blocks), headline, byline,
// opening (dateline and credit), notice (flashes, corrections, kills), when
// (times).
package read
