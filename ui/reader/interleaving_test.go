package reader

import (
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/keyboard"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

var (
	histories = flag.Int("histories", 12, "how many random histories the reader goes through")
	shrink    = flag.Bool("shrink", false, "leave steps out of a history that fails, as long as it does")
	oneSeed   = flag.Uint64("seed", 0, "the one history to go through, 0 for all")
)

// historySteps is how many steps a random history has.
const historySteps = 60

// Whatever is pressed, pasted, pointed at and resized, and in whatever order and how
// late the answers come: once all is settled, what is shown is what the library
// holds, a change that was taken back is as if it had never been made, a note stands
// where it was asked for, what was opened last is open, and nothing panicked.
func TestInterleaving(t *testing.T) {
	t.Parallel()
	for seed := uint64(1); seed <= uint64(*histories); seed++ {
		if *oneSeed != 0 && seed != *oneSeed {
			continue
		}
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			steps, err := replay(t, seed, historyOf(seed))
			if err == nil {
				return
			}
			for i := len(steps) - 2; *shrink && i >= 0; i-- { // without what is not needed
				without := slices.Delete(slices.Clone(steps), i, i+1)
				if beginning, shorter := replay(t, seed, without); shorter != nil {
					steps, err = beginning, shorter
					i = min(i, len(steps)-1)
				}
			}
			t.Errorf("history %d: %v\nits beginning that fails (-shrink makes it shorter):\n%s", seed, err, strings.Join(steps, "\n"))
		})
	}
}

// keysPressed are those that a random history presses by themselves.
var keysPressed = strings.Fields("down down up j k pgdown home end enter enter left right esc esc tab 1 2 t f o [ ] . } { s L b b u v h H A U y z + - J T , ? : / a M p ctrl+f ctrl+o n S O R س ق x q backspace ctrl+l K x E V shift+down shift+up X W #")

// historyOf makes the steps of a random history.
func historyOf(seed uint64) []string {
	r := rand.New(rand.NewPCG(seed, 1))
	steps := make([]string, 0, historySteps)
	for range historySteps {
		switch n := r.IntN(100); {
		case n < 52:
			steps = append(steps, "key "+keysPressed[r.IntN(len(keysPressed))])
		case n < 76:
			steps = append(steps, "deliver")
		case n < 80:
			steps = append(steps, fmt.Sprintf("resize %d %d", 20+r.IntN(130), 5+r.IntN(40)))
		case n < 84:
			steps = append(steps, fmt.Sprintf("%s %d %d", []string{"click", "wheel", "drag"}[r.IntN(3)], r.IntN(120), r.IntN(40)))
		case n < 86:
			steps = append(steps, "paste")
		default:
			whole := []string{"link", "today", "searched", "taken-back", "taken-back", "note", "race", "failing", "failing"}
			steps = append(steps, whole[r.IntN(len(whole))])
		}
	}
	return steps
}

// lateAnswer is an answer that is on its way: first what gives it, then what it says.
type lateAnswer struct {
	cmd tea.Cmd
	msg tea.Msg
}

// history is a reader whose answers come late, beside its library.
type lateReader struct {
	m       *App
	library *store.Library
	path    string
	r       *rand.Rand
	waiting []lateAnswer
	notes   int
}

// replay goes through a history and says what went wrong, and in which beginning of
// it.
func replay(t *testing.T, seed uint64, steps []string) (beginning []string, err error) {
	t.Helper()
	at := 0
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
		beginning = steps[:min(at+1, len(steps))]
	}()
	path := filepath.Join(t.TempDir(), "library.db")
	l, err := store.Open(t.Context(), path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = l.Close() }()
	if err = fill(t, l); err != nil {
		return nil, err
	}
	app, err := New(t.Context(), Config{
		Library: l, Words: words.English(), Profile: colorprofile.TrueColor,
		Terminal: terminal.Terminal{KeepMarks: true, Background: rtl.RGB(0, 0, 0)},
		Width:    120, Height: 30,
	})
	if err != nil {
		return nil, err
	}
	app.article.Rest, app.pixels.Still, app.visitor.Rest = 0, 0, 0
	h := &lateReader{m: app, library: l, path: path, r: rand.New(rand.NewPCG(seed, 2))}
	h.ask(app.Init())
	h.settle()
	for ; at < len(steps); at++ {
		if err := h.take(steps[at]); err != nil {
			return nil, fmt.Errorf("%s: %w", steps[at], err)
		}
	}
	h.settle()
	return nil, h.agrees()
}

// fill puts articles into a library, some of them linked, to what is there and to
// what is not.
func fill(t *testing.T, l *store.Library) error {
	var list []articles.Article
	for i := range 8 {
		var body strings.Builder
		fmt.Fprintf(&body, "أوله [وصلة](https://absent.example/%d) و[أخرى](https://there.example/%d).\n\n", i, (i+1)%8)
		for j := range 30 {
			fmt.Fprintf(&body, "الفقرة %d من المقالة %d عن سوق النحاس القديم.\n\n", j, i)
		}
		list = append(list, articles.Article{
			Title: fmt.Sprintf("مقالة %d عن السوق", i), Body: body.String(), Full: i != 5, Lang: "ar",
			URL: fmt.Sprintf("https://there.example/%d", i), Section: []string{"ثقافة", "اقتصاد"}[i%2], Source: "صحيفة النهر",
		})
	}
	if _, err := l.Add(t.Context(), list); err != nil {
		return err
	}
	return l.Relate(t.Context(), func(int, int) {})
}

// ask keeps what a command will answer.
func (h *lateReader) ask(cmd tea.Cmd) {
	if cmd != nil {
		h.waiting = append(h.waiting, lateAnswer{cmd: cmd})
	}
}

// update sends a message.
func (h *lateReader) update(msg tea.Msg) {
	_, cmd := h.m.Update(msg)
	h.ask(cmd)
	h.m.View()
}

// deliver takes one of the answers a step further: it is found out, or it arrives.
func (h *lateReader) deliver() {
	if len(h.waiting) == 0 {
		return
	}
	i := h.r.IntN(len(h.waiting))
	one := h.waiting[i]
	h.waiting = slices.Delete(h.waiting, i, i+1)
	if one.cmd == nil {
		h.update(one.msg)
		return
	}
	msg := one.cmd()
	if list, ok := batchCommands(msg); ok {
		for _, c := range list {
			h.ask(c)
		}
		return
	}
	switch msg.(type) {
	case nil, keyboard.Alone, tea.QuitMsg, tea.BackgroundColorMsg:
	default:
		h.waiting = append(h.waiting, lateAnswer{msg: msg})
	}
}

// batchCommands are the commands of a message that holds more than one. What is to come
// one after the other may come in any order.
func batchCommands(msg tea.Msg) (list []tea.Cmd, ok bool) {
	v := reflect.ValueOf(msg)
	if !v.IsValid() || v.Kind() != reflect.Slice || v.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return nil, false
	}
	for i := range v.Len() {
		c, _ := reflect.TypeAssert[tea.Cmd](v.Index(i))
		list = append(list, c)
	}
	return list, true
}

func (h *lateReader) settle() {
	for n := 0; len(h.waiting) > 0; n++ {
		if n > 20_000 {
			panic("it does not settle")
		}
		h.deliver()
	}
}

func (h *lateReader) press(keys ...string) {
	special := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "left": tea.KeyLeft, "right": tea.KeyRight,
		"up": tea.KeyUp, "down": tea.KeyDown, "tab": tea.KeyTab, "end": tea.KeyEnd, "home": tea.KeyHome,
		"pgdown": tea.KeyPgDown, "backspace": tea.KeyBackspace,
	}
	for _, k := range keys {
		shifted := strings.HasPrefix(k, "shift+")
		k = strings.TrimPrefix(k, "shift+")
		key := tea.KeyPressMsg{Text: k, Code: []rune(k)[0]}
		if letter, ok := strings.CutPrefix(k, "ctrl+"); ok {
			key = tea.KeyPressMsg{Code: []rune(letter)[0], Mod: tea.ModCtrl}
		} else if code, ok := special[k]; ok {
			key = tea.KeyPressMsg{Code: code}
		}
		if shifted {
			key.Mod = tea.ModShift
		}
		h.update(key)
	}
}

// quiet closes whatever has the keys.
func (h *lateReader) quiet() {
	h.settle()
	for range 10 {
		if !h.occupied() {
			return
		}
		h.press("esc")
	}
	panic("something keeps the keys")
}

// take does a step.
func (h *lateReader) take(step string) error {
	name, rest, _ := strings.Cut(step, " ")
	var x, y int
	_, _ = fmt.Sscan(rest, &x, &y)
	switch name {
	case "key":
		h.press(rest)
	case "deliver":
		h.deliver()
	case "resize":
		h.update(tea.WindowSizeMsg{Width: x, Height: y})
	case "click":
		h.update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
		h.update(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
	case "wheel":
		h.update(tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelDown})
	case "drag":
		h.update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
		h.deliver()
		h.update(tea.MouseMotionMsg{X: x + 7, Y: y + 1, Button: tea.MouseLeft})
		h.update(tea.MouseReleaseMsg{X: x + 7, Y: y + 1, Button: tea.MouseLeft})
	case "paste":
		h.update(tea.PasteMsg{Content: "سوق\nword"})
	case "link":
		h.press("f", "1", "enter", ":", "x")
	case "today":
		h.quiet()
		h.press("s", "down", "down", "down", "down", "enter")
	case "searched":
		h.searched()
	case "taken-back":
		return h.takenBack()
	case "note":
		return h.note()
	case "race":
		return h.race()
	case "failing":
		return h.failing()
	}
	s := h.shown()
	if count, _, _ := strings.Cut(s.counted, ":"); strings.Contains(count, "-") { // behind it is what was searched for
		return fmt.Errorf("the header counts below zero: %q", s.counted)
	}
	return nil
}

// searched reads the one article that a search finds, and goes back to all of them.
func (h *lateReader) searched() {
	h.quiet()
	h.press("/", "ق", "2", "enter")
	for range h.r.IntN(6) {
		h.deliver()
	}
	h.press("enter", "esc", "esc")
}

// takenBack makes a change and takes it back at once.
func (h *lateReader) takenBack() error {
	h.quiet()
	before, err := h.marks()
	if err != nil {
		return err
	}
	key := []string{"b", "u", "x", "E", "tag"}[h.r.IntN(5)]
	if key == "x" || h.r.IntN(3) == 0 { // what takes the place of the open article is read by that
		for h.m.columns.Focus != listPane {
			h.press("tab")
		}
	}
	if _, ok := h.m.entry(); !ok {
		return nil // there is nothing to be marked
	}
	if h.m.columns.Focus == listPane && h.r.IntN(2) == 0 { // of several
		h.press("V", "shift+down")
	}
	if key == "tag" {
		h.press("#")
		h.settle()
		h.press("z", "enter")
	} else {
		h.press(key)
	}
	h.press("U")
	h.settle()
	after, err := h.marks()
	if err == nil && before != after {
		err = fmt.Errorf("%s and U changed the library from\n%s to\n%s", key, before, after)
	}
	return err
}

// note asks for a note, and moves about before it is answered.
func (h *lateReader) note() error {
	h.quiet()
	h.press("m")
	want := h.shown().passage
	if want == "" || !h.occupied() {
		return nil
	}
	h.notes++
	text := fmt.Sprintf("note%d", h.notes)
	for range h.r.IntN(4) {
		switch h.r.IntN(3) {
		case 0:
			h.update(tea.MouseWheelMsg{X: 60, Y: 10, Button: tea.MouseWheelDown})
		case 1:
			h.update(tea.WindowSizeMsg{Width: 60 + h.r.IntN(80), Height: 8 + h.r.IntN(30)})
		default:
			h.deliver()
		}
	}
	h.press(strings.Split(text, "")...)
	h.press("enter")
	h.settle()
	all, err := h.library.AllHighlights(h.m.ctx, "", 1000)
	if err != nil {
		return err
	}
	for _, one := range all {
		if strings.HasSuffix(one.Note, text) {
			if one.Quote != want {
				return fmt.Errorf("a note on %q landed on %q", want, one.Quote)
			}
			return nil
		}
	}
	return fmt.Errorf("the note %s on %q is nowhere", text, want)
}

// race asks for the next unread article, and opens another before that comes.
func (h *lateReader) race() error {
	h.quiet()
	h.press(".")
	for range h.r.IntN(3) {
		h.deliver()
	}
	for h.m.columns.Focus != listPane {
		h.press("tab")
	}
	h.press([]string{"down", "up", "end"}[h.r.IntN(3)])
	e, ok := h.m.list.Entry()
	if !ok {
		return nil
	}
	h.press("enter")
	h.settle()
	if got := h.shown().open; got != e.ID {
		return fmt.Errorf("%s is open and not %s, which was opened last", got, e.ID)
	}
	return nil
}

// failing makes a change that the library refuses.
func (h *lateReader) failing() error {
	h.quiet()
	db, err := sql.Open("sqlite", h.path)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	if _, err := db.Exec("CREATE TRIGGER refuse BEFORE UPDATE ON article BEGIN SELECT RAISE(ABORT, 'refused'); END"); err != nil {
		return err
	}
	h.press([]string{"b", "u"}[h.r.IntN(2)])
	h.settle()
	if _, err := db.Exec("DROP TRIGGER refuse"); err != nil {
		return err
	}
	return h.agrees()
}

// marks writes down what the library keeps of all articles that a reader can take
// back.
func (h *lateReader) marks() (string, error) {
	all, err := h.library.List(h.m.ctx, store.Filter{Archive: store.AnyArchived, Sort: store.ByTitle})
	var b strings.Builder
	for _, e := range all {
		fmt.Fprintf(&b, "%s %v %v %v\n", e.Title, e.Read, e.Bookmarked, e.Archived)
	}
	return b.String(), err
}

// agrees tells whether what is shown is what the library holds.
func (h *lateReader) agrees() error {
	s := h.shown()
	var errs []error
	for where, entries := range s.entries {
		ids := make([]string, 0, len(entries))
		for _, e := range entries {
			ids = append(ids, e.ID)
		}
		kept, err := h.library.Entries(h.m.ctx, ids)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if !slices.ContainsFunc(kept, func(k store.Entry) bool { return k.ID == e.ID }) {
				errs = append(errs, fmt.Errorf("%s shows %q, which the library has no more", where, e.Title))
			}
		}
		for _, k := range kept {
			for _, e := range entries {
				if e.ID == k.ID && (e.Archived != k.Archived || e.Read != k.Read || e.Bookmarked != k.Bookmarked) {
					errs = append(errs, fmt.Errorf("%s shows %q read %v, bookmarked %v; the library holds %v, %v", where, e.Title, e.Read, e.Bookmarked, k.Read, k.Bookmarked))
				}
			}
		}
	}
	if f := h.m.list.Filter(); f.Title == "" && h.m.list.Tab().HoldsArticles() {
		f.Unread = true
		unread, err := h.library.Count(h.m.ctx, f)
		if want := h.m.Words.Counted(h.m.list.Total(), unread); err != nil || s.counted != want {
			errs = append(errs, fmt.Errorf("the header counts %q, the library %q", s.counted, want), err)
		}
	}
	if s.open != "" {
		kept, err := h.library.Highlights(h.m.ctx, s.open)
		if err != nil {
			return err
		}
		var quotes []string
		for _, k := range kept {
			quotes = append(quotes, k.Quote+k.Note)
		}
		if !slices.Equal(quotes, s.highlights) {
			errs = append(errs, fmt.Errorf("highlights %q, the library holds %q", s.highlights, quotes))
		}
	}
	return errors.Join(errs...)
}

// shownState is what a reader shows, as far as the library holds it too.
type shownState struct {
	entries    map[string][]store.Entry
	counted    string
	open       string
	passage    string // that a note would be of
	highlights []string
}

func (h *lateReader) shown() shownState {
	app := h.m
	s := shownState{
		entries: map[string][]store.Entry{"the list": app.list.Entries(), "the related pane": app.related.Entries()},
		counted: app.list.Counted(app.Width), open: app.article.Item.ID,
	}
	if app.article.Item.ID != "" {
		s.entries["what is chosen"] = app.list.Picked()
		s.entries["the article"] = []store.Entry{app.article.Item.Entry}
	}
	if p, ok := app.article.Passage(); ok {
		s.passage = p.Quote
		if there, ok := app.article.Highlighted(p); ok {
			s.passage = there.Quote
		}
	}
	for _, one := range app.article.Highlights {
		s.highlights = append(s.highlights, one.Quote+one.Note)
	}
	return s
}

// occupied tells whether something else than the panes has the keys.
func (h *lateReader) occupied() bool {
	return !h.m.stack.IsEmpty() && (h.m.stack.Prompt() != nil || h.m.stack.Screen() != nil || h.m.columns.Focus == articlePane)
}
