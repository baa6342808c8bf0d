package command

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// progress is a line on the terminal that says how far long work is. Work that
// is done at once shows none.
type progress struct {
	out   *os.File
	words *words.Words
	pen   pen

	total, done int64 // bytes, or articles; a total of 0 is not known
	count       int
	began       time.Time
	shown       bool
}

// progressDelay is how long work goes on before it is worth a line.
const progressDelay = 500 * time.Millisecond

// newProgress makes one for reading paths, nil where nobody would see it.
func (e *env) newProgress(ctx context.Context, paths []string) *progress {
	if !isTerminal(e.Err) {
		return nil
	}
	s, err := e.sheetOn(ctx, e.Err, asFound())
	if err != nil {
		return nil
	}
	s.options.Width-- // a full line would go on to the next one
	return &progress{out: e.Err, words: e.words, pen: s.pen, total: sizeOf(paths), began: time.Now()}
}

// sizeOf is the size of all files in paths, in bytes, 0 where that is not to be
// known.
func sizeOf(paths []string) (total int64) {
	for _, path := range paths {
		if path == "-" {
			return 0
		}
		_ = filepath.WalkDir(path, func(_ string, entry fs.DirEntry, err error) error {
			if err != nil {
				return nil //nolint:nilerr // what cannot be read is refused when its turn comes
			}
			if info, err := entry.Info(); err == nil && info.Mode().IsRegular() {
				total += info.Size()
			}
			return nil
		})
	}
	return total
}

// expect says how much there is to do.
func (p *progress) expect(total int64) {
	if p != nil {
		p.total = total
	}
}

// advance says that so much more is done, and how many articles in all.
func (p *progress) advance(bytes int64, count int) {
	if p == nil {
		return
	}
	p.done, p.count = p.done+bytes, count
	if took := time.Since(p.began); took >= progressDelay {
		p.show(took)
	}
}

// clear takes the line away, for something else to be written.
func (p *progress) clear() {
	if p == nil || !p.shown {
		return
	}
	p.shown = false
	_, _ = p.out.WriteString("\r\x1b[K") // a line that cannot be shown says nothing
}

// barColumns is the width of the bar.
const barColumns = 20

func (p *progress) show(took time.Duration) {
	say := p.words.Progress
	text := fmt.Sprintf(say.Rate, p.words.Count(p.count, p.words.ArticleNoun), int(float64(p.count)/took.Seconds()))
	if part := float64(p.done) / float64(max(p.total, 1)); p.total > 0 && part <= 1 {
		left := time.Duration(float64(took) * (1 - part) / max(part, 1e-6))
		full := int(part * barColumns)
		text = "\u2068" + strings.Repeat("█", full) + strings.Repeat("░", barColumns-full) + "\u2069 " +
			fmt.Sprintf(say.Left, int(100*part), left.Round(time.Second)) + p.words.Comma + text
	}
	row := rtl.TruncateSpans([]rtl.Span{{Text: text}}, p.pen.options)
	line := p.pen.term.Append([]byte("\r"), row)
	_, _ = p.out.Write(append(line, "\x1b[K"...))
	p.shown = true
}
