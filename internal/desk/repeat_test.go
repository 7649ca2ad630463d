package desk

import "testing"

// TestRepeats: a headline is told again in other spellings, too; a name alone is none.
func TestRepeats(t *testing.T) {
	for _, c := range []struct {
		notice, headline string
		want             bool
	}{
		{"We take back that the MAYOR of Quarrington took bribes.", "Mayor of Quarrington took bribes", true},
		{"An item on the mayor of Quarrington was killed.", "Mayor of Quarrington took bribes", false},
		{"That prosecutors say the mayor of Quarrington took bribes is not so.", "Clerk: mayor of Quarrington took bribes from dockers", true},
		{"Port shut: this was wrong.", "Port shut", true},
		{"The port is open.", "Port shut", false},
		{"نسحب قولنا إنّ رئيس بلديه القرنفل تلقّى رشاوى.", "رئيس بلدية القرنفل تلقى رشاوى", true},
		{"أُلغي خبر عن بلدية القرنفل بأمر المحكمة.", "رئيس بلدية القرنفل تلقى رشاوى", false},
		{"Do not use.", "", false},
	} {
		if got := repeats(c.notice, c.headline); got != c.want {
			t.Errorf("%q of %q: %v", c.notice, c.headline, got)
		}
	}
}
