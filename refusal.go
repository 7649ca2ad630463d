package dateline

import "fmt"

// A Refusal is an error of what a person asked for at the desk. Its own words are for the
// command line and logs; pages say why in the language of whoever asked.
type Refusal struct {
	Why  Why
	What []string // that it is about, for the places of a sentence: a name, a time
	kind error
	text string
}

// Refuse makes a refusal of a kind. Its words take what it is about by %s and %q, in order.
func Refuse(why Why, kind error, words string, what ...string) error {
	args := make([]any, len(what))
	for i := range what {
		args[i] = what[i]
	}
	return &Refusal{Why: why, What: what, kind: kind, text: fmt.Sprintf(words, args...)}
}

// Error says it in English.
func (r *Refusal) Error() string { return r.text + ": " + r.kind.Error() }

// Unwrap makes it the kind of error that it is.
func (r *Refusal) Unwrap() error { return r.kind }

// A Why names the reason of a refusal.
type Why string

// The reasons of refusals that are about nothing but themselves.
const (
	WhyReason      Why = "reason"       // a decision or an order needs one
	WhyNotice      Why = "notice"       // a correction needs one
	WhyNewNotice   Why = "new-notice"   // a correction of an item that is not there yet
	WhyRepeats     Why = "repeats"      // a kill's notice has the headline that is killed
	WhyUntil       Why = "until"        // an embargo without an end
	WhyNoEmbargo   Why = "no-embargo"   // there is none to end
	WhyKilled      Why = "killed"       // nothing stands over a kill
	WhyNobody      Why = "nobody"       // it is not said who asks
	WhyNotOwn      Why = "not-own"      // a source's words are not edited
	WhyHeadline    Why = "headline"     // an item needs one
	WhyOwnSource   Why = "own-source"   // it is set in the configuration
	WhySourceName  Why = "source-name"  // a source needs one
	WhyFull        Why = "full"         // full use needs a recorded reason
	WhySourceStale Why = "source-stale" // somebody else has set it meanwhile
	WhyUnknown     Why = "unknown"      // there is no such person
	WhyOneself     Why = "oneself"      // a person cannot be joined into themselves
	WhyNotHere     Why = "not-here"     // a form of some other program
	WhyLongForm    Why = "long-form"    // more text than the desk takes at once
)

// The reasons that name something.
const (
	WhyPast         Why = "past"          // an embargo's end that is over
	WhyNoTime       Why = "no-time"       // what was written is none
	WhyUrgency      Why = "urgency"       // a number that is none
	WhyItemStale    Why = "item-stale"    // the version that was filed meanwhile
	WhyJoined       Why = "joined"        // the person whom they were joined into
	WhyNotSpelled   Why = "not-spelled"   // a spelling that is not theirs, and theirs
	WhyOnlySpelling Why = "only-spelling" // it cannot leave
	WhyNoFeed       Why = "no-feed"       // what is no address of one
	WhyNoZone       Why = "no-zone"
	WhyNoLanguage   Why = "no-language"
	WhyNoSetting    Why = "no-setting" // what was chosen, and what may be
)

// Whys are all reasons: those that are about nothing but themselves, and those that name
// so many things.
func Whys() map[Why]int {
	return map[Why]int{
		WhyReason: 0, WhyNotice: 0, WhyNewNotice: 0, WhyRepeats: 0, WhyUntil: 0, WhyNoEmbargo: 0, WhyKilled: 0, WhyNobody: 0, WhyNotOwn: 0, WhyHeadline: 0,
		WhyOwnSource: 0, WhySourceName: 0, WhyFull: 0, WhySourceStale: 0, WhyUnknown: 0, WhyOneself: 0, WhyNotHere: 0, WhyLongForm: 0,
		WhyPast: 1, WhyNoTime: 1, WhyUrgency: 1, WhyItemStale: 1, WhyJoined: 1, WhyNotSpelled: 2, WhyOnlySpelling: 1, WhyNoFeed: 3, WhyNoZone: 2,
		WhyNoLanguage: 3, WhyNoSetting: 3,
	}
}
