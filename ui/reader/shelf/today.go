package shelf

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// ToldStory is a story as an item of the front page: how many of its articles came since
// one last looked.
type ToldStory struct {
	store.Story
	Came int
}

// Heading stands above the articles of a section that are of no story.
type Heading string

// readFront returns what reads a page of the front page of some days: a row for each story,
// and by sections what is of none. What someone looks for is looked for in all of the library.
func readFront(days int) func(context.Context, *store.Library, string, store.Filter) ([]Item, int, error) {
	return func(ctx context.Context, l *store.Library, _ string, f store.Filter) ([]Item, int, error) {
		if f.Query != nil || f.Title != "" {
			return readFiltered(ctx, l, f)
		}
		now := time.Now()
		front, err := l.Front(ctx, now, days)
		if err != nil {
			return nil, 0, err
		}
		looked, err := l.FrontLooked(ctx, now)
		if err != nil {
			return nil, 0, err
		}
		var items []Item
		for _, s := range front.Stories {
			items = append(items, Item{Value: ToldStory{s, s.CameAfter(looked)}, Opens: Shelf{Kind: Story, Name: s.Articles[0].ID, Label: s.Title}})
		}
		items = append(items, bySection(front.Others)...)
		return pageOf(items, f), len(items), nil
	}
}

// bySection returns articles below the headings of their sections, in the order in which
// these come first.
func bySection(entries []store.Entry) (items []Item) {
	var sections []string
	of := map[string][]Item{}
	for _, e := range entries {
		if of[e.Section] == nil {
			sections = append(sections, e.Section)
		}
		of[e.Section] = append(of[e.Section], Item{Entry: e})
	}
	for _, section := range sections {
		items = append(append(items, Item{Value: Heading(section)}), of[section]...)
	}
	return items
}

// readStory returns a page of the articles of a story, by the ID of one of them, in order
// of time and of papers.
func readStory(ctx context.Context, l *store.Library, id string, f store.Filter) ([]Item, int, error) {
	if f.Query != nil || f.Title != "" {
		return readFiltered(ctx, l, f)
	}
	story, err := l.StoryOf(ctx, id)
	if err != nil {
		return nil, 0, err
	}
	slices.SortStableFunc(story.Articles, func(a, b store.Entry) int {
		return cmp.Or(a.Published.Compare(b.Published), strings.Compare(a.Source, b.Source))
	})
	return pageOf(Entries(story.Articles), f), len(story.Articles), nil
}

// readFiltered returns a page of the articles that a filter chooses.
func readFiltered(ctx context.Context, l *store.Library, f store.Filter) ([]Item, int, error) {
	entries, err := l.List(ctx, f)
	if err != nil {
		return nil, 0, err
	}
	total, err := l.Count(ctx, f)
	return Entries(entries), total, err
}

// pageOf cuts the page out of items that a filter asks for.
func pageOf(items []Item, f store.Filter) []Item {
	items = items[min(f.Offset, len(items)):]
	if f.Limit > 0 {
		items = items[:min(f.Limit, len(items))]
	}
	return items
}

// viewToday draws a story, or the heading above a section.
func viewToday(c *draw.Canvas, it Item, columns, rows int) []draw.Row {
	if h, ok := it.Value.(Heading); ok {
		name := cmp.Or(string(h), c.Words.Today.Others)
		return []draw.Row{c.Label(columns, rtl.Span{Text: "── " + name, Style: c.Styles.Accent})}
	}
	s, _ := it.Value.(ToldStory)
	style := c.Styles.Text
	if s.Unread > 0 {
		style.Attributes |= rtl.Bold
	}
	out := c.Paragraph([]rtl.Span{{Text: s.Title, Style: style}}, columns, max(1, min(2, rows-1)))
	if room := rows - len(out); room > 0 {
		out = append(out, c.Paragraph(storySpans(c, s), columns, room)...)
	}
	return out
}

// storySpans say what is new in a story, how many articles tell it, since when and in
// which papers.
func storySpans(c *draw.Canvas, s ToldStory) (spans []rtl.Span) {
	say := c.Words
	if s.Came > 0 {
		spans = append(spans, rtl.Span{Text: say.Count(s.Came, say.Today.New) + " · ", Style: c.Styles.Mark})
	}
	var text strings.Builder
	text.WriteString(say.Count(len(s.Articles), say.ArticleNoun) + " · " + sinceWhen(say, s.Since))
	for _, paper := range s.Papers {
		text.WriteString(" · \u2068" + paper + "\u2069")
	}
	return append(spans, rtl.Span{Text: text.String(), Style: c.Styles.Muted})
}

// sinceWhen says since which day a story goes on.
func sinceWhen(w *words.Words, t time.Time) string {
	return strings.Replace(w.Today.Since, "%s", strings.ReplaceAll(w.Date(t), " ", "\u00a0"), 1)
}
