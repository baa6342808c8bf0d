package words

// Pager is what the pager says beside the words that it shares with the reader.
type Pager struct {
	Search              string // before what is searched for
	Searching           string
	NotAfter, NotBefore string // what was searched for is not there
	NoSearch            string // nothing was searched for yet
}

func arabicPager() Pager {
	return Pager{
		Search: "بحث:", Searching: "يبحث…",
		NotAfter: "لم يوجد فيما بعد.", NotBefore: "لم يوجد فيما قبل.",
		NoSearch: "لم تبحث عن شيء بعد. المفتاح / يبدأ البحث.",
	}
}

func englishPager() Pager {
	return Pager{
		Search: "Search:", Searching: "searching…",
		NotAfter: "Not found from here on.", NotBefore: "Not found before this.",
		NoSearch: "Nothing was searched for yet. The key / starts a search.",
	}
}
