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
type SettingsManual struct{ Head, Keys, Terminals, Feeds string }

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
		More: "يزيدك الأمر warraq help COMMAND بيانًا عن كل أمر.", Default: "الافتراضي", From: "المصدر:",
		Name: "الاسم", Description: "الوصف", Status: "حالة الانتهاء", SeeAlso: "انظر أيضًا",
		Statuses: [4]string{
			"تم الأمر.", "أخفق.", "في سطر الأمر خطأ.", "رُفض بعض المدخلات وذُكر كل منها وسببه، وقُبل الباقي.",
		},
		Settings: SettingsManual{
			Head:      "إعدادات ورّاق. كل إعداد خيار من خيارات الأوامر، والخيار في سطر الأمر يغلبه.\nاحذف علامة # من أول السطر ليسري. ما يُغيّر في القارئ يُكتب هنا.",
			Keys:      "المفاتيح: لكل فعل مفتاح أو قائمة مفاتيح. الحرف يعني المفتاح الذي هو عليه في أي لوحة.",
			Terminals: "ما يخص طرفية وحدها، باسمها الذي يقوله warraq doctor، ويكتبه warraq calibrate.\n[terminals.\"kitty\"]\nform = \"visual\"\nshape = \"always\"\nmarks = \"keep\"\nreordering = \"leave\"",
			Feeds:     "الخلاصات: كم يبقى من مقالاتها، وما يُنفّذ بعد كل جلب (ومعه معرّفات الجديد)، وما يعطي كلمات السر\n(يُلحق به اسم الموقع، ويكتب سطرًا فيه user:password)، وشهادات يُوثق بها. كل أمر قائمة بكلماته، بلا صدفة. وملف الكعكات كما تكتبه إضافات المتصفحات وcurl (cookies.txt)،\nولا يُنسخ منه شيء. وكم صورة تُجلب مع صفحة المقالة: none أو first أو all.\n[feeds]\nkeep = 5000\nkeep_days = 90\non_fetch = [\"notify-send\", \"ورّاق\"]\npassword_command = [\"pass\", \"show\"]\ncookies = \"~/cookies.txt\"\npictures = \"none\"\nauthorities = [\"/etc/ssl/own.pem\"]\nولموقع وحده:\n[feeds.\"paper.example\"]\npictures = \"all\"\nكل كم من الوقت يجلب القارئ من نفسه ما حان وقته (ولا يجلب إن لم يُذكر)، وما يجلب الصفحات التي تحتاج إلى برنامج آخر\n(يكتب الصفحة على خرجه)، لكل المواقع أو لموقع وحده، وما يفتح الروابط خارجه ({url} هو الرابط):\n[fetch]\nevery = \"30m\"\n[fetch.\"paper.example\"]\ncommand = [\"chromium\", \"--headless\", \"--dump-dom\", \"{url}\"]\n[open]\ncommand = [\"firefox\", \"{url}\"]\nوما يقرأ جهرًا، وما يُرسل إليه المقطع (المفتاح !)، باسم تختاره؛ والنص في موضع {text}، وإلا فعلى الدخل القياسي:\n[listen]\ncommand = [\"espeak-ng\", \"-v\", \"{lang}\", \"-s\", \"{pace}\", \"--stdin\"]\n[passage]\ndictionary = [\"sdcv\", \"-n\", \"{text}\"]\nما يُفعل بكل جديد يوافق بحثًا أو يأتي من خلاصة:\n[[rule]]\nmatch = \"title:طقس\"\nfeed = \"صدى\"\ntag = \"طقس\"\nread = true\nbookmark = false\nhide = false\nwhole = false",
		},
		About: map[string]About{
			"backup": {
				"انسخ المكتبة إلى ملف",
				"ينسخها كاملة وهي مفتوحة، كما هي في لحظة واحدة. الملف مكتبة يفتحها الخيار --library. والقارئ ينسخها من نفسه كل يوم إلى المجلد backups بجانبها، ويُبقي آخر ثلاث نسخ.",
			},
			"restore": {
				"ضع نسخة من المكتبة في مكانها",
				"يتحقق من أن النسخة سليمة ثم يضعها في مكان المكتبة، وتبقى المكتبة السابقة بجانبها باسم آخر. لا تضع نسخة في مكانها بأمر cp أو mv، فقد يبقى بجانبها سجلّ المكتبة السابقة. وإن كان الملف هو المكتبة نفسها أُخذ كما هو ونُحّي ذلك السجلّ.",
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
				"أضف مقالات: من ملفات أو مجلدات أو روابط أو من الدخل القياسي",
				"يقرأ صفحات الأخبار المنسوخة، والصفحات المحفوظة من المتصفح، وملفات RSS وAtom، ومستندات Word وLibreOffice وRTF، ورسائل البريد، وأراشيف WARC، وكتب EPUB وFictionBook، وMarkdown، والنص المجرد، وJSON Lines، وما جُمع منها في ZIP أو tar أو gzip، ويعرف الصيغة من المحتوى. والرابط الذي أوله https:// أو http:// تُجلب صفحته مرة واحدة وتُقرأ كصفحة محفوظة، وإن كان رابط خلاصة أُخذ ما فيها؛ ولا يُتصل بالشبكة لغير ذلك. المقالة التي في المكتبة لا تتكرر، وما نقص منها يكتمل. ما لا يُقرأ يُذكر وسببه، ويُضاف الباقي، وينتهي الأمر بالحالة 3. وإن قُطع بقي ما أضافه، وإن أُعيد أكمل.",
			},
			"list":    {"اعرض مقالات المكتبة، أحدثها أولًا", "سطر لكل مقالة: معرّفها وعلاماتها وعنوانها وقسمها ومصدرها وتاريخها، وبينها في الأنبوب علامة جدولة. العلامة ● لما لم يُقرأ، و◌ لما لم يصل نصه، و★ لما عليه إشارة. ويرتّبها --sort بتاريخ النشر published، أو الوصول added، أو بالعنوان على حروف المعجم title، أو بطول النص length."},
			"search":  {"ابحث في العناوين والنصوص", "يجد الكلمات على اختلاف رسمها: بالتشكيل وبلا تشكيل، وبأي همزة، وبزوائدها. ما بين علامتي اقتباس عبارة بلفظها، وكلمة تسبقها - لا ترد، وtitle: وsource: وsection: تبحث في الحقل وحده، وtag: أو وسم: عن وسم، وroot: أو جذر: عن كلمات الجذر كلها، وafter: وbefore: أو بعد: وقبل: عن تاريخ مثل 2024-12 أو 31/12/2024 أو أمس، وis: عن حال: unread وread وbookmarked وarchived وhighlighted وnoted وcard. وإن لم يجد كلمة عرض ما يشبهها مما في المكتبة."},
			"show":    {"اعرض مقالة واحدة", "يكفي من المعرّف أوله ما دام لا يشاركه فيه غيره."},
			"related": {"اعرض ما يتصل بمقالة", "ما أشارت إليه صفحتها ونصها أولًا، ثم ما قاربها في الموضوع، ومع كل واحدة سببها. ويُعرف قبل ذلك ما لم يُعرف بعد من صلات المقالات الجديدة."},
			"compare": {"قارن بين مقالتين", "ما تنفرد به كل منهما: جملها التي لا تقولها الأخرى، ثم الأسماء والأرقام التي في جمل مشتركة وليست في الأخرى. وكل ما قيل بألفاظ أخرى يُعدّ مشتركًا. ومع --json مصفوفة من كائنين: sentences وfacts."},
			"root":    {"اعرض جذر كلمة وأسرته", "جذر الكلمة أو جذورها، وكلمات كل جذر التي في المكتبة ومع كل منها عدد المقالات التي فيها، ثم كل موضع: مقالته وما حوله. والكلمة تُكتب بما يتصل بها أو من دونه، ويصح أن يُكتب الجذر نفسه. ومع --json مصفوفة فيها كائن لكل جذر."},
			"bookmark": {
				"ضع إشارات على مقالات أو ارفعها",
				"يكفي من كل معرّف أوله. وللإشارة وسوم يضعها --tag، ويرفعها وحدها مع --remove وتبقى الإشارة. ما لا وجود له يُذكر، ويُعمل الباقي، وينتهي الأمر بالحالة 3.",
			},
			"archive": {
				"أرشِف مقالات، أو أعدها إلى القوائم",
				"ما أُرشف لا تعرضه القوائم ولا يُعدّ فيها، ويجده البحث والأمر warraq list --archived. ويكفي من كل معرّف أوله، وما لا وجود له يُذكر ويُعمل الباقي.",
			},
			"remove": {
				"احذف مقالات من المكتبة",
				"يحذف المقالات وما عليها من علامات وملاحظات، ويكتب ما حذفه. ومع --source أو --section أو --bundled يحذف ما يجمعها كلها. وما حُذف لا يعود من نفسه، لا من خلاصة ولا مع إصدار جديد، ويعود إن أضفته أنت. ومع --dry-run يكتب ما سيُحذف ولا يحذف شيئًا.",
			},
			"today": {"اعرض قصص اليوم، كل قصة في سطر", "يجمع ما روته الصحف من القصة الواحدة في سطر: أحدث مقالاتها، وعنوانها، والصحف التي روتها، وعدد مقالاتها، ومتى بدأت؛ ثم ما لا قصة له بأقسامه. فإن لم يأت في هذه الأيام شيء فقصص آخر أيام جاء فيها. ومع --json مصفوفة: القصص (kind: story)، ثم الأقسام (kind: section)، وnew عدد ما لم يُقرأ مما وصل منذ آخر نظرة إلى القصص."},
			"notes": {"اكتب ما ظللت وما علّقت", "يكتب ما ظُلّل من عبارات وما كُتب عليها وعلى المقالات من ملاحظات: في Markdown عنوان لكل مقالة، وكل عبارة مقتبسة وملاحظتها تحتها؛ أو مصفوفة JSON، آخرها أولًا."},
			"cat": {
				"اعرض نصًّا أو Markdown مرتبًا من اليمين",
				"يعرض الملفات أو ما يأتي في الأنبوب، ولا يمس المكتبة. وما زاد على الشاشة في الطرفية يُعرض صفحة صفحة بمفاتيح القارئ، والمفتاح / للبحث. وفي الأنبوب يبقى النص بترتيبه المنطقي إلا إن قال الخيار --form غير ذلك.",
			},
			"listen": {
				"اقرأ مقالة جهرًا",
				"يقرؤها جملة جملة ببرنامج espeak-ng أو بأمر من الإعدادات، بصوت لغة النص. في الطرفية تُفتح في القارئ، وتُظلّل الجملة التي تُقرأ: المسافة للتوقف، والسهم ← للجملة التالية و→ للسابقة، و+ و- للسرعة. وفي غير الطرفية، ومع --plain، تُكتب كل جملة حين تُقرأ. ويكفي من المعرّف أوله.",
			},
			"run": {
				"شغّل برنامجًا آخر واعرض شاشته مرتبة",
				"يشغّل أي برنامج يملأ الشاشة أو يكتب فيها، مثل vim وless وnewsboat، ويصل حروف العربية على شاشته ويرتب كلماتها، وتبدأ أسطرها من اليمين. والإطارات والأعمدة تبقى في مواضعها، والمفاتيح والفأرة تذهب إلى البرنامج. وتُعرف أسطر العربية من أول حرف فيها، ولا يُعرف من الشاشة أين تنتهي الفقرة. وينتهي الأمر بحالة البرنامج.",
			},
			"export": {
				"أخرج المكتبة ملفات",
				"يكتب المقالات كلها إلى الخرج القياسي أو إلى ملف في المجلد. jsonl يعود بها الأمر warraq add كما كانت بعلاماتها. markdown ملف لكل مقالة، بترويسة وروابط بين الملفات، يفتحه Obsidian وHugo ويعيد قراءته warraq add، إلا التظليل والملاحظات. epub كتاب تُقلب صفحاته من اليمين، وفيه الصور. html صفحة واحدة تُطبع. pdf صفحات مصفوفة كما في الكتب، لها أرقام وفهرس ويُنسخ نصها. bibtex وcsl لبرامج المراجع.",
			},
			"calibrate": {"أرِني عيّنات واسألني أيها يُقرأ صحيحًا، واحفظ ذلك لهذه الطرفية", "يعرض سطرًا واحدًا بكل هيئة يُرسل بها السطر، ويسأل أيها يُقرأ صحيحًا، ثم يسأل مثل ذلك عن الحروف وعن التشكيل. وتُكتب الأجوبة في ملف الإعدادات وتسري على هذه الطرفية من بعد."},
			"doctor":    {"ما يُعرف عن الطرفية وما يُرسل إليها ولماذا، وحال المكتبة", "أي طرفية هذه وبم عُرفت، وماذا يُرسل إليها ولماذا، وأي الإعدادات سارٍ، وهل المكتبة سليمة."},
			"version":   {"أي إصدار هذا ومم بُني", "الإصدار، والنظام، ومترجم Go، والنسخة التي بُني منها وتاريخها إن عُرفا."},
			"completion": {
				"اكتب ما تُكمل به الصدفة أوامر ورّاق",
				"يكتب على الخرج القياسي ما تُكمل به الصدفة (bash أو zsh أو fish أو PowerShell) الأوامر والخيارات والمعرّفات والأقسام والمصادر.",
			},
			"man":  {"اكتب صفحات الدليل", "يكتب صفحة الدليل بصيغة roff على الخرج القياسي، أو يكتب في المجلد صفحة لكل أمر."},
			"help": {"ساعدني في أمر", "يعرض ما يفعله الأمر وخياراته وأمثلة عليه."},
		},
		Options: map[string]string{
			"library": "ملف المكتبة، أو WARRAQ_LIBRARY", "config": "ملف الإعدادات، أو WARRAQ_CONFIG",
			"lang": "لغة الواجهة، أو WARRAQ_LANG", "help": "هذه المساعدة", "version": "ما يقوله الأمر version",
			"json": "مصفوفة JSON واحدة", "add json": "ما آل إليه أمر كل مقالة، مصفوفة JSON واحدة",
			"dry-run": "قل ما سيدخل ولا تُدخل شيئًا",
			"unread":  "ما لم يُقرأ وحده", "bookmarked": "ما عليه إشارة وحده", "archived": "ما أُرشف وحده", "bundled": "ما جاء مع ورّاق", "archive remove": "أعدها إلى القوائم", "remove dry-run": "قل ما سيُحذف ولا تحذف شيئًا", "remove section": "كل ما في هذا القسم", "remove source": "كل ما من هذا المصدر",
			"section": "هذا القسم وحده", "source": "هذا المصدر وحده", "limit": "لا أكثر من هذا العدد",
			"add limit": "ارفع حدًّا من حدود ما يُقرأ، مثل entries=200000 أو size=1G", "whole-books": "الكتاب مقالة واحدة، لا مقالة لكل فصل", "unpublished": "خذ من تصدير WordPress ما لم يُنشر أيضًا: المسودات والخاص والمحذوف وعناصر القوائم",
			"days": "قصص كم يوم", "today week": "قصص الأيام السبعة الأخيرة", "remove": "ارفع الإشارات", "bookmark tag": "وسم، ويتكرر", "list tag": "ما عليه هذا الوسم وحده", "sort": "الترتيب", "reverse": "اقلب الترتيب", "notes format": "الصيغة", "show format": "الصيغة، وpdf وpng وsvg صفحات كما تُطبع، وbibtex وcsl لبرامج المراجع", "paper": "مقاس الورق", "page": "رقم الصفحة في png وsvg، وpdf فيه كل الصفحات", "view": "عرض المقالات: خانات، أو صفحات كالمطبوعة في طرفية ترسم بالنقاط", "print-font": "ملف خط تُصف به الصفحات، بصيغة TTF أو OTF", "export format": "الصيغة", "since": "ما نُشر منذ هذا اليوم وحده، وهو في الكتاب والصفحة بترتيب قصصه", "cat format": "ما النص، وauto تعرفه من اسم الملف",
			"no-pager": "لا تعرضه صفحة صفحة مهما طال", "plain": "لقارئات الشاشة: بلا ألواح، شيء في كل سطر، بالترتيب المنطقي",
			"width": "أعمدة السطر؛ وإلا فأعمدة الطرفية، و80 في الأنبوب", "form": "الهيئة التي تُرسل بها الأسطر",
			"shape": "وصل الحروف، وbasic لخط فيه حروف العربية وحدها", "marks": "التشكيل في هذه الطرفية", "align": "حافة الأسطر",
			"digits": "الأرقام التي تُعرض", "direction": "اتجاه الفقرات", "justify": "املأ الأسطر إلى عرضها، بالتطويل في الخط العربي",
			"color":      "الألوان، وNO_COLOR يمنعها",
			"no-backups": "لا تنسخ المكتبة كل يوم", "repair": "استخرج من مكتبة تالفة كل ما يُقرأ إلى مكتبة تحل محلها، وأبقِ التالفة بجانبها", "versions": "النصوص التي كانت للمقالة قبل نصها هذا، أحدثها أولًا",
			"mouse":   "الفأرة: تنقر وتسحب وتدير العجلة. ومعها تحدد الطرفية نصًّا مع Shift",
			"welcome": "الترحيب أول مرة، ويكتب بعده في ملف الإعدادات أنه عُرض",
			"months":  "أسماء الشهور، وauto بحسب البلد في LANG", "log": "سجل لما يفعله البرنامج يُكتب في مجلد حالته وليس فيه شيء من المقالات، أو WARRAQ_LOG=1", "hijri": "اليوم الهجري بجانب الميلادي في رأس المقالة، بتقويم أم القرى",
			"compact": "تعرض القائمة كل مقالة في سطر واحد",
			"preview": "تظهر المقالة المحددة في القائمة بجانبها",
			"follow":  "تذهب القائمة إلى كل مقالة تُفتح",
			"spacing": "الأسطر الخالية بين الفقرات، ومع 0 يبدأ أول كل فقرة إلى الداخل", "keyboard": "لوحة المفاتيح التي تُعرض المفاتيح كما تطبعها، وauto تعرفها مما تكتب",
			"pictures": "طريقة رسم الصور، وcells بمربعات ملوّنة من غير نقاط", "list-width": "أعمدة لوح القائمة، و0 بحسب الشاشة. وتُسحب حافته بالفأرة", "related-width": "أعمدة لوح المقالات ذات الصلة، و0 بحسب الشاشة",
			"measure":     "أعمدة نص المقالة على الأكثر",
			"cat measure": "أعمدة نص الفقرات على الأكثر، في الطرفية", "margin": "أعمدة فارغة بجانب الفقرات، في الطرفية",
			"tashkeel": "تشكيل المقالات",
			"theme":    "المظهر وألوانه، ويصح ملف لك في المجلد themes بجانب ملف الإعدادات",
		},
	}
}

func englishManual() Manual {
	return Manual{
		Usage: "Usage", Commands: "Commands", Flags: "Flags", Everywhere: "Flags of every command", Examples: "Examples",
		More: "“warraq help COMMAND” says more about each.", Default: "default", From: "From:",
		Name: "Name", Description: "Description", Status: "Exit status", SeeAlso: "See also",
		Statuses: [4]string{
			"Done.", "Failed.", "The command line was wrong.", "Some inputs were refused, each named with its reason; the others were taken.",
		},
		Settings: SettingsManual{
			Head:      "Warraq’s settings. Each is a flag of the commands; a flag on the command line overrides it.\nRemove the # from a line for it to apply. What you change in the reader is written here.",
			Keys:      "Keys: one key, or a list of keys, for each action. A letter means the key it is on, whatever the keyboard layout.",
			Terminals: "What applies to one terminal alone, by the name that “warraq doctor” gives it. “warraq calibrate” writes it.\n[terminals.\"kitty\"]\nform = \"visual\"\nshape = \"always\"\nmarks = \"keep\"\nreordering = \"leave\"",
			Feeds:     "Feeds: how much is kept of their articles, what is run after each fetch (with the IDs of what is new), what\ngives passwords (it is given the name of the site and writes a line user:password), and certificates to be\ntrusted. Each command is a list of its words; no shell has a part in it. A cookies file is one as extensions of\nbrowsers and curl write it (cookies.txt); nothing of it is copied. Of the pictures of an article’s page none, the\nfirst or all are fetched with it.\n[feeds]\nkeep = 5000\nkeep_days = 90\non_fetch = [\"notify-send\", \"Warraq\"]\npassword_command = [\"pass\", \"show\"]\ncookies = \"~/cookies.txt\"\npictures = \"none\"\nauthorities = [\"/etc/ssl/own.pem\"]\nOf one site alone:\n[feeds.\"paper.example\"]\npictures = \"all\"\nHow often the reader fetches what is due by itself (never, if not given), what fetches pages that need another\nprogram (it writes the page to its standard output), of all sites or of one, and what opens addresses outside\n({url} is the address):\n[fetch]\nevery = \"30m\"\n[fetch.\"paper.example\"]\ncommand = [\"chromium\", \"--headless\", \"--dump-dom\", \"{url}\"]\n[open]\ncommand = [\"firefox\", \"{url}\"]\nWhat reads aloud, and what a passage is handed to (the key !), by a name of your choice; the text is put for {text},\nelse it is on the standard input:\n[listen]\ncommand = [\"espeak-ng\", \"-v\", \"{lang}\", \"-s\", \"{pace}\", \"--stdin\"]\n[passage]\ndictionary = [\"sdcv\", \"-n\", \"{text}\"]\nWhat is done with what is new and is found by a query, or is from a feed:\n[[rule]]\nmatch = \"title:weather\"\nfeed = \"sada\"\ntag = \"weather\"\nread = true\nbookmark = false\nhide = false\nwhole = false",
		},
		About: map[string]About{
			"backup": {
				"Copy the library to a file",
				"Copies the whole library, as it is at one instant, even while it is in use. The copy is a library that --library opens. The reader makes a copy of its own each day, in the folder “backups” beside the library, and keeps the last three.",
			},
			"restore": {
				"Put a copy of the library in its place",
				"Checks that the copy is whole and puts it in the place of the library, which stays beside it under another name. Do not put a copy there with cp or mv: the journal of the library before it may still lie beside it. Where the file is the library itself, it is taken as it is and that journal is set aside.",
			},
			"config": {
				"Show every setting, or begin a settings file",
				"Shows every setting, its value, and what it is for. With init it writes them to the settings file, if there is none yet, and says where that is; settings that were not changed are commented out with #.",
			},
			"warraq": {
				"A right-to-left news reader for the terminal",
				"Opens the library in a full-screen reader. Given files or folders, it adds the articles in them and opens the first.",
			},
			"add": {
				"Add articles: files, folders, addresses on the web, standard input",
				"Reads pasted news pages, pages saved from a browser, RSS and Atom files, documents of Word, LibreOffice and RTF, mail, WARC, books in EPUB and FictionBook, Markdown, plain text and JSON Lines, and ZIP, tar and gzip of any of these, and tells the format from the content. Of an address that begins with https:// or http:// the page is fetched, once, and read as a saved one is; of a feed, the entries that are in it now. Nothing else is asked for on the network. An article that is in the library already is not added twice; what was missing from it is filled in. What cannot be read is named with its reason, the rest is added, and the exit status is 3. If it is interrupted, what was added stays; run it again to go on.",
			},
			"list":    {"List the articles of the library, newest first", "Each line is an article: its ID, marks, title, section, source and date, with tabs between them in a pipe. ● is unread, ◌ a card without its text, ★ bookmarked. --sort orders them by the date they were published or added, by title as in an Arabic dictionary, or by the length of the text."},
			"search":  {"Search titles and texts", "Finds words however they are spelt: with or without tashkeel, with any hamza, with prefixes and suffixes. Words in quotation marks are a phrase, exactly as written; a word after - must not occur; title:, source: and section: look in that field alone, tag: for a tag, root: for all the words of an Arabic root, after: and before: for a date such as 2024-12, 31/12/2024 or yesterday, is: for a state: unread, read, bookmarked, archived, highlighted, noted, card. If a word is nowhere in the library, one like it that is there is suggested on standard error."},
			"show":    {"Show one article", "The beginning of an ID is enough, as long as no other begins like it."},
			"related": {"List the articles related to one", "First those that its page and its text point to, then those close to it in subject, each with the reason. New articles are compared with the others first, if that has not been done yet."},
			"compare": {"Compare two articles", "What each has alone: the sentences that the other does not say, then names and numbers that it lacks in those that both say. What is said in other words counts as said. --json is an array of two objects with sentences and facts."},
			"root":    {"Show the root of an Arabic word and its family", "The root or roots of the word, the words of each that the library has with how many articles have them, then every place: its article and what stands around it. The word may have others written together with it; the root itself will do. --json is an array with an object for each root."},
			"bookmark": {
				"Set or remove bookmarks",
				"The beginning of each ID is enough. Bookmarks can have tags: --tag sets them; together with --remove it takes away those tags alone, and the bookmark stays. An ID that does not exist is named, the others are done, and the exit status is 3.",
			},
			"archive": {
				"Archive articles, or take them out again",
				"Lists leave out what is archived and do not count it; the search finds it, and “warraq list --archived” lists it. The beginning of each ID is enough. An ID that does not exist is named, and the others are done.",
			},
			"remove": {
				"Remove articles from the library",
				"Removes articles with their marks and notes, and says which. --source, --section and --bundled remove all articles that fit. What was removed does not come back by itself, not from a feed and not with a new version, but does when you add it. --dry-run only says what would be removed.",
			},
			"today": {"List the stories of the day, one a line", "Puts together what papers tell of one story: its latest article, its title, the papers, how many articles, and since when; then what is of no story, by section. Where nothing came in these days, it is the last days in which something did. --json is an array of the stories (kind: story) and then the sections (kind: section); new is how many unread ones came since the front page was last looked at."},
			"notes": {"Print your highlights and notes", "Prints the passages you highlighted, and your notes on them and on whole articles: as Markdown, with a heading for each article and each note under the passage it is on; or as a JSON array, the latest first."},
			"cat": {
				"Lay out text or Markdown from right to left",
				"Shows files, or what comes through a pipe; the library is not touched. On a terminal, what is longer than the screen is paged, with the reader’s keys and / to search. In a pipe the lines keep their logical order, unless --form says otherwise.",
			},
			"listen": {
				"Read an article aloud",
				"Reads it sentence by sentence with espeak-ng, or a command of the settings, in the voice of the text’s language. On a terminal it is opened in the reader, with the sentence that is being read marked: Space pauses, ← goes to the next sentence and → back, + and - change the pace. Elsewhere, and with --plain, each sentence is written as it is read. The beginning of an ID is enough.",
			},
			"run": {
				"Run another program and lay its screen out",
				"Runs any program that writes to a terminal, such as vim, less or newsboat, and joins and orders the right-to-left text on its screen, with its lines at the right. Boxes and columns stay in place; keys and the mouse go to the program. The direction of a line is that of its first letter; where a paragraph ends cannot be told from a screen. The exit status is that of the program.",
			},
			"export": {
				"Write the library out",
				"Writes every article to standard output, or into the folder DIR. jsonl is what “warraq add” reads back exactly as it was, marks included. markdown is a file for each article, with front matter and links between the files, for Obsidian and Hugo; “warraq add” reads it back too, all but highlights and notes. epub is a book whose pages turn from the right, with the pictures. html is one page that prints well. pdf is pages set as in print, numbered, with a table of contents and text that can be copied. bibtex and csl are for reference managers.",
			},
			"calibrate": {"Show samples, ask which reads right, and remember it for this terminal", "Shows one line in each form that a line can be sent in, and asks which reads right; then the same for letters and for tashkeel. The answers are written to the settings file, and apply to this terminal from then on."},
			"doctor":    {"Report on the terminal, what it is sent and why, and the library", "Says which terminal this is and how that is known, what it is sent and why, which settings apply, and whether the library is intact."},
			"version":   {"Show the version and what it was built from", "The version, the system, the Go compiler, and the revision it was built from with its date, as far as they are known."},
			"completion": {
				"Write a shell’s completion script",
				"Writes to standard output the script with which bash, zsh, fish or PowerShell completes commands, flags, IDs, sections and sources.",
			},
			"man":  {"Write the manual pages", "Writes the manual page as roff to standard output, or a page for each command into the folder DIR."},
			"help": {"Help with a command", "Says what a command does and which flags it has, and gives examples."},
		},
		Options: map[string]string{
			"library": "the library’s file, or WARRAQ_LIBRARY", "config": "the settings file, or WARRAQ_CONFIG",
			"lang": "the interface’s language, or WARRAQ_LANG", "help": "this help", "version": "what the command version says",
			"json": "as one JSON array", "add json": "what became of each article, as one JSON array",
			"dry-run": "say what would be added, and add nothing",
			"unread":  "only what is unread", "bookmarked": "only what is bookmarked", "archived": "only what is archived", "bundled": "what came with Warraq", "archive remove": "take them out again", "remove dry-run": "say what would be removed, and remove nothing", "remove section": "all of this section", "remove source": "all of this source",
			"section": "only this section", "source": "only this source", "limit": "at most so many",
			"add limit": "raise a limit on what is read, as in entries=200000 or size=1G", "whole-books": "a book is one article, not one for each chapter", "unpublished": "take what was not published of an export of WordPress, too: drafts, private and deleted posts, entries of menus",
			"days": "of how many days", "today week": "the stories of the last seven days", "remove": "remove the bookmarks", "bookmark tag": "a tag; can be given more than once", "list tag": "only what has this tag", "sort": "the order", "reverse": "reverse the order", "notes format": "the format", "show format": "the format; pdf, png and svg are pages as in print, bibtex and csl are for reference managers", "paper": "the size of paper", "page": "which page png and svg show; pdf has all of them", "view": "how articles are shown: in cells, or as pages in print where the terminal shows pixels", "print-font": "the file of a font that pages are set in, TTF or OTF", "export format": "the format", "since": "only what was published on this day or later; a book or a page has it in the order of its stories", "cat format": "the format; auto tells it from the file’s name",
			"no-pager": "never page, however long the text is", "plain": "for screen readers: no panes, one thing a line, in logical order",
			"width": "columns of a line; else the terminal’s, or 80 in a pipe", "form": "the form in which lines are sent",
			"shape": "joined letters; basic for a font that has only the letters of Arabic", "marks": "tashkeel in this terminal", "align": "the edge that lines stand at",
			"digits": "which digits are shown", "direction": "the direction of paragraphs", "justify": "fill lines to the width, with kashida in Arabic script",
			"color":      "colours; NO_COLOR turns them off",
			"no-backups": "make no daily copy of the library", "repair": "recover all that can be read of a damaged library into one that takes its place, and keep the damaged one beside it", "versions": "the texts that the article had before this one, the last first",
			"mouse":   "the mouse clicks, drags and scrolls; hold Shift for the terminal’s own selection",
			"welcome": "the welcome of the first start; that it was shown is noted in the settings file",
			"months":  "the names of the months in Arabic; auto goes by the country in LANG", "log": "write a log of what the program does into its state folder, with nothing of any article in it; or WARRAQ_LOG=1", "hijri": "the Hijri date beside the Gregorian one at the head of an article, by the calendar of Umm al-Qura",
			"compact": "the list shows each article in one row",
			"preview": "the article that is selected in the list is shown beside it",
			"follow":  "the list moves to every article that is opened",
			"spacing": "empty lines between paragraphs; with 0 their first lines are indented", "keyboard": "the keyboard layout in whose letters keys are shown; auto learns it from what you type",
			"pictures": "how pictures are drawn; cells uses blocks of colour, not pixels", "list-width": "columns of the list, 0 for what fits the screen; its edge can be dragged with the mouse", "related-width": "columns of the pane of related articles, 0 for what fits the screen",
			"measure":     "the most columns of an article’s text",
			"cat measure": "the most columns of prose, on a terminal", "margin": "free columns beside prose, on a terminal",
			"tashkeel": "tashkeel in articles",
			"theme":    "colours; can also be a file of your own in the folder themes beside the settings file",
		},
	}
}
