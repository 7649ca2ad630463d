package story

import (
	"strings"
	"sync"

	"dateline/internal/lang"
)

// common are words that news of all kinds uses. At the beginning nothing is
// known of rarity, and without them the first reports that "said on Tuesday"
// would be one story. Built when it is first asked for; nothing writes to it
// afterwards.
var common = sync.OnceValue(func() map[string]bool { return commonStems(commonWords) })

const commonWords = `
	said say says told tell according report reported reports reporting news people person man men woman women
	year years month months week weeks day days today yesterday tomorrow monday tuesday wednesday thursday friday
	saturday sunday january february march april may june july august september october november december time
	times new old first second third last next one two three four five six seven eight nine ten million billion
	thousand hundred percent per cent number many more most much less few several some other another such same
	own just only also still even well back now then here there than very too over under out up down off on after
	before during while since until about around between among through against without within including include
	includes included made make makes making take takes took taken get got go goes going went come comes came see
	seen saw know known think thought want wanted need needed use used using work working worked call called
	calling ask asked asking give given gave show shows showed shown find found look looking looked believe
	believed seem appear appeared become became keep kept let left leave leaving put set run turn turned start
	started begin began end ended help helped hold held move moved bring brought happen happened part place case
	point way thing things fact group world country countries state states national international city area local
	home house life family friend friends child children official officials government minister president leader
	police authority authorities company companies business market public member members statement spokesman
	spokeswoman source sources media story article post posted website site page online internet social twitter
	facebook video photo image images picture read follow share comment comments email video updated published
	information question answer plan plans planned decision issue issues problem problems change changes effort
	attempt claim claims claimed allegedly alleged confirm confirmed deny denied announce announced release
	released add added expected likely possible possibly could would should might must will shall can cannot may
	never ever always often again away once later earlier ago recent recently already however although though
	because so if whether but and or nor yet not no yes mr mrs ms dr us uk american british united kingdom york
	london washington right left high low big small large little long short good bad best better great early late
	full real true far near open close top bottom hand face eye head body name number line side term power force
	order law court war attack attacked death dead die died kill killed victim life live living born age aged old
	young girl boy mother father son daughter wife husband brother sister students school university study team
	player game play played win won season coach league fans film movie actor music star show tv television book
	money cost price pay paid dollar sale sales buy bought sell sold service services product products technology
	phone device app user users customer customers available feature features version launch launched model data
	system security safe health medical hospital doctor patient food water air fire car road street building town
	village region border north south east west western eastern northern southern
	قال قالت واضاف واضافت اضاف واكد اكد اعلن اعلنت ذكر ذكرت اشار
	واشار اوضح واوضح كما بعد قبل خلال اليوم امس غدا الاحد
	الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت عام العام
	شهر الشهر اسبوع الاسبوع يوم ايام سنه سنوات مليون مليار الف
	مئه بالمئه عدد اكثر اقل كل بعض جميع اخر اخري الاول الاولي
	الثاني الثانيه الثالث رئيس الرئيس وزير الوزير وزاره حكومه
	الحكومه دوله الدوله الدول مجلس المجلس مدينه منطقه بلاد
	البلاد شخص اشخاص مصدر مصادر وكاله الانباء تقرير بيان تصريح
	مسؤول المتحدث باسم العالم العربيه الدوليه الدولي الوطني
	الوطنيه الامن قوات الشرطه سلطات مؤتمر اجتماع لقاء قرار عمل
	العمل بسبب نحو حوالي ضد دون غير مثل تحت فوق امام داخل خارج
	وقت الوقت مره حال حاله جديد الجديد كبير كبيره
`

// commonItems is in how many items, of the first 200, such a word is taken to be
// before any has come.
const commonItems = 20

// commonStems folds and stems as terms does, or a word of the list would never be met.
func commonStems(list string) map[string]bool {
	stems := map[string]bool{}
	for _, w := range strings.Fields(list) {
		stems[lang.Stem(lang.Fold(w), "")] = true
	}
	return stems
}
