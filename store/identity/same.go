package identity

import (
	"strings"
	"time"
	"unicode"

	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// Bounds of sharing (see Shared) from which on texts count as nearly the same,
// and as versions of one text under one address.
const (
	nearlySame = 0.8
	oneStory   = 0.3
)

// SameByID tells whether two articles of one ID are the same.
func (in *Record) SameByID(here *Record) bool {
	return here.TitleKey == in.TitleKey && (in.Key == "" || here.Key == "")
}

// SameByGUID tells whether two articles that their feeds name alike are the same. The name
// alone says little: feeds give one to all that they carry, or to what comes every day.
func (in *Record) SameByGUID(here *Record) bool {
	sameTitle, sameAddress := in.baseTitle() == here.baseTitle(), in.Address != "" && in.Address == here.Address
	switch {
	case here.Key != "" || !in.isNamedTogether(here):
		return false
	case !in.Full || !here.Full:
		return sameTitle || sameAddress && !in.isOtherPart(here)
	case in.isEdition(here):
		return false
	case Shared(in.Body, here.Body) >= oneStory:
		return true
	}
	return !in.isOfAnotherDay(here) && (sameTitle || sameAddress && in.isTeaserBeside(here) && in.hasTitleLike(here))
}

// IsPageOf tells whether a page that was fetched for an article is its page, and not what
// a server gives in its place: a request to agree, to log in, or to pay.
func (in *Record) IsPageOf(here *Record) bool {
	return in.Full && (in.hasTitleLike(here) || Shared(in.Body, here.Body+"\n"+here.Summary) >= oneStory)
}

// isNamedTogether tells whether two articles of one GUID are named by one place: a name
// that is a number is that of many articles.
func (in *Record) isNamedTogether(here *Record) bool {
	return strings.Contains(in.GUID, ":") || in.SourceKey == here.SourceKey || siteOf(in.Address) != "" && siteOf(in.Address) == siteOf(here.Address)
}

// siteOf gives the host of an address as [Address] gives it.
func siteOf(address string) string {
	host, _, _ := strings.Cut(address, "/")
	return host
}

// isOfAnotherSite tells whether two articles have addresses, and of two sites: a reader who has
// both wants both.
func (in *Record) isOfAnotherSite(here *Record) bool {
	return in.Address != "" && here.Address != "" && siteOf(in.Address) != siteOf(here.Address)
}

// hasOtherGUID tells whether feeds name two articles, and by other names: not by one with the
// number of an edit behind it.
func (in *Record) hasOtherGUID(here *Record) bool {
	return in.GUID != "" && here.GUID != "" && in.GUID != here.GUID && withoutEdit(in.GUID) != withoutEdit(here.GUID)
}

// editNumber is the number of an edit, by which some papers have a name end.
var editNumber = pattern.New(`#[0-9]{1,2}$`)

func withoutEdit(guid string) string { return editNumber.ReplaceAllString(guid, "") }

// SameByAddress tells whether two articles of one address are the same. An address
// alone says little: what comes every day often has one, as its title is one.
func (in *Record) SameByAddress(here *Record) bool {
	switch {
	case in.Key != "" && here.Key != "":
		return false
	case !in.Full || !here.Full:
		return !in.hasOtherGUID(here) || in.baseTitle() == here.baseTitle() && !in.isOfAnotherDay(here)
	case in.isTeaserKnownTo(here):
		return true
	case in.isEdition(here), in.TitleKey != here.TitleKey && in.isOtherPart(here):
		return false
	case Shared(in.Body, here.Body) >= oneStory:
		return true
	case in.hasOtherGUID(here):
		return false
	}
	return !in.isOfAnotherDay(here) && (in.isTeaserBeside(here) && in.hasTitleLike(here) || isEditOf(in.Body, here.Body) ||
		in.baseTitle() == here.baseTitle() && (in.Published == "" || here.Published == "" || in.Published == here.Published))
}

// SameByTitle tells whether two articles of one title, that have no keys, are the same.
func (in *Record) SameByTitle(here *Record) bool {
	if in.SourceKey != here.SourceKey && in.SourceKey != "" && here.SourceKey != "" {
		return in.Full && here.Full && !in.isOfAnotherDay(here) && !in.isOfAnotherSite(here) && isCopy(in.Body, here.Body)
	}
	if in.Full && here.Full {
		return in.Body == here.Body && !in.isBulletinBeside(here) || !in.isOfAnotherDay(here) &&
			(Shared(in.Body, here.Body) >= nearlySame || in.isTellingTitle(here) && (in.isTeaserOfDay(here) || isEditOf(in.Body, here.Body)))
	}
	if in.hasOtherGUID(here) && in.isOfAnotherDay(here) {
		return false
	}
	return in.agreesInAddress(here)
}

// SameByText tells whether two articles whose texts have the same words, under other
// titles, are the same: one paper gave its article of one day another title.
func (in *Record) SameByText(here *Record) bool {
	return here.Full && in.SourceKey == here.SourceKey && in.SourceKey != "" && !in.isOfAnotherDay(here)
}

// isBulletinBeside tells what comes again and again under one title, at addresses of its
// own, from what was only sent again: it is of another day and of another address.
func (in *Record) isBulletinBeside(here *Record) bool {
	return in.Address != here.Address && in.Address != "" && here.Address != "" && in.isOfAnotherDay(here)
}

// isTellingTitle tells a title that is that of one article: it says more than of what kind that is,
// and neither the names nor the addresses of the two are others.
func (in *Record) isTellingTitle(here *Record) bool {
	const fewest = 3 // words
	return len(strings.Fields(in.TitleKey)) >= fewest && !in.hasOtherGUID(here) && in.agreesInAddress(here)
}

// isTeaserOfDay tells whether two texts of one paper and one day may be a text and its teaser.
func (in *Record) isTeaserOfDay(here *Record) bool {
	return in.SourceKey == here.SourceKey && in.SourceKey != "" && in.Published != "" && here.Published != "" && in.isTeaserBeside(here)
}

// agreesInAddress tells whether two articles may have one address: it is known of one of them at
// the most, or the same.
func (in *Record) agreesInAddress(here *Record) bool {
	return in.Address == here.Address || in.Address == "" || here.Address == ""
}

// isTeaserBeside tells whether one of two texts is so much shorter than the other that
// it can be its teaser.
func (in *Record) isTeaserBeside(here *Record) bool {
	short, long := countWords(in.Body), countWords(here.Body)
	if short > long {
		short, long = long, short
	}
	return 2*short <= long
}

// isTeaserKnownTo tells whether one of two texts of one title and day is a teaser such as the
// other has already for its summary.
func (in *Record) isTeaserKnownTo(here *Record) bool {
	short, long := in, here
	if len(in.Body) > len(here.Body) {
		short, long = here, in
	}
	return long.Summary != "" && in.baseTitle() == here.baseTitle() && !in.isOfAnotherDay(here) &&
		in.isTeaserBeside(here) && Shared(short.Body, long.Summary) >= oneStory
}

// isEdition tells what comes again and again under one title and address from what is
// only written anew: it is of another day, or of another name, and of another time where both are
// known, and its text is another, or the same but for the numbers.
func (in *Record) isEdition(here *Record) bool {
	apart := in.isOfAnotherDay(here) || in.hasOtherGUID(here) &&
		(in.Published == "" || here.Published == "" || in.baseTitle() == here.baseTitle() && in.Published != here.Published)
	return apart && in.Body != here.Body &&
		(Shared(in.Body, here.Body) < oneStory || text.WordKey(withoutNumbers(in.Body)) == text.WordKey(withoutNumbers(here.Body)))
}

// isOtherPart tells whether the addresses of two articles lead to two parts of one page,
// as of one that tells what happens as it does.
func (in *Record) isOtherPart(here *Record) bool {
	_, one, _ := strings.Cut(in.URL, "#")
	_, other, _ := strings.Cut(here.URL, "#")
	return one != "" && other != "" && one != other
}

func withoutNumbers(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsNumber(r) {
			return ' '
		}
		return r
	}, s)
}

// isOfAnotherDay tells whether two articles are of two days, and not only of two zones:
// what comes every day, such as what money is worth.
func (in *Record) isOfAnotherDay(here *Record) bool {
	const day, most = len(time.DateOnly), 18 * time.Hour
	if len(in.Published) < day || len(here.Published) < day || in.Published[:day] == here.Published[:day] {
		return false
	}
	return ParseTimestamp(in.Published).Sub(ParseTimestamp(here.Published)).Abs() >= most
}

// isCopy tells a text that another paper has taken over: nearly all of each is in
// the other, and it is long enough for that to be no chance.
func isCopy(a, b string) bool {
	const fewest = 20 // words
	short, long := countWords(a), countWords(b)
	if short > long {
		short, long = long, short
	}
	return short >= fewest && float64(short) >= nearlySame*float64(long) && Shared(a, b) >= nearlySame
}
