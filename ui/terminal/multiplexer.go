package terminal

import (
	"context"
	"os/exec"
	"slices"
	"strings"
)

// multiplexer is a terminal inside another one, which it stands in front of: it
// answers queries itself, and the reordering is the other one's.
type multiplexer struct {
	name   string
	getenv func(string) string
	// isBidi is that tmux knows that the terminal outside reorders text by itself.
	isBidi bool
}

// multiplexerOf finds the multiplexer that the program runs in.
func multiplexerOf(getenv func(string) string) (m multiplexer, ok bool) {
	for _, by := range []struct{ variable, name string }{
		{"TMUX", "tmux"}, {"STY", "screen"}, {"ZELLIJ", "zellij"},
	} {
		if getenv(by.variable) != "" {
			return multiplexer{name: by.name, getenv: getenv}, true
		}
	}
	return m, false
}

// detect finds the terminal outside. tmux says what it found out of it; of the
// others only the variables are known that they were started with.
func (m multiplexer) detect(ctx context.Context) Terminal {
	e := evidence{getenv: m.outside("")}
	if m.name == "tmux" {
		e = m.tmux(ctx)
	}
	t := e.terminal().Unswitched()
	if t.ID == e.id() && m.isBidi {
		t = t.WithForm(Anchored) // it reorders rows, says tmux, and nobody knows how
	}
	t.inside = true
	t.ID = m.name + " in " + t.ID
	if t.Name == "" {
		t.Name = m.name
	} else {
		t.Name = t.ID
	}
	return t
}

// outside is the environment without what the multiplexer set in it.
func (m multiplexer) outside(term string) func(string) string {
	return func(name string) string {
		switch name {
		case "TERM":
			return term
		case "TERM_PROGRAM":
			return ""
		default:
			return m.getenv(name)
		}
	}
}

// tmux asks tmux for its client: the name that the terminal outside gave itself
// in TERM and in its answer to XTVERSION, and the process that runs in it.
func (m *multiplexer) tmux(ctx context.Context) evidence {
	command := exec.CommandContext(ctx, "tmux", "display-message", "-p", "#{client_pid}\n#{client_termname}\n#{client_termtype}\n#{client_termfeatures}")
	said, err := command.Output()
	if err != nil {
		return evidence{getenv: m.outside("")}
	}
	lines := strings.SplitN(strings.TrimRight(string(said), "\n")+"\n\n\n", "\n", 5)
	m.isBidi = slices.Contains(strings.Split(strings.ToLower(lines[3]), ","), "bidi")
	e := evidence{getenv: m.outside(lines[1])}
	e.answers.version = lines[2]
	if env, ok := environOf(lines[0]); ok {
		e.getenv = env
	}
	return e
}
