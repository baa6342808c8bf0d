package reader

import (
	"fmt"
	"path/filepath"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
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
