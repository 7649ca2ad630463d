package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"strconv"
	"strings"
	"testing"
)

const pierText = "The harbour authority of Port Elsin closed the old ferry pier on Tuesday after divers found cracks in eleven of its pillars. " +
	"Boats to the islands leave from the coal quay until the spring, said the director, Maren Holt. Repairs will cost about four million crowns."

const tubeText = "Engineers broke through the last metres of the Grauberg tunnel on Wednesday night, two years later than planned. " +
	"The railway expects the first trains next autumn, when journeys between both valleys become forty minutes shorter."

type matchedLine struct {
	ID     any
	Family string
	From   any
	Kind   *string
	Story  string
}

func jsonLines[T any](t *testing.T, out string) (list []T) {
	t.Helper()
	for line := range strings.Lines(out) {
		var v T
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		list = append(list, v)
	}
	return list
}

func itemLine(t *testing.T, fields map[string]any) string {
	t.Helper()
	b, err := json.Marshal(fields)
	if err != nil {
		t.Fatal(err)
	}
	return string(b) + "\n"
}

func TestMatch(t *testing.T) {
	s := newShell(t)
	lines := itemLine(t, map[string]any{"id": "copy", "date": "2031-03-02", "title": "Pier shut", "text": pierText}) + "\n" +
		itemLine(t, map[string]any{"id": "tube", "text": tubeText}) +
		itemLine(t, map[string]any{"id": "first", "published": map[string]any{"time": "2031-03-01T10:00:00Z"}, "headline": "Old pier closed", "text": pierText}) +
		itemLine(t, map[string]any{"text": pierText[:130], "published": "2031-03-03T08:00:00Z"})
	s.write("items.jsonl", lines)
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	if _, err := w.Write([]byte(lines)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	s.write("items.jsonl.gz", z.String())
	s.in = lines
	out := s.must("match", "items.jsonl")
	if packed, piped := s.must("match", "items.jsonl.gz"), s.must("match", "-"); packed != out || piped != out {
		t.Error("a packed file or standard input is answered otherwise")
	}
	got := jsonLines[matchedLine](t, out)
	if len(got) != 4 {
		t.Fatalf("%d lines:\n%s", len(got), out)
	}
	if got[0].Family != got[2].Family || got[3].Family != got[2].Family || got[1].Family == got[0].Family {
		t.Errorf("families:\n%s", out)
	}
	if got[2].From != nil || got[0].From != "first" || *got[0].Kind != "duplicate" || *got[3].Kind != "excerpt" {
		t.Errorf("origins:\n%s", out)
	}
	if got[0].Story != got[2].Story || got[1].Story == got[0].Story || got[1].Story == "" {
		t.Errorf("stories:\n%s", out)
	}
	if got[3].ID != "5" {
		t.Errorf("an item without id is called %v, want the number of its line", got[3].ID)
	}
}

// TestMatchStoriesAreOnline: what comes later changes no story.
func TestMatchStoriesAreOnline(t *testing.T) {
	s := newShell(t)
	all := []string{pierText, tubeText, pierText[:150], tubeText[20:], "Port Elsin mourns its oldest pilot."}
	text := ""
	var before []matchedLine
	for i, body := range all {
		text += itemLine(t, map[string]any{"id": i, "text": body})
		s.in = text
		now := jsonLines[matchedLine](t, s.must("match", "-"))
		for k := range before {
			if now[k].Story != before[k].Story {
				t.Errorf("item %d changed its story when %d came", k, i)
			}
		}
		before = now
	}
}

// TestMatchOthersLines: lines of other programs have long numbers for ids, numbers for
// dates, and sources with a name.
func TestMatchOthersLines(t *testing.T) {
	s := newShell(t)
	whole, cut := strconv.Quote(pierText), strconv.Quote(pierText[:200])
	for _, c := range []struct{ name, lines, want string }{
		{"ids of twenty digits", `{"id":12345678901234567891,"text":` + whole + `,"date":"2031-03-01"}` + "\n" + `{"id":1.0,"text":` + cut + `,"date":"2031-03-02"}`,
			`{"id":12345678901234567891,"family":"f1","from":null,"kind":null,"story":"s0"}` + "\n" +
				`{"id":1.0,"family":"f1","from":12345678901234567891,"kind":"excerpt","story":"s0"}` + "\n"},
		{"seconds", `{"id":"b","text":` + whole + `,"date":1930000000}` + "\n" + `{"id":"a","text":` + whole + `,"date":1929990000.5}`,
			`{"id":"b","family":"f2","from":"a","kind":"duplicate","story":"s0"}` + "\n" + `{"id":"a","family":"f2","from":null,"kind":null,"story":"s0"}` + "\n"},
		{"milliseconds beside a text", `{"id":"b","text":` + whole + `,"published":1930000000000}` + "\n" + `{"id":"a","text":` + whole + `,"date":"2031-02-26T00:00:00Z"}`,
			`{"id":"b","family":"f2","from":"a","kind":"duplicate","story":"s0"}` + "\n" + `{"id":"a","family":"f2","from":null,"kind":null,"story":"s0"}` + "\n"},
		{"a source with a name", `{"id":"b","text":` + strconv.Quote("(Elsin Wire) "+pierText) + `,"source":{"id":null,"name":"Coast"}}` + "\n" +
			`{"id":"a","text":` + whole + `,"source":{"id":"elsin","name":"Elsin Wire"}}`,
			`{"id":"b","family":"f2","from":"a","kind":"duplicate","story":"s0"}` + "\n" + `{"id":"a","family":"f2","from":null,"kind":null,"story":"s0"}` + "\n"},
		{"no dates and no ids", `{"id":null,"text":"a","date":true,"source":[1],"published":{"time":5}}` + "\n" + `{"text":"b","date":1e300}`,
			`{"id":"1","family":"f1","from":null,"kind":null,"story":"s0"}` + "\n" + `{"id":"2","family":"f2","from":null,"kind":null,"story":"s1"}` + "\n"},
	} {
		s.in = c.lines
		if got := s.must("match", "-"); got != c.want {
			t.Errorf("%s:\n%s", c.name, got)
		}
	}
	s.in = `{"id":12345678901234567891,"a":"x","b":"y"}`
	if got := s.must("match", "--pairs", "-"); got != `{"id":12345678901234567891,"agree":false}`+"\n" {
		t.Error(got)
	}
}

func TestMatchPairs(t *testing.T) {
	s := newShell(t)
	s.in = `{"id":"x","a":"ارتفاع أسعار النفط في السوق العالمية","b":"أسعار النفط ترتفع في السوق العالمية"}
{"id":7,"a":"ارتفاع أسعار النفط في السوق العالمية","b":"انخفاض أسعار النفط في السوق العالمية"}
`
	if got := s.must("match", "--pairs", "-"); got != `{"id":"x","agree":true}`+"\n"+`{"id":7,"agree":false}`+"\n" {
		t.Error(got)
	}
}

func TestNames(t *testing.T) {
	s := newShell(t)
	s.write("pairs.txt", "بوتين\tputin\nلندن\tlondon\nميركل\tmerkel\nبوتين\tpoutine\n")
	got := jsonLines[struct {
		AR     string
		Best   []string
		Scores []float64
	}](t, s.must("names", "pairs.txt"))
	if len(got) != 3 || got[0].AR != "بوتين" || len(got[0].Best) != 4 || len(got[0].Scores) != 4 || got[0].Best[0][0] != 'p' ||
		got[1].Best[0] != "london" || got[2].Best[0] != "merkel" {
		t.Errorf("%+v", got)
	}
}

func TestMatchComplaints(t *testing.T) {
	s := newShell(t)
	s.write("bad.jsonl", "{\"id\":1}\n\n[2]\n")
	s.write("bad.txt", "no tab\n")
	s.write("bad.jsonl.gz", "not packed")
	for _, c := range []struct {
		args []string
		says string
		code int
	}{
		{[]string{"match", "none.jsonl"}, "no such file", exitNotFound},
		{[]string{"match", "bad.jsonl"}, "bad.jsonl line 3: ", exitUsage},
		{[]string{"match", "--pairs", "bad.jsonl"}, "line 3", exitUsage},
		{[]string{"match", "bad.jsonl.gz"}, "not a gzip file", exitUsage},
		{[]string{"names", "bad.txt"}, "line 1: no tab", exitUsage},
		{[]string{"match"}, "expected", exitUsage},
	} {
		out, complaint, code := s.run(c.args...)
		if code != c.code || !strings.Contains(complaint, c.says) || strings.Count(complaint, "\n") != 1 {
			t.Errorf("%v: exit %d, %q", c.args, code, complaint)
		}
		if c.args[0] == "names" && out != "" {
			t.Errorf("%v printed %q", c.args, out)
		}
	}
	s.in = ""
	if out := s.must("match", "-"); out != "" {
		t.Errorf("no items give %q", out)
	}
}

const pierArabic = "أغلقت سلطة ميناء إلسين رصيف العبّارات القديم يوم الثلاثاء بعد أن وجد غواصون شقوقا في 11 من دعائمه. " +
	"وقالت المديرة مارين هولت إن القوارب إلى جزيرة نورفيك تغادر من رصيف الفحم حتى الربيع، وتكلف الأعمال 400 ألف كرونة، بحسب أولف تانر من غراوبرغ."

const pierEnglish = "The harbour authority of Port Elsin closed the old ferry pier on Tuesday after divers found cracks in 11 of its pillars. " +
	"Boats to the island of Norvik leave from the coal quay until the spring, said the director, Maren Holt. Repairs cost 400 thousand crowns, said Ulf Tanner of Grauberg."

// TestMatchAcrossScripts: a translation gets the story of what it translates, as
// a guess, and a copy of the translation does, too.
func TestMatchAcrossScripts(t *testing.T) {
	s := newShell(t)
	copied := pierArabic + " وتقول البلدية إنها ستدفع نصف المبلغ."
	lines := itemLine(t, map[string]any{"id": "en", "date": "2031-03-01", "text": pierEnglish}) +
		itemLine(t, map[string]any{"id": "tube", "date": "2031-03-01", "text": tubeText}) +
		itemLine(t, map[string]any{"id": "ar", "date": "2031-03-02", "text": pierArabic}) +
		itemLine(t, map[string]any{"id": "ar2", "date": "2031-03-03", "text": copied})
	s.write("items.jsonl", lines)
	got := jsonLines[struct {
		matchedLine
		Guess float64
	}](t, s.must("match", "items.jsonl"))
	if len(got) != 4 {
		t.Fatalf("%d lines", len(got))
	}
	en, tube, ar, second := got[0], got[1], got[2], got[3]
	if ar.From != "en" || ar.Kind == nil || *ar.Kind != "translation" || ar.Guess < 0.5 || ar.Guess > 1 {
		t.Errorf("the translation: %+v", ar)
	}
	if ar.Story != en.Story || second.Story != en.Story || tube.Story == en.Story {
		t.Errorf("stories %s, %s, %s, and %s of another event", en.Story, ar.Story, second.Story, tube.Story)
	}
	if ar.Family == en.Family {
		t.Error("a translation is in the family of the copies")
	}
	if second.From != "ar" || *second.Kind == "translation" || second.Guess != 0 {
		t.Errorf("a copy of the translation: %+v", second)
	}
	if en.Guess != 0 || en.From != nil {
		t.Errorf("what was there first: %+v", en)
	}
}

// TestMatchTellsLateness: words that come again after weeks are marked with
// their age.
func TestMatchTellsLateness(t *testing.T) {
	s := newShell(t)
	s.write("items.jsonl", itemLine(t, map[string]any{"id": "first", "date": "2031-03-01", "text": pierText})+
		itemLine(t, map[string]any{"id": "next", "date": "2031-03-02", "text": pierText})+
		itemLine(t, map[string]any{"id": "late", "date": "2031-03-29", "text": pierText})+
		itemLine(t, map[string]any{"id": "undated", "text": tubeText}))
	got := jsonLines[struct {
		ID   string
		Late int
	}](t, s.must("match", "items.jsonl"))
	for i, want := range []int{0, 0, 28, 0} {
		if got[i].Late != want {
			t.Errorf("%s is %d days late, want %d", got[i].ID, got[i].Late, want)
		}
	}
}
