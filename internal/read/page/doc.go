// Package page gathers, in one walk over the tree, all that a page says about
// itself: its head, its structured data, and the elements by which it shows
// headline, byline and time. It judges nothing; package read does.
package page
