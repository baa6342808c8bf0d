package store

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"warraq/articles"
)

var modelRounds = flag.Int("model-rounds", 6, "how many random histories of a library to play")

// The library behaves as plain values do under random histories of adding,
// filling, changing, marking, exporting and opening again.
func TestModel(t *testing.T) {
	rounds := *modelRounds
	if testing.Short() {
		rounds = 1
	}
	for round := range rounds {
		t.Run(fmt.Sprint(round), func(t *testing.T) {
			h := history{t: t, r: rand.New(rand.NewPCG(uint64(round), 1)), l: open(t)}
			for step := range 40 {
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

// story is one article as the model has it.
type story struct {
	id             string // "" until it is in the library
	read, mark     bool
	text, position int // text 0 is none: a card
	related        []int
}

type history struct {
	t     *testing.T
	r     *rand.Rand
	l     *Library
	model [15]story
}

func (h *history) step() {
	switch h.r.IntN(8) {
	case 0:
		h.l = openAt(h.t, h.l.path) // beside the one that is open
	case 1:
		exported := export(h.t, h.l)
		h.l = openAt(h.t, filepath.Join(h.t.TempDir(), "library.db"))
		add(h.t, h.l, exported...)
	case 2, 3, 4:
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

// number tells which story a title is of.
func number(title string) int { return strings.Count(title, "واو") - 1 }

// text is a text of a story; those of one story are nearly the same.
func text(i, version int) string {
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
		batch[n] = articles.Article{Title: h.title(i), Body: text(i, version)}
		for range h.r.IntN(4) {
			batch[n].Related = append(batch[n].Related, articles.Related{Title: h.title(h.r.IntN(len(h.model)))})
		}
		if version > 0 {
			h.model[i].text = version
		}
	}
	for n, a := range add(h.t, h.l, batch...) {
		m := &h.model[number(batch[n].Title)]
		if isNew := m.id == ""; isNew != (a.Outcome == New) || !isNew && m.id != a.ID {
			h.t.Errorf("%s is %+v and was %+v", batch[n].Title, a, m)
		}
		m.id = a.ID
	}
	for _, a := range batch {
		if len(a.Related) > 0 {
			h.link(number(a.Title), a.Related)
		}
	}
}

// link has the model point from a story to others; those that are new to it get
// the IDs that the library gave them.
func (h *history) link(from int, related []articles.Related) {
	var targets []int
	for _, r := range related {
		if to := number(r.Title); to != from && !slices.Contains(targets, to) {
			targets = append(targets, to)
		}
	}
	h.model[from].related = targets
	for _, e := range list(h.t, h.l, Filter{}) {
		if m := &h.model[number(e.Title)]; m.id == "" {
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
	switch h.r.IntN(3) {
	case 0:
		m.read = !m.read
		err = h.l.SetRead(h.t.Context(), m.id, m.read)
	case 1:
		m.mark = !m.mark
		err = h.l.SetBookmarked(h.t.Context(), m.id, m.mark)
	case 2:
		m.position = 1 + h.r.IntN(100)
		err = h.l.SetPosition(h.t.Context(), m.id, m.position)
	}
	if err != nil {
		h.t.Fatal(err)
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
		if item.Body != text(i, m.text) || item.Full != (m.text > 0) {
			h.t.Errorf("story %d has the text %q, want version %d", i, item.Body, m.text)
		}
		if item.Read != m.read || item.Bookmarked != m.mark || item.Position != m.position {
			h.t.Errorf("story %d is %+v, want %+v", i, item.Entry, m)
		}
		var targets []int
		for _, e := range named(h.t, h.l, m.id) {
			targets = append(targets, number(e.Title))
		}
		if !slices.Equal(targets, m.related) {
			h.t.Errorf("story %d points at %v, want %v", i, targets, m.related)
		}
	}
	for _, f := range []Filter{{}, {Unread: true}, {Bookmarked: true}, {Unread: true, Bookmarked: true}} {
		want := 0
		for _, m := range h.model {
			if m.id != "" && (!f.Unread || !m.read && m.text > 0) && (!f.Bookmarked || m.mark) {
				want++
			}
		}
		if got := len(list(h.t, h.l, f)); got != want {
			h.t.Errorf("%+v lists %d, want %d", f, got, want)
		}
	}
	hits, err := h.l.Search(h.t.Context(), "المدينة", 0)
	if err != nil || len(hits) != expected {
		h.t.Errorf("%d are found, %v, want %d", len(hits), err, expected)
	}
}
