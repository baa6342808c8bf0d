package export

import (
	"cmp"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// Noted is an article with what its reader marked in it.
type Noted struct {
	Title, Source, URL string
	Published          time.Time
	Highlights         []articles.Highlight
}

// Notes writes passages and notes as Markdown: a heading for each article, each
// passage as a quote, with the note under it. Notes stand as they were written:
// they may be Markdown.
func Notes(w io.Writer, list []Noted, date func(time.Time) string) error {
	p := printer{w: w}
	for i, n := range list {
		if i > 0 {
			p.print("\n")
		}
		p.print("## ", markdownText(text.CleanLine(cmp.Or(n.Title, n.URL, "…"))), "\n")
		var from []string
		if n.Source != "" {
			from = append(from, markdownText(n.Source))
		}
		if !n.Published.IsZero() {
			from = append(from, date(n.Published))
		}
		if n.URL != "" {
			from = append(from, "<"+n.URL+">")
		}
		if len(from) > 0 {
			p.print("\n", strings.Join(from, " · "), "\n")
		}
		for _, h := range sortedByPlace(n.Highlights) {
			if h.Quote != "" {
				p.print("\n> ", strings.ReplaceAll(markdownText(strings.TrimSpace(h.Quote)), "\n", "\n> "), "\n")
			}
			if h.Note != "" {
				p.print("\n", strings.TrimSpace(h.Note), "\n")
			}
		}
	}
	return p.failed()
}

// sortedByPlace puts notes on the whole article first, then passages in the order
// of the text.
func sortedByPlace(list []articles.Highlight) []articles.Highlight {
	return slices.SortedStableFunc(slices.Values(list), func(a, b articles.Highlight) int {
		if (a.Quote == "") != (b.Quote == "") {
			return cmp.Compare(len(a.Quote), len(b.Quote))
		}
		return cmp.Or(cmp.Compare(a.Start, b.Start), a.Made.Compare(b.Made), cmp.Compare(a.ID, b.ID))
	})
}
