package bubble_test

import (
	"fmt"
	"os"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/terminal/bubble"
)

// A program is given the output of the terminal that it was found to be in, and the filter
// that hears what the terminal answers later.
func ExampleNewOutput() {
	found := terminal.Guess(func(name string) string { return map[string]string{"VTE_VERSION": "7006"}[name] }, nil)
	out := bubble.NewOutput(found, os.Stdout)
	options := []tea.ProgramOption{tea.WithOutput(out), tea.WithFilter(out.Filter)}
	fmt.Println(found.Name, found.Form, len(options))
	// Output: VTE visual 2
}
