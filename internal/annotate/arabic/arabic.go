// Package arabic finds who said what in Arabic.
package arabic

import (
	"dateline/internal/annotate/statement"
	"dateline/internal/annotate/token"
)

// Mark returns the statements of a text in the order of their cues.
func Mark(t *token.Text) []statement.Statement { return nil }
