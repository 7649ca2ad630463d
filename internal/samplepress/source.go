package samplepress

import (
	"dateline"
	"dateline/internal/locale"
)

// A source of the press: the noun that others see, and how it publishes.
type source struct {
	dateline.Source
	feed     feedForm
	months   string // of Arabic dates
	digits   string
	whole    bool   // the feed carries whole texts, else the first paragraphs
	Tagline  string // under its name
	Footer   string
	sections []string // of its menu
	dates    dateHabit
}

// A feedForm is the form of a source's feed.
type feedForm int

const (
	rss feedForm = iota
	atom
	jsonFeed
)

// A dateHabit is what the pages of a source tell machines of their dates. All
// show them to people.
type dateHabit int

const (
	inText    dateHabit = iota // nothing
	inData                     // JSON-LD
	inMeta                     // article:published_time
	inElement                  // <time datetime>
)

// Zone is that of Qulzar and Murjana, in which most of the press writes "on Tuesday".
const Zone = "Etc/GMT-3"

// tibranZone is an hour ahead.
const tibranZone = "Etc/GMT-4"

// sources are the press, without addresses.
func sources() []*source {
	return []*source{
		{
			Source: noun("barid-en", dateline.Agency, "en", dateline.Names{"en": "Barid News Agency", "ar": "وكالة بريد للأنباء (بالإنجليزية)"}),
			feed:   atom, dates: inData,
			Tagline: "News from both banks of the Hadir", Footer: "© Barid News Agency. Subscribers may publish with credit.",
			sections: []string{"Region", "World", "Business", "Sport"},
		},
		{
			Source: noun("barid-ar", dateline.Agency, "ar", dateline.Names{"en": "Barid News Agency (Arabic)", "ar": "وكالة بريد للأنباء"}),
			feed:   atom, dates: inMeta, months: locale.Levant,
			Tagline: "أخبار ضفتي الهدير", Footer: "© وكالة بريد للأنباء. يحق للمشتركين النشر مع ذكر المصدر.",
			sections: []string{"الإقليم", "العالم", "اقتصاد", "رياضة"},
		},
		{
			Source: noun("tsna", dateline.StateAgency, "ar", dateline.Names{"en": "Tibran State News Agency", "ar": "وكالة الأنباء التبرانية"}),
			feed:   rss, dates: inText, months: locale.Egypt,
			Tagline: "وكالة رسمية", Footer: "جميع الحقوق محفوظة لوكالة الأنباء التبرانية (و أ ت)",
			sections: []string{"محليات", "دولي", "اقتصاد", "ثقافة"},
		},
		{
			Source: noun("courier", dateline.Outlet, "en", dateline.Names{"en": "The Khan Courier", "ar": "خان كورير"}),
			feed:   rss, dates: inElement,
			Tagline: "Every day but the one after", Footer: "The Khan Courier, 4 Cinnamon Lane, Khan Qirfa",
			sections: []string{"Region", "Business", "Life"},
		},
		{
			Source: noun("fanar", dateline.Outlet, "ar", dateline.Names{"en": "Al-Fanar", "ar": "الفنار"}),
			feed:   rss, dates: inText, months: locale.Both,
			Tagline: "يومية مستقلة", Footer: "صحيفة الفنار · ميناء الزين · شارع المنارة",
			sections: []string{"سياسة", "محليات", "اقتصاد", "مجتمع", "ثقافة"},
		},
		{
			Source: noun("port", dateline.OfficialBody, "en", dateline.Names{"en": "Mina Zayn Port Authority", "ar": "سلطة ميناء الزين"}),
			feed:   jsonFeed, dates: inMeta, months: locale.Both, whole: true,
			Tagline: "سلطة ميناء الزين", Footer: "Communiqués of the Authority may be reproduced freely · يجوز نشر بيانات السلطة بحرية",
			sections: []string{"Statements · بيانات", "Notices · إشعارات"},
		},
		{
			Source: noun("mirwad", dateline.Company, "en", dateline.Names{"en": "Mirwad Shipping", "ar": "مرواد للملاحة"}),
			feed:   rss, dates: inElement, months: locale.Egypt,
			Tagline: "Seven routes, one strait", Footer: "Mirwad Shipping newsroom · press@mirwad.example",
			sections: []string{"News", "Offers", "أخبار"},
		},
		{
			Source: noun("dafatir", dateline.Outlet, "ar", dateline.Names{"en": "Strait Notebooks", "ar": "دفاتر المضيق"}),
			feed:   jsonFeed, dates: inData, months: locale.Maghreb,
			Tagline: "رأي وتحليل · Opinion and analysis", Footer: "دفاتر المضيق · Strait Notebooks",
			sections: []string{"تحليل", "رأي", "Analysis", "Opinion"},
		},
	}
}

// noun makes a source as others see it. Its own name is in its own language.
func noun(id dateline.SourceID, kind dateline.SourceKind, language string, names dateline.Names) dateline.Source {
	s := dateline.Source{
		ID: id, Kind: kind, Language: language, Names: names, Name: names[language], Zone: Zone,
		Usage: dateline.UsageExcerpt, Pages: dateline.PagesAlways, AllowPrivate: true, Delay: -1, Folder: "Sample press",
	}
	switch id {
	case "barid-en", "barid-ar":
		s.Usage, s.UsageReason = dateline.UsageFull, "sample press: Marsa subscribes to the agency"
	case "port":
		s.Usage, s.UsageReason = dateline.UsageFull, "sample press: the authority lets its communiqués be reproduced"
		// Its feed has whole texts, so that one source of the demo is read without its pages.
		s.Pages = dateline.PagesNever
	case "dafatir":
		s.Usage = dateline.UsageLink
	case "tsna":
		s.Zone = tibranZone
	}
	return s
}

// edition formats dates as the source writes them in a language.
func (s *source) edition(language, months, digits string) (*locale.Edition, error) {
	// The months of the Maghreb differ by country; Morocco's are the furthest off.
	region := ""
	if months == locale.Maghreb {
		region = "MA"
	}
	if months == "" {
		months = locale.Both
	}
	if digits == "" {
		digits = locale.Latn
	}
	return locale.New(dateline.Edition{Language: language, Region: region, Zone: s.Zone, Digits: digits, Months: months})
}

// FeedType is the media type of its feed, for the link on its pages.
func (s *source) FeedType() string {
	switch s.feed {
	case atom:
		return "application/atom+xml"
	case jsonFeed:
		return "application/feed+json"
	}
	return "application/rss+xml"
}
