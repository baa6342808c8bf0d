package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/store/query"
	"warraq/ui/page"
	"warraq/ui/theme"
	"warraq/ui/words"
)

// listPage is the number of entries that one request brings: a few screens.
const listPage = 200

// listLoaded answers fetchList.
type listLoaded struct {
	request int
	filter  store.Filter
	first   int
	entries []store.Entry
	// excerpts are those of the first entries that a search found.
	excerpts map[string]store.Excerpt
	query    *query.Query // what was searched for, nil if nothing was
	meant    string       // what may have been meant by what nothing was found by
	total    int
	unread   int
	err      error
}

// articleLoaded answers show.
type articleLoaded struct {
	request  int
	place    place
	item     store.Item
	side     shown
	document *page.Document
	theme    theme.Theme // that the document has, and its words
	words    *words.Words
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
		f := asked(filter)
		f.Limit, f.Offset = listPage, answer.first
		if answer.entries, answer.err = library.List(ctx, f); answer.err != nil {
			return answer
		}
		if answer.total, answer.err = library.Count(ctx, f); answer.err != nil {
			return answer
		}
		if f.Query != nil {
			answer.searched(ctx, library, f.Query, index)
			return answer
		}
		f.Unread = true
		answer.unread, answer.err = library.Count(ctx, f)
		return answer
	}
}

// asked gives the filter that is meant by what is typed into it: a query among what the
// rest of it chooses. A single letter is not enough of one and narrows the list by
// titles.
func asked(f store.Filter) store.Filter {
	if q := query.ParseTyped(f.Title); !q.IsEmpty() {
		f.Title, f.Query = "", q
	}
	return f
}

// searches tells whether what is typed is a query.
func searches(typed string) bool { return !query.ParseTyped(typed).IsEmpty() }

// Of how many entries that a search found, around the selected one, the passage is
// looked up, of so many characters.
const (
	mostExcerpts   = 60
	excerptLetters = 80
)

// searched adds what belongs to entries that a query found: passages, or where there
// are none, what may have been meant.
func (answer *listLoaded) searched(ctx context.Context, library *store.Library, q *query.Query, index int) {
	answer.query = q
	if answer.total == 0 {
		answer.meant, answer.err = library.Correct(ctx, q)
		return
	}
	ids := make([]string, 0, mostExcerpts)
	from := max(0, min(index-answer.first-mostExcerpts/2, len(answer.entries)-mostExcerpts))
	for _, e := range answer.entries[from:min(from+mostExcerpts, len(answer.entries))] {
		ids = append(ids, e.ID)
	}
	var excerpts []store.Excerpt
	if excerpts, answer.err = library.Excerpts(ctx, q, ids, excerptLetters); answer.err != nil {
		return
	}
	answer.excerpts = make(map[string]store.Excerpt, len(ids))
	for i, id := range ids {
		answer.excerpts[id] = excerpts[i]
	}
}

// show loads an article into the middle pane and its related ones beside it.
func (m *Model) show(target place) tea.Cmd {
	answer := articleLoaded{request: m.request(), place: target, theme: m.theme, words: m.words}
	m.article.request, m.article.want = answer.request, target.id
	ctx, library, look, say := m.ctx, m.library, m.theme, m.words
	ask := m.sideOf(target.side, target.id)
	return func() tea.Msg {
		if answer.item, answer.err = library.Article(ctx, target.id); answer.err != nil {
			return answer
		}
		if answer.side, answer.err = ask(ctx); answer.err != nil {
			return answer
		}
		answer.document = numbered(page.Beginning(answer.item), look, say)
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
	options, look, say, spacing, pictures := m.options, m.theme, m.words, m.looks.Spacing, m.pictures()
	return func() tea.Msg {
		answer.document = numbered(item, look, say)
		answer.document.Space(spacing)
		answer.document.Show(pictures)
		options.Width = answer.width
		answer.lines = answer.document.Lay(options)
		return answer
	}
}

// visit opens an article for reading: it is shown, and counts as read from now
// on. A card has no text that could be read.
func (m *Model) visit(target place) tea.Cmd {
	target.visited, target.side = true, m.related.side
	return tea.Batch(m.savePosition(), m.show(target))
}
