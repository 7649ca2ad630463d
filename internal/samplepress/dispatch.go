package samplepress

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline"
)

// A dispatch is one version of one item, as written in its file.
type dispatch struct {
	Source  dateline.SourceID
	Slug    string // names the item in its source; part of its address
	Version int
	At      time.Duration // when it falls due, from the start of the press

	Headline     string
	FeedHeadline string // where the feed has another than the page; may hold HTML
	Byline       string
	Opening      string // dateline and credit before the first paragraph
	Section      string
	Genre        dateline.Genre
	Urgency      dateline.Urgency
	Language     string // "" is that of its source
	Months       string // of dates in Arabic, as package locale names them
	Digits       string
	Shown        dateForm
	Rights       string // "", "paywalled" or "no-mining"
	Translation  string // SOURCE/SLUG of the same item in the other language

	Copy   string // SOURCE/SLUG whose words it repeats, with their opening
	Cut    int    // how many blocks of the copied text it keeps; 0 is all
	Note   string // a paragraph before the text of the version before
	Change [2]string
	Body   []dateline.Block
}

// A dateForm is how feed and page of a dispatch give its date. The zero form is
// the habit of its source, with a zone and right.
type dateForm string

// The odd forms. Save for the last three, the feed gives no date, and the page
// gives it to people only.
const (
	shownHijri   dateForm = "hijri"
	shownNative  dateForm = "native" // Arabic digits
	shownLevant  dateForm = "levant"
	shownBoth    dateForm = "both"
	shownMaghreb dateForm = "maghreb"
	shownNone    dateForm = "none"     // nowhere
	shownNoZone  dateForm = "nozone"   // feed and page leave the zone out
	shownYear0   dateForm = "year0"    // the feed is wrong, the page is right
	shownFuture  dateForm = "year2099" // the feed is wrong, the page is right
)

// parse reads a dispatch: lines of "name: value" up to the first blank line,
// then the body. Name is SOURCE/SLUG, or SOURCE/SLUG.N for version N.
//
// Known headers are at, headline, feed-headline, byline, opening, section,
// genre, urgency, language, months, digits, shown, rights, translation, copy,
// cut, note and change (OLD => NEW, in the version before). Others are refused.
//
// Blocks of the body are parted by blank lines. A block whose lines begin with
// "- " is a list, with "| " a table; one that begins with "## " is a subhead,
// with "> " a quotation; any other is a paragraph.
//
// Words in braces are filled in for the day: {weekday}, {date}, {fulldate},
// {clock} and {hijri}, of the dispatch, or as far from it as a second word says
// ("{date +3d}"), or as far from the start of the press ("{clock @-7h}").
func parse(name, text string) (dispatch, error) {
	source, slug, ok := strings.Cut(strings.TrimSuffix(name, ".txt"), "/")
	d := dispatch{Source: dateline.SourceID(source), Slug: slug, Version: 1}
	// Version 1 has no number: most dispatches have no other.
	if s, number, versioned := strings.Cut(slug, "."); versioned {
		n, err := strconv.Atoi(number)
		if err != nil || n < 2 {
			return d, fmt.Errorf("%s: a version is a number from 2: %w", name, dateline.ErrInvalid)
		}
		d.Slug, d.Version = s, n
	}
	if !ok || d.Slug == "" {
		return d, fmt.Errorf("%s: a dispatch is named SOURCE/SLUG: %w", name, dateline.ErrInvalid)
	}
	head, body, _ := strings.Cut(text, "\n\n")
	if err := d.headers(head); err != nil {
		return d, fmt.Errorf("%s: %w", name, err)
	}
	d.Body = parseBlocks(body)
	return d, d.check(name)
}

func (d *dispatch) headers(head string) error {
	seen := map[string]bool{}
	lines := bufio.NewScanner(strings.NewReader(head))
	for lines.Scan() {
		key, value, ok := strings.Cut(lines.Text(), ":")
		value = strings.TrimSpace(value)
		// A mistake in a file must not pass for a dispatch that means to say nothing.
		if !ok || value == "" || seen[key] {
			return fmt.Errorf("line %q is no header, empty or there twice: %w", lines.Text(), dateline.ErrInvalid)
		}
		seen[key] = true
		if err := d.set(key, value); err != nil {
			return err
		}
	}
	return lines.Err()
}

// set takes a value as it stands; whether it may stand there is for check, which sees them all.
func (d *dispatch) set(key, value string) (err error) {
	if field := d.field(key); field != nil {
		*field = value
		return nil
	}
	switch key {
	case "at":
		d.At, err = time.ParseDuration(value)
	case "urgency":
		n, e := strconv.Atoi(value)
		d.Urgency, err = dateline.Urgency(n), e
	case "cut":
		d.Cut, err = strconv.Atoi(value)
	case "genre":
		// Written in words in the files: "press release".
		d.Genre = dateline.Genre(strings.ReplaceAll(value, " ", "-"))
	case "shown":
		d.Shown = dateForm(value)
	case "change":
		// check sees where there was no arrow.
		d.Change[0], d.Change[1], _ = strings.Cut(value, " => ")
	default:
		err = fmt.Errorf("unknown header %q: %w", key, dateline.ErrInvalid)
	}
	return err
}

// field is that of a header that is text as it stands.
func (d *dispatch) field(key string) *string {
	switch key {
	case "headline":
		return &d.Headline
	case "feed-headline":
		return &d.FeedHeadline
	case "byline":
		return &d.Byline
	case "opening":
		return &d.Opening
	case "section":
		return &d.Section
	case "language":
		return &d.Language
	case "months":
		return &d.Months
	case "digits":
		return &d.Digits
	case "rights":
		return &d.Rights
	case "translation":
		return &d.Translation
	case "copy":
		return &d.Copy
	case "note":
		return &d.Note
	}
	return nil
}

// check refuses values that are none, and dispatches that have nothing to say.
func (d *dispatch) check(name string) error {
	bad := func(what string) error { return fmt.Errorf("%s: %s: %w", name, what, dateline.ErrInvalid) }
	switch d.Shown {
	case "", shownHijri, shownNative, shownLevant, shownBoth, shownMaghreb, shownNone, shownNoZone, shownYear0, shownFuture:
	default:
		return bad("unknown date form " + string(d.Shown))
	}
	switch d.Genre {
	case "", dateline.Analysis, dateline.Opinion, dateline.PressRelease:
	default:
		return bad("unknown genre " + string(d.Genre))
	}
	switch {
	case d.Rights != "" && d.Rights != "paywalled" && d.Rights != "no-mining":
		return bad("unknown rights " + d.Rights)
	case d.Language != "" && d.Language != "en" && d.Language != "ar":
		return bad("unknown language " + d.Language)
	// A missing header leaves zero, so that zero is no time at which a dispatch may fall due.
	case d.At == 0:
		return bad("at is missing")
	// Only of the first version: a later one takes over what it does not say (follow).
	case d.Version == 1 && (d.Headline == "" || d.Section == ""):
		return bad("headline or section is missing")
	case d.Version == 1 && len(d.Body) == 0 && d.Copy == "":
		return bad("it has no text and copies none")
	case d.Change != [2]string{} && (d.Version == 1 || d.Change[0] == "" || d.Change[1] == ""):
		return bad("a change is OLD => NEW, and of the version before")
	}
	return nil
}

// text is the body with what stands before it: a note, the opening.
func (d *dispatch) text() []dateline.Block {
	out := make([]dateline.Block, 0, len(d.Body)+1)
	if d.Note != "" {
		out = append(out, dateline.Block{Kind: dateline.Paragraph, Text: d.Note})
	}
	for i, b := range d.Body {
		// Dateline and credit stand in the first paragraph of the page, as agencies set them,
		// for the reader to find; nothing else tells of them.
		if i == 0 && d.Opening != "" {
			b.Text = strings.TrimSpace(d.Opening + " " + b.Text)
		}
		out = append(out, b)
	}
	return out
}
