package export_test

import (
	"fmt"
	"os"

	"warraq/articles"
	"warraq/articles/export"
)

func ExampleBibTeX() {
	shelf := export.Shelf{
		Cards: []export.Card{{ID: "7k2m9qxp", Title: "سوق الكتب"}},
		Article: func(id string) (articles.JSON, error) {
			return articles.JSON{ID: id, Title: "سوق الكتب", Source: "النهر", Lang: "ar", Published: "2026-11-03T00:00:00Z"}, nil
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
