package when

import (
	"time"

	"dateline/internal/lang/calendar"
)

// month reads a month's name at token i and returns its number, its calendar
// and how many tokens it takes; 0 tokens when there is none.
func (p *parser) month(i int) (time.Month, calendar.Kind, int) {
	w := p.word(i)
	if w == "" {
		return 0, 0, 0
	}
	// With the next word: «ربيع» is a month of the Hijri calendar by the number behind it alone.
	return calendar.Month(w, p.word(i+1))
}
