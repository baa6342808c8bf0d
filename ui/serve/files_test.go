package serve

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// copies begins to copy files with a key, as scp does: without a terminal. ok is false where
// that is refused.
func (h *host) copies(t *testing.T, key gossh.Signer, subsystem string) (v *visitTest, ok bool) {
	t.Helper()
	client, _, err := h.dial(key)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	session, err := client.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	v = &visitTest{Session: session, told: make(chan struct{})}
	in, inErr := session.StdinPipe()
	out, outErr := session.StdoutPipe()
	said, saidErr := session.StderrPipe()
	if err := errors.Join(inErr, outErr, saidErr); err != nil {
		t.Fatal(err)
	}
	v.in = in
	go func() { _, _ = io.Copy(&v.out, out) }()
	go func() { _, _ = io.Copy(&v.err, said); close(v.told) }()
	return v, session.RequestSubsystem(subsystem) == nil
}

// said waits until the session has ended and gives what it said.
func (v *visitTest) said() string {
	<-v.told
	return v.err.text()
}

// Files are handed out to who may read, within the limits of sessions; what is no SFTP is
// refused, and so is that where there are no files.
func TestFiles(t *testing.T) {
	t.Parallel()
	key, other := newKey(t), newKey(t)
	without := serveTest(t, Config{Keys: keysOf(t, key), Show: echo})
	if _, ok := without.copies(t, key, "sftp"); ok {
		t.Error("files are handed out where there are none")
	}
	h := serveTest(t, Config{Keys: keysOf(t, key, other), Show: echo, Files: echo, Idle: 3 * time.Second, Sessions: 5, PerKey: 1})
	for _, subsystem := range []string{"netconf", "", "sftp\x00", "SFTP"} {
		if _, ok := h.copies(t, key, subsystem); ok {
			t.Errorf("the subsystem %q is there", subsystem)
		}
	}
	first, _ := h.copies(t, key, "sftp")
	first.await(t, "[reader-0 guest=false 1x1 ")
	second, _ := h.copies(t, key, "sftp")
	if got := second.said(); got != "said: too many sessions of this key\r\n" {
		t.Errorf("one more of a key is told %q", got)
	}
	crashes, _ := h.copies(t, other, "sftp")
	crashes.await(t, "[reader-1")
	_, _ = io.WriteString(crashes.in, "p")
	if got := crashes.said(); got != "said: crashed\r\n" {
		t.Errorf("a fault says %q", got)
	}
	if got := first.said(); got != "said: idle\r\n" {
		t.Errorf("who asks for nothing is told %q", got)
	}
	scp, _ := h.begin(t, other)
	old := h.open(scp, "-")
	if err := old.Start("scp -f notes.md"); err != nil {
		t.Fatal(err)
	}
	if _ = old.Wait(); old.err.text() != "said: copying without SFTP\r\n" {
		t.Errorf("scp without SFTP is told %q", old.err.text())
	}
}

// Files are handed out no more when the key is taken away, and when the server ends.
func TestFilesEnd(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	ended := make(chan error, 1)
	h := serveTest(t, Config{Keys: keysOf(t, key), Show: echo, Files: func(ctx context.Context, s *Session) error {
		_, _ = io.WriteString(s.Out, "here")
		<-ctx.Done()
		ended <- context.Cause(ctx)
		return ctx.Err()
	}})
	v, _ := h.copies(t, key, "sftp")
	v.await(t, "here")
	if err := h.stop(); err != nil {
		t.Fatal(err)
	}
	if why := <-ended; why == nil || !strings.Contains(why.Error(), "server ends") {
		t.Errorf("it ended by %v", why)
	}
}
