package terminal

import "github.com/warraq/warraq/ui/rtl"

// Late takes what a terminal answers after [Detect] has gone on without it, which arrives
// as input: whoever reads that hands it on.
type Late struct{ evidence evidence }

// Late returns what takes the terminal's late answers, nil where none are to come.
func (t *Terminal) Late() *Late { return t.late }

// Guess returns the terminal by the environment alone, as it is until it answers; prefer is
// as in [Detect].
func Guess(getenv func(string) string, prefer func(Terminal) Terminal) Terminal {
	l := &Late{evidence{getenv: getenv, prefer: prefer}}
	t := l.Terminal()
	t.late = l
	return t
}

// Terminal returns the terminal by all that it has answered so far.
func (l *Late) Terminal() Terminal { return l.evidence.preferred(l.evidence.terminal()) }

// SetVersion takes its answer to XTVERSION, its name and version.
func (l *Late) SetVersion(text string) { l.evidence.answers.version = printableText(text) }

// SetAttributes takes the parameters of its answer to DA2, "41;379;0".
func (l *Late) SetAttributes(parameters string) { l.evidence.answers.attributes = parameters }

// SetMode8 takes the value of its answer to DECRQM of mode 8.
func (l *Late) SetMode8(value byte) { l.evidence.answers.mode8 = value }

// SetClusters takes the value of its answer to DECRQM of mode 2027.
func (l *Late) SetClusters(value byte) { l.evidence.answers.clusters = value }

// SetForeground and SetBackground take its own colours.
func (l *Late) SetForeground(c rtl.Color) { l.evidence.answers.foreground = c }

// SetBackground is the other of the two.
func (l *Late) SetBackground(c rtl.Color) { l.evidence.answers.background = c }

// Complete takes the parameters of its answer to DA1, which is the last one.
func (l *Late) Complete(parameters string) {
	l.evidence.answers.primary, l.evidence.answers.complete = parameters, true
}

// IsComplete tells whether the last answer is there.
func (l *Late) IsComplete() bool { return l.evidence.answers.complete }

// IsLike tells whether two terminals are sent the same, by whatever they were recognised.
func (t Terminal) IsLike(other Terminal) bool {
	t.late, t.Evidence, t.Version, t.ID = other.late, other.Evidence, other.Version, other.ID
	t.answers = other.answers
	return t == other
}

// Read takes the answers out of what came as input, and returns the rest: what was typed,
// and at its end an answer that has only begun.
func (l *Late) Read(input []byte) (rest []byte) { return l.evidence.answers.read(input) }
