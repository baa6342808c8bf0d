package serve

import (
	"strings"
	"sync"
	"sync/atomic"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// clientTerminal is a terminal that a client asked for, with its size as it changes.
type clientTerminal struct {
	name    string
	window  atomic.Pointer[ssh.Window]
	changed chan struct{} // has one where the size has changed since it was looked at
}

// ptyTable keeps the terminals that clients asked for until their sessions begin. The server
// makes none itself: what is written goes to the client as it is.
type ptyTable struct {
	mu sync.Mutex
	of map[ssh.Session]*clientTerminal
}

// keep keeps the terminal of a session. Its sizes are taken from now on to the end, whether
// something is shown or not: one that nobody takes would hold up all that the client asks
// for behind it, on every session, and the end of its connection.
func (t *ptyTable) keep(_ ssh.Context, session ssh.Session, pty ssh.Pty) (func() error, error) {
	asked := &clientTerminal{name: pty.Term, changed: make(chan struct{}, 1)}
	first := bounded(pty.Window)
	asked.window.Store(&first)
	_, windows, _ := session.Pty()
	go func() {
		for w := range windows {
			w = bounded(w)
			asked.window.Store(&w)
			select {
			case asked.changed <- struct{}{}:
			default:
			}
		}
	}()
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.of == nil {
		t.of = map[ssh.Session]*clientTerminal{}
	}
	t.of[session] = asked
	return func() error { t.take(session); return nil }, nil
}

// take gives the terminal of a session, once; nil where none was asked for.
func (t *ptyTable) take(session ssh.Session) *clientTerminal {
	t.mu.Lock()
	defer t.mu.Unlock()
	asked := t.of[session]
	delete(t.of, session)
	return asked
}

// handleChannel lets through what a client may ask of a session.
func (s *Server) handleChannel(srv *ssh.Server, conn *gossh.ServerConn, channel gossh.NewChannel, ctx ssh.Context) {
	ctx.Lock()
	open, _ := ctx.Value(openChannels{}).(int)
	if open < mostChannels {
		ctx.SetValue(openChannels{}, open+1)
	}
	ctx.Unlock()
	if open >= mostChannels {
		_ = channel.Reject(gossh.ResourceShortage, "too many sessions")
		return
	}
	defer func() {
		ctx.Lock()
		defer ctx.Unlock()
		if open, ok := ctx.Value(openChannels{}).(int); ok {
			ctx.SetValue(openChannels{}, open-1)
		}
	}()
	ssh.DefaultSessionHandler(srv, conn, limitedChannel{channel, s.config.Files != nil}, ctx)
}

// openChannels is the key under which it is kept how many sessions a connection has.
type openChannels struct{}

// Bounds of what a client may ask for: sessions on a connection, variables, and bytes of one.
const (
	mostChannels    = 8
	mostVariables   = 40
	longestVariable = 256
)

// limitedChannel is a channel on which only that may be asked for which a reader needs.
type limitedChannel struct {
	gossh.NewChannel
	files bool // whether there are any
}

// Accept takes the channel.
func (l limitedChannel) Accept() (gossh.Channel, <-chan *gossh.Request, error) {
	channel, requests, err := l.NewChannel.Accept()
	if err != nil {
		return nil, nil, err //nolint:wrapcheck // it is the connection's
	}
	allowed := make(chan *gossh.Request)
	go func() {
		defer close(allowed)
		variables := 0
		for request := range requests {
			switch request.Type {
			case "pty-req", "shell", "exec", "window-change":
				allowed <- request
				continue
			case "subsystem":
				var subsystem struct{ Name string }
				if gossh.Unmarshal(request.Payload, &subsystem) == nil && l.files && subsystem.Name == filesSubsystem {
					allowed <- request
					continue
				}
			case "env":
				var variable struct{ Name, Value string }
				variables++
				if gossh.Unmarshal(request.Payload, &variable) == nil && variables <= mostVariables &&
					len(variable.Value) <= longestVariable && isKnownVariable(variable.Name) {
					allowed <- request
					continue
				}
			}
			if request.WantReply {
				_ = request.Reply(false, nil)
			}
		}
	}()
	return channel, allowed, nil
}

// knownVariables are those of a client's environment that say which terminal and which
// language it is. What names a multiplexer is none of them: it would be asked on this machine.
const knownVariables = " LANG LANGUAGE COLORTERM COLORFGBG NO_COLOR TERM_PROGRAM TERM_PROGRAM_VERSION VTE_VERSION KONSOLE_VERSION" +
	" KITTY_WINDOW_ID WT_SESSION WEZTERM_VERSION ALACRITTY_WINDOW_ID GHOSTTY_RESOURCES_DIR XTERM_VERSION "

// isKnownVariable tells whether a variable is taken from a client.
func isKnownVariable(name string) bool {
	return strings.Contains(knownVariables, " "+name+" ") || strings.HasPrefix(name, "LC_") && len(name) < 20
}
