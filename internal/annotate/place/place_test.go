package place

import (
	"strings"
	"testing"

	"dateline/internal/annotate/token"
)

func found(text string, find func(*token.Text) []Place) string {
	var out []string
	for _, p := range find(token.Cut(text)) {
		out = append(out, text[p.Start:p.End]+"="+p.Country)
	}
	return strings.Join(out, " ")
}

// TestEnglish: countries and capitals, and no people or firms that are called like
// them.
func TestEnglish(t *testing.T) {
	for _, c := range [][2]string{
		{"Talks began in Cairo, Egypt's capital.", "Cairo=EG Egypt=EG"},
		{"CAIRO - The ferry stopped.", "CAIRO=EG"},
		{"The United Arab Emirates and Saudi Arabia agreed.", "United Arab Emirates=AE Saudi Arabia=SA"},
		{"North Korea tested it; South Korea saw it.", "North Korea=KP South Korea=KR"},
		{"In Jordan it rained.", "Jordan=JO"},
		{"Michael Jordan left for New Mexico.", ""},
		{"Chad Bell of the Bank of England came.", ""},
		{"It was cold in Georgia.", ""},
		{"The turkey was cold.", ""},
		{"Ray flew from Paris to the United States.", "Paris=FR United States=US"},
		{"The United Nations met.", ""},
		{"Cairo's port is open.", "Cairo=EG"},
		{"Northern Lebanon is wet.", "Lebanon=LB"},
		{"He left London, Berlin and Rome.", "London=GB Berlin=DE Rome=IT"},
		{"The U.S., the USA and the UK agreed.", "U.S.=US USA=US UK=GB"},
		{"It came from the Ivory Coast.", "Ivory Coast=CI"},
		{"South Sudan and Sudan agreed.", "South Sudan=SS Sudan=SD"},
		{"Papua New Guinea met Guinea-Bissau and Guinea.", "Papua New Guinea=PG Guinea-Bissau=GW Guinea=GN"},
		{"The Dominican Republic met Dominica; Niger met Nigeria.", "Dominican Republic=DO Dominica=DM Niger=NE Nigeria=NG"},
		{"Both Kyiv and Kiev are read.", "Kyiv=UA Kiev=UA"},
		{"Mr. London and Paris Hilton crossed the Jordan River.", ""},
		{"The Bank of France is a bank.", ""},
		{"It lies in Paris, Texas, not in Paris, France.", "Paris=US Paris=FR France=FR"},
		{"It lies in Lebanon, New Hampshire; in Rome, New, it rained.", "Lebanon=US Rome=IT"},
		{"It lies in Lebanon, Syria and Texas.", "Lebanon=LB Syria=SY"},
		{"US troops left; give it to us, not to US Airways.", "US=US"},
		{"Great Britain, Türkiye, Turkiye, Holland and Myanmar agreed.", "Great Britain=GB Türkiye=TR Turkiye=TR Holland=NL Myanmar=MM"},
		{"Côte d’Ivoire is Cote d'Ivoire.", "Côte d’Ivoire=CI Cote d'Ivoire=CI"},
		{"The Democratic Republic of Congo is not the Republic of the Congo.", "Democratic Republic of Congo=CD Republic of the Congo=CG"},
		{"It was read in Mexico City, Tel Aviv and Abu Dhabi.", "Mexico City=MX Tel Aviv=IL Abu Dhabi=AE"},
		{"Beirut-based Bell left Iran-backed Ray.", ""},
		{"Lebanon", "Lebanon=LB"},
		{"Lebanon,", "Lebanon=LB"},
		{"", ""},
	} {
		if got := found(c[0], English); got != c[1] {
			t.Errorf("%s\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

func TestArabic(t *testing.T) {
	for _, c := range [][2]string{
		{"بدأت المحادثات في القاهرة، عاصمة مصر.", "القاهرة=EG مصر=EG"},
		{"اتفقت الإمارات والسعودية.", "الإمارات=AE والسعودية=SA"},
		{"وصل إلى سلطنة عُمان ثم للعراق وبلبنان.", "سلطنة عُمان=OM للعراق=IQ وبلبنان=LB"},
		{"قال مصدر مالي إن الكلفة زادت.", ""},
		{"كوريا الشمالية والولايات المتحدة.", "كوريا الشمالية=KP والولايات المتحدة=US"},
		{"وصلت السفينة إلى الميناء.", ""},
		{"قال كلاوس إن الأمم المتحدة وافقت.", ""},
		{"مدينة كالقاهرة.", "كالقاهرة=EG"},
		{"وصل من بيروت إلى بغداد.", "بيروت=LB بغداد=IQ"},
		{"زار الأردن وسوريا والعراق.", "الأردن=JO وسوريا=SY والعراق=IQ"},
		{"اتفق جنوب السودان والسودان.", "جنوب السودان=SS والسودان=SD"},
		{"وافقت المملكة العربية السعودية.", "المملكة العربية السعودية=SA"},
		{"مر بالكويت وللمغرب عاد.", "بالكويت=KW وللمغرب=MA"},
		{"الجزائر العاصمة مدينة.", "الجزائر=DZ"},
		{"سلطنة عمان لا عمّان.", "سلطنة عمان=OM"},
		{"ساحل العاج هي كوت ديفوار.", "ساحل العاج=CI كوت ديفوار=CI"},
		{"جمهورية الكونغو الديمقراطية والكونغو الديموقراطية.", "الكونغو الديمقراطية=CD والكونغو الديموقراطية=CD"},
		{"زار دولة الإمارات العربية المتحدة ثم للضفة الغربية.", "الإمارات العربية المتحدة=AE للضفة الغربية=PS"},
		{"كتب السوري إلى المصري.", ""},
		{"لبنان", "لبنان=LB"},
	} {
		if got := found(c[0], Arabic); got != c[1] {
			t.Errorf("%s\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

// TestEveryCountry: CLDR names every country of the United Nations in both
// languages, so a table that was cut is noticed.
func TestEveryCountry(t *testing.T) {
	for name, n := range map[string]names{"english": english(), "arabic": arabic()} {
		countries := map[string]bool{}
		for _, list := range n {
			for _, p := range list {
				countries[p.country] = true
			}
		}
		if len(countries) < 193 {
			t.Errorf("%s: %d countries", name, len(countries))
		}
	}
}
