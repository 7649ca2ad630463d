package byline

import (
	"strings"

	"dateline/internal/lang"
)

// isGiven reports a frequent given name in Arabic. The script has no capitals, so
// this is what tells a name that nothing marks from a section or an outlet: «سلمى
// حداد» from «روسيا اليوم».
func isGiven(word string) bool { return listed(given, word) }

// isGivenToo reports given names that are words as well: «حسن», «كريم», «جمال». What
// follows them tells: «جمال حداد», but «جمال المرأة».
func isGivenToo(word string) bool { return listed(givenToo, word) }

// listed looks a word up in one of the lists below; of several words none is there.
func listed(list, word string) bool {
	word = lang.Fold(word)
	return word != "" && !strings.Contains(word, " ") && strings.Contains(list, " "+word+" ")
}

// namesInArabic reports two to four words of Arabic script that begin with a given
// name, behind titles or not, and that the text does not speak of: who is in the news is named there.
func namesInArabic(name string, told func(string) bool) bool {
	fields := untitledName(strings.Fields(name))
	if len(fields) < 2 || len(fields) > 4 || told(strings.Join(fields, " ")) {
		return false
	}
	// Folded, the name «علي» is "on" as well: «على الساعة 14:30».
	if strings.HasSuffix(fields[0], "ى") && strings.HasPrefix(fields[1], "ال") {
		return false
	}
	return isGiven(fields[0]) || isGivenToo(fields[0]) && !strings.HasPrefix(fields[1], "ال")
}

// given and givenToo are folded, with a space around each name.
const given = ` محمد احمد محمود مصطفي علي حسين عبد عبدالله عبدالرحمن عبدالعزيز عبدالكريم ابراهيم يوسف خالد عمر طارق ياسر وليد هشام ايمن اشرف حسام هاني سامي سمير نبيل ماجد مجدي عماد عصام علاء عمرو تامر وايل` +
	` شريف صلاح فيصل سلمان فهد سعد سعود بندر تركي نايف ناصر منصور راشد حمد حمدان جاسم قاسم كاظم حيدر عباس جعفر مهدي حمزه بلال زياد نضال باسم بسام غسان مروان عدنان رامي رايد جورج الياس انطوان بيار جوزيف بطرس` +
	` ميشال مارون طوني شربل نقولا حنا عيسي موسي يعقوب اسماعيل ادريس يونس زكريا يحيي داود سليمان ايوب مراد رشاد فواد فواز فادي شادي نزار نديم مالك مامون معتز معن مازن لوي قصي عدي انس اسامه اسعد امجد اكرم انور` +
	` ايهاب بهاء توفيق ثامر جابر جلال جواد حاتم حازم حامد حسان حسني حمدي خليل رافت رجب رفعت رمزي زاهر زهير سفيان شاكر شعبان شكري شوقي صبحي صبري صفوت ضياء طاهر طلال طلعت طه عامر عاطف عاصم عثمان عزت غازي فاروق` +
	` فايز فتحي فخري فريد فهمي فوزي قيس كارم كمال لطفي ماهر محسن مدحت مصعب معاذ ممدوح منذر منير مهند مويد ميلاد هيثم وسام وسيم وجدي ياسين يسري` +
	` فاطمه عايشه مريم زينب خديجه ساره سلمي ليلي مني رنا ريم ريما رولا رانيا راندا دينا داليا دعاء هبه هند هاله هناء هيام سهام سهير سوسن سميره سعاد شيماء شيرين ضحي عبير غاده فاتن فدوي كوثر لبني لمياء لينا ليندا` +
	` وائل رائد عائشه فؤاد لؤي مؤيد نائل فائز مها مروه ميساء ميرفت منال نادين ناديه نجلاء نجوي نسرين نهي نوال نورا نورهان هاجر ياسمين يسرا اميره اسماء اسراء اريج بثينه بسمه تغريد جيهان خلود رباب رحاب رشا رغد زهره `

const givenToo = ` حسن كريم سعيد جميل جمال سالم سلام رشيد عادل حكيم عزيز صادق رضا هادي حبيب فارس ربيع رياض نعيم نادر نصر جهاد خميس رمضان مبارك كامل مختار مسعود بدر زين سلطان خليفه زايد امل امال ايمان وفاء نور سحر فرح هدي ندي الهام حنان دلال جميله سناء صفاء `
