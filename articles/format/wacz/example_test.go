package wacz_test

import (
	"fmt"
	"strings"

	"github.com/warraq/warraq/articles/format/wacz"
)

func ExampleHosts() {
	hosts := wacz.Hosts(strings.NewReader(`{"url":"https://www.marsa.example/a"}`))
	fmt.Println(hosts[wacz.Host("https://marsa.example/b")], hosts[wacz.Host("https://ads.example/")])
	// Output: true false
}
