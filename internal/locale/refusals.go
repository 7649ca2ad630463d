package locale

import "dateline"

// RefusalWords say why the desk did not do what it was asked, and what to do. Both
// languages stand in this file, one under the other.
type RefusalWords struct {
	Plain map[dateline.Why]string
	About map[dateline.Why]Phrase // {1} and so on are what it is about
}

func englishRefusals() RefusalWords {
	return RefusalWords{
		Plain: map[dateline.Why]string{
			dateline.WhyReason:      "Say why: this needs a reason. Nothing was decided.",
			dateline.WhyNotice:      "Say what readers should know: a notice is needed. Nothing was decided.",
			dateline.WhyNewNotice:   "A notice corrects an item that is there already. Nothing was filed.",
			dateline.WhyRepeats:     "The notice repeats the headline that is killed: readers would find it there again. Say what happened without it. Nothing was decided.",
			dateline.WhyUntil:       "Say until when the item is held back. Nothing was decided.",
			dateline.WhyNoEmbargo:   "The item is under no embargo: it is out, or waits for something else.",
			dateline.WhyKilled:      "The item was killed and stays killed. File a new one instead.",
			dateline.WhyNobody:      "Nobody is known to have asked for this. Come in again by a new link.",
			dateline.WhyNotOwn:      "Only the publication’s own items are edited: a source’s words are its own. Correct or clarify it with a notice.",
			dateline.WhyHeadline:    "An item needs a headline. Nothing was filed.",
			dateline.WhyOwnSource:   "The publication itself is set in its configuration, not here.",
			dateline.WhySourceName:  "A source needs a name. Nothing was saved.",
			dateline.WhyFull:        "Full text needs a reason: say who allowed it, and why. Nothing was saved.",
			dateline.WhySourceStale: "Somebody else saved this source while you had it open. What stands now is shown; nothing of yours was saved.",
			dateline.WhyUnknown:     "There is nobody with this id. Copy it from the page of the person.",
			dateline.WhyOneself:     "A person cannot be joined into themselves: give the id of the other one.",
			dateline.WhyNotHere:     "The desk has no form that asks for this. Load the page again.",
			dateline.WhyLongForm:    "The text is longer than the desk takes at once. Nothing was filed; shorten it, or take it in as a file.",
		},
		About: map[dateline.Why]Phrase{
			dateline.WhyPast:         "{1} is over: an embargo ends in the future. Nothing was decided.",
			dateline.WhyNoTime:       "{1} is no time. Choose day and hour. Nothing was decided.",
			dateline.WhyUrgency:      "{1} is no urgency: it goes from 1, a flash, to 8. Nothing was filed.",
			dateline.WhyItemStale:    "Version {1} was filed while you had this open. It stands below, and your text is in the form: take over what is new, then file it again.",
			dateline.WhyJoined:       "They were joined into {1}. Give the order about that one.",
			dateline.WhyNotSpelled:   "Nobody here is spelled {1}. The spellings are: {2}.",
			dateline.WhyOnlySpelling: "{1} is their only spelling and cannot leave.",
			dateline.WhyNoFeed:       "{1} is no address of a feed: it begins with {2} or {3}. Nothing was saved.",
			dateline.WhyNoZone:       "{1} is no zone such as {2}. Nothing was saved.",
			dateline.WhyNoLanguage:   "{1} is no language such as {2} or {3}. Nothing was saved.",
			dateline.WhyNoSetting:    "{1} cannot be set here. Choose from the list. Nothing was saved.",
		},
	}
}

func arabicRefusals() RefusalWords {
	return RefusalWords{
		Plain: map[dateline.Why]string{
			dateline.WhyReason:      "اذكر السبب، فلا يُنفّذ هذا من دونه. لم يُنفّذ أي قرار.",
			dateline.WhyNotice:      "اكتب التنويه الذي سيقرؤه القرّاء. لم يُنفّذ أي قرار.",
			dateline.WhyNewNotice:   "التنويه تصحيح لخبر موجود، وهذا خبر جديد. لم يُرسل شيء.",
			dateline.WhyRepeats:     "في التنويه عنوان الخبر الملغى، فيقرؤه القرّاء فيه من جديد. قل ما حدث من دونه؛ لم يُنفّذ أي قرار.",
			dateline.WhyUntil:       "حدّد موعد انتهاء الحظر. لم يُنفّذ أي قرار.",
			dateline.WhyNoEmbargo:   "لا حظر على هذا الخبر: إما أنه منشور أو أن ما يؤخره شيء آخر.",
			dateline.WhyKilled:      "أُلغي هذا الخبر نهائيًا ولا رجعة في ذلك. اكتب خبرًا جديدًا بدلًا منه.",
			dateline.WhyNobody:      "لا يُعرف من طلب هذا. ادخل مجددًا برابط جديد.",
			dateline.WhyNotOwn:      "لا تُحرَّر هنا إلا أخبار هذه الوكالة، أما نص المصدر فيبقى كما ورد: صحّحه أو وضّحه بتنويه.",
			dateline.WhyHeadline:    "لا بد للخبر من عنوان. لم يُرسل شيء.",
			dateline.WhyOwnSource:   "إعدادات هذه الوكالة في ملف إعدادات البرنامج، لا هنا.",
			dateline.WhySourceName:  "لا بد للمصدر من اسم. لم يُحفظ شيء.",
			dateline.WhyFull:        "لا يُنشر النص كاملًا من دون سبب: اذكر من أذن به ولماذا. لم يُحفظ شيء.",
			dateline.WhySourceStale: "عدّل غيرك إعدادات هذا المصدر وهي مفتوحة أمامك. ترى هنا ما هي عليه الآن، ولم يُحفظ شيء مما أدخلته.",
			dateline.WhyUnknown:     "لا أحد بهذا المعرّف. انسخه من صفحة الشخص.",
			dateline.WhyOneself:     "لا يُدمج الشخص في نفسه: اكتب معرّف الشخص الآخر.",
			dateline.WhyNotHere:     "ليس في صفحات التحرير نموذج يطلب هذا. أعد تحميل الصفحة.",
			dateline.WhyLongForm:    "النص أطول مما يُقبل دفعة واحدة. لم يُرسل شيء؛ اختصره أو أدخله من ملف.",
		},
		About: map[dateline.Why]Phrase{
			dateline.WhyPast:         "مضى هذا الموعد: {1}. اختر موعدًا لم يحن بعد؛ لم يُنفّذ أي قرار.",
			dateline.WhyNoTime:       "{1} ليس موعدًا. اختر اليوم والساعة؛ لم يُنفّذ أي قرار.",
			dateline.WhyUrgency:      "{1} ليست درجة أهمية: الدرجات من 1، وهي العاجل، إلى 8. لم يُرسل شيء.",
			dateline.WhyItemStale:    "أُرسل الإصدار {1} والخبر مفتوح أمامك. تجده في هذه الصفحة، ونصّك باقٍ في النموذج: خذ ما استجدّ ثم أرسله من جديد.",
			dateline.WhyJoined:       "دُمج هذا الشخص في {1}. نفّذ الأمر في صفحة ذلك الشخص.",
			dateline.WhyNotSpelled:   "لا يُكتب اسمه هنا {1}. الصيغ هي: {2}.",
			dateline.WhyOnlySpelling: "{1} هي الصيغة الوحيدة لاسمه، فلا تُفصل عنه.",
			dateline.WhyNoFeed:       "{1} ليس عنوان خلاصة: العنوان يبدأ بـ {2} أو {3}. لم يُحفظ شيء.",
			dateline.WhyNoZone:       "لا منطقة زمنية باسم {1}؛ تُكتب هكذا: {2}. لم يُحفظ شيء.",
			dateline.WhyNoLanguage:   "{1} ليس رمز لغة مثل {2} أو {3}. لم يُحفظ شيء.",
			dateline.WhyNoSetting:    "{1} ليس من الخيارات هنا. اختر من القائمة؛ لم يُحفظ شيء.",
		},
	}
}
