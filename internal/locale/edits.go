package locale

import "dateline"

// EditWords is for what happens to items after they came in: versions, and what
// the desk is told of them. Both languages stand in this file, one under the
// other.
type EditWords struct {
	Lost, LostHint string // over the items that their source has taken away
	Edits          string // over the newest edits
	None           string // no edits yet
	Kinds          map[dateline.EditKind]string
	Of             Phrase // {1} is the item that this one is a copy of
	By             Phrase // {1} is the item in which its source said so
	Changes        string // leads to what changed
	ChangesOf      Phrase // title of the page; {1} is the headline
	About          string // under it
	Version        Phrase // {1} is the number
	First          string // beside the first version
	Unchanged      string // beside a version whose words are those of the one before
	// Deleted, Inserted and End are read aloud around the words they mark.
	Deleted, Inserted, End             string
	Headline, Standfirst, Text, Byline string
	Item                               string // leads back to the item
}

func englishEdits() EditWords {
	return EditWords{
		Lost: "Taken away at the source", LostHint: "Nothing is taken off the wire by itself unless the source has a rule for it. A decision ends the entry.",
		Edits: "Edits at the sources", None: "No edits yet.",
		Kinds: map[dateline.EditKind]string{
			dateline.EditCorrection: "corrected, with a notice", dateline.EditKill: "killed by its source",
			dateline.EditMissing: "page not found at the source (404)", dateline.EditGone: "removed for good by its source (410, or deleted in its feed)",
			dateline.EditRestored: "back at the source", dateline.EditHeadline: "headline changed without a notice",
			dateline.EditText: "text changed without a notice",
		},
		Of:      "It happened to the item that this one is a copy of: {1}",
		By:      "Its source said so in another item: {1}",
		Changes: "What changed", ChangesOf: "What changed: {1}",
		About:   "Each version with what it deleted and inserted, the newest first.",
		Version: "Version {1}", First: "First version", Unchanged: "No words changed.",
		Deleted: "deleted:", Inserted: "inserted:", End: "end",
		Headline: "Headline", Standfirst: "Standfirst", Text: "Text", Byline: "Byline", Item: "To the item",
	}
}

func arabicEdits() EditWords {
	return EditWords{
		Lost: "أخبار سحبها مصدرها", LostHint: "لا يُسحب خبر من النشر تلقائيًا ما لم تكن للمصدر قاعدة بذلك. ويُقفل البند بقرار من التحرير.",
		Edits: "تعديلات لدى المصادر", None: "لا تعديلات بعد.",
		Kinds: map[dateline.EditKind]string{
			dateline.EditCorrection: "صُحّح مع تنويه", dateline.EditKill: "ألغاه مصدره",
			dateline.EditMissing: "الصفحة غير موجودة لدى المصدر (404)", dateline.EditGone: "أزاله المصدر نهائيًا (410 أو حذفه من خلاصته)",
			dateline.EditRestored: "عاد لدى المصدر", dateline.EditHeadline: "تغيّر العنوان دون تنويه",
			dateline.EditText: "تغيّر النص دون تنويه",
		},
		Of:      "حدث ذلك للخبر الذي نُقل عنه هذا النص: {1}",
		By:      "أعلن مصدره ذلك في خبر آخر: {1}",
		Changes: "ما الذي تغيّر", ChangesOf: "ما الذي تغيّر: {1}",
		About:   "كل إصدار وما حُذف منه وما أُضيف إليه، بدءًا بالأحدث.",
		Version: "الإصدار {1}", First: "الإصدار الأول", Unchanged: "لم تتغير الكلمات.",
		Deleted: "محذوف:", Inserted: "مضاف:", End: "انتهى",
		Headline: "العنوان", Standfirst: "المقدمة", Text: "النص", Byline: "اسم الكاتب", Item: "إلى الخبر",
	}
}
