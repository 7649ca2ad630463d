package locale

import (
	"strconv"
	"strings"
)

// Number returns n with its thousands grouped: "12,034" or "١٢٬٠٣٤".
func (e *Edition) Number(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	// The comma goes with 0-9 in both languages, U+066C with the digits of Arabic.
	separator := ","
	if e.edition.Digits == Arab {
		separator = "٬"
	}
	var b strings.Builder
	b.WriteString(sign)
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(separator)
		}
		b.WriteRune(d)
	}
	return e.local(b.String())
}

// Figure returns n ungrouped, as years, pages and versions are written.
func (e *Edition) Figure(n int) string { return e.local(strconv.Itoa(n)) }

// Percent returns n with the sign of the edition's digits: "60%" or "٦٠٪".
func (e *Edition) Percent(n int) string {
	if e.edition.Digits == Arab {
		return e.Figure(n) + "٪"
	}
	return e.Figure(n) + "%"
}

// local writes the figures of s in the edition's digits.
func (e *Edition) local(s string) string {
	if e.edition.Digits != Arab {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r - '0' + '٠'
		}
		return r
	}, s)
}
