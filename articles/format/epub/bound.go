package epub

import (
	"fmt"
	"strings"

	"github.com/warraq/warraq/articles"
)

// Linked makes each chapter point at the next one, then at the one before.
func Linked(list []articles.Article) []articles.Article {
	for i := range list {
		for _, neighbour := range []int{i + 1, i - 1} {
			if neighbour >= 0 && neighbour < len(list) {
				n := list[neighbour]
				list[i].Related = append(list[i].Related, articles.Related{Kind: articles.InBook, Title: n.Title, Section: n.Section, Source: n.Source, Author: n.Author})
			}
		}
	}
	return list
}

// Bound makes one article of a book's chapters.
func Bound(chapters []articles.Article) articles.Article {
	if len(chapters) == 0 {
		return articles.Article{}
	}
	whole := chapters[0]
	whole.Title, whole.Section, whole.Related, whole.Captions, whole.Pictures = whole.Section, "", nil, nil, nil
	var body strings.Builder
	for _, c := range chapters {
		whole.Pictures = append(whole.Pictures, c.Pictures...)
		fmt.Fprintf(&body, "# %s\n\n%s\n\n", c.Title, c.Body)
	}
	whole.Body = body.String()
	return whole
}
