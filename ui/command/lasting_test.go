package command

import (
	"slices"
	"testing"

	"github.com/warraq/warraq/ui/reader/looks"
	"github.com/warraq/warraq/ui/words"
)

// Every setting but those that are a path or a size of what is piped can be changed
// in the reader, and has its name there in every language.
func TestEverySettingIsInTheReader(t *testing.T) {
	t.Parallel()
	e := &env{words: words.English()}
	root := e.root()
	names := looks.Names()
	for _, l := range lastingFlags(root) {
		names = append(names, l.Name)
	}
	for _, name := range settingNames(root) {
		if (slices.Contains([]string{"library", "width", "print-font"}, name)) == slices.Contains(names, name) {
			t.Errorf("%s: among %v", name, names)
		}
	}
	for _, w := range words.All() {
		for _, name := range names {
			if w.Looks.Names[name] == "" {
				t.Errorf("%s has no name in %s", name, w.Lang)
			}
		}
	}
}
