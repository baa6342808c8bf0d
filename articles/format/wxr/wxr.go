// Package wxr reads the exports of WordPress (WordPress eXtended RSS): the posts and
// pages that were published, and, if that is asked for, those that were not, without what
// else a site keeps in such a file: attachments, revisions, comments.
package wxr

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/entries"
	"github.com/warraq/warraq/articles/format/xmltext"
)

// site is what an export holds.
type site struct {
	title, language string
	names           map[string]string // what authors are called, by their logins
	posts           []entries.Entry   // those that were published, or all
	unpublished     map[string]int    // how many of the others there are, by their status
	all             bool              // the others are wanted, too
}

// item is a post as the file has it.
type item struct {
	Title   string   `xml:"title"`
	Links   []string `xml:"link"`
	Date    string   `xml:"pubDate"`
	Creator string   `xml:"creator"`
	Texts   []struct {
		XMLName xml.Name
		Text    string `xml:",chardata"`
	} `xml:"encoded"`
	DateGMT    string     `xml:"post_date_gmt"`
	DateLocal  string     `xml:"post_date"`
	Status     string     `xml:"status"`
	Type       string     `xml:"post_type"`
	Categories []category `xml:"category"`
}

type category struct {
	Domain   string `xml:"domain,attr"`
	Nicename string `xml:"nicename,attr"`
	Name     string `xml:",chardata"`
}

// author is one of the site's authors.
type author struct {
	Login   string `xml:"author_login"`
	Display string `xml:"author_display_name"`
	First   string `xml:"author_first_name"`
	Last    string `xml:"author_last_name"`
}

// parse reads the posts of an export. Where the file breaks off those before are read, and
// it returns the line and the reason.
func parse(text string, all bool) (s *site, line int, err error) {
	s = &site{names: map[string]string{}, unpublished: map[string]int{}, all: all}
	d := xmltext.NewDecoder(text)
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return s, 0, nil
		}
		if err != nil {
			return s, xmltext.LineAt(text, d.InputOffset()), err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		before := d.InputOffset()
		if err := s.read(d, start); err != nil {
			return s, xmltext.LineAt(text, before), err
		}
	}
}

// read reads an element of the channel: what is said of the site, or a post.
func (s *site) read(d *xml.Decoder, start xml.StartElement) (err error) {
	switch start.Name.Local {
	case "title":
		err = d.DecodeElement(&s.title, &start)
	case "language":
		err = d.DecodeElement(&s.language, &start)
	case "author":
		var a author
		if err = d.DecodeElement(&a, &start); err == nil {
			s.names[strings.TrimSpace(a.Login)] = firstOf(a.Display, strings.TrimSpace(a.First+" "+a.Last), a.Login)
		}
	case "item":
		var i item
		if err = d.DecodeElement(&i, &start); err == nil {
			s.add(i)
		}
	case "category", "tag", "term", "image":
		err = d.Skip()
	}
	return err //nolint:wrapcheck // parse says where
}

// internalTypes are the types of posts that hold no texts for readers.
var internalTypes = []string{
	"attachment", "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request",
	"wp_block", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face",
	"acf-field", "acf-field-group", "elementor_library", "shop_order", "shop_coupon", "feedback", "flamingo_inbound",
}

// menuType is the type of the entries of a site's menus.
const menuType = "nav_menu_item"

// add takes a post that was published, or any if all are wanted, and counts one that is left
// out. What WordPress began by itself is neither.
func (s *site) add(i item) {
	switch status, kind := strings.TrimSpace(i.Status), strings.TrimSpace(i.Type); {
	case slices.Contains(internalTypes, kind), status == "auto-draft", status == "inherit":
	case s.all, slices.Contains([]string{"", "publish"}, status) && kind != menuType:
		s.posts = append(s.posts, s.entry(i))
	case kind == menuType:
		s.unpublished[menuType]++
	default:
		s.unpublished[status]++
	}
}

// leftOut is the notice of the posts that were not published, nil where there are none.
func (s *site) leftOut(src *articles.Source) error {
	if len(s.unpublished) == 0 {
		return nil
	}
	return src.Fail(0, articles.ErrUnpublished, &articles.LeftOutError{Counts: s.unpublished})
}

// entry makes an article of a post.
func (s *site) entry(i item) entries.Entry {
	e := entries.Entry{Article: articles.Article{
		Title: i.Title, Source: s.title, Lang: s.language, Published: i.time(), URL: firstOf(i.Links...),
	}}
	creator := strings.TrimSpace(i.Creator)
	e.Author = firstOf(s.names[creator], creator)
	for _, text := range i.Texts {
		if strings.Contains(text.XMLName.Space, "excerpt") {
			e.Summary = text.Text
		} else {
			e.HTML = markParagraphs(expandShortcodes(text.Text))
		}
	}
	e.Section, e.Tags = sectionAndTags(i.Categories)
	return e
}

// sectionAndTags returns the first category of a post, and all its categories and tags.
func sectionAndTags(all []category) (section string, tags []string) {
	for _, domain := range []string{"category", "", "post_tag"} {
		for _, c := range all {
			name := strings.TrimSpace(c.Name)
			if c.Domain != domain || name == "" || c.Nicename == "uncategorized" {
				continue
			}
			if section == "" {
				section = name
			}
			if !slices.Contains(tags, name) {
				tags = append(tags, name)
			}
		}
	}
	for _, c := range all { // taxonomies of the site's own
		name := strings.TrimSpace(c.Name)
		known := slices.Contains([]string{"category", "", "post_tag", "post_format", "nav_menu"}, c.Domain)
		if !known && name != "" && !slices.Contains(tags, name) {
			tags = append(tags, name)
		}
	}
	return section, tags
}

// time returns when a post was published: by the world's time, where the file says it.
func (i *item) time() time.Time {
	for _, try := range []struct{ layout, value string }{
		{time.DateTime, i.DateGMT}, {time.RFC1123Z, i.Date}, {time.RFC1123, i.Date}, {time.DateTime, i.DateLocal},
	} {
		t, err := time.Parse(try.layout, strings.TrimSpace(try.value))
		if err == nil && t.Unix() > 0 {
			return t
		}
	}
	return time.Time{}
}

// firstOf returns the first text that is not blank, without the space around it.
func firstOf(all ...string) string {
	for _, s := range all {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

// Format is the exports of WordPress.
var Format = articles.Format{Name: "WXR", Extensions: []string{".xml"}, Read: read}

// isExport reports whether the beginning of a text is that of an export.
func isExport(head string) bool {
	return strings.Contains(head, "<rss") &&
		(strings.Contains(head, "//wordpress.org/export/") || strings.Contains(head, "<wp:wxr_version>"))
}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !isExport(src.Head()) {
		return nil, false, nil
	}
	s, line, err := parse(src.Text(), src.Unpublished)
	if err != nil {
		err = src.Fail(line, articles.ErrPart, err)
	}
	list, wrong := entries.Articles(src, s.posts, entries.Page)
	return list, true, errors.Join(err, wrong, s.leftOut(src))
}
