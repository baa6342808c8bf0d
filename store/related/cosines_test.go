package related_test

import (
	"cmp"
	"math"
	"slices"

	"github.com/warraq/warraq/articles/text"
)

// cosines are the two baselines, of all articles and not of some candidates: the cosine
// of all words, 1 + log of how often they are there by their rarity, titles counted
// three times; and with half the cosine of the titles and half that of the first eighty
// words.
type cosines struct {
	words    []map[string][3]float64 // of each article, what each word weighs in each part
	postings map[string][]posting
}

// posting is an article that has a word, and what that weighs there.
type posting struct {
	id     int
	weight [3]float64
}

func newCosines(list []labelledArticle) *cosines {
	c := &cosines{postings: map[string][]posting{}}
	in := map[string]float64{}
	for _, a := range list {
		title, body := text.Words(a.Title), text.Words(a.Body)
		words := map[string][3]float64{}
		for part, some := range [3][]string{slices.Concat(title, title, title, body), title, body[:min(80, len(body))]} {
			for _, w := range some {
				stem := text.Stem(w)
				n := words[stem]
				n[part]++
				words[stem] = n
			}
		}
		for w := range words {
			in[w]++
		}
		c.words = append(c.words, words)
	}
	for id, words := range c.words {
		var length [3]float64
		for w, n := range words {
			for part := range n {
				if n[part] > 0 {
					n[part] = (1 + math.Log(n[part])) * math.Log(float64(len(list)+1)/in[w])
				}
				length[part] += n[part] * n[part]
			}
			words[w] = n
		}
		for w, weight := range words {
			for part := range weight {
				weight[part] /= math.Sqrt(max(length[part], 1e-9))
			}
			words[w] = weight
			c.postings[w] = append(c.postings[w], posting{id, weight})
		}
	}
	return c
}

// rank gives the first twenty for an article, by a mix of the parts.
func (c *cosines) rank(id int, mix [3]float64) []int {
	scores := make([]float64, len(c.words))
	for w, own := range c.words[id] {
		for part := range own {
			own[part] *= mix[part]
		}
		for _, p := range c.postings[w] {
			scores[p.id] += own[0]*p.weight[0] + own[1]*p.weight[1] + own[2]*p.weight[2]
		}
	}
	scores[id] = 0
	var ids []int
	for other, score := range scores {
		if score > 0 {
			ids = append(ids, other)
		}
	}
	slices.SortFunc(ids, func(a, b int) int { return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(a, b)) })
	return ids[:min(20, len(ids))]
}

func (d *dense) measureCosine(c *cosines, ids []int, mix [3]float64) *table {
	to := &table{}
	for _, id := range ids {
		to.add(d, id, c.rank(id, mix))
	}
	return to
}

var (
	plainMix = [3]float64{1, 0, 0}
	partsMix = [3]float64{1, 0.5, 0.5}
)
