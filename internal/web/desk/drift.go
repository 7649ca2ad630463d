package desk

import (
	"math"
	"net/http"

	"dateline"
	"dateline/internal/locale"
	"dateline/internal/wire"
)

// A driftLine is a source whose reading changed for the worse.
type driftLine struct {
	ID   dateline.SourceID
	Name string
	Href string // on the site, unless the public may not know it
	Lost []string
}

// drifting lists them; the desk sees the figures.
func (h *Handler) drifting(r *http.Request, e *locale.Edition) (lines []driftLine, err error) {
	sources, err := h.config.Sources.Drifting(r.Context())
	for i := range sources {
		s := &sources[i]
		line := driftLine{ID: s.ID, Name: nameOf(e, s)}
		if s.Usage != dateline.UsageDesk {
			line.Href = wire.SourcePath(e.Language(), s.ID)
		}
		for _, habit := range s.Drift() {
			line.Lost = append(line.Lost, lost(e, habit))
		}
		lines = append(lines, line)
	}
	return lines, err
}

// lost says on how many items a trait was missed, against what is usual.
func lost(e *locale.Edition, h dateline.Habit) string {
	words := e.Messages().Desk
	return words.Lost.With(words.Traits[h.Trait], e.Number(h.Had), e.Count(words.OfItems, h.Seen),
		e.DateTime(h.Since), e.Number(int(math.Round(100*h.Share))))
}

// accepting takes how a source reads now for usual.
func (h *Handler) accepting(w http.ResponseWriter, r *http.Request) error {
	if err := h.config.Sources.Accept(r.Context(), dateline.SourceID(r.PostFormValue("source"))); err != nil {
		return err
	}
	// Two pages have the button; each is shown again by its own.
	if r.PostFormValue("from") == "sources" {
		return h.leadTo(w, r, "/desk/sources", "accepted")
	}
	return h.leadTo(w, r, "/desk", "accepted")
}
