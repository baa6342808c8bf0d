package reader

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/shelf"
	"github.com/warraq/warraq/ui/words"
)

// newsOfADay is a library with two papers on one event, each in its own words, and others.
func newsOfADay(t *testing.T) *store.Library {
	t.Helper()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	at := time.Now().Add(-2 * time.Hour)
	body := "أعلنت بلدية المرفأ افتتاح جسر الرصافة الجديد بعد أعمال دامت عامين، وقال رئيس البلدية سالم الحدّاد إن الجسر يتسع لعشرين ألف مركبة في اليوم. "
	list := []articles.Article{
		{Title: "افتتاح جسر الرصافة الجديد في المرفأ", Body: body + "وحضر الافتتاح مهندسو شركة البناء وأهالي الحي الشرقي الذين طال انتظارهم.", Source: "صحيفة النهر", Section: "محليات"},
		{Title: "جسر الرصافة الجديد يفتح أمام المركبات في المرفأ", Body: body + "وعبرت أولى المركبات الجسر عند الظهر وسط زحام، وأُغلق الجسر القديم للصيانة.", Source: "وكالة الضفتين", Section: "محليات"},
	}
	for i := range 60 {
		list = append(list, articles.Article{Title: fmt.Sprintf("خبر %c%c", 'ا'+rune(i%20), 'ب'+rune(i/20)), Body: fmt.Sprintf("متن الخبر ذي الرقم %d وحده.", i*7919), Source: "صدى", Section: []string{"رياضة", ""}[i%2]})
	}
	for i := range list {
		list[i].Full, list[i].Lang = true, "ar"
		list[i].Published = at.Add(time.Duration(i) * time.Second)
	}
	if _, err := l.Add(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	if err := l.Relate(t.Context(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	return l
}

// The front page has a row for each story, and below it what is of none, by sections. It
// is where one begins when many articles came since one last looked, and a story that is
// opened shows its articles in order of time.
func TestToday(t *testing.T) {
	l := newsOfADay(t)
	s := openReader(t, l, 120, 40, words.Arabic())
	if s.list.Tab() != (shelf.Shelf{}) {
		t.Errorf("whoever never read anything begins with %+v", s.list.Tab())
	}
	s.run(s.perform(s.list.Show(shelf.Shelf{Kind: shelf.Today})))
	items, total, err := s.list.Tab().Read(t.Context(), l, store.Filter{})
	if err != nil || total != s.list.Total() || len(items) != total {
		t.Fatalf("%d of %d rows, %d are listed, %v", len(items), total, s.list.Total(), err)
	}
	var rows []string
	for _, it := range items {
		rows = append(rows, fmt.Sprintf("%T", it.Value))
	}
	if first, last := rows[0], rows[len(rows)-1]; first != "shelf.ToldStory" || last != "<nil>" || !slices.Contains(rows, "shelf.Heading") {
		t.Errorf("the rows are %q", rows)
	}
	if told := items[0].Value.(shelf.ToldStory); len(told.Papers) != 2 {
		t.Errorf("the first is %+v", told)
	}
	s.press("home", "enter")
	if tab := s.list.Tab(); tab.Kind != shelf.Story || s.list.Total() != 2 {
		t.Fatalf("%+v lists %d:\n%s", tab, s.list.Total(), s.text())
	}
	papers := []string{s.list.Entries()[0].Source, s.list.Entries()[1].Source}
	if !slices.Equal(papers, []string{"صحيفة النهر", "وكالة الضفتين"}) {
		t.Errorf("in order of time: %q", papers)
	}
	if s.press("esc"); s.list.Tab().Kind != shelf.Today {
		t.Errorf("back is %+v", s.list.Tab())
	}
	for range slices.Index(rows, "shelf.Heading") {
		s.press("down")
	}
	s.press("enter", "x", "b") // a heading is no article
	if s.article.Item.ID != "" && s.columns.Focus == articlePane || s.list.Total() != total {
		t.Error("a heading was opened")
	}
	unread, err := l.Count(t.Context(), store.Filter{Unread: true})
	if err != nil || unread == 0 {
		t.Fatal(unread, err)
	}
	s.press("A")
	if left, err := l.Count(t.Context(), store.Filter{Unread: true}); err != nil || left != 0 {
		t.Errorf("%d of %d are unread still, %v; said %q at %+v", left, unread, err, s.notice, s.list.Tab())
	}
}

// One key goes to the front page, and there from the day to the week and back; what is told in
// the week alone is on the second, and a story opened there leads back to it.
func TestWeek(t *testing.T) {
	l := newsOfADay(t)
	at := time.Now().Add(-80 * time.Hour)
	const body = "رست السفينة الشراعية «نسيم» في ميناء طرشيحا، واستقبل الأهالي الربان عادل مرقس بعد رحلة شهر."
	if _, err := l.Add(t.Context(), []articles.Article{
		{Title: "السفينة «نسيم» ترسو في طرشيحا", Body: body, Source: "البحر", Published: at},
		{Title: "وصول السفينة «نسيم» إلى طرشيحا", Body: body + " وأقيمت حفلة.", Source: "المرفأ", Published: at.Add(time.Hour)},
	}); err != nil {
		t.Fatal(err)
	}
	if err := l.Relate(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	s := openReader(t, l, 120, 40, words.Arabic())
	const ship = "السفينة «نسيم» ترسو في طرشيحا"
	stories := func() (titles []string) {
		items, _, err := s.list.Tab().Read(t.Context(), l, store.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		for _, it := range items {
			if told, ok := it.Value.(shelf.ToldStory); ok {
				titles = append(titles, told.Title)
			}
		}
		return titles
	}
	if s.press("0"); s.list.Tab().Kind != shelf.Today || slices.Contains(stories(), ship) {
		t.Fatalf("%+v has %q", s.list.Tab(), stories())
	}
	if s.press("0"); s.list.Tab().Kind != shelf.Week || !slices.Contains(stories(), ship) {
		t.Fatalf("%+v has %q", s.list.Tab(), stories())
	}
	place := slices.Index(stories(), ship)
	s.press("home")
	for range place {
		s.press("down")
	}
	if s.press("enter"); s.list.Tab().Kind != shelf.Story || s.list.Total() != 2 {
		t.Errorf("opened, %+v lists %d", s.list.Tab(), s.list.Total())
	}
	if s.press("esc"); s.list.Tab().Kind != shelf.Week || s.list.Selected() != place {
		t.Errorf("back is %+v at %d", s.list.Tab(), s.list.Selected())
	}
	if s.press("0"); s.list.Tab().Kind != shelf.Today {
		t.Errorf("then it is %+v", s.list.Tab())
	}
	s.press("}", "0", "0")
	if at := slices.IndexFunc(s.list.Tabs(), shelf.Shelf{Kind: shelf.Today}.Is); at < 0 {
		t.Error("the front page is no tab")
	} else if s.press("}"); s.list.Tab().Kind != s.list.Tabs()[at+1].Kind {
		t.Errorf("behind the week is %+v", s.list.Tab())
	}
}

// Who has read before and finds more than fifty new articles begins with the front page,
// which says what is new.
func TestTodayComesFirst(t *testing.T) {
	l := newsOfADay(t)
	all, err := l.List(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.SetRead(t.Context(), all[len(all)-1].ID, true); err != nil {
		t.Fatal(err)
	}
	if s := openReader(t, l, 120, 40, words.Arabic()); s.list.Tab().Kind == shelf.Today {
		t.Error("nothing came since, and the front page is first")
	}
	var more []articles.Article
	for i := range 60 {
		more = append(more, articles.Article{Title: fmt.Sprintf("لاحق %d", i), Body: fmt.Sprint("متن لاحق ", i*104729), Full: true, Lang: "ar", Published: time.Now()})
	}
	if _, err := l.Add(t.Context(), more); err != nil {
		t.Fatal(err)
	}
	s := openReader(t, l, 120, 40, words.Arabic())
	if s.list.Tab().Kind != shelf.Today || s.list.Tabs()[0].Kind != shelf.Today {
		t.Errorf("it begins with %+v of %+v", s.list.Tab(), s.list.Tabs()[0])
	}
}

// The front page as it stands on the screen: a story of two papers, and the rest by section.
func TestTodayFrame(t *testing.T) {
	t.Parallel()
	l := reportsLibrary(t)
	if _, err := l.Add(t.Context(), []articles.Article{{
		Title: "موسم الزيتون يبدأ باكرًا", Source: "الحقل", Section: "زراعة", Published: time.Date(2026, 5, 8, 11, 0, 0, 0, time.UTC),
		Body: "في المعصرة رائحة الزيت الجديد، وعلى الأرض أكياس فارغة.",
	}}); err != nil {
		t.Fatal(err)
	}
	if err := l.Relate(t.Context(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	s := openReader(t, l, 80, 24, words.Arabic())
	s.run(s.perform(s.list.Show(shelf.Shelf{Kind: shelf.Today})))
	golden(t, "today-80x24-ar", s.text())
	if since, err := l.FrontLooked(t.Context(), time.Now().Add(time.Hour)); err != nil || since.IsZero() {
		t.Errorf("the front page was looked at, and it is since %v, %v", since, err)
	}
}
