package search

import (
	"context"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode"

	"dateline"
	"dateline/internal/lang"
)

// A Point is a point of the log: after the entry Seq, which was written at Time.
// Seq 0 is before the log began.
type Point struct {
	Seq  int64
	Time time.Time
}

// ParsePoint reads a point as a person names it, in digits of any script: the
// number of an entry (1234), or a time (2025-07-22T10:00Z, 2025-07-22T10:00+03:00,
// 2025-07-22 10:00 in the zone, 2025-07-22 for the end of that day). Only one of
// Seq and Time is set; Locate finds the other. ErrInvalid when it is neither.
func ParsePoint(text string, zone *time.Location) (Point, error) {
	text = strings.TrimSpace(strings.Map(westernDigit, text))
	if n, err := strconv.ParseInt(text, 10, 64); err == nil && n > 0 {
		return Point{Seq: n}, nil
	}
	if zone == nil {
		zone = time.UTC
	}
	at := strings.Replace(text, " ", "T", 1)
	for _, layout := range [...]string{
		time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04", time.DateOnly,
	} {
		t, err := time.ParseInLocation(layout, at, zone)
		if err != nil || t.Year() <= 1 { // the zero time means that none was given
			continue
		}
		if layout == time.DateOnly { // log times have microseconds
			t = t.AddDate(0, 0, 1).Add(-time.Microsecond)
		}
		return Point{Time: t}, nil
	}
	return Point{}, fmt.Errorf("as of %q: give a time such as 2025-07-22T10:00Z, or the number of a log entry: %w",
		text, dateline.ErrInvalid)
}

// westernDigit writes a digit of any script as 0-9.
func westernDigit(r rune) rune {
	if r < unicode.MaxASCII || !unicode.IsDigit(r) {
		return r
	}
	return []rune(lang.Fold(string(r)))[0]
}

// Locate completes a point by what the log says. A number beyond the newest
// entry is that entry. A time is after the last entry of at most that time;
// times in the log grow with its numbers, but for the little by which those who
// write it at the same time may differ.
func Locate(ctx context.Context, log dateline.Log, p Point) (Point, error) {
	last, err := log.Last(ctx)
	if err != nil {
		return Point{}, err
	}
	at := func(seq int64) (t time.Time) {
		var entries []dateline.Entry
		if err == nil {
			entries, err = log.Entries(ctx, seq-1, 1)
		}
		for _, e := range entries {
			t = e.Time
		}
		return t
	}
	if p.Seq > 0 {
		p.Seq = min(p.Seq, last)
		p.Time = at(p.Seq)
		return p, err
	}
	p.Seq = int64(sort.Search(int(last), func(i int) bool { return at(int64(i) + 1).After(p.Time) }))
	return p, err
}
