package reader

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/compare"
	"github.com/warraq/warraq/ui/reader/history"
	"github.com/warraq/warraq/ui/words"
)

// reportsLibrary has two papers' reports of one event.
func reportsLibrary(t *testing.T) *store.Library {
	t.Helper()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	day := time.Date(2026, 5, 8, 9, 0, 0, 0, time.UTC)
	if _, err := l.Add(t.Context(), []articles.Article{
		{
			Title: "السفينة «نسيم» تبلغ ميناء طرشيحا", Source: "المرفأ", Published: day,
			Body: "بلغت السفينة الشراعية «نسيم» ميناء طرشيحا صباح اليوم وعلى متنها 14 بحارًا بقيادة الربان عادل مرقس.\n\nواستقبلها الأهالي بالأعلام والأغاني على الرصيف الشمالي.",
		},
		{
			Title: "وصول «نسيم» إلى طرشيحا بعد رحلة شهر", Source: "الشاطئ", Published: day.Add(time.Hour),
			Body: "وصلت السفينة الشراعية «نسيم» إلى ميناء طرشيحا صباح اليوم وعلى متنها 17 بحارًا بقيادة الربان عادل مرقس.\n\nوقالت البلدية إن متحف الصيد سيفتح أبوابه مجانًا حتى نهاية الأسبوع.",
		},
	}); err != nil {
		t.Fatal(err)
	}
	return l
}

// openCompared shows the two reports side by side.
func openCompared(t *testing.T, width, height int, w *words.Words) (*session, *compare.Screen) {
	t.Helper()
	s := openReader(t, reportsLibrary(t), width, height, w).press("V", "V", "=")
	screen, ok := s.screen().(*compare.Screen)
	if !ok {
		t.Fatalf("the screen is %T, notice %q", s.screen(), s.notice)
	}
	return s, screen
}

// Two reports stand side by side, on a narrow screen one after the other.
func TestCompareFrames(t *testing.T) {
	t.Parallel()
	s, _ := openCompared(t, 80, 24, words.Arabic())
	golden(t, "compared-80x24-ar", s.text())
	s, _ = openCompared(t, 40, 20, words.English())
	golden(t, "compared-40x20-en", s.text())
}

// What the other report lacks is marked: whole sentences, and in the others numbers.
func TestCompareMarks(t *testing.T) {
	t.Parallel()
	for _, width := range []int{40, 120} {
		s, _ := openCompared(t, width, 40, words.Arabic())
		var sentences, facts strings.Builder
		for _, row := range s.screen().View(width, 38)[2:] {
			for _, c := range row {
				switch c.Style {
				case s.Styles.Highlight:
					sentences.WriteString(c.Text)
				case s.Styles.Hit:
					facts.WriteString(c.Text)
				}
			}
		}
		if got := facts.String(); !strings.Contains(got, "14") || !strings.Contains(got, "17") || len(got) != 4 {
			t.Errorf("at %d the facts are %q", width, got)
		}
		if n := strings.Count(sentences.String(), "متحف") + strings.Count(sentences.String(), "الأغاني"); n == 0 && sentences.Len() < 100 {
			t.Errorf("at %d the sentences are %q", width, sentences.String())
		}
	}
}

// Keys go from mark to mark and from report to report, open one, and close the screen.
func TestCompareKeys(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		keys []string
		want string // the title that is open in the end
	}{
		{"the first", []string{"enter"}, ""},
		{"the other", []string{"tab", "enter"}, "other"},
		{"forth and back", []string{"tab", "tab", "enter"}, ""},
		{"marks", []string{"n", "n", "N", "tab", "n", "enter"}, "other"},
		{"leaving", []string{"esc"}, "stays"},
		{"its own key", []string{"="}, "stays"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			for _, width := range []int{40, 120} {
				s, _ := openCompared(t, width, 24, words.Arabic())
				picked, was := s.list.Picked(), s.article.Item.ID
				want := map[string]string{"": picked[0].ID, "other": picked[1].ID, "stays": was}[test.want]
				if s.press(test.keys...); s.screen() != nil || s.article.Item.ID != want {
					t.Errorf("at %d it is %q, want %q, notice %q", width, s.article.Item.ID, want, s.notice)
				}
			}
		})
	}
	s, _ := openCompared(t, 120, 24, words.Arabic())
	if s.press("n", "n", "n", "n"); s.notice != s.Words.Compare.NoMore {
		t.Errorf("behind the last mark it says %q", s.notice)
	}
}

// From the related pane, and from the open article, its reports of the same event are
// compared with it; where there is none, it is said how to choose.
func TestCompareOfRelated(t *testing.T) {
	t.Parallel()
	l := reportsLibrary(t)
	if err := l.Relate(t.Context(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	s := openReader(t, l, 120, 40, words.Arabic()).press("enter", "left", "=")
	if _, ok := s.screen().(*compare.Screen); !ok {
		t.Errorf("from the pane the screen is %T, notice %q", s.screen(), s.notice)
	}
	s = openReader(t, sampleLibrary(t), 120, 40, words.Arabic())
	s.run(s.perform(s.visitor.Show(history.Place{ID: s.lonely(t), At: history.WhereLeft, Focus: articlePane})))
	if s.press("="); s.screen() != nil || s.notice != s.Words.Compare.Which {
		t.Errorf("without another report it says %q", s.notice)
	}
}

// lonely adds an article that is related to none and returns its ID.
func (s *session) lonely(t *testing.T) string {
	t.Helper()
	added, err := s.Library.Add(t.Context(), []articles.Article{{Title: "وحيدة", Body: "لا شيء حولها"}})
	if err != nil {
		t.Fatal(err)
	}
	return added[0].ID
}

// A comparison that is read too late does not open, and the screen fits every size.
func TestCompareLate(t *testing.T) {
	t.Parallel()
	s := openReader(t, reportsLibrary(t), 120, 40, words.Arabic()).press("V", "V")
	late := s.openCompare()
	s.press("?")
	if s.run(late); s.press("esc").screen() != nil {
		t.Error("it opens over what was opened since")
	}
	s.press("=")
	for width := 1; width < 130; width += 7 {
		for height := 1; height < 45; height += 5 {
			s.send(tea.WindowSizeMsg{Width: width, Height: height})
			rows, _ := s.frame()
			if err := fills(rows, width, height); err != nil {
				t.Fatal(err)
			}
			s.press("down", "n", "tab")
		}
	}
}
