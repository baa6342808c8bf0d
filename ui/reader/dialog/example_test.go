package dialog_test

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/dialog"
)

// The topmost dialog has the keys, and returns what is to be done.
func ExampleStack_Update() {
	var stack dialog.Stack
	stack.Push(&dialog.Prompt{Answered: func(text string) dialog.Action { return dialog.Say{Text: text} }})
	for _, key := range []tea.KeyPressMsg{{Text: "h", Code: 'h'}, {Text: "i", Code: 'i'}, {Code: tea.KeyEnter}} {
		if action, from := stack.Update(dialog.Key{Press: key}, time.Time{}); action != nil {
			fmt.Printf("%+v\n", action)
			stack.Close(from)
		}
	}
	fmt.Println(stack.IsEmpty())
	// Output:
	// {Then:{Text:hi}}
	// true
}
