//go:build unix

package command_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/words"
)

// progressDelay is how long a test waits for what must come. It is no measure of
// speed.
const progressDelay = 90 * time.Second

// session is the program running in a terminal of its own.
type session struct {
	t      testing.TB
	cmd    *exec.Cmd
	tty    *os.File
	mu     sync.Mutex
	screen *vt.Emulator
	title  string
	raw    bytes.Buffer
	last   time.Time // when something was written last
	ended  chan error
}

// startProgram runs the program in a terminal of 120×40 with an empty home folder.
func startProgram(t testing.TB, library string, args ...string) *session {
	t.Helper()
	return startFrom(t, "", library, args...)
}

// startFrom runs the program with a file as standard input, if one is named.
func startFrom(t testing.TB, input, library string, args ...string) *session {
	t.Helper()
	return startIn(t, nil, input, library, args...)
}

// startIn runs it with some variables of the environment set otherwise.
func startIn(t testing.TB, environ []string, input, library string, args ...string) *session {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	home := t.TempDir()
	if !slices.Contains(args, "--welcome") {
		greeted(t, home)
	}
	cmd.Env = append(os.Environ(), asProgram+"=1", "TERM=xterm-256color", "TMUX=", "STY=",
		"HOME="+home, "XDG_DATA_HOME=", "XDG_CONFIG_HOME=", "XDG_STATE_HOME=", "WARRAQ_LIBRARY="+library, "WARRAQ_LANG=", "LC_ALL=C.UTF-8")
	cmd.Env = append(cmd.Env, environ...)
	if input != "" {
		f, err := os.Open(input)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = f.Close() })
		cmd.Stdin = f
	}
	return startInTerminal(t, cmd)
}

// startInTerminal starts a program in a terminal of 120×40.
func startInTerminal(t testing.TB, cmd *exec.Cmd) *session {
	t.Helper()
	s := &session{t: t, cmd: cmd, screen: vt.NewEmulator(120, 40), ended: make(chan error, 1)}
	s.screen.SetCallbacks(vt.Callbacks{Title: func(title string) { s.title = title }})
	tty, err := pty.StartWithAttrs(s.cmd, &pty.Winsize{Rows: 40, Cols: 120},
		&syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1})
	if err != nil {
		t.Fatal(err)
	}
	s.tty = pollable(t, tty)
	tty = s.tty
	t.Cleanup(func() { _ = s.cmd.Process.Kill(); _ = tty.Close() })
	// The terminal's answers to the program's questions. They wait where the program does
	// not read, since what it writes must not wait for that.
	answers := make(chan []byte, 1<<16)
	go func() {
		defer close(answers)
		for {
			answer := make([]byte, 1024)
			n, err := s.screen.Read(answer)
			if err != nil {
				return
			}
			answers <- answer[:n]
		}
	}()
	go func() {
		for answer := range answers {
			_, _ = tty.Write(answer)
		}
	}()
	go func() {
		output := make([]byte, 64<<10)
		for {
			n, err := tty.Read(output)
			s.mu.Lock()
			s.raw.Write(output[:n])
			s.last = time.Now()
			_, _ = s.screen.Write(output[:n])
			s.mu.Unlock()
			if err != nil {
				s.ended <- s.cmd.Wait()
				return
			}
		}
	}()
	return s
}

// greeted makes a home folder that of somebody who has seen the welcome.
func greeted(t testing.TB, home string) {
	t.Helper()
	folder := filepath.Join(home, ".config", "warraq")
	err := os.MkdirAll(folder, 0o700)
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, "config.toml"), []byte("welcome = false\n"), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// pollable makes a file one that can be closed while it is read.
func pollable(t testing.TB, f *os.File) *os.File {
	t.Helper()
	fd, err := syscall.Dup(int(f.Fd()))
	if err == nil {
		err = syscall.SetNonblock(fd, true)
	}
	if err = errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	return os.NewFile(uintptr(fd), "pty")
}

func (s *session) press(keys string) {
	s.t.Helper()
	if _, err := s.tty.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
}

// waitFor waits until the screen is as it should be.
func (s *session) waitFor(what string, ok func(screen, title string) bool) {
	s.t.Helper()
	for end := time.Now().Add(progressDelay); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		s.mu.Lock()
		found := ok(s.screen.String(), s.title)
		s.mu.Unlock()
		if found {
			return
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.t.Fatalf("waited in vain for %s; the window's title is %q and the screen:\n%s", what, s.title, s.screen.String())
}

func (s *session) waitForTitle(title string) {
	s.t.Helper()
	s.waitFor("the article "+title, func(_, t string) bool { return strings.HasSuffix(t, "· "+title) })
}

// wait waits for the program's end.
func (s *session) wait() error {
	s.t.Helper()
	select {
	case err := <-s.ended:
		return err
	case <-time.After(progressDelay):
		s.t.Fatal("the program does not end")
		return nil
	}
}

// leave presses q and checks that the program ends well and leaves the
// terminal as it was.
func (s *session) leave() {
	s.t.Helper()
	s.press("q")
	if err := s.wait(); err != nil {
		s.t.Fatalf("left with %v:\n%s", err, s.raw.String())
	}
	s.restored()
}

// restored checks that the terminal is as the program found it.
func (s *session) restored() {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.screen.IsAltScreen() || s.screen.CursorHidden() {
		s.t.Errorf("the alternate screen is still on: %v, the cursor is hidden: %v, behind\n%q",
			s.screen.IsAltScreen(), s.screen.CursorHidden(), s.raw.String()[max(0, s.raw.Len()-1000):])
	}
}

// A reader opens an article, jumps to a related one and on from there, comes
// back twice, reads on, bookmarks, leaves; and finds it all again.
func TestReadingAndComingBack(t *testing.T) {
	t.Parallel()
	library := filepath.Join(t.TempDir(), "library.db")
	ctx := t.Context()

	first := startProgram(t, library)
	first.waitFor("the list", func(_, title string) bool { return strings.Contains(title, "·") })
	trail := trailOf(t, library)

	first.press("\r")
	first.waitForTitle(trail[0].Title)
	first.press("1")
	first.waitForTitle(trail[1].Title)
	first.press("1")
	first.waitForTitle(trail[2].Title)
	first.press("[")
	first.waitForTitle(trail[1].Title)
	first.press("[")
	first.waitForTitle(trail[0].Title)
	first.press("b")
	first.waitFor("the bookmark's sign", func(screen, _ string) bool { return strings.Contains(screen, "★") })
	first.press("  j")
	first.leave()

	l, err := store.Open(ctx, library)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := l.Article(ctx, trail[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if !kept.Bookmarked || !kept.Read || kept.Position == 0 {
		t.Errorf("kept: bookmarked %v, read %v, position %d; want all of them", kept.Bookmarked, kept.Read, kept.Position)
	}
	for _, e := range trail[1:] {
		if item, failure := l.Article(ctx, e.ID); failure != nil || !item.Read || item.Bookmarked {
			t.Errorf("%s: read %v, bookmarked %v, %v", e.Title, item.Read, item.Bookmarked, failure)
		}
	}
	if err = l.Close(); err != nil {
		t.Fatal(err)
	}

	second := startProgram(t, library)
	second.waitForTitle(trail[0].Title)
	second.waitFor("the bookmark after a restart", func(screen, _ string) bool { return strings.Contains(screen, "★") })
	second.press("\r")
	second.leave()
	l, err = store.Open(ctx, library)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if again, err := l.Article(ctx, trail[0].ID); err != nil || again.Position != kept.Position {
		t.Errorf("the position was %d and is %d after opening and leaving again (%v)", kept.Position, again.Position, err)
	}
}

// trailOf is the list's first article, its first related one, and that one's.
func trailOf(t *testing.T, library string) []store.Entry {
	t.Helper()
	ctx := t.Context()
	l, err := store.Open(ctx, library)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	trail, err := l.List(ctx, store.Filter{Limit: 1})
	if err != nil || len(trail) == 0 {
		t.Fatalf("the list: %v, %v", trail, err)
	}
	for range 2 {
		related, err := l.Related(ctx, trail[len(trail)-1].ID, 1)
		if err != nil || len(related) == 0 {
			t.Fatalf("related to %s: %v, %v", trail[len(trail)-1].Title, related, err)
		}
		trail = append(trail, related[0])
	}
	return trail
}

// The terminal is left as it was however a program ends that shows something on it.
func TestEveryWayOut(t *testing.T) {
	t.Parallel()
	long, pipe := writeFile(t, "long.txt", numbered(100)), filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	shown := func(s *session) {
		s.waitFor("the screen", func(string, string) bool { return s.screen.IsAltScreen() && s.screen.CursorHidden() })
	}
	listed := func(s *session) {
		s.waitFor("the list", func(_, title string) bool { return strings.Contains(title, "·") })
	}
	said := func(text string) func(*session) { return func(s *session) { s.waitForText(text) } }
	sent := func(s *session) { s.waitFor("a question", func(string, string) bool { return s.raw.Len() > 0 }) }
	for name, program := range map[string]struct {
		args  []string
		begun func(*session)
		ends  string // the keys that do
	}{
		"reader":          {nil, listed, "q"},
		"reader, asking":  {nil, sent, ""},
		"reader, drawing": {nil, shown, ""},
		"reader, resting": {[]string{"--lang", "en"}, func(s *session) {
			listed(s)
			s.press("b")
			said(words.English().BookmarkSet)(s)
		}, "q"},
		"pager":         {[]string{"cat", long}, said(" 39 "), "q"},
		"run":           {[]string{"run", "sh", "-c", "echo ready; exec cat"}, said("ready"), "\x04"},
		"cat of a pipe": {[]string{"cat", "--lang", "en", pipe}, sent, ""},
	} {
		ways := map[string]func(*session){}
		if program.ends != "" {
			ways["keys"] = func(s *session) { s.press(program.ends) }
			ways["keys, SIGTERM"] = func(s *session) { s.press(program.ends); signal(s, syscall.SIGTERM) }
		}
		if program.ends != "" || strings.HasPrefix(name, "cat") {
			ways["ctrl+c"] = func(s *session) { s.press("\x03") }
		}
		for _, number := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT} {
			ways[number.String()] = func(s *session) { signal(s, number) }
			ways[number.String()+", twice"] = func(s *session) { signal(s, number); signal(s, number) }
		}
		for how, out := range ways {
			t.Run(name+", "+how, func(t *testing.T) {
				t.Parallel()
				s := startProgram(t, filepath.Join(t.TempDir(), "library.db"), program.args...)
				program.begun(s)
				out(s)
				var exit *exec.ExitError
				if err := s.wait(); err != nil && !errors.As(err, &exit) {
					t.Fatal(err)
				}
				s.restored()
			})
		}
	}
}

// A window that is closed ends the program, and what was done is kept.
func TestClosedWindow(t *testing.T) {
	t.Parallel()
	library := filepath.Join(t.TempDir(), "library.db")
	s := startProgram(t, library, "--lang", "en")
	s.waitFor("the list", func(_, title string) bool { return strings.Contains(title, "·") })
	s.press("\r  b")
	s.waitFor("the word of the bookmark", func(screen, _ string) bool { return strings.Contains(screen, words.English().BookmarkSet) })
	if err := s.tty.Close(); err != nil {
		t.Fatal(err)
	}
	_ = s.wait()
	l, err := store.Open(t.Context(), library)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	list, err := l.List(t.Context(), store.Filter{Limit: 1})
	if err != nil || !list[0].Bookmarked || list[0].Position == 0 {
		t.Errorf("kept: %+v, %v; want a bookmark and a position", list, err)
	}
}

func signal(s *session, sig os.Signal) {
	s.t.Helper()
	if err := s.cmd.Process.Signal(sig); err != nil && !errors.Is(err, os.ErrProcessDone) {
		s.t.Fatal(err)
	}
}

// BenchmarkFirstFrame is the time from the program's start to a screen with
// articles on it, over a library that holds those that ship.
func BenchmarkFirstFrame(b *testing.B) {
	library := filepath.Join(b.TempDir(), "library.db")
	startProgram(b, library).leaveWhenShown()
	for b.Loop() {
		s := startProgram(b, library)
		s.waitFor("the first frame", func(screen, _ string) bool { return strings.Contains(screen, "●") })
		b.StopTimer()
		s.leave()
		b.StartTimer()
	}
}

// sent is the number of bytes that the terminal has been sent.
func (s *session) sent() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.raw.Len()
}

func (s *session) leaveWhenShown() {
	s.t.Helper()
	s.waitFor("the list", func(_, title string) bool { return strings.Contains(title, "·") })
	s.leave()
}
