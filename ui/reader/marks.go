package reader

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/reader/jobs"
)

// restBeforeSave is how long the text has to stand still until its position is
// written down.
const restBeforeSave = time.Second

// saved is what the reader does once a change is in the library.
type saved struct {
	id     string             // of the article that was changed, "" for several
	change func(*store.Entry) // what is so then, nil for nothing that is shown of it
	mark   mark               // that is on its way until then
	said   string             // what was done
	keys   int                // that had been pressed when it was
	then   func() tea.Cmd     // what is to be done next, nil for nothing
}

// mark is a kind of mark of an article, as it is shown in lists.
type mark struct {
	id   string
	kind markKind
}

type markKind uint8

const (
	noMark markKind = iota
	readMark
	bookmarkMark
)

// underway is a mark that is on its way to the library: what it becomes, and how many
// changes of it are still to be made.
type underway struct {
	on    bool
	count int
}

// save hands a change to the library, after those before it.
func (m *Model) save(about saved, do func(context.Context) (store.Undo, error), byItself bool) tea.Cmd {
	about.keys = m.keysPressed
	return m.jobs.Save(jobs.Write{Do: do, CanBeTakenBack: !byItself, About: about})
}

// wrote shows what is in the library now. What could not be saved is said, and what
// is shown is read again, so that it is what is really kept.
func (m *Model) wrote(msg jobs.Written) tea.Cmd {
	about := msg.About.(saved)
	m.arrived(about.mark)
	if msg.Err != nil {
		m.notice = m.Words.NoWrite + " " + m.sentence(msg.Err)
		return m.renew()
	}
	if about.change != nil {
		m.eachShown(about.id, about.change)
	}
	if about.id == "" {
		about.said += " " + m.Words.Count(msg.Undo.Count, m.Words.ArticleNoun)
	}
	if about.said != "" && about.keys == m.keysPressed {
		m.notice = about.said
	}
	if about.then == nil {
		return nil
	}
	return about.then()
}

// eachShown does something to an entry wherever it is shown.
func (m *Model) eachShown(id string, do func(*store.Entry)) {
	for _, shown := range [][]store.Entry{m.list.entries, m.related.entries} {
		for i := range shown {
			if shown[i].ID == id {
				do(&shown[i])
			}
		}
	}
	if m.article.Item.ID == id {
		do(&m.article.Item.Entry)
	}
}

// leaves keeps that a mark is on its way.
func (m *Model) leaves(of mark, on bool) {
	if m.underway == nil {
		m.underway = map[mark]underway{}
	}
	m.underway[of] = underway{on, m.underway[of].count + 1}
}

// arrived keeps that a change of a mark was made, or was not.
func (m *Model) arrived(of mark) {
	if u := m.underway[of]; u.count > 1 {
		m.underway[of] = underway{u.on, u.count - 1}
	} else {
		delete(m.underway, of)
	}
}

// becomes is an entry with its marks as they will be once all is saved.
func (m *Model) becomes(e store.Entry) store.Entry {
	if u, ok := m.underway[mark{e.ID, readMark}]; ok {
		e.Read = u.on
	}
	if u, ok := m.underway[mark{e.ID, bookmarkMark}]; ok {
		e.Bookmarked = u.on
	}
	return e
}

// leavingBound is how long the reader waits, when it is left, for what is not saved
// yet: with all else that ends it is three seconds.
const leavingBound = 2500 * time.Millisecond

// flush saves what is still waiting, and where the reader is in the text.
func (m *Model) flush(ctx context.Context) error {
	_ = m.savePosition()
	m.attend()
	_ = m.saveAttention()
	if e := m.article.Item.Entry; m.becomes(e).Read { // it was opened, not merely passed by
		_ = m.save(saved{id: e.ID}, func(ctx context.Context) (store.Undo, error) {
			return store.Undo{}, m.library.SetLeftAt(ctx, e.ID)
		}, true)
	}
	unsaved, err := m.jobs.Drain(ctx, m.leaving)
	if unsaved == 0 {
		return nil
	}
	if errors.Is(err, jobs.ErrBusy) {
		err = &store.Error{Path: m.library.Path(), Kind: store.ErrBusy}
	}
	return errors.New(m.Words.NoWrite + " " + m.Words.Count(unsaved, m.Words.ChangeNoun) + ".\n" + m.sentence(err))
}

// setRead marks an article as read or unread. What is so by itself, because the
// article was opened, is no change to be taken back.
func (m *Model) setRead(e store.Entry, read, byItself bool, said string) tea.Cmd {
	if m.becomes(e).Read == read {
		return nil
	}
	of, library := mark{e.ID, readMark}, m.library
	m.leaves(of, read)
	about := saved{id: e.ID, mark: of, said: said, change: func(e *store.Entry) { e.Read = read }, then: m.countAgain}
	return m.save(about, func(ctx context.Context) (store.Undo, error) {
		if byItself {
			return store.Undo{}, library.SetRead(ctx, e.ID, read)
		}
		return library.MarkRead(ctx, []string{e.ID}, read)
	}, byItself)
}

func (m *Model) setBookmarked(e store.Entry, on bool, said string) tea.Cmd {
	of, library := mark{e.ID, bookmarkMark}, m.library
	m.leaves(of, on)
	about := saved{id: e.ID, mark: of, said: said, change: func(e *store.Entry) { e.Bookmarked = on }}
	return m.save(about, func(ctx context.Context) (store.Undo, error) {
		return library.Bookmark(ctx, []string{e.ID}, on)
	}, false)
}

// rested tells that the text has stood still for a while.
type rested struct{}

// scrolled notes that the text moved, so that its position is saved soon.
func (m *Model) scrolled() tea.Cmd {
	rest := m.rest
	return m.jobs.Run(m.jobs.Begin(restJob), func(ctx context.Context) tea.Msg {
		select {
		case <-time.After(rest):
		case <-ctx.Done():
		}
		return rested{}
	})
}

// savePosition writes down where the reader is in the text, if that changed.
func (m *Model) savePosition() tea.Cmd {
	id, position, library := m.article.Item.ID, m.article.Position(), m.library
	if id == "" || position == m.article.Item.Position {
		return nil
	}
	m.jobs.Abort(restJob)
	return m.save(saved{id: id, change: func(e *store.Entry) { e.Position = position }}, func(ctx context.Context) (store.Undo, error) {
		return store.Undo{}, library.SetPosition(ctx, id, position)
	}, true)
}
