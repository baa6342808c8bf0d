package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	gossh "golang.org/x/crypto/ssh"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/serve"
	"github.com/warraq/warraq/ui/settings"
)

// serveFlags are those of the server. Each can be a setting of the table [serve] too.
type serveFlags struct {
	address, keys          string
	guests                 bool
	sessions, perKey, rate int
	idle                   time.Duration
}

func (s *serveFlags) declare(f *pflag.FlagSet) {
	f.StringVar(&s.address, "address", "127.0.0.1:2222", "")
	f.StringVar(&s.keys, "keys", "", "")
	f.BoolVar(&s.guests, "guests", false, "")
	f.IntVar(&s.sessions, "sessions", 50, "")
	f.IntVar(&s.perKey, "sessions-per-key", 4, "")
	f.IntVar(&s.rate, "rate", 30, "")
	f.DurationVar(&s.idle, "idle", 30*time.Minute, "")
}

// shortestIdle is the shortest time without a key after which a session may be ended.
const shortestIdle = time.Second

// check says what is wrong with a value.
func (s *serveFlags) check() error {
	for _, number := range []struct {
		flag        string
		value, most int
	}{{"sessions", s.sessions, 10000}, {"sessions-per-key", s.perKey, 10000}, {"rate", s.rate, 100000}} {
		if err := inRange(number.flag, number.value, 1, number.most); err != nil {
			return err
		}
	}
	if s.idle < shortestIdle {
		return usageError{valueError{"--idle", s.idle.String(), errShortestIdle}}
	}
	return nil
}

// errShortestIdle says what the time without a key may be.
var errShortestIdle = errors.New("1s, 30m, 8h …")

// setOfServe takes a setting of the table [serve].
func (e *env) setOfServe(s settings.Setting) error {
	var flags serveFlags
	f := pflag.NewFlagSet("serve", pflag.ContinueOnError)
	flags.declare(f)
	var names []string
	f.VisitAll(func(one *pflag.Flag) { names = append(names, one.Name) })
	if len(s.Path) != 2 || !slices.Contains(names, s.Name()) {
		return unknownSettingError{strings.Join(s.Path, "."), names}
	}
	if len(s.Values) != 1 {
		return valueError{s.Name(), strings.Join(s.Values, ", "), errSeveral}
	}
	if f.Set(s.Name(), s.Value()) != nil {
		return valueError{s.Name(), s.Value(), typeError(f.Lookup(s.Name()))}
	}
	if err := flags.check(); err != nil {
		if wrong, ok := errors.AsType[valueError](err); ok {
			return valueError{s.Name(), s.Value(), wrong.why}
		}
		return err
	}
	e.serve = append(e.serve, s)
	return nil
}

// serveCommand serves the library to readers over SSH.
func (e *env) serveCommand() *cobra.Command {
	var flags serveFlags
	c := &cobra.Command{
		Use:        "serve",
		SuggestFor: []string{"server", "ssh"},
		Example:    "  warraq serve\n  warraq serve --address :2222 --keys ~/readers\n  warraq serve --guests",
		Args:       atMost(0),
		RunE: func(c *cobra.Command, _ []string) error {
			for _, s := range e.serve {
				if c.Flags().Changed(s.Name()) {
					continue
				}
				value := s.Value()
				if s.Name() == "keys" {
					value = e.settingPath(value)
				}
				if err := c.Flags().Set(s.Name(), value); err != nil {
					return usageError{err}
				}
			}
			if err := flags.check(); err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
			defer stop()
			return e.with(ctx, func(l *store.Library) error { return e.serveLibrary(ctx, l, &flags) })
		},
	}
	flags.declare(c.Flags())
	return c
}

// serveLibrary serves a library until a context ends.
func (e *env) serveLibrary(ctx context.Context, l *store.Library, flags *serveFlags) error {
	folder := filepath.Join(filepath.Dir(e.libraryFile()), "serve")
	key, err := serve.HostKey(filepath.Join(folder, "host_key"))
	if err != nil {
		return err
	}
	keys, err := e.serveKeys(folder, flags)
	if err != nil {
		return err
	}
	log, closeLog, err := serveLog(filepath.Join(folder, "visits.log"))
	if err != nil {
		return err
	}
	defer closeLog()
	room, err := newReadingRoom(ctx, e, l, filepath.Join(folder, "readers"))
	if err != nil {
		return err
	}
	defer room.close()
	listener, err := serve.Listen(flags.address)
	if err != nil {
		return err
	}
	say := e.words.Serve
	e.notice(fmt.Sprintf(say.Listening, isolate(listener.Addr().String()), e.words.Count(keys.Count(), say.Keys)))
	if flags.guests {
		e.notice(say.Guests)
	}
	if serve.IsForThisMachine(listener.Addr()) {
		e.notice(say.ThisMachine)
	}
	e.notice(fmt.Sprintf(say.HostKey, isolate(gossh.FingerprintSHA256(key.PublicKey()))))
	e.notice(fmt.Sprintf(say.Log, isolate(filepath.Join(folder, "visits.log"))))
	log.Info("listening", "address", listener.Addr().String(), "version", versionLine())
	err = serve.New(serve.Config{
		HostKey: key, Keys: keys, Guests: flags.guests, Sessions: flags.sessions, PerKey: flags.perKey, Rate: flags.rate, Idle: flags.idle,
		Show: room.show, Files: room.files, Say: room.say, Denied: say.Denied, Log: log,
	}).Serve(ctx, listener)
	log.Info("ended")
	return err
}

// serveKeys reads the keys of those who may come. Where guests may, there need be none.
func (e *env) serveKeys(folder string, flags *serveFlags) (*serve.Keys, error) {
	path := flags.keys
	if path == "" {
		path = filepath.Join(folder, "authorized_keys")
	}
	keys, err := serve.OpenKeys(path, e.say)
	switch {
	case flags.guests && flags.keys == "" && errors.Is(err, fs.ErrNotExist):
		return serve.NoKeys(), nil
	case err != nil:
		return nil, err
	case keys.Count() == 0 && !flags.guests:
		return nil, &serve.FileError{Path: path, Why: serve.ErrNoKeys}
	}
	return keys, nil
}

// serveLog opens the log of who came and went, for its owner alone.
func serveLog(path string) (log *slog.Logger, closeLog func(), err error) {
	f, err := openLog(path)
	if err != nil {
		return nil, nil, outputError{path, err}
	}
	return slog.New(slog.NewJSONHandler(f, nil)), func() { _ = f.Close() }, nil
}

// serveSentence says why a library cannot be served; ok is false for other errors.
func (e *env) serveSentence(err error) (sentence string, ok bool) {
	say := e.words.Serve
	if at, isAddress := errors.AsType[*serve.ListenError](err); isAddress {
		if at.Taken {
			return fmt.Sprintf(say.Taken, isolate(at.Address)), true
		}
		return fmt.Sprintf(say.NotListening, isolate(at.Address), isolate(systemReason(at.Why))), true
	}
	file, ok := errors.AsType[*serve.FileError](err)
	if !ok {
		return "", false
	}
	where := isolate(file.Path)
	if file.Line > 0 {
		where += e.words.Comma + e.words.Errors.Line + " " + strconv.Itoa(file.Line)
	}
	if what, known := firstSaid(file.Why, map[error]string{
		serve.ErrNoKey: say.NoKey, serve.ErrIsFolder: say.IsFolder, serve.ErrKeyOptions: say.KeyOptions,
		serve.ErrNoKeys: say.NoKeys, serve.ErrHostKey: say.HostKeyBroken, serve.ErrOpenToAll: say.HostKeyOpen,
	}); known {
		return where + ": " + what, true
	}
	if errors.Is(file.Why, fs.ErrNotExist) {
		return where + ": " + say.NoKeysFile, true
	}
	return where + ": " + fmt.Sprintf(say.Unreadable, isolate(systemReason(file.Why))), true
}
