package dateline

// A Publication is the name, credit and editions under which a wire goes out.
type Publication struct {
	Names    Names  // of the publication, by edition language
	Credits  Names  // the credit line of its own items
	About    Names  // one paragraph for the about page
	Mail     string // where readers report errors to; "" when nowhere
	Base     string // base address of the site, without a slash at the end
	Editions []Edition
}

// Edition returns the edition in a language.
func (p *Publication) Edition(language string) (Edition, bool) {
	for _, e := range p.Editions {
		if e.Language == language {
			return e, true
		}
	}
	return Edition{}, false
}

// An Edition is a publication in one language.
type Edition struct {
	Language string // "en" or "ar"
	Region   string // ISO 3166-1, such as "LB"; "" for none
	Zone     string // IANA name
	Digits   string // "latn" or "arab"
	Months   string // "levant", "egypt", "maghreb" or "both"; Arabic only
}
