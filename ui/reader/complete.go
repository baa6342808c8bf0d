package reader

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/rtl"
)

// completion is what Tab goes through.
type completion struct {
	typed      string   // what they complete
	candidates []string // whole paths, folders with a separator at the end
	next       int
}

// completions answers completePath.
type completions struct{ completion }

// completePath completes a path as far as it is certain, and from then on goes
// through what it could be.
func (m *Model) completePath() tea.Cmd {
	a := m.asking
	if c := &a.completion; len(c.candidates) > 0 {
		a.set(c.candidates[c.next%len(c.candidates)])
		c.next++
		return nil
	}
	typed := a.Text
	return m.jobs.Ask(completeJob, func(context.Context) tea.Msg {
		return completions{completion{typed: typed, candidates: candidates(typed)}}
	})
}

// tookCompletions completes what is certain: all, if there is but one.
func (m *Model) tookCompletions(msg completions) {
	a := m.asking
	if a == nil || a.Text != msg.typed || len(msg.candidates) == 0 {
		return
	}
	a.completion = msg.completion
	a.set(commonStart(msg.candidates))
	if len(msg.candidates) == 1 {
		a.completion = completion{}
	}
}

// set puts a text in the place of the one there is.
func (a *asking) set(text string) { a.Text, a.Cursor = text, rtl.Offset(len(text)) }

// candidates are the paths that begin with what is typed, hidden files only if
// a dot is.
func candidates(typed string) (paths []string) {
	folder, start := filepath.Split(typed)
	in := pathOf(folder)
	if in == "" {
		in = "."
	}
	entries, err := os.ReadDir(in)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, start) || strings.HasPrefix(name, ".") && !strings.HasPrefix(start, ".") {
			continue
		}
		path := folder + name
		if info, err := os.Stat(filepath.Join(in, name)); err == nil && info.IsDir() {
			path += string(filepath.Separator)
		}
		paths = append(paths, path)
	}
	return paths
}

// commonStart is what all texts begin with, in whole characters.
func commonStart(texts []string) string {
	start := []rune(texts[0])
	for _, text := range texts[1:] {
		n := 0
		for _, r := range text {
			if n == len(start) || start[n] != r {
				break
			}
			n++
		}
		start = start[:n]
	}
	return string(start)
}
