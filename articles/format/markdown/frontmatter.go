package markdown

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/pelletier/go-toml/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/fields"
)

// frontMatter splits a file into the front matter's lines and the rest. YAML
// stands between lines of "---", TOML between lines of "+++".
func frontMatter(text string) (matter, rest string, isTOML, ok bool) {
	fence, _, _ := strings.Cut(text, "\n")
	fence = strings.TrimRight(fence, " \t")
	if fence != "---" && fence != "+++" {
		return "", text, false, false
	}
	start := strings.IndexByte(text, '\n') + 1
	if start == 0 {
		return "", text, false, false
	}
	for at := start; at < len(text) && at < maxFrontMatter; {
		line, _, _ := strings.Cut(text[at:], "\n")
		next := min(at+len(line)+1, len(text))
		if end := strings.TrimRight(line, " \t"); end == fence || fence == "---" && end == "..." {
			return text[start:at], text[next:], fence == "+++", true
		}
		at = next
	}
	return "", text, false, false
}

// hasFrontMatter tells a file that begins with front matter from one that
// begins with a rule.
func hasFrontMatter(in *articles.Source) bool {
	matter, _, isTOML, ok := frontMatter(in.Text())
	mark := ":"
	if isTOML {
		mark = "="
	}
	first, _, _ := strings.Cut(strings.TrimLeft(matter, " \t\n"), "\n")
	return ok && (strings.TrimSpace(matter) == "" || strings.Contains(first, mark) || strings.HasPrefix(first, "#"))
}

// parseFrontMatter gives the fields of front matter by their names in lower
// case.
func parseFrontMatter(in *articles.Source, matter string, isTOML bool) (map[string]fields.Field, error) {
	if isTOML {
		return parseTOML(in, matter)
	}
	return parseYAML(in, matter)
}

// firstLine is the line of a file on which its front matter's text begins.
const firstLine = 2

func parseYAML(in *articles.Source, matter string) (map[string]fields.Field, error) {
	file, err := parser.ParseBytes([]byte(matter), 0)
	if err != nil {
		line, why := 0, err
		if syntax, ok := errors.AsType[yaml.Error](err); ok {
			why = errors.New(syntax.GetMessage())
			if t := syntax.GetToken(); t != nil && t.Position != nil {
				line = t.Position.Line + firstLine - 1
			}
		}
		return nil, in.Fail(line, articles.ErrFrontMatter, why)
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return nil, nil
	}
	value, err := fromYAML(file.Docs[0].Body)
	if err == nil {
		if fields, ok := value.Value.(map[string]fields.Field); ok || value.Value == nil {
			return fields, nil
		}
		err = errors.New("names with values are expected, as in “title: …”")
	}
	return nil, in.Fail(value.Line, articles.ErrFrontMatter, err)
}

// fromYAML takes a value out of the tree. Aliases are refused: they are what
// makes a small file a huge one.
func fromYAML(node ast.Node) (fields.Field, error) {
	f := fields.Field{Line: firstLine}
	if t := node.GetToken(); t != nil && t.Position != nil {
		f.Line = t.Position.Line + firstLine - 1
	}
	switch n := node.(type) {
	case *ast.NullNode:
		return f, nil
	case *ast.MappingValueNode:
		return fromMapping([]*ast.MappingValueNode{n}, f)
	case *ast.MappingNode:
		return fromMapping(n.Values, f)
	case *ast.SequenceNode:
		var list []fields.Field
		for _, v := range n.Values {
			item, err := fromYAML(v)
			if err != nil {
				return item, err
			}
			list = append(list, item)
		}
		f.Value = list
		return f, nil
	case *ast.AnchorNode:
		return fromYAML(n.Value)
	case *ast.TagNode:
		return fromYAML(n.Value)
	case *ast.LiteralNode:
		f.Value = n.Value.Value
		return f, nil
	case *ast.StringNode:
		f.Value = n.Value
		return f, nil
	case ast.ScalarNode:
		f.Value = n.GetToken().Value // numbers and truth values as written
		return f, nil
	default:
		return f, fmt.Errorf("%s is not taken here", strings.ToLower(node.Type().String()))
	}
}

func fromMapping(values []*ast.MappingValueNode, f fields.Field) (fields.Field, error) {
	m := make(map[string]fields.Field, len(values))
	for _, v := range values {
		value, err := fromYAML(v.Value)
		if err != nil {
			return value, err
		}
		key := v.Key.GetToken()
		value.Line = key.Position.Line + firstLine - 1
		m[strings.ToLower(key.Value)] = value
	}
	f.Value = m
	return f, nil
}

func parseTOML(in *articles.Source, matter string) (map[string]fields.Field, error) {
	var m map[string]any
	err := toml.Unmarshal([]byte(matter), &m)
	var syntax *toml.DecodeError
	switch {
	case errors.As(err, &syntax):
		line, _ := syntax.Position()
		return nil, in.Fail(line+firstLine-1, articles.ErrFrontMatter, err)
	case err != nil:
		return nil, in.Fail(0, articles.ErrFrontMatter, err)
	}
	return fromTOML(m, matter).Value.(map[string]fields.Field), nil
}

// fromTOML takes over a decoded value. The lines of the top names are looked
// for in the text, since the decoder does not tell them.
func fromTOML(v any, matter string) fields.Field {
	switch v := v.(type) {
	case map[string]any:
		m := make(map[string]fields.Field, len(v))
		for name, value := range v {
			f := fromTOML(value, "")
			f.Line = lineOf(name, matter)
			m[strings.ToLower(name)] = f
		}
		return fields.Field{Value: m}
	case []any:
		var list []fields.Field
		for _, item := range v {
			list = append(list, fromTOML(item, ""))
		}
		return fields.Field{Value: list}
	case string:
		return fields.Field{Value: v}
	case time.Time:
		return fields.Field{Value: v}
	case toml.LocalDate:
		return fields.Field{Value: v.AsTime(time.UTC)}
	case toml.LocalDateTime:
		return fields.Field{Value: v.AsTime(time.UTC)}
	case int64:
		return fields.Field{Value: strconv.FormatInt(v, 10)}
	default:
		return fields.Field{Value: fmt.Sprint(v)}
	}
}

// lineOf is the line of the file on which a name of TOML is set, 0 where that
// cannot be told.
func lineOf(name, matter string) int {
	for i, line := range strings.Split(matter, "\n") {
		if key, _, ok := strings.Cut(line, "="); ok && strings.Trim(key, " \t\"'") == name {
			return i + firstLine
		}
	}
	return 0
}

// maxFrontMatter is the most bytes of front matter.
const maxFrontMatter = 32 << 10
