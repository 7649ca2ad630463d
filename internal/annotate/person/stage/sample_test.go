package stage_test

import (
	"context"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/annotate/person/stage"
	statements "dateline/internal/annotate/stage"
	"dateline/internal/newsroom"
	"dateline/internal/samplepress"
	"dateline/internal/store/mem"
)

// speakers are the people of the sample press who speak under their names, each by
// the word of the name that nobody else has, in both languages.
func speakers() [][2]string {
	return [][2]string{
		{"Nawfal", "نوفل"}, {"Halwani", "الحلواني"}, {"Darwish", "درويش"}, {"Qandil", "قنديل"}, {"Rammal", "رمّال"}, {"Marsafi", "المرصفي"}, {"Sabbagh", "صباغ"},
		{"Lahham", "لحّام"}, {"Zahr", "زهر"}, {"Ashi", "العشي"}, {"Daabul", "دعبول"}, {"Nakhuda", "ناخوذة"}, {"Qutb", "قطب"}, {"Sawwan", "صوّان"}, {"Suri", "الصوري"},
		{"Safwan", "صفوان"}, {"Ashqar", "الأشقر"}, {"Hamawi", "الحموي"}, {"Attia", "عطية"}, {"Barakat", "بركات"}, {"Shahin", "شاهين"}, {"Ghassan", "غسان"},
		{"Mufti", "المفتي"}, {"Daqqaq", "دقاق"}, {"Wael Shami", "الشامي"}, {"Minqara", "منقارة"}, {"Jabiri", "الجابري"}, {"Khatib", "الخطيب"}, {"Zarzur", "زرزور"}, {"Mahran Sakka", "Mahran Sakka"},
	}
}

// dispatches are the texts of the sample press.
func dispatches(t *testing.T) []dateline.Item {
	t.Helper()
	items, err := samplepress.Written()
	if err != nil || len(items) < 50 {
		t.Fatalf("the sample press has %d dispatches: %v", len(items), err)
	}
	for i := range items {
		items[i].Published, items[i].Received = dateline.Stamp{Time: noon(), Zone: "GMT", Precision: dateline.ToSecond}, noon()
	}
	return items
}

// TestSamplePress demands of the sample press, through both stages, that nobody is
// two people, that no two people are one, and that all who are found are people.
func TestSamplePress(t *testing.T) {
	who, err := stage.New()
	if err != nil {
		t.Fatal(err)
	}
	p := &press{t, mem.New(), who}
	p.update(func(ctx context.Context, tx dateline.Tx) error {
		var kept []dateline.Kept
		for _, it := range dispatches(t) {
			kept = append(kept, dateline.Kept{Item: it})
		}
		_, err := tx.Keep(ctx, kept)
		return err
	})
	for _, s := range []newsroom.Stage{statements.Statements{}, who} {
		p.update(func(ctx context.Context, tx dateline.Tx) error {
			entries, err := tx.Entries(ctx, 0, 10000)
			if err != nil {
				return err
			}
			return s.Step(ctx, tx, entries)
		})
	}
	persons, both, told := map[[2]string]int{}, 0, 0
	for _, x := range p.persons() {
		told += x.Statements
		var is [][2]string
		for _, s := range speakers() {
			for _, spelling := range x.Spellings {
				if strings.Contains(spelling.Name, s[0]) || strings.Contains(spelling.Name, s[1]) {
					is = append(is, s)
					break
				}
			}
		}
		switch {
		case len(is) > 1:
			t.Errorf("one person are %v: %v", is, x.Spellings)
		case len(is) == 0:
			t.Errorf("%v is no speaker of the list: %v", x.Spellings, x.Roles)
		default:
			persons[is[0]]++
		}
		if len(x.Names) == 2 {
			both++
		}
	}
	for s, n := range persons {
		if n > 1 {
			t.Errorf("%v are %d persons", s, n)
		}
	}
	t.Logf("%d persons, %d of them in both languages, made %d statements", len(p.persons()), both, told)
	if both < 10 || len(persons) < 18 {
		t.Errorf("%d people of the list are found, %d in both languages", len(persons), both)
	}
}
