package dialog

import (
	"slices"

	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"

	tea "charm.land/bubbletea/v2"
)

// Setting is a setting that can be changed while one reads.
type Setting struct {
	Name  string        // "" for the heading of a group
	Group string        // that it belongs to, by its name in the words of the interface
	Now   func() string // its value, nil where it is the keys of an action of that name

	Category keymap.Category // of that action, a group within its group
	Place    int             // of the key, from 1, where which of them it is tells what it does; 0: all of them
}

// isRow tells that it is no setting but the heading of a group, or the free row above one,
// neither of which can be selected.
func (c *Setting) isRow() bool { return c.Name == "" }

// isOfKeys tells that it is the keys of an action.
func (c *Setting) isOfKeys() bool { return c.Name != "" && c.Now == nil }

// Settings shows the settings with their values, to be changed, and the keys of all actions.
type Settings struct {
	baseScreen
	draw.Menu[Setting]
	path  string
	waits *keyWait // for the key of an action, nil where it does not
}

// NewSettings returns the screen of some settings, those of a group behind each other, with
// a heading above each group. They are kept in a file, "" for nowhere.
func NewSettings(c *draw.Canvas, list []Setting, path string) *Settings {
	s := &Settings{baseScreen: baseScreen{Canvas: c, opener: keymap.Settings}, path: path}
	heading := Setting{}
	for _, one := range list {
		if one.Group != heading.Group || one.Category != heading.Category {
			if heading.Group != "" {
				s.Items = append(s.Items, Setting{})
			}
			heading = Setting{Group: one.Group, Category: one.Category}
			s.Items = append(s.Items, heading)
		}
		s.Items = append(s.Items, one)
	}
	s.leaveRow(1)
	s.point = func(row int) bool {
		before := s.Cursor
		if !s.PointAt(row, draw.HeadRows) || s.Items[s.Selected].isRow() {
			s.Cursor = before
			return false
		}
		return true
	}
	return s
}

// leaveRow selects the setting behind a row that cannot be selected, or the one before it
// where steps lead back; above the first one that behind it, whichever way they lead.
func (s *Settings) leaveRow(steps int) {
	for s.Selected < len(s.Items) && s.Items[s.Selected].isRow() {
		if s.Selected == 0 {
			steps = 1
		}
		if steps < 0 {
			s.Selected--
		} else {
			s.Selected++
		}
	}
}

// nextGroup selects the first setting of the next group, behind the last one of the first,
// or goes the other way.
func (s *Settings) nextGroup(forward bool) {
	var firsts []int
	for i := range s.Items {
		if i > 0 && !s.Items[i].isRow() && s.Items[i-1].isRow() {
			firsts = append(firsts, i)
		}
	}
	n := len(firsts)
	if n == 0 {
		return
	}
	at, exact := slices.BinarySearch(firsts, s.Selected)
	switch {
	case forward && exact:
		at++
	case !forward && exact:
		at += n - 1
	case !forward:
		at-- // its own
	}
	s.Selected = firsts[at%n]
	s.Top = max(0, s.Selected-1) // its heading
}

// Footer gives the keys of the settings.
func (s *Settings) Footer() []keymap.Action {
	return []keymap.Action{keymap.Widen, keymap.Narrow, keymap.Down, keymap.Up, keymap.Back}
}

// isOfUse tells whether an action does something on this screen.
func (s *Settings) isOfUse(a keymap.Action) bool {
	_, moves := draw.Movements[a]
	return moves || slices.Contains([]keymap.Action{
		keymap.Onward, keymap.Widen, keymap.Narrow, keymap.Remove, keymap.NextPane, keymap.PreviousPane,
		keymap.Back, keymap.Quit, keymap.Settings,
	}, a)
}

// Hints returns the keys of the settings in their own words: what widens and narrows the text
// elsewhere goes through the values here, and adds keys to an action or takes them away. An
// action without keys has here those that it has by default, but for those of use otherwise.
func (s *Settings) Hints() []draw.Hint {
	hints := s.ownHints()
	for i, h := range hints {
		if h.Key != "" || len(s.Labels(*s.KeyMap.Of(h.Action))) > 0 {
			continue
		}
		usual := keymap.Usual().Of(h.Action).Keys
		if n := slices.IndexFunc(usual, func(key string) bool { return !s.isOfUse(s.KeyMap.ActionOf(key)) }); n >= 0 {
			hints[i].Key = usual[n]
		}
	}
	return hints
}

// ownHints returns the keys of the settings in their own words.
func (s *Settings) ownHints() []draw.Hint {
	say := s.Words.Looks
	c, _ := s.Choose()
	switch {
	case s.waits != nil:
		return []draw.Hint{{Key: "esc", Says: say.Keys.GiveUp}}
	case c.isOfKeys():
		return []draw.Hint{
			{Action: keymap.Onward, Says: say.Keys.Change}, {Action: keymap.Widen, Says: say.Keys.Add},
			{Action: keymap.Narrow, Says: say.Keys.Drop}, {Action: keymap.Remove, Says: say.Keys.Usual},
			{Action: keymap.NextPane, Says: say.Keys.NextGroup}, {Action: keymap.Back},
		}
	default:
		return []draw.Hint{
			{Action: keymap.Widen, Says: say.NextValue}, {Action: keymap.Narrow, Says: say.PreviousValue},
			{Action: keymap.NextPane, Says: say.Keys.NextGroup},
			{Action: keymap.Down}, {Action: keymap.Up}, {Action: keymap.Back},
		}
	}
}

// Update chooses a setting and changes it.
func (s *Settings) Update(msg tea.Msg) Action {
	if s.waits != nil {
		return s.takeKey(msg)
	}
	if key, ok := msg.(Key); ok && !s.isOfUse(key.Action) { // no choice of keys is one that cannot be undone
		key.Action, key.At, _ = keymap.Usual().Bound(key.Press, s.Board)
		msg = key
	}
	a, out := s.take(msg)
	if a == "" {
		return out
	}
	c, _ := s.Choose()
	switch {
	case a == keymap.NextPane || a == keymap.PreviousPane:
		s.nextGroup(a == keymap.NextPane)
		return nil
	case c.isOfKeys() && slices.Contains([]keymap.Action{keymap.Onward, keymap.Widen, keymap.Narrow, keymap.Remove}, a):
		return s.changeKeys(&c, a)
	case a == keymap.Onward || a == keymap.Widen:
		return Step{c.Name, 1}
	case a == keymap.Narrow:
		return Step{c.Name, -1}
	default:
		before := s.Selected
		s.Act(a, s.visible(s.ScreenRows()))
		s.leaveRow(s.Selected - before)
		return nil
	}
}

// visible returns how many rows of settings a screen of a height has.
func (s *Settings) visible(height int) int {
	return max(1, height-draw.HeadRows-1-s.explainedRows())
}
