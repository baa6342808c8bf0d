package store

import (
	"slices"
	"strconv"
	"time"

	"github.com/warraq/warraq/articles/opml"
	"github.com/warraq/warraq/articles/text"
)

// wholeNames are the choices of [WholeTexts], as lists of feeds have them.
var wholeNames = []string{"auto", "always", "never"}

// String gives the name of a choice.
func (w WholeTexts) String() string { return wholeNames[w] }

// WholeTextsNames gives the names of all choices.
func WholeTextsNames() []string { return slices.Clone(wholeNames) }

// ParseWholeTexts gives the choice of a name.
func ParseWholeTexts(name string) (WholeTexts, bool) {
	i := slices.Index(wholeNames, name)
	return WholeTexts(max(i, 0)), i >= 0
}

// FeedOf makes a feed to follow of one in a list of feeds.
func FeedOf(in opml.Feed) Feed {
	f := Feed{Address: in.Address, Title: in.Title, Site: in.Site, Lang: in.Lang, FeedChoices: FeedChoices{Name: in.Name}}
	for _, name := range in.Folder {
		if name = text.CleanLine(name); name != "" {
			f.Folder = append(f.Folder, name)
		}
	}
	for _, a := range in.Attributes {
		number, err := strconv.Atoi(a.Value)
		good := err == nil && number >= 0
		switch whole, ok := ParseWholeTexts(a.Value); {
		case a.Name == opml.Own("whole") && ok:
			f.Whole = whole
		case a.Name == opml.Own("keep") && good:
			f.Keep = number
		case a.Name == opml.Own("days") && good:
			f.KeepDays = number
		case a.Name == opml.Own("minutes") && good:
			f.Every = time.Duration(number) * time.Minute
		default:
			f.Attributes = append(f.Attributes, a)
		}
	}
	return f
}

// OPML gives the feed as it stands in a list of feeds: without what is known of it from
// fetching, and without a password that its address may have.
func (f *Feed) OPML() opml.Feed {
	out := opml.Feed{
		Address: WithoutPassword(f.Address), Name: f.Name, Title: f.Title, Site: f.Site, Lang: f.Lang, Folder: f.Folder,
		Attributes: slices.Clone(f.Attributes),
	}
	own := func(name, value string) {
		out.Attributes = append(out.Attributes, opml.Attribute{Name: opml.Own(name), Value: value})
	}
	if f.Whole != WholeIfTeasers {
		own("whole", f.Whole.String())
	}
	if f.Keep > 0 {
		own("keep", strconv.Itoa(f.Keep))
	}
	if f.KeepDays > 0 {
		own("days", strconv.Itoa(f.KeepDays))
	}
	if f.Every > 0 {
		own("minutes", strconv.Itoa(int(f.Every/time.Minute)))
	}
	return out
}
