package desk

import (
	"context"
	"net/http"

	"dateline"
	newsdesk "dateline/internal/desk"
	"dateline/internal/lang"
	"dateline/internal/locale"
)

// Texts is what the page needs of the desk to tell what text items have in
// common.
type Texts interface {
	Shared(ctx context.Context, id dateline.ItemID) ([]newsdesk.Shared, error)
	SharedWith(ctx context.Context, ids []dateline.ItemID) (map[dateline.ItemID]int, error)
}

// A sharedLine is another item with the passages that stand in both. They are
// folded away: a desk wants to see them when it doubts a match, not before.
type sharedLine struct {
	copyLine
	What     string // what the later one is to the earlier one
	Passages []passage
}

type passage struct {
	Text      string
	Direction dateline.Direction
}

// shared are those of an item.
func (h *Handler) shared(r *http.Request, e *locale.Edition, id dateline.ItemID) (lines []sharedLine, err error) {
	found, err := h.config.Texts.Shared(r.Context(), id)
	for i := range found {
		s := &found[i]
		words := e.Messages().Match.MadeFrom
		// Said from the side of the item that is read.
		if s.Made() {
			words = e.Messages().Match.MadeOfIt
		}
		line := sharedLine{copyLine: h.copyLine(e, &s.Line), What: words.With(e.Messages().Match.Kinds[s.Match.Kind])}
		for _, text := range s.Passages {
			line.Passages = append(line.Passages, passage{text, lang.Direction(text)})
		}
		lines = append(lines, line)
	}
	return lines, err
}

// linkShared leads from the lines of items that share text to where it is shown.
func (h *Handler) linkShared(r *http.Request, e *locale.Edition, lines []copyLine) error {
	ids := make([]dateline.ItemID, len(lines))
	for i := range lines {
		ids[i] = lines[i].ID
	}
	// All lines in one question: a page has fifty.
	counts, err := h.config.Texts.SharedWith(r.Context(), ids)
	for i := range lines {
		if n := counts[lines[i].ID]; n > 0 {
			lines[i].Shared = e.Count(e.Messages().Match.SharedWith, n)
		}
	}
	return err
}
