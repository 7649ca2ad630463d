package samplepress

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"dateline"
	"dateline/internal/locale"
)

var braces = regexp.MustCompile(`\{[^{}]*\}`)

// A resolver fills in the words in braces of one dispatch.
type resolver struct {
	start   time.Time
	due     time.Time
	edition *locale.Edition
	err     error // the first
}

// resolve fills in what a dispatch leaves to the day. Text that it will take
// over from another one is not there yet, and stays as that one resolved it.
func (d *dispatch) resolve(s *source, start time.Time) error {
	e, err := s.edition(d.Language, d.Months, d.Digits)
	if err != nil {
		return err
	}
	r := &resolver{start: start, due: start.Add(d.At), edition: e}
	for _, field := range []*string{&d.Headline, &d.FeedHeadline, &d.Opening, &d.Note} {
		*field = r.fill(*field)
	}
	d.Body = each(d.Body, r.fill)
	if r.err != nil {
		return fmt.Errorf("%s/%s: %w", d.Source, d.Slug, r.err)
	}
	return nil
}

// fill leaves a gap for a word that it does not know; whoever calls it asks r.err when
// all fields are done.
func (r *resolver) fill(text string) string {
	return braces.ReplaceAllStringFunc(text, func(word string) string {
		out, err := r.word(strings.Trim(word, "{}"))
		// A callback cannot stop the replacing; what is written after the first mistake is
		// thrown away with it.
		if err != nil && r.err == nil {
			r.err = err
		}
		return out
	})
}

// word resolves "date", "date +3d", "weekday -5h", "clock @-7h".
func (r *resolver) word(word string) (string, error) {
	name, offset, _ := strings.Cut(word, " ")
	t, err := r.moved(offset)
	if err != nil {
		return "", fmt.Errorf("{%s}: %v: %w", word, err, dateline.ErrInvalid)
	}
	switch name {
	case "weekday":
		return r.edition.Weekday(t), nil
	case "date":
		full := r.edition.Day(t) // the year comes last in both languages
		return full[:strings.LastIndexByte(full, ' ')], nil
	case "fulldate":
		return r.edition.Day(t), nil
	case "clock":
		return r.edition.Clock(t), nil
	case "hijri":
		return hijri(t.In(r.edition.Zone()), r.edition), nil
	}
	return "", fmt.Errorf("{%s} is no word to fill in: %w", word, dateline.ErrInvalid)
}

// moved is the time at an offset: from the dispatch, or with "@" from the start.
func (r *resolver) moved(offset string) (time.Time, error) {
	from := r.due
	if rest, ok := strings.CutPrefix(offset, "@"); ok {
		// Of the start, where two dispatches must tell the same moment.
		from, offset = r.start, rest
	}
	if offset == "" {
		return from, nil
	}
	if days, ok := strings.CutSuffix(offset, "d"); ok {
		// Days are times 24 hours, which holds in the zones of the press: they have no summer
		// time.
		h, err := time.ParseDuration(days + "h")
		return from.Add(24 * h), err
	}
	d, err := time.ParseDuration(offset)
	return from.Add(d), err
}

// hijri is the date in the tabular Islamic calendar, in Arabic: "12 جمادى
// الآخرة 1448". The day that is announced may differ by one.
func hijri(t time.Time, e *locale.Edition) string {
	months := [...]string{"محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
		"رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"}
	const epoch = 1948440 // Julian day of 1 Muharram 1
	y, m, d := t.Date()
	day := int(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()/86400) + 2440588
	// The civil cycle of 30 years has 10,631 days, of which 11 years have 355.
	year := (30*(day-epoch) + 10646) / 10631
	left := day - epoch - (11*year+3)/30 - 354*(year-1)
	month := min(11, 2*left/59)
	left -= (59*month + 1) / 2
	return digits(fmt.Sprintf("%d %s %d", left+1, months[month], year), e)
}

// digits writes the figures of a text as an edition does.
func digits(s string, e *locale.Edition) string {
	// Runes, for an Arabic digit takes two bytes.
	set := []rune(e.Calendar().Digits)
	return strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return set[c-'0']
		}
		return c
	}, s)
}
