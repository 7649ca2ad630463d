package lang

// The languages in Arabic script that are in no table, for want of statistics,
// are told by letters that most others do not write.
const (
	pashto = iota
	kurdish
	uyghur
	sindhi
	unlearnt
)

// noteOwn counts a letter for each language of those that writes it.
func noteOwn(own *[unlearnt]int, r rune) {
	if r < 'ٺ' { // the first of them, and most letters of Arabic
		return
	}
	switch r {
	case 'ټ', 'ډ', 'ړ', 'ښ', 'ځ', 'څ', 'ۍ', 'ګ', 'ڼ':
		own[pashto]++
	case 'ې':
		own[pashto]++
		own[uyghur]++
	case 'ێ', 'ڕ', 'ڵ', 'ڤ':
		own[kurdish]++
	case 'ە', 'ۆ':
		own[kurdish]++
		own[uyghur]++
	case 'ۇ', 'ۈ', 'ۋ', 'ڭ':
		own[uyghur]++
	case 'ٺ', 'ٻ', 'ٽ', 'ڀ', 'ڄ', 'ڃ', 'ڇ', 'ڊ', 'ڌ', 'ڍ', 'ڏ', 'ڙ', 'ڦ', 'ڪ', 'ڱ', 'ڳ', 'ڻ':
		own[sindhi]++
	}
}

// byOwn returns the language with most letters of its own, "" below three: one
// may stand in a name.
func byOwn(own *[unlearnt]int) string {
	best := 0
	for i, n := range own {
		if n > own[best] {
			best = i
		}
	}
	if own[best] < 3 {
		return ""
	}
	return [...]string{pashto: "ps", kurdish: "ckb", uyghur: "ug", sindhi: "sd"}[best]
}
