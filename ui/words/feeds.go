package words

import (
	"strings"
	"time"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/fetch"
)

// Feeds says what becomes of feeds that are followed, and of fetching them.
type Feeds struct {
	None    string // none is followed
	NoFetch string // it was none's time

	Followed, Known, Unfollowed, Edited string // what became of one
	Several                             string // feeds of the page %s: choose, by flags
	Offered, AskWhich                   string // feeds of the page %s, and the question which
	NoneFound                           string // on the page %s
	WithoutPassword                     string // the address %s had one
	Statuses                            map[fetch.Status]string
	NewArticles, Changed                Noun
	Pages, PagesFailed                  Noun
	Moved                               string // the feed %s is at %s from now on
	Gone                                string // the feed %s
	FailingSince                        string // %s
	FromServer                          string // of a feed that belongs to the server %s
	Never                               string // fetched
	Stopped                             string // it is asked for no more
	Until                               string // the time %s of a feed whose time it is not
	Fetching                            string // so many, %d, of so many, %d
	Interrupted                         string // after so many articles, for %s
	NextAt                              string // the time %s
	FailedFeeds                         Noun
	Stopping                            string // a fetch, by its reader's wish
	NoneHere, NoFetchHere               string // None and NoFetch, as the reader says them
	Screen, AskAddress                  string
	ChooseFirst                         string // on the screen of feeds, where there is none
	FromCatalogue, ByAddress            string // the ways to a first one
	InCatalogue                         string // there is %s, shown by the command %s
	UntriedHere                         string // of the feeds of the catalogue that are offered
	Kind, Empty                         string // of the tab of one feed
	AskRemove, DoRemove, DoKeep         string // the feed %s, and the answers
	Hook                                string // the command %s failed with %s

	Past, Deleted Noun   // articles
	WillDelete    string // from the next fetch on: so many articles, for %s
	NothingPast   string

	NoRules string
	Matches string // the rule %s, so many articles, for %s
	// The same of a rule of another machine, that a rule %s is forgotten, and that no other
	// machine has one.
	MatchesElsewhere, RuleForgotten, NoRuleElsewhere string
	RuleWord                                         struct{ Tag, Read, Bookmark, Hide, Whole string }

	Untried string // of the addresses in the catalogue
	Answers string // of a feed that does
	Title   string // of a list of feeds
}

func arabicFeeds() Feeds {
	f := Feeds{
		Kind: "خلاصة", Empty: "لم يأتِ من هذه الخلاصة شيء بعد.",
		None:     "لا تُتابَع خلاصة بعد. أضف واحدة بالأمر warraq feed add، أو قائمة من قارئ آخر بالأمر warraq feed import.",
		NoFetch:  "لم يحن وقت خلاصة بعد. سمِّ الخلاصة بعد الأمر لتُجلب الآن.",
		Followed: "تُتابَع", Known: "متابَعة من قبل", Unfollowed: "لا تُتابَع بعد الآن، وبقيت مقالاتها", Edited: "عُدّلت",
		Several:         "في الصفحة %s أكثر من خلاصة. اختر منها بأرقامها بالخيار --choose، مثل --choose 1,2، أو أضفها كلها بالخيار --all:",
		Offered:         "في الصفحة %s أكثر من خلاصة:",
		AskWhich:        "أيها تتابع؟ اكتب أرقامها، مثل 1,2. والرقم 0 كلها، وEnter وحده لا شيء منها.",
		NoneFound:       "لم توجد خلاصة في %s. ابحث في الموقع عن رابط RSS، وأضفه.",
		WithoutPassword: "حُذفت كلمة السر من الرابط %s لأنها لا تُحفظ. اذكر في الإعدادات الأمر الذي يعطيها: password_command.",
		Statuses: map[fetch.Status]string{
			fetch.Fetched: "جديد", fetch.Unchanged: "لا جديد", fetch.Early: "لم يحن وقتها", fetch.Failed: "تعذّر جلبها", fetch.Gone: "أُزيلت",
		},
		NewArticles: Noun{"لا مقالة جديدة", "مقالة جديدة", "مقالتان جديدتان", "مقالات جديدة", "مقالة جديدة"},
		Changed:     Noun{"لا مقالة تغيّرت", "مقالة تغيّرت", "مقالتان تغيّرتا", "مقالات تغيّرت", "مقالة تغيّرت"},
		Pages:       Noun{"لا صفحة جُلبت", "صفحة جُلبت", "صفحتان جُلبتا", "صفحات جُلبت", "صفحة جُلبت"},
		PagesFailed: Noun{"", "صفحة تعذّر جلبها وتُعاد محاولتها", "صفحتان تعذّر جلبهما وتُعاد محاولتهما", "صفحات تعذّر جلبها وتُعاد محاولتها", "صفحة تعذّر جلبها وتُعاد محاولتها"},
		Moved:       "انتقلت الخلاصة %s إلى %s، وتُجلب من هناك بعد الآن.",
		Gone:        "أزال الموقع الخلاصة %s فلن تُجلب بعد الآن. مقالاتها باقية. احذفها بالأمر warraq feed remove، أو غيّر عنوانها بالأمر warraq feed edit.",

		FromServer:   "من %s",
		FailingSince: "تعذّر جلبها منذ %s", Never: "لم تُجلب بعد", Stopped: "أُزيلت، ولا تُجلب", Until: "ليس قبل %s",
		Fetching: "جُلب %d من %d", Interrupted: "أُوقف الجلب. جاء منه: %s، وهي في المكتبة، ويُكمل الجلب التالي.", NextAt: "الجلب التالي الساعة %s",
		Hook: "أخفق الأمر %s بعد الجلب (%s). تحقق من on_fetch في الإعدادات.",

		FailedFeeds: Noun{"", "خلاصة تعذّر جلبها", "خلاصتان تعذّر جلبهما", "خلاصات تعذّر جلبها", "خلاصة تعذّر جلبها"}, Stopping: "يتوقف الجلب…",
		NoneHere: "لا تُتابَع خلاصة بعد. في شاشة الخلاصات صحف ووكالات تختار منها.",
		Screen:   "الخلاصات", AskAddress: "رابط خلاصة أو موقع، أو كلمات من اسم صحيفة في الفهرس:",
		ChooseFirst:   "لا تُتابَع خلاصة بعد. ما تتابعه يُجلب جديده حين تطلبه، ثم يُقرأ بلا شبكة.",
		FromCatalogue: "اختر صحفًا ووكالات من الفهرس", ByAddress: "اكتب رابط خلاصة أو موقع",
		InCatalogue: "في الفهرس ما يوافق %s، يعرضه الأمر %s.",
		UntriedHere: "هذه العناوين مأخوذة من مصادر عامة ولم تُجرَّب. ما تختاره يُسأل الآن، ويُتابَع إن أجاب.",
		AskRemove:   "أتترك متابعة %s؟ تبقى مقالاتها في المكتبة.", DoRemove: "اترك متابعتها", DoKeep: "أبقِها",
		NoFetchHere: "لم يحن وقت خلاصة بعد.",

		Past:        Noun{"لا مقالة فات وقتها", "مقالة فات وقتها", "مقالتان فات وقتهما", "مقالات فات وقتها", "مقالة فات وقتها"},
		Deleted:     Noun{"لا مقالة حُذفت", "مقالة فات وقتها حُذفت", "مقالتان فات وقتهما حُذفتا", "مقالات فات وقتها حُذفت", "مقالة فات وقتها حُذفت"},
		WillDelete:  "في المكتبة %s. تُحذف ابتداءً من الجلب التالي، إلا ما عليه إشارة أو وسم أو تظليل أو ملاحظة. الأمر warraq clean --dry-run يعرضها، والإعدادان keep وkeep_days يغيّران ما يبقى.",
		NothingPast: "لا مقالة فات وقتها.",

		NoRules:          "لا قواعد في الإعدادات. القاعدة جدول [[rule]] فيه match وما يُفعل: tag أو read أو bookmark أو hide أو whole.",
		Matches:          "القاعدة %s: %s",
		MatchesElsewhere: "القاعدة %s من جهاز آخر: %s", RuleForgotten: "نُسيت القاعدة على كل الأجهزة: %s", NoRuleElsewhere: "لا قاعدة كهذه من جهاز آخر: %s",

		Untried: "هذه العناوين مأخوذة من مصادر عامة ولم تُجرَّب من هنا. الأمر warraq feed check --catalogue يقول أيها يجيب عندك.",
		Answers: "تجيب", Title: "خلاصات ورّاق",
	}
	f.RuleWord.Tag, f.RuleWord.Read, f.RuleWord.Bookmark, f.RuleWord.Hide, f.RuleWord.Whole = "وسم %s", "تُعدّ مقروءة", "إشارة", "أرشفة", "تُجلب صفحتها"
	return f
}

func englishFeeds() Feeds {
	f := Feeds{
		Kind: "feed", Empty: "Nothing has come from this feed yet.",
		None:     "No feed is followed yet. Add one with warraq feed add, or a list from another reader with warraq feed import.",
		NoFetch:  "It is not yet the time of any feed. Name a feed to fetch it now.",
		Followed: "followed", Known: "followed before", Unfollowed: "no longer followed; its articles stay", Edited: "changed",
		Several:         "The page %s has several feeds. Choose by their numbers with --choose, such as --choose 1,2, or add all of them with --all:",
		Offered:         "The page %s has several feeds:",
		AskWhich:        "Which of them do you want to follow? Type their numbers, such as 1,2. 0 is all of them, Enter alone none.",
		NoneFound:       "No feed was found at %s. Look for a link to RSS on the site, and add its address.",
		WithoutPassword: "The password was taken out of the address %s, since none is kept. Name the command that gives it in the settings: password_command.",
		Statuses: map[fetch.Status]string{
			fetch.Fetched: "new", fetch.Unchanged: "nothing new", fetch.Early: "not its time yet", fetch.Failed: "failed", fetch.Gone: "gone",
		},
		NewArticles: Noun{"no new articles", "1 new article", "", "", "new articles"},
		Changed:     Noun{"none changed", "1 changed", "", "", "changed"},
		Pages:       Noun{"no page fetched", "1 page fetched", "", "", "pages fetched"},
		PagesFailed: Noun{"", "1 page failed and will be tried again", "", "", "pages failed and will be tried again"},
		Moved:       "The feed %s has moved to %s and is fetched from there from now on.",
		Gone:        "The site has removed the feed %s, which is fetched no more. Its articles stay. Remove it with warraq feed remove, or give it another address with warraq feed edit.",

		FromServer:   "from %s",
		FailingSince: "failing since %s", Never: "not fetched yet", Stopped: "gone, and fetched no more", Until: "not before %s",
		Fetching: "%d of %d fetched", Interrupted: "The fetch was stopped. It brought %s, which are in the library; the next fetch goes on.", NextAt: "The next fetch is at %s",
		Hook: "The command %s failed after the fetch (%s). Check on_fetch in the settings.",

		FailedFeeds: Noun{"", "1 feed failed", "", "", "feeds failed"}, Stopping: "The fetch is stopping…",
		NoneHere: "No feed is followed yet. The screen of feeds has papers and agencies to choose from.",
		Screen:   "Feeds", AskAddress: "Address of a feed or a site, or words of a name in the catalogue:",
		ChooseFirst:   "No feed is followed yet. What is new in those you follow is fetched when you ask for it, and read without a network.",
		FromCatalogue: "Choose papers and agencies from the catalogue", ByAddress: "Type the address of a feed or a site",
		InCatalogue: "The catalogue has something for %s: %s shows it.",
		UntriedHere: "These addresses come from public sources and were not tried. The one you choose is asked now, and followed if it answers.",
		AskRemove:   "Follow %s no more? Its articles stay in the library.", DoRemove: "Follow it no more", DoKeep: "Keep it",
		NoFetchHere: "It is not yet the time of any feed.",

		Past:        Noun{"no article past its time", "1 article past its time", "", "", "articles past their time"},
		Deleted:     Noun{"no article deleted", "1 article past its time deleted", "", "", "articles past their time deleted"},
		WillDelete:  "The library has %s. From the next fetch on they are deleted, but for what is bookmarked, tagged, highlighted or noted. “warraq clean --dry-run” shows them; the settings keep and keep_days change what is kept.",
		NothingPast: "No article is past its time.",

		NoRules:          "There are no rules in the settings. A rule is a table [[rule]] with match and what is done: tag, read, bookmark, hide or whole.",
		Matches:          "Rule %s: %s",
		MatchesElsewhere: "Rule %s of another machine: %s", RuleForgotten: "Forgotten on all machines: %s", NoRuleElsewhere: "No other machine has such a rule: %s",

		Untried: "These addresses come from public sources and were not tried from here. “warraq feed check --catalogue” says which of them answer on your network.",
		Answers: "answers", Title: "Warraq’s feeds",
	}
	f.RuleWord.Tag, f.RuleWord.Read, f.RuleWord.Bookmark, f.RuleWord.Hide, f.RuleWord.Whole = "tag %s", "mark as read", "bookmark", "archive", "fetch its page"
	return f
}

// FeedState says how it stands with a feed: when it was fetched, or since when it could not
// be, or which server it comes from.
func (w *Words) FeedState(f *store.Feed) string {
	switch {
	case f.Server != 0:
		return strings.Replace(w.Feeds.FromServer, "%s", "\u2068"+f.ServerLabel+"\u2069", 1)
	case f.Stopped:
		return w.Feeds.Stopped
	case !f.FailingSince.IsZero():
		return strings.Replace(w.Feeds.FailingSince, "%s", w.Moment(f.FailingSince), 1)
	case f.Fetched.IsZero():
		return w.Feeds.Never
	}
	return w.Moment(f.Fetched)
}

// Moment says a time of a day, with its date where that is not today; "" for none.
func (w *Words) Moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return w.moment(t)
}
