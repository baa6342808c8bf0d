package serve

import (
	"io"
	"strings"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"github.com/warraq/warraq/ui/terminal"
)

// newSession makes a session of what a client asked for; a reason is why it cannot be shown.
func (s *Server) newSession(client ssh.Session) (v *Session, why Reason) {
	v = &Session{ssh: client, Out: client, Sizes: make(chan tea.WindowSizeMsg), shown: make(chan struct{}), environ: map[string]string{}}
	if key := client.Permissions().Extensions[keyExtension]; key != "" {
		v.ID = idOf([]byte(key))
		known := false
		if v.key, _ = gossh.ParsePublicKey([]byte(key)); v.key != nil {
			v.Name, known = s.config.Keys.Name(v.key)
		}
		if !known { // since the connection was made
			why = Revoked
		}
	}
	for _, variable := range client.Environ() {
		if name, value, ok := strings.Cut(variable, "="); ok && isKnownVariable(name) {
			v.environ[name] = value
		}
	}
	asked := s.ptys.take(client)
	v.screen = asked
	if asked == nil {
		v.screen = &clientTerminal{}
		v.screen.window.Store(&ssh.Window{Width: 1, Height: 1})
	}
	v.environ["TERM"] = clip(v.screen.name)
	v.ended = make(chan struct{})
	v.In = terminal.NewStream(&keyReader{client, &v.lastKey, v.ended})
	if why != 0 {
		return v, why
	}
	return v, s.refusal(client, asked)
}

// refusal says why what a client asked for is not there, 0 where it is.
func (s *Server) refusal(client ssh.Session, asked *clientTerminal) Reason {
	switch command := client.RawCommand(); {
	case isForFiles(client):
		return 0
	case s.config.Files != nil && strings.HasPrefix(command, "scp "):
		return OldCopying
	case command != "":
		return NoCommands
	case asked == nil:
		return NoTerminal
	case asked.name == "" || asked.name == "dumb":
		return DumbTerminal
	}
	return 0
}

// filesSubsystem is what a client asks for that wants files.
const filesSubsystem = "sftp"

func isForFiles(client ssh.Session) bool { return client.Subsystem() == filesSubsystem }

// keyReader notes when something came, and when nothing more does.
type keyReader struct {
	io.Reader
	last  *atomic.Int64
	ended chan struct{}
}

// Read reads what comes.
func (k *keyReader) Read(p []byte) (int, error) {
	n, err := k.Reader.Read(p)
	k.last.Store(time.Now().UnixNano())
	if err != nil {
		close(k.ended) // a stream reads no more then
	}
	return n, err //nolint:wrapcheck // it is the connection's
}
