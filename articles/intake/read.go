// Package intake reads articles from whatever they are in: files, folders, archives and
// standard input ([Open]), in every format ([Read]). The formats and their order stand
// in one list; what they read is cleaned here, once.
//
// A new format is a package in articles/format with a variable of type
// [articles.Format], a place in that list, and samples with golden files in testdata.
package intake

import (
	"bytes"
	"context"
	"errors"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/bookmarks"
	"github.com/warraq/warraq/articles/format/copied"
	"github.com/warraq/warraq/articles/format/delimited"
	"github.com/warraq/warraq/articles/format/docx"
	"github.com/warraq/warraq/articles/format/enex"
	"github.com/warraq/warraq/articles/format/epub"
	"github.com/warraq/warraq/articles/format/fb2"
	"github.com/warraq/warraq/articles/format/feed"
	"github.com/warraq/warraq/articles/format/foreign"
	"github.com/warraq/warraq/articles/format/ghost"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/format/json"
	"github.com/warraq/warraq/articles/format/links"
	"github.com/warraq/warraq/articles/format/mail"
	"github.com/warraq/warraq/articles/format/markdown"
	"github.com/warraq/warraq/articles/format/markup"
	"github.com/warraq/warraq/articles/format/mediawiki"
	"github.com/warraq/warraq/articles/format/mhtml"
	"github.com/warraq/warraq/articles/format/odt"
	"github.com/warraq/warraq/articles/format/omnivore"
	"github.com/warraq/warraq/articles/format/openiti"
	"github.com/warraq/warraq/articles/format/outline"
	"github.com/warraq/warraq/articles/format/page"
	"github.com/warraq/warraq/articles/format/plain"
	"github.com/warraq/warraq/articles/format/rtf"
	"github.com/warraq/warraq/articles/format/telegram"
	"github.com/warraq/warraq/articles/format/twitter"
	"github.com/warraq/warraq/articles/format/wallabag"
	"github.com/warraq/warraq/articles/format/warc"
	"github.com/warraq/warraq/articles/format/webarchive"
	"github.com/warraq/warraq/articles/format/whatsapp"
	"github.com/warraq/warraq/articles/format/wxr"
	"github.com/warraq/warraq/articles/jsontext"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// knownFormats are tried in this order, and the first that knows a source reads it: what
// says by itself what it is comes first, what a name alone says later, and text, which
// anything is, last.
var knownFormats = []articles.Format{
	epub.Format, docx.Format, odt.Format, fb2.Format, rtf.Format, webarchive.Format, foreign.Format,
	wxr.Format, mediawiki.Format, enex.Format, outline.Format, feed.Format, telegram.Format, wallabag.Format, omnivore.Format, links.Format, ghost.Format, json.Format,
	warc.Answer, mail.Format, mhtml.Format, bookmarks.Format, html.Format, foreign.XML, openiti.Format, whatsapp.Format,
	delimited.Format, twitter.Format, markup.Org, markup.RST, foreign.Code, markdown.FrontMatter, page.Format, copied.Format, markdown.Format, plain.Format,
}

// maxSourceTexts is how many of them, at the end, read a text that is one article or, copied from
// pages, a few: of one that is too long for that nothing is made.
const maxSourceTexts = 5

// recognise gives the articles of a source as the first format reads them that knows
// it.
func recognise(ctx context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	for i, f := range knownFormats {
		if err := ctx.Err(); err != nil {
			return nil, true, err //nolint:wrapcheck // it is the caller's
		}
		if i == len(knownFormats)-maxSourceTexts && int64(len(src.Text())) > src.Limits.Text {
			return nil, true, src.Fail(0, articles.ErrLimit, src.Limits.Over(articles.TextLimit))
		}
		if list, mine, err := f.Read(ctx, src); mine {
			return list, true, err
		}
	}
	return nil, false, nil
}

// Read gives the articles in one input, cleaned (see [articles.Article.Clean]) and with
// their language and direction found where they do not say them. The format is
// told by the content first, by the name's ending last; otherwise the name
// serves messages and as the title of a Markdown note that has none.
//
// An error is an [*articles.InputError], or several joined. Of an input of many articles
// the good ones are given beside the errors of the others.
func Read(name string, data []byte) ([]articles.Article, error) {
	return Input{Name: name, Data: data}.Read(context.Background())
}

// Read gives the articles in the input, as [Read] does, with lines in messages
// counted from the input's beginning, whichever piece of it this is.
func (i Input) Read(ctx context.Context) ([]articles.Article, error) {
	defer i.file.release() //nolint:errcheck // it was only read
	src := &articles.Source{Name: text.CleanLine(i.Name), Data: i.Data, Line: i.line, Files: i.files, Limits: articles.DefaultLimits()}
	src.Address, src.Charset, src.Remote = i.address, i.charset, i.remote
	src.WholeBooks, src.Unpublished = i.wholeBooks, i.unpublished
	if i.limits != nil {
		src.Limits = *i.limits
	}
	switch {
	case i.read != nil:
		list, err := i.read(ctx)
		return finish(src, list, err)
	case len(bytes.TrimSpace(i.Data)) == 0:
		return nil, src.Fail(0, articles.ErrEmpty, nil)
	case int64(len(i.Data)) > src.Limits.Size+pieceSize:
		return nil, src.Fail(0, articles.ErrLimit, src.Limits.Over(articles.SizeLimit))
	}
	mend(src)
	list, mine, err := recognise(ctx, src)
	if !mine && !src.IsText() {
		return nil, src.Fail(0, articles.ErrBinary, src.NotText())
	}
	return finish(src, list, err)
}

// mend takes out of a source in JSON what people and scripts put into it that is none, where
// nothing is lost by that.
func mend(src *articles.Source) {
	if src.Archive != nil || !src.IsText() {
		return
	}
	if text, mended := jsontext.Repair(src.Text()); mended {
		src.SetText(text)
	}
}

// ReadFeed gives what a source that is to be a feed says of itself, and its articles as
// [Read] gives them. A source in any other format is [articles.ErrNoFeed]; a feed without
// entries is no error.
func ReadFeed(ctx context.Context, src *articles.Source) (feed.Head, []articles.Article, error) {
	mend(src)
	head, ok := feed.ReadHead(src)
	if !ok {
		return head, nil, src.Fail(0, articles.ErrNoFeed, nil)
	}
	if !head.HasEntries {
		return head, nil, nil
	}
	list, err := feed.Read(ctx, src)
	list, err = finish(src, list, err)
	return head, list, err
}

// finish cleans what a format has read, fills in what an article does not say of
// itself, and leaves out what is no article.
func finish(in *articles.Source, list []articles.Article, err error) ([]articles.Article, error) {
	kept := list[:0]
	for _, a := range list {
		if int64(len(a.Body)) > in.Limits.Text {
			err = errors.Join(err, in.Fail(0, articles.ErrLimit, in.Limits.Over(articles.TextLimit)))
			continue
		}
		if wrong := a.Clean(in.Limits); wrong != nil {
			err = errors.Join(err, in.Fail(0, articles.ErrLimit, wrong))
		}
		if a.Title == "" && a.Body == "" {
			continue
		}
		if a.Title == "" {
			a.Title = text.Opening(a.Body)
		}
		if a.URL == "" && in.Address != "" && len(list) == 1 && !feed.Is(in) {
			a.URL = in.Address
		}
		a.FindLanguage()
		press.FindByline(&a)
		press.FindPlace(&a)
		kept = append(kept, a)
	}
	if none := in.Fail(0, articles.ErrNoArticle, nil); len(kept) == 0 {
		switch {
		case err == nil:
			err = none
		case articles.IsNotice(err):
			err = errors.Join(none, err)
		}
	}
	return kept, err
}

// ReadEntry reads an entry of a feed that came from a server, as one in a feed is read, and
// returns the article: nil of an entry without a title, a text and an address.
func ReadEntry(e *feed.Entry) *articles.Article {
	a, err := e.Article()
	// What is wrong with a part of it is no reason to lose it.
	list, _ := finish(articles.NewSource(e.FeedTitle, nil), []articles.Article{a}, err)
	if len(list) == 0 {
		return nil
	}
	return &list[0]
}
