package command

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/ui/outside"
)

// credentials gives what is known of servers by what the settings name: commands, each of
// which is asked once a host, and cookies files. Nothing of it is kept, shown or logged.
func (e *env) credentials() func(ctx context.Context, address string) (web.Credentials, error) {
	if len(e.feeds.passwords) == 0 && len(e.feeds.cookies) == 0 {
		return nil
	}
	var mu sync.Mutex
	known := map[string]web.Credentials{}
	hung := map[string]hungSecret{}
	return func(ctx context.Context, address string) (c web.Credentials, err error) {
		u, err := url.Parse(address)
		if err != nil {
			return c, nil //nolint:nilerr // there is none of what is no address
		}
		host := strings.ToLower(u.Hostname())
		mu.Lock()
		c, asked := known[host]
		if last := hung[host]; !asked && time.Now().Before(last.until) {
			err = last.err
		} else if !asked {
			if c, err = e.askCredentials(ctx, host); err == nil {
				known[host] = c
			} else if errors.Is(err, web.ErrSecretHangs) { // each feed of the host would wait as long
				hung[host] = hungSecret{err, time.Now().Add(secretPause)}
			}
		}
		mu.Unlock()
		if file, ok := e.feeds.cookies.of(address); ok && err == nil {
			c.Cookies, err = file.read()
		}
		return c, err
	}
}

// hungSecret is a command that did not end, and until when it is not asked again.
type hungSecret struct {
	err   error
	until time.Time
}

// secretPause is how long a command is left alone that did not end.
const secretPause = 10 * time.Minute

// askCredentials asks the command that is for a host, if there is one.
func (e *env) askCredentials(ctx context.Context, host string) (web.Credentials, error) {
	command, ok := e.feeds.passwords[host]
	if !ok {
		command = e.feeds.passwords[""]
	}
	if len(command) == 0 {
		return web.Credentials{}, nil
	}
	said, err := askSecret(ctx, secretPatience, command[0], append(slices.Clone(command[1:]), host)...)
	switch {
	case errors.Is(err, outside.ErrHangs):
		return web.Credentials{}, fmt.Errorf("%s: %w", command[0], web.ErrSecretHangs)
	case err != nil:
		return web.Credentials{}, fmt.Errorf("%s: %w", command[0], err)
	}
	return parseCredentials(string(said)), nil
}

// secretPatience is how long a command may take that gives a secret: its user may have to
// type another one for it.
const secretPatience = 2 * time.Minute

// askSecret runs a command that gives a secret and returns what it wrote. It keeps the
// terminal, at which it may ask something, and is ended where it takes too long.
func askSecret(ctx context.Context, most time.Duration, name string, args ...string) ([]byte, error) {
	within, stop := context.WithTimeoutCause(ctx, most, outside.ErrHangs)
	defer stop()
	program := exec.CommandContext(within, name, args...) //nolint:gosec // the user names it
	program.WaitDelay = time.Second                       // what it has started may hold what it writes to
	said, err := program.Output()
	switch {
	case errors.Is(err, exec.ErrWaitDelay): // it has said all that it had to say
		err = nil
	case within.Err() != nil && ctx.Err() == nil:
		err = context.Cause(within)
	}
	return said, err //nolint:wrapcheck // the caller names the program
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
