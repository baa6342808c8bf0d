package reader

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/keyboard"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/viewport"
	"github.com/warraq/warraq/ui/words"
)

var update = flag.Bool("update", false, "write the golden frames anew")

// sampleLibrary is a library with a few articles of every kind: long and short
// titles, a card, other directions, wide and combining characters.
func sampleLibrary(t testing.TB) *store.Library {
	t.Helper()
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, sampleFile(), 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

// sampleFile is the file of that library, which is made once.
var sampleFile = sync.OnceValue(func() []byte {
	made, err := makeSample()
	if err != nil {
		panic(err)
	}
	return made
})

func makeSample() (file []byte, err error) {
	folder, err := os.MkdirTemp("", "warraq-*")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	path := filepath.Join(folder, "library.db")
	l, err := store.Open(context.Background(), path)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile("testdata/articles.jsonl")
	if err != nil {
		return nil, err
	}
	read, err := intake.Read("articles.jsonl", data)
	if err != nil {
		return nil, err
	}
	if _, err := l.Add(context.Background(), read); err != nil {
		return nil, err
	}
	if err := errors.Join(l.Relate(context.Background(), func(int, int) {}), l.Close()); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

// session is a reader without a terminal: keys go in, frames come out.
type session struct {
	t testing.TB
	*App
	sent []string // to the terminal, beside the frames; "" is clearing it
	seen func()   // is called after each message, nil for nothing
}

// openReader starts a reader on a screen of some size and waits for its article.
func openReader(t testing.TB, l *store.Library, width, height int, w *words.Words) *session {
	t.Helper()
	app, err := New(t.Context(), Config{
		Library: l, Words: w, Profile: colorprofile.TrueColor,
		Terminal: terminal.Terminal{KeepMarks: true, Background: rtl.RGB(0, 0, 0)},
		Width:    width, Height: height,
	})
	if err != nil {
		t.Fatal(err)
	}
	app.article.Rest, app.visitor.Rest = 0, 0
	app.pixels.Still = 0
	s := &session{t: t, App: app}
	s.run(app.Init())
	return s
}

// run carries out a command and all that follows from it, but waits for no
// clock.
func (s *session) run(cmd tea.Cmd) {
	s.t.Helper()
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil, keyboard.Alone, tea.BackgroundColorMsg:
	case tea.BatchMsg:
		for _, c := range msg {
			s.run(c)
		}
	default:
		if raw, ok := msg.(tea.RawMsg); ok {
			s.sent = append(s.sent, fmt.Sprint(raw.Msg))
		} else if msg == tea.ClearScreen() {
			s.sent = append(s.sent, "")
		}
		_, next := s.Update(msg)
		if s.seen != nil {
			s.frame()
			s.seen()
		}
		s.run(next)
	}
}

// press sends keys: names of special ones, or letters.
func (s *session) press(keys ...string) *session {
	s.t.Helper()
	special := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "left": tea.KeyLeft, "right": tea.KeyRight,
		"up": tea.KeyUp, "down": tea.KeyDown, "tab": tea.KeyTab, "end": tea.KeyEnd, "home": tea.KeyHome,
		"pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp, "backspace": tea.KeyBackspace,
		"shift+up": tea.KeyUp, "shift+down": tea.KeyDown,
	}
	for _, k := range keys {
		key := tea.KeyPressMsg{Code: special[k]}
		if strings.HasPrefix(k, "shift+") {
			key.Mod = tea.ModShift
		}
		if k == "alt+enter" {
			key = tea.KeyPressMsg{Code: tea.KeyEnter, Mod: tea.ModAlt}
		} else if letter, ok := strings.CutPrefix(k, "alt+"); ok {
			key = tea.KeyPressMsg{Code: []rune(letter)[0], Mod: tea.ModAlt}
		}
		if letter, ok := strings.CutPrefix(k, "ctrl+"); ok {
			key = tea.KeyPressMsg{Code: []rune(letter)[0], Mod: tea.ModCtrl}
		}
		if key.Code == 0 {
			key = tea.KeyPressMsg{Text: k, Code: []rune(k)[0]}
		}
		_, cmd := s.Update(key)
		s.run(cmd)
	}
	return s
}

// text is the frame as a terminal shows it, without colours.
func (s *session) text() string {
	rows, _ := s.frame()
	var b strings.Builder
	for _, r := range rows {
		plain := make(draw.Row, len(r))
		for i, c := range r {
			c.Style = rtl.Style{}
			plain[i] = c
		}
		b.Write(rtl.AppendVisual(nil, plain))
		b.WriteByte('\n')
	}
	return b.String()
}

// Every screen of the reader, as a sequence of keys from the start.
var readerFrames = []struct {
	name string
	keys []string
}{
	{"list", nil},
	{"list-end", []string{"end"}},
	{"article", []string{"enter"}},
	{"article-end", []string{"enter", "end"}},
	{"related", []string{"enter", "left"}},
	{"thread", []string{"enter", "t"}},
	{"backlinks", []string{"enter", "left", "t", "t"}},
	{"history", []string{"enter", "1", "t", "t", "t"}},
	{"trail", []string{"enter", "1", "2", "1", "ctrl+o"}},
	{"map", []string{"enter", "M", "down", "left"}},
	{"card-address", []string{"enter", "2", "o"}},
	{"card", []string{"enter", "2"}},
	{"filter", []string{"/", "س", "و", "ق"}},
	{"filter-none", []string{"/", "x", "q"}},
	{"found", []string{"enter", "ctrl+f", "س", "و", "ق", "enter", "n"}},
	{"adding", []string{"a", "~", "/", "x"}},
	{"bookmarks-none", []string{"B"}},
	{"bookmarked", []string{"b"}},
	{"help", []string{"?"}},
	{"settings", []string{",", "down", "enter"}},
	{"welcome", []string{":", "w", "e", "l", "enter"}},
	{"shelves", []string{"s", "down"}},
	{"unread", []string{"}"}},
	{"by-title", []string{"O", "O"}},
	{"highlighted", []string{"enter", "h"}},
	{"selected", []string{"enter", "v", "left", "v", "down"}},
	{"notes", []string{"enter", "h", "H"}},
	{"notes-none", []string{"H"}},
	{"palette", []string{":"}},
	{"palette-typed", []string{":", "ا", "ل"}},
	{"nothing-earlier", []string{"["}},
	{"alone", []string{"enter", "z"}},
	{"justified", []string{"enter", "J"}},
	{"find", []string{"enter", "ctrl+f", "س", "و"}},
	{"asked-for-note", []string{"enter", "m", "م", "alt+enter", "ن"}},
	{"noted", []string{"enter", "m", "م", "ن", "enter", "H"}},
	{"taken-back", []string{"b", "U"}},
	{"nothing-to-take-back", []string{"U"}},
	{"all-read", []string{"A", "}"}},
	{"next-unread", []string{"."}},
	{"reversed", []string{"O", "O", "O", "R"}},
	{"meant", []string{"/", "ا", "ل", "ق", "ت", "ي", "م", "ة", "enter"}},
	{"palette-none", []string{":", "x", "q", "x"}},
	{"help-end", []string{"?", "end"}},
	{"settings-end", []string{",", "end"}},
	{"no-link", []string{"enter", "f"}},
	{"copied", []string{"enter", `"`}},
	{"several", []string{"V", "down", "V"}},
	{"remove-all", []string{"X"}},
	{"archive-empty", []string{"}", "}", "}"}},
	{"removed", []string{"x"}},
	{"tags", []string{"#", "س", "ف", "ر", "enter", "down", "#", "س"}},
	{"kept-search", []string{"/", "س", "و", "ق", "enter", "W"}},
	{"feeds-none", []string{"ctrl+n"}},
	{"beside-the-text", []string{"enter", "pgdown", "m", "م", "ن", "enter", "z"}},
	{"settings-keys", []string{",", "tab", "tab", "tab", "tab", "tab", "tab", "down", "enter", "n"}},
	{"tags-none", []string{"#"}},
}

// variants are those that look much like others: they are not drawn, only measured.
var variants = strings.Fields("list-end article-end filter-none find bookmarks-none bookmarked taken-back notes-none palette-typed " +
	"palette-none nothing-earlier nothing-to-take-back reversed help-end settings-end no-link copied all-read next-unread archive-empty removed")

// sizes are the screens that the frames are drawn on.
var sizes = [][2]int{{120, 40}, {80, 24}, {40, 20}}

// Each screen once, as a picture for a person to look at, in the sizes and languages by
// turns; that all of them fit in all sizes is for TestGeometry.
func TestFrames(t *testing.T) {
	t.Parallel()
	for i, sc := range readerFrames {
		if slices.Contains(variants, sc.name) {
			continue
		}
		size, w := sizes[i%len(sizes)], words.Arabic()
		if i%2 == 1 {
			w = words.English()
		}
		name := fmt.Sprintf("%s-%dx%d-%s", sc.name, size[0], size[1], w.Lang)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			golden(t, name, openReader(t, sampleLibrary(t), size[0], size[1], w).press(sc.keys...).text())
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "frames", name+".txt")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the frame is not as in %s; got:\n%s\nwant:\n%s", path, got, want)
	}
}

// sizeEvery is how many sizes of the screen there are for each one that is tried.
var sizeEvery = flag.Int("every", 101, "try one of so many sizes of the screen, beside all small ones; 1 is all")

// sizesTried yields sizes of a screen: all small ones, and of the larger ones each width
// and each height with some others; in a short run fewer of both.
func sizesTried(yield func(width, height int) bool) {
	every, everySmall := *sizeEvery, 1
	if testing.Short() {
		every, everySmall = 5*every, 5
	}
	for width := 1; width <= 200; width++ {
		for height := 1; height <= 60; height++ {
			small := width <= 24 && height <= 8 && (width+height)%everySmall == 0
			if (small || (width+7*height)%every == 0) && !yield(width, height) {
				return
			}
		}
	}
}

// fills says what is wrong with rows that are to be of a size.
func fills(rows []draw.Row, width, height int) error {
	if len(rows) != height {
		return fmt.Errorf("%d×%d: %d rows", width, height, len(rows))
	}
	for i, r := range rows {
		if w := int(rtl.Width(r)); w != width {
			return fmt.Errorf("%d×%d: row %d is %d columns wide", width, height, i, w)
		}
	}
	return nil
}

// Whatever its size, the frame fills the screen exactly, on every screen of the reader.
func TestGeometry(t *testing.T) {
	// Every frame is garbage when the next is drawn; memory is plenty.
	before := debug.SetGCPercent(1000)
	t.Cleanup(func() { debug.SetGCPercent(before) })
	for _, sc := range readerFrames {
		t.Run(sc.name, func(t *testing.T) {
			t.Parallel()
			s := openReader(t, sampleLibrary(t), 120, 40, words.Arabic()).press(sc.keys...)
			for width, height := range sizesTried {
				s.send(tea.WindowSizeMsg{Width: width, Height: height})
				rows, cursor := s.frame()
				if err := fills(rows, width, height); err != nil {
					t.Fatalf("%v:\n%s", err, s.text())
				}
				if cursor != nil && (cursor.X < 0 || cursor.X >= width || cursor.Y >= height) {
					t.Fatalf("%d×%d: the cursor is at %v", width, height, *cursor)
				}
			}
		})
	}
}

// asking is the open prompt, nil for none; screen what stands in the place of the
// panes.
func (s *session) asking() *dialog.Prompt { return s.stack.Prompt() }
func (s *session) screen() dialog.Screen  { return s.stack.Screen() }

// depth is how many places the way back leads through.
func (s *session) depth() int {
	_, at := s.visitor.History.Way(s.visitor.Here())
	return at
}

// top is how many lines of the article lie above the first visible one.
func (s *session) top() (n int) {
	for {
		if _, ok := s.article.Text.Row(-n - 1); !ok {
			return n
		}
		n++
	}
}

// lines are all lines of the article.
func (s *session) lines() (all []viewport.Row) {
	for i := -s.top(); ; i++ {
		row, ok := s.article.Text.Row(i)
		if !ok {
			return all
		}
		all = append(all, row)
	}
}

// textLeft is the first column of the screen that the article's text stands in.
func (s *session) textLeft() int {
	return s.columns.Left(articlePane) + article.TextLeft(s.columns.Widths()[articlePane], s.textWidth())
}

// textWidth is how many columns the article's text has.
func (s *session) textWidth() int {
	width, _ := s.article.Text.Size()
	return width
}

// hits are which hit of those in the article one has gone to, and how many there are.
func (s *session) hits() (at, total int) {
	for !s.article.Text.Count() {
	}
	return s.article.Text.Number()
}
