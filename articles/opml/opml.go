// Package opml reads and writes lists of feeds as feed readers exchange them: OPML. What
// it reads it writes again: folders in folders, and attributes that it does not know.
package opml

import (
	"encoding/xml"
	"errors"
	"html"
	"io"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// Feed is a feed in a list.
type Feed struct {
	Address string
	Name    string // as the list's reader calls it
	Title   string // as it calls itself
	Site    string // the page that it is of
	Lang    string
	Folder  []string // the names of those that it is in, the outermost first
	// Attributes are all others that it has, in their order.
	Attributes []Attribute
}

// Attribute is one of an outline.
type Attribute struct{ Name, Value string }

// Attribute gives the value of one of the attributes, "" where there is none of that name.
func (f *Feed) Attribute(name string) string {
	for _, a := range f.Attributes {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// mostFolders is how many folders may stand in each other.
const mostFolders = 32

// Read reads a list and returns its feeds in their order, those that stand in several
// folders several times. An error is an [*articles.InputError], or several joined; the
// feeds beside it are those that could be read.
func Read(src *articles.Source) ([]Feed, error) {
	if !src.IsText() {
		return nil, src.Fail(0, articles.ErrBinary, src.NotText())
	}
	p := parser{src: src, d: xml.NewDecoder(strings.NewReader(src.Text()))}
	p.d.Strict = false
	p.d.Entity = xml.HTMLEntity
	p.d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is decoded
	for {
		token, err := p.d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			p.fail(articles.ErrDamaged, err)
			break
		}
		p.take(token)
	}
	if !p.isOPML && len(p.wrong) == 0 {
		return nil, src.Fail(0, articles.ErrNoFeeds, nil)
	}
	if len(p.open) > 0 && len(p.wrong) == 0 {
		p.fail(articles.ErrDamaged, nil)
	}
	if len(p.feeds) == 0 && len(p.wrong) == 0 {
		p.wrong = append(p.wrong, src.Fail(0, articles.ErrNoFeeds, nil))
	}
	return p.feeds, errors.Join(p.wrong...)
}

// parser is a list as far as it was read.
type parser struct {
	src    *articles.Source
	d      *xml.Decoder
	isOPML bool
	open   []string // the names of the outlines that are open, "" of feeds
	feeds  []Feed
	wrong  []error
}

func (p *parser) fail(kind, why error) {
	line, _ := p.d.InputPos()
	p.wrong = append(p.wrong, p.src.Fail(line, kind, why))
}

func (p *parser) take(token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		switch strings.ToLower(t.Name.Local) {
		case "opml":
			p.isOPML = true
		case "outline":
			p.outline(t.Attr)
		}
	case xml.EndElement:
		if strings.EqualFold(t.Name.Local, "outline") && len(p.open) > 0 {
			p.open = p.open[:len(p.open)-1]
		}
	}
}

// outline takes a feed, or opens a folder.
func (p *parser) outline(attributes []xml.Attr) {
	f, address := Feed{}, ""
	for _, a := range attributes {
		value := text.CleanLine(a.Value)
		switch name := strings.ToLower(a.Name.Local); {
		case a.Name.Space == "" && name == "xmlurl":
			address = value
		case a.Name.Space == "" && name == "text":
			f.Name = value
		case a.Name.Space == "" && name == "title":
			f.Title = value
		case a.Name.Space == "" && name == "htmlurl":
			f.Site = value
		case a.Name.Space == "" && name == "language":
			f.Lang = value
		case a.Name.Space == "" && name == "type" && strings.EqualFold(value, "rss"): // as all have
		case a.Name.Space == "" && value != "" && a.Name.Local != "xmlns":
			f.Attributes = append(f.Attributes, Attribute{a.Name.Local, value})
		case a.Name.Space == ownSpace && value != "":
			f.Attributes = append(f.Attributes, Attribute{ownSpace + ":" + a.Name.Local, value})
		}
	}
	if address == "" {
		if f.Name == "" {
			f.Name = f.Title
		}
		p.open = append(p.open, f.Name)
		return
	}
	p.open = append(p.open, "")
	for _, name := range p.open {
		if name != "" && len(f.Folder) < mostFolders {
			f.Folder = append(f.Folder, name)
		}
	}
	if f.Address = Address(address); f.Address == "" {
		p.fail(articles.ErrNoAddress, errors.New(address))
		return
	}
	if f.Name == f.Title || f.Name == f.Address {
		f.Name = "" // what stands there where nobody gave a name
	}
	p.feeds = append(p.feeds, f)
}

// Address gives the web address that is meant by one of a feed, which programs write with
// a scheme of its own or none; "" where it is none.
func Address(address string) string {
	address = strings.TrimSpace(html.UnescapeString(address))
	for _, scheme := range []string{"feed://", "feed:", "rss://"} {
		if len(address) > len(scheme) && strings.EqualFold(address[:len(scheme)], scheme) {
			address = address[len(scheme):]
			break
		}
	}
	switch {
	case strings.HasPrefix(address, "//"):
		address = "https:" + address
	case !strings.Contains(address, "://") && strings.Contains(address, "."):
		address = "https://" + address
	}
	if !articles.IsWebAddress(address) {
		return ""
	}
	return address
}

// ownSpace is the prefix of the attributes that Warraq has beside those of all programs.
const ownSpace = "warraq"

// Own gives the name of an attribute of Warraq's own.
func Own(name string) string { return ownSpace + ":" + name }

// Write writes a list under a title. Feeds and folders of one folder stand in the order in
// which they come first.
func Write(w io.Writer, title string, feeds []Feed) error {
	var b strings.Builder
	b.WriteString(xml.Header + `<opml version="2.0" xmlns:` + ownSpace + `="urn:warraq:feeds">` + "\n  <head>\n    <title>")
	escape(&b, title)
	b.WriteString("</title>\n  </head>\n  <body>\n")
	writeFolder(&b, feeds, 0)
	b.WriteString("  </body>\n</opml>\n")
	_, err := io.WriteString(w, b.String())
	return err //nolint:wrapcheck // who gave the writer knows what it is
}

// writeFolder writes the feeds of one folder, all of which are so deep.
func writeFolder(b *strings.Builder, feeds []Feed, depth int) {
	indent := strings.Repeat("  ", depth+2)
	var done []string
	for _, f := range feeds {
		if len(f.Folder) == depth {
			writeFeed(b, indent, &f)
			continue
		}
		name := f.Folder[depth]
		if slices.Contains(done, name) {
			continue
		}
		done = append(done, name)
		var in []Feed
		for _, other := range feeds {
			if len(other.Folder) > depth && other.Folder[depth] == name {
				in = append(in, other)
			}
		}
		b.WriteString(indent + "<outline")
		writeAttribute(b, "text", name)
		b.WriteString(">\n")
		writeFolder(b, in, depth+1)
		b.WriteString(indent + "</outline>\n")
	}
}

func writeFeed(b *strings.Builder, indent string, f *Feed) {
	b.WriteString(indent + "<outline")
	name := f.Name
	text.Fill(&name, f.Title)
	text.Fill(&name, f.Address)
	writeAttribute(b, "text", name)
	for _, a := range []Attribute{{"title", f.Title}, {"xmlUrl", f.Address}, {"htmlUrl", f.Site}, {"language", f.Lang}} {
		if a.Value != "" {
			writeAttribute(b, a.Name, a.Value)
		}
	}
	if f.Attribute("type") == "" {
		writeAttribute(b, "type", "rss")
	}
	for _, a := range f.Attributes {
		writeAttribute(b, a.Name, a.Value)
	}
	b.WriteString("/>\n")
}

func writeAttribute(b *strings.Builder, name, value string) {
	b.WriteString(" " + name + `="`)
	escape(b, value)
	b.WriteByte('"')
}

func escape(b *strings.Builder, s string) {
	_ = xml.EscapeText(b, []byte(s)) // a builder takes everything
}
