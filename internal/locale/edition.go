// Package locale speaks for an edition: it formats dates, times and numbers
// in the edition's language, zone, digits and month names, and holds every
// word of furniture that the site and the desk show, in English and Arabic.
//
// The package is pure. Month and day names are facts taken from CLDR; only
// the rules that choose a plural form come from golang.org/x/text, whose
// digits and month names for Arabic are not to be relied on.
package locale

import (
	"fmt"
	"slices"
	"time"

	"dateline"
)

// The two sets of digits that Arabic newsrooms print, by their CLDR codes.
const (
	Latn = "latn" // 0123456789
	Arab = "arab" // ٠١٢٣٤٥٦٧٨٩
)

// The traditions of Arabic month names; English editions ignore them.
const (
	Levant  = "levant"  // تموز
	Egypt   = "egypt"   // يوليو
	Maghreb = "maghreb" // يوليوز in Morocco, جويلية in Algeria and Tunisia
	Both    = "both"    // تموز/يوليو
)

// Edition formats for one edition of a publication. It is immutable and safe
// for concurrent use.
type Edition struct {
	edition  dateline.Edition
	zone     *time.Location
	weekend  []time.Weekday
	months   [12]string
	messages *Messages
}

// New returns the formatting of an edition. Only Language is required; digits
// and month names left empty follow from the region, and no zone means UTC.
func New(edition dateline.Edition) (*Edition, error) {
	messages := messagesFor(edition.Language)
	if messages == nil {
		return nil, refuse("edition language", edition.Language, "en or ar")
	}
	zone, err := time.LoadLocation(edition.Zone)
	if err != nil {
		return nil, refuse("zone", edition.Zone, "an IANA name such as Asia/Beirut")
	}
	if edition.Digits == "" {
		edition.Digits = regionDigits(edition.Language, edition.Region)
	}
	if edition.Months == "" {
		edition.Months = regionMonths(edition.Region)
	}
	if edition.Digits != Latn && edition.Digits != Arab {
		return nil, refuse("digits", edition.Digits, "latn or arab")
	}
	months, ok := monthNames(edition)
	if !ok {
		return nil, refuse("month names", edition.Months, "levant, egypt, maghreb or both")
	}
	return &Edition{edition, zone, regionWeekend(edition.Region), months, messages}, nil
}

// refuse names what would do, since whoever reads it is writing a configuration.
func refuse(what, value, use string) error {
	return fmt.Errorf("locale: unknown %s %q: use %s: %w", what, value, use, dateline.ErrInvalid)
}

// Language returns the language code, "en" or "ar".
func (e *Edition) Language() string { return e.edition.Language }

// Tag returns the BCP 47 tag for HTML's lang attribute.
func (e *Edition) Tag() string {
	if e.edition.Region == "" {
		return e.edition.Language
	}
	return e.edition.Language + "-" + e.edition.Region
}

// OpenGraph returns the locale as Open Graph spells it, which wants a region.
func (e *Edition) OpenGraph() string {
	switch {
	case e.edition.Region != "":
		return e.edition.Language + "_" + e.edition.Region
	case e.arabic():
		// The Arabic of no one land, as those who read Open Graph have it.
		return "ar_AR"
	}
	return "en_GB"
}

// Digits returns the digits that the edition prints, Latn or Arab.
func (e *Edition) Digits() string { return e.edition.Digits }

// Direction returns the direction of the edition's furniture.
func (e *Edition) Direction() dateline.Direction {
	if e.arabic() {
		return dateline.RightToLeft
	}
	return dateline.LeftToRight
}

// Zone returns the edition's time zone.
func (e *Edition) Zone() *time.Location { return e.zone }

// Weekend reports whether day belongs to the weekend of the edition's region.
func (e *Edition) Weekend(day time.Weekday) bool { return slices.Contains(e.weekend, day) }

// Messages returns the words of the edition's furniture.
func (e *Edition) Messages() *Messages { return e.messages }

func (e *Edition) arabic() bool { return e.edition.Language == "ar" }
