package read

import (
	"fmt"
	"testing"

	"dateline"
)

// TestSourceKind reads what a page states of its publisher, and nothing where it states nothing.
func TestSourceKind(t *testing.T) {
	const data = `<script type="application/ld+json">{"@context":"https://schema.org","@type":%q,"headline":"Marsa harbour reopens","publisher":%s}</script>`
	news := func(publisher string) string { return fmt.Sprintf(data, "NewsArticle", publisher) }
	site := func(name string) string { return `<meta property="og:site_name" content="` + name + `">` }
	tests := []struct {
		what, head, url string
		want            dateline.SourceKind
	}{
		{"nothing", "", "", ""},
		{"an organisation, as all are", news(`{"@type":"Organization","name":"The Marsa Courier"}`), "", ""},
		{"a news organisation", news(`{"@type":["Organization","NewsMediaOrganization"],"name":"The Marsa Courier"}`), "", dateline.Outlet},
		{"its type as an address", news(`{"@type":"https://schema.org/NewsMediaOrganization","name":"The Marsa Courier"}`), "", dateline.Outlet},
		{"by reference", news(`{"@id":"#us"}`) + `<script type="application/ld+json">{"@id":"#us","@type":"NewsMediaOrganization","name":"The Marsa Courier"}</script>`, "", dateline.Outlet},
		{"the site's own object", news(`"The Marsa Courier"`) + `<script type="application/ld+json">{"@type":"NewsMediaOrganization","name":"The Marsa Courier"}</script>`, "", dateline.Outlet},
		{"an agency among them", news(`{"@type":"NewsMediaOrganization","name":"Marsa News Agency"}`), "", dateline.Agency},
		{"by the site's name", site("Marsa Press Agency (MPA)"), "", dateline.Agency},
		{"in Arabic", site("وكالة مرسى للأنباء"), "", dateline.Agency},
		{"in Persian", site("خبرگزاری مرسی"), "", dateline.Agency},
		{"official by its name", site("وكالة الأنباء الرسمية في قُلزار"), "", dateline.StateAgency},
		{"official by its type", news(`{"@type":"GovernmentOrganization","name":"Qulzar News Agency"}`), "", dateline.StateAgency},
		{"official by its host", site("Qulzar News Agency"), "https://www.qna.gov.qz/en/1", dateline.StateAgency},
		{"another agency", site("Qulzar Space Agency"), "", ""},
		{"another agency in Arabic", site("وكالة الفضاء القلزارية"), "", ""},
		{"a ministry", site("وزارة النقل"), "", dateline.OfficialBody},
		{"a ministry in English", news(`{"@type":"Organization","name":"The Ministry of Transport"}`), "", dateline.OfficialBody},
		{"an office by its type", news(`{"@type":"GovernmentOffice","name":"Port Authority"}`), "", dateline.OfficialBody},
		{"an office by its host", "", "https://ports.gov.qz/news/1", dateline.OfficialBody},
		{"an office of the United States", "", "https://www.ports.gov/news/1", dateline.OfficialBody},
		{"a name that ends so", "", "https://gov.example/news/1", ""},
		{"a host that has it elsewhere", "", "https://gov.marsa.example/news/1", ""},
		{"a company's own page", fmt.Sprintf(data, "Article", `{"@type":"Corporation","name":"Hadar Lines"}`), "", dateline.Company},
		{"a company behind a paper", news(`{"@type":"Corporation","name":"Courier Media"}`), "", ""},
		{"a company's release", news(`{"@type":"Corporation","name":"Hadar Lines"}`), "https://hadar.example/press-releases/ferry", dateline.Company},
	}
	for _, tt := range tests {
		page := "<html><head>" + tt.head + "</head><body><h1>Marsa harbour reopens</h1><article><p>The harbour of Marsa opened again on Friday after two days of storm, its master said.</p><p>Nine ferries and one freighter left before noon, and the rest waits for calmer water.</p></article></body></html>"
		c := dateline.Copy{Source: "s", URL: tt.url, ContentType: "text/html; charset=utf-8", Body: []byte(page)}
		if c.URL == "" {
			c.URL = "https://marsa.example/news/harbour"
		}
		it, err := Page(c, Hint{})
		if err != nil {
			t.Errorf("%s: %v", tt.what, err)
		}
		if it.SourceKind != tt.want {
			t.Errorf("%s: %q, want %q", tt.what, it.SourceKind, tt.want)
		}
	}
}

// TestCalledShort: what a paper leaves of its name is a name still, and no common word.
func TestCalledShort(t *testing.T) {
	for name, want := range map[string]string{
		"صحيفة صدى الخليج": "صدى الخليج", "الساحل الآن - Sahel Now": "الساحل الآن", "وكالة الموج": "الموج", "خبرگزاری موج": "موج", "مرسى | Marsa": "مرسى", "البيان | صحيفة يومية": "البيان",
		"أخبار - رياضة": "", "صحيفة يومية": "", "صدى الخليج": "", "Marsa": "",
	} {
		if got := calledShort(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
