package telegram

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"

	"github.com/warraq/warraq/articles/format/entries"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

var (
	blankPattern = pattern.New(`\n[ \t]*\n\s*`)
	// exportedPattern is how a page of an export is known.
	exportedPattern = pattern.New(`(?is)<title>\s*Exported Data\s*</title>|class="page_body chat_page"`)
)

// recognisePage reports whether a web page is one of an export.
func recognisePage(page string) bool {
	const headSize = 8 << 10
	return exportedPattern.MatchString(page[:min(len(page), headSize)]) && strings.Contains(page, "page_body")
}

var errNoPage = errors.New("it holds no messages")

// parsePage reads messages.html, or one of the pages that go on with it.
func parsePage(page string) ([]entries.Entry, error) {
	document, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil, err //nolint:wrapcheck // the caller says where
	}
	name := text.CleanLine(textOf(firstOfClass(firstOfClass(document, "page_header"), "text")))
	history := firstOfClass(document, "history")
	if history == nil {
		return nil, errNoPage
	}
	var posts []post
	from := ""
	talkers := map[string]bool{}
	for n := range history.ChildNodes() {
		if !hasClass(n, "message") || hasClass(n, "service") {
			continue
		}
		p := postOf(n)
		if p.from == "" && hasClass(n, "joined") {
			p.from = from
		}
		from = p.from
		talkers[from] = true
		if p.html != "" {
			posts = append(posts, p)
		}
	}
	if len(talkers) > 1 || !talkers[name] && len(talkers) == 1 && !talkers[""] {
		return talkEntries(name, posts), nil // others than the channel write in it
	}
	return channelEntries(name, "", posts), nil
}

// postOf reads a message.
func postOf(n *html.Node) post {
	p := post{}
	p.id, _ = strconv.ParseInt(strings.TrimLeft(strings.TrimPrefix(attributeValue(n, "id"), "message"), "-"), 10, 64)
	body := firstOfClass(n, "body")
	p.time = pageTime(attributeValue(firstOfClass(body, "date"), "title"))
	p.from = text.CleanLine(ownText(childOfClass(body, "from_name")))
	p.author = text.CleanLine(textOf(childOfClass(body, "signature")))
	if forwarded := firstOfClass(body, "forwarded"); forwarded != nil {
		if p.author == "" {
			p.author = text.CleanLine(ownText(childOfClass(forwarded, "from_name")))
		}
		body = forwarded
	}
	said := childOfClass(body, "text")
	p.html, p.tags = pageText(said)
	p.plain = textOf(said)
	if poll := firstOfClass(body, "media_poll"); poll != nil {
		p.addPoll(poll)
	}
	return p
}

// addPoll adds a question and its answers to a post.
func (p *post) addPoll(poll *html.Node) {
	question := text.CleanLine(textOf(firstOfClass(poll, "question")))
	var b strings.Builder
	b.WriteString("<p><strong>" + html.EscapeString(question) + "</strong></p>\n<ul>")
	for n := range poll.Descendants() {
		if hasClass(n, "answer") {
			b.WriteString("<li>" + html.EscapeString(strings.TrimSpace(strings.TrimPrefix(text.CleanLine(ownText(n)), "-"))) + "</li>")
		}
	}
	p.html += b.String() + "</ul>\n"
	p.plain = strings.TrimSpace(p.plain + "\n\n" + question)
}

// pageText writes the text of a message as paragraphs: two line ends part them. It also
// returns the hashtags in it.
func pageText(n *html.Node) (string, []string) {
	if n == nil {
		return "", nil
	}
	var b strings.Builder
	var tags []string
	for child := range n.ChildNodes() {
		if child.Data == "a" && strings.HasPrefix(strings.TrimSpace(textOf(child)), "#") {
			tag := strings.ReplaceAll(strings.TrimPrefix(strings.TrimSpace(textOf(child)), "#"), "_", " ")
			if !slices.Contains(tags, tag) {
				tags = append(tags, tag)
			}
			b.WriteString(html.EscapeString(textOf(child)))
			continue
		}
		if err := html.Render(&b, child); err != nil {
			b.WriteString(html.EscapeString(textOf(child)))
		}
	}
	said := strings.TrimSpace(twoBreaks.ReplaceAllString(b.String(), "</p>\n<p>"))
	if said == "" {
		return "", tags
	}
	return "<p>" + said + "</p>\n", tags
}

var twoBreaks = pattern.New(`(?:<br/?>\s*){2,}`)

// pageTime reads the time of a message as its title says it.
func pageTime(s string) time.Time {
	for _, layout := range []string{"02.01.2006 15:04:05 UTC-07:00", "02.01.2006 15:04:05 UTC-07", "02.01.2006 15:04:05 UTC", "02.01.2006 15:04:05"} {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil {
			return t
		}
	}
	return time.Time{}
}

// firstOfClass returns the first element of a class in another, nil for none.
func firstOfClass(root *html.Node, class string) *html.Node {
	if root == nil {
		return nil
	}
	for n := range root.Descendants() {
		if hasClass(n, class) {
			return n
		}
	}
	return nil
}

// childOfClass returns the first child of a class, nil for none.
func childOfClass(parent *html.Node, class string) *html.Node {
	if parent == nil {
		return nil
	}
	for n := range parent.ChildNodes() {
		if hasClass(n, class) {
			return n
		}
	}
	return nil
}

func hasClass(n *html.Node, class string) bool {
	return n.Type == html.ElementNode && slices.Contains(strings.Fields(attributeValue(n, "class")), class)
}

// attributeValue returns the value of an attribute, "" where there is none.
func attributeValue(n *html.Node, name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// textOf returns the text in an element, with its line ends.
func textOf(root *html.Node) string {
	if root == nil {
		return ""
	}
	var b strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Data == "br":
			b.WriteByte('\n')
		}
	}
	return strings.TrimSpace(b.String())
}

// ownText returns the text of an element without that of the elements in it.
func ownText(n *html.Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	for child := range n.ChildNodes() {
		if child.Type == html.TextNode {
			b.WriteString(child.Data)
		}
	}
	return b.String()
}
