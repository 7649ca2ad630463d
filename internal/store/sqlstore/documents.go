package sqlstore

import (
	"fmt"
)

// decoded reads the documents that collect found. It takes collect's error along,
// so that one call stands in the other.
func decoded[T any](documents [][]byte, err error) ([]T, error) {
	all := make([]T, len(documents))
	for i, d := range documents {
		if err := unmarshal(d, &all[i]); err != nil {
			return nil, fmt.Errorf("decode a %T: %w", all[i], err)
		}
	}
	return all, err
}

// oneDocument is the columns of a row that is a document and nothing else.
func oneDocument(d *[]byte) []any { return []any{d} }
