package annotate

import (
	"strings"
	"testing"
)

// BenchmarkMark marks items of 3 KB in both languages; ours, and made of the
// sentences of the tests.
func BenchmarkMark(b *testing.B) {
	for _, c := range []struct{ lang, text string }{
		{"en", strings.Repeat(`The harbour will open on Thursday, said Lena Marsh, the port's director. “We have waited two years for this,” she told reporters in Tamar. According to the ministry, the works cost 40 million. Marsh denied that the bridge was unsafe.`+"\n\n", 13)},
		{"ar", strings.Repeat(`قال وزير النقل سامر الحلواني إن الميناء سيفتح يوم الخميس. وأضاف: «انتظرنا هذا اليوم عامين». وبحسب الوزارة، بلغت الكلفة أربعين مليوناً.`+"\n\n", 14)},
	} {
		b.Run(c.lang, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				Mark(Input{Text: c.text, Language: c.lang, Published: "2026-03-04"})
			}
		})
	}
}
