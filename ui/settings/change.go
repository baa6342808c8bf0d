package settings

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

// Change is a setting to be written: a value, or an array of none or several; or one to be
// taken out.
type Change struct {
	Key     string
	Values  []string
	Removed bool
}

// ChangeIn changes settings of a table, or of none, each in the place where it stands already,
// or else behind the others of the table, and leaves all else in the file as it is, comments
// too. A table may be written in one line, or within another one that is. A table that there
// is none of is made at the end. The file and its folder are made where there are none; a
// file that is no TOML is not touched.
//
// The new file takes the place of the old one at once, or not at all.
func ChangeIn(path string, table []string, changes []Change) error {
	return edit(path, func(data []byte) []byte {
		for _, c := range changes {
			data = applyEdits(data, editsFor(data, table, c))
		}
		return data
	})
}

// editsFor returns what makes a change of a table.
func editsFor(data []byte, table []string, c Change) []textEdit {
	all, headers := placesIn(data)
	path := append(slices.Clip(table), c.Key)
	i := slices.IndexFunc(all, func(p settingPlace) bool { return slices.Equal(p.path, path) })
	switch {
	case i >= 0 && !c.Removed:
		return []textEdit{{all[i].value, all[i].end, Quoted(c.Values...)}}
	case i >= 0 && all[i].inline:
		return inlineRemoval(data, all, i)
	case i >= 0:
		return []textEdit{{lineStart(data, all[i].key), lineEnd(data, all[i].end), ""}}
	case c.Removed:
		return nil
	}
	value := " = " + Quoted(c.Values...)
	for _, p := range slices.Backward(all) { // the innermost one that holds the table
		if n := len(p.path); data[p.value] == '{' && n <= len(table) && slices.Equal(p.path, table[:n]) {
			return []textEdit{inlineInsertion(data, all, p, writtenPath(path[n:])+value)}
		}
	}
	return []textEdit{insertion(data, all, headers, path, value)}
}

// inlineInsertion returns what puts a setting at the end of a table in one line.
func inlineInsertion(data []byte, all []settingPlace, table settingPlace, line string) textEdit {
	last := 0
	for _, p := range all {
		if p.key > table.value && p.end < table.end {
			last = max(last, p.end)
		}
	}
	if last == 0 {
		return textEdit{table.value + 1, table.value + 1 + skipSpaces(data[table.value+1:]), " " + line + " "}
	}
	return textEdit{last, last, ", " + line}
}

// inlineRemoval returns what takes a setting out of the table in one line that it stands in,
// with the comma behind it, or else with the one before.
func inlineRemoval(data []byte, all []settingPlace, i int) []textEdit {
	from, to := all[i].key, all[i].end
	if n := skipUnread(data[to:]); data[to+n] == ',' {
		comma := to + n
		return []textEdit{{from, to, ""}, {comma, comma + 1 + skipSpaces(data[comma+1:]), ""}}
	}
	before := -1 // the setting before it in the same table
	for k, p := range all {
		if p.end <= from && p.inline && p.outer == all[i].outer {
			before = k
		}
	}
	if before < 0 {
		return []textEdit{{from, to + skipSpaces(data[to:]), ""}}
	}
	comma := all[before].end + skipUnread(data[all[before].end:])
	between := comma + 1 + skipSpaces(data[comma+1:])
	if between == from {
		return []textEdit{{comma, to, ""}}
	}
	return []textEdit{{comma, comma + 1, ""}, {from, to, ""}}
}

// insertion returns what puts a setting into a table by a line of its own.
func insertion(data []byte, all []settingPlace, headers []header, path []string, value string) textEdit {
	table := path[:len(path)-1]
	for _, p := range slices.Backward(all) { // behind the last of its settings
		if n := len(table); !p.inline && len(p.under) <= n && n < len(p.path) && slices.Equal(p.path[:n], table) {
			at := lineEnd(data, p.end)
			return textEdit{at, at, writtenPath(path[len(p.under):]) + value + "\n"}
		}
	}
	line := writtenKey(path[len(table)]) + value + "\n"
	if len(table) == 0 {
		return aboveTables(data, headers, line)
	}
	if i := slices.IndexFunc(headers, func(h header) bool { return slices.Equal(h.path, table) }); i >= 0 {
		at := lineEnd(data, headers[i].at)
		return textEdit{at, at, line}
	}
	line = "[" + writtenPath(table) + "]\n" + line
	if len(bytes.TrimSpace(data)) > 0 {
		line = "\n" + line
	}
	return textEdit{len(data), len(data), line}
}

// aboveTables returns what puts a first line above all tables, and above what is said of the
// first of them.
func aboveTables(data []byte, headers []header, line string) textEdit {
	if len(headers) == 0 {
		return textEdit{len(data), len(data), line}
	}
	at := lineStart(data, headers[0].at)
	for at > 0 && data[lineStart(data, at-1)] == '#' {
		at = lineStart(data, at-1)
	}
	return textEdit{at, at, line + "\n"}
}

// textEdit puts a text in the place of some bytes.
type textEdit struct {
	start, end int
	text       string
}

// applyEdits returns a text with edits made in it, one behind the other, whose lines end as
// its first one does.
func applyEdits(data []byte, edits []textEdit) []byte {
	var out []byte
	newline := "\n"
	if first := data[:lineEnd(data, 0)]; bytes.HasSuffix(first, []byte("\r\n")) {
		newline = "\r\n"
	}
	from := 0
	for _, e := range edits {
		out = append(out, data[from:e.start]...)
		if n := len(out); e.start == len(data) && n > 0 && out[n-1] != '\n' {
			out = append(out, newline...)
		}
		out = append(out, strings.ReplaceAll(e.text, "\n", newline)...)
		from = e.end
	}
	return append(out, data[from:]...)
}

// writtenPath is the path of a table or a setting as TOML writes it.
func writtenPath(path []string) string {
	names := make([]string, len(path))
	for i, name := range path {
		names[i] = writtenKey(name)
	}
	return strings.Join(names, ".")
}

// writtenKey is a key as TOML writes it.
func writtenKey(name string) string {
	if barePattern().MatchString(name) {
		return name
	}
	return quoteText(name)
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
