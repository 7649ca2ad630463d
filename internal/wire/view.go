package wire

import (
	"time"

	"dateline"
)

// A View is what may go out of one item. Everything in it is public.
type View struct {
	ID        dateline.ItemID
	Version   int
	Language  string // BCP 47, "und" when unknown
	Direction dateline.Direction
	Status    dateline.PubStatus // Usable, or Canceled with notices alone

	Headline   string
	Standfirst string           // full only
	Excerpt    string           // excerpt: at most ExcerptWords words; full: the first ones, for lists
	Body       []dateline.Block // full only
	Picture    *dateline.Picture
	Section    string

	Byline   []string
	Dateline dateline.Dateline
	Credit   string // the credit line, else the source's name
	Usage    dateline.Usage

	Source Source
	Link   string // where the source has it; "" for own items

	Genre     dateline.Genre
	Urgency   dateline.Urgency
	Published dateline.Stamp
	FirstSeen time.Time
	Received  time.Time // when this version came in
	When      time.Time // what lists are ordered by
	Released  time.Time

	Notices      []dateline.FiledNotice // newest last
	Quotes       []Quote                // set on an item's own page, in the order of its text
	Versions     []Version              // set on an item's own page, oldest first
	Counterparts map[string]Counterpart // the same item in other languages, out as well

	// left is how many more words of an excerpt item's text may stand beside these.
	// Public alone knows: a headline does not tell that it was lifted from the text.
	left    int
	counted string // what of an excerpt is counted: its words before they were cut back to a sentence
}

// skew is by how much clocks of sources may be fast without being wrong.
const skew = 10 * time.Minute

// early reports that it says that it was published after it had come in.
func (v *View) early() bool {
	came := v.FirstSeen
	if v.Received.After(came) { // a new version may have a new time
		came = v.Received
	}
	return v.Published.Instant().After(came.Add(skew))
}

// Stated is the time of publication for machines: feed readers put what they are
// told comes from the future above all else and keep it there. People see what
// the source claims, and beside it since when it is known.
func (v *View) Stated() dateline.Stamp {
	if v.early() {
		return dateline.Stamp{}
	}
	return v.Published
}

// A Version is a line of an item's history: that there was one, not its text.
type Version struct {
	Number int
	Time   time.Time
	Notice dateline.DecisionKind // what its copy, or the desk that filed it, called it; "" is a plain update
}

// A Counterpart is where an item stands in another language.
type Counterpart struct {
	ID       dateline.ItemID
	Path     string
	Headline string
}

// A Source is what the public may know of a source.
type Source struct {
	ID       dateline.SourceID
	Name     string
	Names    dateline.Names
	Kind     dateline.SourceKind
	Site     string
	Language string
	Usage    dateline.Usage
	Retired  bool
	// Lost is what its items may lack since LostSince: its reading has drifted.
	Lost      []dateline.Trait
	LostSince time.Time
}

// publicSource is what of a source may be told: not its feed, rule, reason or health,
// but what its items lack since when, for that explains what readers see.
func publicSource(s *dateline.Source) Source {
	out := Source{
		ID: s.ID, Name: s.Name, Names: s.Names, Kind: s.Kind,
		Language: s.Language, Usage: UsageOf(s), Retired: s.Retired,
	}
	// A site from a list of subscriptions may be any text.
	if onTheWeb(s.Site) {
		out.Site = s.Site
	}
	for _, h := range s.Drift() {
		out.Lost = append(out.Lost, h.Trait)
		if out.LostSince.IsZero() || h.Since.Before(out.LostSince) {
			out.LostSince = h.Since
		}
	}
	return out
}
