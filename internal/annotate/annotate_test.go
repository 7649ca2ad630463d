package annotate

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/internal/annotate/statement"
	"dateline/internal/annotate/statement/marktest"
)

func check(t *testing.T, language, text string, want []string) {
	t.Helper()
	got := Mark(Input{Text: text, Language: language}).Statements
	var lines []string
	for _, s := range got {
		lines = append(lines, marktest.Show(text, s))
	}
	if strings.Join(lines, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\n got  %s\n want %s", text, strings.Join(lines, "\n      "), strings.Join(want, "\n      "))
	}
}

func TestEnglish(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{`Lena Marsh said the harbour would open in May.`, []string{`Lena Marsh | said | the harbour would open in May`}},
		{`The ferry is safe, the port's director said on Monday.`, []string{`the port's director | said | The ferry is safe`}},
		{`“We waited for two years,” said Lena Marsh, a pilot in Tamar.`, []string{`Lena Marsh, a pilot in Tamar | said | “We waited for two years,”`}},
		{`"It works," she said. "It always has."`, []string{`she | said | "It works," … "It always has."`}},
		{`According to the ministry, the works cost 40 million.`, []string{`the ministry | According to | the works cost 40 million`}},
		{`The works cost 40 million, according to the ministry.`, []string{`the ministry | according to | The works cost 40 million`}},
		{`Marsh told reporters that nobody was hurt.`, []string{`Marsh | told | that nobody was hurt`}},
		{`The mayor denied that the bridge was closed.`, []string{`The mayor | denied | that the bridge was closed`}},
		{`Marsh refused to sign the letter.`, []string{`Marsh | refused | to sign the letter`}},
		{`He warned of storms, adding that boats should stay in port.`, []string{`He | warned of | storms`, `He | adding | that boats should stay in port`}},
		{`The minister, who resigned in May, said he had no regrets.`, []string{`The minister, who resigned in May | said | he had no regrets`}},
		{`The mayor dismissed his claim that the bridge is rotten.`, []string{`The mayor | dismissed | his claim that the bridge is rotten`}},
		{`“Why now?” Marsh asked.`, []string{`Marsh | asked | “Why now?”`}},
		{`''It floats,'' Mr. Marsh said.`, []string{`Mr. Marsh | said | ''It floats,''`}},
		{`The bridge, she said, has cost too much.`, []string{`she | said | The bridge … has cost too much`}},
		{`The boat left the harbour at noon.`, nil},
		{`The United States is far from the proposed bridge.`, nil},
	} {
		check(t, "en", c.text, c.want)
	}
}

func TestArabic(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{`قال وزير النقل سامر الحلواني إن الميناء سيفتح الخميس.`, []string{`وزير النقل سامر الحلواني | قال | إن الميناء سيفتح الخميس`}},
		{`وأكّدت الوزارة، في بيان، أنّ العمل انتهى.`, []string{`الوزارة | وأكّدت | أنّ العمل انتهى`}},
		{`أشار التقرير إلى أن المنسوب ارتفع.`, []string{`التقرير | أشار | إلى أن المنسوب ارتفع`}},
		{`وبحسب مصادر مطلعة، توقفت المفاوضات عند هذا البند.`, []string{`مصادر مطلعة | وبحسب | توقفت المفاوضات عند هذا البند`}},
		{`توقفت المفاوضات أمس، وفقاً لمصدر حكومي.`, []string{`لمصدر حكومي | وفقاً | توقفت المفاوضات أمس`}},
		{`«لن نوقع على هذا الاتفاق أبداً»، قال كبير المفاوضين.`, []string{`كبير المفاوضين | قال | «لن نوقع على هذا الاتفاق أبداً»`}},
		{`ونقلت الصحيفة عن دبلوماسي قوله إن الجولة فشلت.`, []string{`الصحيفة | ونقلت | عن دبلوماسي قوله إن الجولة فشلت`, `دبلوماسي | عن … قوله | إن الجولة فشلت`}},
		{`حذر المحافظ من انهيار السد.`, []string{`المحافظ | حذر | من انهيار السد`}},
		{`الوزير نفى ذلك.`, []string{`الوزير | نفى | ذلك`}},
		{`قال المدير إن المصنع مغلق، مضيفاً أن السبب فني.`, []string{`المدير | قال | إن المصنع مغلق`, `المدير | مضيفاً | أن السبب فني`}},
		{`يذكر أن السد شيد عام 1974.`, nil},
		{`طلب المصدر عدم الكشف عن اسمه.`, nil},
		{`وصلت السفينة إلى الميناء فجر اليوم.`, nil},
	} {
		check(t, "ar", c.text, c.want)
	}
}

// TestSpeakers: short forms and pronouns, joined only when there is one choice.
func TestSpeakers(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Lena Marsh said the port was open.\n\nMs. Marsh said it was safe.\n\nShe said it was cheap.", "Lena Marsh; Lena Marsh; Lena Marsh"},
		{"en", "Lena Marsh and Otto Marsh own boats.\n\nMarsh said it was safe.", ""},
		{"en", "It was dark. He said the lamp was broken.", ""},
		{"en", "A witness said the lamp was broken.", "A witness"},
		{"en", "Otto Bell, who said he saw it, left.", "Otto Bell"},
		{"ar", "قال وزير النقل سامر الحلواني إن الميناء مفتوح. وأضاف أن الحركة عادت. وقال الحلواني إن العمل انتهى.", "وزير النقل سامر الحلواني; وزير النقل سامر الحلواني; وزير النقل سامر الحلواني"},
	} {
		var got []string
		for _, s := range Mark(Input{Text: c.text, Language: c.lang}).Statements {
			got = append(got, s.Speaker)
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s\n got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestKinds also holds the public threshold: a direct quotation of a named
// speaker and nothing else.
func TestKinds(t *testing.T) {
	for _, c := range []struct {
		text     string
		kind     statement.Kind
		polarity statement.Polarity
		public   bool
	}{
		{`“We waited,” Lena Marsh said.`, statement.Direct, statement.Says, true},
		{`“We waited,” a pilot said.`, statement.Direct, statement.Says, false},
		{`“We waited,” she said.`, statement.Direct, statement.Says, false},
		{`Lena Marsh said they “waited too long” for it.`, statement.Mixed, statement.Says, false},
		{`Lena Marsh denied that they waited.`, statement.Indirect, statement.Denies, false},
		{`Lena Marsh vowed to wait.`, statement.Indirect, statement.Promises, false},
		{`Lena Marsh urged them to wait.`, statement.Indirect, statement.Asks, false},
		{`Lena Marsh warned that they waited.`, statement.Indirect, statement.Warns, false},
	} {
		got := Mark(Input{Text: c.text, Language: "en"}).Statements
		if len(got) != 1 || got[0].Kind != c.kind || got[0].Polarity != c.polarity || got[0].Public() != c.public {
			t.Errorf("%s: %+v", c.text, got)
		}
	}
}

// TestLine: offsets count code points, and lists are never null.
func TestLine(t *testing.T) {
	const text = "Zoë Ängström said “it’s safe” today."
	l := NewLine("x", text, Mark(Input{Text: text, Language: "en", Published: "2026-03-05"}))
	runes := []rune(text)
	if len(l.Attributions) != 1 || len(l.Times) != 1 {
		t.Fatalf("%+v", l)
	}
	if c := l.Attributions[0].Content[0]; !strings.HasPrefix(string(runes[c[0]:c[1]]), "“it’s safe”") {
		t.Errorf("content %q", string(runes[c[0]:c[1]]))
	}
	if s := l.Times[0].Span; string(runes[s[0]:s[1]]) != "today" {
		t.Errorf("time %q", string(runes[s[0]:s[1]]))
	}
	b, err := json.Marshal(NewLine("", "", Marks{}))
	if err != nil || strings.Contains(string(b), "null") {
		t.Errorf("%s %v", b, err)
	}
}

// FuzzMark: whatever the text, marks lie within it, on code points, statements in
// the order of their cues, times in theirs and apart, and marking is repeatable.
func FuzzMark(f *testing.F) {
	for _, s := range []string{"", "“", `"a," he said`, "said", "he said:", "قال إن", "نقلت عن قوله", "بحسب", "last", "the 1990s", "9 a.m. on May 31", "“a ‘b” c’ said he.", "''x'' said.\n\n“y", "\xff\xfe said", "ولما", "- :", "on", "'s said", "mid-", "Paris's", "CAIRO", "بالقاهرة", "1 محرم 1447هـ", "الساعة 9:", "قبل", "“a”― B", "\"B: a", "noon", "“a,” he said,", "It leaks, he said, but", "his claims of", "على حد", "السد مغلق، على حد"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, language := range []string{"en", "ar"} {
			in := Input{Text: text, Language: language, Published: "2026-03-05"}
			wellMarked(t, in)
		}
	})
}

// wellMarked holds that marks lie within their text, on code points, in order and
// apart, and that marking is repeatable.
func wellMarked(t *testing.T, in Input) {
	t.Helper()
	m := Mark(in)
	for _, s := range m.Statements {
		if len(s.Content) == 0 {
			t.Errorf("%q: no content", in.Text)
		}
		for _, spans := range [][]statement.Span{s.Source, s.Cue, s.Content} {
			for _, p := range spans {
				inside(t, in.Text, p.Start, p.End)
			}
		}
	}
	last := 0
	for _, x := range m.Times {
		inside(t, in.Text, x.Start, x.End)
		if x.Start < last || x.Value == "" {
			t.Errorf("%q: time %+v", in.Text, x)
		}
		last = x.End
	}
	for _, x := range m.Places {
		inside(t, in.Text, x.Start, x.End)
		if len(x.Country) != 2 {
			t.Errorf("%q: place %+v", in.Text, x)
		}
	}
	if len(Mark(in).Statements) != len(m.Statements) {
		t.Errorf("%q: marked differently the second time", in.Text)
	}
}

func inside(t *testing.T, text string, start, end int) {
	t.Helper()
	if start < 0 || end <= start || end > len(text) || utf8.ValidString(text) && !utf8.ValidString(text[start:end]) {
		t.Errorf("%q: span %d–%d", text, start, end)
	}
}

// TestSaid is Mark without places and topics, in both languages and in one
// without rules.
func TestSaid(t *testing.T) {
	for _, text := range []string{
		"The port of Cairo will open on Thursday, said Lena Marsh, the minister of health.",
		"قال وزير الصحة سامر الحلواني إن مستشفى القاهرة سيفتح يوم الخميس.",
		"Der Hafen von Kairo öffnet am Donnerstag, sagte die Ministerin und lachte dabei.",
	} {
		in := Input{Text: text, Published: "2031-03-04"}
		want := Mark(in)
		if want.Places == nil && len(want.Statements) > 0 {
			t.Errorf("%s: no place is marked, so nothing is shown", text)
		}
		want.Places, want.Topics = nil, nil
		if got := Said(in); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", text, got, want)
		}
	}
}
