package identity

import (
	"net"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"

	"github.com/warraq/warraq/articles/pattern"
)

// Address gives a URL without what does not matter in it, for telling whether two
// lead to one article: the scheme and its port, the names of a site's editions
// for phones, the fragment, what only counts visitors, a slash or an index file
// at the end, and how its letters are escaped. What only redirects is followed
// as far as it says itself where to. The address of a whole site identifies no
// article and is "".
func Address(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Host == "" {
		return ""
	}
	for range maxRedirects {
		to := redirectTarget(u)
		if to == nil {
			break
		}
		u = to
	}
	host, path, query := siteHost(u), pathOf(u), u.Query()
	for name := range query {
		if countsVisitors(name) || asksForView(name, query.Get(name)) || tellsOrigin(name, query.Get(name)) {
			query.Del(name)
		}
	}
	if host == "" || path == "" && len(query) == 0 {
		return ""
	}
	if len(query) > 0 {
		return host + path + "?" + query.Encode()
	}
	return host + path
}

// maxRedirects is how many addresses that only redirect are followed.
const maxRedirects = 3

// redirectorSites are the sites that lead to another by an address in their query.
var redirectorSites = []struct{ host, path, query string }{
	{"google.", "/url", "q"}, {"google.", "/url", "url"}, {"facebook.com", "/l.php", "u"}, {"instagram.com", "/", "u"},
	{"outlook.com", "/", "url"}, {"youtube.com", "/redirect", "q"}, {"duckduckgo.com", "/l", "uddg"}, {"vk.com", "/away.php", "to"},
}

// redirectTarget gives the address that another says it only leads to, nil if it says
// none.
func redirectTarget(u *url.URL) *url.URL {
	host, path := strings.ToLower(u.Hostname()), u.EscapedPath()
	for _, r := range redirectorSites {
		if strings.Contains("."+host, "."+r.host) && strings.HasPrefix(path, r.path) {
			if to := absoluteURL(u.Query().Get(r.query)); to != nil {
				return to
			}
		}
	}
	// Copies of pages, as they were and for phones, are kept under the address of the page.
	if host == "web.archive.org" {
		if m := archivedPath.FindStringSubmatch(path); m != nil {
			return absoluteURL(u.String()[strings.Index(u.String(), m[0])+len(m[0])-len(m[1]):])
		}
	}
	rest, ok := strings.CutPrefix(path, "/amp/s/")
	if !ok || !strings.Contains("."+host, ".google.") {
		if !strings.HasSuffix(host, ".cdn.ampproject.org") {
			return nil
		}
		if rest, ok = strings.CutPrefix(path, "/c/s/"); !ok {
			if rest, ok = strings.CutPrefix(path, "/v/s/"); !ok {
				return nil
			}
		}
	}
	return absoluteURL("https://" + rest)
}

func absoluteURL(raw string) *url.URL {
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil
	}
	return u
}

// siteEditions are the names that sites give what they show on phones.
var siteEditions = []string{"www", "m", "mobile", "amp", "wap"}

// siteHost is the host without its edition, in ASCII.
func siteHost(u *url.URL) string {
	host, port := strings.TrimSuffix(strings.ToLower(u.Hostname()), "."), u.Port()
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		host = ascii
	}
	if labels := strings.Split(host, "."); len(labels) > 2 && net.ParseIP(host) == nil {
		own := slices.DeleteFunc(labels[:len(labels)-2:len(labels)-2], func(label string) bool { return slices.Contains(siteEditions, label) })
		host = strings.Join(append(own, labels[len(labels)-2:]...), ".")
	}
	if port != "" && port != "80" && port != "443" {
		host = net.JoinHostPort(host, port)
	}
	return host
}

var (
	escapedPattern = pattern.New(`%[0-9A-Fa-f]{2}`)
	indexFile      = pattern.New(`(?i)/(?:index|default)\.(?:html?|php|aspx?|jsp)$`)
	viewEnding     = pattern.New(`(?i)(?:/(?:amp|print)|\.(?:amp|print)(?:\.html)?|/(?:amp|print)\.html?)$`)
	viewBeginning  = pattern.New(`^/(?:amp|print)/`)
	archivedPath   = pattern.New(`^/web/[0-9]+[a-z_]*/(https?:/.*)$`)
)

// pathOf is the path in one way of escaping, some sites doing so twice, and as it
// is for large screens.
func pathOf(u *url.URL) string {
	path := u.Path
	if escapedPattern.MatchString(path) {
		if once, err := url.PathUnescape(path); err == nil {
			path = once
		}
	}
	path = norm.NFC.String(path)
	path = strings.TrimRight(path, "/")
	path = strings.TrimRight(viewEnding.ReplaceAllString(path, ""), "/")
	path = strings.TrimRight(indexFile.ReplaceAllString(path, ""), "/")
	path = viewBeginning.ReplaceAllString(path, "/")
	return (&url.URL{Path: path}).EscapedPath()
}

// trackerNames are the parameters that tell a site where its visitors come from, and
// beginnings are what others of them begin with.
var (
	trackerNames = []string{
		"fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh", "mc_cid", "mc_eid",
		"_ga", "_gl", "_hsenc", "_hsmi", "mkt_tok", "ocid", "cmpid", "xtor", "smid", "ref_src", "ref_url", "s_cid", "__twitter_impression",
		"replytocom", "nonamp", "noamp", "showmobile",
	}
	trackerPrefixes = []string{"utm_", "at_", "pk_", "mtm_", "hsa_"}
)

func countsVisitors(name string) bool {
	name = strings.ToLower(name)
	return slices.Contains(trackerNames, name) || slices.ContainsFunc(trackerPrefixes, func(b string) bool { return strings.HasPrefix(name, b) })
}

// asksForView tells a parameter that asks for a page as it is for phones or for printing, or for
// the first part of it.
func asksForView(name, value string) bool {
	value = strings.ToLower(value)
	switch strings.ToLower(name) {
	case "amp":
		return value == "" || value == "1" || value == "true"
	case "print", "printable", "printpage", "page":
		return slices.Contains([]string{"", "1", "y", "yes", "true", "print"}, value)
	case "outputtype", "output", "view", "format", "mode":
		return value == "amp" || value == "print"
	case "tmpl", "layout":
		return value == "component" || value == "default"
	}
	return false
}

// originNames are the parameters by which many sites are told what led to them, and
// originValues what they say then: of other values they may say which article is meant.
var (
	originNames  = []string{"ref", "source", "src", "from", "via", "share", "feature"}
	originValues = []string{
		"rss", "rss2", "feed", "atom", "newsletter", "email", "mail", "push", "app", "share", "social", "home", "homepage",
		"facebook", "fb", "twitter", "x", "whatsapp", "telegram", "linkedin", "instagram", "reddit", "pinterest", "tumblr",
		"pocket", "google", "googlenews", "nabd", "flipboard",
	}
)

// tellsOrigin tells a parameter that says what led to a page, which is the same without it.
func tellsOrigin(name, value string) bool {
	return slices.Contains(originNames, strings.ToLower(name)) && slices.Contains(originValues, strings.ToLower(value))
}
