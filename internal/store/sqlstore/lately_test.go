package sqlstore

import (
	"fmt"
	"testing"

	"dateline"
)

// TestLately gives what was noted away once, for the very bytes, and never holds
// more than its bound.
func TestLately(t *testing.T) {
	var l lately
	for n := range 3*mostLately + 7 {
		l.note(fmt.Appendf(nil, "document %d", n), []dateline.Statement{{ID: dateline.StatementID(fmt.Sprint(n))}})
		if len(l.of) > mostLately {
			t.Fatalf("%d are held", len(l.of))
		}
	}
	newest := fmt.Appendf(nil, "document %d", 3*mostLately+6)
	if list, ok := l.take(newest[:len(newest)-1]); ok {
		t.Errorf("other bytes give %v", list)
	}
	if list, ok := l.take(newest); !ok || len(list) != 1 || list[0].ID != dateline.StatementID(fmt.Sprint(3*mostLately+6)) {
		t.Errorf("the newest gives %v, %v", list, ok)
	}
	if _, ok := l.take(newest); ok {
		t.Error("it is given away twice")
	}
}
