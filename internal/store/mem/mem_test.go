package mem_test

import (
	"testing"

	"dateline"
	"dateline/internal/store/mem"
	"dateline/internal/store/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(*testing.T) dateline.Store { return mem.New() })
}
