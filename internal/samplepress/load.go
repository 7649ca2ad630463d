package samplepress

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline"
)

//go:embed dispatches
var files embed.FS

// An item of the press: the versions that its source files one after another.
type item struct {
	source      *source
	slug        string
	versions    []*dispatch // by the time when they fall due
	translation *item
}

// load reads all dispatches and makes of them what each source has filed and is
// going to file, for a press that starts then.
func load(all []*source, start time.Time) (map[string]*item, error) {
	items := map[string]*item{}
	dispatches, err := parseAll()
	if err != nil {
		return nil, err
	}
	for _, d := range dispatches {
		i := slices.IndexFunc(all, func(s *source) bool { return s.ID == d.Source })
		if i < 0 {
			return nil, fmt.Errorf("dispatches/%s: no such source: %w", d.Source, dateline.ErrInvalid)
		}
		if err := place(items, all[i], d, start); err != nil {
			return nil, err
		}
	}
	return items, link(items)
}

// parseAll reads the files; first versions come before later ones.
func parseAll() ([]*dispatch, error) {
	var out []*dispatch
	err := fs.WalkDir(files, "dispatches", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := files.ReadFile(path)
		if err != nil {
			return err
		}
		d, err := parse(strings.TrimPrefix(path, "dispatches/"), string(text))
		out = append(out, &d)
		return err
	})
	// A version is placed behind the one before it, whatever the order of file names.
	slices.SortStableFunc(out, func(a, b *dispatch) int { return a.Version - b.Version })
	return out, err
}

// place resolves a dispatch and puts it with its item. A later version takes
// over what it does not say anew.
func place(items map[string]*item, s *source, d *dispatch, start time.Time) error {
	key := string(d.Source) + "/" + d.Slug
	it := items[key]
	if it == nil {
		it = &item{source: s, slug: d.Slug}
		items[key] = it
	}
	// A gap would number versions otherwise than their files do.
	if d.Version != len(it.versions)+1 {
		return fmt.Errorf("%s: version %d follows version %d: %w", key, d.Version, len(it.versions), dateline.ErrInvalid)
	}
	d.Language, d.Months, d.Digits = cmp.Or(d.Language, s.Language), cmp.Or(d.Months, s.months), cmp.Or(d.Digits, s.digits)
	if err := d.resolve(s, start); err != nil {
		return err
	}
	if d.Version > 1 {
		if err := d.follow(it.versions[d.Version-2]); err != nil {
			return fmt.Errorf("%s.%d: %w", key, d.Version, err)
		}
	}
	it.versions = append(it.versions, d)
	return nil
}

// follow takes over from the version before.
func (d *dispatch) follow(before *dispatch) error {
	if d.At <= before.At {
		return fmt.Errorf("it falls due before the version that it follows: %w", dateline.ErrInvalid)
	}
	// What a source says once of an item holds for all its versions.
	d.Language, d.Section, d.Genre, d.Shown = before.Language, cmp.Or(d.Section, before.Section), cmp.Or(d.Genre, before.Genre), before.Shown
	d.Rights, d.Translation, d.Copy = before.Rights, before.Translation, before.Copy
	// A version that is written out is whole: a kill must not inherit the byline
	// and the opening of what it kills.
	if len(d.Body) > 0 {
		return nil
	}
	d.Headline, d.FeedHeadline = cmp.Or(d.Headline, before.Headline), cmp.Or(d.FeedHeadline, before.FeedHeadline)
	d.Byline, d.Opening, d.Body = cmp.Or(d.Byline, before.Byline), cmp.Or(d.Opening, before.Opening), before.Body
	if d.Urgency == 0 {
		d.Urgency = before.Urgency
	}
	return d.change()
}

// change makes the change in the body that the dispatch announces. One that
// finds nothing to change is a mistake in its file.
func (d *dispatch) change() error {
	if d.Change == [2]string{} {
		return nil
	}
	found := 0
	d.Body = each(d.Body, func(s string) string {
		found += strings.Count(s, d.Change[0])
		return strings.ReplaceAll(s, d.Change[0], d.Change[1])
	})
	if found != 1 {
		return fmt.Errorf("%q stands %d times in the version before: %w", d.Change[0], found, dateline.ErrInvalid)
	}
	return nil
}

// link gives copies their text and translations each other.
func link(items map[string]*item) error {
	// After all are placed: a copy may stand before what it copies among the files.
	for key, it := range items {
		for _, d := range it.versions {
			if d.Copy == "" {
				continue
			}
			if err := d.copyFrom(items); err != nil {
				return fmt.Errorf("%s: %w", key, err)
			}
		}
		other := it.versions[0].Translation
		if other == "" {
			continue
		}
		// Both must name each other, as pages that link each other do; a one-sided link is a
		// mistake in a file, and would be a guess for the reader.
		it.translation = items[other]
		if it.translation == nil || it.translation.versions[0].Translation != key {
			return fmt.Errorf("%s: %s does not name it as its translation: %w", key, other, dateline.ErrInvalid)
		}
	}
	return nil
}

// copyFrom takes the words of another source's dispatch as it had them then.
func (d *dispatch) copyFrom(items map[string]*item) error {
	name, number, _ := strings.Cut(d.Copy, ".")
	from, version := items[name], 1
	if number != "" {
		version, _ = strconv.Atoi(number) // 0 where it is no number
	}
	if from == nil || version < 1 || len(from.versions) < version {
		return fmt.Errorf("it copies %s, which is not there: %w", d.Copy, dateline.ErrInvalid)
	}
	// The original is resolved already, so the copy keeps its day, as copies do:
	// "on Sunday" stays that of the first report.
	o := from.versions[version-1]
	if o.Copy != "" || o.At >= d.At {
		return fmt.Errorf("it copies %s, which is a copy or comes later: %w", d.Copy, dateline.ErrInvalid)
	}
	d.Opening, d.Byline, d.Body = cmp.Or(d.Opening, o.Opening), cmp.Or(d.Byline, o.Byline), o.Body
	// Copied from the beginning, for that is how outlets shorten an agency's copy.
	if d.Cut > 0 {
		d.Body = d.Body[:min(d.Cut, len(d.Body))]
	}
	return nil
}
