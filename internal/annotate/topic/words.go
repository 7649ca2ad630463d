package topic

// english and arabic are words that tell a topic of Media Topics. A word stands
// with one topic only, and one that two would claim (strike, court for tennis, fire)
// stands with none. Human interest, lifestyle and society have no lists: no words
// were found that tell them apart from the others.

func english() map[string]string {
	return map[string]string{
		"medtop:01000000": `film movie cinema actor actress singer album concert orchestra theatre theater novel novelist poet poetry painting sculpture gallery museum
			exhibition artist screenplay musician choreographer ballet opera premiere soundtrack broadcaster biennale`,
		"medtop:02000000": `police arrested suspect detained prosecutor court judge jury trial verdict sentenced convicted defendant lawsuit indictment indicted murder
			homicide theft robbery burglary fraud bribery smuggling prison jail bail lawyer detective kidnapped embezzlement extradition`,
		"medtop:03000000": `earthquake quake aftershock tsunami flood flooding landslide wildfire blaze firefighter rescuer rescue rubble collapsed crash derailed derailment
			capsized shipwreck explosion evacuated survivor volcano eruption avalanche epicentre epicenter casualty`,
		"medtop:04000000": `inflation economy economic bank banking investor investment shares stock bond currency export import tariff revenue profit quarterly
			earnings merger acquisition bankruptcy budget deficit debt lender loan retail manufacturer crude barrel shareholder dividend tax trader`,
		"medtop:05000000": `school pupil teacher classroom curriculum university student campus tuition graduate kindergarten literacy syllabus headteacher
			scholarship faculty`,
		"medtop:06000000": `climate emission carbon pollution biodiversity conservation species wildlife habitat deforestation recycling ecosystem coral greenhouse
			renewable wetland extinction poaching sewage glacier environmental`,
		"medtop:07000000": `hospital patient doctor nurse vaccine vaccination virus infection outbreak disease epidemic pandemic cancer diabetes surgery clinic symptom
			medicine drugmaker malaria cholera measles physician therapy`,
		"medtop:09000000": `union worker wage salary layoff redundancy picket walkout employee employer pension unemployment jobless overtime
			strikers workforce`,
		"medtop:11000000": `election vote voter ballot parliament senator senate congress minister cabinet candidate coalition opposition referendum legislation
			lawmaker constituency poll presidential diplomat embassy ambassador sanctions republican democrat`,
		"medtop:12000000": `church mosque synagogue bishop priest imam rabbi pope cardinal pilgrim pilgrimage ramadan easter worshipper prayer sermon diocese theologian
			cathedral hajj`,
		"medtop:13000000": `scientist researcher laboratory physics telescope astronomer spacecraft satellite orbit genome software algorithm smartphone semiconductor
			robot rocket nasa quantum cybersecurity startup`,
		"medtop:15000000": `match goalkeeper striker midfielder coach league championship tournament semifinal quarterfinal medal olympic athlete stadium penalty
			referee sprinter marathon tennis cricket football basketball rugby innings playoff`,
		"medtop:16000000": `army troops soldier airstrike shelling missile artillery ceasefire truce militia rebel insurgent frontline battalion drone mortar gunmen
			offensive fighters peacekeeper siege hostage militant`,
		"medtop:17000000": `forecast forecaster rainfall thunderstorm temperature celsius fahrenheit humidity snowfall heatwave meteorologist meteorological drizzle gust
			hailstorm cyclone`,
	}
}

func arabic() map[string]string {
	return map[string]string{
		"medtop:01000000": `فيلم سينما ممثل ممثلة مطرب مطربة مغني ألبوم حفل موسيقى موسيقي مسرح مسرحية رواية روائي شاعر قصيدة متحف مهرجان فنان نحات أوبرا`,
		"medtop:02000000": `شرطة اعتقال توقيف مشتبه متهم نيابة محكمة قاضي محاكمة إدانة سجن جريمة قتل سرقة احتيال رشوة تهريب محامي استئناف اختلاس خطف`,
		"medtop:03000000": `زلزال هزة فيضان فيضانات سيول حريق إطفاء إنقاذ أنقاض انهيار انهيارات غرق اصطدام انفجار ناجين ضحايا بركان إجلاء منكوبين`,
		"medtop:04000000": `اقتصاد اقتصادي تضخم مصرف بنك مستثمر استثمار أسهم بورصة سندات صادرات واردات رسوم أرباح إيرادات ميزانية عجز ديون قرض فائدة برميل نفط ضريبة`,
		"medtop:05000000": `مدرسة مدارس تلميذ تلاميذ معلم معلمين مناهج جامعة طالب طلاب امتحان امتحانات تعليم أستاذ منحة روضة`,
		"medtop:06000000": `مناخ انبعاثات كربون تلوث بيئة بيئي بيئية تنوع محمية غابات تصحر تدوير شعاب احتباس متجددة انقراض`,
		"medtop:07000000": `مستشفى مريض مرضى طبيب أطباء ممرض لقاح تطعيم فيروس عدوى وباء مرض سرطان سكري جراحة عيادة أعراض دواء كوليرا حصبة صحي`,
		"medtop:09000000": `نقابة عمال أجور رواتب راتب إضراب تسريح بطالة موظف موظفين معاش تقاعد`,
		"medtop:11000000": `انتخابات انتخاب ناخب ناخبين اقتراع برلمان نواب وزير حكومة مرشح ائتلاف معارضة استفتاء حزب رئاسة دبلوماسي سفارة سفير عقوبات`,
		"medtop:12000000": `كنيسة مسجد أسقف كاهن إمام مفتي بابا كاردينال حجاج حج عمرة رمضان صلاة مصلين خطبة كاتدرائية`,
		"medtop:13000000": `باحث باحثين مختبر فيزياء تلسكوب فلك فضاء قمر مدار جينوم برمجيات خوارزمية رقائق روبوت`,
		"medtop:15000000": `مباراة مباريات مهاجم مدرب دوري بطولة ميدالية أولمبي ملعب ركلة عداء ماراثون تنس كرة منتخب لاعب لاعبين`,
		"medtop:16000000": `جيش قوات جندي جنود غارة غارات قصف صاروخ صواريخ مدفعية هدنة ميليشيا متمردين مسلحين مقاتلين جبهة طائرة مسيرة حصار رهائن`,
		"medtop:17000000": `طقس أمطار عاصفة عواصف حرارة مئوية رطوبة ثلوج أرصاد رياح غبار برد رعدية`,
	}
}
