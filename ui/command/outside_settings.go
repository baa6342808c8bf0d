package command

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/warraq/warraq/ui/outside"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/settings"
	"github.com/warraq/warraq/ui/speech"
)

// outsideSettings are the programs that the settings name for what the reader hands out: the
// tables [listen] and [passage].
type outsideSettings struct {
	listen   []string
	passages []namedCommand
}

// namedCommand is a command by the name of its setting.
type namedCommand struct {
	name    string
	command []string
}

// isOutside tells the settings of these tables from others.
func isOutside(s settings.Setting) bool { return s.Path[0] == "listen" || s.Path[0] == "passage" }

// setOutside takes a setting of them. In [passage] every name is that of a command.
func (o *outsideSettings) setOutside(s settings.Setting) error {
	switch {
	case len(s.Path) != 2 || s.Path[0] == "listen" && s.Name() != "command":
		return unknownSettingError{strings.Join(s.Path, "."), []string{"[listen] command", "[passage] command, NAME"}}
	case s.Value() == "":
		return valueError{s.Name(), strings.Join(s.Values, ", "), errNoCommand}
	case s.Path[0] == "listen":
		o.listen = s.Values
		return checkPlaces(s, "text", "lang", "pace")
	default:
		o.passages = append(o.passages, namedCommand{s.Name(), s.Values})
		return checkPlaces(s, "text")
	}
}

// checkPlaces says which place in the arguments of a command, {text} say, is misspelt: it
// would be handed to the program as it stands. What is like none of the names is the
// program's own, and so is what stands within a word of it, as in the scripts of awk.
func checkPlaces(s settings.Setting, names ...string) error {
	for _, arg := range s.Values[min(1, len(s.Values)):] {
		for rest := arg; ; {
			before, after, found := strings.Cut(rest, "{")
			name, behind, closed := strings.Cut(after, "}")
			if !found || !closed {
				break
			}
			rest = behind
			if before != "" && !strings.ContainsAny(before[len(before)-1:], "=:/,") || slices.Contains(names, name) || !isMisspelt(name, names) {
				continue
			}
			places := make([]string, len(names))
			for i := range names {
				places[i] = "{" + names[i] + "}"
			}
			return valueError{s.Name(), "{" + name + "}", choiceError{places}}
		}
	}
	return nil
}

// isMisspelt tells whether a name is like one of some: one letter of three is another, or two
// of more, or the case is.
func isMisspelt(name string, names []string) bool {
	return slices.ContainsFunc(names, func(right string) bool {
		return editDistance(strings.ToLower(name), right) <= (len(right)-1)/2 && len(name) > 1
	})
}

// errNoCommand is a value that is to be a command.
var errNoCommand = errors.New("a list of the words of a command")

// The bounds of what a passage is handed to.
const (
	mostReply   = 64 << 10
	longestHand = 30 * time.Second
)

// handlers returns the programs that passages are handed to. One that the setting calls
// "command" has the name of its program.
func (o *outsideSettings) handlers(r *outside.Runner) (list []dialog.Handler) {
	for _, one := range o.passages {
		name := one.name
		if name == "command" {
			name = one.command[0]
		}
		list = append(list, dialog.Handler{Name: name, Hand: func(ctx context.Context, text string) (string, bool, error) {
			wrote, cut, err := r.Run(ctx, outside.Call{Command: one.command, Text: text, Most: mostReply, Within: longestHand})
			return string(wrote), cut, err
		}})
	}
	return list
}

// outsideSentence says what was wrong with a program that the reader ran.
func (e *env) outsideSentence(err *outside.Error) string {
	say, name := e.words.Programs, isolate(err.Name)
	switch {
	case errors.Is(err, outside.ErrHangs):
		return fmt.Sprintf(say.Hangs, name)
	case errors.Is(err, speech.ErrSilent):
		return fmt.Sprintf(say.Silent, name)
	case err.Said != "":
		return fmt.Sprintf(say.Failed, name, isolate(err.Said))
	default:
		return fmt.Sprintf(say.Failed, name, isolate(systemReason(err.Why)))
	}
}
