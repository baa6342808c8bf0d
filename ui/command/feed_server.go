package command

import (
	"cmp"
	"context"
	"errors"
	"net/url"
	"strings"

	"github.com/warraq/warraq/articles/greader"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
)

// errNoPassword is a server for whose host the settings name no password_command.
var errNoPassword = errors.New("password_command gives none for it")

// loginTo gives the name and the password by which its reader is known to a server of
// feeds: those that the password_command of its host says. Nothing of it is kept, shown or
// logged.
func (e *env) loginTo(ctx context.Context, server *store.Feed) (user, password string, err error) {
	u, err := url.Parse(server.Address)
	if err != nil {
		return "", "", errNoPassword
	}
	c, err := e.askCredentials(ctx, strings.ToLower(u.Hostname()))
	if err != nil {
		return "", "", err
	}
	// A line without a name before it is the password alone.
	user, password = cmp.Or(server.Account, c.User), cmp.Or(c.Password, c.Bearer)
	if user == "" || password == "" {
		return "", "", errNoPassword
	}
	return user, password, nil
}

// readerClient makes what asks a server of feeds.
func (e *env) readerClient(server *store.Feed) *greader.Client {
	secret := func(ctx context.Context) (user, password string, err error) { return e.loginTo(ctx, server) }
	return greader.New(server.Address, secret, lazyClient{e}.Get)
}

// serverAt gives the server of feeds at an address, once it has answered.
func (a *feedAdding) serverAt(ctx context.Context, address string) (store.Feed, error) {
	f := store.Feed{Address: greader.Address(address), IsServer: true, Account: a.user}
	if u, err := url.Parse(address); err == nil {
		f.Title = u.Host
	}
	if a.unchecked {
		return f, nil
	}
	if _, err := a.env.readerClient(&f).Subscriptions(ctx); err != nil {
		return f, ofServer(err, f.Address)
	}
	return f, nil
}

// ofServer gives an error of asking a server the address of the server, for all that was
// asked of it.
func ofServer(err error, address string) error {
	if wrong, ok := errors.AsType[*web.Error](err); ok {
		shown := *wrong
		shown.Address = address
		return &shown
	}
	return err
}

// withoutServers gives the feeds among some that are no servers.
func withoutServers(all []store.Feed) (feeds []store.Feed) {
	for i := range all {
		if !all[i].IsServer {
			feeds = append(feeds, all[i])
		}
	}
	return feeds
}
