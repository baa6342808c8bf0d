package words

// Linear is what the linear reader says, one thing a line.
type Linear struct {
	Prompt    string
	More      string // before the number of articles that are left of a list
	NoMore    string
	NoCommand string
	Unread    string // an article

	// Help: what a number does, what words do, and what the keys do.
	HelpNumber, HelpWords string
	Commands              map[string]string
}

func arabicLinear() Linear {
	return Linear{
		Prompt:    "رقم أو كلمات أو ? للمساعدة:",
		More:      "اضغط Enter لما بقي:",
		NoMore:    "لا مزيد. المفتاح l يعيد القائمة.",
		NoCommand: "لا أمر على هذا المفتاح. المفتاح ? يعرض الأوامر.",
		Unread:    "غير مقروءة",

		HelpNumber: "رقم: يفتح المقالة التي قبلها هذا الرقم.",
		HelpWords:  "كلمات: بحث عنها في المكتبة، وقبلها / إن كانت حرفًا واحدًا.",
		Commands: map[string]string{
			"l": "القائمة من أولها", "n": "ما بقي منها، وكذلك Enter", "r": "مقالات ذات صلة", "a": "المقالة مرة أخرى",
			"[": "المقالة التي قبلها في السجل", "]": "المقالة التي بعدها في السجل",
			"b": "ضع إشارة أو ارفعها", "B": "الإشارات", "u": "مقروءة أو لا", "U": "ما لم يُقرأ",
			"?": "هذه المساعدة", "q": "خروج",
		},
	}
}

func englishLinear() Linear {
	return Linear{
		Prompt:    "Number, words, or ? for help:",
		More:      "Enter shows what is left:",
		NoMore:    "There are no more. The key l lists the articles again.",
		NoCommand: "There is no command on that key. The key ? lists the commands.",
		Unread:    "unread",

		HelpNumber: "A number opens the article after it.",
		HelpWords:  "Words are looked for in the library; put / before a single letter.",
		Commands: map[string]string{
			"l": "the list from its start", "n": "more of it, as Enter does", "r": "what is related to the article", "a": "the article again",
			"[": "the article before it in the history", "]": "the article after it in the history",
			"b": "set or remove a bookmark", "B": "bookmarks", "u": "read or unread", "U": "unread articles",
			"?": "this help", "q": "quit",
		},
	}
}
