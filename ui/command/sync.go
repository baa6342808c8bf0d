package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/syncing"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/settings"
)

// syncSettings are what the table [sync] of the settings says.
type syncSettings struct {
	folder, name    string
	key, recipients string   // files
	passphrase      []string // a command and its arguments
	lock            *syncing.Lock
}

// syncNames are the settings that there are in it.
var syncNames = []string{"folder", "name", "key", "recipients", "passphrase_command"}

// setOfSync takes a setting of the table [sync].
func (e *env) setOfSync(s settings.Setting) error {
	if len(s.Path) != 2 {
		return unknownSettingError{strings.Join(s.Path, "."), syncNames}
	}
	if s.Name() == "passphrase_command" {
		e.sync.passphrase = s.Values
		return nil
	}
	place := map[string]*string{
		"folder": &e.sync.folder, "name": &e.sync.name, "key": &e.sync.key, "recipients": &e.sync.recipients,
	}[s.Name()]
	switch {
	case place == nil:
		return unknownSettingError{s.Name(), syncNames}
	case len(s.Values) != 1:
		return valueError{s.Name(), strings.Join(s.Values, ", "), errSeveral}
	}
	*place = s.Value()
	if s.Name() != "name" {
		*place = e.settingPath(s.Value())
	}
	return nil
}

// settingPath gives the path that a setting means: "~" is the user's home, and what is not
// absolute lies beside the file of the settings.
func (e *env) settingPath(path string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		return filepath.Join(cmp.Or(e.Getenv("HOME"), "~"), rest)
	}
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(e.configPath), path)
}

// errNoSyncFolder is a meeting for which no folder is named.
var errNoSyncFolder = errors.New("no folder is named")

// passphraseError is a command that did not give the passphrase.
type passphraseError struct {
	command string
	why     error
}

func (p passphraseError) Error() string { return p.command + ": " + p.why.Error() }
func (p passphraseError) Unwrap() error { return p.why }

func (e *env) syncCommand() *cobra.Command {
	var status, asJSON bool
	c := &cobra.Command{
		Use:     "sync [FOLDER]",
		Example: "  warraq sync ~/Sync/warraq\n  warraq sync\n  warraq sync --status",
		Args:    atMost(1),
		RunE: func(c *cobra.Command, args []string) error {
			folder := e.sync.folder
			if len(args) == 1 {
				folder = args[0]
			}
			if folder == "" {
				return usageError{errNoSyncFolder}
			}
			return e.with(c.Context(), func(l *store.Library) error {
				if status {
					return e.syncStatus(c.Context(), l, folder, asJSON)
				}
				return e.syncAndSay(c.Context(), l, folder, asJSON)
			})
		},
	}
	c.Flags().BoolVar(&status, "status", false, "")
	c.Flags().BoolVar(&asJSON, "json", false, "")
	return c
}

// syncLock gives what the folder is encrypted with, nil for nothing.
func (e *env) syncLock(ctx context.Context) (*syncing.Lock, error) {
	s := &e.sync
	switch {
	case s.lock != nil:
	case s.key != "":
		key, err := os.ReadFile(s.key)
		if err != nil {
			return nil, &syncing.Error{Path: s.key, Kind: syncing.ErrKey, Why: err}
		}
		var recipients []byte
		if s.recipients != "" {
			if recipients, err = os.ReadFile(s.recipients); err != nil {
				return nil, &syncing.Error{Path: s.recipients, Kind: syncing.ErrKey, Why: err}
			}
		}
		if s.lock, err = syncing.NewKeyLock(key, recipients); err != nil {
			return nil, &syncing.Error{Path: s.key, Kind: syncing.ErrKey, Why: err}
		}
	case len(s.passphrase) > 0:
		said, err := askSecret(ctx, secretPatience, s.passphrase[0], s.passphrase[1:]...)
		first, _, _ := strings.Cut(string(said), "\n")
		first = strings.TrimRight(first, "\r")
		if err == nil && first == "" {
			err = errEmptyPassphrase
		}
		if err != nil {
			return nil, passphraseError{s.passphrase[0], err}
		}
		s.lock = syncing.NewPassphraseLock(first)
	}
	return s.lock, nil
}

// errEmptyPassphrase is a command that wrote nothing.
var errEmptyPassphrase = errors.New("it wrote nothing")

// syncWith lets a library meet others in a folder.
func (e *env) syncWith(ctx context.Context, l *store.Library, folder string) (syncing.Result, error) {
	lock, err := e.syncLock(ctx)
	if err != nil {
		return syncing.Result{}, err
	}
	if err := l.SetSyncRules(ctx, e.feeds.ruleTexts(), time.Now()); err != nil {
		return syncing.Result{}, err
	}
	host, _ := os.Hostname()
	return syncing.Sync(ctx, l, syncing.Options{Folder: folder, Name: text.CleanLine(cmp.Or(e.sync.name, host)), Lock: lock})
}

// syncAfter lets a library meet others where the settings name a folder, after a fetch and
// when the reader is left.
func (e *env) syncAfter(ctx context.Context, l *store.Library) (syncing.Result, error) {
	if e.sync.folder == "" {
		return syncing.Result{}, nil
	}
	return e.syncWith(ctx, l, e.sync.folder)
}

// syncQuietly lets a library meet others where the settings name a folder, and says what
// was noticed alone, as far as that is to be dealt with.
func (e *env) syncQuietly(ctx context.Context, l *store.Library) error {
	result, err := e.syncAfter(ctx, l)
	result.Notices = slices.DeleteFunc(result.Notices, func(n syncing.Notice) bool {
		return n.Kind == syncing.Torn || n.Kind == syncing.Foreign // it may be on its way, or is no matter of every day
	})
	e.sayNotices(&result)
	return err
}

// syncAndSay lets a library meet others and says what came of it.
func (e *env) syncAndSay(ctx context.Context, l *store.Library, folder string, asJSON bool) error {
	result, err := e.syncWith(ctx, l, folder)
	e.sayNotices(&result)
	if asJSON {
		return errors.Join(e.writeSyncJSON(&result), err)
	}
	if err != nil && result.IsZero() {
		return err
	}
	s, sheetErr := e.sheet(ctx, asFound())
	if sheetErr != nil {
		return errors.Join(err, sheetErr)
	}
	return errors.Join(s.paragraph([]rtl.Span{{Text: e.syncSentence(&result)}}), s.flush(), err)
}

// syncSentence says what came of a meeting.
func (e *env) syncSentence(r *syncing.Result) string {
	say := e.words.Sync
	var parts []string
	add := func(n int, sentence string) {
		if n > 0 {
			parts = append(parts, sentence)
		}
	}
	add(r.Articles, e.words.Count(r.Articles, say.Articles))
	add(r.Marks, e.words.Count(r.Marks, say.Marks))
	add(r.Removed, e.words.Count(r.Removed, say.Removed))
	add(r.Feeds, e.words.Count(r.Feeds, say.Feeds))
	add(r.Written, e.words.Count(r.Written, say.Written))
	if len(parts) == 0 {
		return say.Nothing
	}
	return strings.Join(parts, e.words.Comma) + "."
}

// sayNotices says what was noticed in the folder.
func (e *env) sayNotices(r *syncing.Result) {
	say := e.words.Sync
	for _, n := range r.Notices {
		parts := []any{isolate(text.CleanLine(n.Name))}
		if n.Kind == syncing.ClockAhead {
			parts = append(parts, e.words.Count(int(n.Ahead/(24*time.Hour)), say.Days))
		}
		e.notice(fmt.Sprintf(say.Notices[n.Kind], parts...))
	}
}

// syncJSON is what came of a meeting as --json prints it.
type syncJSON struct {
	Articles int              `json:"articles"`
	Marks    int              `json:"marks"`
	Removed  int              `json:"removed"`
	Feeds    int              `json:"feeds"`
	Read     int              `json:"read"`
	Written  int              `json:"written"`
	Notices  []syncing.Notice `json:"notices"`
}

func (e *env) writeSyncJSON(r *syncing.Result) error {
	return e.writeJSON(syncJSON{r.Articles, r.Marks, r.Removed, r.Feeds, r.Read, r.Written, append([]syncing.Notice{}, r.Notices...)})
}

// syncStatus says what each machine wrote into a folder, and what it has not read.
func (e *env) syncStatus(ctx context.Context, l *store.Library, folder string, asJSON bool) error {
	me, err := l.SyncMachine(ctx)
	if err != nil {
		return err
	}
	list, err := syncing.Status(me, folder)
	if err != nil {
		return err
	}
	if asJSON {
		return e.writeJSON(append([]syncing.Machine{}, list...))
	}
	if len(list) == 0 {
		e.notice(e.words.Sync.None)
		return nil
	}
	s, err := e.sheet(ctx, asFound())
	if err != nil {
		return err
	}
	names := map[string]string{}
	for i := range list {
		names[list[i].ID] = text.CleanLine(cmp.Or(list[i].Name, list[i].ID))
	}
	for i := range list {
		if err := e.fields(s, e.machineFields(&list[i], names)...); err != nil {
			return err
		}
	}
	return s.flush()
}

// machineFields says what is known of a machine.
func (e *env) machineFields(m *syncing.Machine, names map[string]string) []string {
	say := e.words.Sync
	own, last := "", say.Never
	if m.Own {
		own = say.This
	}
	if at, err := time.Parse(time.RFC3339, m.Written); err == nil {
		last = fmt.Sprintf(say.Last, e.words.Moment(at.Local()))
	}
	fields := []string{names[m.ID], own, last}
	for id, n := range m.Unread {
		fields = append(fields, fmt.Sprintf(say.Of, e.words.Count(n, say.Unread), isolate(names[id])))
	}
	if len(m.Unread) == 0 {
		fields = append(fields, say.AllRead)
	}
	return fields
}
