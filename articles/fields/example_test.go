package fields_test

import (
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/fields"
)

func ExampleToArticle() {
	a, err := fields.ToArticle(articles.NewSource("a.md", nil), map[string]fields.Field{
		"العنوان": {Value: "سوق النحاس"}, "publishedAt": {Value: "29 ديسمبر 2024"},
	}, nil)
	fmt.Println(a.Title, a.Published.Year(), err)
	// Output: سوق النحاس 2024 <nil>
}

func ExampleJoinNames() {
	fmt.Println(fields.JoinNames([]string{"هند السالم", "رامي الفهد"}))
	fmt.Println(fields.JoinNames([]string{"Salma Nasser", "Omar Haddad"}))
	fmt.Println(fields.JoinNames([]string{"Nasser, Salma", "Omar Haddad"}))
	// Output:
	// هند السالم، رامي الفهد
	// Salma Nasser, Omar Haddad
	// Nasser, Salma; Omar Haddad
}
