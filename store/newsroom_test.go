package store

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
)

// newsroom makes Arabic articles that are the same in every run and have of news
// what relating them costs by: a vocabulary that never ends (every fiftieth word
// was never there before, as names and misspellings are), frequencies by the law of
// Zipf and Mandelbrot, a third of all words function words, and subjects. A few
// never end, as wars do not, and half of all articles are of one of them; others
// are told some dozen times in some days, in forty papers, by words and names of
// their own. An article is 3 KB; one comes every half hour.
type newsroom struct {
	r        *rand.Rand
	words    []string
	zipf     *rand.Zipf
	lasting  [][]string
	passing  []beat
	made     int
	coined   map[string]bool
	function []string
}

// beat is a subject of some time.
type beat struct {
	name  string
	words []string
	left  int // how often it will be told
}

func newNewsroom() *newsroom {
	const vocabulary, lasting, passing = 150_000, 12, 40
	r := rand.New(rand.NewPCG(20260314, 8))
	n := &newsroom{
		r: r, coined: map[string]bool{}, zipf: rand.NewZipf(r, 1.07, 3, vocabulary-1),
		function: strings.Fields("في من على إلى أن التي عن مع هذا الذي بعد كان قال هذه ما بين لم كما لا قد ذلك أو خلال حيث منذ إن كل غير وقد به"),
	}
	for range vocabulary {
		n.words = append(n.words, n.coin())
	}
	for range lasting {
		n.lasting = append(n.lasting, n.subject(150))
	}
	for range passing {
		n.passing = append(n.passing, n.begun())
	}
	return n
}

// coin makes a word that was not there.
func (n *newsroom) coin() string {
	letters := []rune("بتثجحخدذرزسشصضطظعغفقكلمنهويأ")
	one := func(from ...string) string { return from[n.r.IntN(len(from))] }
	letter := func() string { return string(letters[n.r.IntN(len(letters))]) }
	for {
		word := one("", "", "", "ال", "ال", "وال", "بال", "لل", "م", "ت", "ي", "است") + letter() + one("", "ا", "و") +
			letter() + one("", "", "ي", "ا") + letter() + one("", "", letter()) + one("", "", "", "ة", "ات", "ين", "ون", "ها", "ه", "ية")
		if !n.coined[word] {
			n.coined[word] = true
			return word
		}
	}
}

// subject is the words of a subject: half of them are its own, half are those of
// others, too.
func (n *newsroom) subject(size int) []string {
	words := make([]string, size)
	for i := range words {
		if words[i] = n.coin(); i%2 == 0 {
			words[i] = n.words[200+n.r.IntN(20_000)]
		}
	}
	return words
}

func (n *newsroom) begun() beat { return beat{n.coin(), n.subject(40), 5 + n.r.IntN(40)} }

// text writes of a subject; nil is none.
func (n *newsroom) text(bytes int, subject []string, share float64) string {
	var b strings.Builder
	for b.Len() < bytes {
		word := n.words[n.zipf.Uint64()]
		switch x := n.r.Float64(); {
		case x < 0.02:
			word = n.coin()
		case x < 0.35:
			word = n.function[n.r.IntN(len(n.function))]
		case x < 0.35+share && subject != nil:
			word = subject[min(n.r.IntN(len(subject)), n.r.IntN(len(subject)))]
		}
		b.WriteString(word)
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

// batch makes the next articles.
func (n *newsroom) batch(size int) []articles.Article {
	list := make([]articles.Article, size)
	for i := range list {
		n.made++
		var subject []string
		author := "" // is not related by, and tells the passing subjects apart
		switch x := n.r.Float64(); {
		case x < 0.5:
			subject = n.lasting[min(n.r.IntN(len(n.lasting)), n.r.IntN(len(n.lasting)))]
		case x < 0.9:
			s := &n.passing[n.r.IntN(len(n.passing))]
			subject, author = s.words, s.name
			if s.left--; s.left == 0 {
				*s = n.begun()
			}
		}
		list[i] = articles.Article{
			Title: n.text(90, subject, 0.4), Summary: n.text(150, subject, 0.25), Body: n.text(3000, subject, 0.15),
			Section: fmt.Sprintf("قسم %d", n.made%12), Source: fmt.Sprintf("صحيفة %d", n.r.IntN(40)),
			Published: time.Date(2020, 1, 1, 0, 30*n.made, 0, 0, time.UTC), Direction: articles.RightToLeft, Lang: "ar",
			URL: fmt.Sprintf("https://paper.example/%d", n.made), Author: author,
		}
	}
	return list
}
