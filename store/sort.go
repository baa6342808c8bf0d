package store

import (
	"strings"

	"github.com/warraq/warraq/articles/text"
)

// Sort is an order of a list.
type Sort uint8

// The orders. Articles that are alike in one are in that of their publication.
const (
	ByPublished Sort = iota // the newest first; where it is not known, when it came
	ByAdded                 // what came last first
	ByTitle                 // as a dictionary has them, in the order of the Arabic alphabet
	ByLength                // the longest text first
)

// sortOrder is how an order is had from the database.
type sortOrder struct {
	columns []string // of article a
	index   string   // that holds them, and all that filters ask for
	down    bool     // from the greatest, unless it is reversed
}

var sortOrders = map[Sort]sortOrder{
	ByPublished: {[]string{"newness"}, "article_listed", true},
	ByAdded:     {[]string{"added", "newness"}, "article_added", true},
	ByTitle:     {[]string{"title_order", "newness"}, "article_title_order", false},
	ByLength:    {[]string{"length", "newness"}, "article_length", true},
}

// by is what a list is ordered by.
func (f *Filter) by() string {
	if f.Begun {
		return begunOrder
	}
	o := sortOrders[f.Sort]
	way := ""
	if o.down != f.Reverse {
		way = " DESC"
	}
	return "a." + strings.Join(o.columns, way+", a.") + way
}

// behind is the condition that an article stands behind the one of a number in the
// order, and upTo that it does not.
func (f *Filter) behind() string { return f.compared(" <", " >") }
func (f *Filter) upTo() string   { return f.compared(" >=", " <=") }

// compared is the condition that an article stands so to the one of a number, by
// one sign where the order goes down and by another where it goes up.
func (f *Filter) compared(down, up string) string {
	o := sortOrders[f.Sort]
	sign := up
	if o.down != f.Reverse {
		sign = down
	}
	return "(a." + strings.Join(o.columns, ", a.") + ")" + sign +
		" (SELECT " + strings.Join(o.columns, ", ") + " FROM article WHERE num = ?)"
}

// titleOrderLetters is how much of a title's place in the order of titles is kept. Titles
// that are alike in all of these letters stand side by side.
const titleOrderLetters = 34

// titleOrder is the place of a title in the order of titles: bytes to be compared.
func titleOrder(title string) []byte {
	key, letters := text.WordKey(title), 0
	for at := range key {
		if letters++; letters > titleOrderLetters {
			key = key[:at]
			break
		}
	}
	return text.OrderKey(key)
}
