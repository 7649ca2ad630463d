package place

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"dateline/internal/lang"
)

// names are places by their first word, each with all its words.
type names map[string][]named

type named struct {
	words   []string
	country string
}

// longest is how many words from token i on are the longest place known, and its
// country; 0 for none.
func (n names) longest(i int, word func(int) string) (words int, country string) {
	for _, p := range n[word(i)] {
		if len(p.words) <= words {
			continue
		}
		k := 1
		for k < len(p.words) && word(i+k) == p.words[k] {
			k++
		}
		if k == len(p.words) {
			words, country = k, p.country
		}
	}
	return words, country
}

// add takes a name that is folded already; one without words is left out.
func (n names) add(name, country string) {
	words := strings.Fields(name)
	if len(words) > 0 {
		n[words[0]] = append(n[words[0]], named{words, country})
	}
}

// english and arabic are built when they are first asked for.
var (
	english = sync.OnceValue(func() names { return build(display.English.Regions(), written, englishCities()) })
	arabic  = sync.OnceValue(func() names { return build(display.Regions(language.Arabic), lang.Fold, arabicCities()) })
)

// written is a word as token has it: CLDR writes Côte d’Ivoire.
func written(w string) string { return strings.ReplaceAll(strings.ToLower(w), "’", "'") }

// build takes the names that CLDR has for countries, without those that are more
// often something else, and the cities.
func build(regions display.Namer, fold func(string) string, cities map[string]string) names {
	n := names{}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			r, err := language.ParseRegion(string(a) + string(b))
			// Codes that were replaced (DD) canonicalize to another one and would name it twice.
			if err != nil || !r.IsCountry() || r.Canonicalize() != r || union(r.String()) {
				continue
			}
			if name := words(fold, regions.Name(r)); !doubtful(name) {
				n.add(name, r.String())
			}
		}
	}
	for country, list := range cities {
		for _, name := range strings.Split(list, ",") {
			n.add(words(fold, name), country)
		}
	}
	return n
}

// union tells the codes that CLDR has for bodies of many countries.
func union(code string) bool { return code == "UN" || code == "EU" || code == "EZ" }

// words folds a name word by word, as the words of a text are folded.
func words(fold func(string) string, name string) string {
	all := strings.Fields(name)
	for i := range all {
		all[i] = fold(all[i])
	}
	return strings.Join(all, " ")
}

// doubtful tells names that are more often a state, a person or a plain word:
// Georgia, مالي (of money).
func doubtful(name string) bool {
	switch name {
	case "georgia", "guernsey", "jersey", "chad", "مالي", "بنين", "جورجيا", "عمان", "غينيا", "توفالو", "جيرسي", "بالاو", "ناورو":
		return true
	}
	return false
}

// englishCities are capitals and short names of countries, by country.
func englishCities() map[string]string {
	return map[string]string{
		"US": "washington,united states,u.s.,usa,america", "GB": "london,britain,great britain,england,scotland,wales,u.k.,uk", "FR": "paris", "DE": "berlin", "IT": "rome", "ES": "madrid",
		"RU": "moscow", "UA": "kyiv,kiev", "CN": "beijing", "JP": "tokyo", "KR": "seoul,south korea", "KP": "pyongyang,north korea", "IN": "new delhi,delhi", "PK": "islamabad",
		"AF": "kabul", "IR": "tehran", "TR": "ankara,istanbul,turkey,türkiye,turkiye", "EG": "cairo,alexandria", "SY": "damascus,aleppo", "LB": "beirut", "JO": "amman", "IQ": "baghdad,mosul,basra",
		"SA": "riyadh,jeddah,mecca", "YE": "sanaa,aden", "AE": "abu dhabi,dubai,uae", "QA": "doha", "BH": "manama", "KW": "kuwait city", "OM": "muscat,oman", "LY": "benghazi",
		"TN": "tunis", "DZ": "algiers", "MA": "rabat,casablanca", "SD": "khartoum", "SO": "mogadishu", "MR": "nouakchott", "PS": "gaza,ramallah,west bank,palestine", "IL": "tel aviv",
		"BE": "brussels", "NL": "amsterdam,the hague,holland", "AT": "vienna", "CH": "geneva,bern", "PL": "warsaw", "GR": "athens", "SE": "stockholm", "NO": "oslo", "FI": "helsinki",
		"DK": "copenhagen", "KE": "nairobi", "ET": "addis ababa", "NG": "abuja,lagos", "ZA": "pretoria,johannesburg", "BR": "brasilia", "CI": "ivory coast,cote d'ivoire", "AR": "buenos aires", "MX": "mexico city",
		"CA": "ottawa", "AU": "canberra", "ID": "jakarta", "MY": "kuala lumpur", "TH": "bangkok", "VN": "hanoi", "PH": "manila", "CU": "havana", "VE": "caracas", "MM": "burma,myanmar",
		"CZ": "prague,czech republic", "HU": "budapest", "RS": "belgrade", "CD": "kinshasa,democratic republic of congo,democratic republic of the congo,dr congo",
		"CG": "brazzaville,republic of the congo",
	}
}

// arabicCities are the same in Arabic, with the other spellings of countries. What
// is a word as well is left out: مسقط (of his head: birthplace), سيول (floods), جدة
// (grandmother), and Tripoli, of which there are two.
func arabicCities() map[string]string {
	return map[string]string{
		"US": "واشنطن,الولايات المتحدة,أميركا,أمريكا,نيويورك", "GB": "لندن,بريطانيا,المملكة المتحدة", "FR": "باريس", "DE": "برلين", "IT": "روما", "ES": "مدريد,إسبانيا", "RU": "موسكو",
		"UA": "كييف", "CN": "بكين,بيجين", "JP": "طوكيو", "KR": "كوريا الجنوبية", "KP": "بيونغ يانغ,كوريا الشمالية", "IN": "نيودلهي", "PK": "إسلام آباد", "AF": "كابول",
		"IR": "طهران", "TR": "أنقرة,إسطنبول", "EG": "القاهرة,الإسكندرية", "SY": "دمشق,حلب,سورية", "LB": "بيروت", "IQ": "بغداد,الموصل,البصرة", "SA": "الرياض,السعودية",
		"YE": "صنعاء,عدن", "AE": "أبوظبي,أبو ظبي,دبي,الإمارات", "QA": "الدوحة", "BH": "المنامة", "OM": "سلطنة عمان", "LY": "بنغازي", "MA": "الرباط,الدار البيضاء",
		"SD": "الخرطوم", "SO": "مقديشو", "MR": "نواكشوط", "PS": "غزة,رام الله,الضفة الغربية,فلسطين", "IL": "تل أبيب", "BE": "بروكسل,بروكسيل", "AT": "فيينا", "CH": "جنيف",
		"GR": "أثينا", "KE": "نيروبي", "ET": "أديس أبابا", "CI": "كوت ديفوار", "CD": "الكونغو الديمقراطية,الكونغو الديموقراطية,كينشاسا",
	}
}
