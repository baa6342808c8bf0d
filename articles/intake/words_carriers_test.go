package intake

import (
	"encoding/json"
	"html"
	"slices"
	"strings"
	"testing"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
)

// The main texts of generated pages in the formats that have a structure of their own: their
// blocks are written as each format writes them.

// madeBlock is a block of a main text: a paragraph, a heading, an item of a list, or the rows of a
// table.
type madeBlock struct {
	kind atom.Atom // P, H2, Li or Table
	text string
	rows [][]string
}

// madeBlocks are the elements that generated pages have blocks of.
var madeBlocks = strings.Fields("body p div h2 h3 ul ol li table tr td th blockquote pre figure figcaption dl dt dd details summary")

// blocksOf returns the blocks of a markup, in their order.
func blocksOf(t *testing.T, markup string) (all []madeBlock) {
	t.Helper()
	document, err := dom.Parse(strings.NewReader(markup))
	if err != nil {
		t.Fatal(err)
	}
	var walk func(n *dom.Node)
	walk = func(n *dom.Node) {
		if n.DataAtom == atom.Table {
			all = append(all, madeBlock{kind: atom.Table, rows: rowsOf(n)})
			return
		}
		var own strings.Builder
		flush := func() {
			kind := atom.P
			switch n.DataAtom {
			case atom.H2, atom.H3:
				kind = atom.H2
			case atom.Li:
				kind = atom.Li
			}
			if s := strings.Join(strings.Fields(own.String()), " "); s != "" {
				all = append(all, madeBlock{kind: kind, text: s})
			}
			own.Reset()
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			if child.Type == dom.ElementNode && slices.Contains(madeBlocks, child.Data) {
				flush()
				walk(child)
				continue
			}
			own.WriteString(lineOf(child))
		}
		flush()
	}
	for n := range document.Descendants() {
		if n.DataAtom == atom.Body {
			walk(n)
		}
	}
	return all
}

// lineOf returns the text in an element, where lines break at blanks.
func lineOf(n *dom.Node) string {
	if n.Type == dom.TextNode {
		return n.Data
	}
	if n.DataAtom == atom.Br {
		return " "
	}
	s := ""
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		s += lineOf(child)
	}
	if n.DataAtom == atom.Td || n.DataAtom == atom.Th || n.DataAtom == atom.Li {
		s += " "
	}
	return s
}

// rowsOf returns the texts of the cells of a table.
func rowsOf(table *dom.Node) (rows [][]string) {
	for n := range table.Descendants() {
		switch n.DataAtom {
		case atom.Tr:
			rows = append(rows, nil)
		case atom.Td, atom.Th:
			rows[len(rows)-1] = append(rows[len(rows)-1], strings.Join(strings.Fields(lineOf(n)), " "))
		}
	}
	return rows
}

// writeBlocks writes each block by its kind: a paragraph, a heading or an item of a list by a
// function of its text, a table by functions of cells and rows.
func writeBlocks(blocks []madeBlock, block map[atom.Atom]func(string) string, cell, row, table func(string) string) string {
	var b strings.Builder
	for _, one := range blocks {
		if one.kind != atom.Table {
			b.WriteString(block[one.kind](html.EscapeString(one.text)))
			continue
		}
		rows := ""
		for _, cells := range one.rows {
			line := ""
			for _, c := range cells {
				line += cell(html.EscapeString(c))
			}
			rows += row(line)
		}
		b.WriteString(table(rows))
	}
	return b.String()
}

// around returns a function that puts a text between two.
func around(before, behind string) func(string) string {
	return func(s string) string { return before + s + behind }
}

// structured put the blocks of a main text into formats with a structure of their own.
var structured = []struct {
	name string
	of   func(t *testing.T, title string, blocks []madeBlock) string
}{
	{"a.docx", func(t *testing.T, title string, blocks []madeBlock) string {
		p := around(`<w:p><w:r><w:t xml:space="preserve">`, `</w:t></w:r></w:p>`)
		text := writeBlocks(blocks, map[atom.Atom]func(string) string{
			atom.P: p, atom.H2: around(`<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t xml:space="preserve">`, `</w:t></w:r></w:p>`),
			atom.Li: around(`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">`, `</w:t></w:r></w:p>`),
		}, func(s string) string { return "<w:tc>" + p(s) + "</w:tc>" }, around("<w:tr>", "</w:tr>"), around("<w:tbl>", "</w:tbl>"))
		return zipOf(t,
			packedFile{name: "_rels/.rels", text: `<Relationships><Relationship Id="1" Type="x/officeDocument" Target="/word/document.xml"/></Relationships>`},
			packedFile{name: "word/document.xml", text: `<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>` + title + `</w:t></w:r></w:p>` + text + `</w:body></w:document>`})
	}},
	{"a.odt", func(t *testing.T, title string, blocks []madeBlock) string {
		p := around("<text:p>", "</text:p>")
		text := writeBlocks(blocks, map[atom.Atom]func(string) string{
			atom.P: p, atom.H2: around(`<text:h text:outline-level="2">`, "</text:h>"), atom.Li: around("<text:list><text:list-item><text:p>", "</text:p></text:list-item></text:list>"),
		}, func(s string) string { return "<table:table-cell>" + p(s) + "</table:table-cell>" }, around("<table:table-row>", "</table:table-row>"), around("<table:table>", "</table:table>"))
		return zipOf(t, packedFile{name: "mimetype", text: "application/vnd.oasis.opendocument.text"},
			packedFile{name: "content.xml", text: `<office:document-content` + openNames + `><office:body><office:text><text:h text:outline-level="1">` + title + `</text:h>` + text + `</office:text></office:body></office:document-content>`})
	}},
	{"a.fb2", func(_ *testing.T, title string, blocks []madeBlock) string {
		p := around("<p>", "</p>")
		text := writeBlocks(blocks, map[atom.Atom]func(string) string{atom.P: p, atom.H2: around("<subtitle>", "</subtitle>"), atom.Li: p},
			around("<td>", "</td>"), around("<tr>", "</tr>"), around("<table>", "</table>"))
		return `<?xml version="1.0"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><description><title-info><book-title>كتاب</book-title><lang>ar</lang></title-info></description><body><section><title><p>` + title + `</p></title>` + text + `</section></body></FictionBook>`
	}},
	{"a.epub", func(t *testing.T, title string, blocks []madeBlock) string {
		p := around("<p>", "</p>")
		text := writeBlocks(blocks, map[atom.Atom]func(string) string{atom.P: p, atom.H2: around("<h2>", "</h2>"), atom.Li: around("<ul><li>", "</li></ul>")},
			around("<td>", "</td>"), around("<tr>", "</tr>"), around("<table>", "</table>"))
		return zipOf(t, packedFile{name: "mimetype", text: "application/epub+zip"},
			packedFile{name: "META-INF/container.xml", text: `<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>`},
			packedFile{name: "b.opf", text: `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>كتاب</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`},
			packedFile{name: "a.xhtml", text: `<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>` + title + `</h1>` + text + `</body></html>`})
	}},
	{"a.xml", func(_ *testing.T, title string, blocks []madeBlock) string { // an export of WordPress
		p := around("", "\n\n")
		text := writeBlocks(blocks, map[atom.Atom]func(string) string{atom.P: p, atom.H2: around("<h2>", "</h2>\n"), atom.Li: around("<ul>\n<li>", "</li>\n</ul>\n")},
			around("<td>", "</td>\n"), around("<tr>\n", "</tr>\n"), around("<table>\n", "</table>\n\n"))
		return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>` + title + `</title><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><content:encoded><![CDATA[` + text + `]]></content:encoded></item></channel></rss>`
	}},
	{"result.json", func(t *testing.T, title string, blocks []madeBlock) string { // a channel of Telegram
		parts := []any{map[string]string{"type": "bold", "text": title}}
		for _, b := range blocks {
			parts = append(parts, "\n\n"+b.text)
			for _, cells := range b.rows {
				parts = append(parts, strings.Join(cells, " | ")+"\n")
			}
		}
		s, err := json.Marshal(map[string]any{"name": "قناة", "type": "public_channel", "id": 1, "messages": []any{map[string]any{"id": 1, "type": "message", "date": "2024-12-02T09:30:00", "text": parts}}})
		if err != nil {
			t.Fatal(err)
		}
		return string(s)
	}},
	{"WhatsApp Chat with صديق.txt", func(_ *testing.T, _ string, blocks []madeBlock) string {
		s := ""
		for _, b := range blocks {
			s += "02/12/2024, 09:31 - صديق: " + b.text
			for _, cells := range b.rows {
				s += strings.Join(cells, " | ") + "\n"
			}
			s = strings.TrimRight(s, "\n") + "\n"
		}
		return s
	}},
}

// Every word of a text is there, as often as it was, in whichever format with a structure of its own
// it came.
func TestWordsOfDocuments(t *testing.T) {
	t.Parallel()
	for seed := range *generatedPages {
		m := newPageMaker(seed + 1<<20)
		structure, form := mainTexts[seed%len(mainTexts)], structured[seed/len(mainTexts)%len(structured)]
		title, text := m.words(4), structure.of(m)
		blocks := blocksOf(t, text)
		list, errs := readAll(t, Options{Limits: articles.DefaultLimits()}, writeFiles(t, packedFile{name: form.name, text: form.of(t, title, blocks)})+"/"+form.name)
		if len(errs) > 0 || len(list) != 1 {
			t.Errorf("%s %d (%s): %d articles, %v", form.name, seed, structure.name, len(list), errs)
			continue
		}
		want := map[string]int{}
		for _, b := range blocks {
			for w, n := range wordsIn(html.EscapeString(b.text)) {
				want[w] += n
			}
			for _, cells := range b.rows {
				for w, n := range wordsIn(html.EscapeString(strings.Join(cells, " "))) {
					want[w] += n
				}
			}
		}
		got := wordsOf(list[0])
		for w, n := range want {
			if len([]rune(w)) > 2 && got[w] != n {
				t.Errorf("%s %d (%s): %s stands %d times, not %d\n%s", form.name, seed, structure.name, w, got[w], n, list[0].Body)
				break
			}
		}
	}
}
