// Package importer brings articles into a library: from inputs of any number and
// size, in batches, with what became of each.
package importer

import (
	"context"
	"fmt"
	"iter"
	"path/filepath"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/store"
)

// Result is what became of one article, or of an input that was refused.
type Result struct {
	Input   string // its name
	Title   string
	ID      string        // "" of what was not added
	Outcome store.Outcome // of what was added
	Err     error         // why the input, or a part of it, was refused
}

// Batch is what became of some of the inputs.
type Batch struct {
	Results []Result
	Bytes   int64 // of the inputs, as they were read
}

// The bounds of a batch, which is one transaction: it is as large as pays, and no
// larger than one is ready to wait for, or to lose.
const (
	batchArticles = 1000
	batchTime     = time.Second
	batchPictures = 64 << 20 // bytes of pictures
)

// Add reads inputs, as [intake.Open] gives them, and adds the articles in them
// to a library. Of an input that is in part wrong the rest is taken; it is among
// the results with its error too. What has been handed on is in the library,
// whatever comes after it.
//
// An error ends it: that of the library, or of the context, which is looked at
// between batches.
func Add(ctx context.Context, library *store.Library, inputs iter.Seq2[intake.Input, error]) iter.Seq2[Batch, error] {
	return func(yield func(Batch, error) bool) {
		b := batch{library: library, began: time.Now()}
		for in := range intake.ReadAll(ctx, inputs) {
			b.take(in)
			if len(b.articles) < batchArticles && b.pictures < batchPictures && time.Since(b.began) < batchTime {
				continue
			}
			done, err := b.add(ctx)
			if !yield(done, err) || err != nil {
				return
			}
		}
		if done, err := b.add(ctx); err != nil || len(done.Results) > 0 {
			yield(done, err)
		}
	}
}

// Read reads inputs and adds nothing: what Add would begin with.
func Read(ctx context.Context, inputs iter.Seq2[intake.Input, error]) iter.Seq[[]Result] {
	return func(yield func([]Result) bool) {
		for in := range intake.ReadAll(ctx, inputs) {
			b := batch{}
			b.take(in)
			for _, at := range b.at {
				b.results[at].Outcome = store.New
			}
			if !yield(b.results) {
				return
			}
		}
	}
}

// batch is what has been read and not yet added.
type batch struct {
	library  *store.Library
	began    time.Time
	articles []articles.Article
	at       []int // the place of each article's result
	results  []Result
	bytes    int64
	pictures int64 // bytes
}

// take takes an input's articles, and what was wrong with it.
func (b *batch) take(in intake.Result) {
	b.bytes += int64(in.Bytes)
	if in.Err != nil {
		b.results = append(b.results, Result{Input: in.Input, Err: in.Err})
	}
	for _, a := range in.Articles {
		if a.Kept != nil {
			a.Kept.Export = exportOf(in.Input)
		}
		b.at = append(b.at, len(b.results))
		for _, p := range a.Pictures {
			b.pictures += int64(len(p.Data))
		}
		b.results = append(b.results, Result{Input: in.Input, Title: a.Title})
	}
	b.articles = append(b.articles, in.Articles...)
}

// exportOf returns the name of the export that an input belongs to: itself, or the folder of
// one that is a file for each article.
func exportOf(input string) string {
	if strings.EqualFold(filepath.Ext(input), ".md") {
		return filepath.Dir(input)
	}
	return input
}

// add adds what there is in one transaction, and starts anew.
func (b *batch) add(ctx context.Context) (Batch, error) {
	if err := ctx.Err(); err != nil {
		return Batch{}, fmt.Errorf("adding articles: %w", err)
	}
	if len(b.articles) > 0 {
		added, err := b.library.Add(ctx, b.articles)
		if err != nil {
			return Batch{}, fmt.Errorf("adding articles: %w", err)
		}
		for i, a := range added {
			r := &b.results[b.at[i]]
			r.ID, r.Outcome = a.ID, a.Outcome
		}
	}
	done := Batch{b.results, b.bytes}
	*b = batch{library: b.library, began: time.Now()}
	return done, nil
}
