package diff

import (
	"slices"
	"testing"

	"dateline"
	"dateline/internal/lang"
)

// item is one of paragraphs.
func item(headline string, paragraphs ...string) dateline.Item {
	it := dateline.Item{Headline: headline, PubStatus: dateline.Usable}
	for _, p := range paragraphs {
		it.Body = append(it.Body, dateline.Block{Kind: dateline.Paragraph, Text: p})
	}
	return it
}

func noted(it dateline.Item, kind dateline.DecisionKind, text string) dateline.Item {
	it.Notices = append(slices.Clone(it.Notices), dateline.Notice{Kind: kind, Text: text})
	return it
}

func TestKinds(t *testing.T) {
	plain := item("Port shut", "The port is shut.", "Twelve ships wait.")
	killed := plain
	killed.PubStatus = dateline.Canceled
	summary := item("Port shut", "The port is …")
	summary.Summary = true
	for _, c := range []struct {
		name          string
		before, after dateline.Item
		want          []dateline.EditKind
	}{
		{"nothing", plain, plain, nil},
		{"headline", plain, item("Port open", "The port is shut.", "Twelve ships wait."), []dateline.EditKind{dateline.EditHeadline}},
		{"text", plain, item("Port shut", "The port is shut.", "Fifteen ships wait."), []dateline.EditKind{dateline.EditText}},
		{"both", plain, item("Port open", "The port is open."), []dateline.EditKind{dateline.EditHeadline, dateline.EditText}},
		{"correction", plain, noted(item("Port open", "The port is open."), dateline.Correct, "Corrects the headline."), []dateline.EditKind{dateline.EditCorrection}},
		{"clarification", plain, noted(plain, dateline.Clarify, "Says which port."), []dateline.EditKind{dateline.EditCorrection}},
		{"an update that says so", plain, noted(item("Port shut", "The port is open."), dateline.Update, "Adds that it is open."), nil},
		{"an old notice announces nothing", noted(plain, dateline.Correct, "Old."), noted(item("Port open", "The port is shut.", "Twelve ships wait."), dateline.Correct, "Old."),
			[]dateline.EditKind{dateline.EditHeadline}},
		{"kill", plain, killed, []dateline.EditKind{dateline.EditKill}},
		{"restored", killed, plain, []dateline.EditKind{dateline.EditRestored}},
		{"the whole text after the summary", summary, plain, nil},
		{"a counter", item("Port shut", "The port is shut.", "12 comments"), item("Port shut", "The port is shut.", "15 comments"), nil},
	} {
		if got := Kinds(&c.before, &c.after); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestReal(t *testing.T) {
	for _, c := range []struct {
		name, before, after string
		real                bool
	}{
		{"a counter", "12 comments", "15 comments", false},
		{"a counter that came", "", "1.2K shares", false},
		{"a clock", "Last updated: Sunday 22 November 2026 at 21:04 GMT", "Last updated: Monday 23 November 2026 at 08:11 GMT", false},
		{"a relative clock", "Updated 5 minutes ago", "Updated 2 hours ago", false},
		{"an Arabic counter", "12 تعليقاً", "15 تعليقاً", false},
		{"a number of something", "عدد 3", "عدد 4", true},
		{"Arabic comments", "التعليقات (12)", "التعليقات (15)", false},
		{"Arabic clock", "آخر تحديث: الأحد 22 تشرين الثاني 2026، الساعة 21:04 بتوقيت غرينتش", "آخر تحديث: الاثنين 23 تشرين الثاني 2026، الساعة 08:11 بتوقيت غرينتش", false},
		{"white space", "The port  is shut.", "The port is shut.", false},
		{"harakat", "أُغلق الميناء.", "أغلق الميناء.", false},
		{"a toll", "12 dead", "15 dead", true},
		{"a toll in a sentence", "The fire killed 12 people.", "The fire killed 15 people.", true},
		{"a day", "The talks begin on Monday.", "The talks begin on Tuesday.", true},
		{"an Arabic toll", "12 قتيلاً في الحريق", "15 قتيلاً في الحريق", true},
	} {
		before, after := item("Port", "The port is shut.", c.before), item("Port", "The port is shut.", c.after)
		if got := Real(&before, &after); got != c.real {
			t.Errorf("%s: Real(%q, %q) = %v", c.name, c.before, c.after, got)
		}
	}
}

func TestRealBesideTheText(t *testing.T) {
	before := item("Port", "The port is shut.", "12 comments")
	headline, byline, rights := before, before, before
	headline.Headline, byline.Byline, rights.Rights.Paywalled = "Harbour", []string{"Rania Sabbagh"}, true
	for name, after := range map[string]dateline.Item{"headline": headline, "byline": byline, "rights": rights} {
		if !Real(&before, &after) {
			t.Errorf("another %s is no change", name)
		}
	}
}

// TestPageWords holds the words to their folded forms: another form is never met.
func TestPageWords(t *testing.T) {
	for _, w := range []string{"دقيقة", "مشاهدة", "الأحد", "آذار", "ساعات", "Updated", "GMT"} {
		if !pageWord(lang.Fold(w)) {
			t.Errorf("%s, folded %s, is no word of pages", w, lang.Fold(w))
		}
	}
}
