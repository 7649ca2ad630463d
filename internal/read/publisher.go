package read

import (
	"net/url"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/lang"
	"dateline/internal/read/page"
)

// sourceKind is what the page states of who publishes it: by the type that its
// structured data gives the publisher, by the publisher's own name, and by a host
// that only offices of a state are given. "" where none of them tells. Most sites
// call themselves an Organization, which states nothing.
func (r *reader) sourceKind(g dateline.Genre) dateline.SourceKind {
	d := r.page.Data
	office := isOffice(d) || officialHost(r.address)
	for _, name := range [...]string{d.Publisher, r.page.Meta("og:site_name"), r.page.Meta("application-name"), r.page.Meta("publisher")} {
		switch agency, official := agencyName(name); {
		case agency && (official || office):
			return dateline.StateAgency
		case agency:
			return dateline.Agency
		case official:
			office = true
		}
	}
	switch {
	case office:
		return dateline.OfficialBody
	case slices.ContainsFunc(d.PublisherTypes, isOutlet), slices.ContainsFunc(d.Types, isOutlet):
		return dateline.Outlet
	// The company behind a paper is one as well, but not what the page is from.
	case slices.ContainsFunc(d.PublisherTypes, isCompany) && (g == dateline.PressRelease || !strings.HasSuffix(d.Type, "NewsArticle")):
		return dateline.Company
	}
	return ""
}

func isOffice(d page.Data) bool {
	return slices.ContainsFunc(d.PublisherTypes, func(t string) bool { return strings.HasPrefix(t, "Government") })
}

// isOutlet knows the types that schema.org has for who brings news.
func isOutlet(kind string) bool {
	switch kind {
	case "NewsMediaOrganization", "Newspaper", "RadioStation", "TelevisionStation", "TelevisionChannel", "BroadcastService":
		return true
	}
	return false
}

func isCompany(kind string) bool { return kind == "Corporation" || kind == "Airline" }

// agencyName reports a name that says that it is a news agency's, and one that says
// that it is a state's. «وكالة» and "agency" alone are those of space and energy, too.
func agencyName(name string) (agency, official bool) {
	folded := lang.Folded(name)
	words := strings.Fields(folded)
	has := func(of ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(of, w) })
	}
	if has("agency", "agence", "agentur", "agencia", "agenzia") && has("news", "press", "presse", "noticias", "stampa", "telegraph") ||
		has("newswire", "خبرگزاري") ||
		has("وكاله") && has("انباء", "الانباء", "للانباء", "اخبار", "الاخبار", "للاخبار", "اخباريه", "الاخباريه") {
		return true, has("official", "state", "رسميه", "الرسميه")
	}
	return false, begin(strings.TrimPrefix(folded+" ", "the "), "ministry of ", "ministry for ", "department of state ", "government of ", "embassy of ",
		"وزاره ", "سفاره ", "حكومه ", "رئاسه الجمهوريه ", "مجلس الوزراء ", "وزارت ", "سفارت ")
}

// officialHost knows the domains in which only offices of a state can be: .gov and
// .mil of the United States, and what other countries keep for theirs.
func officialHost(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	labels := strings.Split(strings.ToLower(u.Hostname()), ".")
	n := len(labels)
	if n < 2 {
		return false
	}
	switch labels[n-1] {
	case "gov", "mil":
		return true
	case "jp", "kr", "id", "th", "ke", "tz", "ug": // where "go" is kept so
		if labels[n-2] == "go" {
			return true
		}
	}
	switch labels[n-2] {
	case "gov", "gob", "gouv", "govt", "gub", "mil":
		return len(labels[n-1]) == 2
	}
	return false
}
