package command

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/spf13/pflag"
	"github.com/warraq/warraq/ui/terminal"
)

// The ways in which a command line can be wrong.
type (
	// unknownCommandError is a name that is none, with those that are like it.
	unknownCommandError struct {
		name        string
		suggestions []string
	}
	// argumentsError says that a command got too few arguments, or too many.
	argumentsError struct {
		usage string
		few   bool
	}
	// flagError is a flag that was not understood.
	flagError struct {
		command *cobra.Command
		why     error
	}
	// valueError is a value that a flag, an argument or a setting does not take. Why
	// says what it takes.
	valueError struct {
		name, value string
		why         error
	}
)

// What flags and settings take.
type (
	choiceError struct{ among []string }
	// rangeError is a number out of its bounds; a most below least is none.
	rangeError struct{ least, most int }
	limitError struct{ names []string }
)

var (
	errNoNumber = errors.New("a whole number")
	errNoSize   = errors.New("a number above 0, with K, M or G")
	errNoDay    = errors.New("a day, a month or a year")
	errSeveral  = errors.New("one value")
)

func (u unknownCommandError) Error() string { return "there is no command " + u.name }

func (a argumentsError) Error() string {
	if a.few {
		return "too few arguments: " + a.usage
	}
	return "too many arguments: " + a.usage
}

func (f flagError) Error() string  { return f.why.Error() }
func (f flagError) Unwrap() error  { return f.why }
func (v valueError) Error() string { return fmt.Sprintf("%s %q: %v", v.name, v.value, v.why) }
func (v valueError) Unwrap() error { return v.why }

func (c choiceError) Error() string { return "one of " + strings.Join(c.among, ", ") }
func (l limitError) Error() string  { return "NAME=NUMBER, of " + strings.Join(l.names, ", ") }

func (r rangeError) Error() string {
	if r.most < r.least {
		return fmt.Sprintf("%d or more", r.least)
	}
	return fmt.Sprintf("%d to %d", r.least, r.most)
}

// suggestCommand is the error of a first argument that is neither a path nor a command, but
// much like one.
func suggestCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 || args[0] == "" || strings.ContainsAny(args[0], `./\`) || args[0] == "-" {
		return nil
	}
	if _, err := os.Lstat(args[0]); err == nil || !errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if suggestions := root.SuggestionsFor(args[0]); len(suggestions) > 0 {
		return usageError{unknownCommandError{args[0], suggestions}}
	}
	return nil
}

// usageSentence says what is wrong with a command line.
func (e *env) usageSentence(err error) string {
	say := e.words.Errors.CommandLine
	if unknown, ok := errors.AsType[unknownCommandError](err); ok {
		return fmt.Sprintf(say.UnknownCommand, e.quoted(unknown.name)) + e.didYouMean(unknown.suggestions)
	}
	if wrong, ok := errors.AsType[argumentsError](err); ok {
		if wrong.few {
			return fmt.Sprintf(say.TooFew, isolateLTR(wrong.usage))
		}
		return fmt.Sprintf(say.TooMany, isolateLTR(wrong.usage))
	}
	if wrong, ok := errors.AsType[valueError](err); ok {
		return fmt.Sprintf(say.WrongValue, isolateLTR(wrong.name), e.quoted(wrong.value), e.takes(wrong.why))
	}
	if flag, ok := errors.AsType[flagError](err); ok {
		return e.flagSentence(flag)
	}
	if errors.Is(err, errNoSyncFolder) {
		return e.words.Sync.NoFolder
	}
	if errors.Is(err, errNeedsFolder) {
		return say.NeedsFolder
	}
	if errors.Is(err, errNeedsFile) {
		return say.NeedsFile
	}
	return err.Error()
}

// takes says which values a flag or a setting takes.
func (e *env) takes(why error) string {
	say := e.words.Errors.Takes
	if choice, ok := errors.AsType[choiceError](why); ok {
		return fmt.Sprintf(say.OneOf, isolateLTR(strings.Join(choice.among, ", ")))
	}
	if limit, ok := errors.AsType[limitError](why); ok {
		return fmt.Sprintf(say.Limit, isolateLTR(strings.Join(limit.names, ", ")))
	}
	if bounds, ok := errors.AsType[rangeError](why); ok {
		if bounds.most < bounds.least {
			return fmt.Sprintf(say.AtLeast, bounds.least)
		}
		return fmt.Sprintf(say.Between, bounds.least, bounds.most)
	}
	switch {
	case errors.Is(why, errNoNumber):
		return say.Number
	case errors.Is(why, errNoDay):
		return say.Day
	case errors.Is(why, errNoSize):
		return say.Size
	case errors.Is(why, errSeveral):
		return say.OneValue
	case errors.Is(why, terminal.ErrWidths):
		return say.Widths
	case errors.Is(why, errNoCommand):
		return say.Command
	default:
		return isolate(why.Error())
	}
}

// typeError says what values of a flag's type are, one of which it was not given.
func typeError(f *pflag.Flag) error {
	if f.Value.Type() == "bool" {
		return choiceError{[]string{"true", "false"}}
	}
	return errNoNumber
}

func (e *env) flagSentence(err flagError) string {
	say := e.words.Errors.CommandLine
	if unknown, ok := errors.AsType[*pflag.NotExistError](err); ok {
		name := unknown.GetSpecifiedName()
		if letters := unknown.GetSpecifiedShortnames(); letters != "" {
			return fmt.Sprintf(say.UnknownFlag, e.quoted("-"+letters))
		}
		var like []string
		for _, set := range []*pflag.FlagSet{err.command.Flags(), err.command.InheritedFlags()} {
			set.VisitAll(func(f *pflag.Flag) {
				if editDistance(name, f.Name) <= 2 || len(name) > 2 && strings.HasPrefix(f.Name, name) {
					like = append(like, "--"+f.Name)
				}
			})
		}
		slices.Sort(like)
		return fmt.Sprintf(say.UnknownFlag, e.quoted("--"+name)) + e.didYouMean(slices.Compact(like))
	}
	if missing, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return fmt.Sprintf(say.NeedsValue, e.quoted("--"+missing.GetSpecifiedName()))
	}
	if wrong, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return e.usageSentence(valueError{"--" + wrong.GetFlag().Name, wrong.GetValue(), typeError(wrong.GetFlag())})
	}
	return fmt.Sprintf(say.NotUnderstood, e.quoted(err.Error()))
}

// didYouMean asks whether one of these was meant.
func (e *env) didYouMean(these []string) string {
	if len(these) == 0 {
		return ""
	}
	return ". " + fmt.Sprintf(e.words.Errors.CommandLine.DidYouMean, isolateLTR(strings.Join(these, ", ")))
}

// quoted is what was typed, as a part of a sentence in either direction.
func (e *env) quoted(text string) string {
	return isolate(e.words.Quotes[0] + text + e.words.Quotes[1])
}

// editDistance is the number of letters to change, put in or take out to make one word
// of another (Levenshtein).
func editDistance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, s := range to {
			change := diagonal
			if r != s {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, diagonal+1)
		}
	}
	return row[len(to)]
}
