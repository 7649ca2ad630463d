//go:build !unix

package datatest

import (
	"testing"
	"time"
)

// CPU is the time of day, where the system does not tell a process its own.
func CPU(testing.TB) time.Duration { return time.Duration(time.Now().UnixNano()) }
