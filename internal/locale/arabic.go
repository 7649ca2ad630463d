package locale

import "dateline"

// arabic returns the furniture in Arabic, in the words of the Arab press
// rather than those of a dictionary.
func arabic() *Messages {
	m := &Messages{
		// Short for توقيت غرينتش, as the Arab press writes it; the two letters must not part.
		Greenwich:  "ت\u00a0غ",
		OtherWords: OtherWords{Language: "English", Read: "Read in English", Latest: "Latest in English"},
		Genres: map[dateline.Genre]string{
			dateline.Report: "تقرير", dateline.Analysis: "تحليل", dateline.Opinion: "رأي",
			dateline.PressRelease: "بيان صحفي", dateline.Sponsored: "مادة ممولة",
		},
		Kinds: map[dateline.SourceKind]string{
			dateline.Agency: "وكالة أنباء", dateline.StateAgency: "وكالة رسمية", dateline.Outlet: "وسيلة إعلام",
			dateline.OfficialBody: "جهة رسمية", dateline.Company: "شركة", dateline.Own: "خاص",
		},
		Notices: map[dateline.DecisionKind]string{
			dateline.Release: "نشر", dateline.Hold: "حجب", dateline.Spike: "استبعاد",
			dateline.Update: "تحديث", dateline.Refile: "إعادة بث", dateline.Clarify: "توضيح",
			dateline.Correct: "تصحيح", dateline.Withdraw: "سحب", dateline.Kill: "إلغاء",
			dateline.Embargo: "حظر نشر",
		},
		Languages: map[string]string{
			"am": "الأمهرية", "ar": "العربية", "bg": "البلغارية", "bn": "البنغالية", "ca": "الكتالونية", "ckb": "الكردية السورانية",
			"da": "الدنماركية", "de": "الألمانية", "el": "اليونانية", "en": "الإنجليزية", "es": "الإسبانية", "fa": "الفارسية",
			"fr": "الفرنسية", "he": "العبرية", "hi": "الهندية", "hy": "الأرمنية", "id": "الإندونيسية", "it": "الإيطالية",
			"ja": "اليابانية", "ka": "الجورجية", "ko": "الكورية", "ku": "الكردية", "nb": "النرويجية", "nl": "الهولندية",
			"no": "النرويجية", "pl": "البولندية", "ps": "البشتوية", "pt": "البرتغالية", "ru": "الروسية", "sd": "السندية",
			"sr": "الصربية", "sv": "السويدية", "sw": "السواحلية", "th": "التايلاندية", "tr": "التركية", "ug": "الأويغورية",
			"uk": "الأوكرانية", "ur": "الأردية", "zh": "الصينية", "und": "غير معروفة",
		},
	}
	arabicPages(m)
	m.Match = arabicMatches()
	m.About = arabicAbout()
	m.Trouble = arabicTrouble()
	m.Desk = arabicDesk()
	m.Decide = arabicDecide()
	m.Edits = arabicEdits()
	m.Voice = arabicVoices()
	m.Persons = arabicPersons()
	m.Find = arabicFind()
	m.Health = arabicHealth()
	m.Settings = arabicSettings()
	m.Refusals = arabicRefusals()
	m.Welcome = arabicWelcome()
	return m
}

func arabicPages(m *Messages) {
	m.Frame = Frame{
		Skip: "انتقل إلى النص", Menu: "القائمة", Front: "الرئيسية", Latest: "آخر الأخبار",
		Sources: "المصادر", Notices: "تنويهات", About: "من نحن",
		Search: "بحث", SearchHint: "ابحث في الأخبار والمصادر", SearchSite: "البحث في الموقع",
		Tagline: "وكالة أنباء بالعربية والإنجليزية", Feeds: "الخلاصات",
		Foot: "{1} تصدر بالعربية والإنجليزية.",
		Keys: KeyWords{
			Title: "لوحة المفاتيح", Next: "الخبر التالي", Previous: "الخبر السابق", Open: "افتح الخبر",
			Go: "ثم", Home: "الرئيسية", Search: "بحث", Help: "هذه التعليمات", Close: "إغلاق",
		},
	}
	m.List = ListWords{
		File: "شريط الأخبار", FileAll: "كل الأخبار", Flash: "عاجل",
		Items: Plural{Zero: "لا أخبار", One: "خبر واحد", Two: "خبران",
			Few: "{n} أخبار", Many: "{n} خبرًا", Other: "{n} خبر"},
		New: Plural{Zero: "لا أخبار جديدة", One: "خبر جديد", Two: "خبران جديدان",
			Few: "{n} أخبار جديدة", Many: "{n} خبرًا جديدًا", Other: "{n} خبر جديد"},
		ShowNew: "اعرض",
		Older:   "الأقدم", Newest: "الأحدث", Turn: "صفحات القائمة", Comma: "،",
		OtherLanguages: "بلغات أخرى",
		Empty:          "لم يُنشر شيء بعد.",
		NoNotices:      "لا تصحيحات ولا أخبار مسحوبة.",
		AllNotices:     "كل التنويهات",
		NoticesAbout:   "التصحيحات والتوضيحات والأخبار المسحوبة والملغاة، الأحدث أولًا.",
		LatestAbout:    "كل ما نُشر، الأحدث أولًا.",
		Killed:         "أُلغي خبر نُشر يوم {1}. يُرجى عدم استخدامه.",
		Withdrawn:      "سُحب خبر نُشر يوم {1}.",
		Changed:        "طرأ تعديل على هذا الخبر.", ShowChanged: "اعرض الإصدار الجديد",
		Gone:   "سُحب هذا الخبر.",
		MoreOf: "أخبار سابقة من {1}", FrontAbout: "{1}: الأخبار أولًا بأول، بمصدرها ووقتها.",
		SourceFeed: "خلاصة {1}", Pages: "{1} · {2}",
	}
	m.Item = ItemWords{
		By: "بقلم", Credit: "المصدر", And: " و", Then: " و", FirstSeen: "رُصد هنا",
		Versions: "الإصدارات", Original: "النص الأصلي لدى {1}",
		ReadAt:  "اقرأ الخبر كاملًا لدى {1}",
		NotYet:  "لم يُنشر بالإنجليزية بعد",
		NotHere: "لم يُنشر هذا الخبر بالعربية بعد. نعرضه كما ورد، باللغة {1}.",
		Facts:   "عن هذا الخبر", Source: "المصدر", Language: "اللغة",
	}
	m.Stamp = StampWords{
		Undated: "بلا تاريخ", ZoneUnknown: "المنطقة الزمنية غير مذكورة",
		ZoneProposed: "المنطقة الزمنية غير مذكورة، والأرجح {1}", How: "كيف عُرف هذا الوقت",
		Evidence: map[dateline.Evidence]string{
			dateline.FromStructuredData: "من بيانات الصفحة", dateline.FromMeta: "من ترويسة الصفحة",
			dateline.FromTimeElement: "من وقت مدوّن في الصفحة", dateline.FromFeed: "من خلاصة المصدر",
			dateline.FromFile: "من ملف الوكالة", dateline.FromText: "من نص الصفحة",
			dateline.FromURL: "من عنوان الصفحة الإلكتروني", dateline.FromDesk: "من هيئة التحرير",
		},
		Precision: map[dateline.Precision]string{
			dateline.ToDay: "باليوم", dateline.ToMinute: "بالدقيقة", dateline.ToSecond: "بالثانية",
		},
		Confidence: map[dateline.Confidence]string{
			dateline.Sure: "مؤكد", dateline.Likely: "مرجّح", dateline.Doubtful: "غير مؤكد",
		},
		NoTimeGiven: "لا يذكر المصدر وقتًا للنشر.",
		SeenHow:     "وقت الرصد هو وقت وصول الخبر إلينا.",
	}
	m.Source = SourceWords{
		Title: "عن هذا المصدر",
		About: "من يزوّدنا بالأخبار، وما يجوز لنا نشره منها.",
		Sources: Plural{Zero: "لا مصادر", One: "مصدر واحد", Two: "مصدران",
			Few: "{n} مصادر", Many: "{n} مصدرًا", Other: "{n} مصدر"},
		Kind: "النوع", Language: "اللغة", Usage: "ما يُنشر", Site: "الموقع",
		Name: "الاسم", Retired: "توقّف عن النشر",
		Usages: map[dateline.Usage]string{
			dateline.UsageFull: "النص الكامل", dateline.UsageExcerpt: "مقتطف",
			dateline.UsageLink: "العنوان والرابط", dateline.UsageDesk: "للتحرير فقط",
		},
		Empty: "لا مصادر بعد.",
		Find:  "اسم المصدر أو موقعه", All: "كل المصادر", NoneCalled: "لا مصدر بهذا الاسم.",
		Drift: "منذ {1} لا يُقرأ هذا المصدر كاملًا كما كان. وقد ينقص أخباره: {2}.",
		Lacks: map[dateline.Trait]string{
			dateline.TraitByline: "اسم الكاتب", dateline.TraitDate: "وقت النشر",
			dateline.TraitText: "النص الكامل", dateline.TraitLength: "جزء من النص",
		},
	}
	m.Search = SearchHelp{
		Title: "بحث: {1}", Prompt: "عمّ تبحث؟",
		Results: Plural{Zero: "لا أخبار", One: "خبر واحد", Two: "خبران",
			Few: "{n} أخبار", Many: "{n} خبرًا", Other: "{n} خبر"},
		None:      "لا خبر يطابق {1}.",
		SomeWords: "قليل من الأخبار يضم كل الكلمات؛ وفي ما يلي أخبار تضم بعضها.",
		SomeForms: "قليل من الأخبار يضم هذه الكلمة بلفظها؛ وفي ما يلي أخبار تضم صيغًا أخرى منها.",
		First:     "النتائج الأولى", Next: "نتائج أخرى",
		Best: "الأقرب أولًا", Newest: "الأحدث أولًا", Help: "كيف تبحث",
		ExampleOne: "ميناء", ExampleTwo: "إضراب", ExampleName: "صباغ",
		Words: "كل هذه الكلمات", Phrase: "هذه الكلمات متتالية", Not: "من دون هذه الكلمة",
		Or: "هذه أو تلك", From: "من مصدر واحد", NotFrom: "من كل المصادر إلا واحدًا", In: "بلغة واحدة",
		Person: "بقلم كاتب بعينه", Said: "قالها شخص بعينه وفيها الكلمة", After: "نُشر بين تاريخين",
		AsOf: "كما كان في", AsOfAt: "كما كان في {1}", AsOfNow: "عُد إلى الأخبار كما هي الآن",
		AsOfRights: "لا يظهر هنا ما سُحب بعد ذلك، ولا الإصدارات السابقة من أخبار المصادر الأخرى.",
		SaidNow:    "أقوال الأشخاص تُبحث كما هي الآن؛ احذف الوقت.",
		Changed: Plural{Zero: "لم يتغيّر منها شيء بعد ذلك.", One: "تغيّر خبر واحد منها بعد ذلك.", Two: "تغيّر خبران منها بعد ذلك.",
			Few: "تغيّرت {n} أخبار منها بعد ذلك.", Many: "تغيّر {n} خبرًا منها بعد ذلك.", Other: "تغيّر {n} خبر منها بعد ذلك."},
		ChangedSince: "الإصدار {1}. تغيّر الخبر بعد ذلك، وهو الآن في إصداره {2}.",
	}
}

func arabicAbout() AboutWords {
	return AboutWords{
		Title: "عن {1}",
		Times: "الأوقات",
		TimesText: "يحمل كل خبر وقت نشره كما يذكره مصدره، ومنطقته الزمنية، والموضع الذي قُرئ منه. " +
			"فإن لم يذكر المصدر وقتًا كتبنا «بلا تاريخ»، وإن لم يذكر المنطقة الزمنية نبّهنا إلى ذلك. " +
			"أما وقت الرصد فهو وقت وصول الخبر إلينا.",
		Rights: "المصادر والحقوق",
		RightsText: "كل خبر منسوب إلى مصدره. ونكتفي من معظم المصادر بالعنوان ومقتطف قصير ورابط إلى الأصل، " +
			"ولا ننشر النص كاملًا إلا حيث يسمح المصدر بذلك.",
		Corrections: "التصحيح والإلغاء",
		CorrectedText: "ننشر التصحيحات والتوضيحات والأخبار المسحوبة والملغاة في صفحة التنويهات ومع الخبر نفسه. " +
			"ولا يبقى من الخبر الملغى سوى التنويه.",
		Earliest: "الأقدم والنسخ والقصص",
		EarliestText: "إذا حملت أخبار عدة نصًّا واحدًا سمّينا أقدم نشر معروف له، وعددنا نسخه ومقتطفاته وصياغاته الأخرى. " +
			"و«معروف» تعني من بين ما وصل إلينا، فقد يكون غيره أسبق. " +
			"وتُجمع الأخبار التي تروي حدثًا واحدًا في قصة.",
		Voices: "من قال ماذا",
		VoicesText: "يستخرج برنامج من الأخبار من قال ماذا، ولا نعرض إلا الجمل التي نطمئن إلى نسبتها، بحرفها ومع مصدرها. " +
			"وتُجمع منها صفحات الأشخاص، وتبقى خارج محركات البحث إلى أن يؤكد التحرير هوية صاحب كل صفحة.",
		Privacy:      "الخصوصية",
		PrivacyText:  "لا نتتبّع القرّاء: لا ملفات تعريف ارتباط ولا عدّادات ولا نصوص برمجية أو خطوط من مواقع أخرى.",
		PrivacyShort: "لا نتتبّع القرّاء.",
		FeedsText:    "يمكن متابعة كل طبعة وكل مصدر وكل قصة وكل شخص وكل بحث في قارئ الخلاصات.",
		KeysText:     "يمكن التنقل بين الأخبار من دون فأرة إذا كانت جافاسكربت مفعّلة في المتصفح.",
		Program:      "يعمل الموقع ببرنامج",
	}
}

func arabicTrouble() Trouble {
	return Trouble{
		NotFound: "الصفحة غير موجودة", NotFoundText: "لم يُنشر شيء على هذا العنوان. لعل فيه خطأ في الكتابة.",
		Gone: "أُلغي", GoneText: "سُحب ما كان منشورًا على هذا العنوان، ويُرجى عدم استخدامه.",
		Invalid: "طلب غير مفهوم", InvalidText: "تتعذر الإجابة عن هذا الطلب بصيغته الحالية.",
		Forbidden: "غير مسموح", ForbiddenText: "هذه الصفحة ليست متاحة لك، أو لم تعد كذلك.",
		Conflict: "تغيّر في الأثناء", ConflictText: "سبقك غيرك إلى التعديل. أعد تحميل الصفحة.",
		Unavailable: "غير متاح الآن", UnavailableText: "تتعذر الإجابة حاليًا. أعد المحاولة بعد قليل.",
		Failed: "خطأ من جانبنا", FailedText: "حدث خطأ هنا وقد سُجّل. أعد المحاولة بعد قليل.",
		Back: "إلى الصفحة الرئيسية",
	}
}

func arabicDesk() DeskWords {
	return DeskWords{
		Title: "التحرير", Newest: "أحدث الأخبار", Write: "اكتب خبرًا",
		Release: "انشر", Hold: "احجب", Kill: "ألغِ",
		Reason: "السبب", ReasonHint: "لسجل التحرير",
		Notice: "تنويه للقرّاء", NoticeHint: "من دون تكرار ما أُلغي",
		States: map[dateline.DecisionKind]string{
			"": "قيد النظر", dateline.Release: "منشور", dateline.Hold: "محجوب", dateline.Spike: "مستبعد",
			dateline.Withdraw: "مسحوب", dateline.Kill: "ملغى", dateline.Embargo: "تحت الحظر",
		},
		Headline: "العنوان", Text: "النص", ByText: "بحسب النص", TextHint: "سطر فارغ بين الفقرات",
		Subhead: "عنوان فرعي", Point: "بند في قائمة", Quotation: "اقتباس", Cells: "خلايا جدول",
		BylineHint: "فاصلة بين الأسماء؛ ويمكن تركه فارغًا",
		Language:   "اللغة", Urgency: "درجة الأهمية", Normal: "عادي", High: "مهم",
		File: "أرسل", Flash: "أرسل عاجلًا", FlashHint: "يظهر العاجل على الصفحة الرئيسية فورًا.",
		FileHeld: "أرسل محجوبًا", FiledHeld: "أُرسل محجوبًا، ولن يظهر قبل أن يُنشر.",
		Typed: "هذا ما كتبته. انسخه قبل مغادرة الصفحة.",
		Filed: "أُرسل.", Decided: "نُفّذ القرار.",
		Entry:     "قسم التحرير مغلق أمامك",
		EntryText: "ادخل بالرابط الذي طبعه البرنامج عند تشغيله، أو برابط جديد يُطلب من سطر الأوامر. كل رابط صالح لمرة واحدة.",
		Leave:     "اخرج من التحرير", Site: "إلى الموقع", Empty: "لا شيء يستدعي قرارًا.",
		Drifting: "مصادر تراجعت جودة قراءتها",
		Lost:     "{1}: في {2} من {3} منذ {4}؛ والمعتاد {5} من كل مئة",
		OfItems: Plural{Zero: "لا أخبار", One: "خبر واحد", Two: "خبرين",
			Few: "{n} أخبار", Many: "{n} خبرًا", Other: "{n} خبر"},
		Traits: map[dateline.Trait]string{
			dateline.TraitByline: "اسم الكاتب", dateline.TraitDate: "التاريخ",
			dateline.TraitText: "النص الكامل", dateline.TraitLength: "الطول المعتاد",
		},
		Accept: "اعتبره معتادًا", AcceptHint: "إن كان المصدر نفسه قد تغيّر. وإلا فالعلامة تزول متى صلحت القراءة.",
		Accepted: "صار ما يُقرأ الآن هو المعتاد.",
	}
}
