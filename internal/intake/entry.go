package intake

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/format/feed"
	"dateline/internal/read"
)

// A named is an entry with its item's name.
type named struct {
	entry  *feed.Entry
	id     dateline.ItemID
	guid   string
	digest string
	known  bool // its item is kept, from an entry that was not the same
	owed   bool // and that is to be read again: its page could not be had, or its feed had deleted it
	back   bool // its feed had deleted it
}

// A work is an entry on its way to becoming an item.
type work struct {
	named
	item dateline.Item
	copy dateline.Copy
	page *dateline.Look // what is remembered of its page, nil when none was read
	late bool           // its page did not come in time
}

// name names the entries of a feed, the oldest first, so that the log has them
// in the order in which they were filed. Feeds list the newest first.
func name(source dateline.SourceID, entries []feed.Entry) []named {
	for i := range entries { // first of all: one address must not look like two
		entries[i].Link = untracked(withoutLogin(entries[i].Link))
	}
	shared := sharedIDs(entries)
	seen := make(map[string]bool, len(entries))
	out := make([]named, 0, len(entries))
	for i := range entries {
		e := &entries[i]
		guid := guidOf(e, shared[e.ID])
		// The first one counts, which in most feeds is the newest.
		if guid == "" || seen[guid] {
			continue
		}
		seen[guid] = true
		out = append(out, named{entry: e, guid: guid, id: dateline.NewItemID(source, guid), digest: digest(e)})
	}
	slices.Reverse(out)
	return out
}

// fewEntries is how many entries may all have been edited between two polls.
const fewEntries = 5

// churns reports whether no entry that is known is as it was: programs write the
// time of the poll into all of them, or a picture that counts readers. Of such a
// feed each poll would ask for all pages again. Those are looked at in their time.
func churns(all []named, known map[dateline.ItemID]string) bool {
	n := 0
	for i := range all {
		switch d, ok := known[all[i].id]; {
		case !ok, d == "", d == deleted, d == dateline.Erased:
		case d == all[i].digest:
			return false
		default:
			n++
		}
	}
	return n > fewEntries
}

// withoutLogin is an address without user and password. Items' addresses are
// published, and those who file by a login did not mean to give it away.
func withoutLogin(address string) string {
	scheme, rest, ok := strings.Cut(address, "://")
	end := strings.IndexAny(rest+"/", "/?#")
	at := strings.LastIndexByte(rest[:end], '@')
	if !ok || at < 0 {
		return address
	}
	return scheme + "://" + rest[at+1:]
}

// untracked is an address without what only counts who came from where. Sites
// write it anew for each reader or day; their pages are the same without it.
func untracked(address string) string {
	rest, fragment, hasFragment := strings.Cut(address, "#")
	if path, query, ok := strings.Cut(rest, "?"); ok && query != "" {
		fields := strings.Split(query, "&")
		if kept := slices.DeleteFunc(slices.Clone(fields), tracks); len(kept) == 0 {
			rest = path
		} else if len(kept) < len(fields) {
			rest = path + "?" + strings.Join(kept, "&")
		}
	}
	if hasFragment && !tracks(fragment) {
		rest += "#" + fragment
	}
	return rest
}

// tracks reports whether a field of an address is one of the programs that count
// clicks. What may be a name of the site's own is none: a wrong guess loses the page.
func tracks(field string) bool {
	name, _, ok := strings.Cut(strings.ToLower(field), "=")
	switch name {
	case "fbclid", "gclid", "dclid", "msclkid", "yclid", "twclid", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "xtor", "wt_mc",
		"cmpid", "at_medium", "at_campaign", "ns_source", "ns_mchannel", "ns_campaign":
		return ok
	}
	return ok && strings.HasPrefix(name, "utm_")
}

// sharedIDs are the ids that entries with different addresses claim: some
// programs give every entry the same one.
func sharedIDs(entries []feed.Entry) map[string]bool {
	links := make(map[string]string, len(entries))
	var shared map[string]bool
	for i := range entries {
		e := &entries[i]
		if e.ID == "" {
			continue
		}
		if link, known := links[e.ID]; known && link != e.Link {
			if shared == nil {
				shared = map[string]bool{}
			}
			shared[e.ID] = true
		}
		links[e.ID] = e.Link
	}
	return shared
}

// guidOf is the source's own name for an entry: its id, else its address, else a
// digest of its text; "" for an entry that says nothing at all.
func guidOf(e *feed.Entry, shared bool) string {
	switch {
	case e.ID != "" && !shared:
		return e.ID
	case e.Link != "":
		return e.Link
	case e.Title.IsZero() && e.Summary.IsZero() && e.Content.IsZero():
		return ""
	}
	h := sha256.New()
	put(h, e.Title.Value, e.Summary.Value, e.Content.Value)
	return "sha256:" + hex.EncodeToString(h.Sum(nil)[:16])
}

// digest is that of an entry as filed. What changes without news, such as a
// count of comments, is not in it. Its first half is of the text alone, by which
// an entry is known when all else of it has changed.
func digest(e *feed.Entry) string {
	text := ""
	// A short text ("Read more") stands in many entries, and goes into the second half.
	if len(e.Summary.Value)+len(e.Content.Value) >= telling {
		h := sha256.New()
		put(h, e.Summary.Value, e.Content.Value)
		text = hex.EncodeToString(h.Sum(nil)[:8])
	}
	h := sha256.New()
	put(h, text, e.ID, e.Link, e.Title.Value, e.Published, e.Updated,
		e.Rights.Value, e.Origin.Title.Value, strings.Join(e.Categories, "\x00"), strings.Join(names(e.Authors), "\x00"))
	if text == "" {
		put(h, e.Summary.Value, e.Content.Value)
	}
	return text + "-" + hex.EncodeToString(h.Sum(nil)[:8])
}

// put writes strings so that no two lists of them look alike.
func put(h hash.Hash, parts ...string) {
	var n [4]byte
	for _, p := range parts {
		binary.BigEndian.PutUint32(n[:], uint32(len(p)))
		h.Write(n[:])
		h.Write([]byte(p))
	}
}

// names leaves out who gives none; a feed's author may be an address of e-mail alone.
func names(people []feed.Person) []string {
	var out []string
	for _, p := range people {
		if p.Name != "" {
			out = append(out, p.Name)
		}
	}
	return out
}

// readEntry makes the item of an entry. It reads the entry alone: what the page adds
// is merged by readPage, so that a page that cannot be had costs nothing that the
// feed has. It reports false when there is nothing
// in it that could be shown.
func readEntry(n named, s *dateline.Source, base dateline.Copy, feedTitle string) (work, bool) {
	e, w := n.entry, work{named: n, copy: base}
	w.copy.URL, w.copy.Body = e.Link, e.Document()
	w.copy.ContentType = "application/xml; charset=utf-8"
	if len(w.copy.Body) > 0 && w.copy.Body[0] == '{' {
		w.copy.ContentType = "application/feed+json"
	}
	fe := read.FeedEntry{
		GUID: w.guid, URL: e.Link, Title: e.Title.HTML(), Summary: e.Summary.HTML(), Content: e.Content.HTML(),
		Published: e.Published, Updated: e.Updated, Authors: names(e.Authors), Categories: e.Categories,
		Language: e.Language, Rights: e.Rights.HTML(), Origin: e.Origin.Title.Plain(), Picture: e.Picture,
	}
	w.item = read.Entry(fe, w.copy, read.Hint{Name: s.Name, GUID: w.guid})
	w.finish(e, feedTitle)
	return w, w.item.Headline != "" || len(w.item.Body) > 0
}

// finish adds what the entry says and the reader does not ask for.
func (w *work) finish(e *feed.Entry, feedTitle string) {
	w.item.Digest = w.digest
	// A feed that names itself as the origin of its entries gives nobody credit.
	if origin := e.Origin.Title.Plain(); w.item.CreditLine == "" && origin != "" && origin != feedTitle {
		w.item.CreditLine = origin
	}
}

// short is how many characters of text an entry must have to stand for its page.
const short = 1500

// wantsPage reports whether the page behind an entry is to be read.
func (w *work) wantsPage(mode dateline.PageMode) bool {
	if w.entry.Link == "" || w.item.PubStatus == dateline.Canceled {
		return false
	}
	switch mode {
	case dateline.PagesAlways:
		return true
	case dateline.PagesNever:
		return false
	}
	if w.item.Summary {
		return true
	}
	n := 0
	for _, b := range w.item.Body {
		if n += len([]rune(b.Plain())); n >= short {
			return false
		}
	}
	return true
}
