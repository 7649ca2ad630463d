// Package saidtest fills a store with items in which persons speak, as the stages
// would, so that what is shown of persons can be tested without their rules.
package saidtest

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"dateline"
	"dateline/internal/annotate/person"
	"dateline/internal/search"
)

// A Line is a statement, in a paragraph of its own that is one sentence.
type Line struct {
	GUID     string // of the item; lines with the same one stand in one item
	Source   dateline.SourceID
	Language string // "" is en
	Person   dateline.PersonID
	Name     string // as written; also the speaker
	Role     string
	Sentence string // what stands between its quotation marks is the content, else all of it
	At       time.Time
	Polarity dateline.Polarity // "" says
	Unsure   bool              // not for the public
	On       string            // the day that the sentence tells, 2006-01-02; "" when it tells none
}

// ID is the item that a line stands in.
func (l *Line) ID() dateline.ItemID { return dateline.NewItemID(l.Source, l.GUID) }

// Statement is the name of the line's statement.
func (l *Line) Statement() dateline.StatementID {
	from, to := l.content()
	return dateline.NewStatementID(l.ID(), l.Sentence[from:to], 0)
}

// content is where the content stands in the sentence.
func (l *Line) content() (from, to int) {
	if from = strings.IndexAny(l.Sentence, "“«"); from < 0 {
		return 0, len(l.Sentence)
	}
	to = strings.LastIndexAny(l.Sentence, "”»")
	_, size := utf8.DecodeRuneInString(l.Sentence[to:])
	return from, to + size
}

// Put keeps and releases the items of lines, in their order, with what is said in
// them and by whom. Filings are the wire's to make.
func Put(ctx context.Context, tx dateline.Tx, lines ...Line) error {
	var guids []dateline.ItemID
	of := map[dateline.ItemID][]Line{}
	for _, l := range lines {
		if !slices.Contains(guids, l.ID()) {
			guids = append(guids, l.ID())
		}
		of[l.ID()] = append(of[l.ID()], l)
	}
	for _, id := range guids {
		if err := put(ctx, tx, of[id]); err != nil {
			return err
		}
	}
	return nil
}

// put does for one item what intake, the desk and the stages of statements and persons do.
func put(ctx context.Context, tx dateline.Tx, lines []Line) error {
	item := itemOf(lines)
	outcome, err := tx.Keep(ctx, []dateline.Kept{{Item: item, Words: search.Words(&item)}})
	if err != nil {
		return err
	}
	// Released by a person: no stage of the desk runs here, and a rule's decision needs one.
	_, err = tx.Decide(ctx, dateline.Decision{Item: item.ID, Kind: dateline.Release, By: "mona", Time: item.Received})
	if err != nil {
		return err
	}
	m := dateline.Marked{Item: item.ID, Version: outcome[0].Version, Program: 1}
	var said []dateline.Spoken
	text := item.Text()
	for i := range lines {
		s := statement(&lines[i], text)
		m.Statements = append(m.Statements, s)
		// A line of nobody is a statement that the stage of persons has not come to.
		if lines[i].Person != "" {
			said = append(said, spoken(&lines[i], &s, &item, outcome[0].Version))
		}
	}
	if err := tx.PutStatements(ctx, m); err != nil {
		return err
	}
	// Put for the item even when empty: that is how a later Put takes away what was said.
	return tx.PutSpoken(ctx, []dateline.ItemID{item.ID}, said)
}

// itemOf is the item that the lines make, a paragraph each.
func itemOf(lines []Line) dateline.Item {
	l := &lines[0]
	item := dateline.Item{
		ID: l.ID(), GUID: l.GUID, Source: l.Source, URL: "https://" + string(l.Source) + ".example/" + l.GUID,
		Language: language(l), Direction: dateline.LeftToRight, Headline: "Report " + l.GUID, Genre: dateline.Report,
		PubStatus: dateline.Usable, Received: l.At, FirstSeen: l.At,
		// Published when it was received: what was said when is then the line's own time.
		Published: dateline.Stamp{Time: l.At, Zone: "Z", Precision: dateline.ToSecond},
	}
	if item.Language == "ar" {
		item.Direction, item.Headline = dateline.RightToLeft, "تقرير "+l.GUID
	}
	for _, line := range lines {
		item.Body = append(item.Body, dateline.Block{Kind: dateline.Paragraph, Text: line.Sentence})
	}
	return item
}

// statement is what a line says, as marking would find it.
func statement(l *Line, text string) dateline.Statement {
	// By its words in the text: two lines of an item must not have the same sentence.
	at := strings.Index(text, l.Sentence)
	whole := dateline.Span{Start: at, End: at + len(l.Sentence)}
	from, to := l.content()
	content := dateline.Span{Start: at + from, End: at + to}
	s := dateline.Statement{
		ID: l.Statement(), Speaker: l.Name, Named: true, Who: l.Name, Role: l.Role, Content: []dateline.Span{content}, Sentence: whole,
		// The confidence is any above the threshold; Public is what the wire asks.
		Kind: dateline.Direct, Polarity: l.Polarity, Confidence: 0.95, Public: !l.Unsure, Said: l.On,
	}
	if s.Polarity == "" {
		s.Polarity = dateline.Says
	}
	return s
}

// spoken is who said it, as the stage of persons would find it.
func spoken(l *Line, s *dateline.Statement, item *dateline.Item, version int) dateline.Spoken {
	return dateline.Spoken{
		Statement: s.ID, Item: item.ID, Version: version, Person: l.Person, Name: l.Name, Role: l.Role, Language: language(l),
		// The keys are the real ones, or a search by name would test this package alone.
		Source: l.Source, When: s.When(l.At), Public: s.Public, By: dateline.ByWords, Confidence: 1, Program: 1, Keys: person.Keys(l.Name),
	}
}

// language is the line's own, which is that of its item only for the first line.
func language(l *Line) string {
	if l.Language == "" {
		return "en"
	}
	return l.Language
}
