// Package headline tells whether two headlines report the same: a short text has
// too few letters for package match, and one word (rises, falls, denies) turns
// it around. It weighs which words the two share and which stand in one alone,
// with weights learnt from pairs that people judged (docs/matching.md).
package headline
