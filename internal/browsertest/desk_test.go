package browsertest

import "testing"

func (s suite) desk(t *testing.T) {}
