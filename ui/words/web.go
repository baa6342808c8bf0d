package words

import (
	"fmt"
	"time"

	"github.com/warraq/warraq/articles/greader"
	"github.com/warraq/warraq/articles/web"
)

// Web says what is wrong with asking for an address on the web, by the kinds of error
// that articles/web gives.
type Web struct {
	Problems map[error]Problem
	Phases   map[web.Phase]string // what took too long
	Until    string               // what to do: try again after a time, %s
	At       string               // a time of a day: the date %s, the time %s
	Feed     string               // the address %s is one of a feed, to which one subscribes by %s
}

// WebProblem returns what is wrong with asking for an address, and what to do; false for
// what there are no words for.
func (w *Words) WebProblem(e *web.Error) (Problem, bool) {
	say := w.Errors.Web
	p, ok := say.Problems[e.Kind]
	if slow := say.Phases[e.Phase]; slow != "" {
		p.What = slow
	}
	if !e.Until.IsZero() {
		p.Do = fmt.Sprintf(say.Until, w.moment(e.Until))
	}
	return p, ok
}

// moment says a time, with its date where that is not today.
func (w *Words) moment(t time.Time) string {
	t = t.Local()
	clock := "\u2068" + t.Format("15:04") + "\u2069"
	if now := time.Now(); t.YearDay() == now.YearDay() && t.Year() == now.Year() {
		return clock
	}
	return fmt.Sprintf(w.Errors.Web.At, w.Date(t), clock)
}

func arabicWeb() Web {
	return Web{
		Problems: map[error]Problem{
			web.ErrAddress:     {"ليس رابطًا على الويب", "اكتب الرابط كاملًا، وأوله https://"},
			web.ErrNoHost:      {"لا موقع بهذا الاسم، أو لا اتصال بالشبكة", "تحقق من العنوان ومن اتصالك"},
			web.ErrNoServer:    {"تعذّر الاتصال بالخادم", "تحقق من اتصالك، وأعد المحاولة بعد حين"},
			web.ErrNotFound:    {"لا صفحة بهذا الرابط", "تحقق منه، فلعل الصفحة نُقلت"},
			web.ErrGone:        {"أزاله موقعه ولن يعود", "ابحث في الموقع عن رابط جديد"},
			web.ErrPassword:    {"لا يُفتح إلا بكلمة سر", "اذكر في الإعدادات password_command أو cookies، أو افتحه في متصفحك واحفظ الصفحة ثم أضف ملفها"},
			web.ErrForbidden:   {"لم يأذن الخادم به لورّاق", "افتحه في متصفحك واحفظ الصفحة، ثم أضف ملفها"},
			web.ErrTooMany:     {"طلب الخادم أن يُترك حينًا", "أعد المحاولة بعد حين"},
			web.ErrBusy:        {"الخادم مشغول", "أعد المحاولة بعد حين"},
			web.ErrServer:      {"في الخادم خلل", "أعد المحاولة بعد حين"},
			web.ErrStatus:      {"رفض الخادم الطلب", "تحقق من العنوان"},
			web.ErrTooLarge:    {"أكبر من الحد", "إن كنت تثق به فارفع الحد بالخيار --limit"},
			web.ErrTimeout:     {"طال الانتظار", "أعد المحاولة بعد حين"},
			web.ErrRedirects:   {"يحيل من رابط إلى رابط ولا ينتهي", "افتحه في متصفحك وانسخ الرابط الذي يصل إليه"},
			web.ErrScheme:      {"يحيل إلى ما لا يؤمَن، فلم يُتبع", "افتحه في متصفحك وانسخ الرابط الذي يصل إليه"},
			web.ErrPrivate:     {"يقود إلى شبكة خاصة، فلم يُتبع", "إن كان المقصود على شبكتك فأعطِ عنوانه هناك"},
			web.ErrCertificate: {"لم يُثبت الخادم أنه صاحب هذا الاسم", "تحقق من العنوان ومن تاريخ جهازك وساعته. وشهادة شبكتك الخاصة تُذكر في الإعدادات: authorities"},
			web.ErrNotHTTP:     {"ما يجيب هناك ليس خادم ويب", "تحقق من العنوان ومن رقم المنفذ فيه"},
			web.ErrCutOff:      {"انقطع الجواب قبل تمامه", "أعد المحاولة"},
			web.ErrEncoding:    {"وصل مضغوطًا بصيغة لا تُفك أو تالفًا", "أعد المحاولة، أو احفظ الصفحة من متصفحك وأضف ملفها"},
			web.ErrCredentials: {"تعذّر الحصول على كلمة السر أو ملف الكعكات", "تحقق من password_command وcookies في الإعدادات"},
			web.ErrSecretHangs: {"البرنامج الذي يعطي كلمة السر لا ينتهي، فأُنهي", "شغّله وحده في الطرفية: لعله ينتظر جوابًا. وهو في الإعدادات: password_command"},
			web.ErrProxy:       {"لم يوصل الوكيل (proxy) إلى الخادم", "تحقق من HTTP_PROXY وHTTPS_PROXY وNO_PROXY في بيئتك"},
			web.ErrProgram:     {"أخفق البرنامج الذي يجلبه", "تحقق من command تحت [fetch] في الإعدادات"},

			greader.ErrLogin:    {"لم يقبل الخادم الاسم أو كلمة السر", "تحقق من --user ومن password_command في الإعدادات. ولهذه الواجهة في FreshRSS وMiniflux كلمة سر خاصة تُضبط هناك"},
			greader.ErrNoServer: {"ليس هناك خادم خلاصات (Google Reader API)", "تحقق من العنوان، ومن تفعيل الواجهة في إعدادات الخادم. وينتهي عنوانها في FreshRSS بما يلي: /api/greader.php"},
			greader.ErrAnswer:   {"جواب الخادم تالف أو ناقص", "أعد المحاولة. لم يضع شيء، وما غيّرته يُرسل حينها"},
		},
		Phases: map[web.Phase]string{
			web.PhaseDial:   "لم يُجب الخادم حين طُلب الاتصال به",
			web.PhaseTLS:    "لم يتم الاتفاق على التشفير في وقته",
			web.PhaseHeader: "قبل الخادم الاتصال ولم يُجب",
			web.PhaseIdle:   "توقف الجواب قبل تمامه",
			web.PhaseWhole:  "أبطأ الخادم أكثر مما ينبغي",
		},
		Until: "أعد المحاولة بعد %s",
		At:    "%s الساعة %s",
		Feed:  "الرابط %s رابط خلاصة، وقد أُخذ ما فيها الآن مرة واحدة. وللاشتراك فيها: %s",
	}
}

func englishWeb() Web {
	return Web{
		Problems: map[error]Problem{
			web.ErrAddress:     {"this is no address on the web", "Give the whole address, which begins with https://"},
			web.ErrNoHost:      {"there is no such site, or no network", "Check the address and your connection"},
			web.ErrNoServer:    {"the server cannot be reached", "Check your connection and try again later"},
			web.ErrNotFound:    {"there is no page at this address", "Check it; the page may have moved"},
			web.ErrGone:        {"its site has removed it for good", "Look for a new address on the site"},
			web.ErrPassword:    {"it asks for a password", "Give password_command or cookies in the settings, or open it in a browser, save the page, and add the file"},
			web.ErrForbidden:   {"the server does not let Warraq have it", "Open it in a browser, save the page, and add the file"},
			web.ErrTooMany:     {"the server wishes to be left alone for a while", "Try again later"},
			web.ErrBusy:        {"the server is busy", "Try again later"},
			web.ErrServer:      {"something is wrong with the server", "Try again later"},
			web.ErrStatus:      {"the server refuses the request", "Check the address"},
			web.ErrTooLarge:    {"it is larger than the limit", "If you trust it, raise the limit with --limit"},
			web.ErrTimeout:     {"it took too long", "Try again later"},
			web.ErrRedirects:   {"it redirects from one address to another without an end", "Open it in a browser and copy the address at which that arrives"},
			web.ErrScheme:      {"it redirects to what is not safe to follow", "Open it in a browser and copy the address at which that arrives"},
			web.ErrPrivate:     {"it leads into a private network and was not followed", "If that is what you want, give the address there"},
			web.ErrCertificate: {"the server cannot prove that the name is its own", "Check the address, and the date and time of your machine. A certificate of your own network is named in the settings: authorities"},
			web.ErrNotHTTP:     {"what answers there is no web server", "Check the address and the port in it"},
			web.ErrCutOff:      {"the answer was cut off", "Try again"},
			web.ErrEncoding:    {"it came damaged, or packed in a way that cannot be read", "Try again, or save the page from a browser and add the file"},
			web.ErrCredentials: {"the password or the cookies file could not be had", "Check password_command and cookies in the settings"},
			web.ErrSecretHangs: {"the program that gives the password did not end, and was stopped", "Run it by itself in a terminal: it may wait for an answer. It is password_command in the settings"},
			web.ErrProxy:       {"the proxy does not lead to the server", "Check HTTP_PROXY, HTTPS_PROXY and NO_PROXY in your environment"},
			web.ErrProgram:     {"the program that fetches it failed", "Check command under [fetch] in the settings"},

			greader.ErrLogin:    {"the server does not accept the name or the password", "Check --user, and password_command in the settings. FreshRSS and Miniflux have a password of their own for this API, which is set there"},
			greader.ErrNoServer: {"no server of feeds answers there (Google Reader API)", "Check the address, and that the API is turned on in the settings of the server. Of FreshRSS it ends in /api/greader.php"},
			greader.ErrAnswer:   {"the server’s answer is broken or half", "Try again. Nothing is lost, and what you changed is sent then"},
		},
		Phases: map[web.Phase]string{
			web.PhaseDial:   "the server did not answer when a connection was asked for",
			web.PhaseTLS:    "encryption was not agreed on in time",
			web.PhaseHeader: "the server took the connection and did not answer",
			web.PhaseIdle:   "the answer stopped before its end",
			web.PhaseWhole:  "the server was too slow",
		},
		Until: "Try again after %s",
		At:    "%s, %s",
		Feed:  "%s is the address of a feed. What is in it now was taken, once. To subscribe to it: %s",
	}
}
