package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

// Pair is a setting to be written.
type Pair struct{ Key, Value string }

// Remember puts a table in the file, in the place of the one of that name, and
// leaves all else in the file as it is, comments too. The file and its folder
// are made where there are none. A file that is no TOML is not touched.
//
// The new file takes the place of the old one at once, or not at all.
func Remember(path string, table []string, pairs []Pair) error {
	return edit(path, func(data []byte, settings []Setting, headers []header) []byte {
		return append(withoutSettings(data, headers, settings, table), writtenSettings(table, pairs)...)
	})
}

// Set sets settings outside of tables, each in the line where it is set already
// or in a new one above the tables, and leaves all else in the file as it is; see
// [Remember].
func Set(path string, pairs []Pair) error {
	return edit(path, func(data []byte, settings []Setting, headers []header) []byte {
		lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
		end := len(lines) // of what stands above the tables
		if len(headers) > 0 {
			end = headers[0].line - 1
			for end > 0 && strings.HasPrefix(lines[end-1], "#") {
				end-- // what is said of the first table
			}
		}
		var more []string
		for _, p := range pairs {
			line := fmt.Sprintf("%s = %s", p.Key, Quoted(p.Value))
			i := slices.IndexFunc(settings, func(s Setting) bool { return slices.Equal(s.Path, []string{p.Key}) })
			if i < 0 {
				more = append(more, line)
			} else {
				lines[settings[i].Line-1] = line
			}
		}
		above := strings.TrimRight(strings.Join(lines[:end], "\n"), "\n")
		parts := append([]string{above}, more...)
		if len(headers) > 0 {
			parts = append(parts, "", strings.Join(lines[end:], "\n"))
		}
		return []byte(strings.TrimLeft(strings.Join(parts, "\n"), "\n") + "\n")
	})
}

// edit changes a file by its text, its settings and where its tables begin.
func edit(path string, change func([]byte, []Setting, []header) []byte) error {
	data, err := readFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return &Error{Path: path, Why: err}
	}
	settings, headers, err := parse(path, data)
	if err != nil {
		return err
	}
	text := change(data, settings, headers)
	if _, _, err := parse(path, text); err != nil {
		return &Error{Path: path, Writing: true, Why: err}
	}
	return replace(path, text)
}

// withoutSettings is a file without a table, ending in an empty line if it holds
// anything. Comments behind the table's last setting stay.
func withoutSettings(data []byte, headers []header, settings []Setting, table []string) []byte {
	lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	for _, h := range slices.Backward(headers) {
		if !slices.Equal(h.path, table) {
			continue
		}
		last := h.line
		for _, setting := range settings {
			if slices.Equal(setting.Path[:len(setting.Path)-1], table) {
				last = max(last, setting.Line)
			}
		}
		lines = slices.Delete(lines, h.line-1, last)
	}
	text := strings.TrimRight(strings.Join(lines, "\n"), "\n")
	if text != "" {
		text += "\n\n"
	}
	return []byte(text)
}

func writtenSettings(table []string, pairs []Pair) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "[%s]\n", writtenPath(table))
	for _, p := range pairs {
		fmt.Fprintf(&b, "%s = %s\n", p.Key, Quoted(p.Value))
	}
	return b.Bytes()
}

// plainPattern are the values that need no quotation marks.
var plainPattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("^(true|false|0|[1-9][0-9]{0,8})$") })

// barePattern are the keys that TOML takes without quotation marks.
var barePattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("^[A-Za-z0-9_-]+$") })

// Quoted are values as the file has them: one, or an array of none or several.
// What reads as a whole number, as true or as false is written as such.
func Quoted(values ...string) string {
	if len(values) == 1 {
		if plainPattern().MatchString(values[0]) {
			return values[0]
		}
		return quoteText(values[0])
	}
	parts := make([]string, len(values))
	for i, v := range values {
		parts[i] = quoteText(v)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// quoteText is a text as TOML writes it between quotation marks.
func quoteText(s string) string {
	text, err := toml.Marshal(map[string]string{"k": s})
	if err != nil {
		panic(err) // any text can be written
	}
	return strings.TrimSpace(strings.TrimPrefix(string(text), "k ="))
}

// Create writes a file where there is none, and its folder with it. Where there is
// one its error is fs.ErrExist.
func Create(path, text string) error {
	if _, err := os.Lstat(path); err == nil {
		return &Error{Path: path, Why: fs.ErrExist}
	}
	return replace(path, []byte(text))
}

// replace writes a file beside the one that it replaces, and renames it.
func replace(path string, text []byte) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return &Error{Path: path, Writing: true, Why: err}
	}
	f, err := os.CreateTemp(folder, ".config-*.toml")
	if err != nil {
		return &Error{Path: path, Writing: true, Why: err}
	}
	_, err = f.Write(text)
	if before, statErr := os.Stat(path); err == nil && statErr == nil {
		err = f.Chmod(before.Mode().Perm())
	}
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // it is of no use to anyone
		return &Error{Path: path, Writing: true, Why: err}
	}
	return nil
}
