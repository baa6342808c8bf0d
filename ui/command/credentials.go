package command

import (
	"context"
	"fmt"
	"net/url"
	"os/exec"
	"strings"
	"sync"

	"github.com/warraq/warraq/articles/web"
)

// credentials gives what is known of servers by what the settings name: commands, each of
// which is asked once a host, and cookies files. Nothing of it is kept, shown or logged.
func (e *env) credentials() func(ctx context.Context, address string) (web.Credentials, error) {
	if len(e.feeds.passwords) == 0 && len(e.feeds.cookies) == 0 {
		return nil
	}
	var mu sync.Mutex
	known := map[string]web.Credentials{}
	return func(ctx context.Context, address string) (c web.Credentials, err error) {
		u, err := url.Parse(address)
		if err != nil {
			return c, nil //nolint:nilerr // there is none of what is no address
		}
		host := strings.ToLower(u.Hostname())
		mu.Lock()
		c, asked := known[host]
		if !asked {
			if c, err = e.askCredentials(ctx, host); err == nil {
				known[host] = c
			}
		}
		mu.Unlock()
		if file, ok := e.feeds.cookies.of(address); ok && err == nil {
			c.Cookies, err = file.read()
		}
		return c, err
	}
}

// askCredentials asks the command that is for a host, if there is one.
func (e *env) askCredentials(ctx context.Context, host string) (web.Credentials, error) {
	command, ok := e.feeds.passwords[host]
	if !ok {
		command = e.feeds.passwords[""]
	}
	if len(command) == 0 {
		return web.Credentials{}, nil
	}
	said, err := exec.CommandContext(ctx, command[0], append(append([]string{}, command[1:]...), host)...).Output() //nolint:gosec // the user names it
	if err != nil {
		return web.Credentials{}, fmt.Errorf("%s: %w", command[0], err)
	}
	return parseCredentials(string(said)), nil
}

// parseCredentials reads what a command says: lines of user=, password= and bearer=, as
// git's credential helpers write them; else one line that is user:password, or a token.
func parseCredentials(said string) (c web.Credentials) {
	named := false
	for line := range strings.Lines(said) {
		name, value, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "=")
		if !ok {
			continue
		}
		switch name {
		case "user", "username":
			c.User, named = value, true
		case "password":
			c.Password, named = value, true
		case "bearer":
			c.Bearer, named = value, true
		}
	}
	if named {
		return c
	}
	first, _, _ := strings.Cut(said, "\n")
	first = strings.TrimRight(first, "\r")
	if user, password, ok := strings.Cut(first, ":"); ok {
		return web.Credentials{User: user, Password: password}
	}
	return web.Credentials{Bearer: first}
}
