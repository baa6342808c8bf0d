package press

import (
	"slices"

	"github.com/warraq/warraq/articles/text"
)

// MaxSection is how many words a section's name has at most.
const MaxSection = 4

// IsSection tells whether a line is the name of a usual section and nothing else.
func IsSection(line string) bool { return slices.Contains(UsualSections(), text.Key(line)) }
