package export

import (
	_ "embed"
	"io"

	"github.com/warraq/warraq/articles"
)

//go:embed style.css
var stylesheetCSS string

// printStyle is how the page goes on paper: an article begins a sheet, no line of
// a paragraph stays alone, and a link shows where it leads.
const printStyle = `@page { size: A4; margin: 22mm 20mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  article { break-before: page; margin: 0; }
  h1, h2, h3, h4 { break-after: avoid; }
  p, li, blockquote { orphans: 3; widows: 3; }
  pre, table, .caption { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
  article p a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.8em; direction: ltr; unicode-bidi: isolate; overflow-wrap: anywhere; }
  .source a::after, .related { display: none; }
}
`

// HTML writes the articles as one page that needs no other file: contents, then
// the articles, with links between them, and no script.
func HTML(w io.Writer, s Shelf) error {
	p := printer{w: w}
	p.print("<!DOCTYPE html>\n<html lang=\"", escape(s.Labels.Lang), "\" dir=\"", s.Labels.dir(), "\">\n<head>\n<meta charset=\"utf-8\"/>\n",
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n",
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n",
		"<title>", escape(s.Labels.Title), "</title>\n<style>\n", stylesheetCSS, printStyle, "</style>\n</head>\n<body>\n",
		"<nav><h1>", escape(s.Labels.Title), "</h1>\n<h2>", escape(s.Labels.Contents), "</h2>\n<ol>\n")
	here := map[string]bool{}
	for _, c := range s.Cards {
		here[c.ID] = true
		p.print(`<li dir="auto"><a href="#a-`, escape(c.ID), `">`, escape(c.Title), "</a></li>\n")
	}
	p.print("</ol></nav>\n<main>\n")
	link := func(id string) string {
		if here[id] {
			return "#a-" + id
		}
		return ""
	}
	err := s.each(func(a articles.JSON) error {
		text, err := bodyRenderer{labels: s.Labels}.article(a, "a-"+a.ID+"-", link)
		if err != nil {
			return err
		}
		p.print(`<section id="a-`, escape(a.ID), "\">\n", text, "</section>\n")
		return p.failed()
	})
	if err != nil {
		return err
	}
	p.print("</main>\n</body>\n</html>\n")
	return p.failed()
}

// dir is the direction of the labels' language.
func (l Labels) dir() string {
	if l.Lang == "ar" {
		return "rtl"
	}
	return "ltr"
}
