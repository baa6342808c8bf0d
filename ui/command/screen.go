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
func (e *env) preferred(how laying) func(terminal.Terminal) terminal.Terminal {
	return func(t terminal.Terminal) terminal.Terminal {
		t = e.prefer(t)
		how.word().overrule(&t)
		return t
	}
}

// program is what a full-screen program needs to run in a terminal. The output is
// to be closed behind it.
func (e *env) program(found terminal.Terminal, keys *os.File) (out *bubble.Output, profile colorprofile.Profile, options []tea.ProgramOption) {
	out = bubble.NewOutput(found, e.Out)
	profile = display.ProfileOf(colorprofile.Detect(e.Out, os.Environ()), &found)
	sent := profile
	if found.Form == terminal.Alternate {
		sent = colorprofile.TrueColor
	}
	options = []tea.ProgramOption{tea.WithInput(terminal.NewInput(keys)), tea.WithOutput(out), tea.WithFilter(out.Filter), tea.WithColorProfile(sent)}
	return out, profile, options
}
