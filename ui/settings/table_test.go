package settings_test

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/settings"
)

// A setting of a table is changed where it stands, and all else stays.
func TestChangeIn(t *testing.T) {
	t.Parallel()
	keys := []string{"keys"}
	one := []settings.Change{{Key: "up", Values: []string{"i"}}}
	for name, tt := range map[string]struct {
		changes       []settings.Change
		before, after string
	}{
		"an empty file":        {one, "", "[keys]\nup = 'i'\n"},
		"a file without it":    {one, "a = 1", "a = 1\n\n[keys]\nup = 'i'\n"},
		"behind the others":    {one, "[keys] # mine\ndown = 'j' # down\n\n[x]\na = 1\n", "[keys] # mine\ndown = 'j' # down\nup = 'i'\n\n[x]\na = 1\n"},
		"into an empty table":  {one, "[keys]\n# none yet\n[x]\n", "[keys]\nup = 'i'\n# none yet\n[x]\n"},
		"in its place":         {one, "[keys]\n  up   =  ['k', 'u']  # up\ndown = 'j'\n", "[keys]\n  up   =  'i'  # up\ndown = 'j'\n"},
		"over several lines":   {one, "[keys]\nup = [\n 'k', # k\n 'u',\n] # up\ndown = 'j'\n", "[keys]\nup = 'i' # up\ndown = 'j'\n"},
		"under a quoted name":  {one, "[ \"keys\" ]\n'up' = 'k'\n", "[ \"keys\" ]\n'up' = 'i'\n"},
		"with its table's":     {one, "keys.up = 'k'\na = 1\n", "keys.up = 'i'\na = 1\n"},
		"behind one with it":   {one, "keys.down = 'j' # j\na = 1\n[x]\nb = 1\n", "keys.down = 'j' # j\nkeys.up = 'i'\na = 1\n[x]\nb = 1\n"},
		"not of another table": {one, "[x]\nup = 1\n[x.keys]\nup = 2\n[[keep]]\nup = 3\n", "[x]\nup = 1\n[x.keys]\nup = 2\n[[keep]]\nup = 3\n\n[keys]\nup = 'i'\n"},
		"in one line":          {one, "keys = { down = ['j', 'n'], up = 'k' } # mine\na = 1\n", "keys = { down = ['j', 'n'], up = 'i' } # mine\na = 1\n"},
		"new in one line":      {one, "keys={} # mine\n[x]\na = 1\n", "keys={ up = 'i' } # mine\n[x]\na = 1\n"},
		"out of one line":      {[]settings.Change{{Key: "up", Removed: true}}, "keys = {up='i'}\n", "keys = {}\n"},
		"several": {
			[]settings.Change{{Key: "b", Values: []string{"1", `"`}}, {Key: "c", Removed: true}, {Key: "none", Removed: true}, {Key: "d"}, {Key: "a", Values: []string{"5"}}},
			"# first\n[keys]\na = 1\n# of c\nc = 'x' # c\nd = 'y'\n", "# first\n[keys]\na = '5'\n# of c\nd = []\nb = ['1', '\"']\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "config.toml")
			if err := os.WriteFile(path, []byte(tt.before), 0o600); err != nil {
				t.Fatal(err)
			}
			for range 2 { // saying it again changes nothing
				if err := settings.ChangeIn(path, keys, tt.changes); err != nil {
					t.Fatal(err)
				}
				if got, err := os.ReadFile(path); err != nil || string(got) != tt.after {
					t.Fatalf("%v\n%s\nwant\n%s", err, got, tt.after)
				}
			}
		})
	}
	path := file(t, "keys = 1\n")
	if err := settings.ChangeIn(path, keys, one); err == nil {
		t.Error("no error where the name is taken by another setting")
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "keys = 1\n" {
		t.Errorf("the file is now %q (%v)", got, err)
	}
}

// Whatever a file holds, a changed setting is in it as it was chosen, and the others are as
// they were.
func FuzzChangeIn(f *testing.F) {
	for _, text := range []string{"", "a = 1", "[keys]\nup = 'x' # y\n", "keys.up = [\n'a', # b\n]\n[x]\nc = 1\n", "[[keys]]\nup = 1\n", "\"keys\" . up=1\r\n[y]\r\n"} {
		f.Add(text, "i")
	}
	f.Fuzz(func(t *testing.T, text, value string) {
		if !utf8.ValidString(value) {
			return // it has no place in TOML
		}
		path := filepath.Join(t.TempDir(), "config.toml")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		before, err := settings.Read(path)
		if err != nil {
			return
		}
		if settings.ChangeIn(path, []string{"keys"}, []settings.Change{{Key: "up", Values: []string{value}}}) != nil {
			return
		}
		after, err := settings.Read(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := valueIn(after, "keys", "up"); got != value {
			t.Errorf("%q is %q", value, got)
		}
		for _, setting := range append(before.In(), before.Tables()...) {
			if table := setting.Path[:len(setting.Path)-1]; len(table) != 1 || table[0] != "keys" || setting.Name() != "up" {
				if got := valueIn(after, append(table, setting.Name())...); got != setting.Value() {
					t.Errorf("%q was %q, and is %q", setting.Path, setting.Value(), got)
				}
			}
		}
	})
}

// valueIn returns the value of a setting by its path.
func valueIn(s *settings.Settings, path ...string) string {
	value := ""
	for _, setting := range s.In(path[:len(path)-1]...) {
		if setting.Name() == path[len(path)-1] {
			value = setting.Value()
		}
	}
	return value
}
