package match

import (
	"strings"
	"testing"
)

const (
	disclaimer = "\nThe wire provides this information as it came, without warranty of any kind. We accept no responsibility or liability for the accuracy, content, images, licences, " +
		"completeness or legality of what stands in this article. Whoever has complaints or questions of rights about it, please write to the publisher named above."
	rights = "\nجميع الحقوق محفوظة. لا تتحمل الوكالة أي مسؤولية عن دقة المعلومات أو الصور أو التراخيص أو اكتمال ما ورد في هذا المقال أو قانونيته أو موثوقيته، " +
		"ولمن لديه شكوى أو استفسار بشأن حقوق النشر التواصل مع الناشر المذكور أعلاه عبر نموذج الاتصال في الموقع."
	about = "\nAbout Tarn Robotics: Tarn Robotics builds machines that sort, pack and carry goods in warehouses on four continents. Founded in 2009 in Port Elsin, " +
		"the company employs 2,300 people. Its customers include grocers, makers of medicines and airports. More is told at its site."
	named = "PORT ELSIN, March 4 - Tarn Robotics, a maker of carts, named Ivo Kessel chief financial officer. He comes from the brewer Holm, where he led a sale of its bottling plants, and takes office in May. " +
		"Kessel follows Pia Moss, who retires after eleven years."
	carts = "PORT ELSIN, March 9 - Tarn Robotics, a maker of carts, will supply 140 of them to the airport of Ombra under a contract of five years. They move bags between the halls without drivers. " +
		"Delivery begins in autumn, and halves the time that bags take."
	dates = "افتتح وزير الزراعة معرض التمور السنوي بمشاركة 120 مزارعا من خمس ولايات، وقال إن الإنتاج ارتفع هذا الموسم رغم الجفاف. ويستمر المعرض أسبوعا في ساحة السوق القديم."
	derby = "فاز فريق المرفأ على ضيفه نجوم الوادي بهدفين مقابل هدف في افتتاح الدوري، وسجل خالد منير هدف الفوز في الدقيقة الأخيرة. واعترض مدرب الضيوف على ركلة لم تحتسب."
)

const (
	background = "\nThe pier was built in 1931 and carried 40,000 travellers a year before the bridge was opened in 1978. It has been repaired four times since, " +
		"the last time after the storm of 2019. The authority, which owes 90 million crowns, has tried to sell the coal quay beside it for years."
	arabicBackground = "\nوبني الرصيف عام 1931 وكان ينقل 40 ألف مسافر سنويا قبل افتتاح الجسر عام 1978. ورمم أربع مرات منذ ذلك الحين، آخرها بعد عاصفة 2019. " +
		"وتحاول الهيئة التي تبلغ ديونها 90 مليونا بيع رصيف الفحم المجاور منذ سنوات."
)

// TestFooter: two texts that end in the same words are no copies, however long the end
// is; a copy has it, too, and so has one whose beginning was written anew.
func TestFooter(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		same       bool
	}{
		{"a disclaimer", ferry + disclaimer, tunnel + disclaimer, false},
		{"a disclaimer, mistyped news", ferry + disclaimer, mistype(tunnel, 10) + disclaimer, false},
		{"a disclaimer and a sign", ferry + disclaimer, tunnel + disclaimer + " (end)", false},
		{"an Arabic one", dates + rights, derby + rights, false},
		{"two releases of one company", named + about, carts + about, false},
		{"two more of them", "Tarn Robotics named a new head. Revenue rose 14 percent to 310 million crowns in the second quarter." + about, "Tarn Robotics pays a dividend. The airport of Ombra will get 140 carts of it by autumn." + about, false},
		{"a running story", "Divers found cracks in the ferry pier of Port Elsin on Monday, and it was closed at once." + background,
			"The government will pay for a new pier in Port Elsin, Transport Minister Jon Lind said on Thursday." + background, true},
		{"an Arabic one's next day", "اكتشف غواصون تشققات في رصيف العبارات بميناء مرسى الزيت الاثنين فأغلق على الفور." + arabicBackground,
			"تتكفل الحكومة ببناء رصيف جديد للعبارات في ميناء مرسى الزيت، كما أعلن وزير النقل جون ليند." + arabicBackground, true},
		{"one text with it", ferry + disclaimer, ferry + disclaimer, true},
		{"one text with it and without", ferry + disclaimer, ferry, true},
		{"a mistyped text with it", ferry + disclaimer, mistype(ferry, 10) + disclaimer, true},
		{"one text with two of them", ferry + disclaimer, ferry + about, true},
		{"an Arabic text with it", dates + rights, dates + rights, true},
		{"another beginning", ferry, "Cracks in eleven pillars of a pier in Port Elsin: divers found them, and the authority of the harbour had to act. " + sentences(ferry, 1, 2, 3), true},
		{"an end alone", sentences(ferry, 2, 3), ferry, true},
		{"two Arabic tolls", "أعلن مصدر مسؤول مساء الثلاثاء أن أربعة أشخاص قتلوا في حادث سير على طريق كارسك. وأضاف المصدر أن عدد الجرحى كبير، وأن بعض المواطنين شاركوا في الإسعاف قبل وصول القوات، وأغلق الطريق حتى الفجر." + rights,
			"قرب شاطئ أومبرا غرق أمس عشرة أشخاص حين انقلب بهم زورق، بحسب مصدر في المدينة. وكان عدد كبير من السكان هناك بعد ظهر اليوم، وقال بعض المواطنين إن القوات وصلت متأخرة، والبحر هائج." + rights, false},
		{"a quoted history", derby + background + "\n" + named, dates + background + "\n" + tunnel, true},
		{"an edited end", named + background, tunnel + mistype(background, 20), true},
		{"an end behind other news", sentences(ferry, 0, 1) + background, sentences(ferry, 0, 1) + tunnel + named + carts + background, true},
		{"a round-up's last report", "It rained in the valleys, and the harvest was late. " + tunnel + "\n" + ferry, ferry, true},
	} {
		for _, pair := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			if g := Compare(Read(pair[0]), Read(pair[1])); g.Same() != c.same {
				t.Errorf("%s: same %v: %+v", c.name, g.Same(), g)
			}
		}
	}
	var items []Item
	for _, text := range []string{ferry, tunnel, named, carts, dates, derby} {
		items = append(items, Item{Body: strings.TrimSpace(text) + disclaimer})
	}
	for i, o := range Families(items) {
		if o.Family != i {
			t.Errorf("item %d is of the family of %d", i, o.Family)
		}
	}
}
