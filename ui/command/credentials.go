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

// credentials gives what is known of servers by commands that the settings name, each of
// which is asked once a host. Nothing of it is kept, shown or logged.
func (e *env) credentials() func(ctx context.Context, address string) (web.Credentials, error) {
	if len(e.feeds.passwords) == 0 {
		return nil
	}
	var mu sync.Mutex
	known := map[string]web.Credentials{}
	return func(ctx context.Context, address string) (web.Credentials, error) {
		u, err := url.Parse(address)
		if err != nil {
			return web.Credentials{}, nil
		}
		mu.Lock()
		defer mu.Unlock()
		host := strings.ToLower(u.Hostname())
		if c, ok := known[host]; ok {
			return c, nil
		}
		command, ok := e.feeds.passwords[host]
		if !ok {
			command, ok = e.feeds.passwords[""]
		}
		if !ok || len(command) == 0 {
			return web.Credentials{}, nil
		}
		said, err := exec.CommandContext(ctx, command[0], append(append([]string{}, command[1:]...), host)...).Output() //nolint:gosec // the user names it
		if err != nil {
			return web.Credentials{}, fmt.Errorf("%s: %w", command[0], err)
		}
		known[host] = parseCredentials(string(said))
		return known[host], nil
	}
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
