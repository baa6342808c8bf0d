package command

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles/bundled"
	"github.com/warraq/warraq/articles/opml"
	"github.com/warraq/warraq/articles/text"
)

// catalogueJSON is a feed of the catalogue as --json prints it.
type catalogueJSON struct {
	Title   string   `json:"title"`
	URL     string   `json:"url"`
	Lang    string   `json:"lang"`
	Section string   `json:"section"`
	Folder  []string `json:"folder"`
	Seen    string   `json:"seen"` // where the address was seen
	SeenOn  string   `json:"seen_on"`
}

func (e *env) feedCatalogue() *cobra.Command {
	var asJSON, asOPML bool
	var lang string
	c := &cobra.Command{
		Use:     "catalogue [WORD…]",
		Example: "  warraq feed catalogue\n  warraq feed catalogue مصر\n  warraq feed catalogue --language fa --opml | warraq feed import -",
		Args:    takesArgs(0, -1),
		RunE: func(c *cobra.Command, words []string) error {
			feeds, err := catalogueFeeds(words, lang)
			if err != nil {
				return err
			}
			e.notice(e.words.Feeds.Untried)
			switch {
			case asOPML:
				return e.writeFeeds(nil, feeds)
			case asJSON:
				out := make([]catalogueJSON, len(feeds))
				for i, f := range feeds {
					out[i] = catalogueJSON{cmp.Or(f.Name, f.Title, f.Address), f.Address, f.Lang, f.Attribute("category"), append([]string{}, f.Folder...), f.Attribute(opml.Own("seen")), f.Attribute(opml.Own("seenOn"))}
				}
				return e.writeJSON(out)
			}
			s, err := e.sheet(c.Context(), asFound())
			if err != nil {
				return err
			}
			for _, f := range feeds {
				if err := e.fields(s, cmp.Or(f.Name, f.Title, f.Address), strings.Join(f.Folder, " / "), f.Attribute("category"), f.Lang, f.Address); err != nil {
					return err
				}
			}
			return errors.Join(s.flush())
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "")
	c.Flags().BoolVar(&asOPML, "opml", false, "")
	c.Flags().StringVar(&lang, "language", "", "")
	return c
}

// catalogueFeeds gives the feeds of the catalogue that are of a language, "" for any, and have
// each of some words in what they are called, in their folder or in their section.
func catalogueFeeds(words []string, lang string) ([]opml.Feed, error) {
	feeds, err := bundled.Catalogue()
	return slices.DeleteFunc(feeds, func(f opml.Feed) bool {
		said := text.Key(strings.Join(append(slices.Clone(f.Folder), cmp.Or(f.Name, f.Title, f.Address), f.Attribute("category"), f.Address), " "))
		return lang != "" && !strings.EqualFold(f.Lang, lang) ||
			slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(said, text.Key(word)) })
	}), err
}
