package intake

import "testing"

// An entry's own word on its language counts before its feed's.
func TestFeedEntryLanguages(t *testing.T) {
	t.Parallel()
	// These letters are in Arabic, Persian and Urdu alike: only what is said
	// tells which it is.
	const neutral = "باد شمال بر دریا"
	atom := func(feed, entry, inside string) string {
		return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"` + feed + `><title>x</title>` +
			`<entry><title>` + neutral + ` اول</title><content type="html">` + neutral + `&nbsp;</content></entry>` +
			`<entry` + entry + `>` + inside + `<content type="html">&lt;p&gt;` + neutral + `&lt;br&gt;</content></entry></feed>`
	}
	rss := func(inside string) string {
		return `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>x</title><language>fa</language>` +
			`<item><title>` + neutral + `</title></item><item>` + inside + `</item></channel></rss>`
	}
	title := "<title>" + neutral + "</title>"
	for name, c := range map[string]struct{ feed, first, second string }{
		"Atom":                      {atom(` xml:lang="fa"`, ` xml:lang="ur-PK"`, title), "fa", "ur-PK"},
		"Atom, of the feed":         {atom(` xml:lang="fa"`, "", title), "fa", "fa"},
		"Atom, of the title":        {atom(` xml:lang="fa"`, "", `<title xml:lang="ur">`+neutral+"</title>"), "fa", "ur"},
		"Atom, with another feed":   {atom(` xml:lang="fa"`, ` xml:lang="ur"`, title+`<source xml:lang="ar"><title>y</title></source>`), "fa", "ur"},
		"Atom, Dublin Core":         {atom(` xml:lang="fa"`, "", title+"<dc:language>ur</dc:language>"), "fa", "ur"},
		"RSS, Dublin Core":          {rss(title + "<dc:language>ur</dc:language>"), "fa", "ur"},
		"RSS, of the title":         {rss(`<title xml:lang="ur">` + neutral + "</title>"), "fa", "ur"},
		"RSS, with a character set": {`<?xml version="1.0" encoding="windows-1256"?>` + rss(title+"<dc:language>ur</dc:language>"), "fa", "ur"},
		"RSS, none":                 {rss(title), "fa", "fa"},
		"RSS, what is no tag":       {rss(title + "<dc:language>-</dc:language>"), "fa", "fa"},
		"RDF": {`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
			`<channel><title>x</title><dc:language>fa</dc:language><items></items></channel><item>` + title + `</item><item>` + title + `<dc:language>ur</dc:language></item></rdf:RDF>`, "fa", "ur"},
		"JSON Feed": {`{"version":"https://jsonfeed.org/version/1.1","title":"x","language":"fa","items":[{"id":"1","content_text":"` + neutral + `"},{"id":"2","language":"ur","content_text":"` + neutral + `"}]}`, "fa", "ur"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Read("feed", []byte(c.feed))
			if err != nil || len(got) != 2 {
				t.Fatalf("%v, %d articles", err, len(got))
			}
			if got[0].Lang != c.first || got[1].Lang != c.second {
				t.Errorf("%q and %q, not %q and %q", got[0].Lang, got[1].Lang, c.first, c.second)
			}
		})
	}
}
