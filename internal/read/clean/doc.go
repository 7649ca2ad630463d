// Package clean turns bytes and strings from outside into text that is safe to
// keep: one charset, one kind of space, no control characters, no markup.
package clean
