package fields_test

import (
	"slices"
	"testing"

	"github.com/warraq/warraq/articles/fields"
)

// Names that were made one text come apart again as they were.
func TestNamesComeApart(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		line  string
		names []string
	}{
		{"ليلى حدّاد، عمر نجّار", []string{"ليلى حدّاد", "عمر نجّار"}},
		{"Salma Nasser, Omar Najjar", []string{"Salma Nasser", "Omar Najjar"}},
		{"Nasser, Salma; Najjar, Omar", []string{"Nasser, Salma", "Najjar, Omar"}},
		{"ليلى حدّاد، Omar Najjar، سلمى", []string{"ليلى حدّاد", "Omar Najjar", "سلمى"}},
		{"Nasser, Salma", []string{"Nasser, Salma"}},
	} {
		if got := fields.JoinNames(tt.names); got != tt.line {
			t.Errorf("%q are %q, want %q", tt.names, got, tt.line)
		}
		if got := fields.SplitNames(tt.line); !slices.Equal(got, tt.names) {
			t.Errorf("%q is of %q, want %q", tt.line, got, tt.names)
		}
	}
	if got := fields.SplitNames(" ؛ ; ،"); len(got) != 0 {
		t.Errorf("of nobody are %q", got)
	}
}
