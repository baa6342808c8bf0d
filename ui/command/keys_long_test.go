//go:build linux

package command_test

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"

	"github.com/warraq/warraq/store"
)

var (
	keysFor  = flag.Duration("keys-for", 0, "how long a reader is pressed keys at random; 0 is not at all")
	keysSeed = flag.Uint64("keys-seed", 1, "the first of what keys are chosen by")
)

// pressedAtRandom are keys, pastes and clicks of a hostile hand. What stops the program in
// its terminal (ctrl+z) is not among them: nobody would let it go on.
var pressedAtRandom = func() []string {
	list := []string{
		"\r", "\r", "\x1b", "\x1b", "\t", " ", "\x7f", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x1b[3~", "\x1bOP",
		"\x1b[1;2B", "\x1b[1;5C", "\x1b[Z", "\x1b[200~لصق\nسطر\x1b[201~", "\x1b[200~" + strings.Repeat("نص ", 5000) + "\x1b[201~", "\x1b[200~", "\x1b[201~",
		"\x1b[<0;10;10M", "\x1b[<0;10;10m", "\x1b[<64;60;20M", "\x1b[<65;60;20M", "\x1b[<32;50;9M", "\x1b[I", "\x1b[O", "\x1b[?1;2c", "\x1b]11;rgb:ffff/ffff/ffff\x07",
		"\x1bP>|x\x1b\\", "\x1b_Gi=1;OK\x1b\\", "\xff", "\xc3", "\x00", "\x1b[99999;99999R", "\x1b[", "\u202e", "\U000e0041", "لا", "مرحبا", "تعليق طويل",
	}
	for key := byte('!'); key < 0x7f; key++ {
		list = append(list, string(key))
	}
	for key := byte(1); key < 0x1b; key++ {
		if key != 'z'-'a'+1 && key != 'c'-'a'+1 {
			list = append(list, string(key))
		}
	}
	return list
}()

// keptOutput is how much of what the program wrote is kept, in bytes, to be told where it
// ends badly.
const keptOutput = 64 << 10

// However long keys are pressed at random, the reader answers, holds a bounded memory,
// ends well when it is left, and the library is whole.
func TestKeysAtRandom(t *testing.T) {
	if *keysFor == 0 {
		t.Skip("it is asked for by -keys-for")
	}
	t.Chdir(t.TempDir()) // what is typed may name files
	library := filepath.Join(t.TempDir(), "library.db")
	random := rand.New(rand.NewPCG(*keysSeed, 7))
	var s *session
	begun, most, slowest := 0, 0, time.Duration(0)
	for end := time.Now().Add(*keysFor); time.Now().Before(end); {
		if s == nil {
			s = startIn(t, []string{"BROWSER=true", "PATH=/nonexistent"}, "", library)
			s.waitFor("the reader", func(_, title string) bool { return title != "" })
			begun++
		}
		var pressed strings.Builder
		for range 1 + random.IntN(20) {
			pressed.WriteString(pressedAtRandom[random.IntN(len(pressedAtRandom))])
		}
		took := s.pressAll(t, pressed.String())
		slowest = max(slowest, took)
		time.Sleep(10 * time.Millisecond)
		if random.IntN(20) == 0 {
			s.answers(t, random)
		}
		select {
		case err := <-s.ended:
			if err != nil {
				t.Fatalf("it ended with %v after %q:\n%q", err, pressed.String(), s.raw.String()[max(0, s.raw.Len()-1000):])
			}
			s.restored()
			s = nil
		default:
			if most = max(most, memoryOf(s.cmd.Process.Pid)); most > 800<<10 {
				t.Fatalf("it holds %d KB after %q", most, pressed.String())
			}
			s.mu.Lock()
			s.raw.Next(max(0, s.raw.Len()-keptOutput))
			s.mu.Unlock()
		}
	}
	if s != nil {
		_ = s.cmd.Process.Kill()
		<-s.ended
	}
	l, err := store.Open(t.Context(), library)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if health, err := l.Check(t.Context()); err != nil || !health.Whole() {
		t.Errorf("in the end %+v, %v", health, err)
	}
	t.Logf("it was started %d times, held %d MB at the most, and took keys within %s", begun, most>>10, slowest.Round(time.Millisecond))
}

// pressAll presses keys as the program takes them, until it ends, and returns how long that
// took.
func (s *session) pressAll(t *testing.T, keys string) time.Duration {
	t.Helper()
	const look = 100 * time.Millisecond
	begun := time.Now()
	for left := keys; left != "" && len(s.ended) == 0; {
		_ = s.tty.SetWriteDeadline(time.Now().Add(look))
		n, err := s.tty.WriteString(left)
		left = left[n:]
		if err != nil && !errors.Is(err, os.ErrDeadlineExceeded) {
			break // it has ended
		}
		if time.Since(begun) > progressDelay {
			t.Fatalf("it takes no keys of %q", keys)
		}
	}
	_ = s.tty.SetWriteDeadline(time.Time{})
	return time.Since(begun)
}

// answers makes the terminal of another size and waits until the reader draws.
func (s *session) answers(t *testing.T, random *rand.Rand) {
	t.Helper()
	s.mu.Lock()
	s.raw.Reset()
	columns, rows := 1+random.IntN(200), 1+random.IntN(60)
	s.screen.Resize(columns, rows)
	s.mu.Unlock()
	if err := pty.Setsize(s.tty, &pty.Winsize{Cols: uint16(columns), Rows: uint16(rows)}); err != nil {
		return
	}
	for end := time.Now().Add(progressDelay); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		s.mu.Lock()
		drawn := s.raw.Len() > 0
		s.mu.Unlock()
		if drawn || s.cmd.ProcessState != nil || len(s.ended) > 0 {
			return
		}
	}
	t.Fatalf("it draws nothing in a terminal of %d×%d", columns, rows)
}

// memoryOf returns how many KB a process holds, 0 where that is not told.
func memoryOf(pid int) (held int) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(status), "VmRSS:")
	_, _ = fmt.Sscan(after, &held)
	return held
}
