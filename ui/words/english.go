package words

import "warraq/store"

// English gives the English words.
func English() *Words {
	return &Words{
		Lang:      "en",
		Direction: "ltr",

		Name: "Warraq",

		Comma: ", ",

		Articles:    "Articles",
		Article:     "Article",
		Related:     "Related",
		NoArticles:  "The library has no articles yet. Bring some in with: warraq add",
		NoMatch:     "No article matches.",
		NoBookmarks: "No bookmarks yet. Set one on an article with b",
		NoRelated:   "No related articles.",
		NothingOpen: "Choose an article from the list.",

		Card: "card",

		Filter:          "Search:",
		Palette:         "Command:",
		BookmarksOnly:   "Bookmarks only",
		BookmarkSet:     "Bookmarked.",
		BookmarkGone:    "Bookmark removed.",
		Arrived:         "%s came in.",
		DidYouMean:      "Did you mean %s?",
		MarkedRead:      "Marked as read.",
		MarkedUnread:    "Marked as unread.",
		NoEarlier:       "Nothing before this.",
		NoLater:         "Nothing after this.",
		NoSuchRelated:   "No article has that number.",
		CopiedParagraph: "Paragraph copied.", CopiedPassage: "Passage copied.",
		CopiedArticle: "Article copied.",
		NoWrite:       "What you did was not saved:",
		Form:          "Form of a line:",

		CardNote: "The text of this article is not here yet; this is what is known of it. Add a file that holds it to complete it here.",

		Help:       "Keys",
		Categories: [5]string{"Moving", "Going", "Marks", "Looks", "General"},
		Actions: map[string]string{
			"up": "line up", "down": "line down",
			"page-up": "page up", "page-down": "page down",
			"half-up": "half a page up", "half-down": "half a page down",
			"top": "top", "bottom": "bottom",
			"onward": "open, go on", "back": "back",
			"next-pane": "next pane", "previous-pane": "previous pane",
			"open-related": "open related", "next-side": "related, story, pointing here, read",
			"link": "follow a link in the text", "address": "the article's address", "trail": "the way here", "map": "a map of what is around", "follow": "the list follows the article or not",
			"earlier": "earlier in history", "later": "later in history",
			"bookmark": "bookmark", "read": "read or not", "bookmarks": "bookmarks only",
			"filter": "search", "add": "add", "find": "find in the article", "next-hit": "next hit", "previous-hit": "previous hit", "copy-paragraph": "copy the passage", "copy-article": "copy article",
			"widen": "wider text", "narrow": "narrower text", "justify": "justify or not", "tashkeel": "tashkeel or none",
			"digits": "next digits", "theme": "next theme", "alone": "the article alone",
			"form": "next form of a line", "redraw": "draw the screen again", "shelves": "parts of the library", "next-tab": "next tab", "previous-tab": "previous tab", "order": "next order", "reverse": "reverse the order",
			"next-unread": "next unread", "all-read": "mark all as read", "undo": "undo", "select": "select a passage", "highlight": "highlight the passage", "note": "write a note", "notes": "all notes", "statistics": "how much you read", "pictures": "show or hide the pictures", "picture": "a picture on the whole screen",
			"palette": "commands by name", "settings": "settings", "welcome": "the welcome again", "guide": "the guide", "help": "keys", "quit": "quit",
			"search": "search", "next-match": "next match", "previous-match": "previous match",
		},

		months: map[Months][12]string{EgyptianMonths: {"January", "February", "March", "April", "May", "June",
			"July", "August", "September", "October", "November", "December"}},
		calendar:    calendar{names: EgyptianMonths, hijri: englishHijri, era: " AH"},
		plural:      englishPlural,
		ArticleNoun: Noun{Zero: "no articles", One: "1 article", Many: "articles"},
		TakesNoun:   Noun{One: "1 minute", Many: "minutes"},
		LeftNoun:    Noun{Zero: "under a minute left", One: "1 minute left", Many: "minutes left"},
		UnreadNoun:  Noun{Zero: "all read", One: "1 unread", Many: "unread"},

		Outcomes: map[string]string{
			"new": "new", "filled": "filled in", "updated": "updated", "same": "there already",
		},
		Elsewhere: "The same story in:",
		Why: map[store.Why]string{
			store.WhyLinked:     "named by the article",
			store.WhyOnPage:     "on the same page",
			store.WhyNamed:      "named by the author",
			store.WhyReadAlso:   "“read also” in the text",
			store.WhyInText:     "linked in the text",
			store.WhyInBook:     "in the same book",
			store.WhyPointsHere: "names this article",
			store.WhyLinksHere:  "its text links to this",
			store.WhyElsewhere:  "the same story elsewhere",
			store.WhySameStory:  "the same story",
		},

		Sides: Sides{
			Names: [4]string{"Related", "The story in time", "Pointing here", "Read before"},
			None: [4]string{
				"Nothing is related: the article names no other, and none in the library shares enough names and words with it.",
				"The story does not go on here: no article in the library tells what came before it or after.",
				"No article in the library points at this one, neither in its text nor around it.",
				"Nothing was read before it yet. What you read is kept here, the last first.",
			},
			Relating: "The articles are still being compared; what is known of them appears here.",
			Here:     "here ▸", Session: "in this session", NoDay: "undated",
			Trail: "The way here", NoTrail: "You have not gone from one article to another yet.",
			Map: "Around the article", NoMap: "Nothing is around this article: none in the library is related to it.",
			AskLink: "Link number:", NoLinks: "There are no links in this article.", NoSuchLink: "No link has that number.",
			ThisLink: "This link leads to this very article.",
			Address:  "Address", NoAddress: "The address of this article is not known.",
			CardAway:    "The text of this article is not in the library; this is its address. Open it in the browser, save the page, then add its file to have it here.",
			CardNowhere: "The text of this article is not in the library, and its address is not known. Add a file that has the text to have it here.",
			Deeds:       [4]string{"Copy the address", "Open it in the browser", "Add the text from a file", "Leave it"},
			Copied:      "The address is copied.",
			Opened:      "The system was asked to open the address.", NotOpened: "The address was not opened: nothing here opens it. Copy it instead.",
		},

		Find: Find{Ask: "In the article:", Nothing: "There is nothing to look for yet. Ctrl+f starts.", NotThere: "Not in the article.", At: "Hit"},
		Shelves: Shelves{
			Title: "Parts of the library", Names: [3]string{"Articles", "Unread", "Bookmarks"},
			Kinds: [6]string{"all", "reading", "marks", "tag", "section", "source"},
			Order: "Order:", Orders: map[store.Sort][2]string{
				store.ByPublished: {"newest first", "oldest first"}, store.ByAdded: {"last added first", "first added first"},
				store.ByTitle: {"title", "title, reversed"}, store.ByLength: {"longest first", "shortest first"},
			},
			AllRead: "All are read.",
		},
		Undo: Undo{
			Nothing: "There is nothing to take back.", Marked: "Marked as read:",
			Done: map[store.Done]string{
				store.DoneRead: "Unread again.", store.DoneUnread: "Read again.",
				store.DoneBookmark: "The bookmark is gone again.", store.DoneUnbookmark: "The bookmark is back.",
				store.DoneTag: "The tag is gone again.", store.DoneUntag: "The tag is back.",
				store.DoneHighlight: "The highlight is gone again.", store.DoneUnhighlight: "The highlight is back.",
				store.DoneNote: "The note is as it was.", store.DoneRemove: "The article is back.",
			},
		},
		Statistics: Statistics{
			Title: "What you read in thirty days", Nothing: "No minute of reading has been counted yet. Time counts while an article has the keys.",
			Minutes: Noun{Zero: "nothing", One: "1 minute", Many: "minutes"}, In: " in ",
			Streak: Noun{One: "1 day in a row", Many: "days in a row"},
			Ago:    Noun{One: "1 day ago", Many: "days ago"}, Today: "today",
			BySection: "By section", BySource: "By source", Other: "other",
		},
		Notes: Notes{
			Title: "Notes and highlights", None: "There are no notes yet. The key h highlights the paragraph at the top of the pane, and m writes a note on it.",
			Ask: "Note:", Set: "The passage is highlighted.", Gone: "The highlight is gone.", Noted: "The note is kept.",
		},
		Pictures: Pictures{
			One: "picture", None: "This article came with no pictures.", Show: "%s shows the pictures", Hide: "%s hides them",
			Numbered: "picture %d of %d", Unreadable: "This picture is damaged and cannot be shown.",
		},
		Welcome: Welcome{
			Title:     "Welcome to Warraq",
			Reads:     "Does this line read right? It begins at the right, its letters join, and its full stop is at its end, at the left:",
			Otherwise: "If not, press F until it does; that is kept for this terminal. “warraq calibrate” asks about letters and marks as well.",
		},
		Looks: Looks{
			Settings: "Settings", KeptIn: "Kept in",
			Names: map[string]string{
				"lang": "language", "theme": "theme", "measure": "width of the text", "list-width": "width of the list", "related-width": "width of the related pane", "spacing": "between paragraphs", "justify": "justified",
				"direction": "direction of paragraphs", "form": "form of lines", "keyboard": "keyboard", "shape": "joined letters", "marks": "tashkeel in this terminal",
				"color": "use of colours", "welcome": "welcome at the start", "no-backups": "no daily copy", "plain": "one thing a line, no panes",
				"align": "edge of the lines", "tashkeel": "tashkeel", "digits": "digits", "months": "names of months", "hijri": "Hijri date", "pictures": "pictures", "mouse": "mouse", "follow": "the list follows the article",
			},
			Values: map[string]string{
				"true": "yes", "false": "no", "ar": "العربية", "en": "English",
				"show": "shown", "hide": "hidden",
				"spacing 0": "no line, but an indent", "spacing 1": "a line", "spacing 2": "two lines",
				"align auto": "by the language", "right": "right", "left": "left",
				"asis": "as written", "arabic": "٠١٢٣", "persian": "۰۱۲۳", "european": "0123",
				"egyptian": "of Egypt and the Gulf", "levantine": "of the Levant and Iraq",
				"moroccan": "of Morocco", "algerian": "of Algeria and Tunisia",
				"auto": "automatic", "always": "always", "never": "never", "basic": "with what every font has", "keep": "shown", "rtl": "from the right", "ltr": "from the left",
				"keyboard latin": "Latin", "keyboard arabic": "Arabic", "keyboard persian": "Persian", "keyboard urdu": "Urdu", "keyboard hebrew": "Hebrew", "keyboard arabic-mac": "Arabic (Macintosh)",
				"pictures auto": "by the terminal", "cells": "blocks of colour", "kitty": "kitty’s protocol", "iterm2": "iTerm2’s protocol", "sixel": "sixel",
				"list-width 0": "by the screen", "related-width 0": "by the screen",
				"theme auto": "by the terminal", "night": "night", "day": "day", "sepia": "sepia", "contrast": "high contrast",
				"midnight": "midnight", "olive": "olive",
			},
			Later:      "from the next start on",
			NoTashkeel: "This terminal does not show tashkeel.",
			NoThemes:   "This terminal has too few colours for themes.",
		},
		Intake: Intake{
			Ask: "Add a file, a folder, or pasted text:", Reading: "Reading…", Busy: "What came before is still being added.", Pasted: "the pasted text",
			Outcomes: map[store.Outcome]Noun{
				store.New:     {One: "1 article added", Many: "articles added"},
				store.Filled:  {One: "1 card filled in", Many: "cards filled in"},
				store.Updated: {One: "1 article updated", Many: "articles updated"},
				store.Same:    {One: "1 article was here", Many: "articles were here"},
			},
			Refused: Noun{One: "1 file refused", Many: "files refused"},
		},
		Progress: Progress{
			Rate: "%s, %d a second", Left: "%d%%, %s left",
			Relating:    "The new articles are compared with the others, once: %d of %d",
			Interrupted: "Interrupted. What was added (%s) is in the library; run the command again to go on.",
		},

		Errors:   englishErrors(),
		Pager:    englishPager(),
		Manual:   englishManual(),
		Terminal: englishTerminal(),
		Linear:   englishLinear(),
	}
}
