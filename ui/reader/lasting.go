package reader

import (
	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/terminal"
)

// Lasting is a setting that holds from the next start on.
type Lasting struct {
	Name   string
	Values []string // that it can have
	Now    string
}

// Settings are the names of the settings that hold at once when they are changed
// in the reader.
func Settings() (names []string) {
	for _, c := range settingChoices() {
		names = append(names, c.name)
	}
	return names
}

// choice is the setting among those that can be changed.
func (l Lasting) choice() settingChoice {
	return settingChoice{
		name: l.Name, values: fixedValues(l.Values...), later: true,
		now: func(app *App) string {
			if v, ok := app.chosen[l.Name]; ok {
				return v
			}
			return l.Now
		},
		set: func(app *App, v string) tea.Cmd { app.keepSetting(l.Name, v); return nil },
	}
}

// forms are the names of the forms of a line that one can choose: all but the one
// that puts no cell where it belongs.
func forms(*App) (names []string) {
	for f := terminal.Visual; len(names) == 0 || f != terminal.Visual; f = f.Next() {
		if f != terminal.Logical {
			names = append(names, f.String())
		}
	}
	return names
}

// setForm sends lines in another form.
func (app *App) setForm(form terminal.Form) tea.Cmd {
	app.term.Form = form
	app.formChosen = true
	app.pixels.Repaint()
	return app.fitProfile()
}
