package looks_test

import (
	"fmt"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/display"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/looks"
	"github.com/warraq/warraq/ui/words"
)

// A setting goes to its next value, says so, and is kept; what is to be laid out anew is said
// too.
func ExampleSettings_Step() {
	d := &display.Display{Canvas: &draw.Canvas{Words: words.English()}}
	s := looks.New(d, looks.Looks{}, nil, "", nil)
	for _, action := range s.Step("justify", 1).(dialog.Many) {
		switch a := action.(type) {
		case looks.Changed:
			fmt.Println(a.Effects == looks.Relook)
		case dialog.Say:
			fmt.Println(a.Text)
		}
	}
	fmt.Println(s.Changed, s.Options.Justify)
	// Output:
	// true
	// justified: yes
	// map[justify:true] true
}
