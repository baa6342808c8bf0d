package settings

import (
	"bytes"
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"
)

// settingPlace is where a setting stands in a file, in bytes: its key, its value and its end.
// A table in one line is one, and so is each of its settings.
type settingPlace struct {
	path, under     []string // with the names of its tables; those of the header that it stands under
	key, value, end int
	inline          bool // it stands in a table in one line
	outer           int  // the value of that
}

// header is where a table begins: its name, in bytes.
type header struct {
	path []string
	at   int
}

// placesIn finds where the settings and the tables of a file stand.
func placesIn(data []byte) (all []settingPlace, headers []header) {
	var p unstable.Parser
	p.Reset(data)
	var table []string
	for p.NextExpression() {
		node := p.Expression()
		if node.Kind == unstable.KeyValue {
			all = appendPlaces(all, data, settingPlace{path: table, under: table}, node)
			continue
		}
		key, _ := keyOf(&p, node)
		names := node.Key()
		names.Next()
		table = key
		if node.Kind == unstable.ArrayTable {
			table = append(slices.Clip(key), "") // none of the settings outside of arrays
		}
		headers = append(headers, header{table, int(names.Node().Raw.Offset)})
	}
	return all, headers
}

// appendPlaces appends where a setting stands that is in the table of a place, and where those
// stand that it holds.
func appendPlaces(all []settingPlace, data []byte, in settingPlace, node *unstable.Node) []settingPlace {
	place := in
	place.path = slices.Clone(in.path)
	behind := 0 // the key
	for names := node.Key(); names.Next(); {
		place.path = append(place.path, string(names.Node().Data))
		behind = int(names.Node().Raw.Offset + names.Node().Raw.Length)
	}
	place.key, place.end = int(node.Raw.Offset), int(node.Raw.Offset+node.Raw.Length)
	place.value = behind + bytes.IndexByte(data[behind:], '=') + 1
	place.value += skipSpaces(data[place.value:])
	all = append(all, place)
	if value := node.Value(); value.Kind == unstable.InlineTable {
		place.inline, place.outer = true, place.value
		for inner := value.Children(); inner.Next(); {
			all = appendPlaces(all, data, place, inner.Node())
		}
	}
	return all
}

// skipSpaces returns how many bytes of white space a line begins with.
func skipSpaces(data []byte) int { return len(data) - len(bytes.TrimLeft(data, " \t")) }

// skipUnread returns how many bytes a text begins with that mean nothing: white space, ends of
// lines, comments.
func skipUnread(data []byte) int {
	at := 0
	for at < len(data) {
		switch data[at] {
		case ' ', '\t', '\r', '\n':
			at++
		case '#':
			at = lineEnd(data, at)
		default:
			return at
		}
	}
	return at
}

// lineStart and lineEnd return where the line of a byte begins, and where the next one does.
func lineStart(data []byte, at int) int { return bytes.LastIndexByte(data[:at], '\n') + 1 }

func lineEnd(data []byte, at int) int {
	if n := bytes.IndexByte(data[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(data)
}
