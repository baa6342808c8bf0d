package reader

// action is something that a key does. Its name finds its words, and its keys in
// the settings.
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
	nextSide      action = "next-side"
	trail         action = "trail"
	follow        action = "follow"
	neighbours    action = "map"
	followLink    action = "link"
	showAddress   action = "address"
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
	copyQuote     action = "copy-quote"
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
	palette       action = "palette"
	welcome       action = "welcome"
	guide         action = "guide"
	settings      action = "settings"
	help          action = "help"
	shelves       action = "shelves"
	nextTab       action = "next-tab"
	previousTab   action = "previous-tab"
	order         action = "order"
	reverse       action = "reverse"
	nextUnread    action = "next-unread"
	allRead       action = "all-read"
	undo          action = "undo"
	choosePassage action = "select"
	highlight     action = "highlight"
	note          action = "note"
	notes         action = "notes"
	statistics    action = "statistics"
	pictures      action = "pictures"
	onePicture    action = "picture"
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
	keys     []string // as [keyboard.Names] gives them
}

// keyMap is every key of the reader as it is before anyone changes it, in the
// order in which the help shows them. The footer shows the first key of each that
// the keyboard has: with shift held down the Arabic, Persian and Hebrew layouts type
// brackets and slashes, which are bound to something else, so that some actions have
// another key as well.
var keyMap = []binding{
	{down, moving, []string{"down", "j"}},
	{up, moving, []string{"up", "k"}},
	{pageDown, moving, []string{"pgdown", "space"}},
	{pageUp, moving, []string{"pgup", "shift+space"}},
	{halfDown, moving, []string{"ctrl+d"}},
	{halfUp, moving, []string{"ctrl+u"}},
	{top, moving, []string{"home", "g"}},
	{bottom, moving, []string{"end", "G"}},

	{onward, going, []string{"enter", "left"}},
	{back, going, []string{"right", "esc", "backspace"}},
	{nextPane, going, []string{"tab"}},
	{previousPane, going, []string{"shift+tab"}},
	{openRelated, going, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}},
	{followLink, going, []string{"f"}},
	{showAddress, going, []string{"o"}},
	{nextSide, going, []string{"t"}},
	{findInArticle, going, []string{"ctrl+f"}},
	{nextHit, going, []string{"n"}},
	{previousHit, going, []string{"N"}},
	{earlier, going, []string{"["}},
	{later, going, []string{"]"}},
	{trail, going, []string{"ctrl+o"}},
	{neighbours, going, []string{"M"}},
	{nextUnread, going, []string{"."}},
	{nextTab, going, []string{"}", ">"}},
	{previousTab, going, []string{"{", "<"}},
	{shelves, going, []string{"s"}},
	{follow, going, []string{"L", "l"}},

	{bookmark, marking, []string{"b"}},
	{bookmarks, marking, []string{"B", "*"}},
	{toggleRead, marking, []string{"u"}},
	{choosePassage, marking, []string{"v"}},
	{highlight, marking, []string{"h"}},
	{note, marking, []string{"m"}},
	{notes, marking, []string{"H"}},
	{allRead, marking, []string{"A"}},
	{undo, marking, []string{"U"}},
	{copyParagraph, marking, []string{"y"}},
	{copyQuote, marking, []string{`"`}},
	{copyArticle, marking, []string{"Y"}},

	{alone, looking, []string{"z"}},
	{widen, looking, []string{"+", "="}},
	{narrow, looking, []string{"-"}},
	{justify, looking, []string{"J"}},
	{tashkeel, looking, []string{"T"}},
	{digits, looking, []string{"D", "d"}},
	{nextTheme, looking, []string{"C", "c"}},
	{pictures, looking, []string{"p"}},
	{onePicture, looking, []string{"P", "e"}},

	{filterList, general, []string{"/"}},
	{statistics, general, []string{"S"}},
	{order, general, []string{"O", "i"}},
	{reverse, general, []string{"R"}},
	{addArticles, general, []string{"a"}},
	{palette, general, []string{":", "ctrl+p"}},
	{settings, general, []string{","}},
	{guide, general, []string{"K"}},
	{welcome, general, nil},
	{nextForm, general, []string{"F", "w"}},
	{redraw, general, []string{"ctrl+l"}},
	{help, general, []string{"?"}},
	{quit, general, []string{"q", "Q", alwaysQuits}},
}

// spare are the keys of the map that stand in for others where a keyboard does not
// have those. Whoever chooses one for something else has it.
var spare = []string{"*", "Q", "c", "d", "e", "i", "l", "w"}

// alwaysQuits is the key that leaves the reader whatever else is changed.
const alwaysQuits = "ctrl+c"
