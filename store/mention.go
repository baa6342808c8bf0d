package store

import (
	"context"
	"net/url"
	"slices"

	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/store/identity"
)

// linkedPattern is where Markdown names an address: in a link, which is no picture, in
// angle brackets, or as it stands; signs behind one that stands in a sentence are
// the sentence's.
var linkedPattern = pattern.New(`(!?)\[[^\]]*\]\(\s*<?([^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)|(https?://[^\s<>()\]"']*[^\s<>()\]"'.,:;!?…»”’،؛؟])`)

// mentionedIn gives the addresses that a text links to, in a form that can be
// compared (see address), in its order, each once. Relative ones are taken from
// the text's own.
func mentionedIn(body, own string) []string {
	base, err := url.Parse(own)
	if err != nil {
		base = &url.URL{}
	}
	var list []string
	for _, m := range linkedPattern.FindAllStringSubmatch(body, -1) {
		u, err := url.Parse(m[2] + m[3])
		if err != nil || m[1] == "!" {
			continue
		}
		a := identity.Address(base.ResolveReference(u).String())
		if a != "" && a != identity.Address(own) && !slices.Contains(list, a) {
			list = append(list, a)
		}
	}
	return list
}

// inText gives the articles that a text links to, in its order. Of several with
// one address it gives those with their text, or where there is none, the cards.
func (l *Library) inText(ctx context.Context, num int64, body, own string) ([]Entry, error) {
	addresses := mentionedIn(body, own)
	if len(addresses) == 0 {
		return nil, nil
	}
	return l.entries(ctx, "SELECT "+entryColumns+` FROM json_each(?1) j
		JOIN article a ON a.address = j.value
		WHERE a.address <> '' AND a.num <> ?2
			AND (a.full OR NOT EXISTS (SELECT 1 FROM article b WHERE b.address = a.address AND b.address <> '' AND b.full))
		ORDER BY j.key, a.num`, encodeJSON(addresses), num)
}
