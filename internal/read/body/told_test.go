package body

import "testing"

// TestSignedFrom: a name with where its bearer is stands over the text, not in it.
func TestSignedFrom(t *testing.T) {
	told := Told{Names: []string{"سلمى حداد", "Ann Lee", ""}}
	for line, want := range map[string]bool{
		"سلمى حداد - المرسى": true, "المرسى - سلمى حداد": true, "Marsa / Ann Lee": true, "The harbour master - Ann Lee": false, "of Ann Lee": false, "- Ann Lee": false, "Ann Lee | Marsa": true, "Ann Lee – Old Marsa": true, "Ann Lee": true,
		"Ann Lee sails": false, "Ann Lee - the harbour master": false, "Ann Lee -": false, "Ann Lee - Gone.": false, "Bob Ray - Marsa": false,
	} {
		if got := told.repeats(line); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}
