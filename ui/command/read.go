package command

import (
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/linear"
	"github.com/warraq/warraq/ui/outside"
	"github.com/warraq/warraq/ui/reader"
	"github.com/warraq/warraq/ui/speech"
	"github.com/warraq/warraq/ui/terminal"
)

// readerFlags are those of the reader. Each but version can be a setting too.
type readerFlags struct {
	layoutFlags
	appearanceFlags
	plain, noCopies, version bool
}

func (r *readerFlags) declare(c *cobra.Command) {
	r.layoutFlags.flags(c)
	r.appearanceFlags.flags(c)
	c.Flags().BoolVar(&r.plain, "plain", false, "")
	c.Flags().BoolVar(&r.noCopies, "no-backups", false, "")
}

// collectAt is how much may be thrown away, in hundredths of what is in use, before
// memory is gathered in: less than is usual, since the reader stays open for hours
// beside what else one works with, and has time between two keys.
const collectAt = 50

// collectAtStart is that until the first screen is there, which takes startTime at the most:
// what is made for it stays for the most part, and would be gone through again and again
// while it comes to be.
const (
	collectAtStart = 400
	startTime      = 500 * time.Millisecond
)

// read is the reader itself.
func (e *env) read() *cobra.Command {
	var flags readerFlags
	c := &cobra.Command{
		Use:     "warraq [PATH…]",
		Example: "  warraq\n  warraq page.txt\n  warraq ~/articles",
		Args:    cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, paths []string) error {
			if flags.version {
				return e.print(versionLine() + "\n")
			}
			if err := suggestCommand(c, paths); err != nil {
				return err
			}
			if flags.plain {
				return e.withLinear(c.Context(), paths)
			}
			return e.withReader(c, flags, beginning{paths: paths})
		},
	}
	flags.declare(c)
	// Cobra's own flag writes by a template, which keeps every method in the program.
	c.Flags().BoolVarP(&flags.version, "version", "v", false, "")
	return c
}

// errNoTerminal and dumbTerminalError say why the reader cannot open.
var errNoTerminal = errors.New("standard output is not a terminal")

type dumbTerminalError struct{ name string }

func (d dumbTerminalError) Error() string { return "TERM=" + d.name + " cannot show a full screen" }

// beginning is what the reader opens first: the first article in some paths, or one that is read
// aloud, by its ID.
type beginning struct {
	paths  []string
	listen string
}

// first returns the ID of that article, "" for none.
func (b beginning) first(ctx context.Context, e *env, l *store.Library) (string, error) {
	if b.listen == "" {
		return e.takeFirst(ctx, l, b.paths)
	}
	item, err := find(ctx, l, b.listen)
	return item.ID, err
}

func (e *env) withReader(c *cobra.Command, flags readerFlags, begin beginning) error {
	options, err := flags.options()
	if err != nil {
		return err
	}
	themes := e.themes()
	looks, err := flags.looks(themes)
	if err != nil {
		return err
	}
	if !isTerminal(e.Out) {
		return errNoTerminal
	}
	if name := e.Getenv("TERM"); name == "dumb" || name == "" {
		return dumbTerminalError{name}
	}
	if e.Getenv("GOGC") == "" {
		debug.SetGCPercent(collectAtStart)
		defer time.AfterFunc(startTime, func() { debug.SetGCPercent(collectAt) }).Stop()
	}
	// A closed window sends SIGHUP; the marks are written all the same.
	ctx, stop := signal.NotifyContext(c.Context(), syscall.SIGHUP)
	defer stop()
	return e.with(ctx, func(l *store.Library) error {
		first, err := begin.first(ctx, e, l)
		if err != nil {
			return err
		}
		width, height, err := term.GetSize(e.Out.Fd())
		if err != nil {
			return fmt.Errorf("asking the terminal for its size: %w", err)
		}
		keys, closeKeys, err := e.keyboard()
		if err != nil {
			return err
		}
		defer closeKeys()
		found := terminal.Detect(ctx, keys, e.Out, e.Getenv, e.preferred(flags.layoutFlags))
		found = e.measured(ctx, found, keys, flags.layoutFlags)
		e.logTerminal(ctx, found)
		if !flags.noCopies {
			endCopy := copyDaily(ctx, l)
			defer func() {
				if err := endCopy(); err != nil {
					e.say(err) // what was read and marked is kept all the same
				}
			}()
		}
		out, profile, program := e.program(found, keys)
		defer func() { _ = out.Close() }() // what it could still switch back is the terminal's affair
		var programs outside.Runner        // of the user's, none of which outlives the reader
		defer programs.Close()
		notice := strings.Join(e.release(), "\n")
		ended := reader.Run(ctx, reader.Config{
			Library: l, Words: e.words, Sentence: e.sentence, Open: first, Client: e.client, Pictures: e.feeds.picturesOf, Fetch: e.fetchInReader(l, 0), FetchTimer: e.fetchTimer(l), Follow: e.followInReader(l),
			Terminal: found, Profile: profile, Options: options, Width: width, Height: height,
			Cell:      func() image.Point { return terminal.CellSize(e.Out) },
			Clipboard: terminal.Clipboard(e.Getenv), Browse: e.browser(),
			Speak: speech.Find(e.outside.listen, &programs), Listen: begin.listen != "", Notice: notice, Passage: e.outside.handlers(&programs),
			PrintFont: e.printFont,
			Looks:     looks, Themes: themes, Keys: e.keys, Layout: flags.layout(),
			SettingsPath: e.configPath, Lasting: lastingFlags(c), Keep: e.keep, KeepKeys: e.keepKeys, KeepForm: e.keepForm(found.ID),
			Welcome: first == "" && flags.welcome && e.greeted() == nil,
		}, program...)
		// A closed window is no reason to leave the other machines without what was read.
		return errors.Join(ended, e.syncQuietly(context.WithoutCancel(ctx), l))
	})
}

// withLinear opens the linear reader.
func (e *env) withLinear(ctx context.Context, paths []string) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	return e.with(ctx, func(l *store.Library) error {
		first, err := e.takeFirst(ctx, l, paths)
		if err != nil {
			return err
		}
		in := e.In
		if slices.Contains(paths, "-") {
			keys, closeKeys, err := e.keyboard()
			if err != nil {
				return err
			}
			defer closeKeys()
			in = keys
		}
		return linear.Run(ctx, linear.Config{
			Library: l, Words: e.words, In: in, Out: e.Out, Open: first, Sentence: e.sentence,
		})
	})
}

// takeFirst adds what is in paths and gives the first of it; "" for no paths. It
// fails if nothing could be read.
func (e *env) takeFirst(ctx context.Context, l *store.Library, paths []string) (id string, err error) {
	if len(paths) == 0 {
		return "", nil
	}
	t := &taking{env: e, progress: e.newProgress(ctx, paths), options: intake.Options{Limits: articles.DefaultLimits()}}
	err = t.end(t.all(ctx, l, paths))
	if t.first != "" {
		return t.first, nil
	}
	return "", err
}

// keyboard is what keys come from: standard input, or the terminal itself where
// articles came through standard input.
func (e *env) keyboard() (keys *os.File, closeKeys func(), err error) {
	if isTerminal(e.In) {
		return e.In, func() {}, nil
	}
	in, out, err := tea.OpenTTY()
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", errNoTerminal, err)
	}
	return in, func() { _, _ = in.Close(), out.Close() }, nil
}
