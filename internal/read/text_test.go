package read

import (
	"errors"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"dateline"
	"dateline/internal/datatest"
)

func TestText(t *testing.T) {
	long := "The harbour of Marsa has opened again after a storm that kept ships out for a week, the harbour master said on Friday, and twelve ships came in."
	طويل := "أعيد افتتاح ميناء مرسى يوم الجمعة بعد عاصفة أبقت السفن خارج الميناء مدة أسبوع كامل، كما قال مدير الميناء الذي شكر العمال والبحارة على صبرهم."
	tests := []struct {
		name, in string
		want     dateline.Item
		time     string
		zone     string // proposed
		blocks   int
	}{
		{"masthead, switch, headline, time, text",
			"Friday, 01 March 2024 10:00 GMT\nعربي\n\n\nHarbour opens after storm\n\n2026-07-03 10:15:00\n(MARSA) " + long + "\n\n" + long + " Again.\n",
			dateline.Item{Headline: "Harbour opens after storm", CreditLine: "MARSA", Language: "en"}, "2026-07-03T10:15:00", "GMT", 2},
		{"a page saved as text",
			"MARSA COURIER\nWorld\n\nHarbour of Marsa opens after the long storm\nBy Ann Lee and Bob Ray\nPublished 3 July 2026, 10:15 GMT | Updated 4 July 2026\n\n" + long + "\n\nRelated\n\n" + long + " Again.\n\n© 2026 Marsa Courier. All rights reserved.\nSubscribe to our newsletter and much more of that kind",
			dateline.Item{Headline: "Harbour of Marsa opens after the long storm", Byline: []string{"Ann Lee", "Bob Ray"}, Language: "en"}, "2026-07-03T10:15:00Z", "", 2},
		{"a wire dispatch in a column",
			"Harbour opens after storm\n\nMARSA, July 3 (MP) -- The harbour of Marsa has opened again\nafter a storm that kept ships out for a week, as the harbour\nmaster said on Friday.\n\nTwelve ships came in.\n\n-30-\n",
			dateline.Item{Headline: "Harbour opens after storm", Dateline: dateline.Dateline{Place: "MARSA", Date: "July 3"}, CreditLine: "MP", Language: "en"}, "", "", 2},
		{"another item behind the end",
			"Harbour opens after storm\n\nMARSA, July 3 (MP) -- " + long + "\n\n-30-\n\n" + long + " And again, of another item, at length.\n",
			dateline.Item{Headline: "Harbour opens after storm", Dateline: dateline.Dateline{Place: "MARSA", Date: "July 3"}, CreditLine: "MP", Language: "en"}, "", "", 1},
		{"a time of publication above the headline",
			"Published 3 July 2026, 10:15 GMT\nHarbour opens after storm\n\n" + long + "\n\n" + long + " Again.\n",
			dateline.Item{Headline: "Harbour opens after storm", Language: "en"}, "2026-07-03T10:15:00Z", "", 2},
		{"a standfirst, and a credit of its own line",
			"Harbour opens after storm\nTwelve ships came in at once.\n(Reuters)\n\n" + long + "\n\n" + long + " Again.\n",
			dateline.Item{Headline: "Harbour opens after storm", CreditLine: "Reuters", Language: "en"}, "", "", 2},
		{"Arabic",
			"صحيفة مرسى\nافتتاح ميناء مرسى بعد عاصفة دامت أسبوعا\nكتبت: سلمى حداد\nالجمعة 3 تموز 2026 10:15 ص\n\nمرسى (أ ش أ) - " + طويل + "\n\n" + طويل + " وشكرهم.\n\nجميع الحقوق محفوظة",
			dateline.Item{Headline: "افتتاح ميناء مرسى بعد عاصفة دامت أسبوعا", Byline: []string{"سلمى حداد"}, Dateline: dateline.Dateline{Place: "مرسى"}, CreditLine: "أ ش أ", Language: "ar"}, "2026-07-03T10:15:00", "Asia/Beirut", 2},
		{"a letter",
			"From: Ann Lee <ann@marsa.example>\nTo: desk@marsa.example\nDate: Fri, 03 Jul 2026 10:15:00 +0300\nSubject: Fwd: Harbour opens after storm\n\n" + long + "\n\n" + long + " Again.\n\n-- \nAnn Lee\nHarbour office\n",
			dateline.Item{Headline: "Harbour opens after storm", Language: "en"}, "2026-07-03T10:15:00+03:00", "", 2},
		{"a letter with its subject again",
			"Subject: Harbour opens after storm\nSent: 3 July 2026 10:15\n\nHarbour opens after storm\n\n" + long + "\n",
			dateline.Item{Headline: "Harbour opens after storm", Language: "en"}, "2026-07-03T10:15:00", "", 1},
		{"a letter in Arabic",
			"من: مكتب الميناء\nالموضوع: افتتاح ميناء مرسى بعد عاصفة دامت أسبوعا\n\n" + طويل + "\n",
			dateline.Item{Headline: "افتتاح ميناء مرسى بعد عاصفة دامت أسبوعا", Language: "ar"}, "", "", 1},
		{"a headline with a colon, as in a letter's head",
			"Subject: harbours\n\n" + long + "\n",
			dateline.Item{Headline: "Subject: harbours", Language: "en"}, "", "", 1},
		{"a press release",
			"FOR IMMEDIATE RELEASE\nJuly 3, 2026\n\nContact: Ann Lee, press@marsa.example, +961 1 234567\n\nHarbour opens after storm\nTwelve ships came in at once.\n\nMARSA, Norland – " + long + "\n\n" + long + " Again.\n\n###\nAbout the harbour\n",
			dateline.Item{Headline: "Harbour opens after storm", Dateline: dateline.Dateline{Place: "MARSA, Norland"}, Language: "en"}, "2026-07-03T00:00:00", "", 2},
		{"an agency's urgent copy, signed with letters",
			"URGENT  Harbour opens after storm: officials\n\nMarsa, July 3, 2026 (AFP) - " + long + "\n\n" + long + " Again.\n\nal/br/cd\n",
			dateline.Item{Headline: "Harbour opens after storm: officials", Dateline: dateline.Dateline{Place: "Marsa", Date: "July 3, 2026"}, CreditLine: "AFP", Language: "en"}, "", "", 2},
		{"a statement in Arabic",
			"بيان صحفي\nالتاريخ: 3 يوليو 2026\nللنشر الفوري\nافتتاح ميناء مرسى بعد عاصفة دامت أسبوعا\n\n" + طويل + "\n\n- انتهى -\nللتواصل: press@marsa.example\n",
			dateline.Item{Headline: "افتتاح ميناء مرسى بعد عاصفة دامت أسبوعا", Language: "ar"}, "2026-07-03T00:00:00", "", 1},
		{"a statement sent with compliments",
			"السيد رئيس التحرير المحترم،\nتحية طيبة وبعد،\nنرفق لكم البيان التالي للنشر:\n\nافتتاح ميناء مرسى بعد عاصفة\n\n" + طويل + "\n\nمع فائق الاحترام والتقدير،\nسلمى حداد\nمديرة المكتب\n",
			dateline.Item{Headline: "افتتاح ميناء مرسى بعد عاصفة", Language: "ar"}, "", "", 1},
		{"a statement that ends with whom to ask",
			"افتتاح ميناء مرسى بعد عاصفة\n\n" + طويل + "\n\nللاستفسار: المكتب الإعلامي، هاتف 0123456789\n",
			dateline.Item{Headline: "افتتاح ميناء مرسى بعد عاصفة", Language: "ar"}, "", "", 1},
		{"an agency's copy under names of fields",
			"الرقم: 0071\nالتاريخ: 03/07/2026 10:15\nالتصنيف: محلي\nالأولوية: عادي\nالعنوان: افتتاح ميناء مرسى بعد عاصفة\nالنص:\nالقاهرة في 3 يوليو /أ ش أ/ " + طويل + "\n\nسم/مع/سن\n",
			dateline.Item{Headline: "افتتاح ميناء مرسى بعد عاصفة", Dateline: dateline.Dateline{Place: "القاهرة", Date: "3 يوليو"}, CreditLine: "أ ش أ", Language: "ar"}, "2026-07-03T10:15:00", "", 1},
		{"a letter that ends with regards",
			"From: Ann Lee <ann@marsa.example>\nSubject: Harbour opens after storm\n\n" + long + "\n\nKind regards,\nAnn Lee\nHarbour office\n",
			dateline.Item{Headline: "Harbour opens after storm", Language: "en"}, "", "", 1},
		{"a headline that calls itself a report",
			"تقرير: أرصفة ميناء مرسى غير آمنة\n\n" + طويل + "\n",
			dateline.Item{Headline: "تقرير: أرصفة ميناء مرسى غير آمنة", Language: "ar"}, "", "", 1},
		{"text alone", long, dateline.Item{Language: "en"}, "", "", 1},
	}
	for _, tt := range tests {
		c := dateline.Copy{Body: []byte(tt.in), ContentType: "text/plain", Received: received}
		if tt.name == "Arabic" {
			c.Zone = "Asia/Beirut"
		}
		it, err := Item(c, Hint{})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		w := tt.want
		if it.Headline != w.Headline || strings.Join(it.Byline, ";") != strings.Join(w.Byline, ";") || it.Dateline != w.Dateline ||
			it.CreditLine != w.CreditLine || it.Language != w.Language {
			t.Errorf("%s: headline %q byline %q dateline %+v credit %q language %s", tt.name, it.Headline, it.Byline, it.Dateline, it.CreditLine, it.Language)
		}
		if it.Published.Text() != tt.time || it.Published.Proposed != tt.zone {
			t.Errorf("%s: published %+v, want %s proposed %s", tt.name, it.Published, tt.time, tt.zone)
		}
		if len(it.Body) != tt.blocks {
			t.Errorf("%s: %d blocks: %q", tt.name, len(it.Body), it.Text())
		}
	}
}

// TestFirstPage reads the page that this program started from, where it is at hand.
func TestFirstPage(t *testing.T) {
	b, err := os.ReadFile(datatest.Path(t, "first-page.txt"))
	if err != nil {
		t.Fatal(err)
	}
	it, err := Text(dateline.Copy{Body: b, Received: received}, Hint{})
	if err != nil {
		t.Fatal(err)
	}
	l := NewLine("first-page", it)
	if !strings.HasPrefix(l.Headline, "Kremlin reacts") || len(l.Byline) != 0 || l.Dateline != (LineDateline{}) || l.Credit != "MENAFN" || l.Language != "en" {
		t.Errorf("%+v", l)
	}
	if l.Published.Time == nil || *l.Published.Time != "2025-07-22T05:29:53" || l.Published.Zone != "" || l.Published.Proposed != "GMT" {
		t.Errorf("published %+v", l.Published)
	}
	if len(it.Body) != 7 || strings.Contains(l.Text, "2024") || strings.Contains(l.Text, "MENAFN") {
		t.Errorf("%d paragraphs", len(it.Body))
	}
	for _, b := range it.Body {
		if !strings.Contains(string(b.Text), ".") || !strings.Contains(string(b.Text), " ") {
			t.Errorf("a paragraph is cut: %q", b.Text)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("Harbour opens\nBy Ann Lee\n3 July 2026\n\nMARSA (MP) - Text."))
	f.Add([]byte("\xff\xfeH\x00"))
	f.Add([]byte("\n\n(\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		it, err := Text(dateline.Copy{Body: b, Received: received}, Hint{})
		if err == nil && (it.ID == "" || it.Headline == "" && len(it.Body) == 0) {
			t.Errorf("an empty item without an error: %+v", it)
		}
	})
}

// TestNoText: what is no text in any encoding is no item, whatever it is called;
// text in any encoding is.
func TestNoText(t *testing.T) {
	random := make([]byte, 3000)
	r := rand.NewChaCha8([32]byte{1})
	r.Read(random)
	for name, body := range map[string]string{
		"bytes": string(random), "PDF": "%PDF-1.7\n1 0 obj\n<</Length 3000>>\nstream\n" + string(random), "PNG": "\x89PNG\r\n\x1a\n" + string(random),
		"page": "<!DOCTYPE html><p>" + string(random),
	} {
		for _, contentType := range []string{"", "text/html", "text/plain; charset=utf-8"} {
			if it, err := Item(dateline.Copy{Body: []byte(body), ContentType: contentType}, Hint{}); !errors.Is(err, dateline.ErrInvalid) || it.Text() != "" {
				t.Errorf("%s as %q: %v, %q", name, contentType, err, it.Text())
			}
		}
	}
	const text = "عنوان الخبر\n\nأعيد افتتاح ميناء مرسى يوم الجمعة بعد عاصفة أبقت السفن خارج الميناء مدة أسبوع كامل."
	for name, e := range map[string]encoding.Encoding{
		"windows-1256": charmap.Windows1256, "iso-8859-6": charmap.ISO8859_6, "utf-16": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
	} {
		body, err := e.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		it, err := Item(dateline.Copy{Body: []byte(body), ContentType: "text/plain; charset=" + name}, Hint{})
		if err != nil || !strings.Contains(it.Text(), "ميناء مرسى") {
			t.Errorf("%s: %v, %q", name, err, it.Text())
		}
	}
}
