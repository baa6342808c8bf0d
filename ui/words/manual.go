package words

// Manual is what the command line says of itself.
type Manual struct {
	// The headings of a command's help.
	Usage, Commands, Flags, Everywhere, Examples string
	More                                         string // at the end of the program's help
	Default                                      string // before what holds where a flag is not given

	// The headings of a manual page besides, and what each exit status says.
	Name, Description, Status, SeeAlso string
	Statuses                           [4]string

	// What stands in a settings file above all of it, the keys and the terminals.
	Settings SettingsManual

	From string // before the address that an article is from

	// About says what each command does, by its name; "warraq" is the reader.
	About map[string]About
	// Options say what a flag does: by its name, or by the command's and its
	// name where it is another thing there.
	Options map[string]string
}

// SettingsManual explains a settings file in its comments.
type SettingsManual struct{ Head, Keys, Terminals string }

// About is what a command does: in a few words, and what there is to know besides.
type About struct{ Short, Long string }

// Option says what a flag of a command does.
func (m *Manual) Option(command, flag string) string {
	if text, ok := m.Options[command+" "+flag]; ok {
		return text
	}
	return m.Options[flag]
}

func arabicManual() Manual {
	return Manual{
		Usage: "الاستعمال", Commands: "الأوامر", Flags: "الخيارات", Everywhere: "خيارات كل الأوامر", Examples: "أمثلة",
		More: "يزيدك الأمر warraq help COMMAND بيانًا عن كل أمر.", Default: "وإلا", From: "المصدر:",
		Name: "الاسم", Description: "الوصف", Status: "حالة الانتهاء", SeeAlso: "انظر أيضًا",
		Statuses: [4]string{
			"تم الأمر.", "أخفق.", "في سطر الأمر خطأ.", "رُفض بعض المدخلات وذُكر كل منها وسببه، وقُبل الباقي.",
		},
		Settings: SettingsManual{
			Head:      "إعدادات ورّاق. كل إعداد خيار من خيارات الأوامر، والخيار في سطر الأمر يغلبه.\nاحذف علامة # من أول السطر ليسري. ما يُغيّر في القارئ يُكتب هنا.",
			Keys:      "المفاتيح: لكل فعل مفتاح أو قائمة مفاتيح. الحرف يعني المفتاح الذي هو عليه في أي لوحة.",
			Terminals: "ما يخص طرفية وحدها، باسمها الذي يقوله warraq doctor، ويكتبه warraq calibrate.\n[terminals.\"kitty\"]\nform = \"visual\"\nshape = \"always\"\nmarks = \"keep\"\nreordering = \"leave\"",
		},
		About: map[string]About{
			"backup": {
				"انسخ المكتبة إلى ملف",
				"ينسخها كاملة وهي مفتوحة، كما هي في لحظة واحدة. الملف مكتبة يفتحها الخيار --library. والقارئ ينسخها من نفسه كل يوم إلى المجلد backups بجانبها، ويُبقي آخر ثلاث نسخ.",
			},
			"config": {
				"اعرض كل الإعدادات، أو اكتب ملفًا بها",
				"يعرض الإعدادات كلها وما يسري منها وشرح كل واحد. ومع init يكتبها ملفًا حيث لا ملف بعد، ويقول أين هو. ما لم يُغيّر منها يأتي معلّقًا بعلامة #.",
			},
			"warraq": {
				"قارئ أخبار للطرفية يكتب من اليمين إلى اليسار",
				"يفتح المكتبة في قارئ يملأ الشاشة. وإن أُعطي ملفات أو مجلدات أضاف ما فيها من مقالات أولًا وفتح أولها.",
			},
			"add": {
				"أضِف مقالات: من ملفات أو مجلدات أو من الدخل القياسي",
				"يقرأ صفحات الأخبار المنسوخة، والصفحات المحفوظة من المتصفح، وملفات RSS وAtom، وكتب EPUB، وMarkdown، والنص المجرد، وJSON Lines، وما جُمع منها في ZIP أو tar أو gzip، ويعرف الصيغة من المحتوى. المقالة التي في المكتبة لا تتكرر، وما نقص منها يكتمل. ما لا يُقرأ يُذكر وسببه، ويُضاف الباقي، وينتهي الأمر بالحالة 3. وإن قُطع بقي ما أضافه، وإن أُعيد أكمل.",
			},
			"list":    {"اعرض مقالات المكتبة، أحدثها أولًا", "يرتّبها --sort: بتاريخ النشر published، أو الوصول added، أو بالعنوان على حروف المعجم title، أو بطول النص length. سطر لكل مقالة: معرّفها وعلاماتها وعنوانها وقسمها ومصدرها وتاريخها، وبينها في الأنبوب علامة جدولة. النقطة ● لم تُقرأ، ◌ لم يصل نصها، ★ عليها إشارة."},
			"search":  {"ابحث في العناوين والنصوص", "يجد الكلمات على اختلاف رسمها: بالتشكيل وبلا تشكيل، وبأي همزة، وبزوائدها. ما بين علامتي اقتباس عبارة بلفظها، وكلمة تسبقها - لا ترد، وtitle: وsource: وsection: تبحث في الحقل وحده، وtag: أو وسم: عن وسم، وis: عن حال: unread وread وbookmarked وhighlighted وnoted وcard. وإن لم يجد كلمة عرض ما يشبهها مما في المكتبة."},
			"show":    {"اعرض مقالة واحدة", "يكفي من المعرّف أوله ما دام لا يشاركه فيه غيره."},
			"related": {"اعرض ما يتصل بمقالة", "ما أشارت إليه صفحتها ونصها أولًا، ثم ما قاربها في الموضوع، ومع كل واحدة سببها. ويُعرف قبل ذلك ما لم يُعرف بعد من صلات المقالات الجديدة."},
			"bookmark": {
				"ضع إشارات على مقالات أو ارفعها",
				"يكفي من كل معرّف أوله. وللإشارة وسوم يضعها --tag، ويرفعها وحدها مع --remove وتبقى الإشارة. ما لا وجود له يُذكر، ويُعمل الباقي، وينتهي الأمر بالحالة 3.",
			},
			"notes": {"اكتب ما ظللت وما علّقت", "يكتب ما ظُلّل من عبارات وما كُتب عليها وعلى المقالات من ملاحظات: في Markdown عنوان لكل مقالة، وكل عبارة مقتبسة وملاحظتها تحتها؛ أو مصفوفة JSON، آخرها أولًا."},
			"cat": {
				"اعرض نصًّا أو Markdown مرتبًا من اليمين",
				"يعرض الملفات أو ما يأتي في الأنبوب، ولا يمس المكتبة. وما زاد على الشاشة في الطرفية يُعرض صفحة صفحة بمفاتيح القارئ، والمفتاح / للبحث. وفي الأنبوب يبقى النص بترتيبه المنطقي إلا إن قال الخيار --form غير ذلك.",
			},
			"export": {
				"أخرج المكتبة ملفات",
				"يكتب المقالات كلها إلى الخرج القياسي أو إلى ملف في المجلد. jsonl يعود بها الأمر warraq add كما كانت بعلاماتها. markdown ملف لكل مقالة، بترويسة وروابط بين الملفات، يفتحه Obsidian وHugo ويعيد قراءته warraq add. epub كتاب تُقلب صفحاته من اليمين. html صفحة واحدة تُطبع. bibtex وcsl لبرامج المراجع.",
			},
			"calibrate": {"أرِني عيّنات واسألني أيها يُقرأ صحيحًا، واحفظ ذلك لهذه الطرفية", "يعرض سطرًا واحدًا بكل هيئة يُرسل بها السطر، ويسأل أيها يُقرأ صحيحًا، ثم يسأل مثل ذلك عن الحروف وعن التشكيل. وتُكتب الأجوبة في ملف الإعدادات وتسري على هذه الطرفية من بعد."},
			"doctor":    {"ما يُعرف عن الطرفية وما يُرسل إليها ولماذا، وحال المكتبة", "أي طرفية هذه وبم عُرفت، وماذا يُرسل إليها ولماذا، وأي الإعدادات سارٍ، وهل المكتبة سليمة."},
			"version":   {"أي إصدار هذا ومم بُني", "الإصدار، والنظام، ومترجم Go، والنسخة التي بُني منها وتاريخها إن عُرفا."},
			"completion": {
				"اكتب ما يكمل به الغلاف أوامر ورّاق",
				"يكتب على الخرج القياسي ما يجعل bash أو zsh أو fish يكمل الأوامر والخيارات والمعرّفات والأقسام والمصادر.",
			},
			"man":  {"اكتب صفحات الدليل", "يكتب صفحة الدليل بصيغة roff على الخرج القياسي، أو يكتب في المجلد صفحة لكل أمر."},
			"help": {"ساعدني في أمر", "يعرض ما يفعله الأمر وخياراته وأمثلة عليه."},
		},
		Options: map[string]string{
			"library": "ملف المكتبة، أو WARRAQ_LIBRARY", "config": "ملف الإعدادات، أو WARRAQ_CONFIG",
			"lang": "لغة الواجهة، أو WARRAQ_LANG", "help": "هذه المساعدة", "version": "ما يقوله الأمر version",
			"json": "مصفوفة JSON واحدة", "add json": "ما آل إليه أمر كل مقالة، مصفوفة JSON واحدة",
			"dry-run": "قل ما سيدخل ولا تُدخل شيئًا",
			"unread":  "ما لم يُقرأ وحده", "bookmarked": "ما عليه إشارة وحده",
			"section": "هذا القسم وحده", "source": "هذا المصدر وحده", "limit": "لا أكثر من هذا العدد",
			"add limit": "ارفع حدًّا من حدود ما يُقرأ، مثل entries=200000 أو size=1G", "whole-books": "الكتاب مقالة واحدة، لا مقالة لكل فصل",
			"remove": "ارفع الإشارات", "bookmark tag": "وسم، ويتكرر", "list tag": "ما عليه هذا الوسم وحده", "sort": "الترتيب", "reverse": "اقلب الترتيب", "notes format": "الصيغة", "show format": "الصيغة، و bibtex و csl لبرامج المراجع", "export format": "الصيغة", "cat format": "ما النص، و auto تعرفه من اسم الملف",
			"no-pager": "لا تعرضه صفحة صفحة مهما طال", "plain": "لقارئات الشاشة: بلا ألواح، شيء في كل سطر، بالترتيب المنطقي",
			"width": "أعمدة السطر؛ وإلا فأعمدة الطرفية، و80 في الأنبوب", "form": "الهيئة التي تُرسل بها الأسطر",
			"shape": "وصل الحروف، و basic لخط فيه حروف العربية وحدها", "marks": "التشكيل", "align": "حافة الأسطر",
			"digits": "الأرقام", "direction": "اتجاه الفقرات", "justify": "املأ الأسطر إلى عرضها، بالتطويل في الخط العربي",
			"color":      "الألوان، و NO_COLOR يمنعها",
			"no-backups": "لا تنسخ المكتبة كل يوم", "repair": "استخرج من مكتبة تالفة كل ما يُقرأ إلى مكتبة تحل محلها، وأبقِ التالفة بجانبها",
			"mouse":   "الفأرة: تنقر وتسحب وتدير العجلة. ومعها تحدد الطرفية نصًّا مع Shift",
			"welcome": "الترحيب أول مرة، ويكتب بعده في ملف الإعدادات أنه عُرض",
			"months":  "أسماء الشهور، و auto بحسب البلد في LANG", "hijri": "اليوم الهجري بجانب الميلادي في رأس المقالة، بتقويم أم القرى",
			"follow":  "تذهب القائمة إلى كل مقالة تُفتح",
			"spacing": "الأسطر الخالية بين الفقرات، ومع 0 يبدأ أول كل فقرة إلى الداخل", "keyboard": "لوحة المفاتيح التي تُعرض المفاتيح كما تطبعها، و auto تعرفها مما تكتب",
			"pictures": "طريقة رسم الصور، و cells بمربعات ملوّنة من غير نقاط", "list-width": "أعمدة لوح القائمة، و 0 بحسب الشاشة. وتُسحب حافته بالفأرة", "related-width": "أعمدة لوح المقالات ذات الصلة، و 0 بحسب الشاشة",
			"measure": "أعمدة نص المقالة على الأكثر", "tashkeel": "تشكيل المقالات",
			"theme": "الألوان، أو ملف لك في المجلد themes بجانب ملف الإعدادات",
		},
	}
}

func englishManual() Manual {
	return Manual{
		Usage: "Usage", Commands: "Commands", Flags: "Flags", Everywhere: "Flags of every command", Examples: "Examples",
		More: "“warraq help COMMAND” says more of each.", Default: "default", From: "From:",
		Name: "Name", Description: "Description", Status: "Exit status", SeeAlso: "See also",
		Statuses: [4]string{
			"It is done.", "It failed.", "The command line was wrong.", "Some inputs were refused, each named with its reason; the others are in.",
		},
		Settings: SettingsManual{
			Head:      "Warraq’s settings. Each is a flag of the commands, and the flag on a command line goes before it.\nTake the # away from a line for it to hold. What is changed in the reader is written here.",
			Keys:      "Keys: for each action a key, or a list of keys. A letter stands for the key it is on, on any keyboard.",
			Terminals: "What holds of one terminal alone, by the name that “warraq doctor” gives it; “warraq calibrate” writes it.\n[terminals.\"kitty\"]\nform = \"visual\"\nshape = \"always\"\nmarks = \"keep\"\nreordering = \"leave\"",
		},
		About: map[string]About{
			"backup": {
				"Copy the library to a file",
				"Copies it whole while it is in use, as it is at one instant. The file is a library that --library opens. The reader copies it by itself each day to the folder “backups” beside it, and keeps the last three.",
			},
			"config": {
				"Show every setting, or begin a file of them",
				"Shows all settings, what holds of each, and what each is for. With init it writes them to the settings file where there is none yet, and says where that is; those that are not changed stand behind a #.",
			},
			"warraq": {
				"A right-to-left news reader for the terminal",
				"Opens the library in a full-screen reader. Given files or folders, it adds the articles in them first, and opens the first of these.",
			},
			"add": {
				"Add articles: files, folders, standard input",
				"Reads pasted news pages, pages saved from a browser, RSS and Atom files, EPUB books, Markdown, plain text and JSON Lines, and ZIP, tar and gzip of any of them, and knows the form by the content. An article that is in the library comes in no second time, and what was missing of it is filled in. What cannot be read is named with its reason, the rest is added, and the exit status is 3. Interrupted, it keeps what it has added; said again, it goes on.",
			},
			"list":    {"List the articles of the library, newest first", "--sort orders them by when they were published or added, by title as an Arabic dictionary has them, or by the length of the text. A line an article: its ID, marks, title, section, source and date, in a pipe with tabs between them. ● is unread, ◌ a card without its text, ★ bookmarked."},
			"search":  {"Search titles and texts", "Finds words however they are spelt: with tashkeel or without, whatever their hamza, with their clitics. What stands in quotation marks is a phrase as it is written; a word behind - does not occur; title:, source: and section: look in that field alone, tag: for a tag, is: for a state: unread, read, bookmarked, highlighted, noted, card. Where a word is nowhere, one that is like it and is there is suggested on standard error."},
			"show":    {"Show one article", "An unambiguous beginning of the ID is enough."},
			"related": {"List the articles related to one", "Those that its page and its text pointed at first, then those that are near to it in subject, each with the reason. What is not yet known of new articles is found out before."},
			"bookmark": {
				"Set bookmarks, or take them away",
				"Of each ID an unambiguous beginning is enough. A bookmark can have tags: --tag sets them, and with --remove takes them alone away, and the bookmark stays. What is not there is named, the others are done, and the exit status is 3.",
			},
			"notes": {"Print what you highlighted and noted", "Prints the passages that were highlighted, and the notes on them and on whole articles: as Markdown with a heading for each article, each passage as a quote with its note under it; or as a JSON array, the last one first."},
			"cat": {
				"Lay text or Markdown out right to left",
				"Shows files or what comes through a pipe; the library is not touched. On a terminal what is longer than the screen is paged, with the keys of the reader and / to search. In a pipe the lines keep their logical order, unless --form says otherwise.",
			},
			"export": {
				"Write the library out",
				"Writes every article to standard output, or to a file in DIR. jsonl is what “warraq add” reads back as it was, with marks and all. markdown is a file for each article, with front matter and links between the files, which Obsidian and Hugo take and “warraq add” reads back. epub is a book whose pages turn from the right. html is one page that prints well. bibtex and csl are for reference managers.",
			},
			"calibrate": {"Show samples, ask which reads right, and remember it for this terminal", "Shows one line in the forms that a line can be sent in, and asks which of them reads right; then the same of letters and of tashkeel. The answers are written to the settings file and hold for this terminal from then on."},
			"doctor":    {"Say what is known of the terminal, what it is sent and why, and how the library is", "Says which terminal this is, what that is known by, what the terminal is sent and why, which settings hold, and whether the library is whole."},
			"version":   {"Say which Warraq this is and what it was built from", "The version, the system, the Go compiler, and the revision it was built from with its date, as far as they are known."},
			"completion": {
				"Write what a shell completes Warraq’s commands with",
				"Writes to standard output what makes bash, zsh or fish complete commands, flags, IDs, sections and sources.",
			},
			"man":  {"Write the manual pages", "Writes the manual page as roff to standard output, or a page for each command into DIR."},
			"help": {"Help with a command", "Says what a command does, which flags it has, and gives examples."},
		},
		Options: map[string]string{
			"library": "the library’s file, or WARRAQ_LIBRARY", "config": "the settings file, or WARRAQ_CONFIG",
			"lang": "the interface’s language, or WARRAQ_LANG", "help": "this help", "version": "what the command version says",
			"json": "one JSON array", "add json": "what became of each article, as one JSON array",
			"dry-run": "say what would come in, and add nothing",
			"unread":  "only what has not been read", "bookmarked": "only the bookmarks",
			"section": "only this section", "source": "only this source", "limit": "no more than so many",
			"add limit": "raise a limit of what is read, such as entries=200000 or size=1G", "whole-books": "a book is one article, not one for each chapter",
			"remove": "take the bookmarks away", "bookmark tag": "a tag; can be given more than once", "list tag": "only what has this tag", "sort": "the order", "reverse": "the other way round", "notes format": "the form", "show format": "the form; bibtex and csl are for reference managers", "export format": "the form", "cat format": "what the text is; auto knows it by the file’s name",
			"no-pager": "never page, however long it is", "plain": "for screen readers: no panes, one thing a line, in logical order",
			"width": "columns of a line; else the terminal’s, or 80 in a pipe", "form": "in which form lines are sent",
			"shape": "joined letters; basic for a font with the forms of Arabic alone", "marks": "tashkeel", "align": "the edge of lines",
			"digits": "digits", "direction": "direction of paragraphs", "justify": "fill lines to the width, with kashida in Arabic script",
			"color":      "colours; NO_COLOR forbids them",
			"no-backups": "make no copy of the library each day", "repair": "get all that can be read out of a damaged library into one that takes its place, and leave the damaged one beside it",
			"mouse":   "the mouse: click, drag, and turn the wheel; the terminal selects with Shift held down then",
			"welcome": "the welcome of the first time; that it was shown is written down in the settings file",
			"months":  "names of the months, in Arabic; auto goes by the country in LANG", "hijri": "the Hijri day beside the Gregorian one at the head of an article, by the calendar of Umm al-Qura",
			"follow":  "the list goes to every article that is opened",
			"spacing": "free lines between paragraphs; with 0 their first lines are indented", "keyboard": "the keyboard as whose print keys are shown; auto learns it from what is typed",
			"pictures": "how pictures are drawn; cells is with blocks of colour, not with pixels", "list-width": "columns of the list, 0 for what fits the screen; its edge can be dragged with the mouse", "related-width": "columns of the pane of related articles, 0 for what fits the screen",
			"measure": "columns of an article’s text at the most", "tashkeel": "tashkeel of articles",
			"theme": "colours, or a file of your own in the folder themes beside the settings file",
		},
	}
}
