package store

import (
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// exportedArticle is an article as an export has it.
func exportedArticle(name, id, title, body string) articles.Article {
	return articles.Article{
		Title: title, Body: body, Source: "صحيفة الميناء", Full: true,
		Kept: &articles.Kept{ID: id, Export: name, Added: time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC)},
	}
}

// What stood side by side in an export is never one article, however alike; the same article
// of another export, or of the same one again, is the one that is here.
func TestExportsComeBackWhole(t *testing.T) {
	t.Parallel()
	const body = "أعلنت البلدية فتح السوق القديم صباح السبت بعد ترميم دام ثلاث سنوات، وقال البائعون إنهم ينتظرون الزوار."
	alike := []articles.Article{
		exportedArticle("mine.jsonl", "aaaaaaaa", "سوق الكتب", body),
		exportedArticle("mine.jsonl", "bbbbbbbb", "سوق الكتب", body),
		exportedArticle("mine.jsonl", "cccccccc", "سوق الكتب القديم", body),
	}
	for i := range alike[:2] {
		alike[i].URL = "https://example.org/market"
	}
	for _, tt := range []struct {
		name  string
		parts [][]articles.Article
		want  int
	}{
		{"at once", [][]articles.Article{alike}, 3},
		{"in parts", [][]articles.Article{alike[:1], alike[1:2], alike[2:]}, 3},
		{"twice", [][]articles.Article{alike, alike}, 3},
		{"one whose ID was taken out", [][]articles.Article{alike[:1], {exportedArticle("mine.jsonl", "", "سوق الكتب", body)}}, 1},
		{"without an export", [][]articles.Article{{withoutKept(alike[0]), withoutKept(alike[1])}}, 1},
		{"one of them from another", [][]articles.Article{alike[:1], {exportedArticle("other.jsonl", "dddddddd", "سوق الكتب", body)}}, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := open(t)
			for _, part := range tt.parts {
				if _, err := l.Add(t.Context(), part); err != nil {
					t.Fatal(err)
				}
			}
			list, err := l.List(t.Context(), Filter{})
			if err != nil || len(list) != tt.want {
				t.Errorf("%d articles, want %d, %v", len(list), tt.want, err)
			}
		})
	}
	// The title that an article has in a later form of the same export is its new title.
	l := open(t)
	changed := alike[0]
	changed.Title = "سوق الكتب يفتح أبوابه"
	for _, part := range [][]articles.Article{alike, {changed}} {
		if _, err := l.Add(t.Context(), part); err != nil {
			t.Fatal(err)
		}
	}
	if list, err := l.List(t.Context(), Filter{}); err != nil || len(list) != 3 {
		t.Errorf("with a changed title there are %d articles, %v", len(list), err)
	}
}

func withoutKept(a articles.Article) articles.Article {
	a.Kept = nil
	return a
}
