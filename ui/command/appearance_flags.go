package command

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/ui/keyboard"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/looks"
	"github.com/warraq/warraq/ui/settings"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/theme"
)

// appearanceFlags holds the flags that say how the reader looks.
type appearanceFlags struct {
	measure, spacing          int
	list, related             int
	theme, tashkeel, keyboard string
	pictures, view            string
	welcome, follow, mouse    bool
	compact, preview          bool
}

// flags declares them on a command.
func (l *appearanceFlags) flags(c *cobra.Command) {
	f := c.Flags()
	f.IntVar(&l.measure, "measure", looks.DefaultMeasure, "")
	f.StringVar(&l.theme, "theme", looks.AutoTheme, "auto|"+strings.Join(themeNames(theme.All()), "|"))
	f.StringVar(&l.tashkeel, "tashkeel", "show", strings.Join(looks.TashkeelLevels(), "|"))
	f.StringVar(&l.pictures, "pictures", looks.AutoPictures, strings.Join(pictureNames(), "|"))
	f.StringVar(&l.view, "view", looks.CellView, looks.CellView+"|"+looks.PrintView)
	f.BoolVar(&l.follow, "follow", false, "")
	f.BoolVar(&l.compact, "compact", false, "")
	f.BoolVar(&l.preview, "preview", true, "")
	f.BoolVar(&l.welcome, "welcome", true, "")
	f.BoolVar(&l.mouse, "mouse", true, "")
	f.IntVar(&l.list, "list-width", 0, "")
	f.IntVar(&l.related, "related-width", 0, "")
	f.IntVar(&l.spacing, "spacing", looks.DefaultSpacing, "")
	f.StringVar(&l.keyboard, "keyboard", "auto", "auto|latin|arabic|arabic-mac|persian|urdu|hebrew")
}

// looks are the flags as the reader takes them, among the themes that there are.
func (l *appearanceFlags) looks(themes []theme.Theme) (looks.Looks, error) {
	chosen := looks.Looks{Measure: l.measure, ThemeName: l.theme, Spacing: l.spacing, Mouse: l.mouse, Follow: l.follow, Compact: l.compact, Preview: l.preview, Pictures: l.pictures, View: l.view, ListWidth: l.list, RelatedWidth: l.related}
	for _, number := range []struct {
		flag               string
		value, least, most int
	}{
		{"list-width", l.list, 0, noUpperBound}, {"related-width", l.related, 0, noUpperBound},
		{"measure", l.measure, 1, noUpperBound}, {"spacing", l.spacing, 0, looks.MostSpacing},
	} {
		if err := inRange(number.flag, number.value, number.least, number.most); err != nil {
			return chosen, err
		}
	}
	layouts := append(keyboard.Layouts(), "auto")
	if !slices.Contains(layouts, keyboard.Layout(l.keyboard)) {
		return chosen, usageError{valueError{"--keyboard", l.keyboard, choiceError{layoutNames(layouts)}}}
	}
	if !slices.Contains(pictureNames(), l.pictures) {
		return chosen, usageError{valueError{"--pictures", l.pictures, choiceError{pictureNames()}}}
	}
	if views := []string{looks.CellView, looks.PrintView}; !slices.Contains(views, l.view) {
		return chosen, usageError{valueError{"--view", l.view, choiceError{views}}}
	}
	names := append([]string{looks.AutoTheme}, themeNames(themes)...)
	if !slices.Contains(names, l.theme) {
		return chosen, usageError{valueError{"--theme", l.theme, choiceError{names}}}
	}
	if levels := looks.TashkeelLevels(); !slices.Contains(levels, l.tashkeel) {
		return chosen, usageError{valueError{"--tashkeel", l.tashkeel, choiceError{levels}}}
	}
	chosen.SetTashkeel(l.tashkeel)
	return chosen, nil
}

// layout is the keyboard's that is told of, "" for none.
func (l *appearanceFlags) layout() keyboard.Layout {
	if l.keyboard == "auto" {
		return ""
	}
	return keyboard.Layout(l.keyboard)
}

func pictureNames() []string {
	return append([]string{looks.AutoPictures}, terminal.GraphicsNames()...)
}

func layoutNames(layouts []keyboard.Layout) []string {
	names := make([]string, len(layouts))
	for i, l := range layouts {
		names[i] = string(l)
	}
	return names
}

func themeNames(themes []theme.Theme) []string {
	names := make([]string, len(themes))
	for i, t := range themes {
		names[i] = t.Name
	}
	return names
}

// themes are Warraq's and the user's own, which lie in the folder “themes” beside
// the settings file, a TOML file each. One that is wrong is named and left out.
func (e *env) themes() []theme.Theme {
	if e.allThemes != nil {
		return e.allThemes
	}
	all := theme.All()
	folder := filepath.Join(filepath.Dir(e.configPath), "themes")
	files, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		e.say(&settings.Error{Path: folder, Why: err})
	}
	for _, f := range files {
		name, ok := strings.CutSuffix(f.Name(), ".toml")
		if !ok {
			continue
		}
		path := filepath.Join(folder, f.Name())
		data, err := settings.ReadFile(path)
		var t theme.Theme
		if err == nil {
			t, err = theme.Parse(name, data)
		}
		if err != nil {
			wrong := &settings.Error{Path: path, Why: err}
			if at, ok := errors.AsType[*theme.FileError](err); ok {
				wrong.Line, wrong.Column, wrong.Why = at.Line, at.Column, at.Why
			}
			e.say(wrong)
			continue
		}
		all = append(all, t)
	}
	e.allThemes = all
	return all
}

// lastingFlags are the settings that the reader can change for its next start: those
// of which the values are known and that it does not change at once.
func lastingFlags(c *cobra.Command) (all []looks.Lasting) {
	for _, name := range settingNames(c) {
		f := c.Flag(name)
		values := flagChoices(f)
		if f.Value.Type() == "bool" {
			values = []string{"false", "true"}
		}
		if values != nil && !slices.Contains(looks.Names(), name) {
			all = append(all, looks.Lasting{Name: name, Values: values, Now: f.Value.String()})
		}
	}
	return all
}

// greeted writes down that the welcome has been shown, so that it is not shown
// again; where that cannot be, it is not shown at all.
func (e *env) greeted() error {
	return e.keep(map[string]string{"welcome": "false"})
}

// keepForm writes down the form that was chosen in the reader for a terminal,
// beside what else is said of it.
func (e *env) keepForm(id string) func(terminal.Form) error {
	return func(form terminal.Form) error {
		word := e.terminals[id]
		word.form = form.String()
		return e.keepWord(id, word)
	}
}

// keepKeys writes down the keys of actions that were changed in the reader.
func (e *env) keepKeys(changed []keymap.Rebound) error {
	var changes []settings.Change
	for _, c := range changed {
		changes = slices.DeleteFunc(changes, func(before settings.Change) bool { return before.Key == c.Action })
		keys := slices.DeleteFunc(slices.Clone(c.Keys), func(key string) bool { return key == keymap.AlwaysQuits })
		changes = append(changes, settings.Change{Key: c.Action, Values: keys, Removed: c.Usual})
	}
	return settings.ChangeIn(e.configPath, []string{"keys"}, changes)
}

// keep writes down what was chosen in the reader.
func (e *env) keep(chosen map[string]string) error {
	var changes []settings.Change
	for _, key := range slices.Sorted(maps.Keys(chosen)) {
		changes = append(changes, settings.Change{Key: key, Values: []string{chosen[key]}})
	}
	return settings.ChangeIn(e.configPath, nil, changes)
}
