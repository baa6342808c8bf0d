package command

import (
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/ui/reader/display"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/terminal/bubble"
)

// preferred is what the user's word makes of a terminal: that of the settings,
// then that of the flags.
func (e *env) preferred(how layoutFlags) func(terminal.Terminal) terminal.Terminal {
	return func(t terminal.Terminal) terminal.Terminal {
		t = e.prefer(t)
		how.word().overrule(&t)
		return t
	}
}

// profilesOf returns how many colours a terminal has, of which the environment says so many,
// and as how many they are sent: the form that tells letters apart by them needs all.
func profilesOf(said colorprofile.Profile, found *terminal.Terminal) (has, sent colorprofile.Profile) {
	has = display.ProfileOf(said, found)
	if found.Form == terminal.Alternate {
		return has, colorprofile.TrueColor
	}
	return has, has
}

// program is what a full-screen program needs to run in a terminal, which is not asked again.
// The output is to be closed behind it.
func (e *env) program(found terminal.Terminal, keys *os.File) (out *bubble.Output, profile colorprofile.Profile, options []tea.ProgramOption) {
	e.found, e.isFound = found, true
	out = bubble.NewOutput(found, e.Out)
	profile, sent := profilesOf(colorprofile.Detect(e.Out, os.Environ()), &found)
	options = []tea.ProgramOption{tea.WithInput(terminal.NewInput(keys)), tea.WithOutput(out), tea.WithFilter(out.Filter), tea.WithColorProfile(sent)}
	return out, profile, options
}
