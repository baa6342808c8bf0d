package fetching

import (
	"errors"
	"slices"
	"strings"
	"sync"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store/fetch"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/words"
)

// failure is a feed or a page that could not be fetched, by what its reader calls it.
type failure struct {
	label string
	err   error
}

// failedPages collects the pages that fail during a fetch.
type failedPages struct {
	mu   sync.Mutex
	list []failure
}

// mostFailures is how many of them are kept: no sentence names more.
const mostFailures = 20

// take keeps what an event tells of a page that failed.
func (f *failedPages) take(event fetch.Event) {
	if event.Page == nil || event.PageErr == nil {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.list) < mostFailures {
		label := event.Page.Title
		if label == "" {
			label = event.Page.URL
		}
		f.list = append(f.list, failure{label, event.PageErr})
	}
}

// all returns the pages that failed until now.
func (f *failedPages) all() []failure {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.list)
}

// reasons says why feeds and pages failed, those together that failed for the same reason.
type reasons struct {
	words    *words.Words
	sentence func(error) string
	advices  []string // what to do about each reason, "" for nothing that is known
}

// mostNamed is how many feeds or pages of one reason are named, and longestLabel how many
// columns a name has.
const (
	mostNamed    = 3
	longestLabel = 40
)

// of names what failed, each with its reason behind it; "" for nothing.
func (r *reasons) of(list []failure) string {
	var whys []string
	named := map[string][]string{}
	for _, f := range list {
		why, do := r.reason(f.err)
		if named[why] == nil {
			whys = append(whys, why)
			if !slices.Contains(r.advices, do) {
				r.advices = append(r.advices, do)
			}
		}
		named[why] = append(named[why], "\u2068"+draw.Shorten(f.label, longestLabel)+"\u2069")
	}
	var parts []string
	for _, why := range whys {
		names := named[why]
		more := ""
		if len(names) > mostNamed {
			names, more = names[:mostNamed], "…"
		}
		parts = append(parts, strings.Join(names, r.words.Comma)+more+" (\u2068"+why+"\u2069)")
	}
	if parts == nil {
		return ""
	}
	return ": " + strings.Join(parts, r.words.Comma)
}

// reason says why something failed, and what to do about it where there is more to be said
// of that than of what failed.
func (r *reasons) reason(err error) (why, do string) {
	if wrong, ok := errors.AsType[*web.Error](err); ok {
		if p, ok := r.words.WebProblem(wrong); ok {
			return p.What, p.Do
		}
	}
	if wrong, ok := errors.AsType[*articles.InputError](err); ok {
		if p, ok := r.words.Errors.Inputs[wrong.Kind]; ok {
			return p.What, p.Do
		}
	}
	return strings.TrimRight(r.sentence(err), ".۔"), ""
}

// advice says what to do where everything failed for the same reason.
func (r *reasons) advice() string {
	if len(r.advices) != 1 {
		return ""
	}
	return r.advices[0]
}
