package notice

import (
	"strings"
	"testing"

	"dateline"
)

func TestHeadline(t *testing.T) {
	tests := []struct {
		in, rest string
		kinds    []dateline.DecisionKind
		urgency  dateline.Urgency
	}{
		{"FLASH: Harbour opens", "Harbour opens", []dateline.DecisionKind{""}, 1},
		{"عاجل: افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{""}, 1},
		{"عاجل | افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{""}, 1},
		{"عاجل / افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{""}, 1},
		{"#عاجل افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{""}, 1},
		{"#تصحيح المسار شعار الحزب", "#تصحيح المسار شعار الحزب", nil, 0},
		{"عاجل إلى وزير النقل", "عاجل إلى وزير النقل", nil, 0},
		{"عـــاجل | افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{""}, 1},
		{"إعادة - افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{dateline.Update}, 0},
		{"إعادة افتتاح الميناء", "إعادة افتتاح الميناء", nil, 0},
		{"إلغاء وسحب خبر: افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{dateline.Kill}, 0},
		{"إلغاء رحلات البحر: القرار يبدأ غدا", "إلغاء رحلات البحر: القرار يبدأ غدا", nil, 0},
		{"فوری: بندر باز شد", "بندر باز شد", []dateline.DecisionKind{""}, 1},
		{"اصلاحیه: بندر باز شد", "بندر باز شد", []dateline.DecisionKind{dateline.Correct}, 0},
		{"URGENT Harbour opens", "Harbour opens", []dateline.DecisionKind{""}, 2},
		{"URGENT CARE CLINIC OPENS", "URGENT CARE CLINIC OPENS", nil, 0},
		{"Update/downgrade: harbour", "Update/downgrade: harbour", nil, 0},
		{"#عاجل: افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{""}, 1},
		{"عاجل.. افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{""}, 1},
		{"BREAKING: Harbour opens", "Harbour opens", []dateline.DecisionKind{""}, 2},
		{"CORRECTION: Harbour opens", "Harbour opens", []dateline.DecisionKind{dateline.Correct}, 0},
		{"CORRECTED-Harbour opens", "Harbour opens", []dateline.DecisionKind{dateline.Correct}, 0},
		{"UPDATE 1-Harbour opens", "Harbour opens", []dateline.DecisionKind{dateline.Update}, 0},
		{"تصحيح: افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{dateline.Correct}, 0},
		{"KILL: Harbour opens", "Harbour opens", []dateline.DecisionKind{dateline.Kill}, 0},
		{"KILL - Harbour opens", "Harbour opens", []dateline.DecisionKind{dateline.Kill}, 0},
		{"إلغاء: افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{dateline.Kill}, 0},
		{"WITHDRAWN Harbour opens", "Harbour opens", []dateline.DecisionKind{dateline.Withdraw}, 0},
		{"FLASH: CORRECTED: Harbour opens", "Harbour opens", []dateline.DecisionKind{"", dateline.Correct}, 1},
		{"FLASH: UPDATE 2: CORRECTED: KILL: Harbour opens", "KILL: Harbour opens", []dateline.DecisionKind{"", dateline.Update, dateline.Correct}, 1}, // three at most
		{"[FLASH] Harbour opens", "Harbour opens", []dateline.DecisionKind{""}, 1},
		{"⚡ عاجل – افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{""}, 1},
		{"عاجل! افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{""}, 1},
		{"Breaking… Harbour opens", "Harbour opens", []dateline.DecisionKind{""}, 2},
		{"Clarification: Harbour opens", "Harbour opens", []dateline.DecisionKind{dateline.Clarify}, 0},
		{"توضيح: افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{dateline.Clarify}, 0},
		{"Correction - Harbour opens", "Harbour opens", []dateline.DecisionKind{dateline.Correct}, 0},
		{"Refile-correction: Harbour opens", "Harbour opens", []dateline.DecisionKind{dateline.Correct}, 0},
		{"Corrected-Harbour opens", "Corrected-Harbour opens", nil, 0}, // a hyphen within a word
		{"-FLASH: Harbour opens", "-FLASH: Harbour opens", nil, 0},
		{"!Harbour opens", "!Harbour opens", nil, 0},
		{"FLASH. Harbour opens", "FLASH. Harbour opens", nil, 0},
		{"FLASH Harbour opens", "Harbour opens", []dateline.DecisionKind{""}, 1},
		{"Breaking news from the harbour of the old town: it opens", "Breaking news from the harbour of the old town: it opens", nil, 0},

		{"تصحيح/ افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{dateline.Correct}, 0},
		{"(مصحح) افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{dateline.Correct}, 0},
		{"افتتاح الميناء (مصحح)", "افتتاح الميناء", []dateline.DecisionKind{dateline.Correct}, 0},
		{"Harbour opens (CORRECTED)", "Harbour opens", []dateline.DecisionKind{dateline.Correct}, 0},
		{"URGENT: Harbour opens [UPDATE 2]", "Harbour opens", []dateline.DecisionKind{"", dateline.Update}, 2},
		{"Windows gets harbour maps (update)", "Windows gets harbour maps (update)", nil, 0},
		{"Harbour opens (Kolm)", "Harbour opens (Kolm)", nil, 0},
		{"(CORRECTED)", "(CORRECTED)", nil, 0},
		{"عاجل/ افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{""}, 1},
		{"STORY WITHDRAWN: Harbour opens", "Harbour opens", []dateline.DecisionKind{dateline.Withdraw}, 0},
		{"سحب الخبر: افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{dateline.Withdraw}, 0},
		{"إلغاء الخبر: افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{dateline.Kill}, 0},
		{"يرجى إلغاء الخبر: افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{dateline.Kill}, 0},
		{"الرجاء سحب خبر: افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{dateline.Withdraw}, 0},
		{"يُرجى الغاء خبر: افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{dateline.Kill}, 0},
		{"خبر مُصحَّح: افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{dateline.Correct}, 0},
		{"خبر ملغي - افتتاح الميناء", "افتتاح الميناء", []dateline.DecisionKind{dateline.Kill}, 0},
		{"ملغى: مباراة القمة", "ملغى: مباراة القمة", nil, 0},
		{"Elsin v Grauberg (WITHDRAWN)", "Elsin v Grauberg (WITHDRAWN)", nil, 0},
		{"سحب الخبر من الموقع يثير جدلا", "سحب الخبر من الموقع يثير جدلا", nil, 0},
		{"إلغاء الخبر الكاذب: كيف يعمل", "إلغاء الخبر الكاذب: كيف يعمل", nil, 0},
		{"Kill the bill: harbour row deepens", "Kill the bill: harbour row deepens", nil, 0},
		{"Flash floods in the north", "Flash floods in the north", nil, 0},
		{"FLASH FLOODS CLOSE HARBOUR", "FLASH FLOODS CLOSE HARBOUR", nil, 0},
		{"KILL THE BILL MARCH FILLS HARBOUR", "KILL THE BILL MARCH FILLS HARBOUR", nil, 0},
		{"FLASH: FLOODS CLOSE HARBOUR", "FLOODS CLOSE HARBOUR", []dateline.DecisionKind{""}, 1},
		{"Killed: the crew of the Nora", "Killed: the crew of the Nora", nil, 0},
		{"KILLED: Harbour opens", "Harbour opens", []dateline.DecisionKind{dateline.Kill}, 0},
		{"Withdrawn troops return", "Withdrawn troops return", nil, 0},
		{"إلغاء الرحلات في الميناء", "إلغاء الرحلات في الميناء", nil, 0},
		{"Cairo: Harbour opens", "Cairo: Harbour opens", nil, 0},
		{"FLASH:", "FLASH:", nil, 0},
		{"", "", nil, 0},
	}
	for _, tt := range tests {
		rest, labels := Headline(tt.in)
		if rest != tt.rest || len(labels) != len(tt.kinds) {
			t.Errorf("Headline(%q) = %q, %+v", tt.in, rest, labels)
			continue
		}
		urgency := dateline.Urgency(0)
		for i, l := range labels {
			urgency = max(urgency, l.Urgency)
			if l.Kind != tt.kinds[i] {
				t.Errorf("Headline(%q): label %+v, want %q", tt.in, l, tt.kinds[i])
			}
		}
		if urgency != tt.urgency {
			t.Errorf("Headline(%q): urgency %d, want %d", tt.in, urgency, tt.urgency)
		}
	}
}

func TestBody(t *testing.T) {
	p := func(s string) dateline.Block { return dateline.Block{Kind: dateline.Paragraph, Text: s} }
	text := p("The harbour has opened.")
	tests := []struct {
		in   string
		kind dateline.DecisionKind
	}{
		{"(Corrects paragraph 3 to say Monday)", dateline.Correct},
		{"(تصحيح عدد القتلى في الفقرة الأولى)", dateline.Correct},
		{"(إعادة لتصحيح اسم الوزير)", dateline.Correct},
		{"تصحيح مسار العبّارة استغرق ثلاث ساعات.", ""},
		{"(تصحيح)", ""},
		{"(إعادة فتح الميناء)", ""},
		{"Correction: An earlier version gave the wrong day.", dateline.Correct},
		{"An earlier version of this report gave the wrong day.", dateline.Correct},
		{"Editor’s note: This report was first published in May.", dateline.Clarify},
		{"تصحيح: ورد خطأ في اسم الوزير.", dateline.Correct},
		{"تنويه: نُشر التقرير أول مرة في مايو.", dateline.Clarify},
		{"This article has been updated with the minister's words.", dateline.Update},
		{"[Adds details of the damage in paragraph 2]", dateline.Update},
		{"Correction, March 4: An earlier version gave the wrong day.", dateline.Correct},
		{"تصحيح، 4 جانفي 2031: كان اليوم خطأ.", dateline.Correct},
		{"CORRECTION March 4, 2031 — The day was wrong.", dateline.Correct},
		{"Correction: March 4, 2031: The day was wrong.", dateline.Correct},
		{"Correction 4 March 2031: The day was wrong.", dateline.Correct},
		{"Corrections & Amplifications: The day was wrong.", dateline.Correct},
		{"For the record: 10:20 a.m. March 4: The day was wrong.", dateline.Correct},
		{"Clarification (March 4): The vote is on Monday.", dateline.Clarify},
		{"(This March 4 story has been corrected to fix the day in paragraph 3)", dateline.Correct},
		{"This story has been refiled to fix the day.", dateline.Correct},
		{"This story has been updated to correct the day.", dateline.Correct},
		{"• This article was amended on 4 March 2031 to give the right day.", dateline.Correct},
		{"A previous version of this article gave the wrong day.", dateline.Correct},
		{"In an earlier version of this report the day was wrong.", dateline.Correct},
		{"A correction was made on March 4: the day was wrong.", dateline.Correct},
		{"(Refiles to add dropped word in headline)", dateline.Update},
		{"تصحيح : ورد خطأ في اسم الوزير.", dateline.Correct},
		{"خطأ وتصويب: ورد خطأ في اسم الوزير.", dateline.Correct},
		{"تصحيح (4 مارس 2031): ورد خطأ في اسم الوزير.", dateline.Correct},
		{"ورد في نسخة سابقة من هذا الخبر أن الوزير استقال.", dateline.Correct},
		{"تمّ تصحيح هذا الخبر بعد ورود خطأ في اسم الوزير.", dateline.Correct},
		{"جرى تعديل عنوان الخبر لتصويب اسم الوزير.", dateline.Correct},
		{"تم تحديث هذا التقرير بإضافة رد الوزارة.", dateline.Update},
		{"تنويه هام: نُشر التقرير أول مرة في مايو.", dateline.Clarify},
		{"تنويه: ورد خطأ في نسخة سابقة من الخبر أن الخسائر ثلاثة ملايين، والصحيح مليونان.", dateline.Correct},
		{"توضيح: الصواب أن الوزير استقال الاثنين لا الأحد.", dateline.Correct},
		{"(تصحح القصة في الفقرة الثالثة قيمة الخسائر إلى مليونين)", dateline.Correct},
		{"(يصحح الفقرة الأولى لتوضيح أن الوزير استقال الاثنين)", dateline.Correct},
		{"(تصحيح تاريخ الاستقالة في الفقرة الثانية)", dateline.Correct},
		{"(إعادة لتصحيح اسم الوزير في العنوان)", dateline.Correct},
		{"(إعادة لحذف كلمة زائدة في العنوان)", dateline.Update},
		{"(لإضافة تفاصيل وخلفية)", dateline.Update},
		{"(تضيف تعليق الوزارة)", dateline.Update},
		{"تصحح اللجنة أوراق الامتحان في الفقرة الثانية من الشهر.", ""},
		{"لإضافة تفاصيل إلى الصورة يحتاج الرسام وقتا.", ""},
		{"(إعادة فتح الميناء)", ""},
		{"This ship has been corrected in its course.", ""},
		{"This week's report was corrected by the bank.", ""},
		{"The bank said its report was corrected on Monday.", ""},
		{"The earlier versions of the engine failed.", ""},
		{"An earlier version of this bill failed in the senate.", ""},
		{"An earlier version of the report put the losses at three million.", ""},
		{"An earlier version of the article gave the wrong day.", dateline.Correct},
		{"Earlier versions of this story gave the wrong day.", dateline.Correct},
		{"The report was amended after the unions had protested.", ""},
		{"The page was updated on Friday to list the losses of the port.", ""},
		{"The story was corrected on 4 March 2031 to fix the day.", dateline.Correct},
		{"The story was told again by the crew.", ""},
		{"Adds up to three million, the board said.", ""},
		{"Updates of the board's ships come on Friday.", ""},
		{"A correction of the course took an hour, said the crew.", ""},
		{"A ferry made the trip in an hour.", ""},
		{"(Recasts to fix the day in paragraph 2)", dateline.Correct},
		{"Recasts of the bell were tried in May.", ""},
		{"تم تعديل المادة الثانية من القانون أمس.", ""},
		{"جرى تعديل النص النهائي للاتفاق قبل التوقيع.", ""},
		{"تم تحديث التقرير السنوي للمصرف يوم الجمعة.", ""},
		{"تمت الموافقة على الخبر المنشور.", ""},
		{"رفضت اللجنة نسخة سابقة من هذا القانون.", ""},
		{"ورد في النسخة السابقة من المقال أن الوزير استقال.", dateline.Correct},
		{"(إعادة لتصويب اسم الوزير في العنوان)", dateline.Correct},
		{"(إعادة للحياة)", ""},
		{"(تصحح اللجنة أوراق الامتحان في الفقرة) الثانية من الشهر.", ""},
		{"Correction on March 4: The day was wrong.", dateline.Correct},
		{"Correction, Monday: The day was wrong.", dateline.Correct},
		{"Correction - The day was wrong.", dateline.Correct},
		{"Correction the day", ""},
		{"Correction of the course took an hour.", ""},
		{"Corrections officers closed the harbour.", ""},
		{"March 4: the harbour closed.", ""},
		{"تم تصحيح مسار السفينة قبل وصولها.", ""},
		{"تم تعديل موعد المباراة.", ""},
		{"توضيح الصورة يحتاج وقتا.", ""},
		{"صدرت نسخة سابقة من الرواية عام 2031.", ""},
		{"Correction: " + strings.Repeat("x", 588), dateline.Correct},
		{"Correction: " + strings.Repeat("x", 589), ""}, // an item on corrections
		{"The correction of the course took an hour.", ""},
		{"تصحيح المسار استغرق ساعة.", ""},
	}
	for _, tt := range tests {
		for _, blocks := range [][]dateline.Block{{p(tt.in), text}, {text, p(tt.in)}} {
			rest, notices := Body(blocks)
			switch {
			case tt.kind == "" && (len(notices) > 0 || len(rest) != 2):
				t.Errorf("%q was taken for a notice", tt.in)
			case tt.kind != "" && (len(notices) != 1 || notices[0].Kind != tt.kind || len(rest) != 1 || rest[0].Text != text.Text):
				t.Errorf("%q: %+v, rest %+v", tt.in, notices, rest)
			}
		}
	}
	if rest, _ := Body([]dateline.Block{p("Correction: all of it.")}); len(rest) != 1 {
		t.Error("a body of one paragraph was emptied")
	}
	note := p("Correction: It was Monday.")
	if rest, notices := Body([]dateline.Block{note, note, note, text, note, note, note}); len(rest) != 3 || len(notices) != 4 {
		t.Errorf("two at each end are notices, not %d", len(notices))
	}
	for label, kind := range map[string]dateline.DecisionKind{
		"Correction": dateline.Correct, "CORRECTION, MARCH 4, 2031": dateline.Correct, "تصحيح": dateline.Correct, "Editor’s note:": dateline.Clarify, "The harbour": "", "Corrections of course": "",
	} {
		for _, as := range []dateline.BlockKind{dateline.Paragraph, dateline.Subhead} {
			head, told := dateline.Block{Kind: as, Text: label}, p("It was Monday that the harbour opened.")
			for _, blocks := range [][]dateline.Block{{head, told, text}, {text, head, told}} {
				rest, notices := Body(blocks)
				switch {
				case kind == "" && len(notices) > 0:
					t.Errorf("%q is taken for a label", label)
				case kind != "" && (len(notices) != 1 || notices[0].Kind != kind || notices[0].Text != told.Text || len(rest) != 1):
					t.Errorf("below %q: %+v, rest %+v", label, notices, rest)
				}
			}
		}
	}
	for name, under := range map[string][]dateline.Block{
		"signs":       {{Kind: dateline.Paragraph, Text: "***"}, p("It was Monday that the harbour opened.")},
		"a long text": {p("Correction"), p(strings.Repeat("x", 601))},
		"a list":      {p("Correction"), {Kind: dateline.List, Items: []string{"one"}}},
	} {
		if rest, notices := Body(append(under, text)); len(rest) != 3 || len(notices) != 0 {
			t.Errorf("%s: %+v, rest %+v", name, notices, rest)
		}
	}
	list := dateline.Block{Kind: dateline.Subhead, Text: note.Text}
	if rest, notices := Body([]dateline.Block{list, text, list}); len(rest) != 3 || len(notices) != 0 {
		t.Errorf("subheads were taken for notices: %+v", notices)
	}
}

func TestCutLabel(t *testing.T) {
	for in, want := range map[string]string{
		"Correction: It came third.":               "It came third.",
		"Editor’s note – It came third.":           "It came third.",
		"تصحيح: ورد خطأ في الاسم.":                 "ورد خطأ في الاسم.",
		"Corrects paragraph 3":                     "Corrects paragraph 3",
		"An earlier version of this had: nothing.": "An earlier version of this had: nothing.",
		"Correction:":                      "Correction:",
		"Note of the desk: It came third.": "Note of the desk: It came third.",
		"Note of desk: It came third.":     "It came third.",
	} {
		if got := cutLabel(in); got != want {
			t.Errorf("cutLabel(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCategory(t *testing.T) {
	l, ok := Category(" #عاجل: ")
	if !ok || l.Urgency != dateline.Flash || l.Text != " #عاجل: " {
		t.Errorf("a flash is %+v, %v", l, ok)
	}
	if l, ok := Category("محليات"); ok {
		t.Errorf("a section is %+v", l)
	}
}

func TestStanding(t *testing.T) {
	for _, tt := range []struct {
		kind           dateline.DecisionKind
		language, text string
	}{
		{dateline.Kill, "ar", "ألغى المصدر هذا الخبر."}, {dateline.Withdraw, "ar-LB", "سحب المصدر هذا الخبر."},
		{dateline.Kill, "en", "The source has killed this item."}, {dateline.Withdraw, "", "The source has withdrawn this item."},
	} {
		if n := Standing(tt.kind, tt.language); n.Kind != tt.kind || n.Text != tt.text {
			t.Errorf("Standing(%s, %s) = %+v", tt.kind, tt.language, n)
		}
	}
}
