package article

import (
	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/dialog"
)

// Chooser is the dialog of a passage that is being chosen: it takes the keys that move or
// end that, as long as the article has the focus, and leaves others alone.
type Chooser struct {
	pane    *Pane
	focused func() bool
}

// NewChooser returns the dialog of the passage that is being chosen in a pane; focused
// tells whether the pane has the focus.
func NewChooser(p *Pane, focused func() bool) *Chooser { return &Chooser{p, focused} }

// Update takes the keys that move the cursor.
func (c *Chooser) Update(msg tea.Msg) dialog.Action {
	key, ok := msg.(dialog.Key)
	if !ok || !c.focused() || !c.pane.Choosing() {
		return dialog.Pass{}
	}
	before := c.pane.Place()
	if !c.pane.ChooseByKey(key.Press, key.Action) {
		return dialog.Pass{}
	}
	if c.pane.Place() != before {
		return c.pane.Scrolled()
	}
	return nil
}
