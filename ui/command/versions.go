package command

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/rtl"
)

// versionJSON is a text that an article had before, as JSON.
type versionJSON struct {
	Title string `json:"title"`
	Until string `json:"until"`
	Body  string `json:"body"`
}

// showVersions writes the texts that an article had before, the last one first, each
// under the time at which it was replaced.
func (e *env) showVersions(ctx context.Context, l *store.Library, item store.Item, format string, how layoutFlags) error {
	versions, err := l.Versions(ctx, item.ID)
	if err != nil {
		return err
	}
	if format == "json" {
		out := make([]versionJSON, len(versions))
		for i, v := range versions {
			out[i] = versionJSON{v.Title, v.Until.Format(time.RFC3339), v.Body}
		}
		return e.writeJSON(out)
	}
	if len(versions) == 0 {
		e.notice(e.words.NoVersions)
		return nil
	}
	if format != "text" {
		for _, v := range versions {
			if err = e.print("# " + v.Title + "\n\n" + v.Body + "\n\n"); err != nil {
				return err
			}
		}
		return nil
	}
	s, err := e.sheet(ctx, how)
	if err != nil {
		return err
	}
	for _, v := range versions {
		until := fmt.Sprintf(e.words.Until, isolate(v.Until.Local().Format("2006-01-02 15:04")))
		err = s.paragraph([]rtl.Span{{Text: until, Style: rtl.Style{Attributes: rtl.Bold}}})
		item.Title, item.Body, item.Summary = v.Title, v.Body, ""
		if err = errors.Join(err, s.article(item, e.words)); err != nil {
			return err
		}
	}
	return s.flush()
}
