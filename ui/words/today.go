package words

// Today is said of the front page: the stories of the day, and what is of none.
type Today struct {
	Name, Kind string // of its tab
	Story      string // the kind of the tab of one story
	None       string // nothing came
	New        Noun   // articles, since one last looked
	Since      string // the day %s
	Others     string // of no section
}

func englishToday() Today {
	return Today{
		Name: "Today", Kind: "stories", Story: "story",
		None:  "Nothing has come in yet beside what Warraq brought along. Stories appear here once articles do.",
		New:   Noun{One: "1 new", Many: "new"},
		Since: "since %s", Others: "Other",
	}
}

func arabicToday() Today {
	return Today{
		Name: "اليوم", Kind: "قصص اليوم", Story: "قصة",
		None:  "لم يصل بعد غير ما جاء مع ورّاق. ستظهر هنا قصص اليوم حين تصل المقالات.",
		New:   Noun{One: "جديدة واحدة", Two: "جديدتان", Few: "%d جديدة", Many: "%d جديدة"},
		Since: "منذ %s", Others: "غير ذلك",
	}
}
