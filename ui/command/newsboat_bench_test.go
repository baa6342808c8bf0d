//go:build linux

package command_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/warraq/warraq/articles/articlestest"
)

// BenchmarkAddBesideNewsboat adds a feed of 10,000 articles (36 MB) to an empty library,
// and has newsboat import the same, by turns: how long both take by the clock and of
// processors, the most memory that they have, and how they compare.
//
//	go test ./ui/command -run '^$' -bench AddBesideNewsboat -benchtime 3x
func BenchmarkAddBesideNewsboat(b *testing.B) {
	newsboat, err := exec.LookPath("newsboat")
	if err != nil {
		b.Skip(err)
	}
	feed := writeFeed(b, 10_000)
	var ours, theirs cost
	for b.Loop() {
		folder := b.TempDir()
		add := exec.CommandContext(b.Context(), os.Args[0], "add", feed, "--library", filepath.Join(folder, "library.db"))
		add.Env = append(os.Environ(), asProgram+"=1")
		ours.measure(b, add)
		urls := filepath.Join(folder, "urls")
		if err := os.WriteFile(urls, []byte("file://"+feed+"\n"), 0o600); err != nil {
			b.Fatal(err)
		}
		theirs.measure(b, exec.CommandContext(b.Context(), newsboat, "-u", urls, "-c", filepath.Join(folder, "cache.db"), "-C", os.DevNull, "-x", "reload"))
	}
	ours.report(b, "warraq")
	theirs.report(b, "newsboat")
	b.ReportMetric(ours.clock.Seconds()/theirs.clock.Seconds(), "×-clock")
	b.ReportMetric(ours.processor.Seconds()/theirs.processor.Seconds(), "×-CPU")
}

// BenchmarkScreenBesideNewsboat starts the reader over a library of 10,000 articles, and
// newsboat over the same, by turns, each in a terminal: how long it takes until the
// screen with their list is still, by the clock, and how they compare.
//
//	go test ./ui/command -run '^$' -bench ScreenBesideNewsboat -benchtime 20x
func BenchmarkScreenBesideNewsboat(b *testing.B) {
	newsboat, err := exec.LookPath("newsboat")
	if err != nil {
		b.Skip(err)
	}
	feed, folder := writeFeed(b, 10_000), b.TempDir()
	library, urls := filepath.Join(folder, "library.db"), filepath.Join(folder, "urls")
	if err = os.WriteFile(urls, []byte("file://"+feed+"\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	theirs := []string{"-u", urls, "-c", filepath.Join(folder, "cache.db"), "-C", os.DevNull}
	add := exec.CommandContext(b.Context(), os.Args[0], "add", feed, "--library", library)
	add.Env = append(os.Environ(), asProgram+"=1")
	var made cost
	made.measure(b, add)
	made.measure(b, exec.CommandContext(b.Context(), newsboat, append(theirs, "-x", "reload")...))
	relateAll(b, library)
	shown := func(s *session, text string) time.Duration {
		began := time.Now()
		s.waitFor(text, func(screen, _ string) bool { return strings.Contains(screen, text) })
		took := s.untilStill().Sub(began)
		s.press("q")
		_ = s.wait()
		return took
	}
	var ours, others time.Duration
	for b.Loop() {
		ours += shown(startProgram(b, library), "●")
		program := exec.CommandContext(b.Context(), newsboat, theirs...)
		program.Env = append(os.Environ(), "TERM=xterm-256color", "LC_ALL=C.UTF-8")
		others += shown(startInTerminal(b, program), "10000")
	}
	b.ReportMetric(ours.Seconds()*1000/float64(b.N), "warraq-ms")
	b.ReportMetric(others.Seconds()*1000/float64(b.N), "newsboat-ms")
	b.ReportMetric(ours.Seconds()/others.Seconds(), "×-clock")
}

// stillness is how long nothing is written to a screen that is still.
const stillness = 400 * time.Millisecond

// untilStill waits until the screen is still and returns since when it is.
func (s *session) untilStill() time.Time {
	for {
		s.mu.Lock()
		last := s.last
		s.mu.Unlock()
		if time.Since(last) > stillness {
			return last
		}
		time.Sleep(stillness / 10)
	}
}

// writeFeed writes a feed of so many articles into a file.
func writeFeed(b *testing.B, count int) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "feed.xml")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	if err := articlestest.NewNewspaper().WriteFeed(f, count); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// cost is what runs of a program took.
type cost struct {
	runs             int
	clock, processor time.Duration
	memory           int64 // the most, in KB
}

// measure runs a program to its end.
func (c *cost) measure(b *testing.B, program *exec.Cmd) {
	b.Helper()
	began := time.Now()
	if out, err := program.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	c.runs++
	c.clock += time.Since(began)
	c.processor += program.ProcessState.UserTime() + program.ProcessState.SystemTime()
	if usage, ok := program.ProcessState.SysUsage().(*syscall.Rusage); ok {
		c.memory = max(c.memory, usage.Maxrss)
	}
}

// report gives what a run took.
func (c *cost) report(b *testing.B, name string) {
	b.Helper()
	runs := float64(c.runs)
	b.ReportMetric(c.clock.Seconds()/runs, name+"-s")
	b.ReportMetric(c.processor.Seconds()/runs, name+"-CPU-s")
	b.ReportMetric(float64(c.memory)/1024, name+"-MB")
}
