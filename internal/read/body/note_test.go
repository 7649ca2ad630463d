package body

import (
	"strings"
	"testing"
)

// TestRaised: the numbers of notes are no figures of the report, powers stay powers,
// and all else that is set above the line is text.
func TestRaised(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{`It closed.<sup><a href="#fn1">1</a></sup> Ships wait.`, "It closed. Ships wait."},
		{`It closed<sup>[<a href="#fn1">12</a>]</sup>.`, "It closed."},
		{`It closed<sup class="reference"><a href="#n"><span>[</span>a<span>]</span></a></sup>.`, "It closed."},
		{`It closed<sup><a>†</a></sup>.`, "It closed."},
		{`أغلق الميناء<sup><a>[٣]</a></sup>.`, "أغلق الميناء."},
		{`It closed.<a class="footnote-anchor" href="#footnote-1">1</a> Ships wait.`, "It closed. Ships wait."},
		{`It closed.<a class="footnoteRef">**</a> Ships wait.`, "It closed. Ships wait."},
		{`See <a class="footnote-link">the minutes</a> of it.`, "See the minutes of it."},
		{`Route <a href="/66">66</a> is closed.`, "Route 66 is closed."},
		{`The 2<sup>nd</sup> pier`, "The 2nd pier"},
		{`The 2<sup><a>nd</a></sup> pier`, "The 2nd pier"},
		{`10<sup>3</sup> tonnes`, "10³ tonnes"},
		{`10<sup>-12</sup> tonnes`, "10⁻¹² tonnes"},
		{`10<sup>1234</sup> tonnes`, "101234 tonnes"},
		{`10<sup>3a</sup> tonnes`, "103a tonnes"},
		{`5 m<sup>2</sup> of pier`, "5 m2 of pier"},
		{`CO<sub>2</sub>`, "CO2"},
		{`<sup>1</sup> Of the harbour`, "1 Of the harbour"},
		{`It closed<sup><a>2026</a></sup>`, "It closed2026"},
		{`It closed.<a href="#n1"><sup>1</sup></a> Ships wait.`, "It closed. Ships wait."},
		{`The 2<a href="/2"><sup>nd</sup></a> pier`, "The 2nd pier"},
		{`It closed<sup></sup> today`, "It closed today"},
	} {
		got := All(parse(t, "<p>"+tt.in+"</p>"))
		if len(got) != 1 || got[0].Text != tt.want {
			t.Errorf("%s: %+v, want %q", tt.in, blocks(got), tt.want)
		}
	}
}

// TestBroken: each of the texts that line breaks divide has its own share of links,
// and its lines.
func TestBroken(t *testing.T) {
	pieces := All(parse(t, `<div>Harbour opens<br>By Ann Lee<br><br>`+one+`<br><br><br> <a>Print this</a> | <a>Send it</a><br>`+two+` <a>More</a></div>`))
	if len(pieces) != 3 {
		t.Fatalf("%d pieces: %+v", len(pieces), pieces)
	}
	if got := strings.Join(pieces[0].lines, "|"); got != "Harbour opens|By Ann Lee" || pieces[0].Text != "Harbour opens By Ann Lee" {
		t.Errorf("lines %q of %q", got, pieces[0].Text)
	}
	if pieces[1].Text != one || pieces[1].lines != nil || pieces[1].Links != 0 {
		t.Errorf("the text is %+v", pieces[1])
	}
	if links := pieces[2].Links; links < 0.14 || links > 0.17 || len(pieces[2].lines) != 2 {
		t.Errorf("a share of %v in %q", links, pieces[2].lines)
	}
	odd := All(parse(t, "<div>Har\vbour<br>open\vs <a>to\vday</a></div>")) // the sign that stands for a break, in a text
	if len(odd) != 1 || odd[0].Text != "Har bour open s to day" {
		t.Errorf("%+v", odd)
	}
}

// TestRunningLines: lines that only line breaks divide run when one of them does.
func TestRunningLines(t *testing.T) {
	for html, want := range map[string]bool{
		"<p>" + one + "</p>": true,
		"<p>Harbour Office of the Town of Marsa<br>The Old Quay, No. 12, behind the market<br>Opening hours: Sunday to Thursday, 9 to 17<br>Closed on feasts</p>": false,
		"<p>Roses on the quay at night<br>The lamps are out, the boats are in<br>And nobody, but nobody, walks<br>Along the mole where we have been.</p>":         true,
		"<p>CAIRO<br>" + strings.TrimRight(one, ".") + "</p>": false,
		"<p>CAIRO<br>" + one + "</p>":                         true,
	} {
		if got := running(All(parse(t, html))[0]); got != want {
			t.Errorf("%s: %v", html, got)
		}
	}
}
