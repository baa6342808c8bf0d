//go:build linux

package command_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles/articlestest"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/query"
)

var growthSizes = flag.String("growth", "1000,10000", "of how many articles the libraries of BenchmarkGrowth are")

// BenchmarkGrowth is what the program costs over libraries of growing size, as a table in
// Markdown. Times are of a processor, but for the first screen, what is typed and the copy
// of the day, which are by the clock, of the first two the median of some. That copy is made
// once a day while one reads, and would else be counted as the work of some keys.
//
//	go test ./ui/command -run '^$' -bench Growth -benchtime 1x -growth 1000,10000,100000
//
// takes a minute for ten thousand articles, and ten for the most.
func BenchmarkGrowth(b *testing.B) {
	for b.Loop() {
		columns := [][2]string{{"articles", "%d"}, {"first screen", "%.0f ms"}, {"key", "%.1f ms"}, {"opening", "%.1f ms"}, {"typing", "%.1f ms"},
			{"`related`", "%.0f ms"}, {"adding one", "%.0f ms"}, {"adding 2,000", "%.1f s"}, {"copy", "%.1f s"}, {"file", "%.1f MB"}, {"× text", "%.2f"}, {"memory", "%.0f MB"}}
		var head, rule, row strings.Builder
		for _, c := range columns {
			fmt.Fprintf(&head, "| %s ", c[0])
			rule.WriteString("|---")
			fmt.Fprintf(&row, "| %s ", c[1])
		}
		fmt.Printf("%s|\n%s|\n", &head, &rule)
		for size := range strings.SplitSeq(*growthSizes, ",") {
			var count int
			if _, err := fmt.Sscan(size, &count); err != nil {
				b.Fatal(err)
			}
			fmt.Printf(row.String()+"|\n", measureGrowth(b, count)...)
		}
	}
}

// measureGrowth makes a library of so many articles, uses it, and gives a row of the
// table.
func measureGrowth(b *testing.B, count int) []any {
	b.Helper()
	folder := b.TempDir()
	library := filepath.Join(folder, "library.db")
	paper := articlestest.NewNewspaper()
	runCommand := func(args ...string) cost {
		var c cost
		program := exec.CommandContext(b.Context(), os.Args[0], append(args, "--library", library)...)
		program.Env = append(os.Environ(), asProgram+"=1")
		c.measure(b, program)
		return c
	}
	addNext := func(some int) cost {
		path := filepath.Join(folder, fmt.Sprintf("%d.xml", some))
		f, err := os.Create(path)
		if err != nil {
			b.Fatal(err)
		}
		if err := errors.Join(paper.WriteFeed(f, some), f.Close()); err != nil {
			b.Fatal(err)
		}
		return runCommand("add", path)
	}
	addNext(count)
	ids, titles, text := relateAll(b, library)
	info, err := os.Stat(library)
	if err != nil {
		b.Fatal(err)
	}
	var screens []time.Duration
	for range 5 {
		began := time.Now()
		s := startProgram(b, library, "--no-backups")
		s.waitFor("the first frame", firstFrame)
		screens = append(screens, time.Since(began))
		s.leave()
	}
	_, without := use(b, library, nil, 0)
	_, inList := use(b, library, strings.Split(strings.Repeat("j", 100), ""), 0)
	_, opening := use(b, library, strings.Split(strings.Repeat("\r,\x1b,j,", 20), ","), 0)
	memory, _ := use(b, library, []string{"j", "\r", " ", "\x1b", "/", "ب", "ح", "ر", "\x1b", "\x1b"}, 0)
	typed := typedTimes(b, library, titles)
	related := runCommand("related", ids[len(ids)/2])
	one, day := addNext(1), addNext(2000)
	copied := copyTime(b, library)
	const ms, mb = float64(time.Millisecond), float64(1 << 20)
	return []any{
		count, float64(median(screens)) / ms, float64(inList-without) / ms / 100, float64(opening-without) / ms / 20, float64(median(typed)) / ms,
		float64(related.processor) / ms, float64(one.processor) / ms, day.processor.Seconds(), copied.Seconds(), float64(info.Size()) / mb,
		float64(info.Size()) / float64(text), float64(memory) / 1024,
	}
}

// copyTime gives how long the copy of the day takes.
func copyTime(b *testing.B, library string) time.Duration {
	b.Helper()
	l, err := store.Open(b.Context(), library)
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	began := time.Now()
	if _, err := l.CopyDaily(b.Context(), began); err != nil {
		b.Fatal(err)
	}
	return time.Since(began)
}

// relateAll relates the articles of a library and gives their IDs, some titles, and how
// many bytes of text there are.
func relateAll(b *testing.B, library string) (ids, titles []string, text int) {
	b.Helper()
	l, err := store.Open(b.Context(), library)
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	if err = l.Relate(b.Context(), nil); err != nil {
		b.Fatal(err)
	}
	list, err := l.List(b.Context(), store.Filter{})
	if err != nil {
		b.Fatal(err)
	}
	for i := range list {
		ids = append(ids, list[i].ID)
		if i%(1+len(list)/10) == 0 {
			titles = append(titles, list[i].Title)
		}
	}
	for w, err := range l.Wholes(b.Context(), ids) {
		if err != nil {
			b.Fatal(err)
		}
		text += len(w.Title) + len(w.Summary) + len(w.Body)
	}
	return ids, titles, text
}

// typedTimes gives how long each letter takes of searches for the first two words of some
// titles, as the reader looks for them while they are typed.
func typedTimes(b *testing.B, library string, titles []string) (times []time.Duration) {
	b.Helper()
	l, err := store.Open(b.Context(), library)
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	for _, title := range titles {
		words := strings.Join(strings.Fields(title)[:2], " ")
		for i := range words {
			if i == 0 {
				continue
			}
			began := time.Now()
			f := store.Filter{Query: query.ParseTyped(words[:i]), Limit: 300}
			if f.Query.IsEmpty() {
				f = store.Filter{Title: words[:i], Limit: 300}
			}
			list, err := l.List(b.Context(), f)
			if err == nil && !f.Query.IsEmpty() {
				var ids []string
				for _, e := range list[:min(60, len(list))] {
					ids = append(ids, e.ID)
				}
				_, err = l.Excerpts(b.Context(), f.Query, ids, 80)
			}
			if err != nil {
				b.Fatal(err)
			}
			times = append(times, time.Since(began))
		}
	}
	return times
}

func median(times []time.Duration) time.Duration {
	return slices.Sorted(slices.Values(times))[len(times)/2]
}

// firstFrame tells whether the list is on the screen: the title says then where one is.
func firstFrame(_, title string) bool { return strings.Contains(title, "·") }

// use presses keys and waits, and gives the most memory that the reader had, in KB,
// and how long it worked.
func use(b *testing.B, library string, keys []string, wait time.Duration) (memory int64, work time.Duration) {
	b.Helper()
	s := startProgram(b, library, "--no-backups")
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
