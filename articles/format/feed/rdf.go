package feed

import (
	"encoding/xml"
	"slices"
	"strings"

	"github.com/mmcdole/gofeed"
)

// nameByAbout gives the entries of a feed in RDF (RSS 1.0) that have neither a link nor a GUID
// their rdf:about as one, which the parser passes over: an entry's own address, by the format.
func nameByAbout(list []*gofeed.Item, feed string) {
	unnamed := func(item *gofeed.Item) bool { return item.Link == "" && item.GUID == "" }
	if !slices.ContainsFunc(list, unnamed) {
		return
	}
	all := aboutsIn(feed)
	if len(all) != len(list) {
		return // the parser saw others
	}
	for i, item := range list {
		if unnamed(item) {
			item.GUID = all[i]
		}
	}
}

// aboutsIn returns the rdf:about of each entry of a feed in RDF, "" for one that has none.
func aboutsIn(feed string) (all []string) {
	d := xml.NewDecoder(strings.NewReader(feed))
	d.Strict = false
	for {
		token, err := d.RawToken()
		if err != nil {
			return all
		}
		if t, ok := token.(xml.StartElement); ok && t.Name.Local == "item" {
			about := ""
			for _, a := range t.Attr {
				if a.Name.Space == "rdf" && a.Name.Local == "about" {
					about = strings.TrimSpace(a.Value)
				}
			}
			all = append(all, about)
		}
	}
}
