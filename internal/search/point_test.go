package search

import (
	"errors"
	"testing"
	"time"

	"dateline"
)

func TestParsePoint(t *testing.T) {
	beirut := time.FixedZone("Beirut", 3*3600)
	at := func(h, m, s int) time.Time { return time.Date(2025, 7, 22, h, m, s, 0, time.UTC) }
	for text, want := range map[string]Point{
		"1234":                      {Seq: 1234},
		" 7 ":                       {Seq: 7},
		"١٢٣٤":                      {Seq: 1234},
		"2025-07-22T10:00Z":         {Time: at(10, 0, 0)},
		"2025-07-22T10:00:30Z":      {Time: at(10, 0, 30)},
		"2025-07-22T10:00+03:00":    {Time: at(7, 0, 0)},
		"2025-07-22T10:00:05-01:00": {Time: at(11, 0, 5)},
		"2025-07-22T10:00":          {Time: at(7, 0, 0)},
		"2025-07-22T10:00:05":       {Time: at(7, 0, 5)},
		"2025-07-22 10:00":          {Time: at(7, 0, 0)},
		"٢٠٢٥-٠٧-٢٢ ١٠:٠٠":          {Time: at(7, 0, 0)},
		"۲۰۲۵-۰۷-۲۲T۱۰:۰۰Z":         {Time: at(10, 0, 0)},
		"2025-07-22":                {Time: at(21, 0, 0).Add(-time.Microsecond)},
	} {
		got, err := ParsePoint(text, beirut)
		if err != nil || got.Seq != want.Seq || !got.Time.Equal(want.Time) {
			t.Errorf("%q: %v, %v; want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "0", "-1", "yesterday", "2025-13-01", "2025-07", "10:00", "99999999999999999999", "2025-07-22T25:00", "2025-07-22T10:00Zulu"} {
		if got, err := ParsePoint(text, nil); !errors.Is(err, dateline.ErrInvalid) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
}

func FuzzParsePoint(f *testing.F) {
	for _, text := range []string{"1234", "٢٠٢٥-٠٧-٢٢", "2025-07-22T10:00+03:00", "0001-01-01", "9999-12-31"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ParsePoint(text, time.UTC)
		if err == nil && (p.Seq == 0) == p.Time.IsZero() {
			t.Errorf("%q gives %v: one of number and time, no more", text, p)
		}
		if err != nil && !errors.Is(err, dateline.ErrInvalid) {
			t.Errorf("%q: %v is of no kind", text, err)
		}
	})
}

func TestLocate(t *testing.T) {
	store := keep(t, story("a", "A", "", 1), story("b", "B", "", 2), story("c", "C", "", 2), story("d", "D", "", 5))
	minute := func(n int) time.Time { return noon.Add(time.Duration(n) * time.Minute) }
	for _, c := range []struct{ ask, want Point }{
		{Point{Time: minute(0)}, Point{0, minute(0)}},
		{Point{Time: minute(1)}, Point{1, minute(1)}},
		{Point{Time: minute(2)}, Point{3, minute(2)}},
		{Point{Time: minute(4)}, Point{3, minute(4)}},
		{Point{Time: minute(5)}, Point{4, minute(5)}},
		{Point{Time: minute(9)}, Point{4, minute(9)}},
		{Point{Seq: 1}, Point{1, minute(1)}},
		{Point{Seq: 3}, Point{3, minute(2)}},
		{Point{Seq: 99}, Point{4, minute(5)}},
	} {
		err := store.View(t.Context(), func(tx dateline.Tx) error {
			got, err := Locate(t.Context(), tx, c.ask)
			if got.Seq != c.want.Seq || !got.Time.Equal(c.want.Time) {
				t.Errorf("%v: %v, want %v", c.ask, got, c.want)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	empty := keep(t)
	for _, p := range []Point{{Seq: 5}, {Time: noon}} {
		err := empty.View(t.Context(), func(tx dateline.Tx) error {
			got, err := Locate(t.Context(), tx, p)
			if got.Seq != 0 {
				t.Errorf("an empty log has entry %d", got.Seq)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
