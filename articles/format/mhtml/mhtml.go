// Package mhtml reads a web page that a browser saved as one file (RFC 2557).
package mhtml

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"regexp"
	"strings"

	dom "golang.org/x/net/html"

	"warraq/articles"
	"warraq/articles/charset"
	"warraq/articles/format/html"
)

// archived is how a page begins that a browser saved whole as one file (MHTML,
// RFC 2557): with the head of a message.
var archived = regexp.MustCompile(`(?is)^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*multipart/related`)

// isMHTML tells such a page.
func isMHTML(in *articles.Source) bool { return archived.MatchString(in.Head()) }

var errNoPage = errors.New("the archive holds no web page")

// readMHTML reads the first web page of an MHTML archive.
func readMHTML(in *articles.Source) ([]articles.Article, error) {
	message, err := mail.ReadMessage(strings.NewReader(in.Text()))
	if err != nil {
		return nil, in.Fail(0, articles.ErrNoArticle, err)
	}
	_, parameters, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if err != nil {
		return nil, in.Fail(0, articles.ErrNoArticle, err)
	}
	parts := multipart.NewReader(message.Body, parameters["boundary"])
	var page []byte
	var charset string
	pictures := attached{}
	for {
		part, err := parts.NextPart() // undoes quoted-printable
		if err != nil {
			break // what came before it counts
		}
		kind := strings.ToLower(part.Header.Get("Content-Type"))
		switch {
		case page == nil && strings.Contains(kind, "html"):
			if page, err = readPart(part); err != nil {
				return nil, in.Fail(0, articles.ErrNoArticle, err)
			}
			charset = charsetOf(part)
		case strings.HasPrefix(kind, "image/") && isBase64(part):
			if err := pictures.add(part); err != nil {
				return nil, in.Fail(0, articles.ErrNoArticle, err)
			}
		}
	}
	if page == nil {
		return nil, in.Fail(0, articles.ErrNoArticle, errNoPage)
	}
	al := &articles.Album{Limits: in.Limits, Find: pictures.read, Here: pictures.has}
	a, err := fromPart(page, charset, al, message.Header.Get("Snapshot-Content-Location"))
	if err != nil {
		return nil, in.Fail(0, articles.ErrNoArticle, err)
	}
	return []articles.Article{a}, nil
}

// isBase64 tells how a part is written.
func isBase64(part *multipart.Part) bool {
	return strings.EqualFold(strings.TrimSpace(part.Header.Get("Content-Transfer-Encoding")), "base64")
}

// charsetOf is the character set that a part says it is in; "" where it says none.
func charsetOf(part *multipart.Part) string {
	_, parameters, err := mime.ParseMediaType(part.Header.Get("Content-Type"))
	if err != nil {
		return ""
	}
	return parameters["charset"]
}

// readPart reads a part as it was before it was written down.
func readPart(part *multipart.Part) ([]byte, error) {
	var body io.Reader = part
	if isBase64(part) {
		body = base64.NewDecoder(base64.StdEncoding, part)
	}
	data, err := io.ReadAll(body)
	if err != nil {
		return nil, fmt.Errorf("the page in the archive: %w", err)
	}
	return data, nil
}

// attached are the pictures of an archive in base64, by what the page calls them:
// their places (RFC 2557, section 4) and their numbers ("cid:", RFC 2392).
type attached map[string]string

// add takes a part in.
func (p attached) add(part *multipart.Part) error {
	data, err := io.ReadAll(part)
	if err != nil {
		return fmt.Errorf("a picture in the archive: %w", err)
	}
	for name, before := range map[string]string{"Content-Location": "", "Content-Id": "cid:"} {
		if address := strings.Trim(part.Header.Get(name), "<> "); address != "" {
			p[before+address] = string(data)
		}
	}
	return nil
}

func (p attached) has(address string) bool {
	_, ok := p[address]
	return ok
}

func (p attached) read(address string, most int64) ([]byte, error) {
	return articles.DecodeBase64(p[address], most), nil
}

// fromPart makes an article of a page in an archive, whose part says a character
// set.
func fromPart(data []byte, set string, al *articles.Album, from string) (articles.Article, error) {
	text, err := charset.DecodeAs(data, set)
	if err != nil {
		return articles.Article{}, err
	}
	document, err := dom.Parse(strings.NewReader(text))
	if err != nil {
		return articles.Article{}, fmt.Errorf("%w: %w", html.ErrDeep, err)
	}
	return html.FromDocument(document, al, from)
}

// Format is a web page that a browser saved as one file.
var Format = articles.Format{Name: "MHTML", Extensions: []string{".mhtml", ".mht"}, Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !isMHTML(src) {
		return nil, false, nil
	}
	list, err := readMHTML(src)
	return list, true, err
}
