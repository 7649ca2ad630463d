package stage_test

import (
	"strings"
	"testing"

	"dateline"
	"dateline/internal/annotate/stage"
	"dateline/internal/samplepress"
)

// A said is a quotation of the sample press: how it begins, and the word of its
// speaker's name that no other speaker has.
type said struct{ begins, speaker string }

// quotations is who said what in the sample press, read by a person.
func quotations() map[string][]said {
	return map[string][]said{
		"en": {
			{"The gates stay open", "Nawfal"}, {"Half a winter ago", "Ashi"}, {"Prices are coming down", "Darwish"},
			{"We asked for a number", "Nawfal"}, {"Nobody upstream", "Halwani"}, {"We would prefer to", "Halwani"},
			{"Nobody went into the water and", "Marsafi"}, {"The lights went", "Qutb"}, {"This is not a story", "Qandil"},
			{"the second question", "Qandil"}, {"The old bridge is holding", "Rammal"}, {"Otherwise we would be talking", "Sabbagh"},
			{"It is the first time", "Mufti"}, {"The wind has voted", "Lahham"}, {"We are ahead by a tide", "Safwan"},
			{"A child who misses", "Ashqar"}, {"At half-time", "Daabul"}, {"We asked for an hour", "Zahr"},
			{"We took out the books", "Khatib"}, {"Rain at the wrong time", "Ashi"}, {"It could not sing", "Ghassan"},
			{"In a dry year", "Ashi"}, {"But I can smell rain", "Ghassan"}, {"My father would have", "Nakhuda"},
			{"All of it.", "Ashi"}, {"We will lay the table", "Ashi"}, {"I use the stairs", "Ghassan"},
			{"It is the oldest customs", "Shahin"}, {"We had never heard it", "Qutb"}, {"I found a life jacket", "Sakka"},
			{"and that is what saved it", "Shahin"}, {"We owe our passengers", "Sawwan"}, {"We said a week", "Sawwan"},
			{"She is the first of our ships", "Sawwan"}, {"In winter the strait", "Sawwan"},
		},
		"ar": {
			{"ستبقى البوابات", "نوفل"}, {"قبل نصف شتاء", "العشي"}, {"الأسعار تنزل", "درويش"}, {"سألنا عن رقم", "نوفل"},
			{"لا مصلحة لأحد", "الحلواني"}, {"نفضّل ذلك", "الحلواني"}, {"لم يسقط أحد", "المرصفي"}, {"انطفأت الأنوار", "قطب"},
			{"ليست هذه قصة", "قنديل"}, {"الجسر القديم صامد، ", "رمّال"}, {"في الاستراحة", "دعبول"}, {"هذه أول مرة", "المفتي"},
			{"صوّتت الريح", "لحّام"}, {"نتقدم بمقدار", "صفوان"}, {"الطفل الذي", "الأشقر"}, {"طلبنا ساعة نوم", "زهر"},
			{"سنزرع كل الأرض", "العشي"}, {"وطبيب الأسنان", "الحموي"}, {"أخرجنا الكتب", "الخطيب"}, {"ولم تكن تعرف", "غسان"},
			{"لا. لكنني", "غسان"}, {"نريد أن نعرف", "العشي"}, {"لم يعد على التلميذ", "عطية"}, {"ندين لركابنا", "صوّان"},
			{"كل ما طُلب", "الحلواني"}, {"مفتوحة دائماً", "الحلواني"}, {"أكثر تقارباً", "مبعوثة"},
		},
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

// TestSamplePress demands of the sample press, in both languages, that what
// readers are shown is said by whom it is said to be; and of all quotations, sure
// or not, that three of four are.
func TestSamplePress(t *testing.T) {
	type count struct{ right, open, wrong, shown int }
	counts := map[string]*count{"en": {}, "ar": {}}
	for _, it := range dispatches(t) {
		text := it.Text()
		for _, s := range stage.Mark(&it) {
			words := strings.TrimLeft(s.Words(text), "“«‘\"")
			var truth *said
			for _, q := range quotations()[it.Language] {
				if strings.HasPrefix(words, q.begins) || strings.Contains(words, "“"+q.begins) || strings.Contains(words, "«"+q.begins) {
					truth = &q
				}
			}
			if s.Public && truth == nil {
				t.Errorf("%s: readers are shown a quotation that nobody has judged: %s: %s", it.GUID, s.Speaker, words)
			}
			if truth == nil {
				continue
			}
			c := counts[it.Language]
			if s.Public {
				c.shown++
			}
			switch {
			case strings.Contains(s.Speaker, truth.speaker):
				c.right++
			case s.Speaker == "":
				c.open++
			default:
				c.wrong++
				t.Logf("%s: %q is said to be said by %q, and is by %s", it.GUID, words, s.Speaker, truth.speaker)
				if s.Public {
					t.Errorf("%s: readers are told that %q was said by %q; it was by %s", it.GUID, words, s.Speaker, truth.speaker)
				}
			}
		}
	}
	for language, c := range counts {
		t.Logf("%s: of the quotations %+v", language, *c)
		if c.right < 25 || c.right < 3*(c.wrong+c.open) {
			t.Errorf("%s: of the quotations %+v", language, *c)
		}
	}
}
