package command

import (
	"context"
	"strings"
	"time"

	"github.com/warraq/warraq/store"
	readerfetch "github.com/warraq/warraq/ui/reader/fetching"
	"github.com/warraq/warraq/ui/settings"
	"github.com/warraq/warraq/ui/terminal"
)

// setEvery takes the time between the fetches that the reader makes by itself.
func (f *feedSettings) setEvery(s settings.Setting) error {
	every, err := time.ParseDuration(s.Value())
	if err != nil || every < time.Minute || len(s.Values) != 1 {
		return valueError{"every", strings.Join(s.Values, ", "), errShortest}
	}
	f.every = every
	return nil
}

// fetchTimer returns what fetches by itself in the reader, as the settings say.
func (e *env) fetchTimer(l *store.Library) readerfetch.Timer {
	if e.feeds.every == 0 {
		return readerfetch.Timer{}
	}
	return readerfetch.Timer{Every: e.feeds.every, Bring: e.fetchInReader(l, e.feeds.every)}
}

// browser returns what opens addresses outside: the command that the settings name, else
// what the system has for that.
func (e *env) browser() func(ctx context.Context, address string) error {
	if len(e.feeds.open) > 0 {
		return terminal.Opener(e.feeds.open)
	}
	return terminal.Browser(e.Getenv)
}
