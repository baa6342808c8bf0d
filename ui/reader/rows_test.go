package reader

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/columns"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// However long their titles are, ten articles are in sight at 80×24, and eighteen at
// 120×40; a click opens the one that stands where it is.
func TestArticlesInSight(t *testing.T) {
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	var list []articles.Article
	for i := range 40 {
		title := fmt.Sprintf("عنوان %d طويل لا يسعه سطر واحد من القائمة مهما اتسعت له الشاشة، فيُقطع عند كلمة", i)
		list = append(list, articles.Article{Title: title, Body: fmt.Sprint("متن ", i*7919), Full: true, Source: "صحيفة النهر", Lang: "ar"})
	}
	if _, err := l.Add(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ width, height, want int }{{80, 24, 10}, {120, 40, 18}} {
		s := openReader(t, l, tt.width, tt.height, words.Arabic())
		for _, key := range []string{"home", "down", "pgdown", "end", "pgup"} {
			s.press(key)
			if _, visible, _ := s.list.Extent(); visible < tt.want {
				t.Errorf("%d×%d: %d are in sight", tt.width, tt.height, visible)
			}
			top, visible, _ := s.list.Extent()
			if at := s.list.Selected(); at < top || at >= top+visible {
				t.Errorf("%d×%d: %d is selected, from %d on %d are in sight", tt.width, tt.height, at, top, visible)
			}
		}
		s.press("home", "down", "down") // the third of the items has three rows
		for row, want := range map[int]int{0: 0, 1: 0, 2: 1, 6: 2, 7: 3} {
			s.press("home", "down", "down")
			_, cmd := s.Update(tea.MouseClickMsg{X: tt.width - 5, Y: ArticleRow + row, Button: tea.MouseLeft})
			s.run(cmd)
			if s.list.Selected() != want {
				t.Errorf("a click on row %d selects %d, want %d", row, s.list.Selected(), want)
			}
			s.press("right")
		}
	}
}

// daysLibrary is a library of articles that came on some days before now, one an hour.
func daysLibrary(t *testing.T, now time.Time, hours ...int) *store.Library {
	t.Helper()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	var list []articles.Article
	for i, h := range hours {
		list = append(list, articles.Article{
			Title: fmt.Sprint("عنوان ", i+1), Body: fmt.Sprint("متن ", i*7919), Full: true, Source: "صحيفة النهر", Lang: "ar",
			Published: now.Add(-time.Duration(h) * time.Hour),
		})
	}
	if _, err := l.Add(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	return l
}

// at opens a reader at a time.
func openAt(t *testing.T, l *store.Library, width, height int, w *words.Words, now time.Time) *session {
	t.Helper()
	s := openReader(t, l, width, height, w)
	s.now = func() time.Time { return now }
	return s
}

// Above the articles of a day stands which one it is, once, and at the top of what is in
// sight; they say at what time they were, and older ones on which day of the month.
func TestHeadingsOfDays(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 5, 14, 18, 30, 0, 0, time.UTC)
	s := openAt(t, daysLibrary(t, now, 1, 2, 20, 44, 45, 24*20, 24*200), 80, 24, words.English(), now)
	shown := listText(s)
	for _, once := range []string{"── Today", "── Yesterday", "── Tuesday", "── April 2026", "── October 2025", "17:30", "24 April"} {
		if strings.Count(shown, once) != 1 {
			t.Errorf("%q is there %d times in\n%s", once, strings.Count(shown, once), shown)
		}
	}
	if strings.Contains(shown, "May 2026") {
		t.Errorf("a date stands under its day:\n%s", shown)
	}
	for _, keys := range []string{"O", "O"} {
		s.press(keys)
	}
	if shown := listText(s); strings.Contains(shown, "──") {
		t.Errorf("by title:\n%s", shown)
	}
}

// Where there is room a free row parts the days, but none stands at the top; a click opens the
// article that stands where it is, and on what is between them none.
func TestDaysArePartedByAFreeRow(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 5, 14, 18, 30, 0, 0, time.UTC)
	hours := []int{1, 2, 20, 44, 45, 24 * 20, 24 * 200}
	for height, want := range map[int]int{24: 0, 40: 1} {
		s := openAt(t, daysLibrary(t, now, hours...), 120, height, words.English(), now)
		rows := strings.Split(listText(s), "\n")
		at := slices.IndexFunc(rows, func(r string) bool { return strings.Contains(r, "── Yesterday") })
		if at < 0 || !strings.Contains(rows[0], "── Today") {
			t.Fatalf("%d rows:\n%s", height, listText(s))
		}
		if free := strings.TrimSpace(rows[at-1]) == ""; free != (want == 1) {
			t.Errorf("%d rows: a free row is above yesterday: %v\n%s", height, free, listText(s))
		}
		s.press("home")
		for row, selected := range map[int]int{at - 1 - want: 1, at: 0, at + 1: 2, at + 2: 2} {
			s.press("home")
			_, cmd := s.Update(tea.MouseClickMsg{X: 115, Y: ArticleRow + row, Button: tea.MouseLeft})
			s.run(cmd)
			if s.list.Selected() != selected {
				t.Errorf("%d rows: a click on row %d selects %d, want %d", height, row, s.list.Selected(), selected)
			}
			s.press("right")
		}
	}
}

// Articles of one day leave ten in sight at 80×24, and eighteen at 120×40.
func TestArticlesOfADayInSight(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 5, 14, 23, 59, 0, 0, time.UTC)
	hours := make([]int, 40)
	for i := range hours {
		hours[i] = 1 + i%20
	}
	l := daysLibrary(t, now, hours...)
	for _, tt := range []struct{ width, height, want int }{{80, 24, 10}, {120, 40, 18}} {
		s := openAt(t, l, tt.width, tt.height, words.Arabic(), now)
		for _, key := range []string{"home", "down", "pgdown", "end", "pgup"} {
			s.press(key)
			top, visible, _ := s.list.Extent()
			if visible < tt.want {
				t.Errorf("%d×%d: %d are in sight", tt.width, tt.height, visible)
			}
			if at := s.list.Selected(); at < top || at >= top+visible {
				t.Errorf("%d×%d: %d is selected, from %d on %d are in sight", tt.width, tt.height, at, top, visible)
			}
		}
	}
}

// In the compact list an article has one row: its mark, its title, and at the left edge
// when it was. That is kept among the settings.
func TestCompactList(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 5, 14, 18, 30, 0, 0, time.UTC)
	hours := make([]int, 40)
	for i := range hours {
		hours[i] = i * 40
	}
	s := openAt(t, daysLibrary(t, now, hours...), 80, 24, words.Arabic(), now)
	s.press("Z")
	if _, visible, _ := s.list.Extent(); visible != columns.BodyRows(24) || s.settings.Changed["compact"] != "true" {
		t.Errorf("%d are in sight, %v is kept", visible, s.settings.Changed)
	}
	for i, r := range s.list.View(true) {
		if mark := r[len(r)-2].Glyph; mark != '●' {
			t.Errorf("row %d has the mark %q", i, mark)
		}
	}
	for i, line := range strings.Split(strings.TrimSpace(listText(s)), "\n") {
		title := fmt.Sprint("عنوان ", i+1)
		when := words.Arabic().ShortDate(now.Add(-time.Duration(hours[i])*time.Hour), now)
		if !strings.Contains(line, title) || !strings.HasPrefix(strings.TrimSpace(line), when) {
			t.Errorf("row %d is %q", i, line)
		}
	}
	s.clickOn(75, ArticleRow+5)
	if s.list.Selected() != 5 {
		t.Errorf("a click selects %d", s.list.Selected())
	}
	if s.press("/", "م", "ت", "ن"); s.list.Total() == 0 || !strings.Contains(listText(s), "متن") {
		t.Errorf("what is found has no passage:\n%s", listText(s))
	}
}

// How far an article was read stands beside it.
func TestProgressSigns(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 5, 14, 18, 30, 0, 0, time.UTC)
	l := daysLibrary(t, now, 1, 2, 3, 4, 5)
	s := openAt(t, l, 80, 24, words.Arabic(), now)
	for i, share := range []float64{0.2, 0.5, 0.8, 1} {
		id := s.list.Entries()[i].ID
		if err := errors.Join(l.SetProgress(t.Context(), id, 10, share), l.SetRead(t.Context(), id, true)); err != nil {
			t.Fatal(err)
		}
	}
	s.run(s.perform(dialog.Renew{}))
	var signs []string
	for _, r := range s.list.View(true) {
		for _, c := range r {
			if strings.ContainsRune("●◔◑◕", c.Glyph) {
				signs = append(signs, string(c.Glyph))
			}
		}
	}
	if got := strings.Join(signs, ""); got != "◔◑◕●" {
		t.Errorf("the signs are %q", got)
	}
}

// No row stays empty where nothing stands, and titles are cut at a word.
func TestNoEmptyRows(t *testing.T) {
	t.Parallel()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	long := "هذا عنوان طويل لا تسعه القائمة في سطر واحد ولا في سطرين من سطورها القصيرة"
	if _, err := l.Add(t.Context(), []articles.Article{
		{Title: "عنوان", Body: "متن", Full: true}, {Title: long, Body: "متن آخر", Full: true},
		{Title: "سوق", Body: "متن ثالث", Full: true, Source: "سوق", Section: "ثقافة"},
	}); err != nil {
		t.Fatal(err)
	}
	s := openReader(t, l, 80, 24, words.Arabic())
	for range 3 {
		lines := strings.Split(strings.TrimRight(listText(s), "\n "), "\n")
		for i, line := range lines {
			if strings.TrimSpace(line) == "" {
				t.Errorf("row %d is empty:\n%s", i, strings.Join(lines, "\n"))
			}
			if cut, ok := strings.CutSuffix(strings.TrimSpace(line), "…"); ok && !strings.Contains(long+" ", strings.TrimSpace(strings.Trim(cut, "●▐ "))+" ") {
				t.Errorf("%q is not cut at a word", line)
			}
		}
		if n := strings.Count(strings.Join(lines, "\n"), "سوق"); n != 1 {
			t.Errorf("the title is there %d times", n)
		}
		s.press("down")
	}
}

// listText is what the list shows, in logical order.
func listText(s *session) string {
	var b strings.Builder
	for _, r := range s.list.View(true) {
		r = slices.Clone(r)
		for i := range r {
			r[i].Style = rtl.Style{}
		}
		b.Write(rtl.AppendLogical(nil, r))
		b.WriteByte('\n')
	}
	return strings.NewReplacer("\u00a0", " ", "\u2068", "", "\u2069", "").Replace(b.String())
}
