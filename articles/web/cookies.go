package web

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Cookie is one of a cookies file: for which host and path, and what is sent.
type Cookie struct {
	Host    string // without the dot before it
	Below   bool   // for the hosts below it too
	Path    string
	Secure  bool      // over https alone
	Expires time.Time // zero is never
	Name    string
	Value   string
}

var (
	errNotCookie = errors.New("it is no line of a cookies file: seven fields between tabs")
	errLongLines = errors.New("its lines are too long for a cookies file")
)

// ReadCookies reads a cookies file as browsers' extensions and curl write it (Netscape:
// seven fields between tabs a line) and returns its cookies. A line that is none is an
// error that names its number, not its content.
func ReadCookies(r io.Reader) ([]Cookie, error) {
	var all []Cookie
	in := bufio.NewScanner(r)
	for number := 1; in.Scan(); number++ {
		line := strings.TrimRight(in.Text(), "\r\n")
		line = strings.TrimPrefix(strings.TrimPrefix(line, "\uFEFF"), "#HttpOnly_")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		c, err := readCookie(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		all = append(all, c)
	}
	if in.Err() != nil {
		return nil, errLongLines
	}
	return all, nil
}

// readCookie reads one line of a cookies file.
func readCookie(line string) (Cookie, error) {
	field := strings.Split(line, "\t")
	if len(field) == 6 {
		field = append(field, "") // a cookie without a value
	}
	if len(field) != 7 || field[0] == "" || field[5] == "" {
		return Cookie{}, errNotCookie
	}
	expires, err := strconv.ParseFloat(field[4], 64)
	if err != nil {
		return Cookie{}, errNotCookie
	}
	c := Cookie{
		Host: strings.TrimPrefix(field[0], "."), Below: strings.EqualFold(field[1], "TRUE") || strings.HasPrefix(field[0], "."),
		Path: field[2], Secure: strings.EqualFold(field[3], "TRUE"), Name: field[5], Value: field[6],
	}
	if expires > 0 {
		c.Expires = time.Unix(int64(min(expires, 1<<40)), 0)
	}
	return c, nil
}

// isFor reports whether a cookie is for a host.
func (c *Cookie) isFor(host string) bool {
	host, of := strings.ToLower(host), strings.ToLower(c.Host)
	return host == of || c.Below && strings.HasSuffix(host, "."+of)
}

// takeCookies puts those cookies into the jar that are for the host asked first.
func (f *fetch) takeCookies(all []Cookie) {
	for _, c := range all {
		if !c.isFor(f.first.Hostname()) {
			continue
		}
		made := &http.Cookie{Name: c.Name, Value: c.Value, Path: c.Path, Secure: c.Secure, Expires: c.Expires} //nolint:gosec // it is sent as its file has it
		if c.Below {
			made.Domain = c.Host
		}
		at := *f.first
		at.Scheme = "https" // where a cookie that is for https alone is taken
		f.jar.SetCookies(&at, []*http.Cookie{made})
	}
}
