package dialog

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// Tags asks for a tag: one of those that there are, found by typing some of it, or a new
// one.
type Tags struct {
	*draw.Canvas
	Prompt
	draw.Menu[tagRow]
	all []tagRow
	set func(tag string, on bool) Action
}

// tagRow is a tag that can be chosen.
type tagRow struct {
	name    string
	given   bool // the articles have it
	source  bool // it is from where articles come
	isFresh bool // there is none yet
}

// NewTags returns the question: own are the reader's tags, common those of them that the
// articles have, and other the tags of sources. set is what is done with the one that is
// chosen: it is given, or taken away where the articles have it.
func NewTags(c *draw.Canvas, own, common, other []string, set func(tag string, on bool) Action) *Tags {
	t := &Tags{Canvas: c, set: set}
	for _, name := range own {
		t.all = append(t.all, tagRow{name: name, given: slices.ContainsFunc(common, func(has string) bool { return text.WordKey(has) == text.WordKey(name) })})
	}
	for _, name := range other {
		t.all = append(t.all, tagRow{name: name, source: true})
	}
	t.Name = func(w *words.Words) string { return w.Several.AskTag }
	t.Typed = func(typed string) Action { t.narrow(typed); return nil }
	t.Answered = func(string) Action { return t.choose() }
	t.Keys = map[string]func(tea.KeyPressMsg) Action{"tab": func(tea.KeyPressMsg) Action { return t.complete() }}
	for name, a := range map[string]keymap.Action{"up": keymap.Up, "down": keymap.Down, "pgup": keymap.PageUp, "pgdown": keymap.PageDown} {
		t.Keys[name] = func(tea.KeyPressMsg) Action { t.Act(a, t.ScreenRows()); return nil }
	}
	t.Start(c, "")
	t.narrow("")
	return t
}

// Footer gives no keys: the prompt is there.
func (t *Tags) Footer() []keymap.Action { return nil }

// Asks returns the prompt in which one types.
func (t *Tags) Asks() *Prompt { return &t.Prompt }

// Update narrows the tags, moves among them, or chooses the selected one.
func (t *Tags) Update(msg tea.Msg) Action {
	switch msg := msg.(type) {
	case Click:
		if t.PointAt(msg.Row, 0) {
			return Close{t.choose()}
		}
		return nil
	case Wheel:
		t.Act(map[bool]keymap.Action{true: keymap.Up, false: keymap.Down}[msg.Steps < 0], t.ScreenRows())
		return nil
	default:
		return t.Prompt.Update(msg)
	}
}

// choose gives the selected tag, or takes it away.
func (t *Tags) choose() Action {
	if chosen, ok := t.Choose(); ok {
		return t.set(chosen.name, !chosen.given)
	}
	return nil
}

// complete types the rest of the selected tag.
func (t *Tags) complete() Action {
	if chosen, ok := t.Choose(); ok {
		t.Set(chosen.name)
		t.narrow(chosen.name)
	}
	return nil
}

// narrow shows the tags that hold what is typed, those first that begin with it. What is
// no tag yet stands among them as a new one, first where no tag begins so.
func (t *Tags) narrow(typed string) {
	wanted := text.WordKey(typed)
	var begin, hold []tagRow
	known := wanted == ""
	for _, r := range t.all {
		switch key := text.WordKey(r.name); {
		case strings.HasPrefix(key, wanted):
			known = known || key == wanted
			begin = append(begin, r)
		case strings.Contains(key, wanted):
			hold = append(hold, r)
		}
	}
	if !known {
		begin = append(begin, tagRow{name: text.CleanLine(typed), isFresh: true})
	}
	t.Menu = draw.Menu[tagRow]{Items: append(begin, hold...)}
}

// View draws the tags that are left.
func (t *Tags) View(width, height int) []draw.Row {
	return t.Draw(height, func(r tagRow, selected bool) draw.Row {
		sign, note := " ", ""
		switch {
		case r.given:
			sign = "✓"
		case r.isFresh:
			note = t.Words.Several.NewTag
		case r.source:
			note = t.Words.Shelves.Kinds[len(t.Words.Shelves.Kinds)-1]
		}
		mark := t.Drawn(sign, t.Styles.Accent)
		name := t.Natural(max(0, width-2*draw.InsetColumns-2), rtl.Span{Text: r.name, Style: t.Styles.Text})
		beside := t.Natural(max(0, width-2*draw.InsetColumns-4-int(rtl.Width(name))), rtl.Span{Text: note, Style: t.Styles.Muted})
		return t.Selectable(t.Inset(width, mark, draw.Blank(1, rtl.Style{}), name, draw.Blank(2, rtl.Style{}), beside), selected)
	})
}
