package page

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/ui/rtl"
)

// referencePattern is what refers to a footnote, or defines it.
var referencePattern = pattern.New(`\[\^([^\[\]\s][^\[\]\n]*)\]:?`)

// pageFootnotes numbers the footnotes in the order in which the text refers to them,
// and gives them in it; those that it does not refer to come last.
func pageFootnotes(root ast.Node, source []byte) []*extast.Footnote {
	var list ast.Node
	for n := root.FirstChild(); n != nil && list == nil; n = n.NextSibling() {
		if n.Kind() == extast.KindFootnoteList {
			list = n
		}
	}
	if list == nil {
		return nil
	}
	defined := map[string]*extast.Footnote{}
	var all, out []*extast.Footnote
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		if f, ok := n.(*extast.Footnote); ok {
			all = append(all, f)
			if _, twice := defined[string(f.Ref)]; !twice {
				defined[string(f.Ref)] = f
			}
		}
	}
	take := func(f *extast.Footnote) {
		if f != nil && f.Index < 0 {
			out = append(out, f)
			f.Index = len(out)
		}
	}
	for _, m := range referencePattern.FindAllSubmatch(source, -1) {
		if !bytes.HasSuffix(m[0], []byte(":")) {
			take(defined[string(m[1])])
		}
	}
	for _, f := range all {
		take(f)
	}
	return out
}

// footnotes adds the footnotes under a rule.
func (b *builder) footnotes() {
	b.add(nil, b.follows, ruleBlock{b.look(b.styles.HorizontalRule)})
	widest := newSign(superscriptNumber(len(b.notes)), rtl.Style{}).width
	for _, note := range b.notes {
		marker := newSign(superscriptNumber(note.Index), b.look(b.styles.Enumeration))
		marker.width = widest
		b.item(note, leadingSigns{marker}, false)
	}
}

// superscriptNumber is a footnote's number.
func superscriptNumber(n int) string { return toSuperscript.Replace(strconv.Itoa(n)) }

var toSuperscript = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴",
	"5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")
