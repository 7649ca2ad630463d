package locale

import "dateline"

// Messages is every word of furniture, once per language. A missing word is a
// compile error in Go, a failing test in a template and a failing test in a
// language; there are no keys to mistype.
type Messages struct {
	Frame    Frame
	List     ListWords
	Item     ItemWords
	Match    MatchWords
	Stamp    StampWords
	Source   SourceWords
	Search   SearchHelp
	About    AboutWords
	Trouble  Trouble
	Desk     DeskWords
	Decide   DecideWords
	Edits    EditWords
	Voice    VoiceWords
	Persons  PersonWords
	Find     FindWords
	Health   HealthWords
	Settings SettingsWords
	Refusals RefusalWords
	Welcome  WelcomeWords

	Greenwich  string // GMT
	Genres     map[dateline.Genre]string
	Kinds      map[dateline.SourceKind]string
	Notices    map[dateline.DecisionKind]string
	Languages  map[string]string // names of languages, by code
	OtherWords OtherWords
}

// Frame is what stands around every page.
type Frame struct {
	Skip, Menu, Front               string
	Latest, Sources, Notices, About string
	Search, SearchHint, SearchSite  string
	Tagline                         string // without script, in place of the clock
	Foot                            Phrase
	Feeds                           string
	Keys                            KeyWords
}

// KeyWords explains the keyboard.
type KeyWords struct {
	Title, Next, Previous, Open, Search, Help, Close string
	Go, Home                                         string // Go: then one of these letters
}

// OtherWords leads to the other edition, in that edition's own language.
type OtherWords struct {
	Language string // its name: the switch
	Read     string // to an item's counterpart
	Latest   string // over its newest items
}

// ListWords is for lists of items.
type ListWords struct {
	File, FileAll                 string
	Flash                         string
	Items, New                    Plural
	ShowNew                       string
	Older, Newest, Turn           string // Turn names the links through a list
	Comma                         string
	OtherLanguages                string
	Empty, NoNotices, AllNotices  string
	NoticesAbout, LatestAbout     string
	Killed, Withdrawn             Phrase // {1} is the time it was filed
	Changed, ShowChanged, Gone    string
	MoreOf                        Phrase
	FrontAbout, SourceFeed, Pages Phrase
}

// ItemWords is for one item.
type ItemWords struct {
	By, Credit       string
	And              string // before the last of several names, with its spaces
	Then             string // before those between the first and the last
	FirstSeen        string
	Versions         string
	ReadAt, Original Phrase
	NotYet           string // no counterpart in the other language
	NotHere          Phrase // the page's language lacks this item; {1} is the one it is in
	Facts            string
	Source, Language string
}

// StampWords tells how a time is known.
type StampWords struct {
	Undated              string
	ZoneUnknown          string
	ZoneProposed         Phrase
	How                  string
	Evidence             map[dateline.Evidence]string
	Precision            map[dateline.Precision]string
	Confidence           map[dateline.Confidence]string
	NoTimeGiven, SeenHow string
}

// SourceWords is for the pages of sources.
type SourceWords struct {
	Title, About          string
	Sources               Plural
	Kind, Language, Usage string
	Site, Name, Retired   string
	Usages                map[dateline.Usage]string
	Empty                 string
	Find, All, NoneCalled string // the field of a name; leads back to all; no source is called so
	Drift                 Phrase // {1} is since when, {2} what its items may lack
	Lacks                 map[dateline.Trait]string
}

// SearchHelp is for the search page.
type SearchHelp struct {
	Title        Phrase
	Prompt       string
	Results      Plural
	None         Phrase
	SomeWords    string
	SomeForms    string // SomeWords of a single word
	First, Next  string // lead through the results
	Best, Newest string
	Help         string
	// two words and a name that the examples of the help are made of
	ExampleOne, ExampleTwo, ExampleName string

	Words, Phrase    string
	Not, Or          string
	From, In, Person string
	NotFrom          string
	Said, After      string

	// for a search as of a past point of the log
	AsOf         string // names the field of the form
	AsOfAt       Phrase // {1} is the time
	AsOfNow      string // leads to the same search as of now
	AsOfRights   string
	SaidNow      string // a past point was asked for together with who spoke
	Changed      Plural // how many of the hits have changed since
	ChangedSince Phrase // {1} is the version shown, {2} the current one
}

// AboutWords is the about page.
type AboutWords struct {
	Title                      Phrase
	Times, TimesText           string
	Rights, RightsText         string
	Corrections, CorrectedText string
	Earliest, EarliestText     string
	Voices, VoicesText         string
	Privacy, PrivacyText       string
	PrivacyShort               string
	FeedsText, KeysText        string
	Program                    string
}

// Trouble is a title and a sentence for each kind of error page.
type Trouble struct {
	NotFound, NotFoundText       string
	Gone, GoneText               string
	Invalid, InvalidText         string
	Forbidden, ForbiddenText     string
	Conflict, ConflictText       string
	Unavailable, UnavailableText string
	Failed, FailedText           string
	Back                         string
}

// DeskWords is for the desk.
type DeskWords struct {
	Title, Newest, Write       string
	Release, Hold, Kill        string
	Reason, ReasonHint, Notice string
	NoticeHint                 string
	States                     map[dateline.DecisionKind]string // "" is pending
	Headline, Text, TextHint   string
	// What the signs before a line of the text make of it.
	Subhead, Point, Quotation, Cells string
	Language, Urgency                string
	BylineHint                       string
	ByText                           string // the language that the text itself shows
	Normal, High                     string
	File, Flash, FlashHint           string
	FileHeld, FiledHeld              string // an own item that waits; that it does
	Typed                            string // over what was written in a form that was refused
	Filed, Decided                   string
	Entry, EntryText                 string
	Leave, Site, Empty               string
	Drifting                         string
	Lost                             Phrase // {1} trait, {2} items with it, {3} of how many, {4} since, {5} in a hundred before
	OfItems                          Plural
	Traits                           map[dateline.Trait]string
	Accept, AcceptHint               string
	Accepted                         string
}

// messagesFor is nil for a language that the pages are not written in.
func messagesFor(language string) *Messages {
	switch language {
	case "en":
		return english()
	case "ar":
		return arabic()
	}
	return nil
}
