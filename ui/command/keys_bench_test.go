//go:build unix

package command_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkKeys is what a key costs on a screen of 120×40: the bytes that the
// terminal is sent, and the work of the program in milliseconds of a processor:
// what it needs more than without the keys (-benchtime 60x keeps it short).
func BenchmarkKeys(b *testing.B) {
	const left, right = "\x1b[D", "\x1b[C"
	for _, bb := range []struct {
		name   string
		before []string // the keys to where it is measured
		cycle  []string // those that are measured, again and again
	}{
		{"move in the list", nil, []string{"j", "j", "j", "k", "k", "k"}},
		{"scroll in three panes", []string{"\r"}, strings.Split(strings.Repeat("j", 8)+strings.Repeat("k", 8), "")},
		{"scroll the article alone", []string{"\r", "z"}, strings.Split(strings.Repeat("j", 8)+strings.Repeat("k", 8), "")},
		{"page through the article alone", []string{"\r", "z"}, []string{" ", "\x1b[5~"}},
		{"switch panes", nil, []string{"\t"}},
		{"type in the search", []string{"/"}, []string{"ا", "ل", "ك", "ت", "\x7f", "\x7f", "\x7f"}},
		{"jump and come back", []string{"\r"}, []string{"1", "["}},
		{"select", []string{"\r", "v", "v"}, []string{left, left, left, right, right, right}},
	} {
		b.Run(bb.name, func(b *testing.B) {
			_, without := typing(b, bb.before, bb.cycle, 0)
			sent, with := typing(b, bb.before, bb.cycle, b.N)
			b.ReportMetric(float64(sent)/float64(b.N), "bytes/key")
			b.ReportMetric((with-without).Seconds()*1000/float64(b.N), "CPU-ms/key")
			b.ReportMetric(0, "ns/op") // it waits for the screen to be still
		})
	}
}

// typing presses so many keys of a cycle, and says what the terminal was sent for
// them and how long the program worked in all.
func typing(b *testing.B, before, cycle []string, keys int) (sent int, work time.Duration) {
	b.Helper()
	s := startProgram(b, filepath.Join(b.TempDir(), "library.db"))
	s.waitFor("the article", func(_, title string) bool { return strings.Contains(title, "·") })
	for _, key := range before {
		s.press(key)
		time.Sleep(300 * time.Millisecond)
	}
	for i := range keys {
		at := s.sent()
		s.press(cycle[i%len(cycle)])
		s.quiet(at)
		sent += s.sent() - at
	}
	s.press("\x1b")
	time.Sleep(300 * time.Millisecond) // it is no Alt
	s.press("\x03")
	if err := s.wait(); err != nil {
		b.Fatal(err)
	}
	return sent, s.cmd.ProcessState.UserTime() + s.cmd.ProcessState.SystemTime()
}

// quiet waits until nothing more comes behind so many bytes.
func (s *session) quiet(from int) {
	for end := time.Now().Add(300 * time.Millisecond); s.sent() == from && time.Now().Before(end); {
		time.Sleep(time.Millisecond)
	}
	for last := -1; last != s.sent(); {
		last = s.sent()
		time.Sleep(40 * time.Millisecond)
	}
}
