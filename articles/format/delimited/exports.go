package delimited

import (
	"slices"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/saved"
)

// programExport is a program's export.
type programExport struct {
	name    string
	columns []string // by which it is known
	link    func(row) saved.Link
}

// knownExports are those of programs for reading later. Highlights of Readwise are read apart,
// since several rows make one article.
var knownExports = []programExport{
	{"Pocket", []string{"title", "url", "time_added", "tags", "status"}, pocketLink},
	{"Instapaper", []string{"url", "title", "selection", "folder", "timestamp"}, instapaperLink},
	{"Raindrop.io", []string{"title", "note", "excerpt", "url", "folder", "tags", "created"}, raindropLink},
	{"Readwise Reader", []string{"title", "url", "document tags", "saved date"}, readwiseReader},
	{"Matter", []string{"title", "url", "in queue", "favorited"}, matterLink},
}

// exportOf returns the export that columns are of, nil for none.
func exportOf(columns []string) *programExport {
	for i := range knownExports {
		if hasAll(columns, knownExports[i].columns...) {
			return &knownExports[i]
		}
	}
	return nil
}

func pocketLink(r row) saved.Link {
	return saved.Link{
		URL: r.get("url"), Title: r.get("title"), Tags: saved.Tags(r.get("tags")), Saved: saved.Time(r.get("time_added")),
		Read: r.get("status") == "archive", Starred: saved.IsTrue(r.get("favorite")),
	}
}

func instapaperLink(r row) saved.Link {
	l := saved.Link{
		URL: r.get("url"), Title: r.get("title"), Tags: saved.Tags(r.get("tags")), Saved: saved.Time(r.get("timestamp")),
		Summary: r.get("selection"),
	}
	switch folder := r.get("folder"); strings.ToLower(folder) {
	case "unread", "":
	case "archive":
		l.Read = true
	case "starred", "liked":
		l.Starred = true
	default:
		l.Section = folder
	}
	return l
}

func raindropLink(r row) saved.Link {
	l := saved.Link{
		URL: r.get("url"), Title: r.get("title"), Tags: saved.Tags(r.get("tags")), Saved: saved.Time(r.get("created")),
		Summary: r.get("excerpt"), Note: r.get("note"), Starred: saved.IsTrue(r.get("favorite")), Section: r.get("folder"),
	}
	if strings.EqualFold(l.Section, "unsorted") {
		l.Section = ""
	}
	l.Highlights = raindropHighlights(r.get("highlights"), l.Saved)
	return l
}

// raindropHighlights reads the passages that a cell lists: "Highlight:" before each, and
// "Note:" before what was written to it.
func raindropHighlights(cell string, at time.Time) []articles.Highlight {
	var all []articles.Highlight
	for _, part := range strings.Split("\n"+cell, "\nHighlight:")[1:] {
		quote, note, _ := strings.Cut(part, "\nNote:")
		h := articles.Highlight{Quote: strings.TrimSpace(quote), Note: strings.TrimSpace(note), Made: at, Changed: at}
		if h.Quote != "" || h.Note != "" {
			all = append(all, h)
		}
	}
	return all
}

func readwiseReader(r row) saved.Link {
	l := saved.Link{
		URL: r.get("url"), Title: r.get("title"), Author: r.get("author"), Tags: saved.Tags(r.get("document tags")),
		Saved: saved.Time(r.get("saved date")), Summary: r.get("summary"), Note: r.get("notes", "document note"),
	}
	l.Read = r.get("location") == "archive"
	l.Starred = slices.Contains(l.Tags, "favorite")
	return l
}

func matterLink(r row) saved.Link {
	return saved.Link{
		URL: r.get("url"), Title: r.get("title"), Author: r.get("author"), Source: r.get("publisher"), Tags: saved.Tags(r.get("tags")),
		Saved: saved.Time(r.get("last interaction date")), Starred: saved.IsTrue(r.get("favorited")), Read: saved.IsTrue(r.get("read")),
	}
}
