package wire

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline"
)

// ExcerptWords is how many words of somebody else's text may go out.
const ExcerptWords = 40

// headlineWords is how many words of its text head an item that has no
// headline, as entries of many feeds have none.
const headlineWords = 12

// Headline returns that of an item or, where it has none, the first words of
// its text: a list of links needs something to click on. It is for the desk;
// Public counts these words among those that may go out.
func Headline(item *dateline.Item) string {
	if item.Headline != "" {
		return item.Headline
	}
	words, _ := firstWords(opening(item), headlineWords)
	return words
}

// Public decides what of an item may go out at a time. It is the only place
// that decides so. ErrNotFound when nothing may (held, pending, under embargo,
// for the desk alone, or killed before it was ever out); ErrGone when it was out
// and was withdrawn or killed, with a View that carries the notices and nothing
// of the item itself.
func Public(item *dateline.Item, source *dateline.Source, filing *dateline.Filing, now time.Time) (View, error) {
	usage := Allowed(item, source)
	// Asked in one place and before anything is put into the view: a mistake further
	// down can then show too little, never an item that is not out.
	canceled := filing.Status == dateline.Canceled
	if usage == dateline.UsageDesk || canceled && filing.Released.IsZero() || !canceled && !filing.Out(now) {
		return View{}, fmt.Errorf("item %s is not on the wire: %w", item.ID, dateline.ErrNotFound)
	}
	if canceled {
		return withdrawn(item, source, filing), fmt.Errorf("item %s was withdrawn: %w", item.ID, dateline.ErrGone)
	}
	v := frame(item, source, filing)
	v.Usage = usage
	var headed int // words of the text in the headline
	// A headline is not counted among the words of an excerpt, so one that is the text
	// would let it out; it counts as text, and so does one made of the text.
	if _, all := firstWords(v.Headline, math.MaxInt); all > ExcerptWords && usage != dateline.UsageFull {
		v.Headline, headed = firstWords(v.Headline, ExcerptWords) // some feeds file the whole text as title
	} else if v.Headline == "" && usage != dateline.UsageLink {
		v.Headline, headed = firstWords(opening(item), headlineWords)
	}
	// An item has to be called something to be clicked on, and a source's name is no copy.
	v.Headline = cmp.Or(v.Headline, source.Names.In(item.Language, source.Name), string(source.ID))
	switch usage {
	case dateline.UsageFull:
		v.Standfirst, v.Body, v.Picture, v.Section = item.Standfirst, item.Body, item.Picture, item.Section
		v.Notices = filing.Notices
		v.Excerpt = firstSentences(opening(item), ExcerptWords)
	case dateline.UsageExcerpt:
		v.Notices, v.left = withinBudget(filing.Notices, ExcerptWords-headed)
		var used int
		v.Excerpt = firstSentences(opening(item), v.left)
		// The 40 words are spent as cut, before they are cut back to a sentence.
		v.counted, used = firstWords(opening(item), v.left)
		v.left -= used // what was cut back to a sentence makes room for no other
	default:
		v.Notices, _ = withinBudget(filing.Notices, 0)
	}
	return v, nil
}

// Today is how an item stands, by which its earlier versions are judged.
type Today struct {
	Item   *dateline.Item // the current version
	Source *dateline.Source
	Filing *dateline.Filing
	Now    time.Time
}

// PublicThen decides what of an earlier version of an item may go out: nothing
// when nothing of the item may today (ErrNotFound, ErrGone), for a kill or a hold
// reaches back. Of the publication's own items it is what may go out of them
// today. Earlier versions of anybody else's are for the desk (ErrNotFound),
// whatever their usage: beside the current one they would tell what the source
// has changed or taken back, and no source has agreed to that.
func PublicThen(then *dateline.Item, today Today) (View, error) {
	item, source := today.Item, today.Source
	v, err := Public(item, source, today.Filing, today.Now)
	if err != nil || then.Version == item.Version {
		return v, err
	}
	if source.ID != dateline.OwnSource || today.Now.Before(then.Embargo) {
		return View{}, fmt.Errorf("version %d of item %s is for the desk: %w", then.Version, item.ID, dateline.ErrNotFound)
	}
	v, err = Public(then, source, today.Filing, today.Now)
	v.When = then.When()
	return v, err
}

// Allowed is the usage of an item: that of its source, and never beyond a link
// for paywalled copy or copy that reserves text mining.
func Allowed(item *dateline.Item, source *dateline.Source) dateline.Usage {
	usage := UsageOf(source)
	// Reservations are made to others: what the publication writes is its own to show.
	if usage == dateline.UsageDesk || source.ID == dateline.OwnSource {
		return usage
	}
	if item.Rights.Paywalled || item.Rights.NoMining {
		return dateline.UsageLink
	}
	return usage
}

// UsageOf is the usage of a source. Full without a recorded reason is not full.
func UsageOf(s *dateline.Source) dateline.Usage {
	switch s.Usage {
	case dateline.UsageFull:
		if s.ID == dateline.OwnSource || s.UsageReason != "" {
			return dateline.UsageFull
		}
		return dateline.UsageExcerpt
	case dateline.UsageLink, dateline.UsageDesk:
		return s.Usage
	default:
		return dateline.UsageExcerpt
	}
}

// frame is what every item on the wire shows: headline, credit, link and facts.
func frame(item *dateline.Item, source *dateline.Source, filing *dateline.Filing) View {
	v := View{
		ID: item.ID, Version: item.Version, Language: item.Language, Direction: item.Direction,
		Status: dateline.Usable, Headline: item.Headline, Byline: item.Byline, Dateline: item.Dateline,
		Credit: item.CreditLine, Source: publicSource(source), Genre: item.Genre, Urgency: item.Urgency,
		Published: item.Published, FirstSeen: item.FirstSeen, Received: item.Received,
		When: filing.When, Released: filing.Released,
	}
	// Shown as claimed, but never as sure: the item was here before that time.
	if v.early() {
		v.Published.Confidence = dateline.Doubtful
	}
	v.Source.Kind = cmp.Or(v.Source.Kind, item.SourceKind)
	// An own item stands nowhere but here.
	if source.ID != dateline.OwnSource && onTheWeb(item.URL) {
		v.Link = item.URL
	}
	return v
}

// onTheWeb reports whether a browser can follow an address: feeds link to
// javascript:, feed: and mailto: as well.
func onTheWeb(address string) bool {
	scheme, rest, _ := strings.Cut(address, "://")
	return rest != "" && rest[0] != '/' && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// withdrawn is what remains of an item that was withdrawn or killed: that it
// was, when, and what the desk says of it. A source's own words are left out,
// for they may repeat what was killed, and so are the desk's on a withdrawal before a kill.
func withdrawn(item *dateline.Item, source *dateline.Source, filing *dateline.Filing) View {
	v := View{
		ID: item.ID, Language: item.Language, Direction: item.Direction, Status: dateline.Canceled,
		Source: publicSource(source), Usage: dateline.UsageLink, FirstSeen: item.FirstSeen, When: filing.When,
	}
	killed := slices.ContainsFunc(filing.Notices, func(n dateline.FiledNotice) bool { return n.Kind == dateline.Kill })
	for _, n := range filing.Notices {
		if n.Kind != dateline.Kill && n.Kind != dateline.Withdraw {
			continue
		}
		if !n.Own || killed && n.Kind != dateline.Kill {
			n.Text = ""
		}
		v.Notices = append(v.Notices, n)
	}
	return v
}

// withinBudget cuts the source's own words in notices to the budget, newest
// first, and returns what is left of it. The desk's words are its own.
func withinBudget(notices []dateline.FiledNotice, budget int) ([]dateline.FiledNotice, int) {
	out := make([]dateline.FiledNotice, len(notices))
	copy(out, notices)
	for i := len(out) - 1; i >= 0; i-- {
		if out[i].Own {
			continue
		}
		var used int
		out[i].Text, used = firstWords(out[i].Text, budget)
		budget -= used
	}
	return out, budget
}

// opening is the text an excerpt is taken from.
func opening(item *dateline.Item) string {
	if item.Standfirst != "" {
		return item.Standfirst
	}
	var b strings.Builder
	for _, block := range item.Body {
		if block.Kind == dateline.Subhead || block.Kind == dateline.Table {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(block.Plain())
		// 40 words of any language are well within this.
		if b.Len() > 2000 {
			break
		}
	}
	return b.String()
}

// firstWords cuts a text after at most n words, with an ellipsis where it cut,
// and returns how many words are left in it.
func firstWords(text string, n int) (string, int) {
	var b strings.Builder
	used := 0
	for word := range strings.FieldsSeq(text) {
		cost := wordCost(word)
		switch {
		case used+cost <= n:
		// The first word alone is more than may be shown.
		case b.Len() == 0:
			return "", 0
		default:
			return strings.TrimRight(b.String(), ".,;:،؛-–— ") + "…", used
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(word)
		used += cost
	}
	return b.String(), used
}

// firstSentences is firstWords cut back to the last whole sentence, where half of
// the words or more stand in whole ones: of a third sentence "The two…" tells a
// reader nothing, and stood under most headlines.
func firstSentences(text string, n int) string {
	cut, used := firstWords(text, n)
	fields := strings.Fields(text)
	kept := used
	// From the last kept word back; where nothing was cut there is no next word, and the
	// text stays as it is.
	for i := len(strings.Fields(cut)) - 1; i > 0 && i < len(fields)-1; i-- {
		if 2*kept < used {
			break
		}
		if endsSentence(fields[i], fields[i+1]) {
			return strings.Join(fields[:i+1], " ")
		}
		kept -= wordCost(fields[i])
	}
	return cut
}

// endsSentence reports whether one surely ends between two words. Titles and
// months are cut to four letters or fewer and have a capital (Gov., Sept., Corp.);
// the rest of what is cut short has two letters and no vowel (vs., د.), stands
// before a figure (no. 5) or has a point inside (p.m.).
func endsSentence(word, next string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, "\"“‘«([—–-"))
	bare := strings.TrimRight(word, "\"”’»)]")
	switch {
	case unicode.IsLower(first):
		return false
	case strings.HasSuffix(bare, "!"), strings.HasSuffix(bare, "?"), strings.HasSuffix(bare, "؟"):
		return true
	case !strings.HasSuffix(bare, "."):
		return false
	}
	// A point inside quotation marks or brackets ends what they hold: no abbreviation.
	if bare != word {
		return true
	}
	stem := strings.TrimSuffix(bare, ".")
	// How many letters a word in front of a point must have to be no abbreviation.
	shortest := 3
	switch r, _ := utf8.DecodeRuneInString(stem); {
	case unicode.IsUpper(r):
		shortest = 5
	case strings.ContainsAny(stem, "aeiou") && !unicode.IsDigit(first):
		shortest = 2
	}
	return utf8.RuneCountInString(stem) >= shortest && !strings.Contains(stem, ".")
}

// wordCost counts a run between spaces as one word, but a run that no word can
// be as long as (Chinese, Japanese, Thai write without spaces) as one for every
// two characters.
func wordCost(f string) int {
	if runes := utf8.RuneCountInString(f); runes > 30 {
		return (runes + 1) / 2
	}
	return 1
}
