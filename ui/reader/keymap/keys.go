// Package keymap says what the keys of the reader do: every action with its keys, as
// they are before anyone changes them and as a user chose them.
package keymap

// Action is something that a key does. Its name finds its words, and its keys in
// the settings.
type Action string

// The actions.
const (
	Up            Action = "up"
	Down          Action = "down"
	PageUp        Action = "page-up"
	PageDown      Action = "page-down"
	HalfUp        Action = "half-up"
	HalfDown      Action = "half-down"
	Top           Action = "top"
	Bottom        Action = "bottom"
	Onward        Action = "onward"
	Back          Action = "back"
	NextPane      Action = "next-pane"
	PreviousPane  Action = "previous-pane"
	OpenRelated   Action = "open-related"
	NextSide      Action = "next-side"
	Trail         Action = "trail"
	Follow        Action = "follow"
	Neighbours    Action = "map"
	Compare       Action = "compare"
	FollowLink    Action = "link"
	ShowAddress   Action = "address"
	Earlier       Action = "earlier"
	Later         Action = "later"
	Bookmark      Action = "bookmark"
	ToggleRead    Action = "read"
	Bookmarks     Action = "bookmarks"
	FilterList    Action = "filter"
	FindInArticle Action = "find"
	NextHit       Action = "next-hit"
	PreviousHit   Action = "previous-hit"
	AddArticles   Action = "add"
	Fetch         Action = "fetch"
	Feeds         Action = "feeds"
	CopyParagraph Action = "copy-paragraph"
	CopyQuote     Action = "copy-quote"
	CopyArticle   Action = "copy-article"
	NextForm      Action = "form"
	Redraw        Action = "redraw"
	Widen         Action = "widen"
	Narrow        Action = "narrow"
	Justify       Action = "justify"
	Tashkeel      Action = "tashkeel"
	Digits        Action = "digits"
	NextTheme     Action = "theme"
	Alone         Action = "alone"
	Palette       Action = "palette"
	Welcome       Action = "welcome"
	Guide         Action = "guide"
	Settings      Action = "settings"
	Help          Action = "help"
	Shelves       Action = "shelves"
	NextTab       Action = "next-tab"
	PreviousTab   Action = "previous-tab"
	Order         Action = "order"
	Reverse       Action = "reverse"
	NextUnread    Action = "next-unread"
	AllRead       Action = "all-read"
	Remove        Action = "remove"
	RemoveAll     Action = "remove-all"
	Archive       Action = "archive"
	Tags          Action = "tags"
	KeepSearch    Action = "keep-search"
	Pick          Action = "pick"
	PickUp        Action = "pick-up"
	PickDown      Action = "pick-down"
	Undo          Action = "undo"
	ChoosePassage Action = "select"
	Highlight     Action = "highlight"
	Note          Action = "note"
	Notes         Action = "notes"
	Statistics    Action = "statistics"
	Pictures      Action = "pictures"
	OnePicture    Action = "picture"
	Quit          Action = "quit"
)

// Category groups the actions in the help.
type Category uint8

// The categories, in the order in which the help shows them.
const (
	moving Category = iota
	going
	marking
	looking
	general
	Categories // their number
)

// Binding is a row of the key map.
type Binding struct {
	Action   Action
	Category Category
	Keys     []string // as [keyboard.Names] gives them
}

// Defaults is every key of the reader as it is before anyone changes it, in the
// order in which the help shows them. The footer shows the first key of each that
// the keyboard has: with shift held down the Arabic, Persian and Hebrew layouts type
// brackets and slashes, which are bound to something else, so that some actions have
// another key as well.
var Defaults = []Binding{
	{Down, moving, []string{"down", "j"}},
	{Up, moving, []string{"up", "k"}},
	{PageDown, moving, []string{"pgdown", "space"}},
	{PageUp, moving, []string{"pgup", "shift+space"}},
	{HalfDown, moving, []string{"ctrl+d"}},
	{HalfUp, moving, []string{"ctrl+u"}},
	{Top, moving, []string{"home", "g"}},
	{Bottom, moving, []string{"end", "G"}},

	{Onward, going, []string{"enter", "left"}},
	{Back, going, []string{"right", "esc", "backspace"}},
	{NextPane, going, []string{"tab"}},
	{PreviousPane, going, []string{"shift+tab"}},
	{OpenRelated, going, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}},
	{FollowLink, going, []string{"f"}},
	{ShowAddress, going, []string{"o"}},
	{NextSide, going, []string{"t"}},
	{FindInArticle, going, []string{"ctrl+f"}},
	{NextHit, going, []string{"n"}},
	{PreviousHit, going, []string{"N"}},
	{Earlier, going, []string{"["}},
	{Later, going, []string{"]"}},
	{Trail, going, []string{"ctrl+o"}},
	{Neighbours, going, []string{"M"}},
	{Compare, going, []string{"="}},
	{NextUnread, going, []string{"."}},
	{NextTab, going, []string{"}", ">"}},
	{PreviousTab, going, []string{"{", "<"}},
	{Shelves, going, []string{"s"}},
	{Follow, going, []string{"L", "l"}},

	{Bookmark, marking, []string{"b"}},
	{Bookmarks, marking, []string{"B", "*"}},
	{ToggleRead, marking, []string{"u"}},
	{ChoosePassage, marking, []string{"v"}},
	{Highlight, marking, []string{"h"}},
	{Note, marking, []string{"m"}},
	{Notes, marking, []string{"H"}},
	{AllRead, marking, []string{"A"}},
	{Tags, marking, []string{"#", "ctrl+t"}},
	{Remove, marking, []string{"x", "delete"}},
	{RemoveAll, marking, []string{"X"}},
	{Archive, marking, []string{"E", "ctrl+e"}},
	{Pick, marking, []string{"V", "insert"}},
	{PickDown, marking, []string{"shift+down"}},
	{PickUp, marking, []string{"shift+up"}},
	{Undo, marking, []string{"U"}},
	{CopyParagraph, marking, []string{"y"}},
	{CopyQuote, marking, []string{`"`}},
	{CopyArticle, marking, []string{"Y"}},

	{Alone, looking, []string{"z"}},
	{Widen, looking, []string{"+"}},
	{Narrow, looking, []string{"-"}},
	{Justify, looking, []string{"J"}},
	{Tashkeel, looking, []string{"T"}},
	{Digits, looking, []string{"D", "d"}},
	{NextTheme, looking, []string{"C", "c"}},
	{Pictures, looking, []string{"p"}},
	{OnePicture, looking, []string{"P", "e"}},

	{FilterList, general, []string{"/"}},
	{KeepSearch, general, []string{"W"}},
	{Statistics, general, []string{"S"}},
	{Order, general, []string{"O", "i"}},
	{Reverse, general, []string{"R"}},
	{AddArticles, general, []string{"a"}},
	{Fetch, general, []string{"r"}},
	{Feeds, general, []string{"ctrl+n"}},
	{Palette, general, []string{":", "ctrl+p"}},
	{Settings, general, []string{","}},
	{Guide, general, []string{"K"}},
	{Welcome, general, nil},
	{NextForm, general, []string{"F", "w"}},
	{Redraw, general, []string{"ctrl+l"}},
	{Help, general, []string{"?"}},
	{Quit, general, []string{"q", "Q", AlwaysQuits}},
}

// spare are the keys of the map that stand in for others where a keyboard does not
// have those: they are shown only there.
var spare = []string{"*", "Q", "c", "d", "e", "i", "l", "r", "w"}

// AlwaysQuits is the key that leaves the reader whatever else is changed.
const AlwaysQuits = "ctrl+c"
