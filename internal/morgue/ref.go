package morgue

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline"
)

// place is where a record stands: its pack, where it begins, and how long it is
// with its header.
type place struct {
	pack   string
	offset int64
	length int
}

// ref is the address of a place: pack/offset/length, the numbers in base 36.
func (p place) ref() dateline.CopyRef {
	return dateline.CopyRef(p.pack + "/" + strconv.FormatInt(p.offset, 36) + "/" + strconv.FormatInt(int64(p.length), 36))
}

// parseRef reads an address; it never leads out of the folder.
func parseRef(ref dateline.CopyRef) (place, error) {
	parts := strings.Split(string(ref), "/")
	if len(parts) != 3 {
		return place{}, errNoRecord
	}
	// A day and a number are no path: no address leads out of the folder.
	if _, err := dayOf(parts[0]); err != nil {
		return place{}, errNoRecord
	}
	offset, err := strconv.ParseInt(parts[1], 36, 64)
	if err != nil || offset < 0 {
		return place{}, errNoRecord
	}
	length, err := strconv.ParseInt(parts[2], 36, 32)
	if err != nil || length < headerSize || length > maxRecord {
		return place{}, errNoRecord
	}
	return place{parts[0], offset, int(length)}, nil
}

// dayForm is how packs are named: by the day and a number.
const dayForm = "20060102"

func packName(day string, n int) string { return fmt.Sprintf("%s-%d", day, n) }

// dayOf is the day by which a pack is named.
func dayOf(pack string) (time.Time, error) {
	day, n, _ := strings.Cut(pack, "-")
	// Written back it must be the same: "01" or "+1" would be a second name of one pack.
	if number, err := strconv.Atoi(n); err != nil || number < 1 || strconv.Itoa(number) != n {
		return time.Time{}, errNoRecord
	}
	return time.Parse(dayForm, day)
}
