package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"dateline"
	"dateline/internal/annotate"
)

type annotateCmd struct {
	Paths []string `arg:"" optional:"" name:"file" help:"Files of JSON lines (.gz too), or - for standard input, which is also read when none is given."`
}

// A textLine is a line of read's output, or one with id, text, lang, published.
type textLine struct {
	ID        string    `json:"id"`
	Text      string    `json:"text"`
	Lang      string    `json:"lang"`
	Language  string    `json:"language"`
	Published published `json:"published"`
}

// published is a time as text, or as read prints it.
type published string

// UnmarshalJSON takes "2025-07-22" and {"time": "2025-07-22T05:29:53"}.
func (p *published) UnmarshalJSON(b []byte) error {
	// A stamp without a time is an undated item, which read prints as null.
	if len(b) > 0 && b[0] == '{' {
		var stamp struct {
			Time *string `json:"time"`
		}
		if err := json.Unmarshal(b, &stamp); err != nil || stamp.Time == nil {
			return err
		}
		*p = published(*stamp.Time)
		return nil
	}
	return json.Unmarshal(b, (*string)(p))
}

// Run marks the text of each line and prints a JSON line for it, in their order.
func (c annotateCmd) Run(env *Env) error {
	out := bufio.NewWriter(env.Stdout)
	err := eachFile(env, c.Paths, func(r io.Reader) error {
		return annotateLines(json.NewDecoder(bufio.NewReaderSize(r, 64<<10)), out)
	})
	// Flushed after an error as well: the lines before the bad one were right.
	return errors.Join(err, out.Flush())
}

// annotateLines marks one text after the other. A decoder of its own, instead of
// lines, takes texts of any length.
func annotateLines(in *json.Decoder, out io.Writer) error {
	enc := jsonTo(out)
	for n := 1; ; n++ {
		var l textLine
		if err := in.Decode(&l); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("text %d is no JSON object with id, text, lang and published: %w: %w", n, err, dateline.ErrInvalid)
		}
		marks := annotate.Mark(annotate.Input{Text: l.Text, Language: cmp.Or(l.Lang, l.Language), Published: string(l.Published)})
		if err := enc.Encode(annotate.NewLine(l.ID, l.Text, marks)); err != nil {
			return err
		}
	}
}
