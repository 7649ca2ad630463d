package main

import (
	"bytes"
	"fmt"
	"os"
	"syscall"
)

// dropFiles gives the pages of the program's own file, and of the libraries that it
// came with, back to the system. Starting up runs the set-up of every package and
// leaves 16 MB of code and tables in memory, more than half of what reading pages
// takes; what is needed comes back from the system's own memory of the file, in
// pieces of 64 KB each of which is mostly of no use. Only what nobody writes to is
// given back: the system drops such pages as it likes anyway.
func dropFiles() {
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
		// Libraries have tables that the loader wrote to before it locked them; their code has none.
		if n == 7 && (name == self && mode[1] == '-' || name[0] == '/' && mode[:3] == "r-x") {
			_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, uintptr(from), uintptr(to-from), syscall.MADV_DONTNEED)
		}
	}
}
