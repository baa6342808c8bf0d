package command

import (
	"cmp"
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
				front, err := l.Front(c.Context(), time.Now(), days)
				if err != nil {
					return err
				}
				if limit > 0 {
					front.Stories = front.Stories[:min(limit, len(front.Stories))]
				}
				if asJSON {
					return e.writeJSON(e.frontJSON(&front))
				}
				s, err := e.sheet(c.Context(), asFound())
				if err != nil {
					return err
				}
				return e.front(s, &front)
			})
		},
	}
	c.Flags().IntVar(&days, "days", 1, "")
	c.Flags().BoolVar(&week, "week", false, "")
	c.Flags().IntVar(&limit, "limit", 0, "")
	c.Flags().BoolVar(&asJSON, "json", false, "")
	return c
}

// daysOfWeek is how many days a week has.
const daysOfWeek = 7

// maxDays is of how many days stories can be asked for.
const maxDays = 31

// front writes a line for each story, and for each section what is of none.
func (e *env) front(s *outputSheet, front *store.Front) error {
	if len(front.Stories)+len(front.Others) == 0 && !s.piped {
		e.notice(e.words.NoMatch)
	}
	for i := range front.Stories {
		story := &front.Stories[i]
		last := story.Articles[len(story.Articles)-1]
		err := e.fields(s, last.ID, story.Title, strings.Join(story.Papers, e.words.Comma),
			e.words.Count(len(story.Articles), e.words.ArticleNoun), e.words.Date(story.Since))
		if err != nil {
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
}

func (e *env) frontJSON(front *store.Front) []frontJSON {
	out := make([]frontJSON, 0, len(front.Stories))
	for i := range front.Stories {
		s := &front.Stories[i]
		out = append(out, frontJSON{
			Kind: "story", Title: s.Title, Papers: append([]string{}, s.Papers...), Count: len(s.Articles), Unread: s.Unread,
			Since: timeJSON(s.Since), Until: timeJSON(s.Until), Articles: articlesJSON(s.Articles),
		})
	}
	for _, section := range bySection(front.Others) {
		row := frontJSON{Kind: "section", Title: section.name, Papers: []string{}, Count: len(section.entries), Articles: articlesJSON(section.entries)}
		for i := range section.entries {
			if !section.entries[i].Read {
				row.Unread++
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

func articlesJSON(entries []store.Entry) []frontArticleJSON {
	out := make([]frontArticleJSON, 0, len(entries))
	for _, e := range entries {
		out = append(out, frontArticleJSON{e.ID, e.Title, e.Section, e.Source, timeJSON(e.Published), e.Read})
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
