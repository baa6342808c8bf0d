package page

import (
	"fmt"
	"strings"

	glamour "charm.land/glamour/v2/ansi"

	"github.com/warraq/warraq/ui/rtl"
)

// painter has Glamour write text in the looks of [purposeTheme], and reads back what it
// wrote. The text has been through the door before, so that the only sequences
// in it are Glamour's own.
type painter struct {
	styles  glamour.StyleConfig
	context glamour.RenderContext
	out     strings.Builder
}

func newPainter() painter {
	s := glamourStyles(purposeTheme)
	return painter{styles: s, context: glamour.NewRenderContext(glamour.Options{Styles: s})}
}

// write has Glamour write text, as the text of a link where an address is given.
func (p *painter) write(s string, look primitive, address string) {
	if s == "" {
		return
	}
	// Glamour takes a backslash for an escape; that of Markdown is done with.
	var e glamour.ElementRenderer = &glamour.BaseElement{Token: strings.ReplaceAll(s, `\`, `\\`), Style: look}
	if address != "" {
		e = &glamour.LinkElement{URL: address, Children: []glamour.ElementRenderer{e}, SkipHref: true}
	}
	if err := e.Render(&p.out, p.context); err != nil {
		// A strings.Builder never fails, and no look has a template that could.
		panic(fmt.Sprintf("glamour: %v", err))
	}
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
