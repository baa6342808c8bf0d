package sftp_test

import (
	"fmt"
	"io"
	"strings"
	"testing/fstest"

	"github.com/warraq/warraq/ui/serve/sftp"
)

// What is no request of the protocol ends it.
func ExampleServe() {
	fmt.Println(sftp.Serve(strings.NewReader("GET / HTTP/1.0\r\n"), io.Discard, fstest.MapFS{}))
	// Output: it is no request of SFTP
}
