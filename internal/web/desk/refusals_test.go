package desk

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline"
	newsdesk "dateline/internal/desk"
	"dateline/internal/locale"
)

// TestErrorsOfPeopleAreRefusals: whatever a person at the desk can do wrong is told in their
// language, so that neither package makes an error of such a kind in English alone.
func TestErrorsOfPeopleAreRefusals(t *testing.T) {
	made := 0
	for _, folder := range []string{".", "../../desk"} {
		files, err := filepath.Glob(folder + "/*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || !slices.ContainsFunc(call.Args, isKind) {
					return true
				}
				switch function(call) {
				case "dateline.Refuse":
					made++
				case "errors.Is": // it asks
				default:
					t.Errorf("%s: an error of a kind that is no refusal", set.Position(call.Pos()))
				}
				return true
			})
		}
	}
	if made < 20 {
		t.Errorf("only %d refusals were found", made)
	}
}

// function is the function of a package that is called.
func function(call *ast.CallExpr) string {
	if f, ok := call.Fun.(*ast.SelectorExpr); ok {
		if of, ok := f.X.(*ast.Ident); ok {
			return of.Name + "." + f.Sel.Name
		}
	}
	return ""
}

// isKind reports dateline.ErrInvalid and its like.
func isKind(arg ast.Expr) bool {
	s, ok := arg.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	of, ok := s.X.(*ast.Ident)
	return ok && of.Name == "dateline" && strings.HasPrefix(s.Sel.Name, "Err")
}

// A refusedForm is one that the desk takes no notice of but to say why.
type refusedForm struct {
	path string
	form url.Values
	why  dateline.Why
}

// refused are forms about a source's item, an own one that was killed, a source and a person.
func (v *visitor) refused(theirs, killed dateline.ItemID) []refusedForm {
	on := func(id dateline.ItemID, kind string, more ...string) url.Values {
		form := url.Values{"item": {string(id)}, "kind": {kind}}
		for i := 0; i < len(more); i += 2 {
			form.Set(more[i], more[i+1])
		}
		return form
	}
	file := func(more ...string) url.Values {
		form := on("", "", append([]string{"urgency", "5", "headline", "Port"}, more...)...)
		form.Del("kind")
		return form
	}
	set := func(name, value string) url.Values {
		form := v.asShown("bright")
		form.Set(name, value)
		return form
	}
	return []refusedForm{

		{"decide", on(theirs, "kill"), dateline.WhyReason}, {"decide", on(theirs, "correct"), dateline.WhyNotice},
		{"decide", on(theirs, "kill", "reason", "court", "notice", "That the port shut, port shut, was wrong."), dateline.WhyRepeats},
		{"decide", on(theirs, "embargo"), dateline.WhyUntil}, {"decide", on(theirs, "embargo", "until", "soon"), dateline.WhyNoTime},
		{"decide", on(theirs, "embargo", "until", "2001-01-01T10:00"), dateline.WhyPast}, {"decide", on(theirs, "lift"), dateline.WhyNoEmbargo},
		{"decide", on(theirs, "print"), dateline.WhyNotHere}, {"decide", on(killed, "release"), dateline.WhyKilled},
		{"file", file("headline", " "), dateline.WhyHeadline}, {"file", file("urgency", "99"), dateline.WhyUrgency}, {"file", file("urgency", "x"), dateline.WhyUrgency},
		{"file", file("notice", "Two."), dateline.WhyNewNotice}, {"file", file("item", string(theirs)), dateline.WhyNotOwn},
		{"file", file("item", string(killed)), dateline.WhyKilled}, {"file", file("version", "x"), dateline.WhyNotHere},
		{"file", file("text", strings.Repeat("x", longestForm)), dateline.WhyLongForm},
		{"source", set("name", " "), dateline.WhySourceName}, {"source", set("usage", "full"), dateline.WhyFull}, {"source", set("zone", "Cairo"), dateline.WhyNoZone},
		{"source", set("language", "??"), dateline.WhyNoLanguage}, {"source", set("rule", "banana"), dateline.WhyNoSetting},
		{"source", set("source", "own"), dateline.WhyOwnSource}, {"source", set("kind", "own"), dateline.WhyOwnSource},
		{"order", url.Values{"person": {"none"}, "kind": {"confirm"}}, dateline.WhyUnknown}, {"order", url.Values{"person": {"none"}, "kind": {"hide"}}, dateline.WhyReason},
		{"order", url.Values{"person": {"a"}, "into": {"a"}, "kind": {"join"}, "reason": {"same"}}, dateline.WhyOneself},
		{"order", url.Values{"person": {"a"}, "kind": {"rename"}}, dateline.WhyNotHere},
	}
}

// TestRefusalsInBothLanguages asks for what the desk refuses, and reads why.
func TestRefusalsInBothLanguages(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	v.poll()
	theirs := v.keeps("Port shut", "Twelve ships wait.", -10)
	killed, err := v.page.config.Desk.File(context.Background(), newsdesk.Draft{Headline: "Berths reopen", By: "rania"})
	if err != nil {
		t.Fatal(err)
	}
	v.decides(killed, "kill", url.Values{"reason": {"court"}})
	for _, c := range v.refused(theirs, killed) {
		for i, e := range v.page.editions {
			c.form.Set("lang", e.Language())
			r := http.Header{"Referer": {"http://example.com/desk?lang=" + e.Language()}}
			w := v.postFrom("/desk/"+c.path, c.form, r)
			words := e.Messages().Refusals
			text, _, _ := strings.Cut(words.Plain[c.why]+string(words.About[c.why]), "{") // up to what it is about
			other, _, _ := strings.Cut(v.page.editions[1-i].Messages().Refusals.Plain[c.why], "{")
			body := bare(w.Body.String())
			if w.Code < 400 || w.Code >= 500 || !strings.Contains(body, strings.TrimSpace(text)) || other != "" && strings.Contains(body, other) {
				t.Errorf("%s %.200v: %d, and the page in %s does not say %q", c.path, c.form, w.Code, e.Language(), text)
			}
			if _, told, _ := strings.Cut(body, `<div class="trouble">`); strings.Contains(told, `lang="en"`) {
				t.Errorf("%s %.200v: the Arabic page is told in English", c.path, c.form)
			}
		}
	}
}

// TestTwoEditOneItem: the second of two is told, sees what the first one filed, and loses
// nothing of what they wrote.
func TestTwoEditOneItem(t *testing.T) {
	for lang, says := range map[string]string{"en": "Version 2 was filed while you had this open.", "ar": "أُرسل الإصدار 2 والخبر مفتوح أمامك."} {
		v := newVisitor(t)
		v.enter()
		was := v.keepsOwn()
		at := "/desk/item/" + string(was.ID) + "?lang=" + lang
		first, second := v.editForm(v.get(at).Body.String()), v.editForm(v.get(at).Body.String())
		first.Set("headline", "First of two")
		second.Set("headline", "Second of two")
		second.Set("notice", "Two, not one.")
		v.now = v.now.Add(time.Minute)
		if w := v.post("/desk/file", first); w.Code != http.StatusSeeOther {
			t.Fatalf("the first: %d", w.Code)
		}
		w := v.post("/desk/file", second)
		body := bare(w.Body.String())
		if w.Code != http.StatusConflict || !strings.Contains(body, says) || !strings.Contains(body, `<details class="edit" open>`) || !strings.Contains(body, `value="Two, not one."`) || !strings.Contains(body, "First of two</") {
			t.Errorf("the second in %s: %d\n%s", lang, w.Code, body)
		}
		if now := v.item(was.ID); now.Version != 2 || now.Headline != "First of two" {
			t.Errorf("it stands as %+v", now)
		}
		// The form that was sent back was made from what stands now.
		again := v.editForm(w.Body.String())
		if again.Get("headline") != "Second of two" || again.Get("text") != second.Get("text") {
			t.Errorf("sent back: %v", again)
		}
		if w := v.post("/desk/file", again); w.Code != http.StatusSeeOther || v.item(was.ID).Headline != "Second of two" {
			t.Errorf("filed again: %d", w.Code)
		}
		// A second click on the same button finds it done.
		if w := v.post("/desk/file", again); w.Code != http.StatusSeeOther || v.item(was.ID).Version != 3 {
			t.Errorf("clicked twice: %d, version %s", w.Code, strconv.Itoa(v.item(was.ID).Version))
		}
	}
}

// TestOvertakenKeepsWhatIsNew: what the second of two left as it was stands as the first one
// filed it, so that a flash that was taken back does not come again unseen.
func TestOvertakenKeepsWhatIsNew(t *testing.T) {
	v := newVisitor(t)
	v.enter()
	if w := v.post("/desk/file", url.Values{"headline": {"Port shut"}, "text": {"One.\r\n\r\nTwo."}, "urgency": {"5"}, "flash": {"1"}, "language": {"ar"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("%d", w.Code)
	}
	at := "/desk/item/" + string(v.newest().Item.ID) + "?lang=en"
	first, second := v.editForm(v.get(at).Body.String()), v.editForm(v.get(at).Body.String())
	for name, value := range map[string]string{"urgency": "3", "language": "en", "byline": "Nura Sabri", "text": "One.\r\n\r\nThree."} {
		first.Set(name, value)
	}
	second.Set("headline", "Port is shut")
	v.now = v.now.Add(time.Minute)
	if w := v.post("/desk/file", first); w.Code != http.StatusSeeOther {
		t.Fatalf("%d", w.Code)
	}
	again := v.editForm(v.post("/desk/file", second).Body.String())
	want := first
	want.Set("headline", "Port is shut")
	want.Set("version", "2")
	if again.Encode() != want.Encode() {
		t.Errorf("sent back is %v, want %v", again, want)
	}
	// And of what both changed, theirs.
	second.Set("text", "Four.")
	second.Set("byline", "")
	second.Set("urgency", "5")
	again = v.editForm(v.post("/desk/file", second).Body.String())
	if again.Get("text") != "Four." || again.Get("urgency") != "5" || again.Get("byline") != "Nura Sabri" {
		t.Errorf("sent back is %v", again)
	}
}

// TestRefusalInFigures: the number of a version is in the digits of the page.
func TestRefusalInFigures(t *testing.T) {
	e, err := locale.New(dateline.Edition{Language: "ar", Digits: locale.Arab})
	if err != nil {
		t.Fatal(err)
	}
	words := refusalWords(e, dateline.Refuse(dateline.WhyItemStale, dateline.ErrConflict, "version %s", "12"))
	if !strings.Contains(bare(words), "الإصدار ١٢ ") {
		t.Error(words)
	}
	// What somebody typed is told as they typed it.
	if words = refusalWords(e, dateline.Refuse(dateline.WhyNoZone, dateline.ErrInvalid, "%s %s", "GMT3", "5")); !strings.Contains(words, "GMT3") {
		t.Error(words)
	}
}

// TestTwoSetOneSource: the second of two forms of a source does not take back unseen what
// the first one set.
func TestTwoSetOneSource(t *testing.T) {
	for lang, says := range map[string]string{"en": "Somebody else saved this source", "ar": "عدّل غيرك إعدادات هذا المصدر"} {
		v := newVisitor(t)
		v.enter()
		v.poll()
		first, second := v.asShown("bright"), v.asShown("bright")
		first.Set("rule", "hold")
		second.Set("lost", "hold")
		second.Set("lang", lang)
		for range 2 { // a second click finds it done
			if w := v.post("/desk/source", first); w.Code != http.StatusSeeOther {
				t.Fatalf("the first: %d %s", w.Code, w.Body)
			}
		}
		w := v.post("/desk/source", second)
		body := bare(w.Body.String())
		if w.Code != http.StatusConflict || !strings.Contains(body, says) || !strings.Contains(body, `value="hold" selected`) {
			t.Errorf("the second in %s: %d %s", lang, w.Code, body)
		}
		if s := v.source("bright"); s.Rule != dateline.RuleHold || s.Lost == dateline.RuleHold {
			t.Errorf("it stands as %+v", s)
		}
		v.poll() // what the intake writes of a source is nobody's setting
		third := v.asShown("bright")
		v.now = v.now.Add(time.Hour)
		v.poll()
		third.Set("lost", "hold")
		if w := v.post("/desk/source", third); w.Code != http.StatusSeeOther || v.source("bright").Lost != dateline.RuleHold {
			t.Errorf("saved anew: %d", w.Code)
		}
	}
}
