package epub

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"
)

// A file that a book names a thousand times is read once, in the order of the spine.
func TestFilesAreReadOnce(t *testing.T) {
	t.Parallel()
	const often = 1000
	var p publication
	err := xml.Unmarshal([]byte(`<package><manifest>`+strings.Repeat(`<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>`, often)+
		`<item id="b" href="b%20b.xhtml" media-type="application/xhtml+xml"/><item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest><spine>`+
		`<itemref idref="b"/>`+strings.Repeat(`<itemref idref="a"/>`, often)+`<itemref idref="n"/><itemref idref="none"/></spine></package>`), &p)
	if err != nil {
		t.Fatal(err)
	}
	want := []bookFile{{name: "text/b b.xhtml"}, {name: "text/a.xhtml"}}
	if got := p.reading("text"); !slices.Equal(got, want) {
		t.Errorf("it reads %v", got)
	}
}
