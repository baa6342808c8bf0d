package articles_test

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/warraq/warraq/articles"
)

// A format says whether a source is in it and reads it, in one pass.
func ExampleFormat() {
	ticker := articles.Format{
		Name: "ticker", Extensions: []string{".ticker"},
		Read: func(_ context.Context, src *articles.Source) (list []articles.Article, mine bool, err error) {
			news, mine := strings.CutPrefix(src.Text(), "TICKER\n")
			if !mine {
				return nil, false, nil
			}
			line := 1
			for title := range strings.Lines(news) {
				if line++; strings.TrimSpace(title) == "" {
					err = errors.Join(err, src.Fail(line, articles.ErrNoArticle, nil))
					continue
				}
				list = append(list, articles.Article{Title: strings.TrimSpace(title)})
			}
			return list, true, err
		},
	}
	list, mine, err := ticker.Read(context.Background(), articles.NewSource("news.ticker", []byte("TICKER\nسوق النحاس\n\nجسر الخشب\n")))
	fmt.Println(len(list), list[1].Title, mine)
	fmt.Println(err)
	// Output:
	// 2 جسر الخشب true
	// news.ticker, line 3: there is no article in it
}
