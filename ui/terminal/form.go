package terminal

import (
	"fmt"
	"strings"

	"github.com/warraq/warraq/ui/rtl"
)

// Form is a way to send a row of cells.
type Form uint8

// The forms. All but [Logical] put every cell of a row in its own column, on
// the terminals that they are for.
const (
	// Visual sends the cells as they stand, from the left: for a terminal that
	// draws what it is sent in the order in which it is sent.
	Visual Form = iota
	// Anchored is visual with an LRM behind each right-to-left letter, which leaves what
	// reorders rows nothing to turn: for a terminal that may draw what it is sent or
	// reorder it, by its version or its settings, and gives an LRM no cell.
	Anchored
	// Alternate is visual, but no right-to-left letter looks quite like its
	// neighbours, by one step of true colour: for a terminal that reorders each
	// run of one style. A renderer must not map the colours to fewer.
	Alternate
	// Marked sends the letters of each right-to-left word in logical order and
	// keeps words where they are with LRM: for one that reorders rows.
	Marked
	// Blank is like Marked without LRM: the blanks are U+2800, which is strong
	// and left to right. For one that reorders rows and knows no marks.
	Blank
	// Toggle sends the letters of each word in logical order and all that
	// touches them in another weight: for one that turns each run of one font.
	Toggle
	// Logical sends the text in logical order: for what reads text.
	Logical
)

var formNames = [...]string{"visual", "anchored", "alternate", "marked", "blank", "toggle", "logical"}

// Forms are all forms, in the order in which a user tries them.
func Forms() []Form { return []Form{Visual, Anchored, Alternate, Marked, Blank, Toggle, Logical} }

// String is the name of the form, as [ParseForm] reads it.
func (f Form) String() string {
	if int(f) < len(formNames) {
		return formNames[f]
	}
	return fmt.Sprintf("Form(%d)", uint8(f))
}

// ParseForm finds a form by its name.
func ParseForm(name string) (Form, error) {
	for _, f := range Forms() {
		if f.String() == name {
			return f, nil
		}
	}
	return 0, fmt.Errorf("form %q: one of %s", name, strings.Join(formNames[:], ", "))
}

// Next is the form after this one, the first after the last.
func (f Form) Next() Form { return (f + 1) % Form(len(formNames)) }

// Append appends a row of cells in the form, for a terminal whose colours are
// not known; see [Terminal.Append].
func (f Form) Append(dst []byte, row []rtl.Cell) []byte {
	return Terminal{Form: f}.Append(dst, row)
}
