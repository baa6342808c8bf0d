// Package looks is how articles and the panes around them look, as their reader chose: the
// settings that hold at once, their values, and what follows from a change of one.
//
// It knows no pane. A change says what is to be laid out or drawn anew ([Changed]), and the
// app sees to that.
package looks

import "slices"

// Looks are what one chooses of how articles look; the zero Looks are those that nobody has
// changed. The digits and whether lines are justified are among the options of the layout.
type Looks struct {
	Measure      int    // columns of the text at the most
	ThemeName    string // its name; "auto" follows the terminal's background
	HideTashkeel bool
	KeepShadda   bool   // where tashkeel is hidden
	Compact      bool   // the list shows each article in one row
	Preview      bool   // the article that the list has selected is shown beside it
	Follow       bool   // the list goes to the article that is opened from elsewhere
	Spacing      int    // free lines between paragraphs; with none they are indented
	Mouse        bool   // it is listened to: a terminal selects with shift held down then
	View         string // of articles: [CellView] or [PrintView]
	Pictures     string // how they are drawn: a way by its name, or by what the terminal can
	// ListWidth and RelatedWidth are the columns of the panes at the side where
	// there is room for them; 0 is by the width of the screen.
	ListWidth, RelatedWidth int
}

// The bounds of the measure, and its steps. A line of 66 characters is what
// typography holds to be read best.
const (
	DefaultMeasure = 66
	DefaultSpacing = 1
	MostSpacing    = 2
	leastMeasure   = 20
	mostMeasure    = 200
	measureStep    = 4
)

// The views of an article.
const (
	CellView  = "cells"
	PrintView = "print" // set pages, where the terminal shows pixels
)

// AutoTheme follows the terminal's background.
const AutoTheme = "auto"

// AutoPictures draws pictures by what the terminal can.
const AutoPictures = "auto"

// Default returns the looks of a reader who has chosen nothing.
func Default() Looks {
	return Looks{Measure: DefaultMeasure, Spacing: DefaultSpacing, ThemeName: AutoTheme, View: CellView, Pictures: AutoPictures, Mouse: true, Preview: true}
}

// tashkeelLevels are how much of tashkeel is shown, from all of it to nothing, by their
// names in the settings.
var tashkeelLevels = []string{"show", "shadda", "hide"}

// TashkeelLevels gives the names of how much of tashkeel can be shown.
func TashkeelLevels() []string { return slices.Clone(tashkeelLevels) }

// SetTashkeel chooses how much of tashkeel is shown.
func (l *Looks) SetTashkeel(level string) {
	l.HideTashkeel, l.KeepShadda = level != "show", level == "shadda"
}

// tashkeelLevel gives how much of tashkeel is shown.
func (l *Looks) tashkeelLevel() string {
	switch {
	case !l.HideTashkeel:
		return "show"
	case l.KeepShadda:
		return "shadda"
	default:
		return "hide"
	}
}
