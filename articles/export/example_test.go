package export_test

import (
	"fmt"
	"iter"
	"os"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/export"
)

func ExampleBibTeX() {
	shelf := export.Shelf{
		Cards: []export.Card{{ID: "7k2m9qxp", Title: "سوق الكتب"}},
		Articles: func(ids []string) iter.Seq2[articles.JSON, error] {
			return func(yield func(articles.JSON, error) bool) {
				yield(articles.JSON{ID: ids[0], Title: "سوق الكتب", Source: "النهر", Lang: "ar", Published: "2026-11-03T00:00:00Z"}, nil)
			}
		},
	}
	if err := export.BibTeX(os.Stdout, shelf); err != nil {
		fmt.Println(err)
	}
	// Output:
	// @article{warraq-7k2m9qxp,
	//   title = {{سوق الكتب}},
	//   journal = {النهر},
	//   year = {2026},
	//   month = {11},
	//   date = {2026-11-03},
	//   langid = {arabic},
	// }
}
