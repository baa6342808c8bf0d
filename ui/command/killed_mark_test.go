//go:build unix

package command_test

import (
	"flag"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
)

var markKills = flag.Int("mark-kills", 1, "how often a reader is killed at the moment in which it shows a mark, for each kind")

// What the reader shows as done is in the library, though the program is killed at the
// moment in which it is shown.
func TestKilledWhenAMarkIsShown(t *testing.T) {
	t.Parallel()
	for _, mark := range []struct {
		name            string
		isOpened        bool // the article, before
		key, ask, typed string
		shown           string
		isKept          func(*testing.T, *store.Library, string) bool
	}{
		{"a bookmark", false, "b", "", "", "★", func(t *testing.T, l *store.Library, id string) bool { return storedItem(t, l, id).Bookmarked }},
		{"read", false, "u", "", "", "Marked as read.", func(t *testing.T, l *store.Library, id string) bool { return storedItem(t, l, id).Read }},
		{"archived", false, "E", "", "", "Archived.", func(t *testing.T, l *store.Library, id string) bool { return storedItem(t, l, id).Archived }},
		{"deleted", false, "x", "", "", "Deleted.", func(t *testing.T, l *store.Library, id string) bool {
			_, err := l.Article(t.Context(), id)
			return err != nil
		}},
		{"a highlight", true, "h", "", "", "The passage is highlighted.", func(t *testing.T, l *store.Library, id string) bool {
			all, err := l.Highlights(t.Context(), id)
			return err == nil && len(all) == 1
		}},
		{"a note", true, "m", "Note:", "words", "The note is saved.", func(t *testing.T, l *store.Library, id string) bool {
			all, err := l.Highlights(t.Context(), id)
			return err == nil && len(all) == 1 && all[0].Note == "words"
		}},
		{"a tag", false, "#", "First tag:", "later", "Tagged.", func(t *testing.T, l *store.Library, id string) bool {
			tags, err := l.TagsOf(t.Context(), id)
			return err == nil && len(tags) == 1 && tags[0] == "later"
		}},
	} {
		t.Run(mark.name, func(t *testing.T) {
			t.Parallel()
			for range *markKills {
				library, id := oneArticle(t)
				s := startProgram(t, library, "--lang", "en")
				s.waitForTitle("Harbour")
				if mark.isOpened {
					s.press("\r")
					s.waitFor("the article's pane", func(screen, _ string) bool { return strings.Contains(screen, "Third") })
				}
				s.press(mark.key)
				if mark.ask != "" {
					s.waitFor("the question", func(screen, _ string) bool { return strings.Contains(screen, mark.ask) })
					time.Sleep(time.Second / 2) // keys that were pressed before a question came are not its answer
					s.press(mark.typed)
					s.waitFor("what is typed", func(screen, _ string) bool { return strings.Contains(screen, mark.typed) })
					s.press("\r")
				}
				s.waitFor(mark.shown, func(screen, _ string) bool {
					if !strings.Contains(screen, mark.shown) {
						return false
					}
					_ = s.cmd.Process.Kill()
					return true
				})
				_ = s.wait()
				l, err := store.Open(t.Context(), library)
				if err != nil {
					t.Fatal(err)
				}
				if !mark.isKept(t, l, id) {
					t.Errorf("%s was shown and is not in the library:\n%s", mark.name, s.screen.String())
				}
				if err := l.Close(); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// oneArticle makes a library of one article and returns its path and the article's ID.
func oneArticle(t *testing.T) (path, id string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "library.db")
	l, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	added, err := l.Add(t.Context(), []articles.Article{{Title: "Harbour", Body: "First words of it.\n\nSecond words of it.\n\nThird words of it.", Full: true}})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return path, added[0].ID
}

// storedItem reads an article that must be there.
func storedItem(t *testing.T, l *store.Library, id string) store.Item {
	t.Helper()
	got, err := l.Article(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return got
}
