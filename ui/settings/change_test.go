package settings_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/settings"
)

// A setting is changed where it stands, and all else stays as it is.
func TestChangeIn(t *testing.T) {
	t.Parallel()
	keys, kitty := []string{"keys"}, []string{"terminals", "kitty"}
	up := []settings.Change{{Key: "up", Values: []string{"i"}}}
	gone := []settings.Change{{Key: "up", Removed: true}}
	form := []settings.Change{{Key: "form", Values: []string{"visual"}}, {Key: "shape", Removed: true}}
	looks := []settings.Change{{Key: "theme", Values: []string{"sepia"}}, {Key: "measure", Values: []string{"60"}}}
	for name, tt := range map[string]struct {
		table         []string
		changes       []settings.Change
		before, after string
	}{
		"an empty file":        {keys, up, "", "[keys]\nup = 'i'\n"},
		"a file without it":    {keys, up, "a = 1", "a = 1\n\n[keys]\nup = 'i'\n"},
		"behind the others":    {keys, up, "[keys] # mine\ndown = 'j' # down\n\n[x]\na = 1\n", "[keys] # mine\ndown = 'j' # down\nup = 'i'\n\n[x]\na = 1\n"},
		"into an empty table":  {keys, up, "[keys]\n# none yet\n[x]\n", "[keys]\nup = 'i'\n# none yet\n[x]\n"},
		"in its place":         {keys, up, "[keys]\n  up   =  ['k', 'u']  # up\ndown = 'j'\n", "[keys]\n  up   =  'i'  # up\ndown = 'j'\n"},
		"over several lines":   {keys, up, "[keys]\nup = [\n 'k', # k\n 'u',\n] # up\ndown = 'j'\n", "[keys]\nup = 'i' # up\ndown = 'j'\n"},
		"under a quoted name":  {keys, up, "[ \"keys\" ]\n'up' = 'k'\n", "[ \"keys\" ]\n'up' = 'i'\n"},
		"with its table's":     {keys, up, "keys.up = 'k'\na = 1\n", "keys.up = 'i'\na = 1\n"},
		"behind one with it":   {keys, up, "keys.down = 'j' # j\na = 1\n[x]\nb = 1\n", "keys.down = 'j' # j\nkeys.up = 'i'\na = 1\n[x]\nb = 1\n"},
		"behind a deeper one":  {keys, up, "keys.x.y = 'j'\na = 1\n", "keys.x.y = 'j'\nkeys.up = 'i'\na = 1\n"},
		"not of another table": {keys, up, "[x]\nup = 1\n[x.keys]\nup = 2\n[[keep]]\nup = 3\n", "[x]\nup = 1\n[x.keys]\nup = 2\n[[keep]]\nup = 3\n\n[keys]\nup = 'i'\n"},
		"what looks like one": {
			keys, up, "a = [\n[1],\n[2]\n]\ns = '''\n[keys]\n'''\n",
			"a = [\n[1],\n[2]\n]\ns = '''\n[keys]\n'''\n\n[keys]\nup = 'i'\n",
		},
		"several": {
			keys, []settings.Change{{Key: "b", Values: []string{"1", `"`}}, {Key: "c", Removed: true}, {Key: "none", Removed: true}, {Key: "d"}, {Key: "a", Values: []string{"5"}}},
			"# first\n[keys]\na = 1\n# of c\nc = 'x' # c\nd = 'y'\n", "# first\n[keys]\na = 5\n# of c\nd = []\nb = ['1', '\"']\n",
		},

		"in one line":                 {keys, up, "keys = { down = ['j', 'n'], up = 'k' } # mine\na = 1\n", "keys = { down = ['j', 'n'], up = 'i' } # mine\na = 1\n"},
		"new in one line":             {keys, up, "keys = { down = ['j', { a = 1 }] } # mine\n", "keys = { down = ['j', { a = 1 }], up = 'i' } # mine\n"},
		"new in an empty line":        {keys, up, "keys={  } # mine\n[x]\na = 1\n", "keys={ up = 'i' } # mine\n[x]\na = 1\n"},
		"in one line over several":    {keys, up, "keys = {\n  down = 'j', # down\n  # up?\n}\n", "keys = {\n  down = 'j', up = 'i', # down\n  # up?\n}\n"},
		"out of one line":             {keys, gone, "keys = {up='i'}\n", "keys = {}\n"},
		"first out of one line":       {keys, gone, "keys = { up = 'k' , down = 'j' }\n", "keys = {  down = 'j' }\n"},
		"last out of one line":        {keys, gone, "keys = { down = 'j', up = 'k' } # mine\n", "keys = { down = 'j' } # mine\n"},
		"out of one line with a word": {keys, gone, "keys = {\n  down = 'j', # down\n  up = 'k' # up\n}\n", "keys = {\n  down = 'j' # down\n   # up\n}\n"},

		"within another table": {kitty, form, "[terminals.x]\nform = 'x'\n", "[terminals.x]\nform = 'x'\n\n[terminals.kitty]\nform = 'visual'\n"},
		"however it was written": {
			kitty, form, "[ terminals . \"kitty\" ] # mine\n\nform = 'x' # x\nshape = 'never'\n# about b\n[b]\nc = 2\n",
			"[ terminals . \"kitty\" ] # mine\n\nform = 'visual' # x\n# about b\n[b]\nc = 2\n",
		},
		"all in one line":         {kitty, form, "terminals = { x.form = 'y', kitty = { shape = 'never', marks = 'keep' } } # mine\n", "terminals = { x.form = 'y', kitty = { marks = 'keep', form = 'visual' } } # mine\n"},
		"not yet in one line":     {kitty, form, "terminals = { x = { form = 'y' } } # mine\n", "terminals = { x = { form = 'y' }, kitty.form = 'visual' } # mine\n"},
		"by dots in one line":     {kitty, form, "terminals = { kitty.marks = 'keep', kitty.shape = 'never' }\n", "terminals = { kitty.marks = 'keep', kitty.form = 'visual' }\n"},
		"one of them in one line": {kitty, form, "[terminals]\nkitty = { shape = 'never' } # mine\nx.form = 'y'\n", "[terminals]\nkitty = { form = 'visual' } # mine\nx.form = 'y'\n"},
		"by dots in a table":      {kitty, form, "[terminals]\nkitty.marks = 'keep'\nx.form = 'y'\n", "[terminals]\nkitty.marks = 'keep'\nkitty.form = 'visual'\nx.form = 'y'\n"},

		"no table, an empty file":        {nil, looks, "", "theme = 'sepia'\nmeasure = 60\n"},
		"no table, in their place":       {nil, looks, "# mine\nmeasure = 80 # wide\nlang = 'en'\ntheme = 'day' # old\n", "# mine\nmeasure = 60 # wide\nlang = 'en'\ntheme = 'sepia' # old\n"},
		"no table, over several lines":   {nil, looks, "theme = '''\nof two lines''' # old\nmeasure = 1\n", "theme = 'sepia' # old\nmeasure = 60\n"},
		"above the tables":               {nil, looks, "lang = 'en'\n\n# about x\n[x]\ntheme = 'y'\n", "lang = 'en'\ntheme = 'sepia'\nmeasure = 60\n\n# about x\n[x]\ntheme = 'y'\n"},
		"where are but tables":           {nil, looks, "# mine\n\n# about x\n[x]\na = 1\n", "# mine\n\ntheme = 'sepia'\nmeasure = 60\n\n# about x\n[x]\na = 1\n"},
		"where is but a table of a line": {nil, looks, "keys = { up = 'k' }\n[x]\na = 1", "keys = { up = 'k' }\ntheme = 'sepia'\nmeasure = 60\n[x]\na = 1"},

		"the ends of lines of the file": {keys, up, "a = 1 # one\r\n", "a = 1 # one\r\n\r\n[keys]\r\nup = 'i'\r\n"},
		"behind its byte order mark":    {nil, looks, "\ufefftheme = 'day'\r\n[x]", "\ufefftheme = 'sepia'\r\nmeasure = 60\r\n[x]"},
		"nothing but a byte order mark": {keys, up, "\ufeff", "\ufeff[keys]\nup = 'i'\n"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := file(t, tt.before)
			for range 2 { // saying it again changes nothing
				if err := settings.ChangeIn(path, tt.table, tt.changes); err != nil {
					t.Fatal(err)
				}
				if got, err := os.ReadFile(path); err != nil || string(got) != tt.after {
					t.Fatalf("%v\n%s\nwant\n%s", err, got, tt.after)
				}
			}
			if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
				t.Errorf("the file's mode is %v (%v)", info.Mode(), err)
			}
		})
	}
}

// A folder is made where there is none; what is no TOML, or would be none, is left alone.
func TestChangeInMakesTheFolderAndSparesWhatIsNoTOML(t *testing.T) {
	t.Parallel()
	changes := []settings.Change{{Key: "up", Values: []string{"i"}}}
	path := filepath.Join(t.TempDir(), "a", "b", "config.toml")
	if err := settings.ChangeIn(path, []string{"keys"}, changes); err != nil {
		t.Error(err)
	}
	for _, text := range []string{"not toml", "keys = 1\n"} {
		path := file(t, text)
		if err := settings.ChangeIn(path, []string{"keys"}, changes); err == nil {
			t.Errorf("%q: no error", text)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != text {
			t.Errorf("the file is now %q (%v)", got, err)
		}
	}
}

// A file that its owner made for reading alone is not replaced, and the error says why; nor is
// a link, whose file is made where there is none yet.
func TestChangeInLeavesWhatIsNotToBeReplaced(t *testing.T) {
	t.Parallel()
	changes := []settings.Change{{Key: "up", Values: []string{"i"}}}
	path := file(t, "a = 1\n")
	if err := os.Chmod(path, 0o440); err != nil {
		t.Fatal(err)
	}
	if err := settings.ChangeIn(path, nil, changes); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("of a file for reading alone the error is %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "a = 1\n" {
		t.Errorf("the file is now %q (%v)", got, err)
	}
	folder := t.TempDir()
	link, target := filepath.Join(folder, "config.toml"), filepath.Join(folder, "kept", "mine.toml")
	if err := os.Symlink(filepath.Join("kept", "mine.toml"), link); err != nil {
		t.Fatal(err)
	}
	if err := settings.ChangeIn(link, nil, changes); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(target); err != nil || string(got) != "up = 'i'\n" {
		t.Errorf("the file behind the link is %q (%v)", got, err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode().Type() != fs.ModeSymlink {
		t.Errorf("the link is now %v (%v)", info, err)
	}
}

// Whatever a file holds, a changed setting is in it as it was chosen, or is gone, and the
// others are as they were.
func FuzzChangeIn(f *testing.F) {
	for _, text := range []string{
		"", "a = 1", "[keys]\nup = 'x' # y\n", "keys.up = [\n'a', # b\n]\n[x]\nc = 1\n", "[[keys]]\nup = 1\n", "\"keys\" . up=1\r\n[y]\r\n",
		"keys = { up = 1, a = 2 }", "keys = {\n a = 1, # b\n up = 'x', # c\n}\n", "keys = {}", "\ufeff", "\ufeffup = 1\r\n[keys]", "x = { keys = { up = 1 }, b.c = 2 }\n",
	} {
		f.Add(text, "i", false)
		f.Add(text, "i", true)
	}
	f.Fuzz(func(t *testing.T, text, value string, removed bool) {
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
		err = settings.ChangeIn(path, []string{"keys"}, []settings.Change{{Key: "up", Values: []string{value}, Removed: removed}})
		if err != nil && !removed {
			return // the name is taken by something else
		}
		after, err := settings.Read(path)
		if err != nil {
			t.Fatal(err)
		}
		want := value
		if removed {
			want = ""
		}
		if got := valueIn(after, "keys", "up"); got != want {
			t.Errorf("%q is %q", want, got)
		}
		for _, setting := range append(before.In(), before.Tables()...) {
			if len(setting.Path) < 2 || setting.Path[0] != "keys" || setting.Path[1] != "up" {
				table := setting.Path[:len(setting.Path)-1]
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
