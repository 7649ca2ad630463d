package desk

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline"
	"dateline/internal/lang"
)

// Config is what a desk needs.
type Config struct {
	Store dateline.Store
	Now   func() time.Time
	// Words makes the search words of the desk's own items.
	Words func(*dateline.Item) dateline.SearchWords
}

// Desk is what people do at the desk.
type Desk struct{ cfg Config }

// New returns a desk.
func New(cfg Config) *Desk { return &Desk{cfg} }

// Decide records a person's decision on an item. A kill needs a reason and must not
// tell readers its headline once more (ErrInvalid), and nothing stands over a kill: ErrConflict.
func (d *Desk) Decide(ctx context.Context, decision dateline.Decision) (err error) {
	defer dateline.Wrap(&err, "%s %s", decision.Kind, decision.Item)
	decision.Notice = strings.TrimSpace(decision.Notice)
	// The desk's clock, not the caller's: a page that lay open for an hour decides now.
	decision.Time = d.cfg.Now()
	if err := check(decision); err != nil {
		return err
	}
	return d.cfg.Store.Update(ctx, func(tx dateline.Tx) error {
		if _, _, err := standing(ctx, tx, decision.Item); err != nil {
			return err
		}
		if err := unrepeated(ctx, tx, &decision); err != nil {
			return err
		}
		_, err := tx.Decide(ctx, decision)
		return err
	})
}

// Lift ends the embargo on an item now. ErrInvalid when it is under none: it is out by
// then, or waits for something else.
func (d *Desk) Lift(ctx context.Context, id dateline.ItemID, by string) (err error) {
	defer dateline.Wrap(&err, "lift the embargo on %s", id)
	now := d.cfg.Now()
	decision := dateline.Decision{Item: id, Kind: dateline.Embargo, By: by, Time: now, Until: now}
	if err := check(decision); err != nil {
		return err
	}
	return d.cfg.Store.Update(ctx, func(tx dateline.Tx) error {
		item, decisions, err := standing(ctx, tx, id)
		if err != nil {
			return err
		}
		// Not the filing's: the wire may not have come to the decision that is to be undone.
		if !embargoed(&item, decisions).After(now) {
			return dateline.Refuse(dateline.WhyNoEmbargo, dateline.ErrInvalid, "it is under no embargo")
		}
		_, err = tx.Decide(ctx, decision)
		return err
	})
}

// embargoed is the end of the embargo on an item, which a decision sets over the source's.
func embargoed(item *dateline.Item, decisions []dateline.Decision) time.Time {
	until := item.Embargo
	for _, d := range decisions {
		if d.Kind == dateline.Embargo {
			until = d.Until
		}
	}
	return until
}

// standing is an item with what was decided on it. It refuses what was killed: whoever
// decides on that or files it again would believe that it is out, and it never will be.
func standing(ctx context.Context, tx dateline.Tx, id dateline.ItemID) (dateline.Item, []dateline.Decision, error) {
	item, err := tx.Item(ctx, id)
	if err != nil {
		return item, nil, err
	}
	decisions, err := tx.DecisionsOn(ctx, []dateline.ItemID{id})
	if killed(decisions[id]) {
		err = dateline.Refuse(dateline.WhyKilled, dateline.ErrConflict, "the item was killed and stays killed; file a new item instead")
	}
	return item, decisions[id], err
}

func killed(decisions []dateline.Decision) bool {
	return slices.ContainsFunc(decisions, func(d dateline.Decision) bool { return d.Kind == dateline.Kill })
}

// check asks of each kind what cannot be made up later: why it was killed, what readers are
// told, until when. Whether the item allows it is for the caller, who has the store.
func check(d dateline.Decision) error {
	switch d.Kind {
	case dateline.Release, dateline.Hold, dateline.Spike:
	case dateline.Kill, dateline.Withdraw:
		if strings.TrimSpace(d.Reason) == "" {
			return noReason()
		}
	case dateline.Correct, dateline.Clarify:
		if strings.TrimSpace(d.Notice) == "" {
			return dateline.Refuse(dateline.WhyNotice, dateline.ErrInvalid, "say what readers should know: a notice is needed")
		}
	case dateline.Embargo:
		if d.Until.IsZero() {
			return dateline.Refuse(dateline.WhyUntil, dateline.ErrInvalid, "say until when")
		}
		// It would hold nothing back, and let out at once what a person meant to keep until later.
		if d.Until.Before(d.Time) {
			return Past(d.Until.UTC().Format(time.RFC3339))
		}
	default:
		return dateline.Refuse(dateline.WhyNotHere, dateline.ErrInvalid, "no such decision %q", string(d.Kind))
	}
	// The two names are how the stages tell a person's decisions from their own.
	if d.By == "" || d.By == dateline.ByRule || d.By == dateline.BySource {
		return dateline.Refuse(dateline.WhyNobody, dateline.ErrInvalid, "a decision needs the person who made it")
	}
	return nil
}

// noReason refuses what is asked for without one.
func noReason() error {
	return dateline.Refuse(dateline.WhyReason, dateline.ErrInvalid, "say why: a reason is needed")
}

// Past refuses an embargo that ended already, at a time as whoever asked reads it.
func Past(end string) error {
	return dateline.Refuse(dateline.WhyPast, dateline.ErrInvalid, "an embargo cannot end in the past (%s); lift ends one that is on", end)
}

// A Draft is an item that the desk writes itself.
type Draft struct {
	ID       dateline.ItemID // of the own item that this is a new version of; "" for a new one
	Version  int             // of it, that the draft was made from; 0 is whichever stands
	Headline string
	Text     string           // as [Written] writes it; may be empty for a flash
	KeepText bool             // of a new version: the text stays what it was
	Language string           // "" is that of the text, of a new version that of the one before
	Byline   []string         // nil for a new version is that of the one before; an empty one takes it away
	Urgency  dateline.Urgency // 0 of a new version is that of the one before
	Notice   string           // for a new version: what was corrected, for readers
	Held     bool             // a new item waits for a release, so that an embargo can be set before it is out
	By       string           // who files it
}

// File keeps an own item and releases it at once, unless it is to be held. A new version of one that is there
// is out where that one is; ErrConflict when another version stands than the draft was
// made from.
func (d *Desk) File(ctx context.Context, draft Draft) (id dateline.ItemID, err error) {
	defer dateline.Wrap(&err, "file %q", draft.Headline)
	draft.Notice = strings.TrimSpace(draft.Notice)
	item, err := d.item(draft)
	if err != nil {
		return "", err
	}
	// Words are made outside of the transaction: stemming takes longer than writing.
	kept := dateline.Kept{Item: item, Words: d.cfg.Words(&item)}
	return item.ID, d.cfg.Store.Update(ctx, func(tx dateline.Tx) error {
		if draft.ID != "" {
			if err := d.succeed(ctx, tx, &kept, draft); err != nil {
				return err
			}
		}
		outcomes, err := tx.Keep(ctx, []dateline.Kept{kept})
		if err != nil {
			return err
		}
		decision := dateline.Decision{Item: item.ID, Kind: dateline.Release, By: draft.By, Time: item.Received}
		if outcomes[0].What != "" { // else it says what stood there before
			decision.Version = outcomes[0].Version
		}
		if draft.Held && draft.ID == "" {
			decision.Kind = dateline.Hold
		} else if draft.Notice != "" {
			decision.Kind, decision.Notice = dateline.Correct, draft.Notice
		} else if draft.ID != "" {
			// It decides nothing: an own item that is held stays held when it is edited.
			decision.Kind = dateline.Update
		}
		_, err = tx.Decide(ctx, decision)
		return err
	})
}

// succeed makes an item the next version of the own item that is there.
func (d *Desk) succeed(ctx context.Context, tx dateline.Tx, kept *dateline.Kept, draft Draft) error {
	old, _, err := standing(ctx, tx, draft.ID)
	if err != nil {
		return err
	}
	// A new version of a source's item would pass for the source's own words.
	if old.Source != dateline.OwnSource {
		return dateline.Refuse(dateline.WhyNotOwn, dateline.ErrForbidden, "%s is not an own item", string(draft.ID))
	}
	made := kept.Item
	kept.Item = edited(old, &made, draft)
	// Two may have it open: the second would take back, unseen, what the first one filed.
	// Who clicked twice changes nothing.
	if draft.Version != 0 && draft.Version != old.Version && !kept.Item.Same(&old) {
		return dateline.Refuse(dateline.WhyItemStale, dateline.ErrConflict, "version %s was filed meanwhile", strconv.Itoa(old.Version))
	}
	kept.Words = d.cfg.Words(&kept.Item) // once more, for what the draft does not say is among them
	return nil
}

// edited is an item with what a draft says. All else stays: the time of the first version
// (an item does not become news again by being edited), an embargo, a picture and its
// rights. Copy and digest are of the version that came in.
func edited(old dateline.Item, made *dateline.Item, draft Draft) dateline.Item {
	item := old
	item.Headline, item.Received, item.Urgency = made.Headline, made.Received, cmp.Or(draft.Urgency, old.Urgency)
	if !draft.KeepText {
		item.Body = blocksOf(draft.Text, old.Body)
	}
	item.Language, item.Direction = cmp.Or(draft.Language, old.Language), lang.Direction(item.Headline+"\n"+item.Text())
	item.Updated, item.Summary, item.Copy, item.Digest = dateline.Stamp{}, false, "", ""
	if draft.Byline != nil { // whoever edits the text says nothing of who wrote it
		item.Byline = made.Byline
	}
	return item
}

// item makes the item of a draft.
func (d *Desk) item(draft Draft) (dateline.Item, error) {
	// One line, whatever was pasted: a headline goes into feeds and addresses.
	headline := strings.Join(strings.Fields(draft.Headline), " ")
	switch {
	case headline == "":
		return dateline.Item{}, dateline.Refuse(dateline.WhyHeadline, dateline.ErrInvalid, "an item needs a headline")
	case draft.By == "":
		return dateline.Item{}, dateline.Refuse(dateline.WhyNobody, dateline.ErrInvalid, "an item needs the person who files it")
	case draft.Notice != "" && draft.ID == "": // a correction releases nothing, so the new item would never be out
		return dateline.Item{}, dateline.Refuse(dateline.WhyNewNotice, dateline.ErrInvalid, "a notice corrects an item that is there: name it by its id, or leave the notice out")
	case draft.Urgency < 0 || draft.Urgency > 8:
		return dateline.Item{}, dateline.Refuse(dateline.WhyUrgency, dateline.ErrInvalid, "urgency is 1 (flash) to 8, not %s", strconv.Itoa(int(draft.Urgency)))
	}
	now := d.cfg.Now()
	item := dateline.Item{
		ID: draft.ID, Source: dateline.OwnSource, Headline: headline, Language: draft.Language,
		Byline: draft.Byline, Urgency: draft.Urgency, Genre: dateline.Report, PubStatus: dateline.Usable,
		Direction: lang.Direction(headline + "\n" + draft.Text), Received: now, FirstSeen: now,
		Published: dateline.Stamp{
			Time: now, Zone: now.Format("Z07:00"), Precision: dateline.ToSecond,
			From: dateline.FromDesk, Confidence: dateline.Sure,
		},
		Body: blocksOf(draft.Text, nil),
	}
	if len(item.Byline) == 0 {
		item.Byline = nil // as stores give it back, or the next version would seem changed
	}
	if item.Language == "" {
		item.Language = languageOf(headline+"\n"+draft.Text, item.Direction)
	}
	if item.ID == "" {
		// The time is in the id, so that the same headline filed twice makes two items.
		item.GUID = fmt.Sprintf("%s-%d", item.Language, now.UnixNano())
		item.ID = dateline.NewItemID(dateline.OwnSource, item.GUID)
	}
	return item, nil
}

// languageOf is the language of what the desk wrote. A flash may be too short to
// tell; then it is in the language of the edition with its direction.
func languageOf(text string, d dateline.Direction) string {
	switch l := lang.Detect(text); {
	case l != lang.Unknown:
		return l
	case d == dateline.RightToLeft:
		return "ar"
	default:
		return "en"
	}
}

// A Line is an item as the desk sees it.
type Line struct {
	Item   dateline.Item // without its body, but for those that have no headline
	Filing dateline.Filing
	Source dateline.Source
}

// Lines returns the newest items that the desk has, in whatever state, as the
// query says.
func (d *Desk) Lines(ctx context.Context, q dateline.FilingQuery) (lines []Line, err error) {
	defer dateline.Wrap(&err, "desk lines")
	err = d.cfg.Store.View(ctx, func(tx dateline.Tx) error {
		filings, err := tx.Filings(ctx, q)
		if err != nil {
			return err
		}
		lines, err = linesOf(ctx, tx, filings)
		return err
	})
	return lines, err
}

// linesOf are the lines of filings, in their order.
func linesOf(ctx context.Context, tx dateline.Tx, filings []dateline.Filing) (lines []Line, err error) {
	ids, byID := make([]dateline.ItemID, len(filings)), make(map[dateline.ItemID]dateline.Filing, len(filings))
	for i, f := range filings {
		ids[i], byID[f.Item] = f.Item, f
	}
	heads, err := headed(ctx, tx, ids)
	if err != nil {
		return nil, err
	}
	sources, err := sourcesByID(ctx, tx)
	for _, h := range heads {
		lines = append(lines, Line{Item: h, Filing: byID[h.ID], Source: sources[h.Source]})
	}
	return lines, err
}

// headed are the heads of items, but whole where there is no headline: the words that
// stand for one are taken from the text.
func headed(ctx context.Context, tx dateline.Items, ids []dateline.ItemID) ([]dateline.Item, error) {
	heads, err := tx.Heads(ctx, ids)
	var bare []dateline.ItemID
	for i := range heads {
		if heads[i].Headline == "" {
			bare = append(bare, heads[i].ID)
		}
	}
	if err != nil || len(bare) == 0 {
		return heads, err
	}
	items, err := tx.Items(ctx, bare)
	for i := range heads {
		at := slices.IndexFunc(items, func(item dateline.Item) bool { return item.ID == heads[i].ID })
		if at >= 0 {
			heads[i] = items[at]
		}
	}
	return heads, err
}

// dropBody takes the text off an item of a list, but where it has no headline, as headed
// leaves it: a page of a hundred would carry a hundred texts.
func dropBody(item *dateline.Item) {
	if item.Headline != "" {
		item.Body = nil
	}
}

// sourcesByID reads all of them at once: lists of the desk are of many sources, and a source
// that was removed is simply not there.
func sourcesByID(ctx context.Context, tx dateline.Sources) (map[dateline.SourceID]dateline.Source, error) {
	all, err := tx.Sources(ctx)
	out := make(map[dateline.SourceID]dateline.Source, len(all))
	for _, s := range all {
		out[s.ID] = s
	}
	return out, err
}
