package byline

import (
	"strings"
	"unicode/utf8"

	"dateline/internal/read/clean"
)

// Foot reads the brackets that close an agency's report and say who did what for
// it: "(Reporting by Ann Lee in Cairo and Carol Dee; Editing by Bob Ray)",
// «(تغطية صحفية سلمى حداد من بيروت - إعداد محمد علي للنشرة العربية - تحرير سامي نور)». It
// gives those who reported, else those who wrote, and never who edited, helped or
// made the pictures.
func Foot(text string, outlets ...string) []string {
	text = strings.TrimRight(text, " .\n")
	open := strings.LastIndexByte(text, '(')
	if open < 0 || !strings.HasSuffix(text, ")") {
		return nil
	}
	text = clean.Line(text[open+1 : len(text)-1])
	if utf8.RuneCountInString(text) > longestFoot {
		return nil
	}
	var wrote []string
	for _, job := range jobs(text) {
		switch job.done {
		case reported:
			if people := workers(job.names, outlets); len(people) > 0 {
				return people
			}
		case written:
			if len(wrote) == 0 {
				wrote = workers(job.names, outlets)
			}
		}
	}
	return wrote
}

// longestFoot is how many characters such brackets hold at most: a dozen people.
const longestFoot = 400

// What somebody did for a report.
type done byte

const (
	helped done = iota // or edited, or drew
	reported
	written
)

// A job is a part of a foot: what was done, and by whom.
type job struct {
	done  done
	names string
}

// jobs splits a foot where the next kind of work begins; the first must stand at its
// very beginning, or the brackets are of something else.
func jobs(s string) []job {
	var out []job
	for s != "" {
		d, names, ok := work(s)
		if !ok {
			return nil
		}
		next := len(names)
		for i := 1; i < len(names); i++ {
			if names[i-1] != ' ' && names[i-1] != ';' {
				continue
			}
			if _, _, ok := work(names[i:]); ok {
				next = i
				break
			}
		}
		out = append(out, job{d, names[:next]})
		s = names[next:]
	}
	return out
}

// work cuts the words for what was done off the beginning of s.
func work(s string) (d done, rest string, ok bool) {
	for _, by := range [...]struct {
		words string
		done  done
	}{
		{"reporting by ", reported}, {"reported by ", reported}, {"reporting and writing by ", reported}, {"writing and reporting by ", reported},
		{"writing by ", written}, {"written by ", written}, {"compiled by ", written},
		{"additional ", helped}, {"editing by ", helped}, {"edited by ", helped}, {"graphics by ", helped}, {"photo", helped}, {"translat", helped}, {"production by ", helped},
	} {
		if n := len(by.words); len(s) >= n && strings.EqualFold(s[:n], by.words) {
			return by.done, s[n:], true
		}
	}
	for _, l := range leading(s) {
		switch l.folded {
		case "تغطيه صحفيه":
			return reported, l.after, true
		case "اعداد", "كتابه":
			return written, l.after, true
		case "شارك في التغطيه", "تحرير", "ترجمه", "تصوير":
			return helped, l.after, true
		}
	}
	return helped, s, false
}

// workers are the people of a job, without where they worked and for whom: "in
// Cairo", «من بيروت», «للنشرة العربية».
func workers(names string, outlets []string) []string {
	var all Reading
	names = strings.NewReplacer(" and ", ", ", "، ", ", ", " و ", ", ").Replace(names)
	for name := range strings.SplitSeq(names, ", ") {
		for _, w := range [...]string{" in ", " at ", " for ", " من ", " في ", " لل"} {
			name, _, _ = strings.Cut(name, w)
		}
		if name = strings.Trim(name, " ;؛,-–—:/."); strings.Contains(name, " ") { // one word is a second place: "in Cairo and Beirut"
			all = all.Join(Read(name, outlets...))
		}
	}
	return all.People
}
