package command

import (
	"context"
	"fmt"
	"os"

	"github.com/warraq/warraq/ui/settings"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

// measured returns a terminal with the widths that it counts: where nobody knows them it is
// asked once, and what it answers is kept for the next time. One that does not answer at
// once is left as it is.
func (e *env) measured(ctx context.Context, t terminal.Terminal, keys *os.File, how layoutFlags) terminal.Terminal {
	if !t.LacksWidths() {
		return t
	}
	widths, ok := terminal.MeasureWidths(ctx, keys, e.Out)
	if !ok {
		return t
	}
	// Where it cannot be written down it holds for this time.
	_ = e.keepWidths(&t, widths)
	return e.preferred(how)(t)
}

// keepWidths writes down what a terminal counts, beside what else is said of it.
func (e *env) keepWidths(t *terminal.Terminal, widths terminal.Widths) error {
	word := e.terminals[t.ID]
	word.widths, word.version = widths.String(), t.Version
	return e.keepWord(t.ID, word)
}

// keepWord writes down what is said of a terminal, from where it holds at once.
func (e *env) keepWord(id string, word preference) error {
	if e.terminals == nil {
		e.terminals = map[string]preference{}
	}
	e.terminals[id] = word
	return settings.ChangeIn(e.configPath, []string{"terminals", id}, word.changes())
}

// reportWidths says how wide the terminal counts what terminals do not agree on: as it answers
// now, or as it is known to. What it is sent is by what is kept.
func (e *env) reportWidths(ctx context.Context, r *report, t *terminal.Terminal) {
	say := r.words.Terminal
	known := t.Widths
	var widths terminal.Widths
	ok := false
	if t.Answers() {
		asking, cancel := context.WithTimeout(ctx, answerTime)
		widths, ok = terminal.MeasureWidths(asking, e.In, e.terminalOut())
		cancel()
	}
	switch {
	case ok && t.MeasuredIn != "" && !t.IsInside() && known != terminal.Widths{} && widths != known:
		r.finding(say.Columns, widthsSentence(say, widths), fmt.Sprintf(say.CountedOtherwise, t.MeasuredIn))
	case ok:
		r.finding(say.Columns, widthsSentence(say, widths), say.CountedHere)
	case known != terminal.Widths{}:
		r.finding(say.Columns, widthsSentence(say, known), fmt.Sprintf(say.Known[terminal.Measured], t.MeasuredIn))
	default:
		r.finding(say.Columns, say.NotCounted)
	}
}

// widthsSentence says how many columns a terminal counts for what.
func widthsSentence(say words.Terminal, w terminal.Widths) string {
	return fmt.Sprintf(say.Counted, w.Joined, w.Toned, w.Flag, w.Selected, w.Keycap, w.Conjunct, w.LamAlef, w.Mark, w.Format)
}
