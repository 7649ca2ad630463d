// Package byline turns what a page calls its author into the people who wrote
// it, or the desk that stands for them. Outlets are credits, roles and accounts
// are nobody; a byline may well be empty.
//
// [Read] takes one author string, [Shown] the text of an element, [InLine] and
// [Begin] a line of text, [Beside] lines without any mark; [Choose] weighs what
// all the places of a page say against each other.
package byline
