package settings_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/settings"
)

// file writes a file and gives its path.
func file(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(text), 0o640); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRead(t *testing.T) {
	s, err := settings.Read(file(t, `# what I like
lang = "en"
width = 72   # columns
justify = true

[keys]
down = ["j", "↓"]

[terminals."tmux in kitty"]
form = 'toggle'
`))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		table []string
		want  []settings.Setting
	}{
		{nil, []settings.Setting{
			{Path: []string{"lang"}, Values: []string{"en"}, Line: 2, Column: 1},
			{Path: []string{"width"}, Values: []string{"72"}, Line: 3, Column: 1},
			{Path: []string{"justify"}, Values: []string{"true"}, Line: 4, Column: 1},
		}},
		{[]string{"keys"}, []settings.Setting{{Path: []string{"keys", "down"}, Values: []string{"j", "↓"}, Line: 7, Column: 1}}},
		{[]string{"terminals", "tmux in kitty"}, []settings.Setting{
			{Path: []string{"terminals", "tmux in kitty", "form"}, Values: []string{"toggle"}, Line: 10, Column: 1},
		}},
		{[]string{"terminals"}, nil},
	} {
		if got := s.In(tt.table...); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("in %q: %+v, want %+v", tt.table, got, tt.want)
		}
	}
}

// Tables that are written in one line are read as others are.
func TestReadTablesInOneLine(t *testing.T) {
	t.Parallel()
	s, err := settings.Read(file(t, "lang = 'en'\nterminals = { kitty = { form = 'visual' }, x.marks = 'keep' }\nkeys = { down = ['j', 'n'], up = \"k\" }\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		table []string
		want  []settings.Setting
	}{
		{[]string{"keys"}, []settings.Setting{
			{Path: []string{"keys", "down"}, Values: []string{"j", "n"}, Line: 3, Column: 1},
			{Path: []string{"keys", "up"}, Values: []string{"k"}, Line: 3, Column: 1},
		}},
		{[]string{"terminals", "kitty"}, []settings.Setting{{Path: []string{"terminals", "kitty", "form"}, Values: []string{"visual"}, Line: 2, Column: 1}}},
		{[]string{"terminals", "x"}, []settings.Setting{{Path: []string{"terminals", "x", "marks"}, Values: []string{"keep"}, Line: 2, Column: 1}}},
	} {
		if got := s.In(tt.table...); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("in %q: %+v, want %+v", tt.table, got, tt.want)
		}
	}
}

func TestReadSaysWhatIsWrong(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"no TOML":          {"lang = ar\n", ":1:8:"},
		"said twice":       {"a = 1\na = 2\n", ":2:"},
		"an open string":   {"a = 1\n\nb = \"x\n", ":3:"},
		"a bare table end": {"[a\nb = 1\n", ":1:"},
	} {
		t.Run(name, func(t *testing.T) {
			path := file(t, tt.text)
			_, err := settings.Read(path)
			if err == nil || !strings.HasPrefix(err.Error(), path+tt.want) {
				t.Errorf("error %v, want %s%s", err, path, tt.want)
			}
		})
	}
	s, err := settings.Read(filepath.Join(t.TempDir(), "none.toml"))
	if !errors.Is(err, fs.ErrNotExist) || s == nil || s.In() != nil {
		t.Errorf("no file: %v, %v", s, err)
	}
}

func TestRemember(t *testing.T) {
	table := []string{"terminals", `my "term"`}
	pairs := []settings.Pair{{Key: "form", Value: "marked"}, {Key: "shape", Value: "never"}}
	const want = "[terminals.'my \"term\"']\nform = 'marked'\nshape = 'never'\n"
	for name, tt := range map[string]struct{ before, after string }{
		"an empty file":           {"", want},
		"a file without an end":   {"a = 1", "a = 1\n\n" + want},
		"the table is replaced":   {"a = 1\n[terminals.'my \"term\"']\nform = 'x'\nmarks = 'hide'\n# about b\n[b]\nc = 2\n", "a = 1\n# about b\n[b]\nc = 2\n\n" + want},
		"however it was written":  {"[ terminals . \"my \\\"term\\\"\" ] # mine\n\nform = 'x'\n", want},
		"one of another terminal": {"[terminals.x]\nform = 'x'\n", "[terminals.x]\nform = 'x'\n\n" + want},
		"arrays that look like a table": {"a = [\n[1],\n[2]\n]\ns = '''\n[terminals.'my \"term\"']\n'''\n",
			"a = [\n[1],\n[2]\n]\ns = '''\n[terminals.'my \"term\"']\n'''\n\n" + want},
	} {
		t.Run(name, func(t *testing.T) {
			path := file(t, tt.before)
			for range 2 { // saying it again changes nothing
				if err := settings.Remember(path, table, pairs); err != nil {
					t.Fatal(err)
				}
				got, err := os.ReadFile(path)
				if err != nil || string(got) != tt.after {
					t.Fatalf("%v\n%s\nwant\n%s", err, got, tt.after)
				}
			}
			if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
				t.Errorf("the file's mode is %v (%v)", info.Mode(), err)
			}
		})
	}
}

func TestSet(t *testing.T) {
	pairs := []settings.Pair{{Key: "theme", Value: "sepia"}, {Key: "measure", Value: "60"}}
	for name, tt := range map[string]struct{ before, after string }{
		"an empty file":        {"", "theme = 'sepia'\nmeasure = 60\n"},
		"in their place":       {"# mine\nmeasure = 80\nlang = 'en'\ntheme = 'day' # old\n", "# mine\nmeasure = 60\nlang = 'en'\ntheme = 'sepia'\n"},
		"above the tables":     {"lang = 'en'\n\n# about x\n[x]\ntheme = 'y'\n", "lang = 'en'\ntheme = 'sepia'\nmeasure = 60\n\n# about x\n[x]\ntheme = 'y'\n"},
		"where are but tables": {"[x]\na = 1\n", "theme = 'sepia'\nmeasure = 60\n\n[x]\na = 1\n"},
	} {
		t.Run(name, func(t *testing.T) {
			path := file(t, tt.before)
			for range 2 {
				if err := settings.Set(path, pairs); err != nil {
					t.Fatal(err)
				}
				if got, err := os.ReadFile(path); err != nil || string(got) != tt.after {
					t.Fatalf("%v\n%s\nwant\n%s", err, got, tt.after)
				}
			}
		})
	}
	path := file(t, "theme = '''\nof two lines'''\n")
	if err := settings.Set(path, pairs); err == nil {
		t.Error("no error where a line cannot be replaced")
	}
}

func TestRememberMakesTheFolderAndSparesWhatIsNoTOML(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b", "config.toml")
	if err := settings.Remember(path, []string{"t"}, nil); err != nil {
		t.Error(err)
	}
	path = file(t, "not toml")
	if err := settings.Remember(path, []string{"t"}, nil); err == nil {
		t.Error("no error for a file that is no TOML")
	}
	if got, _ := os.ReadFile(path); string(got) != "not toml" {
		t.Errorf("the file is now %q", got)
	}
	path = file(t, "terminals = 1\n")
	if err := settings.Remember(path, []string{"terminals", "x"}, nil); err == nil {
		t.Error("no error where the name is taken by another setting")
	}
	if got, _ := os.ReadFile(path); string(got) != "terminals = 1\n" {
		t.Errorf("the file is now %q", got)
	}
}
