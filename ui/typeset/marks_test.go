package typeset

import (
	"strings"
	"testing"
)

// Of the marks that are hidden shadda stays where it is asked for.
func TestShownMarks(t *testing.T) {
	t.Parallel()
	const written = "قُوَّةٌ"
	for _, tt := range []struct {
		options Options
		want    string
	}{
		{Options{}, written},
		{Options{KeepShadda: true}, written},
		{Options{HideMarks: true}, "قوة"},
		{Options{HideMarks: true, KeepShadda: true}, "قوّة"},
	} {
		s := Setter{options: tt.options}
		if got := strings.ReplaceAll(strings.Map(s.shown, written), string(zeroWidthJoiner), ""); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.options, got, tt.want)
		}
	}
}
