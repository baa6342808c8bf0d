package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/ui/settings"
	"github.com/warraq/warraq/ui/terminal"
)

// byHost are settings of hosts; "" is of all others.
type byHost[T any] map[string]T

// set keeps a setting of a host, and makes room for it where there is none yet.
func (b *byHost[T]) set(host string, value T) {
	if *b == nil {
		*b = byHost[T]{}
	}
	(*b)[strings.ToLower(host)] = value
}

// of finds the setting of the host of an address: its own, else that of a host that it is
// below, else that of all; false where there is none.
func (b byHost[T]) of(address string) (value T, found bool) {
	u, err := url.Parse(address)
	if err != nil || len(b) == 0 {
		return value, false
	}
	for host := strings.ToLower(u.Hostname()); ; {
		if value, found = b[host]; found || host == "" {
			return value, found
		}
		_, host, _ = strings.Cut(host, ".")
	}
}

// pictureCounts are how many pictures of a page are fetched, by what the settings say.
var pictureCounts = map[string]int{"none": 0, "first": 1, "all": math.MaxInt}

// setPictures takes how many pictures are fetched of the pages of a host.
func (f *feedSettings) setPictures(host string, s settings.Setting) error {
	most, ok := pictureCounts[s.Value()]
	if !ok || len(s.Values) != 1 {
		return valueError{s.Name(), strings.Join(s.Values, ", "), choiceError{[]string{"none", "first", "all"}}}
	}
	f.pictures.set(host, most)
	return nil
}

// picturesOf tells how many pictures of a page at an address are fetched.
func (f *feedSettings) picturesOf(address string) int {
	most, _ := f.pictures.of(address)
	return most
}

// setCookies takes the cookies file of a host.
func (f *feedSettings) setCookies(host string, s settings.Setting) error {
	if s.Value() == "" || len(s.Values) != 1 {
		return valueError{s.Name(), strings.Join(s.Values, ", "), errNoCookies}
	}
	f.cookies.set(host, &cookiesFile{path: s.Value()})
	return nil
}

// errNoCookies is a value that is to be the path of a file.
var errNoCookies = errors.New("the path of a cookies file (cookies.txt)")

// cookiesFile is a file of cookies, which is read again once it has changed.
type cookiesFile struct {
	path string

	mu      sync.Mutex
	state   fs.FileInfo // when it was read
	cookies []web.Cookie
}

// read gives the cookies in the file as it is now.
func (c *cookiesFile) read() ([]web.Cookie, error) {
	path := c.path
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		home, err := os.UserHomeDir()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		path = filepath.Join(home, rest)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	state, err := os.Stat(path)
	if err != nil {
		return nil, err //nolint:wrapcheck // it names the file
	}
	if c.state != nil && state.ModTime().Equal(c.state.ModTime()) && state.Size() == c.state.Size() {
		return c.cookies, nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err //nolint:wrapcheck // it names the file
	}
	defer file.Close() //nolint:errcheck // it was only read
	cookies, err := web.ReadCookies(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	c.state, c.cookies = state, cookies
	return cookies, nil
}

// maxPrograms is how many programs fetch pages at a time: each may be a browser.
const maxPrograms = 2

// pageProgram returns what fetches pages by the commands that the settings name, nil where they
// name none. What a command writes to its standard output is the page; it gets nothing on
// its standard input, and no shell has a part in it.
func (e *env) pageProgram() func(ctx context.Context, address string, most int64) ([]byte, bool, error) {
	if len(e.feeds.programs) == 0 {
		return nil
	}
	free := make(chan struct{}, maxPrograms)
	return func(ctx context.Context, address string, most int64) ([]byte, bool, error) {
		command, ok := e.feeds.programs.of(address)
		if !ok || len(command) == 0 {
			return nil, false, nil
		}
		select {
		case free <- struct{}{}:
			defer func() { <-free }()
		case <-ctx.Done():
			return nil, true, ctx.Err()
		}
		page, err := runProgram(ctx, terminal.WithAddress(command, address), most)
		return page, true, err
	}
}

// endingPrograms is how long a program that is to end may take for it.
const endingPrograms = 3 * time.Second

// runProgram runs a command and returns what it wrote to its standard output, up to a byte
// more than is wanted. What it says where it fails is the last line of its standard error.
func runProgram(ctx context.Context, command []string, most int64) ([]byte, error) {
	page, said := &boundedBuffer{most: most + 1}, &lastLine{}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	page.full = stop
	program := exec.CommandContext(ctx, command[0], command[1:]...) //nolint:gosec // the user names it
	program.Stdout, program.Stderr = page, said
	program.WaitDelay = endingPrograms
	program.Cancel = func() error {
		if program.Process.Signal(syscall.SIGTERM) == nil { // so that it can end what it has started
			return nil
		}
		return program.Process.Kill()
	}
	err := program.Run()
	switch {
	case int64(len(page.kept)) > most, err == nil:
		return page.kept, nil
	case said.String() != "":
		return nil, fmt.Errorf("%s: %s", command[0], said.String()) //nolint:err113 // in its own words
	}
	return nil, fmt.Errorf("%s: %w", command[0], err)
}

// boundedBuffer keeps what is written to it, so many bytes of it; then it tells that it is
// full. It embeds no buffer: that would be written to past the bound.
type boundedBuffer struct {
	kept []byte
	most int64
	full func()
}

// Write keeps as much as there is room for.
func (b *boundedBuffer) Write(p []byte) (int, error) {
	left := b.most - int64(len(b.kept))
	if int64(len(p)) >= left {
		b.full()
	}
	b.kept = append(b.kept, p[:min(int64(len(p)), left)]...)
	return len(p), nil
}

// lastLine keeps the end of what is written to it.
type lastLine struct{ end []byte }

// longestEnd is how much of the end is kept, in bytes.
const longestEnd = 400

// Write keeps the end.
func (l *lastLine) Write(p []byte) (int, error) {
	l.end = append(l.end, p...)
	l.end = l.end[max(0, len(l.end)-longestEnd):]
	return len(p), nil
}

// String returns the last line, cleaned.
func (l *lastLine) String() string {
	all := bytes.TrimSpace(l.end)
	return text.CleanLine(string(all[bytes.LastIndexByte(all, '\n')+1:]))
}
