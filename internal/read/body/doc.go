// Package body finds the article on a page and gives it as blocks. Find chooses
// the part of the tree, Blocks turns it into text, Trim takes away what is not
// the article at its two ends and between its paragraphs.
package body
