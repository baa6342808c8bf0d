package reader

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/words"
)

// However narrow the screen, its footer says how to leave it.
func TestFooterLeads(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string][]string{
		"settings": {","}, "feeds": {"ctrl+n"}, "help": {"?"}, "sections": {"s"}, "notes": {"H"},
		"statistics": {"S"}, "map": {"enter", "M"}, "trail": {"enter", "1", "ctrl+o"}, "delete several": {"X"},
		"article": {"enter"}, "related": {"enter", "left"}, "article searched": {"enter", "ctrl+f", "و", "enter"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for width := 20; width <= 120; width += 4 {
				s := openReader(t, sampleLibrary(t), width, 20, words.English()).press(keys...)
				if s.stack.Screen() == nil && s.hasFocus(listPane) {
					t.Fatalf("the list has the keys:\n%s", s.text())
				}
				s.notice = "" // in whose place the keys come
				rows := strings.Split(strings.TrimSpace(s.text()), "\n")
				if footer := rows[len(rows)-1]; !strings.Contains(footer, "→ back") {
					t.Errorf("in %d columns the footer is %q", width, footer)
				}
			}
		})
	}
}
