package warc_test

import (
	"fmt"
	"strings"

	"github.com/warraq/warraq/articles/format/warc"
)

func ExamplePages() {
	archive := "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://marsa.example/\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n<p>x\r\n\r\n"
	for page, err := range warc.Pages(strings.NewReader(archive), warc.Limits{Size: 1000, Ratio: 100}) {
		fmt.Println(page.Address, string(page.Data), err)
	}
	// Output: https://marsa.example/ <p>x <nil>
}
