package command

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/rtl"
)

// today prints the stories of the last day or days, one a line, and what came beside
// them by section.
func (e *env) today() *cobra.Command {
	var days, limit int
	var asJSON, week bool
	c := &cobra.Command{
		Use:        "today",
		SuggestFor: []string{"front", "stories", "week"},
		Example:    "  warraq today\n  warraq today --week\n  warraq today --json",
		Args:       atMost(0),
		RunE: func(c *cobra.Command, _ []string) error {
			if week && !c.Flag("days").Changed {
				days = daysOfWeek
			}
			if err := inRange("days", days, 1, maxDays); err != nil {
				return err
			}
			if err := inRange("limit", limit, 0, noUpperBound); err != nil {
				return err
			}
			return e.with(c.Context(), func(l *store.Library) error {
				if err := e.relate(c.Context(), l); err != nil {
					return err
				}
				now := time.Now()
				front, err := l.Front(c.Context(), now, days)
				if err != nil {
					return err
				}
				looked, err := l.FrontLooked(c.Context(), now)
				if err != nil {
					return err
				}
				if limit > 0 {
					front.Stories = front.Stories[:min(limit, len(front.Stories))]
				}
				if asJSON {
					return e.writeJSON(frontAsJSON(&front, looked))
				}
				s, err := e.sheet(c.Context(), asFound())
				if err != nil {
					return err
				}
				if err := e.front(s, &front, looked); err != nil || s.piped {
					return err
				}
				return lookAtFront(c.Context(), l, now)
			})
		},
	}
	c.Flags().IntVar(&days, "days", 1, "")
	c.Flags().BoolVar(&week, "week", false, "")
	c.Flags().IntVar(&limit, "limit", 0, "")
	c.Flags().BoolVar(&asJSON, "json", false, "")
	return c
}

// lookAtFront writes down that the front page was looked at, where the library can be
// written.
func lookAtFront(ctx context.Context, l *store.Library, now time.Time) error {
	err := l.LookAtFront(ctx, now)
	if errors.Is(err, store.ErrReadOnly) || errors.Is(err, store.ErrBusy) {
		return nil
	}
	return err
}

// daysOfWeek is how many days a week has.
const daysOfWeek = 7

// maxDays is of how many days stories can be asked for.
const maxDays = 31

// front writes a line for each story, and for each section what is of none. A story of which
// something came since an instant says so last.
func (e *env) front(s *outputSheet, front *store.Front, looked time.Time) error {
	if len(front.Stories)+len(front.Others) == 0 && !s.piped {
		e.notice(e.words.NoMatch)
	}
	for i := range front.Stories {
		story := &front.Stories[i]
		last := story.Articles[len(story.Articles)-1]
		fields := []string{
			last.ID, story.Title, strings.Join(story.Papers, e.words.Comma),
			e.words.Count(len(story.Articles), e.words.ArticleNoun), e.words.Date(story.Since),
		}
		if came := story.CameAfter(looked); came > 0 && !looked.IsZero() {
			fields = append(fields, e.words.Count(came, e.words.Today.New))
		}
		if err := e.fields(s, fields...); err != nil {
			return err
		}
	}
	for _, section := range bySection(front.Others) {
		if !s.piped && section.name != "" {
			if err := s.paragraph([]rtl.Span{{Text: section.name}}); err != nil {
				return err
			}
		}
		for _, entry := range section.entries {
			if err := e.entryLine(s, entry); err != nil {
				return err
			}
		}
	}
	return s.flush()
}

// sectionOf is the articles of a section that are of no story.
type sectionOf struct {
	name    string
	entries []store.Entry
}

// bySection puts articles together by their sections, the one of most articles first.
func bySection(entries []store.Entry) []sectionOf {
	var list []sectionOf
	at := map[string]int{}
	for _, entry := range entries {
		i, known := at[entry.Section]
		if !known {
			i = len(list)
			at[entry.Section] = i
			list = append(list, sectionOf{name: entry.Section})
		}
		list[i].entries = append(list[i].entries, entry)
	}
	slices.SortStableFunc(list, func(a, b sectionOf) int { return cmp.Compare(len(b.entries), len(a.entries)) })
	return list
}

// frontJSON is a row of what today prints: a story, or a section with what is of none.
type frontJSON struct {
	Kind     string             `json:"kind"` // story, section
	Title    string             `json:"title"`
	Papers   []string           `json:"papers"`
	Count    int                `json:"count"`
	Unread   int                `json:"unread"`
	New      int                `json:"new"` // unread ones that came since one last looked
	Since    string             `json:"since"`
	Until    string             `json:"until"`
	Articles []frontArticleJSON `json:"articles"`
}

// frontArticleJSON is an article of a row, without its text.
type frontArticleJSON struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Section   string `json:"section"`
	Source    string `json:"source"`
	Published string `json:"published"`
	Read      bool   `json:"read"`
	New       bool   `json:"new"`
}

// frontAsJSON gives the rows of a front page; new in it is what came after an instant.
func frontAsJSON(front *store.Front, looked time.Time) []frontJSON {
	out := make([]frontJSON, 0, len(front.Stories))
	for i := range front.Stories {
		s := &front.Stories[i]
		out = append(out, frontJSON{
			Kind: "story", Title: s.Title, Papers: append([]string{}, s.Papers...), Count: len(s.Articles), Unread: s.Unread, New: s.CameAfter(looked),
			Since: timeJSON(s.Since), Until: timeJSON(s.Until), Articles: articlesJSON(s.Articles, looked),
		})
	}
	for _, section := range bySection(front.Others) {
		row := frontJSON{Kind: "section", Title: section.name, Papers: []string{}, Count: len(section.entries), Articles: articlesJSON(section.entries, looked)}
		for i := range section.entries {
			if !section.entries[i].Read {
				row.Unread++
			}
			if section.entries[i].IsNew(looked) {
				row.New++
			}
			if paper := section.entries[i].Source; paper != "" && !slices.Contains(row.Papers, paper) {
				row.Papers = append(row.Papers, paper)
			}
		}
		newest, oldest := section.entries[0], section.entries[len(section.entries)-1]
		row.Since, row.Until = timeJSON(oldest.Published), timeJSON(newest.Published)
		out = append(out, row)
	}
	return out
}

func articlesJSON(entries []store.Entry, looked time.Time) []frontArticleJSON {
	out := make([]frontArticleJSON, 0, len(entries))
	for i := range entries {
		e := &entries[i]
		out = append(out, frontArticleJSON{e.ID, e.Title, e.Section, e.Source, timeJSON(e.Published), e.Read, e.IsNew(looked)})
	}
	return out
}

// timeJSON writes a time, "" where it is not known.
func timeJSON(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}
