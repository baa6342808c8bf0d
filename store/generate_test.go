package store

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
)

// generator makes Arabic articles that are the same in every run: words of
// three-letter roots with prefixes and endings, their frequencies by Zipf's law,
// 3 KB of text each, one every half hour.
type generator struct {
	words []string
	zipf  *rand.Zipf
	made  int
}

func newGenerator() *generator {
	r := rand.New(rand.NewPCG(20260314, 7))
	letters := []rune("بتثجحخدذرزسشصضطظعغفقكلمنهوي")
	one := func(from ...string) string { return from[r.IntN(len(from))] }
	letter := func() string { return string(letters[r.IntN(len(letters))]) }
	const vocabulary = 30000
	seen := make(map[string]bool, vocabulary)
	g := &generator{}
	for len(g.words) < vocabulary {
		word := one("", "", "", "ال", "ال", "وال", "بال", "لل", "م", "ت", "ي", "است") +
			letter() + one("", "ا", "و") + letter() + one("", "", "ي") + letter() +
			one("", "", "", "ة", "ات", "ين", "ون", "ها", "ه", "ية")
		if !seen[word] {
			seen[word] = true
			g.words = append(g.words, word)
		}
	}
	g.zipf = rand.NewZipf(r, 1.1, 8, vocabulary-1)
	return g
}

func (g *generator) text(bytes int) string {
	var b strings.Builder
	for b.Len() < bytes {
		b.WriteString(g.words[g.zipf.Uint64()])
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

// batch makes the next articles. Each but the first names the one before it.
func (g *generator) batch(n int) []articles.Article {
	list := make([]articles.Article, n)
	for i := range list {
		g.made++
		list[i] = articles.Article{
			Title:     g.text(90),
			Section:   fmt.Sprintf("قسم %d", g.made%12),
			Source:    fmt.Sprintf("صحيفة %d", g.made%40),
			Summary:   g.text(150),
			Published: time.Date(2020, 1, 1, 0, 30*g.made, 0, 0, time.UTC),
			Direction: articles.RightToLeft,
			Lang:      "ar",
			URL:       fmt.Sprintf("https://paper.example/%d", g.made),
			Body:      g.text(3000),
		}
		if i > 0 {
			list[i].Related = []articles.Related{{Title: list[i-1].Title, URL: list[i-1].URL}}
		}
	}
	return list
}
