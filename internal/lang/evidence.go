package lang

import "strings"

// A family is the languages of a script, with what tells them apart: each word,
// letter or affix maps to the languages that have it, so that a text is gone
// through once, not once a language.
type family struct {
	languages    []string
	words        map[string]set // function words, folded
	letters      map[rune]set   // letters beyond the script's common ones
	starts, ends map[string]set // of words
	longest      int            // affix, in bytes
}

// A set is some of a family's languages, by number.
type set uint32

func (s set) has(i int) bool { return s>>i&1 != 0 }

func newFamily(list ...evidence) *family {
	f := &family{words: map[string]set{}, letters: map[rune]set{}, starts: map[string]set{}, ends: map[string]set{}}
	for i, e := range list {
		f.languages = append(f.languages, e.language)
		for _, r := range e.letters {
			f.letters[r] |= 1 << i
		}
		for _, w := range strings.Fields(e.words) {
			f.add(w, 1<<i)
		}
	}
	return f
}

// add takes in a word, a beginning ("un-") or an ending ("-ing").
func (f *family) add(word string, who set) {
	form := Fold(word)
	switch {
	case strings.HasSuffix(word, "-"):
		f.starts[form] |= who
	case strings.HasPrefix(word, "-"):
		f.ends[form] |= who
	default:
		f.words[form] |= who
		return
	}
	f.longest = max(f.longest, len(form))
}

// evidence is what tells a language from the others of its script.
type evidence struct{ language, letters, words string }

// The tables are built once; nothing writes to them afterwards.
var (
	latin = newFamily(
		evidence{"en", "", `the of and to in is for on that with as by at from it was be are has have this which or an will its
			his her their after over not but who says said been more about into than were would up out no new he she they
			we you against between during where when what how before could under while all can may should there these
			-ing -ed -tion -ness -ly -ment`},
		evidence{"fr", "éèêàçùâîôûœëï", `le la les de des du un une et est en que qui dans pour sur au aux par pas plus ce cette
			il elle avec son sa ses se ne nous vous ils sont ont été être mais ou où leur comme fait sans après entre contre
			depuis selon deux l d qu c s n j y a tout -eux -ement -ique -tion -aient -ait -euse -eur`},
		evidence{"de", "äöüß", `der die das und ist in den von zu mit für auf dem des ein eine einer einem einen im nicht sich als
			auch es an werden aus er hat dass sie nach bei wird sind noch wie um am zum zur über war haben oder aber vor
			durch wenn nur gegen unter seine ihre mehr wurde kann bis -ung -lich -keit -heit -isch -chen`},
		evidence{"es", "ñ¿¡áíóúé", `el la los las de del que y en un una es por con para se no al lo como más su sus le ha este
			esta pero o fue son está entre sobre también desde hasta según contra ser tras han muy sin años -ción -dad
			-miento -ado -ando`},
		evidence{"it", "òìàèù", `il lo la gli le di del della dei delle e è che in un una per con non si da dal dalla al alla
			nel nella sono ha come più anche ma suo sua ai sul sulla questo questa stato essere dopo tra fra dell nell all
			i o -zione -mente -ità -ato -endo`},
		evidence{"pt", "ãõçáéíóúâê", `o os as de do da dos das que e em um uma é por com para se não ao no na nos nas como mais
			seu sua foi ser são está entre sobre também pelo pela até após muito já há ou mas a -ção -dade -mente -ões -ado`},
		evidence{"nl", "", `de het een van en in is dat op te zijn met voor niet aan er om ook als bij maar door naar uit nog
			over wordt heeft worden deze dit die hij ze werd tot kan meer na zo geen tegen zich onder hebben
			-heid -lijk -ing -tie`},
		evidence{"tr", "ğşıçöüâ", `ve bir bu da de için ile olarak çok daha gibi olan kadar sonra en ne o ki ama veya her şey
			değil var yok ise tarafından göre bunu olduğu eden ya mi mı -lar -ler -dır -dir -ları -leri -nin -nın -lik
			-mak -mek -yor -daki -deki -dan -den -ında -inde`},
		evidence{"id", "", `yang dan di dari untuk dengan ini itu pada dalam tidak akan ke oleh juga telah adalah ada sebagai
			kepada karena bisa lebih mereka kami saat seorang -nya -kan ber- men- meng- peng-`},
		evidence{"pl", "ąćęłńśźżó", `w i na z do się nie że jest to o od po za jak przez dla są było był ma przed ich oraz
			który która które już tym tego -ych -ego -ości -owie`},
		evidence{"sv", "åäö", `och att det i en som på är av för med den till inte om ett har de var från vi men så kan han hon
			-het -ning -arna`},
	)
	arabic = newFamily(
		evidence{"ar", "ةىأإؤئآًٌٍَُِّْ", `في من على إلى أن إن عن مع التي الذي هذا هذه ذلك قد لا ما لم كان كانت بعد قبل بين حتى
			خلال عند منذ أو ثم كما وقال قال وقد وفي ومن هو هي وهو ضد حول عبر به له ان الى ال- وال- بال- لل-`},
		evidence{"fa", "پچژگکی", `در به از که این را با است برای آن یک بر تا نیز خود شد میشود شده کرد هم بود دارد کند
			های ها بین اما یا پس باید ایران اند شود گفت وی می- نمی- -های -ها -ترین -شود -اند`},
		evidence{"ur", "ٹڈڑںھہےپچژگکی", `کے کی میں ہے کا سے اور کو نے پر ہیں اس یہ کہ بھی ایک نہیں تھا تھی جو گیا گئی کر وہ تو لیے
			ہو ان دیا رہے کیا ساتھ بعد`},
		evidence{"ps", "ټډړښځڅېۍګڼ", `د په او چې کې ته له سره دی دا یې هغه نه شوی وي کړي`},
		evidence{"ckb", "ێۆڕڵەگڤ", `لە بە و کە بۆ ئەم لەگەڵ ئەو هەر`},
	)
	cyrillic = newFamily(
		evidence{"ru", "ыэъё", `и в не на что с по как это он из к за от о для его но а все так же было бы у до после при был
			года также или их чтобы если который которые со -ого -его -ться -ение -ости -ский`},
		evidence{"uk", "іїєґ", `і в не на що з по як це він із до за від про для його але та й у є був після при року також або
			їх щоб якщо який які зі -ого -ння -ися -ський`},
		evidence{"bg", "ъщ", `и в не на че с по като това той от за до но а се да са е през при след ще или който които беше
			като към няма -та -ите -ият -ането`},
		evidence{"sr", "јљњћђџ", `и у не на да с по као то он из за од о али а се је су са при након што или који које био`},
	)
)
