package page

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"strings"

	glamour "charm.land/glamour/v2/ansi"
	"github.com/charmbracelet/x/ansi"

	"github.com/warraq/warraq/ui/rtl"
)

// painter has Glamour write text in the looks of [purposeTheme], and reads back what it
// wrote. The text has been through the door before, so that the only sequences
// in it are the painter's own.
type painter struct {
	styles  glamour.StyleConfig
	context glamour.RenderContext
	block   bytes.Buffer // what Glamour writes one text to
	out     bytes.Buffer // what has been written since spans were last taken
}

func newPainter() painter {
	s := glamourStyles(purposeTheme)
	return painter{styles: s, context: glamour.NewRenderContext(glamour.Options{Styles: s})}
}

// write has Glamour write text, as the text of a link where an address is given.
//
// The text is the prefix of an empty block, and not one of Glamour's elements: those can
// have templates, and templates find methods by their names, for which the linker would
// keep every method of every type in the program: three megabytes.
func (p *painter) write(s string, look primitive, address string) {
	if s == "" {
		return
	}
	if address != "" {
		look = mergeLooks(look, p.styles.LinkText)
	}
	look.Prefix = s
	block := glamour.BlockElement{Block: &p.block, Style: glamour.StyleBlock{StylePrimitive: look}}
	linked := isAddress(address)
	if linked {
		p.out.WriteString(ansi.SetHyperlink(address))
	}
	if err := block.Render(io.Discard, p.context); err != nil {
		panic(fmt.Sprintf("glamour: %v", err)) // a buffer never fails
	}
	p.out.Write(p.block.Bytes())
	if linked {
		p.out.WriteString(ansi.ResetHyperlink())
	}
	if err := block.Finish(io.Discard, p.context); err != nil { // which empties the buffer
		panic(fmt.Sprintf("glamour: %v", err))
	}
}

// isAddress tells whether an address can be followed: it can be read as one, and
// is more than a place within the page.
func isAddress(address string) bool {
	if address == "" {
		return false
	}
	u, err := url.Parse(address)
	return err == nil && "#"+u.Fragment != address
}

// take gives what has been written.
func (p *painter) take() []rtl.Span {
	spans := rtl.ParseANSI(p.out.String())
	p.out.Reset()
	return spans
}

// trimmed gives what has been written, without white space at the ends of its lines,
// its own start and end only where it is told so.
func (p *painter) trimmed(start, end bool) []rtl.Span {
	const space = " \t\n"
	spans := p.take()
	kept := spans[:0]
	starts := start // a line
	for _, s := range spans {
		if starts {
			s.Text = strings.TrimLeft(s.Text, space)
		}
		if s.Text != "" {
			kept = append(kept, s)
			starts = strings.HasSuffix(s.Text, hardBreak)
		}
	}
	for n := len(kept); n > 0 && end; n-- {
		if kept[n-1].Text = strings.TrimRight(kept[n-1].Text, space+hardBreak); kept[n-1].Text != "" {
			break
		}
		kept = kept[:n-1]
	}
	return kept
}

// look is one of Glamour's looks as a cell's style.
func (p *painter) look(look primitive) rtl.Style {
	p.write("x", look, "")
	return p.take()[0].Style
}
