package jobs_test

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/jobs"
)

// Of two questions of a kind only the second is answered, whichever answer comes
// first.
func ExampleRunner_Ask() {
	r := jobs.New(context.Background(), nil)
	first := r.Ask("article", func(context.Context) tea.Msg { return "the first" })
	second := r.Ask("article", func(context.Context) tea.Msg { return "the second" })
	for _, cmd := range []tea.Cmd{second, first} {
		if msg, _ := r.Receive(cmd()); msg != nil {
			fmt.Println(msg)
		}
	}
	// Output: the second
}
