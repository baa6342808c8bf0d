package articles

import "time"

// line is a line of a pasted page that holds something.
type line struct {
	text string // trimmed, otherwise as it came
	key  string // folded
	gap  bool   // a blank line stands before it
}

// head is the beginning of an article on a pasted page.
type head struct {
	start, end int // of its lines
	title      line
	section    string
	captions   []string
	summary    string
	author     string
	source     string
	place      string
	published  time.Time
	once       []line // what stands in it once and is not understood
}

// Bounds of a head, in lines that hold something, and of a line in it that is
// neither repeated nor known, in words.
const (
	maxHead     = 24
	maxOnce     = 3
	maxOnceLong = 12
)

// findHead finds the head that begins with line i. A head says its title twice.
// Between the two stand nothing but lines that are doubled at once (captions,
// which a browser copies with the picture's alternative text), the buttons for
// the size of letters, and a few short lines. What stood there may stand again
// after the second title. The buttons, or a caption that is doubled on both
// sides, tell a head from a text that happens to repeat itself.
func findHead(lines []line, i int) (head, bool) {
	h := head{start: i, title: lines[i]}
	second := i + 1
	for second < len(lines) && second-i <= maxHead && lines[second].key != h.title.key {
		second++
	}
	if second == len(lines) || second == i+1 || second-i > maxHead || isControl(h.title.text) ||
		i > 0 && lines[i-1].key == h.title.key {
		return h, false
	}
	buttons, again := false, false
	captions := map[string]bool{}
	once := map[string]line{}
	var order []string
	for k := i + 1; k < second; k++ {
		l := lines[k]
		switch {
		case isControl(l.text):
			buttons = true
		case lines[k+1].key == l.key:
			if !captions[l.key] {
				captions[l.key] = true
				h.captions = append(h.captions, l.text)
			}
			k++
		case captions[l.key]:
		case once[l.key].key == l.key: // doubled, with something between
			delete(once, l.key)
			captions[l.key] = true
			h.captions = append(h.captions, l.text)
		default:
			once[l.key] = l
			order = append(order, l.key)
		}
	}
	doubled := len(captions) > 0
	k := second + 1
	for ; k < len(lines); k++ {
		l := lines[k]
		_, repeated := once[l.key]
		switch {
		case isControl(l.text):
			buttons = buttons || doubled
			continue
		case k == second+1 && l.key == h.title.key:
			continue
		case captions[l.key]:
			again = true
			continue
		case k+1 < len(lines) && lines[k+1].key == l.key:
			captions[l.key] = true
			h.captions = append(h.captions, l.text)
			k++
			continue
		case repeated:
			h.repeated(l)
			delete(once, l.key)
			continue
		}
		break
	}
	h.end = k
	if !buttons && !again || len(once) > maxOnce {
		return h, false
	}
	for _, key := range order {
		l, ok := once[key]
		if !ok {
			continue
		}
		if words(l.text) > maxOnceLong {
			return h, false
		}
		h.learn(l)
	}
	return h, true
}

// creditLong is the most words of a line that is a picture's credit and no lead.
const creditLong = 3

// repeated takes a line that stands once on each side of the second title: a
// caption where a picture's credit ends it or is all of it, otherwise the lead.
func (h *head) repeated(l line) {
	if _, credit := bracketed(l.text); credit != "" || words(l.text) <= creditLong {
		h.captions = append(h.captions, l.text)
		return
	}
	if h.summary == "" {
		h.summary = l.text
		return
	}
	h.once = append(h.once, l)
}

// learn takes a line that a head holds once: who wrote it where, or when.
func (h *head) learn(l line) {
	if b, ok := readByline(l.text, nil); ok && h.author+h.source == "" {
		h.author, h.source, h.place = b.author, b.source, b.place
		return
	}
	if t, ok := date(l.text); ok && h.published.IsZero() {
		h.published = t
		return
	}
	h.once = append(h.once, l)
}

// findHeads finds the heads of a page. A short line that stands in several of
// them is the page's, not an article's.
func findHeads(lines []line) []head {
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
			seen[l.key]++
		}
	}
	for i := range heads {
		kept := heads[i].once[:0]
		for _, l := range heads[i].once {
			if seen[l.key] == 1 {
				kept = append(kept, l)
			}
		}
		heads[i].once = kept
	}
	return heads
}
