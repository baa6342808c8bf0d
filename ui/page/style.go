package page

import (
	glamour "charm.land/glamour/v2/ansi"

	"warraq/ui/theme"
)

// styles is a theme as Glamour takes it. Only content has looks there: margins,
// prefixes and wrapping are the layout's. Nothing is italic: the scripts that
// are read here have no italics, and most italic fonts have none of their
// letters, so that several terminals show boxes.
func styles(t theme.Theme) glamour.StyleConfig {
	yes := true
	color := func(c string) *string {
		if c == "" {
			return nil
		}
		return &c
	}
	primitive := func(c string) glamour.StylePrimitive { return glamour.StylePrimitive{Color: color(c)} }
	heading := func(c string, underline bool) glamour.StyleBlock {
		p := glamour.StylePrimitive{Color: color(c), Bold: &yes}
		if underline {
			p.Underline = &yes
		}
		return glamour.StyleBlock{StylePrimitive: p}
	}
	code := glamour.StylePrimitive{Color: color(t.Code), BackgroundColor: color(t.CodePanel)}
	link := glamour.StylePrimitive{Color: color(t.Link), Underline: &yes}
	chroma := &glamour.Chroma{
		Text: primitive(t.Text), Comment: primitive(t.Muted), Keyword: primitive(t.Accent),
		Name: primitive(t.Text), NameFunction: primitive(t.Link), LiteralString: primitive(t.Code),
		LiteralNumber: primitive(t.Mark), Operator: primitive(t.Quote), Punctuation: primitive(t.Quote),
	}
	return glamour.StyleConfig{
		Paragraph:  glamour.StyleBlock{StylePrimitive: primitive(t.Text)},
		BlockQuote: glamour.StyleBlock{StylePrimitive: primitive(t.Quote)},
		H1:         heading(t.Title, true), H2: heading(t.Accent, false), H3: heading(t.Title, false),
		H4: heading(t.Quote, false), H5: heading(t.Muted, false), H6: heading(t.Muted, false),
		Emph:           glamour.StylePrimitive{Underline: &yes},
		Strong:         glamour.StylePrimitive{Bold: &yes},
		Strikethrough:  glamour.StylePrimitive{CrossedOut: &yes},
		HorizontalRule: primitive(t.Border),
		Enumeration:    primitive(t.Accent),
		Link:           link, LinkText: link,
		ImageText: primitive(t.Muted),
		Code:      glamour.StyleBlock{StylePrimitive: code},
		CodeBlock: glamour.StyleCodeBlock{StyleBlock: glamour.StyleBlock{StylePrimitive: code}, Chroma: chroma},
	}
}
