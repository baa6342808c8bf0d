// Package command is the command line of Warraq: the reader, and the commands
// beside it.
//
// Standard output carries the result alone, standard error the rest. The exit
// status is 0 when it is done, 1 when it failed, 2 for wrong usage, and 3 when
// some inputs were refused and the others are in.
package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"runtime/debug"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/warraq/warraq/articles/bundled"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/run"
	"github.com/warraq/warraq/ui/settings"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// Exit statuses.
const (
	exitDone    = 0
	exitFailed  = 1
	exitUsage   = 2
	exitRefused = 3
)

// Streams are what a command reads and writes.
type Streams struct {
	In       *os.File
	Out, Err *os.File
	Getenv   func(string) string
}

// env is what the commands share: the streams, and the flags that stand
// everywhere.
type env struct {
	Streams
	libraryPath string
	configPath  string
	lang        string
	months      string
	hijri       bool
	printFont   string // the path of the font that pages are set in, "" for Warraq's own
	words       *words.Words

	noPager bool

	log    bool // whether the flag asks for a log
	logger *slog.Logger
	logs   *os.File // the log's file, nil for none

	// What asks servers, nil until something is asked for, and what makes it.
	webMu     sync.Mutex // guards webClient
	webClient *web.Client
	newClient func(web.Options) (*web.Client, error)

	helpError error // of showing it: cobra has no way for it

	// What the settings say of all terminals, and of some by their IDs.
	everywhere preference
	terminals  map[string]preference

	feeds   feedSettings
	sync    syncSettings
	outside outsideSettings
	serve   []settings.Setting // of the table [serve]

	holding bool     // nothing is said before the reader begins
	held    []string // what was to be said

	keys       keymap.Keys
	chosenKeys []keymap.Chosen
	keysFrom   []settings.Setting // where each of them stands

	allThemes []theme.Theme // Warraq's and the user's own, nil until they are read
}

// Run carries out a command line, without the program's name, and gives the
// exit status.
func Run(ctx context.Context, args []string, s Streams) int {
	findHome()
	began := time.Now()
	e := &env{Streams: s, logger: discardLog(), newClient: web.New}
	e.words = words.For(e.languageOf(args))
	root := e.root()
	e.explain(root)
	e.complete(root)
	root.SetArgs(args)
	root.SetIn(s.In)
	out, wrong := terminal.NewTextGate(s.Out, isTerminal(s.Out)), terminal.NewTextGate(s.Err, isTerminal(s.Err))
	root.SetOut(out)
	root.SetErr(wrong)
	err := execute(ctx, root)
	for _, said := range e.release() { // the reader did not begin
		e.notice("warraq: " + said)
	}
	err = errors.Join(err, out.Flush(), wrong.Flush(), e.helpError)
	status := e.report(err)
	e.logged(status, began, err)
	return status
}

// execute carries a command out. A fault in it is an error as others are.
func execute(ctx context.Context, root *cobra.Command) (err error) {
	defer recoverPanic(&err, debug.Stack)
	return root.ExecuteContext(ctx) //nolint:wrapcheck // our own commands say where their errors come from
}

// root is the reader with the other commands under it.
func (e *env) root() *cobra.Command {
	c := e.read()
	c.SilenceErrors, c.SilenceUsage = true, true
	c.SuggestionsMinimumDistance = 2
	c.CompletionOptions.DisableDefaultCmd = true
	c.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return usageError{flagError{c, err}} })
	c.SetHelpFunc(func(c *cobra.Command, _ []string) { e.helpError = e.showHelp(c.Context(), c) })
	c.SetHelpCommand(e.help())
	e.flags(c)
	c.PersistentPreRunE = func(c *cobra.Command, _ []string) error {
		if err := e.speak(); err != nil { // before anything is said
			return err
		}
		if plain, err := c.Flags().GetBool("plain"); err == nil && !plain && isTerminal(e.Out) {
			e.hold()
		}
		if err := e.configure(c); err != nil {
			return err
		}
		e.startLog(c.Name(), flagsGiven(c))
		return e.speak()
	}
	c.AddCommand(
		e.add(), e.list(), e.today(), e.search(), e.show(), e.related(), e.compare(), e.wordRoot(), e.bookmark(), e.archive(), e.remove(), e.notes(), e.run(),
		e.cat(), e.listen(), e.feed(), e.fetch(), e.rules(), e.clean(), e.syncCommand(), e.serveCommand(), e.export(), e.backup(), e.restore(), e.config(), e.calibrate(), e.doctor(),
		e.completion(), e.man(), e.version(),
	)
	return c
}

// flagsGiven returns the names of the flags that a command was given.
func flagsGiven(c *cobra.Command) (names []string) {
	c.Flags().Visit(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}

// flags declares those that stand everywhere.
func (e *env) flags(c *cobra.Command) {
	flags := c.PersistentFlags()
	flags.StringVar(&e.libraryPath, "library", "", "")
	flags.StringVar(&e.configPath, "config", "", "")
	flags.StringVar(&e.lang, "lang", "", strings.Join(words.Languages(), "|"))
	flags.StringVar(&e.months, "months", autoMonths, strings.Join(monthChoices(), "|"))
	flags.BoolVar(&e.hijri, "hijri", false, "")
	flags.StringVar(&e.printFont, "print-font", "", "")
	flags.BoolVar(&e.log, "log", false, "")
	flags.BoolVar(&e.noPager, "no-pager", false, "")
}

// speak takes the words of the language asked for, if one is.
func (e *env) speak() error {
	lang, err := e.language()
	if lang != "" {
		e.words = words.For(lang)
	}
	months, wrong := e.monthNames()
	e.words = e.words.WithMonths(months).WithHijri(e.hijri)
	return errors.Join(err, wrong)
}

// language is the one that the flag asks for, "" for none.
func (e *env) language() (string, error) {
	if e.lang != "" && !isLanguage(e.lang) {
		return "", usageError{valueError{"--lang", e.lang, choiceError{words.Languages()}}}
	}
	return e.lang, nil
}

// autoMonths leaves the names of the months to the locale.
const autoMonths = "auto"

// monthChoices are the values of the flag.
func monthChoices() []string {
	choices := []string{autoMonths}
	for _, m := range words.AllMonths() {
		choices = append(choices, string(m))
	}
	return choices
}

// monthNames are those that the flag asks for, or those of the place that the
// user's locale names.
func (e *env) monthNames() (words.Months, error) {
	for _, m := range words.AllMonths() {
		if e.months == string(m) {
			return m, nil
		}
	}
	if e.months != autoMonths && e.months != "" {
		return "", usageError{valueError{"--months", e.months, choiceError{monthChoices()}}}
	}
	for _, name := range []string{"LC_ALL", "LC_TIME", "LANG"} {
		if locale := e.Getenv(name); locale != "" {
			return words.MonthsOf(locale), nil
		}
	}
	return words.EgyptianMonths, nil
}

// open opens the library and brings the articles that ship into it.
func (e *env) open(ctx context.Context) (*store.Library, error) {
	if store.UpgradeTakesLong(e.libraryFile()) {
		_, _ = fmt.Fprintln(e.Err, e.words.Progress.Upgrading) // the library is opened all the same
	}
	l, err := store.Open(ctx, e.libraryFile())
	if err != nil {
		return nil, err
	}
	digest, err := bundled.Digest()
	if err == nil { // another version may read the same files otherwise
		err = l.KeepBundled(ctx, versionLine()+" "+digest, bundled.Articles)
	}
	if err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// libraryFile is the path of the library.
func (e *env) libraryFile() string {
	if path := cmp.Or(e.libraryPath, e.Getenv("WARRAQ_LIBRARY")); path != "" {
		return path
	}
	return filepath.Join(xdg.DataHome, "warraq", "library.db")
}

// with runs something on the open library.
func (e *env) with(ctx context.Context, do func(*store.Library) error) error {
	l, err := e.open(ctx)
	if err != nil {
		return err
	}
	return errors.Join(do(l), l.Close())
}

// usageError is a command line that cannot be understood.
type usageError struct{ error }

func (u usageError) Unwrap() error { return u.error }

// refusedError is the end of a command that took some inputs and refused
// others, each already named.
type refusedError struct{ count int }

func (r refusedError) Error() string { return fmt.Sprintf("%d refused", r.count) }

// report says all that went wrong, each thing in a sentence and once, and gives the exit
// status: that of the worst.
func (e *env) report(err error) int {
	status := exitDone
	said := map[string]bool{}
	say := func(err error) {
		if sentence := e.sentence(err); !said[sentence] {
			said[sentence] = true
			e.say(err)
		}
	}
	for _, one := range eachError(err) {
		switch wrong := statusOf(one, say); {
		case wrong == exitUsage || status == exitUsage:
			status = exitUsage
		case wrong == exitFailed || status == exitFailed:
			status = exitFailed
		default:
			status = max(status, wrong)
		}
	}
	return status
}

// statusOf has what went wrong said where that is one thing, and gives its exit status.
func statusOf(err error, say func(error)) int {
	var wrong usageError
	var some refusedError
	var ran run.StatusError
	switch {
	case errors.As(err, &some):
		return exitRefused
	case errors.As(err, &ran):
		return ran.Status
	case errors.Is(err, errNothingFound):
		return exitFailed
	case errors.Is(err, syscall.EPIPE):
		return exitDone // whoever read the output has had enough
	case errors.As(err, &wrong):
		say(err)
		return exitUsage
	default:
		say(err)
		return exitFailed
	}
}

// joinedType is the type of several errors that were joined.
var joinedType = reflect.TypeOf(errors.Join(errNoTerminal))

// eachError parts an error into those that were joined in it.
func eachError(err error) (all []error) {
	if err == nil {
		return nil
	}
	if reflect.TypeOf(err) != joinedType {
		return []error{err}
	}
	for _, one := range err.(interface{ Unwrap() []error }).Unwrap() {
		all = append(all, eachError(one)...)
	}
	return all
}

// say writes what went wrong on standard error, or holds it back for the reader.
func (e *env) say(err error) {
	if e.holding {
		e.held = append(e.held, e.sentence(err))
		return
	}
	e.notice("warraq: " + e.sentence(err))
}

// hold holds back what is to be said before the reader begins, which would be covered by it
// until it ends.
func (e *env) hold() { e.holding = true }

// release returns what was held back, and holds nothing back any more.
func (e *env) release() (said []string) {
	said, e.held, e.holding = e.held, nil, false
	return said
}

// notice writes a sentence on standard error, laid out where that is a terminal.
// Where even that fails there is nowhere else to say it.
func (e *env) notice(sentence string) {
	if isTerminal(e.Err) {
		how := asFound()
		how.direction = e.words.Direction
		if s, err := e.sheetOn(context.Background(), e.Err, how); err == nil {
			_ = s.paragraph([]rtl.Span{{Text: isolateFlags(text.CleanText(sentence))}})
			_ = s.flush()
			return
		}
	}
	_, _ = fmt.Fprintln(e.Err, text.CleanText(unisolate(sentence)))
}

// writeText has something written on standard output that is plain text.
func (e *env) writeText(write func(io.Writer) error) error {
	gate := terminal.NewTextGate(e.Out, isTerminal(e.Out))
	if err := errors.Join(write(gate), gate.Flush()); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// isTerminal tells whether a stream is one.
func isTerminal(f interface{ Fd() uintptr }) bool { return term.IsTerminal(f.Fd()) }

// atMost takes no more arguments than so many.
func atMost(n int) cobra.PositionalArgs { return takesArgs(0, n) }

// takesArgs takes as many arguments as a command may have; a negative most is any
// number.
func takesArgs(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch n := len(args); {
		case n < least:
			return usageError{argumentsError{c.UseLine(), true}}
		case most >= 0 && n > most:
			return usageError{argumentsError{c.UseLine(), false}}
		default:
			return nil
		}
	}
}
