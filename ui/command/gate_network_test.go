//go:build unix

package command_test

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
)

// serveHostile answers every request as a server would that wants to reach the terminal
// behind the program: by its status, its headers, where it sends one on, its feed and its
// pages.
func serveHostile(t *testing.T) (address string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	h := strings.NewReplacer("\r", "", "\n", "").Replace(hostileText)
	escaped := strings.NewReplacer("\x1b", "&#27;", "\u009b", "&#155;", "\x07", "&#7;", "\x7f", "&#127;", "\x08", "").Replace(h)
	answers := map[string]string{
		"/status": "HTTP/1.1 404 " + h + "\r\nContent-Length: 0\r\n\r\n",
		"/moved":  "HTTP/1.1 301 " + h + "\r\nLocation: /" + h + "\r\nContent-Length: 0\r\n\r\n",
		"/away":   "HTTP/1.1 302 x\r\nLocation: javascript:" + h + "\r\nContent-Length: 0\r\n\r\n",
		"/type":   "HTTP/1.1 200 OK\r\nContent-Type: " + h + "\r\nContent-Encoding: " + h + "\r\n\r\n" + h,
		"/broken": h + "\r\n\r\n",
		"/feed": "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nEtag: " + h + "\r\n\r\n<?xml version='1.0'?><rss version='2.0'><channel><title>" + escaped +
			"</title><link>http://x/" + escaped + "</link><item><title>خبر " + escaped + "</title><category>" + escaped + "</category><author>" + escaped +
			"</author><guid>" + escaped + "</guid><link>http://x.example/" + escaped + "</link><description>" + escaped + " نص طويل بما يكفي &lt;p&gt;ثم فقرة&lt;/p&gt;</description></item></channel></rss>",
		"/page": "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>" + h + "</title><link rel=alternate type='application/rss+xml' title='" + h + "' href='/feed?" + h + "'>" +
			"<link rel=alternate type='application/rss+xml' title='" + h + "2' href='/status?" + h + "'>" + "<p>" + h,
	}
	go func() {
		for {
			c, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				request, err := http.ReadRequest(bufio.NewReader(c))
				if err != nil {
					return
				}
				answer, ok := answers[request.URL.Path]
				if !ok {
					answer = answers["/status"]
				}
				_, _ = fmt.Fprint(c, answer)
			}()
		}
	}()
	return "http://" + listener.Addr().String()
}

// Nothing hostile leaves by the commands that ask servers, meet other machines, carry out
// rules and compare, either: what a server answers, what another machine is called and what
// a library says of its feeds is no article's text.
func TestNothingHostileLeavesOfServersAndMachines(t *testing.T) {
	t.Parallel()
	p := hostileEverywhere(t)
	server, h := serveHostile(t), hostileText
	library := strings.TrimPrefix(p.environ[0], "WARRAQ_LIBRARY=")
	l, err := store.Open(t.Context(), library)
	if err != nil {
		t.Fatal(err)
	}
	others, err := l.Add(t.Context(), []articles.Article{{Title: "آخر " + h, Body: "كتب الكاتب " + h + "\n\nفقرة ثانية تقول شيئًا آخر " + h, Source: h, Section: h, Full: true}})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/feed", "/status", "/moved"} {
		f := store.Feed{Address: server + path, Title: h, Site: h, FeedChoices: store.FeedChoices{Name: h, Folder: []string{h, h}}}
		if _, _, err := l.AddFeeds(t.Context(), []store.Feed{f}); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	other := others[0].ID
	folder := filepath.Join(p.dir, "meet\u009b")
	write := func(name, text string) string {
		t.Helper()
		path := filepath.Join(p.dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	machine := write("machine.toml", "[sync]\nname = \"\\u001b]0;x\\u0007\\u009b2J\\u202eab\"\n")
	rules := write("rules.toml", "[[rule]]\nmatch = \"\\\"كتب\\\" \\u009b\\u202e\\u001b[31m\"\ntag = \"\\u009b\\u202e\"\n[[rule]]\nmatch = \"كتب\"\ntag = \"\\u009b2J\\u202e\"\n")
	opml := write("list\u009b\u202e.opml", `<opml version="2.0"><body><outline text="`+"\u009b2J\u202e"+`" title="x" xmlUrl="`+server+`/type?`+"\u009b\u202e"+`"/><outline xmlUrl="`+"\u009b:"+`"/></body></opml>`)
	torn := write("torn\u009b\u202e.db", "SQLite format 3\x00"+h)
	for _, args := range [][]string{
		{"sync", folder, "--config", machine}, {"sync", folder, "--config", machine, "--library", filepath.Join(p.dir, "second.db")},
		{"sync", "--status", "--config", machine, folder}, {"sync", "--status", "--json", "--config", machine, folder}, {"sync", p.archive}, {"sync", filepath.Join(p.archive, h)},
		{"today", "--days", "31"}, {"today", "--days", "31", "--json"}, {"compare", p.id, other}, {"compare", p.id, other, "--json"}, {"compare", h, other},
		{"root", "كتب"}, {"root", "كتب", "--json"}, {"root", h}, {"rules", "--config", rules, "--dry-run"}, {"rules", "--config", rules, "--dry-run", "--json"}, {"rules", "--config", rules},
		{"clean", "--dry-run"}, {"clean", "--json"}, {"feed", "list"}, {"feed", "list", "--json"}, {"feed", "import", opml}, {"feed", "import", p.archive}, {"feed", "export"},
		{"feed", "check"}, {"feed", "check", "--json"}, {"feed", "edit", server + "/status", "--name", h, "--folder", h}, {"feed", "edit", h}, {"feed", "catalogue", h},
		{"feed", "add", server + "/page"}, {"feed", "add", server + "/page", "--all"}, {"feed", "add", server + "/page", "--choose", h}, {"feed", "add", server + "/status?" + "\u009b"},
		{"feed", "add", server + "/moved"}, {"feed", "add", server + "/away"}, {"feed", "add", server + "/type", "--json"}, {"feed", "add", server + "/broken"}, {"feed", "add", h},
		{"add", server + "/page"}, {"add", server + "/status", server + "/away"}, {"add", server + "/broken", "--json"},
		{"fetch"}, {"fetch", "--json"}, {"fetch", h}, {"list", "--limit", "0"}, {"feed", "remove", server + "/moved"}, {"feed", "remove", h},
		{"show", p.id, "--versions"}, {"show", p.id, "--versions", "--json"}, {"show", p.id, "--format", "svg"}, {"show", h, "--format", "pdf"},
		{"archive", p.id}, {"archive", h}, {"remove", "--source", h, "--dry-run"}, {"remove", other}, {"export", filepath.Join(p.dir, "out\u009b"), "--format", "markdown"},
		{"restore", torn}, {"restore", filepath.Join(p.dir, h)}, {"doctor", "--repair"}, {"doctor", "--repair", "--library", torn}, {"calibrate"}, {"run", h}, {"run"},
		{"__complete", "feed", "edit", ""}, {"__complete", "feed", "remove", ""}, {"__complete", "fetch", ""}, {"__complete", "compare", ""}, {"__complete", "list", "--source", ""},
	} {
		name := strings.Map(func(r rune) rune {
			if r < ' ' || r > '~' {
				return -1
			}
			return r
		}, strings.ReplaceAll(strings.Join(args, " "), p.dir, ""))
		t.Run(name, func(t *testing.T) {
			out, wrong, _ := run(t, p.environ, args...)
			binary := strings.HasPrefix(out, "%PDF")
			if !binary {
				wantHarmless(t, out, strings.HasPrefix(out, "[") || strings.HasPrefix(out, "{"))
			}
			wantHarmless(t, wrong, false)
			if args[0] == "calibrate" || args[0] == "run" || args[0] == "__complete" {
				return // it waits for keys
			}
			s := startIn(t, append([]string{"TERM=xterm-256color"}, p.environ...), "", library, append([]string{"--no-pager"}, args...)...)
			_ = s.wait() // the status is another test's
			wantHarmless(t, s.raw.String(), true)
		})
	}
}
