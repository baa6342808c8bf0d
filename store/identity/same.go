package identity

import (
	"time"

	"warraq/articles/text"
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

// SameByAddress tells whether two articles of one address are the same.
func (in *Record) SameByAddress(here *Record) bool {
	if in.Key != "" && here.Key != "" {
		return false
	}
	return in.TitleKey == here.TitleKey || !in.Full || !here.Full || Shared(in.Body, here.Body) >= oneStory
}

// SameByTitle tells whether two articles of one title, that have no keys, are the same.
func (in *Record) SameByTitle(here *Record) bool {
	if in.SourceKey != here.SourceKey && in.SourceKey != "" && here.SourceKey != "" {
		return in.Full && here.Full && !in.isOfAnotherDay(here) && isCopy(in.Body, here.Body)
	}
	if in.Full && here.Full {
		return in.Body == here.Body || !in.isOfAnotherDay(here) && Shared(in.Body, here.Body) >= nearlySame
	}
	return in.Address == here.Address || in.Address == "" || here.Address == ""
}

// isOfAnotherDay tells articles that come every day, such as that on what money is
// worth: their titles are one, and their texts but for the numbers.
func (in *Record) isOfAnotherDay(here *Record) bool {
	const day = len(time.DateOnly)
	return len(in.Published) >= day && len(here.Published) >= day && in.Published[:day] != here.Published[:day]
}

// isCopy tells a text that another paper has taken over: nearly all of each is in
// the other, and it is long enough for that to be no chance.
func isCopy(a, b string) bool {
	const fewest = 20 // words
	short, long := len(text.Words(a)), len(text.Words(b))
	if short > long {
		short, long = long, short
	}
	return short >= fewest && float64(short) >= nearlySame*float64(long) && Shared(a, b) >= nearlySame
}
