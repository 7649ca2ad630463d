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
	// Joomla's Arabic has the months with their numbers: «24 تشرين2/نوفمبر 2026».
	if t := p.at(i + 1); (w == "تشرين" || w == "كانون") && t.glued && t.digits == 1 && (t.num == 1 || t.num == 2) {
		return calendar.Month(w, [...]string{1: "الاول", 2: "الثاني"}[t.num])
	}
	// With the next word: «ربيع» is a month of the Hijri calendar by the number behind it alone.
	return calendar.Month(w, p.word(i+1))
}

// monthOf is month for a name with a day beside it, which makes one of more words.
func (p *parser) monthOf(i int) (time.Month, calendar.Kind, int) {
	if m, k, n := p.month(i); n > 0 {
		return m, k, n
	}
	m, n := p.neighbour(i)
	return m, calendar.Gregorian, n
}
