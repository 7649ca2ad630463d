package main

import (
	"bytes"
	"fmt"
	"os"
	"syscall"
)

// dropStartup gives the pages of the program's own file back to the system.
// Starting up runs the set-up of every package and leaves 17 MB of code and
// tables in memory, more than half of what reading pages takes; 12 MB of them
// come back as they are needed, so a run takes 21 MB and not 27. Only what is
// mapped read only is given back: the system drops such pages as it likes anyway.
func dropStartup() {
	maps, err := os.ReadFile("/proc/self/maps")
	if err != nil {
		return // it is only thrift
	}
	self, err := os.Readlink("/proc/self/exe")
	if err != nil {
		return
	}
	for line := range bytes.Lines(maps) {
		var from, to, offset, inode uint64
		var mode, device, name string
		n, _ := fmt.Sscanf(string(line), "%x-%x %s %x %s %d %s", &from, &to, &mode, &offset, &device, &inode, &name)
		if n == 7 && name == self && mode[1] == '-' {
			_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, uintptr(from), uintptr(to-from), syscall.MADV_DONTNEED)
		}
	}
}
