package reader

import (
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/item"
	"github.com/warraq/warraq/ui/reader/related"
	"github.com/warraq/warraq/ui/reader/visits"
	"github.com/warraq/warraq/ui/words"
)

// storyLibrary is a library with one story in several papers and days, and others.
func storyLibrary(t testing.TB) *store.Library {
	t.Helper()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	at := func(day int) time.Time { return time.Date(2026, 5, day, 8, 0, 0, 0, time.UTC) }
	tell := func(day int, source, title, body string) articles.Article {
		return articles.Article{Title: title, Source: source, Published: at(day), Body: body, Lang: "ar"}
	}
	list := []articles.Article{
		tell(9, "الميناء", "السفينة الشراعية تبلغ طرشيحا", "بلغت السفينة الشراعية «نسيم» ميناء طرشيحا بعد رحلة شهر، وكان الربان عادل مرقس أول من نزل منها."),
		tell(9, "البحر", "«نسيم» ترسو في طرشيحا", "رست السفينة الشراعية «نسيم» في ميناء طرشيحا ظهرًا، واستقبل الأهالي الربان عادل مرقس بالزغاريد."),
		tell(8, "الشاطئ", "طرشيحا تنتظر «نسيم»", "ينتظر ميناء طرشيحا وصول السفينة الشراعية «نسيم» وربانها عادل مرقس صباح غد، وقد زيّن الأهالي الرصيف كله بالأعلام."),
		tell(8, "المرفأ", "وصول «نسيم» غدًا إلى طرشيحا", "ينتظر ميناء طرشيحا وصول السفينة الشراعية «نسيم» وربانها عادل مرقس صباح غد، وقد زيّن الأهالي الرصيف كله."),
		tell(2, "الميناء", "عاصفة تؤخر السفينة الشراعية «نسيم»", "أخّرت عاصفة السفينة الشراعية «نسيم» عن ميناء طرشيحا، وطمأن الربان عادل مرقس الأهالي."),
		tell(1, "الحقل", "موسم الزيتون يبدأ باكرًا", "في المعصرة رائحة الزيت الجديد، وعلى الأرض أكياس فارغة."),
	}
	for i, text := range []string{
		"افتتحت مكتبة الحي قاعة للأطفال", "تساقط الثلج على مرتفعات الأرز", "فاز فريق السلة في آخر دقيقة",
		"ارتفع سعر القهوة في الأسواق", "قطع فيضان الطريق الجبلي", "رُمّم مسرح قديم من الخشب",
		"وجد عمال جرة فيها نقود", "بدأ صيف حار في السهل", "علّم نجار ابنته صنعته",
	} {
		list = append(list, tell(1+i, "الحقل", text, text+"، وهذا كل ما قيل فيه."))
	}
	if _, err := l.Add(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	if err := l.Relate(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	return l
}

// The same text in other papers stands behind one entry, and opens from there.
func TestElsewhere(t *testing.T) {
	t.Parallel()
	s := openReader(t, storyLibrary(t), 120, 40, words.Arabic())
	for i, e := range s.list.Entries() {
		if strings.HasPrefix(e.Title, "عاصفة") {
			s.press("home")
			for range i {
				s.press("down")
			}
		}
	}
	s.press("enter", "left")
	behind := -1
	for i, e := range s.related.Entries() {
		if item.IsElsewhere(e) {
			behind = i
			break
		}
	}
	if behind < 1 {
		t.Fatalf("nothing stands behind another: %+v", s.related.Entries())
	}
	if got := s.text(); !strings.Contains(got, "┘") {
		t.Errorf("it is not to be seen:\n%s", got)
	}
	want := s.related.Entries()[behind].ID
	for range behind {
		s.press("down")
	}
	if s.press("enter"); s.article.Item.ID != want {
		t.Errorf("%q is open", s.article.Item.Title)
	}
	golden(t, "elsewhere", s.press("[").text())
}

// The pane says what it shows, and in every order of keys shows that of the open
// article.
func TestSides(t *testing.T) {
	t.Parallel()
	l := storyLibrary(t)
	s := openReader(t, l, 120, 40, words.Arabic()).press("enter")
	s.press("t")
	if s.related.Side() != related.Thread || !strings.Contains(s.text(), "▸") && !strings.Contains(s.text(), "◂") {
		t.Fatalf("the story does not say where one is:\n%s", s.text())
	}
	for i, e := range s.related.Entries() {
		if i > 0 && e.Published.Before(s.related.Entries()[i-1].Published) {
			t.Errorf("%q stands before what came before it", s.related.Entries()[i-1].Title)
		}
	}
	first := s.article.Item.ID
	s.press("1")
	if s.related.Side() != related.Thread {
		t.Error("a jump changes what the pane shows")
	}
	s.press("t", "t")
	if s.related.Side() != related.History || len(s.related.Entries()) == 0 || s.related.Entries()[0].ID != first {
		t.Errorf("read before is %+v", s.related.Entries())
	}
	s.rowOf(s.Words.Sides.Session)
	for range related.Sides {
		s.press("t")
	}
	if s.related.Side() != related.History {
		t.Errorf("the pane shows %d", s.related.Side())
	}
}

// A jump is undone exactly: same pane, same line, same selections, same side.
func TestJumpsAreUndone(t *testing.T) {
	t.Parallel()
	l := sampleLibrary(t)
	if err := l.Relate(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(7, 7))
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 12}} {
		s := openReader(t, l, size[0], size[1], words.Arabic()).press("enter")
		for range 40 {
			for range r.IntN(4) {
				s.press([]string{"down", "pgdown", "up", "t", "tab", "left", "end"}[r.IntN(7)])
			}
			before, depth := s.visitor.Here(), s.depth()
			s.press([]string{"1", "2", "enter"}[r.IntN(3)])
			if s.depth() == depth {
				continue // there was nothing to jump to
			}
			after := s.visitor.Here()
			if r.IntN(2) == 0 {
				s.press("down", "t")
				after = s.visitor.Here()
			}
			s.press("[")
			before.Panes[relatedPane] = s.related.Place() // a digit selects what it opens
			if got := s.visitor.Here(); !reflect.DeepEqual(got, before) {
				t.Fatalf("%v: came back to\n%+v, left\n%+v", size, got, before)
			}
			s.press("]")
			if got := s.visitor.Here(); !reflect.DeepEqual(got, after) {
				t.Fatalf("%v: went forward to\n%+v, left\n%+v", size, got, after)
			}
		}
	}
}

// An answer for a side that is not shown any more is dropped.
func TestLateSide(t *testing.T) {
	t.Parallel()
	s := openReader(t, storyLibrary(t), 120, 40, words.Arabic()).press("enter")
	_, slow := s.Update(tea.KeyPressMsg{Text: "t", Code: 't'})
	_, next := s.Update(tea.KeyPressMsg{Text: "t", Code: 't'})
	s.run(next)
	s.run(slow)
	if s.related.Side() != related.Backlinks || len(s.related.Entries()) != 0 {
		t.Errorf("the pane shows %d: %+v", s.related.Side(), s.related.Entries())
	}
}

// The trail goes to any point of the way, and the way stays what it was.
func TestTrail(t *testing.T) {
	t.Parallel()
	s := openReader(t, storyLibrary(t), 120, 40, words.Arabic())
	if s.press("ctrl+o"); s.screen() != nil || s.notice != s.Words.Sides.NoTrail {
		t.Fatalf("a way of one article is shown: %q", s.notice)
	}
	s.press("enter", "1", "1", "2", "down")
	way := func() (ids []string) {
		all, _ := s.visitor.History.Way(s.visitor.Here())
		for _, p := range all {
			ids = append(ids, p.ID)
		}
		return ids
	}
	want := way()
	if len(want) != 4 {
		t.Fatalf("the way has %d articles", len(want))
	}
	for _, to := range []int{0, 3, 1, 2, 2, 0} {
		s.press("ctrl+o", "home")
		for range to {
			s.press("left")
		}
		s.press("enter")
		if s.article.Item.ID != want[to] || strings.Join(way(), " ") != strings.Join(want, " ") || s.screen() != nil {
			t.Errorf("at %d: %s is open, the way is %v, want %v", to, s.article.Item.ID, way(), want)
		}
	}
}

// The list goes to the article that is opened from elsewhere, or stays.
func TestListFollows(t *testing.T) {
	t.Parallel()
	s := openReader(t, storyLibrary(t), 120, 40, words.Arabic()).press("enter", "1")
	if s.list.Selected() != 0 {
		t.Fatalf("the list has gone to %d", s.list.Selected())
	}
	selected := func() string { e, _ := s.list.Entry(); return e.ID }
	if s.press("L"); selected() != s.article.Item.ID || s.settings.Changed["follow"] != "true" {
		t.Errorf("the list has not come: %v", s.settings.Changed)
	}
	if s.press("2"); selected() != s.article.Item.ID {
		t.Error("the list does not follow")
	}
	if s.press("["); selected() != s.article.Item.ID {
		t.Error("the list is not back where it was")
	}
	if s.press("L", "1"); s.settings.Changed["follow"] != "false" || selected() == s.article.Item.ID {
		t.Error("the list does not stay")
	}
}

// What the pane is to show holds though it was chosen while an article was on its
// way.
func TestSideChosenDuringAJump(t *testing.T) {
	t.Parallel()
	s := openReader(t, storyLibrary(t), 120, 40, words.Arabic()).press("enter")
	_, jump := s.Update(tea.KeyPressMsg{Text: "1", Code: '1'})
	target := s.related.Entries()[0].ID
	loaded := firstAnswer[visits.Loaded](t, jump)
	s.press("t")
	_, rest := s.Update(loaded)
	s.run(rest)
	if s.related.Side() != related.Thread || len(s.related.Entries()) < 2 || s.article.Item.ID != target {
		t.Errorf("the pane shows %d: %+v", s.related.Side(), s.related.Entries())
	}
}
