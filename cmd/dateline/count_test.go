package main

import "testing"

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 sources", 1: "1 source", 2: "2 sources", 101: "101 sources"} {
		if got := count(n, "source"); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}
