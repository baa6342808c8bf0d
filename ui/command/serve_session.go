package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader"
	"github.com/warraq/warraq/ui/reader/looks"
	"github.com/warraq/warraq/ui/serve"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/terminal/bubble"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// readingRoom shows the library to those who come. The folder has two files of each reader,
// by his key: what he did (store.OpenReader) and his settings. A guest has a file until he
// leaves. All of them are made from one that nobody reads in.
type readingRoom struct {
	env      *env // of the server
	library  *store.Library
	folder   string
	nobody   *store.Library // the reader who never marks anything
	null     *os.File       // the streams of sessions, which write through their connections
	making   sync.Mutex     // one file after the other
	workshop *workshop
	stop     context.CancelFunc
	related  sync.WaitGroup
}

// nobodysFile and guestFiles are the names of files that are no reader's.
const (
	nobodysFile = "nobody.db"
	guestFiles  = "guest-*.db"
)

func newReadingRoom(ctx context.Context, e *env, l *store.Library, folder string) (*readingRoom, error) {
	r := &readingRoom{env: e, library: l, folder: folder, workshop: newWorkshop()}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, outputError{folder, err}
	}
	left, err := filepath.Glob(filepath.Join(folder, guestFiles)) // by a server that was killed
	for _, path := range left {
		err = errors.Join(err, store.RemoveReader(path))
	}
	if err != nil {
		return nil, outputError{folder, err}
	}
	if r.null, err = os.OpenFile(os.DevNull, os.O_RDWR, 0); err != nil {
		return nil, outputError{os.DevNull, err}
	}
	if r.nobody, err = store.OpenReader(ctx, filepath.Join(folder, nobodysFile), l.Path()); err != nil {
		return nil, errors.Join(err, r.null.Close())
	}
	if e.Getenv("GOGC") == "" {
		debug.SetGCPercent(collectAt)
	}
	ctx, r.stop = context.WithCancel(ctx)
	r.related.Go(func() { r.relate(ctx) })
	return r, nil
}

// lookEvery is how often the server looks whether there is something to be related: the
// readers cannot do it.
const lookEvery = 10 * time.Second

// relate relates what comes into the library.
func (r *readingRoom) relate(ctx context.Context) {
	var seen store.Touch
	for {
		if now := r.library.Touched(); now != seen {
			if err := r.library.Relate(ctx, nil); err != nil && ctx.Err() == nil {
				r.env.logger.Error("relating", "error", err)
			}
			seen = r.library.Touched()
		}
		select {
		case <-time.After(lookEvery):
		case <-ctx.Done():
			return
		}
	}
}

func (r *readingRoom) close() {
	r.stop()
	r.related.Wait()
	_ = r.nobody.Close() // nothing is in it that is not in the library
	_ = r.null.Close()
}

// open opens the file of a visitor. What it returns closes it.
func (r *readingRoom) open(ctx context.Context, v serve.Visitor) (*store.Library, func() error, error) {
	r.making.Lock()
	defer r.making.Unlock()
	path := filepath.Join(r.folder, v.ID+".db")
	if v.IsGuest() {
		f, err := os.CreateTemp(r.folder, guestFiles)
		if err == nil {
			err = f.Close()
		}
		if err != nil {
			return nil, nil, outputError{r.folder, err}
		}
		path = f.Name()
	}
	if _, err := os.Stat(path); v.IsGuest() || errors.Is(err, fs.ErrNotExist) {
		if err := r.nobody.NewReader(ctx, path); err != nil {
			return nil, nil, err
		}
	}
	l, err := store.OpenReader(ctx, path, r.library.Path())
	if err != nil {
		return nil, nil, err
	}
	return l, func() error {
		err := l.Close()
		if v.IsGuest() {
			err = errors.Join(err, store.RemoveReader(path))
		}
		return err
	}, nil
}

// visit is what a session's reader is shown with: an env of his own, of which nothing is the
// server's but the words where he has none.
type visit struct {
	*env
	flags   readerFlags
	command *cobra.Command
}

// newVisit reads the settings of a visitor.
func (r *readingRoom) newVisit(s *serve.Session) *visit {
	v := &visit{env: &env{
		Streams: Streams{In: r.null, Out: r.null, Err: r.null, Getenv: s.Getenv},
		logger:  discardLog(), words: r.env.words, allThemes: theme.All(),
	}}
	if s.Getenv("LANG")+s.Getenv("LC_ALL")+s.Getenv("LC_MESSAGES") != "" {
		v.words = words.For(v.locale())
	}
	v.command = &cobra.Command{}
	v.flags.declare(v.command)
	v.env.flags(v.command)
	if s.IsGuest() {
		return v
	}
	v.configPath = filepath.Join(r.folder, s.ID+".toml")
	_ = v.configure(v.command) // a reader's settings are those that were written for him
	v.libraryPath, v.printFont, v.feeds = "", "", feedSettings{}
	_ = v.speak() // what cannot be spoken is left out
	return v
}

// readersSettings are those of lastingFlags that a reader at the other end of a connection
// has.
var readersSettings = []string{"lang", "months", "hijri", "keyboard", "welcome", "mouse"}

// lasting are the settings that hold from the visitor's next visit on.
func (v *visit) lasting() []looks.Lasting {
	return slices.DeleteFunc(lastingFlags(v.command), func(l looks.Lasting) bool { return !slices.Contains(readersSettings, l.Name) })
}

// detectBound is how long a terminal at the other end of a connection may take to answer.
const detectBound = 500 * time.Millisecond

// show shows the library to a session.
func (r *readingRoom) show(ctx context.Context, s *serve.Session) (err error) {
	v := r.newVisit(s)
	defer func() {
		if err != nil && ctx.Err() == nil {
			if _, crashed := errors.AsType[*bubble.CrashError](err); !crashed {
				s.Say(unisolate(v.sentence(err)))
			}
		}
	}()
	options, err := v.flags.options()
	if err != nil {
		return err
	}
	chosen, err := v.flags.looks(theme.All())
	if err != nil {
		return err
	}
	l, closeLibrary, err := r.open(ctx, s.Visitor)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeLibrary()) }()
	asking, answered := context.WithTimeout(ctx, detectBound)
	found := terminal.DetectStream(asking, s.In, s.Out, s.Getenv, v.preferred(v.flags.layoutFlags))
	answered()
	out := bubble.NewStreamOutput(found, s.Out)
	defer func() { _ = out.Close() }() // what it could still switch back is the terminal's affair
	environ := s.Environ()
	profile, sent := profilesOf(colorprofile.Env(environ), &found)
	width, height := s.Size()
	out.SetWidth(width)
	c := reader.Config{
		Library: l, Words: v.words, Sentence: v.sentence, Terminal: found, Profile: profile, Options: options, Width: width, Height: height,
		Cell: s.Cell, Looks: chosen, Themes: theme.All(), Keys: v.keys, Layout: v.flags.layout(), Lasting: v.lasting(),
		Welcome: v.flags.welcome, Shared: true, Sizes: s.Sizes,
	}
	if !s.IsGuest() {
		c.Keep, c.KeepKeys, c.KeepForm = v.keep, v.keepKeys, v.keepForm(found.ID)
		c.Welcome = v.flags.welcome && v.greeted() == nil
	}
	return reader.Run(ctx, c, tea.WithInput(terminal.NewStreamInput(s.In)), tea.WithOutput(out), tea.WithFilter(out.Filter),
		tea.WithEnvironment(environ), tea.WithColorProfile(sent), tea.WithWindowSize(width, height))
}

// say says why a session is not shown the library, or no longer.
func (r *readingRoom) say(s *serve.Session, why serve.Reason) string {
	say := r.newVisit(s).words.Serve
	sentence := map[serve.Reason]string{
		serve.NoTerminal: say.NoTerminal, serve.NoCommands: say.NoCommands, serve.OldCopying: say.OldCopying, serve.TooMany: say.TooMany, serve.TooManyOfKey: say.TooManyOfKey,
		serve.IdleTooLong: say.Idle, serve.Stopping: say.Stopping, serve.Crashed: say.Crashed, serve.Revoked: say.Revoked,
		serve.DumbTerminal: fmt.Sprintf(say.Dumb, cmp.Or(s.Getenv("TERM"), `""`)),
	}[why]
	return strings.TrimSpace(unisolate(sentence))
}
