package command

import (
	"errors"
	"fmt"
	"strings"

	"warraq/articles"
	"warraq/store"
	"warraq/ui/words"
)

// sentence says an error in the user's language: what was wrong, where, and
// what to do. Errors of a kind that has no words here speak for themselves.
func (e *env) sentence(err error) string {
	say := e.words.Errors
	var dumb dumbTerminalError
	var wrong usageError
	switch {
	case errors.Is(err, errNoTerminal):
		return say.NoTerminal
	case errors.As(err, &dumb):
		return fmt.Sprintf(say.DumbTerminal, dumb.name)
	case errors.As(err, &wrong):
		return wrong.Error() + ". " + say.Usage
	}
	if input, ok := errors.AsType[*articles.InputError](err); ok {
		if p, ok := say.Inputs[input.Kind]; ok {
			where := input.Name
			if input.Line > 0 {
				where += fmt.Sprintf("، %s %d", say.Line, input.Line)
			}
			detail := input.Detail()
			if input.Line == 0 {
				detail = "" // the system's words for what the sentence says
			}
			return told(where, p, detail)
		}
	}
	if file, ok := errors.AsType[*store.Error](err); ok {
		if p, ok := say.Libraries[file.Kind]; ok {
			return told(file.Path, p, "")
		}
	}
	for kind, text := range say.Questions {
		if errors.Is(err, kind) {
			return text
		}
	}
	return err.Error()
}

// told puts a sentence together. The name stands in an isolate, so that it
// keeps its order in a line of either direction.
func told(where string, p words.Problem, detail string) string {
	var s strings.Builder
	s.WriteString("\u2068" + where + "\u2069: " + p.What)
	if detail != "" {
		s.WriteString(" (\u2068" + detail + "\u2069)")
	}
	s.WriteString(". " + p.Do + ".")
	return s.String()
}
