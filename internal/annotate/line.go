package annotate

import (
	"unicode/utf8"

	"dateline/internal/annotate/statement"
)

// A Line is what the command prints of a text: one JSON object a line. Offsets
// are half-open and in Unicode code points; lists are never null.
type Line struct {
	ID           string        `json:"id"`
	Attributions []Attribution `json:"attributions"`
	Times        []LineTime    `json:"times"`
	Topics       []string      `json:"topics"` // codes of Media Topics
	Places       []LinePlace   `json:"places"`
}

// An Attribution is a statement as the command prints it.
type Attribution struct {
	Source     [][2]int `json:"source"`
	Cue        [][2]int `json:"cue"`
	Content    [][2]int `json:"content"`
	Speaker    string   `json:"speaker"` // "" when unresolved
	Kind       string   `json:"kind"`
	Polarity   string   `json:"polarity"`
	Confidence float64  `json:"confidence"`
	Public     bool     `json:"public"` // above the threshold of what may be shown
}

// A LineTime is a time as the command prints it.
type LineTime struct {
	Span  [2]int `json:"span"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

// A LinePlace is a place as the command prints it; country is ISO 3166-1 alpha-2.
type LinePlace struct {
	Span    [2]int `json:"span"`
	Country string `json:"country"`
}

// NewLine is the marks of a text under its id.
func NewLine(id, text string, m Marks) Line {
	at := codePoints(text)
	l := Line{ID: id, Attributions: make([]Attribution, 0, len(m.Statements)), Times: make([]LineTime, 0, len(m.Times)), Topics: append([]string{}, m.Topics...), Places: make([]LinePlace, 0, len(m.Places))}
	for _, s := range m.Statements {
		l.Attributions = append(l.Attributions, Attribution{
			Source: points(s.Source, at), Cue: points(s.Cue, at), Content: points(s.Content, at),
			Speaker: s.Speaker, Kind: string(s.Kind), Polarity: string(s.Polarity), Confidence: s.Confidence, Public: s.Public(),
		})
	}
	for _, t := range m.Times {
		l.Times = append(l.Times, LineTime{Span: [2]int{at(t.Start), at(t.End)}, Type: string(t.Type), Value: t.Value})
	}
	for _, p := range m.Places {
		l.Places = append(l.Places, LinePlace{Span: [2]int{at(p.Start), at(p.End)}, Country: p.Country})
	}
	return l
}

// points is never nil: a list without entries is printed as [] and not as null.
func points(spans []statement.Span, at func(int) int) [][2]int {
	out := make([][2]int, 0, len(spans))
	for _, s := range spans {
		out = append(out, [2]int{at(s.Start), at(s.End)})
	}
	return out
}

// codePoints returns what turns an offset in bytes into one in code points. A
// table of the whole text costs less than counting from the start each time.
func codePoints(text string) func(int) int {
	table := make([]int32, len(text)+1)
	n := int32(0)
	for i := range len(text) {
		table[i] = n
		if i+1 == len(text) || utf8.RuneStart(text[i+1]) {
			n++
		}
	}
	table[len(text)] = n
	return func(i int) int { return int(table[i]) }
}
