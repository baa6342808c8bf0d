// Package theme says how Warraq looks: what each colour is for, and which
// colour that is.
package theme

import "github.com/charmbracelet/colorprofile"

// Theme is a set of colours by their purpose. Each is "#rrggbb" or the number
// of a palette colour, the forms that Lip Gloss and Glamour take; "" is the
// terminal's own.
type Theme struct {
	Name string

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
	CodePanel     string // background of code
}

// Background is what is known of a terminal's.
type Background uint8

// The backgrounds.
const (
	UnknownBackground Background = iota
	Dark
	Light
)

// For is the theme for a terminal: by its background, and of its own colours
// where it has but few, or where its background is not known.
func For(b Background, profile colorprofile.Profile) Theme {
	switch {
	case profile < colorprofile.ANSI256, b == UnknownBackground:
		return Palette()
	case b == Light:
		return Day()
	default:
		return Night()
	}
}

// Night is the theme for a dark background.
func Night() Theme {
	return Theme{
		Name: "night",
		Text: "#d8d4cb", Muted: "#9a958a", Accent: "#e0a458", Title: "#f2ede3",
		Link: "#8fb8de", Code: "#b8d8a8", Quote: "#c9bfa8", Mark: "#e58a72",
		Border: "#5c574f", Warning: "#e8b04b",
		Selection: "#3a4048", SelectionText: "#f7f3ea", CodePanel: "#2a2c30",
	}
}

// Day is the theme for a light background.
func Day() Theme {
	return Theme{
		Name: "day",
		Text: "#2b2a27", Muted: "#67625a", Accent: "#8a4b08", Title: "#1b1a18",
		Link: "#1f5a94", Code: "#2f5d23", Quote: "#57503f", Mark: "#a8341c",
		Border: "#a39c8f", Warning: "#7a5200",
		Selection: "#dfe6ee", SelectionText: "#14130f", CodePanel: "#efece4",
	}
}

// Palette is the theme of the terminal's own colours, which fit its background
// whatever that is.
func Palette() Theme {
	return Theme{
		Name: "palette",
		Mark: "1", Warning: "5",
	}
}
