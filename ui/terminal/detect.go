package terminal

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/warraq/warraq/ui/rtl"
)

// answerPatience is how long [Detect] waits for answers where the context sets no
// deadline.
const answerPatience = 100 * time.Millisecond

// Detect finds out which terminal in and out are, by asking it and by the
// environment. Answers count for more than variables, which are inherited.
//
// It waits no longer than the context's deadline, or 100 ms where there is none.
// What a slow terminal answers later arrives as input, which Bubble Tea takes
// for messages, not for keys; package bubble hands them to the terminal's [Late]. A program that is
// not in the terminal's foreground asks nothing.
//
// The user's word on the terminal goes before what is found out: prefer changes
// the terminal by it, again for one that turns out late to be another. It may be
// nil.
func Detect(ctx context.Context, in, out *os.File, getenv func(string) string, prefer func(Terminal) Terminal) Terminal {
	if _, set := ctx.Deadline(); !set {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, answerPatience)
		defer cancel()
	}
	return detect(ctx, getenv, prefer, func(ctx context.Context, queries string) (a answers) {
		ask(ctx, in, out, queries, &a)
		return a
	})
}

// detect is [Detect] of a terminal to which a function puts queries.
func detect(ctx context.Context, getenv func(string) string, prefer func(Terminal) Terminal, put func(context.Context, string) answers) Terminal {
	e := evidence{getenv: getenv, prefer: prefer}
	if m, ok := multiplexerOf(getenv); ok {
		t := m.detect(ctx)
		e.answers = put(ctx, askColors+askPrimary)
		t.Foreground, t.Background = e.colors()
		// The multiplexer draws them itself, if it says so: what the terminal
		// outside knows does not get through.
		t.Graphics = e.answers.graphics()
		return e.preferred(t)
	}
	queries := queriesFor(getenv)
	e.answers = put(ctx, queries)
	t := e.preferred(e.terminal())
	if queries != "" && !e.answers.complete {
		t.late = &Late{e}
	}
	return t
}

// queriesFor is what a terminal may be asked by its name: the Linux console and
// dumb terminals would show the queries, and Apple's the one for a mode.
func queriesFor(getenv func(string) string) string {
	switch name := getenv("TERM"); {
	case name == "", name == "dumb", name == "linux":
		return ""
	case getenv("TERM_PROGRAM") == "Apple_Terminal":
		return askColors + askPrimary
	default:
		return askVersion + askAttributes + askMode8 + askClusters + askColors + askPrimary
	}
}

// evidence is all that is known of a terminal.
type evidence struct {
	answers answers
	getenv  func(string) string
	prefer  func(Terminal) Terminal // nil for none
}

// terminal is the terminal by the first rule that the evidence meets.
func (e *evidence) terminal() Terminal {
	r, why := e.rule()
	t := r.terminal()
	t.Evidence, t.Version = why, e.version(r)
	if t.ID == "" {
		t.ID = e.id()
	}
	t.Foreground, t.Background = e.colors()
	if t.Graphics == NoGraphics {
		t.Graphics = e.answers.graphics()
	}
	t.Clusters, t.clustersStay = e.clusters(r)
	t.answers = e.answers.complete
	if r.off == bidiOff && e.answers.complete && e.answers.mode8 != 1 {
		// Nothing to switch: it does not know the mode, or has it reset.
		t.Off, t.On = "", ""
	}
	return t
}

// clusters tells whether a full-screen program's cells are clusters of characters, and
// whether any program's are: by mode 2027, or by what was measured where it says nothing.
func (e *evidence) clusters(r *rule) (full, always bool) {
	switch e.answers.clusters {
	case 1, 3:
		return true, true
	case 2:
		return true, false
	}
	whole := r.counts.areWhole()
	return whole, whole
}

// preferred is a terminal with its user's word on it.
func (e *evidence) preferred(t Terminal) Terminal {
	if e.prefer == nil {
		return t
	}
	return e.prefer(t)
}

// id tells a terminal that no rule knows from others by what it says.
func (e *evidence) id() string {
	id := "TERM=" + e.getenv("TERM")
	if e.answers.version != "" {
		id += ", XTVERSION " + e.answers.version
	}
	if e.answers.attributes != "" {
		id += ", DA2 " + e.answers.attributes
	}
	return id
}

// colors are the terminal's own, by its answer or, for the background, by
// COLORFGBG, which tells them as numbers of the palette: "15;0". mlterm says "default" there
// of a colour, whichever it is.
func (e *evidence) colors() (foreground, background rtl.Color) {
	foreground, background = e.answers.foreground, e.answers.background
	if background != 0 {
		return foreground, background
	}
	hint := e.getenv("COLORFGBG")
	switch hint[strings.LastIndexByte(hint, ';')+1:] {
	case "", "default":
		return foreground, 0
	case "7", "15":
		return foreground, rtl.RGB(0xff, 0xff, 0xff)
	default:
		return foreground, rtl.RGB(0, 0, 0)
	}
}

// rule is the first that the evidence meets, and by what it does. What a
// terminal says of itself goes before what the environment says of it, and names
// go before traits.
func (e *evidence) rule() (r *rule, why string) {
	for _, by := range []func(*rule) string{e.byVersion, e.byAttributes, e.byMode, e.byName, e.byVariables} {
		for i := range terminalRules {
			if why := by(&terminalRules[i]); why != "" {
				return &terminalRules[i], why
			}
		}
	}
	return &unknownRule, ""
}

func (e *evidence) byVersion(r *rule) string {
	if r.version == "" || !strings.HasPrefix(e.answers.version, r.version) {
		return ""
	}
	return fmt.Sprintf("XTVERSION %q", e.answers.version)
}

func (e *evidence) byAttributes(r *rule) string {
	if r.attributes == "" || !matchWildcard(r.attributes, e.answers.attributes) {
		return ""
	}
	return "DA2 " + e.answers.attributes
}

func (e *evidence) byMode(r *rule) string {
	if !r.mode8 || e.answers.mode8 != 1 && e.answers.mode8 != 2 {
		return ""
	}
	return fmt.Sprintf("DECRQM 8: %d", e.answers.mode8)
}

func (e *evidence) byName(r *rule) string {
	name := e.getenv("TERM")
	if r.term == "" || name != r.term && !strings.HasPrefix(name, r.term+"-") {
		return ""
	}
	return "TERM=" + name
}

func (e *evidence) byVariables(r *rule) string {
	if r.version != "" && e.answers.complete && e.answers.version == "" {
		return "" // it would have given its version: the variable is inherited
	}
	for _, v := range r.variables {
		name, want, exact := strings.Cut(v, "=")
		if got := e.getenv(name); got != "" && (!exact || got == want) {
			return name + "=" + got
		}
	}
	return ""
}

// matchWildcard is true where a text meets a pattern, in which * stands for digits.
func matchWildcard(pattern, text string) bool {
	for {
		before, after, star := strings.Cut(pattern, "*")
		rest, ok := strings.CutPrefix(text, before)
		if !ok {
			return false
		}
		if !star {
			return rest == ""
		}
		pattern, text = after, strings.TrimLeft(rest, "0123456789")
	}
}
