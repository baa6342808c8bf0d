// Package command is the command line of Warraq: the reader, and the commands
// beside it.
//
// Standard output carries the result alone, standard error the rest. The exit
// status is 0 when it is done, 1 when it failed, 2 for wrong usage, and 3 when
// some inputs were refused and the others are in.
package command

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/settings"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
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

	// The terminal on whose screen something was shown, which is not asked again: what reads keys there
	// may take the answers, and whoever waits for them would wait for ever.
	found   terminal.Terminal
	isFound bool

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
