// Package wire publishes: it derives from items and decisions what stands on
// the public wire (a dateline.Filing each, made by Stage), and it is the only
// place that decides what of an item may go out (Public). Site, feeds and every
// other output read Views from a Reader and nothing else, so an output cannot
// forget a right.
package wire
