package reader

import (
	"cmp"
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/reader/dialog"
	"warraq/ui/reader/pane"
)

// targets returns the articles that a mark goes to: those that are chosen in the list
// while it has the keys, else the one that is selected or open.
func (m *Model) targets() []store.Entry {
	if picked := m.list.Picked(); m.focus == listPane && len(picked) > 0 {
		return picked
	}
	if e, ok := m.entry(); ok {
		return []store.Entry{e}
	}
	return nil
}

// saying returns what is said of a change: of one article a sentence, of several what
// stands before how many they are.
func saying(list []store.Entry, one, several string) string {
	if len(list) == 1 {
		return one
	}
	return several
}

// turn returns what a switch of articles becomes: off where it is on in all of them.
func (m *Model) turn(list []store.Entry, is func(store.Entry) bool) (on bool) {
	return slices.ContainsFunc(list, func(e store.Entry) bool { return !is(m.Pending.Apply(e)) })
}

// toggleBookmark sets the bookmarks of the targets, or takes them away where all have one.
func (m *Model) toggleBookmark() tea.Cmd {
	list := m.targets()
	if len(list) == 0 {
		return nil
	}
	if m.turn(list, func(e store.Entry) bool { return e.Bookmarked }) {
		return m.setBookmarked(list, true, saying(list, m.Words.BookmarkSet, m.Words.Several.Bookmarked))
	}
	return m.setBookmarked(list, false, saying(list, m.Words.BookmarkGone, m.Words.Several.Unbookmarked))
}

// toggleReadMark marks the targets as read, or as unread where all are read.
func (m *Model) toggleReadMark() tea.Cmd {
	list := m.targets()
	if len(list) == 0 {
		return nil
	}
	if m.turn(list, func(e store.Entry) bool { return e.Read }) {
		return m.setRead(list, true, false, saying(list, m.Words.MarkedRead, m.Words.Undo.Marked))
	}
	return m.setRead(list, false, false, saying(list, m.Words.MarkedUnread, m.Words.Several.Unread))
}

// toggleArchived puts the targets away, or takes them out again where all are put away.
func (m *Model) toggleArchived() tea.Cmd {
	list := m.targets()
	if len(list) == 0 {
		return nil
	}
	on := slices.ContainsFunc(list, func(e store.Entry) bool { return !e.Archived })
	said := saying(list, m.Words.ArchivedNow, m.Words.Several.Archived)
	if !on {
		said = saying(list, m.Words.UnarchivedNow, m.Words.Several.Unarchived)
	}
	var ids []string
	for _, e := range list {
		ids = append(ids, e.ID)
	}
	library := m.Library
	about := saved{
		ids: ids, said: said, counted: len(ids) > 1, change: func(e *store.Entry) { e.Archived = on },
		then: func() tea.Cmd { return m.tellPanes(pane.Left{IDs: ids, Archived: on}) },
	}
	return m.save(about, func(ctx context.Context) (store.Undo, error) { return library.SetArchived(ctx, ids, on) }, false)
}

// removeTargets deletes the targets. What is still to be written of the open article is
// written before.
func (m *Model) removeTargets() tea.Cmd {
	list := slices.DeleteFunc(slices.Clone(m.targets()), func(e store.Entry) bool { return m.Pending.IsRemoved(e.ID) })
	if len(list) == 0 {
		return nil
	}
	position := m.savePosition()
	ids, library := m.pend(list, pane.RemovedMark, true), m.Library
	about := saved{
		ids: ids, mark: pane.RemovedMark, counted: len(ids) > 1, said: saying(list, m.Words.RemovedNow, m.Words.Several.Removed),
		then: func() tea.Cmd { return m.removed(ids) },
	}
	removal := m.save(about, func(ctx context.Context) (store.Undo, error) { return library.Remove(ctx, ids...) }, false)
	var on tea.Cmd
	if m.focus == listPane {
		on = m.perform(m.list.SkipRemoved(), nil)
	}
	return tea.Batch(position, removal, on)
}

// removed shows that articles are gone. Where the open one is among them, the one behind
// it in the list takes its place.
func (m *Model) removed(ids []string) tea.Cmd {
	open := m.article.Item.ID
	next, ok := m.list.Behind(open, ids)
	m.history.forget(ids)
	if slices.Contains(ids, m.article.Wanted) {
		m.Jobs.Abort(visitJob)
		m.article.Wanted = open
	}
	told := m.tellPanes(pane.Left{IDs: ids, Removed: true})
	switch {
	case open == "" || !slices.Contains(ids, open):
		return told
	case m.article.Wanted != open: // another one is on its way
		return told
	case !ok:
		return tea.Batch(told, m.closeArticle())
	case m.focus == articlePane && next.Full:
		return tea.Batch(told, m.show(place{id: next.ID, at: whereLeft, focus: m.focus, visited: true}))
	default:
		return tea.Batch(told, m.show(place{id: next.ID, at: whereLeft, focus: m.focus}))
	}
}

// closeArticle leaves no article open, and gives the keys to the list.
func (m *Model) closeArticle() tea.Cmd {
	m.Jobs.Abort(aboutTheArticle...)
	m.article.Clear()
	return tea.Batch(m.tellPanes(pane.Opened{}), m.attendTo(""), m.setFocus(listPane))
}

// removable answers openRemoveAll.
type removable struct {
	choices []dialog.Removal
	mark    int
	err     error
}

// openRemoveAll asks which articles are to be deleted together: all that are listed, those
// of the section or the source of the selected one, or what came with the program.
func (m *Model) openRemoveAll() tea.Cmd {
	library, mark, choices := m.Library, m.stack.Mark(), m.removals()
	return m.Jobs.Ask(removeJob, func(ctx context.Context) tea.Msg {
		answer := removable{mark: mark}
		for _, c := range choices {
			if c.Count, answer.err = library.Count(ctx, c.Filter); answer.err != nil {
				return answer
			}
			if c.Count > 0 {
				answer.choices = append(answer.choices, c)
			}
		}
		return answer
	})
}

// removals returns what can be deleted together from here.
func (m *Model) removals() []dialog.Removal {
	say := m.Words.Several
	var list []dialog.Removal
	if name := m.list.Filter().Title; name != "" || m.list.Tab().HoldsArticles() {
		list = append(list, dialog.Removal{Of: say.AllListed, Name: cmp.Or(name, m.list.Tab().Title(m.Words)), Filter: m.list.Query()})
	}
	if e, ok := m.entry(); ok {
		if e.Section != "" {
			list = append(list, dialog.Removal{Of: say.AllOfSection, Name: e.Section, Filter: store.Filter{Section: e.Section, Archive: store.AnyArchived}})
		}
		if e.Source != "" {
			list = append(list, dialog.Removal{Of: say.AllOfSource, Name: e.Source, Filter: store.Filter{Source: e.Source, Archive: store.AnyArchived}})
		}
	}
	return append(list, dialog.Removal{Of: say.AllBundled, Filter: store.Filter{Bundled: true, Archive: store.AnyArchived}})
}

// askRemoveAll opens the question, once it is counted how many each answer means.
func (m *Model) askRemoveAll(msg removable) tea.Cmd {
	switch {
	case msg.err != nil:
		m.notice = m.sentence(msg.err)
	case len(msg.choices) == 0:
		m.notice = m.Words.NoMatch
	default:
		d := dialog.NewRemoveAll(m.Canvas, msg.choices, func(f store.Filter) dialog.Action { return run(m.removeAll(f)) })
		m.pushLate(d, msg.mark)
	}
	return nil
}

// removeAll deletes all articles that a filter chooses.
func (m *Model) removeAll(f store.Filter) tea.Cmd {
	library := m.Library
	var ids []string
	position := m.savePosition()
	about := saved{said: m.Words.Several.Removed, counted: true, then: func() tea.Cmd { return m.removed(ids) }}
	return tea.Batch(position, m.save(about, func(ctx context.Context) (store.Undo, error) {
		chosen, err := library.List(ctx, f)
		if err != nil {
			return store.Undo{}, err
		}
		for _, e := range chosen {
			ids = append(ids, e.ID)
		}
		return library.Remove(ctx, ids...)
	}, false))
}
