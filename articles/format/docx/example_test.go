package docx_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/docx"
)

func ExampleFormat() {
	_, mine, _ := docx.Format.Read(context.Background(), articles.NewSource("note.txt", []byte("نص")))
	fmt.Println(docx.Format.Extensions[0], mine)
	// Output: .docx false
}
