package dateline

// A Match says that one item has its text, or its news, from another one that
// is known earlier. Who really had it first nobody knows: stamps are claims.
type Match struct {
	Item      ItemID    `json:"item"`
	Version   int       `json:"version"`   // of Item, that was compared
	Of        ItemID    `json:"of"`        // what Item was made from
	OfVersion int       `json:"ofVersion"` // of Of
	Kind      MatchKind `json:"kind"`

	// The evidence: shares of letters that stand in passages which agree, 0 to 1.
	Share   float64 `json:"share,omitempty"`   // of Item's text that stands in Of
	OfShare float64 `json:"ofShare,omitempty"` // of Of's text that stands in Item
	Exact   float64 `json:"exact,omitempty"`   // of the letters in those passages that agree without any change
	Longest int     `json:"longest,omitempty"` // letters of the longest passage

	By         MatchBasis `json:"by"`
	Confidence float64    `json:"confidence"` // 0 to 1
	Program    int        `json:"program"`    // version of the stage that found it
}

// A MatchKind says what an item is to the one it was made from.
type MatchKind string

// The kinds of match. All but translations join items into a family.
const (
	MatchDuplicate   MatchKind = "duplicate"   // the same text, but for credit, layout and slips
	MatchUpdate      MatchKind = "update"      // the earlier text with something new
	MatchRewrite     MatchKind = "rewrite"     // told again in partly other words
	MatchExcerpt     MatchKind = "excerpt"     // a part, alone or inside another text
	MatchTranslation MatchKind = "translation" // the same news in another language
)

// A MatchBasis says what a match rests on.
type MatchBasis string

// What matches rest on, the weakest last.
const (
	ByDesk   MatchBasis = "desk"   // a person said so
	ByLink   MatchBasis = "link"   // the source's own pages name each other (hreflang)
	ByCredit MatchBasis = "credit" // the words agree, and Item names the source of Of as its own
	ByWords  MatchBasis = "words"  // the words agree
	ByGuess  MatchBasis = "guess"  // names, numbers and places agree across languages; never shown as a fact
)

// A Family is the items that have one text: duplicates, updates, rewrites and
// excerpts of each other. An item that is alone has none.
type Family struct {
	// ID is the item of the family that came in first, which need not be the
	// earliest known one, so that it stays when an earlier one comes in.
	ID ItemID `json:"id"`
	// Members, the earliest known first.
	Members []ItemID `json:"members"`
}

// Earliest is the earliest known item of the family, "" of the zero Family.
func (f *Family) Earliest() ItemID {
	if len(f.Members) == 0 {
		return ""
	}
	return f.Members[0]
}

// Keyed is a version of an item with the keys by which its text is found.
type Keyed struct {
	Seq     int64 // of the log entry that made the version
	Item    ItemID
	Version int
	Keys    []byte // opaque to the store; about 200 bytes
}
