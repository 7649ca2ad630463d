package fetch

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// maxRetryAfter bounds what a server may ask for: by one wrong answer, a year say,
// a source would be lost.
const maxRetryAfter = 24 * time.Hour

// retryAfter reads the header: seconds, or a date.
func retryAfter(value string, now time.Time) time.Duration {
	value = strings.TrimSpace(value)
	if seconds, err := strconv.ParseInt(value, 10, 64); err == nil {
		return time.Duration(min(max(seconds, 0), int64(maxRetryAfter/time.Second))) * time.Second
	}
	// A date is as good as a number (RFC 9110, 10.2.3), and of one that is over nothing is left
	// to wait.
	if at, err := http.ParseTime(value); err == nil {
		return min(max(at.Sub(now), 0), maxRetryAfter)
	}
	return 0
}

// fresh is how long a response may be taken for current.
func fresh(h http.Header, now time.Time) time.Duration {
	for _, d := range strings.Split(h.Get("Cache-Control"), ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(strings.ToLower(d)), "=")
		switch name {
		case "no-cache", "no-store":
			return 0
		case "max-age":
			seconds, err := strconv.ParseInt(strings.Trim(value, `"`), 10, 64)
			if err != nil || seconds < 0 {
				return 0
			}
			return time.Duration(min(seconds, int64(maxRetryAfter/time.Second))) * time.Second
		}
	}
	// Expires counts where Cache-Control does not (RFC 9111, section 5.3).
	if at, err := http.ParseTime(h.Get("Expires")); err == nil && h.Get("Cache-Control") == "" {
		return min(max(at.Sub(now), 0), maxRetryAfter)
	}
	return 0
}
