package lang

import "strings"

// IsFunction reports whether a form is a function word of English or Arabic, one
// that hardly says what a text is about: articles, prepositions, pronouns, and
// the words that make a question.
func IsFunction(form string) bool { return functionWords[form] }

// Negates reports a form that turns a headline around. Some are function words, too.
func Negates(form string) bool {
	switch form {
	case "not", "no", "never", "without", "denies", "deny",
		"لا", "لم", "لن", "ليس", "ليست", "غير", "دون", "بدون", "عدم":
		return true
	}
	return false
}

// functionWords is built once; nothing writes to it afterwards.
var functionWords = wordSet(`
	a about an and any are as at be been but by can could did do does for from had has have he her his how i if in
	into is it its me my of on or our she so than that the their them then there these they this those to was we were
	what when where which who whom whose why will with would you your

	ما ماذا من متي اين كيف كم هل اي ايه لماذا لم هو هي هم هذا هذه ذلك تلك التي الذي الذين اللذين اللتين في علي الي
	عن مع و او ثم ان انه انها كان كانت يكون تكون بين قد لقد عند منذ حتي لا لن ليس بما بماذا لمن فيما مما وما وهو وهي
	به بها له لها فيه فيها عليه عليها منه منها هناك تم يتم ال اذا كما غير سوف حيث ماهي ماهو ومن وفي والي وعلي وان
	لدي ايضا لماذا بم مم عما عمن اما لكن ولكن بل اليه اليها`)

// wordSet folds the list, as the forms are folded that are looked up in it.
func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[Fold(w)] = true
	}
	return set
}
