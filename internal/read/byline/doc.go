// Package byline turns what a page calls its author into the people who wrote
// it. Outlets, desks and roles are no people; a byline may well be empty.
package byline
