package reader

import (
	"context"
	"errors"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
)

// restBeforeSave is how long the text has to stand still until its position is
// written down.
const restBeforeSave = time.Second

// write is a change that the reader made and the library does not hold yet.
type write struct {
	id   string
	do   func(context.Context, *store.Library) (store.Undo, error)
	then tea.Cmd // what is to be done when it is written
}

// writes are waiting in the order in which they were made; the first is on its
// way. Commands run side by side, so two marks made quickly would otherwise
// overtake each other.
type writes struct{ waiting []write }

// written answers the first of the waiting writes.
type written struct {
	id   string // of the article that was changed, "" for several
	then tea.Cmd
	undo store.Undo
	err  error
}

// enqueue hands a change to the library, after those before it.
func (m *Model) enqueue(w write) tea.Cmd {
	m.writes.waiting = append(m.writes.waiting, w)
	if len(m.writes.waiting) > 1 {
		return nil
	}
	return m.writeNext()
}

func (m *Model) writeNext() tea.Cmd {
	ctx, library, w := m.ctx, m.library, m.writes.waiting[0]
	return func() tea.Msg {
		undo, err := w.do(ctx, library)
		return written{w.id, w.then, undo, err}
	}
}

// wrote takes the answer and sends the next write. One that failed is said and
// what the screen shows is read again, so that it shows what is really kept.
func (m *Model) wrote(msg written) tea.Cmd {
	m.writes.waiting = m.writes.waiting[1:]
	var reload tea.Cmd
	if msg.err != nil {
		m.notice = m.words.NoWrite + " " + m.sentence(msg.err)
		reload = m.fetchList(m.list.filter, m.list.selected)
	}
	if msg.undo.Count > 0 {
		m.undos = append(m.undos[max(0, len(m.undos)-mostUndone+1):], msg.undo)
	}
	if msg.err == nil && msg.id == "" {
		m.notice = m.words.Undo.Marked + " " + m.words.Count(msg.undo.Count, m.words.ArticleNoun)
		reload = m.renew()
	}
	if len(m.writes.waiting) == 0 {
		return tea.Batch(reload, msg.then)
	}
	return tea.Batch(reload, msg.then, m.writeNext())
}

// flush writes what is still waiting, and where the reader is in the text.
func (m *Model) flush(ctx context.Context) error {
	var errs []error
	if w, ok := m.positionWrite(); ok {
		m.writes.waiting = append(m.writes.waiting, w)
	}
	m.attend()
	if w, read := m.attentionWrite(); read {
		m.writes.waiting = append(m.writes.waiting, w)
	}
	if e := m.article.item.Entry; e.Read { // it was opened, not merely passed by
		m.writes.waiting = append(m.writes.waiting, write{id: e.ID, do: func(ctx context.Context, l *store.Library) (store.Undo, error) {
			return store.Undo{}, l.SetLeftAt(ctx, e.ID)
		}})
	}
	for _, w := range m.writes.waiting {
		if _, err := w.do(ctx, m.library); err != nil {
			errs = append(errs, fmt.Errorf("%s %w", m.words.NoWrite, err))
		}
	}
	m.writes.waiting = nil
	return errors.Join(errs...)
}

// mark changes an entry wherever it is shown, and in the library.
func (m *Model) mark(id string, change func(*store.Entry), do func(context.Context, *store.Library) (store.Undo, error)) tea.Cmd {
	for i := range m.list.entries {
		if m.list.entries[i].ID == id {
			change(&m.list.entries[i])
		}
	}
	for i := range m.related.entries {
		if m.related.entries[i].ID == id {
			change(&m.related.entries[i])
		}
	}
	if m.article.item.ID == id {
		change(&m.article.item.Entry)
	}
	return m.enqueue(write{id: id, do: do})
}

// setRead marks an article as read or unread. What is so by itself, because the
// article was opened, is no change to be taken back.
func (m *Model) setRead(e store.Entry, read, byItself bool) tea.Cmd {
	if e.Read == read {
		return nil
	}
	if read {
		m.list.unread--
	} else {
		m.list.unread++
	}
	return m.mark(e.ID, func(e *store.Entry) { e.Read = read }, func(ctx context.Context, l *store.Library) (store.Undo, error) {
		if byItself {
			return store.Undo{}, l.SetRead(ctx, e.ID, read)
		}
		return l.MarkRead(ctx, []string{e.ID}, read)
	})
}

func (m *Model) setBookmarked(e store.Entry, on bool) tea.Cmd {
	return m.mark(e.ID, func(e *store.Entry) { e.Bookmarked = on },
		func(ctx context.Context, l *store.Library) (store.Undo, error) {
			return l.Bookmark(ctx, []string{e.ID}, on)
		})
}

// saveLater is sent when the text has stood still for a while since the scroll
// of that number.
type saveLater struct{ scrolls int }

// scrolled notes that the text moved, so that its position is saved soon.
func (m *Model) scrolled() tea.Cmd {
	m.article.scrolls++
	n := m.article.scrolls
	return tea.Tick(m.rest, func(time.Time) tea.Msg { return saveLater{n} })
}

// positionWrite is the write of where the reader is, if that changed.
func (m *Model) positionWrite() (write, bool) {
	e, position := m.article.item.Entry, m.article.position()
	if e.ID == "" || position == e.Position {
		return write{}, false
	}
	return write{id: e.ID, do: func(ctx context.Context, l *store.Library) (store.Undo, error) {
		return store.Undo{}, l.SetPosition(ctx, e.ID, position)
	}}, true
}

// savePosition writes down where the reader is in the text.
func (m *Model) savePosition() tea.Cmd {
	w, changed := m.positionWrite()
	if !changed {
		return nil
	}
	position := m.article.position()
	return m.mark(w.id, func(e *store.Entry) { e.Position = position }, w.do)
}
