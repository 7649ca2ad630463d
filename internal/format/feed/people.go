package feed

import "strings"

// people reads the persons that the children with one of the keys name. The
// first key that names anybody is taken: the others say the same in other words.
func people(n *node, keys ...string) []Person {
	for _, key := range keys {
		var out []Person
		for _, k := range n.all(key) {
			if p := person(k); p != (Person{}) {
				out = append(out, p)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// writers are the authors of a feed who wrote its entries where these name nobody.
// A feed whose author has its own name is signed by an outlet.
func (f *Feed) writers() []Person {
	for _, p := range f.Authors {
		if strings.EqualFold(p.Name, f.Title.Plain()) {
			return nil
		}
	}
	return f.Authors
}

// person reads Atom's <name> and <email>, or RSS's one line for both.
func person(n *node) Person {
	p := Person{
		Name:  n.value("name", "atom:name", "itunes:name"),
		Email: n.value("email", "atom:email", "itunes:email"),
	}
	if p == (Person{}) {
		p = personLine(strings.TrimSpace(n.text))
	}
	return p
}

// personLine splits "me@example.com (Name)", "Name (me@example.com)" and
// "Name <me@example.com>".
func personLine(text string) Person {
	open := strings.IndexAny(text, "(<")
	// An address alone is nobody's name, and is shown to no reader.
	if open < 0 {
		if strings.Contains(text, "@") && !strings.Contains(text, " ") {
			return Person{Email: text}
		}
		return Person{Name: text}
	}
	before := strings.TrimSpace(text[:open])
	within := strings.TrimSpace(strings.TrimRight(strings.TrimSpace(text[open+1:]), ")>"))
	// Brackets without an address are part of the name: "Ann Lee (Marsa)".
	switch {
	case strings.Contains(within, "@"):
		return Person{Name: before, Email: within}
	case strings.Contains(before, "@"):
		return Person{Name: within, Email: before}
	default:
		return Person{Name: text}
	}
}
