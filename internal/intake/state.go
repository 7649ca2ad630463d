package intake

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/format/feed"
	"dateline/internal/intake/fetch"
)

const (
	shortest = time.Minute    // between two polls of a source, unless Config says otherwise
	longest  = 24 * time.Hour // between two polls of a source, likewise
	// unknown is the interval of a source whose rhythm is not known yet.
	unknown = time.Hour
	// asked bounds what ttl and Cache-Control may ask for: a wire cannot look
	// away longer than that because a template says so.
	asked = time.Hour
	// afterFailure is the pause after the first failure; it doubles with each.
	afterFailure = 2 * time.Minute
	// spread is the share by which a pause is shortened or stretched, so that
	// sources that came together do not stay together.
	spread = 0.1
)

// goodPoll is the state of a source, which was s, after a poll that went well.
func (in *Intake) goodPoll(s dateline.Poll, p *polled, kept int, now time.Time) dateline.Poll {
	s.Failures, s.LastError, s.Cause, s.LastTry, s.LastGood = 0, "", "", now, now
	if !p.fetched.notModified {
		s.PerDay = p.perDay
		s.Warning = strings.Join(p.warnings, "; ")
		s.ETag, s.LastModified = p.fetched.etag, p.fetched.lastModified
	}
	if kept > 0 {
		s.Seen += kept
		s.LastNew = now
	}
	silent := time.Duration(0)
	if !s.LastNew.IsZero() {
		silent = now.Sub(s.LastNew)
	}
	s.Interval = in.interval(s.PerDay, silent)
	// A feed may ask to be polled less often than its rhythm tells, never more often.
	for _, wish := range []time.Duration{p.feed.Every, p.fetched.fresh} {
		s.Interval = max(s.Interval, min(wish, asked, in.c.MaxInterval))
	}
	s.Next = now.Add(in.jitter(s.Interval))
	if p.unfinished {
		s.Next = now.Add(in.c.MinInterval)
	}
	return s
}

// failedPoll is the state after one that did not: later with each failure.
func (in *Intake) failedPoll(s dateline.Poll, cause error, now time.Time) dateline.Poll {
	s.Failures++
	s.LastTry, s.LastError, s.Cause = now, cause.Error(), kindOf(cause)
	// Doubled at most 20 times: a source may fail for years, and the shift must not overflow.
	pause := min(in.c.MaxInterval, afterFailure<<min(s.Failures-1, 20))
	var f *fetch.Error
	// A wait that was asked for is kept to the minute: a little less would be refused again.
	if errors.As(cause, &f) && f.RetryAfter > pause {
		pause = f.RetryAfter
		s.Next = now.Add(pause)
		return s
	}
	s.Next = now.Add(in.jitter(max(pause, s.Interval)))
	return s
}

// catchUp makes those sources due that wait for a time which no poll can have
// set: the clock was ahead then, and has been set right since.
func (in *Intake) catchUp(ctx context.Context) error {
	now := in.c.Now()
	far := now.Add(2 * max(in.c.MaxInterval, longest)) // jitter and Retry-After are well within
	var late []dateline.Source
	err := in.c.Store.View(ctx, func(tx dateline.Tx) error {
		all, err := tx.Sources(ctx)
		late = slices.DeleteFunc(all, func(s dateline.Source) bool { return !s.Poll.Next.After(far) })
		return err
	})
	if err != nil || len(late) == 0 {
		return err
	}
	return in.c.Store.Update(ctx, func(tx dateline.Tx) error {
		for i := range late {
			s, err := tx.Source(ctx, late[i].ID) // as it is now
			if err == nil && s.Poll.Next.After(far) {
				s.Poll.Next = now
				err = tx.Polled(ctx, s.ID, s.Poll)
			}
			if err = ignoreRemoved(err); err != nil {
				return err
			}
		}
		return nil
	})
}

// jitter spreads a pause.
func (in *Intake) jitter(d time.Duration) time.Duration {
	return d + time.Duration((in.c.Jitter()*2-1)*spread*float64(d))
}

// interval is how long it takes for about half an entry to come, and at least a
// tenth of the time for which nothing has come.
func (in *Intake) interval(perDay float64, silent time.Duration) time.Duration {
	wait := unknown
	if perDay > 0 {
		wait = time.Duration(min(12/perDay, in.c.MaxInterval.Hours()) * float64(time.Hour))
	}
	return min(max(wait, silent/10, in.c.MinInterval), in.c.MaxInterval)
}

// rhythm is how many entries a day a source may be expected to file: those that
// its feed lists over the time since the oldest of them, evened out over polls.
func rhythm(before float64, entries []feed.Entry, now time.Time) float64 {
	oldest, n := now, 0
	for i := range entries {
		t := feed.Stamp(entries[i].Published).Instant()
		if t.IsZero() {
			// Atom asks for a time of the last change and leaves the other one free (RFC 4287, 4.1.2).
			t = feed.Stamp(entries[i].Updated).Instant()
		}
		// Announcements of next month and pinned entries of last year are no rhythm.
		if t.IsZero() || t.After(now) || now.Sub(t) > 90*24*time.Hour {
			continue
		}
		n++
		if t.Before(oldest) {
			oldest = t
		}
	}
	if n < 2 {
		return before
	}
	// An hour at least: five entries of one minute are no 7,200 a day.
	rate := float64(n) / max(now.Sub(oldest).Hours()/24, 1.0/24)
	if before > 0 {
		return (before + rate) / 2
	}
	return rate
}
