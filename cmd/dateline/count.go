package main

import "fmt"

// count writes a number with its noun, whose plural ends in s: "1 source added"
// is what most people see of an import first.
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
