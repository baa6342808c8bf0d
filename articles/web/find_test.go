package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
)

func TestFindFeeds(t *testing.T) {
	t.Parallel()
	const base = "https://paper.example/ar/news.html"
	for name, tt := range map[string]struct {
		page string
		want []string // address, title
	}{
		"RSS in the head":         {`<head><link rel="alternate" type="application/rss+xml" title="أخبار المحطة" href="/feed"></head>`, []string{"https://paper.example/feed أخبار المحطة"}},
		"Atom beside it":          {`<link rel=alternate type=application/atom+xml href=atom.xml><link rel=alternate type="application/rss+xml" href="//cdn.example/rss">`, []string{"https://paper.example/ar/atom.xml", "https://cdn.example/rss"}},
		"JSON Feed":               {`<link rel="alternate" type="application/feed+json; charset=utf-8" href="feed.json">`, []string{"https://paper.example/ar/feed.json"}},
		"in the body":             {`<body><p>نص</p><LINK REL="Alternate Feed" TYPE="Application/RSS+XML" HREF="/x"></body>`, []string{"https://paper.example/x"}},
		"a base":                  {`<base href="https://other.example/y/"><base href="/z"><link rel=alternate type=application/rss+xml href=rss>`, []string{"https://other.example/y/rss"}},
		"comments come last":      {`<link rel=alternate type=application/rss+xml href=/comments/feed/><link rel=alternate type=application/rss+xml href=/feed/>`, []string{"https://paper.example/feed/", "https://paper.example/comments/feed/"}},
		"each once":               {`<link rel=alternate type=application/rss+xml href=/feed><a href="/feed">RSS</a>`, []string{"https://paper.example/feed"}},
		"a link that looks so":    {`<a href="/sports/rss.xml"> رياضة <b>RSS</b></a><a href="/about">RSS</a>`, []string{"https://paper.example/sports/rss.xml رياضة RSS"}},
		"a link that nobody ends": {`<a href="/rss">اشترك<a href="/feed">غيره</a>`, []string{"https://paper.example/rss اشترك", "https://paper.example/feed غيره"}},
		"by its own protocol":     {`<a href="feed://paper.example/rss">x</a><a href="feed:https://paper.example/atom">y</a>`, []string{"https://paper.example/rss x", "https://paper.example/atom y"}},
		"other alternates":        {`<link rel=alternate hreflang=en href=/en><link rel=alternate type="application/json+oembed" href=/oembed?x><link rel="alternate stylesheet" type=application/rss+xml href=/s><link rel=alternate type="application/json" href="/wp-json/x"><link rel=icon href=/i>`, nil},
		"what is not on the web":  {`<link rel=alternate type=application/rss+xml href="file:///etc/passwd"><link rel=alternate type=application/rss+xml href="javascript:x"><link rel=alternate type=application/rss+xml href="">`, nil},
		"in a comment":            {`<!-- <link rel=alternate type=application/rss+xml href=/feed> --><script>"<link rel=alternate type=application/rss+xml href=/feed>"</script>`, nil},
		"no page":                 {"\x00\x01\x02", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, f := range FindFeeds([]byte(tt.page), "", base) {
				got = append(got, strings.TrimSpace(f.Address+" "+f.Title))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestUsualPaths(t *testing.T) {
	t.Parallel()
	for base, want := range map[string]string{
		"https://paper.example":                  "https://paper.example/feed https://paper.example/rss",
		"https://paper.example/ar/":              "https://paper.example/ar/feed https://paper.example/ar/rss",
		"https://paper.example/ar/index.html?x":  "https://paper.example/ar/feed https://paper.example/ar/rss",
		"https://www.youtube.com/channel/UCx":    "https://www.youtube.com/feeds/videos.xml?channel_id=UCx https://www.youtube.com/channel/UCx/feed",
		"https://old.reddit.com/r/arabs/new":     "https://www.reddit.com/r/arabs/.rss https://old.reddit.com/r/arabs/new/feed",
		"https://social.example/@paper":          "https://social.example/@paper.rss https://social.example/@paper/feed",
		"ftp://paper.example":                    "",
		"https://user:secret@paper.example/#top": "https://paper.example/feed https://paper.example/rss",
	} {
		got := UsualPaths(base)
		if first := strings.Join(got[:min(2, len(got))], " "); first != want {
			t.Errorf("%s: %s", base, first)
		}
		if slices.Sort(got); len(slices.Compact(got)) != len(got) {
			t.Errorf("%s: one twice among %q", base, got)
		}
	}
}

func TestReadCookies(t *testing.T) {
	t.Parallel()
	const file = "# Netscape HTTP Cookie File\r\n\n.paper.example\tTRUE\t/\tTRUE\t1999999999\tsession\tabc=\r\n#HttpOnly_paper.example\tFALSE\t/ar\tFALSE\t0\tuser\t\n"
	got, err := ReadCookies(strings.NewReader(file))
	if err != nil || len(got) != 2 || got[0].Host != "paper.example" || !got[0].Below || !got[0].Secure || got[0].Value != "abc=" || got[1].Below || got[1].Path != "/ar" || !got[1].Expires.IsZero() {
		t.Fatalf("%+v, %v", got, err)
	}
	for _, wrong := range []string{"paper.example secret", "a\tTRUE\t/\tTRUE\tsoon\tn\tsecret", "\tTRUE\t/\tTRUE\t0\tn\tsecret", strings.Repeat("secret", 20_000)} {
		if _, err := ReadCookies(strings.NewReader("# x\n" + wrong + "\n")); err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%.20s: %v", wrong, err)
		}
	}
}

// Whatever bytes come, they are read or refused, within the limit.
func FuzzUnpack(f *testing.F) {
	for _, name := range []string{"gzip", "deflate", "br", "zstd", "gzip, gzip", ""} {
		f.Add(brotlied(twoEntries), name)
		f.Add(zstandard(twoEntries), name)
		f.Add([]byte(twoEntries), name)
		f.Add(gzipped(twoEntries), name)
		f.Add(zlibbed(twoEntries), name)
		f.Add(deflated(twoEntries), name)
	}
	f.Fuzz(func(t *testing.T, body []byte, name string) {
		const most = 1 << 16
		data, err := unpack(strings.NewReader(string(body)), http.Header{"Content-Encoding": {name}}, most)
		if len(data) > most {
			t.Errorf("%d bytes, %v", len(data), err)
		}
	})
}

// Whatever a page holds, the feeds found in it are on the web.
func FuzzFindFeeds(f *testing.F) {
	f.Add(`<base href="//x"><link rel=alternate type=application/rss+xml href="/feed"><a href="feed:x">RSS`, "https://paper.example/")
	f.Fuzz(func(t *testing.T, page, base string) {
		for _, feed := range FindFeeds([]byte(page), "", base) {
			if to, err := url.Parse(feed.Address); err != nil || to.Host == "" || to.Scheme != "https" && to.Scheme != "http" {
				t.Errorf("%q", feed.Address)
			}
		}
		for _, address := range UsualPaths(base) {
			if _, err := parseAddress(address); err != nil {
				t.Errorf("%q: %v", address, err)
			}
		}
	})
}

// Whatever a file holds, its cookies can be put into the head of a request.
func FuzzReadCookies(f *testing.F) {
	f.Add(".paper.example\tTRUE\t/\tTRUE\t1999999999\tsession\tabc\n")
	f.Fuzz(func(t *testing.T, file string) {
		cookies, err := ReadCookies(strings.NewReader(file))
		if err != nil {
			return
		}
		c := client(t, Options{})
		for _, one := range cookies {
			r, err := c.newFetch(t.Context(), Request{Address: "https://" + one.Host + "/", Credentials: Credentials{Cookies: cookies}})
			if err != nil {
				continue
			}
			if sent := r.httpRequest(t.Context()).Header.Get("Cookie"); strings.ContainsAny(sent, "\r\n") {
				t.Errorf("%q", sent)
			}
		}
	})
}
