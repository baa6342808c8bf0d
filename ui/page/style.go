package page

import (
	"cmp"

	glamour "charm.land/glamour/v2/ansi"

	"github.com/warraq/warraq/ui/theme"
)

type primitive = glamour.StylePrimitive

// glamourStyles turns a theme into the styles that Glamour takes. Only content has looks there: margins,
// prefixes and wrapping are the layout's. Nothing is italic: the scripts that
// are read here have no italics, and most italic fonts have none of their
// letters, so that several terminals show boxes.
func glamourStyles(t theme.Theme) glamour.StyleConfig {
	yes := true
	in := func(c string) primitive {
		if c == "" {
			return primitive{}
		}
		return primitive{Color: &c}
	}
	bold := func(c string) glamour.StyleBlock {
		p := in(c)
		p.Bold = &yes
		return glamour.StyleBlock{StylePrimitive: p}
	}
	first := bold(t.Title)
	first.Underline = &yes
	code := in(t.Code)
	if t.CodePanel != "" {
		code.BackgroundColor = &t.CodePanel
	}
	emphasis := in(t.Accent) // a line under Arabic crosses its dots and tails
	emphasis.Italic = &yes
	link := in(t.Link)
	link.Underline = &yes
	return glamour.StyleConfig{
		Paragraph:  glamour.StyleBlock{StylePrimitive: in(t.Text)},
		BlockQuote: glamour.StyleBlock{StylePrimitive: in(t.Quote)},
		H1:         first, H2: bold(t.Accent), H3: bold(t.Title), H4: bold(t.Quote),
		H5:             glamour.StyleBlock{StylePrimitive: in(t.Title)},
		H6:             glamour.StyleBlock{StylePrimitive: in(t.Muted)},
		Emph:           emphasis,
		Strong:         primitive{Bold: &yes},
		Strikethrough:  primitive{CrossedOut: &yes},
		HorizontalRule: in(t.Border),
		Enumeration:    in(t.Accent),
		Link:           link, LinkText: link,
		ImageText: in(t.Muted),
		Code:      glamour.StyleBlock{StylePrimitive: code},
		CodeBlock: glamour.StyleCodeBlock{StyleBlock: glamour.StyleBlock{StylePrimitive: code}},
	}
}

// headingLook returns the look of a heading of a level, and the sign before it. Where a terminal has
// no colours they still tell all levels apart.
func headingLook(s *glamour.StyleConfig, level int) (look primitive, sign string) {
	blocks := [...]glamour.StyleBlock{s.H1, s.H2, s.H3, s.H4, s.H5, s.H6}
	return blocks[level-1].StylePrimitive, [...]string{"", "", "◆", "◇", "◆", "◇"}[level-1]
}

// mergeLooks lays a look over the one around it and returns what both give: what the
// inner one leaves open is as in the outer one.
func mergeLooks(outer, inner primitive) primitive {
	return primitive{
		Color:           cmp.Or(inner.Color, outer.Color),
		BackgroundColor: cmp.Or(inner.BackgroundColor, outer.BackgroundColor),
		Bold:            cmp.Or(inner.Bold, outer.Bold),
		Italic:          cmp.Or(inner.Italic, outer.Italic),
		Underline:       cmp.Or(inner.Underline, outer.Underline),
		CrossedOut:      cmp.Or(inner.CrossedOut, outer.CrossedOut),
	}
}
