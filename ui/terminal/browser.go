package terminal

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"runtime"
	"slices"
	"strings"
)

// ErrNoBrowser is the error where nothing is known that would open an address.
var ErrNoBrowser = errors.New("nothing here opens addresses")

// ErrNotOpened is the error for an address of a kind that is not opened.
var ErrNotOpened = errors.New("addresses of this kind are not opened")

// Browser gives what opens an address of the web or of mail by the program that
// the system has for that. It does not wait for the program, which gets nothing of
// the terminal.
func Browser(getenv func(string) string) func(ctx context.Context, address string) error {
	return func(ctx context.Context, address string) error {
		address, err := checkedAddress(address)
		if err != nil {
			return err
		}
		name, args := openCommand(runtime.GOOS, getenv)
		if _, err := exec.LookPath(name); name == "" || err != nil {
			return ErrNoBrowser
		}
		return startBeside(ctx, name, append(args, address))
	}
}

// Opener gives what opens an address of the web or of mail by a command that the user
// names, with the address in the place of each {url} in its arguments, or behind them. It
// runs as a program of [Browser] does, and no shell has a part in it.
func Opener(command []string) func(ctx context.Context, address string) error {
	return func(ctx context.Context, address string) error {
		address, err := checkedAddress(address)
		if err != nil {
			return err
		}
		whole := WithAddress(command, address)
		return startBeside(ctx, whole[0], whole[1:])
	}
}

// WithAddress returns a command with an address in the place of each {url} in its arguments,
// or behind them.
func WithAddress(command []string, address string) []string {
	put, named := []string{command[0]}, false
	for _, arg := range command[1:] {
		named = named || strings.Contains(arg, "{url}")
		put = append(put, strings.ReplaceAll(arg, "{url}", address))
	}
	if !named {
		put = append(put, address)
	}
	return put
}

// checkedAddress returns an address as it is handed to programs, if it is of a kind that
// is opened.
func checkedAddress(address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil || !slices.Contains([]string{"http", "https", "mailto"}, u.Scheme) {
		return "", fmt.Errorf("%q: %w", address, ErrNotOpened)
	}
	return u.String(), nil
}

// startBeside starts a program that gets nothing of the terminal and is not waited for.
func startBeside(ctx context.Context, name string, args []string) error {
	command := exec.CommandContext(context.WithoutCancel(ctx), name, args...) //nolint:gosec // the user's or one of three, and no shell
	if err := command.Start(); err != nil {
		return fmt.Errorf("starting %q: %w", name, err)
	}
	go func() { _ = command.Wait() }() // how it fares is its own affair
	return nil
}

// openCommand is the program that opens addresses on a system, and what goes before the
// address. Where no window could open there is none: what xdg-open would start
// then takes the terminal.
func openCommand(system string, getenv func(string) string) (name string, args []string) {
	switch system {
	case "windows":
		return "rundll32", []string{"url.dll,FileProtocolHandler"}
	case "darwin":
		return "open", nil
	case "android":
		return "termux-open-url", nil
	}
	if getenv("DISPLAY") == "" && getenv("WAYLAND_DISPLAY") == "" {
		return "", nil
	}
	return "xdg-open", nil
}
