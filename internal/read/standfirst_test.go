package read

import (
	"strings"
	"testing"

	"dateline"
	"dateline/internal/read/body"
)

func TestDropEcho(t *testing.T) {
	const own = "Negotiators parted without a timetable."
	tests := []struct{ name, standfirst, want string }{
		{"own words", own, own},
		{"the headline again", "Water talks resume in Deir Lawz", ""},
		{"the headline again, with a stop", "Water talks resume in Deir Lawz.", ""},
		{"the text, cut", "Delegations met for two hours at the old …", ""},
		{"the text with its dateline, cut", "DEIR LAWZ, 22 November (Barid) — Delegations met for two hours...", ""},
		{"the text with the outlet before it, cut at a comma", "Marsa News :- Delegations met for two hours at the old customs house. They parted at noon,", ""},
		{"the text, cut in its second paragraph", "Delegations met for two hours at the old customs house. They parted at noon, and neither […]", ""},
		{"none", "", ""},
		{"longer than the headline", "Water talks resume in Deir Lawz after nine days, and the ministers leave by separate doors", "Water talks resume in Deir Lawz after nine days, and the ministers leave by separate doors"},
	}
	for _, tt := range tests {
		it := dateline.Item{
			Headline: "Water talks resume in Deir Lawz", Standfirst: tt.standfirst,
			Body: []dateline.Block{{Kind: dateline.Subhead, Text: "Talks"}, {Kind: dateline.Paragraph, Text: "Delegations met for two hours at the old customs house."},
				{Kind: dateline.Paragraph, Text: "They parted at noon, and neither spoke to reporters."}},
		}
		if dropEcho(&it, "Marsa News"); it.Standfirst != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, it.Standfirst, tt.want)
		}
	}
}

// TestLead: a description that is the cut beginning of the first paragraph gives
// that paragraph back to the text, wherever the page sets it; a written
// standfirst stays one.
func TestLead(t *testing.T) {
	first := arabicText[0] + " " + arabicText[1]
	cut := string([]rune(first)[:120]) + "..."
	rest := []dateline.Block{{Kind: dateline.Paragraph, Text: arabicText[2]}}
	pieces := []body.Piece{{Block: dateline.Block{Kind: dateline.Paragraph, Text: first}}, {Block: rest[0]}}
	tests := []struct {
		name, standfirst string
		text             []dateline.Block
		want             int
	}{
		{"cut", cut, rest, 2},
		{"cut, and not lost", cut, []dateline.Block{pieces[0].Block, rest[0]}, 2},
		{"whole", arabicText[0], rest, 1},
		{"of its own", "ميناء مرسى يعود إلى العمل بعد أسبوع من العاصفة التي ضربت الساحل كله وأغلقت السوق...", rest, 1},
		{"short", "أعيد افتتاح ميناء...", rest, 1},
		{"none", "", rest, 1},
	}
	for _, tt := range tests {
		r := reader{found: body.Found{Pieces: pieces}}
		it := dateline.Item{Standfirst: tt.standfirst, Body: tt.text}
		if r.lead(&it); len(it.Body) != tt.want || tt.want == 2 && it.Body[0].Text != first {
			t.Errorf("%s: %d paragraphs, the first %.40q", tt.name, len(it.Body), it.Body[0].Text)
		}
	}
}

// TestShownStandfirst: what stands under the headline as a standfirst is one, whatever
// machines are told; what only looks so is none.
func TestShownStandfirst(t *testing.T) {
	const shown, told = "Two berths open on Friday, and the third waits for a crane", "All about the port of Mina and its berths"
	const text = `<p>The port authority said on Thursday that two of its three berths would open again on Friday after repairs that took most of the winter.</p>
<p>Ships had been turned away since November, when a storm broke the quay in two places and sank a pilot boat.</p>`
	tests := []struct{ name, head, under, want string }{
		{"told alone", told, "", told},
		{"shown", told, `<h2 class="entry-sub-title">` + shown + `</h2>`, shown},
		{"shown alone", "", `<p class="td-post-sub-title">` + shown + `</p>`, shown},
		{"box", "", `<div class="intro-text section-inner"><div><p>` + shown + `</p></div></div>`, shown},
		{"microdata", "", `<h2 itemprop="alternativeHeadline">` + shown + `</h2>`, shown},
		{"of no name", "", `<p>` + shown + `</p>`, ""},
		{"cut off", "", `<p class="excerpt">Two berths open on Friday, and the third waits for...</p>`, ""},
		{"author", "", `<div class="author-box"><p class="summary">` + shown + `</p></div>`, ""},
		{"picture", "", `<p class="lead-image">` + shown + `</p>`, ""},
		{"byline", "", `<p class="subtitle">By Mona Haddad and Karim Saleh in Mina</p>`, ""},
		{"in the text", told, `<p class="lead">The port authority said on Thursday that two of its three berths would open again on Friday after repairs.</p>` + text, told},
	}
	for _, tt := range tests {
		page := `<html lang="en"><head><title>Port opens two berths again</title><meta name="description" content="` + tt.head + `"></head><body>
<header><p>News of the straits</p></header><article><header class="entry-header"><h1>Port opens two berths again</h1>` + tt.under + `</header>` + text + `</article></body></html>`
		it, _ := Page(dateline.Copy{Body: []byte(page), URL: "https://mina.example/port"}, Hint{})
		if it.Standfirst != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, it.Standfirst, tt.want)
		}
	}
}

// TestSlogan: a description that the page shows beside its name is the site's.
func TestSlogan(t *testing.T) {
	const page = `<html lang="en"><head><title>Port opens two berths again</title><meta name="description" content="News of the straits"></head><body>
<header><p>News of the straits</p></header><article><h1>Port opens two berths again</h1><p>The port authority said on Thursday that two of its three berths would open again on Friday after repairs that took most of the winter.</p></article></body></html>`
	if it, _ := Page(dateline.Copy{Body: []byte(page), URL: "https://mina.example/port"}, Hint{}); it.Standfirst != "" {
		t.Errorf("%q", it.Standfirst)
	}
}

// TestPlaceInStandfirst: a page that does not say its name leaves the place that begins its
// standfirst, and whoever is spoken of behind a dateline, in their sentences.
func TestPlaceInStandfirst(t *testing.T) {
	const sentence, person = "بيروت - مدينة لا تنام منذ عادت السفن إلى مينائها بعد العاصفة.", "محمد علي - مدير الميناء منذ سنة - قال إن الأرصفة السبعة ستفتح صباح الجمعة."
	html := `<html lang="ar" dir="rtl"><head><title>الميناء يفتح أبوابه</title><meta name=description content="` + sentence + `"></head><body><article><h1>الميناء يفتح أبوابه</h1><p>القاهرة (3 يوليو) - ` + person + "</p><p>" + strings.Join(arabicText, "</p><p>") + `</p></article></body></html>`
	it, err := Page(dateline.Copy{Body: []byte(html)}, Hint{})
	if err != nil || it.Standfirst != sentence || it.Dateline.Place != "القاهرة" || len(it.Byline) > 0 || it.Body[0].Text != person {
		t.Errorf("%v: standfirst %q, place %q, byline %q, text %q", err, it.Standfirst, it.Dateline.Place, it.Byline, it.Body[0].Text)
	}
}

// TestFileFrom: who filed by the standfirst has the place only where nobody else has filed.
func TestFileFrom(t *testing.T) {
	const sentence = "هفت اسکله بندر مرسا پس از توفان باز شد و کشتی ها به آن وارد شدند."
	for credit, place := range map[string]string{"": "تهران", "ایرنا": "تهران", "رویترز": ""} {
		it := dateline.Item{Standfirst: "تهران- ایرنا- " + sentence, CreditLine: credit}
		fileFrom(&it, nil)
		if it.Standfirst != sentence || it.Dateline.Place != place || credit != "" && it.CreditLine != credit {
			t.Errorf("%q: %+v %q %q", credit, it.Dateline, it.CreditLine, it.Standfirst)
		}
	}
}
