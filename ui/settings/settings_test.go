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

// Editors of Windows put a byte order mark in front of a file, which is no part of its text.
func TestReadBehindAByteOrderMark(t *testing.T) {
	t.Parallel()
	s, err := settings.Read(file(t, "\ufefflang = \"en\"\r\n"))
	want := []settings.Setting{{Path: []string{"lang"}, Values: []string{"en"}, Line: 1, Column: 1}}
	if got := s.In(); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v (%v), want %+v", got, err, want)
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
