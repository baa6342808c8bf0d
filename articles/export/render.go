package export

import (
	"bytes"
	"fmt"
	"html"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	gmhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/warraq/warraq/articles"
)

// bodyRenderer turns articles into XHTML, which is also HTML.
type bodyRenderer struct {
	labels Labels
	// picture gives the address of a picture that came with an article by its name, ""
	// where it is not written; a nil one writes none.
	picture func(name string) string
}

// article is an article with its head, its captions and its related ones. link
// gives the address of another article, "" for one that is not here; prefix keeps
// its IDs apart from those of other articles on the page.
func (b bodyRenderer) article(a articles.JSON, prefix string, link func(id string) string) (string, error) {
	var out strings.Builder
	fmt.Fprintf(&out, "<article%s>\n", b.direction(a))
	if a.Section != "" {
		fmt.Fprintf(&out, "<p class=\"section\">%s</p>\n", escape(a.Section))
	}
	fmt.Fprintf(&out, "<h1>%s</h1>\n", escape(a.Title))
	if line := b.byline(a); line != "" {
		fmt.Fprintf(&out, "<p class=\"byline\">%s</p>\n", line)
	}
	if a.Summary != "" {
		fmt.Fprintf(&out, "<p class=\"summary\">%s</p>\n", escape(a.Summary))
	}
	if err := b.body(&out, a, prefix); err != nil {
		return "", err
	}
	if address := safeAddress(a.URL); address != "" {
		fmt.Fprintf(&out, "<p class=\"source\">%s <a href=\"%s\" dir=\"ltr\">%s</a></p>\n", escape(b.labels.Source), escape(address), escape(a.URL))
	}
	b.related(&out, a.Related, link)
	out.WriteString("</article>\n")
	return leftToRight.Replace(validXML(out.String())), nil
}

// leftToRight has code run from the left. Text is escaped: what looks like these
// tags is them.
var leftToRight = strings.NewReplacer("<pre><code", `<pre dir="ltr"><code`, "<code", `<code dir="ltr"`)

// direction gives the attributes of an article's language and direction.
func (b bodyRenderer) direction(a articles.JSON) string {
	dir := string(a.Direction)
	if dir == "" {
		dir = "auto"
	}
	attributes := fmt.Sprintf(` dir="%s"`, dir)
	if isTag(a.Lang) {
		attributes = fmt.Sprintf(` lang="%[1]s" xml:lang="%[1]s"`, a.Lang) + attributes
	}
	return attributes
}

// tagPattern is the shape of a BCP 47 tag, well-formed as far as readers check it.
var tagPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
})

func isTag(lang string) bool { return tagPattern().MatchString(lang) }

func (b bodyRenderer) byline(a articles.JSON) string {
	var parts []string
	for _, s := range []string{a.Source, a.Place, a.Author} {
		if s != "" {
			parts = append(parts, "<bdi>"+escape(s)+"</bdi>")
		}
	}
	if day, ok := publicationDay(a); ok {
		parts = append(parts, fmt.Sprintf(`<time datetime="%s">%s</time>`, day.Format("2006-01-02"), escape(b.labels.Date(day))))
	}
	return strings.Join(parts, " · ")
}

func (b bodyRenderer) related(out *strings.Builder, related []articles.RelatedJSON, link func(id string) string) {
	if len(related) == 0 {
		return
	}
	fmt.Fprintf(out, "<nav class=\"related\"><h2>%s</h2>\n<ul>\n", escape(b.labels.Related))
	for _, r := range related {
		title := escape(r.Title)
		if to := link(r.ID); to != "" {
			title = fmt.Sprintf(`<a href="%s">%s</a>`, escape(to), title)
		}
		fmt.Fprintf(out, "<li dir=\"auto\">%s</li>\n", title)
	}
	out.WriteString("</ul>\n</nav>\n")
}

// tooDeep finds the signs of quotes and lists that lie 64 deep in each other. What
// is deeper is text: it would take time that grows with its square, and readers of
// books nest no deeper.
var tooDeep = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^((?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t]+)){64}[ \t]*)`)
})

// body renders the Markdown, a block at a time, with the captions between them.
func (b bodyRenderer) body(out *strings.Builder, a articles.JSON, prefix string) error {
	md := goldmark.New(
		goldmark.WithExtensions(
			extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignStyle)),
			extension.Strikethrough, extension.Linkify, extension.DefinitionList,
			extension.NewFootnote(extension.WithFootnoteIDPrefix(prefix)),
		),
		goldmark.WithRendererOptions(gmhtml.WithXHTML(),
			renderer.WithNodeRenderers(util.Prioritized(harmless{b.picture}, 1))),
	)
	source := []byte(tooDeep().ReplaceAllString(a.Body, `$1\`))
	document := md.Parser().Parse(text.NewReader(source))
	captions := slices.SortedStableFunc(slices.Values(a.Captions), func(x, y articles.Caption) int { return x.After - y.After })
	blocks := 0
	caption := func(upTo int) {
		for len(captions) > 0 && captions[0].After <= upTo {
			fmt.Fprintf(out, "<p class=\"caption\">%s</p>\n", escape(captions[0].Text))
			captions = captions[1:]
		}
	}
	for node := document.FirstChild(); node != nil; node = node.NextSibling() {
		caption(blocks)
		if err := md.Renderer().Render(out, source, node); err != nil {
			return fmt.Errorf("rendering %q: %w", a.Title, err)
		}
		if node.Kind() != extast.KindFootnoteList {
			blocks++
		}
	}
	caption(len(a.Body) + 1)
	return nil
}

// harmless renders what may do harm or needs another file: of pictures what
// describes them and those that are written along, of HTML its text, of links those to
// the web.
type harmless struct{ picture func(name string) string }

// RegisterFuncs puts the functions in the place of the usual ones.
func (h harmless) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindImage, h.image)
	r.Register(ast.KindLink, h.link)
	r.Register(ast.KindAutoLink, h.autoLink)
	r.Register(ast.KindRawHTML, func(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
		return ast.WalkSkipChildren, nil
	})
	r.Register(ast.KindHTMLBlock, h.block)
}

func (h harmless) image(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		described := string(node.Text(source)) //nolint:staticcheck // the text of an image is its description
		if to := h.address(string(node.(*ast.Image).Destination)); to != "" {
			_, _ = w.WriteString(`<img src="` + escape(to) + `" alt="` + escape(described) + `"/>`)
		}
		_, _ = w.WriteString(`<span class="caption">` + escape(described) + `</span>`)
	}
	return ast.WalkSkipChildren, nil
}

// address gives the address of a picture by the one in the text, "" where it is not
// written.
func (h harmless) address(inText string) string {
	name, ok := strings.CutPrefix(inText, articles.PictureScheme)
	if !ok || h.picture == nil {
		return ""
	}
	return h.picture(name)
}

func (harmless) link(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	address := safeAddress(string(node.(*ast.Link).Destination))
	switch {
	case address == "":
	case entering:
		_, _ = w.WriteString(`<a href="` + escape(address) + `">`)
	default:
		_, _ = w.WriteString("</a>")
	}
	return ast.WalkContinue, nil
}

func (harmless) autoLink(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	link := node.(*ast.AutoLink)
	label, to := string(link.Label(source)), string(link.URL(source))
	if link.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(to, "mailto:") {
		to = "mailto:" + to
	}
	if address := safeAddress(to); address != "" {
		_, _ = w.WriteString(`<a href="` + escape(address) + `" dir="ltr">` + escape(label) + "</a>")
	} else {
		_, _ = w.WriteString(escape(label))
	}
	return ast.WalkContinue, nil
}

// tagsPattern are what is between angle brackets.
var tagsPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`<!--[\s\S]*?(?:-->|$)|<[^>]*>`)
})

func (harmless) block(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	var raw bytes.Buffer
	for i := range node.Lines().Len() {
		segment := node.Lines().At(i)
		raw.Write(segment.Value(source))
	}
	if said := strings.TrimSpace(html.UnescapeString(tagsPattern().ReplaceAllString(raw.String(), ""))); said != "" {
		_, _ = w.WriteString("<p>" + escape(said) + "</p>\n")
	}
	return ast.WalkSkipChildren, nil
}

// safeAddress is an address on the web, or of mail, with what has no place in one
// percent-encoded; "" for any other.
func safeAddress(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || strings.ContainsFunc(u.Host, func(r rune) bool { return r <= ' ' || strings.ContainsRune("<>\"{}|\\^`", r) }) {
		return ""
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
	case "mailto":
	default:
		return ""
	}
	var b strings.Builder
	text := u.String()
	for i := range len(text) {
		c := text[i]
		switch {
		case c <= ' ' || c == 0x7f || strings.IndexByte("<>\"{}|\\^`", c) >= 0,
			c == '%' && !isEscape(text[i:]),
			(c == '[' || c == ']') && !strings.Contains(u.Host, "["):
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// isEscape tells whether a text begins with a percent-encoded byte.
func isEscape(s string) bool {
	const hex = "0123456789abcdefABCDEF"
	return len(s) >= 3 && strings.IndexByte(hex, s[1]) >= 0 && strings.IndexByte(hex, s[2]) >= 0
}

// escape writes text for XML and HTML.
func escape(s string) string { return html.EscapeString(s) }

// validXML drops what no XML document may hold (XML 1.0, production 2).
func validXML(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, s)
}
