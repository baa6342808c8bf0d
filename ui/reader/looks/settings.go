package looks

import (
	"fmt"
	"slices"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/display"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/theme"
)

// Settings are what can be changed while one reads, with what was changed.
type Settings struct {
	*display.Display
	Looks
	// Changed are the values of the settings that were changed, to be kept; FormChanged
	// tells that the form of lines was, which is kept elsewhere.
	Changed     map[string]string
	FormChanged bool
	// Rebound are the actions whose keys were changed, to be kept; of one that was several
	// times the last holds.
	Rebound []keymap.Rebound
	// TextColumns returns how many columns the text has, and whether its pane has no room
	// for the whole measure; nil where there is none.
	TextColumns func() (columns int, narrower bool)

	path    string // of the file that they are kept in, "" for none
	themes  []theme.Theme
	choices []choice
}

// New returns the settings of a display: with some themes to choose from, nil for all there
// are, and with those that hold from the next start on.
func New(d *display.Display, l Looks, themes []theme.Theme, path string, lasting []Lasting) *Settings {
	s := &Settings{Display: d, Looks: l, themes: themes, path: path, choices: immediateChoices()}
	if s.Looks == (Looks{}) {
		s.Looks = Default()
	}
	if s.themes == nil {
		s.themes = theme.All()
	}
	for _, one := range lasting {
		s.choices = append(s.choices, one.choice())
	}
	d.Pictures = s.Looks.Pictures
	s.SetTerminal(d.Terminal)
	s.SetTheme()
	return s
}

// Names are the names of the settings that hold at once when they are changed in the reader.
func Names() (names []string) {
	for _, c := range immediateChoices() {
		names = append(names, c.name)
	}
	return names
}

// Effect is what is to be done after a change of the looks.
type Effect uint16

// The effects.
const (
	Relayout  Effect = 1 << iota // the panes get their sizes anew
	Relook                       // and the article is laid out anew
	Retheme                      // the article is shown in another theme
	Restyle                      // the article is styled anew, by other words
	TakeOff                      // what is drawn with pixels is drawn anew
	Repaint                      // all of the screen is drawn anew
	Reprofile                    // the terminal is sent another number of colours
	Refollow                     // the list goes to the open article, if it is to follow it
)

// Changed is the action that sees to the effects of a change.
type Changed struct{ Effects Effect }

// Step takes a setting to its next value, or to the one before where by is negative, and
// says so. Where it cannot be changed, it says why.
func (s *Settings) Step(name string, by int) dialog.Action {
	i := slices.IndexFunc(s.choices, func(c choice) bool { return c.name == name })
	c := &s.choices[i]
	if c.cannot != nil {
		if why := c.cannot(s); why != "" {
			return dialog.Say{Text: why}
		}
	}
	values := c.values(s)
	at := slices.Index(values, c.now(s))
	effects := c.set(s, values[(at+by+len(values))%len(values)])
	now := c.now(s)
	if !c.apart {
		s.Keep(name, now)
	}
	said := s.Words.Looks.Names[name] + ": " + s.Words.Looks.Value(name, now)
	if c.later {
		said += s.Words.Comma + s.Words.Looks.Later
	}
	return dialog.Many{Changed{effects}, dialog.Say{Text: said}}
}

// Keep notes that a setting has another value.
func (s *Settings) Keep(name, value string) {
	if s.Changed == nil {
		s.Changed = map[string]string{}
	}
	s.Changed[name] = value
}

// Open returns what shows all settings, group by group, and the keys of all actions: each by
// itself of the one whose keys are the digits.
func (s *Settings) Open() dialog.Action {
	var list []dialog.Setting
	for _, group := range settingGroups {
		for _, c := range s.choices {
			if c.group == group {
				list = append(list, dialog.Setting{Name: c.name, Group: group, Now: func() string { return c.now(s) }})
			}
		}
	}
	for category := range keymap.Categories {
		for _, b := range s.KeyMap.Bindings {
			if b.Category == category {
				list = append(list, keysOf(&b)...)
			}
		}
	}
	return dialog.Push{Dialog: dialog.NewSettings(s.Canvas, list, s.path)}
}

// keysOf returns what shows the keys of an action.
func keysOf(b *keymap.Binding) (list []dialog.Setting) {
	one := dialog.Setting{Name: string(b.Action), Group: KeysGroup, Category: b.Category}
	if b.Action != keymap.OpenRelated {
		return []dialog.Setting{one}
	}
	for range max(len(b.Keys), len(keymap.Usual().Of(b.Action).Keys)) {
		one.Place++
		list = append(list, one)
	}
	return list
}

// SetTerminal lays lines out for a terminal from now on.
func (s *Settings) SetTerminal(t terminal.Terminal) {
	s.Terminal = t
	s.Options.HideMarks, s.Options.Shaping = !t.KeepMarks || s.HideTashkeel, t.Shaping
	s.Options.PlainClusters = !t.Clusters
	s.Options.KeepShadda = t.KeepMarks && s.KeepShadda
}

// SetTheme takes the theme that is chosen, and tells whether it is another one than before.
func (s *Settings) SetTheme() bool {
	t, before := s.Pick(s.ThemeName, s.themes), s.Theme
	s.Theme, s.Styles = t, t.Styles()
	return t != before
}

// FitTheme takes the theme that is chosen, where it is another, and shows the article in it.
func (s *Settings) FitTheme() dialog.Action {
	if s.SetTheme() {
		return Changed{Retheme}
	}
	return nil
}

// Narrow makes the text narrower.
func (s *Settings) Narrow() dialog.Action { return s.Step("measure", -1) }

// Widen makes the text wider, as far as its pane lets it: no key is to do nothing that one
// sees. Where there are panes beside it, it says how they make room.
func (s *Settings) Widen(alone bool) dialog.Action {
	if _, narrower := s.textColumns(); !narrower {
		return s.Step("measure", 1)
	}
	said := s.Words.Looks.Widest
	if keys := s.Labels(*s.KeyMap.Of(keymap.Alone)); !alone && len(keys) > 0 {
		said += " " + fmt.Sprintf(s.Words.Looks.WiderAlone, "\u2068"+keys[0]+"\u2069")
	}
	return dialog.Say{Text: said}
}

// textColumns returns what [Settings.TextColumns] does, and the whole measure without it.
func (s *Settings) textColumns() (columns int, narrower bool) {
	if s.TextColumns == nil {
		return s.Measure, false
	}
	return s.TextColumns()
}

// NextForm sends the lines in the next form, for a terminal that was taken for another.
func (s *Settings) NextForm() dialog.Action {
	next := s.Terminal.Form.Next()
	if next == terminal.Logical { // which puts no cell where it belongs
		next = next.Next()
	}
	return dialog.Many{
		Changed{s.setForm(next)},
		dialog.Say{Text: s.Words.Form + " " + s.Words.Looks.Value("form", next.String())},
	}
}

// setForm sends lines in another form.
func (s *Settings) setForm(form terminal.Form) Effect {
	s.Terminal.Form = form
	s.FormChanged = true
	return Repaint | Reprofile
}

// CannotPrint says why articles cannot be shown as in print, "" where they can.
func (s *Settings) CannotPrint() string {
	if !s.ShowsPixels() {
		return s.Words.Looks.NoPrint
	}
	return ""
}

// Prints tells whether articles are shown as in print.
func (s *Settings) Prints() bool { return s.View == PrintView && s.ShowsPixels() }
