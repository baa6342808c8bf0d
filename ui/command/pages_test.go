//go:build unix

package command_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/termios"
	"golang.org/x/sys/unix"
)

// numbered is a text of some lines, each with its number.
func numbered(lines int) string {
	var b strings.Builder
	for i := range lines {
		fmt.Fprintf(&b, "السطر %d من نص طويل\n", i+1)
	}
	return b.String()
}

// writeFile writes a text to a file of its own.
func writeFile(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// canonical tells whether the terminal hands on whole lines, as it does but while
// a program takes its answers.
func (s *session) canonical() (is bool) {
	s.t.Helper()
	conn, err := s.tty.SyscallConn()
	if err == nil {
		err = conn.Control(func(fd uintptr) {
			var state *unix.Termios
			if state, err = termios.GetTermios(int(fd)); err == nil {
				is = state.Lflag&unix.ICANON != 0
			}
		})
	}
	if err != nil {
		s.t.Fatal(err)
	}
	return is
}

func (s *session) waitForText(text string) {
	s.t.Helper()
	s.waitFor(text, func(screen, _ string) bool { return strings.Contains(screen, text) })
}

func (s *session) waitWithout(text string) {
	s.t.Helper()
	s.waitFor("no "+text, func(screen, _ string) bool { return !strings.Contains(screen, text) })
}

// A text that is longer than the screen is paged: pages, lines, the end and the
// start, with the Arabic layout on as with a Latin one; a search marks what it
// finds and goes on from there, whatever the spelling.
func TestPager(t *testing.T) {
	t.Parallel()
	text := strings.Replace(numbered(300), "السطر 200 ", "الإسطُر 200 ", 1)
	s := startProgram(t, "", "cat", writeFile(t, "نص.txt", text), "--shape", "never", "--lang", "en")
	s.waitForText(" 39 ")
	s.waitFor("the name in the window's title", func(_, title string) bool { return strings.HasSuffix(title, "نص.txt") })
	s.press("ت") // j
	s.waitForText(" 40 ")
	s.waitWithout(" 1 ")
	s.press(" ")
	s.waitForText(" 78 ")
	s.press("G")
	s.waitForText(" 300 ")
	s.waitForText("100%")
	s.press("g")
	s.waitForText(" 1 ")
	s.press("/اسطر 2\r")
	s.waitForText(" 200 ")
	s.press("n")
	s.waitForText("Not found from here")
	s.press("/ 7 \r")
	s.waitForText("Not found from here")
	s.press("N")
	s.waitForText(" 7 ")
	s.press("?")
	s.waitForText("previous match")
	s.press("q") // closes the help alone
	s.waitForText(" 7 ")
	s.press("ض") // q
	if err := s.wait(); err != nil {
		t.Fatal(err)
	}
	s.restored()
}

// A short text, --no-pager and a terminal without a screen do without the pager.
func TestNoPager(t *testing.T) {
	t.Parallel()
	long := writeFile(t, "long.txt", numbered(100))
	for name, args := range map[string][]string{
		"a short text":  {"cat", writeFile(t, "short.txt", "سطر 100 قصير\n")},
		"--no-pager":    {"cat", "--no-pager", long},
		"Markdown":      {"cat", writeFile(t, "a.md", "# سطر 100\n")},
		"logical order": {"cat", "--form", "logical", long},
	} {
		t.Run(name, func(t *testing.T) {
			s := startProgram(t, "", args...)
			s.waitForText("100 ")
			if err := s.wait(); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(s.raw.String(), "\x1b[?1049h") {
				t.Error("the alternate screen was entered")
			}
		})
	}
}

// A pipe that is still written is shown as far as it is there; the end follows
// what comes, and whoever writes is stopped when the reader leaves.
func TestPagerOfAPipe(t *testing.T) {
	t.Parallel()
	in := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(in, 0o600); err != nil {
		t.Skip(err)
	}
	s := startProgram(t, "", "cat", in, "--lang", "en")
	pipe, err := os.OpenFile(in, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	write := func(text string) {
		t.Helper()
		if _, err := pipe.WriteString(text); err != nil {
			t.Fatal(err)
		}
	}
	write("\x1b[31mأول\n")
	s.waitFor("the first line", func(string, string) bool { return strings.Contains(s.raw.String(), "\x1b[31m") })
	write(numbered(60))
	s.waitFor("the pager", func(string, string) bool { return s.screen.IsAltScreen() })
	s.press("G")
	s.waitForText(" 60 ")
	write("ثم 61 سطرا\n")
	s.waitForText(" 61 ")
	s.press("/مئة\r")
	s.waitForText("searching")
	write("وأخيرا 62 مائة\nوهذا 63 مئة\n")
	s.waitFor("what was searched for", func(screen, _ string) bool {
		return strings.Contains(screen, " 63 ") && !strings.Contains(screen, "searching")
	})
	s.press("q")
	if err := s.wait(); err != nil {
		t.Fatal(err)
	}
	s.restored()
	if _, err := pipe.WriteString(numbered(100)); !errors.Is(err, syscall.EPIPE) {
		t.Errorf("writing to a pager that is gone: %v", err)
	}
	_ = pipe.Close()
}

// Keys come from the terminal where the text comes from standard input.
func TestPagerOfStandardInput(t *testing.T) {
	t.Parallel()
	text := writeFile(t, "text", numbered(100))
	s := startFrom(t, text, "", "cat")
	s.waitForText(" 39 ")
	s.press("G")
	s.waitForText(" 100 ")
	s.leave()
}

// What is typed is text, laid out when it is whole.
func TestCatOfTheKeyboard(t *testing.T) {
	t.Parallel()
	s := startProgram(t, "", "cat", "--shape", "never")
	s.waitFor("the program to have asked the terminal what it is", func(string, string) bool {
		return s.raw.Len() > 0 && s.canonical()
	})
	s.press("كلمة مكتوبة\r\x04\x04")
	s.waitForText("ةبوتكم ةملك")
	if err := s.wait(); err != nil {
		t.Fatal(err)
	}
}

// Inputs that cannot be read are named when the pager is left, and the others
// are shown.
func TestPagerWithRefusedInputs(t *testing.T) {
	t.Parallel()
	s := startProgram(t, "", "cat", "/nowhere/text", writeFile(t, "long.txt", numbered(100)), "--lang", "en")
	s.waitForText(" 39 ")
	s.press("G")
	s.waitForText("100%")
	s.press("q")
	var exit *exec.ExitError
	if err := s.wait(); !errors.As(err, &exit) || exit.ExitCode() != 3 {
		t.Errorf("ended with %v, want status 3", err)
	}
	s.restored()
	s.waitForText("/nowhere/text")
}

// What is typed on the terminal itself is the text, not keys.
func TestCatOfWhatIsTyped(t *testing.T) {
	t.Parallel()
	s := startProgram(t, filepath.Join(t.TempDir(), "library.db"), "cat", "--width", "30")
	s.waitFor("a line, laid out", func(screen, _ string) bool {
		s.press("q سطر\n") // what comes before the terminal was asked is lost
		return strings.Contains(screen, "ﺮﻄﺳ")
	})
	s.press("\x04")
	if err := s.wait(); err != nil {
		t.Fatal(err)
	}
}
