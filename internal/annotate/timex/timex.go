// Package timex finds the times that a text names and gives each its value as
// TIMEX3 does (ISO-TimeML): 2025-07-22, 2025-W30, P3D, PRESENT_REF. Relative
// days count from the day of the text.
package timex

import "dateline/internal/annotate/token"

// A Type is a kind of time expression.
type Type string

// The types of TIMEX3.
const (
	Date     Type = "DATE"
	Clock    Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// A Time is an expression in the text; offsets are in bytes.
type Time struct {
	Start, End int
	Type       Type
	Value      string
}

// English finds the times of an English text.
func English(t *token.Text, published string) []Time { return nil }

// Arabic finds the times of an Arabic text.
func Arabic(t *token.Text, published string) []Time { return nil }
