//go:build unix

package datatest

import (
	"syscall"
	"testing"
	"time"
)

// CPU is the time that this process has had a processor, its collector's
// included: on a machine with other work the wall's clock goes on without it,
// and a ratio of 1.8 came out as anything from 1.2 to 2.3.
func CPU(t testing.TB) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
