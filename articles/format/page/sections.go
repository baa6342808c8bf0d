package page

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// A card's section and its picture's caption come on one line with nothing but
// a space between them. Where the section ends is learnt, the surest first:
//
//  1. A line that ends with a caption known from a full article on the same
//     page: what stands before it is a section.
//  2. A line that begins with a section learnt so, or with a usual one, the
//     longest that fits.
//  3. The words that most cards begin with alike.
//
// Otherwise the whole line is taken as a caption.

// sections are the names of sections known on a page, folded.
type sections struct {
	learnt []string
}

// learnSections finds sections by the first rule.
func learnSections(lines []press.Line, heads []head) sections {
	captions := map[string]bool{}
	for _, h := range heads {
		for _, c := range h.captions {
			captions[text.Key(c)] = true
		}
	}
	var s sections
	for _, l := range lines {
		rest := l.Key
		for range press.MaxSection {
			var ok bool
			if _, rest, ok = strings.Cut(rest, " "); !ok {
				break
			}
			if captions[rest] {
				s.learn(strings.TrimSuffix(l.Key, " "+rest))
				break
			}
		}
	}
	return s
}

func (s *sections) learn(name string) {
	if name != "" && !slices.Contains(s.learnt, name) {
		s.learnt = append(s.learnt, name)
	}
}

// length gives how many words of a line its section takes by the second rule, 0
// where none begins it.
func (s *sections) length(content string) int {
	key := text.Key(content)
	longest := 0
	for _, names := range [][]string{s.learnt, press.UsualSections()} {
		for _, name := range names {
			if key == name || strings.HasPrefix(key, name+" ") {
				longest = max(longest, text.CountWords(name))
			}
		}
	}
	return longest
}

// begins tells whether a line surely begins with a section: many sentences begin
// with the words that are sections of one word, so those must be learnt.
func (s *sections) begins(content string) bool {
	first, _, _ := strings.Cut(text.Key(content), " ")
	return s.length(content) > 1 || slices.Contains(s.learnt, first)
}

// exact tells whether a line is a section's name and nothing else.
func (s *sections) exact(content string) bool {
	key := text.Key(content)
	return slices.Contains(s.learnt, key) || slices.Contains(press.UsualSections(), key)
}

// part parts the lines above the cards' titles into section and caption.
func (s *sections) part(cards []articles.Related, above []string) {
	shared := sharedBeginnings(above)
	for i, text := range above {
		fields := strings.Fields(text)
		length := s.length(text)
		if length == 0 {
			length = sharedColumns(fields, shared)
		}
		cards[i].Section = strings.TrimRight(strings.Join(fields[:length], " "), "|:-–—/ ")
		cards[i].Caption = strings.TrimSpace(separatorPattern.ReplaceAllString(strings.Join(fields[length:], " "), ""))
	}
}

// sharedBeginnings counts the lines that begin with the same words, at most
// maxSection of them, and go on after them.
func sharedBeginnings(above []string) map[string]int {
	count := map[string]int{}
	for _, s := range above {
		fields := strings.Fields(text.Key(s))
		for n := 1; n <= press.MaxSection && n < len(fields); n++ {
			count[strings.Join(fields[:n], " ")]++
		}
	}
	return count
}

// sharedColumns gives how many words at the start of a line other lines begin with too:
// as many as the most lines share.
func sharedColumns(fields []string, shared map[string]int) int {
	best, most := 0, 2
	for n := 1; n <= press.MaxSection && n < len(fields); n++ {
		if sharing := shared[text.Key(strings.Join(fields[:n], " "))]; sharing >= most {
			best, most = n, sharing
		}
	}
	return best
}
