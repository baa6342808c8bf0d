// Package settings reads the user's settings, and writes down those that the
// program is told to remember.
//
// They are one TOML file. A setting is a flag of the command line written down:
// it has the flag's name and takes the flag's values. Tables hold what is said
// of one thing alone, such as [terminals."kitty"]. What a name means, and which
// values it may have, is for those who use it to say; here it is text with a
// place in a file, so that a wrong one can be named by line and column.
package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/adrg/xdg"
	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// Setting is a line of the file.
type Setting struct {
	Path   []string // the tables' names and the key; of a table in an array its place, from 1, too
	Values []string // one, but for an array
	Line   int      // of the key, from 1
	Column int      // in bytes, from 1
}

// Name is the setting's key without its tables.
func (s Setting) Name() string { return s.Path[len(s.Path)-1] }

// Value is the setting's only value, "" if there is none.
func (s Setting) Value() string {
	if len(s.Values) == 0 {
		return ""
	}
	return s.Values[0]
}

// Settings are those of a file.
type Settings struct {
	path string
	all  []Setting
}

// Error is a file that cannot be read as TOML, or a setting in it that means
// nothing. Line is 0 where the file itself could not be read, or written.
type Error struct {
	Path         string
	Line, Column int
	Writing      bool
	Why          error
}

func (e *Error) Error() string {
	if e.Line == 0 {
		why := e.Why
		if at, ok := errors.AsType[*fs.PathError](why); ok {
			why = at.Err // it names the file once more
		}
		return fmt.Sprintf("%s: %v", e.Path, why)
	}
	return fmt.Sprintf("%s:%d:%d: %v", e.Path, e.Line, e.Column, e.Why)
}

func (e *Error) Unwrap() error { return e.Why }

// DefaultPath is where the file is if the user names no other: in the folder for
// configuration of the XDG Base Directory Specification.
func DefaultPath() string { return filepath.Join(xdg.ConfigHome, "warraq", "config.toml") }

// Read reads a file. One that does not exist holds no settings; its error is
// fs.ErrNotExist, beside settings that can be used.
func Read(path string) (*Settings, error) {
	s := &Settings{path: path}
	data, err := ReadFile(path)
	if err != nil {
		return s, &Error{Path: path, Why: err}
	}
	s.all, err = parse(path, data)
	return s, err
}

// In gives the settings of a table, those outside every table for none.
func (s *Settings) In(table ...string) []Setting {
	var in []Setting
	for _, setting := range s.all {
		if isPath(setting.Path[:len(setting.Path)-1], table) {
			in = append(in, setting)
		}
	}
	return in
}

// Tables gives the settings that are in a table or in one under it.
func (s *Settings) Tables() []Setting {
	var in []Setting
	for _, setting := range s.all {
		if len(setting.Path) > 1 {
			in = append(in, setting)
		}
	}
	return in
}

// Wrong is what is to be said of a setting that means nothing.
func (s *Settings) Wrong(setting Setting, why error) *Error {
	return &Error{Path: s.path, Line: setting.Line, Column: setting.Column, Why: why}
}

func isPath(a, b []string) bool { return strings.Join(a, "\x00") == strings.Join(b, "\x00") }

// parse reads settings. The library's decoder finds what is wrong and where; its
// parser tells where each key is.
func parse(path string, data []byte) (all []Setting, err error) {
	var whole map[string]any
	if err := toml.Unmarshal(data, &whole); err != nil {
		wrong := &Error{Path: path, Line: 1, Column: 1, Why: err}
		if at, ok := errors.AsType[*toml.DecodeError](err); ok {
			wrong.Line, wrong.Column = at.Position()
		}
		return nil, wrong
	}
	var p unstable.Parser
	p.Reset(data)
	var table []string
	count := map[string]int{}
	for p.NextExpression() {
		node := p.Expression()
		key, at := keyOf(&p, node)
		switch node.Kind {
		case unstable.Table:
			table = key
		case unstable.KeyValue:
			all = appendSettings(all, Setting{Path: slices.Concat(table, key), Line: at.Line, Column: at.Column}, node.Value())
		default:
			count[strings.Join(key, "\x00")]++ // a table of an array stands under its place in it
			table = append(slices.Clip(key), strconv.Itoa(count[strings.Join(key, "\x00")]))
		}
	}
	return all, nil
}

// appendSettings appends a setting with its value, or those of a table that is written in one
// line, all of which stand where that does.
func appendSettings(all []Setting, s Setting, value *unstable.Node) []Setting {
	if value.Kind != unstable.InlineTable {
		s.Values = valuesOf(value)
		return append(all, s)
	}
	path := s.Path
	for inner := value.Children(); inner.Next(); {
		s.Path = slices.Clone(path)
		for names := inner.Node().Key(); names.Next(); {
			s.Path = append(s.Path, string(names.Node().Data))
		}
		all = appendSettings(all, s, inner.Node().Value())
	}
	return all
}

func keyOf(p *unstable.Parser, node *unstable.Node) (key []string, at unstable.Position) {
	for names := node.Key(); names.Next(); {
		if key == nil {
			at = p.Shape(names.Node().Raw).Start
		}
		key = append(key, string(names.Node().Data))
	}
	return key, at
}

func valuesOf(value *unstable.Node) (values []string) {
	if value.Kind != unstable.Array {
		return []string{string(value.Data)}
	}
	for elements := value.Children(); elements.Next(); {
		values = append(values, string(elements.Node().Data))
	}
	return values
}
