package desk

import (
	"context"

	"dateline"
	newsdesk "dateline/internal/desk"
	"dateline/internal/lang"
	"dateline/internal/locale"
)

// Statements is what the page needs of the desk to tell who says what in an item.
type Statements interface {
	Statements(ctx context.Context, id dateline.ItemID) ([]newsdesk.Stated, error)
}

// A statedLine is a statement as the desk sees it: all of them, with how sure each
// is, so that a letter about one can be answered.
type statedLine struct {
	ID        dateline.StatementID
	Speaker   string // "" when it is left open
	Role      string
	Words     string
	Direction dateline.Direction
	What      string
	Sure      string
	Public    bool
}

// statedLineOf has the direction of the words and not of the item: an Arabic report may quote
// in English.
func statedLineOf(e *locale.Edition, s *newsdesk.Stated) statedLine {
	words := e.Messages().Voice
	line := statedLine{
		ID: s.ID, Speaker: s.Speaker, Role: s.Role, Words: s.Words, Direction: lang.Direction(s.Words), What: words.Kinds[s.Kind],
		Sure: words.Sure.With(e.Percent(int(s.Confidence*100 + 0.5))), Public: s.Public,
	}
	if does := words.Polarities[s.Polarity]; does != "" {
		line.What += " · " + does
	}
	return line
}

// stated reads the statements of an item for its page.
func (h *Handler) stated(ctx context.Context, e *locale.Edition, id dateline.ItemID) ([]statedLine, error) {
	all, err := h.config.Statements.Statements(ctx, id)
	lines := make([]statedLine, len(all))
	for i := range all {
		lines[i] = statedLineOf(e, &all[i])
	}
	return lines, err
}
