package reader

import (
	tea "charm.land/bubbletea/v2"

	"warraq/ui/keyboard"
)

// action is something that a key does. Its name finds its words and, later, its
// keys in the configuration.
type action string

const (
	up            action = "up"
	down          action = "down"
	pageUp        action = "page-up"
	pageDown      action = "page-down"
	halfUp        action = "half-up"
	halfDown      action = "half-down"
	top           action = "top"
	bottom        action = "bottom"
	onward        action = "onward"
	back          action = "back"
	nextPane      action = "next-pane"
	previousPane  action = "previous-pane"
	openRelated   action = "open-related"
	earlier       action = "earlier"
	later         action = "later"
	bookmark      action = "bookmark"
	toggleRead    action = "read"
	bookmarks     action = "bookmarks"
	filterList    action = "filter"
	findInArticle action = "find"
	nextHit       action = "next-hit"
	previousHit   action = "previous-hit"
	addArticles   action = "add"
	copyParagraph action = "copy-paragraph"
	copyArticle   action = "copy-article"
	nextForm      action = "form"
	redraw        action = "redraw"
	widen         action = "widen"
	narrow        action = "narrow"
	justify       action = "justify"
	tashkeel      action = "tashkeel"
	digits        action = "digits"
	nextTheme     action = "theme"
	alone         action = "alone"
	help          action = "help"
	quit          action = "quit"
)

// category groups the actions in the help.
type category uint8

const (
	moving category = iota
	going
	marking
	looking
	general
	categories // their number
)

// binding is a row of the key map.
type binding struct {
	action   action
	category category
	keys     []string // as Bubble Tea names them
	label    string   // how the footer and the help print them
}

// keyMap is every key of the reader, in the order in which the help shows them.
var keyMap = []binding{
	{down, moving, []string{"down", "j"}, "↓ j"},
	{up, moving, []string{"up", "k"}, "↑ k"},
	{pageDown, moving, []string{"pgdown", "space"}, "PgDn ␣"},
	{pageUp, moving, []string{"pgup", "shift+space"}, "PgUp"},
	{halfDown, moving, []string{"ctrl+d"}, "^d"},
	{halfUp, moving, []string{"ctrl+u"}, "^u"},
	{top, moving, []string{"home", "g"}, "Home g"},
	{bottom, moving, []string{"end", "G"}, "End G"},

	{onward, going, []string{"enter", "left"}, "⏎ ←"},
	{back, going, []string{"right", "esc", "backspace"}, "→ Esc"},
	{nextPane, going, []string{"tab"}, "Tab"},
	{previousPane, going, []string{"shift+tab"}, "⇧Tab"},
	{openRelated, going, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, "1–9"},
	{findInArticle, going, []string{"ctrl+f"}, "^f"},
	{nextHit, going, []string{"n"}, "n"},
	{previousHit, going, []string{"N"}, "N"},
	{earlier, going, []string{"["}, "["},
	{later, going, []string{"]"}, "]"},

	{bookmark, marking, []string{"b"}, "b"},
	{bookmarks, marking, []string{"B"}, "B"},
	{toggleRead, marking, []string{"u"}, "u"},
	{copyParagraph, marking, []string{"y"}, "y"},
	{copyArticle, marking, []string{"Y"}, "Y"},

	{alone, looking, []string{"z"}, "z"},
	{widen, looking, []string{"+", "="}, "+"},
	{narrow, looking, []string{"-"}, "-"},
	{justify, looking, []string{"J"}, "J"},
	{tashkeel, looking, []string{"T"}, "T"},
	{digits, looking, []string{"D"}, "D"},
	{nextTheme, looking, []string{"C"}, "C"},

	{filterList, general, []string{"/"}, "/"},
	{addArticles, general, []string{"a"}, "a"},
	{nextForm, general, []string{"F"}, "F"},
	{redraw, general, []string{"ctrl+l"}, "^l"},
	{help, general, []string{"?"}, "?"},
	{quit, general, []string{"q", "ctrl+c"}, "q"},
}

// bound finds the action of a key press, whichever of the known layouts the
// keyboard is on, and the key's Latin name.
func bound(press tea.KeyPressMsg) (action, string) {
	for candidate := range keyboard.Names(press) {
		for _, b := range keyMap {
			for _, k := range b.keys {
				if k == candidate {
					return b.action, k
				}
			}
		}
	}
	return "", press.String()
}
