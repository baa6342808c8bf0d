package store

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

var modelRounds = flag.Int("model-rounds", 4, "how many random histories of a library to play")

// The library behaves as plain values do under random histories of adding,
// filling, changing, marking, exporting and opening again.
func TestModel(t *testing.T) {
	t.Parallel()
	for round := range inShort(1, *modelRounds) {
		t.Run(fmt.Sprint(round), func(t *testing.T) {
			h := history{t: t, r: rand.New(rand.NewPCG(uint64(round), 1)), l: open(t)}
			for step := range inShort(20, 40) {
				h.step()
				h.compare()
				if t.Failed() {
					t.Fatalf("after step %d", step)
				}
			}
			checkSound(t, h.l)
		})
	}
}

// modelStory is one article as the model has it.
type modelStory struct {
	id             string // "" until it is in the library
	read, mark     bool
	text, position int // text 0 is none: a card
	related        []int
	tags, notes    int    // which of those that there are, a bit each
	reading        [3]int // minutes on each of some days
}

type history struct {
	t     *testing.T
	r     *rand.Rand
	l     *Library
	model [15]modelStory
	gone  [3]int // minutes on each day that articles were read which are no more
}

// Tags and highlights that stories get, and the first of the days on which they
// are read.
var (
	modelTags   = []string{"بحر", "سفر", "كتب"}
	modelQuotes = []articles.Highlight{{Note: "عن كلها"}, {Start: 3, End: 9, Quote: "المباحثات"}, {Start: 20, End: 26, Quote: "العاصمة", Note: "أيها؟"}}
	modelDay    = time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
)

func (h *history) step() {
	switch h.r.IntN(10) {
	case 0:
		h.l = openAt(h.t, h.l.path) // beside the one that is open
	case 1:
		exported := export(h.t, h.l)
		h.l = openAt(h.t, filepath.Join(h.t.TempDir(), "library.db"))
		addArticles(h.t, h.l, exported...)
		h.gone = [3]int{} // an export carries what was read of what is there
	case 8:
		h.remove()
	case 2, 3, 4, 9:
		h.mark()
	default:
		h.add()
	}
}

// title spells the title of a story in one of several ways.
func (h *history) title(i int) string {
	words := "خبر المدينة" + strings.Repeat(" واو", i+1)
	spellings := []string{words, "«" + words + "»", strings.ReplaceAll(words, "ة", "ه"), strings.ReplaceAll(words, "خبر", "خَبَرٌ:")}
	return spellings[h.r.IntN(len(spellings))]
}

// storyNumber tells which story a title is of.
func storyNumber(title string) int { return strings.Count(title, "واو") - 1 }

// textOfVersion is a text of a story; those of one story are nearly the same.
func textOfVersion(i, version int) string {
	if version == 0 {
		return ""
	}
	return long(fmt.Sprintf("صاحب القصة %d", i)) + fmt.Sprintf(" في نسختها رقم %d", version)
}

// add adds some articles and cards, and has the model do the same.
func (h *history) add() {
	batch := make([]articles.Article, 1+h.r.IntN(4))
	for n := range batch {
		i, version := h.r.IntN(len(h.model)), h.r.IntN(3)
		batch[n] = articles.Article{Title: h.title(i), Body: textOfVersion(i, version)}
		for range h.r.IntN(4) {
			batch[n].Related = append(batch[n].Related, articles.Related{Title: h.title(h.r.IntN(len(h.model)))})
		}
		if version > 0 {
			h.model[i].text = version
		}
	}
	for n, a := range addArticles(h.t, h.l, batch...) {
		m := &h.model[storyNumber(batch[n].Title)]
		if isNew := m.id == ""; isNew != (a.Outcome == New) || !isNew && m.id != a.ID {
			h.t.Errorf("%s is %+v and was %+v", batch[n].Title, a, m)
		}
		m.id = a.ID
	}
	for _, a := range batch {
		if len(a.Related) > 0 {
			h.link(storyNumber(a.Title), a.Related)
		}
	}
}

// link has the model point from a story to others; those that are new to it get
// the IDs that the library gave them.
func (h *history) link(from int, related []articles.Related) {
	var targets []int
	for _, r := range related {
		if to := storyNumber(r.Title); to != from && !slices.Contains(targets, to) {
			targets = append(targets, to)
		}
	}
	h.model[from].related = targets
	for _, e := range listEntries(h.t, h.l, Filter{}) {
		if m := &h.model[storyNumber(e.Title)]; m.id == "" {
			m.id = e.ID
		}
	}
}

// mark does what a reader does to one story.
func (h *history) mark() {
	m := &h.model[h.r.IntN(len(h.model))]
	if m.id == "" {
		return
	}
	var err error
	var u Undo
	before, one := *m, h.r.IntN(3)
	switch h.r.IntN(8) {
	case 0:
		m.read = !m.read
		u, err = h.l.MarkRead(h.t.Context(), []string{m.id}, m.read)
	case 1:
		m.mark, m.tags = !m.mark, 0
		if m.mark {
			m.tags = before.tags
		}
		u, err = h.l.Bookmark(h.t.Context(), []string{m.id}, m.mark)
	case 2:
		m.position = 1 + h.r.IntN(100)
		if err = h.l.SetPosition(h.t.Context(), m.id, m.position); err != nil {
			h.t.Fatal(err)
		}
		return // it cannot be taken back
	case 3:
		m.reading[one]++
		if err = h.l.AddReadingTime(h.t.Context(), m.id, modelDay.AddDate(0, 0, one), time.Minute); err != nil {
			h.t.Fatal(err)
		}
		return // the same
	case 4:
		m.mark, m.tags = true, m.tags|1<<one
		u, err = h.l.Tag(h.t.Context(), m.id, modelTags[one])
	case 5:
		m.tags &^= 1 << one
		u, err = h.l.Untag(h.t.Context(), m.id, modelTags[one])
	default:
		u, err = h.highlight(m, one)
	}
	if err == nil && h.r.IntN(3) == 0 {
		*m = before
		err = h.l.Undo(h.t.Context(), u)
	}
	if err != nil {
		h.t.Fatal(err)
	}
}

// highlight adds a highlight that a story has not, or takes it away.
func (h *history) highlight(m *modelStory, one int) (Undo, error) {
	m.notes ^= 1 << one
	if m.notes&(1<<one) != 0 {
		_, u, err := h.l.AddHighlight(h.t.Context(), m.id, modelQuotes[one])
		return u, err
	}
	there, err := h.l.Highlights(h.t.Context(), m.id)
	for _, there := range there {
		if there.Quote == modelQuotes[one].Quote {
			return h.l.RemoveHighlight(h.t.Context(), there.ID)
		}
	}
	return Undo{}, fmt.Errorf("highlight %d is not there: %w", one, err)
}

// remove removes some stories, and brings them back, or not, after other things
// were done.
func (h *history) remove() {
	before, gone := h.model, h.gone
	removed := map[int]bool{}
	var ids []string
	for range 1 + h.r.IntN(3) {
		if i := h.r.IntN(len(h.model)); h.model[i].id != "" && !removed[i] {
			removed[i] = true
			ids = append(ids, h.model[i].id)
			for day, minutes := range h.model[i].reading {
				h.gone[day] += minutes
			}
			h.model[i] = modelStory{}
		}
	}
	for i := range h.model {
		h.model[i].related = slices.DeleteFunc(slices.Clone(h.model[i].related), func(to int) bool { return removed[to] })
	}
	u, err := h.l.Remove(h.t.Context(), ids...)
	if err != nil || u.Count != len(removed) {
		h.t.Fatalf("%d were removed of %d, %v", u.Count, len(removed), err)
	}
	h.compare()
	for range h.r.IntN(3) {
		h.mark()
	}
	if h.r.IntN(2) == 0 {
		return
	}
	if err := h.l.Undo(h.t.Context(), u); err != nil {
		h.t.Fatal(err)
	}
	h.gone = gone
	for i := range h.model {
		h.model[i].related = before[i].related
		if removed[i] {
			h.model[i] = before[i]
		}
	}
}

// more says the tags, highlights and reading of a story.
func (m *modelStory) more() string {
	var s []string
	for i, tag := range modelTags {
		if m.tags&(1<<i) != 0 {
			s = append(s, "#"+tag)
		}
	}
	for i, h := range modelQuotes {
		if m.notes&(1<<i) != 0 {
			s = append(s, fmt.Sprintf("%d-%d «%s» %s", h.Start, h.End, h.Quote, h.Note))
		}
	}
	for day, minutes := range m.reading {
		if minutes > 0 {
			s = append(s, fmt.Sprintf("%s %d", modelDay.AddDate(0, 0, day).Format(time.DateOnly), minutes*60_000))
		}
	}
	return strings.Join(s, ", ")
}

// compareStatistics holds what was read to the model.
func (h *history) compareStatistics() {
	h.t.Helper()
	got, err := h.l.Statistics(h.t.Context(), time.Time{}, modelDay)
	if err != nil {
		h.t.Fatal(err)
	}
	minutes := h.gone
	for _, m := range h.model {
		for day, n := range m.reading {
			minutes[day] += n
		}
	}
	for _, d := range got.Days {
		minutes[int(d.Day.Sub(modelDay).Hours())/24] -= int(d.Time.Minutes())
	}
	if minutes != [3]int{} {
		h.t.Errorf("read by days are %+v, which is off by %v", got.Days, minutes)
	}
}

// compare holds the library to the model, from all sides.
func (h *history) compare() {
	h.t.Helper()
	expected := 0
	for i, m := range h.model {
		if m.id == "" {
			continue
		}
		expected++
		item := article(h.t, h.l, m.id)
		if item.Body != textOfVersion(i, m.text) || item.Full != (m.text > 0) {
			h.t.Errorf("story %d has the text %q, want version %d", i, item.Body, m.text)
		}
		if item.Read != m.read || item.Bookmarked != m.mark || item.Position != m.position {
			h.t.Errorf("story %d is %+v, want %+v", i, item.Entry, m)
		}
		marks := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(marksOf(h.t, h.l, m.id), "read"), ", "), "bookmarked")
		if got := strings.TrimPrefix(marks, ", "); got != m.more() {
			h.t.Errorf("story %d has %s, want %s", i, got, m.more())
		}
		var targets []int
		for _, e := range entriesByID(h.t, h.l, m.id) {
			targets = append(targets, storyNumber(e.Title))
		}
		if !slices.Equal(targets, m.related) {
			h.t.Errorf("story %d points at %v, want %v", i, targets, m.related)
		}
	}
	h.compareStatistics()
	for _, f := range []Filter{{}, {Unread: true}, {Bookmarked: true}, {Unread: true, Bookmarked: true}} {
		want := 0
		for _, m := range h.model {
			if m.id != "" && (!f.Unread || !m.read && m.text > 0) && (!f.Bookmarked || m.mark) {
				want++
			}
		}
		if got := len(listEntries(h.t, h.l, f)); got != want {
			h.t.Errorf("%+v lists %d, want %d", f, got, want)
		}
	}
	hits, err := search(h.t.Context(), h.l, "المدينة", 0)
	if err != nil || len(hits) != expected {
		h.t.Errorf("%d are found, %v, want %d", len(hits), err, expected)
	}
}
