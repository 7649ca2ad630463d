// Package body finds the article on a page and gives it as blocks.
//
// One walk turns the page into pieces (paragraphs, headings, lists) inside boxes
// (the elements that hold them). Each piece has a value: running text counts
// for, links and furniture count against. The article is the box whose pieces
// are worth most together: a larger box wins only by text that it adds, so a
// body split over two boxes is found whole and a box of teasers is left out.
// A forest, learnt from pages with known bodies, then judges each piece near that
// box, and Trim takes away what is not the article at the two ends of it.
package body
