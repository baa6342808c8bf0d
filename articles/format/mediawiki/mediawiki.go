// Package mediawiki reads dumps of MediaWiki, as Wikipedia and its sisters publish them
// and as Special:Export gives them: each page is an article. What belongs to the wiki
// itself (talk, templates, categories, files) and redirects are left out.
package mediawiki

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/entries"
	"github.com/warraq/warraq/articles/format/xmltext"
)

// wiki is what a dump says of itself.
type wiki struct {
	Name       string `xml:"sitename"`
	Base       string `xml:"base"`
	lang       string
	Namespaces []struct {
		Key  int    `xml:"key,attr"`
		Name string `xml:",chardata"`
	} `xml:"namespaces>namespace"`
}

// page is a page as the dump has it. Of several revisions the last is its text.
type page struct {
	Title     string     `xml:"title"`
	Namespace int        `xml:"ns"`
	Redirect  *struct{}  `xml:"redirect"`
	Revisions []revision `xml:"revision"`
}

type revision struct {
	Time  string `xml:"timestamp"`
	Model string `xml:"model"`
	Text  string `xml:"text"`
}

// parse reads the pages of a dump, or of a piece of one that begins as a dump does. Where
// it breaks off it returns the articles before, with the line and the reason.
func parse(text string) (list []entries.Entry, line int, err error) {
	d := xmltext.NewDecoder(text)
	var w wiki
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list, 0, nil
		}
		if err != nil {
			return list, xmltext.LineAt(text, d.InputOffset()), err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		before := d.InputOffset()
		switch start.Name.Local {
		case "mediawiki":
			w.lang = dumpLanguage(start)
		case "siteinfo":
			err = d.DecodeElement(&w, &start)
		case "page":
			var p page
			if err = d.DecodeElement(&p, &start); err == nil && p.isArticle() {
				list = append(list, w.entry(&p))
			}
		}
		if err != nil {
			return list, xmltext.LineAt(text, before), err
		}
	}
}

// dumpLanguage returns what a dump says of its language.
func dumpLanguage(start xml.StartElement) string {
	for _, a := range start.Attr {
		if a.Name.Local == "lang" {
			return a.Value
		}
	}
	return ""
}

// Numbers of namespaces. Every odd one is of talk.
const (
	mainNamespace   = 0
	firstExtra      = 100 // from which wikis number their own: portals, authors, pages of books
	portalNamespace = 100
	moduleCode      = 828
	timedText       = 710
	firstReserved   = 2300 // gadgets, topics
)

// isArticle reports whether a page is one that readers of the wiki come for.
func (p *page) isArticle() bool {
	ns := p.Namespace
	own := ns >= firstExtra && ns < firstReserved && ns%2 == 0 && !slices.Contains([]int{portalNamespace, moduleCode, timedText}, ns)
	return (ns == mainNamespace || own) && p.Redirect == nil && len(p.Revisions) > 0 && p.last() != nil
}

// last returns the newest revision that is wikitext, nil for none.
func (p *page) last() *revision {
	var newest *revision
	for i := range p.Revisions {
		r := &p.Revisions[i]
		if (r.Model == "" || r.Model == "wikitext" || r.Model == "proofread-page") && (newest == nil || r.Time >= newest.Time) {
			newest = r
		}
	}
	if newest == nil || redirectedPattern.MatchString(newest.Text) {
		return nil
	}
	return newest
}

// entry makes an article of a page.
func (w *wiki) entry(p *page) entries.Entry {
	r := p.last()
	c := converter{wiki: w, title: p.Title}
	e := entries.Entry{HTML: c.convert(r.Text), Article: articles.Article{
		Title: p.Title, Source: w.Name, Lang: w.lang, URL: w.address(p.Title), Tags: c.categories,
	}}
	e.Published, _ = time.Parse(time.RFC3339, strings.TrimSpace(r.Time))
	if len(e.Tags) > 0 {
		e.Section = e.Tags[0]
	}
	return e
}

// address returns the address of a page, "" where the dump does not say where its wiki is.
func (w *wiki) address(title string) string {
	base, err := url.Parse(strings.TrimSpace(w.Base))
	if err != nil || base.Scheme == "" || base.Host == "" {
		return ""
	}
	title, fragment, _ := strings.Cut(title, "#")
	folder := base.Path[:strings.LastIndexByte(base.Path, '/')+1]
	to := url.URL{Scheme: base.Scheme, Host: base.Host, Path: folder + strings.ReplaceAll(strings.TrimSpace(title), " ", "_"), Fragment: strings.ReplaceAll(fragment, " ", "_")}
	return to.String()
}

// Format is the dumps of MediaWiki.
var Format = articles.Format{Name: "MediaWiki", Extensions: []string{".xml"}, Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !strings.Contains(src.Head(), "<mediawiki") {
		return nil, false, nil
	}
	pages, line, err := parse(src.Text())
	if err != nil {
		err = src.Fail(line, articles.ErrPart, err)
	}
	list, wrong := entries.Articles(src, pages, entries.Note)
	return list, true, errors.Join(err, wrong)
}
