package clean

import "testing"

func TestLower(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "ann lee": "ann lee", "By ANN Lee": "by ann lee", "كتب: Ann": "كتب: ann", "“Élan” OF": "“Élan” of", "[@Z`{": "[@z`{",
	} {
		if got := Lower(in); got != want {
			t.Errorf("Lower(%q) = %q, want %q", in, got, want)
		}
	}
}
