package locale

import (
	"time"

	"dateline"
)

// MatchWords is for what stands in more than one place: copies, rewrites,
// translations, and the stories that items tell. Both languages stand in this
// file, one under the other, because most of its words count and have to be
// weighed against each other.
type MatchWords struct {
	Earliest     string // before the source that had a text earliest, as far as is known
	EarliestHere string // on the page of that item
	EarliestHow  string // what "known" means
	Text         string // over the timeline of one text
	Here         string // beside the item whose page it is
	Copies       Plural
	Updates      Plural
	Excerpts     Plural
	Rewrites     Plural
	CopyOf       Phrase // {1} is the source of the earliest known item
	Kinds        map[dateline.MatchKind]string
	Shares       [6]string // from a small part to the whole

	Drawing     Phrase // for who cannot see it: {1} when the earliest known came, {2} the last, {3} the counts
	Late        Phrase // {1} is how long after the earliest known
	Meant       Phrase // {1} are words of a text, such as "on Monday", {2} is the day that they mean there
	Minutes     Plural // how long after
	Hours, Days Plural

	Other string // over the same news in other languages
	Guess string // that a translation was found by guess

	Corrected, Clarified Phrase // by the source of this text, {1}

	Story       string
	StoryOf     string // leads from an item to its story
	FromSources Plural
	Since       Phrase // {1} is when the story began
	New         string // on the newest text
	NewNothing  string // that the newest item is a copy of what was known
	Sources     string
	Folded      Plural // further items with the same text
	ElsewhereIn Phrase // that a headline stands in another language, {1}
	Feed        Phrase // {1} is the headline

	// for the desk
	Shared             string
	Passages           string
	MadeFrom, MadeOfIt Phrase // which way; {1} is the kind of match
	SharedWith         Plural

	// of one source
	Record       string
	OfThem       Phrase // {1} of {2}
	WasEarliest  string
	WasCopy      string
	WasLate      string
	LateUsually  Phrase // {1} is how long after
	WasEdited    string
	RecordAbout  string
	RecordTooFew string
}

func englishMatches() MatchWords {
	return MatchWords{
		Earliest: "Earliest known", EarliestHere: "This is the earliest known item with this text",
		EarliestHow: "Earliest among the items that have come in here, by the times that their sources claim.",
		Text:        "Timeline of this text", Here: "this item",
		Copies:   Plural{One: "{n} copy", Other: "{n} copies"},
		Updates:  Plural{One: "{n} update", Other: "{n} updates"},
		Excerpts: Plural{One: "{n} excerpt", Other: "{n} excerpts"},
		Rewrites: Plural{One: "{n} rewrite", Other: "{n} rewrites"},
		CopyOf:   "copy of {1}",
		Kinds: map[dateline.MatchKind]string{
			dateline.MatchDuplicate: "copy", dateline.MatchUpdate: "updated", dateline.MatchRewrite: "rewritten",
			dateline.MatchExcerpt: "excerpt", dateline.MatchTranslation: "translation",
		},
		Shares:  [6]string{"a small part", "about a quarter", "about a third", "about half", "most of it", "whole"},
		Drawing: "On a line of time from {1} to {2}: the earliest known item, then {3}.",
		Late:    "Published {1} the earliest known item",
		Meant:   "“{1}” in its text is {2}",
		Minutes: Plural{One: "{n} minute after", Other: "{n} minutes after"},
		Hours:   Plural{One: "{n} hour after", Other: "{n} hours after"},
		Days:    Plural{One: "{n} day after", Other: "{n} days after"},
		Other:   "In other languages", Guess: "by guess: names and numbers agree",
		Corrected: "Correction by {1}, the source of this text", Clarified: "Clarification by {1}, the source of this text",
		Story: "Story", StoryOf: "From the story",
		FromSources: Plural{One: "from {n} source", Other: "from {n} sources"},
		Since:       "since {1}",
		New:         "Newest", NewNothing: "The newest item is a copy of what was known.",
		Sources: "Sources", Folded: Plural{One: "{n} more with this text", Other: "{n} more with this text"},
		ElsewhereIn: "in {1}", Feed: "Story: {1}",
		Shared: "Text shared with other items", Passages: "Passages that stand in both",
		MadeFrom: "this item was made from it: {1}", MadeOfIt: "made from this item: {1}",
		SharedWith: Plural{One: "text shared with {n} item", Other: "text shared with {n} items"},
		Record:     "Compared with other sources", OfThem: "{1} of {2}",
		WasEarliest: "Earliest known of texts that others carry", WasCopy: "Copies of others", WasLate: "Its copies come",
		LateUsually:  "usually {1} the earliest known item",
		WasEdited:    "Changed after publication",
		RecordAbout:  "Counted over its newest items here.",
		RecordTooFew: "Too little of it stands elsewhere to compare.",
	}
}

func arabicMatches() MatchWords {
	return MatchWords{
		Earliest: "أقدم نشر معروف", EarliestHere: "هذا أقدم نشر معروف لهذا النص",
		EarliestHow: "الأقدم من بين ما وصل إلينا، بحسب الأوقات التي تذكرها المصادر.",
		Text:        "مسار هذا النص", Here: "هذا الخبر",
		Copies: Plural{Zero: "لا نسخ", One: "نسخة واحدة", Two: "نسختان",
			Few: "{n} نسخ", Many: "{n} نسخة", Other: "{n} نسخة"},
		Updates: Plural{Zero: "لا تحديثات", One: "تحديث واحد", Two: "تحديثان",
			Few: "{n} تحديثات", Many: "{n} تحديثًا", Other: "{n} تحديث"},
		Excerpts: Plural{Zero: "لا مقتطفات", One: "مقتطف واحد", Two: "مقتطفان",
			Few: "{n} مقتطفات", Many: "{n} مقتطفًا", Other: "{n} مقتطف"},
		Rewrites: Plural{Zero: "لا صياغات أخرى", One: "صياغة أخرى واحدة", Two: "صياغتان أخريان",
			Few: "{n} صياغات أخرى", Many: "{n} صياغة أخرى", Other: "{n} صياغة أخرى"},
		CopyOf: "نسخة عن {1}",
		Kinds: map[dateline.MatchKind]string{
			dateline.MatchDuplicate: "نسخة", dateline.MatchUpdate: "محدَّث", dateline.MatchRewrite: "بتصرّف",
			dateline.MatchExcerpt: "مقتطف", dateline.MatchTranslation: "ترجمة",
		},
		Shares:  [6]string{"جزء يسير من النص", "نحو ربع النص", "نحو ثلث النص", "نحو نصف النص", "معظم النص", "النص كاملًا"},
		Drawing: "على خط زمني من {1} إلى {2}: أقدم نشر معروف، ثم {3}.",
		Late:    "نُشر {1} أقدم نشر معروف",
		Meant:   "المقصود بـ«{1}» في نصه {2}",
		Minutes: Plural{Zero: "في الدقيقة نفسها مع", One: "بعد دقيقة من", Two: "بعد دقيقتين من",
			Few: "بعد {n} دقائق من", Many: "بعد {n} دقيقة من", Other: "بعد {n} دقيقة من"},
		Hours: Plural{Zero: "في الساعة نفسها مع", One: "بعد ساعة من", Two: "بعد ساعتين من",
			Few: "بعد {n} ساعات من", Many: "بعد {n} ساعة من", Other: "بعد {n} ساعة من"},
		Days: Plural{Zero: "في اليوم نفسه مع", One: "بعد يوم من", Two: "بعد يومين من",
			Few: "بعد {n} أيام من", Many: "بعد {n} يومًا من", Other: "بعد {n} يوم من"},
		Other: "بلغات أخرى", Guess: "ترجيحًا: تتطابق الأسماء والأرقام",
		Corrected: "تصحيح من {1}، مصدر هذا النص", Clarified: "توضيح من {1}، مصدر هذا النص",
		Story: "القصة", StoryOf: "ضمن القصة",
		FromSources: Plural{Zero: "بلا مصدر", One: "من مصدر واحد", Two: "من مصدرين",
			Few: "من {n} مصادر", Many: "من {n} مصدرًا", Other: "من {n} مصدر"},
		Since: "منذ {1}",
		New:   "الأحدث", NewNothing: "أحدث الأخبار نسخة عمّا سبق نشره.",
		Sources: "المصادر",
		Folded: Plural{Zero: "لا أخبار أخرى بهذا النص", One: "خبر آخر بهذا النص", Two: "خبران آخران بهذا النص",
			Few: "{n} أخبار أخرى بهذا النص", Many: "{n} خبرًا آخر بهذا النص", Other: "{n} خبر آخر بهذا النص"},
		ElsewhereIn: "باللغة {1}", Feed: "قصة: {1}",
		Shared: "نص مشترك مع أخبار أخرى", Passages: "المقاطع المشتركة",
		MadeFrom: "أُخذ عنه هذا الخبر: {1}", MadeOfIt: "أُخذ عن هذا الخبر: {1}",
		SharedWith: Plural{Zero: "لا نص مشترك", One: "نص مشترك مع خبر واحد", Two: "نص مشترك مع خبرين",
			Few: "نص مشترك مع {n} أخبار", Many: "نص مشترك مع {n} خبرًا", Other: "نص مشترك مع {n} خبر"},
		Record: "مقارنةً بغيره من المصادر", OfThem: "{1} من {2}",
		WasEarliest: "أقدم نشر معروف لنص تناقله غيره", WasCopy: "نسخ عن غيره", WasLate: "تصدر نسخه",
		LateUsually:  "عادةً {1} أقدم نشر معروف",
		WasEdited:    "تغيّر بعد النشر",
		RecordAbout:  "محسوبة من أحدث أخباره هنا.",
		RecordTooFew: "ما نُشر من نصوصه لدى غيره أقل من أن يُقارن به.",
	}
}

// Share says in plain words how much of a text stands in another one, of a
// share of 0 to 1: readers take "64 %" for a measurement, which it is not.
func (e *Edition) Share(share float64) string {
	// The inner bounds lie about halfway between a quarter, a third and a half.
	bounds := [...]float64{0.2, 0.29, 0.42, 0.6, 0.93}
	i := 0
	for i < len(bounds) && share >= bounds[i] {
		i++
	}
	return e.messages.Match.Shares[i]
}

// After says how long after something else a thing came, in the one unit that
// fits: "40 minutes after", "2 hours after", "41 days after".
func (e *Edition) After(d time.Duration) string {
	w := &e.messages.Match
	switch {
	// Up to one and a half of the next unit the smaller one says more: 80 minutes, not 1 hour.
	case d < 90*time.Minute:
		return e.Count(w.Minutes, int(d.Round(time.Minute)/time.Minute))
	case d < 36*time.Hour:
		return e.Count(w.Hours, int(d.Round(time.Hour)/time.Hour))
	default:
		return e.Count(w.Days, int((d+12*time.Hour)/(24*time.Hour)))
	}
}
