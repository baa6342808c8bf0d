// Package serve lets people read in one library over SSH.
//
// It knows nothing of articles: it listens, finds out by the public key who comes, keeps to
// the limits, and hands each session to a function that shows something, with the terminal
// at its other end ([Session]). What a client can ask for is little: a terminal and a shell,
// which is that function, or files by SFTP, which another one hands out (package sftp). There
// are no commands, no forwarding of ports, of agents or of windows, and of the environment
// only what says which terminal and language it is.
//
// All sessions are goroutines of one process, as a reader takes a few megabytes so and tens
// as a process of its own. So a fault may end its own session alone: what runs for one is
// caught where it runs, here and in package bubble.
//
// Who reads is told from others by the key alone, whichever name they give: [Visitor.ID] is
// its SHA-256. The host's key is made once and stays, so that those who came once know the
// host again.
package serve

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"
	"syscall"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// Config is what a server needs.
type Config struct {
	HostKey  gossh.Signer
	Keys     *Keys // of those who may come
	Guests   bool  // whether others may, too
	Sessions int   // at once, in all
	PerKey   int   // and of one key; guests are one together with as many as there may be in all
	Rate     int   // new connections a minute from one address
	Idle     time.Duration
	Loiter   time.Duration // how long a connection may stay without a session; 0 is 20 s
	Look     time.Duration // how long between two looks whether the keys are still there; 0 is 2 s
	// Show shows a session what there is to see, until its context ends or it has seen
	// enough.
	Show func(context.Context, *Session) error
	// Files hands files out to a session by SFTP until its context ends or its client asks
	// for no more; nil is that there are none.
	Files func(context.Context, *Session) error
	// Say says why a session is not shown, or ends, in its words.
	Say func(*Session, Reason) string
	// Denied says that a key is not allowed.
	Denied string
	Log    *slog.Logger
}

// Reason is why a session is not shown anything, or no longer.
type Reason uint8

// The reasons.
const (
	NoTerminal     Reason = iota + 1 // the client asked for none
	DumbTerminal                     // it cannot show a full screen
	NoCommands                       // the client wants to run a command
	OldCopying                       // and to copy files by it, as scp did before SFTP
	TooMany                          // sessions there are
	TooManyOfKey                     // sessions of this key there are
	IdleTooLong                      // nobody pressed a key
	Stopping                         // the server ends
	Crashed                          // a fault, in this session alone
	Revoked                          // the key is not among those of readers any more
	Failed                           // it cannot be shown, which was said
	readUntilEnd                     // nothing is wrong
	connectionLost                   // nor is it here
)

// String names a reason for the log.
func (r Reason) String() string {
	return [...]string{"", "no terminal", "dumb terminal", "no commands", "copying without SFTP", "too many sessions", "too many sessions of this key", "idle",
		"the server ends", "crashed", "key taken away", "failed", "left", "connection lost"}[r]
}

// How long a client may take to say who it is; how long sessions may take to end after they
// are told to; how long between two looks at the keys; and how many keys a client may offer.
const (
	handshakeBound = 20 * time.Second
	leavingBound   = 5 * time.Second
	lookBound      = 2 * time.Second
	mostKeys       = 12
)

// Server serves a library.
type Server struct {
	config Config
	ssh    *ssh.Server
	limits limits
	ptys   ptyTable

	ctx      context.Context //nolint:containedctx // the library calls back without one
	sessions sync.WaitGroup
}

// New returns a server, which listens nowhere yet.
func New(c Config) *Server {
	s := &Server{config: c}
	if s.config.Log == nil {
		s.config.Log = slog.New(slog.DiscardHandler)
	}
	if s.config.Loiter == 0 {
		s.config.Loiter = handshakeBound
	}
	if s.config.Look == 0 {
		s.config.Look = lookBound
	}
	s.limits.perMinute, s.limits.most, s.limits.perKey = c.Rate, c.Sessions, c.PerKey
	s.ssh = &ssh.Server{
		Version: "Warraq", HostSigners: []ssh.Signer{c.HostKey}, HandshakeTimeout: handshakeBound,
		Handler: s.handle, PtyHandler: s.ptys.keep, ConnCallback: s.accept, ServerConfigCallback: s.authentication,
		ChannelHandlers:   map[string]ssh.ChannelHandler{"session": s.handleChannel},
		SubsystemHandlers: map[string]ssh.SubsystemHandler{}, RequestHandlers: map[string]ssh.RequestHandler{},
	}
	if c.Files != nil {
		s.ssh.SubsystemHandlers[filesSubsystem] = s.handle
	}
	return s
}

// Serve serves who comes through a listener until a context ends. The sessions are told then,
// and those that have ended have saved all when it returns.
func (s *Server) Serve(ctx context.Context, listener net.Listener) error {
	s.ctx = ctx
	served := make(chan error, 1)
	go func() { served <- s.ssh.Serve(listener) }()
	select {
	case err := <-served:
		return fmt.Errorf("listening: %w", err)
	case <-ctx.Done():
	}
	_ = listener.Close()
	ended := make(chan struct{})
	go func() { s.sessions.Wait(); close(ended) }()
	select {
	case <-ended:
	case <-time.After(leavingBound):
	}
	_ = s.ssh.Close() // what is left of connections
	if err := <-served; !errors.Is(err, ssh.ErrServerClosed) && !errors.Is(err, net.ErrClosed) {
		return fmt.Errorf("listening: %w", err)
	}
	return nil
}

// accept takes a new connection, or drops it where too many come.
func (s *Server) accept(ctx ssh.Context, conn net.Conn) net.Conn {
	done, ok := s.limits.connect(addressOf(conn.RemoteAddr()), time.Now())
	if !ok {
		s.config.Log.Warn("dropped", "address", conn.RemoteAddr().String(), "why", "too many connections")
		return nil
	}
	counted := &countedConn{Conn: conn, done: done, loiter: s.config.Loiter}
	counted.alone = time.AfterFunc(counted.loiter, func() { _ = counted.Close() })
	ctx.SetValue(connectionKey{}, counted)
	return counted
}

// connectionKey is the key under which it is kept which connection a session has.
type connectionKey struct{}

// countedConn is a connection of those that are counted. It ends where it has no session for
// a while: each takes the place of another, and memory for what its client sends.
type countedConn struct {
	net.Conn
	once   sync.Once
	done   func()
	loiter time.Duration

	mu       sync.Mutex // guards what follows
	alone    *time.Timer
	sessions int
}

// use says that a session of the connection begins, to be done with by the function.
func (c *countedConn) use() (done func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.sessions++
	c.alone.Stop()
	return func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.sessions--; c.sessions == 0 {
			c.alone.Reset(c.loiter)
		}
	}
}

// Close closes the connection, which counts no more.
func (c *countedConn) Close() error {
	c.once.Do(c.done)
	return c.Conn.Close() //nolint:wrapcheck // it is the connection's
}

// keyExtension is where it is kept which key a connection has proved.
const keyExtension = "warraq-key"

// authentication says who may come: those whose key is known, and guests where they are
// welcome. These prove nothing, after every key of theirs was asked for.
func (s *Server) authentication(ctx ssh.Context) *gossh.ServerConfig {
	told := false
	return &gossh.ServerConfig{
		MaxAuthTries: mostKeys,
		PublicKeyCallback: func(conn gossh.ConnMetadata, key gossh.PublicKey) (*gossh.Permissions, error) {
			if _, ok := s.config.Keys.Name(key); ok {
				return &gossh.Permissions{Extensions: map[string]string{keyExtension: string(key.Marshal())}}, nil
			}
			if !s.config.Guests {
				s.config.Log.Warn("denied", "address", conn.RemoteAddr().String(), "user", clip(conn.User()), "key", gossh.FingerprintSHA256(key))
			}
			return nil, errors.New("the key is not allowed")
		},
		KeyboardInteractiveCallback: func(_ gossh.ConnMetadata, client gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
			if s.config.Guests {
				return &gossh.Permissions{}, nil
			}
			if !told {
				told = true
				_, _ = client("", s.config.Denied, nil, nil) // that it is said is all
			}
			return nil, errors.New("guests are not welcome")
		},
	}
}

// clip shortens what a client says of itself.
func clip(text string) string { return text[:min(len(text), 64)] }

// addressOf gives the address that a connection is from, without its port.
func addressOf(a net.Addr) string {
	name, _, err := net.SplitHostPort(a.String())
	if err != nil {
		return a.String()
	}
	return name
}

// ListenError is an address at which nothing can be served.
type ListenError struct {
	Address string
	Taken   bool // by another program
	Why     error
}

func (l *ListenError) Error() string { return l.Address + ": " + l.Why.Error() }
func (l *ListenError) Unwrap() error { return l.Why }

// Listen listens at an address of this machine. Its port may be 0 for any that is free.
func Listen(address string) (net.Listener, error) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		why := err
		if at, ok := errors.AsType[*net.OpError](err); ok {
			why = at.Err
		}
		return nil, &ListenError{address, errors.Is(err, syscall.EADDRINUSE), why}
	}
	return listener, nil
}

// IsForThisMachine tells whether an address can be reached from this machine alone.
func IsForThisMachine(a net.Addr) bool {
	ip := net.ParseIP(addressOf(a))
	return ip != nil && ip.IsLoopback()
}
