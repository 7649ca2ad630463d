package lang

import (
	"strings"
	"testing"
)

const (
	englishCopy = `Ministers from eleven countries agreed on Thursday to reopen the northern shipping lane, officials
said, after negotiations that had twice been suspended. The agreement's text, seen by reporters, provides for joint
inspections and for compensation of the harbour workers who lost their jobs when the lane was closed in March. `
	arabicCopy = `اتفق وزراء إحدى عشرة دولة يوم الخميس على إعادة فتح الممر البحري الشمالي، بحسب ما قاله مسؤولون، بعد
مفاوضات عُلّقت مرتين. وينص الاتفاق الذي اطلع عليه صحفيون على عمليات تفتيش مشتركة وعلى تعويض عمال المرفأ الذين فقدوا
وظائفهم عندما أُغلق الممر في مارس. `
)

// BenchmarkWords cuts, folds and stems 5 KB, every word of it: the upper bound
// of what search costs an item here (it stems each different form once).
func BenchmarkWords(b *testing.B) {
	for _, c := range []struct{ name, text string }{{"en", englishCopy}, {"ar", arabicCopy}} {
		text := strings.Repeat(c.text, 5000/len(c.text)+1)[:5000]
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				_, words := Words(text)
				for _, w := range words {
					Root(Stem(w.Form, c.name))
				}
			}
		})
	}
}

func BenchmarkDetect(b *testing.B) {
	for b.Loop() {
		Detect(englishCopy)
		Detect(arabicCopy)
	}
}
