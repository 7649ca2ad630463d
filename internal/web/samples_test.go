package web

import (
	"strings"
	"time"

	"dateline"
)

func sampleSources() []dateline.Source {
	full := "agreed with the editor on 3 May"
	return []dateline.Source{
		{ID: "own", Name: "Marsa", Names: dateline.Names{"ar": "مرسى"}, Kind: dateline.Own, Usage: dateline.UsageFull},
		{ID: "nahr", Name: "Nahr News Agency", Names: dateline.Names{"ar": "وكالة نهر للأنباء"}, Kind: dateline.StateAgency,
			Site: "https://nahr.example/", Language: "en", Usage: dateline.UsageFull, UsageReason: full},
		{ID: "nahr-ar", Name: "وكالة نهر للأنباء", Names: dateline.Names{"en": "Nahr News Agency (Arabic)"}, Kind: dateline.StateAgency,
			Site: "https://nahr.example/ar", Language: "ar", Usage: dateline.UsageFull, UsageReason: full},
		{ID: "sahlan", Name: "Sahlan Wire", Names: dateline.Names{"ar": "سهلان واير"}, Kind: dateline.Agency,
			Site: "https://www.sahlan.example", Language: "en"},
		{ID: "delta", Name: "Delta Monitor", Names: dateline.Names{"ar": "دلتا مونيتور"}, Kind: dateline.Outlet, Language: "en"},
		{ID: "minbar", Name: "المنبر", Names: dateline.Names{"en": "Al-Minbar"}, Kind: dateline.Outlet, Language: "ar"},
		{ID: "schools", Name: "وزارة التربية", Names: dateline.Names{"en": "Ministry of Education"}, Kind: dateline.OfficialBody,
			Language: "ar", Usage: dateline.UsageLink},
		{ID: "gazette", Name: "La Gazette du Littoral", Kind: dateline.Outlet, Language: "fr"},
	}
}

// sample makes an item filed so many minutes before noon.
func sample(source dateline.SourceID, guid, language string, ago int, headline, text string) dateline.Item {
	at := noon.Add(-time.Duration(ago) * time.Minute)
	item := dateline.Item{
		ID: dateline.NewItemID(source, guid), GUID: guid, Source: source, Language: language, Headline: headline,
		Direction: dateline.LeftToRight, URL: "https://" + string(source) + ".example/" + guid,
		FirstSeen: at.Add(time.Minute), Received: at.Add(time.Minute),
		Published: dateline.Stamp{Time: at, Zone: "GMT", Precision: dateline.ToMinute, From: dateline.FromFeed, Confidence: dateline.Sure},
	}
	if language == "ar" {
		item.Direction = dateline.RightToLeft
	}
	for _, p := range strings.Split(text, "\n\n") {
		if p != "" {
			item.Body = append(item.Body, dateline.Block{Kind: dateline.Paragraph, Text: p})
		}
	}
	return item
}

func with(item dateline.Item, change func(*dateline.Item)) dateline.Item {
	change(&item)
	return item
}

func sampleItems() []dateline.Item {
	return append(englishItems(), arabicItems()...)
}

func englishItems() []dateline.Item {
	return []dateline.Item{
		with(sample("own", "flash", "en", 1, "Qasr Lina port authority says all berths reopened", ""),
			func(i *dateline.Item) { i.Urgency = dateline.Flash }),
		sample("own", "food", "en", 12, "Port authority: closure “never applied to food ships”",
			"The port of Qasr Lina never turned a food ship away, its authority said on Sunday, two hours before all berths reopened.\n\nYusuf Karam, its spokesman, said grain and oil had been unloaded every night of the closure."),
		with(sample("nahr", "talks", "en", 320, "Dam talks resume in Tall Amun after five-day break; minister “not satisfied” with new filling timetable",
			"Talks on the Wadi Sarra dam resumed on Sunday after a break of five days, with the irrigation minister saying she was “not satisfied” with a new timetable for filling its second basin.\n\n"+
				"The delegations of the three river states met for two hours at the old customs house in Tall Amun. “We came with a timetable and leave with a question,” Hala Mansour told reporters afterwards.\n\n"+
				"She added that the technical committee would meet again on 3 December, once figures for the autumn flow were in.\n\n"+
				"On Thursday the upstream ministry had denied that filling would begin before the rains."),
			func(i *dateline.Item) {
				i.Standfirst = "Delegations from the three river states met for two hours on Sunday. No timetable was agreed, and the next round was put off to 3 December."
				i.Byline, i.Dateline = []string{"Rania Sabbagh"}, dateline.Dateline{Place: "Tall Amun", Date: "22 November"}
				i.CreditLine, i.Urgency, i.Section = "Nahr News Agency", 2, "Region"
				i.Translations = []dateline.Translation{{Language: "ar", URL: "https://nahr-ar.example/talks-ar"}}
				i.Body = append(i.Body, dateline.Block{Kind: dateline.Subhead, Text: "What was on the table"},
					dateline.Block{Kind: dateline.List, Items: []string{"a filling over seven years", "a joint gauge at Tall Amun"}},
					dateline.Block{Kind: dateline.Table, Rows: [][]string{{"Year", "Level, m"}, {"2027", "612"}, {"2028", "618"}}},
					dateline.Block{Kind: dateline.Quotation, Text: "Nobody here signs for rain."},
					dateline.Block{Kind: dateline.Post, Text: "The gauge stands at 612. — Ministry of Water", URL: "https://www.instagram.com/p/Cabc/"})
			}),
		sample("delta", "olives", "en", 30, "Olive harvest down a fifth in the northern districts",
			"Growers in the northern districts expect a fifth less oil than last year after a dry spring, their union said, and blamed late pruning as much as the weather."),
		with(sample("sahlan", "rate", "en", 149, "Central bank of Sahlan holds its rate at 6.25 per cent, cites bread prices",
			"The central bank of Sahlan left its main rate at 6.25 per cent on Sunday. Its governor said the council was “in no hurry” to ease before the spring wheat tenders, when bread prices would show what the harvest had done."),
			func(i *dateline.Item) {
				i.Notices = []dateline.Notice{{Kind: dateline.Correct, Text: "The rate was held at 6.25 per cent, not 6.5."}}
			}),
		with(sample("delta", "cost", "en", 172, "What a slower filling of the reservoir would cost each of the three states",
			"Each year of delay is paid for three times over: in light upstream, in rice in the middle and in salt at the mouth. A look at the ledgers of the river."),
			func(i *dateline.Item) { i.Genre = dateline.Analysis }),
		sample("nahr", "boat", "en", 51, "Coast guard finds second boat off Ras Jund",
			"A second boat was found adrift off Ras Jund on Sunday, the coast guard said. Nobody was on board; the engine was warm."),
		with(sample("schools", "term", "en", 77, "Wadi Sarra: school year to start a week late", "Not to be shown beyond its headline."), func(*dateline.Item) {}),
		sample("delta", "fire", "en", 105, "Two held over Marj Ayn cable fire",
			"Police in Marj Ayn are holding two men over the fire that cut power to half of the city on Saturday night, the governor’s office said."),
		sample("nahr", "power", "en", 461, "Power back in most of Marj Ayn after overnight cable fire",
			"Power was back in most of Marj Ayn by dawn on Sunday after a cable fire left 40,000 homes dark."),
		with(sample("sahlan", "undated", "en", 200, "Ferry company Jisr adds a morning sailing to Ras Jund",
			"Jisr will sail at seven from the new year, the company said in a notice to travellers that bears no date."),
			func(i *dateline.Item) { i.Published = dateline.Stamp{}; i.Genre = dateline.PressRelease }),
		with(sample("delta", "nozone", "en", 240, "Museum of Qasr Lina shows the customs ledgers of 1911",
			"The ledgers that burnt at the edges are shown for the first time."),
			func(i *dateline.Item) { i.Published.Zone = "" }),
		with(sample("sahlan", "dayonly", "en", 14*60+32, "Grain board publishes its tender calendar for spring",
			"Three tenders are planned before Easter."),
			func(i *dateline.Item) { i.Published.Precision = dateline.ToDay }),
		sample("minbar", "mixed", "en", 260, "«الميزان» wins the regional film prize, first for Marj Ayn", "The jury praised its patience."),
		sample("nahr", "yesterday", "en", 1500, "Rain closes the coast road at Ras Jund",
			"The coast road at Ras Jund was closed on Saturday after three hours of rain."),
		sample("gazette", "fr", "fr", 90, "Le port de Qasr Lina rouvre tous ses quais", "Tous les quais du port ont rouvert dimanche après-midi."),
	}
}

func arabicItems() []dateline.Item {
	return []dateline.Item{
		with(sample("own", "flash-ar", "ar", 1, "سلطة ميناء قصر لينا: إعادة فتح جميع الأرصفة", ""),
			func(i *dateline.Item) { i.Urgency = dateline.Flash }),
		sample("own", "food-ar", "ar", 12, "سلطة الميناء: الإغلاق «لم يشمل قط سفن الغذاء»",
			"قالت سلطة ميناء قصر لينا يوم الأحد إنها لم ترد أي سفينة غذاء، وذلك قبل ساعتين من إعادة فتح جميع الأرصفة."),
		with(sample("nahr-ar", "talks-ar", "ar", 320, "استئناف محادثات السد في تل آمون بعد توقف خمسة أيام، والوزيرة «غير راضية» عن جدول الملء الجديد",
			"استؤنفت يوم الأحد محادثات سد وادي سرّا بعد توقف دام خمسة أيام، وقالت وزيرة الري إنها «غير راضية» عن جدول جديد لملء حوضه الثاني.\n\n"+
				"واجتمعت وفود دول النهر الثلاث ساعتين في دار الجمارك القديمة في تل آمون. وقالت هالة منصور للصحفيين بعد الاجتماع: «جئنا بجدول زمني ونغادر بسؤال».\n\n"+
				"Reuters وAFP حضرتا المؤتمر الصحفي الذي استمر 20 دقيقة.\n\n"+
				"وأضافت أن اللجنة الفنية ستجتمع مجددًا في 3 كانون الأول/ديسمبر بعد صدور أرقام تدفق الخريف."),
			func(i *dateline.Item) {
				i.Standfirst = "اجتمعت وفود دول النهر الثلاث ساعتين يوم الأحد، ولم يُتفق على جدول زمني، وأُرجئت الجولة التالية إلى 3 كانون الأول/ديسمبر."
				i.Byline, i.Dateline = []string{"رانيا صباغ"}, dateline.Dateline{Place: "تل آمون", Date: "22 تشرين الثاني"}
				i.CreditLine, i.Urgency, i.Section = "وكالة نهر للأنباء", 2, "الإقليم"
				i.Translations = []dateline.Translation{{Language: "en", URL: "https://nahr.example/talks"}}
			}),
		sample("minbar", "olives-ar", "ar", 30, "تراجع محصول الزيتون بمقدار الخُمس في المناطق الشمالية",
			"يتوقع مزارعو المناطق الشمالية تراجع إنتاج الزيت بمقدار الخُمس عن العام الماضي بعد ربيع جاف، بحسب اتحادهم."),
		with(sample("sahlan", "rate-ar", "ar", 149, "مصرف سهلان المركزي يثبت الفائدة عند 6.25 في المئة ويعزو ذلك إلى أسعار الخبز",
			"أبقى مصرف سهلان المركزي الفائدة الرئيسية عند 6.25 في المئة يوم الأحد. وقال المحافظ إن المجلس «ليس في عجلة» للتيسير قبل مناقصات قمح الربيع."),
			func(i *dateline.Item) {
				i.Notices = []dateline.Notice{{Kind: dateline.Correct, Text: "ثُبتت الفائدة عند 6.25 في المئة لا 6.5."}}
			}),
		with(sample("delta", "cost-ar", "ar", 172, "ما كلفة إبطاء ملء الخزان على كل من الدول الثلاث؟",
			"كل سنة تأخير تُدفع ثلاث مرات: نورًا عند المنبع، وأرزًا في الوسط، وملحًا عند المصب. نظرة في دفاتر النهر."),
			func(i *dateline.Item) { i.Genre = dateline.Analysis }),
		sample("nahr-ar", "boat-ar", "ar", 51, "خفر السواحل يعثر على قارب ثان قبالة رأس جند",
			"عُثر على قارب ثان قبالة رأس جند يوم الأحد، بحسب خفر السواحل. ولم يكن على متنه أحد."),
		sample("schools", "term-ar", "ar", 77, "وادي سرّا: العام الدراسي يبدأ متأخرًا أسبوعًا", "لا يظهر منه غير عنوانه."),
		sample("minbar", "fire-ar", "ar", 105, "توقيف اثنين في قضية حريق كابل مرج عين",
			"أوقفت الشرطة في مرج عين رجلين على خلفية الحريق الذي قطع التيار عن نصف المدينة ليل السبت، بحسب مكتب المحافظ."),
		sample("nahr-ar", "power-ar", "ar", 461, "عودة التيار إلى معظم مرج عين بعد حريق كابل ليلًا",
			"عاد التيار إلى معظم مرج عين فجر الأحد بعد حريق كابل أغرق 40 ألف منزل في الظلام."),
		sample("minbar", "mixed-ar", "ar", 210, "شركة Jisr Ferries تضيف رحلة صباحية إلى رأس جند",
			"تبحر سفن الشركة في السابعة صباحًا ابتداء من العام المقبل، وفق إشعار للمسافرين."),
		sample("minbar", "film-ar", "ar", 260, "فيلم «الميزان» يفوز بجائزة الإقليم، والأولى لمرج عين", "أشادت لجنة التحكيم بصبره."),
		sample("nahr-ar", "rain-ar", "ar", 1500, "المطر يغلق طريق الساحل عند رأس جند",
			"أُغلق طريق الساحل عند رأس جند يوم السبت بعد ثلاث ساعات من المطر."),
	}
}

// killed is an item that was out and was killed by the desk.
func (w *world) killed() dateline.Item {
	item := sample("delta", "libel", "en", 270, "Harbour master took money, documents show", "A text that must never be seen again.")
	w.file(nil, []dateline.Item{item})
	w.decide(dateline.Decision{Item: item.ID, Kind: dateline.Kill, By: "hala", Time: noon.Add(-192 * time.Minute), Reason: "legal"})
	return item
}
