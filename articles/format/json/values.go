package json

import (
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/jsontext"
)

// values are the objects of an array, or those that stand one behind another.
type values struct {
	in   *articles.Source
	text string
	at   int  // behind the values that were read
	list bool // they stand in an array, which is open

	counted, line int  // an offset, and how many lines end before it
	unbalanced    bool // brackets do not say where a broken value ends

	found []articles.Article
	wrong []error
}

// readValues reads an array, one object, or several. Of one in an array that is broken it is
// said where, and those behind it are read where it is certain where they begin.
func readValues(in *articles.Source) ([]articles.Article, error) {
	v := values{in: in, text: in.Text()}
	tidied, noNumber := false, -1
	for !v.read() {
		if !tidied {
			v, tidied = values{in: in}, true
			v.text, noNumber = jsontext.TidyNumbers(in.Text())
			continue
		}
		if !v.skip() {
			break
		}
	}
	if len(v.found) == 0 && len(v.wrong) > 0 {
		v.wrong = v.wrong[:1] // which says what it would say of all the others
	}
	if len(v.found) > 0 && noNumber >= 0 {
		v.wrong = append(v.wrong, in.Fail(v.lineAt(noNumber), articles.ErrNoNumber, nil))
	}
	return v.found, errors.Join(v.wrong...)
}

// lineAt returns the line on which an offset is, from 1.
func (v *values) lineAt(offset int) int {
	offset = min(offset, len(v.text))
	if offset >= v.counted {
		v.line += strings.Count(v.text[v.counted:offset], "\n")
	} else {
		v.line -= strings.Count(v.text[offset:v.counted], "\n")
	}
	v.counted = offset
	return 1 + v.line
}

// read reads the values from where it is, and returns false where one of them is broken.
func (v *values) read() bool {
	from := v.at
	d := json.NewDecoder(strings.NewReader(v.text[from:]))
	switch {
	case v.list: // it goes on in the middle of it
		d = json.NewDecoder(io.MultiReader(strings.NewReader("["), strings.NewReader(v.text[from:])))
		from--
		_, _ = d.Token()
	case strings.HasPrefix(jsontext.SkipBlank(v.text), "["):
		_, _ = d.Token()
		v.list = true
	}
	for d.More() {
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			offset := d.InputOffset()
			if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
				offset = syntax.Offset
			} else { // it is cut off
				behind := v.text[min(from+int(offset), len(v.text)):]
				offset += int64(len(behind) - len(strings.TrimLeft(behind, ", \t\r\n")))
			}
			return v.broken(from+int(offset), err)
		}
		v.at = from + int(d.InputOffset())
		if int64(len(v.found)) >= v.in.Limits.Entries {
			v.wrong = append(v.wrong, v.in.Fail(0, articles.ErrLimit, v.in.Limits.Over(articles.EntriesLimit)))
			return true
		}
		list, err := fromJSON(v.in, raw)
		v.found = append(v.found, list...)
		if err != nil {
			v.wrong = append(v.wrong, v.in.Fail(v.lineAt(v.at-len(raw)), articles.ErrJSON, err))
		}
	}
	if v.list {
		if _, err := d.Token(); err != nil {
			return v.broken(from+int(d.InputOffset()), err)
		}
	}
	return true
}

// broken keeps what is wrong at an offset, and returns false.
func (v *values) broken(offset int, err error) bool {
	v.wrong = append(v.wrong, v.in.Fail(v.lineAt(offset), articles.ErrJSON, err))
	return false
}

// skip goes to the next value of an array behind one that is broken: behind where its brackets
// end it, or to the next line that begins as the broken one began. It returns false where
// neither is certain.
func (v *values) skip() bool {
	rest := v.text[v.at:]
	begin := strings.IndexByte(rest, '{')
	if !v.list || begin < 0 || strings.Trim(rest[:begin], ", \t\r\n[") != "" {
		return false
	}
	if !v.unbalanced {
		if n := nextIn(rest[begin:]); n > 0 {
			v.at += begin + n
			return true
		}
		v.unbalanced = true
	}
	line := rest[strings.LastIndexByte(rest[:begin], '\n')+1 : begin+1]
	if strings.Trim(line, " \t{") != "" || !strings.Contains(rest[:begin], "\n") {
		return false
	}
	next := strings.Index(rest[begin:], "\n"+line)
	if next < 0 {
		return false
	}
	v.at += begin + next + 1
	return true
}

// nextIn returns where the object behind the one that a text begins with begins, or the end of
// the array, as the brackets say; 0 where neither stands there.
func nextIn(text string) int {
	const looked = 4 << 10 // bytes at a time
	var e jsontext.Elements
	end, event := 0, jsontext.GoesOn
	for event == jsontext.GoesOn && end < len(text) {
		var n int
		n, event = e.Next([]byte(text[end:min(end+looked, len(text))]))
		end += n
	}
	if event != jsontext.EndsOne {
		return 0
	}
	next := jsontext.SkipBlank(text[end:])
	if another, found := strings.CutPrefix(next, ","); found && jsontext.Begins(another) {
		next = jsontext.SkipBlank(another)
	} else if !strings.HasPrefix(next, "]") {
		return 0
	}
	return len(text) - len(next)
}
