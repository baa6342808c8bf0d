//go:build linux

package command_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/store"
)

// BenchmarkScale is what the reader costs over libraries of growing size: the time
// to the first frame with articles, the work of a key in the list and of opening an
// article in milliseconds of a processor, and the most memory that it had, behind all
// that and a search, and while it relates the articles. The libraries are those that
//
//	go test ./store -run '^$' -bench Start -large
//
// leaves in the system's temporary folder, where the related ones are kept too, which
// takes some minutes at first; "shipped" has only the articles that come with the
// program. -benchtime 10x keeps it short.
func BenchmarkScale(b *testing.B) {
	for _, size := range []string{"shipped", "1000", "10000", "100000"} {
		b.Run(size, func(b *testing.B) {
			library, fresh := filepath.Join(b.TempDir(), "library.db"), filepath.Join(b.TempDir(), "fresh.db")
			if size != "shipped" {
				made := filepath.Join(os.TempDir(), fmt.Sprintf("warraq-bench-%s.db", size))
				copyFile(b, made, fresh)
				copyFile(b, relatedLibrary(b, made), library)
			}
			startProgram(b, library).leaveWhenShown()
			for b.Loop() {
				s := startProgram(b, library)
				s.waitFor("the first frame", firstFrame)
				b.StopTimer()
				s.leave()
				b.StartTimer()
			}
			_, without := use(b, library, nil, 0)
			_, inList := use(b, library, strings.Split(strings.Repeat("j", 100), ""), 0)
			_, opening := use(b, library, strings.Split(strings.Repeat("\r,\x1b,j,", 20), ","), 0)
			b.ReportMetric((inList-without).Seconds()*1000/100, "CPU-ms/list-key")
			b.ReportMetric((opening-without).Seconds()*1000/20, "CPU-ms/opening")
			memory, _ := use(b, library, []string{"j", "\r", " ", "\x1b", "/", "ب", "ح", "ر", "\x1b", "\x1b"}, 0)
			b.ReportMetric(float64(memory)/1024, "MB")
			memory, _ = use(b, fresh, []string{"j", "\r", " ", "\x1b", "/", "ب", "ح", "ر", "\x1b", "\x1b"}, 20*time.Second)
			b.ReportMetric(float64(memory)/1024, "MB-relating")
		})
	}
}

// firstFrame tells whether there are articles on the screen: each has its date there.
func firstFrame(screen, _ string) bool { return strings.Count(screen, "202") > 3 }

// relatedLibrary is a library with all its articles related.
func relatedLibrary(b *testing.B, library string) string {
	b.Helper()
	path := strings.TrimSuffix(library, ".db") + "-read.db"
	if _, err := os.Stat(path); err == nil {
		return path
	}
	copyFile(b, library, path+".unfinished")
	l, err := store.Open(b.Context(), path+".unfinished")
	if err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(l.Relate(b.Context(), nil), l.Close(), os.Rename(path+".unfinished", path)); err != nil {
		b.Fatal(err)
	}
	return path
}

// use presses keys and waits, and gives the most memory that the reader had, in KB,
// and how long it worked.
func use(b *testing.B, library string, keys []string, wait time.Duration) (memory int64, work time.Duration) {
	b.Helper()
	s := startProgram(b, library)
	s.waitFor("the first frame", firstFrame)
	time.Sleep(500 * time.Millisecond)
	for _, key := range keys {
		at := s.sent()
		s.press(key)
		s.quiet(at)
	}
	time.Sleep(wait)
	s.press("\x1b")
	time.Sleep(300 * time.Millisecond)
	// What the system says of it when it has ended is also of the program that started
	// it.
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		b.Fatal(err)
	}
	_, most, _ := strings.Cut(string(status), "VmHWM:")
	if _, err := fmt.Sscan(most, &memory); err != nil {
		b.Fatal(err)
	}
	s.press("\x03")
	if err := s.wait(); err != nil {
		b.Fatal(err)
	}
	return memory, s.cmd.ProcessState.UserTime() + s.cmd.ProcessState.SystemTime()
}

func copyFile(b *testing.B, from, to string) {
	b.Helper()
	in, err := os.Open(from)
	if err != nil {
		b.Skip(err)
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(out.Sync(), out.Close()); err != nil { // else the reader waits for it
		b.Fatal(err)
	}
}
