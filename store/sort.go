package store

import (
	"database/sql/driver"
	"fmt"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"modernc.org/sqlite"
)

// titleOrderBytes is how much of a title's place in the order of titles is kept:
// some thirty letters. Titles that are alike in all of these stand side by side.
const titleOrderBytes = 64

// collators make the places of titles; one works on one at a time. They look at
// letters alone, by CLDR's order for Arabic: marks, hamzas and capitals part no
// titles.
var collators = sync.Pool{New: func() any {
	return collate.New(language.Arabic, collate.Loose)
}}

// titleOrder is the place of a title in the order of titles: bytes to be compared.
// Those that begin with a number stand first, then those in Arabic letters, then
// the other alphabets; the collator by itself has Arabic behind Latin.
func titleOrder(title string) []byte {
	c, ok := collators.Get().(*collate.Collator)
	if !ok {
		panic("the pool holds collators alone")
	}
	defer collators.Put(c)
	var buffer collate.Buffer
	folded := foldedKey(title)
	first, _ := utf8.DecodeRuneInString(folded)
	script := byte(2)
	switch {
	case unicode.IsDigit(first):
		script = 0
	case unicode.Is(unicode.Arabic, first):
		script = 1
	}
	key := append([]byte{script}, c.KeyFromString(&buffer, folded)...)
	return key[:min(len(key), titleOrderBytes)]
}

// Migrations ask for the order of titles that are there.
var _ = func() bool {
	sqlite.MustRegisterDeterministicScalarFunction("warraq_title_order", 1,
		func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
			title, ok := args[0].(string)
			if !ok {
				return nil, fmt.Errorf("a title is a text, and not %T", args[0])
			}
			return titleOrder(title), nil
		})
	return true
}()
