package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"runtime/debug"
	"strings"
	"time"

	"dateline"
	"dateline/internal/match"
	"dateline/internal/match/across"
	"dateline/internal/match/headline"
	"dateline/internal/read/when"
)

type matchCmd struct {
	File  string `arg:"" help:"Items, one JSON line each (.jsonl, .jsonl.gz), or - for standard input."`
	Pairs bool   `help:"The lines are pairs of headlines, {id, a, b}: say whether both report the same."`
}

// Run prints a line for each item: its family, the item it was made from, and
// its story; or for each pair of headlines whether they agree.
func (c matchCmd) Run(env *Env) error {
	bar := env.progress()
	defer bar.done()
	out := bufio.NewWriter(env.Stdout)
	enc := jsonTo(out)
	work := c.items
	if c.Pairs {
		work = c.pairs
	}
	return errors.Join(work(env, bar, enc), out.Flush())
}

// matched is a line as it is printed. From is null for an item that comes from
// no other one. Guess, from 0 to 1, is how sure a translation is, which names and
// numbers alone tell; all other kinds are certain enough to go without. Late is by
// how many days an item came after the earliest known one with its words.
type matched struct {
	ID     json.RawMessage `json:"id"`
	Family string          `json:"family"`
	From   json.RawMessage `json:"from"`
	Kind   *string         `json:"kind"`
	Story  string          `json:"story"`
	Guess  float64         `json:"guess,omitempty"`
	Late   int             `json:"late,omitempty"`
}

// A row is what is kept of a line until all have come: of a million of them each byte
// is a megabyte.
type row struct {
	id    string
	story int32
}

// A matching is what is known of the lines read so far.
type matching struct {
	told    *telling
	origins *match.Grouping
	rows    []row
	guesses map[int]across.Guess
}

// items reads the file to its end before it prints the first line.
func (c matchCmd) items(env *Env, bar *progress, enc *json.Encoder) (err error) {
	if env.Getenv("GOGC") == "" {
		// What is held of all items is most of the memory. Collecting twice as often costs
		// 5 % of the time and saves a fifth.
		defer debug.SetGCPercent(debug.SetGCPercent(50))
	}
	told, err := newTelling()
	if err != nil {
		return err
	}
	aside := &spill{}
	defer func() { err = errors.Join(err, aside.Close()) }()
	m := matching{told: told, origins: match.NewGrouping(aside), guesses: map[int]across.Guess{}}
	err = eachLine(env, c.File, func(n int, line []byte) error {
		bar.say("%d items read", n)
		return m.take(n, line)
	})
	if err != nil {
		return err
	}
	// Known only now: a later line may turn out to be the origin of an earlier one.
	known := m.origins.Origins()
	if err := m.origins.Err(); err != nil {
		return err
	}
	for i, o := range known {
		if err := enc.Encode(m.line(i, o)); err != nil {
			return err
		}
	}
	return nil
}

// take matches the item of a line with those before it.
func (m *matching) take(n int, line []byte) error {
	var r matchLine
	if err := json.Unmarshal(line, &r); err != nil {
		return fmt.Errorf("%v; each line must be one JSON object: %w", err, dateline.ErrInvalid)
	}
	it := r.item()
	story, guess := m.told.add(it, m.origins.Add(it))
	if guess != nil {
		m.guesses[len(m.rows)] = *guess
	}
	m.rows = append(m.rows, row{string(r.id(n)), int32(story)})
	return m.origins.Err()
}

// line is what is printed of an item.
func (m *matching) line(i int, o match.Origin) matched {
	l := matched{ID: m.rows[i].raw(), Family: fmt.Sprintf("f%d", o.Family+1), Story: fmt.Sprintf("s%d", m.rows[i].story)}
	switch g, guessed := m.guesses[i]; {
	// Words that were taken over say more than a guess about a translation.
	case o.From >= 0:
		kind := string(o.Kind)
		l.From, l.Kind, l.Late = m.rows[o.From].raw(), &kind, int(o.Late.Hours()/24)
	case guessed:
		kind := string(match.Translation)
		l.From, l.Kind, l.Guess = m.rows[g.Item].raw(), &kind, math.Round(100*g.Confidence)/100
	}
	return l
}

// raw is the id as it was written.
func (r *row) raw() json.RawMessage { return json.RawMessage(r.id) }

// pairs judges each line alone, and prints as it reads.
func (c matchCmd) pairs(env *Env, bar *progress, enc *json.Encoder) error {
	judge, err := headline.New()
	if err != nil {
		return err
	}
	return eachLine(env, c.File, func(n int, line []byte) error {
		var p struct {
			ID   json.RawMessage
			A, B string
		}
		if err := json.Unmarshal(line, &p); err != nil {
			return fmt.Errorf("%v; each line must be one JSON object: %w", err, dateline.ErrInvalid)
		}
		bar.say("%d pairs", n)
		return enc.Encode(struct {
			ID    json.RawMessage `json:"id"`
			Agree bool            `json:"agree"`
		}{p.ID, judge.Agree(p.A, p.B)})
	})
}

// matchLine is an item as `dateline read` prints it, or in the short form
// {"id","lang","source","date","title","text"}. Any field may be missing.
//
// The id is kept as it is written: as a number it would lose the last digits of
// ids as long as those of social networks.
type matchLine struct {
	ID        json.RawMessage `json:"id"`
	Title     string          `json:"title"`
	Headline  string          `json:"headline"`
	Text      string          `json:"text"`
	Date      json.RawMessage `json:"date"`
	Source    json.RawMessage `json:"source"`
	Credit    string          `json:"credit"`
	Published json.RawMessage `json:"published"`
}

// id is the line's own, else the line's number.
func (r *matchLine) id(n int) json.RawMessage {
	if len(r.ID) == 0 || string(r.ID) == "null" {
		return fmt.Appendf(nil, "%q", fmt.Sprint(n))
	}
	return r.ID
}

// item takes the longer form's names before those of the short one.
func (r *matchLine) item() match.Item {
	it := match.Item{Headline: r.Headline, Body: r.Text, Source: text(r.Source), Date: instant(r.Date)}
	if it.Headline == "" {
		it.Headline = r.Title
	}
	if it.Source == "" {
		it.Source = r.Credit
	}
	if it.Date.IsZero() {
		it.Date = instant(r.Published)
	}
	return it
}

// text is a text, or the name of what has one: programs write a source as
// {"id","name"}. What is neither is none.
func text(raw json.RawMessage) (s string) {
	var named struct{ Name string }
	if json.Unmarshal(raw, &s) != nil && json.Unmarshal(raw, &named) == nil {
		return named.Name
	}
	return s
}

// instant is the time that a text gives, or the time of a stamp as read prints it, or
// that of a number of seconds or milliseconds since 1970. What is none of them is no time.
func instant(raw json.RawMessage) time.Time {
	var s string
	var number json.Number
	var stamp struct{ Time string }
	switch {
	case json.Unmarshal(raw, &s) == nil:
		return readTime(s)
	case json.Unmarshal(raw, &number) == nil:
		seconds, _, _ := strings.Cut(number.String(), ".")
		return readTime(seconds)
	case json.Unmarshal(raw, &stamp) == nil:
		return readTime(stamp.Time)
	}
	return time.Time{}
}

// readTime is the time that a text gives, zero when it gives none.
// It is read as a date of a file, so that all forms that feeds write are understood.
func readTime(s string) time.Time {
	if s == "" {
		return time.Time{}
	}
	return when.Choose([]when.Claim{{Raw: s, From: dateline.FromFile}}, when.Context{}).Time
}
