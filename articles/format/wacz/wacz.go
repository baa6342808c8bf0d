// Package wacz tells which files of a web archive collection (WACZ 1.1.1) hold pages,
// and which pages its owner visited.
package wacz

import (
	"archive/zip"
	"bufio"
	"encoding/json"
	"io"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"
)

// Is tells such a collection from other archives by the names of its files.
func Is(files []*zip.File) bool {
	described, archives := false, false
	for _, f := range files {
		described = described || f.Name == "datapackage.json"
		archives = archives || IsPages(f.Name)
	}
	return described && archives
}

// IsFolder tells a folder into which such a collection was unpacked.
func IsFolder(folder fs.FS) bool {
	if info, err := fs.Stat(folder, "datapackage.json"); err != nil || !info.Mode().IsRegular() {
		return false
	}
	files, err := fs.Glob(folder, "archive/*")
	return err == nil && slices.ContainsFunc(files, IsPages)
}

// IsPages tells a file of a collection that holds pages.
func IsPages(name string) bool {
	return path.Dir(name) == "archive" && (strings.HasSuffix(name, ".warc") || strings.HasSuffix(name, ".warc.gz"))
}

// List is the file that lists the pages that were visited.
const List = "pages/pages.jsonl"

// maxLine is how long a line of that file may be: it may hold the text of a page.
const maxLine = 16 << 20

// Hosts reads on which hosts the pages are that were visited; nil is not known. What
// was fetched from others belongs to them: advertisements, frames. A page itself may
// stand under another address than the one that was visited.
func Hosts(r io.Reader) map[string]bool {
	var all map[string]bool
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		var page struct {
			Address string `json:"url"`
		}
		if json.Unmarshal(lines.Bytes(), &page) != nil || page.Address == "" {
			continue
		}
		if all == nil {
			all = map[string]bool{}
		}
		all[Host(page.Address)] = true
	}
	return all
}

// Host is the host of an address, without the "www." or "m." that many have before it.
func Host(address string) string {
	to, err := url.Parse(address)
	if err != nil {
		return address
	}
	host := strings.ToLower(to.Hostname())
	return strings.TrimPrefix(strings.TrimPrefix(host, "www."), "m.")
}
