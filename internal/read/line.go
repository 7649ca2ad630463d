package read

import (
	"strings"
	"time"

	"dateline"
)

// A Line is an item as the command prints it: one JSON object a line. Lists are
// never null. Text is the article as its source published it, so that it begins
// with its opening, "MARSA (MP) - "; a mere mark of credit, "(MENAFN)", is no
// part of it. What only some pages state is left out where they do not.
type Line struct {
	ID        string           `json:"id"`
	URL       string           `json:"url"`
	Headline  string           `json:"headline"`
	Byline    []string         `json:"byline"`
	Dateline  LineDateline     `json:"dateline"`
	Credit    string           `json:"credit"`
	Published LineStamp        `json:"published"`
	Language  string           `json:"language"`
	Direction string           `json:"direction"`
	Text      string           `json:"text"`
	Body      []dateline.Block `json:"body,omitempty"` // the text in blocks, where it is asked for

	Standfirst   string                 `json:"standfirst,omitempty"`
	Updated      *LineStamp             `json:"updated,omitempty"`
	Embargo      time.Time              `json:"embargo,omitzero"`
	PubStatus    dateline.PubStatus     `json:"pubStatus,omitempty"`
	Notices      []dateline.Notice      `json:"notices,omitempty"`
	Urgency      dateline.Urgency       `json:"urgency,omitempty"`
	Section      string                 `json:"section,omitempty"`
	Keywords     []string               `json:"keywords,omitempty"`
	Genre        dateline.Genre         `json:"genre,omitempty"`
	SourceKind   dateline.SourceKind    `json:"sourceKind,omitempty"`
	Picture      *dateline.Picture      `json:"picture,omitempty"`
	Rights       dateline.Rights        `json:"rights,omitzero"`
	Translations []dateline.Translation `json:"translations,omitempty"`

	Article  bool   `json:"article"`
	Page     string `json:"page,omitempty"`     // what it is when it is no article
	Evidence string `json:"evidence,omitempty"` // why
}

// A LineDateline is a dateline with both fields always there.
type LineDateline struct {
	Place string `json:"place"`
	Date  string `json:"date"`
}

// A LineStamp is a stamp; Time is null when the item is undated.
type LineStamp struct {
	Time       *string `json:"time"`
	Zone       string  `json:"zone"`
	Proposed   string  `json:"proposed,omitempty"`
	Precision  string  `json:"precision"`
	From       string  `json:"from"`
	Confidence string  `json:"confidence"`
}

// NewLine is the item under the id of its file.
func NewLine(id string, it dateline.Item) Line {
	l := Line{
		ID: id, URL: it.URL, Headline: it.Headline, Byline: it.Byline, Dateline: LineDateline(it.Dateline), Credit: it.CreditLine,
		Published: lineStamp(it.Published), Language: it.Language, Direction: string(it.Direction), Text: published(&it), Article: true,
		Standfirst: it.Standfirst, Embargo: it.Embargo, PubStatus: it.PubStatus, Notices: it.Notices, Urgency: it.Urgency,
		Section: it.Section, Keywords: it.Keywords, Genre: it.Genre, SourceKind: it.SourceKind, Picture: it.Picture, Rights: it.Rights,
		Translations: it.Translations,
	}
	if l.Byline == nil {
		l.Byline = []string{}
	}
	if !it.Updated.IsZero() {
		l.Updated = new(lineStamp(it.Updated))
	}
	return l
}

func lineStamp(s dateline.Stamp) LineStamp {
	l := LineStamp{Zone: s.Zone, Proposed: s.Proposed, Precision: string(s.Precision), From: string(s.From), Confidence: string(s.Confidence)}
	if !s.IsZero() {
		l.Time = new(s.Text())
	}
	return l
}

// State says that the page of the line is no article; nil says nothing.
func (l *Line) State(n *NoArticle) {
	if n != nil {
		l.Article, l.Page, l.Evidence = false, string(n.Kind), n.Evidence
	}
}

// published is the text with its opening, if it has one: openings end in a dash
// or a stroke, where whoever passes copy on only puts a name before it.
func published(it *dateline.Item) string {
	if strings.HasSuffix(strings.TrimSpace(it.Opening), ")") {
		return it.Text()
	}
	return it.Opening + it.Text()
}
