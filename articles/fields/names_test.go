package fields_test

import (
	"slices"
	"testing"

	"github.com/warraq/warraq/articles/fields"
)

// Names that were made one text come apart again as they were.
func TestNamesComeApart(t *testing.T) {
	t.Parallel()
	for line, names := range map[string][]string{
		"ليلى حدّاد، عمر نجّار":          {"ليلى حدّاد", "عمر نجّار"},
		"Salma Nasser, Omar Najjar":    {"Salma Nasser", "Omar Najjar"},
		"Nasser, Salma; Najjar, Omar":  {"Nasser, Salma", "Najjar, Omar"},
		"ليلى حدّاد، Omar Najjar، سلمى": {"ليلى حدّاد", "Omar Najjar", "سلمى"},
		"Nasser, Salma":                {"Nasser, Salma"},
	} {
		if got := fields.JoinNames(names); got != line {
			t.Errorf("%q are %q, want %q", names, got, line)
		}
		if got := fields.SplitNames(line); !slices.Equal(got, names) {
			t.Errorf("%q is of %q, want %q", line, got, names)
		}
	}
	if got := fields.SplitNames(" ؛ ; ،"); len(got) != 0 {
		t.Errorf("of nobody are %q", got)
	}
}
