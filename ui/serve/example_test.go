package serve_test

import (
	"fmt"

	"github.com/warraq/warraq/ui/serve"
)

// A line of a file of keys that is none is named.
func ExampleParseKeys() {
	_, err := serve.ParseKeys("readers", []byte("# those who may come\nssh-ed25519 nonsense\n"))
	fmt.Println(err)
	// Output: readers:2: the line is no public key
}
