package dialog

import (
	"slices"

	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"

	tea "charm.land/bubbletea/v2"
)

// Setting is a setting that can be changed while one reads.
type Setting struct {
	Name  string        // "" for the heading of a group
	Group string        // that it belongs to, by its name in the words of the interface
	Now   func() string // its value
}

// isHeading tells that it is the heading of a group, which cannot be selected.
func (c *Setting) isHeading() bool { return c.Name == "" }

// Settings shows the settings with their values, to be changed.
type Settings struct {
	baseScreen
	draw.Menu[Setting]
	path string
}

// NewSettings returns the screen of some settings, those of a group behind each other, with
// a heading above each group. They are kept in a file, "" for nowhere.
func NewSettings(c *draw.Canvas, list []Setting, path string) *Settings {
	s := &Settings{baseScreen: baseScreen{Canvas: c, opener: keymap.Settings}, path: path}
	group := ""
	for _, one := range list {
		if one.Group != group {
			group = one.Group
			s.Items = append(s.Items, Setting{Group: group})
		}
		s.Items = append(s.Items, one)
	}
	s.leaveHeading(1)
	s.point = func(row int) bool {
		before := s.Cursor
		if !s.PointAt(row, draw.HeadRows) || s.Items[s.Selected].isHeading() {
			s.Cursor = before
			return false
		}
		return true
	}
	return s
}

// leaveHeading selects the setting behind a heading that is selected, or the one before it
// where steps lead back; behind the first heading, whichever way they lead.
func (s *Settings) leaveHeading(steps int) {
	if s.Selected >= len(s.Items) || !s.Items[s.Selected].isHeading() {
		return
	}
	if s.Selected == 0 || steps > 0 {
		s.Selected++
	} else {
		s.Selected--
	}
}

// Footer gives the keys of the settings.
func (s *Settings) Footer() []keymap.Action {
	return []keymap.Action{keymap.Widen, keymap.Narrow, keymap.Down, keymap.Up, keymap.Back}
}

// Hints returns the keys of the settings in their own words: what widens and narrows the text
// elsewhere goes through the values here.
func (s *Settings) Hints() []draw.Hint {
	say := s.Words.Looks
	return []draw.Hint{
		{Action: keymap.Widen, Says: say.NextValue}, {Action: keymap.Narrow, Says: say.PreviousValue},
		{Action: keymap.Down}, {Action: keymap.Up}, {Action: keymap.Back},
	}
}

// Update chooses a setting and changes it.
func (s *Settings) Update(msg tea.Msg) Action {
	a, out := s.take(msg)
	if a == "" {
		return out
	}
	switch c, _ := s.Choose(); a {
	case keymap.Onward, keymap.Widen:
		return Step{c.Name, 1}
	case keymap.Narrow:
		return Step{c.Name, -1}
	default:
		before := s.Selected
		s.Act(a, max(1, s.ScreenRows()-draw.HeadRows-explainedRows))
		s.leaveHeading(s.Selected - before)
		return nil
	}
}

// explainedRows are the rows of what the selected setting is for, with the free one above.
const explainedRows = 3

// explanation says what the selected setting is for, in as many rows whatever it is, so that
// nothing below jumps.
func (s *Settings) explanation(width int) []draw.Row {
	rows := []draw.Row{draw.Blank(width, rtl.Style{})}
	if c, ok := s.Choose(); ok {
		rows = append(rows, s.Prose(s.Words.Manual.Options[c.Name], s.Styles.Muted, width)...)
	}
	for len(rows) < explainedRows {
		rows = append(rows, draw.Blank(width, rtl.Style{}))
	}
	return rows[:explainedRows]
}

// View draws the settings.
func (s *Settings) View(width, height int) []draw.Row {
	say := s.Words.Looks
	columns := 0
	for _, c := range s.Items {
		if c.isHeading() {
			continue
		}
		columns = max(columns, int(rtl.StringWidth(say.Names[c.Name])))
	}
	columns = min(columns, width/2)
	visible := max(1, height-draw.HeadRows-explainedRows)
	if s.Selected == 1 && visible > 1 {
		s.Top = 0 // the first heading comes back into sight with what it stands above
	}
	rows := append(s.ScreenHead(say.Settings, width), s.Draw(visible, func(c Setting, selected bool) draw.Row {
		if c.isHeading() {
			return s.Inset(width, s.Label(width-2*draw.InsetColumns, rtl.Span{Text: say.Groups[c.Group], Style: s.Styles.Title}))
		}
		name := s.Label(columns, rtl.Span{Text: say.Names[c.Name], Style: s.Styles.Text})
		value := s.Natural(max(0, width-columns-2*draw.InsetColumns), rtl.Span{Text: say.Value(c.Name, c.Now()), Style: s.Styles.Accent})
		return s.Selectable(s.Inset(width, name, draw.Blank(2, rtl.Style{}), value), selected)
	})...)
	rows = append(rows, s.explanation(width)...)
	if s.path == "" {
		return rows
	}
	return slices.Concat(rows, []draw.Row{draw.Blank(width, rtl.Style{})}, s.Prose(say.KeptIn+" \u2068"+s.path+"\u2069", s.Styles.Muted, width))
}
