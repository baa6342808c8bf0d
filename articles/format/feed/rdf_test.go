package feed

import (
	"testing"

	"github.com/warraq/warraq/articles"
)

// An entry in RDF that has no link is at what it is about, where that is an address.
func TestLinksInRDF(t *testing.T) {
	t.Parallel()
	for entry, want := range map[string]string{
		`<item rdf:about="https://d.example/n/1"><title>ع</title></item>`:                                                 "https://d.example/n/1",
		`<item rdf:about=" /n/1 "><title>ع</title></item>`:                                                                "https://d.example/n/1",
		`<item rdf:about="https://d.example/n/1"><title>ع</title><link>https://d.example/n/2</link></item>`:               "https://d.example/n/2",
		`<item rdf:about="urn:uuid:7"><title>ع</title></item>`:                                                            "",
		`<item><title>ع</title></item>`:                                                                                   "",
		`<!-- <item rdf:about="https://d.example/no"> --><item rdf:about="https://d.example/n/1"><title>ع</title></item>`: "https://d.example/n/1",
	} {
		data := `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://d.example/feed"><title>دفتر</title><link>https://d.example/</link></channel>` +
			`<item rdf:about="https://d.example/n/0"><title>قبله</title><link>https://d.example/n/9</link></item>` + entry + `</rdf:RDF>`
		list, _, err := read(t.Context(), articles.NewSource("a.rdf", []byte(data)))
		if err != nil || len(list) != 2 || list[0].URL != "https://d.example/n/9" || list[1].URL != want {
			t.Errorf("%s comes as %+v, want the address %q, %v", entry, list, want, err)
		}
	}
}
