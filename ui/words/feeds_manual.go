package words

import "maps"

// with adds what commands do and what their flags say to a manual and returns it.
func (m Manual) with(about map[string]About, options map[string]string) Manual {
	maps.Copy(m.About, about)
	maps.Copy(m.Options, options)
	return m
}

func arabicFeedManual() (map[string]About, map[string]string) {
	return map[string]About{
			"feed": {
				"تابع خلاصات المواقع",
				"الخلاصة (RSS أو Atom أو JSON Feed) عنوان ينشر فيه الموقع جديده. ما تتابعه محفوظ في المكتبة، ويجلب جديده الأمر warraq fetch حين تطلبه، ولا يتصل ورّاق بالشبكة من نفسه. والأمر وحده يعرض الخلاصات. وتُسمّى الخلاصة برقمها أو بعنوانها أو باسمها.",
			},
			"feed add": {
				"تابع خلاصة، بعنوانها أو بعنوان موقعها",
				"يُسأل العنوان، فإن كان صفحة بُحث فيها عن خلاصاتها: الواحدة تُتابَع، والعدة تُعرض لتختار منها. المتابعة لا تجلب المقالات، بل يجلبها warraq fetch. وكلمة السر لا تُحفظ في العنوان، بل يعطيها الأمر password_command في الإعدادات. ومع --server يكون العنوان عنوان خادم يقرأ الخلاصات لك (FreshRSS أو Miniflux أو The Old Reader وغيرها، عبر Google Reader API): تأتي خلاصاته ومجلداته ومقالاته مع warraq fetch، ويكون ما قُرئ وما عليه إشارة سواءً في الجانبين. وكلمة سره من password_command لموقعه.",
			},
			"feed list":   {"اعرض الخلاصات المتابَعة", "سطر لكل خلاصة: رقمها وعدد ما لم يُقرأ منها واسمها ومجلدها ومتى جُلبت، أو منذ متى تعذّر جلبها، وعنوانها."},
			"feed remove": {"لا تتابع هذه الخلاصات", "مقالاتها تبقى في المكتبة. وخلاصات الخادم الذي يُزال تُتابَع وحدها بعده، وتزول خلاصة الخادم حين يُلغى الاشتراك فيها هناك."},
			"feed edit":   {"غيّر اسم خلاصة أو مجلدها أو عنوانها أو ما يُجلب منها ويبقى", "لا يتغير إلا ما ذُكر من الخيارات. والعنوان الجديد يُجلب من أوله."},
			"feed import": {"تابع ما في قائمة من قارئ آخر (OPML)", "المجلدات والأسماء وما لا يعرفه ورّاق من الخصائص تبقى، ويعيدها warraq feed export كما كانت. ما كان متابَعًا يبقى كما هو. وما لا يُقرأ يُذكر بسطره، ويُتابَع الباقي، وينتهي الأمر بالحالة 3."},
			"feed export": {"اكتب قائمة الخلاصات (OPML)", "بمجلداتها وأسمائها وما اختير لها، إلى ملف أو إلى الخرج القياسي. ليس فيها كلمة سر."},
			"feed check": {
				"أي الخلاصات تجيب",
				"يسأل كل خلاصة متابَعة، أو ما ذُكر منها أو من العناوين، ويقول أيها تجيب وما علّة الباقي. لا يتغير شيء في المكتبة.",
			},
			"feed catalogue": {
				"اعرض خلاصات صحف ووكالات معروفة",
				"صحف ووكالات بالعربية والفارسية والأردية والعبرية والكردية، في مجلدات بحسب اللغة والبلد. الكلمات تختار منها ما هي في اسمه أو مجلده أو قسمه. العناوين مأخوذة من مصادر عامة ولم تُجرَّب، ويقول warraq feed check --catalogue أيها يجيب عندك.",
			},
			"fetch": {
				"اجلب جديد الخلاصات",
				"يسأل الخوادم عن الجديد وحده، ويدع كل خادم المدة التي يطلبها، ويدخل ما جاء المكتبةَ أولًا بأول، فإن أُوقف بقي ما جاء وأكمل الجلب التالي. والخلاصة التي لا تحمل إلا أوائل النصوص تُجلب صفحات مقالاتها. وما ذُكر من الخلاصات يُجلب وإن لم يحن وقته. وما تعذّر جلبه يُذكر وسببه، وينتهي الأمر بالحالة 3. وبعد الجلب تُطبّق القواعد [[rule]] ويُنفّذ on_fetch من الإعدادات. ومع --every يبقى الأمر يجلب كل مدة حتى يُوقف.",
			},
			"rules": {
				"طبّق قواعد الإعدادات على مقالات المكتبة كلها",
				"القاعدة جدول [[rule]] في الإعدادات: match بحث كما في warraq search، وfeed اسم خلاصة، وما يُفعل بما وافقها: tag وread وbookmark وhide (أرشفة) وwhole (جلب الصفحة). تُطبّق على كل جديد بعد جلبه، ويطبّقها هذا الأمر على ما في المكتبة، ومع --dry-run يعرض ما يوافق كل قاعدة ولا يغيّر شيئًا. وقواعد الأجهزة الأخرى التي تُزامَن معها المكتبة تسري هنا أيضًا، وتُنهى حيث كُتبت.",
			},
			"clean": {
				"احذف ما فات وقته من مقالات الخلاصات",
				"ما زاد على العدد keep أو مضت عليه الأيام keep_days، من إعدادات [feeds] أو مما اختير لكل خلاصة. لا يُحذف ما عليه إشارة أو وسم أو تظليل أو ملاحظة، ولا ما لم يأت من خلاصة متابَعة. ويُفعل هذا بعد كل جلب إن ضُبط، ويُقال قبل أول مرة.",
			},
		}, map[string]string{
			"feed add name": "اسمها عندك", "feed add folder": "مجلدها، وبين المجلدات المتداخلة /", "feed add whole": "متى تُجلب صفحات المقالات: auto إن وُجد أن الخلاصة لا تحمل النصوص كاملة",
			"feed add keep": "أبقِ من مقالاتها هذا العدد؛ و0 كلها", "feed add keep-days": "أبقِ مقالات هذا العدد من الأيام؛ و0 كلها", "feed add every": "كم بين جلب وجلب حين يُجلب بموعد، مثل 2h",
			"feed add all": "تابع كل خلاصات الصفحة", "feed add choose": "تابع من خلاصات الصفحة ما له هذه الأرقام", "feed add unchecked": "تابعها ولا تسأل الخادم", "feed add server": "العنوان عنوان خادم خلاصات (Google Reader API)", "feed add user": "اسمك على الخادم، إن لم يذكره password_command",
			"feed edit name": "اسمها عندك", "feed edit folder": "مجلدها، وبين المجلدات المتداخلة /", "feed edit whole": "متى تُجلب صفحات المقالات: auto إن وُجد أن الخلاصة لا تحمل النصوص كاملة",
			"feed edit keep": "أبقِ من مقالاتها هذا العدد؛ و0 كلها", "feed edit keep-days": "أبقِ مقالات هذا العدد من الأيام؛ و0 كلها", "feed edit every": "كم بين جلب وجلب حين يُجلب بموعد، مثل 2h", "feed edit address": "عنوانها الجديد",
			"fetch json": "ما آل إليه أمر كل خلاصة، مصفوفة JSON واحدة", "fetch no-pages": "لا تجلب صفحات المقالات", "fetch every": "اجلب كل هذه المدة حتى تُوقف، مثل 30m",
			"feed check catalogue": "ما في الفهرس، لا ما تتابعه", "feed catalogue opml": "اكتبها قائمة OPML، ليقرأها warraq feed import", "feed catalogue language": "ما بهذه اللغة وحدها: ar أو fa أو ur أو he",
			"rules forget":  "انسَ قاعدة جهاز لم يعد موجودًا، بما فيها من match أو feed",
			"rules dry-run": "اعرض ما يوافق كل قاعدة ولا تغيّر شيئًا",
			"clean dry-run": "قل ما سيُحذف ولا تحذف شيئًا", "clean keep": "أبقِ هذا العدد من كل المقالات؛ و0 كلها", "clean keep-days": "أبقِ مقالات هذا العدد من الأيام؛ و0 كلها",
		}
}

func englishFeedManual() (map[string]About, map[string]string) {
	return map[string]About{
			"feed": {
				"Follow the feeds of sites",
				"A feed (RSS, Atom or JSON Feed) is an address at which a site publishes what is new. What you follow is kept in the library, and warraq fetch fetches what is new when you ask for it; by itself Warraq never uses the network. Alone the command shows the feeds. A feed is named by its number, its address or its name.",
			},
			"feed add": {
				"Follow a feed, by its address or that of its site",
				"The address is asked for; where it is a page its feeds are looked for: one is followed, several are shown for you to choose. Following fetches no articles: that is for warraq fetch. A password is not kept in an address; the command password_command in the settings gives it. With --server the address is that of a server that reads feeds for you (FreshRSS, Miniflux, The Old Reader and others, by the Google Reader API): its feeds, folders and articles come with warraq fetch, and what is read and bookmarked is alike on both sides. Its password comes from password_command of its host.",
			},
			"feed list":   {"Show the feeds that are followed", "A line for each: its number, how much of it is unread, its name and folder, when it was fetched or since when it fails, and its address."},
			"feed remove": {"Follow feeds no more", "Their articles stay in the library. The feeds of a server that is removed are followed by themselves from then on; a feed of a server goes when one unsubscribes there."},
			"feed edit":   {"Change a feed’s name, folder or address, or what is fetched and kept of it", "Only what is named by a flag changes. A new address is fetched from its beginning."},
			"feed import": {"Follow what is in a list from another reader (OPML)", "Folders, names and attributes that Warraq does not know are kept, and warraq feed export writes them as they were. What was followed stays as it is. What cannot be read is named by its line, the rest is followed, and the exit status is 3."},
			"feed export": {"Write the list of feeds (OPML)", "With their folders, names and what was chosen for them, to a file or standard output. No password is in it."},
			"feed check": {
				"See which feeds answer",
				"Asks for every feed that is followed, or for those feeds and addresses that are named, and says which answer and what is wrong with the others. Nothing in the library changes.",
			},
			"feed catalogue": {
				"Show feeds of known papers and agencies",
				"Papers and agencies in Arabic, Persian, Urdu, Hebrew and Kurdish, in folders by language and country. Words choose those that have them in their name, folder or section. The addresses come from public sources and were not tried; warraq feed check --catalogue says which of them answer on your network.",
			},
			"fetch": {
				"Fetch what is new in the feeds",
				"Servers are asked only for what is new, and left alone for as long as they wish. What comes is in the library as it comes: a fetch that is stopped keeps it, and the next one goes on. Of a feed that carries only the beginnings of texts the pages of the articles are fetched. Feeds that are named are fetched also before their time. What fails is named with its reason, and the exit status is 3. After it the rules [[rule]] and on_fetch of the settings are carried out. With --every it goes on fetching until it is stopped.",
			},
			"rules": {
				"Carry out the rules of the settings on all articles",
				"A rule is a table [[rule]] in the settings: match is a query as in warraq search, feed the name of a feed, and what is done: tag, read, bookmark, hide (archive) and whole (fetch the page). They are carried out on what is new after each fetch, and by this command on all of the library. With --dry-run it shows what each rule matches and changes nothing. Rules of other machines that the library is synchronized with hold here, too, and are ended where they stand.",
			},
			"clean": {
				"Delete articles of feeds that are past their time",
				"What goes beyond the number keep or the days keep_days, of [feeds] in the settings or as chosen for a feed. What is bookmarked, tagged, highlighted or noted is never deleted, nor what came otherwise than from a feed that is followed. This is done after every fetch if it is set, and said before the first time.",
			},
		}, map[string]string{
			"feed add name": "what you call it", "feed add folder": "its folder, with / between folders in folders", "feed add whole": "when pages of articles are fetched: auto where the feed is found not to carry whole texts",
			"feed add keep": "keep so many of its articles; 0 is all", "feed add keep-days": "keep the articles of so many days; 0 is all", "feed add every": "how long between two fetches by a timer, such as 2h",
			"feed add all": "follow all feeds of the page", "feed add choose": "follow those of the page’s feeds that have these numbers", "feed add unchecked": "follow it without asking its server", "feed add server": "the address is that of a server of feeds (Google Reader API)", "feed add user": "your name on the server, where password_command does not say it",
			"feed edit name": "what you call it", "feed edit folder": "its folder, with / between folders in folders", "feed edit whole": "when pages of articles are fetched: auto where the feed is found not to carry whole texts",
			"feed edit keep": "keep so many of its articles; 0 is all", "feed edit keep-days": "keep the articles of so many days; 0 is all", "feed edit every": "how long between two fetches by a timer, such as 2h", "feed edit address": "its new address",
			"fetch json": "what became of each feed, as one JSON array", "fetch no-pages": "fetch no pages of articles", "fetch every": "go on fetching after each such time until stopped, such as 30m",
			"feed check catalogue": "those of the catalogue, not those that are followed", "feed catalogue opml": "write them as OPML, for warraq feed import", "feed catalogue language": "those in this language alone: ar, fa, ur or he",
			"rules forget":  "forget a rule of a machine that is no more, by its match or feed",
			"rules dry-run": "show what each rule matches and change nothing",
			"clean dry-run": "say what would be deleted and delete nothing", "clean keep": "keep so many of all articles; 0 is all", "clean keep-days": "keep the articles of so many days; 0 is all",
		}
}
