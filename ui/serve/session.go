package serve

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"runtime/debug"
	"slices"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/terminal/bubble"
)

// Visitor is who reads.
type Visitor struct {
	ID   string // the SHA-256 of the key, "" of a guest
	Name string // what stands behind the key in the file of keys
}

// IsGuest tells whether nothing is known of the visitor.
func (v Visitor) IsGuest() bool { return v.ID == "" }

// Session is a visit, with the terminal at its other end.
type Session struct {
	Visitor
	In    *terminal.Stream
	Out   io.Writer
	Sizes chan tea.WindowSizeMsg // as they change

	environ map[string]string
	screen  *clientTerminal
	ssh     ssh.Session
	key     gossh.PublicKey // nil of a guest
	lastKey atomic.Int64    // when it was pressed, in nanoseconds since 1970
	shown   chan struct{}   // closed when it was shown what there is
	ended   chan struct{}   // closed when nothing more comes from the client
}

// Getenv gives a variable of the visitor's environment, of those that say which terminal and
// language it is. TERM is the terminal that was asked for.
func (s *Session) Getenv(name string) string { return s.environ[name] }

// Environ gives all of these as a program has them.
func (s *Session) Environ() (all []string) {
	for name, value := range s.environ {
		all = append(all, name+"="+value)
	}
	slices.Sort(all)
	return all
}

// Size gives the columns and rows of the terminal.
func (s *Session) Size() (width, height int) {
	w := s.screen.window.Load()
	return w.Width, w.Height
}

// Cell gives the size of a cell of the terminal in pixels, zero where it is not told.
func (s *Session) Cell() image.Point {
	w := s.screen.window.Load()
	return image.Pt(w.WidthPixels/max(w.Width, 1), w.HeightPixels/max(w.Height, 1))
}

// Say writes a sentence below what is on the terminal.
func (s *Session) Say(sentence string) {
	_, _ = fmt.Fprintf(s.ssh.Stderr(), "%s\r\n", text.CleanText(sentence)) // who is gone hears nothing
}

// The largest screen that is drawn: more would be memory alone.
const widestScreen, highestScreen = 1000, 500

// bounded is the size of a window within bounds.
func bounded(w ssh.Window) ssh.Window {
	w.Width, w.Height = max(1, min(w.Width, widestScreen)), max(1, min(w.Height, highestScreen))
	w.WidthPixels, w.HeightPixels = max(0, min(w.WidthPixels, 100*widestScreen)), max(0, min(w.HeightPixels, 100*highestScreen))
	return w
}

// handle shows a session what there is to see.
func (s *Server) handle(client ssh.Session) {
	s.sessions.Add(1)
	defer s.sessions.Done()
	v, why := s.newSession(client)
	defer v.In.Close() //nolint:errcheck // it cannot fail
	if conn, ok := client.Context().Value(connectionKey{}).(*countedConn); ok {
		defer conn.use()()
	}
	who := []any{
		"key", v.ID, "name", clip(v.Name), "guest", v.IsGuest(), "address", client.RemoteAddr().String(),
		"user", clip(client.User()), "files", isForFiles(client), "term", v.Getenv("TERM"), "client", clip(client.Context().ClientVersion()),
	}
	done := func() {}
	if why == 0 {
		done, why = s.limits.begin(v.ID)
	}
	if why != 0 {
		s.config.Log.Warn("refused", append(who, "why", why.String())...)
		v.Say(s.config.Say(v, why))
		_ = client.Exit(1)
		return
	}
	defer done()
	began := time.Now()
	width, height := v.Size()
	s.config.Log.Info("came", append(who, "width", width, "height", height)...)
	why, err := s.show(v)
	if why != readUntilEnd && why != connectionLost && why != Failed {
		v.Say(s.config.Say(v, why))
	}
	s.config.Log.Info("went", append(who, "why", why.String(), "after", time.Since(began).Round(time.Second).String())...)
	s.logFault(err)
	status := 0
	if why == Crashed || why == Failed {
		status = 1
	}
	_ = client.Exit(status)
}

// logFault writes down what went wrong in a session, and where.
func (s *Server) logFault(err error) {
	var crash *bubble.CrashError
	switch {
	case err == nil:
	case errors.As(err, &crash):
		s.config.Log.Error("crashed", "fault", fmt.Sprint(crash.Value), "stack", string(crash.Stack))
	default:
		s.config.Log.Error("failed", "why", err.Error())
	}
}

// show shows a session what there is to see and returns why that ended.
func (s *Server) show(v *Session) (why Reason, err error) {
	ctx, end := context.WithCancelCause(v.ssh.Context())
	defer end(nil)
	defer context.AfterFunc(s.ctx, func() { end(reasonError(Stopping)) })()
	v.lastKey.Store(time.Now().UnixNano())
	go v.passSizes(ctx)
	go s.watch(ctx, v, end)
	defer close(v.shown)
	err = s.guarded(ctx, v)
	var cause reasonError
	var crash *bubble.CrashError
	switch {
	case errors.As(err, &crash):
		return Crashed, err
	case errors.As(context.Cause(ctx), &cause):
		return Reason(cause), nil
	case v.ssh.Context().Err() != nil:
		return connectionLost, nil
	case err != nil:
		return Failed, err
	}
	return readUntilEnd, nil
}

// reasonError is a reason for which a session ends.
type reasonError Reason

func (r reasonError) Error() string { return Reason(r).String() }

// guarded shows the session, and makes an error of a panic.
func (s *Server) guarded(ctx context.Context, v *Session) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = &bubble.CrashError{Value: value, Stack: debug.Stack()}
		}
	}()
	if isForFiles(v.ssh) {
		return s.config.Files(ctx, v)
	}
	return s.config.Show(ctx, v)
}

// passSizes passes the sizes of a session's terminal on, the last one where there were
// several meanwhile.
func (v *Session) passSizes(ctx context.Context) {
	for {
		select {
		case <-v.screen.changed:
		case <-ctx.Done():
			return
		}
		w := v.screen.window.Load()
		select {
		case v.Sizes <- tea.WindowSizeMsg{Width: w.Width, Height: w.Height}:
		case <-ctx.Done():
			return
		}
	}
}

// isAllowed tells whether who reads may still come.
func (s *Server) isAllowed(v *Session) bool {
	if v.key == nil {
		return true
	}
	_, known := s.config.Keys.Name(v.key)
	return known
}

// watch ends a session where nobody presses a key, where nothing more comes, and where its
// key is taken away: two looks in a row say so, since a file of keys that is being written
// may lack some for a moment. One that
// does not end then loses its connection: its client does not read what it is sent.
func (s *Server) watch(ctx context.Context, v *Session, end context.CancelCauseFunc) {
	idle := time.NewTimer(s.config.Idle)
	defer idle.Stop()
	look := time.NewTicker(s.config.Look)
	defer look.Stop()
	missed := 0
	for ctx.Err() == nil {
		select {
		case <-look.C:
			if missed++; s.isAllowed(v) {
				missed = 0
			} else if missed > 1 {
				end(reasonError(Revoked))
			}
		case <-v.ended:
			end(reasonError(connectionLost))
		case <-idle.C:
			if left := s.config.Idle - time.Since(time.Unix(0, v.lastKey.Load())); left > 0 {
				idle.Reset(left)
				continue
			}
			end(reasonError(IdleTooLong))
		case <-ctx.Done():
		}
	}
	select {
	case <-v.shown:
	case <-time.After(leavingBound):
		if conn, ok := v.ssh.Context().Value(ssh.ContextKeyConn).(*gossh.ServerConn); ok {
			_ = conn.Close()
		}
	}
}
