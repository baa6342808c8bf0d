package dialog

import (
	"context"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/words"

	tea "charm.land/bubbletea/v2"
)

// Path is a prompt for the name of a file or folder, which Tab completes.
type Path struct {
	Prompt
	runner *jobs.Runner
	pathCompletion
}

// pathCompletion is what Tab goes through.
type pathCompletion struct {
	typed      string   // what they complete
	candidates []string // whole paths, folders with a separator at the end
	next       int
}

// pathCompletions are those of what was typed.
type pathCompletions struct{ pathCompletion }

// NewPath returns a prompt for a path; answered is what is done with it, and pasted
// with a text of several lines.
func NewPath(c *draw.Canvas, runner *jobs.Runner, name func(*words.Words) string, answered, pasted func(string) Action) *Path {
	p := &Path{runner: runner}
	p.Name, p.Answered, p.Pasted = name, answered, pasted
	p.Typed = func(string) Action { p.pathCompletion = pathCompletion{}; return nil }
	p.Keys = map[string]func(tea.KeyPressMsg) Action{"tab": func(tea.KeyPressMsg) Action { return p.complete() }}
	p.Start(c, "")
	return p
}

// complete completes a path as far as it is certain, and from then on goes through
// what it could be.
func (p *Path) complete() Action {
	if c := &p.pathCompletion; len(c.candidates) > 0 {
		p.Set(c.candidates[c.next%len(c.candidates)])
		c.next++
		return nil
	}
	typed := p.Text
	return Run{p.runner.Ask("complete", func(context.Context) tea.Msg {
		return pathCompletions{pathCompletion{typed: typed, candidates: pathCandidates(typed)}}
	})}
}

// Update takes keys, pasted text, and what a path could become.
func (p *Path) Update(msg tea.Msg) Action {
	found, ok := msg.(pathCompletions)
	if !ok {
		return p.Prompt.Update(msg)
	}
	if p.Text == found.typed && len(found.candidates) > 0 {
		p.pathCompletion = found.pathCompletion
		p.Set(commonStart(found.candidates)) // what is certain: all, if there is but one
		if len(found.candidates) == 1 {
			p.pathCompletion = pathCompletion{}
		}
	}
	return nil
}

// pathCandidates are the paths that begin with what is typed, hidden files only if
// a dot is.
func pathCandidates(typed string) (paths []string) {
	folder, start := filepath.Split(typed)
	in := PathOf(folder)
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

// PathOf reads a path as it is typed or dropped: as an address of a file, between
// quotation marks, with blanks behind backslashes, or with a tilde for the home
// folder. It is "" for no path at all.
func PathOf(text string) string {
	text = strings.TrimSpace(text)
	if u, err := url.Parse(text); err == nil && u.Scheme == "file" {
		return u.Path
	}
	if n := len(text); n >= 2 && (text[0] == '\'' || text[0] == '"') && text[n-1] == text[0] {
		text = text[1 : n-1]
	} else if _, err := os.Lstat(text); err != nil {
		text = strings.NewReplacer(`\ `, " ", `\(`, "(", `\)`, ")", `\'`, "'", `\&`, "&").Replace(text)
	}
	if rest, ok := strings.CutPrefix(text, "~"); ok && (rest == "" || rest[0] == filepath.Separator) {
		if home, err := os.UserHomeDir(); err == nil {
			return home + rest
		}
	}
	return text
}
