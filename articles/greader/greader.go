// Package greader speaks the Google Reader API, by which servers of feeds let programs read
// what they have fetched: FreshRSS, Miniflux, The Old Reader and others. It knows no library:
// it asks for subscriptions, for the names and the contents of items, and says what was read
// and starred.
//
// Nobody has written down what the API is since Google let it go, and each server has its
// own of it. What differs, and is dealt with here:
//
//   - One logs in once (ClientLogin), and every request carries what that gave. Those that
//     change something carry a second token, which some servers let expire after a while;
//     both are had anew where a server refuses them.
//   - Items are named by numbers, long in one place (tag:google.com,2005:reader/item/ and
//     sixteen hexadecimal digits) and short in another (decimal digits); those of The Old
//     Reader are no numbers. They are one name here ([ItemID]), and sent long.
//   - Times are in seconds, milliseconds or microseconds, as numbers or as texts.
//   - What is missing in an answer is not the same as nothing: a list of unread items that
//     is not there would mark all as read. So a list has to be there.
//
// What goes wrong is a [web.Error]: of package web where a server could not be asked, of one
// of the kinds here where what answers is no such server, or does not know who asks.
package greader

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"net/url"
	"strings"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/articles/web"
)

// The kinds of what can be wrong with a server beside those of package web.
var (
	ErrLogin    = errors.New("the server does not know this user with this password")
	ErrNoServer = errors.New("what answers there does not speak the Google Reader API")
	ErrAnswer   = errors.New("the server's answer cannot be understood")
)

// Ask asks a server, as [web.Client.Get] does.
type Ask func(ctx context.Context, r web.Request) (*web.Answer, error)

// Secret gives the name of a user and the password.
type Secret func(ctx context.Context) (user, password string, err error)

// Client asks one server for one user. It is for one goroutine at a time. What it is given
// on logging in it keeps for itself, as long as it lives.
type Client struct {
	address string
	secret  Secret
	ask     Ask

	api   string // the address that all others begin with, "" until it is known
	auth  string // "" before logging in
	token string // of requests that change something
}

// New makes a client of a server at an address and returns it. The address is that of the
// server or of its API.
func New(address string, secret Secret, ask Ask) *Client {
	return &Client{address: Address(address), secret: secret, ask: ask}
}

// Where the API of a server lies.
const (
	loginPath    = "/accounts/ClientLogin"
	readerPath   = "/reader/api/0"
	freshRSSPath = "/api/greader.php"
)

// Address returns the address of a server without what is the same of all.
func Address(address string) string {
	address = strings.TrimRight(strings.TrimSpace(address), "/")
	for _, end := range []string{loginPath, readerPath} {
		address = strings.TrimRight(strings.TrimSuffix(address, end), "/")
	}
	return address
}

// Login logs in: where the address itself is not that of an API it is looked for where
// FreshRSS has it.
func (c *Client) Login(ctx context.Context) error {
	user, password, err := c.secret(ctx)
	if err != nil {
		return c.fail(web.KindOfSecret(err), nil, err)
	}
	places := []string{c.address}
	if !strings.HasSuffix(c.address, ".php") {
		places = append(places, c.address+freshRSSPath)
	}
	if c.api != "" {
		places = []string{c.api}
	}
	for _, place := range places {
		if err = c.loginAt(ctx, place, user, password); err == nil {
			c.api = place
			return nil
		}
		if !errors.Is(err, ErrNoServer) {
			return err
		}
	}
	return err
}

// statusNoForms is what a server answers that takes no forms at all (501, RFC 9110): one of
// files.
const statusNoForms = 501

// loginAt logs in at one address.
func (c *Client) loginAt(ctx context.Context, place, user, password string) error {
	answer, err := c.ask(ctx, web.Request{Address: place + loginPath, Private: true, Accept: "text/plain", Form: url.Values{
		"Email": {user}, "Passwd": {password}, "client": {"Warraq"}, "accountType": {"HOSTED_OR_GOOGLE"}, "service": {"reader"},
	}})
	switch {
	case err == nil:
	case answer == nil:
		return err
	case errors.Is(err, web.ErrPassword), errors.Is(err, web.ErrForbidden):
		return c.fail(ErrLogin, answer, nil)
	case errors.Is(err, web.ErrNotFound), errors.Is(err, web.ErrGone), errors.Is(err, web.ErrStatus), answer.Status == statusNoForms:
		return c.fail(ErrNoServer, answer, nil)
	default:
		return err
	}
	for line := range strings.Lines(string(answer.Body)) {
		if auth, ok := strings.CutPrefix(strings.TrimSpace(line), "Auth="); ok && auth != "" {
			c.auth, c.token = auth, ""
			return nil
		}
	}
	return c.fail(ErrNoServer, answer, nil)
}

// fail makes an error about the server.
func (c *Client) fail(kind error, answer *web.Answer, why error) *web.Error {
	e := &web.Error{Address: c.address, Kind: kind, Why: why}
	if answer != nil && answer.Status >= 400 {
		e.Status = answer.Status
	}
	return e
}

// get asks for something that changes nothing.
func (c *Client) get(ctx context.Context, path string, query url.Values) (*web.Answer, error) {
	return c.signed(ctx, func() (*web.Answer, error) {
		r := web.Request{Address: c.api + readerPath + path, Accept: "application/json", Private: true}
		if len(query) > 0 {
			r.Address += "?" + query.Encode()
		}
		r.Credentials.Authorization = "GoogleLogin auth=" + c.auth
		return c.ask(ctx, r)
	}, func() error { return c.Login(ctx) })
}

// post asks for something with the token of changes.
func (c *Client) post(ctx context.Context, path string, form url.Values) (*web.Answer, error) {
	if c.token == "" {
		if err := c.newToken(ctx); err != nil {
			return nil, err
		}
	}
	return c.signed(ctx, func() (*web.Answer, error) {
		form.Set("T", c.token)
		r := web.Request{Address: c.api + readerPath + path, Accept: "application/json", Private: true, Form: form}
		r.Credentials.Authorization = "GoogleLogin auth=" + c.auth
		return c.ask(ctx, r)
	}, func() error { return c.newToken(ctx) })
}

// signed asks for something, and where the server does not take for what it is signed with,
// once more after that was had anew.
func (c *Client) signed(ctx context.Context, do func() (*web.Answer, error), renew func() error) (*web.Answer, error) {
	if c.auth == "" {
		if err := c.Login(ctx); err != nil {
			return nil, err
		}
	}
	answer, err := do()
	if !errors.Is(err, web.ErrPassword) {
		return answer, err
	}
	if err = renew(); err != nil {
		return nil, err
	}
	answer, err = do()
	if errors.Is(err, web.ErrPassword) {
		return nil, c.fail(ErrLogin, answer, nil)
	}
	return answer, err
}

// newToken asks for a token of changes.
func (c *Client) newToken(ctx context.Context) error {
	answer, err := c.get(ctx, "/token", nil)
	if err != nil {
		return err
	}
	token := string(bytes.TrimSpace(answer.Body))
	if token == "" || len(token) > maxToken || strings.ContainsAny(token, "<{ \t\r\n") {
		return c.fail(ErrNoServer, answer, nil)
	}
	c.token = token
	return nil
}

// maxToken is how long a token is at most, in bytes.
const maxToken = 4096

// decode reads an answer in JSON. A page in its place is none of such a server.
func (c *Client) decode(answer *web.Answer, into any) error {
	body := bytes.TrimSpace(bytes.TrimPrefix(answer.Body, []byte("\uFEFF")))
	if len(body) > 0 && body[0] == '<' {
		return c.fail(ErrNoServer, answer, nil)
	}
	if err := json.Unmarshal(body, into); err != nil {
		return c.fail(ErrAnswer, answer, err)
	}
	return nil
}

// Subscription is a feed that a server follows.
type Subscription struct {
	Stream  string // by which the server names it
	Address string // of the feed, "" where the server does not say
	Title   string
	Site    string
	Folder  string // "" is none
}

// Subscriptions returns the feeds that the server follows.
func (c *Client) Subscriptions(ctx context.Context) ([]Subscription, error) {
	answer, err := c.get(ctx, "/subscription/list", url.Values{"output": {"json"}})
	if err != nil {
		return nil, err
	}
	return c.readSubscriptions(answer)
}

// readSubscriptions reads the feeds in an answer.
func (c *Client) readSubscriptions(answer *web.Answer) (list []Subscription, err error) {
	var in struct {
		Subscriptions *[]struct {
			ID         label   `json:"id"`
			Title      label   `json:"title"`
			URL        label   `json:"url"`
			HTMLURL    label   `json:"htmlUrl"`
			Categories folders `json:"categories"`
		} `json:"subscriptions"`
	}
	if err := c.decode(answer, &in); err != nil {
		return nil, err
	}
	if in.Subscriptions == nil {
		return nil, c.fail(ErrAnswer, answer, errMissing)
	}
	for _, s := range *in.Subscriptions {
		if s.ID == "" {
			continue
		}
		one := Subscription{Stream: string(s.ID), Title: text.CleanLine(string(s.Title)), Folder: text.CleanLine(string(s.Categories))}
		if to := webAddress(string(s.HTMLURL)); to != "" {
			one.Site = to
		}
		one.Address = cmp.Or(webAddress(string(s.URL)), webAddress(strings.TrimPrefix(one.Stream, "feed/")))
		list = append(list, one)
	}
	return list, nil
}

// errMissing is an answer without the list that was asked for.
var errMissing = errors.New("the list is not in it")
