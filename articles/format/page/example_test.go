package page_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/page"
)

func Example() {
	src := articles.NewSource("a.txt", []byte("جسر الخشب يغلق أسبوعاً\n\nالجسر قبل الإغلاق (رويترز)\nالجسر قبل الإغلاق (رويترز)\nTT\n\nجسر الخشب يغلق أسبوعاً\n\nيغلق جسر الخشب ابتداءً من السبت.\n"))
	list, mine, err := page.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s | %s\n", a.Title, a.Author, a.Body)
	}
	// Output:
	// true <nil>
	// جسر الخشب يغلق أسبوعاً |  | يغلق جسر الخشب ابتداءً من السبت.
}
