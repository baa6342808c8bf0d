package html

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"github.com/warraq/warraq/articles"
)

// Parse parses HTML and returns its tree, as browsers show it: ErrDeep where its elements are nested too
// deeply, a [*articles.LimitError] where there are more of them than the limits allow,
// since each takes many times the memory that it is written in.
func Parse(text string, limits articles.Limits) (*html.Node, error) {
	if int64(strings.Count(text, "<")) > limits.Elements {
		return nil, limits.Over(articles.ElementsLimit)
	}
	document, err := html.Parse(strings.NewReader(separate(text)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDeep, err)
	}
	if strings.Contains(text, "<template") {
		openShadowRoots(document)
	}
	return document, nil
}

// ParseKind is the kind of what [Parse] says is wrong.
func ParseKind(err error) error {
	if _, ok := errors.AsType[*articles.LimitError](err); ok {
		return articles.ErrLimit
	}
	return articles.ErrTooDeep
}
