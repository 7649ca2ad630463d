package when

import (
	"strings"
	"testing"
	"time"

	"dateline"
)

// TestArabic reads what Arabic and Persian sites write around the date.
func TestArabic(t *testing.T) {
	tests := []struct{ in, want string }{
		{"الجمعة، 03 يوليو 2026 10:15 م", "2026-07-03T22:15:00 minute"},
		{"الجمعة 03/يوليو/2026 - 10:15 ص", "2026-07-03T10:15:00 minute"},
		{"تم النشر في: 23/07/2026 10:15 ص", "2026-07-23T10:15:00 minute"},
		{"السبت 4 تموز (يوليو) 2026", "2026-07-04T00:00:00 day"},
		{"3 آب/أغسطس 2026 الساعة 10:15 مساءً", "2026-08-03T22:15:00 minute"},
		{"3 كانون الثاني/يناير 2026", "2026-01-03T00:00:00 day"},
		{"3 يوليو تموز 2026", "2026-07-03T00:00:00 day"},
		{"3 كانون الثاني يناير 2026 10:15", "2026-01-03T10:15:00 minute"},
		{"02 جويلية 2026 - 22:15", "2026-07-02T22:15:00 minute"},
		{"3 غشت 2026", "2026-08-03T00:00:00 day"},
		{"10:15-3 يوليو 2026 م ـ 18 مُحرَّم 1448 هـ", "2026-07-03T10:15:00 minute"},
		{"3 دجنبر 2025", "2025-12-03T00:00:00 day"},
		{"2026/07/03 - 1:59 صباحًا", "2026-07-03T01:59:00 minute"},
		{"الجُمعة 3 يُوليو 2026", "2026-07-03T00:00:00 day"},
		{"الجمعة 3 يوليـــو 2026", "2026-07-03T00:00:00 day"},
		{"\u200fالجمعة\u200f 23\u200f/7\u200f/2026", "2026-07-23T00:00:00 day"},
		{"الجمعة ١٨ محرم ١٤٤٨ هـ الموافق ٣ يوليو ٢٠٢٦ م", "2026-07-03T00:00:00 day"},
		{"الساعة 10:15 من مساء الجمعة 3 يوليو 2026", "2026-07-03T22:15:00 minute"},
		{"الساعة 10:15 من صباح الجمعة 3 يوليو 2026", "2026-07-03T10:15:00 minute"},
		{"3 يوليو 2026 الساعة 22:15 من بيروت", "2026-07-03T22:15:00 minute"},
		{"10:15 مساء، 3 يوليو 2026 بتوقيت غرينتش", "2026-07-03T22:15:00Z minute zone=GMT"},
		{"10:15 GMT | 3 July 2026", "2026-07-03T10:15:00Z minute zone=GMT"},
		{"3 يوليو 2026 10:15 بتوقيت مكة المكرمة", "2026-07-03T10:15:00+03:00 minute zone=+03:00"},
		{"3 يوليو 2026 10:15 بتوقيت القاهرة", "2026-07-03T10:15:00+03:00 minute zone=Africa/Cairo"},
		{"3 يناير 2026 10:15 (بتوقيت القاهرة)", "2026-01-03T10:15:00+02:00 minute zone=Africa/Cairo"},
		{"3 يوليو 2026 10:15 بتوقيت أبو ظبي", "2026-07-03T10:15:00+04:00 minute zone=+04:00"},
		{"3 يوليو 2026 10:15 بتوقيت تونس", "2026-07-03T10:15:00+01:00 minute zone=+01:00"},
		{"3 يوليو 2026 10:15 بتوقيت عمان", "2026-07-03T10:15:00 minute"}, // Oman, or Amman
		{"2 تير 1399 - 01:09:08 ب.ظ", "2020-06-22T13:09:08 second"},
		{"2 تير 1399 - 12:09 ق.ظ", "2020-06-22T00:09:00 minute"},
		{"سه\u200cشنبه ۲۹ بهمن ۱۳۹۸ - ۰۶:۵۵", "2020-02-18T06:55:00 minute"},
		{"ﺍﻟﺠﻤﻌﺔ 3 ﻳﻮﻟﻴﻮ 2026", "2026-07-03T00:00:00 day"},
		{"نشر في: 03 يوليو ,2026: 10:15 ص GST", "2026-07-03T10:15:00 minute"}, // GST is that of the Gulf, or of South Georgia
		{"GMT 10:15 2026 الجمعة ,03 تموز / يوليو", "2026-07-03T10:15:00Z minute zone=GMT"},
		{"GMT 10:15 03.07.2026", "2026-07-03T10:15:00Z minute zone=GMT"},
		{"2026 الجمعة 3 يوليو", "2026-07-03T00:00:00 day"},
		{"في 2026 الجمعة 3 سفن", "none"},
		{"الميناء يفتح أبوابه في تموز", "none"},
		{"خلال 24 ساعة", "none"},
	}
	for _, tt := range tests {
		st, ok := Find(tt.in, Context{Language: "ar"})
		if got := tell(st, ok); got != tt.want {
			t.Errorf("Find(%q)\n = %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func TestArabicLabelled(t *testing.T) {
	tests := []struct{ in, published, updated string }{
		{"تم النشر في: 3 يوليو 2026", "3 يوليو", ""},
		{"نُشِرَ في 3 يوليو 2026 | آخر تحديث 4 يوليو 2026", "3 يوليو", "4 يوليو"},
		{"نشر في 3 يوليو 2026 وتم التحديث في 4 يوليو 2026", "3 يوليو", "4 يوليو"},
		{"حُدِّث في 4 يوليو 2026", "", "4 يوليو"},
		{"تاريخ التعديل: 4 يوليو 2026", "", "4 يوليو"},
		{"تاریخ انتشار: ۲۱ ارديبهشت ۱۳۹۹ - آخرین ویرایش: ۲۲ ارديبهشت ۱۳۹۹", "۲۱", "۲۲"},
		{"3 يوليو 2026 - 10:15 ص | آخر تحديث 4 يوليو - 2:00 م", "3 يوليو", "4 يوليو"},
		{"3 يوليو 2026، آخر تحديث 14:00", "", "3 يوليو"},
		{"بروزرسانی: ۲۲ ارديبهشت ۱۳۹۹", "", "۲۲"},
		{"الحدث 3 يوليو 2026", "3 يوليو", ""},
		{"وزارة العدل 3 يوليو 2026", "3 يوليو", ""},
	}
	for _, tt := range tests {
		published, updated := Labelled(tt.in)
		for i, got := range [...][]string{published, updated} {
			want := [...]string{tt.published, tt.updated}[i]
			if all := strings.Join(got, "|"); want == "" && all != "" || !strings.Contains(all, want) {
				t.Errorf("Labelled(%q) = %q, %q", tt.in, published, updated)
			}
		}
	}
}

func TestArabicAgo(t *testing.T) {
	received := time.Date(2026, 7, 4, 12, 0, 0, 0, time.UTC)
	tests := map[string]string{
		"منذ ساعتين": "10:00", "قبل ساعتين": "10:00", "منذ ٥ ساعات": "07:00", "منذ ثلاث ساعات": "09:00", "قبل عشر دقائق": "11:50", "منذ خمسة أيام": "2026-06-29",
		"منذ يومين": "2026-07-02", "قبل أسبوع": "2026-06-27", "۲ ساعت پیش": "10:00", "۱۰ دقیقه قبل": "11:50", "منذ نصف ساعة": "11:30", "منذ نصف قرن": "", "منذ الصباح": "", "قبل الحرب": "", "ثلاث ساعات": "",
	}
	for in, want := range tests {
		st, ok := Relative(in, Context{Received: received})
		got := ""
		switch {
		case ok && st.Precision == dateline.ToDay:
			got = st.Time.Format(time.DateOnly)
		case ok:
			got = st.Time.Format("15:04")
		}
		if got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

// TestNearDay: today and yesterday with a clock, and nothing else on the line.
func TestNearDay(t *testing.T) {
	received := time.Date(2026, 7, 3, 15, 0, 0, 0, time.UTC)
	for in, want := range map[string]string{
		"Yesterday at 10:15": "2026-07-02T10:15:00", "yesterday, 10:15 pm": "2026-07-02T22:15:00", "Today 10:15 GMT": "2026-07-03T10:15:00Z", "أمس 10:15 م": "2026-07-02T22:15:00", "اليوم، الساعة 10:15": "2026-07-03T10:15:00", "دیروز ۱۰:۱۵": "2026-07-02T10:15:00",
		"اليوم السابع": "", "اليوم": "", "yesterday": "", "Today 10:15 the harbour opened": "", "أمس في الميناء 10:15": "", "Today in 10 ships": "",
	} {
		st, ok := Relative(in, Context{Received: received})
		if got := st.Text(); got != want || ok != (want != "") || ok && (st.Confidence != dateline.Doubtful || st.Precision != dateline.ToMinute) {
			t.Errorf("%q is %q, want %q: %+v", in, got, want, st)
		}
	}
	if st, ok := Relative("Today 10:15", Context{}); ok {
		t.Errorf("copy of no known time: %+v", st)
	}
}
