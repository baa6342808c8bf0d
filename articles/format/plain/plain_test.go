package plain

import (
	"slices"
	"strings"
	"testing"
)

// Lines that were broken to a width become one again; items of a list stay apart.
func TestRejoin(t *testing.T) {
	for _, test := range []struct {
		name        string
		lines, want []string
	}{
		{"nothing", nil, nil},
		{"one line", []string{"سطر"}, []string{"سطر"}},
		{"a paragraph", []string{"أول السطر", "  وآخره"}, []string{"أول السطر وآخره"}},
		{"a list", []string{"- أول", "يتبع", "- ثانٍ", "١. ثالث"}, []string{"- أول يتبع", "- ثانٍ", "١. ثالث"}},
		{"a list under a line", []string{"في السوق:", "• كتب", "• أقلام"}, []string{"في السوق:", "• كتب", "• أقلام"}},
		{
			"a hundred thousand lines, in time that is linear", slices.Repeat([]string{"سطر من نص لا فراغ فيه"}, 100_000),
			[]string{strings.TrimSpace(strings.Repeat("سطر من نص لا فراغ فيه ", 100_000))},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := rejoin(test.lines); !slices.Equal(got, test.want) {
				t.Errorf("there are %d lines, want %d", len(got), len(test.want))
			}
		})
	}
}
