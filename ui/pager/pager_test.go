package pager

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/plaintext"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// texts makes a part of lines.
func texts(lines ...string) []Part {
	var list []Line
	for _, l := range lines {
		list = append(list, Line{Text: l})
	}
	return []Part{NewLines(list, plaintext.Measure{})}
}

func numbered(from, to int) (lines []string) {
	for i := from; i <= to; i++ {
		lines = append(lines, fmt.Sprintf("سطر %d", i))
	}
	return lines
}

// Prose stands in its measure, with its margin.
func TestMeasure(t *testing.T) {
	list := []Line{{Text: "سطر أول", Layout: plaintext.Layout{Prose: true}}, {Text: "a | b", Layout: plaintext.Layout{Direction: rtl.LTR}}}
	s := openPager(50, 4, []Part{NewLines(list, plaintext.Measure{Columns: 20, Margin: 2})}, nil)
	rows, _ := s.frame()
	for i, want := range []string{strings.Repeat(" ", 28+13) + "لوأ رطس" + "  ", "a | b" + strings.Repeat(" ", 45)} {
		if got := string(rtl.AppendVisual(nil, rows[i])); got != want {
			t.Errorf("row %d: %q, want %q", i, got, want)
		}
	}
}

// screen drives a pager without a terminal.
type screen struct{ *Model }

func openPager(width, height int, parts []Part, more <-chan Piece) *screen {
	s := &screen{New(Config{
		Parts: parts, More: more, Words: words.English(), Theme: theme.Night(),
		Terminal: terminal.Terminal{KeepMarks: true, Shaping: rtl.ShapeNone},
		Options:  rtl.Options{Protocols: rtl.AllProtocols, Direction: rtl.AutoRTL}, Width: width, Height: height,
	})}
	s.run(s.Init())
	return s
}

// run carries out a command and all that follows from it, but waits for no clock.
func (s *screen) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil, tea.ColorProfileMsg:
	case tea.BatchMsg:
		for _, c := range msg {
			s.run(c)
		}
	default:
		_, next := s.Update(msg)
		s.run(next)
	}
}

func (s *screen) press(keys ...string) *screen {
	special := map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "end": tea.KeyEnd, "up": tea.KeyUp, "down": tea.KeyDown, "pgdown": tea.KeyPgDown, "backspace": tea.KeyBackspace}
	for _, k := range keys {
		key := tea.KeyPressMsg{Code: special[k]}
		if key.Code == 0 {
			key = tea.KeyPressMsg{Text: k, Code: []rune(k)[0]}
		}
		_, cmd := s.Update(key)
		s.run(cmd)
	}
	return s
}

// shown is the text of the visible rows, the footer aside, each from its first
// letter to its last.
func (s *screen) shown() (lines []string) {
	rows, _ := s.frame()
	for _, r := range rows[:len(rows)-1] {
		lines = append(lines, strings.TrimSpace(string(rtl.AppendLogical(nil, r))))
	}
	return lines
}

func (s *screen) want(t *testing.T, what string, lines ...string) {
	t.Helper()
	if got := s.shown(); !slices.Equal(got, lines) {
		t.Errorf("%s: shown are\n%q, want\n%q", what, got, lines)
	}
}

func TestMoving(t *testing.T) {
	s := openPager(20, 4, texts(numbered(1, 9)...), nil)
	for _, step := range []struct {
		key  string
		from int // the first visible line
	}{
		{"down", 2}, {"j", 3}, {"k", 2}, {" ", 4}, {"b", 2}, {"d", 3}, {"u", 2}, {"G", 7}, {"j", 7}, {"pgdown", 7},
		{"up", 6}, {"g", 1}, {"k", 1}, {"b", 1}, {"f", 3}, {"enter", 4}, {"z", 4},
	} {
		s.press(step.key)
		s.want(t, step.key, numbered(step.from, step.from+2)...)
	}
}

// A text shorter than the screen, none at all, and a screen of one row.
func TestSmall(t *testing.T) {
	openPager(20, 4, texts("سطر"), nil).press("j", "G", " ", "g").want(t, "one line", "سطر", "", "")
	openPager(20, 4, nil, nil).press("j", "k", "G", " ", "g", "/", "x", "enter", "n", "N").want(t, "no text", "", "", "")
	openPager(20, 1, texts("a", "b"), nil).press("j", "G", "/", "b", "enter").want(t, "no room")
}

// A long line is several rows, and each can be at the top. Another width keeps
// the place.
func TestResizing(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("كلمة ", 12))
	s := openPager(20, 3, texts("أول", long, "آخر"), nil)
	s.press("j", "j")
	s.want(t, "within the long line", "كلمة كلمة كلمة كلمة", "كلمة كلمة كلمة كلمة")
	_, cmd := s.Update(tea.WindowSizeMsg{Width: 10, Height: 3})
	s.run(cmd)
	s.want(t, "narrower", "كلمة كلمة", "كلمة كلمة")
	if row, _ := s.view.Row(0); row.Start() != 4*len("كلمة ") {
		t.Errorf("the top is %d bytes into the line", row.Start())
	}
	_, cmd = s.Update(tea.WindowSizeMsg{Width: 80, Height: 5})
	s.run(cmd)
	s.want(t, "wider", "أول", long, "آخر", "")
}

// marked is the text of the cells that are marked as found.
func (s *screen) marked() string {
	var b strings.Builder
	rows, _ := s.frame()
	for _, r := range rows[:len(rows)-1] {
		for _, c := range slices.Backward(r) {
			if c.Style.Attributes&rtl.Reverse != 0 {
				b.WriteString(c.Text)
			}
		}
	}
	return b.String()
}

func TestSearch(t *testing.T) {
	lines := numbered(1, 40)
	lines[9] = "سطر وفيه الأَسْوَاق"
	lines[29] = "سطر وفيه \x1b[31mالاسواق\x1b[m"
	s := openPager(40, 5, texts(lines...), nil)
	find := func(text string) {
		s.press("/")
		for _, r := range text {
			s.press(string(r))
		}
		s.press("enter")
	}
	find("اسواق")
	if got := s.marked(); got != "أَسْوَاق" {
		t.Errorf("marked: %q", got)
	}
	s.press("n")
	if got := s.marked(); got != "اسواق" {
		t.Errorf("the next one: %q", got)
	}
	s.press("n")
	if s.notice != s.words.Pager.NotAfter || s.marked() != "اسواق" {
		t.Errorf("after the last one: %q, marked %q", s.notice, s.marked())
	}
	s.press("N")
	if got := s.marked(); got != "أَسْوَاق" {
		t.Errorf("the one before: %q", got)
	}
	s.press("N")
	if s.notice != s.words.Pager.NotBefore {
		t.Errorf("before the first one: %q", s.notice)
	}
	s.press("esc")
	if got := s.marked(); got != "" {
		t.Errorf("marked after Esc: %q", got)
	}
	if s.press("n"); s.notice != s.words.Pager.NoSearch {
		t.Errorf("n without a search: %q", s.notice)
	}
}

// In an article words are found across the rows that they are wrapped in.
func TestSearchInADocument(t *testing.T) {
	item := store.Item{Body: "كلمة كلمة **وعبارة** طويلة هنا\n\n| أ | ب |\n|---|---|\n| سوق | كتب |\n"}
	s := openPager(18, 13, []Part{page.New(item, theme.Palette(), words.English())}, nil)
	for _, tt := range []struct{ query, marked string }{
		{"وعبارة طويلة", "وعبارة طويلة"}, {"سوق", "سوق"}, {"كتب", "كتب"}, {"سوقكتب", ""},
	} {
		s.press("/")
		for _, r := range tt.query {
			s.press(string(r))
		}
		if got := s.press("enter").marked(); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(tt.marked, " ", "") {
			t.Errorf("%q marks %q", tt.query, got)
		}
	}
}

// More is read when it is wanted, and not before: a text without end takes no
// more memory than was looked at.
func TestReadingAhead(t *testing.T) {
	more := make(chan Piece)
	stop := make(chan struct{})
	defer close(stop)
	go func() {
		for {
			select {
			case more <- Piece{Parts: texts(numbered(1, 1000)...)}:
			case <-stop:
				return
			}
		}
	}()
	s := openPager(20, 10, nil, more)
	if n := s.text.Len(); n < readAhead || n > readAhead+2000 {
		t.Errorf("%d lines were read at the start", n)
	}
	for range 500 {
		s.press(" ")
	}
	if n := s.text.Len() - s.view.Anchor().Block; n < readAhead || n > readAhead+2000 {
		t.Errorf("%d lines were read ahead", n)
	}
}

// Looking for what is not there yet reads on to the end. What went wrong is there
// when the pager is left.
func TestSearchReadsOn(t *testing.T) {
	broken := errors.New("the cable")
	more := make(chan Piece, 12)
	for i := range 10 {
		more <- Piece{Parts: texts(numbered(i*1000, i*1000+999)...)}
	}
	more <- Piece{Parts: texts("الغاية")}
	more <- Piece{Err: broken}
	s := openPager(20, 5, nil, more)
	s.press("/")
	for _, r := range "غايه" {
		s.press(string(r))
	}
	if got := s.press("enter").marked(); got != "غاية" {
		t.Errorf("marked %q", got)
	}
	if s.press("G"); !s.ended || !errors.Is(s.err, broken) {
		t.Errorf("ended %v with %v", s.ended, s.err)
	}
}

// No row is wider or narrower than the screen, at any size, in any state.
func TestGeometry(t *testing.T) {
	item := store.Item{Body: "# عنوان\n\nفقرة فيها *كلمات* و`code` و漢字.\n\n- بند\n"}
	item.Title = "مقالة"
	parts := slices.Concat(
		texts(numbered(1, 4)...), []Part{page.New(item, theme.Night(), words.Arabic())},
		texts(append(numbered(5, 30), "漢字漢字", "\x1b[41ma\tb", "", "🇪🇬 👩‍👩‍👧 لا إله")...))
	for _, keys := range [][]string{nil, {"?"}, {"/", "ع"}, {"/", "ن", "enter"}, {"G"}, {"n"}} {
		for width := 1; width <= 50; width += 3 {
			for height := 1; height <= 20; height += 3 {
				s := openPager(width, height, parts, nil)
				rows, cursor := s.press(keys...).frame()
				if len(rows) != height {
					t.Fatalf("%d×%d, keys %q: %d rows", width, height, keys, len(rows))
				}
				for i, r := range rows {
					if got := int(rtl.Width(r)); got != width {
						t.Errorf("%d×%d, keys %q: row %d has %d columns", width, height, keys, i, got)
					}
				}
				if cursor >= width {
					t.Errorf("%d×%d: the cursor is in column %d", width, height, cursor)
				}
			}
		}
	}
}

func TestKeys(t *testing.T) {
	taken := map[string]string{}
	shown := map[string]bool{}
	for _, b := range keyMap {
		for _, k := range b.keys {
			if other, ok := taken[k]; ok {
				t.Errorf("key %q is bound to %q and to %q", k, other, b.action)
			}
			taken[k] = b.action
		}
		shown[b.action] = true
		for _, w := range words.All() {
			if w.Actions[b.action] == "" {
				t.Errorf("%q has no words in %s", b.action, w.Lang)
			}
		}
	}
	for _, action := range footerKeys {
		if !shown[action] {
			t.Errorf("the footer shows %q, which no key does", action)
		}
	}
}

func ExampleNewLines() {
	part := NewLines([]Line{{Text: "_\bس_\bل_\bا_\bم is a greeting"}}, plaintext.Measure{})
	for row := range Rows(part, rtl.Options{Protocols: rtl.AllProtocols, Width: 24, Shaping: rtl.ShapeNone}) {
		fmt.Printf("%q\n", rtl.AppendVisual(nil, row.Cells))
	}
	// Output: "      is a greeting \x1b[4mمالس\x1b[m"
}
