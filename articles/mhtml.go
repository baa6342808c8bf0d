package articles

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// archived is how a page begins that a browser saved whole as one file (MHTML,
// RFC 2557): with the head of a message.
var archived = regexp.MustCompile(`(?is)^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*multipart/related`)

// isMHTML tells such a page.
func isMHTML(in *source) bool { return archived.MatchString(in.text[:min(len(in.text), opens)]) }

var errNoPage = errors.New("the archive holds no web page")

// readMHTML reads the first web page of an MHTML archive.
func readMHTML(in *source) ([]Article, error) {
	message, err := mail.ReadMessage(strings.NewReader(in.text))
	if err != nil {
		return nil, in.fail(0, ErrNoArticle, err)
	}
	_, parameters, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if err != nil {
		return nil, in.fail(0, ErrNoArticle, err)
	}
	parts := multipart.NewReader(message.Body, parameters["boundary"])
	for {
		part, err := parts.NextPart() // undoes quoted-printable
		if err != nil {
			return nil, in.fail(0, ErrNoArticle, errNoPage)
		}
		if !strings.Contains(part.Header.Get("Content-Type"), "html") {
			continue
		}
		a, err := fromPart(part)
		if err != nil {
			return nil, in.fail(0, ErrNoArticle, err)
		}
		fill(&a.URL, message.Header.Get("Snapshot-Content-Location"))
		return []Article{a}, nil
	}
}

// fromPart makes an article of a page in an archive.
func fromPart(part *multipart.Part) (Article, error) {
	var body io.Reader = part
	if strings.EqualFold(part.Header.Get("Content-Transfer-Encoding"), "base64") {
		body = base64.NewDecoder(base64.StdEncoding, part)
	}
	data, err := io.ReadAll(body)
	if err != nil {
		return Article{}, fmt.Errorf("the page in the archive: %w", err)
	}
	text, err := decode(data)
	if err != nil {
		return Article{}, err
	}
	document, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return Article{}, fmt.Errorf("%w: %w", errDeep, err)
	}
	return articleOf(document)
}
