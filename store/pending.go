package store

import (
	"context"
	"maps"
	"runtime"
	"slices"
	"sync"

	rel "github.com/warraq/warraq/store/related"
)

// pending is an article that waits, as it was when its waiting was read.
type pending struct {
	stamp, num int64
	here       bool // false: it is gone
	newness    int64
	url        string
	article    rel.Article

	source   string
	profile  rel.Profile
	mentions []string
}

// waiting reads the articles that have been waiting longest.
func (l *Library) waiting(ctx context.Context) ([]pending, error) {
	batch, err := collectRows(ctx, l.db, func(scan scanner) (p pending, err error) {
		return p, scan(&p.stamp, &p.num, &p.here, &p.newness, &p.article.Source, &p.url,
			&p.article.Undated, &p.article.Title, (*packedLine)(&p.article.Summary), &p.article.Body)
	}, `SELECT p.stamp, p.num, a.num IS NOT NULL, coalesce(a.newness, 0),
			coalesce(a.source_key, ''), coalesce(a.url, ''), coalesce(a.published, '') = '', coalesce(a.title, ''), coalesce(a.summary, ''), coalesce(warraq_text(t.body), '')
		FROM found_pending p LEFT JOIN article a ON a.num = p.num LEFT JOIN text t ON t.num = p.num
		ORDER BY p.stamp LIMIT ?`, relateBatch)
	return batch, l.failure(err)
}

// linesOf says in how many articles the first and last lines of some are, these
// and those that are known.
func (l *Library) linesOf(ctx context.Context, batch []pending) (map[rel.Term]int, error) {
	here := map[rel.Term]int{}
	for i := range batch {
		for _, line := range batch[i].article.Lines() {
			here[line]++
		}
	}
	terms := slices.Sorted(maps.Keys(here))
	known, _, err := l.foundIndex().Frequencies(ctx, terms)
	if err != nil {
		return nil, err
	}
	for i, line := range terms {
		here[line] += known[i]
	}
	return here, nil
}

// analyse makes the profiles of articles, on every core but one, which answers the
// reader meanwhile. The lines are those of papers' own (see [rel.Article.Standing]), by in how many articles they are.
func analyse(batch []pending, lines map[rel.Term]int) {
	next := make(chan *pending)
	var working sync.WaitGroup
	for range max(1, min(runtime.NumCPU(), runtime.GOMAXPROCS(0))-1) {
		working.Go(func() {
			for p := range next {
				p.article.Leave = p.article.Standing(func(line rel.Term) int { return lines[line] })
				p.profile = rel.Analyse(p.article).Profile
				p.mentions = mentionedIn(p.article.Body, p.url)
				p.source, p.article = p.article.Source, rel.Article{} // texts are large
			}
		})
	}
	for i := range batch {
		if batch[i].here {
			next <- &batch[i]
		}
	}
	close(next)
	working.Wait()
}
