package articles

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Limits bound what an input may have us do: it is no one's but its sender's
// word that a small file is small. One that is reached is an [*InputError] whose
// reason is a [*LimitError]; what came before it has been read.
type Limits struct {
	Size     int64 // bytes of one file, in an archive or not; of JSON Lines, of one line
	Unpacked int64 // bytes of all that an archive holds
	Ratio    int64 // bytes unpacked for each byte packed, where they are over a megabyte
	Entries  int64 // files in an archive, articles in a feed or a list
	Nesting  int64 // archives within one another
	Text     int64 // bytes of a text that is one article
	Elements int64 // of one web page

	Picture  int64 // bytes of one picture
	Pictures int64 // bytes of all pictures of an article
	Pixels   int64 // of one picture, so that none takes all memory when it is shown
}

// DefaultLimits are more than any collection of articles has needed so far.
func DefaultLimits() Limits {
	return Limits{Size: 64 << 20, Unpacked: 4 << 30, Ratio: 200, Entries: 100_000, Nesting: 3, Text: 16 << 20, Elements: 200_000,
		Picture: 8 << 20, Pictures: 32 << 20, Pixels: 24 << 20}
}

// limit is a row of the table of limits.
type limit struct {
	name string
	of   func(*Limits) *int64
}

// The limits by their names.
const (
	SizeLimit     = "size"
	UnpackedLimit = "unpacked"
	RatioLimit    = "ratio"
	EntriesLimit  = "entries"
	NestingLimit  = "nesting"
	TextLimit     = "text"
	ElementsLimit = "elements"
	PictureLimit  = "picture"
	PicturesLimit = "pictures"
	PixelsLimit   = "pixels"
)

var inputLimits = []limit{
	{SizeLimit, func(l *Limits) *int64 { return &l.Size }},
	{UnpackedLimit, func(l *Limits) *int64 { return &l.Unpacked }},
	{RatioLimit, func(l *Limits) *int64 { return &l.Ratio }},
	{EntriesLimit, func(l *Limits) *int64 { return &l.Entries }},
	{NestingLimit, func(l *Limits) *int64 { return &l.Nesting }},
	{TextLimit, func(l *Limits) *int64 { return &l.Text }},
	{ElementsLimit, func(l *Limits) *int64 { return &l.Elements }},
	{PictureLimit, func(l *Limits) *int64 { return &l.Picture }},
	{PicturesLimit, func(l *Limits) *int64 { return &l.Pictures }},
	{PixelsLimit, func(l *Limits) *int64 { return &l.Pixels }},
}

// LimitNames are the names that [Limits.Set] knows.
func LimitNames() []string {
	names := make([]string, len(inputLimits))
	for i, l := range inputLimits {
		names[i] = l.name
	}
	return names
}

// Set raises or lowers a limit: "entries=200000", a size with K, M or G behind it
// in units of 1024.
func (l *Limits) Set(assignment string) error {
	name, value, ok := strings.Cut(assignment, "=")
	i := slices.IndexFunc(inputLimits, func(l limit) bool { return l.name == name })
	if !ok || i < 0 {
		return fmt.Errorf("%q: NAME=NUMBER, of %s", assignment, strings.Join(LimitNames(), ", "))
	}
	unit := int64(1)
	for i, letter := range []string{"K", "M", "G"} {
		if number, ok := strings.CutSuffix(value, letter); ok {
			value, unit = number, 1<<(10*(i+1))
		}
	}
	n, err := strconv.ParseInt(value, 10, 64)
	if err != nil || n < 1 || n > (1<<62)/unit {
		return fmt.Errorf("%q: a number above 0, with K, M or G behind it if need be", assignment)
	}
	*inputLimits[i].of(l) = n * unit
	return nil
}

// LimitError says which limit was reached.
type LimitError struct {
	Name  string
	Value int64
}

func (e *LimitError) Error() string { return fmt.Sprintf("%s=%d", e.Name, e.Value) }

// Over gives the error of reaching a limit.
func (l Limits) Over(name string) error {
	for _, row := range inputLimits {
		if row.name == name {
			return &LimitError{name, *row.of(&l)}
		}
	}
	panic("there is no limit " + name)
}
