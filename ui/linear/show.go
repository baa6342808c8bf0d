package linear

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/query"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/theme"
)

// atOnce is how many articles of a list are printed at a time.
const atOnce = 10

// list prints the articles that a filter chooses, a part at a time.
func (r *session) list(f store.Filter) {
	total, err := r.Library.Count(r.ctx, f)
	if r.failed(err) {
		return
	}
	r.line(r.Words.Articles + ": " + r.Words.Count(total, r.Words.ArticleNoun))
	r.numbered = nil
	f.Limit = atOnce
	r.page(func() ([]store.Entry, int, error) {
		f.Offset = len(r.numbered)
		entries, err := r.Library.List(r.ctx, f)
		return entries, total, err
	})
}

// search prints the articles that hold some words, a part at a time.
func (r *session) search(text string) {
	q := query.Parse(text)
	for _, wrong := range q.Errors() {
		r.line(fmt.Sprintf(r.Words.Errors.Queries[wrong.Kind], q.Text()[wrong.Start:wrong.End]))
	}
	f := store.Filter{Query: q, Limit: atOnce}
	total, err := r.Library.Count(r.ctx, f)
	if r.failed(err) {
		return
	}
	if total == 0 || q.IsEmpty() {
		r.line(r.Words.NoMatch)
		return
	}
	r.line(r.Words.Count(total, r.Words.ArticleNoun))
	r.numbered = nil
	r.page(func() ([]store.Entry, int, error) {
		f.Offset = len(r.numbered)
		entries, err := r.Library.List(r.ctx, f)
		return entries, total, err
	})
}

// page prints the next part of a list and says how much is left of it.
func (r *session) page(part func() (entries []store.Entry, total int, err error)) {
	r.more = nil
	entries, total, err := part()
	if r.failed(err) {
		return
	}
	r.number(entries)
	if left := total - len(r.numbered); left > 0 && len(entries) > 0 {
		r.line(r.Words.Linear.More + " " + r.Words.Count(left, r.Words.ArticleNoun))
		r.more = func() { r.page(part) }
	}
}

// next goes on with the list, if there is more of it.
func (r *session) next() {
	if r.more == nil {
		r.line(r.Words.Linear.NoMore)
		return
	}
	r.more()
}

// number prints entries with the numbers that open them.
func (r *session) number(entries []store.Entry) {
	for _, e := range entries {
		r.numbered = append(r.numbered, e)
		parts := []string{e.Title, e.Section, e.Source, r.Words.Date(e.Published)}
		switch {
		case !e.Full:
			parts = append(parts, r.Words.Card)
		case !e.Read:
			parts = append(parts, r.Words.Linear.Unread)
		}
		if e.Bookmarked {
			parts = append(parts, r.Words.Actions["bookmark"])
		}
		parts = append(parts, r.Words.Reason(e.Relation))
		var there []string
		for _, p := range parts {
			if p != "" {
				there = append(there, p)
			}
		}
		r.line(strconv.Itoa(len(r.numbered)) + ". " + strings.Join(there, r.Words.Comma))
	}
}

// open opens the article of a number.
func (r *session) open(n int) {
	if n < 1 || n > len(r.numbered) {
		r.line(r.Words.NoSuchRelated)
		return
	}
	r.visit(r.numbered[n-1].ID)
}

// visit opens an article and remembers the way.
func (r *session) visit(id string) {
	if !r.show(id) {
		return
	}
	r.visited = append(r.visited[:r.at+1], id)
	r.at = len(r.visited) - 1
}

// show prints an article and its related ones, and marks it as read.
func (r *session) show(id string) bool {
	item, err := r.Library.Article(r.ctx, id)
	if r.failed(err) {
		return false
	}
	r.numbered, r.more = nil, nil
	for block := range strings.SplitSeq(page.New(item, theme.Night(), r.Words).Text(), "\n") {
		if block != "" {
			r.line(block)
		}
	}
	if item.Full && !item.Read {
		r.failed(r.Library.SetRead(r.ctx, id, true))
	}
	r.listRelated(id)
	return true
}

func (r *session) listRelated(id string) {
	related, err := r.Library.Related(r.ctx, id, 0)
	if r.failed(err) {
		return
	}
	r.numbered = nil
	if len(related) == 0 {
		r.line(r.Words.NoRelated)
		return
	}
	r.line(r.Words.Related + ":")
	r.number(store.Unfolded(related))
}

// current is the open article's ID; that there is none is said.
func (r *session) current() (string, bool) {
	if r.at < 0 {
		r.line(r.Words.NothingOpen)
		return "", false
	}
	return r.visited[r.at], true
}

// related prints the open article's related ones once more, again all of it.
func (r *session) related() {
	if id, ok := r.current(); ok {
		r.listRelated(id)
	}
}

func (r *session) again() {
	if id, ok := r.current(); ok {
		r.show(id)
	}
}

// travel goes through the articles that were open, without forgetting any.
func (r *session) travel(steps int) {
	to := r.at + steps
	switch {
	case to < 0:
		r.line(r.Words.NoEarlier)
	case to >= len(r.visited):
		r.line(r.Words.NoLater)
	case r.show(r.visited[to]):
		r.at = to
	}
}

// bookmark sets the open article's bookmark, or takes it away.
func (r *session) bookmark() {
	r.mark(func(item store.Item) (string, error) {
		said := r.Words.BookmarkSet
		if item.Bookmarked {
			said = r.Words.BookmarkGone
		}
		return said, r.Library.SetBookmarked(r.ctx, item.ID, !item.Bookmarked)
	})
}

// unread marks the open article as unread, or as read again.
func (r *session) unread() {
	r.mark(func(item store.Item) (string, error) {
		said := r.Words.MarkedRead
		if item.Read {
			said = r.Words.MarkedUnread
		}
		return said, r.Library.SetRead(r.ctx, item.ID, !item.Read)
	})
}

func (r *session) mark(set func(store.Item) (said string, err error)) {
	id, ok := r.current()
	if !ok {
		return
	}
	item, err := r.Library.Article(r.ctx, id)
	if r.failed(err) {
		return
	}
	if said, err := set(item); !r.failed(err) {
		r.line(said)
	}
}
