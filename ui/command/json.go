package command

import (
	"context"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
)

// article returns an article of the library with those that it names as related, in
// the shape that articles.JSON gives to both the output and the export. What Warraq
// finds by itself is not among them: an article read back from an export would
// seem to name it.
func (e *env) article(ctx context.Context, l *store.Library, item store.Item) (articles.JSON, error) {
	for whole, err := range l.Wholes(ctx, []string{item.ID}) {
		return e.wholeJSON(whole), err
	}
	return articles.JSON{}, nil
}

// wholeJSON returns a whole article in that shape.
func (e *env) wholeJSON(w store.Whole) articles.JSON {
	out := w.Article().JSON()
	out.Related = e.relatedJSON(w.Named)
	return out
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
	Why      string   `json:"why"`
	Relation string   `json:"relation"`
	Shared   []string `json:"shared"` // names and words that both speak of
	Also     []string `json:"also"`   // IDs of others that tell the same
}

// relationName is the name of a relation for programs, the same in every language.
func relationName(why store.Why) string {
	switch why {
	case store.WhySameText, store.WhyElsewhere:
		return "same-text"
	case store.WhySameEvent:
		return "same-event"
	case store.WhySameStory:
		return "same-story"
	case store.WhyShared:
		return "related"
	}
	return "linked"
}

func entryIDs(entries []store.Entry) []string {
	list := make([]string, 0, len(entries))
	for _, e := range entries {
		list = append(list, e.ID)
	}
	return list
}

// items writes entries, with their texts, as a JSON array.
func (e *env) items(ctx context.Context, l *store.Library, entries []store.Entry) error {
	out := make([]itemJSON, 0, len(entries))
	for whole, err := range l.Wholes(ctx, entryIDs(entries)) {
		if err != nil {
			return err
		}
		printed := itemJSON{JSON: e.wholeJSON(whole)}
		if r := entries[len(out)].Relation; r.Why != store.WhyUnknown {
			printed.relationJSON = &relationJSON{e.words.Reason(r), relationName(r.Why), append([]string{}, r.Shared...), entryIDs(r.Also)}
		}
		out = append(out, printed)
	}
	return e.writeJSON(out)
}
