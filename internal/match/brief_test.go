package match

import (
	"testing"
	"time"
)

// TestBrief: what is no longer than a headline is the same in the same words, or in
// them and a few more.
func TestBrief(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Kind
	}{
		{"Quake hits northern Lorn islands", "Quake hits northern Lorn islands", Duplicate},
		{"Quake hits northern Lorn islands", "BREAKING NEWS: Quake hits northern Lorn islands", Duplicate},
		{"URGENT - Quake hits northern Lorn islands", "#BREAKING | Quake hits northern Lorn islands", Duplicate},
		{"Quake hits northern Lorn islands", "Quake of magnitude 5.6 hits northern Lorn islands", Update},
		{"Bank of Ombra raises key rate to 5.25%", "Bank of Ombra raises key rate to 5.25 percent", Duplicate},
		{"Bank of Ombra raises key rate to 5.25%", "Bank of Ombra raised key rate to 5.25%", Duplicate},
		{"وفاة رئيس وزراء السيل الأسبق سامر العبدان", "عاجل | وفاة رئيس وزراء السيل الأسبق سامر العبدان", Duplicate},
		{"وفاة رئيس وزراء السيل الأسبق سامر العبدان", "خبر عاجل: وفاة رئيس وزراء السيل الأسبق سامر العبدان عن 81 عاما", Update},
		{"زلزال بقوة 5.6 درجات يضرب جزر لورن", "عاجل.. زلزال بقوة ٥٫٦ درجات يضرب جزر لورن", Duplicate},

		{"زلزال بقوة 5.6 درجات يضرب جزر لورن", "زلزال بقوة 6.1 درجات يضرب جزر لورن", None},
		{"Ombra's president says he will run for a third term next year", "Ombra's president says he will not run for a third term next year", None},
		{"Ombra's army enters the border town of Karsk", "Ombra's army denies it enters the border town of Karsk", None},
		{"الجيش يدخل بلدة كارسك الحدودية في الشمال", "لا صحة لما قيل عن أن الجيش يدخل بلدة كارسك الحدودية في الشمال", None},
		{"وزارة الصحة تنفي تسجيل إصابات جديدة بالكوليرا في محافظة الوادي", "وزارة الصحة تؤكد تسجيل إصابات جديدة بالكوليرا في محافظة الوادي", None},
		{"Oil prices rise on Tuesday as supply fears outweigh demand worries", "Oil prices fall on Wednesday as supply fears outweigh demand worries", None},
		{"Valdria accuses Ombra of shelling border villages", "Ombra accuses Valdria of shelling border villages", None},
		{"مقتل 12 شخصا في انهيار مبنى سكني شرقي العاصمة", "مقتل 15 شخصا في انهيار مبنى سكني شرقي العاصمة", None},
		{"البرلمان يرفض الموازنة", "البرلمان يرفض الموازنة", None},
		{"Stocks close higher", "Stocks close higher", None},
		{"Quake hits northern Lorn islands", "Quake hits northern Lorn islands, minister opens ferry line between capital and border villages", None},
		{"Ferry pier closed today", "Mayor of Karsk resigns after the vote", None},
	} {
		for range 2 {
			g := Compare(Read(c.a), Read(c.b))
			same := g.Kind() != None
			if same != (c.want != None) || c.want == Duplicate && g.Kind() != Duplicate || same && !g.Even() {
				t.Errorf("%q and %q: %s, want %s", c.a, c.b, g.Kind(), c.want)
			}
			c.a, c.b = c.b, c.a
		}
		if got := Families([]Item{{Headline: c.a}, {Headline: c.b}}); (got[1].From == 0) != (c.want != None) && got[0].From != 1 {
			t.Errorf("%q and %q: %+v", c.a, c.b, got)
		}
	}
}

// TestBriefOnAnotherDay: a headline that comes again a day and a half later is other
// news.
func TestBriefOnAnotherDay(t *testing.T) {
	const head = "Valdria's stocks close higher as oil firms gain"
	for hours, want := range map[int]int{0: 0, 36: 0, 37: -1, -37: -1} {
		at := day(10).Add(time.Duration(hours) * time.Hour)
		got := Families([]Item{{Headline: head, Date: day(10)}, {Headline: head, Date: at}})
		if got[1].From != want && want < 0 || want == 0 && got[0].Family != got[1].Family {
			t.Errorf("after %d hours: %+v", hours, got)
		}
	}
	for _, dates := range [][2]time.Time{{{}, day(1)}, {day(1), {}}} {
		if got := Families([]Item{{Headline: head, Date: dates[0]}, {Headline: head, Date: dates[1]}}); got[0].Family != got[1].Family {
			t.Errorf("one without a date: %+v", got)
		}
	}
	if got := Families([]Item{{Body: ferry, Date: day(1)}, {Body: ferry, Date: day(20)}}); got[0].Family != got[1].Family {
		t.Error("a text was forgotten")
	}
}
