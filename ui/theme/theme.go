// Package theme says how Warraq looks: what each colour is for, and which
// colour that is.
package theme

import "github.com/charmbracelet/colorprofile"

// Theme is a set of colours by their purpose. Each is "#rrggbb" or the number
// of a palette colour, the forms that Lip Gloss and Glamour take; "" is the
// terminal's own.
type Theme struct {
	Name string

	// Page is the background of everything, "" for the terminal's own.
	Page string
	// Ground is the page of a theme that leaves it to the terminal, where the
	// terminal's is not of the kind that the theme is for; see [Theme.On].
	Ground string
	For    Background

	Text    string // running text
	Muted   string // what is read second: sources, dates, captions
	Accent  string // headings, the focused border, numbers to press
	Title   string // the article's title
	Link    string
	Code    string
	Quote   string
	Mark    string // unread, bookmarked
	Border  string
	Warning string

	Selection     string // background of the selected row
	SelectionText string
	Marker        string // background of a highlighted passage
	MarkerText    string
	CodePanel     string // background of code
}

// On is the theme as it can be read on a terminal's background, which may not be
// known.
func (t Theme) On(b Background) Theme {
	if t.Page == "" && b != t.For {
		t.Page = t.Ground
	}
	return t
}

// Background is what is known of a terminal's.
type Background uint8

// The backgrounds.
const (
	UnknownBackground Background = iota
	Dark
	Light
)

// All are the themes that one can choose by name, the two that follow the
// terminal's background first.
func All() []Theme {
	return []Theme{Night(), Day(), Sepia(), Contrast(), Midnight(), Olive()}
}

// For is the theme for a terminal: by its background, of its own colours where it has but
// few, and of colours that can be read on any where its background is not known.
func For(b Background, profile colorprofile.Profile) Theme {
	switch {
	case profile < colorprofile.ANSI256:
		return paletteOn(b)
	case b == UnknownBackground:
		return Middle()
	case b == Light:
		return Day()
	default:
		return Night()
	}
}

// Night is the theme for a dark background.
func Night() Theme {
	return Theme{
		Name: "night", Ground: "#1e1f22", For: Dark,
		Text: "#d8d4cb", Muted: "#9a958a", Accent: "#e0a458", Title: "#f2ede3",
		Link: "#8fb8de", Code: "#b8d8a8", Quote: "#c9bfa8", Mark: "#e58a72",
		Border: "#5c574f", Warning: "#e8b04b",
		Selection: "#3a4048", SelectionText: "#f7f3ea", Marker: "#5c4a14", MarkerText: "#fdf6df", CodePanel: "#2a2c30",
	}
}

// Day is the theme for a light background.
func Day() Theme {
	return Theme{
		Name: "day", Ground: "#fbf9f4", For: Light,
		Text: "#2b2a27", Muted: "#67625a", Accent: "#8a4b08", Title: "#1b1a18",
		Link: "#1f5a94", Code: "#2f5d23", Quote: "#57503f", Mark: "#a8341c",
		Border: "#a39c8f", Warning: "#7a5200",
		Selection: "#dfe6ee", SelectionText: "#14130f", Marker: "#ffe27a", MarkerText: "#1b1a18", CodePanel: "#efece4",
	}
}

// Sepia is dark ink on old paper.
func Sepia() Theme {
	return Theme{
		Name: "sepia", Page: "#f2e7d0",
		Text: "#3d3020", Muted: "#6b5a42", Accent: "#7d3f10", Title: "#241a0e",
		Link: "#24557f", Code: "#3c5a26", Quote: "#5c4c35", Mark: "#98301a",
		Border: "#b7a482", Warning: "#6f4a00",
		Selection: "#e0cfa9", SelectionText: "#20160a", Marker: "#f3c64f", MarkerText: "#241a0e", CodePanel: "#e9dbbd",
	}
}

// Contrast is as much of it as there is: for tired and for weak eyes.
func Contrast() Theme {
	return Theme{
		Name: "contrast", Page: "#000000",
		Text: "#ffffff", Muted: "#d0d0d0", Accent: "#ffd400", Title: "#ffffff",
		Link: "#6fd3ff", Code: "#9dff9d", Quote: "#e6e6e6", Mark: "#ff9d7a",
		Border: "#a0a0a0", Warning: "#ffd400",
		Selection: "#ffffff", SelectionText: "#000000", Marker: "#ffd400", MarkerText: "#000000", CodePanel: "#1c1c1c",
	}
}

// Midnight is blue, and dim.
func Midnight() Theme {
	return Theme{
		Name: "midnight", Page: "#111826",
		Text: "#c6d0e0", Muted: "#8b98ae", Accent: "#7fb2f0", Title: "#e6edf8",
		Link: "#8fd0e8", Code: "#a8d8b0", Quote: "#b3bdd0", Mark: "#f0a08a",
		Border: "#46536b", Warning: "#e6c06a",
		Selection: "#26364f", SelectionText: "#f0f5fc", Marker: "#5a4d16", MarkerText: "#fdf6df", CodePanel: "#1a2334",
	}
}

// Olive is green on dark earth, as the leaves are at dusk.
func Olive() Theme {
	return Theme{
		Name: "olive", Page: "#1d2019",
		Text: "#d3d4bd", Muted: "#9c9e85", Accent: "#c2b04e", Title: "#eeeedb",
		Link: "#93c4ba", Code: "#b4cf86", Quote: "#c0bfa2", Mark: "#e59a70",
		Border: "#5a5e49", Warning: "#e0bb58",
		Selection: "#373d2b", SelectionText: "#f6f6e6", Marker: "#6b4a1e", MarkerText: "#fbf3dc", CodePanel: "#272b21",
	}
}

// Middle is the theme for a background that is not known: each of its colours is as far from
// black as from white.
func Middle() Theme {
	return Theme{
		Name:  "middle",
		Muted: "#757575", Accent: "#a96514", Link: "#3e78b5", Code: "#488334", Quote: "#867443",
		Mark: "#cd4834", Warning: "#9d6c0d", Border: "#757575", Marker: "#ffe27a", MarkerText: "#1b1a18",
	}
}

// Palette is the theme of the terminal's own colours, of those that can be read on a light
// and on a dark background, also where bold letters are in the brighter ones.
func Palette() Theme {
	return Theme{
		Name:   "palette",
		Accent: "5", Border: "8", Code: "5",
		Mark: "1", Warning: "1", Marker: "3", MarkerText: "0",
	}
}

// paletteOn is [Palette] with more of the colours where the background is known.
func paletteOn(b Background) Theme {
	t := Palette()
	switch b {
	case Dark:
		t.Accent, t.Code, t.Warning = "6", "2", "3"
	case Light:
		t.Accent = "4"
	case UnknownBackground:
	}
	return t
}
