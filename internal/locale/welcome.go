package locale

// WelcomeWords is for the front page of a wire that has no item yet. It is for
// whoever runs it and says nothing of this one: no folder, no address, no source.
// Both languages stand in this file, one under the other.
type WelcomeWords struct {
	Readers, Owner                   string // for who came to read; over the steps of who runs the wire
	Add, Import, Health, Write, Desk string // the steps
	Where                            string // the commands are typed
}

func englishWelcome() WelcomeWords {
	return WelcomeWords{
		Readers: "The first items will stand here as soon as they come in. This page tells you by itself.",
		Owner:   "If you run this wire",
		Add:     "Add a source: the address of a site or of a feed", Import: "or a whole list of subscriptions",
		Health: "See how each source does", Write: "Write an item yourself", Desk: "Open the desk, with a link that works once",
		Where: "Type these on the machine that runs the wire, in the folder in which it was started, while it is running. A new source is polled at once, and again as often as it has news.",
	}
}

func arabicWelcome() WelcomeWords {
	return WelcomeWords{
		Readers: "ستظهر الأخبار هنا فور وصولها، وتنبّهك هذه الصفحة من تلقاء نفسها.",
		Owner:   "إن كنت تدير هذه الوكالة",
		Add:     "أضف مصدرًا: عنوان موقع أو خلاصة", Import: "أو قائمة اشتراكات كاملة",
		Health: "اطّلع على حال كل مصدر", Write: "اكتب خبرًا بنفسك", Desk: "افتح قسم التحرير برابط صالح لمرة واحدة",
		Where: "تُكتب هذه الأوامر على الجهاز الذي تعمل عليه الوكالة، في المجلد الذي شُغّلت منه وهي تعمل. ويُجلب المصدر الجديد فورًا، ثم كلما اعتاد أن ينشر جديدًا.",
	}
}
