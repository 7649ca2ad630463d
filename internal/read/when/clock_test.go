package when

import (
	"testing"
	"time"
)

// TestClock reads a time of day behind a day, in all ways in which pages write it.
func TestClock(t *testing.T) {
	for in, want := range map[string]string{
		"17:30": "17:30:00 minute", "5:30:01 pm": "17:30:01 second", "5.30pm": "17:30:00 minute", "17h30": "17:30:00 minute", "5 pm": "17:00:00 minute", "5 p.m.": "17:00:00 minute", "5 p.m": "17:00:00 minute",
		"5:30 a.m. or so": "05:30:00 minute", "12:30 am": "00:30:00 minute", "12:30 pm": "12:30:00 minute", "0:30 am": "00:30:00 minute", "24:00": "23:59:00 minute", "23:59:59": "23:59:59 second",
		"17:30:01.123": "17:30:01 second", "17:30:01,123": "17:30:01 second", "at 17.30": "17:30:00 minute",
		"17.30": "day", "17": "day", "17:60": "day", "25:00": "day", "17:30:60": "day", "17:3": "day", "17 h 30": "day", "100:30": "day", "17: 30": "day",
		"٥:٣٠ م": "17:30:00 minute", "5:30 ص": "05:30:00 minute", "الساعة 17.30": "17:30:00 minute", "5 فجراً": "05:00:00 minute", "4:15 عصراً": "16:15:00 minute",
		"12 ظهراً": "12:00:00 minute", "1:30 ظهراً": "13:30:00 minute", "11:30 ظهراً": "11:30:00 minute",
		"10:30 ليلاً": "22:30:00 minute", "2:30 ليلاً": "02:30:00 minute", "12:30 ليلاً": "00:30:00 minute", "11:03 ليلاً": "23:03:00 minute", "22:30 ليلاً": "22:30:00 minute", "6 ليلاً": "18:00:00 minute",
		"5:30 ق.ظ": "05:30:00 minute", "5:30 ب.ظ": "17:30:00 minute", "5:30 ب": "05:30:00 minute",
	} {
		st, ok := Find("3 July 2026 "+in, Context{})
		got := string(st.Precision)
		if got != "day" {
			got = st.Time.Format(time.TimeOnly) + " " + got
		}
		if !ok || st.Time.Format(time.DateOnly) != "2026-07-03" || got != want {
			t.Errorf("%q is %s of %s, want %s", in, got, st.Time.Format(time.DateOnly), want)
		}
	}
}

// TestZones reads a zone behind a clock; "" is one that says nothing sure.
func TestZones(t *testing.T) {
	for in, want := range map[string]string{
		"Z": "+00:00", "GMT": "+00:00", "UTC": "+00:00", "(GMT)": "+00:00", "GMT+3": "+03:00", "UTC-3": "-03:00", "+03:00": "+03:00", "+0330": "+03:30", "-0500": "-05:00", "+3": "+03:00", "-3": "-03:00",
		"Eastern Time": "-04:00", "U.S. Eastern time": "-04:00", "Pacific Daylight Time": "-07:00", "(London time)": "+01:00", "Beirut time": "+03:00", "Tokyo time": "+09:00", "Eastern": "", "London": "", "local time": "", "first time": "",
		"+14:00": "+14:00", "+14:01": "", "+1401": "", "+123": "", "+ 03:00": "",
		"HST": "-10:00", "AKST": "-09:00", "PST": "-08:00", "PDT": "-07:00", "MDT": "-06:00", "EST": "-05:00", "CDT": "-05:00", "EDT": "-04:00", "WET": "+00:00", "CET": "+01:00", "CEST": "+02:00", "EEST": "+03:00",
		"MSK": "+03:00", "PKT": "+05:00", "JST": "+09:00", "AEST": "+10:00", "AEDT": "+11:00", "NZST": "+12:00", "NZDT": "+13:00", "IST": "", "BST": "", "CST": "", "XYZ": "",
		"ET": "-04:00", "CT": "-05:00", "MT": "-06:00", "PT": "-07:00", // in summer
		"بتوقيت غرينتش": "+00:00", "بتوقيت مكة المكرمة": "+03:00", "بتوقيت مكة": "+03:00", "(بتوقيت الرياض)": "+03:00", "بتوقيت أبو ظبي": "+04:00", "بتوقيت أبوظبي": "+04:00", "بتوقيت أبو علي": "",
		"بتوقيت تونس": "+01:00", "بتوقيت ليبيا": "+02:00", "بتوقيت القاهرة": "+03:00", "بتوقيت بيروت": "+03:00", "بتوقيت القدس": "+03:00", "بتوقيت المغرب": "+01:00", "بتوقيت لندن": "+01:00", "بتوقيت باريس": "+02:00",
		"بتوقيت واشنطن": "-04:00", "بتوقيت طهران": "+03:30", "بتوقيت عمان": "",
	} {
		st, ok := Find("3 July 2026 14:05 "+in, Context{})
		got := ""
		if st.Zone != "" {
			got = st.Time.Format("-07:00")
		}
		if !ok || got != want || st.Time.Format("15:04") != "14:05" {
			t.Errorf("%q: %s in zone %q, want %q", in, st.Time.Format("15:04"), got, want)
		}
	}
}

func TestDay(t *testing.T) {
	for in, want := range map[string]bool{
		"3 July": true, "July 3": true, "July 3, 2025": true, "Fri, July 3": true, "Friday 3 July 2025": true, "Jan. 5": true, "3. July": true, "31 July": true, "32 July": false, "July 32": false, "July 0": false, "0 July": false,
		"3": false, "July": false, "Friday": false, "": false, "3 July at noon": false, "July 3 at noon": false, "3 ships": false, "July 2025": false, "3 July 2025": true, "2025-07-03": true,
		"3 يوليو": true, "3 تموز/يوليو": true, "3 تموز (يوليو)": true, "الجمعة 3 تموز": true, "الجمعة، 3 تموز 2025": true, "3 تموز الماضي": false, "3 كانون الثاني": true, "كانون الثاني 3": true, "تموز": false,
	} {
		if got := Day(in); got != want {
			t.Errorf("Day(%q) = %v", in, got)
		}
	}
}

func TestAgo(t *testing.T) {
	received := time.Date(2026, 7, 3, 12, 30, 0, 0, time.UTC)
	for in, want := range map[string]string{
		"an hour ago": "2026-07-03 11:30 minute", "a minute ago": "2026-07-03 12:29 minute", "20 mins ago": "2026-07-03 12:10 minute", "a week ago": "2026-06-26 00:00 day", "2 days ago": "2026-07-01 00:00 day", "a ship ago": "none", "3 ships ago": "none",
		"0 hours ago": "none", "1000 minutes ago": "2026-07-02 19:50 minute", "1001 minutes ago": "none", "Updated 3 hours ago by Ann": "2026-07-03 09:30 minute",
		"منذ دقيقتين": "2026-07-03 12:28 minute", "قبل ثلاث ساعات": "2026-07-03 09:30 minute", "منذ ثمانية أيام": "2026-06-25 00:00 day", "قبل أسبوعين": "2026-06-19 00:00 day", "منذ عشر دقائق": "2026-07-03 12:20 minute", "منذ 5 دقائق": "2026-07-03 12:25 minute",
		"قبل سفينتين": "none", "قبل ثلاث سفن": "none", "۲ ساعت پیش": "2026-07-03 10:30 minute", "۳ روز قبل": "2026-06-30 00:00 day", "3 گھنٹے پہلے": "2026-07-03 09:30 minute", "לפני 3 שעות": "2026-07-03 09:30 minute", "לפני שעה": "2026-07-03 11:30 minute", "پێش 2 ڕۆژ": "2026-07-01 00:00 day",
		"3 کشتیاں پہلے": "none", "לפני 3 אוניות": "none",
	} {
		got := "none"
		if st, ok := Relative(in, Context{Received: received}); ok {
			got = st.Time.Format("2006-01-02 15:04 ") + string(st.Precision)
		}
		if got != want {
			t.Errorf("%q is %s, want %s", in, got, want)
		}
	}
}

// TestCompact reads days and times that are written as one number.
func TestCompact(t *testing.T) {
	for in, want := range map[string]string{
		"20260703": "2026-07-03T00:00:00 day", "202607031405": "2026-07-03T14:05:00 minute", "20260703140506": "2026-07-03T14:05:06 second",
		"20260703T1405": "2026-07-03T14:05:00 minute", "20260703T140506": "2026-07-03T14:05:06 second", "20260703T14": "2026-07-03T00:00:00 day",
		"20260703246000": "2026-07-03T00:00:00 day", "20260703T1460": "2026-07-03T00:00:00 day", "20260703T2400": "2026-07-03T00:00:00 day", "20260703T140560": "2026-07-03T00:00:00 day",
		"20261303": "none", "20260732": "none", "18991231": "none", "21010101": "none", "19000101": "1900-01-01T00:00:00 day",
	} {
		if got := tell(Find(in, Context{})); got != want {
			t.Errorf("Find(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestClockAlone(t *testing.T) {
	for in, want := range map[string]bool{"10:15": true, "10:15 ص": true, "10:15 GMT": true, "(10:15)": false, "10:15 and more": false, "10": false, "3 July 2026 10:15": false, "": false} {
		if Clock(in) != want {
			t.Errorf("%q: %v", in, !want)
		}
	}
}

func TestIsAgo(t *testing.T) {
	for in, want := range map[string]bool{
		"أمس, 18:20 GMT": true, "منذ 3 ساعات": true, "3 hours ago": true, "an hour ago": true, "(2 days ago)": true, "• قبل يومين": true, "منذ ساعة واحدة": true, "قبل نصف ساعة": true, "۲ ساعت پیش": true, "לפני שעה": true,
		"قبل الفجر": false, "أمس": false, "3 ships": false, "": false, "ago": false, "واحدة": false, "It sank 3 hours ago, he said": false,
		"منذ ساعة بدأ القصف": false, "قبل ساعتين وصل الوزير": false, "A week ago, silence": false, "An hour ago.": false, "قبل يومين.": false, "“3 days ago”": false,
	} {
		if IsAgo(in) != want {
			t.Errorf("IsAgo(%q) = %v", in, !want)
		}
	}
}
