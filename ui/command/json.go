package command

import (
	"context"

	"warraq/articles"
	"warraq/store"
)

// article is an item of the library with those that it names as related, in the
// shape that articles.JSON gives to both the output and the export. What Warraq
// finds by itself is not among them: an article read back from an export would
// seem to name it.
func (e *env) article(ctx context.Context, l *store.Library, item store.Item) (articles.JSON, error) {
	marks, err := l.Marks(ctx, item.ID)
	if err != nil {
		return articles.JSON{}, err
	}
	out := articles.Article{
		Title: item.Title, Section: item.Section, Source: item.Source, Place: item.Place,
		Author: item.Author, Published: item.Published, Lang: item.Lang, Direction: item.Direction,
		URL: item.URL, Summary: item.Summary, Body: item.Body, Captions: item.Captions, Full: item.Full,
		Kept: &articles.Kept{
			ID: item.ID, Read: item.Read, Bookmarked: item.Bookmarked,
			Position: item.Position, Added: item.Added, Sources: item.Sources, Marks: marks,
		},
	}.JSON()
	related, err := l.Named(ctx, item.ID)
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
			Summary: r.Summary, Full: r.Full, Why: e.words.Reason(r.Relation), Author: r.Author, URL: r.URL,
			Kind: r.Why.Kind(),
		})
	}
	return out
}

// itemJSON is an article as --json prints it in a list.
type itemJSON struct {
	articles.JSON
	*relationJSON
}

// relationJSON is how an article is related to the one that was asked about.
type relationJSON struct {
	Why    string   `json:"why"`
	Shared []string `json:"shared"` // names and words that both speak of
	Also   []string `json:"also"`   // IDs of others that tell the same
}

func ids(entries []store.Entry) []string {
	list := make([]string, 0, len(entries))
	for _, e := range entries {
		list = append(list, e.ID)
	}
	return list
}

// items writes entries, with their texts, as a JSON array.
func (e *env) items(ctx context.Context, l *store.Library, entries []store.Entry) error {
	out := make([]itemJSON, 0, len(entries))
	for _, entry := range entries {
		item, err := l.Article(ctx, entry.ID)
		if err != nil {
			return err
		}
		j, err := e.article(ctx, l, item)
		if err != nil {
			return err
		}
		printed := itemJSON{JSON: j}
		if r := entry.Relation; r.Why != store.WhyUnknown {
			printed.relationJSON = &relationJSON{e.words.Reason(r), append([]string{}, r.Shared...), ids(r.Also)}
		}
		out = append(out, printed)
	}
	return e.writeJSON(out)
}
