package readtest

import "testing"

func TestAdds(t *testing.T) {
	for _, tt := range []struct{ in, read, want string }{
		{"<p>Ferry</p>", "FERRY", ""},
		{"<p>Ferry</p>", "Ferry Ferry", "'e'"},
		{"F&eacute;rry &amp;#65;", "férry a", ""},
		{`{"headline":"\u0641\u0642"}`, "فق", ""},
		{"ﻣﺮﺳﻰ", "مرسى", ""},
		{"Ferry", "مرسى", "'م'"},
		{"1", "2", ""}, // digits are not counted: dates are rewritten
	} {
		if got := Adds(tt.in, tt.read); (got == "") != (tt.want == "") {
			t.Errorf("Adds(%q, %q) = %s, want %s", tt.in, tt.read, got, tt.want)
		}
	}
}

func TestBroken(t *testing.T) {
	for line, broken := range map[string]bool{
		"Ferry stops": false, "مرسى": false, "": false, "a\u200cb": false,
		"a\nb": true, " a": true, "a\xff": true, "a\u202eb": true, "a\x00b": true,
	} {
		if got := Broken(line); (got != "") != broken {
			t.Errorf("Broken(%q) = %q", line, got)
		}
	}
}
