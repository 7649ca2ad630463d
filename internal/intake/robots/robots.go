// Package robots reads robots.txt as RFC 9309 says: which paths of a host a
// program of a given name may fetch.
//
// It exists because the libraries at hand merge groups, weigh rules and read
// sloppy lines in other ways than the standard's reference parser does.
package robots

import (
	"strconv"
	"strings"
	"time"
)

const (
	// maxSize is how much of a file is read; the standard asks for at least 500 KiB.
	maxSize = 512 << 10
	// maxLine is how much of a line is read.
	maxLine = 2083 * 8
	// maxDelay bounds what Crawl-delay may ask for.
	maxDelay = 60 * time.Second
)

// Rules are those of one host for one program. The zero value allows everything.
type Rules struct {
	rules []rule
	// Delay is the Crawl-delay that the host asks for, 0 for none.
	Delay time.Duration
}

// A rule allows or disallows what a pattern matches.
type rule struct {
	allow   bool
	pattern string
}

// Parse reads a robots.txt for the program of that product name, such as
// "Dateline". It never fails: what makes no sense is left out.
func Parse(body []byte, product string) Rules {
	p := parser{product: strings.ToLower(product)}
	text := strings.TrimPrefix(string(body[:min(len(body), maxSize)]), "\ufeff")
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		p.line(line[:min(len(line), maxLine)])
	}
	if p.named { // and nothing of what everybody is told, even when it says nothing
		return p.own
	}
	return p.all
}

// A parser gathers the groups that name the program, and those for everybody.
type parser struct {
	product  string
	own, all Rules
	named    bool // some group names the program
	// forOwn and forAll: the group being read is meant for it, for everybody.
	forOwn, forAll bool
	inRules        bool // the group's names are over
}

// line reads one line of the file, whatever came before it: robots.txt has no syntax that
// goes on over lines. Sitemap and other keys end no group (RFC 9309, 2.2.4).
func (p *parser) line(line string) {
	line, _, _ = strings.Cut(line, "#")
	key, value, ok := strings.Cut(line, ":")
	if !ok { // a space where the colon belongs
		f := strings.Fields(line)
		if len(f) != 2 {
			return
		}
		key, value = f[0], f[1]
	}
	value = strings.TrimSpace(value)
	switch strings.ToLower(strings.TrimSpace(key)) {
	// Misspelt keys are taken as they were meant, as the reference parser does: who
	// wrote them wanted to keep programs out.
	case "user-agent", "useragent", "user agent":
		p.agent(value)
	case "allow":
		p.rule(rule{true, escape(value)})
	case "disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw":
		p.rule(rule{false, escape(value)})
	case "crawl-delay", "crawldelay":
		p.delay(value)
	}
}

// agent begins a group, or names one more program that it is meant for.
func (p *parser) agent(value string) {
	if p.inRules {
		p.forOwn, p.forAll, p.inRules = false, false, false
	}
	if value == "*" || strings.HasPrefix(value, "* ") {
		p.forAll = true
		return
	}
	end := strings.IndexFunc(value, func(r rune) bool {
		return r != '-' && r != '_' && (r|0x20 < 'a' || r|0x20 > 'z')
	})
	if end >= 0 {
		value = value[:end]
	}
	if value != "" && strings.ToLower(value) == p.product {
		p.forOwn, p.named = true, true
	}
}

// rule keeps a rule for all that its group names. One that stands before any User-agent
// is for nobody: a group begins with its names (RFC 9309, 2.2).
func (p *parser) rule(r rule) {
	p.inRules = true
	if r.pattern == "" { // an empty Disallow allows everything, and ends the names of its group
		return
	}
	if p.forOwn {
		p.own.add(r)
	}
	if p.forAll {
		p.all.add(r)
	}
}

// delay is of its group like a rule, and ends the names of the group like one.
func (p *parser) delay(value string) {
	p.inRules = true
	// Not in the standard, and widely used: a host that has written it down means it.
	seconds, err := strconv.ParseFloat(value, 64)
	if err != nil || !(seconds > 0) { // not a number is neither
		return
	}
	d := maxDelay
	if seconds < maxDelay.Seconds() {
		d = time.Duration(seconds * float64(time.Second))
	}
	if p.forOwn {
		p.own.Delay = d
	}
	if p.forAll {
		p.all.Delay = d
	}
}

// add keeps a rule. One that allows a folder's index page allows the folder.
func (r *Rules) add(one rule) {
	r.rules = append(r.rules, one)
	if i := strings.LastIndex(one.pattern, "/index.htm"); one.allow && i >= 0 {
		r.rules = append(r.rules, rule{true, one.pattern[:i+1] + "$"})
	}
}

// Allows reports whether a path, with its query and percent-encoded as it goes
// over the wire, may be fetched. The longest pattern decides; between two of
// the same length, the one that allows.
func (r Rules) Allows(path string) bool {
	path = capitals(path)
	if path == "" || path[0] != '/' {
		path = "/" + path
	}
	length, allow := -1, true
	for _, one := range r.rules {
		n := len(one.pattern)
		if (n > length || n == length && one.allow) && matches(one.pattern, path) {
			length, allow = n, one.allow
		}
	}
	return allow
}

// matches reports whether a path begins with a pattern, in which * stands for
// anything and $ at the end for the end.
func matches(pattern, path string) bool {
	toEnd := strings.HasSuffix(pattern, "$")
	parts := strings.Split(strings.TrimSuffix(pattern, "$"), "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	path = path[len(parts[0]):]
	for i, part := range parts[1:] {
		if toEnd && i == len(parts)-2 {
			return strings.HasSuffix(path, part)
		}
		at := strings.Index(path, part)
		if at < 0 {
			return false
		}
		path = path[at+len(part):]
	}
	return !toEnd || path == ""
}

// escape writes a pattern as addresses are written: bytes beyond ASCII as %XX,
// hexadecimal digits in capitals.
func escape(pattern string) string {
	var b strings.Builder
	for i := range len(pattern) {
		if c := pattern[i]; c >= 0x80 {
			b.WriteString("%" + strconv.FormatUint(uint64(c), 16))
		} else {
			b.WriteByte(c)
		}
	}
	return capitals(b.String())
}

// capitals writes the two digits behind each % in capitals. Many sites write
// their Arabic addresses with small ones: %d9 and %D9 are the same byte.
func capitals(s string) string {
	parts := strings.Split(s, "%")
	for i := 1; i < len(parts); i++ {
		n := min(2, len(parts[i]))
		parts[i] = strings.ToUpper(parts[i][:n]) + parts[i][n:]
	}
	return strings.Join(parts, "%")
}
