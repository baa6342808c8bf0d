package serve

import (
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// A session ends with a sentence, and what it has is saved, when its key is taken out of the
// file; that of another goes on, and one that is missing for a moment as the file is written
// does not matter. On a connection that stays nothing more is shown.
func TestRevokedKey(t *testing.T) {
	t.Parallel()
	stays, goes := newKey(t), newKey(t)
	const look = 50 * time.Millisecond
	keys := keysOf(t, stays, goes)
	both, err := os.ReadFile(keys.path)
	if err != nil {
		t.Fatal(err)
	}
	one, _, _ := strings.Cut(string(both), "\n")
	write := func(text string) {
		if err := os.WriteFile(keys.path, []byte(text), 0o600); err != nil {
			t.Error(err)
		}
	}
	h := serveTest(t, Config{Keys: keys, Show: echo, Look: look})
	var visits []*visitTest
	var clients []*gossh.Client
	for _, key := range []gossh.Signer{stays, goes} {
		client, v := h.begin(t, key)
		visits, clients = append(visits, v), append(clients, client)
	}
	h.server.config.Keys.mu.Lock() // nobody looks while it is half written
	write("# nobody\n")
	write(string(both))
	h.server.config.Keys.mu.Unlock()
	time.Sleep(4 * look)
	_, _ = io.WriteString(visits[1].in, "a")
	visits[1].await(t, "key a;")
	write(one + "\n")
	if err := visits[1].Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
	if said := visits[1].err.text(); said != "said: key taken away\r\n" || !strings.HasSuffix(visits[1].out.text(), "saved;") {
		t.Errorf("said is %q behind %q", said, visits[1].out.text())
	}
	_, _ = io.WriteString(visits[0].in, "b")
	visits[0].await(t, "key b;")
	again := h.open(clients[1], "xterm")
	if err := again.Shell(); err != nil {
		t.Fatal(err)
	}
	exit := &gossh.ExitError{}
	if err := again.Wait(); !errors.As(err, &exit) || again.err.text() != "said: key taken away\r\n" {
		t.Errorf("another session ends with %v, %q", err, again.err.text())
	}
}
