package theme

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

// file is a theme as a TOML file has it.
type file struct {
	Base string `toml:"base"` // the theme that it changes; night if it names none

	Page          *string `toml:"page"`
	Text          *string `toml:"text"`
	Muted         *string `toml:"muted"`
	Accent        *string `toml:"accent"`
	Title         *string `toml:"title"`
	Link          *string `toml:"link"`
	Code          *string `toml:"code"`
	Quote         *string `toml:"quote"`
	Mark          *string `toml:"mark"`
	Border        *string `toml:"border"`
	Warning       *string `toml:"warning"`
	Selection     *string `toml:"selection"`
	SelectionText *string `toml:"selection-text"`
	Marker        *string `toml:"marker"`
	MarkerText    *string `toml:"marker-text"`
	CodePanel     *string `toml:"code-panel"`
}

// colorForm is what a colour may be: none, a number of the palette, or "#rrggbb".
var colorForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(|[0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5]|#[0-9A-Fa-f]{6})$`)
})

// FileError says where in a theme's file something is wrong.
type FileError struct {
	Line, Column int
	Why          error
}

func (e *FileError) Error() string { return fmt.Sprintf("%d:%d: %v", e.Line, e.Column, e.Why) }

func (e *FileError) Unwrap() error { return e.Why }

// Parse reads a theme from TOML: the name of the theme that it changes, and the
// colours that are other ones. Its errors are of type [*FileError], or say which
// colour is none.
func Parse(name string, data []byte) (Theme, error) {
	var f file
	d := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return Theme{}, decoderError(err)
	}
	if f.Base == "" {
		f.Base = "night"
	}
	t, ok := Named(f.Base)
	if !ok {
		return Theme{}, fmt.Errorf("base = %q: there is no such theme", f.Base)
	}
	t.Name = name
	if f.Text != nil { // it may be for another background than the one that it changes
		t.Ground = ""
	}
	for _, c := range []struct {
		name string
		from *string
		to   *string
	}{
		{"page", f.Page, &t.Page},
		{"text", f.Text, &t.Text},
		{"muted", f.Muted, &t.Muted},
		{"accent", f.Accent, &t.Accent},
		{"title", f.Title, &t.Title},
		{"link", f.Link, &t.Link},
		{"code", f.Code, &t.Code},
		{"quote", f.Quote, &t.Quote},
		{"mark", f.Mark, &t.Mark},
		{"border", f.Border, &t.Border},
		{"warning", f.Warning, &t.Warning},
		{"selection", f.Selection, &t.Selection},
		{"selection-text", f.SelectionText, &t.SelectionText},
		{"marker", f.Marker, &t.Marker},
		{"marker-text", f.MarkerText, &t.MarkerText},
		{"code-panel", f.CodePanel, &t.CodePanel},
	} {
		switch {
		case c.from == nil:
		case !colorForm().MatchString(*c.from):
			return Theme{}, fmt.Errorf("%s = %q: a colour is #rrggbb or a number from 0 to 255", c.name, *c.from)
		default:
			*c.to = *c.from
		}
	}
	return t, nil
}

// Named finds a theme by its name.
func Named(name string) (Theme, bool) {
	for _, t := range append(All(), Palette()) {
		if t.Name == name {
			return t, true
		}
	}
	return Theme{}, false
}

// decoderError is an error of the decoder with its place.
func decoderError(err error) error {
	if unknown, ok := errors.AsType[*toml.StrictMissingError](err); ok && len(unknown.Errors) > 0 {
		line, column := unknown.Errors[0].Position()
		return &FileError{line, column, fmt.Errorf("there is no colour %s", unknown.Errors[0].Key()[0])}
	}
	if at, ok := errors.AsType[*toml.DecodeError](err); ok {
		line, column := at.Position()
		return &FileError{line, column, err}
	}
	return err
}
