package command

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/syncing"
	"github.com/warraq/warraq/ui/outside"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/run"
	"github.com/warraq/warraq/ui/settings"
	"github.com/warraq/warraq/ui/terminal/bubble"
	"github.com/warraq/warraq/ui/typeset/faces"
	"github.com/warraq/warraq/ui/words"
)

// sentence says an error in the user's language: what was wrong, where, and
// what to do. Errors of a kind that has no words here speak for themselves.
func (e *env) sentence(err error) string {
	say := e.words.Errors
	var dumb dumbTerminalError
	var starting run.StartError
	var wrong usageError
	var interrupted interruptedError
	var copying backupError
	if crash, ok := errors.AsType[*bubble.CrashError](err); ok {
		return e.crashSentence(crash)
	}
	if stopped, ok := errors.AsType[bubble.SignalError](err); ok {
		return fmt.Sprintf(say.Stopped, isolate(stopped.Signal.String()))
	}
	if program, ok := errors.AsType[*outside.Error](err); ok {
		return e.outsideSentence(program)
	}
	var hook hookError
	switch {
	case errors.Is(err, errNothingReads):
		return e.words.Listen.None
	case errors.Is(err, errNothingToRead):
		return e.words.Listen.NoText
	case errors.As(err, &hook):
		return fmt.Sprintf(e.words.Feeds.Hook, isolate(hook.command), isolate(hook.why.Error()))
	case errors.As(err, &copying):
		return e.backupSentence(copying)
	case errors.Is(err, errNoTerminal):
		return say.NoTerminal
	case errors.Is(err, errNoScreen):
		return say.NoScreen
	case errors.As(err, &starting):
		return problemLine(starting.Name, say.Unstarted, systemReason(starting.Why))
	case errors.As(err, &dumb):
		return fmt.Sprintf(say.DumbTerminal, dumb.name)
	case errors.As(err, &interrupted):
		return fmt.Sprintf(e.words.Progress.Interrupted, e.words.Count(interrupted.added, e.words.ArticleNoun))
	case errors.As(err, &wrong):
		said := e.usageSentence(wrong.error)
		if !strings.HasSuffix(said, "?") && !strings.HasSuffix(said, "؟") {
			said += "."
		}
		return said + " " + say.Usage
	}
	if input, ok := errors.AsType[*articles.InputError](err); ok {
		if p, ok := say.Inputs[input.Kind]; ok {
			where := input.Name
			if input.Line > 0 {
				where += fmt.Sprintf("%s%s %d", e.words.Comma, say.Line, input.Line)
			}
			return problemLine(where, p, e.detail(input))
		}
	}
	if several, ok := errors.AsType[feedsError](err); ok {
		return e.feedsSentence(several)
	}
	if stopped, ok := errors.AsType[fetchStoppedError](err); ok {
		return fmt.Sprintf(e.words.Feeds.Interrupted, e.words.Count(stopped.articles, e.words.Feeds.NewArticles))
	}
	if asked, ok := errors.AsType[*web.Error](err); ok {
		if s, ok := e.webSentence(asked); ok {
			return s
		}
	}
	if setting, ok := errors.AsType[*settings.Error](err); ok {
		return e.settingSentence(setting)
	}
	if file, ok := errors.AsType[*store.Error](err); ok {
		if p, ok := say.Libraries[file.Kind]; ok {
			return problemLine(file.Path, p, "")
		}
	}
	if folder, ok := errors.AsType[*syncing.Error](err); ok {
		if p, ok := e.words.Sync.Problems[folder.Kind]; ok {
			return problemLine(folder.Path, p, "")
		}
	}
	if silent, ok := errors.AsType[passphraseError](err); ok {
		return fmt.Sprintf(e.words.Sync.Passphrase, isolate(silent.command), isolate(silent.why.Error()))
	}
	if said, ok := e.serveSentence(err); ok {
		return said
	}
	if output, ok := errors.AsType[outputError](err); ok {
		return problemLine(output.path, say.Unwritten, systemReason(output.why))
	}
	if font, ok := errors.AsType[faces.FileError](err); ok {
		return problemLine(font.Path, say.Font, systemReason(font.Why))
	}
	if at, ok := errors.AsType[*fs.PathError](err); ok && at.Op == "write" && at.Path == e.Out.Name() {
		return fmt.Sprintf(say.Output, isolate(at.Err.Error()))
	}
	if s, ok := firstSaid(err, say.Questions); ok {
		if asked, ok := errors.AsType[articleError](err); ok {
			return isolate(text.CleanLine(asked.id)) + ": " + s
		}
		return s
	}
	return err.Error()
}

// firstSaid finds what is said of the first of the kinds that an error is of, in the
// order in which they were joined.
func firstSaid(err error, sentences map[error]string) (string, bool) {
	if err == nil {
		return "", false
	}
	if reflect.TypeOf(err).Comparable() {
		if s, ok := sentences[err]; ok {
			return s, true
		}
	}
	var within []error
	switch wrapper := err.(type) { //nolint:errorlint // it is unwrapped here
	case interface{ Unwrap() error }:
		within = []error{wrapper.Unwrap()}
	case interface{ Unwrap() []error }:
		within = wrapper.Unwrap()
	}
	for _, inner := range within {
		if s, ok := firstSaid(inner, sentences); ok {
			return s, true
		}
	}
	return "", false
}

// detail returns what lay behind the error of an input. The system's words say what the
// sentence says; others are English, and no part of a sentence in another language but
// where they name a limit.
func (e *env) detail(err *articles.InputError) string {
	if _, ok := errors.AsType[*fs.PathError](err); ok {
		return ""
	}
	if left, ok := errors.AsType[*articles.LeftOutError](err); ok {
		return left.Named(func(kind string) string { return cmp.Or(e.words.Errors.LeftOut[kind], kind) }, e.words.Comma)
	}
	if e.words.Lang != "en" && !errors.Is(err, articles.ErrLimit) {
		return ""
	}
	return err.Detail()
}

// systemReason is what an error of the file system says, without the file's name.
func systemReason(err error) string {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err.Error()
	}
	if at, ok := errors.AsType[*os.LinkError](err); ok {
		return at.Err.Error()
	}
	return err.Error()
}

// settingSentence says what is wrong with the settings file or a line of it.
func (e *env) settingSentence(err *settings.Error) string {
	say := e.words.Errors
	where := err.Path
	if err.Line > 0 {
		where = fmt.Sprintf("%s:%d:%d", err.Path, err.Line, err.Column)
	}
	where = isolate(where) + ": "
	var unknown unknownSettingError
	var wrong valueError
	switch {
	case errors.As(err.Why, &unknown):
		return where + fmt.Sprintf(say.UnknownSetting, isolate(unknown.name), isolate(strings.Join(unknown.there, ", "))) +
			". " + say.SettingsHold
	case errors.As(err.Why, &wrong):
		return where + fmt.Sprintf(say.WrongSetting, isolate(wrong.name), e.quoted(wrong.value), e.takes(wrong.why)) +
			". " + say.SettingsHold
	case errors.Is(err.Why, fs.ErrExist):
		return where + say.SettingsThere
	case errors.As(err.Why, new(keymap.NoActionError)), errors.As(err.Why, new(keymap.NoKeyError)), errors.As(err.Why, new(keymap.TakenError)):
		return where + e.keySentence(err.Why) + " " + say.SettingsHold
	case err.Writing:
		return where + fmt.Sprintf(say.SettingsUnwritten, isolate(systemReason(err.Why)))
	default:
		return where + say.Settings + " (" + isolate(systemReason(err.Why)) + ")"
	}
}

// keySentence says what is wrong with a choice of keys.
func (e *env) keySentence(err error) string {
	say := e.words.Errors.Keys
	var names []string
	for _, k := range keymap.DefaultKeys() {
		names = append(names, k.Action)
	}
	var noAction keymap.NoActionError
	var noKey keymap.NoKeyError
	var taken keymap.TakenError
	switch {
	case errors.As(err, &noAction):
		return fmt.Sprintf(say.NoAction, isolate(noAction.Action), isolate(strings.Join(names, ", ")))
	case errors.As(err, &noKey):
		return fmt.Sprintf(say.NoKey, e.quoted(noKey.Key))
	case errors.As(err, &taken):
		named := func(action string) string { return e.words.Actions[action] + " (" + isolate(action) + ")" }
		return fmt.Sprintf(say.Taken, isolate(taken.Key), named(taken.Action), named(taken.By))
	default:
		return err.Error()
	}
}

// stripIsolates are the characters around what stands in an order of its own. They are
// for screens: a program that reads a message is not to find them in a name.
var stripIsolates = strings.NewReplacer("\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "")

// unisolate is text without isolates.
func unisolate(s string) string { return stripIsolates.Replace(s) }

// isolate returns text as a part of a line of either direction, in which it keeps
// its own order and turns nothing around it.
func isolate(s string) string { return "\u2068" + oneLine(s) + "\u2069" }

// namedFlag finds a flag with the numbers behind it, and what stands before it.
var namedFlag = pattern.New(`(^|[\s(“«])(--[a-z][a-z-]*(?: [0-9][0-9,]*)?)`)

// isolateFlags returns a sentence in which flags keep their dashes before them, also where
// it runs from the right.
func isolateFlags(s string) string { return namedFlag.ReplaceAllString(s, "$1\u2066$2\u2069") }

// oneLine returns text that can stand within a line of a message: a name from an
// archive or a library is not to begin a line of its own.
func oneLine(s string) string { return strings.ReplaceAll(text.CleanText(s), "\n", " ") }

// problemLine puts a sentence together. The name stands in an isolate, so that it
// keeps its order in a line of either direction.
func problemLine(where string, p words.Problem, detail string) string {
	var s strings.Builder
	s.WriteString(isolate(where) + ": " + p.What)
	if detail != "" {
		s.WriteString(" (" + isolate(detail) + ")")
	}
	s.WriteString(". " + p.Do + ".")
	return s.String()
}
