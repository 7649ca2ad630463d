package timex

import "dateline/internal/annotate/token"

// Arabic finds the times of an Arabic text.
func Arabic(t *token.Text, published string) []Time { return nil }
