package office

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// The bounds of an XML document: how deep its elements are nested and how many
// nodes the part of it has that is held at once.
const (
	maxDepth = 200
	maxNodes = 1 << 20
)

// The errors of a document that goes beyond those bounds.
var (
	ErrDepth = fmt.Errorf("elements are nested more than %d deep", maxDepth)
	ErrNodes = fmt.Errorf("more than %d elements", maxNodes)
)

// Node is an element of XML with what it holds, or, where Name is "", a text.
type Node struct {
	Space, Name string // the namespace and the local name
	Text        string
	Children    []*Node
	attributes  []xml.Attr
}

// Attribute returns the value of the attribute with this local name, or "".
func (n *Node) Attribute(name string) string {
	for _, a := range n.attributes {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Child returns the first element of this name directly in the node, or nil.
func (n *Node) Child(name string) *Node {
	if n == nil {
		return nil
	}
	for _, c := range n.Children {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// Value returns the "val" attribute of the child of this name, and whether there
// is such a child.
func (n *Node) Value(name string) (string, bool) {
	c := n.Child(name)
	if c == nil {
		return "", false
	}
	return c.Attribute("val"), true
}

// Find returns the first element of this name anywhere in the node, or nil.
func (n *Node) Find(name string) *Node {
	for _, c := range n.Children {
		if c.Name == name {
			return c
		}
		if found := c.Find(name); found != nil {
			return found
		}
	}
	return nil
}

// String returns all text in the node.
func (n *Node) String() string {
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *Node) write(b *strings.Builder) {
	b.WriteString(n.Text)
	for _, c := range n.Children {
		c.write(b)
	}
}

// Decoder reads an XML document element by element. Entities that the document
// defines itself are not known, so that none can grow.
type Decoder struct {
	*xml.Decoder
	nodes int
}

// NewDecoder returns a decoder of XML that is in UTF-8, whatever it says that it
// is in.
func NewDecoder(r io.Reader) *Decoder {
	d := xml.NewDecoder(r)
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	d.Strict = false
	d.Entity = xml.HTMLEntity
	return &Decoder{Decoder: d}
}

// Each calls do with each element of the document that lies directly in one of
// these names, whole; the names are those of elements in which others lie. Other
// elements above them are passed through.
func (d *Decoder) Each(do func(parent string, n *Node) error, in ...string) error {
	parents, ended := []string{""}, false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) || err != nil && ended {
			return nil // what follows the document is not of it
		}
		if err != nil {
			return fmt.Errorf("reading the XML: %w", err)
		}
		switch t := token.(type) {
		case xml.EndElement:
			ended = len(parents) <= 2
			parents = parents[:max(len(parents)-1, 1)]
		case xml.StartElement:
			parent := parents[len(parents)-1]
			if !slices.Contains(in, parent) || slices.Contains(in, t.Name.Local) {
				if parents = append(parents, t.Name.Local); len(parents) > maxDepth {
					return ErrDepth
				}
				continue
			}
			n, err := d.Element(t)
			if err == nil {
				err = do(parent, n)
			}
			if err != nil {
				return err
			}
		}
	}
}

// Element returns the element that starts with a token, whole.
func (d *Decoder) Element(start xml.StartElement) (*Node, error) {
	d.nodes = 0
	return d.element(start, 0)
}

func (d *Decoder) element(start xml.StartElement, depth int) (*Node, error) {
	n := &Node{Space: start.Name.Space, Name: start.Name.Local, attributes: start.Attr}
	if depth > maxDepth {
		return nil, ErrDepth
	}
	for {
		if d.nodes++; d.nodes > maxNodes {
			return nil, ErrNodes
		}
		token, err := d.Token()
		if err != nil {
			return nil, fmt.Errorf("reading the XML: %w", err)
		}
		switch t := token.(type) {
		case xml.EndElement:
			return n, nil
		case xml.CharData:
			n.Children = append(n.Children, &Node{Text: string(t)})
		case xml.StartElement:
			child, err := d.element(t, depth+1)
			if err != nil {
				return nil, err
			}
			n.Children = append(n.Children, child)
		}
	}
}

// Parse returns the root element of a small document, such as a list of styles.
func Parse(data string) (*Node, error) {
	d := NewDecoder(strings.NewReader(data))
	for {
		token, err := d.Token()
		if err != nil {
			return nil, fmt.Errorf("reading the XML: %w", err)
		}
		if start, ok := token.(xml.StartElement); ok {
			return d.Element(start)
		}
	}
}

// Text returns an XML document as UTF-8: what is in UTF-16 says so by its first
// bytes.
func Text(data []byte) string {
	if bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF")) {
		if text, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data); err == nil {
			return string(text)
		}
	}
	return string(bytes.TrimPrefix(data, []byte("\uFEFF")))
}
