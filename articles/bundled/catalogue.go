package bundled

import (
	_ "embed"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/opml"
)

// catalogueFile is a list of the feeds of papers and agencies.
//
//go:embed catalogue.opml
var catalogueFile []byte

// Catalogue returns the feeds of papers and agencies that are written from right to left:
// Arabic, Persian, Urdu, Hebrew and Sorani, in folders by language and by country or
// subject, each with its section (the attribute "category"). None of their addresses has
// been tried: an attribute of Warraq's own ([opml.Own] of "seen") says in which public
// code or list each was seen and what that says of it, and another ("seenOn") on which
// day. Who shows them says so too.
func Catalogue() ([]opml.Feed, error) {
	feeds, err := opml.Read(articles.NewSource("catalogue.opml", catalogueFile))
	if err != nil {
		return nil, fmt.Errorf("the catalogue of feeds: %w", err)
	}
	return feeds, nil
}
