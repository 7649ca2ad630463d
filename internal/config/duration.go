package config

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"dateline"
)

// The usual lengths.
const (
	second = time.Second
	minute = time.Minute
	day    = 24 * time.Hour
)

// mostDays is how many a time.Duration can hold.
const mostDays = int(math.MaxInt64 / day)

// Duration is a time.Duration that is written "90d", "12h" or "1.5s".
type Duration time.Duration

// UnmarshalText reads it.
func (d *Duration) UnmarshalText(text []byte) error {
	s := string(text)
	if days, ok := strings.CutSuffix(s, "d"); ok {
		n, err := strconv.ParseFloat(days, 64)
		// Beyond 292 years nanoseconds overflow: "for ever" would become "never". What
		// is no number ("nan") is not within them either.
		if err != nil || !(math.Abs(n) <= float64(mostDays)) {
			return fmt.Errorf("%q is not a number of days, %d at most: %w", s, mostDays, dateline.ErrInvalid)
		}
		*d = Duration(n * float64(day))
		return nil
	}
	// Go's own form has no days, for they are not all of 24 hours; those of a setting are.
	v, err := time.ParseDuration(s)
	if err != nil {
		return fmt.Errorf("%q is not a duration such as 90d, 12h or 1.5s: %w", s, dateline.ErrInvalid)
	}
	*d = Duration(v)
	return nil
}

// MarshalText writes it.
func (d Duration) MarshalText() ([]byte, error) {
	v := time.Duration(d)
	// As people write it: 90d, and not 2160h0m0s.
	if v != 0 && v%day == 0 {
		return []byte(strconv.FormatInt(int64(v/day), 10) + "d"), nil
	}
	return []byte(v.String()), nil
}
