package datatest

import (
	"testing"
	"time"
)

func TestCPU(t *testing.T) {
	for before, end := CPU(t), time.Now().Add(10*time.Second); CPU(t) <= before; {
		if time.Now().After(end) {
			t.Fatal("ten seconds of work took no time")
		}
	}
}
