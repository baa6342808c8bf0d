package words

// Several is said of several articles that are changed together: most of it stands before
// how many they are.
type Several struct {
	Picked                                                    Noun // they are chosen in the list
	Removed, Archived, Unarchived, Unread, Bookmarked         string
	Unbookmarked                                              string
	AskTag, NewTag, Tagged, TaggedAll, Untagged, UntaggedAll  string // NewTag stands beside one that there is none of yet
	RemoveAll                                                 string // the title of the question which are to be deleted
	AskFirstTag                                               string // where there is no tag yet
	CanUndo                                                   string // how that is taken back
	AllListed, AllOfSection, AllOfSource, AllBundled, Nothing string // the answers, with a place for a name
}

func englishSeveral() Several {
	return Several{
		Picked:  Noun{One: "1 selected", Many: "selected"},
		Removed: "Deleted:", Archived: "Archived:", Unarchived: "Back in the lists:", Unread: "Marked as unread:",
		Bookmarked: "Bookmarked:", Unbookmarked: "Bookmarks removed:",
		AskTag: "Tag:", AskFirstTag: "First tag:", NewTag: "new", Tagged: "Tagged.", TaggedAll: "Tagged:", Untagged: "Tag removed.", UntaggedAll: "Tag removed from:",
		RemoveAll: "Delete which articles?", CanUndo: "Undo brings them back until you leave the reader.",
		AllListed: "All listed under %s", AllOfSection: "All of the section %s", AllOfSource: "All from %s",
		AllBundled: "All that came with Warraq", Nothing: "None",
	}
}

func arabicSeveral() Several {
	return Several{
		Picked:  Noun{One: "مقالة محددة", Two: "مقالتان محددتان", Few: "%d مقالات محددة", Many: "%d مقالة محددة"},
		Removed: "حُذفت:", Archived: "أُرشفت:", Unarchived: "عادت إلى القوائم:", Unread: "عُلّمت غير مقروءة:",
		Bookmarked: "وُضعت الإشارة على:", Unbookmarked: "رُفعت الإشارة عن:",
		AskTag: "الوسم:", AskFirstTag: "أول وسم:", NewTag: "جديد", Tagged: "وُسمت.", TaggedAll: "وُسمت:", Untagged: "رُفع الوسم.", UntaggedAll: "رُفع الوسم عن:",
		RemoveAll: "أي المقالات تُحذف؟", CanUndo: "التراجع يعيدها ما دمت في القارئ.",
		AllListed: "القائمة الحالية كلها (%s)", AllOfSection: "قسم %s كله", AllOfSource: "كل ما جاء من %s",
		AllBundled: "كل ما جاء مع ورّاق", Nothing: "لا شيء",
	}
}
