package reader

import (
	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/page"
)

// listPage is the number of entries that one request brings: a few screens.
const listPage = 200

// listLoaded answers fetchList.
type listLoaded struct {
	request int
	filter  store.Filter
	first   int
	entries []store.Entry
	total   int
	unread  int
	err     error
}

// articleLoaded answers show.
type articleLoaded struct {
	request  int
	place    place
	item     store.Item
	related  []store.Entry
	document *page.Document
	err      error
}

// request numbers a request, so that only the last one's answer counts.
func (m *Model) request() int {
	m.requests++
	return m.requests
}

// fetchList asks for the page of the list that holds the entry of an index.
func (m *Model) fetchList(filter store.Filter, index int) tea.Cmd {
	answer := listLoaded{
		request: m.request(), filter: filter,
		first: max(0, index-listPage/2),
	}
	m.list.request = answer.request
	ctx, library := m.ctx, m.library
	return func() tea.Msg {
		f := filter
		f.Limit, f.Offset = listPage, answer.first
		if answer.entries, answer.err = library.List(ctx, f); answer.err != nil {
			return answer
		}
		if answer.total, answer.err = library.Count(ctx, filter); answer.err != nil || filter.Title != "" {
			return answer // while one types, the unread are not counted
		}
		f = filter
		f.Unread = true
		answer.unread, answer.err = library.Count(ctx, f)
		return answer
	}
}

// show loads an article into the middle pane and its related ones beside it.
func (m *Model) show(target place) tea.Cmd {
	answer := articleLoaded{request: m.request(), place: target}
	m.article.request, m.article.want = answer.request, target.id
	ctx, library, look, say := m.ctx, m.library, m.theme, m.words
	return func() tea.Msg {
		if answer.item, answer.err = library.Article(ctx, target.id); answer.err != nil {
			return answer
		}
		if answer.related, answer.err = library.Related(ctx, target.id, 0); answer.err != nil {
			return answer
		}
		answer.document = page.New(page.Beginning(answer.item), look, say)
		return answer
	}
}

// articleCompleted brings the whole of a long article.
type articleCompleted struct {
	request  int
	document *page.Document
	lines    []page.Line
	width    int
}

// complete styles and lays out the whole of an article of which the beginning
// is shown: what is seen first comes first.
func (m *Model) complete() tea.Cmd {
	item := m.article.item
	if len(item.Body) == len(page.Beginning(item).Body) {
		return nil
	}
	answer := articleCompleted{request: m.article.request, width: m.article.width}
	options, look, say := m.options, m.theme, m.words
	return func() tea.Msg {
		answer.document = page.New(item, look, say)
		options.Width = answer.width
		answer.lines = answer.document.Lay(options)
		return answer
	}
}

// visit opens an article for reading: it is shown, and counts as read from now
// on. A card has no text that could be read.
func (m *Model) visit(target place) tea.Cmd {
	target.visited = true
	return tea.Batch(m.savePosition(), m.show(target))
}
