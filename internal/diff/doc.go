// Package diff compares two versions of an item word by word, and says what kind
// of edit lies between them. It is pure.
//
// The method: texts are cut into tokens (a word with the white space behind it,
// or one sign), sentences that stand in both are found by their longest common
// row (Myers, An O(ND) difference algorithm, 1986), what lies between two of
// them is paired sentence by sentence where half of the words agree, and only
// paired sentences are compared word by word. Without the sentences an article
// of which a paragraph was written anew comes out as a rain of "the" and "of"
// that happen to stand in both.
//
// What [dateline.Essence] leaves out is never a change, so that a diff of Arabic
// that was only vowelled anew is empty.
package diff
