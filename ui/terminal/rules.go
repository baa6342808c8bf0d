package terminal

// rule is a row of the table: a terminal, how it is recognised, what it does,
// and what it is sent.
type rule struct {
	name string

	// What it answers. version starts its answer to XTVERSION; attributes
	// matches the parameters of its answer to DA2, in which * stands for any
	// digits; mode8 is true of any that knows mode 8, bi-directional support
	// (BDSM, ECMA-48), and says nothing else of itself.
	version    string
	attributes string
	mode8      bool
	// What the environment says. term starts TERM; each variable is a NAME or a
	// NAME=value.
	term      string
	variables []string

	does      string
	form      Form
	keepMarks bool
	graphics  Graphics // that it has whether it says so or not
	// counts is how many columns it counts; zero where that was not measured.
	counts Widths
	// off and on switch the reordering; unswitched is the form where they cannot.
	off, on    string
	unswitched Form

	source     Source // how it is known what it does
	measuredIn string // the version
	// release reads the version out of the number that stands for it in its answer to DA2
	// or in a variable; nil where there is none.
	release func(number string) string
}

// sumsOfParts is what was measured by the cursor's report in most of them.
var sumsOfParts = Widths{6, 4, 2, 1, 1, 2, 2, 1, 1}

// Source is how it is known what a terminal does.
type Source uint8

// The sources.
const (
	Guessed    Source = iota
	Documented        // by its documentation or its source code
	Measured          // in the real one
)

// Inside is TERM_PROGRAM for programs that "warraq run" shows.
const Inside = "warraq"

const (
	drawsAsSent    = "draws in the order sent"
	reordersRows   = "reorders rows"
	reordersStyles = "reorders runs of one style"

	// Mode 8 of ECMA-48: set, the terminal reorders; reset, it does not.
	bidiOff, bidiOn = "\x1b[8l", "\x1b[8h"
	// mlterm's own: without its complex text layout it neither reorders nor
	// joins.
	mltermOff, mltermOn = "\x1b]5379;use_ctl=false\a", "\x1b]5379;use_ctl=true\a"
)

// terminalRules is the table. The first row decides whose version matches; where none
// does, the first whose attributes do, then mode 8, then TERM, then the other
// variables. To add a terminal, add a row, and its answers to the test.
var terminalRules = []rule{
	{
		name: "warraq run", variables: []string{"TERM_PROGRAM=" + Inside},
		does: "lays rows out by itself", form: Logical, keepMarks: true, unswitched: Logical,
		source: Documented,
	},
	{
		name: "kitty", version: "kitty(", attributes: "1;4000;*", term: "xterm-kitty", variables: []string{"KITTY_WINDOW_ID"},
		does: "turns each run of letters in one font between blanks", form: Toggle,
		graphics: KittyGraphics,
		counts:   Widths{6, 2, 2, 2, 2, 2, 2, 1, 1},
		source:   Measured, measuredIn: "0.26.5",
	},
	{
		name: "konsole", version: "Konsole ", attributes: "1;115;0", variables: []string{"KONSOLE_VERSION"},
		does: reordersRows + ", apart at brackets, and joins letters once more", form: Marked, keepMarks: true,
		graphics: KittyGraphics,
		counts:   Widths{2, 2, 2, 1, 1, 2, 2, 1, 1},
		source:   Measured, measuredIn: "22.12.3", release: threePartRelease,
	},
	{
		name: "mlterm", attributes: "24;*;0", term: "mlterm", variables: []string{"MLTERM"},
		does: reordersRows + ", with a base direction by content, and joins letters", form: Visual, keepMarks: true,
		off: mltermOff, on: mltermOn, unswitched: Logical,
		counts: Widths{8, 4, 2, 1, 1, 2, 1, 1, 2},
		source: Measured, measuredIn: "3.9",
	},
	{
		name: "PuTTY", attributes: "0;136;0", term: "putty",
		does: reordersRows + ", with a base direction by content", form: Blank, keepMarks: true,
		counts: sumsOfParts,
		source: Measured, measuredIn: "pterm 0.78",
	},
	{
		name: "xterm.js", attributes: "0;276;0", variables: []string{"TERM_PROGRAM=vscode"},
		does: reordersStyles + " in its DOM renderer; nothing in the other", form: Alternate, keepMarks: true,
		counts: Widths{3, 2, 2, 1, 1, 2, 2, 1, 1},
		source: Measured, measuredIn: "6, both renderers",
	},
	{
		name: "qterminal", attributes: "0;115;0",
		does: reordersStyles + ", drops marks and format characters", form: Alternate,
		counts: sumsOfParts,
		source: Measured, measuredIn: "1.2",
	},
	{
		name: "VTE", attributes: "65;*;1", variables: []string{"VTE_VERSION"},
		does: reordersRows + ", with a left-to-right base, until mode 8 is reset", form: Visual, keepMarks: true,
		off: bidiOff, on: bidiOn, unswitched: Marked,
		counts: sumsOfParts,
		source: Measured, measuredIn: "0.70 (xfce4-terminal, gnome-terminal)", release: vteRelease,
	},
	{
		name: "XTerm", version: "XTerm(", attributes: "41;*;0", variables: []string{"XTERM_VERSION"},
		does: drawsAsSent, form: Visual, keepMarks: true,
		counts: sumsOfParts,
		source: Measured, measuredIn: "379",
	},
	{
		name: "foot", version: "foot(", attributes: "1;01*;0", term: "foot",
		does: drawsAsSent + "; a mark makes its letter vanish", form: Visual,
		counts: sumsOfParts,
		source: Measured, measuredIn: "1.13.1", release: threePartRelease,
	},
	{
		name: "terminology", version: "terminology ", attributes: "61;337;0", variables: []string{"TERMINOLOGY"},
		does: drawsAsSent + "; a mark takes a cell", form: Visual,
		counts: Widths{6, 4, 2, 1, 2, 3, 2, 2, 2},
		source: Measured, measuredIn: "1.13.0",
	},
	{
		name: "rxvt-unicode", attributes: "85;*;0", term: "rxvt",
		does: drawsAsSent, form: Visual, keepMarks: true,
		counts: Widths{6, 4, 2, 1, 1, 2, 2, 1, 2},
		source: Measured, measuredIn: "9.30",
	},
	{
		name: "zutty", attributes: "64;0;0", variables: []string{"ZUTTY_VERSION"},
		does: drawsAsSent + ", drops marks", form: Visual,
		counts: sumsOfParts,
		source: Measured, measuredIn: "0.14",
	},
	{
		name: "alacritty", term: "alacritty", variables: []string{"ALACRITTY_WINDOW_ID"},
		does: drawsAsSent + ", misplaces marks", form: Visual,
		counts: sumsOfParts,
		source: Measured, measuredIn: "0.11",
	},
	{
		name: "st", term: "st",
		does: drawsAsSent + ", drops marks", form: Visual,
		counts: Widths{6, 4, 2, 1, 1, 2, 2, 1, 2},
		source: Measured, measuredIn: "0.9",
	},
	{
		name: "WezTerm", version: "WezTerm ", variables: []string{"TERM_PROGRAM=WezTerm"},
		does: drawsAsSent + ", unless set to reorder", form: Visual, off: bidiOff, on: bidiOn, unswitched: Visual,
		graphics: ITerm2Images,
		source:   Documented,
	},
	{
		name: "mintty", version: "mintty ", attributes: "77;*;0", variables: []string{"TERM_PROGRAM=mintty"},
		does: reordersRows + " until mode 8 is reset", form: Visual, off: bidiOff, on: bidiOn, unswitched: Marked,
		graphics: ITerm2Images,
		source:   Documented,
	},
	{
		name: "Ghostty", version: "ghostty ", term: "xterm-ghostty", variables: []string{"GHOSTTY_RESOURCES_DIR"},
		does: drawsAsSent, form: Anchored,
		graphics: KittyGraphics,
		counts:   Widths{2, 2, 2, 2, 2, 2, 2, 1, 1},
		source:   Documented,
	},
	{
		name: "Windows Terminal", variables: []string{"WT_SESSION"},
		does: drawsAsSent, form: Anchored,
		source: Documented,
	},
	{
		name: "iTerm2", version: "iTerm2 ", variables: []string{"TERM_PROGRAM=iTerm.app", "LC_TERMINAL=iTerm2"},
		does: drawsAsSent + "; from 3.7 on it reorders rows", form: Anchored,
		graphics: ITerm2Images,
		source:   Documented,
	},
	{
		name: "Apple Terminal", variables: []string{"TERM_PROGRAM=Apple_Terminal"},
		does: reordersRows, form: Anchored,
		source: Guessed,
	},
	{
		name: "Linux console", term: "linux",
		does: drawsAsSent, form: Visual,
		source: Documented,
	},
	{
		name: "unknown, with mode 8", mode8: true,
		does: reordersRows + " until mode 8 is reset", form: Visual, off: bidiOff, on: bidiOn, unswitched: Marked,
		source: Guessed,
	},
}

// Known gives every terminal of the table, as it is when recognised.
func Known() []Terminal {
	known := make([]Terminal, 0, len(terminalRules)+1)
	for i := range terminalRules {
		known = append(known, terminalRules[i].terminal())
	}
	return append(known, unknownRule.terminal())
}

// terminal is one that a rule recognised.
func (r *rule) terminal() Terminal {
	return Terminal{
		Name: r.name, ID: r.name, drawer: r.name, Form: r.form, KeepMarks: r.keepMarks,
		Does: r.does, Source: r.source, MeasuredIn: r.measuredIn,
		Off: r.off, On: r.on, unswitched: r.unswitched, Graphics: r.graphics, Widths: r.counts,
	}
}

// unknownRule is what a terminal that no rule knows is sent: most draw what they
// are sent, and some lose letters that a mark is on. It is not anchored: some give an LRM
// a cell, or start a new row with one in the last column.
var unknownRule = rule{does: drawsAsSent, form: Visual, source: Guessed}
