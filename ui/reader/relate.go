package reader

import (
	"context"
	"errors"
	"iter"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/reader/jobs"
)

// relates is finding out, while one reads, how the articles are related that
// came since it was last done.
type relates struct {
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

// relatedKnown answers relate.
type relatedKnown struct {
	step relateStep
	more bool // it goes on
}

// relate finds out how articles are related, a batch at a time.
func (m *Model) relate() tea.Cmd {
	if m.relates.next != nil {
		m.relates.again = true
		return nil
	}
	ctx, library := m.ctx, m.library
	next, _ := iter.Pull(func(yield func(relateStep) bool) { // it is always asked to its end
		err := library.Relate(ctx, func(done, total int) { yield(relateStep{done: done, total: total}) })
		if err != nil {
			yield(relateStep{err: err})
		}
	})
	m.relates = relates{next: next, token: m.jobs.Begin(relateJob)}
	return m.relateNext()
}

func (m *Model) relateNext() tea.Cmd {
	next := m.relates.next
	return m.jobs.Run(m.relates.token, func(context.Context) tea.Msg {
		s, more := next()
		return relatedKnown{s, more}
	})
}

// barCells is the length of the bar that says how far it is.
const barCells = 8

// progress says how far it is, as a bar and in percent; "" where it is done or has
// hardly begun.
func (r *relates) progress() string {
	if r.total == 0 || r.done >= r.total {
		return ""
	}
	full := barCells * r.done / r.total
	return " " + strings.Repeat("█", full) + strings.Repeat("░", barCells-full) + " " + strconv.Itoa(100*r.done/r.total) + "%"
}

// tookRelations goes on where more came meanwhile, and shows what is known now of
// the open article.
func (m *Model) tookRelations(msg relatedKnown) tea.Cmd {
	r := &m.relates
	if err := msg.step.err; err != nil && !errors.Is(err, context.Canceled) {
		m.notice = m.sentence(err)
	}
	if msg.more {
		r.done, r.total = max(r.done, msg.step.done), max(r.total, msg.step.total)
		return m.relateNext()
	}
	again, more := r.again, r.done > 0
	*r = relates{}
	var cmds []tea.Cmd
	if again {
		cmds = append(cmds, m.relate())
	}
	if more && m.article.Item.ID != "" {
		cmds = append(cmds, m.fetchRelated())
	}
	return tea.Batch(cmds...)
}

// relatedLoaded answers fetchRelated.
type relatedLoaded struct {
	shown
	err error
}

// fetchRelated asks anew for what the related pane shows of the open article.
func (m *Model) fetchRelated() tea.Cmd {
	id := m.article.Item.ID
	if id == "" {
		return nil
	}
	ask := m.sideOf(m.related.side, id)
	return m.jobs.Ask(relatedJob, func(ctx context.Context) tea.Msg {
		found, err := ask(ctx)
		return relatedLoaded{found, err}
	})
}

// tookRelated shows the related ones; the selection stays on its article.
func (m *Model) tookRelated(msg relatedLoaded) {
	if msg.err != nil {
		m.notice = m.sentence(msg.err)
		return
	}
	selected, ok := m.related.at(m.related.Selected)
	m.related.shown = msg.shown
	for i, e := range msg.entries {
		if ok && e.ID == selected.ID {
			m.related.Selected = i
		}
	}
	m.moveSide(0)
}
