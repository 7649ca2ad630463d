package read

import (
	"strings"
	"testing"
	"time"

	"dateline"
)

// TestOpen tries what stands before a report: embargoes, desks, credits.
func TestOpen(t *testing.T) {
	tests := []struct {
		name, opening, zone string
		arabic              bool
		byline, credit      string
		embargo             time.Time
		place               string
	}{
		{name: "embargo with a zone", opening: "<p>EMBARGOED UNTIL 5 July 2026, 10:00 GMT</p>", embargo: time.Date(2026, 7, 5, 10, 0, 0, 0, time.UTC)},
		{name: "embargo in the source's zone", opening: "<p>Embargo: 5 July 2026 10:00</p>", zone: "Asia/Beirut", embargo: time.Date(2026, 7, 5, 7, 0, 0, 0, time.UTC)},
		{name: "embargo in Arabic", opening: "<p>محظور النشر حتى 5 تموز 2026 الساعة 10:00 بتوقيت غرينتش</p>", arabic: true, embargo: time.Date(2026, 7, 5, 10, 0, 0, 0, time.UTC)},
		{name: "no embargo on copy, in a long paragraph", opening: "<p>The embargo on grain ends on 5 July 2026, 10:00 GMT. " + strings.Repeat("Traders said that they had waited for it. ", 8) + "</p>"},
		{name: "an embargo without an end", opening: "<p>The embargo on grain will end some day, traders said.</p>"},
		{name: "a desk", opening: "<p>By Our Correspondent</p>", byline: "Our Correspondent"},
		{name: "an agency as the author", opening: "<p>By Reuters</p>", credit: "Reuters"},
		{name: "people and an agency", opening: "<p>By Ann Lee and Bob Ray, Reuters</p>", byline: "Ann Lee; Bob Ray", credit: "Reuters"},
		{name: "dateline and credit", opening: "<p>MARSA (Reuters) - The port is open.</p>", place: "MARSA", credit: "Reuters"},
		{name: "credit alone", opening: "<p>(MENAFN - Arab News) The port is open.</p>", credit: "MENAFN - Arab News"},
		{name: "place and outlet in Arabic", opening: "<p>بيروت – النشرة: الميناء مفتوح.</p>", arabic: true, place: "بيروت", credit: "النشرة"},
	}
	for _, tt := range tests {
		headline, text := "Harbour opens after storm", englishText
		if tt.arabic {
			headline, text = arabicHeadline, arabicText
		}
		page := "<html><head><title>" + headline + "</title></head><body><article><h1>" + headline + "</h1>" + tt.opening + "<p>" + strings.Join(text, "</p><p>") + "</p></article></body></html>"
		it, err := Page(dateline.Copy{Body: []byte(page), Received: received, Zone: tt.zone}, Hint{})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := strings.Join(it.Byline, "; "); got != tt.byline || it.CreditLine != tt.credit || it.Dateline.Place != tt.place || !it.Embargo.Equal(tt.embargo) {
			t.Errorf("%s: byline %q, credit %q, dateline %+v, embargo %s", tt.name, got, it.CreditLine, it.Dateline, it.Embargo)
		}
	}
}

// TestSourceApart reads who filed where the word before it stands in an element of its own.
func TestSourceApart(t *testing.T) {
	const text = `<p>قالت سلطة الميناء يوم الخميس إن رصيفين من ثلاثة أرصفة سيعاد فتحهما يوم الجمعة بعد إصلاحات استغرقت معظم الشتاء في المدينة الساحلية.</p>
<p>وكانت السفن قد أعيدت منذ تشرين الثاني حين كسرت عاصفة رصيف الميناء في موضعين وأغرقت زورق الإرشاد الوحيد فيه بحسب بيان السلطة.</p>`
	for source, want := range map[string]string{"واس": "واس", "وكالة أنباء الساحل": "وكالة أنباء الساحل", "شركة الأرصفة": ""} {
		html := `<html lang="ar" dir="rtl"><head><title>فتح رصيفين في الميناء</title></head><body><article><h1>فتح رصيفين في الميناء</h1><div>` + text +
			`</div><div class="post-bottom"><div>المصدر</div><span><a href="/x">` + source + `</a></span></div></article></body></html>`
		it, _ := Page(dateline.Copy{Body: []byte(html), URL: "https://mina.example/port"}, Hint{})
		if it.CreditLine != want {
			t.Errorf("%s: %q, want %q", source, it.CreditLine, want)
		}
	}
}
