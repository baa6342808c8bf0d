package command

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/warraq/warraq/ui/reader/keymap"
)

// Of the keys of an action that were changed several times the last are kept, and what leaves
// the reader always is not written down.
func TestKeepKeys(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte("[keys]\nup = 'k'\nalone = 'n' # mine\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	e := env{configPath: path}
	if err := e.keepKeys([]keymap.Rebound{
		{Chosen: keymap.Chosen{Action: "quit", Keys: []string{"f10", "ctrl+c"}}},
		{Chosen: keymap.Chosen{Action: "up", Keys: []string{"i"}}},
		{Chosen: keymap.Chosen{Action: "up"}, Usual: true},
		{Chosen: keymap.Chosen{Action: "alone", Keys: []string{}}},
	}); err != nil {
		t.Fatal(err)
	}
	const want = "[keys]\nalone = [] # mine\nquit = 'f10'\n"
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("%v; the settings are\n%s\nwant\n%s", err, got, want)
	}
}
