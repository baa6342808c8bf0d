package page

import (
	"time"

	"github.com/warraq/warraq/articles/dates"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// head is the beginning of an article on a pasted page.
type head struct {
	start, end int // of its lines
	title      press.Line
	section    string
	captions   []string
	summary    string
	author     string
	source     string
	place      string
	published  time.Time
	once       []press.Line // what stands in it once and is not understood
}

// Bounds of a head, in lines that hold something, and of a line in it that is
// neither repeated nor known, in words.
const (
	maxHead     = 24
	maxOnce     = 3
	maxOnceLong = 12
)

// headFindings is what a head's lines were found to be.
type headFindings struct {
	buttons  bool                  // those for the size of letters stand there
	again    bool                  // a caption stands on both sides of the second title
	captions map[string]bool       // by key
	once     map[string]press.Line // what stands there once so far, by key
	order    []string              // of those, as they came
}

// findHead finds the head that begins with line i. A head says its title twice.
// Between the two stand nothing but lines that are doubled (captions, which a
// browser copies with the picture's alternative text), the buttons for the size
// of letters, and a few short lines. What stood there may stand again after the
// second title. The buttons, or a caption that is doubled on both sides, tell a
// head from a text that happens to repeat itself.
func findHead(lines []press.Line, i int) (head, bool) {
	h := head{start: i, title: lines[i]}
	second := i + 1
	for second < len(lines) && second-i <= maxHead && lines[second].Key != h.title.Key {
		second++
	}
	if second == len(lines) || second == i+1 || second-i > maxHead || press.IsSizeButton(h.title.Text) ||
		i > 0 && lines[i-1].Key == h.title.Key {
		return h, false
	}
	s := headFindings{captions: map[string]bool{}, once: map[string]press.Line{}}
	h.between(lines[i+1:second], &s)
	h.end = second + 1 + h.below(lines[second+1:], &s)
	if !s.buttons && !s.again || len(s.once) > maxOnce {
		return h, false
	}
	for _, key := range s.order {
		l, ok := s.once[key]
		if !ok {
			continue
		}
		if text.CountWords(l.Text) > maxOnceLong {
			return h, false
		}
		h.learn(l)
	}
	return h, true
}

// between takes the lines between the two titles.
func (h *head) between(lines []press.Line, s *headFindings) {
	for _, l := range lines {
		switch {
		case press.IsSizeButton(l.Text):
			s.buttons = true
		case s.captions[l.Key]:
		case s.once[l.Key].Key == l.Key:
			delete(s.once, l.Key)
			h.caption(l, s)
		default:
			s.once[l.Key] = l
			s.order = append(s.order, l.Key)
		}
	}
}

// below takes the lines below the second title that belong to the head and
// gives how many they are.
func (h *head) below(lines []press.Line, s *headFindings) int {
	doubled := len(s.captions) > 0
	for k := 0; k < len(lines); k++ {
		l := lines[k]
		_, repeated := s.once[l.Key]
		switch {
		case press.IsSizeButton(l.Text):
			s.buttons = s.buttons || doubled
		case k == 0 && l.Key == h.title.Key:
		case s.captions[l.Key]:
			s.again = true
		case k+1 < len(lines) && lines[k+1].Key == l.Key:
			h.caption(l, s)
			k++
		case repeated:
			h.repeated(l)
			delete(s.once, l.Key)
		default:
			return k
		}
	}
	return len(lines)
}

func (h *head) caption(l press.Line, s *headFindings) {
	s.captions[l.Key] = true
	h.captions = append(h.captions, l.Text)
}

// creditLong is the most words of a line that is a picture's credit and no lead.
const creditLong = 3

// repeated takes a line that stands once on each side of the second title: a
// caption where a picture's credit ends it or is all of it, otherwise the lead.
func (h *head) repeated(l press.Line) {
	if _, credit := press.CutBrackets(l.Text); credit != "" || text.CountWords(l.Text) <= creditLong {
		h.captions = append(h.captions, l.Text)
		return
	}
	if h.summary == "" {
		h.summary = l.Text
		return
	}
	h.once = append(h.once, l)
}

// learn takes a line that a head holds once: who wrote it where, or when.
func (h *head) learn(l press.Line) {
	if b, ok := press.ReadByline(l.Text, nil); ok && h.author+h.source == "" {
		h.author, h.source, h.place = b.Author, b.Source, b.Place
		return
	}
	if t, ok := dates.Parse(l.Text); ok && h.published.IsZero() {
		h.published = t
		return
	}
	h.once = append(h.once, l)
}

// findHeads finds the heads of a page. A short line that stands in several of
// them is the page's, not an article's.
func findHeads(lines []press.Line) []head {
	var heads []head
	for i := 0; i < len(lines); i++ {
		if h, ok := findHead(lines, i); ok {
			heads = append(heads, h)
			i = h.end - 1
		}
	}
	seen := map[string]int{}
	for _, h := range heads {
		for _, l := range h.once {
			seen[l.Key]++
		}
	}
	for i := range heads {
		kept := heads[i].once[:0]
		for _, l := range heads[i].once {
			if seen[l.Key] == 1 {
				kept = append(kept, l)
			}
		}
		heads[i].once = kept
	}
	return heads
}
