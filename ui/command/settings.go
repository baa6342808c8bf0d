package command

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/settings"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/theme"
)

// makesSettings marks the commands that write the settings file, which need not
// be there for them.
const makesSettings = "makes settings"

// preference is the user's word on how a terminal is written to, and what was measured of how
// wide it counts, in which version of it. "" says nothing.
type preference struct{ form, shape, marks, reordering, widths, version string }

// preferenceNames are the settings of a terminal, in the order in which they are written.
func preferenceNames() []string {
	return []string{"form", "reordering", "shape", "marks", "widths", "version"}
}

// field is the place of a setting of a terminal, nil if there is none of that
// name.
func (p *preference) field(name string) *string {
	switch name {
	case "form":
		return &p.form
	case "shape":
		return &p.shape
	case "marks":
		return &p.marks
	case "reordering":
		return &p.reordering
	case "widths":
		return &p.widths
	case "version":
		return &p.version
	default:
		return nil
	}
}

// changes are the settings of a terminal as they are written to the file, those that say
// nothing taken out.
func (p preference) changes() (changes []settings.Change) {
	for _, name := range preferenceNames() {
		value := *p.field(name)
		changes = append(changes, settings.Change{Key: name, Values: []string{value}, Removed: value == ""})
	}
	return changes
}

// overrule puts the user's word above what was found out of the terminal.
func (p preference) overrule(t *terminal.Terminal) {
	if widths, err := terminal.ParseWidths(p.widths); err == nil && p.version == t.Version {
		*t = t.WithWidths(widths)
	}
	if form, err := terminal.ParseForm(p.form); err == nil {
		*t = t.WithForm(form)
	}
	if shaping, ok := shapeNames[p.shape]; ok && p.shape != "auto" {
		t.Shaping = shaping
	}
	switch p.marks {
	case "keep":
		t.KeepMarks = true
	case "hide":
		t.KeepMarks = false
	}
	if p.reordering == leaveReordering {
		t.Off, t.On = "", ""
	}
}

// leaveReordering has a terminal's own reordering left as it is.
const leaveReordering = "leave"

// prefer is what the settings say of a terminal: of all, then of this one.
func (e *env) prefer(t terminal.Terminal) terminal.Terminal {
	e.everywhere.overrule(&t)
	e.terminals[t.ID].overrule(&t)
	return t
}

// configure takes the settings for the flags that were not given. What is wrong
// with one of them is said, and the others hold.
func (e *env) configure(c *cobra.Command) error {
	s, err := e.settings(c.Annotations[makesSettings] != "")
	if err != nil {
		return err
	}
	for _, setting := range s.In() {
		if err := e.set(c, setting); err != nil {
			e.say(s.Wrong(setting, err))
		}
	}
	for _, setting := range s.Tables() {
		if err := e.setOf(setting); err != nil {
			e.say(s.Wrong(setting, err))
		}
	}
	var wrong []error
	e.keys, wrong = keymap.Choose(e.chosenKeys)
	for i, err := range wrong {
		if err != nil {
			e.say(s.Wrong(e.keysFrom[i], err))
		}
	}
	return nil
}

// settings reads the settings file. One that the user named has to be there.
func (e *env) settings(mayBeMissing bool) (*settings.Settings, error) {
	if e.configPath == "" {
		e.configPath = e.Getenv("WARRAQ_CONFIG")
	}
	if e.configPath == "" {
		e.configPath, mayBeMissing = settings.DefaultPath(), true
	}
	s, err := settings.Read(e.configPath)
	switch {
	case err == nil, mayBeMissing && (errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)):
		return s, nil
	default:
		return s, err
	}
}

// unknownSettingError is a name that means nothing.
type unknownSettingError struct {
	name  string
	there []string
}

func (u unknownSettingError) Error() string {
	return fmt.Sprintf("there is no setting %s: there are %s", u.name, strings.Join(u.there, ", "))
}

// notSettings are flags that say what is to be done now.
var notSettings = []string{"config", "help", "log", "no-pager", "version"}

// set takes a setting outside of tables: one of all terminals, or a flag.
func (e *env) set(c *cobra.Command, setting settings.Setting) error {
	name, value := setting.Name(), setting.Value()
	if names := settingNames(c.Root()); !slices.Contains(names, name) {
		return unknownSettingError{name, names}
	}
	if len(setting.Values) != 1 {
		return valueError{name, strings.Join(setting.Values, ", "), errSeveral}
	}
	if err := e.check(name, value); err != nil {
		return valueError{name, value, err}
	}
	if place := e.everywhere.field(name); place != nil {
		*place = value
		return nil
	}
	if name == "library" && e.Getenv("WARRAQ_LIBRARY") != "" || name == "lang" && e.Getenv("WARRAQ_LANG") != "" {
		return nil
	}
	mine := c.Flags().Lookup(name)
	if mine == nil || mine.Changed {
		return nil
	}
	if err := mine.Value.Set(value); err != nil {
		return valueError{name, value, err}
	}
	return nil
}

// check tells what a setting takes, if not this value.
func (e *env) check(name, value string) error {
	var reading readerFlags
	all := env{Streams: e.Streams}
	c := &cobra.Command{}
	reading.declare(c)
	all.flags(c)
	flag := c.Flag(name)
	if flag.Value.Set(value) != nil {
		return typeError(flag)
	}
	themes := theme.All()
	if name == "theme" {
		themes = e.themes()
	}
	_, err := reading.options()
	if err == nil {
		_, err = reading.looks(themes)
	}
	if err == nil {
		_, err = all.language()
	}
	if err == nil {
		_, err = all.monthNames()
	}
	if wrong, ok := errors.AsType[valueError](err); ok {
		return wrong.why
	}
	return err
}

// settingNames are the names that a setting may have.
func settingNames(c *cobra.Command) (names []string) {
	add := func(f *pflag.Flag) {
		if !slices.Contains(notSettings, f.Name) {
			names = append(names, f.Name)
		}
	}
	c.Flags().VisitAll(add)
	c.PersistentFlags().VisitAll(add)
	slices.Sort(names)
	return slices.Compact(names)
}

// setOf takes a setting in a table: of one terminal, or the keys of an action.
func (e *env) setOf(setting settings.Setting) error {
	if len(setting.Path) == 2 && setting.Path[0] == "keys" {
		e.chosenKeys = append(e.chosenKeys, keymap.Chosen{Action: setting.Name(), Keys: setting.Values})
		e.keysFrom = append(e.keysFrom, setting)
		return nil
	}
	if isOfFeeds(setting) {
		return e.setOfFeeds(setting)
	}
	if isOutside(setting) {
		return e.outside.setOutside(setting)
	}
	if setting.Path[0] == "sync" {
		return e.setOfSync(setting)
	}
	if setting.Path[0] == "serve" {
		return e.setOfServe(setting)
	}
	var p preference
	if len(setting.Path) != 3 || setting.Path[0] != "terminals" {
		return unknownSettingError{strings.Join(setting.Path, "."), []string{"keys", `terminals."NAME"`, "feeds", "rule", "sync", "serve", "listen", "passage"}}
	}
	terminal, name, value := setting.Path[1], setting.Name(), setting.Value()
	if p.field(name) == nil {
		return unknownSettingError{name, preferenceNames()}
	}
	if err := e.checkOfTerminal(name, value); err != nil {
		return valueError{name, value, err}
	}
	if e.terminals == nil {
		e.terminals = map[string]preference{}
	}
	p = e.terminals[terminal]
	*p.field(name) = value
	e.terminals[terminal] = p
	return nil
}

// checkOfTerminal tells what a setting of a terminal takes, if not this value.
func (e *env) checkOfTerminal(name, value string) error {
	switch name {
	case "version":
		return nil
	case "widths":
		_, err := terminal.ParseWidths(value)
		return err
	case "reordering":
		if value != "auto" && value != leaveReordering {
			return choiceError{[]string{"auto", leaveReordering}}
		}
		return nil
	default:
		return e.check(name, value)
	}
}
