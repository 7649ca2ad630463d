// Package story puts items into stories as they come.
package story
