package newsroom

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"
)

// Real papers are not as clean as what [Library] writes. They put the place and the agency
// before the text and reporters above it, which recur in everything these write; below it, or
// in between, the titles of other articles ("read also"), keywords, and lines on how to
// subscribe. Feeds bring a teaser alone, of a bulletin there is a line, and what is updated
// has another title. Dates are wrong or missing. A column has one title every day, tables have
// the same words, results name all teams, and live pages and round-ups of a day's titles tell a
// little of everything. Who says something says it to the paper.

// Worn gives a library as [Library] does, worn as real ones are: in five days, with what papers
// put around their texts, and with what only looks like a report.
func Worn(seed uint64, stories, others int) []Article {
	w := newWriter(seed)
	w.days = wornDays
	for story := range stories {
		w.story(story + 1)
	}
	for range others {
		w.other()
	}
	reports := w.out
	titles := map[string][]string{} // of each paper, for what to read also
	for _, a := range reports {
		titles[a.Source] = append(titles[a.Source], a.Title)
	}
	for i := range reports {
		w.wear(&reports[i], titles[reports[i].Source])
	}
	for range others / 120 {
		w.live(reports)
		w.roundUp(reports)
	}
	for day := range wornDays {
		for paper := range w.pools["papers"] {
			w.daily(paper, Start.AddDate(0, 0, day))
		}
	}
	w.r.Shuffle(len(w.out), func(i, j int) { w.out[i], w.out[j] = w.out[j], w.out[i] })
	return w.out
}

// wornDays is of how many days a worn library is, but for what comes of its last events.
const wornDays = 5

// outOf tells a part of a hundred.
func (w *writer) outOf(hundred int) bool { return w.r.IntN(100) < hundred }

// wear puts around an article what its paper does, or cuts it short.
func (w *writer) wear(a *Article, titles []string) {
	habits := rand.New(rand.NewPCG(uint64(len(a.Source)), uint64(a.Source[2]))) //nolint:gosec // of each paper always the same
	tail, between, keywords, dateline := habits.IntN(3) > 0, habits.IntN(2) == 0, habits.IntN(3) == 0, habits.IntN(2) == 0
	parts := strings.Split(a.Body, "\n\n")
	switch n := w.r.IntN(100); {
	case n < 8: // a teaser
		first, _, _ := strings.Cut(parts[0], ". ")
		parts = []string{first + " ..."}
		between, keywords = false, false
	case n < 14: // a bulletin
		first, rest, _ := strings.Cut(parts[0], ". ")
		second, _, _ := strings.Cut(rest, ". ")
		parts = []string{first + ". " + second + "."}
		between = false
	case n < 16: // a title
		parts = []string{a.Title}
		between, keywords = false, false
	}
	if w.outOf(toldToPaper) {
		w.tellPaper(a, parts)
	}
	if a.Affair > 0 && a.Affair < 100 && len(parts) > 3 && w.outOf(60) {
		parts = append(parts, w.longBackground(a.Affair)...)
	}
	if dateline {
		parts[0] = w.dateline(a) + parts[0]
	}
	if w.outOf(50) {
		parts = append([]string{w.byline(habits)}, parts...)
	}
	if between && len(parts) > 2 {
		for range 1 + w.r.IntN(2) {
			at := 1 + w.r.IntN(len(parts)-1)
			line := choose(w.r, readAlso) + ": " + choose(w.r, titles)
			parts = append(parts[:at], append([]string{line}, parts[at:]...)...)
		}
	}
	if keywords {
		parts = append(parts, "كلمات مفتاحية: "+w.pick("cities")+"، "+spelled(a.Places[0], 0)+"، "+w.pick("bodies")+"، أخبار اليوم")
	}
	if tail {
		parts = append(parts, choose(w.r, readAlso))
		for range 2 + w.r.IntN(3) {
			parts = append(parts, choose(w.r, titles))
		}
	}
	parts = append(parts, choose(habits, subscribeLines))
	a.Body = strings.Join(parts, "\n\n")
	w.wearTitle(a)
	w.wearDate(a)
}

var (
	readAlso       = []string{"اقرأ أيضا", "اقرأ المزيد", "مواضيع ذات صلة", "طالع أيضا", "أخبار متعلقة"}
	subscribeLines = []string{"تابعوا آخر الأخبار عبر قناتنا على واتساب", "للمزيد من الأخبار اشترك في نشرتنا البريدية", "جميع الحقوق محفوظة", "حمل التطبيق الآن ليصلك كل جديد"}
	titleMarks     = []string{"عاجل | ", "عاجل.. ", "بالفيديو.. ", "تحديث: ", "خاص | ", "شاهد | "}
	agencyLabels   = []string{"وكالات", "أ ف ب", "رويترز", "د ب أ", "الأناضول", "خاص"}
)

func (w *writer) wearTitle(a *Article) {
	if w.outOf(12) {
		a.Title = choose(w.r, titleMarks) + a.Title
	}
	if w.outOf(8) {
		a.Title += " - " + a.Source
	}
}

// wearDate gives some a wrong date, and some none, but that of the day on which the library
// was made.
func (w *writer) wearDate(a *Article) {
	switch n := w.r.IntN(100); {
	case n < 3:
		a.Published, a.Undated = Start.AddDate(0, 0, wornDays+3), true
	case n < 5:
		a.Published = a.Published.AddDate(0, 0, -30)
	}
}

func (w *writer) dateline(a *Article) string {
	place := spelled(a.Places[0], 0)
	if place == "" {
		place = w.pick("cities")
	}
	return place + " - " + choose(w.r, agencyLabels) + " - "
}

// byline names one of the paper's reporters.
func (w *writer) byline(habits *rand.Rand) string {
	names := rand.New(rand.NewPCG(habits.Uint64(), uint64(w.r.IntN(6)))) //nolint:gosec // of each paper always the same six
	name := choose(names, w.pools["first"]) + " " + choose(names, w.pools["last"])
	return choose(w.r, []string{"كتب: " + name, name, "تقرير: " + name + " - مراسل الجريدة"})
}

// longBackground is what papers repeat of an affair in several paragraphs, word for word.
func (w *writer) longBackground(affair int) (list []string) {
	of := w.affairs[affair-1]
	for i := range 3 {
		s := w.style(&of, 1, of.at)
		s.r = rand.New(rand.NewPCG(uint64(affair), uint64(7+i))) //nolint:gosec // always the same words
		var sentences []string
		for _, f := range of.facts[3+4*i : 7+4*i] {
			sentences = append(sentences, w.tell(s, f))
		}
		list = append(list, strings.Join(sentences, ". ")+".")
	}
	return list
}

// toldToPaper is how many of a hundred articles say that something was told to their paper.
const toldToPaper = 30

// tellPaper has someone say to the paper what he says.
func (w *writer) tellPaper(a *Article, parts []string) {
	said := choose(w.r, []string{"ل«" + a.Source + "»", "لصحيفة «" + a.Source + "»", "لـ«" + a.Source + "»", "في حديث إلى «" + a.Source + "»"})
	for i, part := range parts {
		if before, after, ok := strings.Cut(part, " إن "); ok {
			parts[i] = before + " " + said + " إن " + after
			return
		}
	}
}

// live writes a page that tells a little of many reports of a day.
func (w *writer) live(reports []Article) {
	first, day := w.someOfDay(reports, 12)
	live := w.page(first, day)
	live.Title = "تغطية مباشرة | تطورات اليوم لحظة بلحظة"
	var lines []string
	for i, a := range day {
		sentence, _, _ := strings.Cut(a.Body, ".")
		sentence = sentence[strings.LastIndex(sentence, "\n")+1:] // behind who wrote it
		lines = append(lines, fmt.Sprintf("%d:%02d %s. %s.", 8+i, w.r.IntN(60), a.Title, sentence))
	}
	live.Body = strings.Join(lines, "\n\n")
	w.add(live)
}

// roundUp writes a page of the titles of a day, the title of which is some of these, or says
// that it is one.
func (w *writer) roundUp(reports []Article) {
	first, day := w.someOfDay(reports, 6+w.r.IntN(14))
	page := w.page(first, day)
	var titles []string
	for _, a := range day {
		titles = append(titles, a.Title)
	}
	usual := choose(w.r, []string{"أبرز أخبار اليوم", "عناوين الصحف اليوم", "موجز الأخبار", "أهم أحداث اليوم"})
	page.Title = usual
	if w.outOf(50) {
		page.Title = strings.Join(titles[:min(3, len(titles))], ".. ") + ".. " + usual
	}
	page.Body = "نقدم لكم " + usual + ":\n\n- " + strings.Join(titles, "\n- ")
	w.add(page)
}

// page is what tells of several reports of a day, at the time of the first.
func (w *writer) page(first Article, day []Article) Article {
	w.events++
	page := Article{Source: first.Source, Published: first.Published, Event: w.events}
	for _, a := range day {
		page.Tells = append(page.Tells, Told{a.Event, a.Story})
	}
	return page
}

// someOfDay gives a report, and some of the day before and after it.
func (w *writer) someOfDay(reports []Article, n int) (first Article, day []Article) {
	first = reports[w.r.IntN(len(reports))]
	for len(day) < n {
		if a := reports[w.r.IntN(len(reports))]; a.Published.Sub(first.Published).Abs() <= 20*time.Hour {
			day = append(day, a)
		}
	}
	return first, day
}

// daily writes what a paper has every day: a column, a table, results.
func (w *writer) daily(paper int, day time.Time) {
	name := w.pools["papers"][paper]
	at := day.Add(time.Duration(5+w.r.IntN(12)) * time.Hour)
	add := func(series int, title, body string) {
		w.events++
		w.add(Article{Title: title, Body: body, Source: name, Published: at, Event: w.events, Affair: 200 + series})
	}
	columns := []string{"كلمة اليوم", "نبض الشارع", "على الهامش", "رأي الجريدة"}
	e := w.event(0)
	s := w.style(&e, paper, at)
	var sentences []string
	for _, f := range e.facts {
		sentences = append(sentences, w.tell(s, f))
	}
	w.events++
	w.add(Article{Title: columns[paper%len(columns)], Body: w.byline(rand.New(rand.NewPCG(uint64(paper), 3))) + "\n\n" + paragraphs(sentences), Source: name, Published: at, Event: w.events}) //nolint:gosec // the same seed gives the same library

	var rows []string
	for _, currency := range []string{"الدولار", "اليورو", "الإسترليني", "الريال", "الدرهم", "الذهب عيار 24", "الذهب عيار 21"} {
		price := float64(300+w.r.IntN(6000)) / 100
		rows = append(rows, "| "+currency+" | "+strconv.FormatFloat(price, 'f', 2, 64)+" | "+strconv.FormatFloat(price+0.2, 'f', 2, 64)+" |")
	}
	add(0, "أسعار العملات والذهب اليوم", "ننشر أسعار العملات والذهب في التعاملات الصباحية.\n\n| العملة | شراء | بيع |\n|---|---|---|\n"+strings.Join(rows, "\n"))

	rows = nil
	for range 8 {
		rows = append(rows, w.pick("bodies")+" "+strconv.Itoa(w.r.IntN(5))+" - "+strconv.Itoa(w.r.IntN(5))+" فريق "+w.pick("districts"))
	}
	add(1, "نتائج مباريات الجولة", "جاءت نتائج مباريات الجولة كالآتي:\n\n"+strings.Join(rows, "\n\n"))

	city := w.pick("cities")
	add(2, "زلزال بقوة "+strconv.FormatFloat(2+float64(w.r.IntN(40))/10, 'f', 1, 64)+" درجات قرب "+city,
		"سجلت محطات الرصد هزة أرضية قرب "+city+" على عمق "+strconv.Itoa(2+w.r.IntN(30))+" كيلومترات دون أضرار.")
}
