package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/store/query"
	"warraq/ui/page"
	"warraq/ui/reader/article"
	"warraq/ui/reader/dialog"
	"warraq/ui/reader/jobs"
	"warraq/ui/theme"
	"warraq/ui/words"
)

// The kinds of questions that the reader asks the library and others: of each the
// last one alone is answered.
const (
	listJob      jobs.Kind = "list"
	countJob     jobs.Kind = "count"
	visitJob     jobs.Kind = "visit" // whatever opens an article in the end
	wholeJob     jobs.Kind = "whole" // article, that is open
	relatedJob   jobs.Kind = "related"
	notesJob     jobs.Kind = "notes"
	picturesJob  jobs.Kind = "pictures"
	restJob      jobs.Kind = "rest" // of the text, before its position is saved
	shelvesJob   jobs.Kind = "shelves"
	placeJob     jobs.Kind = "place" // of an article in the list
	movedJob     jobs.Kind = "moved" // articles of the list
	lookJob      jobs.Kind = "look"
	seekJob      jobs.Kind = "seek" // in the article
	relateJob    jobs.Kind = "relate"
	addJob       jobs.Kind = "add"
	dropJob      jobs.Kind = "drop"
	completeJob  jobs.Kind = "complete" // a path
	browseJob    jobs.Kind = "browse"
	mapJob       jobs.Kind = "map"
	pictureJob   jobs.Kind = "picture"
	allNotesJob  jobs.Kind = "all notes"
	statisticJob jobs.Kind = "statistics"
	cellJob      jobs.Kind = "cell" // of the terminal
	pixelsJob    jobs.Kind = "pixels"
)

// listPage is the number of entries that one request brings: a few screens.
const listPage = 200

// listLoaded answers fetchList.
type listLoaded struct {
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
	place    place
	item     store.Item
	side     shown
	document *page.Document
	theme    theme.Theme // that the document has, and its words
	words    *words.Words
	err      error
}

// fetchList asks for the page of the list that holds the entry of an index.
func (m *Model) fetchList(filter store.Filter, index int) tea.Cmd {
	library := m.library
	return m.jobs.Ask(listJob, func(ctx context.Context) tea.Msg {
		answer := listLoaded{filter: filter}
		answer.err = answer.read(ctx, library, index)
		return answer
	})
}

// read reads the page around an index from the library.
func (answer *listLoaded) read(ctx context.Context, library *store.Library, index int) (err error) {
	f := asked(answer.filter)
	answer.first = max(0, index-listPage/2)
	f.Limit, f.Offset = listPage, answer.first
	if answer.entries, err = library.List(ctx, f); err != nil {
		return err
	}
	if answer.total, err = library.Count(ctx, f); err != nil {
		return err
	}
	if f.Query != nil {
		return answer.searched(ctx, library, f.Query, index)
	}
	answer.unread, err = countUnread(ctx, library, answer.filter)
	return err
}

// countUnread counts the articles that a filter chooses and that are not read.
func countUnread(ctx context.Context, library *store.Library, f store.Filter) (int, error) {
	f.Unread = true
	return library.Count(ctx, f)
}

// unreadCounted answers countAgain.
type unreadCounted struct {
	unread int
	err    error
}

// countAgain counts the unread articles of the list, one of which was marked.
func (m *Model) countAgain() tea.Cmd {
	if m.list.filter.Title != "" {
		return nil // nothing is counted while one types
	}
	library, filter := m.library, m.list.filter
	return m.jobs.Ask(countJob, func(ctx context.Context) tea.Msg {
		unread, err := countUnread(ctx, library, filter)
		return unreadCounted{unread, err}
	})
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
func (answer *listLoaded) searched(ctx context.Context, library *store.Library, q *query.Query, index int) (err error) {
	answer.query = q
	if answer.total == 0 {
		answer.meant, err = library.Correct(ctx, q)
		return err
	}
	ids := make([]string, 0, mostExcerpts)
	from := max(0, min(index-answer.first-mostExcerpts/2, len(answer.entries)-mostExcerpts))
	for _, e := range answer.entries[from:min(from+mostExcerpts, len(answer.entries))] {
		ids = append(ids, e.ID)
	}
	excerpts, err := library.Excerpts(ctx, q, ids, excerptLetters)
	if err != nil {
		return err
	}
	answer.excerpts = make(map[string]store.Excerpt, len(ids))
	for i, id := range ids {
		answer.excerpts[id] = excerpts[i]
	}
	return nil
}

// show loads an article into the middle pane and its related ones beside it.
func (m *Model) show(target place) tea.Cmd {
	m.article.Wanted = target.id
	library, look, say := m.library, m.Theme, m.Words
	ask := m.sideOf(target.side, target.id)
	return m.jobs.Ask(visitJob, func(ctx context.Context) tea.Msg {
		answer := articleLoaded{place: target, theme: look, words: say}
		if answer.item, answer.err = library.Article(ctx, target.id); answer.err != nil {
			return answer
		}
		if answer.side, answer.err = ask(ctx); answer.err != nil {
			return answer
		}
		answer.document = article.Styled(page.Beginning(answer.item), look, say)
		return answer
	})
}

// whereLeft stands for the place that the library keeps of an article.
var whereLeft = article.Place{Position: dialog.WhereLeft}

// articleCompleted brings the whole of the open article.
type articleCompleted struct {
	item     store.Item
	document *page.Document
	theme    theme.Theme // that the document has
	err      error
}

// complete styles the whole of an article of which the beginning is shown: what is
// seen first comes first.
func (m *Model) complete() tea.Cmd {
	item := m.article.Item
	if len(item.Body) == len(page.Beginning(item).Body) {
		return nil
	}
	return m.styleWhole(func(context.Context) (store.Item, error) { return item, nil })
}

// showAgain reads the open article again and styles it anew.
func (m *Model) showAgain() tea.Cmd {
	id, library := m.article.Item.ID, m.library
	if id == "" {
		return nil
	}
	return m.styleWhole(func(ctx context.Context) (store.Item, error) {
		return library.Article(ctx, id)
	})
}

// styleWhole styles all of an article beside the reader.
func (m *Model) styleWhole(read func(context.Context) (store.Item, error)) tea.Cmd {
	look, say := m.Theme, m.Words
	return m.jobs.Ask(wholeJob, func(ctx context.Context) tea.Msg {
		answer := articleCompleted{theme: look}
		if answer.item, answer.err = read(ctx); answer.err == nil {
			answer.document = article.Styled(answer.item, look, say)
			answer.document.Build()
		}
		return answer
	})
}

// visit opens an article for reading: it is shown, and counts as read from now
// on. A card has no text that could be read.
func (m *Model) visit(target place) tea.Cmd {
	target.visited, target.side = true, m.related.side
	return tea.Batch(m.savePosition(), m.show(target))
}
