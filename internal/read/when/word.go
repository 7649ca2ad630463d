package when

// Word reports that s is nothing but the name of a month or of a day of the
// week, so that it names nobody.
func Word(s string) bool {
	p := parser{tokens: scan(s)}
	if len(p.tokens) == 0 {
		return false
	}
	_, _, n := p.month(0)
	return n >= len(p.tokens) && n > 0 || len(p.tokens) == 1 && weekday(p.word(0))
}
