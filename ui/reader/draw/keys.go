package draw

import (
	"cmp"
	"strings"

	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
)

// UndoHint returns what stands behind the sentence that something was deleted: the key that
// takes it back, "" for none.
func (c *Canvas) UndoHint() string {
	undo := c.KeyMap.Of(keymap.Undo)
	if undo == nil {
		return ""
	}
	keys := c.Labels(*undo)
	if len(keys) == 0 {
		return ""
	}
	return " \u2068" + keys[0] + "\u2069 " + c.Words.Actions[string(keymap.Undo)]
}

// WithKeys returns a sentence with the keys of the actions that it names between braces, as they
// are printed on the keyboard; an action that has no key with its name.
func (c *Canvas) WithKeys(sentence string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(sentence, "{")
		b.WriteString(before)
		name, behind, closed := strings.Cut(rest, "}")
		if !found || !closed {
			return b.String()
		}
		said := c.Words.Quotes[0] + c.Words.Actions[name] + c.Words.Quotes[1]
		if binding := c.KeyMap.Of(keymap.Action(name)); binding != nil {
			if keys := c.Labels(*binding); len(keys) > 0 {
				said = keys[0]
			}
		}
		b.WriteString("\u2068" + said + "\u2069")
		sentence = behind
	}
}

// Hint is a key with what it does: a key of its own, or the first one of an action, which
// says that where nothing else is said.
type Hint struct {
	Key    string
	Action keymap.Action
	Says   string
}

// HintsOf returns the hints of some actions.
func HintsOf(actions []keymap.Action) (hints []Hint) {
	for _, a := range actions {
		hints = append(hints, Hint{Action: a})
	}
	return hints
}

// FooterNoteShare is the share of the footer's columns that what a pane says in it may take.
const FooterNoteShare = 2

// KeyHints are as many keys as fit, side by side, in the order of reading.
func (c *Canvas) KeyHints(shown []Hint, width int) Row {
	return c.JoinHints(c.HintRows(shown), width)
}

// HintRows lays keys out, a row each.
func (c *Canvas) HintRows(shown []Hint) []Row {
	rows := make([]Row, len(shown))
	for i, hint := range shown {
		rows[i] = c.keyHint(hint)
	}
	return rows
}

// JoinHints puts as many rows as fit side by side, in the order of reading.
func (c *Canvas) JoinHints(rows []Row, width int) Row {
	for i, r := range rows {
		if width -= int(rtl.Width(r)); width < 0 {
			rows = rows[:i]
			break
		}
	}
	return c.InOrder(rows...)
}

// keyHint is a key and what it does, in the order of reading. The two are
// separate segments: neither moves into the other. An action that has no key has
// no hint.
func (c *Canvas) keyHint(h Hint) Row {
	b := &keymap.Binding{Keys: []string{h.Key}}
	if h.Key == "" {
		b = c.KeyMap.Of(h.Action)
	}
	if b == nil || len(b.Keys) == 0 {
		return nil
	}
	gap := Blank(1, c.Styles.Footer)
	says := cmp.Or(h.Says, c.Words.Actions[string(h.Action)])
	does := c.Natural(c.Width, rtl.Span{Text: says, Style: c.Styles.Footer})
	return c.InOrder(c.keyLabel(*b, 1), gap, does, gap, gap)
}

// keyLabel is the first keys of an action as they are printed on the keyboard.
func (c *Canvas) keyLabel(b keymap.Binding, most int) Row {
	labels := c.Labels(b)
	label := strings.Join(labels[:min(most, len(labels))], " ")
	if most < len(labels) && b.Action == keymap.OpenRelated {
		label = labels[0] + "–" + labels[len(labels)-1]
	}
	return c.KeyNames(label, len(label))
}

// KeyNames are keys as they are printed on the keyboard, in at most so many columns: left to
// right, their brackets not mirrored.
func (c *Canvas) KeyNames(label string, most int) Row {
	return natural(most, []rtl.Span{{Text: label, Style: c.Styles.FooterKey}}, rtl.Options{
		Protocols: rtl.AllProtocols, Direction: rtl.LTR, Shaping: c.Options.Shaping,
	})
}
