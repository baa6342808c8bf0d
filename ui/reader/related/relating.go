package related

import (
	"context"
	"errors"
	"iter"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/words"
)

// relateProgress is finding out, while one reads, how the articles are related that came since
// it was last done.
type relateProgress struct {
	token       jobs.Token
	next        func() (relateStep, bool) // nil while it is not done
	again       bool                      // more came meanwhile
	done, total int                       // articles
}

// relateStep is a part of relating, its end where there is an error.
type relateStep struct {
	done, total int
	err         error
}

// relateAdvanced answers a step of relating.
type relateAdvanced struct {
	step relateStep
	more bool // it goes on
}

// Relate finds out how articles are related, a batch at a time.
func (p *Pane) Relate() dialog.Action {
	if p.relating.next != nil {
		p.relating.again = true
		return nil
	}
	ctx, library := p.Jobs.Context(), p.Library
	next, _ := iter.Pull(func(yield func(relateStep) bool) { // it is always asked to its end
		err := library.Relate(ctx, func(done, total int) { yield(relateStep{done: done, total: total}) })
		if err != nil {
			yield(relateStep{err: err})
		}
	})
	p.relating = relateProgress{next: next, token: p.Jobs.Begin(relateJob)}
	return p.relateNext()
}

// relateNext asks for the next part.
func (p *Pane) relateNext() dialog.Action {
	next := p.relating.next
	return dialog.Run{Cmd: p.Jobs.Run(p.relating.token, func(context.Context) tea.Msg {
		s, more := next()
		return relateAdvanced{s, more}
	})}
}

// relateOn goes on where more came meanwhile, and shows what is known now of the open
// article.
func (p *Pane) relateOn(msg relateAdvanced) dialog.Action {
	r := &p.relating
	var said dialog.Action
	if err := msg.step.err; err != nil && !errors.Is(err, context.Canceled) {
		said = dialog.Failed{Err: err}
	}
	if msg.more {
		r.done, r.total = max(r.done, msg.step.done), max(r.total, msg.step.total)
		return dialog.Many{said, p.relateNext()}
	}
	again, more := r.again, r.done > 0
	*r = relateProgress{}
	do := dialog.Many{said}
	if again {
		do = append(do, p.Relate())
	}
	if more {
		do = append(do, p.load())
	}
	return do
}

// barCells is the length of the bar that says how far it is.
const barCells = 8

// progress says how far it is, as a bar and in percent; "" where it is done or has hardly
// begun.
func (r *relateProgress) progress(w *words.Words) string {
	if r.total == 0 || r.done >= r.total {
		return ""
	}
	full := barCells * r.done / r.total
	return " " + strings.Repeat("█", full) + strings.Repeat("░", barCells-full) + " " + w.Percent(100*r.done/r.total)
}
