package search

import (
	"slices"
	"strings"

	"dateline/internal/lang"
)

// spellings are names that the press writes in several ways, one name a line.
// Persons found in items will add to them; these are the ones that every desk
// meets. A spelling that is also a common word is left out.
const spellings = `
Kyiv | Kiev | كييف
Moscow | موسكو
Putin | Poutine | بوتين
Zelensky | Zelenskyy | Zelenskiy | Selenskyj | زيلينسكي | زيلنسكي
Lavrov | Lawrow | لافروف
Peskov | Peskow | بيسكوف
Kharkiv | Kharkov | خاركيف | خاركوف
Odesa | Odessa | أوديسا
Lviv | Lvov | لفيف
Donetsk | دونيتسك
Kremlin | الكرملين | كرملين
Trump | ترامب | ترمب
Biden | بايدن
Obama | أوباما
Netanyahu | Netanyahou | نتنياهو | نتانياهو
Macron | ماكرون
Merkel | ميركل
Scholz | شولتس
Merz | ميرتس
Starmer | ستارمر
Erdogan | Erdoğan | أردوغان | إردوغان | اردوجان
Xi Jinping | شي جين بينغ | شي جينبينغ
Beijing | Peking | بكين | بيجين
Modi | مودي
Khamenei | خامنئي
Pezeshkian | Pezeshkyan | بزشكيان
Raisi | Raeesi | إبراهيم رئيسي
Gaddafi | Qaddafi | Gadhafi | Kadhafi | Qadhafi | القذافي | قذافي
Sisi | al-Sisi | el-Sisi | السيسي
Mubarak | مبارك
Assad | al-Assad | الأسد
al-Sharaa | al-Shara | أحمد الشرع
Saddam Hussein | Saddam Hussain | صدام حسين
Nasrallah | نصر الله | نصرالله
Hezbollah | Hizbullah | Hizbollah | Hezbullah | حزب الله
Hamas | حماس
Houthi | Huthi | الحوثي | الحوثيين | الحوثيون
Khashoggi | Khashuqji | خاشقجي
bin Salman | بن سلمان
bin Zayed | بن زايد
Burhan | al-Burhan | البرهان
Hemedti | Hemeti | حميدتي
Haftar | Hifter | حفتر
Dbeibah | Dbeiba | Dabaiba | الدبيبة
Tebboune | تبون
Guterres | Gutierres | غوتيريش | جوتيريش
Cairo | القاهرة
Riyadh | Riyad | الرياض
Jeddah | Jiddah | Jedda | جدة
Mecca | Makkah | مكة
Medina | Madinah | المدينة المنورة
Doha | الدوحة
Qatar | Katar | قطر
Dubai | Dubayy | دبي
Abu Dhabi | أبوظبي | أبو ظبي
Muscat | Masqat | مسقط
Sanaa | Sana'a | صنعاء
Aden | عدن
Hodeidah | Hudaydah | Hodeida | الحديدة
Baghdad | Bagdad | بغداد
Basra | Basrah | البصرة
Mosul | الموصل
Fallujah | Falluja | الفلوجة
Erbil | Arbil | Irbil | أربيل
Kirkuk | كركوك
Damascus | دمشق
Aleppo | حلب
Idlib | Idleb | إدلب
Homs | Hims | حمص
Raqqa | Raqqah | الرقة
Beirut | Beyrouth | بيروت
Amman | عمّان
Gaza | غزة
Rafah | رفح
Khan Younis | Khan Yunis | Khan Yunus | خان يونس
Jerusalem | al-Quds | القدس
Ramallah | رام الله
Jenin | Janin | جنين
Khartoum | الخرطوم
Darfur | دارفور
El Fasher | al-Fashir | الفاشر
Benghazi | Bengasi | بنغازي
Tripoli | طرابلس
Tehran | Teheran | طهران
Kabul | Kaboul | كابول | كابل
Ankara | أنقرة
Istanbul | Istambul | إسطنبول | اسطنبول | استانبول
Mogadishu | Mogadiscio | مقديشو
N'Djamena | Ndjamena | نجامينا
Myanmar | Burma | ميانمار
Mumbai | Bombay | مومباي | بومباي
Kolkata | Calcutta | كولكاتا | كلكتا
Washington | واشنطن
Quran | Koran | Qur'an | القرآن
Daesh | Da'esh | ISIS | داعش
al-Qaeda | al-Qaida | تنظيم القاعدة
`

// A nameTable gives all spellings of a name for any of them.
type nameTable map[string][]Choice

// names is built once; nothing writes to it afterwards.
var names = newNameTable()

// newNameTable compares spellings as the index has them: أردوغان and إردوغان fold into one,
// and are one choice. Any spelling leads to all, the first one of a line is nothing special.
func newNameTable() nameTable {
	table := nameTable{}
	for line := range strings.Lines(strings.TrimSpace(spellings)) {
		var all []Choice
		for spelling := range strings.SplitSeq(line, "|") {
			c := Choice{Words: forms(spelling)}
			if !slices.ContainsFunc(all, func(o Choice) bool { return slices.Equal(o.Words, c.Words) }) {
				all = append(all, c)
			}
		}
		for _, c := range all {
			table[strings.Join(c.Words, " ")] = all
		}
	}
	return table
}

// of returns the spellings of the name that words are, also when a conjunction
// or preposition is written with it; nil when they are no name of the table.
func (n nameTable) of(words []string) []Choice {
	if len(words) == 0 {
		return nil
	}
	for _, first := range lang.Unprefixed(words[0]) {
		name := strings.Join(append([]string{first}, words[1:]...), " ")
		if all := n[name]; all != nil {
			return all
		}
	}
	return nil
}

// longestName is the most words that a name of the table has.
const longestName = 3

// joinNames gives every name among the terms its other spellings. A name of
// several words, typed as several terms, becomes one.
func joinNames(terms []Term) []Term {
	var out []Term
	for i := 0; i < len(terms); {
		n, all := nameAt(terms[i:])
		if n == 0 {
			out = append(out, terms[i].spelled())
			i++
			continue
		}
		typed := Choice{Words: typedWords(terms[i : i+n])}
		term := Term{typed}
		for _, c := range all {
			if !slices.Equal(c.Words, typed.Words) {
				term = append(term, c)
			}
		}
		out = append(out, term)
		i += n
	}
	return out
}

// spelled is a term of choices, each name among them also in its other spellings:
// whoever types Kiev OR Odessa means the towns.
func (t Term) spelled() Term {
	out := slices.Clip(t)
	for _, c := range t {
		if c.Quoted {
			continue
		}
		for _, other := range names.of(c.Words) {
			if !slices.ContainsFunc(out, func(o Choice) bool { return slices.Equal(o.Words, other.Words) }) {
				out = append(out, other)
			}
		}
	}
	return out
}

// nameAt returns how many terms the longest name at the beginning takes.
func nameAt(terms []Term) (int, []Choice) {
	for n := min(longestName, len(terms)); n > 0; n-- {
		if words := typedWords(terms[:n]); words != nil {
			if all := names.of(words); all != nil {
				return n, all
			}
		}
	}
	return 0, nil
}

// typedWords returns the words of terms that are plain: neither quoted nor with
// choices. Else nil.
func typedWords(terms []Term) []string {
	var words []string
	for _, t := range terms {
		if len(t) != 1 || t[0].Quoted {
			return nil
		}
		words = append(words, t[0].Words...)
	}
	return words
}
