package web

import (
	"html/template"
	"net/http"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/wire"
)

// A notice is a correction, a kill and the like as pages show it.
type notice struct {
	Label     string
	Text      string
	Language  string
	Direction dateline.Direction
	Moment    Moment
	Href, Of  string // the item, unless it is withdrawn

	// on a copy: who has corrected the text that it was made from
	By          template.HTML
	OfLanguage  string
	OfDirection dateline.Direction
}

// A noticesPage is all notices, by day.
type noticesPage struct {
	Frame
	Days []noticeDay
	Turn Turn
}

type noticeDay struct {
	Day     string
	Notices []notice
}

// notices lists items by their last notice, each under the day of that notice
// with its earlier ones: what happened to one item is read together.
func (s *Server) notices(e *edition, r *http.Request) (view, error) {
	before, err := PlaceOf(r)
	if err != nil {
		return view{}, err
	}
	p := noticesPage{Frame: s.frame(e, r, "notices", e.words.Frame.Notices)}
	p.Description = e.words.List.NoticesAbout
	p.Feeds = s.feeds(e, "/"+e.Language()+"/notices/", e.words.Frame.Notices, nil)
	list, err := s.config.Wire.Notices(r.Context(), e.Language(), before, pageItems)
	if err != nil {
		return view{}, err
	}
	for i := range list.Views {
		v := &list.Views[i]
		last := lastNotice(v)
		if last.IsZero() { // listed for an update, by a filing older than this program
			continue
		}
		day := e.dayHead(last)
		if n := len(p.Days); n == 0 || p.Days[n-1].Day != day {
			p.Days = append(p.Days, noticeDay{Day: day})
		}
		d := &p.Days[len(p.Days)-1]
		d.Notices = append(d.Notices, s.noticesOn(e, v, last)...)
	}
	p.Turn = TurnOf(r, before, list.Next)
	return view{template: "notices", data: p, tags: tagsOf(list.Views, listTag(e.Language()))}, nil
}

// noticesOf are the newest notices of the items on the front page, newest first.
// The page states day; those of another one say theirs.
func (s *Server) noticesOf(e *edition, views []wire.View, day time.Time) (out []notice) {
	for i := range views {
		out = append(out, s.noticesOn(e, &views[i], day)...)
	}
	slices.SortStableFunc(out, func(a, b notice) int {
		// Machine times are all of UTC here, so that their letters sort as they do.
		return strings.Compare(b.Moment.Machine, a.Moment.Machine)
	})
	return out[:min(frontNotices, len(out))]
}

// noticesOn are those on one item, newest first. An update is none: it says
// nothing that the item does not.
func (s *Server) noticesOn(e *edition, v *wire.View, day time.Time) (out []notice) {
	for _, n := range slices.Backward(v.Notices) {
		if n.Kind == dateline.Update {
			continue
		}
		made := notice{
			Label: e.words.Notices[n.Kind], Text: n.Text, Language: tag(v.Language),
			Direction: lang.Direction(n.Text),
			Moment:    moment(e.Edition, rfc(n.Time), day, n.Time),
		}
		if v.Status != dateline.Canceled { // a withdrawn item is neither named nor linked
			made.Href, made.Of = escaped(s.itemPath(e, v)), v.Headline
		}
		if made.Text == "" { // also where the source's own words may not be shown
			made.Text, made.Language, made.Direction = e.withdrawal(n.Kind, v), e.Language(), e.Direction()
		}
		out = append(out, made)
	}
	return out
}

// withdrawal is what is said of a withdrawn item when the desk says nothing
// itself. It names no headline.
func (e *edition) withdrawal(kind dateline.DecisionKind, v *wire.View) string {
	switch kind {
	case dateline.Kill:
		// By when it was seen: that is how a reader who holds it finds it, and names no
		// headline.
		return e.words.List.Killed.With(e.DateTime(v.FirstSeen))
	case dateline.Withdraw:
		return e.words.List.Withdrawn.With(e.DateTime(v.FirstSeen))
	}
	return ""
}

// lastNotice is the time of the notice by which an item is listed; updates are none.
func lastNotice(v *wire.View) time.Time {
	if n := newestNotice(v); n != nil {
		return n.Time
	}
	return time.Time{}
}

// newestNotice is the last notice on an item that readers must know of, nil where
// there is none.
func newestNotice(v *wire.View) *dateline.FiledNotice {
	for i := range slices.Backward(v.Notices) {
		if v.Notices[i].Kind != dateline.Update {
			return &v.Notices[i]
		}
	}
	return nil
}
