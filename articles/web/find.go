package web

// Feed is a feed that a page names, or that a site may have.
type Feed struct {
	Address string
	Title   string // what the page calls it, cleaned, or ""
	Type    string // application/rss+xml, application/atom+xml, application/feed+json, or ""
}

// FindFeeds finds the feeds that a page names in its head or body (link elements with
// rel="alternate", RSS, Atom and JSON Feed, links that look like one last) and returns
// them in their order, each once. The base is the page's address.
func FindFeeds(page []byte, charset, base string) []Feed { return nil }

// UsualPaths returns the addresses at which a site has a feed if it names none, to be
// tried in this order.
func UsualPaths(base string) []string { return nil }
