package when

import (
	"strings"
	"time"
)

// neighbour reads the months of Urdu and Persian, of Kurdish in Arabic letters and of Hebrew at
// token i, and how many tokens they take. It is asked for beside a day alone: as words they are
// names of people, «جون» is John.
func (p *parser) neighbour(i int) (time.Month, int) {
	w := p.word(i)
	if w == "" || w[0] < 0x80 {
		return 0, 0
	}
	if m, n := kurdish(w, p.word(i+1)); n > 0 {
		return m, n
	}
	w = strings.TrimPrefix(w, "ב") // "24 בנובמבר": of November
	m := neighbours[w]
	if name, ok := strings.CutSuffix(w, "ي"); ok && m == 0 { // the ending of a genitive, in Kurdish
		m = neighbours[name]
	}
	return m, min(1, int(m))
}

// kurdish reads the months of Iraq's Kurds that go by first and second, the names of the Levant in
// their spelling. Before the year they take the ending of a genitive: «تشرینی دووەمی 2026».
func kurdish(w, next string) (time.Month, int) {
	if w != "كانووني" && w != "تشريني" {
		return 0, 0
	}
	switch next = strings.TrimSuffix(next, "ي"); {
	case w == "كانووني" && next == "دووەم":
		return time.January, 2
	case w == "كانووني" && next == "يەكەم":
		return time.December, 2
	case next == "يەكەم":
		return time.October, 2
	case next == "دووەم":
		return time.November, 2
	}
	return 0, 0
}

// neighbours are the months of one word as [scan] leaves them, a language a line: Hebrew, what
// it cuts short, Urdu, Persian beside the months of Iran's own, and Kurdish.
var neighbours = monthsOf(
	"ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר",
	"ינו|פבר|מרס|אפר||||אוג|ספט|אוק|נוב|דצמ",
	"جنوري|فروري|مارچ|اپريل|ميي|جون|جولايي|اگست|ستمبر|اكتوبر|نومبر|دسمبر",
	"ژانويه|فوريه|مارس|اوريل|مه|ژوين|ژوييه|اوت|سپتامبر|اكتبر|نوامبر|دسامبر",
	"|شوبات|يازار|نيسان|يايار|حوزەيران|تەممووز|ياب|يەيلوول|||",
)

// monthsOf numbers the names of each line.
func monthsOf(lines ...string) map[string]time.Month {
	out := map[string]time.Month{}
	for _, line := range lines {
		for i, name := range strings.Split(line, "|") {
			if name != "" {
				out[name] = time.Month(i + 1)
			}
		}
	}
	return out
}
