package charset_test

import (
	"fmt"

	"github.com/warraq/warraq/articles/charset"
)

func ExampleDecode() {
	text, err := charset.Decode([]byte("\xE3\xD1\xCD\xC8\xC7 \xC8\xDF\xE3")) // Windows-1256
	fmt.Println(text, err)
	// Output: مرحبا بكم <nil>
}
