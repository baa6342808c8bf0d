package webarchive_test

import (
	"fmt"

	"github.com/warraq/warraq/articles/format/webarchive"
)

func ExampleRead() {
	a, err := webarchive.Read([]byte(`<plist><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>PHA+eA==</data><key>WebResourceURL</key><string>https://marsa.example/</string></dict></dict></plist>`))
	fmt.Println(a.Address, string(a.Data), err)
	// Output: https://marsa.example/ <p>x <nil>
}
