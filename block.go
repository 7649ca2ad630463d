package dateline

import "strings"

// A BlockKind says what a block of the body is.
type BlockKind string

// The kinds of block.
const (
	Paragraph BlockKind = "p"
	Subhead   BlockKind = "subhead"
	List      BlockKind = "list"
	Table     BlockKind = "table"
	Quotation BlockKind = "quote"
	Post      BlockKind = "post" // of a social network, embedded
)

// A Block is one part of a body, as plain text: markup of sources is not kept.
type Block struct {
	Kind  BlockKind  `json:"kind"`
	Text  string     `json:"text,omitempty"`  // paragraph, subhead, quotation, post
	Items []string   `json:"items,omitempty"` // list
	Rows  [][]string `json:"rows,omitempty"`  // table, first row first
	URL   string     `json:"url,omitempty"`   // of a post, where it stands
}

// Plain is the block as text, one line per list item or table row.
func (b Block) Plain() string {
	switch b.Kind {
	case List:
		return strings.Join(b.Items, "\n")
	case Table:
		rows := make([]string, len(b.Rows))
		for i, r := range b.Rows {
			rows[i] = strings.Join(r, "\t")
		}
		return strings.Join(rows, "\n")
	default:
		return b.Text
	}
}
