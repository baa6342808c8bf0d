package feed

import (
	"html"
	"strconv"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/extensions"

	"github.com/warraq/warraq/articles/pattern"
)

// Most entries of an RSS feed are of a few elements that hold nothing but a text, as WordPress
// writes them. Those are read here and held back, each with its number left in its place, while
// the parser reads what is around them.

// Where an entry is held back, its GUID is a number between two characters that no feed has then.
const itemStart, itemEnd = "\uFDD5", "\uFDD6"

// holdItems returns a feed without the entries that are plain, and these.
func holdItems(s string) (rest string, entries []*gofeed.Item) {
	names := plainNames(s)
	if names == nil {
		return s, nil
	}
	var b strings.Builder
	from := 0 // of what was not written yet
	for at := nextItem(s, 0); at >= 0; at = nextItem(s, at) {
		item, length := plainItem(s[at:], names)
		if item == nil {
			inner := s[at+len("<item>"):]
			end := nextTag(inner, "</item>")
			if end < 0 || nextItem(inner[:end], 0) >= 0 {
				return s, nil // it is not closed, and others stand in it
			}
			at += len("<item>") + end
			continue
		}
		b.WriteString(s[from:at] + "<item><guid>" + itemStart + strconv.Itoa(len(entries)) + itemEnd + "</guid></item>")
		entries = append(entries, item)
		at += length
		from = at
	}
	b.WriteString(s[from:])
	return b.String(), entries
}

// putItemsBack puts entries back into a feed that was parsed without them, and reports whether all
// of them have a place in it.
func putItemsBack(feed *gofeed.Feed, entries []*gofeed.Item) bool {
	back := 0
	for i, item := range feed.Items {
		if number, ok := strings.CutPrefix(item.GUID, itemStart); ok {
			if n, err := strconv.Atoi(strings.TrimSuffix(number, itemEnd)); err == nil {
				feed.Items[i] = entries[n]
				back++
			}
		}
	}
	return back == len(entries)
}

// nextItem returns where the next entry without attributes begins in a feed, behind a place in
// it: -1 for none.
func nextItem(s string, from int) int {
	at := nextTag(s[from:], "<item>")
	if at < 0 {
		return -1
	}
	return from + at
}

// nextTag returns where a tag stands in XML that is no text of a CDATA section or a comment.
func nextTag(s, tag string) int {
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '<')
		if i < 0 {
			return -1
		}
		at += i
		end := ""
		switch {
		case strings.HasPrefix(s[at:], tag):
			return at
		case strings.HasPrefix(s[at:], cdataStart):
			end = cdataEnd
		case strings.HasPrefix(s[at:], "<!--"):
			end = "-->"
		}
		length := strings.Index(s[at:], end)
		if length < 0 {
			return -1
		}
		at += length + max(len(end), 1)
	}
}

const cdataStart, cdataEnd = "<![CDATA[", "]]>"

// plainSpaces are what the prefixes stand for that elements of plain entries may have.
var plainSpaces = []struct{ prefix, space string }{
	{"dc", "http://purl.org/dc/elements/1.1/"},
	{"content", "http://purl.org/rss/1.0/modules/content/"},
	{"wfw", "http://wellformedweb.org/CommentAPI/"},
	{"slash", "http://purl.org/rss/1.0/modules/slash/"},
}

// prefixedNames are the elements with a prefix that plain entries may have.
var prefixedNames = []string{"dc:creator", "content:encoded", "wfw:commentRss", "slash:comments"}

// plainNames returns the names of the elements that plain entries of a feed may have, nil where it
// gives names a meaning of its own.
func plainNames(s string) map[string]bool {
	if !strings.HasPrefix(s, "<rss") || strings.Contains(s, itemStart) {
		return nil
	}
	root := s[:strings.IndexByte(s, '>')+1]
	if strings.Contains(root, "xmlns=") || strings.Contains(s, "xml:base") || strings.Contains(s, "<!DOCTYPE") {
		return nil
	}
	names := map[string]bool{"title": true, "link": true, "comments": true, "pubDate": true, "category": true, "guid": true, "description": true}
	inner := s[len(root):]
	if head := nextItem(inner, 0); head >= 0 {
		inner = inner[:head]
	}
	if strings.Contains(inner, "xmlns=") {
		return nil
	}
	for i, p := range plainSpaces {
		declares := "xmlns:" + p.prefix + "="
		names[prefixedNames[i]] = strings.Contains(root, declares+`"`+p.space+`"`) && strings.Count(root, declares) == 1 && !strings.Contains(inner, declares)
	}
	return names
}

// plainItem reads an entry that begins a text, and returns it with its length: nil for one that is
// not plain.
func plainItem(s string, names map[string]bool) (item *gofeed.Item, length int) {
	item = &gofeed.Item{}
	seen := map[string]bool{}
	rest := s[len("<item>"):]
	for {
		rest = strings.TrimLeft(rest, " \t\r\n")
		if behind, ok := strings.CutPrefix(rest, "</item>"); ok {
			length = len(s) - len(behind)
			if !isXMLText(s[:length]) {
				return nil, 0
			}
			return item, length
		}
		name, value, behind := plainElement(rest)
		if !names[name] || seen[name] && name != "category" || !setPlain(item, name, value) {
			return nil, 0
		}
		seen[name], rest = true, behind
	}
}

// plainElement reads an element that begins a text and holds nothing but a text, and returns its
// name, "" for any other, its value, and what is behind it.
func plainElement(s string) (name, value, behind string) {
	tag, rest, ok := strings.Cut(s, ">")
	if !ok || !strings.HasPrefix(tag, "<") {
		return "", "", ""
	}
	name = tag[1:]
	if name == `guid isPermaLink="false"` || name == `guid isPermaLink="true"` {
		name = "guid"
	}
	if value, ok = strings.CutPrefix(rest, cdataStart); ok {
		value, rest, ok = strings.Cut(value, cdataEnd)
	} else {
		at := max(strings.IndexByte(rest, '<'), 0)
		value, rest = strings.TrimSpace(rest[:at]), rest[at:]
		ok = !strings.Contains(value, cdataEnd)
		if strings.Contains(value, "&") {
			ok = ok && !strings.Contains(plainReference.ReplaceAllString(value, ""), "&")
			value = html.UnescapeString(value)
		}
	}
	behind, closed := strings.CutPrefix(rest, "</"+name+">")
	if !ok || !closed || value == "" || strings.Contains(value, "\r") {
		return "", "", ""
	}
	return name, value, behind
}

// plainReference is a reference to a character that XML and HTML read alike.
var plainReference = pattern.New(`&(?:amp|lt|gt|quot|apos|#(?:3[2-9]|[4-9][0-9]|1[6-9][0-9]|[2-9][0-9][0-9]|[1-9][0-9][0-9][0-9]));`)

// setPlain gives an entry what an element of it says, as the parser would, and returns false of
// what the parser has to read.
func setPlain(item *gofeed.Item, name, value string) bool {
	prefix, local, extends := strings.Cut(name, ":")
	if name != "description" && name != "content:encoded" {
		value = strings.Clone(value) // so that an article does not hold the feed in memory
	}
	switch name {
	case "title":
		item.Title = value
	case "link":
		item.Link, item.Links = value, []string{value}
	case "pubDate":
		t, err := time.Parse(time.RFC1123Z, value)
		if err != nil {
			return false
		}
		t = t.UTC()
		item.Published, item.PublishedParsed = value, &t
	case "category":
		item.Categories = append(item.Categories, value)
	case "guid":
		item.GUID = value
	case "description":
		item.Description = value
	case "content:encoded":
		item.Content = value
		extends = false
	case "dc:creator":
		value = strings.TrimSpace(value)
		if value == "" || strings.ContainsAny(value, "@()") {
			return false
		}
		item.Author = &gofeed.Person{Name: value}
		item.Authors = []*gofeed.Person{item.Author}
		item.DublinCoreExt = &ext.DublinCoreExtension{Creator: []string{value}}
	}
	if extends {
		if item.Extensions == nil {
			item.Extensions = ext.Extensions{}
		}
		item.Extensions[prefix] = map[string][]ext.Extension{local: {{Name: local, Value: strings.TrimSpace(value), Attrs: map[string]string{}, Children: map[string][]ext.Extension{}}}}
	}
	return true
}
