package command

import (
	"context"

	"warraq/articles"
	"warraq/store"
)

// article is an item of the library with its related ones, in the shape that
// articles.JSON gives to both the output and the export.
func (e *env) article(ctx context.Context, l *store.Library, item store.Item) (articles.JSON, error) {
	out := articles.Article{
		Title: item.Title, Section: item.Section, Source: item.Source, Place: item.Place,
		Author: item.Author, Published: item.Published, Lang: item.Lang, Direction: item.Direction,
		URL: item.URL, Summary: item.Summary, Body: item.Body, Captions: item.Captions, Full: item.Full,
		Kept: &articles.Kept{
			ID: item.ID, Read: item.Read, Bookmarked: item.Bookmarked,
			Position: item.Position, Added: item.Added,
		},
	}.JSON()
	related, err := l.Related(ctx, item.ID, 0)
	if err != nil {
		return out, err
	}
	out.Related = e.relatedJSON(related)
	return out, nil
}

func (e *env) relatedJSON(entries []store.Entry) []articles.RelatedJSON {
	out := make([]articles.RelatedJSON, 0, len(entries))
	for _, r := range entries {
		source := r.Source
		if source == "" {
			source = r.Author // a card names its paper or its author
		}
		out = append(out, articles.RelatedJSON{
			ID: r.ID, Title: r.Title, Section: r.Section, Source: source, Place: r.Place,
			Summary: r.Summary, Full: r.Full, Why: e.words.Why[r.Why], Author: r.Author, URL: r.URL,
		})
	}
	return out
}

// items writes entries, with their texts, as a JSON array, one at a time.
func (e *env) items(ctx context.Context, l *store.Library, entries []store.Entry) error {
	out := make([]articles.JSON, 0, len(entries))
	for _, entry := range entries {
		item, err := l.Article(ctx, entry.ID)
		if err != nil {
			return err
		}
		j, err := e.article(ctx, l, item)
		if err != nil {
			return err
		}
		out = append(out, j)
	}
	return e.writeJSON(out)
}
