// Package entries is what the readers of exports have in common: articles whose texts
// are HTML still when the file has been read.
package entries

import "warraq/articles"

// Entry is an article without its text, and the text as HTML.
type Entry struct {
	articles.Article
	HTML string
}
