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
	Root          Action = "root"
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
	Print         Action = "print"
	NextTheme     Action = "theme"
	Alone         Action = "alone"
	Compact       Action = "compact"
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
	Week          Action = "week"
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
	Listen        Action = "listen"
	Passage       Action = "passage"
	Quit          Action = "quit"
)

// Category groups the actions in the help.
type Category uint8

// The categories, in the order in which the help shows them.
const (
	movingKeys Category = iota
	goingKeys
	markKeys
	lookKeys
	generalKeys
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
	{Down, movingKeys, []string{"down", "j"}},
	{Up, movingKeys, []string{"up", "k"}},
	{PageDown, movingKeys, []string{"pgdown", "space"}},
	{PageUp, movingKeys, []string{"pgup", "shift+space"}},
	{HalfDown, movingKeys, []string{"ctrl+d"}},
	{HalfUp, movingKeys, []string{"ctrl+u"}},
	{Top, movingKeys, []string{"home", "g"}},
	{Bottom, movingKeys, []string{"end", "G"}},

	{Onward, goingKeys, []string{"enter", "left"}},
	{Back, goingKeys, []string{"right", "esc", "backspace"}},
	{NextPane, goingKeys, []string{"tab"}},
	{PreviousPane, goingKeys, []string{"shift+tab"}},
	{OpenRelated, goingKeys, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}},
	{FollowLink, goingKeys, []string{"f"}},
	{ShowAddress, goingKeys, []string{"o"}},
	{NextSide, goingKeys, []string{"t"}},
	{FindInArticle, goingKeys, []string{"ctrl+f"}},
	{NextHit, goingKeys, []string{"n"}},
	{PreviousHit, goingKeys, []string{"N"}},
	{Earlier, goingKeys, []string{"["}},
	{Later, goingKeys, []string{"]"}},
	{Trail, goingKeys, []string{"ctrl+o"}},
	{Neighbours, goingKeys, []string{"M"}},
	{Compare, goingKeys, []string{"="}},
	{Root, goingKeys, []string{"ctrl+r"}},
	{NextUnread, goingKeys, []string{"."}},
	{NextTab, goingKeys, []string{"}", ">"}},
	{PreviousTab, goingKeys, []string{"{", "<"}},
	{Shelves, goingKeys, []string{"s"}},
	{Week, goingKeys, []string{"0"}},
	{Follow, goingKeys, []string{"L", "l"}},

	{Bookmark, markKeys, []string{"b"}},
	{Bookmarks, markKeys, []string{"B", "*"}},
	{ToggleRead, markKeys, []string{"u"}},
	{ChoosePassage, markKeys, []string{"v"}},
	{Highlight, markKeys, []string{"h"}},
	{Note, markKeys, []string{"m"}},
	{Notes, markKeys, []string{"H"}},
	{AllRead, markKeys, []string{"A"}},
	{Tags, markKeys, []string{"#", "ctrl+t"}},
	{Remove, markKeys, []string{"x", "delete"}},
	{RemoveAll, markKeys, []string{"X"}},
	{Archive, markKeys, []string{"E", "ctrl+e"}},
	{Pick, markKeys, []string{"V", "insert"}},
	{PickDown, markKeys, []string{"shift+down"}},
	{PickUp, markKeys, []string{"shift+up"}},
	{Undo, markKeys, []string{"U"}},
	{CopyParagraph, markKeys, []string{"y"}},
	{CopyQuote, markKeys, []string{`"`}},
	{CopyArticle, markKeys, []string{"Y"}},

	{Listen, goingKeys, []string{"ctrl+s"}},
	{Passage, markKeys, []string{"!"}},

	{Alone, lookKeys, []string{"z"}},
	{Compact, lookKeys, []string{"Z", "I"}},
	{Widen, lookKeys, []string{"+"}},
	{Narrow, lookKeys, []string{"-"}},
	{Justify, lookKeys, []string{"J"}},
	{Tashkeel, lookKeys, []string{"T"}},
	{Digits, lookKeys, []string{"D", "d"}},
	{Print, lookKeys, []string{"ctrl+g"}},
	{NextTheme, lookKeys, []string{"C", "c"}},
	{Pictures, lookKeys, []string{"p"}},
	{OnePicture, lookKeys, []string{"P", "e"}},

	{FilterList, generalKeys, []string{"/"}},
	{KeepSearch, generalKeys, []string{"W"}},
	{Statistics, generalKeys, []string{"S"}},
	{Order, generalKeys, []string{"O", "i"}},
	{Reverse, generalKeys, []string{"R"}},
	{AddArticles, generalKeys, []string{"a"}},
	{Fetch, generalKeys, []string{"r"}},
	{Feeds, generalKeys, []string{"ctrl+n"}},
	{Palette, generalKeys, []string{":", "ctrl+p"}},
	{Settings, generalKeys, []string{","}},
	{Guide, generalKeys, []string{"K"}},
	{Welcome, generalKeys, nil},
	{NextForm, generalKeys, []string{"F", "w"}},
	{Redraw, generalKeys, []string{"ctrl+l"}},
	{Help, generalKeys, []string{"?"}},
	{Quit, generalKeys, []string{"q", "Q", AlwaysQuits}},
}

// spareKeys are the keys of the map that stand in for others where a keyboard does not
// have those: they are shown only there.
var spareKeys = []string{"*", "Q", "c", "d", "e", "i", "l", "r", "w"}

// AlwaysQuits is the key that leaves the reader whatever else is changed.
const AlwaysQuits = "ctrl+c"
