package topic

import (
	"slices"
	"strings"
	"testing"

	"dateline/internal/annotate/token"
)

// A labelled item is a text of our own with the topics that a desk would give it; ""
// for one that belongs to none of the lists.
type labelled struct{ topics, text string }

func englishItems() []labelled {
	return []labelled{
		{"01", "The film opened the festival in Tamar. Its lead actor, once a singer, wrote the screenplay himself, and the cinema was full."},
		{"02", "Police arrested a second suspect in the murder of a pilot. He appeared in court, and the judge refused him bail."},
		{"02 04", "A court convicted the bank of fraud. Prosecutors said its investors lost their shares, and the judge sentenced two traders."},
		{"03", "An earthquake shook the coast before dawn. Rescuers searched the rubble for survivors, and an aftershock stopped them twice."},
		{"03 17", "Flooding cut the valley off. Rescuers evacuated two villages after rainfall that forecasters call the heaviest in years; temperatures fell."},
		{"04", "Inflation slowed in May, and the central bank left rates alone. Bond investors had expected the currency to fall."},
		{"05", "Every pupil in the school was sent home. Teachers say that the classroom roof leaks and that the curriculum waits."},
		{"06", "Carbon emissions fell for a third year. Biodiversity did not gain: wildlife lost more habitat to deforestation."},
		{"07", "The hospital took in forty patients. Doctors trace the outbreak to a virus for which there is no vaccine."},
		{"09", "The union called its workers out over wages. The employer warned of layoffs and cut overtime."},
		{"11", "Voters go to the polls on Sunday. The opposition leads the coalition by two points before the parliament's election."},
		{"12", "The bishop led the prayer in the cathedral; an imam from the old mosque and a rabbi stood beside him."},
		{"13", "Scientists tested the telescope in orbit. The satellite's software had failed twice before astronomers saw a star."},
		{"15", "The striker missed a penalty in the last minute, and the coach blamed the referee. The league match ended level."},
		{"16", "Artillery shelled the frontline overnight despite the truce. The army says that rebels fired a missile at its troops."},
		{"17", "Forecasters expect thunderstorms by noon. The temperature may reach 40 degrees Celsius, and humidity will stay high."},
		{"", "The ferry left the harbour at noon with nine cars and a dog. The crossing takes two hours."},
		{"", "A minister, a nurse and a goalkeeper met on a train, and nothing came of it."},
		{"", "The harbour café turns eighty. Its owner still bakes at four in the morning and still opens at six."},
		{"", "Readers wrote in about the lamp on the pier. Most want it lit; one wants it gone."},
	}
}

func arabicItems() []labelled {
	return []labelled{
		{"01", "افتتح الفيلم المهرجان، وصفق الجمهور للممثلة التي كانت مطربة، وقال المسرح كلمته."},
		{"02", "اعتقلت الشرطة مشتبهاً ثانياً في جريمة الميناء، وأمرت النيابة بتوقيفه قبل المحاكمة."},
		{"03", "ضرب زلزال الساحل فجراً، وبحثت فرق الإنقاذ بين الأنقاض عن ناجين بعد هزة ثانية."},
		{"04", "تراجع التضخم في أيار، وأبقى المصرف المركزي الفائدة، فيما هبطت الأسهم والعملة."},
		{"05", "عاد التلاميذ إلى المدارس، ويشكو المعلمون من مناهج لم تصل قبل الامتحانات."},
		{"06", "انخفضت انبعاثات الكربون، لكن التلوث يهدد المحمية، والتصحر يأكل الغابات."},
		{"07", "استقبل المستشفى أربعين مريضاً، ويقول الأطباء إن الفيروس لا لقاح له."},
		{"11", "يتوجه الناخبون إلى الاقتراع الأحد، وتتقدم المعارضة في انتخابات البرلمان."},
		{"12", "أمّ الإمام المصلين في المسجد، وحضر الأسقف من الكنيسة المجاورة."},
		{"15", "أهدر المهاجم ركلة في آخر المباراة، ولام المدرب لاعبي المنتخب."},
		{"16", "قصفت المدفعية الجبهة رغم الهدنة، وقال الجيش إن مسلحين أطلقوا النار على الجنود."},
		{"17", "تتوقع الأرصاد أمطاراً رعدية وعواصف، وقد تبلغ الحرارة أربعين درجة مئوية."},
		{"", "غادرت العبّارة الميناء ظهراً وعلى متنها تسع سيارات وكلب."},
		{"", "كتب القراء عن المصباح القديم على الرصيف، وأكثرهم يريده مضاءً."},
	}
}

// TestTopics holds precision and recall on these items. They and the lists are by
// the same hand, so they only tell that the method works, not how well it does on
// the wire.
func TestTopics(t *testing.T) {
	for _, c := range []struct {
		name  string
		items []labelled
		find  func(*token.Text) []string
	}{{"english", englishItems(), English}, {"arabic", arabicItems(), Arabic}} {
		right, given, wanted := 0, 0, 0
		for _, item := range c.items {
			want := strings.Fields(item.topics)
			got := c.find(token.Cut(item.text))
			given, wanted = given+len(got), wanted+len(want)
			for _, code := range got {
				if slices.Contains(want, strings.TrimSuffix(strings.TrimPrefix(code, "medtop:"), "000000")) {
					right++
				} else {
					t.Errorf("%s: wrong: %s", item.text, code)
				}
			}
			if len(got) < len(want) {
				t.Logf("%s: %v of %v", item.text, got, want)
			}
		}
		if 100*right < 80*wanted {
			t.Errorf("%s: %d of %d topics found, %d given", c.name, right, wanted, given)
		}
	}
}

// TestMentions: a long text that mentions a topic in passing has none of it.
func TestMentions(t *testing.T) {
	text := strings.Repeat("The ferry crosses the bay twice a day and carries cars, dogs and letters to the other side. ", 20) +
		"A teacher, a pupil and a campus were on board."
	if got := English(token.Cut(text)); len(got) != 0 {
		t.Error(got)
	}
}
