package intake

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/format/feed"
	"dateline/internal/intake/fetch"
	"dateline/internal/read"
)

// FilesSource is the source of copy that comes in files which name none.
const FilesSource dateline.SourceID = "files"

// maxLine bounds a line of a file that is read line by line, however many it has.
const maxLine = 8 << 20

// Taken says what came of taking one address or file.
type Taken struct {
	Kept, Versions int
	Unchanged      int      // kept before, in the same words
	Refused        []string // what could not be read, and why
}

// TakeOptions say how to take in.
type TakeOptions struct {
	// AllowPrivate allows addresses that are not on the public internet.
	AllowPrivate bool
	// Source is the source to file under; "" takes the one that the copy names,
	// else its host, else FilesSource.
	Source dateline.SourceID
	// Lines is what "-" stands for: items, one JSON object a line.
	Lines io.Reader
	// Progress, if not nil, is called now and then.
	Progress func(Taken)
}

// Take takes in one address (a feed or a page) or one file: items in JSON lines
// (.jsonl), a feed (.xml, .rss, .atom, .json), a page (.html) or plain text;
// each may be compressed (.gz). "-" are the lines of the options.
func (in *Intake) Take(ctx context.Context, what string, o TakeOptions) (Taken, error) {
	k := in.newKeeper(ctx)
	defer k.stop()
	t := &taking{in: in, keeper: k, o: o, ctx: ctx, sources: map[dateline.SourceID]dateline.Source{}}
	var err error
	switch {
	case strings.HasPrefix(what, "http://"), strings.HasPrefix(what, "https://"):
		err = t.address(what)
	case what == "-" && o.Lines != nil:
		err = t.lines(o.Lines)
	default:
		err = t.file(what)
	}
	if kept := t.flush(); err == nil { // what came before a file breaks off is kept
		err = kept
	}
	if err != nil {
		err = fmt.Errorf("take %s: %w", what, err)
	}
	return t.taken, err
}

// A taking is one Take.
type taking struct {
	in      *Intake
	keeper  *keeper
	o       TakeOptions
	ctx     context.Context // of the one call that a taking lives for
	taken   Taken
	sources map[dateline.SourceID]dateline.Source // that are known to be in the store, or go with the next items
	new     []dateline.Source
	pending keeping
}

// address takes in what is at an address.
func (t *taking) address(address string) error {
	r := fetch.Request{URL: address, Accept: acceptFeeds, AllowPrivate: t.o.AllowPrivate}
	return t.in.fetch.Do(t.ctx, r, func(r *fetch.Response) error {
		// Somebody waits for the answer and can try again; a poll takes what it gets.
		if r.Cut != nil {
			return r.Cut
		}
		s, err := t.sourceAt(address, r.URL)
		if err != nil {
			return err
		}
		return t.document(s, dateline.Copy{Source: s.ID, URL: r.URL, ContentType: r.ContentType, Body: r.Body})
	})
}

// file takes in a file.
func (t *taking) file(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("%w: %w", err, dateline.ErrNotFound)
	}
	defer f.Close()
	var r io.Reader = f
	name = strings.ToLower(filepath.Base(name))
	if plain, ok := strings.CutSuffix(name, ".gz"); ok {
		z, err := gzip.NewReader(f)
		if err != nil {
			return fmt.Errorf("its compression is broken: %w", dateline.ErrInvalid)
		}
		r, name = z, plain
	}
	if ext := filepath.Ext(name); ext == ".jsonl" || ext == ".ndjson" {
		return t.lines(r)
	}
	body, err := io.ReadAll(io.LimitReader(r, 16<<20+1))
	if err != nil {
		return fmt.Errorf("%w: %w", err, dateline.ErrInvalid)
	}
	if len(body) > 16<<20 {
		return fmt.Errorf("it is larger than 16 MB: %w", dateline.ErrTooLarge)
	}
	s, err := t.source(t.o.Source)
	if err != nil {
		return err
	}
	return t.document(s, dateline.Copy{Source: s.ID, ContentType: contentType(name), Body: body})
}

// contentType is what a file's name says.
func contentType(name string) string {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return "text/html"
	case ".txt", ".text":
		return "text/plain"
	case ".xml", ".rss", ".atom", ".rdf":
		return "application/xml"
	case ".json":
		return "application/feed+json"
	}
	return ""
}

// document takes in a feed, or else a page or a text.
func (t *taking) document(s dateline.Source, c dateline.Copy) error {
	return guarded(func() error { return t.whatever(s, c) })
}

// whatever tells by trying what a document is.
func (t *taking) whatever(s dateline.Source, c dateline.Copy) error {
	c.Received, c.Zone, c.Language = t.in.c.Now(), s.Zone, s.Language
	// Whatever it is called: servers call feeds text/plain and text/html.
	f, err := feed.Parse(c.Body, feed.Input{ContentType: c.ContentType, URL: c.URL})
	if err == nil {
		return t.feed(s, f, c)
	}
	var page *feed.PageError
	if c.ContentType == "application/feed+json" || c.ContentType == "application/xml" && !errors.As(err, &page) {
		return err
	}
	it, err := read.Item(c, read.Hint{Name: s.Name})
	if err != nil {
		return err
	}
	return t.add(it, c)
}

// feed takes in the entries of a feed.
func (t *taking) feed(s dateline.Source, f feed.Feed, c dateline.Copy) error {
	title := f.Title.Plain()
	for part := range slices.Chunk(name(s.ID, f.Entries), chunk) {
		works, err := t.entries(&s, part, c, title)
		if err != nil {
			return err
		}
		for i := range works {
			if err := t.add(works[i].item, works[i].copy); err != nil {
				return err
			}
		}
	}
	t.taken.Refused = append(t.taken.Refused, f.Warnings...)
	return nil
}

// entries makes items of entries as a poll does, but for their pages: nobody asked
// for those. Where the source is polled as well, its next poll reads them.
func (t *taking) entries(s *dateline.Source, part []named, c dateline.Copy, feedTitle string) ([]work, error) {
	known, err := t.in.digests(t.ctx, part, nil)
	if err != nil {
		return nil, err
	}
	var works []work
	for _, n := range part {
		digest, kept := known[n.id]
		if n.known = kept; kept && digest == n.digest {
			t.taken.Unchanged++
			continue
		}
		w, ok := readEntry(n, s, c, feedTitle)
		if !ok {
			continue
		}
		if s.Feed != "" && !s.Retired && w.wantsPage(s.Pages) { // without a digest no poll takes it for known
			w.item.Digest = ""
		}
		works = append(works, w)
	}
	return works, t.in.settle(t.ctx, works)
}

// lines takes in items, one JSON object a line. A line that cannot be read does
// not keep the others out.
func (t *taking) lines(r io.Reader) error {
	in := bufio.NewReaderSize(r, 64<<10)
	for n := 1; ; n++ {
		line, end := readLine(in)
		line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\ufeff")))
		err := end
		if len(line) > 0 && !errors.Is(end, dateline.ErrTooLarge) {
			err = guarded(func() error { return t.line(line) })
		}
		switch {
		case errors.Is(err, dateline.ErrInvalid), errors.Is(err, dateline.ErrTooLarge):
			t.taken.Refused = append(t.taken.Refused, fmt.Sprintf("line %d: %v", n, err))
		case err != nil && err != end:
			return err
		}
		switch {
		case t.ctx.Err() != nil:
			return t.ctx.Err()
		case end == io.EOF:
			return nil
		case end != nil && !errors.Is(end, dateline.ErrTooLarge):
			return fmt.Errorf("it breaks off after line %d: %w: %w", n-1, end, dateline.ErrInvalid)
		}
	}
}

// readLine reads a line of its own memory. Of one that is too long the rest is
// passed over.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if long = long || len(line)+len(part) > maxLine; !long {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case long && (err == nil || err == io.EOF):
			return nil, fmt.Errorf("it is larger than %d MB: %w", maxLine>>20, dateline.ErrTooLarge)
		}
		return line, err
	}
}

// line takes in one of them.
func (t *taking) line(line []byte) error {
	named := sourceOf(line)
	id := t.o.Source
	if id == "" && named != "" {
		id = nameID(named)
	}
	s, err := t.source(id)
	if err != nil {
		return err
	}
	c := dateline.Copy{Source: s.ID, ContentType: "application/json", Body: line, Received: t.in.c.Now(), Zone: s.Zone, Language: s.Language}
	it, err := read.Record(c, read.Hint{Name: s.Name})
	if err != nil {
		return err
	}
	// Only where the id still stands for the name: one that a person gave is left alone.
	if named != "" && t.o.Source == "" && s.Name == string(s.ID) {
		t.rename(s.ID, named)
	}
	return t.add(it, c)
}

// sourceAt finds the source whose feed it is, so that items are the same as when
// it is polled; else the one named after the host.
func (t *taking) sourceAt(asked, came string) (dateline.Source, error) {
	id := first(string(t.o.Source), string(IDFor(came)))
	err := t.in.c.Store.View(t.ctx, func(tx dateline.Tx) error {
		all, err := tx.Sources(t.ctx)
		for _, s := range all {
			if t.o.Source == "" && s.Feed != "" && (s.Feed == asked || s.Feed == came) {
				id = string(s.ID)
			}
		}
		return err
	})
	if err != nil {
		return dateline.Source{}, err
	}
	return t.source(dateline.SourceID(id))
}

// source finds the source to file under, or makes one.
func (t *taking) source(want dateline.SourceID) (dateline.Source, error) {
	if want == "" {
		want = FilesSource
	}
	if s, ok := t.sources[want]; ok {
		return s, nil
	}
	var s dateline.Source
	err := t.in.c.Store.View(t.ctx, func(tx dateline.Tx) error {
		var err error
		s, err = tx.Source(t.ctx, want)
		return err
	})
	if errors.Is(err, dateline.ErrNotFound) {
		s, err = dateline.Source{ID: want, Name: string(want)}, nil
		t.new = append(t.new, s)
	}
	if err == nil {
		t.sources[want] = s
	}
	return s, err
}

// rename gives a source that is about to be made its name.
func (t *taking) rename(id dateline.SourceID, name string) {
	for i := range t.new {
		if t.new[i].ID == id {
			t.new[i].Name = name
			t.sources[id] = t.new[i]
		}
	}
}

// add collects an item; full chunks are kept.
func (t *taking) add(it dateline.Item, c dateline.Copy) error {
	t.pending.items = append(t.pending.items, dateline.Kept{Item: it, Words: t.in.words(&it)})
	t.pending.copies = append(t.pending.copies, c)
	if len(t.pending.items) < chunk {
		return nil
	}
	return t.flush()
}

// flush keeps what is collected, with the sources that are new.
func (t *taking) flush() error {
	if len(t.pending.items) == 0 {
		return nil
	}
	w, sources := t.pending, t.new
	// Emptied first: after an error they are not handed over a second time.
	t.pending, t.new = keeping{}, nil
	now := t.in.c.Now()
	w.before = func(ctx context.Context, tx dateline.Tx) error {
		for _, s := range sources {
			if err := tx.PutSource(ctx, s, now); err != nil {
				return err
			}
		}
		return nil
	}
	outcomes, err := t.keeper.keep(&w)
	if err != nil {
		return err
	}
	var r PollResult
	t.in.count(&r, outcomes)
	t.taken.Kept += r.Kept
	t.taken.Versions += r.Versions
	t.taken.Unchanged += len(outcomes) - r.Kept - r.Versions
	if t.o.Progress != nil {
		t.o.Progress(t.taken)
	}
	return nil
}

// sourceOf is the source that a line names.
func sourceOf(line []byte) string {
	var r struct {
		Source any `json:"source"`
	}
	if err := json.Unmarshal(line, &r); err != nil {
		return ""
	}
	name, _ := r.Source.(string)
	return strings.TrimSpace(name)
}
