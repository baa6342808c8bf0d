package web

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
)

// echoCredentials answers with what it was sent: who it is by its head, and its cookies.
func echoCredentials(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/away":
		http.Redirect(w, r, r.URL.Query().Get("to"), http.StatusFound)
	default:
		_, _ = io.WriteString(w, r.Header.Get("Authorization")+"|"+r.Header.Get("Cookie"))
	}
}

// Credentials go to the host that they are for, and nowhere else.
func TestCredentials(t *testing.T) {
	t.Parallel()
	s := httptest.NewServer(http.HandlerFunc(echoCredentials))
	t.Cleanup(s.Close)
	local := strings.Replace(s.URL, "127.0.0.1", "localhost", 1)
	basic := "Basic " + base64.StdEncoding.EncodeToString([]byte("قارئ:سر"))
	cookies := []Cookie{{Host: "127.0.0.1", Path: "/", Name: "a", Value: "1"}, {Host: "other.example", Path: "/", Name: "b", Value: "2"}, {Host: "127.0.0.1", Path: "/x", Name: "c", Value: "3"}}
	for name, tt := range map[string]struct {
		address string
		secret  Credentials
		asks    func(context.Context, string) (Credentials, error)
		want    string
		kind    error
	}{
		"none":               {s.URL, Credentials{}, nil, "|", nil},
		"a password":         {s.URL, Credentials{User: "قارئ", Password: "سر"}, nil, basic + "|", nil},
		"in the address":     {strings.Replace(s.URL, "://", "://"+url.UserPassword("قارئ", "سر").String()+"@", 1), Credentials{}, nil, basic + "|", nil},
		"a token":            {s.URL, Credentials{Bearer: "t"}, nil, "Bearer t|", nil},
		"cookies":            {s.URL, Credentials{Cookies: cookies}, nil, "|a=1", nil},
		"asked for":          {s.URL, Credentials{}, func(context.Context, string) (Credentials, error) { return Credentials{Bearer: "t"}, nil }, "Bearer t|", nil},
		"that cannot be had": {s.URL, Credentials{}, func(context.Context, string) (Credentials, error) { return Credentials{}, io.ErrClosedPipe }, "", ErrCredentials},
		"that do not come": {s.URL, Credentials{}, func(context.Context, string) (Credentials, error) {
			return Credentials{}, fmt.Errorf("pass: %w", ErrSecretHangs)
		}, "", ErrSecretHangs},
		"that end a line":      {s.URL, Credentials{Bearer: "t\r\nEvil: yes"}, nil, "", ErrCredentials},
		"after a redirect":     {s.URL + "/away?to=/b", Credentials{Bearer: "t", Cookies: cookies}, nil, "Bearer t|a=1", nil},
		"not for another host": {local + "/away?to=" + url.QueryEscape(s.URL), Credentials{Bearer: "t", Cookies: cookies}, nil, "|", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := client(t, Options{Credentials: tt.asks})
			c.isPrivate = func(netip.Addr) bool { return false }
			a, err := c.Get(t.Context(), Request{Address: tt.address, Credentials: tt.secret})
			if !errors.Is(err, tt.kind) || tt.kind == nil && (err != nil || string(a.Body) != tt.want) {
				t.Fatalf("%v, %+v", err, a)
			}
			if a != nil && strings.Contains(a.Address+a.Permanent, "@") {
				t.Errorf("the password stands in %s", a.Address)
			}
		})
	}
}

// What was asked for in secret is not asked for in the open.
func TestOutOfSecrecy(t *testing.T) {
	t.Parallel()
	open := httptest.NewServer(http.HandlerFunc(echoCredentials))
	t.Cleanup(open.Close)
	secret := httptest.NewTLSServer(http.RedirectHandler(open.URL, http.StatusMovedPermanently))
	t.Cleanup(secret.Close)
	c := client(t, Options{})
	c.private.TLSClientConfig.RootCAs = secret.Client().Transport.(*http.Transport).TLSClientConfig.RootCAs
	if _, err := c.Get(t.Context(), Request{Address: secret.URL, Private: true, Credentials: Credentials{Bearer: "t"}}); !errors.Is(err, ErrScheme) {
		t.Errorf("with a token: %v", err)
	}
	a, err := c.Get(t.Context(), Request{Address: secret.URL, Private: true})
	if err != nil || string(a.Body) != "|" || a.Permanent != secret.URL {
		t.Errorf("without: %v, keeps %s", err, a.Permanent)
	}
}

// A proxy is asked for everything but what is private, and may itself be private.
func TestProxy(t *testing.T) {
	t.Parallel()
	var asked []string
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.String())
		_, _ = io.WriteString(w, twoEntries)
	}))
	t.Cleanup(proxy.Close)
	by, _ := url.Parse(proxy.URL)
	c := client(t, Options{Proxy: func(*url.URL) (*url.URL, error) { return by, nil }})
	if a, err := c.Get(t.Context(), Request{Address: "http://paper.example/feed"}); err != nil || len(a.Body) == 0 {
		t.Fatal(err)
	}
	for _, address := range []string{"http://127.0.0.1/", "http://localhost/", "http://169.254.169.254/"} {
		if _, err := c.Get(t.Context(), Request{Address: address}); !errors.Is(err, ErrPrivate) {
			t.Errorf("%s: %v", address, err)
		}
	}
	if strings.Join(asked, " ") != "http://paper.example/feed" {
		t.Errorf("it was asked for %q", asked)
	}
}

// What is wrong with the proxy is told from what is wrong with the server.
func TestProxyFails(t *testing.T) {
	t.Parallel()
	refuses := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusProxyAuthRequired)
	}))
	t.Cleanup(refuses.Close)
	away := httptest.NewServer(http.NotFoundHandler())
	away.Close()
	for _, by := range []string{refuses.URL, away.URL} {
		for _, address := range []string{"http://paper.example/feed", "https://paper.example/feed"} {
			to, _ := url.Parse(by)
			c := client(t, Options{Proxy: func(*url.URL) (*url.URL, error) { return to, nil }})
			if _, err := c.Get(t.Context(), Request{Address: address}); !errors.Is(err, ErrProxy) {
				t.Errorf("%s by %s: %v", address, by, err)
			}
		}
	}
}

// What is sent by a form goes to the host that it is for, where that redirects to itself,
// and nowhere else; what is known of the host otherwise is not sent beside it.
func TestForms(t *testing.T) {
	t.Parallel()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if to := r.URL.Query().Get("to"); to != "" {
			status := http.StatusMovedPermanently
			if r.URL.Path == "/done" {
				status = http.StatusSeeOther
			}
			http.Redirect(w, r, to, status)
			return
		}
		_ = r.ParseForm()
		_, _ = io.WriteString(w, r.Method+" "+r.PostForm.Get("Passwd")+"|"+r.Header.Get("Authorization"))
	}))
	t.Cleanup(s.Close)
	local := strings.Replace(s.URL, "127.0.0.1", "localhost", 1)
	for name, tt := range map[string]struct {
		address string
		secret  Credentials
		want    string
		kind    error
	}{
		"a form":                 {s.URL, Credentials{}, "POST سر&|", nil},
		"with who it is":         {s.URL, Credentials{Authorization: "GoogleLogin auth=x"}, "POST سر&|GoogleLogin auth=x", nil},
		"after a redirect":       {s.URL + "/a?to=/b", Credentials{}, "POST سر&|", nil},
		"that has arrived":       {s.URL + "/done?to=/b", Credentials{}, "GET |", nil},
		"never for another host": {s.URL + "/a?to=" + url.QueryEscape(local), Credentials{}, "", ErrScheme},
		"a head of two lines":    {s.URL, Credentials{Authorization: "x\r\nEvil: yes"}, "", ErrCredentials},
	} {
		c := client(t, Options{Credentials: func(context.Context, string) (Credentials, error) { return Credentials{Bearer: "t"}, nil }})
		c.isPrivate = func(netip.Addr) bool { return false }
		a, err := c.Get(t.Context(), Request{Address: tt.address, Credentials: tt.secret, Form: url.Values{"Passwd": {"سر&"}}})
		if !errors.Is(err, tt.kind) || tt.kind == nil && (err != nil || string(a.Body) != tt.want) {
			t.Errorf("%s: %v, %+v", name, err, a)
		}
	}
}
