package greader

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/warraq/warraq/articles/web"
)

// The streams that every server has.
const (
	All     = "user/-/state/com.google/reading-list"
	Read    = "user/-/state/com.google/read"
	Starred = "user/-/state/com.google/starred"
)

// Most is how many items are named in one request: none of the servers takes offence at it.
const Most = 250

// ItemID is the name of an item: a number in decimal digits, or what a server has that
// gives no numbers.
type ItemID string

// itemPrefix is how the long name of an item begins.
const itemPrefix = "tag:google.com,2005:reader/item/"

// hexDigits is how many digits the number in a long name has at most.
const hexDigits = 16

// ParseItemID makes one of all the names of an item; ok is false of what is none.
func ParseItemID(name string) (id ItemID, ok bool) {
	name = strings.TrimSpace(name)
	hex, long := strings.CutPrefix(name, itemPrefix)
	_, wrong := strconv.ParseUint(hex, 16, 64)
	if long && len(hex) <= hexDigits || len(hex) == hexDigits && hex[0] == '0' && wrong == nil {
		n, err := strconv.ParseUint(hex, 16, 64)
		return ItemID(strconv.FormatInt(int64(n), 10)), err == nil
	}
	if n, err := strconv.ParseInt(hex, 10, 64); err == nil {
		return ItemID(strconv.FormatInt(n, 10)), true
	}
	const longest = 200
	isOdd := func(r rune) bool { return r <= ' ' || r == 0x7F || r == 0xFFFD }
	return ItemID(hex), hex != "" && len(hex) <= longest && !strings.ContainsFunc(hex, isOdd)
}

// long returns the long name of an item, which all servers understand.
func (id ItemID) long() string {
	n, err := strconv.ParseInt(string(id), 10, 64)
	switch {
	case err != nil && len(id) <= hexDigits:
		return string(id) // behind the beginning it would be a number
	case err != nil:
		return itemPrefix + string(id)
	}
	return fmt.Sprintf("%s%016x", itemPrefix, uint64(n))
}

// The bounds of a list that comes in parts.
const (
	atOnce    = 10_000
	mostParts = 1000
)

// IDs returns the names of the items of a stream, but those of another one; "" leaves out
// none. The newest are first.
func (c *Client) IDs(ctx context.Context, stream, without string) (all []ItemID, err error) {
	query := url.Values{"output": {"json"}, "s": {stream}, "n": {strconv.Itoa(atOnce)}}
	if without != "" {
		query.Set("xt", without)
	}
	seen := map[ItemID]bool{}
	for range mostParts {
		answer, err := c.get(ctx, "/stream/items/ids", query)
		if err != nil {
			return nil, err
		}
		part, next, err := c.readIDs(answer)
		if err != nil {
			return nil, err
		}
		for _, id := range part {
			if !seen[id] {
				seen[id] = true
				all = append(all, id)
			}
		}
		if next == "" {
			return all, nil
		}
		if next == query.Get("c") {
			break
		}
		query.Set("c", next)
	}
	return nil, c.fail(ErrAnswer, nil, errEndless)
}

// errEndless is a list that does not end.
var errEndless = fmt.Errorf("a list of more than %d parts, or of one again and again", mostParts)

// readIDs reads the names in an answer, and what to ask for the next part with.
func (c *Client) readIDs(answer *web.Answer) (ids []ItemID, next string, err error) {
	var in struct {
		Refs *[]struct {
			ID label `json:"id"`
		} `json:"itemRefs"`
		Next label `json:"continuation"`
	}
	if err := c.decode(answer, &in); err != nil {
		return nil, "", err
	}
	if in.Refs == nil {
		return nil, "", c.fail(ErrAnswer, answer, errMissing)
	}
	for _, r := range *in.Refs {
		id, ok := ParseItemID(string(r.ID))
		if !ok {
			return nil, "", c.fail(ErrAnswer, answer, errNoID)
		}
		ids = append(ids, id)
	}
	return ids, string(in.Next), nil
}

// errNoID is what should be the name of an item.
var errNoID = errors.New("what should name an item does not")

// idForm makes the form that names items.
func idForm(ids []ItemID) url.Values {
	form := url.Values{}
	for _, id := range ids {
		form.Add("i", id.long())
	}
	return form
}

// Edit adds items to a stream, or takes them out of it: at most [Most] of them. Without an
// error the server has done it. Done again it changes nothing.
func (c *Client) Edit(ctx context.Context, stream string, add bool, ids []ItemID) error {
	form := idForm(ids)
	if add {
		form.Set("a", stream)
	} else {
		form.Set("r", stream)
	}
	return c.confirmed(ctx, "/edit-tag", form)
}

// confirmed asks for a change, which the server is to confirm.
func (c *Client) confirmed(ctx context.Context, path string, form url.Values) error {
	answer, err := c.post(ctx, path, form)
	if err != nil {
		return err
	}
	if body := bytes.TrimSpace(answer.Body); !bytes.HasPrefix(bytes.ToUpper(body), []byte("OK")) {
		if bytes.HasPrefix(body, []byte("<")) {
			return c.fail(ErrNoServer, answer, nil)
		}
		return c.fail(ErrAnswer, answer, errUnconfirmed)
	}
	return nil
}

// errUnconfirmed is an answer that does not say that it was done.
var errUnconfirmed = errors.New("it does not say that it is done")

// Contents returns items as the server has them: at most [Most] of them. Those that it does
// not have any more are left out.
func (c *Client) Contents(ctx context.Context, ids []ItemID) ([]Item, error) {
	form := idForm(ids)
	form.Set("output", "json")
	answer, err := c.post(ctx, "/stream/items/contents", form)
	if err != nil {
		return nil, err
	}
	return c.readItems(answer)
}
