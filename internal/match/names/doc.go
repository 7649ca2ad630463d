// Package names tells which English spelling an Arabic name has, and the other
// way round, by a table of letters learnt from pairs of names.
package names
