package main

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"dateline"
)

// A listed is a line of desk list.
type listed struct {
	ID, Status, Decided, Language, Source, Headline string
	Version                                         int
	When                                            time.Time
}

// TestDecisions gives each decision of the desk to an item of its own, in a row,
// and looks at what stands after each.
func TestDecisions(t *testing.T) {
	s := newShell(t)
	const soon = "2999-01-31T12:00:00+02:00"
	for name, c := range map[string]struct {
		does    []string // decisions with their flags, after desk
		status  string
		decided string
		code    int
		says    string
	}{
		"as it was filed":            {nil, "usable", "release", exitOK, ""},
		"held":                       {[]string{"hold ID --reason late"}, "withheld", "hold", exitOK, "hold"},
		"released again":             {[]string{"hold ID", "release ID"}, "usable", "release", exitOK, "release"},
		"set aside":                  {[]string{"spike ID --reason dull"}, "withheld", "spike", exitOK, "spike"},
		"withdrawn":                  {[]string{"withdraw ID --reason wrong --notice Wrong."}, "canceled", "withdraw", exitOK, "withdraw"},
		"killed":                     {[]string{"kill ID --reason wrong --notice Wrong."}, "canceled", "kill", exitOK, "kill"},
		"released after a kill":      {[]string{"kill ID --reason wrong", "release ID"}, "canceled", "kill", exitUnavailable, "stays killed"},
		"corrected":                  {[]string{"correct ID --notice It_was_two."}, "usable", "release", exitOK, "correct"},
		"clarified":                  {[]string{"clarify ID --notice Two_means_two."}, "usable", "release", exitOK, "clarify"},
		"under embargo":              {[]string{"embargo ID --until " + soon}, "usable", "release", exitOK, "embargo"},
		"embargo lifted":             {[]string{"embargo ID --until " + soon, "lift ID"}, "usable", "release", exitOK, "embargo lifted"},
		"embargo in the past":        {[]string{"embargo ID --until 2001-01-31T12:00:00+02:00"}, "usable", "release", exitUsage, "in the past"},
		"lifted, and no embargo":     {[]string{"lift ID"}, "usable", "release", exitUsage, "no embargo"},
		"embargo without an end":     {[]string{"embargo ID"}, "usable", "release", exitUsage, "--until"},
		"embargo until some time":    {[]string{"embargo ID --until noon"}, "usable", "release", exitUsage, "noon"},
		"killed without a reason":    {[]string{"kill ID"}, "usable", "release", exitUsage, "reason"},
		"corrected without a notice": {[]string{"correct ID"}, "usable", "release", exitUsage, "--notice"},
	} {
		id := strings.TrimSpace(s.must("desk", "file", "--headline", "Item "+name, "--text", "Text of "+name+".", "--by", "rania"))
		var out, complaint string
		code := exitOK
		for _, line := range c.does {
			args := []string{"desk"}
			for _, word := range strings.Fields(line) {
				args = append(args, strings.ReplaceAll(strings.ReplaceAll(word, "ID", id), "_", " "))
			}
			out, complaint, code = s.run(args...)
		}
		if code != c.code || !strings.Contains(out+complaint, c.says) {
			t.Errorf("%s: exit %d, %q %q", name, code, out, complaint)
		}
		found := false
		for _, l := range jsonLines[listed](t, s.must("desk", "list", "--json", "--limit", "1000")) {
			if l.ID != id {
				continue
			}
			found = true
			if l.Status != c.status || l.Decided != c.decided || l.Headline != "Item "+name || l.Source != "own" {
				t.Errorf("%s: it stands as %+v", name, l)
			}
		}
		if !found {
			t.Errorf("%s: it is not listed", name)
		}
	}
	if out := s.must("search", "--json", "embargo"); !strings.Contains(out, "under embargo") {
		t.Errorf("the desk does not find what is under embargo: %q", out)
	}
}

// TestDeskList filters by status and source, newest first, and tells no more than
// it is asked for.
func TestDeskList(t *testing.T) {
	s := newShell(t)
	s.write("items.jsonl", items)
	_, _, _ = s.run("take", "items.jsonl") // one line of it is refused
	own := strings.TrimSpace(s.must("desk", "file", "--headline", "Ours", "--text", "Text.", "--lang", "en"))
	s.must("desk", "hold", own)
	count := func(args ...string) int {
		return strings.Count(s.must(append([]string{"desk", "list"}, args...)...), "\n")
	}
	for line, want := range map[string]int{
		"": 4, "--limit 2": 2, "--status withheld": 1, "--status usable": 3, "--status usable --status withheld": 4, "--status canceled": 0,
		"--source own": 1, "--source harbour-post": 1, "--source nobody": 0, "--source own --status usable": 0,
	} {
		if got := count(strings.Fields(line)...); got != want {
			t.Errorf("desk list %s: %d lines, want %d", line, got, want)
		}
	}
	lines := jsonLines[listed](t, s.must("desk", "list", "--json"))
	for i := 1; i < len(lines); i++ {
		if lines[i].When.After(lines[i-1].When) {
			t.Errorf("%s stands before %s", lines[i-1].Headline, lines[i].Headline)
		}
	}
}

// TestNewVersionOfAnOwnItem: with the id of an own item its text is set anew, with
// a notice to its readers.
func TestNewVersionOfAnOwnItem(t *testing.T) {
	s := newShell(t)
	s.write("text.txt", "The ferry carried three.\n\nIt sails again.")
	id := strings.TrimSpace(s.must("desk", "file", "--headline", "Ferry sails", "--text", "The ferry carried two.", "--by", "rania"))
	if again := strings.TrimSpace(s.must("desk", "file", "--id", id, "--headline", "Ferry sails", "--text", "@text.txt", "--notice", "It was three.", "--by", "rania")); again != id {
		t.Errorf("the new version is %s, not %s", again, id)
	}
	if lines := jsonLines[listed](t, s.must("desk", "list", "--json")); len(lines) != 1 || lines[0].Version != 2 {
		t.Errorf("listed %+v", lines)
	}
	for word, want := range map[string]int{"three": 1, "again": 1, "two": 0} {
		if got := strings.Count(s.must("search", word), "\n"); got != want {
			t.Errorf("%q is found %d times", word, got)
		}
	}
	for flag, want := range map[string]int{"@none.txt": exitNotFound, "@": exitNotFound} {
		if _, complaint, code := s.run("desk", "file", "--headline", "Ferry", "--text", flag); code != want || !strings.Contains(complaint, "read the text") {
			t.Errorf("--text %s: exit %d, %q", flag, code, complaint)
		}
	}
	if _, complaint, code := s.run("desk", "file", "--id", "nosuchitem", "--headline", "Ferry"); code != exitNotFound || !strings.Contains(complaint, "nosuchitem") {
		t.Errorf("a version of nothing: exit %d, %q", code, complaint)
	}
}

// TestWhoDecides: whoever is named, else the user of the machine, never nobody.
func TestWhoDecides(t *testing.T) {
	e := &Env{}
	if got := e.person("rania"); got != "rania" {
		t.Errorf("named: %q", got)
	}
	if got := e.person(""); got == "" {
		t.Error("nobody decided")
	}
}

// TestExitCodes: kinds of error map to codes that scripts can tell apart, also
// where they are wrapped and joined.
func TestExitCodes(t *testing.T) {
	for want, kinds := range map[int][]error{
		exitOK:          {nil},
		exitFailed:      {errors.New("disk")},
		exitUsage:       {dateline.ErrInvalid, dateline.ErrForbidden, errUsage},
		exitNotFound:    {dateline.ErrNotFound, dateline.ErrGone},
		exitUnavailable: {dateline.ErrUnavailable, dateline.ErrConflict, errElsewhere},
	} {
		for _, err := range kinds {
			if err != nil {
				dateline.Wrap(&err, "keep(%q)", "x")
				err = errors.Join(err, errors.New("and closing it"))
			}
			if got := exitCode(err); got != want {
				t.Errorf("%v: %d, want %d", err, got, want)
			}
		}
	}
	joined := errors.Join(errors.New("keep: the disk is full"), errors.New("close: keep: the disk is full"), errors.New("keep: the disk is full"))
	if got := oneLine(joined); strings.Contains(got, "\n") || strings.Count(got, "the disk is full") != 2 {
		t.Errorf("on one line: %q", got)
	}
}

// TestListedLinesAreJSON: whatever a headline holds, a line is one line.
func TestListedLinesAreJSON(t *testing.T) {
	s := newShell(t)
	body, err := json.Marshal(map[string]string{"id": "x", "lang": "ar", "title": "توقف «العبّارة» <b>\u2028اليوم", "text": "نص."})
	if err != nil {
		t.Fatal(err)
	}
	s.write("items.jsonl", string(body)+"\n")
	s.must("take", "items.jsonl")
	out := s.must("desk", "list", "--json")
	if lines := jsonLines[listed](t, out); len(lines) != 1 || lines[0].Language != "ar" || strings.Count(out, "\n") != 1 {
		t.Errorf("%q", out)
	}
	if out := s.must("desk", "list"); strings.Count(out, "\n") != 1 {
		t.Errorf("as text: %q", out)
	}
}

// TestWhatAFilingLeaves: a new headline keeps text and urgency, and what is filed to be held
// is not out.
func TestWhatAFilingLeaves(t *testing.T) {
	s := newShell(t)
	flash := strings.TrimSpace(s.must("desk", "file", "--headline", "Ferry alight", "--text", "Smoke over the bay.", "--urgency", "1", "--by", "rania"))
	s.must("desk", "file", "--id", flash, "--headline", "Ferry alight off Murjana", "--by", "rania")
	if out := s.must("search", "--json", "smoke"); !strings.Contains(out, "Ferry alight off Murjana") {
		t.Errorf("a new headline took the text away: %s", out)
	}
	held := strings.TrimSpace(s.must("desk", "file", "--headline", "Ferry waits", "--hold", "--by", "rania"))
	if out := s.must("desk", "list", "--json", "--limit", "1"); !strings.Contains(out, held) || !strings.Contains(out, `"status":"withheld"`) {
		t.Errorf("filed to be held: %s", out)
	}
	_, complaint, code := s.run("desk", "file", "--id", flash, "--headline", "Not yet", "--hold", "--by", "rania")
	if out := s.must("search", "--json", "smoke"); code == exitOK || !strings.Contains(complaint, "desk hold") || strings.Contains(out, "Not yet") {
		t.Errorf("a version that was to be held: exit %d, %s; out is %s", code, complaint, out)
	}
}
