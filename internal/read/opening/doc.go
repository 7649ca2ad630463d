// Package opening splits the dateline and the credit off the first paragraph
// of a report: "CAIRO, 3 July (MENA) —", "(MENAFN)", "القاهرة - 3 يوليو (أ ش أ) -".
package opening

import "dateline"

// An Opening is what stands before the first word of a report.
type Opening struct {
	Dateline dateline.Dateline
	Credit   string
	Byline   string // "كتب محمد علي", where it stands in the dateline
}
