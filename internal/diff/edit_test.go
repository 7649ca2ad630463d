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
		{"a clock of a zone", "Updated: March 4, 2031 at 10:20 p.m. EST", "Updated: March 4, 2031 at 11:35 p.m. EST", false},
		{"when it came out and was touched", "First published on Wed 4 Mar 2031 10.20 CET", "Last modified on Wed 4 Mar 2031 11.40 CET", false},
		{"how often it was read", "Read 320 times", "Read 411 times", false},
		{"hits", "Hits: 23", "Hits: 57", false},
		{"time to listen", "Listen to this article 4 min", "Listen to this article 5 min", false},
		{"just now", "Just now", "5 minutes ago", false},
		{"an hour", "An hour ago", "2 hours ago", false},
		{"Arabic views", "عدد المشاهدات: 123", "عدد المشاهدات: 1245", false},
		{"Arabic readings", "تمت القراءة 23 مرة", "تمت القراءة 41 مرة", false},
		{"Arabic counts of readings", "عدد القراءات 1200 قراءة", "عدد القراءات 1311 قراءة", false},
		{"Arabic hours, by their dual", "قبل ساعتين", "قبل 3 ساعات", false},
		{"an Arabic hour", "منذ ساعة", "منذ يومين", false},
		{"moments, in Arabic", "منذ لحظات", "منذ 5 دقائق", false},
		{"Arabic minutes to read, by their dual", "وقت القراءة: دقيقتان", "وقت القراءة: 3 دقائق", false},
		{"clock of Mecca", "آخر تحديث: 12:30 مساءً بتوقيت مكة المكرمة", "آخر تحديث: 13:05 مساءً بتوقيت مكة المكرمة", false},
		{"clock of Tunis", "آخر تحديث: 4 جانفي 2031، 10:20", "آخر تحديث: 4 جانفي 2031، 11:05", false},
		{"clock of Cairo", "الأربعاء 4 مارس 2031 - 10:20 بتوقيت القاهرة", "الأربعاء 4 مارس 2031 - 11:05 بتوقيت القاهرة", false},
		{"two clocks of an Arabic page", "نشر في: الأربعاء 4 مارس 2031 - 10:20 ص | آخر تحديث: الأربعاء 4 مارس 2031 - 11:20 ص",
			"نشر في: الأربعاء 4 مارس 2031 - 10:20 ص | آخر تحديث: الأربعاء 4 مارس 2031 - 02:45 م", false},
		{"an Arabic update", "تم التحديث منذ 5 دقائق", "تم التحديث منذ ساعتين", false},
		{"Arabic time to listen", "استمع للمقال 4:12", "استمع للمقال 4:20", false},
		{"how often something happened", "12 times", "15 times", true},
		{"how often, in Arabic", "3 مرات", "4 مرات", true},
		{"a deadline", "The bridge opens 2 hours before the vote.", "The bridge opens 3 hours before the vote.", true},
		{"an Arabic deadline", "قبل التصويت بساعتين", "قبل التصويت بثلاث ساعات", true},
		{"what was done, in Arabic", "تم إنقاذ 3 بحارة", "تم إنقاذ 5 بحارة", true},
		{"a time of Cairo in the news", "يبدأ التصويت 10:20 بتوقيت القاهرة", "يبدأ التصويت 11:20 بتوقيت القاهرة", true},
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
