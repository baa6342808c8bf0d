package settings

import (
	"bytes"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Change is a setting of a table to be written: a text, or an array of none or several; or
// one to be taken out.
type Change struct {
	Key     string
	Values  []string
	Removed bool
}

// ChangeIn changes settings of a table, each in the place where it stands already, or else
// behind the others of the table, and leaves all else in the file as it is, comments too; see
// [Remember]. A table in one line is written anew as a whole. A table that there is none of is
// made at the end.
func ChangeIn(path string, table []string, changes []Change) error {
	return edit(path, func(data []byte, settings []Setting, headers []header) []byte {
		all := placesIn(data)
		if i := slices.IndexFunc(all, func(p settingPlace) bool { return slices.Equal(p.path, table) && data[p.value] == '{' }); i >= 0 {
			inline := writtenInline(settings, table, changes)
			return applyEdits(data, []textEdit{{all[i].value, all[i].end, inline}})
		}
		var edits []textEdit
		var added []string
		for _, c := range changes {
			i := slices.IndexFunc(all, func(p settingPlace) bool { return slices.Equal(p.path, append(slices.Clip(table), c.Key)) })
			switch {
			case i < 0 && !c.Removed:
				added = append(added, writtenKey(c.Key)+" = "+quotedTexts(c.Values))
			case i < 0:
			case c.Removed:
				edits = append(edits, textEdit{lineStart(data, all[i].key), lineEnd(data, all[i].end), ""})
			default:
				edits = append(edits, textEdit{all[i].value, all[i].end, quotedTexts(c.Values)})
			}
		}
		if len(added) > 0 {
			edits = append(edits, insertion(data, all, headers, table, added))
		}
		return applyEdits(data, edits)
	})
}

// writtenInline is a table in one line, with some of its settings changed.
func writtenInline(settings []Setting, table []string, changes []Change) string {
	var parts []string
	write := func(path, values []string) {
		parts = append(parts, writtenPath(path)+" = "+quotedTexts(values))
	}
	changes = slices.Clone(changes)
	for _, s := range settings {
		if len(s.Path) <= len(table) || !slices.Equal(s.Path[:len(table)], table) {
			continue
		}
		rest := s.Path[len(table):]
		i := slices.IndexFunc(changes, func(c Change) bool { return slices.Equal([]string{c.Key}, rest) })
		if i < 0 {
			write(rest, s.Values)
			continue
		}
		if !changes[i].Removed {
			write(rest, changes[i].Values)
		}
		changes = slices.Delete(changes, i, i+1)
	}
	for _, c := range changes {
		if !c.Removed {
			write([]string{c.Key}, c.Values)
		}
	}
	if parts == nil {
		return "{}"
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

// insertion returns what puts new lines into a table.
func insertion(data []byte, all []settingPlace, headers []header, table, lines []string) textEdit {
	name, at := writtenPath(table), -1
	for _, p := range all { // the last of its settings
		if slices.Equal(p.path[:len(p.path)-1], table) {
			at = lineEnd(data, p.end)
		}
	}
	i := slices.IndexFunc(headers, func(h header) bool { return slices.Equal(h.path, table) })
	switch {
	case i < 0 && at < 0:
		text := "[" + name + "]\n" + strings.Join(lines, "\n") + "\n"
		if len(bytes.TrimSpace(data)) > 0 {
			text = "\n" + text
		}
		return textEdit{len(data), len(data), text}
	case i < 0: // its settings have its name before theirs
		for i := range lines {
			lines[i] = name + "." + lines[i]
		}
	case at < 0:
		at = offsetOfLine(data, headers[i].line+1)
	}
	return textEdit{at, at, strings.Join(lines, "\n") + "\n"}
}

// settingPlace is where a setting stands in a file, in bytes: its key, its value and its end.
type settingPlace struct {
	path            []string
	key, value, end int
}

// placesIn finds where the settings of a file stand.
func placesIn(data []byte) (all []settingPlace) {
	var p unstable.Parser
	p.Reset(data)
	var table []string
	for p.NextExpression() {
		node := p.Expression()
		key, _ := keyOf(&p, node)
		if node.Kind != unstable.KeyValue {
			table = key
			if node.Kind == unstable.ArrayTable {
				table = append(slices.Clip(key), "") // none of the settings outside of arrays
			}
			continue
		}
		behind := 0 // the key
		for names := node.Key(); names.Next(); {
			behind = int(names.Node().Raw.Offset + names.Node().Raw.Length)
		}
		value := behind + bytes.IndexByte(data[behind:], '=') + 1
		value += len(data[value:]) - len(bytes.TrimLeft(data[value:], " \t"))
		all = append(all, settingPlace{
			path: slices.Concat(table, key), key: int(node.Raw.Offset),
			value: value, end: int(node.Raw.Offset + node.Raw.Length),
		})
	}
	return all
}

// textEdit puts a text in the place of some bytes.
type textEdit struct {
	start, end int
	text       string
}

// applyEdits returns a text with all edits made in it, of which no two overlap.
func applyEdits(data []byte, edits []textEdit) []byte {
	slices.SortStableFunc(edits, func(a, b textEdit) int { return a.start - b.start })
	var out []byte
	from := 0
	for _, e := range edits {
		out = append(out, data[from:e.start]...)
		if n := len(out); e.start == len(data) && n > 0 && out[n-1] != '\n' {
			out = append(out, '\n')
		}
		out = append(out, e.text...)
		from = e.end
	}
	return append(out, data[from:]...)
}

// lineStart and lineEnd return where the line of a byte begins, and where the next one does.
func lineStart(data []byte, at int) int { return bytes.LastIndexByte(data[:at], '\n') + 1 }

func lineEnd(data []byte, at int) int {
	if n := bytes.IndexByte(data[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(data)
}

// offsetOfLine returns where a line begins, the end of the text where there is none.
func offsetOfLine(data []byte, line int) int {
	at := 0
	for range line - 1 {
		at = lineEnd(data, at)
	}
	return at
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

// quotedTexts is [Quoted] for values that are texts, however they read.
func quotedTexts(values []string) string {
	if len(values) == 1 {
		return quoteText(values[0])
	}
	return Quoted(values...)
}
