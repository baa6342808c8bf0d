package store

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/warraq/warraq/articles"
)

// Whole is an article with all that a library keeps of it: what an export carries.
type Whole struct {
	Item
	Marks    articles.Marks     // what its reader did with it
	Versions []articles.Version // the texts that it had before, the last one first
	Named    []Entry            // the articles that it names, in its order (see [Library.Named])
}

// Article returns the article with what the library keeps of it, but for those that it
// names.
func (w *Whole) Article() articles.Article {
	return articles.Article{
		GUID: w.GUID, Title: w.Title, Section: w.Section, Tags: w.Tags, Source: w.Source, Place: w.Place,
		Author: w.Author, Published: w.Published, Lang: w.Lang, Direction: w.Direction,
		URL: w.URL, Summary: w.Summary, Body: w.Body, Captions: w.Captions, Full: w.Full,
		Kept: &articles.Kept{
			ID: w.ID, Read: w.Read, Bookmarked: w.Bookmarked, Archived: w.Archived,
			Position: w.Position, Added: w.Added, Sources: w.Sources, Versions: w.Versions, Marks: w.Marks,
		},
	}
}

// wholesAtOnce is how many articles are read whole by the same queries: enough that
// the queries do not count, few enough that their texts do not fill memory.
const wholesAtOnce = 256

// Wholes reads the articles of some IDs, each of which stands once, whole and returns them one after the other,
// in the order of the IDs. It asks a handful of queries for some hundred articles,
// where asking for each of them would be eight. An ID of no article is [ErrNotFound],
// and ends it.
func (l *Library) Wholes(ctx context.Context, ids []string) iter.Seq2[Whole, error] {
	return func(yield func(Whole, error) bool) {
		ahead, stop := context.WithCancel(ctx)
		defer stop()
		for chunk := range l.wholesAhead(ahead, ids) {
			if chunk.err != nil {
				yield(Whole{}, chunk.err)
				return
			}
			for i := range chunk.list {
				if !yield(chunk.list[i], nil) {
					return
				}
			}
		}
		if err := ctx.Err(); err != nil {
			yield(Whole{}, fmt.Errorf("reading articles: %w", err))
		}
	}
}

// wholeChunk is what some hundred articles are read as.
type wholeChunk struct {
	list []Whole
	err  error
}

// wholesAhead reads articles while those before them are written, until the context
// is done.
func (l *Library) wholesAhead(ctx context.Context, ids []string) <-chan wholeChunk {
	chunks := make(chan wholeChunk)
	go func() {
		defer close(chunks)
		for some := range slices.Chunk(ids, wholesAtOnce) {
			list, err := l.wholes(ctx, some)
			select {
			case chunks <- wholeChunk{list, err}:
			case <-ctx.Done():
				return
			}
			if err != nil {
				return
			}
		}
	}()
	return chunks
}

// wholes reads some articles.
func (l *Library) wholes(ctx context.Context, ids []string) ([]Whole, error) {
	g := wholeGatherer{l: l, ctx: ctx, at: make(map[int64]*Whole, len(ids))}
	list := make([]Whole, len(ids))
	places := make(map[string]int, len(ids))
	for i, id := range ids {
		places[id] = i
	}
	g.texts(ids, func(w Whole) *Whole {
		place := &list[places[w.ID]]
		*place = w
		return place
	})
	for i := range list {
		if g.err == nil && list[i].ID == "" {
			return nil, fmt.Errorf("%q: %w", ids[i], ErrNotFound)
		}
	}
	g.sources()
	g.topics()
	g.versions()
	g.tags()
	g.highlights()
	g.reading()
	g.named()
	g.pictures()
	return list, l.failure(g.err)
}

// wholeGatherer puts what many queries say of articles together, until one fails.
type wholeGatherer struct {
	l    *Library
	ctx  context.Context //nolint:containedctx // it lives as long as a call
	at   map[int64]*Whole
	nums string // of the articles, as JSON
	err  error
}

// each asks a query about the articles and has a function take every row.
func (g *wholeGatherer) each(what, query, among string, take func(scanner) error) {
	if g.err != nil {
		return
	}
	read := func(scan scanner) (struct{}, error) { return struct{}{}, take(scan) }
	for _, err := range eachRow(g.ctx, g.l.db, read, query, among) {
		if err != nil {
			g.err = fmt.Errorf("reading %s: %w", what, err)
		}
	}
}

// texts reads the articles themselves, each into its place.
func (g *wholeGatherer) texts(ids []string, place func(Whole) *Whole) {
	var nums []int64
	g.each("articles", "SELECT "+entryColumns+`, coalesce(warraq_text(t.body), ''), coalesce(t.captions, '[]'), a.guid, a.num
		FROM json_each(?) j JOIN article a ON a.id = j.value LEFT JOIN text t USING (num)`, encodeJSON(ids), func(scan scanner) error {
		var w Whole
		var captions string
		var num int64
		var err error
		if w.Entry, err = scanEntryAnd(&w.Body, &captions, &w.GUID, &num)(scan); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(captions), &w.Captions); err != nil {
			return &Error{Path: g.l.path, Kind: ErrDamaged, Why: fmt.Errorf("the captions of %s: %w", w.ID, err)}
		}
		g.at[num] = place(w)
		nums = append(nums, num)
		return nil
	})
	g.nums = encodeJSON(nums)
}

func (g *wholeGatherer) sources() {
	g.each("sources", "SELECT num, source FROM origin WHERE num IN (SELECT value FROM json_each(?)) ORDER BY source", g.nums, func(scan scanner) error {
		var num int64
		var source string
		err := scan(&num, &source)
		if w := g.at[num]; err == nil && w != nil {
			w.Sources = append(w.Sources, source)
		}
		return err
	})
}

func (g *wholeGatherer) topics() {
	g.each("topics", "SELECT num, name FROM topic WHERE num IN (SELECT value FROM json_each(?)) ORDER BY name", g.nums, func(scan scanner) error {
		var num int64
		var name string
		err := scan(&num, &name)
		if w := g.at[num]; err == nil && w != nil {
			w.Tags = append(w.Tags, name)
		}
		return err
	})
}

func (g *wholeGatherer) versions() {
	g.each("versions", "SELECT num, "+versionColumns+" FROM version WHERE num IN (SELECT value FROM json_each(?)) ORDER BY until DESC", g.nums, func(scan scanner) error {
		var num int64
		v, err := scanVersionAfter(scan, &num)
		if w := g.at[num]; err == nil && w != nil {
			w.Versions = append(w.Versions, v)
		}
		return err
	})
}

func (g *wholeGatherer) tags() {
	g.each("tags", "SELECT num, name FROM tag WHERE num IN (SELECT value FROM json_each(?))", g.nums, func(scan scanner) error {
		var num int64
		var name string
		err := scan(&num, &name)
		if w := g.at[num]; err == nil && w != nil {
			w.Marks.Tags = append(w.Marks.Tags, name)
		}
		return err
	})
	for _, w := range g.at {
		slices.SortStableFunc(w.Marks.Tags, func(a, b string) int { return bytes.Compare(titleOrder(a), titleOrder(b)) })
	}
}

func (g *wholeGatherer) highlights() {
	g.each("highlights", "SELECT h.num, "+highlightColumns+` FROM highlight h WHERE h.num IN (SELECT value FROM json_each(?))
		ORDER BY h.quote <> '', h.first, h.last, h.made, h.id`, g.nums, func(scan scanner) error {
		var num int64
		h, err := scanHighlightAfter(scan, &num)
		if w := g.at[num]; err == nil && w != nil {
			w.Marks.Highlights = append(w.Marks.Highlights, h)
		}
		return err
	})
}

func (g *wholeGatherer) reading() {
	g.each("reading times", "SELECT num, day, ms FROM reading WHERE num IN (SELECT value FROM json_each(?)) ORDER BY day", g.nums, func(scan scanner) error {
		var num, day int64
		var r articles.Reading
		err := scan(&num, &day, &r.Milliseconds)
		if w := g.at[num]; err == nil && w != nil {
			r.Day = dateOf(day).Format(time.DateOnly)
			w.Marks.Reading = append(w.Marks.Reading, r)
		}
		return err
	})
}

func (g *wholeGatherer) named() {
	g.each("links", "SELECT "+entryColumns+`, link.kind, link.source FROM link JOIN article a ON a.num = link.target
		WHERE link.source IN (SELECT value FROM json_each(?)) ORDER BY link.source, link.position`, g.nums, func(scan scanner) error {
		var kind articles.Kind
		var num int64
		e, err := scanEntryAnd(&kind, &num)(scan)
		if w := g.at[num]; err == nil && w != nil {
			e.Why = kindReasons[kind]
			w.Named = append(w.Named, e)
		}
		return err
	})
}

// pictures reads which pictures the texts show, without their bytes.
func (g *wholeGatherer) pictures() {
	for num, w := range g.at {
		if g.err == nil {
			w.Pictures, g.err = g.l.pictures(g.ctx, num, w.Body, false)
		}
	}
}
