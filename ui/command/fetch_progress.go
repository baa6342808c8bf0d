package command

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/warraq/warraq/store/fetch"
	"github.com/warraq/warraq/ui/rtl"
)

// fetchProgress is a line on the terminal that says how far a fetch is, and the terminal's
// own sign of it (OSC 9;4), where there is one.
type fetchProgress struct {
	env   *env
	out   *os.File
	pen   pen
	began time.Time
	last  time.Time
	shown bool
}

// newFetchProgress makes one, nil where nobody would see it.
func (e *env) newFetchProgress(ctx context.Context) *fetchProgress {
	if !isTerminal(e.Err) {
		return nil
	}
	s, err := e.sheetOn(ctx, e.Err, asFound())
	if err != nil {
		return nil
	}
	s.options.Width-- // a full line would go on to the next one
	return &fetchProgress{env: e, out: e.Err, pen: s.pen, began: time.Now()}
}

// betweenShown is how long a line stands at the least.
const betweenShown = 100 * time.Millisecond

// show says how far a fetch is.
func (p *fetchProgress) show(event fetch.Event) {
	now := time.Now()
	if p == nil || now.Sub(p.began) < progressDelay || now.Sub(p.last) < betweenShown {
		return
	}
	p.last, p.shown = now, true
	say := p.env.words
	line := fmt.Sprintf(say.Feeds.Fetching, event.Done, event.Total) + say.Comma + say.Count(event.Articles, say.Feeds.NewArticles)
	row := rtl.TruncateSpans([]rtl.Span{{Text: line}}, p.pen.options)
	sign := fmt.Sprintf("\x1b]9;4;1;%d\x1b\\\r", 100*event.Done/max(event.Total, 1))
	_, _ = p.out.Write(append(p.pen.term.Append([]byte(sign), row), "\x1b[K"...)) // a line that cannot be shown says nothing
}

// clear takes the line away.
func (p *fetchProgress) clear() {
	if p != nil && p.shown {
		p.shown = false
		_, _ = p.out.WriteString("\r\x1b[K\x1b]9;4;0\x1b\\") // the same
	}
}
