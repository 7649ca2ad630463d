package locale

import "dateline"

// english returns the furniture in English.
func english() *Messages {
	m := &Messages{
		Greenwich:  "GMT",
		OtherWords: OtherWords{Language: "عربي", Read: "اقرأ بالعربية", Latest: "آخر الأخبار بالعربية"},
		Genres: map[dateline.Genre]string{
			dateline.Report: "Report", dateline.Analysis: "Analysis", dateline.Opinion: "Opinion",
			dateline.PressRelease: "Press release", dateline.Sponsored: "Sponsored",
		},
		Kinds: map[dateline.SourceKind]string{
			dateline.Agency: "agency", dateline.StateAgency: "state agency", dateline.Outlet: "outlet",
			dateline.OfficialBody: "official body", dateline.Company: "company", dateline.Own: "own",
		},
		Notices: map[dateline.DecisionKind]string{
			dateline.Release: "Release", dateline.Hold: "Hold", dateline.Spike: "Spike",
			dateline.Update: "Update", dateline.Refile: "Refile", dateline.Clarify: "Clarification",
			dateline.Correct: "Correction", dateline.Withdraw: "Withdrawn", dateline.Kill: "Killed",
			dateline.Embargo: "Embargo",
		},
		// All that lang can tell, and some that sources state.
		Languages: map[string]string{
			"am": "Amharic", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bangla", "ca": "Catalan", "ckb": "Central Kurdish",
			"da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian",
			"fr": "French", "he": "Hebrew", "hi": "Hindi", "hy": "Armenian", "id": "Indonesian", "it": "Italian",
			"ja": "Japanese", "ka": "Georgian", "ko": "Korean", "ku": "Kurdish", "nb": "Norwegian Bokmål", "nl": "Dutch",
			"no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ru": "Russian", "sd": "Sindhi",
			"sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "th": "Thai", "tr": "Turkish", "ug": "Uyghur",
			"uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese", "und": "unknown",
		},
	}
	englishPages(m)
	m.Match = englishMatches()
	m.About = englishAbout()
	m.Trouble = englishTrouble()
	m.Desk = englishDesk()
	m.Decide = englishDecide()
	m.Edits = englishEdits()
	m.Voice = englishVoices()
	m.Persons = englishPersons()
	m.Find = englishFind()
	m.Health = englishHealth()
	m.Settings = englishSettings()
	m.Refusals = englishRefusals()
	m.Welcome = englishWelcome()
	return m
}

func englishPages(m *Messages) {
	m.Frame = Frame{
		Skip: "Skip to the text", Menu: "Menu", Front: "Front", Latest: "Latest",
		Sources: "Sources", Notices: "Notices", About: "About",
		Search: "Search", SearchHint: "Search items and sources", SearchSite: "Search this wire",
		Tagline: "A newswire in English and Arabic", Feeds: "Feeds",
		Foot: "{1} is published in English and Arabic.",
		Keys: KeyWords{
			Title: "Keyboard", Next: "next item", Previous: "previous item", Open: "open item",
			Go: "then", Home: "front page", Search: "search", Help: "this help", Close: "Close",
		},
	}
	m.List = ListWords{
		File: "The file", FileAll: "The whole file", Flash: "Flash",
		Items: Plural{One: "{n} item", Other: "{n} items"},
		New:   Plural{One: "{n} new item", Other: "{n} new items"}, ShowNew: "Show",
		Older: "Older", Newest: "Newest", Turn: "Pages of this list", Comma: ",",
		OtherLanguages: "In other languages",
		Empty:          "Nothing has been filed yet.",
		NoNotices:      "Nothing has been corrected or withdrawn.",
		AllNotices:     "All notices",
		NoticesAbout:   "Corrections, clarifications, withdrawals and kills, newest first.",
		LatestAbout:    "Everything on this wire, newest first.",
		Killed:         "An item filed on {1} was killed. Do not use it.",
		Withdrawn:      "An item filed on {1} was withdrawn.",
		Changed:        "This item has changed.", ShowChanged: "Show the new version",
		Gone:   "This item has been withdrawn.",
		MoreOf: "Earlier from {1}", FrontAbout: "{1}: the news by the minute, with source and time.",
		SourceFeed: "Feed of {1}", Pages: "{1} · {2}",
	}
	m.Item = ItemWords{
		By: "by", Credit: "credit", And: " and ", Then: ", ", FirstSeen: "first seen here",
		Versions: "Versions", Original: "See the original at {1}",
		ReadAt:  "Read the whole item at {1}",
		NotYet:  "Not yet in Arabic",
		NotHere: "This item is not yet in English. It stands here in {1}, as it was filed.",
		Facts:   "About this item", Source: "Source", Language: "Language",
	}
	m.Stamp = StampWords{
		Undated: "undated", ZoneUnknown: "zone not given",
		ZoneProposed: "zone not given, {1} proposed", How: "How this time is known",
		Evidence: map[dateline.Evidence]string{
			dateline.FromStructuredData: "from the page’s data", dateline.FromMeta: "from the page’s header",
			dateline.FromTimeElement: "from a time on the page", dateline.FromFeed: "from the source’s feed",
			dateline.FromFile: "from the wire file", dateline.FromText: "from the page’s text",
			dateline.FromURL: "from the address", dateline.FromDesk: "from the desk",
		},
		Precision: map[dateline.Precision]string{
			dateline.ToDay: "to the day", dateline.ToMinute: "to the minute", dateline.ToSecond: "to the second",
		},
		Confidence: map[dateline.Confidence]string{
			dateline.Sure: "sure", dateline.Likely: "likely", dateline.Doubtful: "doubtful",
		},
		NoTimeGiven: "The source gives no time.",
		SeenHow:     "First seen is when the item reached us.",
	}
	m.Source = SourceWords{
		Title:   "About this source",
		About:   "Who files to this wire, and how much of their copy it may show.",
		Sources: Plural{One: "{n} source", Other: "{n} sources"},
		Kind:    "Kind", Language: "Language", Usage: "Shown as", Site: "Site",
		Name: "Name", Retired: "no longer files",
		Usages: map[dateline.Usage]string{
			dateline.UsageFull: "full text", dateline.UsageExcerpt: "excerpt",
			dateline.UsageLink: "headline and link", dateline.UsageDesk: "for the desk only",
		},
		Empty: "No source files to this wire yet.",
		Find:  "Name or site of a source", All: "All sources", NoneCalled: "No source is called so.",
		Drift: "Since {1} this source has been read less completely than before. Its items may lack: {2}.",
		Lacks: map[dateline.Trait]string{
			dateline.TraitByline: "the byline", dateline.TraitDate: "the time",
			dateline.TraitText: "the whole text", dateline.TraitLength: "part of the text",
		},
	}
	m.Search = SearchHelp{
		Title: "Search: {1}", Prompt: "Words to look for",
		Results:   Plural{One: "{n} item", Other: "{n} items"},
		None:      "Nothing on this wire matches {1}.",
		SomeWords: "Few items have all the words; those below have some of them.",
		SomeForms: "Few items have the word as you wrote it; those below have it in other forms, too.",
		First:     "First results", Next: "More results",
		Best: "Best first", Newest: "Newest first", Help: "How to search",
		ExampleOne: "harbour", ExampleTwo: "strike", ExampleName: "Sabbagh",
		Words: "all of the words", Phrase: "these words in a row", Not: "without the word",
		Or: "one or the other", From: "from one source", NotFrom: "from all sources but one", In: "in one language",
		Person: "by one writer", Said: "said by somebody, with the word", After: "published in between",
		AsOf: "As it stood at", AsOfAt: "As it stood at {1}", AsOfNow: "Search as it stands now",
		AsOfRights:   "What has been withdrawn since is left out, and so are earlier versions of items of other sources.",
		SaidNow:      "Who said what is searched as it stands now; leave out the time.",
		Changed:      Plural{One: "{n} of these has changed since.", Other: "{n} of these have changed since."},
		ChangedSince: "Version {1}. The item has changed since: it is now in version {2}.",
	}
}

func englishAbout() AboutWords {
	return AboutWords{
		Title: "About {1}",
		Times: "Times",
		TimesText: "Every item says when its source claims to have published it, in which zone, and where that was read. " +
			"Where the source gives no time, the item is called undated; where it gives no zone, that is said. " +
			"“First seen” is when the item reached us.",
		Rights: "Credit and rights",
		RightsText: "Every item carries the credit of its source. Of most sources we show the headline, a short excerpt " +
			"and a link; the whole text stands here only where the source allows it.",
		Corrections: "Corrections and kills",
		CorrectedText: "Corrections, clarifications, withdrawals and kills are published under Notices and on the item itself. " +
			"Of a killed item only its notice remains.",
		Earliest: "Earliest known, copies and stories",
		EarliestText: "Where several items carry one text, the page names the earliest one that is known and counts its copies, excerpts " +
			"and rewrites. “Known” means among the items that have come in here: elsewhere something earlier may exist. " +
			"Items that tell one piece of news stand together as a story.",
		Voices: "Who said what",
		VoicesText: "A program marks who speaks in an item. Only sentences that it is sure enough of are shown, word for word and with their source. " +
			"Pages of persons are put together from them, and stay out of search engines until the desk has confirmed who is meant.",
		Privacy:      "Privacy",
		PrivacyText:  "Readers are not tracked: no cookies, no counters, no scripts or fonts from elsewhere.",
		PrivacyShort: "Readers are not tracked.",
		FeedsText:    "Each edition, source, story, person and search can be followed in a feed reader.",
		KeysText:     "With script, the lists can be walked without a mouse.",
		Program:      "Published with",
	}
}

func englishTrouble() Trouble {
	return Trouble{
		NotFound: "No such page", NotFoundText: "Nothing has been published at this address. It may be misspelt.",
		Gone: "Killed", GoneText: "What stood at this address has been withdrawn and must not be used.",
		Invalid: "Not understood", InvalidText: "This request cannot be answered as it stands.",
		Forbidden: "Not allowed", ForbiddenText: "This page is not for you, or no longer.",
		Conflict: "Changed meanwhile", ConflictText: "Somebody else changed it first. Load the page again.",
		Unavailable: "Not now", UnavailableText: "The wire cannot answer at the moment. Try again shortly.",
		Failed: "Our fault", FailedText: "Something went wrong here. It has been noted; try again shortly.",
		Back: "To the front page",
	}
}

func englishDesk() DeskWords {
	return DeskWords{
		Title: "Desk", Newest: "Newest items", Write: "Write an item",
		Release: "Release", Hold: "Hold", Kill: "Kill",
		Reason: "Reason", ReasonHint: "For the desk’s record",
		Notice: "Notice to readers", NoticeHint: "Must not repeat what is killed",
		States: map[dateline.DecisionKind]string{
			"": "pending", dateline.Release: "released", dateline.Hold: "held", dateline.Spike: "spiked",
			dateline.Withdraw: "withdrawn", dateline.Kill: "killed", dateline.Embargo: "under embargo",
		},
		Headline: "Headline", Text: "Text", ByText: "that of the text", TextHint: "A blank line between paragraphs",
		Subhead: "subhead", Point: "point of a list", Quotation: "quotation", Cells: "cells of a table",
		BylineHint: "Commas between names; may stay empty",
		Language:   "Language", Urgency: "Urgency", Normal: "normal", High: "high",
		File: "File", Flash: "File as flash", FlashHint: "A flash stands on the front page at once.",
		FileHeld: "File and hold", FiledHeld: "Filed and held: it is out when it is released.",
		Typed: "What you wrote is here. Copy it before you leave this page.",
		Filed: "Filed.", Decided: "Decided.",
		Entry:     "The desk is closed to you",
		EntryText: "Open it with the one-time link that the program printed when it started, or with a new one asked for on the command line. A link works once.",
		Leave:     "Leave the desk", Site: "To the site", Empty: "Nothing to decide.",
		Drifting: "Sources read worse than before",
		Lost:     "{1}: on {2} of {3} since {4}; usually on {5} in a hundred",
		OfItems:  Plural{One: "{n} item", Other: "{n} items"},
		Traits: map[dateline.Trait]string{
			dateline.TraitByline: "Byline", dateline.TraitDate: "Date",
			dateline.TraitText: "Whole text", dateline.TraitLength: "Usual length",
		},
		Accept: "Take as usual", AcceptHint: "If the source itself has changed. Else the mark goes when it reads well again.",
		Accepted: "How it reads now is what is usual.",
	}
}
