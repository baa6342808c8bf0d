package terminal

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"runtime"
	"slices"
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
		u, err := url.Parse(address)
		if err != nil || !slices.Contains([]string{"http", "https", "mailto"}, u.Scheme) {
			return fmt.Errorf("%q: %w", address, ErrNotOpened)
		}
		name, args := openCommand(runtime.GOOS, getenv)
		if _, err := exec.LookPath(name); name == "" || err != nil {
			return ErrNoBrowser
		}
		command := exec.CommandContext(context.WithoutCancel(ctx), name, append(args, u.String())...) //nolint:gosec // one of three names, and no shell
		if err := command.Start(); err != nil {
			return fmt.Errorf("opening %q: %w", address, err)
		}
		go func() { _ = command.Wait() }() // how it fares is its own affair
		return nil
	}
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
