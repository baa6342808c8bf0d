// Package chat makes articles of conversations: one for each day, with who said what and
// when.
package chat

import (
	"html"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/entries"
)

// Message is what one of those who talk wrote.
type Message struct {
	Time time.Time // with the hour as the clock of the one who exported it had it
	From string
	HTML string // a line, or paragraphs
}

// Text writes a plain text of several lines as HTML and returns it.
func Text(s string) string {
	return strings.ReplaceAll(html.EscapeString(strings.TrimSpace(s)), "\n", "<br>\n")
}

// Days makes an article of each day of a conversation. It is called by the conversation's
// name, or by those who talk where it has none, and by the day where there are several.
func Days(name, source string, messages []Message) []entries.Entry {
	if name == "" {
		name = namePeople(messages)
	}
	var days []entries.Entry
	var text strings.Builder
	for i, m := range messages {
		if i == 0 || !sameDay(m.Time, messages[i-1].Time) {
			days = append(days, entries.Entry{Article: articles.Article{Title: name, Source: source, Published: m.Time}})
		}
		writeMessage(&text, m)
		if i == len(messages)-1 || !sameDay(m.Time, messages[i+1].Time) {
			days[len(days)-1].HTML = text.String()
			text.Reset()
		}
	}
	if len(days) > 1 {
		for i := range days {
			days[i].Title += " — " + days[i].Published.Format(time.DateOnly)
		}
	}
	return days
}

func sameDay(a, b time.Time) bool { return a.YearDay() == b.YearDay() && a.Year() == b.Year() }

func writeMessage(b *strings.Builder, m Message) {
	b.WriteString("<p><strong>" + html.EscapeString(m.From) + "</strong>")
	if !m.Time.IsZero() {
		b.WriteString(" (" + m.Time.Format("15:04") + ")")
	}
	if rest, ok := strings.CutPrefix(m.HTML, "<p>"); ok {
		b.WriteString(": " + rest)
		return
	}
	if strings.HasPrefix(m.HTML, "<") {
		b.WriteString(":</p>\n" + m.HTML)
		return
	}
	b.WriteString(": " + m.HTML + "</p>\n")
}

// maxNames is how many names stand in a title.
const maxNames = 4

// namePeople names those who talk, in the order in which they first do.
func namePeople(messages []Message) string {
	var names []string
	met := map[string]bool{}
	for _, m := range messages {
		if !met[m.From] && m.From != "" {
			met[m.From], names = true, append(names, m.From)
		}
	}
	if len(names) > maxNames {
		names = append(names[:maxNames], "…")
	}
	return strings.Join(names, "، ")
}
